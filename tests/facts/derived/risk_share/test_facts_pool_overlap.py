"""Two pools over one budget: told apart or not, with a payer in common or not."""

from __future__ import annotations

import pytest
from finance_facts import PARTIES, block, fact, facts

BUDGETS = block("BUDGET B1", "Basis: block", "Amount: £10m per Contract Year") + block(
    "BUDGET B2", "Basis: block"
)


def two(*lines: str, budget: str = "B1", sides: str = "gain only", shares: str = "ICB 40%, Acute 60%") -> str:
    first = block('RISK SHARE R1 "First"', "Budget: B1", "Sides: gain only", "Shares: ICB 50%, Acute 50%")
    second = (f"Budget: {budget}", f"Sides: {sides}", f"Shares: {shares}")
    return first + block('RISK SHARE R2 "Second"', *second, *lines)


@pytest.mark.parametrize(
    ("line", "apart"),
    [
        ("", False),
        ("Interaction: none", False),
        ("Interaction: admissions are left to R1", True),
        ("Exclusions: whatever counts in R1", True),
        ("Exclusions: high-cost drugs", False),
        ("Some words of another kind: here", True),
    ],
)
def test_a_line_tells_two_pools_apart(line: str, apart: bool) -> None:
    found = fact("pool_overlap", PARTIES, BUDGETS, two(*[line] if line else []))
    assert found.values["told_apart"] is apart


def test_one_saving_is_priced_twice() -> None:
    found = fact(
        "pool_overlap", PARTIES, BUDGETS, two("Cap:", "- gains: £200,000 per Contract Year for Acute")
    )
    assert found.shown["price"] == (
        "A saving of 5% (£500,000) is divided twice: £500,000 under R1 and £400,000 under R2, £900,000 in all"
    )


def test_both_sides_are_named_where_both_are_shared() -> None:
    text = two(sides="gain and loss").replace("Sides: gain only", "Sides: gain and loss")
    assert fact("pool_overlap", PARTIES, BUDGETS, text).shown["side"] == "savings and losses"


@pytest.mark.parametrize(
    "text",
    [two(budget="B2"), two(sides="loss only"), two(shares="Acute 60%, Community 40%"), two(budget="£10m")],
)
def test_other_money_another_side_or_another_payer_is_no_overlap(text: str) -> None:
    assert not facts("pool_overlap", PARTIES, BUDGETS, text)


@pytest.mark.parametrize(
    ("said", "overlap"),
    [
        ("£4,200,000 per Contract Year, the part of B1 that pays for beds outside Ferndale", True),
        ("£4,200,000 per Contract Year, within B1", True),
        ("£4,200,000 per Contract Year, included in Budget B1", True),
        ("£4,200,000 per Contract Year, not part of B1", False),
        ("£4,200,000 per Contract Year, no part of B1", False),
        ("£4,200,000 per Contract Year, on top of B1", False),
        ("£4,200,000 per Contract Year, outside B1", False),
        ("£4,200,000 per Contract Year, the part of B2 for beds", False),
        ("£4,200,000 per Contract Year, the part of B11 for beds", False),
    ],
)
def test_a_part_of_a_budget_is_covered_twice(said: str, overlap: bool) -> None:
    found = facts("pool_overlap", PARTIES, BUDGETS, two(budget=said))
    assert [each.shown["price"] for each in found] == (
        [
            "A saving of 5% of the smaller sum (£210,000) counts under R1 and under R2, "
            "and can be paid out twice"
        ]
        if overlap
        else []
    )


def test_a_loss_on_a_part_is_charged_twice() -> None:
    text = two(budget="£4,200,000 per Contract Year, part of B1", sides="loss only")
    found = fact("pool_overlap", PARTIES, BUDGETS, text.replace("Sides: gain only", "Sides: loss only"))
    assert found.shown["price"] == (
        "A loss of 5% of the smaller sum (£210,000) counts under R1 and under R2, and can be charged twice"
    )


def test_without_parties_two_in_common_are_enough() -> None:
    assert facts("pool_overlap", BUDGETS, two())
    assert not facts("pool_overlap", BUDGETS, two(shares="Acute 60%, Community 40%"))
