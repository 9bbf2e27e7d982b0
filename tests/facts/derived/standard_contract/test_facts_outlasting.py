"""Sub-contracts and overlays that run on after the contract they depend on."""

from __future__ import annotations

import pytest
from drafting_facts import facts_of


@pytest.mark.parametrize(
    ("extension", "expiry", "found"),
    [
        ("", "31 March 2029", []),
        ("", "1 April 2029", [False]),
        ("none", "1 April 2029", [False]),
        ("once, by 24 months", "31 March 2031", [True]),
        ("once, by 24 months", "1 April 2031", [False]),
        ("may be extended", "31 March 2036", [True]),
        ("[ ] months", "1 April 2029", [False]),
    ],
)
def test_a_sub_contract(extension: str, expiry: str, found: list[bool]) -> None:
    line = f"  Extension: {extension}\n" if extension else ""
    text = f'CONTRACT "C"\n  Expiry Date: 31 March 2029\n{line}\nSUBCONTRACT S1 "S"\n  Expiry: {expiry}\n'
    assert [fact.values["covered"] for fact in facts_of("outlasts", text)] == found


@pytest.mark.parametrize(
    ("said", "after"),
    [
        ("NHS Standard Contract with ICB, until 31 March 2028", "12 months"),
        ("NHS Standard Contract with ICB, expiring on 30 March 2029", "1 day"),
        ("NHS Standard Contract with ICB, to 15 February 2028", "13 months and 16 days"),
        ("NHS Standard Contract with ICB, until 31 March 2029", None),
        ("NHS Standard Contract with ICB, of 31 March 2028", None),
    ],
)
def test_a_services_contract_under_an_overlay(said: str, after: str | None) -> None:
    text = f'CONTRACT "C"\n  Expiry Date: 31 March 2029\n\nPARTY A "A"\n  Services contract: {said}\n'
    found = [fact.shown["after"] for fact in facts_of("outlasts", text)]
    assert found == ([after] if after else [])


def test_without_an_expiry_nothing_outlasts() -> None:
    assert facts_of("outlasts", 'CONTRACT "C"\n\nSUBCONTRACT S1 "S"\n  Expiry: 31 March 2029\n') == []
