"""The option to extend, in the wordings that drafters use."""

from __future__ import annotations

import pytest
from drafting_facts import facts_of, under

from clausecheck.facts.fact import Fact


def option(said: str, more: str = "") -> Fact:
    form = "\n  Form: NHS Standard Contract 2026/27, full-length"
    [fact] = facts_of("extension", under("Extension", said, f'CONTRACT "Contract"{form}') + more)
    return fact


@pytest.mark.parametrize(
    ("said", "months", "repeated"),
    [
        ("once, by up to 24 months, on 6 months notice", 24, False),
        ("up to 24 months, by 12 months' notice", 24, False),
        ("by 2 years", 24, False),
        ("one further year, notice 6 months before expiry", None, False),
        ("one further period of 12 months", 12, False),
        ("twice, by 12 months", 24, True),
        ("three times, by 1 year", 36, True),
        ("2 x 12 months", 24, True),
        ("two further periods of 12 months", 24, True),
        ("3 periods of 1 year", 36, True),
        ("up to 24 months in total, in two periods of 12 months", 24, True),
        ("annually, by 1 year", None, True),
        ("by 12 months, more than once", None, True),
        ("by 12 months or 24 months", None, False),
        ("once, by 12 months or 24 months", None, False),
        ("notice of at least 6 months, by 12 months", 12, False),
        ("may be extended", None, False),
        ("by 12 months, any number of times", None, False),  # a term without an end is another fault
    ],
)
def test_how_far_and_how_often(said: str, months: int | None, repeated: bool) -> None:
    fact = option(said)
    assert (fact.values.get("months"), fact.values["repeated"]) == (months, repeated)


@pytest.mark.parametrize(
    ("said", "bounded", "noticed"),
    [
        ("may be extended", False, False),
        ("by 6 months' notice", False, True),
        ("by 6 months’ written notice", False, True),
        ("on notice of 6 months", False, True),
        ("once, by 24 months", True, False),
        ("to 31 March 2031", True, False),
        ("by 24 months, to be used by 30 September 2030", True, True),
        ("by 24 months, the provider to be notified", True, True),
    ],
)
def test_length_and_notice(said: str, bounded: bool, noticed: bool) -> None:
    fact = option(said)
    assert (fact.values["bounded"], fact.values["noticed"]) == (bounded, noticed)


@pytest.mark.parametrize(
    "said",
    [
        "none",
        "no option to extend",
        "not extendable",
        "to be agreed",
        "[ ] months",
        "n/a",
        "once, by [ ] months",
    ],
)
def test_no_option(said: str) -> None:
    assert facts_of("extension", under("Extension", said)) == []


@pytest.mark.parametrize(
    ("said", "more", "placed"),
    [
        ("by 24 months", "", False),
        ("by 24 months, under Schedule 1C", "", True),
        ("by 24 months, under Schedule 1", "", True),
        ("by 24 months, under Schedule 1A", "", False),
        ("by 24 months", "  Schedules relied on: Schedule 1C\n", True),
        ("by 24 months", "\nLINKS\n  Extension of term: Schedule 1C\n", True),
        ("by 24 months", "\nLINKS\n  Service specification: Schedule 2A\n", False),
    ],
)
def test_the_schedule(said: str, more: str, placed: bool) -> None:
    fact = option(said, more)
    assert (fact.values["placed"], fact.shown["place"]) == (placed, "Schedule 1C")


def test_without_the_form_no_schedule_is_asked_for() -> None:
    [fact] = facts_of("extension", under("Extension", "by 24 months"))
    assert fact.values["placed"]


@pytest.mark.parametrize(
    ("said", "months"),
    [
        ("The ICB may extend this Contract by up to 36 months.", [36]),
        ("The term may be extended by 3 years.", [36]),
        ("The term may be extended by 24 months.", []),
        ("The term may not be extended by 36 months.", []),
        ("A sub-contract may be extended by 36 months.", []),
        ("The contract may be extended by 36 months, on 6 months notice.", []),
        ("The contract may be extended twice, by 12 months.", []),
        ("The contract runs for 36 months and may be extended.", []),
        ("The time for a reply may be extended by 1 month.", []),
    ],
)
def test_another_length_in_a_clause(said: str, months: list[int]) -> None:
    text = under("Extension", "once, by 24 months") + f'\nCLAUSE 2 "Term"\n  {said}\n'
    assert [fact.values["months"] for fact in facts_of("other_extension", text)] == months


@pytest.mark.parametrize(
    ("term", "found"),
    [
        ("5 years, with an option to extend by 3 years", 1),
        ("5 years, extension by 24 months", 0),
        ("5 years and 6 months", 0),
    ],
)
def test_another_length_beside_the_term(term: str, found: int) -> None:
    text = under("Extension", "once, by 24 months") + f"  Contract Term: {term}\n"
    assert len(facts_of("other_extension", text)) == found
