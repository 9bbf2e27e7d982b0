"""When the risk of modern slavery was assessed, what is done about it, and whose statement is due."""

from __future__ import annotations

import pytest
from finance_facts import block, fact, facts

MADE = block('CONTRACT "A"', "Date of contract: 20 July 2026")


def procurement(words: str, *lines: str) -> str:
    return block("PROCUREMENT PR1", "Regime: PSR 2023", *lines, f"Modern slavery: {words}")


@pytest.mark.parametrize(
    ("words", "lines", "late"),
    [
        ("assessed 20 July 2026", ("Route: direct award process C", "Award date: 20 July 2026"), False),
        ("assessed 21 July 2026", ("Route: direct award process C", "Award date: 20 July 2026"), True),
        # Offers were invited before the intention to award, so the same day is too late.
        (
            "assessed 20 July 2026",
            ("Route: competitive process", "Intention to award notice: published 20 July 2026"),
            True,
        ),
        (
            "assessed 19 July 2026",
            ("Route: competitive process", "Intention to award notice: published 20 July 2026"),
            False,
        ),
        ("not assessed", (), True),
        ("none", (), True),
        ("low risk", (), False),
        ("to be assessed after award", (), True),
        ("low risk, statement required on award", (), False),
        ("assessed before award", (), False),
        ("not assessed, the framework's assessment holds", ("Route: framework direct award",), True),
        ("assessed for the framework after award", ("Route: framework direct award",), False),
    ],
)
def test_late(words: str, lines: tuple[str, ...], late: bool) -> None:
    assert fact("modern_slavery", procurement(words, *lines)).values["late"] is late


def test_the_award_before_the_signature_before_the_date_of_contract() -> None:
    line = "assessed 21 July 2026"
    assert "made on 20 July 2026" in fact("modern_slavery", MADE, procurement(line)).shown["said"]
    signed = fact("modern_slavery", MADE, procurement(line, "Contract signed: 15 July 2026")).shown["said"]
    assert "6 days after the contract was signed" in signed
    awarded = procurement(line, "Contract signed: 15 July 2026", "Award date: 14 July 2026")
    assert "7 days after the contract was awarded" in fact("modern_slavery", awarded).shown["said"]


@pytest.mark.parametrize(
    ("words", "risk", "terms"),
    [
        ("high risk in agency staffing", True, False),
        ("high risk in agency staffing, no terms", True, False),
        ("high risk in agency staffing, due diligence", True, True),
        ("high risk, terms in Schedule 2H", True, True),
        ("risk identified in laundry", True, False),
        ("risk assessment identified no concerns", False, False),
        ("assessed 1 June 2026, low risk", False, False),
        ("no high risk found", False, False),
    ],
)
def test_a_risk_and_what_is_done_about_it(words: str, risk: bool, terms: bool) -> None:
    found = fact("modern_slavery", procurement(words)).values
    assert (found["risk"], found["terms"]) == (risk, terms)


def test_another_line_of_the_draft_is_a_term() -> None:
    clause = block('CLAUSE 9 "Supply chain"', "The Provider keeps modern slavery out of its supply chain.")
    assert fact("modern_slavery", procurement("high risk"), clause).values["terms"] is True
    assert fact("modern_slavery", "FRAGMENT\n" + procurement("high risk")).values["terms"] is True


@pytest.mark.parametrize(
    ("words", "relies", "holds"),
    [
        ("assessed for the framework in 2024", True, False),
        ("framework assessment of 2024, still valid", True, True),
        ("framework assessment of 2024, still used, out of date", True, False),
        ("assessed for this call-off", False, False),
    ],
)
def test_a_call_off_may_rely_on_its_framework(words: str, relies: bool, holds: bool) -> None:
    found = fact("modern_slavery", procurement(words, "Route: framework competition")).values
    assert (found["relies"], found["holds"]) == (relies, holds)


def test_statements_are_due_from_commercial_providers() -> None:
    def party(kind: str, role: str = "provider") -> str:
        return block('PARTY A "A Limited"', f"Role: {role}", f"Kind: {kind}", "Turnover: £50,000,000")

    assert fact("statement_due", party("independent")).values["named"] is False
    assert fact("statement_due", "FRAGMENT\n" + party("independent")).values["named"] is True
    statement = procurement("low risk, statement of A published 30 June 2026")
    assert fact("statement_due", party("independent"), statement).values["named"] is True
    assert not facts("statement_due", party("foundation trust"))
    assert not facts("statement_due", party("SPV"))
    assert not facts("statement_due", party("independent", "guarantor"))
