"""Compiles `or` and `not` away: the ways in which a checked condition can hold.

A way is a conjunction of tests and joins. Negation has already gone from the leaves when this module sees
them: a leaf knows what it becomes when negated, since that depends on the attribute.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product

from clausecheck.rules.compiled import Join, Test

Way = tuple[Test | Join, ...]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A comparison as the tests of which one must hold."""

    options: tuple[Test | Join, ...]


@dataclass(frozen=True, slots=True)
class All:
    """Every term holds; with no terms, always."""

    terms: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class Some:
    """Some term holds."""

    terms: tuple[Formula, ...]


Formula = Leaf | All | Some


def count(formula: Formula) -> int:
    """How many ways `ways` would make before it drops the needless ones; costs no more than a walk."""
    match formula:
        case Leaf(options):
            return len(options)
        case Some(terms):
            return sum(count(term) for term in terms)
        case All(terms):
            total = 1
            for term in terms:
                total *= count(term)
            return total


def ways(formula: Formula) -> tuple[Way, ...]:
    """The ways the formula can hold, in the order written, without any that another one covers."""
    return _needed(_expanded(formula))


def _expanded(formula: Formula) -> Iterable[Way]:
    match formula:
        case Leaf(options):
            return [(option,) for option in options]
        case Some(terms):
            return [way for term in terms for way in _expanded(term)]
        case All(terms):
            combined = product(*(_expanded(term) for term in terms))
            return [tuple(dict.fromkeys(test for way in parts for test in way)) for parts in combined]


def _needed(every: Iterable[Way]) -> tuple[Way, ...]:
    """Without repeats, and without a way that asks for all that a shorter one asks for and more."""
    distinct: dict[frozenset[Test | Join], Way] = {}
    for way in every:
        distinct.setdefault(frozenset(way), way)
    return tuple(way for asked, way in distinct.items() if not any(other < asked for other in distinct))
