"""Savings at risk and budgets that fall, to the penny."""

from __future__ import annotations

from decimal import Decimal

import pytest

from clausecheck.facts.arithmetic.savings import Fall, at_risk, falls, foregone


@pytest.mark.parametrize(
    ("amount", "sure", "risk"),
    [
        (400_000_000, "60", 160_000_000),
        (400_000_000, "100", 0),
        (400_000_000, "0", 400_000_000),
        (400_000_000, "120", 0),
        (400_000_000, "-5", 400_000_000),
        (1, "50", 0),  # half a penny, to even
        (3, "50", 2),  # a penny and a half, to even
    ],
)
def test_what_confidence_leaves_is_at_risk(amount: int, sure: str, risk: int) -> None:
    assert at_risk(amount, Decimal(sure)) == risk


@pytest.mark.parametrize(
    ("amounts", "found"),
    [
        ((), ()),
        ((100,), ()),
        ((100, 100), ()),
        ((100, 99), (Fall(1, 1),)),
        ((100, 101, 90, 95, 80), (Fall(2, 11), Fall(4, 15))),
    ],
)
def test_a_fall_is_any_year_below_the_one_before(amounts: tuple[int, ...], found: tuple[Fall, ...]) -> None:
    assert falls(amounts) == found


@pytest.mark.parametrize(("amounts", "less"), [((), 0), ((10, 9, 12, 7), 4), ((10, 12, 11), 0)])
def test_years_above_the_first_make_up_for_nothing(amounts: tuple[int, ...], less: int) -> None:
    assert foregone(amounts) == less
