"""Gathers the facts of one draft, numbers them, and turns exact values into the scalars rules compare."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from clausecheck.facts.fact import Fact, Scalar, State
from clausecheck.spans import Span

POINT = 10_000  # a percentage point, as rules count percentages

_LONGEST_WORD = 120


class Collector:
    """The facts so far; `facts[i].n` is always `i`."""

    def __init__(self) -> None:
        self.facts: list[Fact] = []

    def add(
        self,
        kind: str,
        span: Span,
        path: tuple[str, ...] = (),
        /,
        *,
        shown: Mapping[str, str] | None = None,
        spans: Mapping[str, Span] | None = None,
        states: Mapping[str, State] | None = None,
        **values: Scalar | date | Decimal | None,
    ) -> Fact:
        """Add a fact. A value of None is left out, and the attribute is absent unless `states` says else.

        A `date` becomes yyyymmdd, a `Decimal` (always a percentage) ten-thousandths of a point.
        """
        scalars: dict[str, Scalar] = {}
        known = dict(states or {})
        for name, value in values.items():
            if value is None:
                known.setdefault(name, State.ABSENT)
            else:
                scalars[name] = scalar(value)
        fact = Fact(kind, len(self.facts), span, scalars, known, shown or {}, spans or {}, path)
        self.facts.append(fact)
        return fact

    def of(self, kind: str) -> list[Fact]:
        """The facts of a kind so far."""
        return [fact for fact in self.facts if fact.kind == kind]


def scalar(value: Scalar | date | Decimal) -> Scalar:
    """A value as rules compare it."""
    if isinstance(value, date):
        return value.year * 10_000 + value.month * 100 + value.day
    if isinstance(value, Decimal):
        return int((value * POINT).to_integral_value())
    if isinstance(value, str):
        return value[:_LONGEST_WORD]
    return value
