"""Payment for each person, and what guards against choosing the easy cases."""

from __future__ import annotations

import pytest
from finance_facts import block, fact, facts

O1 = block('OUTCOME O1 "Recovery"', "Numerator: people who recover", "Denominator: people taken on")


def payment(*lines: str) -> str:
    return block("OUTCOME PAYMENT OP1", *lines, "Weights: O1 100%")


def price(words: str) -> str:
    return block("PAYMENT", f"Unit price: {words}")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("£900 per person who recovers", "£900 per person who recovers"),
        ("£900 for each person recovered", "£900 for each person recovered"),
        ("£1.2k for every patient who quits", "£1.2k for every patient who quits"),
        ("£38 per patient contact completed", ""),
        ("£640 per person per year who is in work", ""),
        ("£95 per person", ""),
        ("NHS Payment Scheme unit prices, no local adjustment", ""),
    ],
)
def test_unit_prices_for_each_result(words: str, found: str) -> None:
    rates = [each.shown["rate"] for each in facts("per_person_payment", O1, price(words))]
    assert rates == ([found] if found else [])


def test_a_budget_is_a_rate_only_if_no_share_is_taken_of_it() -> None:
    assert facts("per_person_payment", O1, payment("Budget: £900 per person"))
    assert not facts("per_person_payment", O1, payment("Budget: £655 per person", "Share of budget: 5%"))
    assert not facts("per_person_payment", O1, payment("Budget: £900,000 per Contract Year"))


PAY = payment("Budget: £900 per person who recovers")


def test_one_rate_for_all_is_unguarded() -> None:
    found = fact("per_person_payment", O1, PAY)
    assert found.values["unguarded"] is True
    assert found.shown["amount"] == "£900"


@pytest.mark.parametrize(
    "more",
    [
        block('POPULATION P1 "adults"', "Strata: by severity"),
        block("SERVICES S1", "In scope: recovery service, which may not refuse any referral"),
        block("SERVICES S1", "In scope: recovery service, in which every person referred must be accepted"),
        'CLAUSE 4.1 "Access"\n  No person may be turned away.\n',
        price("£900 for each person with more complex needs"),
    ],
)
def test_guards_elsewhere_in_the_draft(more: str) -> None:
    assert fact("per_person_payment", O1, PAY, more).values["unguarded"] is False


@pytest.mark.parametrize(
    ("line", "unguarded"),
    [
        ("Risk adjustment: by diagnosis", False),
        ("Risk adjustment: none", True),
        ("Perverse incentive: cherry-picking, watched by the case mix of those taken on", False),
        ("Balancing measure: people declined at assessment", False),
        ("Balancing measure: readmissions", True),
    ],
)
def test_guards_in_the_measure(line: str, unguarded: bool) -> None:
    assert fact("per_person_payment", O1 + f"  {line}\n", PAY).values["unguarded"] is unguarded


def test_two_rates_pay_for_need() -> None:
    two = payment("Paid: £700 for each adult who recovers, £1,300 for each child who does")
    same = payment("Paid: £700 for each person who recovers, £700 for each carer who does")
    assert fact("per_person_payment", O1, two).values["unguarded"] is False
    assert fact("per_person_payment", O1, same).values["unguarded"] is True


def test_a_draft_that_includes_another_is_not_judged() -> None:
    assert fact("per_person_payment", "INCLUDE other.clause\n", O1, PAY).values["unguarded"] is False
