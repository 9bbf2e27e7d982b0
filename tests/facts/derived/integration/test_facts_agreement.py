"""What an agreement settles: subjects, sub-contracts among providers, co-ordination."""

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


HEAD = 'CONTRACT "Alliance"\n  Model: alliance\n'


def unsettled(text: str) -> list[str]:
    return [str(fact.values["subject"]) for fact in of("unsettled", HEAD + text)]


ALL = ["leaving", "variation", "termination", "precedence"]


def test_a_bare_agreement_settles_nothing() -> None:
    assert unsettled("") == ALL


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("  Precedence: NHS Standard Contract, then this Agreement\n", "precedence"),
        ("\nMEMBERSHIP\n  Leaving: 12 months notice\n", "leaving"),
        ("\nMEMBERSHIP\n  Leaving: [ ] months notice\n", "leaving"),
        ('\nRISK SHARE R1 "Pool"\n  Withdrawal: 12 months notice\n', "leaving"),
        ('\nCLAUSE 9 "Leaving"\n  On notice.\n', "leaving"),
        ('\nCLAUSE 9 "Parties"\n  A party may withdraw on notice.\n', "leaving"),
        ("\nVARIATION\n  Consent: every party\n", "variation"),
        ("\nLINKS\n  Variations: GC13\n", "variation"),
        ("\nTERMINATION\n  Grounds: breach\n", "termination"),
        ("\nLINKS\n  Termination: GC17\n", "termination"),
    ],
)
def test_where_a_subject_is_settled(text: str, subject: str) -> None:
    assert unsettled(text) == [name for name in ALL if name != subject]


def test_a_block_on_other_matters_does_not_settle_it() -> None:
    assert "leaving" in unsettled("\nMEMBERSHIP\n  Joining: by deed\n")


@pytest.mark.parametrize("line", ["FRAGMENT\n", 'INCLUDE "more.clause"\n'])
def test_nothing_is_missing_from_a_part(line: str) -> None:
    assert of("unsettled", line + HEAD) == []


def test_a_line_that_was_not_read_may_settle_it() -> None:
    assert unsettled("\nMEMBERSHIP\n  Leeving us: 12 months notice\n") == []
    assert "leaving" not in unsettled("\nMEMBERSHIP\n  Leaving:\n")


def test_nothing_is_said_of_a_draft_without_a_contract() -> None:
    assert of("unsettled", 'GOVERNANCE G1 "Board"\n') == []


PARTIES = (
    'PARTY A "A"\n  Role: provider\n\nPARTY B "B"\n  Role: provider\n\nPARTY C "C"\n  Role: sub-contractor\n'
)


@pytest.mark.parametrize(
    ("between", "inner"),
    [
        ("A, B", True),
        ("A, C", False),
        ("A, A", False),
        ("A, Nobody", False),
        ("[ ]", False),
        ("A, B, C", False),
    ],
)
def test_a_sub_contract_between_providers(between: str, inner: bool) -> None:
    facts = of("inner_subcontract", f'{PARTIES}\nSUBCONTRACT S1 "Care"\n  Between: {between}\n')
    assert [(f.values["giver"], f.values["taker"]) for f in facts] == ([("A", "B")] if inner else [])


def test_a_sub_contract_without_its_parties() -> None:
    assert of("inner_subcontract", f'{PARTIES}\nSUBCONTRACT S1 "Care"\n') == []


def coordination(line: str, *role_lists: str) -> list[tuple[str, str]]:
    parties = "".join(
        f'\nPARTY {name} "{name}"\n  Role: {role}\n' for name, role in zip("ABC", role_lists, strict=False)
    )
    facts = of("coordination", f'CONTRACT "Contract"\n{line}{parties}')
    return [(str(fact.values["fault"]), fact.shown["who"]) for fact in facts]


LINE = "  Co-ordinating commissioner: {}\n"


def test_one_commissioner_acts_for_all() -> None:
    assert coordination("", "co-ordinating commissioner", "commissioner") == []
    assert coordination(LINE.format("A"), "commissioner", "commissioner") == []
    assert coordination(LINE.format("A"), "co-ordinating commissioner", "commissioner") == []
    assert coordination("", "commissioner", "provider") == []


def test_nobody_acts_for_several() -> None:
    assert coordination("", "commissioner", "commissioner", "provider") == [("none", "A and B")]
    assert coordination(LINE.format("[ ]"), "commissioner", "commissioner") == []
    assert coordination("", "commissioner", "commissioner", "[ ]") == []


def test_several_act() -> None:
    assert coordination("", "co-ordinating commissioner", "co-ordinating commissioner") == [
        ("several", "A and B")
    ]
    assert coordination(LINE.format("A"), "commissioner", "co-ordinating commissioner") == [
        ("several", "A and B")
    ]
    assert coordination(LINE.format("A, B"), "commissioner", "commissioner") == [("several", "A and B")]


def test_an_outsider_acts() -> None:
    assert coordination(LINE.format("B"), "commissioner", "provider") == [("outsider", "B")]
    assert coordination(LINE.format("B"), "commissioner", "[ ]") == []
    assert coordination(LINE.format("Nobody"), "commissioner", "provider") == []
