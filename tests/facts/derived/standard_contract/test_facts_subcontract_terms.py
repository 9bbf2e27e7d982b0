"""Sub-contracts: lists, words, duties, circles, terms and forms."""

from __future__ import annotations

import pytest
from finance_facts import block, fact, facts

FORM = block(
    'CONTRACT "Ferndale"', "Form: NHS Standard Contract 2026/27, full-length", "Expiry Date: 31 March 2029"
)
LISTS = FORM + "  Schedules relied on: Schedule 2A, Schedule 4\n"
LEAD = block('PARTY Lead "Ferndale MSK Limited"', "Role: lead provider")
PHYSIO = block('PARTY Physio "Ferndale Physiotherapy"', "Role: sub-contractor")


def sub(*lines: str, between: str = "Lead, Physio", name: str = "SUB1") -> str:
    return block(f'SUBCONTRACT {name} "Physiotherapy"', f"Between: {between}", *lines)


@pytest.mark.parametrize(
    ("blocks", "unlisted"),
    [
        ([FORM, LEAD, sub("Key: yes")], [True]),
        ([FORM, LEAD, sub("Key: no")], []),
        ([FORM, LEAD, sub()], []),
        ([LISTS, LEAD, sub()], [True]),
        ([LISTS, LEAD, sub("Key: no")], []),
        ([LISTS + "  Purpose: as in Schedule 5B\n", LEAD, sub()], [False]),
        ([FORM, LEAD, sub("Key: yes"), "LINKS\n  Sub-contracts: GC12\n"], [False]),
        ([FORM, LEAD, sub("Key: yes"), 'CLAUSE 8 "Material Sub-Contracts"\n  As listed.\n'], [False]),
        ([FORM, LEAD, sub("Key: yes"), 'INCLUDE "more.clause"\n'], [False]),
        ([FORM, sub("Key: yes")], [False]),
        ([LEAD, sub("Key: yes")], []),
    ],
)
def test_a_material_sub_contract_is_listed(blocks: list[str], unlisted: list[bool]) -> None:
    assert [each.values["unlisted"] for each in facts("subcontract_list", *blocks)] == unlisted


def test_the_schedule_is_named_with_its_letter() -> None:
    found = fact("subcontract_list", FORM, LEAD, sub("Key: yes"))
    assert found.shown["schedule"] == "Schedule 5B (Provider's Material Sub-Contracts)"


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ("The Lead Provider may sub-contract without the prior written consent of the ICB.", "consent"),
        ("A provider may freely subcontract any service.", "consent"),
        ("A provider may sub-contract to any person.", "consent"),
        ("A provider may not sub-contract without consent.", ""),
        ("A provider may sub-contract with the prior written consent of the ICB.", ""),
        ("A provider may sub-contract non-clinical services without consent.", ""),
        ("A provider may sub-contract.", ""),
        ("The sub-contractor is solely liable for its services.", "liability"),
        ("The sub-contractor alone answers for its services.", "liability"),
        ("The Lead Provider shall not be liable for any failure of a sub-contractor.", "liability"),
        ("The Lead Provider has no liability for the acts of its sub-contractors.", "liability"),
        ("The Lead Provider is liable for its sub-contractors.", ""),
        ("The sub-contractor is solely liable to the Lead Provider.", ""),
        ("The sub-contractor is solely responsible for its own staff.", ""),
    ],
)
def test_what_is_given_away_in_words(said: str, fault: str) -> None:
    found = facts("subcontract_words", f'CLAUSE 8 "Sub-contracts"\n  {said}\n')
    assert [each.values["fault"] for each in found] == ([fault] if fault else [])


@pytest.mark.parametrize(
    ("said", "lacking", "sweeping"),
    [
        ("data, candour, safeguarding, counter-fraud, insurance", 0, False),
        ("data, candour, safeguarding, counter-fraud, insurance, NHS Constitution", 0, False),
        ("data, candour, safeguarding, counter-fraud", 2, False),
        ("data, candour, safeguarding, counter-fraud, NHS Constitution", 1, False),
        ("quality", 6, False),
        ("all terms of the head contract", 6, True),
        ("back-to-back", 6, True),
    ],
)
def test_duties_that_a_list_leaves_out(said: str, lacking: int, sweeping: bool) -> None:
    found = fact("flow_down", sub(f"Flow-down: {said}"))
    assert (found.values["lacking"], found.values["sweeping"]) == (lacking, sweeping)


