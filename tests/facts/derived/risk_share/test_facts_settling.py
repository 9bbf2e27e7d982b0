"""Settlement against the lag of the figures, and how long a sub-contractor waits."""

from __future__ import annotations

import pytest
from finance_facts import block, contract, fact, facts, pool

OUTCOME = block('OUTCOME O1 "Fewer admissions"', "Lag: 3 months")
GATE = "Gain conditions: O1 at Target"


@pytest.mark.parametrize(
    ("said", "days", "left"),
    [
        ("within 60 Operational Days after each Contract Year, under SC36", 86, -5),
        ("within 91 calendar days after each Contract Year", 91, 0),
        ("within 150 calendar days after each Contract Year", 150, 59),
        ("within 151 calendar days after each Contract Year", 151, 60),
        ("provisional within 2 months, and final within 6 months after each Contract Year", 183, 92),
        ("finally within 2 months; records are open for 6 years", 61, -30),
        ("provisional within 2 months and then within 6 months", 183, 92),
    ],
)
def test_days_are_left_between_the_figures_and_the_settlement(said: str, days: int, left: int) -> None:
    found = fact("settlement", contract(), OUTCOME, pool(GATE, f"Reconciliation: {said}"))
    assert (found.values["days"], found.values["lag_days"], found.values["left"]) == (days, 91, left)


def test_both_dates_are_shown_where_the_draft_has_a_year() -> None:
    text = [OUTCOME, pool(GATE, "Reconciliation: within 60 Operational Days after each Contract Year")]
    assert fact("settlement", contract(), *text).shown["dates"] == (
        "For the year to 31 March 2027 it is settled by 25 June 2027 (day 86), "
        "and the figures are complete on 30 June 2027 (day 91)"
    )
    assert "2027" not in fact("settlement", *text).shown["dates"]


@pytest.mark.parametrize(
    ("left", "apart"), [(90, "1 day before"), (91, "on the very day that"), (92, "1 day after")]
)
def test_how_far_apart_is_said_in_words(left: int, apart: str) -> None:
    text = pool(GATE, f"Reconciliation: within {left} calendar days after each Contract Year")
    assert fact("settlement", contract(), OUTCOME, text).shown["apart"] == apart


def test_the_slowest_of_several_counts_and_others_do_not() -> None:
    slow = block('OUTCOME O2 "Slower"', "Lag: 5 months")
    text = "Reconciliation: within 9 months after each Contract Year"
    found = fact("settlement", OUTCOME, slow, pool("Gain conditions: O1 and O2 at Target", text))
    assert (found.values["measure"], found.values["lag_days"]) == ("O2", 153)
    assert fact("settlement", OUTCOME, slow, pool(GATE, text)).values["measure"] == "O1"


@pytest.mark.parametrize(
    "lines",
    [(GATE,), ("Reconciliation: within 2 months",), (GATE, "Reconciliation: by agreement")],
)
def test_without_a_time_or_a_condition_there_is_nothing_to_compare(lines: tuple[str, ...]) -> None:
    assert not facts("settlement", OUTCOME, pool(*lines))


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("within 30 calendar days of a valid invoice", 30),
        ("30 days from a valid invoice", 30),
        ("within 31 days after receipt", 31),
        ("within 30 Operational Days of a valid invoice", 42),
        ("2 months from invoice", 60),
        ("monthly in advance, within 5 Operational Days", 7),
        ("in 12 equal parts, one for each of 12 months", None),
        ("promptly", None),
        ("25% on signature, the rest over 3 years", None),
    ],
)
def test_a_subcontractor_waits_so_many_days(said: str, days: int | None) -> None:
    found = facts("subcontractor_payment", block('SUBCONTRACT SUB1 "Care at home"', f"Payment: {said}"))
    assert [each.values["days"] for each in found] == ([] if days is None else [days])


def test_reserves_of_the_one_who_waits_are_shown() -> None:
    charity = block('PARTY Charity "Care at Home"', "Role: sub-contractor", "Reserves: £180,000")
    text = block("SUBCONTRACT SUB1", "Between: Lead, Charity", "Payment: 90 days from invoice")
    found = fact("subcontractor_payment", charity, text)
    assert found.shown["meanwhile"].endswith("its own reserves, which are £180,000")


def test_lines_that_say_the_same_are_one_fact() -> None:
    charity = block('PARTY Charity "Care at Home"', "Role: sub-contractor", "Reserves: £180,000")
    one = block('SUBCONTRACT SUB1 "Transport"', "Payment: 90 days from invoice")
    two = block('SUBCONTRACT SUB2 "Care"', "Between: Lead, Charity", "Payment: 90 days from invoice")
    three = block('SUBCONTRACT SUB3 "Meals"', "Payment: 60 days from invoice")
    terms = block("PAYMENT", "Subcontractor terms: 90 days from a valid invoice")
    found = facts("subcontractor_payment", charity, one, two, three)
    assert [each.shown["who"] for each in found] == [
        'The sub-contractors of "Transport" and "Care" are',
        'The sub-contractor of "Meals" is',
    ]
    assert (
        found[0]
        .shown["meanwhile"]
        .endswith("each of them pays its staff out of its own reserves: Charity has £180,000")
    )
    found = facts("subcontractor_payment", charity, one, two, terms)
    assert [(each.shown["who"], each.values["of"]) for each in found] == [("A sub-contractor is", "payment")]


@pytest.mark.parametrize(
    ("regime", "under_act"), [("Procurement Act 2023", True), ("PSR 2023", False), ("", False)]
)
def test_the_act_is_the_contracts_own_regime(regime: str, under_act: bool) -> None:
    procurement = block("PROCUREMENT PR1", f"Regime: {regime}") if regime else ""
    text = block("PAYMENT", "Subcontractor terms: 60 days from a valid invoice")
    assert fact("subcontractor_payment", procurement, text).values["under_act"] is under_act
