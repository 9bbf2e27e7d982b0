"""What a contract is worth in a year, where only its whole value is known, and limits of time in weeks."""

from __future__ import annotations

from datetime import date
from typing import Literal

from clausecheck.facts.arithmetic.dates import length

_YEAR_MONTHS, _YEAR_DAYS = 12, 365
# The fewest calendar days that one of each unit lasts.
_LEAST_DAYS = {"day": 1, "week": 7, "month": 28, "year": 365}
_WORKING_WEEK = 5

Unit = Literal["day", "week", "month", "year"]


def a_year_of(pence: int, start: date, expiry: date) -> int:
    """The part of `pence` that falls on a year, in whole pence rounded down; `expiry` is the last day.

    Counted by months where the term is a whole number of them, else by days, 365 to the year.
    """
    long = length(start, expiry)
    if long.months and not long.days:
        return a_year_in_months(pence, long.months)
    return pence * _YEAR_DAYS // ((expiry - start).days + 1)


def a_year_in_months(pence: int, months: int) -> int:
    """The part of `pence` for `months` that falls on a year, in whole pence rounded down."""
    return pence * _YEAR_MONTHS // months


def longer_than_weeks(weeks: int, count: int, unit: Unit, *, working: bool = False) -> bool:
    """Whether a length of time is longer than `weeks` even at its shortest.

    A month counts as 28 days, and `working` days as five to a week without holidays.
    """
    if unit == "day" and working:
        return count > weeks * _WORKING_WEEK
    return count * _LEAST_DAYS[unit] > weeks * _LEAST_DAYS["week"]
