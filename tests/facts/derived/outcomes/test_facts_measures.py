"""Measures: targets against baselines, floors, years and ranges, and the money that hangs on them."""

from __future__ import annotations

import pytest
from finance_facts import PARTIES, block, contract, fact, facts

from clausecheck.facts.fact import Fact, State

BASELINE = "Baseline: 81.5% in 2024/25, n=4,100"
HIGHER, LOWER = "Direction: higher is better", "Direction: lower is better"


def outcome(*lines: str) -> str:
    return block('OUTCOME O1 "People are at home"', *lines)


def payment(*lines: str, weights: str = "O1 100%") -> str:
    return block("OUTCOME PAYMENT OP1", "Budget: £10,000,000", f"Weights: {weights}", *lines)


def measure(*lines: str, more: str = "") -> Fact:
    return fact("measure", outcome(*lines), more)


@pytest.mark.parametrize(
    ("direction", "target", "wrong", "no_better"),
    [
        (HIGHER, "at least 81.6%", False, False),
        (HIGHER, "at least 81.5%", False, True),
        (HIGHER, "at least 81.4%", True, False),
        (LOWER, "at most 81.4%", False, False),
        (LOWER, "at most 81.5%", False, True),
        (LOWER, "at most 81.6%", True, False),
        (HIGHER, "86%", False, False),
        (HIGHER, "at least 80", False, False),  # no percentage: not on the same scale
        (HIGHER, "improved", False, False),
    ],
)
def test_a_target_must_be_better_than_the_baseline(
    direction: str, target: str, wrong: bool, no_better: bool
) -> None:
    values = measure(BASELINE, direction, f"Target: {target}").values
    assert (values["wrong_side"], values["no_better"]) == (wrong, no_better)


def test_holding_the_baseline_in_an_early_year_is_a_plan() -> None:
    values = measure(
        BASELINE, HIGHER, "Target:", "- 2026/27: at least 81.5%", "- 2027/28: at least 84%"
    ).values
    assert (values["wrong_side"], values["no_better"]) == (False, False)


def test_one_bad_year_is_named() -> None:
    found = measure(BASELINE, HIGHER, "Target:", "- 2026/27: at least 80%", "- 2027/28: at least 84%")
    assert found.shown["wrong"] == "2026/27: at least 80%"


def test_without_a_direction_there_is_no_wrong_side() -> None:
    assert measure(BASELINE, "Target: at least 80%").values["wrong_side"] is False


@pytest.mark.parametrize(
    ("target", "out"),
    [("at least 100%", False), ("at least 100.1%", True), ("at least 0%", False), ("at least 104", False)],
)
def test_a_percentage_lies_between_0_and_100(target: str, out: bool) -> None:
    assert measure(HIGHER, f"Target: {target}").values["target_out_of_range"] is out


@pytest.mark.parametrize(
    ("target", "without"), [("at least 100%", True), ("at least 99.9%", False), ("at least 100", False)]
)
def test_a_target_of_everything_leaves_no_room(target: str, without: bool) -> None:
    assert measure(HIGHER, f"Target: {target}").values["no_tolerance"] is without


@pytest.mark.parametrize(
    ("floor", "at_target"),
    [("85.9%", False), ("86%", True), ("86.1%", True), ("at least 85.9%", False), ("86", False)],
)
def test_a_floor_lies_below_the_target(floor: str, at_target: bool) -> None:
    assert measure(HIGHER, "Target: at least 86%", f"Floor: {floor}").values["floor_at_target"] is at_target


def test_where_lower_is_better_the_floor_is_the_higher_figure() -> None:
    assert measure(LOWER, "Target: at most 225", "Floor: 248").values["floor_at_target"] is False
    assert measure(LOWER, "Target: at most 225", "Floor: 225").values["floor_at_target"] is True


YEARS = ("- 2026/27: at least 83%", "- 2027/28: at least 84%", "- 2028/29: at least 86%")


def missing(*lines: str, more: tuple[str, ...] = (), **dates: str) -> str:
    found = fact("measure", contract(**dates), outcome(*lines), *more)
    assert found.values["years_missing"] is (found.shown["missing_years"] != "")
    return found.shown["missing_years"]


