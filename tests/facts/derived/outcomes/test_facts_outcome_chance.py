"""Targets beside chance and beside what matters, and results that rest on few cases."""

from __future__ import annotations

import pytest
from finance_facts import block, contract, fact, facts

HIGHER, LOWER = "Direction: higher is better", "Direction: lower is better"


def outcome(*lines: str, title: str = "At home") -> str:
    return block(f'OUTCOME O1 "{title}"', *lines)


def payment(*shares: str) -> str:
    lines = ("Share of budget:", *(f"- {share}" for share in shares)) if shares else ("Share of budget: 5%",)
    return block("OUTCOME PAYMENT OP1", "Budget: £10,000,000", "Weights: O1 100%", *lines)


@pytest.mark.parametrize(
    ("baseline", "direction", "target", "within"),
    [
        ("60% in 2024/25, n=349", HIGHER, "at least 65%", True),
        ("60% in 2024/25, n=350", HIGHER, "at least 65%", False),
        ("40% in 2024/25, n=349", LOWER, "at most 35%", True),
        ("40% in 2024/25, n=350", LOWER, "at most 35%", False),
        ("60% in 2024/25, n=1", HIGHER, "100%", False),
        ("60% in 2024/25", HIGHER, "at least 61%", False),  # no number
        ("60 in 2024/25, n=100", HIGHER, "at least 61", False),  # no proportion
        ("60% in 2024/25, n=0", HIGHER, "at least 61%", False),
    ],
)
def test_a_target_within_chance(baseline: str, direction: str, target: str, within: bool) -> None:
    found = fact("target_change", outcome(f"Baseline: {baseline}", direction, f"Target: {target}"))
    assert found.values["within_chance"] is within


@pytest.mark.parametrize("target", ["at least 60%", "at least 59%", "at least 61", "improved"])
def test_a_target_that_is_no_better_or_on_another_scale_is_another_fault(target: str) -> None:
    assert not facts("target_change", outcome("Baseline: 60% in 2024/25, n=9", HIGHER, f"Target: {target}"))


def test_the_expected_number_serves_where_the_baseline_has_none() -> None:
    lines = ("Baseline: 60% in 2024/25", HIGHER, "Target: at least 62%")
    found = fact("target_change", outcome(*lines, "Expected number: 100"), payment())
    assert found.values["needed"] == 2_263
    assert found.shown["interval"] == "50.2% to 69.1% with 100 cases"
    assert found.shown["luck"] == (
        "Luck could meet or miss it: it takes 2,263 cases to tell 62% from 60%. "
        "Up to £500,000 a Contract Year of OP1 hangs on O1"
    )


YEARS = (HIGHER, "Target:", "- 2026/27: at least 61%", "- 2027/28: at least 62%", "- 2028/29: at least 70%")


@pytest.mark.parametrize(
    ("shares", "judged"),
    [
        (("2026/27: 5%", "2027/28: 5%", "2028/29: 5%"), "2026/27: at least 61%"),
        (("2026/27: 0%", "2027/28: 5%", "2028/29: 5%"), "2027/28: at least 62%"),
        (("Year 1: 0%", "Year 2: 5%", "Year 3: 5%"), "2027/28: at least 62%"),
        (("2026/27: 0%", "2027/28: 0%", "2028/29: 5%"), None),
        ((), "2026/27: at least 61%"),
    ],
)
def test_the_years_with_money_are_judged(shares: tuple[str, ...], judged: str | None) -> None:
    found = fact(
        "target_change", contract(), outcome("Baseline: 60% in 2024/25, n=1000", *YEARS), payment(*shares)
    )
    assert found.shown.get("chance_target") == judged


def test_without_money_the_last_target_is_judged() -> None:
    found = fact("target_change", outcome("Baseline: 60% in 2024/25, n=1000", *YEARS))
    assert (found.values["within_chance"], found.values["paid"]) == (False, False)


