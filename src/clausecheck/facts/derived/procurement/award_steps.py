"""Steps of a PSR award that words leave open: an extension, what follows a representation, a working day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausecheck.facts.blocks import choice_of, ref_of, state_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.procurement.psr import (
    COMPETITIVE,
    WITH_STANDSTILL,
    place_of,
    psr_blocks,
    says_none,
)
from clausecheck.facts.derived.words.lines import line_of
from clausecheck.facts.derived.words.sentences import about
from clausecheck.facts.fact import State
from clausecheck.facts.kinds import kind, text, word
from clausecheck.model.draft import Block, Draft, parts_in
from clausecheck.model.values import Day, Duration, Hole
from clausecheck.patterns import Pattern
from clausecheck.spans import Span

KINDS = (
    kind(
        "open_step",
        "A step of a PSR award that the draft's own words leave open.",
        procurement=word("the PROCUREMENT block"),
        step=word("extension, representations or working day"),
        written=text("the words"),
        said=text("what they leave out"),
    ),
)

_BY_AGREEMENT = Pattern(
    r"\bagree|\bdiscretion\b|\bmutual|\bas (?:needed|required|necessary|appropriate)\b", re.I
)
_HOW_LONG = Pattern(
    r"\bschedule\b|\bnone\b|\bnot\b|\b(?:one|two|three|four|five|six|twelve|further|\d+)[ -](?:year|month)",
    re.I,
)
_RECEIVED = Pattern(r"\b(?:received|made|submitted|raised|from)\b|\backnowledg", re.I)
_NO_REPRESENTATION = Pattern(
    r"\bnone\b|\bno representations?\b|\bnot (?:yet )?(?:been )?(?:received|made)\b|\bany\b", re.I
)
_REVIEWED = Pattern(r"\breview|\bconsider|\breconsider|\bpanel\b|\breg(?:ulation)?s?\.? ?12\b|\bPSR\b", re.I)
_DECIDED = Pattern(r"\bdeci|\banswer|\brepl|\brespon|\breason|\bwithdrawn\b|\brejected\b|\bupheld\b", re.I)
_WORKING_DAY = Pattern(r"\b(?:working|business) days?\b", re.I)
_MEANS = Pattern(
    r"\s*(?:an?\s+)?[\"'“‘]?((?:working|business) days?)[\"'”’]?\s+(?:means?|is|are)\b\s*(.*)", re.I
)
_WEEKDAYS = Pattern(
    r"\bmonday(?:s)?\s*(?:to|-|\u2013|through|and)\s*friday|\bweekdays?\b|\bsaturdays?\b|\bweekends?\b", re.I
)
_HOLIDAYS = Pattern(
    r"\bholiday|\bGood Friday\b|\bChristmas\b|\breg(?:ulation)?\.? ?12\b|\bOperational Day", re.I
)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds each step that the words of a draft under the PSR leave open."""
    for block in psr_blocks(draft):
        route = choice_of(block, "Route")
        if route == COMPETITIVE:
            _extension(draft, block, facts)
        if route in WITH_STANDSTILL:
            _representations(block, facts)
    awards = [block for block in psr_blocks(draft) if choice_of(block, "Route") in WITH_STANDSTILL]
    if awards:
        _working_day(draft, awards[0], facts)


def _extension(draft: Draft, block: Block, facts: Collector) -> None:
    """A competition says how long the contract may last in all, so an extension has a length."""
    contract = draft.contract
    field = contract.get("Extension") if contract else None
    if contract is None or field is None or state_of(field) is not State.STATED:
        return
    words = line_of(field)
    parts = [part for value in field.values() for part in parts_in(value)]
    measured = any(isinstance(part, Duration | Day | Hole) for part in parts)
    if _BY_AGREEMENT.search(words) and not measured and not _HOW_LONG.search(words):
        facts.add(
            "open_step",
            place_of(field, contract),
            (*contract.path, field.label),
            procurement=ref_of(block),
            step="extension",
            shown={"name": block.name, "written": words, "said": "how long it may be"},
        )


def _representations(block: Block, facts: Collector) -> None:
    field = block.get("Representations")
    if field is None or state_of(field) is not State.STATED:
        return
    words = line_of(field)
    none = says_none(words) or _NO_REPRESENTATION.search(words) is not None
    if none or not _RECEIVED.search(words) or not block.complete:
        return
    decided = block.get("Further decision") is not None or _DECIDED.search(words) is not None
    if not decided and not _REVIEWED.search(words):
        facts.add(
            "open_step",
            place_of(field, block),
            (*block.path, field.label),
            procurement=ref_of(block),
            step="representations",
            shown={"name": block.name, "written": words, "said": "a review and a further decision"},
        )


def _working_day(draft: Draft, block: Block, facts: Collector) -> None:
    for term, words, span, path in _defined(draft):
        if not _WORKING_DAY.fullmatch(term.strip()):
            continue
        if _WEEKDAYS.search(words) and not _HOLIDAYS.search(words):
            facts.add(
                "open_step",
                span,
                path,
                procurement=ref_of(block),
                step="working day",
                shown={"name": term, "written": words, "said": "public holidays"},
            )


def _defined(draft: Draft) -> Iterator[tuple[str, str, Span, tuple[str, ...]]]:
    """Every term that a DEFINE line or a sentence of a clause defines: its name, its meaning, its place."""
    for definition in draft.definitions:
        path = (*definition.headings, f'DEFINE "{definition.term}"')
        yield definition.term, definition.text.raw, definition.text.span, path
    for said in about(draft, "working day", "business day"):
        match = _MEANS.match(said.text)
        if match and said.block is not None and said.block.head.name == "CLAUSE":
            yield match[1], match[2], said.of(match), said.path
