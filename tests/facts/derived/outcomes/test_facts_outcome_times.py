"""Lags beside the day that money is due, and horizons beside the term, to the day."""

from __future__ import annotations

import pytest
from finance_facts import block, contract, fact, facts


def outcome(*lines: str) -> str:
    return block('OUTCOME O1 "At home"', *lines)


def payment(paid: str, *lines: str) -> str:
    return block("OUTCOME PAYMENT OP1", "Weights: O1 100%", "Share of budget: 5%", f"Paid: {paid}", *lines)


@pytest.mark.parametrize(
    ("lag", "paid", "days"),
    [
        ("3 months", "within 30 days of the end of each Contract Year", (91, 30, True)),
        ("30 days", "within 30 days of the end of each Contract Year", (30, 30, False)),
        ("31 days", "no later than 30 days after year end", (31, 30, True)),
        ("3 months", "within 3 months after the close of each financial year, under SC36", (91, 91, False)),
        ("13 weeks", "within 3 months after each quarter", (91, 91, False)),
        ("92 days", "within 3 months after each quarter", (92, 91, True)),
        ("1 year", "within 12 months following each Contract Year", (366, 366, False)),
        ("2 months", "by 31 May each year", (61, 61, False)),
        ("9 months", "6 months after each Contract Year", (275, 183, True)),
        ("6 months", "paid 6 months after each Contract Year", (183, 183, False)),
        ("62 days", "on the 31st of May each year", (62, 61, True)),
        ("6 months", "within 30 days of each year end and by 30 September", (183, 183, False)),
        # 30 Operational Days from 31 March 2027: Easter Monday was 29 March, two bank holidays in May
        ("1 month", "within 30 Operational Days after each Contract Year", (30, 43, False)),
        ("44 days", "within 30 Operational Days after each Contract Year", (44, 43, True)),
    ],
)
def test_a_lag_beside_the_payment(lag: str, paid: str, days: tuple[int, int, bool]) -> None:
    values = fact("lag_gap", contract(), outcome(f"Lag: {lag}"), payment(paid)).values
    assert (values["lag_days"], values["due_days"], values["late"]) == days


@pytest.mark.parametrize(
    "paid",
    [
        "within 30 days of the verified year-end report",
        "within 30 days of the year-end report",
        "within 30 days of the end of each Contract Year's audit",
        "within 30 days of a valid invoice",
        "provisionally within 30 days after each Contract Year",
        "monthly, on account, within 30 days after each quarter",
        "by 30 June 2027",
        "6 months after the verified year-end report",
        "in equal parts, the last one 6 months after each Contract Year",
        "within [ ] days after each Contract Year",
        "with the monthly payment",
    ],
)
def test_what_is_not_counted_from_the_year_is_not_judged(paid: str) -> None:
    assert not facts("lag_gap", contract(), outcome("Lag: 12 months"), payment(paid))


def test_a_lag_still_to_come_is_not_judged() -> None:
    assert not facts(
        "lag_gap", contract(), outcome("Lag: xx months"), payment("within 1 day after each year")
    )


def test_the_gap_names_the_first_year_that_is_paid_for() -> None:
    paid = block(
        "OUTCOME PAYMENT OP1",
        "Weights: O1 100%",
        "Share of budget:",
        "- 2026/27: 0%",
        "- 2027/28: 5%",
        "Paid: by 31 May each year",
    )
    found = fact("lag_gap", contract(), outcome("Lag: 3 months"), paid)
    assert found.shown["gap"] == (
        "For the year to 31 March 2028 the money is due on 31 May 2028, 30 days before the figures are "
        "complete on 30 June 2028"
    )


def test_months_end_on_the_day_of_the_same_number() -> None:
    term = contract("1 October 2026", "30 September 2029")
    found = fact("lag_gap", term, outcome("Lag: 5 months"), payment("4 months after each Contract Year"))
    assert found.shown["gap"] == (
        "For the year to 30 September 2027 the money is due on 30 January 2028, 30 days before the figures "
        "are complete on 29 February 2028"
    )


def test_without_dates_there_are_days_and_no_dates() -> None:
    found = fact("lag_gap", outcome("Lag: 3 months"), payment("within 30 days after each Contract Year"))
    assert found.shown["lag"] == "they take 3 months (91 days)"
    assert found.shown["due"] == "within 30 days after the year end"
    assert found.shown["gap"] == "The money is due 61 days before there are figures to settle it on"
    operational = payment("within 30 Operational Days after each Contract Year")
    assert not facts("lag_gap", outcome("Lag: 3 months"), operational)


@pytest.mark.parametrize(
    ("horizon", "beyond"),
    [
        ("3 years", False),
        ("36 months", False),
        ("37 months", True),
        ("1096 days", False),  # 1 April 2026 to 31 March 2029, with 29 February 2028
        ("1097 days", True),
        ("5 years", True),
    ],
)
def test_a_horizon_beside_the_term(horizon: str, beyond: bool) -> None:
    found = fact("horizon_gap", contract(), outcome(f"Horizon: {horizon}"))
    assert found.values["beyond"] is beyond


def test_a_horizon_is_shown_in_months_with_its_day() -> None:
    found = fact("horizon_gap", contract(), outcome("Horizon: 5 years"))
    assert found.shown["horizon"] == "5 years (60 months) to show a change, until 31 March 2031"
    assert found.shown["term"] == "36 months, until 31 March 2029"
    assert found.shown["gap"] == "The contract ends 24 months too soon"


def test_without_a_term_there_is_no_horizon_to_compare() -> None:
    assert not facts("horizon_gap", outcome("Horizon: 5 years"))


def test_the_slowest_figures_decide_and_those_that_are_late_are_named() -> None:
    blocks = [
        block(f'OUTCOME O{number} "x"', f"Lag: {lag}")
        for number, lag in enumerate(("2 months", "3 months", "4 months"), 1)
    ]
    money = block(
        "OUTCOME PAYMENT OP1",
        "Weights: O1 40%, O2 30%, O3 30%",
        "Share of budget: 5%",
        "Paid: within 2 months after each Contract Year",
    )
    found = fact("lag_gap", contract(), *blocks, money)
    assert (found.values["lag_days"], found.values["due_days"]) == (122, 61)
    assert found.shown["measures"] == "OUTCOME O2 and OUTCOME O3"
    each = "OUTCOME O2 takes 3 months (91 days) and OUTCOME O3 takes 4 months (122 days)"
    assert found.shown["lag"] == each
