"""Cycles of care: lengths in months, and results that come after their costs."""

from __future__ import annotations

import pytest

from clausecheck.facts.arithmetic import cycles


@pytest.mark.parametrize(
    ("count", "unit", "months"),
    [(6, "month", 6), (1, "year", 12), (5, "year", 60), (91, "day", None), (6, "week", None)],
)
def test_only_months_and_years_make_whole_months(count: int, unit: str, months: int | None) -> None:
    assert cycles.in_months(count, unit) == months


@pytest.mark.parametrize(
    ("count", "unit", "months"),
    [
        (90, "day", 3),
        (91, "day", 4),
        (1, "day", 1),
        (4, "week", 1),
        (5, "week", 2),
        (6, "month", 6),
        (1, "year", 12),
    ],
)
def test_days_and_weeks_are_rounded_up_to_months(count: int, unit: str, months: int) -> None:
    assert cycles.months_at_most(count, unit) == months


def test_the_longest_leaves_out_what_is_not_known() -> None:
    assert cycles.longest([6, None, 12]) == 12
    assert cycles.longest([None]) is None
    assert cycles.longest([]) is None


@pytest.mark.parametrize(("outcome", "cost", "late"), [(11, 12, 0), (12, 12, 0), (13, 12, 1), (60, 12, 48)])
def test_a_result_is_late_from_the_first_month_after_its_costs(outcome: int, cost: int, late: int) -> None:
    assert cycles.late_by(outcome, cost) == late


@pytest.mark.parametrize(
    ("months", "words"),
    [(0, "0 months"), (1, "1 month"), (6, "6 months"), (12, "1 year"), (18, "18 months"), (60, "5 years")],
)
def test_months_as_a_reader_says_them(months: int, words: str) -> None:
    assert cycles.spoken(months) == words
