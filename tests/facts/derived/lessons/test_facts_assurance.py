"""What makes a contract complex, whether assurance came before signature, and who watches its risks."""

from __future__ import annotations

import pytest
from finance_facts import PARTIES, block, fact, facts, pool

NAMED = block('CONTRACT "A"', "Date of contract: 23 March 2026")
LLP = block('PARTY Lead "Care Partnership LLP"', "Role: lead provider", "Kind: LLP")
SHARED = pool("Shares: ICB 50%, Acute 50%")


def assurance(*lines: str) -> str:
    return block("ASSURANCE", *lines)


@pytest.mark.parametrize(
    ("blocks", "signs"),
    [
        ((LLP,), "Care Partnership LLP is a new body"),
        ((LLP.replace("lead provider", "guarantor"),), ""),
        ((SHARED,), '"Alliance Pool" shares losses'),
        ((pool("Sides: gain only", "Shares: ICB 50%, Acute 50%"),), ""),
        ((pool("Loss shares: ICB 0%"),), ""),
        ((pool("Budget: TBC"),), ""),
        ((block("BUDGET B1", "Basis: capitation"),), "BUDGET B1 is a capitated budget"),
        ((block("BUDGET B1", "Basis: block"),), ""),
        ((LLP, SHARED), 'Care Partnership LLP is a new body and "Alliance Pool" shares losses'),
    ],
)
def test_signs_of_a_complex_contract(blocks: tuple[str, ...], signs: str) -> None:
    assert [each.shown["signs"] for each in facts("novelty", NAMED, *blocks)] == ([signs] if signs else [])


def test_without_a_contract_there_is_nothing_to_assure() -> None:
    assert not facts("novelty", LLP, SHARED)


@pytest.mark.parametrize(
    ("lines", "assured"),
    [
        ((), False),
        (("Risk log: kept by ICB",), False),
        (("Gate: none",), False),
        (("Gate: not applicable.",), False),
        (("Gate: none, no process of NHS England applies",), True),
        (("Gate: TBC",), True),  # a placeholder is another rule's
        (("Checkpoints: 1 passed on 2 June 2025",), True),
        (("Passed: yes, 20 January 2026",), True),
        (("Passed: no",), False),
    ],
)
def test_any_line_on_assurance_counts_unless_it_only_says_no(lines: tuple[str, ...], assured: bool) -> None:
    assert fact("novelty", NAMED, SHARED, assurance(*lines)).values["assured"] is assured


def test_no_block_is_no_assurance_unless_the_draft_was_not_read_in_full() -> None:
    assert fact("novelty", NAMED, SHARED).values["assured"] is False
    assert fact("novelty", "FRAGMENT\n" + NAMED, SHARED).values["assured"] is True
    assert fact("novelty", NAMED + "  What is this line\n", SHARED).values["assured"] is True


@pytest.mark.parametrize(
    ("line", "late", "after"),
    [
        ("Checkpoints: 1 on 22 March 2026", False, "1 day"),
        ("Passed: yes, 23 March 2026", False, "0 days"),
        ("Gate: passed on 24 March 2026", True, "1 day"),
        ("Checkpoints: 1 on 1 June 2026, 2 on 30 March 2026", True, "7 days"),
        ("Checkpoints: 1 on 1 June 2025, 2 on 30 March 2026", False, "295 days"),
    ],
)
def test_the_first_date_of_assurance_against_signature(line: str, late: bool, after: str) -> None:
    found = fact("assurance_dates", NAMED, assurance(line))
    assert (found.values["late"], found.shown["after"]) == (late, after)


def test_dates_in_bullets_count() -> None:
    found = fact("assurance_dates", NAMED, assurance("Checkpoints:", "- first: 2 June 2025"))
    assert found.shown["first"] == "2 June 2025"


@pytest.mark.parametrize("blocks", [(NAMED,), (block('CONTRACT "A"'), assurance("Passed: 1 June 2026"))])
def test_without_both_dates_nothing_is_late(blocks: tuple[str, ...]) -> None:
    assert not facts("assurance_dates", *blocks)


@pytest.mark.parametrize(
    ("said", "lacks"),
    [
        ("kept by the programme office, reviewed monthly by the Alliance Board", ""),
        ("owner: chief finance officer, escalated to the board", ""),
        ("reviewed weekly by the project team", "who keeps it"),
        ("kept by the programme office", "where risks go from there"),
        ("risks discussed at the weekly project call", "who keeps it or where risks go from there"),
        ("no owner yet", "who keeps it or where risks go from there"),
        ("listed in Schedule 2G", ""),
        ('"Risk register v4"', ""),
    ],
)
def test_a_risk_log_has_a_keeper_and_a_way_up(said: str, lacks: str) -> None:
    found = fact("risk_log", NAMED, SHARED, assurance(f"Risk log: {said}"))
    assert (found.shown["lacks"], found.values["complete"]) == (lacks, not lacks)


def test_a_blank_risk_log_is_another_rules() -> None:
    assert not facts("risk_log", NAMED, SHARED, assurance("Risk log: TBC"))


@pytest.mark.parametrize(
    ("line", "owned"),
    [
        ("Gate: passed", False),
        ("System risk owner: none", False),
        ("System risk owner: nobody", False),
        ("System risk owner: ICB chief finance officer", True),
        ("System risk owner: TBC", True),
        ("This line says nothing", True),
    ],
)
def test_the_risk_of_the_whole_has_an_owner(line: str, owned: bool) -> None:
    assert fact("system_risk", NAMED, PARTIES, SHARED, assurance(line)).values["owned"] is owned


def test_one_provider_has_no_neighbour() -> None:
    assert not facts("system_risk", NAMED, LLP, SHARED, assurance("Gate: passed"))
