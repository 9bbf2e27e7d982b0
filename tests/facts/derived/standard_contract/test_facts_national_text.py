"""National terms typed out, annexed or frozen, in the wordings of both sides."""

from __future__ import annotations

import pytest
from drafting_facts import facts_of

FORM = 'CONTRACT "C"\n  Form: NHS Standard Contract 2026/27, full-length\n'


def hows(text: str) -> list[object]:
    return [fact.values["how"] for fact in facts_of("national_text", text)]


def clause(said: str) -> str:
    return f'{FORM}\nCLAUSE 1.2 "Conditions"\n  {said}\n'


@pytest.mark.parametrize(
    "heading",
    [
        '14 "GC14 Dispute Resolution"',
        '14 "GC14: Dispute Resolution"',
        '14 "General Condition 14 (Dispute Resolution)"',
        '14 "GC14"',
        '14 "GC14 (full text)"',
        '14 "GC 14 Dispute Resolution (full text)"',
    ],
)
def test_a_condition_typed_out(heading: str) -> None:
    [fact] = facts_of("national_text", f"{FORM}\nCLAUSE {heading}\n  One two three.\n  Four.\n")
    assert (fact.values["how"], fact.values["words"], fact.shown["title"]) == (
        "retyped",
        4,
        "Dispute Resolution",
    )


@pytest.mark.parametrize(
    "heading",
    ['14 "Dispute Resolution"', '14 "GC14 and local mediation"', '14 "GC99"', '14 "GC13 Dispute Resolution"'],
)
def test_a_clause_of_the_partys_own(heading: str) -> None:
    assert hows(f"{FORM}\nCLAUSE {heading}\n  One two three.\n") == []


@pytest.mark.parametrize(
    ("said", "how"),
    [
        ("The General Conditions are annexed to this Contract.", "annexed"),
        ("The Service Conditions, in the 2026/27 edition, are hereby reproduced in Annex B.", "annexed"),
        ("Annex B has the full text of the General Conditions.", "annexed"),
        ("The full text of GC14 is in Annex B.", "annexed"),
        ("The attached General Conditions apply.", "annexed"),
        (
            "The General Conditions are attached to the bid pack for information only "
            "and are not part of the signed copy.",
            "",
        ),
        ("The General Conditions are annexed for ease of reference.", ""),
        ("The General Conditions are attached and are part of the signed copy.", "annexed"),
        ("The General Conditions are not annexed to this Contract.", ""),
        ("Neither the General Conditions nor the Service Conditions are attached.", ""),
        ("National quality requirements are in the annex to the Service Conditions.", ""),
        ("The plan under the Service Conditions is annexed.", ""),
        ("The General Conditions 2026/27 are fixed for the term.", "frozen"),
        ("The General Conditions apply as at the Effective Date.", "frozen"),
        ("The Service Conditions as in force on 1 April 2026 apply.", "frozen"),
        ("The national terms of 2026/27 apply throughout the term.", "frozen"),
        ("Later editions of the Standard Contract shall not apply.", "frozen"),
        ("The Service Conditions apply notwithstanding any later edition.", "frozen"),
        ("The General Conditions as at the Effective Date, as amended from time to time, apply.", ""),
        ("The General Conditions are not frozen at the Effective Date.", ""),
        ("The price is fixed for the term.", ""),
        ("The price is fixed at 2026/27 levels, and the General Conditions apply.", ""),
        ("The General Conditions as at the Effective Date, as subsequently amended, apply.", ""),
        ("The General Conditions apply from the Effective Date.", ""),
        ("The Standard Contract 2026/27 applies.", ""),
    ],
)
def test_annexed_and_frozen(said: str, how: str) -> None:
    assert hows(clause(said)) == ([how] if how else [])


@pytest.mark.parametrize(
    ("label", "how"),
    [("Incorporates", ["frozen"]), ("Purpose", [])],
)
def test_where_it_is_looked_for(label: str, how: list[str]) -> None:
    assert hows(f"{FORM}  {label}: General Conditions as at the Effective Date\n") == how
