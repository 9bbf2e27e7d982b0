"""The changes that a procurement lists since signature, added up against the total it states."""

from __future__ import annotations

import re

from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.blocks import money_of, ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.procurement.psr import place_of
from clausecheck.facts.kinds import flag, kind, text, word
from clausecheck.model.draft import Block, Draft, Field, parts_in
from clausecheck.model.values import Hole, Money
from clausecheck.patterns import Pattern

KINDS = (
    kind(
        "changes_total",
        "The listed changes of a procurement, where each is one sum, and their stated total.",
        procurement=word("the PROCUREMENT block"),
        differs=flag("the list adds up to another sum than the total"),
        stated=text("the total as stated"),
        sum=text("the list added up"),
        total=text("what the list comes to"),
    ),
)

# A sum for a year is no lifetime value, and what is taken off is not added.
_NOT_ADDED = Pattern(
    r"\b(?:a|per|each|every) (?:\w+ )?(?:year|annum|month|quarter|week)\b|\byearly\b|\bannual|\bmonthly\b"
    r"|\bp\.?a\b"
    r"|\breduc|\bdecreas|\bremov|\bwithdr|\bsav(?:e|ing)|\bless\b|\bminus\b|\bended\b|\bceas|[-\u2212] ?£",
    re.I,
)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds each list of changes that can be added up beside a Cumulative change."""
    for block in draft.of("PROCUREMENT"):
        field, stated = block.get("Changes"), money_of(block, "Cumulative change")
        sums = _sums(field) if field is not None else []
        if stated is None or not sums:
            continue
        place = block.get("Cumulative change")
        facts.add(
            "changes_total",
            place_of(place, block),
            (*block.path, "Cumulative change"),
            procurement=ref_of(block),
            differs=sum(sums) != stated,
            shown=_shown(block, sums, stated),
            spans={"sum": place_of(field, block)},
        )


def _sums(field: Field) -> list[int]:
    """The pence of each bullet; none where a bullet has not exactly one sum that can be added."""
    found: list[int] = []
    for entry in field.entries:
        parts = [*parts_in(entry.key), *parts_in(entry.value)]
        money = [part for part in parts if isinstance(part, Money)]
        open_ = any(isinstance(part, Hole) for part in parts)
        if len(money) != 1 or money[0].per is not None or open_ or _NOT_ADDED.search(entry.raw):
            return []
        found.append(money[0].pence)
    return found


def _shown(block: Block, sums: list[int], stated: int) -> dict[str, str]:
    return {
        "name": block.name,
        "stated": pounds(stated),
        "sum": f"{' + '.join(map(pounds, sums))} = {pounds(sum(sums))}",
        "total": pounds(sum(sums)),
    }
