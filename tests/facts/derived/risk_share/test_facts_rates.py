"""Variable rates, prices across areas, profit caps and contingencies."""

from __future__ import annotations

import pytest
from finance_facts import block, fact, facts, pool


def rate(said: str, *lines: str) -> str:
    return block("PAYMENT", f"Variable rate: {said}", *lines)


@pytest.mark.parametrize(
    ("said", "outside"),
    [("-0.01%", True), ("0%", False), ("20%", False), ("100%", False), ("100.01%", True)],
)
def test_a_rate_is_a_part_of_a_price(said: str, outside: bool) -> None:
    assert fact("variable_rate", rate(f"{said} of unit price")).values["outside"] is outside


@pytest.mark.parametrize(
    ("said", "one_way"),
    [
        ("20% of unit price", False),
        ("20% of unit price above and below plan", False),
        ("20% of unit price above plan, 0% below it", False),
        ("20% of unit price, in either direction", False),
        ("20% of unit price above plan", True),
        ("20% of unit price, over plan only", True),
        ("20% of unit price below plan", True),
    ],
)
def test_a_rate_is_for_both_sides_unless_it_says_one(said: str, one_way: bool) -> None:
    assert fact("variable_rate", rate(said)).values["one_way"] is one_way


def test_a_rate_is_priced_on_the_annual_value() -> None:
    found = fact("variable_rate", rate("20% of unit price above plan", "Annual value: £8,400,000 per annum"))
    assert found.shown["left_out"] == (
        "Activity 5% (£420,000) above plan pays £84,000 more; for as much below it the draft has no rate"
    )
    below = fact("variable_rate", rate("-10% of unit price"))
    assert below.shown["price"] == "Activity worth £1,000,000 above plan would lower the payment by £100,000"


@pytest.mark.parametrize(
    ("said", "one_way"),
    [
        ("outflow at 100% and inflow at 80% of unit price", False),
        ("100% of unit price, both ways", False),
        ("NHS Payment Scheme unit prices", False),
        ("outflow at 100% of unit price", True),
        ("inflow at 80% of unit price", True),
        ("100% for people treated elsewhere", True),
        ("80% for people from outside, 100% for people treated elsewhere", False),
    ],
)
def test_care_across_the_border_has_two_prices(said: str, one_way: bool) -> None:
    assert fact("cross_area", pool(f"Cross-area prices: {said}")).values["one_way"] is one_way


def test_no_price_across_areas_is_no_price() -> None:
    assert not facts("cross_area", pool())
    assert not facts("cross_area", pool("Cross-area prices: none"))


@pytest.mark.parametrize(
    ("line", "capped", "placed"),
    [
        ("", False, False),
        ("Profit cap: none", False, False),
        ("Profit cap: 7.5% of turnover", True, False),
        ("Profit cap: 7.5% of turnover, the excess to ICB", True, True),
        ("Profit cap: £1,000,000, above that repaid to ICB", True, True),
        ("Profit ceiling of another kind: 7.5%", True, True),
    ],
)
def test_a_profit_cap_has_a_figure_and_a_destination(line: str, capped: bool, placed: bool) -> None:
    found = fact("profit_cap", pool(*[line] if line else []))
    assert (found.values["capped"], found.values["placed"]) == (capped, placed)


def test_a_profit_cap_is_priced_on_the_budget() -> None:
    found = fact("profit_cap", pool("Profit cap: 7.5% of turnover", budget="£187,500,000 per Contract Year"))
    assert "7.5% is £14,062,500" in found.shown["price"]


@pytest.mark.parametrize(
    ("said", "share", "explained"),
    [
        ("1% of Budget, used first", 10_000, False),
        ("£71,000", 5_000, False),
        ("£70,000", 4_930, False),
        ("none", 0, False),
        ("3% of Budget, because two practices may join", 30_000, True),
    ],
)
def test_a_contingency_is_a_part_of_the_budget(said: str, share: int, explained: bool) -> None:
    text = block("BUDGET B1", "Amount: £14,200,000 per Contract Year", f"Contingency: {said}")
    found = fact("contingency", text)
    assert (found.values["percent"], found.values["explained"]) == (share, explained)


@pytest.mark.parametrize("said", ["held by ICB", "[ ]"])
def test_a_contingency_without_a_figure_is_not_judged(said: str) -> None:
    assert not facts("contingency", block("BUDGET B1", f"Contingency: {said}"))
    assert not facts("contingency", block("BUDGET B1", "Contingency: £70,000"))
