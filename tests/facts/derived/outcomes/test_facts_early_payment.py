"""Money of the first year on measures without a baseline: one finding a payment, with all of them."""

from __future__ import annotations

from finance_facts import block, fact, facts

O1 = block("OUTCOME O1", "Numerator: people at home", "Denominator: discharges")
O2 = block("OUTCOME O2", "Numerator: people who fell", "Denominator: people")
PATH = ("Share of budget:", "- 2026/27: 5%", "- 2027/28: 10%")


def payment(*lines: str, weights: str = "O1 60%, O2 30%, O3 10%") -> str:
    return block("OUTCOME PAYMENT OP1", "Budget: £12,000,000", f"Weights: {weights}", *(lines or PATH))


def test_what_has_no_baseline_is_said_together() -> None:
    known = block("OUTCOME O3", "Numerator: people", "Baseline: 60% in 2024/25, n=400")
    found = fact("paid_before_baseline", O1, O2, known, payment())
    assert found.values["measures"] == 2
    assert found.shown["lacking"] == "O1 and O2 have no baseline yet"
    assert found.shown["at_risk"] == (
        "£540,000 (90% of 5% of £12,000,000) hangs on O1 and O2 in the first year, and nothing says what "
        "they improve on"
    )


def test_a_cap_bounds_what_hangs_on_them() -> None:
    found = fact("paid_before_baseline", O1, payment(*PATH, "Cap: £200,000"))
    assert found.shown["at_risk"].startswith("£120,000 (60% of £200,000) hangs on OUTCOME O1 in the first")


def test_the_indicators_of_an_outcome_weigh_once() -> None:
    indicators = [block(f"INDICATOR I{n}", "Outcome: O1", "Numerator: people") for n in (1, 2)]
    found = fact("paid_before_baseline", O1, *indicators, payment(weights="O1 60%"))
    assert found.shown["at_risk"].startswith("£360,000 (60% of 5% of £12,000,000) hangs on I1 and I2 ")


def test_an_outcome_that_nothing_measures_is_another_fault() -> None:
    assert not facts("paid_before_baseline", block("OUTCOME O1", "Owner: Acute"), payment())
