from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausecheck.facts.arithmetic import outcomes
from clausecheck.facts.arithmetic.outcomes import Direction, Placing

HIGHER, LOWER = Direction.HIGHER, Direction.LOWER
figures = st.decimals(0, 100, places=1)

# name, weight, performance, floor, target, achievement, £
WORKED = [
    ("A", "30", "62", "50", "70", "0.6", 1_080_000),
    ("B", "25", "18.1", "21", "17", "0.725", 1_087_500),
    ("C", "20", "88", "85", "95", "0.3", 360_000),
    ("D", "15", "41", "38", "42", "0.75", 675_000),
    ("E", "10", "30", "35", "60", "0", 0),
]


def test_the_worked_pool() -> None:
    """Formula c7: a Budget of £120m, 5% on outcomes."""
    lines = []
    for _, weight, performance, floor, target, achieved, _ in WORKED:
        got = outcomes.achievement(Decimal(performance), Decimal(floor), Decimal(target))
        assert got == Fraction(achieved)
        lines.append((Decimal(weight), got))
    found = outcomes.outcome_pay(600_000_000, lines)
    assert list(found.lines) == [row[-1] * 100 for row in WORKED]
    assert (found.earned, found.withheld) == (320_250_000, 279_750_000)
    assert found.score == Fraction("0.53375")


def test_odd_pence_go_to_a_line_that_earned_something() -> None:
    lines = [(Decimal(40), Fraction(1)), (Decimal(40), Fraction(1)), (Decimal(20), Fraction(0))]
    assert outcomes.outcome_pay(1, lines).lines == (0, 1, 0)


@pytest.mark.parametrize(
    ("performance", "achieved"), [("45", "0"), ("50", "0"), ("60", "1/2"), ("70", "1"), ("90", "1")]
)
def test_achievement_stops_at_both_ends(performance: str, achieved: str) -> None:
    got = outcomes.achievement(Decimal(performance), Decimal(50), Decimal(70))
    assert got == Fraction(achieved)


@pytest.mark.parametrize(
    ("performance", "achieved"), [("49", "0"), ("50", "1/2"), ("69", "1/2"), ("70", "1"), ("80", "1")]
)
def test_steps(performance: str, achieved: str) -> None:
    assert outcomes.stepped(Decimal(performance), Decimal(50), Decimal(70)) == Fraction(achieved)


def test_steps_where_lower_is_better() -> None:
    got = [outcomes.stepped(Decimal(value), Decimal(21), Decimal(17)) for value in (22, 21, 18, 17)]
    assert got == [0, Fraction(1, 2), Fraction(1, 2), 1]


@pytest.mark.parametrize(("performance", "achieved"), [("75", "1/2"), ("50", "0"), ("30", "0"), ("100", "1")])
def test_the_published_gap_to_goal(performance: str, achieved: str) -> None:
    """LI-GAP (validation V6): three quarters of the way earns a half."""
    assert outcomes.gap_to_goal(Decimal(performance), Decimal(0), Decimal(100)) == Fraction(achieved)


def test_curves_without_a_slope_are_refused() -> None:
    with pytest.raises(ValueError, match="two different points"):
        outcomes.achievement(Decimal(1), Decimal(5), Decimal(5))
    with pytest.raises(ValueError, match="below 100%"):
        outcomes.gap_to_goal(Decimal(1), Decimal(0), Decimal(5), Decimal(100))


@pytest.mark.parametrize(
    ("value", "against", "direction", "placed"),
    [
        ("66", "62", HIGHER, Placing.BETTER),
        ("60", "62", HIGHER, Placing.WORSE),
        ("62.0", "62", HIGHER, Placing.SAME),
        ("17", "21", LOWER, Placing.BETTER),
        ("248", "240", LOWER, Placing.WORSE),
        ("248", "248", LOWER, Placing.SAME),
    ],
)
def test_placing(value: str, against: str, direction: Direction, placed: Placing) -> None:
    assert outcomes.placing(Decimal(value), Decimal(against), direction) is placed


def test_years_that_step_back() -> None:
    years = [Decimal(value) for value in (240, 232, 235, 235, 225)]
    assert outcomes.steps_back(years, LOWER) == (2,)
    assert outcomes.steps_back(years, HIGHER) == (1, 4)
    assert outcomes.steps_back([], HIGHER) == ()