def test_no_list_is_no_list_with_gaps() -> None:
    assert facts("flow_down", sub()) == []
    assert facts("flow_down", sub("Flow-down: none")) == []


BOTH = [
    block('PARTY A "A Trust"', "Role: provider"),
    block('PARTY B "B Trust"', "Role: provider"),
]


@pytest.mark.parametrize(
    ("blocks", "ways"),
    [
        ([sub()], []),
        ([sub(), sub(between="Physio, Lead", name="SUB2")], ["Lead -> Physio -> Lead"]),
        ([sub(between="Lead, Lead")], ["Lead -> Lead"]),
        ([sub(between="Lead, Physio, Scan")], []),
        ([*BOTH, sub(between="A, B"), sub(between="B, A", name="SUB2")], []),
        ([*BOTH, sub(between="A, A")], ["A -> A"]),
        (
            [
                *BOTH,
                sub("Head contract: NS-1", between="A, B"),
                sub("Head contract: NS-1", between="B, A", name="SUB2"),
            ],
            ["A -> B -> A"],
        ),
        (
            [
                sub("Head contract: NS-1"),
                sub("Head contract: NS-2", between="Physio, Lead", name="SUB2"),
            ],
            [],
        ),
    ],
)
def test_circles(blocks: list[str], ways: list[str]) -> None:
    assert [each.shown["way"] for each in facts("subcontract_circle", *blocks)] == ways


@pytest.mark.parametrize(
    ("ends", "short", "gap"),
    [
        ("31 March 2029", 0, "0 days"),
        ("1 April 2029", 0, ""),
        ("30 March 2029", 1, "1 day, 31 March 2029 to 31 March 2029"),
        ("31 March 2028", 365, "365 days, 1 April 2028 to 31 March 2029"),
    ],
)
def test_a_sub_contract_ends_with_its_contract(ends: str, short: int, gap: str) -> None:
    found = fact("subcontract_term", FORM, sub(f"Expiry: {ends}"))
    assert found.values["falls_short"] == short
    assert found.shown["gap"].startswith(gap)


SHORTER = FORM.replace("full-length", "shorter form")


@pytest.mark.parametrize(
    ("contract", "lines", "differs"),
    [
        (FORM, ["Form: NHS model sub-contract, full-length"], False),
        (FORM, ["Form: NHS model sub-contract, shorter form"], True),
        (SHORTER, ["Form: NHS model sub-contract, full-length"], True),
        (SHORTER, ["Form: NHS model sub-contract, shorter form"], False),
        (FORM, ["Form: bespoke sub-contract"], False),
        (FORM, ["Form: model sub-contract, shorter form", "Head contract: shorter form, NS-2026-014"], False),
        (FORM.replace(", full-length", ""), ["Form: model sub-contract, shorter form"], False),
    ],
)
def test_the_lengths_of_the_forms(contract: str, lines: list[str], differs: bool) -> None:
    assert fact("subcontract_form", contract, sub(*lines)).values["differs"] is differs


@pytest.mark.parametrize(
    ("said", "heads"),
    [
        ("NHS Standard Contract 2026/27, reference NS-2026-014", 1),
        ("references NS-2026-014 and NS-2026-015", 2),
        ("reference NS-2026-014, as varied, NS-2026-014", 1),
        ("three services contracts", 3),
        ("both head contracts", 2),
        ("4 services contracts of Lead", 4),
        ("the contract with the ICB", 1),
    ],
)
def test_how_many_head_contracts(said: str, heads: int) -> None:
    assert fact("subcontract_form", sub(f"Head contract: {said}")).values["heads"] == heads


@pytest.mark.parametrize(
    ("form", "model"),
    [
        ("NHS model sub-contract", True),
        ("model sub-contract, full-length", True),
        ("bespoke sub-contract", False),
    ],
)
def test_the_model_sub_contract_is_known_by_its_name(form: str, model: bool) -> None:
    assert fact("subcontract_form", sub(f"Form: {form}")).values["model"] is model
