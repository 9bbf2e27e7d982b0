"""What a pool leaves alone: by threshold or first band, one side against the other, and against chance."""

from __future__ import annotations

import pytest
from finance_facts import PARTIES, block, fact, facts, pool

SHARES = "Shares: ICB 60%, Acute 40%"
PEOPLE = block('POPULATION P1 "people"', "Size: 8,000")
BANDS = ("Bands:", "- 0% to 2% of Budget: no sharing", "- above 2% of Budget: shared in the Shares")


@pytest.mark.parametrize(
    ("lines", "bare"),
    [
        ([], True),
        (["Threshold: 2% of Budget"], False),
        (["Threshold:", "- losses: 2% of Budget"], False),
        ([*BANDS], False),
        (["Bands:", "- 0% to 2% of Budget: shared in the Shares", "- above 2% of Budget: no sharing"], True),
        (["Bands:", "- 0% to 2% of Budget: ICB 100%", "- above 2% of Budget: shared in the Shares"], False),
        (["Bands:", "- £0 to £100,000: no sharing", "- above £100,000: shared in the Shares"], False),
        (["Exclusions: the first 2% of any gain or loss"], False),
        (["Loss conditions: within a tolerance of £100,000 nothing is paid"], False),
    ],
)
def test_a_pool_is_bare_where_nothing_is_left_alone(lines: list[str], bare: bool) -> None:
    assert fact("pool_margins", PARTIES, pool(SHARES, *lines)).values["bare"] is bare


@pytest.mark.parametrize(
    "lines",
    [
        ["Sides: gain only"],
        ["Threshold: [ ]"],
        ["Threshold: as agreed"],
        ["Bands:", "- 0% to 2% of Budget: as agreed", "- above 2% of Budget: shared in the Shares"],
        ["Bands:", "- 2% to 5% of Budget: shared in the Shares", "- above 5% of Budget: no sharing"],
        ["Bands:", "- 0% to [ ]% of Budget: no sharing", "- above 2% of Budget: no sharing"],
        ["Sides: [ ]"],
    ],
)
def test_nothing_is_said_of_what_is_open_or_shared_on_one_side(lines: list[str]) -> None:
    assert not facts("pool_margins", PARTIES, pool(SHARES, *lines))


def test_a_small_overspend_is_priced() -> None:
    found = fact("pool_margins", PARTIES, pool(SHARES))
    assert found.shown["small"] == (
        "At an overspend of 0.5% (£50,000), which chance alone can bring, Acute would pay £20,000"
    )
    found = fact("pool_margins", PARTIES, pool(SHARES, budget=None))
    assert found.shown["small"].startswith("Chance alone moves spend")


@pytest.mark.parametrize(
    ("loss", "differ"),
    [("2% of Budget", False), ("£200,000", False), ("£200,000.01", True), ("1.9% of Budget", True)],
)
def test_margins_of_two_sides_are_compared_in_one_unit(loss: str, differ: bool) -> None:
    found = fact(
        "pool_margins", PARTIES, pool(SHARES, "Threshold:", "- gains: 2% of Budget", f"- losses: {loss}")
    )
    assert found.values["differ"] is differ


def test_a_threshold_and_a_first_band_are_one_margin_the_larger() -> None:
    found = fact("margin", PARTIES, PEOPLE, pool(SHARES, "Threshold: 1% of Budget", *BANDS))
    assert found.values["percent"] == 20_000
    assert found.path[-1] == "Bands"


def test_a_size_between_the_two_margins() -> None:
    lines = ("Threshold:", "- gains: 4% of Budget", "- losses: 2% of Budget")
    found = fact("pool_margins", PARTIES, pool(SHARES, *lines))
    assert found.shown["sides"] == "gains from 4% of the Budget and losses from 2% of the Budget"
    assert (
        found.shown["between"]
        == "A loss of £300,000 (3% of the Budget) is shared, and a gain of that size is not"
    )


@pytest.mark.parametrize(
    ("note", "explained"),
    [
        ("excess only", False),
        ("because prices rise", True),
        ("in return for a fee", True),
        ("first pound", False),
    ],
)
def test_a_reason_is_accepted(note: str, explained: bool) -> None:
    lines = ("Threshold:", "- gains: 4% of Budget", f"- losses: 2% of Budget, {note}")
    assert fact("pool_margins", PARTIES, pool(SHARES, *lines)).values["explained"] is explained


@pytest.mark.parametrize(
    ("threshold", "chance"),
    [("1%", 335_000), ("2%", 197_000), ("3.5%", 68_000), ("£200,000", 197_000)],
)
def test_chance_follows_the_published_formula(threshold: str, chance: int) -> None:
    found = fact("margin", PARTIES, PEOPLE, pool(SHARES, f"Threshold: {threshold}, excess only"))
    assert (found.values["people"], found.values["chance"]) == (8_000, chance)


def test_chance_is_worked_out_for_each_line_of_a_side() -> None:
    lines = ("Threshold:", "- gains: 4% of Budget, first pound", "- losses: 2% of Budget, first pound")
    gain, loss = facts("margin", PARTIES, PEOPLE, pool(SHARES, *lines))
    assert (gain.values["side"], loss.values["side"]) == ("gain", "loss")
    assert gain.shown["unearned"] == "At £400,000 Acute would receive £160,000 for a gain that nobody earned"
    assert loss.shown["unearned"] == "At £200,000 Acute would pay £80,000 for a loss that nobody caused"
    assert loss.shown["brings"] == "a loss that large in 19.7% of years"


def test_the_same_margin_on_two_lines_is_one() -> None:
    lines = ("Threshold:", "- gains: 2% of Budget, excess only", "- losses: 2% of Budget, excess only")
    found = fact("margin", PARTIES, PEOPLE, pool(SHARES, *lines))
    assert (found.values["side"], found.shown["brings"]) == (
        "both",
        "a gain that large in 19.7% of years, and such a loss as often",
    )


@pytest.mark.parametrize(
    "people",
    [
        "",
        block('POPULATION P1 "people"', "Size: [ ]"),
        block('POPULATION P1 "people"', "Size: 12%"),
        PEOPLE * 2,
    ],
)
def test_without_one_number_of_people_chance_is_not_worked_out(people: str) -> None:
    assert not facts("margin", PARTIES, people, pool(SHARES, "Threshold: 2% of Budget"))


def test_a_threshold_of_another_base_is_not_compared() -> None:
    lines = (SHARES, "Threshold: 2% of turnover, excess only")
    assert not facts("margin", PARTIES, PEOPLE, pool(*lines))
    assert not facts("pool_margins", PARTIES, pool(*lines))
