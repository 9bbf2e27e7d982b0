"""Terms and dates: months, contract years, whether a term fits its dates, and dates that do not exist."""

from __future__ import annotations

from calendar import isleap
from datetime import MAXYEAR, MINYEAR, date
from enum import StrEnum
from typing import NamedTuple

from clausecheck.facts.arithmetic.calendars import later

_APRIL = 4
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class ContractYear(NamedTuple):
    """A year of a contract, `start` to `end` inclusive, and its name, such as `2026/27`."""

    label: str
    start: date
    end: date


class Fit(StrEnum):
    """How a stated Expiry Date fits a stated term."""

    EXACT = "exact"
    """The day before the anniversary, as the convention has it."""
    ANNIVERSARY = "one day over"
    """The anniversary itself: one day more than the term."""
    DIFFERENT = "different"
    """Any other day."""


class TermCheck(NamedTuple):
    """A term of `months` from `start`, beside the Expiry Date that the draft states."""

    start: date
    months: int
    stated: date
    should_be: date
    fit: Fit


class Length(NamedTuple):
    """A length of time: whole months, and the days left over (0 to 30)."""

    months: int
    days: int


def add_months(day: date, months: int) -> date:
    """The same day `months` later (earlier, below 0), or the last of that month where it is shorter.

    31 January and one month make 28 or 29 February. Goes no further than the first or last date there is.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > MAXYEAR:
        return date.max
    if year < MINYEAR:
        return date.min
    return date(year, month + 1, min(day.day, days_in_month(year, month + 1)))


def days_in_month(year: int, month: int) -> int:
    """How many days the month has; `month` is 1 to 12."""
    return 29 if month == 2 and isleap(year) else _DAYS[month - 1]


def expiry_for(start: date, months: int) -> date:
    """The last day of a term of `months` that begins on `start`: the day before the anniversary."""
    return later(add_months(start, months), -1)


def term_matches(start: date, expiry: date, months: int) -> TermCheck:
    """Compare a stated Expiry Date with a stated term (rule TRM02)."""
    should_be = expiry_for(start, months)
    fits = {should_be: Fit.EXACT, later(should_be, 1): Fit.ANNIVERSARY}
    return TermCheck(start, months, expiry, should_be, fits.get(expiry, Fit.DIFFERENT))


def length(start: date, expiry: date) -> Length:
    """How long a term is from `start` to `expiry`, both inclusive: 1 April to 31 March is 12 months.

    Raises ValueError where `expiry` is more than a day before `start`.
    """
    end = later(expiry, 1)
    if end < start:
        raise ValueError("a term does not end before it begins")
    months = (end.year - start.year) * 12 + end.month - start.month
    if add_months(start, months) > end:
        months -= 1
    return Length(months, (end - add_months(start, months)).days)


def contract_years(start: date, expiry: date) -> tuple[ContractYear, ...]:
    """The contract years between commencement and expiry, each 12 months from `start` or its anniversary.

    The last one is cut short at `expiry`. Empty where `expiry` is before `start`.
    """
    years: list[ContractYear] = []
    first = start
    while first <= expiry:
        full = expiry_for(start, 12 * (len(years) + 1))
        end = min(max(full, first), expiry)  # `full` stops at the last date there is
        years.append(ContractYear(_label(first, expiry_for(first, 12)), first, end))
        if end == date.max:
            break
        first = later(end, 1)
    return tuple(years)


def financial_years(start: date, expiry: date) -> tuple[ContractYear, ...]:
    """The financial years (1 April to 31 March) of a term; the first and the last may be cut short.

    Empty where `expiry` is before `start`.
    """
    years: list[ContractYear] = []
    first = start
    while first <= expiry:
        opened = first.year if first.month >= _APRIL else first.year - 1
        closes = date(opened + 1, 3, 31) if opened < MAXYEAR else date.max
        years.append(ContractYear(f"{opened}/{(opened + 1) % 100:02d}", first, min(closes, expiry)))
        if closes == date.max:
            break
        first = later(closes, 1)
    return tuple(years)


def _label(first: date, last: date) -> str:
    """`2026/27` for a year across two calendar years, `2026` for one inside a single year."""
    return f"{first.year}" if first.year == last.year else f"{first.year}/{last.year % 100:02d}"
