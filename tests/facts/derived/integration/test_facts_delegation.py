"""Delegation and joint exercise: to whom, who pays and votes, and who is liable."""

from __future__ import annotations

import pytest
from finance_facts import block, fact, facts

GPFED = block('PARTY GPFed "Riverside GP Federation Limited"', "Role: provider", "Kind: GP federation")
COUNCIL = block('PARTY Council "Northshire County Council"', "Role: commissioner", "Kind: local authority")
ICB = block('PARTY ICB "NHS Northshire ICB"', "Role: commissioner", "Kind: ICB")
ACT = "under section 65Z5 of the NHS Act 2006"


def clause(*lines: str) -> str:
    return block('CLAUSE 2 "Delegation"', *lines)


@pytest.mark.parametrize(
    ("words", "outsider"),
    [
        (f"ICB delegates commissioning to GPFed {ACT}.", True),
        (f"ICB delegates commissioning to the Riverside GP Federation Limited {ACT}.", True),
        (f"ICB delegates commissioning to a primary care network {ACT}.", True),
        (f"ICB delegates commissioning to Fenland Care CIC {ACT}.", True),
        (f"ICB delegates commissioning to Council {ACT}.", False),
        (f"ICB delegates commissioning to the Board on which GPFed sits {ACT}.", False),
        ("ICB delegates its commissioning functions to GPFed.", True),
    ],
)
def test_who_may_receive_functions(words: str, outsider: bool) -> None:
    assert fact("delegation", GPFED, COUNCIL, clause(words)).values["outsider"] is outsider


@pytest.mark.parametrize(
    "words",
    [
        "Acute delegates the making of rotas to GPFed.",
        "GPFed delegates its clinical functions to GPFed.",
        "Each member acts within its own scheme of delegation.",
        f"ICB does not delegate functions to GPFed {ACT}.",
        f"ICB acts {ACT}.",
    ],
)
def test_what_is_no_delegation(words: str) -> None:
    assert not facts("delegation", GPFED, clause(words))


def test_work_that_is_passed_on_in_a_draft_that_delegates_is_not_delegated_in_law() -> None:
    lines = clause(
        f"ICB delegates commissioning to Council {ACT}.", "Council delegates daily functions to GPFed."
    )
    assert [each.values["outsider"] for each in facts("delegation", GPFED, COUNCIL, lines)] == [False, False]
    assert [each.values["first"] for each in facts("delegation", GPFED, COUNCIL, lines)] == [True, False]


@pytest.mark.parametrize(
    ("more", "onward", "guidance"),
    [
        ("Nothing else is said.", False, False),
        ("Council may not delegate the functions onward.", True, False),
        ("Council may sub-delegate.", True, False),
        ("The parties have had regard to guidance on delegation.", False, True),
        ("The parties have regard to guidance under section 65Z7.", False, True),
        ("Clinical guidance is followed.", False, False),
    ],
)
def test_what_a_delegation_says(more: str, onward: bool, guidance: bool) -> None:
    found = facts("delegation", COUNCIL, clause(f"ICB delegates commissioning to Council {ACT}.", more))[0]
    assert (found.values["onward"], found.values["guidance"]) == (onward, guidance)


@pytest.mark.parametrize(
    ("words", "reserved"),
    [
        (f"NHS England delegates the annual assessment of ICBs {ACT}.", True),
        (f"NHS England delegates specialised commissioning functions {ACT}.", False),
        (f"ICB delegates the annual assessment of its providers {ACT}.", False),
    ],
)
def test_functions_that_nhs_england_keeps(words: str, reserved: bool) -> None:
    assert fact("delegation", clause(words)).values["reserved"] is reserved


@pytest.mark.parametrize(
    ("words", "paying"),
    [
        ("ICB and Council contribute to a pooled fund under section 65Z6.", 1),
        ("ICB and the local authority pay into a pooled fund under section 65Z6.", 1),
        ("ICB and Acute contribute to a pooled fund under section 65Z6.", 0),
        ("Council contributes to a pooled fund under section 75, and ICB to one under section 65Z6.", 0),
        ("Council does not contribute to the pooled fund under section 65Z6.", 0),
        ("Council sits on a joint committee under section 65Z6.", 0),
    ],
)
def test_a_council_in_a_fund_of_nhs_bodies(words: str, paying: int) -> None:
    assert len(facts("council_in_nhs_pool", COUNCIL, clause(words))) == paying


def test_a_pooled_budget_that_rests_on_section_65z6_alone() -> None:
    budget = block("BUDGET B1", "Basis: pooled fund", "Contributions: ICB £6m, Council £4m")
    words = clause("B1 is a pooled fund under section 65Z6.")
    assert (
        fact("council_in_nhs_pool", ICB, COUNCIL, budget, words).shown["council"]
        == "Northshire County Council"
    )
    both = clause("B1 is a pooled fund under section 65Z6.", "Council pays under section 75.")
    assert not facts("council_in_nhs_pool", ICB, COUNCIL, budget, both)
    assert not facts("council_in_nhs_pool", ICB, COUNCIL, budget.replace("pooled fund", "block"), words)


def board(title: str, members: str, act: str = ACT) -> str:
    return block(f'GOVERNANCE G1 "{title}"', f"Members: {members}", f"Delegation: functions {act}")


@pytest.mark.parametrize(
    ("draft", "outsiders"),
    [
        (board("Joint Committee", "ICB 2, GPFed 1"), ["GPFed"]),
        (board("Joint Committee", "ICB 2, GPFed 0"), []),
        (board("Joint Committee", "ICB 2, Council 1"), []),
        (board("Alliance Board", "ICB 2, GPFed 1"), []),
        (board("Joint Committee", "ICB 2, GPFed 1", "as the members agree"), []),
    ],
)
def test_votes_on_a_joint_committee(draft: str, outsiders: list[str]) -> None:
    found = facts("committee_vote", ICB, COUNCIL, GPFED, draft)
    assert [each.values["party"] for each in found if each.values["outsider"]] == outsiders


@pytest.mark.parametrize(
    ("words", "law"),
    [
        ("Liability for the functions remains with the delegating body.", "section 65Z5"),
        ("NHS England remains liable for the delegated functions.", "section 65Z5"),
        ("Liability for the functions is with Council.", None),
        ("Liability does not remain with the delegating body.", None),
        ("Liability remains with the delegating body under section 75.", None),
    ],
)
def test_liability_goes_with_the_function(words: str, law: str | None) -> None:
    delegated = f"ICB delegates commissioning to Council {ACT}."
    found = facts("liability_against_law", COUNCIL, clause(delegated, words))
    assert [each.values["law"] for each in found] == ([law] if law else [])
    assert not facts("liability_against_law", clause(words))
