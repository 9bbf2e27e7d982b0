"""Years to 31 March that a contract covers in part, and what a yearly sum comes to for their days."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import NamedTuple

from clausecheck.facts.arithmetic.exact import whole_pence


class PartYear(NamedTuple):
    """A part of a year to 31 March, `start` to `end` inclusive."""

    start: date
    end: date
    days: int
    whole: int

    def by_day(self, pence: int) -> int:
        """A yearly sum for as many days as the part has."""
        return whole_pence(Fraction(pence * self.days, self.whole))


def part_years(start: date, expiry: date) -> tuple[PartYear, ...]:
    """The first and the last year to 31 March of a contract, where it does not cover them whole.

    One where it begins and ends within a year; none where `expiry` is before `start`.
    """
    if expiry < start:
        return ()
    years = sorted({_year(start), _year(expiry)})
    found = (_covered(year, start, expiry) for year in years)
    return tuple(part for part in found if part.days < part.whole)


def _year(day: date) -> int:
    return day.year if day.month >= 4 else day.year - 1


def _covered(year: int, start: date, expiry: date) -> PartYear:
    first, last = date(year, 4, 1), date(year + 1, 3, 31)
    begins, ends = max(first, start), min(last, expiry)
    return PartYear(begins, ends, (ends - begins).days + 1, (last - first).days + 1)
