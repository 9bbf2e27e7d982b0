"""Payment for each person, and what keeps a provider from choosing the easy cases."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from clausecheck.facts.blocks import ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.outcomes.measure_lines import all_said, denies, says, weighed, whole
from clausecheck.facts.derived.outcomes.measures import Measure, measures_of
from clausecheck.facts.derived.words.lines import line_of, readable
from clausecheck.facts.kinds import flag, kind, text, word
from clausecheck.model.draft import Block, Draft, Field
from clausecheck.patterns import Pattern

KINDS = (
    kind(
        "per_person_payment",
        "A line that pays an amount for each person, or for each with a result.",
        block=word("the block it stands in"),
        unguarded=flag("one rate for all, and nothing that keeps the harder cases from being passed over"),
        rate=text("the amount, and for whom, as written"),
        amount=text("the amount"),
    ),
)

_PERSON = (
    r"(?:person|people|patient|client|service user|participant|individual|adult|child|young person|woman|man"
    r"|carer|resident|smoker|case)"
)
# A price for each contact or each month follows the work, and not the person.
_UNIT = (
    r"(?!['’]?s?[ -](?:per |a |each )?(?:contact|visit|session|appointment|attendance|episode|referral|review"
    r"|assessment|admission|bed|day|night|hour|week|month|quarter|year|annum))"
)
_RATE = Pattern(
    r"(?P<sum>£[\d,.]*\d(?:[mk]\b)?)[^;.£]{0,20}?\b(?:per|(?:for )?(?:each|every)|for an?) "
    rf"(?:[\w-]+ ){{0,2}}?{_PERSON}\b{_UNIT}[^;.,£]{{0,60}}",
    re.I,
)
_SUMS = Pattern(r"£[\d,.]*\d(?:[mk]\b)?", re.I)
_RESULT = Pattern(
    r"\brecover|\boutcomes?\b|\bachiev|\breach|\bcomplet|\bdischarged\b|\bquit|\bjobs?\b|\bwork\b|\bsustain"
    r"|\bimprov|\bsuccess|\bresults?\b|\bgoals?\b|\babstinen|\bcured\b|\bstill\b|\bat home\b|\bwho\b",
    re.I,
)
_GUARD = Pattern(
    r"\beligib|\baccept(?:s|ed|ing)? (?:all|every|each|any)\b|\bcherry|\bcream(?:ing|-skim)|\b(?:easy"
    r"|easier|hard|harder) "
    r"(?:cases|to help|to reach)\b"
    r"|\b(?:every|all|each)\b[^.;]{0,60}\b(?:is|are|must be|shall be|will be) (?:accepted|taken on|offered)\b"
    r"|\b(?:may|shall|must|will|does|do|can) ?not (?:refuse|decline|turn away|reject|exclude|select)\b"
    r"|\bno (?:person|people|patient|one|referral)s?\b[^.;]{0,40}\b(?:refused|declined|turned away"
    r"|rejected|excluded)\b"
    r"|\b(?:higher|more|complex|severe|greater|different|high)[- ]need|\bby (?:level of )?(?:need"
    r"|severity|complexity)\b"
    r"|\brates? (?:vary|varies|rise|by)\b|\bstratif|\bcase[- ]mix\b|\b(?:most )?deprived\b|\b(?:declined"
    r"|refused|not taken on)\b",
    re.I,
)


class _Line(NamedTuple):
    """A line that pays for each person, and the words of it that say so."""

    block: Block
    field: Field
    rate: str
    sum: str


def derive(draft: Draft, facts: Collector) -> None:
    """Adds each line that pays for each person."""
    for line in _lines(draft):
        facts.add(
            "per_person_payment",
            line.field.span,
            (*line.block.path, line.field.label),
            block=ref_of(line.block),
            unguarded=whole(draft) and not _guarded(draft, line),
            shown={"name": line.block.name, "rate": line.rate, "amount": line.sum},
        )


def _lines(draft: Draft) -> Iterator[_Line]:
    for block in draft.of("OUTCOME PAYMENT", "PAYMENT"):
        for label in _labels(block):
            field = block.get(label)
            match = _RATE.search(line_of(field))
            if field and match and (block.head.name == "OUTCOME PAYMENT" or _RESULT.search(match[0])):
                yield _Line(block, field, match[0].strip(), match["sum"])
                break


def _labels(block: Block) -> tuple[str, ...]:
    """The lines that may pay for each person; a budget of which a share is paid is no such rate."""
    if block.head.name == "PAYMENT":
        return ("Unit price",)
    return ("Paid",) if block.get("Share of budget") else ("Budget", "Paid")


def _guarded(draft: Draft, line: _Line) -> bool:
    """Whether harder cases are paid for more, counted apart, or may not be turned away."""
    if not line.block.complete or len(set(_SUMS.findall(line_of(line.field)))) > 1:
        return True
    if any(readable(block.get("Strata")) for block in draft.of("POPULATION")):
        return True
    paid = [each.measure for each in weighed(draft, line.block)] or list(measures_of(draft))
    if any(_allows_for_need(measure) for measure in paid):
        return True
    places = draft.of("OUTCOME PAYMENT", "PAYMENT", "POPULATION", "SERVICES", "CLAUSE")
    return any(_GUARD.search(all_said(block)) for block in places)


def _allows_for_need(measure: Measure) -> bool:
    adjustment = line_of(measure.get("Risk adjustment"))
    watched = says(measure, "Balancing measure", "Perverse incentive")
    return not measure.complete or bool(adjustment and not denies(adjustment)) or bool(_GUARD.search(watched))
