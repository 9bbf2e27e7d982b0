"""Gains: what a gate says of losses, what commissioners do with theirs, and what 5% saved would pay."""

from __future__ import annotations

import pytest
from finance_facts import PARTIES, block, fact, facts, pool

SHARES = "Shares: ICB 50%, Acute 30%, Community 20%"


@pytest.mark.parametrize(
    ("lines", "silent"),
    [
        (("Gain conditions: O1 at Target",), True),
        (("Gain conditions: O1 at Target, no effect on losses",), False),
        (("Gain conditions: O1 at Target", "Loss conditions: none"), False),
        (("Gain conditions: none",), False),
        (("Gain conditions: [ ]",), False),
        (("Gain conditions: O1 at Target", "Quite another line: of words"), False),
    ],
)
def test_a_gate_says_what_it_means_for_a_loss(lines: tuple[str, ...], silent: bool) -> None:
    assert fact("gate", pool(*lines)).values["silent_on_losses"] is silent


@pytest.mark.parametrize(
    ("line", "settled"),
    [
        ("", False),
        ("Reinvestment: none", False),
        ("Reinvestment: half of it, in falls prevention", True),
        ("Residual: reinvested by ICB", True),
    ],
)
def test_commissioners_say_what_their_gain_is_for(line: str, settled: bool) -> None:
    found = fact("commissioners_gain", PARTIES, pool(SHARES, *[line] if line else []))
    assert found.values["settled"] is settled
    assert found.shown["price"] == "At a saving of 5% (£500,000) ICB would receive £250,000"


def test_other_words_of_the_draft_may_say_it_and_those_on_outcomes_do_not() -> None:
    clause = block('CLAUSE 5.1 "Savings"', "Each party reinvests its part of the savings.")
    assert fact("commissioners_gain", PARTIES, pool(SHARES), clause).values["settled"] is True
    unearned = block("OUTCOME PAYMENT OP1", "Unearned money: savings are reinvested")
    assert fact("commissioners_gain", PARTIES, pool(SHARES), unearned).values["settled"] is False


@pytest.mark.parametrize(
    "lines",
    [("Shares: ICB 100%",), ("Shares: ICB 0%, Acute 100%",), (SHARES, "Sides: loss only")],
)
def test_where_commissioners_gain_nothing_from_providers_there_is_nothing_to_say(
    lines: tuple[str, ...],
) -> None:
    assert not facts("commissioners_gain", PARTIES, pool(*lines))


@pytest.mark.parametrize(
    ("lines", "received"),
    [
        ((), "£250,000"),
        (("Threshold: 2% of Budget, excess only",), "£150,000"),
        (("Threshold: 2% of Budget, first pound",), "£250,000"),
        (("Threshold: 5% of Budget, first pound",), "£250,000"),
        (("Threshold: 5.01% of Budget, first pound",), None),
        (("Threshold: 2% of Budget",), None),
        (("Threshold:", "- gains: £200,000, excess only", "- losses: 4% of Budget"), "£150,000"),
        (
            ("Bands:", "- 0% to 2% of Budget: no sharing", "- above 2% of Budget: shared in the Shares"),
            "£150,000",
        ),
        (("Bands:", "- 0% to 2% of Budget: no sharing", "- above 2% of Budget: shared fairly"), None),
        (("Cap:", "- gains: £100,000 per Contract Year for ICB"), "£100,000"),
        (("Cap:", "- losses: £100,000 per Contract Year for ICB"), "£250,000"),
        (("Cap:", "- gains: 5% of Budget"), "£250,000"),
        (("Cap:", "- gains: 4.99% of Budget"), "£249,500"),
        (("Cap:", "- gains: 4.99%"), None),
    ],
)
def test_what_is_received_is_worked_out_or_not_said(lines: tuple[str, ...], received: str | None) -> None:
    price = fact("commissioners_gain", PARTIES, pool(SHARES, *lines)).shown["price"]
    if received is None:
        assert price == "ICB would receive 50% of every gain that is shared"
    else:
        assert price == f"At a saving of 5% (£500,000) ICB would receive {received}"
