"""Reads the words of a quorum: so many members, a part of them, a majority, and who must be among them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from math import ceil, floor
from types import MappingProxyType

from clausecheck.facts.arithmetic.voting import Quorum
from clausecheck.patterns import Pattern

_NUMBERS = {
    word: number
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 1
    )
}
_WHOLE = "|".join(_NUMBERS)
_LEAD = r"\W{0,9}(?:(?:at least|no(?:t)? (?:fewer|less) than|a minimum of|minimum(?: of)?)\W{0,9})?"
_PART = Pattern(
    _LEAD + r"(?:(?P<percent>\d{1,6}(?:\.\d{1,6})?)\s*(?:%|per cent\b|percent\b)"
    r"|(?P<top>one|two|three|a)?[ -]?(?P<bottom>half|third|quarter|fifth)s?\b)",
    re.I,
)
_MAJORITY = Pattern(_LEAD + r"(?:a |the |simple )*(?:majority\b|more than half\b)", re.I)
_ALL = Pattern(_LEAD + r"(?:all|every|each)\b", re.I)
_COUNT = Pattern(
    _LEAD + rf"(?P<number>\d{{1,6}}|{_WHOLE})\b(?P<side>\s+(?:commissioner|provider)s?\b)?", re.I
)
_SIDE = Pattern(
    rf"\b(?P<number>\d{{1,6}}|{_WHOLE}|a|an)\s+(?:[a-z-]+\s+)?(?P<side>commissioner|provider)s?\b", re.I
)
_MEMBER = Pattern(
    rf"\b(?P<number>\d{{1,6}}|{_WHOLE}|a|an)\s+(?:[a-z-]+\s+)?(?:of|from|for)\s+(?:the\s+)?(?P<name>\w[\w-]*)",
    re.I,
)
_EACH = Pattern(
    rf"\b(?:(?P<number>\d{{1,6}}|{_WHOLE})\s+)?(?:[a-z]+\s+)?"
    r"(?:of|from|on)\s+(?:each|either|both)(?: of the)?\s+sides?\b",
    re.I,
)
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5}


def read_quorum(said: str, seats: int, sides: Mapping[str, str] = MappingProxyType({})) -> Quorum | None:
    """The quorum that these words state for a board of `seats`, or None where they state no number.

    A part of a seat takes a whole one. `2 commissioners and 2 providers` needs four. `sides` has the side of
    each member, so that "1 of ICB" asks for a commissioner.
    """
    including = _sides(said, sides)
    if _MAJORITY.match(said):
        return Quorum(floor(Fraction(seats, 2)) + 1, including)
    if part := _PART.match(said):
        return Quorum(ceil(seats * _fraction(part)), including)
    if count := _COUNT.match(said):
        number = sum(including.values()) if count["side"] else _number(count["number"])
        return Quorum(number, including)
    return Quorum(seats, including) if _ALL.match(said) else None


def _fraction(match: re.Match[str]) -> Fraction:
    if match["percent"]:
        return Fraction(match["percent"]) / 100
    top = (match["top"] or "one").lower()
    return Fraction(1 if top == "a" else _NUMBERS[top], _PARTS[match["bottom"].lower()])


def _sides(said: str, sides: Mapping[str, str]) -> Mapping[str, int]:
    """How many of each side must be there: the most asked of it as a side, or of its members by name."""
    found: dict[str, int] = {}
    for match in _SIDE.finditer(said):
        side = match["side"].lower()
        found[side] = max(found.get(side, 0), _number(match["number"]))
    for match in _EACH.finditer(said):
        for side in ("commissioner", "provider"):
            found[side] = max(found.get(side, 0), _number(match["number"] or "one"))
    named: dict[str, int] = {}
    for match in _MEMBER.finditer(said):
        if side := sides.get(match["name"]):
            named[side] = named.get(side, 0) + _number(match["number"])
    # `among them ICB` asks for one of its seats at least.
    for word in re.findall(r"\w[\w-]*", said):
        if side := sides.get(word):
            named.setdefault(side, 1)
    return {side: max(found.get(side, 0), named.get(side, 0)) for side in sorted({*found, *named})}


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS.get(word.lower(), 1)