@pytest.mark.parametrize(
    ("weights", "achieved"), [(["50", "40"], "1"), (["120", "-20"], "1"), (["100"], "2"), ([], "1")]
)
def test_pools_that_cannot_be_settled_are_refused(weights: list[str], achieved: str) -> None:
    with pytest.raises(ValueError, match="weights"):
        outcomes.outcome_pay(100, [(Decimal(weight), Fraction(achieved)) for weight in weights])


@pytest.mark.parametrize(("expected", "minimum", "short"), [(18, 30, 12), (30, 30, 0), (54, 30, 0)])
def test_expected_number_against_the_minimum(expected: int, minimum: int, short: int) -> None:
    assert outcomes.below_minimum(expected, minimum) == short


@pytest.mark.parametrize(
    ("percent", "number", "low", "high"),
    [
        ("62", 100, "52.2", "70.9"),
        ("62", 1000, "59.0", "65.0"),
        ("0", 10, "0.0", "27.8"),
        ("100", 10, "72.2", "100.0"),
    ],
)
def test_intervals(percent: str, number: int, low: str, high: str) -> None:
    """Formula c14, Wilson; the ends never leave 0 to 100."""
    assert [str(end) for end in outcomes.interval(Decimal(percent), number)] == [low, high]


def test_a_small_change_in_a_small_number_is_noise() -> None:
    """Rule OUT-027's own example."""
    assert outcomes.within_noise(Decimal(60), Decimal(62), 100)
    assert not outcomes.within_noise(Decimal(60), Decimal(62), 2_500)


def test_the_ends_of_the_interval_are_still_noise() -> None:
    targets = ("52.1", "52.2", "70.9", "71.0")
    found = [outcomes.within_noise(Decimal(62), Decimal(target), 100) for target in targets]
    assert found == [False, True, True, False]


@pytest.mark.parametrize(("percent", "number"), [("60", 0), ("101", 10), ("-1", 10)])
def test_what_is_no_proportion_is_refused(percent: str, number: int) -> None:
    with pytest.raises(ValueError, match="proportion"):
        outcomes.interval(Decimal(percent), number)


@given(figures, figures, figures)
def test_achievement_turned_round_is_the_same(performance: Decimal, floor: Decimal, target: Decimal) -> None:
    """Lower-is-better is higher-is-better of the negative."""
    if floor != target:
        got = outcomes.achievement(performance, floor, target)
        assert 0 <= got <= 1
        assert got == outcomes.achievement(-performance, -floor, -target)


@given(
    st.integers(0, 10**11),
    st.lists(st.tuples(st.integers(1, 100), st.fractions(0, 1)), min_size=1, max_size=8),
)
def test_pay_lies_between_nothing_and_the_pool(pool: int, lines: list[tuple[int, Fraction]]) -> None:
    """Formula c17 (vi)."""
    weights = [Decimal(weight) for weight, _ in lines[:-1]]
    weights = [weight / 8 for weight in weights]  # at most 87.5% together, exactly
    weights.append(100 - sum(weights, start=Decimal(0)))
    found = outcomes.outcome_pay(pool, list(zip(weights, (a for _, a in lines), strict=True)))
    assert sum(found.lines) == found.earned
    assert found.earned + found.withheld == pool
    assert all(0 <= line <= pool for line in found.lines)
    assert found.withheld >= 0


@pytest.mark.parametrize(
    ("owners", "parts", "found"),
    [
        (("A", "B"), {"A": "60", "B": "40"}, {("A",): "3/5", ("B",): "2/5"}),
        (("A", "B"), {"A": "60", "B": "39.9"}, {("A", "B"): "1"}),
        (("A", "B"), {"A": "100"}, {("A", "B"): "1"}),
        (("A", "B"), {"A": "50", "B": "25", "C": "25"}, {("A", "B"): "1"}),
        (("A",), {"A": "100"}, {("A",): "1"}),
        ((), {}, {(): "1"}),
    ],
)
def test_a_result_falls_on_its_owners(
    owners: tuple[str, ...], parts: dict[str, str], found: dict[tuple[str, ...], str]
) -> None:
    given_parts = {name: Decimal(value) for name, value in parts.items()}
    divided = dict(outcomes.divided(owners, given_parts))
    assert divided == {names: Fraction(value) for names, value in found.items()}
