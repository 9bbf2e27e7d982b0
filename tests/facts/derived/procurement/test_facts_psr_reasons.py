"""What an award under the PSR says that it rests on."""

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


def basis(reasons: str, route: str) -> str | None:
    """What the reasons of an award are found to rest on; None where nothing is wrong."""
    found = of("award_reasons", psr(f"Reasons: {reasons}", route=route))
    return str(found[0].values["basis"]) if found else None


MSP, C = "most suitable provider process", "direct award process C"


@pytest.mark.parametrize(
    ("reasons", "route", "expected"),
    [
        ("lowest price", MSP, "price alone"),
        ("lowest price", "competitive process", "price alone"),
        ("cheapest bid", C, "price alone"),
        ("lowest price, as scored in the report", MSP, "price alone"),
        ("strongest on quality, at the lowest price", MSP, None),
        ("not the lowest price, by the report", MSP, None),
        ("lowest price", "direct award process A", None),
        ("saves time", MSP, "convenience"),
        ("avoids a competition before winter", MSP, "convenience"),
        ("saves time, and the most suitable provider can be identified", MSP, None),
        ("saves time, and is best on integration", MSP, None),
        ("saves time", C, "no criterion"),
        ("avoids gaps between wards", MSP, "no criterion"),
        ("a well known local partner", MSP, "no criterion"),
        ("a well known local partner", "direct award process B", None),
        ("as scored in the evaluation report", C, None),
        ("best on access", C, None),
        ("Acute satisfies the existing contract and is likely to satisfy this one", C, None),
        ("Acute satisfies the existing contract", MSP, "no criterion"),
        ("[ ]", MSP, None),
        ("confidential", MSP, None),
    ],
)
def test_what_reasons_rest_on(reasons: str, route: str, expected: str | None) -> None:
    assert basis(reasons, route) == expected


BOTH = ("Acute satisfies the existing contract", "it is likely to satisfy the new one")


@pytest.mark.parametrize(
    ("words", "lacking"),
    [
        (f"{BOTH[0]}, and {BOTH[1]}", 0),
        (BOTH[0], 1),
        (BOTH[1], 1),
        ("Acute has long experience", 2),
        ("The ICB holds the view of PSR reg 6(5)(d)", 0),
        ("The existing contract is met to a sufficient standard, and Acute is able to deliver this one", 0),
    ],
)
def test_the_two_limbs_of_satisfaction(words: str, lacking: int) -> None:
    [fact] = of("satisfaction", psr(f"Reasons: {words}", route=C))
    assert (fact.values["lacking"], fact.values["denied"]) == (lacking, False)
    clause = f'\nCLAUSE 1 "View"\n  {words}.\n'
    assert of("satisfaction", psr(route=C) + clause)[0].values["lacking"] == lacking


def test_a_provider_that_does_not_satisfy_its_contract() -> None:
    [fact] = of("satisfaction", psr("Reasons: Acute is not meeting the existing contract", route=C))
    assert fact.values["denied"] is True
    assert fact.shown["written"] == "is not meeting the existing contract"


def test_only_process_c_needs_satisfaction() -> None:
    assert of("satisfaction", psr(route=MSP)) == []
