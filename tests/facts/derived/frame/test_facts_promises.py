"""Drafts that say they share risk: by their model, or in the words of a clause."""

from __future__ import annotations

import pytest
from finance_facts import block, facts


@pytest.mark.parametrize(
    ("model", "promised"),
    [
        ("alliance", True),
        ("accountable care organisation", True),
        ("value-based", False),
        ("lead provider", False),
    ],
)
def test_a_model_may_mean_shared_risk(model: str, promised: bool) -> None:
    found = facts("risk_promised", block('CONTRACT "Ferndale"', f"Model: {model}"))
    assert [each.shown["said"] for each in found] == (
        [f"Ferndale says that it is an {model}, and has no RISK SHARE"] if promised else []
    )


@pytest.mark.parametrize(
    ("words", "promised"),
    [
        ("The ICB and the holder share gains and losses on each Year of Care.", True),
        ("Savings and overspends are shared as the finance leads settle.", True),
        ("The parties share financial risk.", True),
        ("The parties do not share gains or losses.", False),
        ("Gains and losses may be shared from Year 3.", False),
        ("The parties share data and premises.", False),
        ("The parties share what they learn. Losses are borne by the holder.", False),
        ("Gains are shared.", False),
    ],
)
def test_a_clause_may_say_that_gains_and_losses_are_shared(words: str, promised: bool) -> None:
    found = facts("risk_promised", block('CLAUSE 5.1 "Money"', words))
    assert [each.shown["said"] for each in found] == (
        ["CLAUSE 5.1 says that gains and losses are shared, and the draft has no RISK SHARE"]
        if promised
        else []
    )


def test_a_clause_is_told_once() -> None:
    text = block('CLAUSE 5.1 "Money"', "The parties share gains and losses.", "They share risk and reward.")
    assert len(facts("risk_promised", text)) == 1
