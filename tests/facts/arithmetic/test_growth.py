"""Growth over years: rates that are compounded once, and what a percent a year comes to at the end."""

from __future__ import annotations

from decimal import Decimal

import pytest

from clausecheck.facts.arithmetic.growth import compounded, difference_at_end


@pytest.mark.parametrize(
    ("yearly", "years", "whole"),
    [("3", 0, "0"), ("3", 1, "3"), ("3", 5, "15.93"), ("1", 3, "3.03"), ("-2", 2, "-3.96")],
)
def test_a_yearly_rate_is_compounded_over_the_years(yearly: str, years: int, whole: str) -> None:
    assert compounded(Decimal(yearly), years) == Decimal(whole)


@pytest.mark.parametrize(("years", "pence"), [(0, 0), (1, 0), (2, 14_200_000), (3, 28_542_000)])
def test_the_first_year_is_not_raised(years: int, pence: int) -> None:
    assert difference_at_end(1_420_000_000, years, Decimal(1)) == pence
