"""Commissioners together, what they hand over, and the lead provider."""

from __future__ import annotations

import pytest
from finance_facts import block, fact, facts

FORM = 'CONTRACT "Ferndale"\n  Form: NHS Standard Contract 2026/27, full-length\n'
ICB = block('PARTY ICB "NHS Ferndale and Hill Integrated Care Board"', "Role: commissioner")
COUNCIL = block('PARTY Council "Ferndale Council"', "Role: commissioner")
TRUST = block('PARTY Acute "Ferndale Hospitals"', "Role: provider")
ALL = [FORM, ICB, COUNCIL, TRUST]


def agreement(said: str) -> str:
    return block("LINKS", f"Collaborative commissioning agreement: {said}")


@pytest.mark.parametrize(
    ("blocks", "agreed"),
    [
        (ALL, [False]),
        ([FORM, ICB, TRUST], []),
        ([ICB, COUNCIL], []),
        ([*ALL, agreement('"CCA", signed 2 March 2026')], [True]),
        ([*ALL, 'CLAUSE 3 "Pool"\n  Held under section 75 of the NHS Act 2006.\n'], [True]),
        ([*ALL, 'CLAUSE 3 "Collaborative commissioning"\n  As agreed.\n'], [True]),
        ([*ALL, 'INCLUDE "more.clause"\n'], [True]),
    ],
)
def test_several_commissioners_have_an_agreement(blocks: list[str], agreed: list[bool]) -> None:
    assert [each.values["agreed"] for each in facts("together", *blocks)] == agreed


@pytest.mark.parametrize(
    ("said", "strangers"),
    [
        ("between ICB and Council", ""),
        ("between the ICB and the Council, signed 2 March 2026", ""),
        ("between NHS Ferndale and Hill Integrated Care Board and Ferndale Council", ""),
        ("between Ferndale ICB, and Ferndale Council", ""),
        (
            "between ICB, Council and NHS Eastvale Integrated Care Board",
            "NHS Eastvale Integrated Care Board is",
        ),
        (
            "among ICB, Eastvale Borough Council and NHS North and South Vale ICB",
            "Eastvale Borough Council and NHS North and South Vale ICB are",
        ),
        ('"Eastvale Council CCA", signed 2 March 2026', ""),
        ("signed in Eastvale Council House", ""),
    ],
)
def test_commissioners_that_are_no_party(said: str, strangers: str) -> None:
    found = fact("collaborators", *ALL, agreement(said))
    assert found.values["outside"] is bool(strangers)
    if strangers:
        assert found.shown["strangers"] == strangers


@pytest.mark.parametrize(
    ("said", "provider"),
    [
        ("between ICB, Council and Acute", True),
        ("between ICB and Ferndale Hospitals", True),
        ("between ICB and Council", False),
        ("between ICB and Council, about Acute-on-chronic care", False),
        ("for the contract of Acute", False),
    ],
)
def test_a_provider_in_the_agreement(said: str, provider: bool) -> None:
    assert fact("collaborators", *ALL, agreement(said)).values["provider"] is provider


@pytest.mark.parametrize(
    ("blocks", "number"),
    [
        (['CLAUSE 2 "Needs"\n  The lead provider assesses local health needs.\n'], 1),
        (['CLAUSE 2 "Needs"\n  The prime contractor shall determine commissioning priorities.\n'], 1),
        (['CLAUSE 2 "Needs"\n  The provider assesses the needs of each patient.\n'], 0),
        (['CLAUSE 2 "Needs"\n  The ICB assesses local health needs.\n'], 0),
        (['CLAUSE 2 "Needs"\n  The provider exercises the statutory functions of the ICB.\n'], 1),
        (['CLAUSE 2 "Duties"\n  Commissioning duties are transferred to the lead provider.\n'], 1),
        (['CLAUSE 2 "Duties"\n  Commissioning duties are not transferred to the lead provider.\n'], 0),
        (['CLAUSE 2 "Duties"\n  Commissioning functions are transferred to the provider under s.65Z5.\n'], 0),
        (['CLAUSE 2 "Duties"\n  Commissioning functions are delegated to the provider.\n'], 0),
        (["SERVICES S1\n  In scope: strategic commissioning, community nursing\n"], 1),
        (["SERVICES S1\n  In scope: community nursing, with input to strategic commissioning\n"], 0),
        (["SERVICES S1\n  Out of scope: strategic commissioning\n"], 0),
        (["SERVICES S1\n  Commissioner keeps: none\n"], 1),
        (["SERVICES S1\n  Commissioner keeps: assessment of need\n"], 0),
    ],
)
def test_what_is_handed_over(blocks: list[str], number: int) -> None:
    assert len(facts("handed_over", *blocks)) == number


def test_the_words_of_a_handover_are_pointed_at() -> None:
    text = 'CLAUSE 2 "Needs"\n  It begins on 1 April. The lead provider assesses local health needs.\n'
    found = fact("handed_over", text)
    assert text[found.span.start : found.span.end] == "The lead provider assesses local health needs"


LEAD = 'CONTRACT "Ferndale"\n  Model: lead provider\n'
CLAUSE = 'CLAUSE 2 "Role"\n  The Lead Provider co-ordinates. The lead provider reports.\n'


@pytest.mark.parametrize(
    ("blocks", "defined"),
    [
        ([LEAD, CLAUSE], [False]),
        ([LEAD, 'DEFINE "Lead Provider": Ferndale MSK Limited\n', CLAUSE], [True]),
        ([LEAD, 'INCLUDE "more.clause"\n', CLAUSE], [True]),
        ([LEAD], []),
        ([CLAUSE], []),
        (['CONTRACT "Ferndale"\n  Model: alliance\n', CLAUSE], []),
    ],
)
def test_the_words_lead_provider(blocks: list[str], defined: list[bool]) -> None:
    assert [each.values["defined"] for each in facts("lead_word", *blocks)] == defined


def test_the_words_are_counted() -> None:
    assert fact("lead_word", LEAD, CLAUSE).shown["uses"] == "2 times"
