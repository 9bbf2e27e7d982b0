"""Savings plans line by line, budgets that fall, and prices that are not affordable within their envelope."""

from __future__ import annotations

import pytest
from finance_facts import PARTIES, block, contract, fact, facts

FULL = "£4,000,000 in 2027/28, owner chief operating officer, 60% confidence"
SAME = ("Amount: £139m per Contract Year", "Affordability envelope: £139m per Contract Year")


def plan(*schemes: str, line: str = "", more: tuple[str, ...] = ()) -> str:
    return block("BUDGET B1", *more, f"Savings plan: {line}".rstrip(), *(f"- {each}" for each in schemes))


@pytest.mark.parametrize(
    ("said", "lacks"),
    [
        (FULL, ""),
        ("£4m in 2027/28, 60% confidence", "no owner"),
        ("£4m, owned by the finance lead, 60% confidence", "no year"),
        ("£4m in Year 2, led by the finance director", "no word on how sure it is"),
        ("£4m a year, by Acute, likely", ""),
        ("£4m recurrent, by Acute, RAG green", ""),
        ("£4m by 31 March 2028, by Acute, confidence: 75%", ""),
        ("£4m by 31 March 2028, by Ac, no confidence yet", "no owner and no word on how sure it is"),
        ("£4m", "no owner, no year and no word on how sure it is"),
    ],
)
def test_a_saving_has_an_owner_a_year_and_a_confidence(said: str, lacks: str) -> None:
    found = fact("saving", PARTIES, plan(f"shorter stays: {said}"))
    assert (found.shown["lacks"], found.values["incomplete"]) == (lacks, bool(lacks))


@pytest.mark.parametrize(
    ("said", "risk"),
    [
        ("60% confidence", "£1,600,000"),
        ("99.5% sure", "£20,000"),
        ("100% certain", "£0"),
        ("confidence level of 75%", "£1,000,000"),
        ("confidence 101%", None),
        ("60% of it in the first half, high confidence", None),
    ],
)
def test_the_haircut_is_what_confidence_is_short_of_the_whole(said: str, risk: str | None) -> None:
    found = fact("saving", plan(f"shorter stays: £4m in 2027/28, {said}"))
    assert found.shown.get("at_risk") == risk


def test_the_haircut_is_shown_with_its_arithmetic() -> None:
    assert fact("saving", plan(f"a: {FULL}")).shown["haircut"] == (
        "At 60% confidence £1,600,000 is at risk: £4,000,000 × (100% - 60%)"
    )
    assert fact("saving", plan("a: £178m by 2030/31")).shown["haircut"] == (
        "Of £178,000,000 that is counted on, £17,800,000 is at risk at 90% confidence, and £89,000,000 at 50%"
    )


def test_what_is_said_of_the_whole_plan_serves_each_saving() -> None:
    text = plan("a: £4m in 2027/28", "b: £1m in 2028/29", line="owned by the board, 80% confidence")
    assert [found.values["incomplete"] for found in facts("saving", text)] == [False, False]


def test_a_plan_on_one_line_is_one_saving() -> None:
    found = fact("saving", plan(line="version 3, £1,900,000 by Year 3"))
    assert (found.shown["name"], found.shown["lacks"]) == (
        "the savings plan",
        "no owner and no word on how sure it is",
    )


@pytest.mark.parametrize("line", ["none", "in Schedule 3F", "TBC", "[ ]"])
def test_a_plan_without_pounds_has_no_saving(line: str) -> None:
    assert not facts("saving", plan(line=line))


def amounts(*years: str) -> str:
    return block("BUDGET B1", "Amount:", *(f"- {year}" for year in years))


@pytest.mark.parametrize(("second", "falls"), [("£152m", False), ("£151,999,999.99", True), ("£153m", False)])
def test_a_penny_less_is_a_fall(second: str, falls: bool) -> None:
    assert bool(facts("budget_fall", amounts("2026/27: £152m", f"2027/28: {second}"))) is falls


def test_falls_are_named_by_year_and_added_up() -> None:
    found = fact("budget_fall", amounts("2026/27: £152m", "2027/28: £148m", "2028/29: £145m"))
    assert found.shown["falls"] == "£4,000,000 in 2027/28 and £3,000,000 in 2028/29"
    assert found.shown["most"] == "£4,000,000"
    assert found.shown["total"].startswith(
        "The later years have £11,000,000 less between them than at £152,000,000"
    )


def test_a_fall_from_a_peak_is_a_fall() -> None:
    found = fact("budget_fall", amounts("2026/27: £10m", "2027/28: £12m", "2028/29: £11m"))
    assert (found.shown["falls"], found.shown["total"]) == (
        "£1,000,000 in 2028/29",
        "No saving is named that makes up for the fall",
    )


