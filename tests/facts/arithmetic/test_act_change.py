from __future__ import annotations

from decimal import Decimal

import pytest

from clausecheck.facts.arithmetic.act_change import exceeds, share_of


@pytest.mark.parametrize(
    ("change", "whole", "most", "over"),
    [
        (70, 100, 50, True),
        (40, 100, 50, False),
        (50, 100, 50, False),
        (100_000_001, 200_000_000, 50, True),
        (12, 60, 10, True),
        (6, 60, 10, False),
        (-11, 100, 10, True),
        (-10, 100, 10, False),
        (15, 100, 15, False),
        (0, 100, 10, False),
    ],
)
def test_a_limit_is_passed_only_above_it(change: int, whole: int, most: int, over: bool) -> None:
    assert exceeds(change, whole, most) is over


def test_a_share_never_reads_as_the_limit_that_it_misses() -> None:
    assert share_of(499_999, 1_000_000) == Decimal("49.99")
    assert share_of(1, 3) == Decimal("33.33")
    assert share_of(1, 0) is None


def test_a_share_above_a_limit_has_the_places_that_show_it() -> None:
    assert share_of(64_000_100, 640_000_000) == 10
    assert share_of(64_000_100, 640_000_000, (10, 50)) == Decimal("10.00001")
    assert share_of(-64_000_100, 640_000_000, (10,)) == Decimal("-10.00001")
    assert share_of(64_000_000, 640_000_000, (10,)) == 10
    assert share_of(66_666_666, 640_000_000, (10,)) == Decimal("10.41")
