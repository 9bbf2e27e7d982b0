"""Section 75 arrangements: what the agreement specifies, who may be in them, and who stays liable."""

from __future__ import annotations

import pytest
from finance_facts import block, fact, facts

FORM = "Form: section 75 agreement"
AGREEMENT = block('CONTRACT "Pooled Fund Agreement"', FORM)
POOL = "The contribution is held in a pooled fund under section 75 of the NHS Act 2006"


def contract(*lines: str) -> str:
    return block('CONTRACT "Pooled Fund Agreement"', *lines)


def clause(*lines: str) -> str:
    return block('CLAUSE 1 "Terms"', *lines)


@pytest.mark.parametrize(
    ("form", "agreement"),
    [
        ("section 75 agreement", True),
        ("s75 agreement", True),
        (
            "agreement under section 75 of the NHS Act 2006, with services on NHS Standard Contract 2026/27",
            True,
        ),
        ("section 75 partnership agreement with an annex on NHS Standard Contract 2026/27", True),
        ("NHS Standard Contract 2026/27, full-length", False),
        ("NHS Standard Contract 2026/27, beside the agreement under section 75", False),
        ("overlay on section 75 agreement", False),
    ],
)
def test_which_draft_is_an_agreement(form: str, agreement: bool) -> None:
    assert bool(facts("partnership", contract(f"Form: {form}"))) is agreement


@pytest.mark.parametrize(
    ("title", "agreement"),
    [
        ("Section 75 Agreement", True),
        ("Northshire Better Care Fund section 75 partnership agreement", True),
        ("Partnership agreement under section 75 of the NHS Act 2006", True),
        ("Pooled Fund Agreement (s.75 NHS Act 2006)", True),
        ("Variation of the section 75 agreement", False),
        ("Services contract beside the section 75 agreement", False),
        ("Pooled Fund Agreement", False),
    ],
)
def test_a_title_tells_where_there_is_no_form(title: str, agreement: bool) -> None:
    assert bool(facts("partnership", block(f'CONTRACT "{title}"'))) is agreement
    on_another = block(f'CONTRACT "{title}"', "Form: NHS Standard Contract 2026/27")
    assert not facts("partnership", on_another)


@pytest.mark.parametrize(
    ("words", "agreement"),
    [
        ("This Agreement is made under section 75 of the NHS Act 2006.", True),
        ("The agreement is under s.75 of the NHS Act 2006.", True),
        ("The agreement is made under section 75 of the Health and Social Care Act 2012.", False),
        ("This Agreement is not made under section 75 of the NHS Act 2006.", False),
    ],
)
def test_prose_tells_where_there_is_no_form(words: str, agreement: bool) -> None:
    assert bool(facts("partnership", contract(), clause(words))) is agreement


def test_commissioners_with_a_pooled_fund_under_section_75_make_an_agreement() -> None:
    icb = block('PARTY ICB "I"', "Role: commissioner")
    council = block('PARTY Council "C"', "Role: commissioner, host")
    fund = block("BUDGET B1", "Basis: pooled fund")
    cites = clause("The powers are those of section 75 of the NHS Act 2006.")
    assert fact("partnership", icb, council, fund, cites).values["agreement"] is True
    assert not facts("partnership", icb, fund, cites)
    assert not facts("partnership", icb, council, cites)
    assert not facts("partnership", icb, council, fund)
    assert not facts("partnership", icb, council, block('PARTY T "T"', "Role: provider"), fund, cites)
    elsewhere = clause("The fund stands under the section 75 agreement of 2024.")
    assert not facts("partnership", icb, council, fund, elsewhere)


MATTERS = (
    ("its aims and outcomes", contract(FORM, "Purpose: people come home"), clause("An aim is stated.")),
    ("what each partner pays", block("BUDGET B1", "Contributions: ICB £6m"), clause("ICB contributes £6m.")),
    (
        "the functions that are covered",
        clause("The functions are in Annex 1."),
        clause("Functions: Annex 1."),
    ),
    ("staff, goods and accommodation", clause("Staff are seconded."), clause("Council gives premises.")),
    (
        "how long it lasts",
        contract(FORM, "Expiry Date: 31 March 2029"),
        contract(FORM, "Contract Term: 3 years"),
    ),
    ("how it is reviewed", clause("It is reviewed."), block('GOVERNANCE G1 "Board"', "Review: yearly")),
    ("how it is varied", block("VARIATION", "Process: in writing"), clause("It is varied in writing.")),
    ("how it is ended", block("TERMINATION", "Grounds: breach"), clause("Either may terminate.")),
    (
        "how it is managed and monitored",
        block('GOVERNANCE G1 "Board"', "Meets: monthly"),
        clause("The board monitors it."),
    ),
)


@pytest.mark.parametrize(("matter", "one", "other"), MATTERS, ids=[each[0] for each in MATTERS])
def test_each_matter_of_an_agreement(matter: str, one: str, other: str) -> None:
    assert matter in fact("partnership", AGREEMENT).shown["missing"]
    for more in (one, other):
        draft = (more,) if more.startswith("CONTRACT") else (AGREEMENT, more)
        assert matter not in fact("partnership", *draft).shown["missing"]


