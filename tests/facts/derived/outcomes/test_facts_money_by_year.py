"""Budgets that differ from year to year: each sum belongs to the year that the message names."""

from __future__ import annotations

import pytest
from finance_facts import PARTIES, block, contract, fact, facts, pool

from clausecheck.facts.derived.outcomes.stakes import stakes
from clausecheck.model.build import build
from clausecheck.source import source_from_text

RISING = block("BUDGET B1", "Amount:", "- 2026/27: £20m", "- 2027/28: £24m", "- 2028/29: £28m")
FALLING = block("BUDGET B1", "Amount:", "- 2026/27: £20m", "- 2027/28: £16m", "- 2028/29: £12m")
TARGETS = ("Target:", "- 2026/27: at least 40", "- 2027/28: at least 42", "- 2028/29: at least 49")
OUTCOME = block("OUTCOME O1", "Instrument: Oxford Hip Score", "Baseline: 37 in 2025/26, n=640", *TARGETS)
FLAT = ("Share of budget: 20%",)
PATH = ("Share of budget:", "- 2026/27: 10%", "- 2027/28: 10%", "- 2028/29: 25%")


def payment(*lines: str, name: str = "OP1", weights: str = "O1 100%") -> str:
    return block(f"OUTCOME PAYMENT {name}", "Budget: B1", f"Weights: {weights}", *lines)


def test_a_change_over_the_term_is_that_of_each_year_added_up() -> None:
    price = fact("pool_term", contract(), RISING, pool(budget="B1")).shown["price"]
    assert price.endswith("is £1,000,000 in 2026/27, and £3,600,000 over 3 Contract Years")


def test_a_change_in_years_whose_amount_is_not_there_has_no_sum() -> None:
    long = contract(expiry="31 March 2030")
    price = fact("pool_term", long, RISING, pool(budget="B1")).shown["price"]
    assert price.endswith("is £1,000,000 in 2026/27, and comes again in each year after it")


def test_one_share_is_that_of_each_year_of_the_budget() -> None:
    found = fact("path_shape", contract(), RISING, OUTCOME, payment(*FLAT)).shown
    assert found["path"] == "20%"
    sums = "£4,000,000 in 2026/27, £4,800,000 in 2027/28 and £5,600,000 in 2028/29"
    assert found["amounts"] == f"On the Budget that is {sums}"


def test_the_highest_share_is_priced_in_the_year_in_which_it_is_most() -> None:
    found = fact("payment_path", contract(), RISING, OUTCOME, payment(*FLAT))
    assert (found.shown["path"], found.shown["first"], found.values["years"]) == ("20%", "20%", 1)
    assert found.shown["most"] == "20% of the Budget of £28,000,000 is £5,600,000 in 2028/29"


@pytest.mark.parametrize(
    ("lines", "most"),
    [
        (PATH, "£3,000,000"),  # 25% of the £12,000,000 of the last year, not of the first
        ((*PATH, "Cap: £2,500,000"), "£2,500,000"),
        ((*PATH, "Cap: 15% of Budget"), "£2,000,000"),  # 10% of £20,000,000; the cap leaves £1,800,000
    ],
)
def test_what_hangs_on_measures_is_the_most_of_any_one_year(lines: tuple[str, ...], most: str) -> None:
    found = fact("paid_measures", contract(), FALLING, OUTCOME, payment(*lines))
    assert found.shown["data_risk"].startswith(f"Up to {most} a Contract Year ")


def test_a_target_is_priced_in_its_own_year() -> None:
    found = fact("instrument_target", contract(), FALLING, OUTCOME, payment(*FLAT))
    assert found.shown["stake"] == "No result can meet it. £2,400,000 of OP1 hangs on O1 in 2028/29"


def test_a_target_of_a_year_in_which_nothing_is_paid_has_no_price() -> None:
    path = ("Share of budget:", "- 2026/27: 10%", "- 2027/28: 10%", "- 2028/29: 0%")
    found = fact("instrument_target", contract(), FALLING, OUTCOME, payment(*path))
    assert found.shown["stake"] == "No result can meet it"


def test_a_target_that_chance_can_meet_is_priced_in_its_own_year() -> None:
    rate = block(
        "OUTCOME O1",
        "Direction: higher is better",
        "Baseline: 80% in 2025/26, n=400",
        "Target:",
        "- 2026/27: at least 90%",
        "- 2027/28: at least 81%",
    )
    found = fact("target_change", contract(), FALLING, rate, payment(*FLAT))
    assert found.shown["chance_target"] == "2027/28: at least 81%"
    assert found.shown["luck"].endswith(". £3,200,000 of OP1 hangs on O1 in 2027/28")


def held(*blocks: str) -> str:
    draft, _ = build(source_from_text("\n".join(blocks), "example.clause"))
    return stakes(draft, [])["O1"].words


@pytest.mark.parametrize(
    ("second", "words"),
    [
        (("Share of budget: 5%",), "Up to £4,000,000 a Contract Year of OP1 and OP2 hangs on O1"),
        (
            ("Share of budget:", "- Year 3: 5%"),  # the third year is 2028/29
            "Up to £3,600,000 a Contract Year of OP1 and OP2 hangs on O1",
        ),
        (("Share of budget: [ ]",), "Money of OP1 and OP2 hangs on O1"),
    ],
)
def test_payments_on_one_outcome_add_up_year_by_year(second: tuple[str, ...], words: str) -> None:
    first = payment("Share of budget:", "- 2026/27: 15%", "- 2027/28: 15%", "- 2028/29: 25%")
    assert held(contract(), FALLING, OUTCOME, first, payment(*second, name="OP2")) == words


@pytest.mark.parametrize(
    ("cap", "amount", "when", "exceeds"),
    [
        ("1% of Budget", "£280,000", "in 2028/29", True),
        ("£140,000", "£140,000", "a Contract Year", False),
        ("0.5357% of Budget", "£149,996", "in 2028/29", False),
        ("0.536% of Budget", "£150,080", "in 2028/29", True),
    ],
)
def test_a_cap_in_percent_is_that_of_the_largest_budget(
    cap: str, amount: str, when: str, exceeds: bool
) -> None:
    lines = ("Loss shares: ICB 60%, Community 40%", f"Cap: {cap} for Community")
    found = facts("member_cap", PARTIES, RISING, pool(*lines, budget="B1"))
    one = next(each for each in found if each.values["party"] == "Community")
    assert (one.shown["amount"], one.shown["when"]) == (amount, when)
    assert one.values["exceeds_capacity"] is exceeds


def test_years_of_one_amount_name_no_year() -> None:
    level = block("BUDGET B1", "Amount:", "- 2026/27: £20m", "- 2027/28: £20m")
    lines = ("Loss shares: ICB 60%, Community 40%", "Cap: 1% of Budget for Community")
    found = facts("member_cap", PARTIES, level, pool(*lines, budget="B1"))
    assert {each.shown["when"] for each in found} == {"a Contract Year"}
