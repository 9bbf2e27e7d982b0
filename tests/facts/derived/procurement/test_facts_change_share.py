"""A change as a share of the value it changes, as messages write it."""

from __future__ import annotations

import pytest

from clausecheck.facts.derived.procurement.change_share import share_in_words


@pytest.mark.parametrize(
    ("original", "change", "written"),
    [
        (640_000_000, 310_000_000, "48.4375%"),
        (160_000_000, 50_000_000, "31.25%"),
        (300_000_000, 100_000_000, "33.33%"),
        (300_000_000, 200_000_000, "66.67%"),
        (200_000_000, 50_000_000, "25%"),
        (300_000_001, 75_000_000, "24.99%"),
        (100_000_000, -40_000_000, "-40%"),
        (0, 40_000_000, ""),
    ],
)
def test_a_share_is_exact_where_it_is_short_and_never_reaches_the_limit_by_rounding(
    original: int, change: int, written: str
) -> None:
    assert share_in_words(original, change) == written
