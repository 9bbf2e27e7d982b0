from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausecheck.facts.arithmetic import dates
from clausecheck.facts.arithmetic.dates import Fit, Length

starts = st.dates(date(2000, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2026-03-31", -1, "2026-02-28"),
        ("2026-11-30", 2, "2027-01-30"),
        ("2026-04-01", 36, "2029-04-01"),
        ("2028-02-29", 12, "2029-02-28"),
        ("2026-04-01", 10**12, "9999-12-31"),
        ("2026-04-01", -(10**12), "0001-01-01"),
    ],
)
def test_add_months(start: str, months: int, end: str) -> None:
    assert dates.add_months(date.fromisoformat(start), months).isoformat() == end


@pytest.mark.parametrize(
    ("expiry", "fit"),
    [
        ("2029-03-31", Fit.EXACT),
        ("2029-04-01", Fit.ANNIVERSARY),
        ("2029-03-30", Fit.DIFFERENT),
        ("2030-03-31", Fit.DIFFERENT),
    ],
)
def test_a_term_of_three_years(expiry: str, fit: Fit) -> None:
    found = dates.term_matches(date(2026, 4, 1), date.fromisoformat(expiry), 36)
    assert (found.fit, found.should_be) == (fit, date(2029, 3, 31))


@pytest.mark.parametrize(
    ("start", "expiry", "months", "days"),
    [
        ("2026-04-01", "2029-03-31", 36, 0),
        ("2026-04-01", "2029-04-01", 36, 1),
        ("2026-04-01", "2026-04-01", 0, 1),
        ("2026-04-01", "2026-03-31", 0, 0),
        ("2026-01-31", "2026-02-27", 1, 0),
        ("2026-01-15", "2026-03-10", 1, 24),
    ],
)
def test_length(start: str, expiry: str, months: int, days: int) -> None:
    found = dates.length(date.fromisoformat(start), date.fromisoformat(expiry))
    assert found == Length(months, days)


def test_a_term_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="before it begins"):
        dates.length(date(2026, 4, 1), date(2026, 3, 30))


def test_contract_years_of_a_whole_term() -> None:
    found = dates.contract_years(date(2026, 4, 1), date(2029, 3, 31))
    assert [(year.label, year.start, year.end) for year in found] == [
        ("2026/27", date(2026, 4, 1), date(2027, 3, 31)),
        ("2027/28", date(2027, 4, 1), date(2028, 3, 31)),
        ("2028/29", date(2028, 4, 1), date(2029, 3, 31)),
    ]


def test_an_expiry_on_the_anniversary_makes_a_year_of_one_day() -> None:
    found = dates.contract_years(date(2026, 4, 1), date(2028, 4, 1))
    assert [year.label for year in found] == ["2026/27", "2027/28", "2028/29"]
    assert found[-1].start == found[-1].end == date(2028, 4, 1)


def test_years_from_the_middle_of_one() -> None:
    start, expiry = date(2026, 7, 1), date(2027, 12, 31)
    assert [(year.label, year.start) for year in dates.contract_years(start, expiry)] == [
        ("2026/27", date(2026, 7, 1)),
        ("2027/28", date(2027, 7, 1)),
    ]
    assert [(year.label, year.start, year.end) for year in dates.financial_years(start, expiry)] == [
        ("2026/27", date(2026, 7, 1), date(2027, 3, 31)),
        ("2027/28", date(2027, 4, 1), date(2027, 12, 31)),
    ]


def test_labels_of_calendar_years_and_of_a_century() -> None:
    assert dates.contract_years(date(2026, 1, 1), date(2026, 12, 31))[0].label == "2026"
    assert dates.financial_years(date(2099, 4, 1), date(2100, 3, 31))[0].label == "2099/00"
    assert dates.financial_years(date(2026, 3, 31), date(2026, 3, 31))[0].label == "2025/26"


def test_no_term_has_no_years() -> None:
    assert dates.contract_years(date(2026, 4, 1), date(2026, 3, 31)) == ()
    assert dates.financial_years(date(2026, 4, 1), date(2026, 3, 31)) == ()


@pytest.mark.parametrize("start", [date(9998, 5, 1), date(9999, 12, 31)])
def test_the_end_of_time_is_no_error(start: date) -> None:
    assert dates.contract_years(start, date.max)[-1].end == date.max
    assert dates.financial_years(start, date.max)[-1].end == date.max


@given(starts, st.integers(1, 240))
def test_the_conventional_expiry_fits_and_gives_the_years(start: date, months: int) -> None:
    expiry = dates.expiry_for(start, months)
    assert dates.term_matches(start, expiry, months).fit is Fit.EXACT
    years = dates.contract_years(start, expiry)
    assert len(years) == -(-months // 12)
    assert (years[0].start, years[-1].end) == (start, expiry)


@given(starts, st.integers(0, 5000))
def test_years_follow_each_other_without_a_gap(start: date, days: int) -> None:
    for years in (
        dates.contract_years(start, start + timedelta(days)),
        dates.financial_years(start, start + timedelta(days)),
    ):
        assert sum((year.end - year.start).days + 1 for year in years) == days + 1
        assert all(later.start - year.end == timedelta(1) for year, later in pairwise(years))


@given(starts, st.integers(0, 5000))
def test_a_length_leads_back_to_its_expiry(start: date, days: int) -> None:
    expiry = start + timedelta(days)
    found = dates.length(start, expiry)
    assert dates.expiry_for(start, found.months) + timedelta(found.days) == expiry
    assert 0 <= found.days <= 30
