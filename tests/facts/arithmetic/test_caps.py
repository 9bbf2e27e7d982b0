from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausecheck.facts.arithmetic import caps
from clausecheck.facts.arithmetic.caps import Cap, Exposure, Sharer, Step

MILLION = 100_000_000


def pounds(text: str) -> int:
    return int(Decimal(text) * MILLION)


def sharers(text: str) -> list[Sharer]:
    """`acute 50 1.2, icb 50` as members, caps in £m."""
    found = []
    for part in text.split(","):
        name, share, *cap = part.split()
        found.append(Sharer(name, Decimal(share), pounds(cap[0]) if cap else None))
    return found


WORKED = sharers("acute 50 1.2, community 28 0.9, mh 15 0.4, gpfed 7 0.15, vcse 0 0")

member = st.builds(
    Sharer,
    st.just("m"),
    st.decimals(0, 100, places=2),
    st.none() | st.integers(0, 10**9),
)
members = st.lists(member, min_size=1, max_size=7).map(
    lambda found: [Sharer(f"m{n}", m.share, m.cap) for n, m in enumerate(found)]
)


@pytest.mark.parametrize(
    ("cap", "limit"),
    [
        (Cap(amount=35_000_000), 35_000_000),
        (Cap(percent=Decimal(8), base=pounds("25")), pounds("2")),
        (Cap(percent=Decimal("2.5"), base=30), 1),  # 0.75p
        (Cap(percent=Decimal(8)), None),
        (Cap(), None),
    ],
)
def test_caps_in_pence(cap: Cap, limit: int | None) -> None:
    assert cap.resolved() == limit


def test_the_lower_of_two_bases() -> None:
    """Formula c5: 8% of revenue or 4% of benchmark."""
    revenue = Cap(percent=Decimal(8), base=pounds("25")).resolved()
    benchmark = Cap(percent=Decimal(4), base=pounds("110")).resolved()
    assert caps.lowest(revenue, None, benchmark) == pounds("2")
    assert caps.lowest(None, None) is None


@pytest.mark.parametrize(("raw", "held"), [(10, 5), (5, 5), (-10, -3), (-3, -3), (0, 0)])
def test_a_collar(raw: int, held: int) -> None:
    assert caps.collared(raw, 5, 3) == held
    assert caps.collared(raw, None, None) == raw


def test_the_worked_waterfall() -> None:
    """Formula c8, a loss of £2.6m."""
    found = caps.waterfall(pounds("2.6"), WORKED)
    assert [line for _, line in found.lines] == [pounds(line) for line in ["1.2", "0.85", "0.4", "0.15", "0"]]
    assert (found.residual, found.capped) == (0, ("acute", "mh", "gpfed"))
    assert found.of("community") == pounds("0.85")


def test_a_cap_just_reached_counts_as_reached() -> None:
    assert caps.waterfall(pounds("2"), sharers("a 50 1, b 50")).capped == ("a",)
    assert caps.waterfall(pounds("2") - 2, sharers("a 50 1, b 50")).capped == ()


def test_where_every_cap_binds_there_is_a_residual() -> None:
    found = caps.waterfall(pounds("3"), WORKED)
    assert sum(line for _, line in found.lines) == pounds("2.65")
    assert found.residual == pounds("0.35")
    assert caps.unborne(pounds("3"), WORKED) == pounds("0.35")
    assert caps.absorbed_at_most(WORKED) == pounds("2.65")


def test_one_member_without_a_cap_bears_the_rest() -> None:
    team = sharers("acute 90 1, icb 10")
    assert caps.waterfall(pounds("3"), team).of("icb") == pounds("2")
    assert caps.absorbed_at_most(team) is None


def test_a_member_without_a_share_bears_nothing_and_needs_no_cap() -> None:
    team = sharers("acute 100 1, vcse 0")
    assert caps.waterfall(pounds("3"), team).lines == (("acute", pounds("1")), ("vcse", 0))
    assert caps.absorbed_at_most(team) == pounds("1")


def test_nobody_shares_so_all_is_left() -> None:
    assert caps.waterfall(100, sharers("a 0, b 0")).residual == 100
    assert caps.waterfall(100, []).residual == 100


