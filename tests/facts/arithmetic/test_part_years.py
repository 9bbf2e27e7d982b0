"""Parts of years to 31 March, and yearly sums by the day."""

from __future__ import annotations

from datetime import date

import pytest

from clausecheck.facts.arithmetic.part_years import PartYear, part_years


@pytest.mark.parametrize(
    ("start", "expiry", "days"),
    [
        (date(2026, 4, 1), date(2029, 3, 31), []),
        (date(2026, 4, 2), date(2029, 3, 31), [364]),
        (date(2026, 3, 31), date(2029, 3, 31), [1]),
        (date(2026, 4, 1), date(2029, 3, 30), [364]),
        (date(2026, 4, 1), date(2029, 4, 1), [1]),
        (date(2026, 10, 1), date(2028, 9, 30), [182, 183]),
        (date(2026, 10, 1), date(2026, 12, 31), [92]),
        (date(2026, 4, 1), date(2026, 3, 31), []),
        (date(2027, 10, 1), date(2028, 3, 31), [183]),
    ],
)
def test_a_year_that_is_not_whole_is_a_part(start: date, expiry: date, days: list[int]) -> None:
    assert [part.days for part in part_years(start, expiry)] == days


def test_a_part_tells_where_it_begins_and_ends() -> None:
    [part] = part_years(date(2027, 10, 1), date(2029, 3, 31))
    assert part == PartYear(date(2027, 10, 1), date(2028, 3, 31), 183, 366)


def test_a_yearly_sum_by_the_day_is_whole_pence() -> None:
    assert PartYear(date(2026, 10, 1), date(2027, 3, 31), 182, 365).by_day(840_000_000) == 418_849_315
    assert PartYear(date(2026, 4, 1), date(2027, 3, 31), 365, 365).by_day(840_000_000) == 840_000_000
