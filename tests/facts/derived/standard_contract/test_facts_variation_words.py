"""Claims on variation, and the plain words that are none."""

from __future__ import annotations

import pytest
from drafting_facts import cut, facts_of


def in_clause(said: str) -> list[object]:
    text = f'CLAUSE 7.2 "Changes"\n  {said}\n'
    return [fact.values["fault"] for fact in facts_of("variation_claim", text)]


def in_block(label: str, said: str) -> list[object]:
    return [fact.values["fault"] for fact in facts_of("variation_claim", f"VARIATION\n  {label}: {said}\n")]


@pytest.mark.parametrize(
    ("said", "faults"),
    [
        ("The board may vary the Service Conditions.", ["conditions"]),
        ("The General Conditions may be amended by the parties.", ["conditions"]),
        ("The Service Conditions and the General Conditions are hereby replaced.", ["conditions"]),
        ("The parties disapply any of the General Conditions.", ["conditions"]),
        ("Nothing here may vary the Service Conditions.", []),
        ("The Service Conditions may not be varied.", []),
        ("NHS England may amend the General Conditions.", []),
        ("The Service Conditions are varied from time to time.", []),
        ("The board changes the plan under the Service Conditions.", []),
        ("The parties vary GC14.", []),  # another fact has a condition by its number
        ("Any provision of this Contract may be varied in writing.", ["any term"]),
        ("The parties may change any of the terms.", ["any term"]),
        ("Any term of the Particulars may be varied.", []),
        ("Any term may be varied under GC13.", []),
        ("No term of this Contract may be varied.", []),
        ("Each party tells the other of a change in any term of office.", []),
        ("The plan may be varied by exchange of emails.", ["unwritten"]),
        ("The parties may vary the plan orally.", ["unwritten"]),
        ("A variation need not be in writing.", ["unwritten"]),
        ("A variation is not made by email.", []),
        ("A variation is proposed by email.", []),
        ("The parties speak by telephone.", []),
        ("The plan may be varied in writing, which includes by email.", []),
        ("A variation is recorded by email and confirmed afterwards.", []),
        ("A variation need not be made in writing.", ["unwritten"]),
        ("The ICB may amend the reporting templates at its own discretion.", []),
        ("The ICB may amend the prices at its own discretion.", ["one-sided"]),
        ("If the Service Conditions are amended, the parties meet.", []),
        ("If any provision of this Contract is changed, the parties meet.", []),
        ("National Variations apply only where NHS England has approved them.", []),
        ("National Variations apply, subject to agreement of the timetable.", []),
        ("The ICB may vary the price unilaterally.", ["one-sided"]),
        ("The ICB may vary the price at its sole discretion.", ["one-sided"]),
        ("The ICB may vary the price without the consent of the provider.", ["one-sided"]),
        ("Neither party may vary the price unilaterally.", []),
        ("The ICB may not vary the price without the consent of the provider.", []),
        ("The provider may not sub-contract without the consent of the ICB.", []),
        ("National Variations apply without the consent of the provider.", []),
        ("National Variations do not apply.", ["national"]),
        ("The provider may reject a National Variation.", ["national"]),
        ("National Variations apply only where both parties agree.", ["national"]),
        ("National Variations are subject to the provider's consent.", ["national"]),
        ("A National Variation applies as published.", []),
        ("The provider may not reject a National Variation.", []),
        ("The provider may reject a National Variation, and the ICB may then terminate.", []),
        ("No National Variation is excluded.", []),
    ],
)
def test_in_a_clause(said: str, faults: list[str]) -> None:
    assert in_clause(said) == faults


@pytest.mark.parametrize(
    ("label", "said", "faults"),
    [
        ("Process", "by email of the project lead", ["unwritten"]),
        ("Process", "in writing under GC13, proposed by email", []),
        ("Process", "vary any clause by board vote", ["any term"]),
        ("Consent", "by the commissioner alone", ["one-sided"]),
        ("Consent", "Co-ordinating Commissioner and provider", []),
        ("Notice", "by email", []),
        ("National variations", "shall not apply", ["national"]),
        ("National variations", "apply only after agreement of both", ["national"]),
        ("National variations", "apply as published", []),
        ("National variations", "apply, and the variation agreement is signed within 30 days", []),
    ],
)
def test_in_variation(label: str, said: str, faults: list[str]) -> None:
    assert in_block(label, said) == faults


def test_other_blocks_are_left_alone() -> None:
    text = 'GOVERNANCE G1 "B"\n  Limits: the board may vary the Service Conditions\n'
    assert facts_of("variation_claim", text) == []


def test_where_it_points() -> None:
    text = 'CLAUSE 7.2 "Changes"\n  First. The board may vary any term.\n'
    [fact] = facts_of("variation_claim", text)
    assert cut(text, fact) == "vary any term"
