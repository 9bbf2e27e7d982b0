from __future__ import annotations

import pytest

from clausecheck.facts.arithmetic.extension import most_months


@pytest.mark.parametrize(
    ("lengths", "times", "total", "months"),
    [
        ([24], 1, None, 24),
        ([12], 2, None, 24),
        ([12, 12], 1, None, 12),
        ([12, 6], 1, None, None),
        ([12], 0, None, None),
        ([], 1, None, None),
        ([24, 12], 2, 24, 24),
        ([24, 12], 0, 24, 24),
    ],
)
def test_most_months(lengths: list[int], times: int, total: int | None, months: int | None) -> None:
    assert most_months(lengths, times, total) == months
