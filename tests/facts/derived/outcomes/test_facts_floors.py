"""Whether a line of payment has a beginning."""

from __future__ import annotations

import pytest
from finance_facts import block, fact, facts

TARGET = "Target: at least 90%"


def payment(curve: str, *lines: str) -> str:
    return block(
        "OUTCOME PAYMENT OP1", "Budget: £10m", "Share of budget: 5%", "Weights: O1 60%, O2 40%", curve, *lines
    )


def outcomes(*first: str) -> str:
    return block('OUTCOME O1 "At home"', *first) + block(
        'OUTCOME O2 "Supported"', TARGET, "Floor: at least 60%"
    )


@pytest.mark.parametrize(
    ("first", "curve", "open_"),
    [
        ((TARGET,), "Curve: linear", True),
        ((TARGET, "Floor: at least 80%"), "Curve: linear", False),
        ((TARGET, "Floor: [ ]"), "Curve: linear", False),
        (("Target: [ ]",), "Curve: linear", False),
        ((TARGET,), "Curve: step", False),
        ((TARGET,), "Curve: gap to goal", False),
        ((TARGET,), "Curve: [ ]", False),
        ((TARGET,), "Curve: linear, from the baseline to the target", False),
    ],
)
def test_a_line_begins_at_a_floor(first: tuple[str, ...], curve: str, open_: bool) -> None:
    assert bool(facts("open_floor", outcomes(*first), payment(curve))) is open_


def test_what_hangs_on_it_is_priced() -> None:
    found = fact("open_floor", outcomes(TARGET), payment("Curve: linear"))
    assert found.shown["which"] == "O1 has"
    assert found.shown["risk"].startswith("Up to £300,000 a Contract Year is paid along a line")


def test_a_clause_may_say_where_payment_begins() -> None:
    clause = block('CLAUSE 4.1 "Payment"', "Payment on each outcome starts at its baseline.")
    assert not facts("open_floor", outcomes(TARGET), payment("Curve: linear"), clause)
