"""The Indicative Activity Plan."""

from __future__ import annotations

import pytest
from finance_facts import block, contract, fact, facts

PAID = block("PAYMENT", "Mechanism: activity-based")


def plan(said: str) -> str:
    return block("LINKS", f"Indicative activity plan: {said}")


@pytest.mark.parametrize(
    ("blocks", "missing"),
    [
        ([], True),
        (['CLAUSE 5 "Plan"\n  The IAP is agreed each year.\n'], False),
        (['CLAUSE 5 "Indicative Activity Plan"\n  It is agreed each year.\n'], False),
        (['INCLUDE "more.clause"\n'], False),
        (["PARTY ICB\n  How it works: commissioner\n"], False),
        ([plan("Schedule 2B")], False),
    ],
)
def test_a_plan_is_missing_where_nothing_speaks_of_it(blocks: list[str], missing: bool) -> None:
    assert fact("activity_plan", *blocks, PAID).values["missing"] is missing


def test_a_payment_that_is_not_by_activity_needs_none() -> None:
    assert facts("activity_plan", block("PAYMENT", "Mechanism: local agreement")) == []


@pytest.mark.parametrize(
    ("said", "left_open", "late_by"),
    [
        ("Schedule 2B", False, 0),
        ("being agreed with the clinical teams", True, 0),
        ("not yet agreed", True, 0),
        ("not yet agreed, else set by ICB", False, 0),
        ("not yet agreed, within 3 months", False, 0),
        ("not yet agreed, by [ ]", False, 0),
        ("being agreed by 1 July 2026", False, 0),
        ("being agreed by 2 July 2026", False, 1),
        ("being agreed by 1 October 2026", False, 92),
        ("Schedule 2B, reviewed on 1 October 2026", False, 0),
    ],
)
def test_a_plan_is_agreed_within_three_months(said: str, left_open: bool, late_by: int) -> None:
    found = fact("activity_plan", contract(), PAID, plan(said))
    assert (found.values["left_open"], found.values["late_by"]) == (left_open, late_by)
    assert found.shown["last_day"] == "1 July 2026"


def test_without_a_start_no_day_is_late() -> None:
    found = fact("activity_plan", PAID, plan("being agreed by 1 October 2026"))
    assert found.values["late_by"] == 0
    assert found.shown["start"] == "on the Service Commencement Date"


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("The decision of the ICB on the Indicative Activity Plan is final.", 1),
        ("The provider may not escalate an activity plan that the ICB has set.", 1),
        ("Escalation under SC29 does not apply.", 1),
        ("The decision on the IAP is final, subject to SC29.", 0),
        ("The decision on the IAP is not final.", 0),
        (
            "The IAP is final once agreed, and disagreements go through the escalation process in SC29.",
            0,
        ),
        (
            "The activity plan is final once set, and disputes on it are referred to the escalation process.",
            0,
        ),
        ("The activity plan is final once set, and the provider may still escalate it.", 0),
        (
            "The activity plan is final once set, and disputes do not go through the escalation process.",
            1,
        ),
        (
            "The activity plan is final once set, and disputes are not referred to the escalation process.",
            1,
        ),
        ("The activity plan is final once it is agreed.", 1),
        ("The IAP is final once both parties have signed it.", 0),
        ("The decision of the expert is final.", 0),
        ("Either party may escalate under SC29.", 0),
    ],
)
def test_a_final_word_on_the_plan(said: str, number: int) -> None:
    assert len(facts("final_word", f'CLAUSE 5 "Activity"\n  {said}\n')) == number
