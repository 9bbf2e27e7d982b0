"""When a notice runs out, against the last day of the contract."""

from __future__ import annotations

from datetime import date

import pytest

from clausecheck.facts.arithmetic.endings import runs_out
from clausecheck.facts.arithmetic.settlement import Unit

START, EXPIRY = date(2026, 4, 1), date(2027, 3, 31)


@pytest.mark.parametrize(
    ("given", "count", "unit", "day", "outlasts"),
    [
        (START, 11, Unit.MONTH, date(2027, 3, 1), False),
        (START, 12, Unit.MONTH, date(2027, 4, 1), False),  # as long as the contract
        (START, 1, Unit.YEAR, date(2027, 4, 1), False),
        (START, 365, Unit.DAY, date(2027, 4, 1), False),
        (START, 366, Unit.DAY, date(2027, 4, 2), True),
        (START, 13, Unit.MONTH, date(2027, 5, 1), True),
        (START, 53, Unit.WEEK, date(2027, 4, 7), True),
        (date(2026, 3, 16), 12, Unit.MONTH, date(2027, 3, 16), False),
        (date(2026, 3, 16), 13, Unit.MONTH, date(2027, 4, 16), True),
        (date(2027, 3, 29), 2, Unit.WORKING_DAY, date(2027, 3, 31), False),  # Easter Monday to Wednesday
    ],
)
def test_a_notice_runs_out(given: date, count: int, unit: Unit, day: date, outlasts: bool) -> None:
    found = runs_out(given, count, unit, EXPIRY)
    assert (found.given, found.day, found.outlasts) == (given, day, outlasts)
