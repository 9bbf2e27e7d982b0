"""What a PSR procurement leaves out, and how far its contract may change."""

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


def psr(*lines: str, route: str = "direct award process C", regime: str = "PSR 2023") -> str:
    """A PROCUREMENT block with these lines."""
    return "\n  ".join(["PROCUREMENT PR1", f"Regime: {regime}", f"Route: {route}", *lines]) + "\n"


@pytest.mark.parametrize(
    ("original", "proposed", "met"),
    [
        ("4,000,000", "4,900,000", False),
        ("1,600,000", "2,100,000", True),
        ("1,000,000", "1,450,000", False),
        ("2,000,000", "2,500,000", True),
        ("2,000,000", "2,499,999.99", False),
        ("2,000,000.04", "2,500,000.04", False),
        ("2,100,000", "1,600,000", False),
    ],
)
def test_the_considerable_change_threshold(original: str, proposed: str, met: bool) -> None:
    lines = (f"Original value: £{original}", f"Proposed value: £{proposed}", "Change caused by: authority")
    [fact] = of("considerable_change", psr(*lines))
    assert (fact.values["met"], fact.values["by_value"]) == (met, met)


VALUES = ("Original value: £1,600,000", "Proposed value: £2,100,000")


def test_what_causes_the_change_matters() -> None:
    [external] = of("considerable_change", psr(*VALUES, "Change caused by: external factors"))
    assert external.values["met"] is False
    [silent] = of("considerable_change", psr(*VALUES))
    assert (silent.values["by_value"], silent.values["cause_stated"]) == (True, False)
    assert silent.shown["change"] == "£500,000"
    assert silent.shown["change_percent"] == "31.25%"


def test_a_material_difference_needs_no_values() -> None:
    [fact] = of("considerable_change", psr("Materially different: yes"))
    assert (fact.values["by_character"], fact.values["by_value"]) == (True, False)
    [half] = of("considerable_change", psr("Materially different: yes", "Proposed value: £900,000"))
    assert half.values["by_value"] is False
    succession = "Change caused by: change of provider identity"
    [excused] = of("considerable_change", psr("Materially different: yes", succession))
    assert excused.values["met"] is False


@pytest.mark.parametrize("lines", [VALUES[:1], VALUES[1:], ("Original value: £[ ]", VALUES[1])])
def test_a_value_that_is_not_there_is_not_compared(lines: tuple[str, ...]) -> None:
    assert of("considerable_change", psr(*lines)) == []


def test_only_process_c_has_the_threshold() -> None:
    assert of("considerable_change", psr(*VALUES, route="competitive process")) == []


@pytest.mark.parametrize(
    ("original", "change", "allowed", "notice"),
    [
        ("10,000,000", "2,000,000", True, True),
        ("1,000,000", "400,000", True, False),
        ("1,600,000", "500,000", False, True),
        ("2,000,000", "500,000", False, True),
        ("2,000,000", "499,999.99", True, False),
    ],
)
def test_the_limits_of_a_modification(original: str, change: str, allowed: bool, notice: bool) -> None:
    lines = (f"Original value: £{original}", f"Cumulative change: £{change}", "Change caused by: authority")
    [fact] = of("modification_limits", psr(*lines))
    assert (fact.values["allowed"], fact.values["notice_due"]) == (allowed, notice)
    assert fact.values["notice_stated"] is False


@pytest.mark.parametrize(
    "more",
    [
        "Original award route: direct award process B",
        "Modification ground: PSR reg 13(1)(a)",
        "Modification ground: PSR reg 14",
    ],
)
def test_other_limbs_allow_more(more: str) -> None:
    lines = ("Original value: £1,600,000", "Cumulative change: £500,000", "Change caused by: authority")
    assert of("modification_limits", psr(*lines, more))[0].values["allowed"] is True


def test_a_modification_whose_cause_is_not_given_is_not_judged() -> None:
    assert of("modification_limits", psr("Original value: £1,600,000", "Cumulative change: £500,000")) == []


@pytest.mark.parametrize(
    ("route", "missing"),
    [
        ("direct award process C", "key criteria, basic selection criteria or conflicts of interest"),
        ("direct award process A", "conflicts of interest"),
        ("framework competition", "conflicts of interest"),
    ],
)
def test_what_the_record_lacks_depends_on_the_route(route: str, missing: str) -> None:
    assert of("psr_procurement", psr(route=route))[0].shown["missing"] == missing


def test_a_hole_is_no_gap_and_a_block_not_read_in_full_has_none() -> None:
    lines = ("Key criteria: [ ]", "Basic selection criteria: [ ]", "Conflicts of interest: [ ]")
    assert of("psr_procurement", psr(*lines))[0].values["gaps"] == 0
    assert of("psr_procurement", psr("Award noticed by nobody: 12"))[0].values["gaps"] == 0


@pytest.mark.parametrize(("begun", "before"), [("31 December 2023", True), ("1 January 2024", False)])
def test_the_psr_began_in_2024(begun: str, before: bool) -> None:
    [fact] = of("psr_procurement", psr(f"Procedure begun: {begun}"))
    assert fact.values["begun_before_psr"] is before


@pytest.mark.parametrize(
    ("regime", "route", "psr_facts"),
    [
        ("Regime: PSR 2023", "Route: competitive process", 1),
        ("Regime: Procurement Act 2023", "Route: competitive process", 0),
        ("Regime: [ ]", "Route: direct award process C", 0),
        ("Instrument: contract", "Route: direct award process C", 1),
        ("Instrument: contract", "Route: competitive process", 0),
    ],
)
def test_the_psr_governs_what_says_so_or_names_its_own_route(regime: str, route: str, psr_facts: int) -> None:
    assert len(of("psr_procurement", f"PROCUREMENT PR1\n  {regime}\n  {route}\n")) == psr_facts
