"""Vague words in place of numbers, and cycles of outcome and cost."""

from __future__ import annotations

import pytest
from finance_facts import block, fact, facts


def outcome(*lines: str) -> str:
    return block('OUTCOME O1 "At home"', "Source: SUS+", *lines)


def words(*lines: str, more: str = "") -> list[str]:
    return [found.shown["words"] for found in facts("vague_words", outcome(*lines), more)]


@pytest.mark.parametrize(
    ("target", "vague"),
    [
        ("improved", True),
        ("significant improvement on last year", True),
        ("a timely response", True),
        ("improved for all", True),
        ("at least 86%", False),
        ("year-on-year improvement of 2%", False),
        ("top quartile of England", False),
        ("a statistically significant improvement", False),
        ("better than the baseline", False),
        ("maintained at the baseline", False),
        ("improvement to be agreed by the board", False),
        ("[to be agreed]", False),
        ("reduced by half", False),
    ],
)
def test_targets_in_words(target: str, vague: bool) -> None:
    assert words(f"Target: {target}") == ([target] if vague else [])


def test_each_year_is_read_by_itself() -> None:
    assert words("Target:", "- 2026/27: some improvement", "- 2027/28: at least 84%") == ["some improvement"]


def test_a_target_of_an_outcome_without_a_measure_is_not_what_is_wrong() -> None:
    bare = block('OUTCOME O1 "At home"', "Target: improved")
    assert not facts("vague_words", bare)
    assert fact("measure", bare).values["measured"] is False
    indicator = block(
        'INDICATOR I1 "At home"', "Outcome: O1", "Numerator: people at home", "Target: at least 86%"
    )
    assert [each.values["measure"] for each in facts("vague_words", bare, indicator)] == ["O1"]


@pytest.mark.parametrize(
    ("target", "measured"),
    [
        ("improved", False),
        ("at least 70%", False),
        ("[to be agreed]", False),
        ("at least 70% of carers who answer the survey", True),
        ("improved scores in the carers' survey", True),
    ],
)
def test_a_target_may_say_in_words_how_an_outcome_is_measured(target: str, measured: bool) -> None:
    assert fact("measure", block('OUTCOME O1 "At home"', f"Target: {target}")).values["measured"] is measured


@pytest.mark.parametrize(
    ("numerator", "vague"),
    [
        ("people who go home in a timely way", ["in a timely way"]),
        ("people with appropriate care", ["appropriate"]),
        ("people who go home promptly, within 2 days", []),
        ("people who say that care was appropriate", []),
        ("people treated appropriately under NICE guidance", []),
        ("people with reasonable adjustments recorded", []),
        ("potentially inappropriate admissions", []),
        ("people with culturally appropriate care", []),
        ("people at home", []),
    ],
)
def test_counts_that_turn_on_a_word(numerator: str, vague: list[str]) -> None:
    assert words(f"Numerator: {numerator}") == vague


def test_a_number_beside_it_or_a_definition_fixes_the_word() -> None:
    numerator = "Numerator: people seen in good time"
    assert words(numerator, "Measure: people seen within 2 hours") == []
    assert words("Numerator: people whose discharge is Timely", more='DEFINE "Timely": in 2 days') == []
    assert words(numerator) == ["in good time"]


def test_a_line_of_the_outcome_is_told_once() -> None:
    two = [block(f'INDICATOR I{n} "Part"', "Outcome: O1") for n in (1, 2)]
    assert len(facts("vague_words", outcome("Target: improved"), *two)) == 1


def cycle(timed: str, *more: str, model: str = "value-based") -> tuple[int, int] | None:
    blocks = (
        block('CONTRACT "C"', f"Model: {model}"),
        block("BUDGET B1", "Amount: £9,000,000 per Contract Year"),
        outcome("Numerator: people", timed),
        *more,
    )
    found = facts("care_cycle", *blocks)
    return (int(found[0].values["cost_months"]), int(found[0].values["late_by"])) if found else None


@pytest.mark.parametrize(
    ("timed", "late"),
    [
        ("Time points: before surgery, and at 6 and 12 months", (12, 0)),
        ("Time points: before surgery, and at 13 months", (12, 1)),
        ("Horizon: 5 years", (12, 48)),
        ("Time points: at 91 days", None),
        ("Lag: 3 years", None),
    ],
)
def test_outcomes_after_a_year_of_costs(timed: str, late: tuple[int, int] | None) -> None:
    assert cycle(timed) == late


def test_a_stated_cycle_of_costs_goes_before_the_year() -> None:
    five = 'DEFINE "Actual Cost": spending from referral to 5 years after surgery'
    half = block("SERVICES S1", "In scope: an episode of care of 6 months")
    assert cycle("Horizon: 5 years", five) == (60, 0)
    assert cycle("Time points: at 12 months", half) == (6, 6)


def test_only_value_based_contracts_are_judged() -> None:
    assert cycle("Horizon: 5 years", model="lead provider") is None


@pytest.mark.parametrize(
    ("price", "late"),
    [
        ("£7,500 for a patient, for all care from referral to 90 calendar days after surgery", (3, 3)),
        ("£7,500 for a patient, for all care from referral to 6 months after surgery", (6, 0)),
        ("£7,500 for a patient, due in 90 days", None),
        ("£7,500 for a patient, for all care", None),
    ],
)
def test_a_price_for_all_care_is_a_cycle_of_costs(price: str, late: tuple[int, int] | None) -> None:
    paid = block("PAYMENT", f"Unit price: {price}")
    assert cycle("Time points: at 6 months", paid, model="outcomes-based") == late


def test_costs_of_unknown_length_are_not_guessed() -> None:
    found = facts(
        "care_cycle",
        block('CONTRACT "C"', "Model: value-based"),
        outcome("Numerator: people", "Horizon: 5 years"),
    )
    assert not found


def test_the_longer_of_two_times_counts() -> None:
    both = fact(
        "care_cycle",
        block('CONTRACT "C"', "Model: value-based"),
        block("BUDGET B1", "Amount: £9,000,000 per Contract Year"),
        outcome("Horizon: 2 years", "Time points: at 6 months"),
    )
    assert both.shown["outcome_time"] == "2 years"
    assert both.shown["gap"] == "1 year"
