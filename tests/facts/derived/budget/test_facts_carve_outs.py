"""Costs that are left out on one side: read from both lines, the budget's and the pool's."""

from __future__ import annotations

import pytest
from finance_facts import block, fact, facts, pool


def draft(carved: str, excluded: str = "") -> tuple[str, str]:
    budget = block("BUDGET B1", "Basis: block", *[f"Carve-outs: {carved}"] if carved else [])
    return budget, pool(*[f"Exclusions: {excluded}"] if excluded else [], budget="B1")


@pytest.mark.parametrize(
    ("said", "left_out"),
    [
        ("high-cost drugs", None),
        ("high-cost drugs, from both the Budget and Actual Cost", None),
        ("high-cost drugs, from the Budget and from actual spending", None),
        ("high-cost drugs, from the Budget only", "the budget"),
        ("high-cost drugs, from the Budget but not from Actual Cost", "the budget"),
        ("high-cost drugs, from Actual Cost only", "actual spending"),
        ("high-cost drugs, from Actual Cost but not from the Budget", "actual spending"),
        ("high-cost drugs, from the outturn", "actual spending"),
        ("high-cost drugs, left out of the actual spend set against B1", "actual spending"),
        ("high-cost drugs, left out of what is spent against the Budget", "actual spending"),
        ("high-cost drugs, out of actual spend and of the Amount", None),
        ("high-cost drugs, out of Budget and spend both", None),
        ("high-cost drugs, out of spend, as the Budget never held them", None),
        ("high-cost drugs, out of spend, though they stay in the Budget", "actual spending"),
        ("drugs are left out when spend is counted, and the Amount includes them", "actual spending"),
        ("drugs are left out when spend is counted, and B1 was built on all spend", "actual spending"),
        ("drugs are left out when spend is counted against the Amount", None),
        ("drugs are left out of both when spend is counted, though B1 was built on all spend", None),
        ("drugs above the level in the Budget", None),
        ("spending on drugs", None),
    ],
)
def test_a_cost_is_left_out_of_what_the_line_says(said: str, left_out: str | None) -> None:
    found = facts("one_sided_carve_out", *draft(said))
    assert [each.shown["left_out"] for each in found] == ([left_out] if left_out else [])


def test_each_cost_of_a_line_is_judged_by_itself() -> None:
    [found] = facts("one_sided_carve_out", *draft("drugs, from both sides; devices, from the Budget only"))
    assert found.shown["item"] == "devices"


@pytest.mark.parametrize(
    ("excluded", "told"),
    [("high-cost drugs", True), ("drugs, from Actual Cost only", True), ("national pay awards", False)],
)
def test_the_pool_may_leave_out_the_other_side(excluded: str, told: bool) -> None:
    found = facts("one_sided_carve_out", *draft("high-cost drugs, from the Budget only", excluded))
    assert bool(found) is not told


def test_two_lines_on_the_same_side_do_not_make_two_sides() -> None:
    same = draft("drugs, from the Budget only", "drugs, from the Budget only")
    assert len(facts("one_sided_carve_out", *same)) == 2


def test_a_yearly_amount_is_what_it_comes_to() -> None:
    found = fact("one_sided_carve_out", *draft("drugs of £1,300,000 a year, from the Budget only"))
    assert found.shown["item"] == "drugs of £1,300,000 a year"
    assert found.shown["price"].startswith("£1,300,000 a year counts as a loss")
    found = fact("one_sided_carve_out", *draft("drugs above £500 a dose, from Actual Cost only"))
    assert found.shown["price"].startswith("Every £1,000,000 that the budget holds for it counts as a gain")


def test_a_pool_with_a_budget_in_pounds_is_read_alone() -> None:
    assert facts("one_sided_carve_out", pool("Exclusions: drugs, from Actual Cost only"))
