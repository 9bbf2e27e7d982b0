"""Capitated budgets: very costly patients, and how far risk adjustment goes."""

from __future__ import annotations

import pytest
from finance_facts import block, contract, fact, facts, pool

PER_HEAD = ("Basis: capitation", "Amount: £152,000,000 per Contract Year")


def budget(*lines: str) -> str:
    return block("BUDGET B1", *lines)


@pytest.mark.parametrize(
    ("lines", "settled"),
    [
        ((), False),
        (("Stop-loss: none",), False),
        (("Stop-loss: costs above £100,000 a patient count at 10%",), True),
        (("Stop-loss: [ ]",), True),
        (("Exclusions: the cost of any patient above £150,000 in a year",), True),
        (("Exclusions: any cost above £150,000 per patient",), True),
        (("Exclusions: pay awards above £150,000",), False),
        (("Exclusions: high-cost drugs",), False),
        (("Exclusions: high-cost patients agreed one by one",), True),
        (("Exclusions: truncation at the 99th percentile",), True),
    ],
)
def test_a_pool_by_head_says_how_the_very_ill_count(lines: tuple[str, ...], settled: bool) -> None:
    found = fact("costly_patients", budget(*PER_HEAD), pool(*lines, budget="B1"))
    assert found.values["settled"] is settled


def test_the_budget_may_carve_them_out() -> None:
    carved = budget(*PER_HEAD, "Carve-outs: very high-cost packages of care, from both sides")
    assert fact("costly_patients", carved, pool(budget="B1")).values["settled"] is True
    drugs = budget(*PER_HEAD, "Carve-outs: high-cost drugs")
    assert fact("costly_patients", drugs, pool(budget="B1")).values["settled"] is False


def test_a_budget_in_pounds_or_by_block_is_not_by_head() -> None:
    assert not facts("costly_patients", pool())
    assert not facts("costly_patients", budget("Basis: block", "Amount: £14m"), pool(budget="B1"))
    assert facts("costly_patients", budget("Basis: block", "Per person: £655 per person"), pool(budget="B1"))


@pytest.mark.parametrize(
    ("true_up", "by_head"),
    [
        ("quarterly, at the average cost per person in P1", True),
        ("quarterly, at £1,047 a person", True),
        ("every quarter at £808 a year for each patient", True),
        ("yearly, tests per patient against plan at marginal price", False),
        ("quarterly, at £179 a bed", False),
        ("none", False),
    ],
)
def test_a_block_that_follows_the_number_of_people_is_by_head(true_up: str, by_head: bool) -> None:
    block = budget("Basis: block", "Amount: £14m", f"Population true-up: {true_up}")
    found = facts("costly_patients", block, pool(budget="B1"))
    assert [each.shown["sort"] for each in found] == (
        ["a budget that moves by so much for each person"] if by_head else []
    )


@pytest.mark.parametrize(
    ("lines", "people", "price"),
    [
        (("Basis: capitation", "Per person: £655 per person"), "", "for 382 people, at £655 each"),
        (PER_HEAD, "Size: 164,000", "for 270 people, at £926.83 each"),
        (PER_HEAD, "", "takes up 0.16% of BUDGET B1 alone"),
        (("Basis: capitation",), "", "counts in full, like the cost of everybody else"),
    ],
)
def test_one_patient_is_priced_in_people(lines: tuple[str, ...], people: str, price: str) -> None:
    population = block('POPULATION P1 "all"', people) if people else ""
    found = fact("costly_patients", population, budget(*lines), pool(budget="B1"))
    assert found.shown["price"].endswith(price)


@pytest.mark.parametrize(
    ("line", "adjusted"),
    [
        ("", False),
        ("Risk adjustment: none", False),
        ("Risk adjustment: no adjustment", False),
        ("Risk adjustment: none, because the population is fixed", True),
        ("Risk adjustment: age and sex", True),
        ("Risk adjustment: [ ]", True),
        ("Source: the allocation, weighted by age", True),
        ("Source: audited accounts", False),
    ],
)
def test_a_budget_by_head_is_adjusted_or_says_why_not(line: str, adjusted: bool) -> None:
    found = fact("risk_adjustment", budget(*PER_HEAD, *[line] if line else []))
    assert found.values["adjusted"] is adjusted
    assert found.shown["price"].startswith("People who need 1% more care than the average cost £1,520,000")


@pytest.mark.parametrize(
    ("said", "coded", "limited", "growth", "extent"),
    [
        ("age and sex", False, False, None, "without a limit"),
        ("age, sex and need", True, False, None, "without a limit"),
        ("coded need, without limit", True, False, None, "without a limit"),
        ("coded need, uncapped at 5%", True, False, None, "without a limit"),
        ("need, rising by at most 3% over the Contract Term", True, True, 30_000, "by 3%"),
        ("need, normalised to a mean of 1", True, True, None, "within a limit"),
        (
            "need, rising by at most 3% a year",
            True,
            True,
            92_700,
            "by 3% a year, which over 3 Contract Years is 9.27%",
        ),
    ],
)
def test_the_limit_is_one_over_the_contract(
    said: str, coded: bool, limited: bool, growth: int | None, extent: str
) -> None:
    found = fact("risk_adjustment", contract(), budget(*PER_HEAD, f"Risk adjustment: {said}"))
    assert (found.values["coded"], found.values["limited"]) == (coded, limited)
    assert (found.values.get("growth"), found.shown["extent"]) == (growth, extent)


def test_what_was_not_read_in_full_lacks_nothing() -> None:
    torn = budget(*PER_HEAD, "Risk adjuster of our own making: by age")
    assert fact("risk_adjustment", torn).values["adjusted"] is True
    assert fact("costly_patients", torn, pool(budget="B1")).values["settled"] is True
