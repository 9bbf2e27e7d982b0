"""The draft as a whole."""

from __future__ import annotations

import pytest

from clausecheck.facts.extract import extract
from clausecheck.facts.fact import Fact
from clausecheck.model.build import build
from clausecheck.source import source_from_text


def of(kind: str, text: str) -> list[Fact]:
    """The facts of a kind in a draft."""
    draft, _ = build(source_from_text(text, "example.clause"))
    return [fact for fact in extract(draft) if fact.kind == kind]


def draft(text: str) -> Fact:
    [fact] = of("draft", text)
    return fact


@pytest.mark.parametrize(
    ("first", "second", "leads"),
    [
        ("provider", "provider", 0),
        ("lead provider", "sub-contractor", 1),
        ("lead provider, contract holder", "sub-contractor", 1),
        ("lead provider", "prime contractor", 2),
        ("[ ]", "sub-contractor", 0),
    ],
)
def test_how_many_lead(first: str, second: str, leads: int) -> None:
    fact = draft(f'PARTY A "Acute"\n  Role: {first}\n\nPARTY B "Care"\n  Role: {second}\n')
    assert fact.values["leads"] == leads
    assert fact.shown["lead_names"] == {0: "no party", 1: "A", 2: "A, B"}[leads]


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("", False),
        ('PARTY A "Acute"\n', False),
        ('PARTY A "Acute"\n  Role: [ ]\n', False),
        ('PARTY A "Acute"\n  Role: provider\n', True),
        ('PARTY A "Acute"\n  Role: provider\n\nPARTY B "Care"\n', False),
    ],
)
def test_every_role_is_known(text: str, known: bool) -> None:
    assert draft(text).values["roles_known"] is known


@pytest.mark.parametrize(
    ("before", "complete"),
    [
        ("", True),
        ("FRAGMENT\n", False),
        ('INCLUDE "schedule-3.clause"\n', False),
        ("a line that is nothing at all\n", False),
    ],
)
def test_a_draft_is_complete_where_all_of_it_is_there(before: str, complete: bool) -> None:
    assert draft(before + 'PARTY A "Acute"\n  Role: provider\n').values["complete"] is complete


def test_what_a_party_is() -> None:
    facts = of("party_role", 'PARTY A "A"\n  Role: commissioner, provider\n\nPARTY B "B"\n  Role: host\n')
    assert [(f.values["commissioner"], f.values["provider"]) for f in facts] == [(True, True), (False, False)]


def test_each_listed_choice() -> None:
    facts = of("listed", 'PARTY A "A"\n  Role: commissioner, provider\n')
    assert [fact.values["choice"] for fact in facts] == ["commissioner", "provider"]
