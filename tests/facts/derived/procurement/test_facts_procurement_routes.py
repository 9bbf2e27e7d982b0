"""The conditions of each PSR route, against the draft's own words."""

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


def psr(*lines: str, route: str = "direct award process B", regime: str = "PSR 2023") -> str:
    """A PROCUREMENT block with these lines."""
    return "\n  ".join(["PROCUREMENT PR1", f"Regime: {regime}", f"Route: {route}", *lines]) + "\n"


def failed(text: str) -> list[object]:
    """The conditions that a draft does not meet."""
    return [fact.values["condition"] for fact in of("failed_condition", text)]


def term(start: str, expiry: str) -> str:
    """A CONTRACT block with these dates."""
    return f'CONTRACT "A"\n  Service Commencement Date: {start}\n  Expiry Date: {expiry}\n\n'


INTEREST = "Expressions of interest: standing page, at any time"


@pytest.mark.parametrize(
    ("line", "fails"),
    [
        ("Number of providers: 4", ["number of providers"]),
        ("Number of providers: at most four", ["number of providers"]),
        ("Number of providers: limited to local providers", ["number of providers"]),
        ("Number of providers: unlimited", []),
        ("Number of providers: no limit, 12 at present", []),
        ("Number of providers: [ ]", []),
        ("Offered to: the top three providers", ["offered to"]),
        ("Offered to: the best of all providers", ["offered to"]),
        ("Offered to: Acute and Community", ["offered to"]),
        ("Offered to: all providers that meet the requirements", []),
        ("Offered to: every qualified provider", []),
        ("Offered to: TBC", []),
    ],
)
def test_process_b_is_open_to_all(line: str, fails: list[str]) -> None:
    assert failed(psr(INTEREST, line)) == fails
    assert failed(psr(line, route="competitive process")) == []


@pytest.mark.parametrize(
    ("lines", "fails"),
    [
        ((), True),
        (("Expressions of interest: none",), True),
        (("Expressions of interest: [ ]",), False),
        ((INTEREST,), False),
    ],
)
def test_process_b_needs_expressions_of_interest(lines: tuple[str, ...], fails: bool) -> None:
    assert failed(psr(*lines)) == (["expressions of interest"] if fails else [])


@pytest.mark.parametrize("route", ["direct award process A", "direct award process C"])
def test_who_may_be_awarded_directly(route: str) -> None:
    assert failed(psr(route=route)) == ["existing provider"]
    assert failed(psr("Existing provider: none, a new service", route=route)) == ["existing provider"]
    assert failed(psr("Existing provider: Acute", route=route)) == []
    assert failed(psr("Existing provider: [ ]", route=route)) == []


@pytest.mark.parametrize(
    ("reasons", "fails"),
    [
        ("good track record", True),
        ("good track record, and the only emergency department on the site", False),
        ("type 1 emergency department on the acute site", False),
        ("[ ]", False),
    ],
)
def test_process_a_needs_more_than_preference(reasons: str, fails: bool) -> None:
    lines = ("Existing provider: Acute", f"Reasons: {reasons}")
    wanted = ["nature of the services"] if fails else []
    assert failed(psr(*lines, route="direct award process A")) == wanted


@pytest.mark.parametrize(
    ("ends", "fails"),
    [("31 March 2026", False), ("1 April 2026", True), ("31 March 2027", True), ("[ ]", False)],
)
def test_process_c_follows_the_existing_contract(ends: str, fails: bool) -> None:
    lines = ("Existing provider: Acute", f"Existing contract expiry: {ends}")
    block = psr(*lines, route="direct award process C")
    text = term("1 April 2026", "31 March 2029") + block
    assert failed(text) == (["existing contract expiry"] if fails else [])
    assert failed(block) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Urgency: the contract has lapsed", 3),
        ("Urgency: not foreseeable, patients at risk", 1),
        ("Urgency: not foreseeable, not attributable to the ICB, patients at risk", 0),
        ("Urgency: administrators came in without warning, the ICB did not cause it, patients at risk", 0),
        ("Urgency: a sudden closure beyond the ICB's control, with danger to patients", 0),
        ("Urgency: [ ]", 0),
        ("Instrument: contract", 3),
    ],
)
def test_urgent_awards_show_three_things(words: str, said: int) -> None:
    facts = of("failed_condition", psr(words, route="urgent award"))
    assert sum(fact.shown["said"].count(" or that ") + 1 for fact in facts) == said


