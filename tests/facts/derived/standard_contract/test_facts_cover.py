"""What the cover of the Particulars lacks, and which parties have no code."""

from __future__ import annotations

import pytest
from drafting_facts import facts_of

LINES = (
    "  Contract reference: X-1\n  Date of contract: 1 March 2026\n  Service Commencement Date: 1 April 2026\n"
)
PARTIES = '\nPARTY A "A"\n  Role: commissioner\n\nPARTY P "P"\n  Role: provider\n'


def test_a_whole_cover() -> None:
    [fact] = facts_of("cover", f'CONTRACT "C"\n{LINES}{PARTIES}')
    assert (fact.values["gaps"], fact.shown["missing"]) == (0, "")


@pytest.mark.parametrize(
    ("gone", "missing"),
    [
        ("  Contract reference: X-1\n", "Contract reference"),
        ("  Date of contract: 1 March 2026\n", "Date of contract"),
        ("  Service Commencement Date: 1 April 2026\n", "Service Commencement Date"),
        ('\nPARTY A "A"\n  Role: commissioner\n', "a commissioner"),
        ('\nPARTY P "P"\n  Role: provider\n', "a provider"),
        (PARTIES, "a commissioner and a provider"),
    ],
)
def test_each_line(gone: str, missing: str) -> None:
    [fact] = facts_of("cover", f'CONTRACT "C"\n{LINES}{PARTIES}'.replace(gone, ""))
    assert fact.shown["missing"] == missing


@pytest.mark.parametrize(
    "more", ["  Contract refrence X\n", "\nINCLUDE other.clause\n", "\nsome words that belong nowhere\n"]
)
def test_a_draft_not_read_in_full_lacks_nothing(more: str) -> None:
    text = 'CONTRACT "C"\n  Contract reference: X\n' + more
    assert all(fact.values["gaps"] == 0 for fact in facts_of("cover", text)) or not facts_of("cover", text)


def test_a_party_without_a_role_may_be_either() -> None:
    [fact] = facts_of("cover", f'CONTRACT "C"\n{LINES}\nPARTY A "A"\n  Kind: ICB\n')
    assert fact.values["gaps"] == 0


@pytest.mark.parametrize(
    ("lines", "on_cover"),
    [
        ("Role: commissioner", True),
        ("Role: co-ordinating commissioner", True),
        ("Role: provider\n  Kind: foundation trust", True),
        ("Role: lead provider\n  Kind: NHS trust", True),
        ("Role: sub-contractor\n  Kind: NHS trust", False),
        ("Role: provider\n  Kind: independent", False),
        ("Role: provider", False),
        ("Role: commissioner\n  ODS code: Q8Z", False),
        ("Role: commissioner\n  ODS code: [ ]", False),
        ("Role: commissioner\n  nonsense here", False),
    ],
)
def test_parties_without_a_code(lines: str, on_cover: bool) -> None:
    found = [fact.shown["parties"] for fact in facts_of("uncoded_parties", f'PARTY A "A"\n  {lines}\n')]
    assert found == (["A"] if on_cover else [])


def test_parties_without_a_code_are_gathered() -> None:
    text = 'PARTY A "A"\n  Role: commissioner\n\nPARTY B "B"\n  Role: commissioner\n'
    [fact] = facts_of("uncoded_parties", text)
    assert (fact.shown["parties"], fact.shown["have"]) == ("A and B", "have")
