"""Lengths of time as days: how long after a year ends, and at the least how long a payment takes."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from clausecheck.facts.arithmetic.calendars import Calendar, add_working_days, later
from clausecheck.facts.arithmetic.dates import add_months

_WEEK = 7
_WORKING = 5
_LEAST = {"day": 1, "week": _WEEK, "month": 30, "year": 365}


class Unit(StrEnum):
    """What a length of time counts in; the value is the singular as drafts have it."""

    WORKING_DAY = "working day"
    """Operational Days too: the calendar of England."""
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


def day_after(start: date, count: int, unit: Unit) -> date:
    """The day that is `count` units after `start`, which itself does not count."""
    match unit:
        case Unit.WORKING_DAY:
            return add_working_days(start, count, Calendar.OPERATIONAL)
        case Unit.DAY:
            return later(start, count)
        case Unit.WEEK:
            return later(start, count * _WEEK)
    return add_months(start, count * (12 if unit is Unit.YEAR else 1))


def days_after(start: date, count: int, unit: Unit) -> int:
    """The same as a number of calendar days: 6 months after 31 March are 183."""
    return (day_after(start, count, unit) - start).days


def at_least_days(count: int, unit: Unit) -> int:
    """The calendar days that a length of time takes at the least, wherever it begins.

    A working week is 7 days, so 30 working days take 42 or more; a month counts as 30.
    """
    if unit is Unit.WORKING_DAY:
        return count // _WORKING * _WEEK + count % _WORKING
    return count * _LEAST[unit.value]
