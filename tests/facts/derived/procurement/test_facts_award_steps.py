"""Steps of an award that words leave open."""

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


def steps(text: str) -> list[str]:
    """The steps left open."""
    return [str(fact.values["step"]) for fact in of("open_step", text)]


def contract(extension: str) -> str:
    """A contract with an option to extend."""
    return f'CONTRACT "Nursing"\n  Extension: {extension}\n\n'


@pytest.mark.parametrize(
    ("extension", "open_"),
    [
        ("as the parties agree", True),
        ("by mutual agreement", True),
        ("at the discretion of the ICB", True),
        ("by agreement, twice, by 12 months each", False),
        ("by agreement until 31 March 2031", False),
        ("by agreement, for one further year", False),
        ("by agreement under Schedule 1C", False),
        ("none", False),
        ("[ ]", False),
        ("to be agreed", False),
    ],
)
def test_an_extension_has_a_length(extension: str, open_: bool) -> None:
    assert steps(contract(extension) + psr()) == (["extension"] if open_ else [])
    assert steps(contract(extension) + psr(route="most suitable provider process")) == []


@pytest.mark.parametrize(
    ("words", "open_"),
    [
        ("received 10 February 2026 and acknowledged", True),
        ("one made by Harbour Health", True),
        ("received 10 February 2026, under review", False),
        ("received 10 February 2026, rejected with reasons", False),
        ("received 10 February 2026, handled under PSR reg 12", False),
        ("none received by 13 February 2026", False),
        ("no representations were received", False),
        ("any received are answered in writing", False),
        ("[ ]", False),
    ],
)
def test_representations_are_answered(words: str, open_: bool) -> None:
    line = f"Representations: {words}"
    assert steps(psr(line)) == (["representations"] if open_ else [])
    assert steps(psr(line, "Further decision: 2 March 2026")) == []
    assert steps(psr(line, route="direct award process A")) == []
    assert steps(psr(line, "Gibberish of some kind: 12")) == []


@pytest.mark.parametrize(
    ("term", "words", "open_"),
    [
        ("Working Day", "Monday to Friday.", True),
        ("Business Day", "a day other than a Saturday or Sunday.", True),
        ("Working Day", "a day other than a Saturday, Sunday or public holiday in England.", False),
        ("Working Day", "as in reg 12(12) of the PSR, so no weekend.", False),
        ("Working Day", "an Operational Day.", False),
        ("Opening Hours", "Monday to Friday.", False),
    ],
)
def test_a_working_day_leaves_out_holidays(term: str, words: str, open_: bool) -> None:
    text = f'DEFINE "{term}": {words}\n\n'
    assert steps(text + psr()) == (["working day"] if open_ else [])
    assert steps(text + psr(route="direct award process A")) == []
    assert steps(text) == []
