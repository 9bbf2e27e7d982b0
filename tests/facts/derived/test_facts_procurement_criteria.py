"""The five key criteria of PSR reg 5, and their weights."""

from __future__ import annotations

import pytest

from clausecheck.facts.derived.criteria import criteria_in
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


FIVE = (
    "quality and innovation: 30%",
    "value: 20%",
    "integration, collaboration and service sustainability: 25%",
    "improving access, reducing health inequalities and facilitating choice: 15%",
    "social value: 10%",
)


def listed(*criteria: str, route: str = "competitive process") -> Fact:
    """The key criteria of a draft that lists these."""
    [fact] = of("key_criteria", psr("Key criteria:", *(f"  - {each}" for each in criteria), route=route))
    return fact


def test_all_five_at_100() -> None:
    fact = listed(*FIVE)
    assert (fact.values["all_five"], fact.values["whole"], fact.values["weights_known"]) == (True, True, True)


@pytest.mark.parametrize("left_out", range(5))
def test_each_of_the_five_is_missed(left_out: int) -> None:
    fact = listed(*(each for n, each in enumerate(FIVE) if n != left_out))
    assert fact.values["all_five"] is False
    assert fact.shown["missing"] == FIVE[left_out].split(":")[0]
    rest = 100 - int(FIVE[left_out].split(": ")[1].rstrip("%"))
    assert fact.shown["weighed"] == f"; the rest make {rest}%"


@pytest.mark.parametrize(
    ("last", "whole", "total"),
    [("10%", True, 1_000_000), ("9.99%", False, 999_900), ("10.01%", False, 1_000_100)],
)
def test_a_hundredth_of_a_point_is_seen(last: str, whole: bool, total: int) -> None:
    fact = listed(*FIVE[:-1], f"social value: {last}")
    assert (fact.values["whole"], fact.values["total"]) == (whole, total)


@pytest.mark.parametrize("last", ["social value: [ ]%", "social value"])
def test_a_weight_still_to_come_leaves_the_total_open(last: str) -> None:
    fact = listed(*FIVE[:-1], last)
    assert fact.values["all_five"] is True
    assert fact.values["weights_known"] is False


@pytest.mark.parametrize(
    ("name", "criteria"),
    [
        ("Quality", ("quality and innovation",)),
        ("value for money", ("value",)),
        ("social value", ("social value",)),
        ("value, including social value", ("value", "social value")),
        ("sustainability of services", ("integration, collaboration and service sustainability",)),
        ("accessibility", ("improving access, reducing health inequalities and facilitating choice",)),
        ("brand strength", ()),
        ("", ()),
    ],
)
def test_names_of_criteria(name: str, criteria: tuple[str, ...]) -> None:
    assert criteria_in(name) == criteria


def test_a_criterion_of_the_drafts_own_is_not_known() -> None:
    facts = of("criterion", psr("Key criteria:", "  - value: 95%", "  - brand strength: 5%"))
    assert [(fact.shown["written"], fact.values["known"]) for fact in facts] == [
        ("value", True),
        ("brand strength", False),
    ]


@pytest.mark.parametrize(
    ("route", "needed"),
    [
        ("direct award process C", True),
        ("most suitable provider process", True),
        ("direct award process B", False),
    ],
)
def test_which_routes_need_them(route: str, needed: bool) -> None:
    assert listed("value: 100%", route=route).values["needed"] is needed


def test_a_line_that_was_not_read_may_hold_the_rest() -> None:
    fact = of("key_criteria", psr("Gibberish of some kind: 12", "Key criteria:", "  - value: 90%"))[0]
    assert (fact.values["read_in_full"], fact.values["weights_known"]) == (False, False)


def test_no_list_and_no_psr_give_nothing() -> None:
    assert of("key_criteria", psr()) == []
    assert of("key_criteria", psr("Key criteria:", "  - value: 90%", regime="Procurement Act 2023")) == []
