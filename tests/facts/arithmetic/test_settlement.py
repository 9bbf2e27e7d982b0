"""Lengths of time as days: counted out from a day, and at the least wherever they begin."""

from __future__ import annotations

from datetime import date

import pytest

from clausecheck.facts.arithmetic.settlement import Unit, at_least_days, day_after, days_after

END = date(2027, 3, 31)


@pytest.mark.parametrize(
    ("count", "unit", "days"),
    [
        (150, Unit.DAY, 150),
        (6, Unit.MONTH, 183),
        (3, Unit.MONTH, 91),
        (9, Unit.MONTH, 275),
        (8, Unit.WEEK, 56),
        (1, Unit.YEAR, 366),
        # Weekends, and the holidays of 3 and 31 May.
        (60, Unit.WORKING_DAY, 86),
        (0, Unit.DAY, 0),
    ],
)
def test_a_length_of_time_is_counted_out_from_the_end_of_the_year(count: int, unit: Unit, days: int) -> None:
    assert days_after(END, count, unit) == days


def test_the_day_it_starts_from_does_not_count() -> None:
    assert day_after(END, 1, Unit.DAY) == date(2027, 4, 1)
    assert day_after(END, 1, Unit.WORKING_DAY) == date(2027, 4, 1)


@pytest.mark.parametrize(
    ("count", "unit", "days"),
    [
        (30, Unit.DAY, 30),
        (30, Unit.WORKING_DAY, 42),
        (4, Unit.WORKING_DAY, 4),
        (5, Unit.WORKING_DAY, 7),
        (22, Unit.WORKING_DAY, 30),
        (4, Unit.WEEK, 28),
        (1, Unit.MONTH, 30),
        (2, Unit.MONTH, 60),
        (1, Unit.YEAR, 365),
    ],
)
def test_a_length_of_time_takes_so_many_days_at_the_least(count: int, unit: Unit, days: int) -> None:
    assert at_least_days(count, unit) == days
