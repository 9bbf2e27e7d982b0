"""The limb of reg 13 that a change rests on."""

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


def psr(*lines: str, route: str = "competitive process", regime: str = "PSR 2023") -> str:
    """A PROCUREMENT block with these lines."""
    return "\n  ".join(["PROCUREMENT PR1", f"Regime: {regime}", f"Route: {route}", *lines]) + "\n"


def faults(*lines: str, route: str = "competitive process") -> list[str]:
    """What is wrong with the ground of a change."""
    return [str(fact.values["fault"]) for fact in of("modification_ground", psr(*lines, route=route))]


def ground(words: str) -> list[str]:
    """What is wrong with a ground of these words."""
    return faults(f"Modification ground: {words}")


CHANGED = "Cumulative change: £400,000"


def test_a_change_names_its_ground_or_its_cause() -> None:
    assert faults(CHANGED) == ["not named"]
    assert faults("Changes:", "  - crisis team: £40,000") == ["not named"]
    assert faults(CHANGED, "Modification ground: PSR reg 13(1)(d)") == []
    assert faults(CHANGED, "Change caused by: authority") == []
    assert faults(CHANGED, "Original award route: direct award process A") == []
    assert faults(CHANGED, "Original award route: direct award process C") == ["not named"]
    assert faults(CHANGED, "Modification ground: [ ]") == []
    assert faults(CHANGED, "Gibberish of some kind: 12") == []
    assert faults("Original value: £10,000,000") == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("agreement of the parties", ["by agreement"]),
        ("at the discretion of the commissioner", ["by agreement"]),
        ("by agreement under PSR reg 13", []),
        ("urgent, under reg 14", []),
        ("by agreement, below £500,000", []),
    ],
)
def test_agreement_is_no_ground(words: str, expected: list[str]) -> None:
    assert ground(words) == expected
    assert "by agreement" not in faults(f"Modification ground: {words}", "Change caused by: authority")


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("Modification ground: PSR reg 13(1)(a), option in Schedule 2A", False),
        ("Modification ground: PSR reg 13(1)(b), selection criteria met", False),
        ("Modification ground: PSR reg 13(1)(c)", True),
        ("Modification ground: PSR reg 13(1)(d)", True),
        ("Modification ground: PSR reg 13(3)", True),
        ("Modification ground: PSR reg 14", False),
        ("Change caused by: authority", True),
        ("Change caused by: external factors", True),
        ("Original award route: direct award process B", True),
    ],
)
def test_a_change_of_character(line: str, fault: bool) -> None:
    found = faults(CHANGED, line, "Materially different: yes")
    assert ("materially different" in found) is fault
    assert "materially different" not in faults(CHANGED, line, "Materially different: no")
    assert "materially different" not in faults(
        CHANGED, line, "Materially different: yes", route="direct award process C"
    )


@pytest.mark.parametrize(
    ("words", "clear"),
    [
        ("PSR reg 13(1)(a)", False),
        ("PSR reg 13(1)(a), parties may revise services", False),
        ("PSR reg 13(1)(a), under clause 4, as the parties agree", False),
        ("PSR reg 13(1)(a), activity band of 10% in Schedule 3A", True),
        ("PSR reg 13(1)(a), may be varied by 10% by formula F", True),
        ("PSR reg 13(1)(a), the option to extend in Schedule 1C", True),
        ("PSR reg 13(1)(a) and reg 13(1)(d)", True),
        ("PSR reg 13(1)(d)", True),
    ],
)
def test_what_the_contract_provides_for_is_clear(words: str, clear: bool) -> None:
    assert ground(words) == ([] if clear else ["review not clear"])


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("PSR reg 13(1)(c), uplift at the discretion of the ICB", True),
        ("PSR reg 13(1)(c), prices negotiated each year", True),
        ("PSR reg 13(1)(c), uplift by the national cost uplift factor, at no discretion", False),
        ("PSR reg 13(1)(c), volumes negotiated", False),
        ("PSR reg 13(1)(d), uplift at the discretion of the ICB", False),
    ],
)
def test_a_price_that_somebody_sets_is_not_external(words: str, wrong: bool) -> None:
    assert ground(words) == (["price by discretion"] if wrong else [])


def test_a_price_among_the_changes() -> None:
    lines = ("Change caused by: external factors", "Changes:", "  - uplift: £300,000 as negotiated")
    assert faults(*lines) == ["price by discretion"]


def test_a_successor_is_tested() -> None:
    cause = "Change caused by: change of provider identity"

    def untested(*lines: str) -> bool:
        return bool(of("psr_words", psr("Cumulative change: £0", *lines)))

    assert untested(cause)
    assert untested("Modification ground: PSR reg 13(1)(b)")
    assert not untested("Modification ground: PSR reg 13(1)(b), selection criteria met")
    assert not untested(cause, "Basic selection criteria: met by the successor")
    assert not untested("Change caused by: authority")
