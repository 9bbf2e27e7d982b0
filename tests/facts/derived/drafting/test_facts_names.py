from __future__ import annotations

import pytest
from drafting_facts import cut, facts_of

from clausecheck.facts.fact import Fact

PARTIES = 'PARTY ICB "NHS Ferndale ICB"\nPARTY Acute "Ferndale Hospitals"\n'
OUTCOMES = "OUTCOME O1\nOUTCOME O2\n"


def dead(text: str) -> list[Fact]:
    """The mentions that rules may speak of: not resolved, and nowhere else to look."""
    return [f for f in facts_of("mention", text) if not f.values["resolved"] and not f.values["open"]]


def dead_ids(text: str) -> list[str]:
    return [str(fact.values["id"]) for fact in dead(text)]


@pytest.mark.parametrize(
    ("line", "ids"),
    [
        ("Shares: ICB 50%, Acute 50%", []),
        ("Shares: ICB 50%, Hospice 50%", ["Hospice"]),
        ("Shares: NHS Ferndale ICB 50%, ferndale hospitals 50%", []),
        ("Participants: ICB, Acute (lead)", []),
        ("Participants: ICB and Acute", []),
        ("Participants: all parties", []),
        ("Participants: ICB, [Council]", []),
        ("Participants: ICB, TBC", []),
        ("Participants: ICB, acute", ["acute"]),
        ("Cap: £350,000 per Contract Year for Acute", []),
        ("Cap: £350,000 per Contract Year for Hospice", ["Hospice"]),
        ("Cap: £350,000 per Contract Year for Hospice, whatever the year", ["Hospice"]),
        ("Cap: £350,000 for each provider", []),
        ("Cap: £350,000 for Contract Year 1", []),
    ],
)
def test_a_name_in_a_risk_share_is_that_of_a_party(line: str, ids: list[str]) -> None:
    assert dead_ids(f'{PARTIES}RISK SHARE R1 "Pool"\n  {line}\n') == ids


def test_a_misspelt_name_is_pointed_at_and_the_near_one_suggested() -> None:
    text = f"{PARTIES}GOVERNANCE G1\n  Members: ICB 2, Acut 1\n"
    (fact,) = dead(text)
    assert cut(text, fact) == "Acut"
    assert fact.shown["suggestion"] == '. Did you mean "Acute"?'


def test_who_sits_on_a_board_in_person_is_no_party() -> None:
    assert dead_ids(f"{PARTIES}GOVERNANCE G1\n  Members: ICB 2, independent chair 1\n") == []


@pytest.mark.parametrize(("owner", "ids"), [("NHS England", []), ("ICB", []), ("Acut", ["Acut"])])
def test_figures_may_come_from_outside_but_not_from_a_misspelt_party(owner: str, ids: list[str]) -> None:
    assert dead_ids(f"{PARTIES}OUTCOME O1\n  Source owner: {owner}\n") == ids


@pytest.mark.parametrize(
    ("around", "held"),
    [
        ("", False),  # a stretch of a draft that declares nobody
        ("FRAGMENT\n" + PARTIES, False),
        (PARTIES + 'INCLUDE "parties.clause"\n', False),
        (PARTIES, True),
        ('CONTRACT "Whole"\n', True),
    ],
)
def test_a_draft_that_may_be_declared_elsewhere_leaves_names_open(around: str, held: bool) -> None:
    ids = dead_ids(around + 'RISK SHARE R1 "Pool"\n  Shares: Hospice 100%\n')
    assert ids == (["Hospice"] if held else [])


@pytest.mark.parametrize(
    ("line", "problems"),
    [
        ("Weights: O1 60%, O2 40%", []),
        ("Weights: O1 60%, O3 40%", ["is no OUTCOME of this draft"]),
        ("Weights: O1 60%, ICB 40%", ["is PARTY ICB, not an OUTCOME"]),
        ("Weights: O1 60%, [ ] 40%", []),
    ],
)
def test_a_weight_is_that_of_an_outcome(line: str, problems: list[str]) -> None:
    found = dead(f"{PARTIES}{OUTCOMES}OUTCOME PAYMENT OP1\n  {line}\n")
    assert [fact.shown["problem"] for fact in found] == problems
    assert [fact.values["elsewhere"] for fact in found] == ["PARTY" in words for words in problems]


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("O1 and O2 at Target", []),
        ("O1 and O3 at Target", ["O3"]),
        ("O12 at Target", ["O12"]),
        ("under SC36 and GC14, CO2 below 4", []),
        ("O-3 or NO3", []),
    ],
)
def test_conditions_speak_of_outcomes_that_are_there(words: str, ids: list[str]) -> None:
    assert dead_ids(f'{OUTCOMES}RISK SHARE R1 "Pool"\n  Gain conditions: {words}\n') == ids


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("see clause 9.1", []),
        ("see clause 9.1(a)", []),
        ("see clause 9.1.4", []),  # a paragraph within a clause that is there
        ("see clause 9", []),
        ("see clause 12.7", ["12.7"]),
        ("see clauses 9.1, 12.7 and 12.8(b)", ["12.7", "12.8"]),
        ("see clause 91", ["91"]),
        ("see clause 4 of the Services Contract", []),
        ("see clause 4 of this Agreement", ["4"]),
        ("see the Services Contract, clause 4", []),
        ("see Clause 9.3", []),  # the paragraph below begins with that number
    ],
)
def test_a_clause_that_is_referred_to_is_there(words: str, ids: list[str]) -> None:
    text = f'CLAUSE 9.1 "Disputes"\n  The parties act, {words}.\n  9.3 They talk.\n'
    assert dead_ids(text) == ids


def test_without_clauses_a_reference_may_be_to_another_document() -> None:
    assert dead_ids('CONTRACT "A"\n  Purpose: as clause 4.2 says\n') == []


def test_an_id_is_taken_once_save_by_clauses_and_holes() -> None:
    text = 'OUTCOME O1 "a"\nRISK SHARE O1\nSERVICES 1\nCLAUSE 1\nPARTY [ ]\nPARTY [ ]\nCLAUSE 1 "b"\n'
    found = facts_of("duplicate_id", text)
    assert [fact.values["id"] for fact in found] == ["O1", "1"]
    assert found[0].shown["first"] == 'OUTCOME O1 "a"'
    assert cut(text, found[0]) == "O1"
    assert found[0].spans["first"].start < found[0].span.start
