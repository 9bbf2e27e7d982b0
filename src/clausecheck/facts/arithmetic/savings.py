"""Savings that a budget counts on: what part of one is at risk, and by how much budgets fall. Whole pence."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from clausecheck.facts.arithmetic.exact import part, whole_pence


class Fall(NamedTuple):
    """A year whose budget is below that of the year before: its place from 0, and by how much."""

    place: int
    by: int


def at_risk(amount: int, confidence: Decimal) -> int:
    """The part of a saving that may not come: amount times (1 - confidence) (formula c15). Half to even.

    `confidence` is a percentage; outside 0 to 100 it counts as the nearer of the two.
    """
    sure = min(max(confidence, Decimal(0)), Decimal(100))
    return whole_pence(amount * (1 - part(sure)))


def falls(amounts: Sequence[int]) -> tuple[Fall, ...]:
    """The years that have less than the year before."""
    years = enumerate(pairwise(amounts), 1)
    return tuple(Fall(place, before - after) for place, (before, after) in years if after < before)


def foregone(amounts: Sequence[int]) -> int:
    """What all years together come to below a budget that stays at its first year's amount; pence.

    A year above the first year's amount counts for nothing.
    """
    return sum(max(0, amounts[0] - amount) for amount in amounts[1:]) if amounts else 0