def test_a_key_that_is_no_year_may_stand_for_the_year_that_is_missing() -> None:
    assert missing("Target:", "- the first year: at least 83%", *YEARS[1:]) == ""


def test_every_year_of_the_contract_has_a_target() -> None:
    assert missing("Target:", *YEARS) == ""
    assert missing("Target:", *YEARS[:2]) == "2028/29"
    assert missing("Target:", YEARS[1]) == "2026/27, 2028/29"


def test_contract_years_are_counted_by_number() -> None:
    years = ("- Year 1: at least 83%", "- Year 2: at least 84%", "- Year 3: at least 86%")
    assert missing("Target:", *years) == ""
    assert missing("Target:", *years[:2]) == "Year 3"


def test_a_term_that_begins_in_october_needs_no_fourth_year() -> None:
    assert missing("Target:", *YEARS, start="1 October 2026", expiry="30 September 2029") == ""


def test_a_year_still_to_come_is_a_hole() -> None:
    assert missing("Target:", *YEARS[:2], "- 2028/29: [ ]") == ""


def test_a_dated_target_leaves_the_paid_years_before_it_open() -> None:
    dated = "Target: at least 86% by 31 March 2029"
    path = ("Share of budget:", "- 2026/27: 0%", "- 2027/28: 3%", "- 2028/29: 5%")
    assert missing(dated) == ""
    assert missing(dated, more=(payment(*path),)) == "2027/28"
    assert missing(dated, more=(payment("Share of budget: 5%"),)) == "2026/27, 2027/28"
    assert missing("Target: at least 86%", more=(payment("Share of budget: 5%"),)) == ""


@pytest.mark.parametrize(
    ("day", "open_"),
    [("10 May 2029", "Year 1, Year 2"), ("10 May 2028", "Year 1, Year 3"), ("11 May 2028", "Year 1, Year 2")],
)
def test_a_dated_target_is_for_the_contract_year_that_it_falls_in(day: str, open_: str) -> None:
    path = ("Share of budget:", "- Year 1: 2%", "- Year 2: 3%", "- Year 3: 5%")
    dates = {"start": "11 May 2026", "expiry": "10 May 2029"}
    assert missing(f"Target: at least 86% by {day}", more=(payment(*path),), **dates) == open_


@pytest.mark.parametrize(("expected", "below"), [("29", True), ("30", False), ("31", False), ("[ ]", False)])
def test_the_expected_number_reaches_the_minimum(expected: str, below: bool) -> None:
    found = measure("Minimum number: 30", f"Expected number: {expected}")
    assert found.values["below_minimum"] is below


@pytest.mark.parametrize(
    ("baseline", "inside"),
    [
        ("80% in 2025/26", False),
        ("80% in 2026/27", True),
        ("80% on 31 March 2026", False),
        ("80% on 1 April 2026", True),
        ("80%", False),
    ],
)
def test_a_baseline_ends_before_the_contract_begins(baseline: str, inside: bool) -> None:
    found = fact("measure", contract(), outcome(f"Baseline: {baseline}"))
    assert found.values["baseline_in_contract"] is inside


@pytest.mark.parametrize(
    ("lines", "unclear"),
    [
        (["Target: 86%"], True),
        (["Target: at least 86%"], False),
        (["Target: 86%", HIGHER], False),
        (["Target: 86%", "Direction: [ ]"], False),
        (["Target: [ ]"], False),
        ([BASELINE], False),
    ],
)
def test_a_direction_may_be_in_the_words_of_a_target(lines: list[str], unclear: bool) -> None:
    assert measure(*lines).values["direction_unclear"] is unclear


@pytest.mark.parametrize(
    ("source", "unnamed"),
    [
        ("local", True),
        ("local data", True),
        ("routine data collection", True),
        ("locally held data", True),
        ("Local survey", False),
        ("local authority returns", False),
        ("provider record", False),
        ("local data set LD-4", False),
        ("SUS+", False),
        ("[ ]", False),
    ],
)
def test_a_source_that_any_data_could_be(source: str, unnamed: bool) -> None:
    assert measure(f"Source: {source}").values["source_unnamed"] is unnamed


