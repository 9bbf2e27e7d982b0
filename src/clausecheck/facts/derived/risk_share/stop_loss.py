"""The stop-loss of a pool: above what cost of one person it works, and what it leaves of the rest."""

from __future__ import annotations

import re
from decimal import Decimal

from clausecheck.facts.arithmetic.money import percent as percentage
from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.arithmetic.stop_loss import average_cost, counted, takes_nothing_off
from clausecheck.facts.blocks import ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.budget.budget import budget_of
from clausecheck.facts.derived.frame.people import people_of
from clausecheck.facts.kinds import flag, kind, money, percent, text, word
from clausecheck.model.draft import Block, Draft
from clausecheck.model.values import Money, Percent, Text
from clausecheck.patterns import Pattern

KINDS = (
    kind(
        "stop_loss",
        "How much of the cost of one very costly person counts in a pool.",
        pool=word("the RISK SHARE"),
        attachment=money("the cost of one person above which it works", optional=True),
        co_insurance=percent("the part of the cost above that which counts", optional=True),
        idle=flag("all of the cost above it counts, so that it takes nothing off"),
        average=money("the budget over the people of the one POPULATION that there is", optional=True),
        ordinary=flag("it takes something off, and works from the average cost of a person, or from less"),
        example=text("what counts of a person who costs three times as much, in a sentence"),
    ),
)

_COUNTS = Pattern(
    r"(?P<a>\d+(?:\.\d+)?)\s?%[^.;%]{0,60}?\b(?:counts?|counted|counting|included)\b|"
    r"\b(?:counts?|counted|counting|included) (?:at|as|for) (?P<b>\d+(?:\.\d+)?)\s?%|"
    r"\bco-?insurance\b[^.;%\d]{0,20}(?P<c>\d+(?:\.\d+)?)\s?%|"
    r"(?P<d>\d+(?:\.\d+)?)\s?% co-?insurance\b",
    re.IGNORECASE,
)
_LEFT_OUT = Pattern(
    r"\b(?:not|never|excluded|left out|disregarded|ceded|borne by|funded by|paid by|reimbursed|taken off)\b",
    re.IGNORECASE,
)


_IN_FULL = Pattern(
    r"\b(?:above|over|beyond|exceeding|in excess of)\b[^.;]*"
    r"\bcount(?:s|ed|ing)?\b (?:in full|fully|entirely)\b",
    re.IGNORECASE,
)
_WHOLE = Decimal(100)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds the stop-loss of each pool that states one in figures."""
    for pool in draft.of("RISK SHARE"):
        field = pool.get("Stop-loss")
        if field is not None and isinstance(field.value, Text):
            _stop_loss(draft, pool, field.value, facts)


def _stop_loss(draft: Draft, pool: Block, said: Text, facts: Collector) -> None:
    amounts = [part.pence for part in said.parts if isinstance(part, Money)]
    attachment = amounts[0] if len(amounts) == 1 else None
    counts = _counts(said)
    people, budget = people_of(draft), budget_of(draft, pool)
    idle = counts is not None and takes_nothing_off(counts)
    average = average_cost(budget, people) if people and budget and budget > 0 else None
    facts.add(
        "stop_loss",
        said.span,
        (*pool.path, "Stop-loss"),
        pool=ref_of(pool),
        attachment=attachment,
        co_insurance=counts,
        idle=idle,
        average=average,
        ordinary=attachment is not None and average is not None and attachment <= average and not idle,
        shown={
            "name": pool.title or pool.name,
            "example": _example(attachment, counts),
            "attachment": pounds(attachment) if attachment is not None else "",
            "average": pounds(average) if average is not None else "",
            "co_insurance": percentage(counts) if counts is not None else "",
        },
    )


def _counts(said: Text) -> Decimal | None:
    """How much of the cost above the attachment counts, where the words can mean only that."""
    percents = sum(1 for part in said.parts if isinstance(part, Percent))
    if percents == 0 and _IN_FULL.search(said.raw) and not re.search(r"\bup to\b|\bnot\b", said.raw, re.I):
        return _WHOLE
    if percents != 1 or _LEFT_OUT.search(said.raw):
        return None
    found = _COUNTS.search(said.raw)
    return Decimal(next(group for group in found.groups() if group)) if found else None


def _example(attachment: int | None, counts: Decimal | None) -> str:
    if not attachment or counts is None:
        return "A very costly person counts as much as without it"
    cost = attachment * 3
    counting = counted(cost, attachment, counts)
    same = ", as without it" if counting == cost else ""
    return f"A person who costs {pounds(cost)} in a year counts at {pounds(counting)}{same}"
