from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausecheck.facts.arithmetic import bands
from clausecheck.facts.arithmetic.bands import Band, Side, Stretch

MILLION = 100_000_000


def listed(text: str, whole: bool = False) -> list[Band]:
    """`0-2:50 2-:20` as bands, in percent."""
    found = []
    for part in text.split():
        bounds, _, share = part.partition(":")
        lower, _, upper = bounds.partition("-")
        found.append(Band(Decimal(lower), Decimal(upper) if upper else None, Decimal(share or 0), whole))
    return found


def pounds(text: str) -> int:
    return int(Decimal(text) * MILLION)


CORRIDOR = listed("0-2:0 2-5:50 5-10:30 10-:0")
LOSS_CLAUSE = listed("0-2:100 2-4:50 4-:20")
MICHIGAN = listed("0-5:100 5-10:50 10-:0")
PROFESSIONAL = listed("0-5:50 5-10:35 10-15:15 15-:5")


@st.composite
def partitions(draw: st.DrawFn, whole: bool | None = None) -> list[Band]:
    """Bands that partition [0, infinity), in order."""
    inner = draw(st.lists(st.decimals("0.01", 50, places=2), unique=True, max_size=5).map(sorted))
    edges = [Decimal(0), *inner]
    return [
        Band(
            lower,
            upper,
            Decimal(draw(st.integers(0, 100))),
            draw(st.booleans()) if whole is None else whole,
        )
        for lower, upper in zip(edges, [*inner, None], strict=True)
    ]


@pytest.mark.parametrize(
    ("actual", "paid"),
    [(99, "0"), (96, "1.0"), (92, "2.4"), (85, "3.0"), (103, "0.5"), (108, "2.4"), (120, "3.0")],
)
def test_the_worked_corridor(actual: int, paid: str) -> None:
    """Formula c3, a Budget of £100m."""
    size = abs(100 - actual) * MILLION
    assert bands.payment(CORRIDOR, 100 * MILLION, size) == pounds(paid)


def test_a_published_construction_share() -> None:
    """NEC: target £500,000, spend £200,000, 80-100% at 25%, below that nothing."""
    assert bands.payment(listed("0-20:25 20-:0"), 50_000_000, 30_000_000) == 2_500_000


@pytest.mark.parametrize(("loss", "provider"), [("0.75", "0.75"), ("1.5", "1.25"), ("3", "1.7")])
def test_a_published_loss_clause(loss: str, provider: str) -> None:
    """LI-LOSS (formula c11): losses of 1.5%, 3% and 6% of £50m."""
    assert bands.payment(LOSS_CLAUSE, 50 * MILLION, pounds(loss)) == pounds(provider)


@pytest.mark.parametrize(("unspent", "kept"), [(3, "3"), (7, "6"), (15, "7.5")])
def test_the_michigan_corridor(unspent: int, kept: str) -> None:
    assert bands.paid(MICHIGAN, Fraction(unspent)) == Fraction(Decimal(kept))


@pytest.mark.parametrize(
    ("saving", "share"), [(3, "1.5"), (5, "2.5"), (8, "3.55"), (12, "4.55"), (20, "5.25")]
)
def test_the_reach_corridors(saving: int, share: str) -> None:
    """Formula c12, the Professional option."""
    assert bands.paid(PROFESSIONAL, Fraction(saving)) == Fraction(Decimal(share))


def test_a_budget_of_nothing_has_no_percentages() -> None:
    with pytest.raises(ValueError, match="above 0"):
        bands.payment(CORRIDOR, 0, 1)


def test_bands_that_partition() -> None:
    found = bands.partition(CORRIDOR)
    assert found.complete
    assert found.open_ended


@pytest.mark.parametrize(
    ("text", "gaps"),
    [
        ("", [("0", None)]),
        ("0-2 3-5", [("2", "3"), ("5", None)]),
        ("1-5 5-", [("0", "1")]),
        ("0-5 5-10", [("10", None)]),
        ("0-10 2-3 5-", []),
        ("0- 7-8", []),
    ],
)
def test_gaps(text: str, gaps: list[tuple[str, str | None]]) -> None:
    expected = tuple(Stretch(Decimal(low), None if high is None else Decimal(high)) for low, high in gaps)
    assert bands.partition(listed(text)).gaps == expected


@pytest.mark.parametrize(
    ("text", "overlaps"),
    [
        ("0-2 2-5 5-", []),
        ("0-3 2-5 5-", [(0, 1, "2", "3")]),
        ("0-10 2-3 5-", [(0, 1, "2", "3"), (0, 2, "5", "10")]),
        ("0-3 1-6 5-8 8-", [(0, 1, "1", "3"), (1, 2, "5", "6")]),
        ("0- 7-8", [(0, 1, "7", "8")]),
        ("0- 7-", [(0, 1, "7", None)]),
        ("5- 0-6", [(0, 1, "5", "6")]),
    ],
)
def test_overlaps(text: str, overlaps: list[tuple[int, int, str, str | None]]) -> None:
    found = bands.partition(listed(text)).overlaps
    written = [
        (o.first, o.second, str(o.stretch.lower), o.stretch.upper and str(o.stretch.upper)) for o in found
    ]
    assert written == overlaps


