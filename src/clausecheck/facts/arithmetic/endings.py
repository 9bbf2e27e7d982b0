"""When a notice that ends a contract runs out, against the day on which the contract ends by itself."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from clausecheck.facts.arithmetic.calendars import later
from clausecheck.facts.arithmetic.settlement import Unit, day_after


class RunsOut(NamedTuple):
    """A notice given on a day, the day it runs out, and whether the contract has ended by then."""

    given: date
    day: date
    outlasts: bool


def runs_out(given: date, count: int, unit: Unit, expiry: date) -> RunsOut:
    """The end of a notice given on `given`.

    A year's notice from 1 April runs to 31 March or to 1 April, by how it is counted: a notice that is as
    long as the contract is no longer than it.
    """
    day = day_after(given, count, unit)
    return RunsOut(given, day, day > later(expiry, 1))