@pytest.mark.parametrize(
    ("minimum", "baseline", "target", "below"),
    [
        ("5 points on the Oxford Hip Score", "21 in 2024/25", "at least 26", False),
        ("5 points on the Oxford Hip Score", "21 in 2024/25", "at least 25.9", True),
        ("0.08", "0.62 in 2024/25", "at least 0.69", True),
        ("0.08", "0.62 in 2024/25", "at least 0.7", False),
        ("3 percentage points", "52% in 2024/25", "at least 54.9%", True),
        ("3 percentage points", "52% in 2024/25", "at least 55%", False),
        ("3 points", "52% in 2024/25", "at least 54.9%", True),
        ("5 points on the Oxford Hip Score", "52% in 2024/25", "at least 53%", False),
        ("3%", "50% in 2024/25", "at least 51.5%", False),  # 3% of 50% is 1.5 points
        ("3%", "50% in 2024/25", "at least 51.4%", True),
        ("3 percentage points", "21 in 2024/25", "at least 22", False),  # not its scale
        ("one standard deviation", "21 in 2024/25", "at least 22", False),
        ("between 3 and 5 points", "21 in 2024/25", "at least 22", False),
    ],
)
def test_a_change_beside_the_smallest_that_matters(
    minimum: str, baseline: str, target: str, below: bool
) -> None:
    lines = (f"Baseline: {baseline}", HIGHER, f"Target: {target}", f"Minimum change: {minimum}")
    assert fact("target_change", outcome(*lines)).values["below_minimum_change"] is below


@pytest.mark.parametrize(
    ("lines", "cases"),
    [
        (("Measure: deaths by suicide", LOWER, "Baseline: 6 in 2024/25", "Target: at most 4"), 6),
        (("Numerator: x", "Baseline: 0.4% in 2024/25, n=1,500", "Target: at most 0.2%"), 6),
        (("Numerator: x", "Baseline: 99.6% in 2024/25, n=1,500", "Target: at least 99.8%"), 6),
        (("Numerator: x", "Expected number: 25", "Target: at least 50%"), 25),
        (("Expected number: 25", "Baseline: 10% in 2024/25, n=100", "Target: at most 5%"), 10),
    ],
)
def test_the_fewest_cases_count(lines: tuple[str, ...], cases: int) -> None:
    assert fact("few_cases", outcome(*lines)).values["cases"] == cases


@pytest.mark.parametrize(
    "lines",
    [
        ("Measure: deaths per 100,000 people", "Baseline: 6 in 2024/25", "Target: at most 4"),
        ("Measure: deaths", "Denominator: people in P1", "Baseline: 6 in 2024/25", "Target: at most 4"),
        ("Measure: wards with a named lead", "Baseline: 6 in 2024/25", "Target: at least 9"),
        ("Measure: days of delay after falls", "Baseline: 6.5 in 2024/25", "Target: at most 4"),
        ("Measure: never events", "Baseline: 0 in 2024/25", "Target: at most 0"),
        ("Measure: deaths by suicide", "Baseline: 6 in 2024/25"),  # no target
    ],
)
def test_what_is_no_count_of_events_is_left_alone(lines: tuple[str, ...]) -> None:
    assert not facts("few_cases", outcome(*lines))


@pytest.mark.parametrize(
    ("words", "several"),
    [
        ("deaths by suicide, rolling three years", True),
        ("deaths by suicide over 3 years", True),
        ("deaths by suicide, a three-year average of counts", True),
        ("deaths by suicide in 36 months", True),
        ("deaths by suicide in 2022/23 to 2024/25", True),
        ("deaths by suicide", False),
        ("deaths by suicide within a year of discharge", False),
    ],
)
def test_a_window_over_several_years(words: str, several: bool) -> None:
    lines = (f"Numerator: {words}", "Expected number: 19", "Target: at most 12")
    assert fact("few_cases", outcome(*lines)).values["several_years"] is several


def test_a_fault_that_another_rule_names_is_settled() -> None:
    lines = ("Numerator: x", "Expected number: 25", "Target: at least 50%")
    assert fact("few_cases", outcome(*lines, "Minimum number: 26")).values["settled"] is True
    assert fact("few_cases", outcome(*lines, "Minimum number: 25")).values["settled"] is False
    chancy = outcome("Baseline: 60% in 2024/25, n=25", HIGHER, "Target: at least 62%")
    assert fact("few_cases", chancy).values["settled"] is True


def test_chance_is_told_for_shares_and_for_counts() -> None:
    share = outcome("Denominator: people", "Expected number: 25", "Target: at least 50%")
    assert fact("few_cases", share).shown["moves"] == (
        "One case more or less moves the result by 4 percentage points"
    )
    count = outcome("Measure: deaths", "Baseline: 6 in 2024/25", "Target: at most 4")
    assert fact("few_cases", count, payment()).shown["moves"] == (
        "Chance alone takes 6 a year anywhere from 2 to 10. Up to £500,000 a Contract Year of OP1 hangs on O1"
    )