def test_people_and_services_are_one_matter() -> None:
    matter = "the people and the kinds of services"
    services = block("SERVICES S1", "In scope: reablement")
    assert matter in fact("partnership", AGREEMENT, services).shown["missing"]
    assert matter not in fact("partnership", AGREEMENT, services, clause("For adults.")).shown["missing"]
    assert matter in fact("partnership", AGREEMENT, clause("For adults.")).shown["missing"]
    assert fact("partnership", AGREEMENT).values["gaps"] == 10


@pytest.mark.parametrize(
    ("words", "hosted", "managed"),
    [
        (f"{POOL}.", False, False),
        (f"{POOL}, hosted by Council.", True, False),
        (f"{POOL}, with a pool manager.", False, True),
        (f"{POOL}, hosted by Council, which manages the fund.", True, True),
    ],
)
def test_host_and_manager(words: str, hosted: bool, managed: bool) -> None:
    found = fact("partnership", clause(words)).values
    assert (found["agreement"], found["hosted"], found["managed"]) == (False, hosted, managed)


def test_a_host_by_role() -> None:
    host = block('PARTY Council "C"', "Role: commissioner, host")
    assert fact("partnership", AGREEMENT, host).values["hosted"] is True


def test_terms_that_stand_in_another_agreement_are_not_asked_for_here() -> None:
    assert not facts("partnership", clause("A pooled fund stands under the section 75 agreement of 2024."))
    assert not facts(
        "partnership", clause("Section 75 of the Health and Social Care Act 2012 pooled nothing.")
    )


@pytest.mark.parametrize(
    ("words", "quarterly", "yearly"),
    [
        ("The manager reports quarterly.", True, False),
        ("The manager sends an annual return.", False, True),
        ("The manager reports monthly and at the year end.", True, True),
        ("The partners meet quarterly.", False, False),
    ],
)
def test_reports(words: str, quarterly: bool, yearly: bool) -> None:
    found = fact("partnership", AGREEMENT, clause(words)).values
    assert (found["quarterly"], found["yearly"]) == (quarterly, yearly)
    outcome = block('OUTCOME O1 "Home"', "Reported: quarterly report")
    assert fact("partnership", AGREEMENT, outcome).values["quarterly"] is False


@pytest.mark.parametrize(
    ("more", "consulted"),
    [
        (clause("Carers were consulted in 2025."), True),
        (clause("It was made without consultation."), False),
        (clause("A consultant advises."), False),
        (block("ENGAGEMENT", "Public: open meetings in 2025"), True),
        (block("ENGAGEMENT", "Public: no consultation"), False),
    ],
)
def test_consultation(more: str, consulted: bool) -> None:
    assert fact("partnership", AGREEMENT, more).values["consulted"] is consulted


@pytest.mark.parametrize(
    ("purpose", "improves"),
    [("people come home sooner", True), ("costs are divided between the partners", False)],
)
def test_improvement(purpose: str, improves: bool) -> None:
    found = fact("partnership", contract(FORM, f"Purpose: {purpose}")).values
    assert (found["aims"], found["improves"]) == (True, improves)


@pytest.mark.parametrize(
    ("scope", "functions"),
    [
        ("reablement, endoscopy", ["endoscopy"]),
        ("emergency ambulance services, surgery", ["surgery", "emergency ambulance services"]),
        ("rehabilitation after hip surgery", []),
        ("support from GP surgery staff", []),
        ("all services except endoscopy", []),
        ("non-invasive treatment", []),
        ("invasive treatment", ["other invasive treatment"]),
    ],
)
def test_functions_that_are_kept_out(scope: str, functions: list[str]) -> None:
    found = facts("excluded_function", AGREEMENT, block("SERVICES S1", f"In scope: {scope}"))
    assert [each.shown["function"] for each in found] == functions
    assert not facts("excluded_function", block("SERVICES S1", f"In scope: {scope}"))


@pytest.mark.parametrize(
    ("blocks", "awards"),
    [
        ((block("PROCUREMENT PR1", "Route: section 75"),), 1),
        ((block("PROCUREMENT PR1", "Regime: PSR 2023", "Route: section 75"),), 0),
        ((AGREEMENT, block("PROCUREMENT PR1", "Route: section 75")), 0),
        ((clause("The provider is appointed under section 75 of the NHS Act 2006."),), 1),
        ((clause("The provider is not appointed under section 75."),), 0),
    ],
)
def test_awards_under_section_75(blocks: tuple[str, ...], awards: int) -> None:
    assert len(facts("section_75_award", *blocks)) == awards


@pytest.mark.parametrize(
    ("words", "law"),
    [
        ("All liability passes to the host.", "section 75"),
        ("The host assumes full liability for the functions.", "section 75"),
        ("Liability for the functions rests with the host alone.", "section 75"),
        ("Each partner is liable for its own functions.", None),
        ("Liability for redundancy passes to the host.", None),
        ("No liability passes to the host.", None),
        ("All liability passes to the host, with an indemnity.", None),
    ],
)
def test_liability_under_section_75(words: str, law: str | None) -> None:
    found = facts("liability_against_law", AGREEMENT, clause(words))
    assert [each.values["law"] for each in found] == ([law] if law else [])
    assert not facts("liability_against_law", contract(), clause(words))
