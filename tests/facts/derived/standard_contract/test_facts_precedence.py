"""The order of precedence, in the wordings that drafters use."""

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


def faults(text: str) -> list[str]:
    return [str(fact.values["fault"]) for fact in of("misranked", text)]


def line(said: str) -> str:
    return f'CONTRACT "Contract"\n  Precedence: {said}\n'


def clause(said: str) -> str:
    return f'CLAUSE 1.4 "Order"\n  {said}\n'


@pytest.mark.parametrize(
    "said",
    [
        "this Agreement, then NHS Standard Contract",
        "this Agreement > NHS Standard Contract",
        "this Agreement; then the Services Contract of each provider",
        "this Agreement prevails over the NHS Standard Contract",
        "this Agreement takes precedence over each Services Contract",
        "this Agreement over the NHS Standard Contract",
        "the memorandum, then its Schedules, then the General Conditions",
        "its Schedules, NHS Standard Contract",
    ],
)
def test_an_agreement_above_the_contract(said: str) -> None:
    assert faults(line(said)) == ["overlay"]
    [fact] = of("precedence", line(said))
    assert fact.values["overlay_above_contract"]


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ("Particulars, then Service Conditions", "particulars"),
        ("General Conditions > Particulars > Service Conditions", "particulars"),
        ("Service Conditions, then General Conditions, then Particulars", "service"),
        ("tender response, then NHS Standard Contract", "bid"),
        ("Schedule 5A, then the Particulars", "bid"),
        ("Commissioner Documents, General Conditions", "bid"),
    ],
)
def test_what_stands_too_high(said: str, fault: str) -> None:
    assert faults(line(said)) == [fault]


@pytest.mark.parametrize(
    "said",
    [
        "General Conditions, then Service Conditions, then Particulars",
        "GCs > SCs > Particulars",
        "NHS Standard Contract, then this Agreement, then its Schedules",
        "NHS Standard Contract and its Schedules, then this Agreement",
        "NHS Standard Contract prevails over this Agreement",
        "NHS Standard Contract, then tender response",
        "this Agreement, subject to the NHS Standard Contract",
        "this Agreement ranks below the NHS Standard Contract",
        "this Agreement does not prevail over the NHS Standard Contract",
        "lowest first: this Agreement, NHS Standard Contract",
        "this Agreement, then its Schedules",
        "this Agreement, then its Schedules; each Services Contract prevails over this Agreement",
        "[to be agreed]",
    ],
)
def test_an_order_that_holds(said: str) -> None:
    assert faults(line(said)) == []


def test_a_national_order_turned_round_is_one_fault() -> None:
    said = line("Particulars, then Service Conditions, then General Conditions")
    assert faults(said) == ["particulars"]
    [fact] = of("precedence", said)
    assert fact.values["service_above_general"]


def test_each_statement_of_a_line_is_judged_by_itself() -> None:
    said = line("the tender response, then its annexes; this Agreement prevails over the Services Contracts")
    [fact] = of("misranked", said)
    assert (fact.values["fault"], fact.shown["upper"]) == ("overlay", "this Agreement")
    assert said[fact.span.start : fact.span.end] == "this Agreement"


def test_bullets_rank_like_a_line() -> None:
    bullets = 'CONTRACT "Contract"\n  Precedence:\n    - this Agreement\n    - NHS Standard Contract\n'
    assert faults(bullets) == ["overlay"]
    [first, second] = of("precedence_item", bullets)
    assert [first.values["document"], second.values["document"]] == ["overlay", "contract"]
    right = 'CONTRACT "Contract"\n  Precedence:\n    - NHS Standard Contract\n    - this Agreement\n'
    assert faults(right) == []


def test_each_fault_is_told_once_with_the_first_pair() -> None:
    said = line("this Agreement, then its Schedules, then NHS Standard Contract")
    [fact] = of("misranked", said)
    assert (fact.shown["upper"], fact.shown["lower"]) == ("this Agreement", "NHS Standard Contract")
    assert said[fact.span.start : fact.span.end] == "this Agreement"
    assert said[fact.spans["lower"].start : fact.spans["lower"].end] == "NHS Standard Contract"


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ("This Agreement shall prevail over the NHS Standard Contract.", ["overlay"]),
        ("In case of conflict, this Agreement takes precedence over each Services Contract.", ["overlay"]),
        (
            "In any conflict between this Agreement and the Standard Contract, this Agreement shall prevail.",
            ["overlay"],
        ),
        ("Where they differ, the Particulars prevail over the General Conditions.", ["particulars"]),
        (
            "On inconsistency between this Agreement and a Services Contract, the latter prevails.",
            [],
        ),
        ("The NHS Standard Contract prevails over this Agreement.", []),
        ("Nothing in this Agreement prevails over the NHS Standard Contract.", []),
        ("The Particulars do not prevail over GC14.", []),
        ("The interest of the person prevails over that of any party.", []),
        ("Conflicts of interest are declared.", []),
    ],
)
def test_precedence_in_a_clause(said: str, fault: list[str]) -> None:
    assert faults(clause(said)) == fault


def test_the_words_of_a_clause_are_where_they_stand() -> None:
    said = clause("It is agreed. This Agreement prevails over the NHS Standard Contract.")
    [fact] = of("misranked", said)
    assert said[fact.span.start : fact.span.end] == "This Agreement"
    assert fact.values["in_clause"]


def test_an_order_that_names_no_part_of_the_contract() -> None:
    [fact] = of("precedence", line("this Agreement, then its Schedules"))
    assert not fact.values["names_contract"]
    [fact] = of("precedence", line("Particulars, then this Agreement"))
    assert fact.values["names_contract"]


@pytest.mark.parametrize("number", ["3.3 ", "3.3. ", "12 ", "(a) ", ""])
def test_the_number_of_a_clause_is_no_part_of_the_name(number: str) -> None:
    text = clause(f"{number}The Particulars prevail over the General Conditions.")
    [found] = of("misranked", text)
    assert (found.shown["upper"], found.shown["lower"]) == ("The Particulars", "the General Conditions")
    assert text[found.span.start : found.span.end] == "The Particulars"
