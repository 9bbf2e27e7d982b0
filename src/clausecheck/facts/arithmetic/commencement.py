"""When services can start, given when the last Condition Precedent is met (GC3.1)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from clausecheck.facts.arithmetic.calendars import later


class Start(NamedTuple):
    """The day on which services start, and how many days that is after the day that was expected."""

    day: date
    late: int


def start_after(expected: date, met: date) -> Start:
    """The later of the expected day and the day after the last condition is met."""
    day = max(expected, later(met, 1))
    return Start(day, (day - expected).days)
