"""The contract form, its edition, and a term without an end."""

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


def form(said: str, more: str = "") -> Fact:
    [fact] = of("form", f'CONTRACT "Contract"\n  Form: {said}\n{more}')
    return fact


@pytest.mark.parametrize(
    ("edition", "start", "behind"),
    [
        ("2025/26", "31 March 2026", False),
        ("2025/26", "1 April 2026", True),
        ("2026/27", "1 April 2026", False),
        ("2026/27", "1 April 2027", False),
        ("2025/26", "1 April 2030", True),
        ("2027/28", "1 April 2026", False),
    ],
)
def test_an_edition_behind_the_start(edition: str, start: str, behind: bool) -> None:
    fact = form(f"NHS Standard Contract {edition}, full-length", f"  Service Commencement Date: {start}\n")
    assert fact.values["edition_behind"] is behind


def test_the_right_edition() -> None:
    fact = form("NHS Standard Contract 2023/24", "  Service Commencement Date: 1 March 2026\n")
    assert (fact.shown["right_edition"], fact.shown["start"]) == ("2025/26", "1 March 2026")


@pytest.mark.parametrize("start", ["", "  Service Commencement Date: [date]\n"])
def test_without_a_start_no_edition_is_behind(start: str) -> None:
    assert not form("NHS Standard Contract 2019/20", start).values["edition_behind"]


def test_without_an_edition_none_is_behind() -> None:
    assert not form("NHS Standard Contract", "  Service Commencement Date: 1 April 2026\n").values[
        "edition_behind"
    ]


@pytest.mark.parametrize(
    ("said", "substitute"),
    [
        ("memorandum of understanding", True),
        ("MoU", True),
        ("bespoke contract", True),
        ("alliance agreement", True),
        ("letter of intent", True),
        ("NHS Standard Contract 2026/27, full-length", False),
        ("alliance agreement over the NHS Standard Contract", False),
        ("ICP contract", False),
        ("APMS contract", False),
        ("section 75 agreement", False),
        ("grant agreement", False),
        ("something quite new", False),
    ],
)
def test_what_cannot_stand_in_for_the_contract(said: str, substitute: bool) -> None:
    assert form(said).values["substitute"] is substitute


COMMISSIONER = '\nPARTY A "A"\n  Role: commissioner\n'
PROVIDER = '\nPARTY P "P"\n  Role: provider\n'
CONTRACTED = PROVIDER + "  Services contract: NHS Standard Contract with A\n"
COUNCIL = COMMISSIONER + "  Kind: local authority\n"


@pytest.mark.parametrize(
    ("parties", "substitute"),
    [
        (COMMISSIONER + PROVIDER, True),
        (COMMISSIONER + CONTRACTED, False),
        (COMMISSIONER + CONTRACTED + PROVIDER.replace("P", "Q", 1).replace(" P ", " Q "), True),
        (COMMISSIONER + PROVIDER + "  Services contract: terms of P\n", True),
        (COUNCIL + PROVIDER, False),
        (COUNCIL + COMMISSIONER.replace(" A ", " B ") + PROVIDER, True),
    ],
)
def test_services_contracts_beside_a_memorandum(parties: str, substitute: bool) -> None:
    assert form("memorandum of understanding", parties).values["substitute"] is substitute


def test_a_hole_is_no_form() -> None:
    assert of("form", 'CONTRACT "Contract"\n  Form: [to be agreed]\n') == []
    assert of("form", 'PARTY A "A"\n') == []


@pytest.mark.parametrize(
    ("line", "open_"),
    [
        ("Contract Term: evergreen", True),
        ("Contract Term: rolling, year by year", True),
        ("Contract Term: until terminated by either party", True),
        ("Contract Term: 5 years", False),
        ("Contract Term: [ ] years", False),
        ("Expiry Date: none", True),
        ("Expiry Date: no fixed end", True),
        ("Expiry Date: 31 March 2031", False),
        ("Expiry Date: 31 April 2031", False),
        ("Expiry Date: [date]", False),
        ("Extension: none", False),
        ("Extension: up to 24 months, once", False),
        ("Extension: by 12 months, any number of times", True),
    ],
)
def test_a_term_without_an_end(line: str, open_: bool) -> None:
    assert bool(of("open_term", f'CONTRACT "Contract"\n  {line}\n')) is open_


def test_a_title_may_tell_of_a_section_75_agreement() -> None:
    [found] = of("form", 'CONTRACT "Section 75 Agreement for the Pooled Fund"\n  Model: partnering\n')
    assert (found.values["family"], found.values["standard"]) == ("section 75 agreement", False)
    assert of("form", 'CONTRACT "Better Care Agreement"\n  Purpose: no section 75 agreement\n') == []
