from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausecheck.facts.arithmetic import threshold
from clausecheck.facts.arithmetic.threshold import Kind

MILLION = 100_000_000
BUDGET = 80 * MILLION
RATE = Decimal("2.5")

sizes = st.integers(0, 10**10)
rates = st.decimals(0, 20, places=2)


def pounds(text: str) -> int:
    return int(Decimal(text) * MILLION)


@pytest.mark.parametrize(
    ("actual", "first_pound", "excess"),
    [("78", "1", "0"), ("74", "3", "2"), ("60", "8", "8"), ("79", "0", "0")],
)
def test_worked_gains(actual: str, first_pound: str, excess: str) -> None:
    """Formula c4: a Budget of £80m, threshold 2.5%, share 50%, cap 10%."""
    gain = BUDGET - pounds(actual)
    paid = [threshold.payment(gain, BUDGET, RATE, kind, Decimal(50), Decimal(10)) for kind in Kind]
    assert paid == [pounds(first_pound), pounds(excess)]


@pytest.mark.parametrize(("actual", "paid"), [("81", "0"), ("82.5", "0.75"), ("90", "3"), ("110", "3.2")])
def test_worked_losses(actual: str, paid: str) -> None:
    """Formula c4: 30% of losses from the first pound, cap 4%."""
    loss = pounds(actual) - BUDGET
    got = threshold.payment(loss, BUDGET, RATE, Kind.FIRST_POUND, Decimal(30), Decimal(4))
    assert got == pounds(paid)


def test_without_a_cap_the_share_is_paid_in_full() -> None:
    assert threshold.payment(20 * MILLION, BUDGET, RATE, Kind.FIRST_POUND, Decimal(50)) == 10 * MILLION


def test_equal_meets_a_threshold_and_a_penny_less_does_not() -> None:
    assert threshold.is_met(2 * MILLION, BUDGET, RATE)
    assert not threshold.is_met(2 * MILLION - 1, BUDGET, RATE)
    assert not threshold.is_met(0, BUDGET, Decimal(0))


def test_a_tie_in_rounded_percentages_is_not_met() -> None:
    """MSSP 2021: savings of 2.98265% against 2.98356%."""
    assert not threshold.is_met(298_265, 10_000_000, Decimal("2.98356"))


def test_the_cliff() -> None:
    assert threshold.cliff(BUDGET, RATE, Kind.FIRST_POUND, Decimal(50)) == MILLION
    assert threshold.cliff(BUDGET, RATE, Kind.FIRST_POUND) == 2 * MILLION
    assert threshold.cliff(BUDGET, RATE, Kind.EXCESS_ONLY, Decimal(50)) == 0


@pytest.mark.parametrize(
    ("rate", "people", "chance"),
    [
        ("2", 5_000, "0.250"),
        ("2", 10_000, "0.170"),
        ("2", 20_000, "0.089"),
        ("2", 50_000, "0.017"),
        ("2", 100_000, "0.001"),
        ("1", 8_000, "0.335"),
        ("3.5", 8_000, "0.068"),
        ("0", 1, "0.500"),
        ("2", 10**400, "0.000"),
        ("1E+400", 5_000, "0.000"),
    ],
)
def test_chance_of_crossing(rate: str, people: int, chance: str) -> None:
    """Formula c14 and rule RS-017's own figures."""
    assert str(threshold.chance_of_crossing(Decimal(rate), people)) == chance


@pytest.mark.parametrize(("people", "published"), [(5_000, ("0.24", "0.26")), (50_000, ("0.02", "0.02"))])
def test_chance_is_near_what_was_published(people: int, published: tuple[str, str]) -> None:
    """DELIA, within 0.02 (validation V11)."""
    chance = threshold.chance_of_crossing(Decimal(2), people)
    assert all(abs(chance - Decimal(value)) <= Decimal("0.02") for value in published)


@pytest.mark.parametrize(("people", "rate"), [(5_000, "4.89"), (20_000, "2.45"), (50_000, "1.55")])
def test_the_threshold_that_chance_seldom_crosses(people: int, rate: str) -> None:
    """Formula c14 gives 4.9%, 2.4% and 1.5%; to two places, never below."""
    assert threshold.threshold_against_chance(people) == Decimal(rate)


@pytest.mark.parametrize("people", [0, -5])
def test_nobody_is_no_population(people: int) -> None:
    with pytest.raises(ValueError, match="at least one"):
        threshold.chance_of_crossing(Decimal(2), people)


@given(st.integers(500, 10**15))
def test_that_threshold_holds_chance_to_one_in_twenty(people: int) -> None:
    rate = threshold.threshold_against_chance(people)
    assert threshold.chance_of_crossing(rate, people) <= Decimal("0.05")


@given(sizes, sizes, rates, st.sampled_from(Kind))
def test_a_greater_gain_never_shares_less(size: int, more: int, rate: Decimal, kind: Kind) -> None:
    """Formula c17 (ii)."""
    budget = 10**10
    assert threshold.shared_part(size, budget, rate, kind) <= threshold.shared_part(
        size + more, budget, rate, kind
    )


@given(st.integers(1, 10**10), rates.filter(bool))
def test_the_cliff_is_the_jump_at_the_threshold(thousands: int, rate: Decimal) -> None:
    budget = thousands * 10_000  # the threshold falls on a whole penny
    at = int(budget * rate / 100)
    jump = [
        threshold.payment(at, budget, rate, kind, Decimal(100))
        - threshold.payment(at - 1, budget, rate, kind, Decimal(100))
        for kind in Kind
    ]
    assert jump == [threshold.cliff(budget, rate, kind) for kind in Kind]
