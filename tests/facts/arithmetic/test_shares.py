from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausecheck.facts.arithmetic import shares
from clausecheck.facts.arithmetic.shares import Share


def listed(text: str) -> list[Share]:
    return [(name, Decimal(value)) for name, value in (part.split() for part in text.split(","))]


def test_shares_of_110_charge_too_much() -> None:
    found = shares.share_total(listed("ICB 45, Council 15, Acute 35, Community 15"))
    assert (found.total, found.difference) == (Decimal(110), Decimal(10))
    assert not found.is_whole
    assert found.charged == 110_000_000
    assert found.sum_in_words == "45 + 15 + 35 + 15 = 110"


def test_shares_of_less_than_100_leave_money_uncharged() -> None:
    found = shares.share_total(listed("Acute 50, Community 40"))
    assert (found.difference, found.charged) == (Decimal(-10), 90_000_000)


def test_whole_shares_may_have_decimals() -> None:
    assert shares.share_total(listed("A 33.3, B 33.3, C 33.4")).is_whole


def test_a_hair_off_100_is_not_whole() -> None:
    assert not shares.share_total(listed("A 50, B 49.9999999999999999999999999999999999")).is_whole


def test_no_shares_total_nothing() -> None:
    found = shares.share_total([])
    assert (found.total, found.charged, found.sum_in_words) == (Decimal(0), 0, "0 = 0")


def test_a_stated_nought_is_not_missing() -> None:
    assert shares.missing(listed("A 100, VCSE 0"), ["VCSE", "B", "A", "C"]) == ("B", "C")


def test_names_that_are_no_party_and_names_twice() -> None:
    given_shares = listed("A 10, Z 20, A 30, Z 40")
    assert shares.unknown(given_shares, ["A"]) == ("Z",)
    assert shares.repeated(given_shares) == ("A", "Z")


def test_range() -> None:
    assert shares.out_of_range(listed("A -5, B 0, C 100, D 100.1")) == tuple(listed("A -5, D 100.1"))


def test_the_worked_division() -> None:
    """Formula c2."""
    lines = shares.divide(240_000_000, listed("Acute 45, Community 25, MH 15, GP 10, VCSE 5"))
    assert [pence for _, pence in lines] == [108_000_000, 60_000_000, 36_000_000, 24_000_000, 12_000_000]


@pytest.mark.parametrize(
    ("text", "why"), [("A 50, B 40", "do not make 100%"), ("A 120, B -20", "must not be negative")]
)
def test_shares_with_no_one_right_division_are_refused(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        shares.divide(100, listed(text))


@given(st.integers(0, 10**12), st.permutations(listed("A 12.5, B 37.5, C 50, D 0")))
def test_the_order_of_members_moves_at_most_odd_pence(amount: int, order: list[Share]) -> None:
    """Formula c17 (iv)."""
    lines = dict(shares.divide(amount, order))
    assert sum(lines.values()) == amount
    plain = dict(shares.divide(amount, sorted(order)))
    assert all(abs(lines[name] - plain[name]) <= 2 for name in lines)
