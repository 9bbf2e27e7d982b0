"""Whether losses count from the first day, or after a year in which results are only worked out."""

from __future__ import annotations

import re

from clausecheck.facts.arithmetic.exact import percent_of
from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.blocks import ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.budget.budget import budget_of
from clausecheck.facts.derived.frame.parties import PROVIDING, roles
from clausecheck.facts.derived.frame.years import year_named
from clausecheck.facts.derived.risk_share.exposure import FIVE
from clausecheck.facts.derived.risk_share.residuals import losses_of
from clausecheck.facts.derived.risk_share.results import named, result_of, together
from clausecheck.facts.derived.words.lines import listed, says_none, words_of
from clausecheck.facts.kinds import flag, kind, text, word
from clausecheck.model.draft import Block, Draft
from clausecheck.patterns import Pattern

KINDS = (
    kind(
        "first_year",
        "What a pool that shares losses says of its first year.",
        pool=word("the RISK SHARE"),
        eased=flag("it says that the first year counts differently, or was not read in full"),
        year=text("the first Contract Year"),
        price=text("what an overspend of 5% in that year would cost providers, in a sentence"),
    ),
)

_LABELS = (
    *("Sides", "Shares", "Loss shares", "Cap", "Loss conditions", "Loss recovery", "Member limits"),
    *("Commissioner risk", "Residual", "Threshold", "Reconciliation", "Order"),
)
_LATER = Pattern(
    r"\b(?:from|starting|starts|beginning|begins|until|after|not before)\b[^.;]{0,30}"
    r"\b(?:year (?:[2-9]|two|three)|second|third|\d{4}[/–-]\d{2})\b"
    r"|\b(?:no|not|nil|half|reduced|lower)\b[^.;]{0,50}\b(?:first (?:contract )?year|year (?:1|one))\b"
    r"|\b(?:first (?:contract )?year|year (?:1|one))\b[^.;]{0,50}\b(?:no|not|nil|half|reduced|only)\b"
    r"|\bshadow\b|\bphased\b",
    re.I,
)

_LOSSES = Pattern(r"\bloss(?:es)?\b|\boverspends?\b|\bdeficits?\b", re.I)
_UNSEEN = "on a budget that nobody has yet seen at work"


def derive(draft: Draft, facts: Collector) -> None:
    """Adds what each pool says of its first year."""
    for pool in draft.of("RISK SHARE"):
        field = pool.get("Shadow years")
        stated = field is not None and not says_none(field)
        eased = stated or not pool.complete or bool(_LATER.search(words_of(pool, *_LABELS)))
        eased = eased or _eased_in_prose(draft, pool)
        facts.add(
            "first_year",
            field.span if field else pool.span,
            (*pool.path, "Shadow years") if field else pool.path,
            pool=ref_of(pool),
            eased=eased,
            shown={
                "name": pool.title or pool.name,
                "pool": pool.title or pool.name,
                "year": _year(draft),
                "price": _price(draft, pool),
            },
        )


def _eased_in_prose(draft: Draft, pool: Block) -> bool:
    """Whether a sentence on losses in the clauses says that the first year counts differently.

    With several pools it must name this one.
    """
    several = sum(1 for _ in draft.of("RISK SHARE")) > 1
    return any(
        _LOSSES.search(said) and _LATER.search(said) and not (several and pool.id not in said)
        for block in draft.of("CLAUSE")
        for text in block.prose
        for said in re.split(r"[.;]\s", text.raw)
    )


def _year(draft: Draft) -> str:
    return year_named(draft, 1)


def _price(draft: Draft, pool: Block) -> str:
    """What providers would pay on an overspend of 5% in the first year."""
    providers = {party.id for party in draft.of("PARTY") if roles(party) & PROVIDING}
    budget = budget_of(draft, pool)
    found = losses_of(draft, pool)
    due = {name: loss.at_five for name, loss in found.items() if name in providers}
    owed = sum(amount or 0 for amount in due.values())
    if not budget or not (owed or None in due.values()):
        return _unsized(draft, pool)
    point = f"An overspend of 5% ({pounds(percent_of(budget, FIVE))}) in {_year(draft)} would"
    if None in due.values():
        return f"{point} be charged {_UNSEEN}"
    return f"{point} cost {listed(list(due))} {pounds(owed)}"


def _unsized(draft: Draft, pool: Block) -> str:
    """What providers would pay of £1,000,000 that is shared, where no sum at 5% shows it."""
    result = result_of(draft, pool, "loss")
    if result is None or not result.providers:
        return f"A loss of that year is charged {_UNSEEN}"
    paid = f"{named(result.providers)} would pay {together(result.providers)}"
    return f"{result.point} in {_year(draft)} {paid}, {_UNSEEN}"
