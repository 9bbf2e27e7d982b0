"""When Conditions Precedent are met or due, and how soon a change is told."""

from __future__ import annotations

import pytest
from drafting_facts import cut, facts_of, under

HEAD = 'CONTRACT "Contract"\n  Service Commencement Date: 1 April 2026'


def dated(said: str) -> list[tuple[object, object, object]]:
    facts = facts_of("condition_precedent", under("Conditions precedent", said, HEAD))
    return [(fact.values["role"], fact.values["after_start"], fact.values["delays"]) for fact in facts]


@pytest.mark.parametrize(
    ("said", "role", "after", "delays"),
    [
        ("insurance by 31 March 2026", "due", False, False),
        ("insurance by 1 April 2026", "due", False, True),
        ("insurance by 2 April 2026", "due", True, True),
        ("insurance before 2 April 2026", "due", False, True),
        ("insurance before 3 April 2026", "due", True, True),
        ("insurance on or before 2 April 2026", "due", True, True),
        ("insurance, due: 2 April 2026", "due", True, True),
        ("insurance, not later than 2 April 2026", "due", True, True),
        ("insurance, to be met by 2 April 2026", "due", True, True),
        ("insurance met on 31 March 2026", "met", False, False),
        ("insurance met on 1 April 2026", "met", False, True),
        ("insurance (received 1 April 2026)", "met", False, True),
        ("insurance, longstop 2 April 2026", "longstop", True, True),
        ("insurance, long-stop date: 1 April 2026", "longstop", False, True),
        ("insurance, longstop of 2 April 2026", "longstop", True, True),
    ],
)
def test_roles_and_boundaries(said: str, role: str, after: bool, delays: bool) -> None:
    assert dated(said) == [(role, after, delays)]


@pytest.mark.parametrize(
    "said",
    [
        "insurance policy of 2 April 2026",
        "insurance not met on 2 April 2026",
        "insurance by [date]",
        "insurance by 01/04/2026",
        "insurance by 31 April 2026",
    ],
)
def test_other_dates_say_nothing(said: str) -> None:
    assert dated(said) == []


def test_without_a_start_no_date_is_late() -> None:
    assert facts_of("condition_precedent", under("Conditions precedent", "insurance by 2 April 2026")) == []


def test_the_last_one_and_its_name() -> None:
    text = f"""{HEAD}
  Conditions precedent:
    - evidence of insurance: met on 3 April 2026
    - keys; CQC registration, received on 10 April 2026
    - a lease, obtained on 10 April 2026
"""
    facts = facts_of("condition_precedent", text)
    assert [fact.values["last"] for fact in facts] == [False, True, False]
    assert [fact.shown["item"] for fact in facts] == [
        '"evidence of insurance"',
        '"CQC registration"',
        '"a lease"',
    ]
    assert [fact.shown["late"] for fact in facts] == ["3 days", "10 days", "10 days"]
    assert facts[1].shown["right_start"] == "11 April 2026"
    assert cut(text, facts[1]) == "10 April 2026"


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Each Condition Precedent must be met by 1 May 2026.", 1),
        ("The Conditions Precedent are in Schedule 1A. The lease is signed by 1 May 2026.", 0),
        ("The lease is signed by 1 May 2026.", 0),
        ("If a Condition Precedent is not met by 1 May 2026 the ICB may end this Contract.", 0),
        ("Each Condition Precedent must be met not later than 1 May 2026.", 1),
    ],
)
def test_in_a_clause(said: str, found: int) -> None:
    facts = facts_of("condition_precedent", f'{HEAD}\n\nCLAUSE 2 "Start"\n  {said}\n')
    assert len(facts) == found
    assert all(fact.shown["item"] == "A Condition Precedent" for fact in facts)


@pytest.mark.parametrize(
    ("time", "operational", "calendar"),
    [
        ("5 Operational Days", 5, None),
        ("6 working days", 6, None),
        ("14 days", None, 14),
        ("3 weeks", None, 21),
        ("1 month", None, 28),
    ],
)
def test_how_soon_a_change_is_told(time: str, operational: int | None, calendar: int | None) -> None:
    said = f"The Provider notifies any change to a Condition Precedent within {time}."
    [fact] = facts_of("condition_change", f'CLAUSE 2 "Start"\n  {said}\n')
    assert (fact.values.get("operational_days"), fact.values.get("calendar_days")) == (operational, calendar)


@pytest.mark.parametrize(
    "said",
    [
        "The Provider notifies any change of address within 6 Operational Days.",
        "Each Condition Precedent is met within 20 Operational Days.",
        "The Provider notifies that a Condition Precedent is met within 20 Operational Days.",
    ],
)
def test_other_times(said: str) -> None:
    assert facts_of("condition_change", f'CLAUSE 2 "Start"\n  {said}\n') == []
