"""Lengths of time in months, and results that come after the money they answer for was settled."""

from __future__ import annotations

from collections.abc import Iterable

MONTHS_IN_A_YEAR = 12
_DAYS = 30
_MONTHS = {"month": 1, "year": MONTHS_IN_A_YEAR}


def in_months(count: int, unit: str) -> int | None:
    """A length of time in months; None for one in weeks or days, which is no whole number of them."""
    months = _MONTHS.get(unit)
    return None if months is None else count * months


def months_at_most(count: int, unit: str) -> int:
    """A length of time in whole months, weeks and days rounded up, with 30 days to a month."""
    days = {"day": 1, "week": 7}.get(unit)
    return count * _MONTHS[unit] if days is None else -(-count * days // _DAYS)


def longest(months: Iterable[int | None]) -> int | None:
    """The longest of some lengths, leaving out those that are not known."""
    return max((each for each in months if each is not None), default=None)


def late_by(outcome: int, cost: int) -> int:
    """The months by which an outcome is seen after its costs were counted; 0 if in time."""
    return max(outcome - cost, 0)


def spoken(months: int) -> str:
    """`6 months`, `1 year`, `5 years`, `18 months`."""
    if months % MONTHS_IN_A_YEAR or months == 0:
        return f"{months} month{'' if months == 1 else 's'}"
    years = months // MONTHS_IN_A_YEAR
    return f"{years} year{'' if years == 1 else 's'}"
