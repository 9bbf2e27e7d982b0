from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausecheck.facts.arithmetic import chance
from clausecheck.facts.arithmetic.outcomes import interval

tenths = st.decimals("0.1", "99.9", places=1)


@pytest.mark.parametrize(
    ("baseline", "target", "needed"),
    [
        ("60", "62", 2_263),  # 3.8416 x 0.62 x 0.38 / 0.0004 = 2,262.7
        ("60", "65", 350),  # 3.8416 x 0.65 x 0.35 / 0.0025 = 349.6
        ("81.5", "86", 229),  # 3.8416 x 0.86 x 0.14 / 0.002025 = 228.4
        ("40", "50", 97),  # 3.8416 x 0.25 / 0.01 = 96.04
        ("60", "100", 1),  # no interval reaches 100%
        ("14.2", "0", 1),
    ],
)
def test_the_cases_that_tell_a_target_from_a_baseline(baseline: str, target: str, needed: int) -> None:
    assert chance.cases_needed(Decimal(baseline), Decimal(target)) == needed


@pytest.mark.parametrize(("baseline", "target"), [("60", "60"), ("101", "60"), ("60", "101"), ("-1", "60")])
def test_only_two_different_proportions_can_be_told_apart(baseline: str, target: str) -> None:
    with pytest.raises(ValueError, match="two different proportions"):
        chance.cases_needed(Decimal(baseline), Decimal(target))


@given(tenths, tenths)
def test_the_cases_needed_are_those_of_the_wilson_interval(baseline: Decimal, target: Decimal) -> None:
    """At the number needed the target is outside the interval, and with one case fewer it is inside."""
    if baseline == target:
        return
    needed = chance.cases_needed(baseline, target)
    slack = Decimal("0.05")  # the interval is rounded to one place
    low, high = interval(baseline, needed)
    assert not low + slack < target < high - slack
    if needed > 1:
        low, high = interval(baseline, needed - 1)
        assert low - slack <= target <= high + slack


@pytest.mark.parametrize(
    ("count", "low", "high"),
    [(0, 0, 0), (1, 0, 2), (3, 0, 6), (4, 1, 7), (6, 2, 10), (19, 11, 27), (100, 81, 119)],
)
def test_a_small_count_moves_by_itself(count: int, low: int, high: int) -> None:
    assert chance.reach_of_chance(count) == (low, high)


def test_a_count_is_not_negative() -> None:
    with pytest.raises(ValueError, match="not negative"):
        chance.reach_of_chance(-1)


@pytest.mark.parametrize(
    ("percent", "number", "cases"), [("0.4", 1_500, 6), ("99.6", 1_500, 6), ("50", 11, 6), ("100", 30, 0)]
)
def test_the_rarer_side_is_counted(percent: str, number: int, cases: int) -> None:
    assert chance.rarer_side(Decimal(percent), number) == cases


@pytest.mark.parametrize(("number", "points"), [(25, "4.0"), (18, "5.6"), (1, "100.0")])
def test_one_case_more_or_less(number: int, points: str) -> None:
    assert chance.one_case(number) == Decimal(points)
