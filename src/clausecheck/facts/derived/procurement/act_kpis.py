"""The indicators of a contract under the Procurement Act: how many there are, and how often assessed."""

from __future__ import annotations

import re

from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.arithmetic.settlement import Unit, at_least_days
from clausecheck.facts.blocks import ref_of, state_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.procurement.act import (
    act_blocks,
    is_concession,
    is_framework,
    is_light,
    limit,
    may_be_light,
    worth_over,
)
from clausecheck.facts.derived.procurement.psr import place_of, says_none
from clausecheck.facts.derived.words.lines import line_of
from clausecheck.facts.fact import State
from clausecheck.facts.kinds import count, flag, kind, text, word
from clausecheck.model.draft import Block, Draft, Field
from clausecheck.model.parts import parts_of
from clausecheck.model.values import Duration
from clausecheck.patterns import Pattern
from clausecheck.spans import Span
from clausecheck.syntax.tree import Piece

KINDS = (
    kind(
        "act_kpis",
        "The key performance indicators that a contract under the Procurement Act 2023 sets.",
        procurement=word("the PROCUREMENT block"),
        owed=flag("the Act asks for them: the value is above £5,000,000, and no exception is in sight"),
        too_few=flag("the draft sets fewer than three"),
        rarely=flag("they are assessed less often than every 12 months"),
        statutory=flag("the draft rests them on section 52"),
        excepted=flag("the contract is light touch, a framework or a concession"),
        number=count("how many are set", optional=True),
        value=text("what the contract is worth"),
        fewest=text("how many there must be"),
        sort=text("what sort of contract is excepted"),
        said=text("how often they are assessed, as written"),
        set=text("how many are set, in words"),
    ),
)

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBER = Pattern(
    rf"\s*(?:at least |a minimum of |only )?(\d{{1,2}}|{'|'.join(_NUMBERS[1:])})"
    r"(?=\s*(?:$|[,;.(:]|(?:key |performance )*(?:KPIs?|indicators?|measures?)\b|in\b|as\b|under\b|set\b"
    r"|for\b|each\b|of\b))(?!\s*of\s*\d)",
    re.I,
)
_NOT_SUITED = Pattern(
    r"\b(?:not |in)appropriate|\bcannot (?:reasonably |appropriately )?be (?:assessed|measured)"
    r"|\b52\(2\)",
    re.I,
)
_SECTION_52 = Pattern(r"\b(?:section|s\.?)\s*52\b|\bstatutory\b", re.I)
_NOT_STATUTORY = Pattern(
    r"\bnot (?:\w+ ){0,3}(?:section|s\.?|statutory|required|apply)|\bno statutory\b|\bnon-statutory\b"
    r"|\b(?:section|s\.?)\s*52\b[^.;]*\b(?:does not|not apply|disappl)|\bcontractual\b",
    re.I,
)
_ASSESSED = Pattern(r"\b(?:assess|review|measur|report|monitor|check)\w*", re.I)
_OFTEN = Pattern(
    r"\b(?:month|quarter|annual|year)ly\b|\bannual\b|\beach year\b|\b(?:every|per|a) year\b", re.I
)
_AT_END = Pattern(
    r"\b(?:only )?(?:at|on|after) (?:the )?(?:very )?(?:end|expiry|termination|close|completion)\b|\bonce\b",
    re.I,
)
_EVERY_TWO = Pattern(r"\bbiennial\w*|\b(?:two|2)-yearly\b|\bevery (?:other|second) year\b", re.I)
_BEFORE_LENGTH = Pattern(r"\b(?:every|each|at intervals of(?: at most)?)\s*$", re.I)
_UNITS = {"day": Unit.DAY, "week": Unit.WEEK, "month": Unit.MONTH, "year": Unit.YEAR}


def derive(draft: Draft, facts: Collector) -> None:
    """Adds the indicators of each procurement under the Act that has a line for them."""
    for block in act_blocks(draft):
        field = block.get("KPIs")
        if field is not None and state_of(field) is State.STATED:
            _kpis(draft, block, field, facts)


def _kpis(draft: Draft, block: Block, field: Field, facts: Collector) -> None:
    words = line_of(field)
    number = _number(field)
    value = worth_over(draft, block, "large contract")
    sort = _excepted(draft, block)
    owed = value is not None and not sort and not may_be_light(draft, block)
    fewest = limit(draft, block, "fewest indicators")
    most = limit(draft, block, "months between assessments")
    said = _rare(words, most)
    facts.add(
        "act_kpis",
        place_of(field, block),
        (*block.path, "KPIs"),
        procurement=ref_of(block),
        owed=owed,
        too_few=number is not None and number < fewest and not _NOT_SUITED.search(words),
        rarely=bool(said),
        statutory=bool(_SECTION_52.search(words)) and not _NOT_STATUTORY.search(words),
        excepted=bool(sort),
        number=number,
        shown={
            "name": block.name,
            "value": pounds(value.pence) if value else "",
            "fewest": _NUMBERS[fewest],
            "sort": sort,
            "said": said,
            "set": "no indicator"
            if number == 0
            else f"{number} indicator{'' if number == 1 else 's'}"
            if number is not None
            else "",
        },
    )


def _excepted(draft: Draft, block: Block) -> str:
    if is_light(block):
        return "a light touch contract"
    if is_framework(block):
        return "a framework"
    return "a concession" if is_concession(draft) else ""


def _number(field: Field) -> int | None:
    """How many indicators a line sets: the number it begins with, or that of its bullets."""
    if says_none(field.raw):
        return 0
    if match := _NUMBER.match(field.raw):
        said = match[1].lower()
        return _NUMBERS.index(said) if said in _NUMBERS else int(said)
    return len(field.entries) or None


def _rare(words: str, most: int) -> str:
    """The words that have indicators assessed less often than every `most` months; empty if none do."""
    if _OFTEN.search(words) or not _ASSESSED.search(words):
        return ""
    for part in parts_of(Piece(words, Span(0, len(words)))):
        if isinstance(part, Duration) and _BEFORE_LENGTH.search(words[: part.span.start]):
            months = part.count * {"month": 1, "year": 12}.get(part.unit, 0)
            days = 0 if months else at_least_days(part.count, _UNITS[part.unit])
            return f"every {part.raw}" if months > most or days > most * 31 else ""
    found = _EVERY_TWO.search(words) or _AT_END.search(words)
    return found[0] if found else ""