@pytest.mark.parametrize(
    ("start", "expiry", "found"),
    [
        ("1 April 2026", "31 March 2029", 1),
        ("1 April 2026", "30 September 2028", 0),
        ("1 October 2026", "30 September 2029", 0),
    ],
)
def test_a_year_that_may_be_cut_short_is_not_a_fall(start: str, expiry: str, found: int) -> None:
    years = amounts("2026/27: £10m", "2027/28: £10m", "2028/29: £5m")
    assert len(facts("budget_fall", contract(start, expiry), years)) == found


def test_contract_years_are_whole_wherever_they_begin() -> None:
    years = amounts("Year 1: £10m", "Year 2: £10m", "Year 3: £5m")
    assert facts("budget_fall", contract("1 October 2026", "30 September 2029"), years)


def test_a_year_still_to_come_leaves_the_path_open() -> None:
    assert not facts("budget_fall", amounts("2026/27: £10m", "2027/28: £[ ]", "2028/29: £5m"))


@pytest.mark.parametrize(("line", "planned"), [("none", False), ("version 3", True), ("no plan yet", False)])
def test_a_plan_of_none_is_no_plan(line: str, planned: bool) -> None:
    text = amounts("2026/27: £10m", "2027/28: £9m") + f"  Savings plan: {line}\n"
    assert fact("budget_fall", text).values["planned"] is planned


def test_price_equal_to_the_envelope_is_short_by_vat_and_savings() -> None:
    """The example of formula c15."""
    more = (*SAME, "VAT: leakage of £2,000,000 a year")
    found = fact("funding_gap", plan(f"a: {FULL}", more=more))
    assert found.shown["missing"] == "£3,600,000 in 2027/28"
    assert found.shown["sum"] == (
        "£139,000,000 - £139,000,000 + £2,000,000 of VAT + £1,600,000 of savings at risk (40% of £4,000,000)"
        " = £3,600,000"
    )


@pytest.mark.parametrize(("price", "short"), [("£137,400,000", False), ("£137,400,000.01", True)])
def test_room_below_the_envelope_counts_to_the_penny(price: str, short: bool) -> None:
    more = (f"Price: {price} per Contract Year", SAME[1])
    assert fact("funding_gap", plan(f"a: {FULL}", more=more)).values["short"] is short


def test_a_price_above_the_envelope_is_another_rules() -> None:
    more = ("Price: £139,000,000.01 per Contract Year", SAME[1])
    assert not facts("funding_gap", plan(f"a: {FULL}", more=more))


@pytest.mark.parametrize(
    ("said", "vat"),
    [
        ("leakage of £210,000 a year", 21_000_000),
        ("£210,000 per Contract Year is irrecoverable", 21_000_000),
        ("£210,000 per Contract Year is irrecoverable, funded by ICB", None),
        ("£210,000 is irrecoverable", None),  # over the term, not a year
        ("£210,000 a year is recovered", None),
        ("no irrecoverable VAT", None),
    ],
)
def test_vat_counts_where_it_is_lost_and_nobody_funds_it(said: str, vat: int | None) -> None:
    found = facts("funding_gap", block("BUDGET B1", *SAME, f"VAT: {said}"))
    assert [each.values["unfunded_vat"] for each in found] == ([vat] if vat else [])


@pytest.mark.parametrize(
    ("vat", "short"),
    [
        ("£210,000 a year is irrecoverable", True),
        ("£210,000 a year is irrecoverable, not funded", False),  # LES021 says it
        ("£210,000 a year is irrecoverable, not yet funded", False),
        ("£210,000 a year is irrecoverable, unfunded", False),
    ],
)
def test_vat_that_the_draft_calls_unfunded_is_said_once(vat: str, short: bool) -> None:
    assert fact("funding_gap", block("BUDGET B1", *SAME, f"VAT: {vat}")).values["short"] is short


def test_the_worst_year_is_set_against_the_price_of_a_year() -> None:
    found = fact(
        "funding_gap",
        plan(
            "a: £4m in 2027/28, 60% confidence",
            "b: £9m in 2028/29, 80% confidence",
            "c: £1m a year, 50% confidence",
            "d: £100m by 2030/31, 10% confidence",
            more=SAME,
        ),
    )
    assert found.shown["missing"] == "£2,300,000 in 2028/29"  # 1.8m + 0.5m; 2027/28 has 1.6m + 0.5m


def test_a_price_for_the_term_has_all_savings_against_it() -> None:
    more = ("Price: £695m", "Affordability envelope: £695m")
    found = fact(
        "funding_gap", plan("a: £4m in 2027/28, 60% confidence", "b: £1m by 2030/31, 50% sure", more=more)
    )
    assert found.shown["missing"] == "£2,100,000"


def test_the_price_of_the_contract_is_met_by_the_only_budget() -> None:
    priced = block(
        'CONTRACT "A"', "Price: £139m per Contract Year", "Commissioner envelope: £139m per Contract Year"
    )
    one = block("BUDGET B1", "VAT: leakage of £2m a year")
    assert fact("funding_gap", priced, one).values["gap"] == 200_000_000
    assert not facts("funding_gap", priced, one, block("BUDGET B2", "VAT: leakage of £2m a year"))
