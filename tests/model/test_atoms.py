from __future__ import annotations

from calendar import monthrange
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clausecheck.model import atoms
from clausecheck.model.values import Day, DayKind, Duration, Hole, Money, Number, Percent, Reference, Year
from clausecheck.spans import Span
from clausecheck.syntax.tree import Node
from clausecheck.syntax.values import read_value

HERE = Span(0, 1)


def part(text: str) -> Any:
    """The value that a text is as free words; it must be one part."""
    tree = read_value("text", atoms.plain(text))
    assert isinstance(tree, Node)
    (leaf,) = tree.leaves()
    assert leaf.text == atoms.plain(text)
    return atoms.part(leaf, 0)


@pytest.mark.parametrize(
    ("text", "pence"),
    [
        ("£14,200,000", 1_420_000_000),
        ("£14.2m", 1_420_000_000),
        ("£14.2M", 1_420_000_000),
        ("£14.2 million", 1_420_000_000),
        ("£1.5bn", 150_000_000_000),
        ("£2 billion", 200_000_000_000),
        ("£350k", 35_000_000),
        ("£3 thousand", 300_000),
        ("£0.01", 1),
        ("£1.005", 100),
        ("£1.015", 102),
        ("-£5", -500),
        ("£\xa05\xa0m", 500_000_000),
        ("£999,999,999,999,999", 99_999_999_999_999_900),
    ],
)
def test_money_is_exact_in_pence(text: str, pence: int) -> None:
    value = part(text)
    assert isinstance(value, Money)
    assert value.pence == pence


@pytest.mark.parametrize(
    ("per", "unit"),
    [
        ("per Contract Year", "Contract Year"),
        ("per  contract\xa0year", "Contract Year"),
        ("per annum", "year"),
        ("pa", "year"),
        ("p.a.", "year"),
        ("a year", "year"),
        ("per financial year", "financial year"),
        ("per person", "person"),
        ("per patient", "person"),
        ("per head", "person"),
        ("per quarter", "quarter"),
    ],
)
def test_money_is_for_a_unit(per: str, unit: str) -> None:
    assert atoms.money("£1", HERE, per=per).per == unit


@pytest.mark.parametrize(
    ("written", "vat"),
    [
        ("excluding VAT", "excluding VAT"),
        (", ex VAT", "excluding VAT"),
        ("(exclusive of VAT)", "excluding VAT"),
        ("plus VAT", "excluding VAT"),
        ("including VAT", "including VAT"),
        ("inc VAT", "including VAT"),
        ("inclusive of VAT", "including VAT"),
    ],
)
def test_money_says_what_it_holds_of_vat(written: str, vat: str) -> None:
    assert atoms.money("£1", HERE, vat=written).vat == vat


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("45%", "45"),
        ("2.5%", "2.5"),
        ("2.50 per cent", "2.50"),
        ("33.333%", "33.333"),
        ("-1%", "-1"),
        ("1,000%", "1000"),
    ],
)
def test_a_percentage_is_exact(text: str, value: str) -> None:
    found = part(text)
    assert isinstance(found, Percent)
    assert str(found.value) == value


def test_the_base_of_a_percentage_has_no_article() -> None:
    assert atoms.percent("5%", HERE, "the Annual Contract Value").of == "Annual Contract Value"
    assert atoms.percent("5%", HERE, "Theatre costs").of == "Theatre costs"


@pytest.mark.parametrize(
    ("text", "value"), [("61,400", "61400"), ("-3", "-3"), ("4.5", "4.5"), ("4.2.1", "4.2")]
)
def test_a_number_is_exact(text: str, value: str) -> None:
    found = part(text)
    assert isinstance(found, Number)
    assert str(found.value) == value


@pytest.mark.parametrize(
    "text",
    [
        *(
            "1 April 2026",
            "01 April 2026",
            "1st of April 2026",
            "1 Apr 2026",
            "1 APRIL 2026",
            "1 April, 2026",
        ),
        *(
            "Wednesday 1 April 2026",
            "Wed, 1 April 2026",
            "Weds 1 April 2026",
            "2026-04-01",
            "1\xa0April\xa02026",
        ),
    ],
)
def test_a_date_may_be_written_in_many_ways(text: str) -> None:
    value = part(text)
    assert isinstance(value, Day)
    assert (value.day, value.problem, value.weekday_wrong) == (date(2026, 4, 1), "", False)


def test_a_date_in_figures_has_its_british_reading_first() -> None:
    value = part("01/04/2026")
    assert (value.day, value.ambiguous) == (date(2026, 4, 1), (date(2026, 4, 1), date(2026, 1, 4)))


