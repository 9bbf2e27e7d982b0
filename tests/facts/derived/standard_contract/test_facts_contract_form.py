"""Primary care alone, a form without an edition, documents shut out and an order that is not complete."""

from __future__ import annotations

import pytest
from drafting_facts import facts_of, under

FORM = 'CONTRACT "C"\n  Form: NHS Standard Contract 2026/27, full-length\n'


@pytest.mark.parametrize(
    ("said", "alone"),
    [
        ("core general practice", True),
        ("core general practice of each practice; NHS dental services", True),
        ("essential primary medical services, pharmaceutical services", True),
        ("core general practice; community nursing", False),
        ("general practice support team", False),
        ("community nursing", False),
    ],
)
def test_primary_care_alone(said: str, alone: bool) -> None:
    text = f"{FORM}\nSERVICES S1\n  In scope: {said}\n"
    assert bool(facts_of("primary_care_alone", text)) is alone


@pytest.mark.parametrize(
    "more",
    [
        "\nLINKS\n  Service specification: Schedule 2L\n",
        "\nSERVICES S2\n  In scope: community nursing\n",
        "\nSERVICES S2\n  Out of scope: dental care\n",
        "\nSERVICES S2\n  In scope: core general practice\n  Integration agreement: with each practice\n",
    ],
)
def test_primary_care_that_is_not_alone(more: str) -> None:
    text = f"{FORM}\nSERVICES S1\n  In scope: core general practice\n{more}"
    assert facts_of("primary_care_alone", text) == []


@pytest.mark.parametrize(
    ("form", "schedules", "found"),
    [
        ("NHS Standard Contract, full-length", "Schedule 3C", "Schedule 3C"),
        ("NHS Standard Contract", "Schedule 2A, Schedule 3B, Schedule 3C", "Schedule 3B"),
        ("NHS Standard Contract", "Schedule 2A, Schedule 2G", ""),
        ("NHS Standard Contract", "Schedule 6C", ""),  # what stands there now is only plausible
        ("NHS Standard Contract 2026/27", "Schedule 3C", ""),
        ("ICP contract", "Schedule 3C", ""),
    ],
)
def test_a_form_without_an_edition(form: str, schedules: str, found: str) -> None:
    text = f'CONTRACT "C"\n  Form: {form}\n  Schedules relied on: {schedules}\n'
    facts = facts_of("edition_open", text)
    assert [fact.shown["name"] for fact in facts] == ([found] if found else [])


def test_the_titles_and_their_editions() -> None:
    text = 'CONTRACT "C"\n  Form: NHS Standard Contract\n  Schedules relied on: Schedule 3C\n'
    [fact] = facts_of("edition_open", text)
    assert (fact.shown["before"], fact.shown["before_in"]) == ("Local Modifications", "2021/22")
    assert (fact.shown["now"], fact.shown["now_in"]) == ("Local Prices", "2023/24")


def test_a_schedule_of_the_agreement_itself_says_nothing() -> None:
    text = 'CONTRACT "C"\n  Form: overlay on NHS Standard Contract\n\nEXIT\n  Plan: Schedule 3C\n'
    assert facts_of("edition_open", text) == []


def test_a_title_at_the_wrong_letter_is_left_to_its_own_rule() -> None:
    text = 'CONTRACT "C"\n  Form: NHS Standard Contract\n\nLINKS\n  Local prices: Schedule 3B\n'
    assert facts_of("edition_open", text) == []


@pytest.mark.parametrize(
    ("said", "schedule", "found"),
    [
        ("No other documents apply.", "2G", True),
        ("No other agreement forms part of this Contract.", "5A", True),
        ("No other documents apply.", "2A", False),
        ("No other documents apply except those that are listed.", "2G", False),
        ("No other documents are kept.", "2G", False),
        ("This Contract supersedes all earlier tenders.", "5A", True),
        ("This Contract supersedes all earlier tenders.", "1B", True),
        ("This Contract supersedes all earlier tenders.", "2G", False),
        ("This Contract does not supersede the tender.", "5A", False),
        ("This Contract supersedes all earlier negotiations.", "5A", False),
    ],
)
def test_documents_shut_out(said: str, schedule: str, found: bool) -> None:
    text = f'{FORM}  Schedules relied on: Schedule {schedule}\n\nCLAUSE 1.9 "Entire"\n  {said}\n'
    assert bool(facts_of("shut_out", text)) is found


@pytest.mark.parametrize(
    ("said", "missing"),
    [
        ("General Conditions, then Particulars", "Service Conditions"),
        ("GCs, then SCs", "Particulars"),
        ("Service Conditions > Particulars", "General Conditions"),
        ("General Conditions, then Service Conditions, then Particulars", ""),
        ("Particulars, then this Agreement", ""),
        ("NHS Standard Contract, then the Particulars, General Conditions", ""),
        ("as in GC1.2", ""),
    ],
)
def test_an_order_that_is_not_complete(said: str, missing: str) -> None:
    facts = facts_of("order_gap", under("Precedence", said))
    assert [fact.shown["missing"] for fact in facts] == ([missing] if missing else [])
