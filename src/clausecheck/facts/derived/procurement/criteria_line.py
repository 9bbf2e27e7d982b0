"""Key criteria that stand on one line, `quality 30%, value 20%`, taken apart into criteria and weights.

It adds no facts of its own: `criteria` reads bullets and lines alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from clausecheck.model.values import Hole, Percent, Text
from clausecheck.patterns import Pattern
from clausecheck.spans import Span


class Listed(NamedTuple):
    """A criterion on a line: its name, its weight if it has one, and where the name stands."""

    name: str
    weight: Decimal | None
    span: Span


class OneLine(NamedTuple):
    """A line of criteria.

    `in_full`: nothing in it points elsewhere or is left open. `plain`: each weight belongs to one criterion
    and is a share of the whole, so that they can be added. `all_five`: it takes in the five as a whole.
    """

    criteria: tuple[Listed, ...]
    in_full: bool
    plain: bool
    all_five: bool


_ENDS = " \t,;:/&()[]-\u2010\u2013\u2014.+*="
_AND = Pattern(r"(?:and|plus|then|at|of|on|for|to|which|weighted|weight|weighting|is|with)\s+", re.I)
_TRAILING = Pattern(r"\s+(?:and|plus|then|at|of|to|weighted|weight|weighting|is|with)$", re.I)
_A_WORD = Pattern(r"[a-z]{3}", re.I)
_DIVIDES = Pattern(r"[,;]\s*(?:and\s+)?")
# A share within a share, a pass mark, a total, or one figure for several: these weights are not to be added.
_NOT_PLAIN = Pattern(
    r"\bof which\b|\binclu|\btotal|\beach\b|\bequal|\bat least\b|\bat most\b|\bminimum\b|\bmaximum\b"
    r"|\bup to\b|\bpass\b|\bthreshold\b|\bwithin\b|\bsub-|\babout\b|\bapprox",
    re.I,
)
_ELSEWHERE = Pattern(
    r"\bas (?:set|stated|in|given|weighed|weighted|scored|listed|published|described)\b|\bsee\b|\bset out\b"
    r"|\bschedule\b|\bannex\b|\bappendix\b|\bITT\b|\binvitation\b|\btender\b|\breport\b|\bnotice\b|\betc\b"
    r"|\bothers?\b|\bdocument",
    re.I,
)
_FIVE = Pattern(
    r"\b(?:all|the) (?:five|5)\b|\b(?:five|5) (?:PSR )?key criteria\b|\ball (?:the )?key criteria\b", re.I
)
_LONGEST_NAME = 14


def one_line(value: Text) -> OneLine:
    """The criteria that a line lists, divided by their weights, or by commas where it gives none."""
    marks = [part for part in value.parts if isinstance(part, Percent | Hole)]
    weights = [mark for mark in marks if isinstance(mark, Percent)]
    holes = len(marks) > len(weights)
    found = tuple(_weighted(value, marks) if weights else _named(value))
    elsewhere = not weights and _ELSEWHERE.search(value.raw) is not None
    long = any(len(each.name.split()) > _LONGEST_NAME for each in found)
    all_five = _FIVE.search(value.raw) is not None
    one_each = sum(each.weight is not None for each in found) == len(weights)
    return OneLine(
        criteria=found,
        in_full=not holes and not elsewhere and not long,
        plain=one_each and not holes and not all_five and not _NOT_PLAIN.search(value.raw),
        all_five=all_five,
    )


def _weighted(value: Text, marks: list[Percent | Hole]) -> Iterator[Listed]:
    """A name for each weight: the words before it, or after it where the line begins with a weight.

    What is left at the end of the line comes last, without a weight.
    """
    text, start = value.raw, value.span.start
    ends = [(mark.span.start - start, mark.span.end - start) for mark in marks]
    first = not _name(text[: ends[0][0]])
    bounds = [0, *(end for _, end in ends), len(text)]
    for n, mark in enumerate(marks):
        if first:
            stretch = ends[n][1], ends[n + 1][0] if n + 1 < len(ends) else len(text)
        else:
            stretch = bounds[n], ends[n][0]
        if name := _name(text[slice(*stretch)]):
            at = start + text.index(name, stretch[0])
            yield Listed(name, mark.value if isinstance(mark, Percent) else None, Span(at, at + len(name)))
    rest = "" if first else _name(text[bounds[-2] :])
    if rest:
        at = start + text.index(rest, bounds[-2])
        yield Listed(rest, None, Span(at, at + len(rest)))


def _named(value: Text) -> Iterator[Listed]:
    at = 0
    for piece in _DIVIDES.split(value.raw):
        if name := _name(piece):
            at = value.raw.index(name, at)
            yield Listed(name, None, Span(value.span.start + at, value.span.start + at + len(name)))
            at += len(name)


def _name(words: str) -> str:
    """A criterion's name without the marks and small words around it."""
    words = words.strip(_ENDS)
    if match := _AND.match(words):
        words = words[match.end() :].strip(_ENDS)
    if match := _TRAILING.search(words):
        words = words[: match.start()].strip(_ENDS)
    return words if _A_WORD.search(words) else ""
