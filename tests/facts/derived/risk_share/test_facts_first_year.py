"""The first year of a pool: shadow, later or at once."""

from __future__ import annotations

import pytest
from finance_facts import PARTIES, contract, fact, pool

SHARES = ("Sides: gain and loss", "Shares: ICB 50%, Acute 30%, Community 20%")


@pytest.mark.parametrize(
    ("line", "eased"),
    [
        ("", False),
        ("Shadow years: none", False),
        ("Shadow years: Year 1", True),
        ("Shadow years: none, since the pool goes on", True),
        ("Shadow years: [ ]", True),
        ("Loss conditions: losses are charged from Year 2", True),
        ("Loss conditions: losses are charged from 2027/28", True),
        ("Loss conditions: no losses in the first Contract Year", True),
        ("Loss conditions: none", False),
        ("Counterfactual: from 2024/25 outturn", False),
        ("Cap: £500,000 per Contract Year for Acute", False),
    ],
)
def test_a_first_year_is_eased_by_what_the_pool_says(line: str, eased: bool) -> None:
    assert fact("first_year", PARTIES, pool(*SHARES, *[line] if line else [])).values["eased"] is eased


def test_the_first_year_is_priced_under_its_name() -> None:
    found = fact("first_year", contract(), PARTIES, pool(*SHARES))
    assert found.shown["price"] == (
        "An overspend of 5% (£500,000) in 2026/27 would cost Acute and Community £250,000"
    )
    assert " in Year 1 " in fact("first_year", PARTIES, pool(*SHARES)).shown["price"]


def test_a_year_that_does_not_begin_in_april_has_no_name() -> None:
    found = fact("first_year", contract("1 July 2026", "30 June 2029"), PARTIES, pool(*SHARES))
    assert found.shown["year"] == "Year 1"


@pytest.mark.parametrize(
    ("lines", "budget", "said"),
    [
        (  # what the members pay at 5% lies in a gap of the bands
            ("Bands:", "- 0% to 2% of Budget: no sharing", "- 6% to 9% of Budget: shared in the Shares"),
            "£10m per Contract Year",
            "An overspend of 5% (£500,000) in Year 1 would be charged on a budget that nobody has yet seen "
            "at work",
        ),
        (
            (),
            None,
            "Of every £1,000,000 of loss that is shared in Year 1 Acute would pay £500,000, "
            "on a budget that nobody has yet seen at work",
        ),
        (  # nothing is shared at 5%
            ("Threshold: 9% of Budget, excess only",),
            "£10m per Contract Year",
            "Of every £1,000,000 of loss that is shared in Year 1 Acute would pay £500,000, "
            "on a budget that nobody has yet seen at work",
        ),
    ],
)
def test_a_first_year_has_a_sum_wherever_the_draft_has_one(
    lines: tuple[str, ...], budget: str | None, said: str
) -> None:
    text = pool("Sides: gain and loss", "Shares: ICB 50%, Acute 50%", *lines, budget=budget)
    assert fact("first_year", PARTIES, text).shown["price"] == said
