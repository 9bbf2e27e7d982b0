"""So much a person times the people, beside the amount that the budget states."""

from __future__ import annotations

import pytest
from finance_facts import block, fact, facts

PEOPLE = block("POPULATION P1", "Size: 100,000")


def budget(each: str, amount: str, basis: str = "capitation") -> str:
    return block("BUDGET B1", f"Basis: {basis}", f"Per person: {each}", f"Amount: {amount}")


@pytest.mark.parametrize(
    ("each", "amount", "apart"),
    [
        ("£100 per person", "£10,099,999.99 per Contract Year", False),  # less than a pound a person
        ("£100 per person", "£10,100,000 per Contract Year", True),
        ("£402 per person", "£40,000,000 per Contract Year", False),  # half a percent
        ("£402.01 per person", "£40,000,000 per Contract Year", True),
        ("£398 per person", "£40,000,000", False),
        ("£397.99 per head", "£40,000,000", True),
    ],
)
def test_rounding_is_left_alone(each: str, amount: str, apart: bool) -> None:
    assert fact("per_head", PEOPLE, budget(each, amount)).values["apart"] is apart


def test_what_is_left_over_is_told_from_what_is_missing() -> None:
    over = fact("per_head", PEOPLE, budget("£410 per person", "£40,000,000")).shown["gap"]
    assert over == (
        "£41,000,000 - £40,000,000 = £1,000,000 a year more than there is, and the Amount is £400 a person"
    )
    under = fact("per_head", PEOPLE, budget("£390 per person", "£40,000,000")).shown["gap"]
    assert under.startswith("£40,000,000 - £39,000,000 = £1,000,000 a year more than the people bring")


@pytest.mark.parametrize(
    "blocks",
    [
        [budget("£410 per person", "£40,000,000")],
        [PEOPLE, block("POPULATION P2", "Size: 5,000"), budget("£410 per person", "£40,000,000")],
        [PEOPLE + "  Strata: under 65, 65 and over\n", budget("£410 per person", "£40,000,000")],
        [PEOPLE, budget("£410 per person", "£40,000,000", basis="block")],
        [PEOPLE, budget("£410 per weighted person", "£40,000,000")],
        [PEOPLE, budget("£34 per person per month", "£40,000,000")],
        [PEOPLE, budget("£410 per person", "£200,000,000 over the Contract Term")],
        [PEOPLE, block("BUDGET B1", "Basis: capitation", "Per person: £410", "Amount:", "- 2026/27: £40m")],
    ],
)
def test_where_something_else_may_stand_between_them_nothing_is_compared(blocks: list[str]) -> None:
    assert not facts("per_head", *blocks)
