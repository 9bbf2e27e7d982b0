"""References to national provisions, and words that claim to change them."""

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


def amended(text: str) -> list[str]:
    return [f"{fact.values['system']}{fact.values['number']}" for fact in of("amendment", text)]


def clause(said: str) -> str:
    return f'CLAUSE 7.1 "Terms"\n  {said}\n'


@pytest.mark.parametrize(
    ("said", "provision"),
    [
        ("The parties disapply SC24.", "SC24"),
        ("Clause 9.1 replaces GC14.", "GC14"),
        ("SC36 does not apply.", "SC36"),
        ("SC36 shall not apply to this Agreement.", "SC36"),
        ("GC14 is replaced by clause 9.1.", "GC14"),
        ("GC14 and GC15 are hereby disapplied.", "GC14"),
        ("General Condition 14 has no effect.", "GC14"),
        ("This clause overrides the requirements of Service Condition 24.", "SC24"),
        ("The decision of the board is final, in place of GC14.", "GC14"),
        ("Service Condition 28 is varied so that reports are yearly.", "SC28"),
        ("SC36.45A is deleted.", "SC36"),
        ("SC24 is of no effect.", "SC24"),
        ("GC14 replaced by clause 9.1.", "GC14"),
        ("GC9 is replaced the day after signature.", "GC9"),
    ],
)
def test_a_claim_to_change_a_condition(said: str, provision: str) -> None:
    assert amended(clause(said)) == [provision]


@pytest.mark.parametrize(
    "said",
    [
        "Nothing in this Agreement amends GC13.",
        "This Agreement is varied under GC13.",
        "Each Services Contract is varied only under its GC13, to its Particulars.",
        "A member's contract is amended in line with their own GC13.",
        "This Agreement may be amended in accordance with GC13.",
        "Subject to GC13, this Agreement may be amended.",
        "GC13 sets out how the Agreement is amended.",
        "The Particulars are varied in writing as GC13 requires.",
        "GC14 is not amended.",
        "No term of this Agreement overrides SC24.",
        "GC13 applies without amendment.",
        "Gains exclude SC36 adjustments.",
        "NHS England may amend GC14 from time to time.",
        "National Variations replace SC28 as published.",
        "SC24 applies; the earlier agreement is replaced.",
        "The scheme replaces the local policy. SC24 applies.",
        "A party excluded under GC17 is paid to date.",
        "The parties replace clause 4 with clause 5.",
        "Nobody may disapply SC24.",
        "The board is forbidden to vary GC14.",
        "ICB rejected the bidder's request to amend GC11.",
        "Any local document that purports to disapply SC24 is of no effect.",
        "A local term that disapplies SC24 is void.",
        "A request to amend GC11 was refused.",
        "GC9 replaced the former clause 32 of the 2013/14 contract.",
        "SC36 excludes VAT.",
    ],
)
def test_words_that_change_nothing(said: str) -> None:
    assert amended(clause(said)) == []


@pytest.mark.parametrize(
    ("line", "provisions"),
    [
        ("  Standard Contract amendments: none\n", []),
        ("  Standard Contract amendments: none, GC13 applies\n", []),
        ("  Standard Contract amendments: SC24 and SC26 fall away\n", ["SC24", "SC26"]),
        (
            "  Standard Contract amendments:\n    - disapply SC24\n    - replace GC14 with clause 9.1\n",
            ["SC24", "GC14"],
        ),
        ("  Standard Contract amendments: to the Particulars only, under GC13\n", []),
    ],
)
def test_under_its_label_every_condition_is_changed(line: str, provisions: list[str]) -> None:
    assert amended('CONTRACT "Contract"\n' + line) == provisions


def test_a_claim_points_at_the_condition() -> None:
    text = clause("It is agreed. The parties disapply SC24.")
    [fact] = of("amendment", text)
    assert text[fact.span.start : fact.span.end] == "SC24"
    assert fact.shown["verb"] == "disapply"


@pytest.mark.parametrize(
    ("form", "national"),
    [
        ("", True),
        ("  Form: NHS Standard Contract 2026/27\n", True),
        ("  Form: overlay on NHS Standard Contract\n", True),
        ("  Form: [ ]\n", True),
        ("  Form: ICP contract\n", False),
    ],
)
def test_a_reference_is_national_unless_the_form_is_another(form: str, national: bool) -> None:
    [fact] = of("reference", f'CONTRACT "Contract"\n{form}\nPAYMENT\n  Terms: under SC42\n')
    assert (fact.values["national"], fact.values["whole"]) == (national, 42)


def test_only_the_first_reference_to_a_provision_is_first() -> None:
    facts = of(
        "reference", clause("As Schedule 2I says, and Schedule 2A, under SC20 and SC20.3 and Schedule 2I.")
    )
    assert [fact.values["first"] for fact in facts] == [True, True, True, False, False]


@pytest.mark.parametrize(
    ("schedule", "listed"),
    [
        ("1A", True),
        ("1D", False),
        ("2N", True),
        ("2O", False),
        ("2Ai", True),
        ("4", True),
        ("4E", True),
        ("6F", True),
        ("9", True),
        ("9Z", False),
        ("10", False),
    ],
)
def test_schedules_that_some_edition_has(schedule: str, listed: bool) -> None:
    [fact] = of("reference", f"LINKS\n  Service specification: Schedule {schedule}\n")
    assert (fact.values["listed"], fact.values["of_particulars"]) == (listed, True)


def test_a_schedule_in_prose_may_be_the_agreements_own() -> None:
    [fact] = of("reference", clause("The plan is in Schedule 12."))
    assert not fact.values["of_particulars"]


def test_a_clause_of_the_draft() -> None:
    facts = of("reference", clause("See clause 7.1, clause 7 and clause 12.7."))
    assert [fact.values["in_draft"] for fact in facts] == [True, True, False]


def test_a_number_without_end_is_above_every_condition() -> None:
    [fact] = of("reference", clause("Under SC" + "9" * 5_000 + "."))
    assert fact.values["whole"] == 999_999_999