@pytest.mark.parametrize(
    ("amount", "team"), [(-1, "a 100"), (1, "a -1"), (1, "a 100 -1")], ids=["amount", "share", "cap"]
)
def test_negatives_are_refused(amount: int, team: str) -> None:
    with pytest.raises(ValueError, match="negative"):
        caps.waterfall(amount, sharers(team))


@given(st.integers(0, 10**10), members)
def test_a_waterfall_keeps_its_promises(amount: int, team: list[Sharer]) -> None:
    """Formula c8: it adds up, no member is over its cap, a member without a share bears nothing."""
    found = caps.waterfall(amount, team)
    lines = [line for _, line in found.lines]
    assert sum(lines) + found.residual == amount
    assert found.residual >= 0
    for each, line in zip(team, lines, strict=True):
        assert 0 <= line <= (amount if each.cap is None else each.cap)
        assert line == 0 or each.share > 0
    most = caps.absorbed_at_most(team)
    assert found.residual == (0 if most is None else max(0, amount - most))


@given(st.integers(0, 10**10), members)
def test_the_order_of_members_moves_only_odd_pence(amount: int, team: list[Sharer]) -> None:
    """Formula c17 (iv)."""
    turned = list(reversed(team))
    one, other = caps.waterfall(amount, team), caps.waterfall(amount, turned)
    assert one.residual == other.residual
    assert all(abs(one.of(m.name) - other.of(m.name)) <= len(team) for m in team)


@given(st.integers(0, 10**9), st.integers(0, 10**9), members)
def test_no_line_falls_as_a_loss_grows(amount: int, more: int, team: list[Sharer]) -> None:
    small, great = caps.waterfall(amount, team), caps.waterfall(amount + more, team)
    assert all(great.of(m.name) >= small.of(m.name) - len(team) for m in team)  # odd pence may move


def test_exposure_beside_capacity() -> None:
    team = sharers("acute 50 1.2, gpfed 10 0.15, icb 40")
    found = caps.exposures(team, pounds("2"), [pounds("1"), pounds("0.15"), None])
    assert found[0] == Exposure("acute", pounds("1") + 2_777_778, pounds("1"))
    assert [one.exceeds_capacity for one in found] == [True, False, False]
    assert [one.beyond_capacity for one in found] == [2_777_778, 0, None]


def test_exposure_without_a_limit_on_the_pool() -> None:
    team = sharers("acute 50 1.2, icb 50, vcse 0")
    found = caps.exposures(team, None, [pounds("1.2"), pounds("9"), pounds("0")])
    assert [one.most for one in found] == [pounds("1.2"), None, 0]
    assert [one.exceeds_capacity for one in found] == [False, True, False]
    assert found[1].beyond_capacity is None


def test_order_decides_between_four_and_five_million() -> None:
    """Formula c0: gross 7% of £100m, cap 5%, share 80%."""
    found = caps.order_sensitivity(pounds("7"), cap=pounds("5"), share=Decimal(80))
    assert dict(found.results) == {
        (Step.CAP, Step.SHARE): pounds("4"),
        (Step.SHARE, Step.CAP): pounds("5"),
    }
    assert (found.lowest, found.highest, found.difference) == (pounds("4"), pounds("5"), MILLION)


def test_a_cap_that_does_not_bind_makes_order_indifferent() -> None:
    found = caps.order_sensitivity(pounds("4"), cap=pounds("5"), share=Decimal(80), levy=Decimal(2))
    assert len(found.results) == 6
    assert found.difference == 0


def test_a_published_settlement_takes_the_levy_before_the_cap() -> None:
    """MSSP 2018, Balance ACO: 10% cap on a benchmark of 121,182,225; share 45.41%, levy 2%."""
    gross = (121_182_225 - 83_501_144) * 100
    found = caps.order_sensitivity(gross, cap=1_211_822_250, share=Decimal("45.41"), levy=Decimal(2))
    assert dict(found.results)[Step.SHARE, Step.LEVY, Step.CAP] == 1_211_822_250
