"""Measures beside the figures of others, and who answers for a paid result."""

from __future__ import annotations

import pytest
from finance_facts import block, fact, facts

from clausecheck.facts.fact import Fact

PAY = block("OUTCOME PAYMENT OP1", "Budget: £10,000,000", "Share of budget: 5%", "Weights: O1 100%")


def compared(*lines: str, more: str = PAY) -> Fact:
    return fact("comparison", block('OUTCOME O1 "Admissions"', "Numerator: admissions", *lines), more)


@pytest.mark.parametrize(
    ("line", "adjusted"),
    [
        ("Lag: 3 months", False),
        ("Risk adjustment: by age and sex", True),
        ("Risk adjustment: none", False),
        ("Risk adjustment: none, since all are over 90", True),
        ("Risk adjustment: [to be agreed]", True),
        ("Type: process", True),
        ("Type: utilisation", False),
        ("Denominator: people, age-standardised", True),
    ],
)
def test_what_allows_for_differences_between_people(line: str, adjusted: bool) -> None:
    assert compared("Measure: rate compared with other areas", line).values["adjusted"] is adjusted


def test_a_measure_beside_its_own_past_is_no_comparison() -> None:
    lines = ("Baseline: 248 in 2024/25, n=100, above the England average", "Target: at most 225")
    assert not facts("comparison", block('OUTCOME O1 "Admissions"', *lines), PAY)


def test_money_that_hangs_on_a_figure_of_others_is_open() -> None:
    found = compared("Measure: admissions as a share of the England average")
    assert found.values["open"] is True
    assert found.shown["unsettled"].startswith(
        "Up to £500,000 a Contract Year of OUTCOME PAYMENT OP1 hangs on O1"
    )


@pytest.mark.parametrize(
    ("lines", "more"),
    [
        (("Measure: admissions as a share of the England average",), ""),
        (("Target: at most 225, the England average",), PAY),
        (
            (
                "Measure: as a share of the England average",
                "Exclusions: left out of both the score and the total",
            ),
            PAY,
        ),
        (
            ("Measure: admissions as a share of the England average",),
            PAY + '\nCLAUSE 4.1 "Benchmarks"\n  Where a benchmark is not published the last one holds.\n',
        ),
    ],
    ids=["no money", "the figure is given", "it says what holds", "a clause says what holds"],
)
def test_what_is_not_open(lines: tuple[str, ...], more: str) -> None:
    assert compared(*lines, more=more).values["open"] is False


def parties(kind: str = "GP practice", other: str = "provider") -> str:
    return (
        block('PARTY ICB "Board"', "Role: commissioner")
        + block('PARTY Mill "Surgery"', "Role: provider", f"Kind: {kind}")
        + block('PARTY Trust "Trust"', f"Role: {other}")
    )


def answering(owner: str, numerator: str = "suicides in P1", *, who: str | None = None) -> Fact:
    o1 = block('OUTCOME O1 "Lives"', f"Owner: {owner}", f"Numerator: {numerator}")
    return fact("answering", who or parties(), o1, PAY)


@pytest.mark.parametrize(
    ("owner", "beyond"),
    [("Mill", True), ("Mill, Trust", False), ("Trust", False), ("ICB", True), ("ICB, Trust", False)],
)
def test_an_owner_alone_cannot_bring_it_about(owner: str, beyond: bool) -> None:
    assert answering(owner).values["beyond_reach"] is beyond


@pytest.mark.parametrize(
    ("numerator", "beyond"),
    [
        ("emergency admissions of people in P1", True),
        ("readmissions within 30 days", True),
        ("deaths from heart disease", True),
        ("people whose blood pressure is controlled", False),
        ("people who died in the place they chose", False),
    ],
)
def test_results_of_many_services(numerator: str, beyond: bool) -> None:
    assert answering("Mill", numerator).values["beyond_reach"] is beyond


def test_deaths_are_named_shortly() -> None:
    assert answering("Mill", "deaths from heart disease").shown["why"].startswith("counts deaths, which")


@pytest.mark.parametrize(
    ("kind", "other", "beyond"),
    [
        ("charity", "provider", True),
        ("foundation trust", "provider", False),
        ("GP practice", "commissioner", False),
    ],
)
def test_small_bodies_among_others(kind: str, other: str, beyond: bool) -> None:
    assert answering("Mill", who=parties(kind, other)).values["beyond_reach"] is beyond


def test_an_owner_who_is_no_party_is_not_judged() -> None:
    assert not facts("answering", parties(), block('OUTCOME O1 "Lives"', "Owner: Elsewhere"), PAY)


def test_a_council_that_commissions_may_give_care_itself() -> None:
    council = block('PARTY Council "Council"', "Role: commissioner", "Kind: local authority")
    assert answering("Council", who=parties() + council).values["beyond_reach"] is False
