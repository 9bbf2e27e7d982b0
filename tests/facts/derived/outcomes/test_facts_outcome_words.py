"""Outcomes as they are stated: results and activities, and who answers for them."""

from __future__ import annotations

import pytest
from finance_facts import PARTIES, block, fact, facts


@pytest.mark.parametrize(
    "title",
    [
        "20,000 contacts",
        "At least 500 more health checks",
        "Number of home visits",
        "The total number of community contacts",
        "Deliver a single point of access",
        "Establish four virtual wards",
        "Setting up a frailty hub",
        "Recruit 12 care co-ordinators",
        "Provide joined-up care",
        "Medication reviews completed",
        "95% of care plans completed",
        "1,160 hips and knees are replaced each year",
        "At least 2,000 people are seen each month",
        "2,400 people complete counselling",
        "300 older people will attend a falls class",
    ],
)
def test_an_activity(title: str) -> None:
    assert fact("outcome_stated", block(f'OUTCOME O1 "{title}"')).values["activity"] is True


@pytest.mark.parametrize(
    "title",
    [
        "People live at home 91 days after discharge",
        "More people are still at home three months after leaving hospital",
        "Fewer emergency admissions for people aged 75 and over",
        "20,000 contacts so that people recover sooner",
        "Deliver better outcomes for people with frailty",
        "Establish what matters to each person",
        "100 fewer hospital bed days",
        "2,000 people are seen sooner",
        "95% of people are seen within 4 hours",
        "1,160 people a year walk without pain",
        "500 people complete counselling and feel better",
        "2,400 people work again",
        "People complete their treatment",
        "12 teams are trusted by the people they serve",
        "Number of people back at work",
        "Carers feel supported",
        "30-day readmissions fall",
        "Assessment within 28 days of referral",
        "Operating theatre waits come down",
        "Training as a nurse is open to people with lived experience so that they stay well",
        "Recovery that lasts",
        "Care plans that people own",
    ],
)
def test_a_result(title: str) -> None:
    assert fact("outcome_stated", block(f'OUTCOME O1 "{title}"')).values["activity"] is False


def test_an_outcome_without_a_title_says_nothing() -> None:
    assert not facts("outcome_stated", block("OUTCOME O1", "Owner: Acute"))


def of(*lines: str) -> str:
    return block('OUTCOME O1 "x"', *lines)


@pytest.mark.parametrize(
    ("lines", "joint"),
    [
        (("Model: alliance",), True),
        (("Model: partnering",), True),
        (("Integration: virtual",), True),
        (("Model: lead provider",), False),
        (("Model: outcomes-based",), False),
        ((), False),
    ],
)
def test_a_joint_contract(lines: tuple[str, ...], joint: bool) -> None:
    found = fact("outcome_owner", block('CONTRACT "x"', *lines), PARTIES, of("Owner: Acute"))
    assert found.values["joint_contract"] is joint


def test_one_provider_makes_no_joint_contract() -> None:
    only = block('PARTY Acute "x"', "Role: provider")
    found = fact("outcome_owner", block('CONTRACT "x"', "Model: alliance"), only, of("Owner: Acute"))
    assert found.values["joint_contract"] is False


def test_owners_are_counted_with_those_of_the_indicators() -> None:
    indicator = block('INDICATOR I1 "x"', "Outcome: O1", "Owner: Community, Acute")
    assert fact("outcome_owner", of("Owner: Acute"), indicator).values["owners"] == 2
    assert fact("outcome_owner", of(), indicator).values["owners"] == 2
    assert not facts("outcome_owner", of())


def test_the_others_are_named() -> None:
    found = fact("outcome_owner", PARTIES, of("Owner: Acute", "Joint: no, it is decided on the ward"))
    assert found.shown["stake"] == "Community answers for none of it"
    assert (found.values["said_joint"], found.values["said_not_joint"]) == (False, True)
