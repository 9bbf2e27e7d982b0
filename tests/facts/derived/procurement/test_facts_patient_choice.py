"""Referrals that are closed, and how a provider qualifies for patient choice."""

from __future__ import annotations

import pytest
from finance_facts import block, fact, facts

LEAD = block('PARTY Lead "Harbour MSK Limited"', "Role: lead provider")
ELECTIVE = block("SERVICES S1", "In scope: elective hip and knee surgery")
COMMUNITY = block("SERVICES S1", "In scope: community nursing")


def line(words: str) -> str:
    return block("PROCUREMENT PR1", f"Patient choice: {words}")


def clause(words: str) -> str:
    return block('CLAUSE 4 "Referrals"', words)


@pytest.mark.parametrize(
    ("words", "closed"),
    [
        ("referrals go to Lead only", True),
        ("referrals go only to Harbour MSK Limited", True),
        ("referrals go only to the Provider", True),
        ("none", True),
        ("no choice of provider", True),
        ("no other provider takes referrals", True),
        ("referrals stay open to any qualified provider", False),
        ("referrals go only to the Provider unless the patient chooses another", False),
        ("choice applies only to elective referrals", False),
        ("referrals are made only through the NHS e-Referral Service", False),
        ("urgent referrals go only to the Provider", False),
        ("kept as the law requires", False),
    ],
)
def test_the_line_on_patient_choice(words: str, closed: bool) -> None:
    found = facts("closed_choice", LEAD, ELECTIVE, line(words))
    assert [each.values["elective"] for each in found] == ([True] if closed else [])


@pytest.mark.parametrize(
    ("words", "closed"),
    [
        ("All referrals are made exclusively to the Lead Provider.", True),
        ("Elective referrals go only to the provider that the patient has chosen.", False),
        ("Elective referrals go only to the provider of the patient's choice.", False),
        ("Elective referrals go only to the provider selected by the patient.", False),
        ("Elective referrals go to the Trust alone if that is what the patient chose.", False),
        ("Elective referrals go only to the Provider, and patients may not choose another.", True),
        ("Elective referrals go only to the Provider, whatever the patient prefers.", True),
        ("Elective referrals of patients go only to the provider chosen by ICB.", True),
        ("All invoices are sent only to the Provider.", False),
        ("All referrals are made to the Lead Provider.", False),
    ],
)
def test_a_clause_on_referrals(words: str, closed: bool) -> None:
    assert bool(facts("closed_choice", ELECTIVE, clause(words))) is closed


def test_the_services_tell_whether_there_is_a_right_to_choose() -> None:
    words = line("referrals go to Lead only")
    assert fact("closed_choice", LEAD, COMMUNITY, words).values["elective"] is False
    assert fact("closed_choice", LEAD, words).values["elective"] is False
    itself = clause("Elective referrals are made only to the Provider.")
    assert fact("closed_choice", COMMUNITY, itself).values["elective"] is True


@pytest.mark.parametrize(
    ("words", "window", "slow"),
    [
        ("a provider may apply at any time and is answered within 6 weeks", False, False),
        ("a provider may apply at any time and is answered within 7 weeks", False, True),
        ("a provider may apply and is answered within 42 calendar days", False, False),
        ("a provider may apply and is answered within 43 calendar days", False, True),
        ("a provider may apply and is answered within 30 Operational Days", False, False),
        ("a provider may apply and is answered within 31 Operational Days", False, True),
        ("a provider may apply and is answered within 2 months", False, True),
        ("a provider may apply at any time and starts within 3 months", False, False),
        ("providers are assessed once a year", True, False),
        ("a provider may apply in an annual window and is answered within 3 months", True, True),
        ("a provider may apply at any time, and there is no window", False, False),
        ("a qualified provider is answered within 6 weeks and has a contract of 12 months", False, False),
    ],
)
def test_how_a_provider_is_answered(words: str, window: bool, slow: bool) -> None:
    found = fact("choice_decision", line(words))
    assert (found.values["window"], found.values["slow"]) == (window, slow)


def test_other_applications_are_not_about_choice() -> None:
    assert not facts("choice_decision", clause("The unit is accredited, and is assessed again each year."))
    assert facts("choice_decision", clause("A provider may apply for patient choice once a year."))


@pytest.mark.parametrize(
    ("words", "lacking"),
    [
        ("a provider must hold CQC registration", 3),
        ("a provider must hold CQC registration, a licence and indemnity", 1),
        ("a provider must hold CQC registration, a licence, insurance and be able to comply", 0),
        ("a provider must hold CQC registration and meet regulation 42C", None),
        ("any qualified provider", None),
        ("a provider must have insurance", None),
    ],
)
def test_the_four_criteria(words: str, lacking: int | None) -> None:
    found = facts("choice_criteria", line(words))
    assert [each.values["lacking"] for each in found] == ([lacking] if lacking is not None else [])
