from __future__ import annotations

import os
import subprocess
import sys
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausecheck.facts.arithmetic import calendars
from clausecheck.facts.arithmetic.calendars import Calendar

days = st.dates(date(2005, 1, 1), date(2045, 12, 31))
kinds = st.sampled_from(Calendar)


def walked(day: date, number: int, calendar: Calendar) -> date:
    """The same count, day by day."""
    step = timedelta(days=1 if number > 0 else -1)
    left = abs(number)
    while left:
        day += step
        left -= calendars.is_working_day(day, calendar)
    return day


def test_the_kept_holidays_are_the_librarys() -> None:
    fresh = calendars.library_holidays.__wrapped__(calendars.FIRST_YEAR, calendars.LAST_YEAR)
    assert calendars.kept_holidays() == fresh
    years = {date.fromordinal(day).year for day in calendars.kept_holidays()["ENG"]}
    assert years == set(range(calendars.FIRST_YEAR, calendars.LAST_YEAR + 1))


def test_years_once_kept_do_not_import_the_library(tmp_path: Path) -> None:
    code = (
        "import sys; from datetime import date\n"
        "from clausecheck.facts.arithmetic.calendars import Calendar, add_working_days\n"
        "add_working_days(date(2026, 4, 1), 8, Calendar.PSR)\n"
        "print('holidays' in sys.modules)"
    )
    settings = {**os.environ, "CLAUSECHECK_CACHE_DIR": str(tmp_path)}
    run = partial(subprocess.run, [sys.executable, "-c", code], env=settings, capture_output=True, text=True)
    run(check=True)
    assert run(check=True).stdout.strip() == "False"


@pytest.mark.parametrize(
    ("day", "operational", "psr", "act"),
    [
        (date(2026, 4, 2), True, True, True),
        (date(2026, 4, 3), False, False, False),  # Good Friday
        (date(2026, 4, 4), False, False, False),  # a Saturday
        (date(2026, 4, 6), False, False, False),  # Easter Monday
        (date(2026, 5, 4), False, False, False),  # the first Monday in May
        (date(2026, 12, 28), False, False, False),  # a substitute day
        (date(2023, 5, 8), False, False, False),  # a holiday by proclamation
        (date(2026, 1, 2), True, True, False),  # Scotland
        (date(2026, 3, 17), True, True, False),  # Northern Ireland
        (date(2026, 7, 13), True, True, False),  # Northern Ireland, a substitute day
        (date(2026, 11, 30), True, True, False),  # Scotland
        (date(2020, 5, 4), True, False, True),  # the year that moved the holiday: the PSR names the Monday
        (date(2020, 5, 8), False, False, False),
    ],
)
def test_the_three_kinds_of_working_day(day: date, operational: bool, psr: bool, act: bool) -> None:
    assert [calendars.is_working_day(day, kind) for kind in Calendar] == [operational, psr, act]


def test_holidays_have_names() -> None:
    assert calendars.holiday_name(date(2026, 4, 3), Calendar.PSR) == "Good Friday"
    assert calendars.holiday_name(date(2026, 12, 28), Calendar.OPERATIONAL) == "Boxing Day (substitute day)"
    assert calendars.holiday_name(date(2026, 4, 2), Calendar.PROCUREMENT_ACT) is None


@pytest.mark.parametrize("start", [date(2026, 4, 1), date(2026, 4, 3), date(2026, 4, 4)])
def test_counting_over_easter(start: date) -> None:
    first = date(2026, 4, 2) if start < date(2026, 4, 2) else date(2026, 4, 7)
    assert calendars.next_working_day(start, Calendar.OPERATIONAL) == first


def test_first_working_day_is_the_day_itself_where_it_can_be() -> None:
    thursday = date(2026, 4, 2)
    assert calendars.first_working_day(thursday, Calendar.PSR) == thursday
    assert calendars.first_working_day(thursday + timedelta(1), Calendar.PSR) == date(2026, 4, 7)


def test_no_days_on_is_the_same_day_even_a_sunday() -> None:
    assert calendars.add_working_days(date(2026, 4, 5), 0, Calendar.PSR) == date(2026, 4, 5)


@given(days, st.integers(-60, 60), kinds)
def test_counting_agrees_with_walking(day: date, number: int, calendar: Calendar) -> None:
    assert calendars.add_working_days(day, number, calendar) == walked(day, number, calendar)


@given(days, st.integers(1, 2000), kinds)
def test_between_undoes_add(day: date, number: int, calendar: Calendar) -> None:
    end = calendars.add_working_days(day, number, calendar)
    assert calendars.is_working_day(end, calendar)
    assert calendars.working_days_between(day, end, calendar) == number
    assert calendars.working_days_between(end, day, calendar) == -number


@given(days, st.integers(1, 40))
def test_the_acts_days_are_the_fewest(day: date, number: int) -> None:
    """It leaves out all that England does, and more."""
    england = calendars.add_working_days(day, number, Calendar.OPERATIONAL)
    assert england <= calendars.add_working_days(day, number, Calendar.PROCUREMENT_ACT)


def test_far_off_years_count_without_holidays_and_never_fail() -> None:
    assert calendars.add_working_days(date(2926, 12, 24), 1, Calendar.PSR) == date(2926, 12, 25)
    assert calendars.add_working_days(date(9999, 12, 30), 10**15, Calendar.PSR) == date.max
    assert calendars.add_working_days(date(1, 1, 5), -(10**15), Calendar.PSR) == date.min
    assert calendars.later(date(2026, 1, 1), 10**15) == date.max
    assert calendars.later(date(2026, 1, 1), -(10**15)) == date.min


def test_years_outside_the_kept_ones_have_their_holidays() -> None:
    assert not calendars.is_working_day(date(2044, 12, 26), Calendar.OPERATIONAL)
    assert not calendars.is_working_day(date(2008, 12, 26), Calendar.OPERATIONAL)


def test_left_out_names_weekday_holidays_in_order() -> None:
    found = calendars.left_out(date(2026, 4, 1), date(2026, 5, 4), Calendar.OPERATIONAL)
    assert found == (
        (date(2026, 4, 3), "Good Friday"),
        (date(2026, 4, 6), "Easter Monday"),
        (date(2026, 5, 4), "May Day"),
    )


def test_left_out_starts_after_the_first_day() -> None:
    assert calendars.left_out(date(2026, 4, 3), date(2026, 4, 5), Calendar.PSR) == ()


def test_dates_in_words() -> None:
    day = date(2026, 2, 13)
    assert calendars.in_words(day) == "Fri 13 Feb 2026"
    assert calendars.canonical(day) == "13 February 2026"


def test_counting_out_in_words() -> None:
    steps = [(date(2026, 2, 2), "published"), (date(2026, 2, 3), "begins"), (date(2026, 2, 13), "midnight")]
    assert calendars.count_out(steps) == "Mon 2 Feb published, Tue 3 Feb begins, Fri 13 Feb midnight"


def test_a_count_across_years_shows_them() -> None:
    steps = [(date(2025, 12, 19), "published"), (date(2026, 1, 5), "midnight")]
    assert calendars.count_out(steps) == "Fri 19 Dec 2025 published, Mon 5 Jan 2026 midnight"
