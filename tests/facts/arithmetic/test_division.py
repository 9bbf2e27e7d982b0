"""How bands and caps divide a result: scaled to the pool's cap, and what a capped party passes on."""

from __future__ import annotations

from decimal import Decimal

import pytest

from clausecheck.facts.arithmetic.bands import Band
from clausecheck.facts.arithmetic.division import Part, divide, most_by_party, whole

BUDGET = 2_000_000_000  # £20,000,000; 1% is £200,000


def bands(*shares: int, bounds: tuple[int, ...] = (2, 10)) -> tuple[Band, ...]:
    """Bands from 0 with a share each; the last has no end."""
    lows, highs = [0, *bounds], [*bounds, None]
    return tuple(
        Band(Decimal(low), None if high is None else Decimal(high), Decimal(share))
        for low, high, share in zip(lows, highs, shares, strict=True)
    )


FALLING = (Part("ICB", bands(0, 60, 80)), Part("Acute", bands(0, 20, 10)), Part("Other", bands(0, 20, 10)))


def lines(size: int, parts: tuple[Part, ...], limit: int | None, first: bool = False) -> list[int]:
    return [line for _, line in divide(size, BUDGET, parts, limit, first).laid.lines]


@pytest.mark.parametrize(
    ("limit", "acute", "rest"),
    [(60_000_000, 12_000_000, 0), (59_999_995, 11_999_999, 5), (10_000_000, 2_000_000, 50_000_000)],
)
def test_lines_of_bands_are_scaled_to_the_pools_cap(limit: int, acute: int, rest: int) -> None:
    found = divide(100_000_000, BUDGET, FALLING, limit)
    assert (found.laid.of("Acute"), found.rest) == (acute, rest)


def test_a_cap_that_comes_first_is_on_what_the_bands_read() -> None:
    assert lines(100_000_000, FALLING, 50_000_000) == [30_000_000, 10_000_000, 10_000_000]
    assert lines(100_000_000, FALLING, 50_000_000, first=True) == [6_000_000, 2_000_000, 2_000_000]
    assert divide(100_000_000, BUDGET, FALLING, 50_000_000, limit_first=True).rest == 50_000_000


def test_what_a_capped_party_does_not_bear_is_passed_on() -> None:
    halves = (Part("Acute", whole(Decimal(50)), 10_000_000), Part("Other", whole(Decimal(50))))
    assert lines(100_000_000, halves, None) == [10_000_000, 90_000_000]
    capped = (halves[0], Part("Other", whole(Decimal(50)), 80_000_000))
    assert divide(100_000_000, BUDGET, capped, None).rest == 10_000_000


def test_shares_that_come_to_less_leave_the_rest_undivided() -> None:
    assert lines(100_000_000, (Part("Acute", whole(Decimal(30))),), None) == [30_000_000]


def test_the_most_is_where_the_pool_reaches_its_cap() -> None:
    # 20% of 8%, £320,000, and 10% of the last £400,000 before the cap of £2,000,000
    assert most_by_party(BUDGET, FALLING, 200_000_000) == {
        "ICB": 160_000_000,
        "Acute": 36_000_000,
        "Other": 36_000_000,
    }
    assert most_by_party(BUDGET, FALLING, 200_000_000, limit_first=True)["Acute"] == 32_000_000


def test_without_a_cap_the_last_band_decides_whether_there_is_a_most() -> None:
    ended = (Part("ICB", bands(0, 60, 100)), Part("Acute", bands(0, 40, 0)))
    assert most_by_party(BUDGET, ended, None) == {"ICB": None, "Acute": 64_000_000}
    own = (Part("ICB", bands(0, 60, 100), 5), Part("Acute", bands(0, 40, 40), 7))
    assert most_by_party(BUDGET, own, None) == {"ICB": 5, "Acute": 7}


def test_a_whole_amount_band_may_have_its_most_just_below_a_bound() -> None:
    falling = (
        Band(Decimal(0), Decimal(5), Decimal(50), whole=True),
        Band(Decimal(5), None, Decimal(0), whole=True),
    )
    assert most_by_party(BUDGET, (Part("Acute", falling),), None) == {"Acute": 50_000_000}