URGENT = "Urgency: not foreseeable, not attributable to the ICB, patients at risk"


@pytest.mark.parametrize(
    ("expiry", "more", "fails"),
    [
        ("31 March 2027", (), False),
        ("30 April 2027", (), True),
        ("30 April 2027", ("Reasons: handover of a secure site",), False),
    ],
)
def test_an_urgent_term_over_12_months_has_reasons(expiry: str, more: tuple[str, ...], fails: bool) -> None:
    text = term("1 April 2026", expiry) + psr(URGENT, *more, route="urgent award")
    assert failed(text) == (["urgent term"] if fails else [])


def test_the_term_is_of_the_award_that_follows_an_urgent_one() -> None:
    follows = psr("Award date: 10 August 2026", route="competitive process").replace("PR1", "PR2")
    text = term("1 October 2026", "30 September 2029") + psr(URGENT, route="urgent award") + "\n"
    assert failed(text) == ["urgent term"]
    assert failed(text + follows) == []


@pytest.mark.parametrize(
    ("expiry", "more", "fails"),
    [
        ("31 March 2030", (), False),
        ("30 April 2030", (), True),
        ("30 April 2030", ("Reasons: exceptional, as the scanners are paid for over five years",), False),
    ],
)
def test_a_framework_lasts_four_years(expiry: str, more: tuple[str, ...], fails: bool) -> None:
    block = psr("Instrument: framework", *more, route="competitive process")
    assert failed(term("1 April 2026", expiry) + block) == (["framework term"] if fails else [])


def test_a_framework_takes_competition() -> None:
    route = "most suitable provider process"
    assert failed(psr("Instrument: framework", route=route)) == ["framework route"]
    assert failed(psr("Instrument: contract", route=route)) == []
    assert failed(psr("Instrument: framework", route="competitive process")) == []


def test_selection_criteria_denied() -> None:
    line = "Basic selection criteria: none"
    assert failed(psr(line, route="competitive process")) == ["selection criteria"]
    assert failed(psr(line, INTEREST)) == []
    for met in ("no provider failed them", "none failed"):
        assert failed(psr(f"Basic selection criteria: {met}", route="competitive process")) == []


def test_no_other_regime_is_judged() -> None:
    assert failed(psr("Number of providers: 4", regime="Procurement Act 2023", route="open procedure")) == []


@pytest.mark.parametrize(
    ("route", "number", "choice", "found"),
    [
        ("direct award process C", "unlimited", "legal right to choose", True),
        ("competitive process", "no limit", "any qualified provider", True),
        ("most suitable provider process", "all that meet the requirements", "at referral", True),
        ("direct award process A", "not restricted", "at referral", True),
        ("direct award process B", "unlimited", "legal right to choose", False),
        ("urgent award", "unlimited", "legal right to choose", False),
        ("competitive process", "3", "among the three", False),
        ("competitive process", "at most 4, all on one list", "among the four", False),
        ("competitive process", "unlimited", "none", False),
        ("competitive process", "unlimited", "[ ]", False),
        ("competitive process", "[ ]", "any qualified provider", False),
    ],
)
def test_choice_with_open_numbers_belongs_to_process_b(
    route: str, number: str, choice: str, found: bool
) -> None:
    text = psr(f"Number of providers: {number}", f"Patient choice: {choice}", route=route)
    assert ("patient choice" in [fact.values["condition"] for fact in of("failed_condition", text)]) is found
    framework = text + "  Instrument: framework\n"
    assert "patient choice" not in [fact.values["condition"] for fact in of("failed_condition", framework)]