def test_order_emptiness_and_sign() -> None:
    found = bands.partition(listed("5- 0-5"))
    assert (found.out_of_order, found.gaps, found.complete) == ((1,), (), False)
    assert bands.partition(listed("0-5 5-5 7-6 5-")).empty == (1, 2)
    negative = [Band(Decimal(-1), None, Decimal(50))]
    assert bands.partition(negative).below_zero == (0,)
    assert bands.paid(negative, Fraction(2)) == 1  # nothing is paid for sizes below 0


def test_sides_are_judged_apart() -> None:
    gain = Band(Decimal(0), None, side=Side.GAIN)
    loss = Band(Decimal(0), Decimal(5), side=Side.LOSS)
    both = Band(Decimal(5), None)
    assert bands.for_side([gain, loss, both], Side.GAIN) == (gain, both)
    assert bands.partition(bands.for_side([gain, loss, both], Side.LOSS)).complete


def test_a_whole_amount_band_that_pays_less_rewards_spending() -> None:
    """Rule RS-020's own example: 50% up to 5%, then 30%, of the whole."""
    drafted = listed("0-5:50 5-10:30 10-:30", whole=True)
    (cliff,) = bands.reversals(drafted)
    assert (cliff.at, cliff.before, cliff.after) == (Decimal(5), Fraction(5, 2), Fraction(3, 2))
    assert cliff.in_pence(100 * MILLION) == MILLION
    assert not bands.non_increasing_in_spend(drafted)
    assert bands.non_increasing_in_spend(listed("0-5:50 5-10:30 10-:30"))


def test_a_rising_whole_amount_band_is_a_cliff_but_no_reversal() -> None:
    drafted = listed("0-5:20 5-:40", whole=True)
    assert [cliff.at for cliff in bands.cliffs(drafted)] == [5]
    assert bands.reversals(drafted) == ()


def test_a_marginal_band_after_a_whole_one_can_fall() -> None:
    """At 5% the whole-amount band paid 40% of 4.99%; the marginal sum pays 40% of 5% less the first 2%."""
    drafted = [
        Band(Decimal(0), Decimal(2), Decimal(0)),
        Band(Decimal(2), Decimal(5), Decimal(40), whole=True),
        Band(Decimal(5), None, Decimal(10)),
    ]
    assert [(cliff.at, cliff.falls) for cliff in bands.cliffs(drafted)] == [
        (Decimal(2), False),
        (Decimal(5), True),
    ]


def test_a_negative_share_pays_for_spending() -> None:
    assert not bands.non_increasing_in_spend(listed("0-5:50 5-:-10"))


def test_the_bounds_belong_to_the_band_above() -> None:
    drafted = listed("0-5:20 5-:40", whole=True)
    assert bands.paid(drafted, Fraction(5)) == 2
    assert bands.paid(drafted, Fraction(499, 100)) == Fraction(998, 1000)


@pytest.mark.parametrize(
    ("text", "whole", "most"),
    [
        ("0-2:0 2-5:50 5-10:30 10-:0", False, Fraction(3)),
        ("0-2:100 2-4:50 4-:20", False, None),
        ("0-5:50 5-:0", True, Fraction(5, 2)),
        ("0-:0", False, Fraction(0)),
        ("", False, Fraction(0)),
    ],
)
def test_the_most_bands_can_pay(text: str, whole: bool, most: Fraction | None) -> None:
    assert bands.most(listed(text, whole)) == most


def test_the_most_in_pence() -> None:
    assert bands.most_in_pence(CORRIDOR, 1_420_000_000) == 42_600_000
    assert bands.most_in_pence(LOSS_CLAUSE, 1_420_000_000) is None
    assert bands.as_percent(Fraction(10, 3)) == Decimal("3.3333")


@given(partitions())
def test_a_partition_is_found_complete(drafted: list[Band]) -> None:
    assert bands.partition(drafted).complete


@given(partitions(), st.data())
def test_without_one_of_its_bands_it_is_not(drafted: list[Band], data: st.DataObject) -> None:
    lost = data.draw(st.integers(0, len(drafted) - 1))
    assert bands.partition([band for n, band in enumerate(drafted) if n != lost]).gaps


@given(partitions(whole=False), st.fractions(0, 100), st.fractions(0, 100))
def test_marginal_bands_never_reward_spending(drafted: list[Band], one: Fraction, more: Fraction) -> None:
    """Formula c17 (ii)."""
    assert bands.non_increasing_in_spend(drafted)
    assert bands.paid(drafted, one) <= bands.paid(drafted, one + more)
    assert bands.paid(drafted, one) <= one


@given(partitions(), st.fractions(0, 100), st.fractions(0, 100))
def test_where_spending_pays_a_reversal_is_found(drafted: list[Band], one: Fraction, more: Fraction) -> None:
    if bands.paid(drafted, one + more) < bands.paid(drafted, one):
        assert bands.reversals(drafted)


@given(partitions(), st.fractions(0, 200))
def test_nothing_pays_beyond_the_most(drafted: list[Band], size: Fraction) -> None:
    limit = bands.most(drafted)
    assert limit is None or bands.paid(drafted, size) <= limit


@given(partitions(), st.integers(1, 10**10), st.integers(0, 10**10), st.integers(1, 100))
def test_scaling_all_money_scales_the_payment(drafted: list[Band], budget: int, size: int, by: int) -> None:
    """Formula c17 (vii)."""
    small, great = bands.payment(drafted, budget, size), bands.payment(drafted, budget * by, size * by)
    assert abs(great - small * by) <= by
