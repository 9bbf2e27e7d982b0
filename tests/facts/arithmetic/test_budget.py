from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausecheck.facts.arithmetic import budget
from clausecheck.facts.arithmetic.budget import Stratum

MILLION = 100_000_000
STRATA = [
    Stratum("0-17", 42_000, 41_000),
    Stratum("18-64", 118_000, 65_500),
    Stratum("65-84", 33_000, 184_000, Decimal("1.05")),
    Stratum("85+", 7_000, 426_000, Decimal("1.08")),
]
rates = st.decimals(-5, 10, places=2)


def pounds(text: str) -> int:
    return int(Decimal(text) * MILLION)


def test_the_worked_capitation() -> None:
    """Formula c1."""
    found = budget.capitation(STRATA, Decimal("3.1"), Decimal("1.1"))
    assert [line for _, line in found.lines] == [
        pounds(line) for line in ("17.22", "77.29", "63.756", "32.2056")
    ]
    assert found.subtotal == pounds("190.4716")
    assert found.total == 19_421_608_118


def test_without_uplift_the_total_is_the_sum() -> None:
    found = budget.capitation(STRATA)
    assert found.total == found.subtotal
    assert budget.capitation([]).total == 0


def test_lines_add_up_where_each_would_round_down() -> None:
    thirds = [Stratum(name, 1, 1, Decimal("0.4")) for name in "abc"]
    found = budget.capitation(thirds)
    assert [line for _, line in found.lines] == [0, 0, 1]
    assert found.subtotal == 1


def test_the_worked_true_up() -> None:
    assert budget.true_up(1_200, 65_500, 9) == 58_950_000
    assert budget.true_up(-1_200, 65_500, 9) == -58_950_000
    assert budget.true_up(1_200, 65_500, 9, Decimal("1.1")) == 64_845_000


@pytest.mark.parametrize(("actual", "paid"), [("53", "50.6"), ("48.5", "49.7"), ("50", "50")])
def test_worked_blended_payments(actual: str, paid: str) -> None:
    """Formula c10: £50m fixed, 20% variable both ways."""
    assert budget.blended(pounds("50"), pounds("50"), pounds(actual), Decimal(20)) == pounds(paid)


def test_a_total_that_is_not_its_contributions() -> None:
    """Rule RS-029's own example: £180m against 139 + 39."""
    found = budget.reconciled(pounds("180"), [pounds("139"), pounds("39")])
    assert (found.difference, found.agrees) == (pounds("2"), False)
    assert budget.reconciled(pounds("178"), [pounds("139"), pounds("39")]).agrees
    assert budget.reconciled(100, [101]).difference == -1


def test_a_path_of_uplifts() -> None:
    assert budget.uplift_path(10_000, 3, Decimal(10)) == (10_000, 11_000, 12_100)
    assert budget.uplift_path(10_000, 2, Decimal(10), Decimal(10)) == (10_000, 9_900)
    assert budget.uplift_path(10_000, 0, Decimal(10)) == ()


def test_rounding_does_not_build_up_along_a_path() -> None:
    assert budget.uplift_path(10, 4, Decimal(4)) == (10, 10, 11, 11)


def test_years_off_the_path() -> None:
    assert budget.off_path([10_000, 11_000, 12_000], Decimal(10)) == ((2, 12_100),)
    assert budget.off_path([10_000, 11_000, 12_000], Decimal(10), tolerance=100) == ()
    assert budget.off_path([], Decimal(10)) == ()


@pytest.mark.parametrize(("clawed_back", "next_year"), [(0, "102"), (50, "100"), (100, "98")])
def test_worked_rebasing(clawed_back: int, next_year: str) -> None:
    """Formula c16: £100m, growth 2%, a gain of £4m."""
    got = budget.rebased(pounds("100"), Decimal(2), pounds("4"), Decimal(clawed_back))
    assert got == pounds(next_year)


def test_the_worked_affordability_gap() -> None:
    """Formula c15: the price equals the envelope, and still £3.6m is not funded."""
    leakage = budget.vat_leakage(pounds("25"), Decimal(20), Decimal(60))
    assert leakage == pounds("2")
    found = budget.affordability(pounds("139"), pounds("139"), leakage, [(pounds("4"), Decimal(60))])
    assert (found.price_over_envelope, found.savings_at_risk) == (0, pounds("1.6"))
    assert found.gap == pounds("3.6")


def test_a_price_below_the_envelope_leaves_room() -> None:
    assert budget.affordability(pounds("130"), pounds("139")).gap == -pounds("9")


@given(
    st.lists(
        st.builds(
            Stratum, st.just("s"), st.integers(0, 10**6), st.integers(0, 10**6), st.decimals(0, 3, places=3)
        )
    )
)
def test_lines_of_a_capitation_add_up(strata: list[Stratum]) -> None:
    found = budget.capitation(strata)
    assert sum(line for _, line in found.lines) == found.subtotal
    assert all(line >= 0 for _, line in found.lines)


@given(st.integers(0, 10**12), st.integers(1, 20), rates, rates)
def test_a_path_is_never_off_itself(first: int, years: int, uplift: Decimal, efficiency: Decimal) -> None:
    path = budget.uplift_path(first, years, uplift, efficiency)
    assert path[0] == first
    assert len(path) == years
    assert budget.off_path(path, uplift, efficiency) == ()
