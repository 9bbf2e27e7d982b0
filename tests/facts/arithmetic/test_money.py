from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausecheck.facts.arithmetic import exact, money

weights = st.lists(st.decimals(0, 100, places=2), min_size=1, max_size=8).filter(any)


@pytest.mark.parametrize(
    ("pence", "written"),
    [
        (1_420_000_000, "£14,200,000"),
        (65_550, "£655.50"),
        (65_505, "£655.05"),
        (0, "£0"),
        (5, "£0.05"),
        (-100, "-£1"),
        (-12_345, "-£123.45"),
    ],
)
def test_pounds(pence: int, written: str) -> None:
    assert money.pounds(pence) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [("2.50", "2.5%"), ("1E+2", "100%"), ("0.00", "0%"), ("-0", "0%"), ("1E-7", "0.0000001%"), ("45", "45%")],
)
def test_a_percentage_has_no_exponent_and_no_trailing_zeros(value: str, written: str) -> None:
    assert money.percent(Decimal(value)) == written


def test_a_long_number_is_written_in_full() -> None:
    digits = "1." + "123456789" * 5
    assert money.plain(Decimal(digits)) == digits


@pytest.mark.parametrize(
    ("amount", "shares", "lines"),
    [
        (100, "1 1 1", (33, 33, 34)),
        (-100, "1 1 1", (-33, -33, -34)),
        (5, "50 50", (2, 3)),  # 2.5p goes to the even penny, the last line takes the rest
        (15, "50 50", (8, 7)),
        (100, "1 1 1 0", (33, 33, 34, 0)),
        (3, "1 1 1 1 1", (1, 1, 1, 0, 0)),  # the last two have nothing to give back
        (240_000_000, "45 25 15 10 5", (108_000_000, 60_000_000, 36_000_000, 24_000_000, 12_000_000)),
    ],
)
def test_split(amount: int, shares: str, lines: tuple[int, ...]) -> None:
    assert money.split(amount, [Decimal(share) for share in shares.split()]) == lines


@pytest.mark.parametrize("shares", [[], [Decimal(0)], [Decimal(-1), Decimal(2)]])
def test_weights_that_cannot_divide_are_refused(shares: list[Decimal]) -> None:
    with pytest.raises(ValueError, match="weights"):
        money.split(100, shares)


@given(st.integers(-(10**12), 10**12), weights)
def test_split_adds_up_and_never_turns_a_line_round(amount: int, shares: list[Decimal]) -> None:
    lines = money.split(amount, shares)
    assert sum(lines) == amount
    assert all(line * amount >= 0 for line in lines)
    assert all(line == 0 for line, share in zip(lines, shares, strict=True) if share == 0)


@given(st.integers(0, 10**9), weights, st.integers(1, 1000))
def test_scaling_the_money_scales_the_lines(amount: int, shares: list[Decimal], factor: int) -> None:
    """Formula c17 (vii): up to the pence that rounding moves."""
    slack = factor * len(shares)
    scaled = money.split(amount * factor, shares)
    assert all(
        abs(big - small * factor) <= slack
        for big, small in zip(scaled, money.split(amount, shares), strict=True)
    )


def test_sums_are_exact_however_long_the_figures() -> None:
    tiny = Decimal("1E-60")
    assert Decimal(1) + tiny == 1  # the ambient context rounds
    assert str(exact.total([Decimal(1), tiny])) == "1." + "0" * 59 + "1"


def test_rounding_and_cutting_differ_just_below_a_limit() -> None:
    nearly = exact.part(Decimal("2499.99"))
    assert exact.rounded(nearly, 1) == Decimal("25.0")
    assert exact.cut(nearly, 1) == Decimal("24.9")


def test_half_a_penny_goes_to_the_even_penny() -> None:
    assert [exact.percent_of(pence, Decimal(50)) for pence in (1, 3, 5)] == [0, 2, 2]
