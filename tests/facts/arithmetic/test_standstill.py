from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausecheck.facts.arithmetic import standstill
from clausecheck.facts.arithmetic.calendars import Calendar, is_working_day

days = st.dates(date(2024, 1, 1), date(2035, 12, 31))

# procurement notes 1.9; the first matches a notice that NHS England published
VECTORS = [
    ("2025-12-16", "2025-12-17", "2025-12-31", "2026-01-01", "2025-12-29"),
    ("2026-01-05", "2026-01-06", "2026-01-16", "2026-01-17", "2026-01-14"),
    ("2026-01-09", "2026-01-10", "2026-01-21", "2026-01-22", "2026-01-20"),
    ("2026-04-01", "2026-04-02", "2026-04-16", "2026-04-17", "2026-04-14"),
    ("2026-02-02", "2026-02-03", "2026-02-13", "2026-02-14", "2026-02-11"),
]


@pytest.mark.parametrize(("published", "begins", "ends", "signing", "act_ends"), VECTORS)
def test_worked_periods(published: str, begins: str, ends: str, signing: str, act_ends: str) -> None:
    psr = standstill.psr_standstill(date.fromisoformat(published))
    dates = [psr.begins, psr.ends, psr.earliest_signing]
    assert dates == [date.fromisoformat(day) for day in (begins, ends, signing)]
    act = standstill.procurement_act_standstill(date.fromisoformat(published))
    assert (act.begins.isoformat(), act.ends.isoformat()) == (published, act_ends)


def test_the_steps_and_the_holidays_are_told() -> None:
    found = standstill.psr_standstill(date(2026, 4, 1))
    assert found.steps == "Wed 1 Apr published, Thu 2 Apr begins, Thu 16 Apr midnight"
    assert [name for _, name in found.left_out] == ["Good Friday", "Easter Monday"]
    assert standstill.psr_standstill(date(2026, 2, 2)).left_out == ()


def test_a_holiday_on_which_the_period_begins_does_not_lengthen_it() -> None:
    found = standstill.psr_standstill(date(2025, 12, 24))
    assert found.begins == date(2025, 12, 25)
    assert [day for day, _ in found.left_out] == [date(2025, 12, 26), date(2026, 1, 1)]
    assert found.ends == date(2026, 1, 8)


def test_the_acts_steps_begin_on_the_day_of_publication() -> None:
    found = standstill.procurement_act_standstill(date(2026, 2, 2))
    assert found.steps == "Mon 2 Feb published, Wed 11 Feb midnight"


def test_scottish_and_northern_irish_holidays_lengthen_the_acts_period_only() -> None:
    published = date(2026, 3, 12)
    act = standstill.procurement_act_standstill(published)
    assert (act.ends, act.left_out) == (date(2026, 3, 24), ((date(2026, 3, 17), "Saint Patrick's Day"),))
    assert standstill.psr_standstill(published).left_out == ()


def test_publication_at_a_weekend() -> None:
    saturday = date(2026, 2, 7)
    assert standstill.procurement_act_standstill(saturday).ends == date(2026, 2, 18)
    assert standstill.psr_standstill(saturday).ends == date(2026, 2, 18)


def test_the_day_before_is_too_short_and_the_last_day_is_not() -> None:
    found = standstill.psr_standstill(date(2026, 2, 2))
    assert [found.too_short(date(2026, 2, day)) for day in (11, 12, 13, 14)] == [True, True, False, False]
    assert [found.signs_too_early(date(2026, 2, day)) for day in (13, 14)] == [True, False]


def test_five_working_days_after_a_further_decision() -> None:
    found = standstill.psr_after_further_decision(date(2026, 3, 31))
    assert (found.begins, found.ends, found.earliest_signing) == (
        date(2026, 4, 1),
        date(2026, 4, 9),
        date(2026, 4, 10),
    )


def test_calendar_day_periods_ignore_holidays() -> None:
    assert standstill.most_suitable_provider_earliest(date(2026, 1, 5)) == date(2026, 1, 19)
    assert standstill.award_notice_last_day(date(2026, 2, 14)) == date(2026, 3, 16)


@given(days)
def test_eight_working_days_pass_after_the_period_begins(published: date) -> None:
    found = standstill.psr_standstill(published)
    span = (found.begins + timedelta(n) for n in range(1, (found.ends - found.begins).days + 1))
    assert sum(is_working_day(day, Calendar.PSR) for day in span) == standstill.STANDSTILL_DAYS
    assert is_working_day(found.ends, Calendar.PSR)


@given(days)
def test_the_act_counts_eight_working_days_with_the_first(published: date) -> None:
    found = standstill.procurement_act_standstill(published)
    span = (published + timedelta(n) for n in range((found.ends - published).days + 1))
    counted = sum(is_working_day(day, Calendar.PROCUREMENT_ACT) for day in span)
    assert counted == standstill.STANDSTILL_DAYS


def test_the_end_of_time_is_no_error() -> None:
    assert standstill.psr_standstill(date.max).earliest_signing == date.max
    assert standstill.procurement_act_standstill(date.max).ends == date.max
    assert standstill.procurement_act_standstill(date.min).begins == date.min
