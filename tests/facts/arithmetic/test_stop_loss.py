from __future__ import annotations

from decimal import Decimal

import pytest

from clausecheck.facts.arithmetic.stop_loss import average_cost, counted, takes_nothing_off

THOUSAND = 100_000


def test_worked_example() -> None:
    """Formula c9: an attachment of £100,000 and 10% of the rest leave £384,000 of £645,000."""
    costs = [12, 48, 95, 180, 310]
    assert sum(counted(c * THOUSAND, 100 * THOUSAND, Decimal(10)) for c in costs) == 384 * THOUSAND


@pytest.mark.parametrize(("cost", "counts"), [(99, 99), (100, 100), (110, 101), (0, 0)])
def test_only_what_lies_above_the_attachment_is_cut(cost: int, counts: int) -> None:
    assert counted(cost * THOUSAND, 100 * THOUSAND, Decimal(10)) == counts * THOUSAND


@pytest.mark.parametrize(("percent", "idle"), [("99.9", False), ("100", True), ("110", True), ("0", False)])
def test_all_of_the_rest_is_no_stop_loss(percent: str, idle: bool) -> None:
    assert takes_nothing_off(Decimal(percent)) is idle


def test_average_cost() -> None:
    assert average_cost(2_400_000_000, 8_000) == 300_000
    assert average_cost(100, 3) == 33
    assert average_cost(200, 3) == 67
    assert average_cost(9_300_000_000, 112_000) == 83_036
    with pytest.raises(ValueError, match="at least one"):
        average_cost(100, 0)