@pytest.mark.parametrize(
    ("text", "day"),
    [("13/04/2026", date(2026, 4, 13)), ("04/13/2026", date(2026, 4, 13)), ("4.4.2026", date(2026, 4, 4))],
)
def test_a_date_in_figures_with_one_reading_is_not_ambiguous(text: str, day: date) -> None:
    value = part(text)
    assert (value.day, value.ambiguous) == (day, ())


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("31 April 2026", "31 April 2026 is not a date: April has 30 days"),
        ("29 February 2026", "29 February 2026 is not a date: February has 28 days in 2026"),
        ("0 May 2026", "0 May 2026 is not a date: May has 31 days"),
        ("2026-13-01", "2026-13-01 is not a date"),
        ("2026-02-30", "30 February 2026 is not a date: February has 28 days in 2026"),
        ("32/13/2026", "32/13/2026 is not a date"),
        ("1/1/0000", "1/1/0000 is not a date"),
        ("1 April 0000", "1 April 0000 is not a date"),
        ("1 Aprile 2026", '1 Aprile 2026 is not a date: no month is called "Aprile"'),
        ("1 Janury 2026", '1 Janury 2026 is not a date: no month is called "Janury"'),
    ],
)
def test_an_impossible_date_says_why(text: str, problem: str) -> None:
    value = part(text)
    assert (value.day, value.problem) == (None, problem)


def test_the_29th_of_february_is_a_date_in_a_leap_year() -> None:
    assert part("29 February 2028").day == date(2028, 2, 29)


def test_a_wrong_weekday_is_noted() -> None:
    value = part("Tuesday 1 April 2026")
    assert (value.weekday, value.weekday_wrong, value.day) == ("Tuesday", True, date(2026, 4, 1))


def test_a_number_before_a_common_word_is_no_date() -> None:
    assert part("12 decisions 2026") is None


@pytest.mark.parametrize("lead", ["month", "Sunny", "money", "satisfactory"])
def test_a_word_that_begins_like_a_weekday_is_none(lead: str) -> None:
    tree = read_value("text", f"{lead} 1 April 2026")
    assert isinstance(tree, Node)
    assert [leaf.text for leaf in tree.leaves()] == [lead, "1 April 2026"]


@pytest.mark.parametrize(
    ("text", "count", "unit", "days"),
    [
        ("10 Operational Days", 10, "day", DayKind.OPERATIONAL),
        ("8 working days", 8, "day", DayKind.WORKING),
        ("8 business days", 8, "day", DayKind.WORKING),
        ("30 calendar days", 30, "day", DayKind.CALENDAR),
        ("7 clear days", 7, "day", DayKind.CLEAR),
        ("10 days", 10, "day", DayKind.BARE),
        ("1 day", 1, "day", DayKind.BARE),
        ("6 weeks", 6, "week", None),
        ("24 months", 24, "month", None),
        ("1 year", 1, "year", None),
        ("1,000 days", 1000, "day", DayKind.BARE),
        ("thirty days", 30, "day", DayKind.BARE),
        ("10\xa0Operational\xa0Days", 10, "day", DayKind.OPERATIONAL),
    ],
)
def test_a_duration_keeps_its_kind_of_day(text: str, count: int, unit: str, days: DayKind | None) -> None:
    value = part(text)
    assert isinstance(value, Duration)
    assert (value.count, value.unit, value.days, value.in_words) == (count, unit, days, None)


def test_words_and_figures_are_both_kept() -> None:
    value = part("thirty (45) days")
    assert (value.count, value.in_words) == (45, 30)
    assert part("thirty (30) days").in_words == 30


@pytest.mark.parametrize(
    ("text", "label", "first", "ordinal", "problem"),
    [
        ("2026/27", "2026/27", 2026, None, ""),
        ("2026/2027", "2026/27", 2026, None, ""),
        ("1999/00", "1999/00", 1999, None, ""),
        ("2026-27", "2026/27", 2026, None, ""),
        ("2026–27", "2026/27", 2026, None, ""),
        ("2026\u201127", "2026/27", 2026, None, ""),
        ("2026-2027", "2026/27", 2026, None, ""),
        ("FY2026/27", "2026/27", 2026, None, ""),
        ("FY 2026-27", "2026/27", 2026, None, ""),
        ("Year 1", "Year 1", None, 1, ""),
        ("year\xa012", "Year 12", None, 12, ""),
        ("2026/28", "2026/28", 2026, None, "2026/28 is not a year: 2026 is followed by 2027"),
    ],
)
def test_a_year_is_financial_or_of_the_contract(
    text: str, label: str, first: int | None, ordinal: int | None, problem: str
) -> None:
    value = part(text)
    assert isinstance(value, Year)
    assert (value.label, value.first, value.ordinal, value.problem) == (label, first, ordinal, problem)


