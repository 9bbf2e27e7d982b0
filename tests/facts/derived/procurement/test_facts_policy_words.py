"""Old numbers of policy notes, policy that is called law, and bodies that may be succeeded."""

from __future__ import annotations

import pytest
from finance_facts import block, fact, facts


def clause(*lines: str) -> str:
    return block('CLAUSE 7 "Policy"', *lines)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("under PPN 06/20", "PPN 002"),
        ("under PPN 06/21", "PPN 006"),
        ("under Procurement Policy Note No. 02/23", "PPN 009"),
        ("under PPN 06/2020", "PPN 002"),
        ("under PPN 002", None),
        ("under PPN 002 (formerly PPN 06/20)", None),
        ("PPN 06/20 has been replaced", None),
        ("under PPN 01/20", None),
    ],
)
def test_old_numbers(words: str, number: str | None) -> None:
    found = facts("old_policy_note", clause(f"Bids are scored {words}."))
    assert [each.shown["number"] for each in found] == ([number] if number else [])


@pytest.mark.parametrize(
    ("words", "subject"),
    [
        ("All staff are paid the Real Living Wage by law", "living wage"),
        ("The Real Living Wage is a legal requirement", "living wage"),
        ("The National Living Wage is a legal requirement", None),
        ("The Real Living Wage is not a legal requirement", None),
        ("The Real Living Wage is paid", None),
        ("Evergreen level 2 is mandatory in law", "evergreen"),
        ("An Evergreen level is asked for and is not mandatory in law", None),
        ("The evergreen term is bound by law", None),
    ],
)
def test_policy_called_law(words: str, subject: str | None) -> None:
    found = facts("called_law", clause(f"{words}."))
    assert [each.values["subject"] for each in found] == ([subject] if subject else [])


@pytest.mark.parametrize(
    ("words", "times"),
    [
        (("with the consent of NHS England",), 1),
        (("with the approval of NHS England", "as NHS England may direct"), 2),
        (("with the consent of NHS England or its successor",), 0),
        (("with the consent of NHS England", "Bodies include successors"), 0),
        (("with the approval of NHS England given on 12 January 2026",), 0),
        (("under guidance of NHS England",), 0),
        (("at once, and no consent of NHS England is needed",), 0),
        (("at once, and the consent of NHS England is not required",), 0),
        (("at once, and without the consent of NHS England",), 0),
        (("by nobody without the consent of NHS England",), 1),
        (("at once, and no consent of NHS England is needed, but the approval of NHS England is",), 1),
    ],
)
def test_nhs_england_without_a_successor(words: tuple[str, ...], times: int) -> None:
    found = facts("unsucceeded", clause(*(f"It is done {each}." for each in words)))
    assert [each.values["times"] for each in found] == ([times] if times else [])


def test_other_places_are_counted() -> None:
    draft = clause(
        "With the consent of NHS England.", "As NHS England may direct.", "If NHS England approves."
    )
    assert fact("unsucceeded", draft).shown["also"] == ", as in 2 other places"
