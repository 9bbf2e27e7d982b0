"""What falls on a year, and limits in weeks, at their boundaries."""

from __future__ import annotations

from datetime import date

import pytest

from clausecheck.facts.arithmetic.a_year import Unit, a_year_in_months, a_year_of, longer_than_weeks


@pytest.mark.parametrize(
    ("pence", "start", "expiry", "a_year"),
    [
        (1_500_000_000, date(2026, 4, 1), date(2029, 3, 31), 500_000_000),
        (1_499_999_999, date(2026, 4, 1), date(2029, 3, 31), 499_999_999),  # rounded down
        (750_000_000, date(2026, 4, 1), date(2027, 9, 30), 500_000_000),  # 18 months
        (250_000_000, date(2026, 4, 1), date(2026, 9, 30), 500_000_000),  # half a year
        (36_600, date(2026, 4, 1), date(2027, 4, 1), 36_500),  # 366 days, no whole months
        (10_000, date(2026, 4, 1), date(2026, 4, 10), 365_000),  # 10 days
    ],
)
def test_what_falls_on_a_year(pence: int, start: date, expiry: date, a_year: int) -> None:
    assert a_year_of(pence, start, expiry) == a_year


def test_by_months() -> None:
    assert a_year_in_months(1_500_000_000, 36) == 500_000_000
    assert a_year_in_months(100, 36) == 33


@pytest.mark.parametrize(
    ("count", "unit", "working", "longer"),
    [
        (42, "day", False, False),
        (43, "day", False, True),
        (30, "day", True, False),
        (31, "day", True, True),
        (6, "week", False, False),
        (7, "week", False, True),
        (1, "month", False, False),
        (2, "month", False, True),
        (1, "year", False, True),
    ],
)
def test_longer_than_six_weeks(count: int, unit: Unit, working: bool, longer: bool) -> None:
    assert longer_than_weeks(6, count, unit, working=working) is longer