@pytest.mark.parametrize(
    ("text", "system", "number"),
    [
        ("SC36", "SC", "36"),
        ("SC 36.4A", "SC", "36.4A"),
        ("SC\xa036", "SC", "36"),
        ("Service Condition 36", "SC", "36"),
        ("GC14", "GC", "14"),
        ("General Conditions 14", "GC", "14"),
        ("Schedule 2A", "Schedule", "2A"),
        ("Schedule 2Ai", "Schedule", "2Ai"),
        ("PSR reg 12(3)", "PSR", "12(3)"),
        ("PSR regulation 12", "PSR", "12"),
        ("reg. 13(1)(a)", "regulation", "13(1)(a)"),
        ("clause 4.2", "clause", "4.2"),
        ("Clauses 4", "clause", "4"),
    ],
)
def test_a_reference_points_into_a_system(text: str, system: str, number: str) -> None:
    value = part(text)
    assert isinstance(value, Reference)
    assert (value.system, value.number) == (system, number)


@pytest.mark.parametrize(
    ("text", "wants"),
    [
        *(("[ ]", ""), ("£[ ]", ""), ("[●]", ""), ("[date]", "date"), ("[60]%", "60"), ("TBC", "")),
        *(("____", ""), ("[Note: ICB to say]", "Note: ICB to say"), ("[a [b] c]", "a [b] c"), ("[…]", "")),
    ],
)
def test_a_hole_says_what_it_wants(text: str, wants: str) -> None:
    value = part(text)
    assert isinstance(value, Hole)
    assert value.wants == wants


# Round trips.

DATES = st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31))


@settings(deadline=None)
@given(st.integers(0, 10**14))
def test_any_amount_in_pence_reads_as_itself(pence: int) -> None:
    assert part(f"£{pence // 100:,}.{pence % 100:02}").pence == pence
    assert part(f"£{pence // 100}.{pence % 100:02}").pence == pence


@settings(deadline=None)
@given(st.decimals(0, 100_000, places=4))
def test_any_amount_in_millions_reads_as_itself(millions: Decimal) -> None:
    assert part(f"£{millions}m").pence == millions * 100_000_000


@settings(deadline=None)
@given(st.decimals(-1000, 1000, places=3))
def test_any_percentage_reads_as_itself(value: Decimal) -> None:
    assert part(f"{value}%").value == value
    assert str(part(f"{abs(value)} per cent").value) == str(abs(value))


@settings(deadline=None)
@given(DATES)
def test_any_date_reads_as_itself(day: date) -> None:
    written = f"{day.day} {atoms.MONTHS[day.month - 1]} {day.year:04}"
    assert part(written).day == day
    assert part(f"{atoms.WEEKDAYS[day.weekday()]} {written}").weekday_wrong is False
    assert part(f"{atoms.WEEKDAYS[(day.weekday() + 1) % 7]} {written}").weekday_wrong is True
    assert part(day.isoformat()).day == day
    assert part(f"{day.day:02}/{day.month:02}/{day.year:04}").day == day


@settings(deadline=None)
@given(DATES.filter(lambda day: day.year >= 1000))
def test_the_canonical_form_of_a_date_reads_as_it(day: date) -> None:
    assert part(atoms.canonical(day)).day == day


@settings(deadline=None)
@given(st.integers(1, 99), st.integers(1, 12), st.integers(1, 9999))
def test_a_day_past_the_end_of_its_month_is_never_a_date(day: int, month: int, year: int) -> None:
    value = part(f"{day} {atoms.MONTHS[month - 1]} {year:04}")
    assert (value.day is None) is (day > monthrange(year, month)[1]) is bool(value.problem)


@settings(deadline=None)
@given(
    st.integers(0, 999_999),
    st.sampled_from(["day", "week", "month", "year"]),
    st.sampled_from(["", "Operational ", "working ", "calendar ", "clear "]),
)
def test_any_duration_reads_as_itself(count: int, unit: str, kind: str) -> None:
    value = part(f"{count} {kind}{unit}s")
    assert (value.count, value.unit) == (count, unit)
    assert (value.days is None) is (unit != "day")
    if unit == "day" and kind:
        assert value.days.value.lower().startswith(kind.strip().lower())


@settings(deadline=None)
@given(st.integers(1000, 9998))
def test_any_financial_year_reads_as_itself(first: int) -> None:
    value = part(f"{first}/{(first + 1) % 100:02}")
    assert (value.first, value.problem) == (first, "")
    assert part(f"{first}/{(first + 2) % 100:02}").problem
    if 1900 <= first < 2100:
        assert part(f"{first}-{(first + 1) % 100:02}").label == value.label


@settings(deadline=None)
@given(st.text(max_size=30))
def test_plain_text_is_as_long_as_what_was_written(text: str) -> None:
    assert len(atoms.plain(text)) == len(text)