def test_a_source_is_quoted_where_it_names_none() -> None:
    assert measure("Source: local").shown["sourced"] == 'has only "local" as its Source'
    assert measure("Numerator: people").shown["sourced"] == "has no Source"


def test_an_outcome_that_says_nothing_of_how_it_is_measured() -> None:
    assert measure("Target: at least 70%", "Joint: yes").values["measured"] is False
    assert measure("Source: SUS+").values["measured"] is True
    assert measure("Source: [ ]").values["measured"] is True
    assert measure("Qwertyness: SUS+").values["measured"] is True  # the line may be what it is measured by


@pytest.mark.parametrize(
    ("lines", "ratio"),
    [
        (["Numerator: people at home"], True),
        (["Denominator: people"], True),
        ([BASELINE], True),
        (["Target: at least 5%"], True),
        (["Baseline: 19 in 2024/25", "Measure: mean ReQoL-10 score"], False),
    ],
)
def test_a_score_is_not_a_ratio(lines: list[str], ratio: bool) -> None:
    assert measure(*lines).values["ratio"] is ratio


def test_a_line_that_is_missing_a_hole_and_a_line_that_was_not_read_differ() -> None:
    assert measure("Joint: yes").state("source") is State.ABSENT
    assert measure("Source: [ ]").state("source") is State.BLANK
    assert measure("Nonsense: yes").state("source") is State.UNKNOWN


def test_an_indicator_takes_from_its_outcome_what_it_does_not_say() -> None:
    indicator = block('INDICATOR I1 "At home"', "Outcome: O1", "Numerator: people at home")
    found = fact("measure", outcome(HIGHER, "Source: SUS+"), indicator)
    assert (found.values["ref"], found.values["outcome"]) == ("I1", "O1")
    assert found.state("source") is State.STATED
    assert found.values["higher_is_better"] is True


def test_the_money_that_hangs_on_a_measure_is_its_weight_of_the_highest_share() -> None:
    path = ("Share of budget:", "- 2026/27: 0%", "- 2027/28: 3%", "- 2028/29: 5%")
    found = measure(BASELINE, more=payment(*path, weights="O1 60%, O2 40%"))
    assert found.shown["stake"] == "Up to £300,000 a Contract Year of OP1 hangs on O1"
    assert (found.values["paid"], found.values["paid_first_year"]) == (True, False)
    assert measure(BASELINE, more=payment("Share of budget: 5%")).values["paid_first_year"] is True
    assert measure(BASELINE).shown["stake"] == ""


def test_a_stake_without_figures_is_still_said() -> None:
    assert measure(BASELINE, more=payment(weights="O1 [ ]%")).shown["stake"] == "Money of OP1 hangs on O1"


@pytest.mark.parametrize(
    ("owner", "verifier", "payee"),
    [
        ("Acute", "Acute", "Acute"),
        ("Acute, Community", "Community analytics team", "Community"),
        ("Acute", "ICB", ""),
        ("ICB", "ICB", ""),
        ("Acute", "Community", ""),
        ("Acute", "[ ]", ""),
    ],
)
def test_a_provider_that_verifies_its_own_result_is_found(owner: str, verifier: str, payee: str) -> None:
    found = fact("measure", PARTIES, outcome(f"Owner: {owner}", f"Verified by: {verifier}"))
    assert found.shown["payee"] == payee
    assert found.values["verified_by_payee"] is (payee != "")


def test_a_baseline_says_its_period_and_its_number() -> None:
    full, bare = measure(BASELINE).values, measure("Baseline: 81.5%").values
    assert (full["period_stated"], full["n_stated"]) == (True, True)
    assert (bare["period_stated"], bare["n_stated"]) == (False, False)


def test_measures_are_one_a_block() -> None:
    text = outcome() + block('OUTCOME O2 "Recovery"') + block('INDICATOR I1 "Score"', "Outcome: O2")
    assert [each.values["ref"] for each in facts("measure", text)] == ["O1", "I1"]
