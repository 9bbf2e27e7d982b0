from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausecheck.facts.arithmetic.bands import Band, non_increasing_in_spend, payment
from clausecheck.facts.arithmetic.position import (
    Together,
    drops,
    percent_at,
    share_of,
    two_places,
    worse_for_losses,
)

BUDGET = 1_420_000_000
FALLING = (
    Band(Decimal(0), Decimal(5), Decimal(50), whole=True),
    Band(Decimal(5), None, Decimal(30), whole=True),
)
RISING = (
    Band(Decimal(0), Decimal(5), Decimal(30), whole=True),
    Band(Decimal(5), None, Decimal(50), whole=True),
)
MARGINAL = tuple(band._replace(whole=False) for band in FALLING)


@pytest.mark.parametrize(
    ("each", "beyond", "only_together"),
    [
        ((100, 50), 0, False),
        ((100, 51), 1, True),
        ((150, 1), 1, True),
        ((151,), 1, False),
        ((151, 50), 51, False),
        ((), 0, False),
    ],
)
def test_pools_exceed_a_capacity_of_150_together_or_alone(
    each: tuple[int, ...], beyond: int, only_together: bool
) -> None:
    found = Together(each, 150)
    assert (found.beyond, found.only_together) == (beyond, only_together)


@pytest.mark.parametrize(
    ("amount", "percent"),
    [(300, "3"), (30_000_001, "300000.01"), (1, "0.01"), (0, "0")],
)
def test_a_share_of_10000(amount: int, percent: str) -> None:
    assert share_of(amount, 10_000) == Decimal(percent)


def test_a_penny_above_a_limit_shows() -> None:
    assert share_of(64_500_001, 2_150_000_000) > 3
    assert share_of(64_500_000, 2_150_000_000) == 3
    assert share_of(64_499_999, 2_150_000_000) == 3


@given(st.integers(0, 10**12), st.integers(1, 10**12), st.integers(0, 1_000_000))
def test_a_share_is_above_a_limit_just_where_the_exact_one_is(amount: int, whole: int, limit: int) -> None:
    assert (share_of(amount, whole) > Decimal(limit) / 10_000) is (amount * 1_000_000 > limit * whole)


@pytest.mark.parametrize("whole", [0, -1])
def test_a_share_needs_a_whole(whole: int) -> None:
    with pytest.raises(ValueError, match="above 0"):
        share_of(1, whole)


def test_percentages_for_messages() -> None:
    assert two_places(Decimal("2.0635")) == Decimal("2.06")
    assert percent_at(1, 3) == Fraction(100, 3)
    assert percent_at(28_400_000, BUDGET) == Fraction(2)


@pytest.mark.parametrize(
    ("loss", "gain", "pays", "receives", "worse"),
    [
        ("50", "50", 2, 1, False),
        ("50.1", "50", 2, 1, True),
        ("50.1", "50", 1, 1, False),
        ("40", "50", 2, 1, False),
    ],
)
def test_worse_for_losses_takes_a_larger_share_and_a_larger_sum(
    loss: str, gain: str, pays: int, receives: int, worse: bool
) -> None:
    assert worse_for_losses(Decimal(loss), Decimal(gain), pays, receives) is worse


def test_a_falling_share_of_the_whole_amount_drops() -> None:
    [found] = drops(FALLING, BUDGET)
    assert (found.edge, found.at, found.short) == (Decimal(5), 71_000_000, 70_999_900)
    assert (found.before, found.after, found.worth) == (35_499_950, 21_300_000, 14_199_950)


@pytest.mark.parametrize("bands", [RISING, MARGINAL, ()])
def test_nothing_else_drops(bands: tuple[Band, ...]) -> None:
    assert drops(bands, BUDGET) == ()


@pytest.mark.parametrize(("cap", "count"), [(21_299_999, 0), (21_300_000, 0), (21_300_001, 1)])
def test_a_fall_above_the_cap_changes_nothing(cap: int, count: int) -> None:
    assert len(drops(FALLING, BUDGET, cap)) == count


shares = st.decimals(0, 100, places=1)


@given(st.lists(st.tuples(shares, st.booleans()), min_size=1, max_size=4), st.integers(10**9, 10**11))
def test_a_pool_without_drops_never_rewards_a_pound_more(
    parts: list[tuple[Decimal, bool]], budget: int
) -> None:
    bands = [
        Band(Decimal(n), Decimal(n + 1) if n + 1 < len(parts) else None, share, whole)
        for n, (share, whole) in enumerate(parts)
    ]
    found = drops(bands, budget)
    if non_increasing_in_spend(bands):
        assert not found
    for drop in found:
        assert (
            payment(bands, budget, drop.short) == drop.before > drop.after == payment(bands, budget, drop.at)
        )
