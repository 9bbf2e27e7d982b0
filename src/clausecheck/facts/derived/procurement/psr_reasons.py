"""What a PSR award says that it rests on: its reasons, and how the existing provider has done."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausecheck.facts.blocks import choice_of, ref_of, state_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.procurement.criteria import criteria_in
from clausecheck.facts.derived.procurement.psr import (
    DAP_C,
    MSP,
    WITH_STANDSTILL,
    by_wrong_route,
    place_of,
    psr_blocks,
)
from clausecheck.facts.derived.words import walk
from clausecheck.facts.derived.words.lines import line_of
from clausecheck.facts.fact import State
from clausecheck.facts.kinds import count, flag, kind, text, word
from clausecheck.model.draft import Block, Draft
from clausecheck.patterns import Pattern

KINDS = (
    kind(
        "award_reasons",
        "The reasons of a PSR award on a route that is decided by the key criteria.",
        procurement=word("the PROCUREMENT block"),
        basis=word("price alone, convenience or no criterion"),
        route=text("the route"),
        written=text("the reasons as written"),
    ),
    kind(
        "satisfaction",
        "What a draft under direct award process C says of how the provider does (PSR reg 6(5)(d)).",
        procurement=word("the PROCUREMENT block"),
        denied=flag("it says that the provider does not satisfy the existing contract"),
        lacking=count("how many of the two limbs the draft does not speak of"),
        missing=text("the limbs that are not there"),
        written=text("the words that deny it"),
    ),
)

_PRICE_ALONE = Pattern(
    r"\b(?:lowest|cheapest|least|lower)[ -](?:price|cost|bid|offer|tender)|\b(?:price|cost) (?:alone|only)\b"
    r"|\b(?:only|solely|purely) (?:on |by )?(?:the )?(?:price|cost)|\bcheap(?:er|est)\b",
    re.I,
)
_CONVENIENCE = Pattern(
    r"\bsav(?:es?|ing) (?:\w+ )?time\b|\bquick|\bfast|\bconvenien|\beas(?:y|ier)\b|\btimetable\b"
    r"|\bavoid(?:s|ing)? (?:an? |the )?(?:\w+ )?(?:costs?|time|delay|compet\w+|tender\w*|procurement)\b"
    r"|\b(?:no|short of|lack of|not enough|limited) (?:time|resource|capacity)",
    re.I,
)
_IDENTIFIED = Pattern(
    r"\bidentif|\blikely providers\b|\bonly (?:one|two|three)\b|\bmarket\b|\bmapped\b|\bassess|\bsuitable\b"
    r"|\ball (?:relevant )?information\b",
    re.I,
)
_POINTS_ELSEWHERE = Pattern(
    r"\bcriteri|\bscor|\bevaluat|\breport|\bassess|\breg(?:ulation)?s?\b|\bschedule\b|\bnotice\b|\brecorded\b"
    r"|\bsee\b|\bset out\b|\bannex|\bappendix\b|\brank|\bSch\b|\bminutes?\b|\bboard\b|\"",
    re.I,
)
_NOT = Pattern(r"\bnot\b|\bnor\b|\bnever\b", re.I)

_WELL = r"(?:satisf\w+|meet(?:s|ing)|has met|perform\w*|deliver\w*)"
_EXISTING = r"(?:existing|current|present|expiring)"
_NOW = Pattern(
    rf"\b{_WELL}\b[^.;]{{0,80}}\b{_EXISTING}\b|\b{_EXISTING}\b[^.;]{{0,80}}\b(?:{_WELL}|sufficient)\b"
    r"|\bsatisf(?:ying|ies) (?:its|the|their) (?:own )?contract\b"
    r"|\bsatisfy(?:ing)?: ?yes|\b6\(5\)\(d\)|\breg(?:ulation)?\.? ?9\(2\)",
    re.I,
)
_NEXT = Pattern(
    r"\b(?:likely|expected|able|capable)\b[^.;]{0,60}\b(?:satisf|meet|deliver|perform)|\blikely: ?yes"
    r"|\b6\(5\)\(d\)|\breg(?:ulation)?\.? ?9\(2\)",
    re.I,
)
_NOT_SATISFYING = Pattern(
    r"\b(?:is |are |was |has )?not (?:been )?(?:satisf(?:ying|ied)|meeting|performing)\b[^.;]{0,60}"
    rf"\b{_EXISTING} contract",
    re.I,
)
_LIMBS = (
    ("that the provider satisfies the existing contract", _NOW),
    ("that it is likely to satisfy the new one", _NEXT),
)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds what the reasons of each PSR award rest on, and what process C needs to be said."""
    for block in psr_blocks(draft):
        route = choice_of(block, "Route")
        _reasons(block, route, facts)
        if route == DAP_C and not by_wrong_route(block):
            _satisfaction(draft, block, facts)


def _reasons(block: Block, route: str | None, facts: Collector) -> None:
    field = block.get("Reasons")
    if field is None or route not in WITH_STANDSTILL or state_of(field) is not State.STATED:
        return
    words = line_of(field)
    if basis := _basis(words, route):
        facts.add(
            "award_reasons",
            place_of(field, block),
            (*block.path, field.label),
            procurement=ref_of(block),
            basis=basis,
            shown={"name": block.name, "route": route or "", "written": words},
        )


def _basis(words: str, route: str | None) -> str:
    """What reasons rest on that the key criteria are not; empty where they may well rest on them."""
    criteria = set(criteria_in(words))
    if _PRICE_ALONE.search(words) and criteria <= {"value"} and not _NOT.search(words):
        return "price alone"
    if criteria or _POINTS_ELSEWHERE.search(words):
        return ""
    if route == DAP_C and (_NOW.search(words) or _NEXT.search(words)):
        return ""  # how the provider does is what process C asks for first
    if route == MSP and _IDENTIFIED.search(words):
        return ""
    if route == MSP and _CONVENIENCE.search(words) and not _NOT.search(words):
        return "convenience"
    return "no criterion" if len(words.split()) > 1 else ""


def _satisfaction(draft: Draft, block: Block, facts: Collector) -> None:
    said = list(_award_words(draft))
    denied = next((match[0] for each in said if (match := _NOT_SATISFYING.search(each))), "")
    missing = [limb for limb, pattern in _LIMBS if not any(pattern.search(each) for each in said)]
    facts.add(
        "satisfaction",
        block.span,
        block.path,
        procurement=ref_of(block),
        denied=bool(denied),
        lacking=len(missing),
        shown={"name": block.name, "missing": " or ".join(missing), "written": denied},
    )


def _award_words(draft: Draft) -> Iterator[str]:
    """The words of a draft that can tell of an award: its procurement, its clauses and its contract."""
    for words in walk.words(draft):
        if words.block is not None and words.block.head.name in ("PROCUREMENT", "CLAUSE", "CONTRACT"):
            yield words.text
