"""Where a settlement leaves a party: beside its income or what it pays in, and where the bands jump."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import NamedTuple

from clausecheck.facts.arithmetic.bands import Band, payment, reversals
from clausecheck.facts.arithmetic.caps import lowest
from clausecheck.facts.arithmetic.exact import rounded

POUND = 100


class Together(NamedTuple):
    """What a party can lose in each of several pools, and in all of them, beside its capacity. Pence."""

    each: tuple[int, ...]
    capacity: int

    @property
    def total(self) -> int:
        """All pools together."""
        return sum(self.each)

    @property
    def beyond(self) -> int:
        """By how much all pools together exceed the capacity; 0 where they do not."""
        return max(0, self.total - self.capacity)

    @property
    def only_together(self) -> bool:
        """Whether the pools exceed the capacity together and none of them does alone (SIM-02, RS-011)."""
        return self.beyond > 0 and all(loss <= self.capacity for loss in self.each)


class Drop(NamedTuple):
    """A size at which a larger gain pays less, or a larger loss costs less (formula c17 (ii)). Pence.

    `edge` is the bound of the band in percent, `short` a pound less than `at`; `before` is what the party
    takes of that, and `after` what it takes of `at`.
    """

    edge: Decimal
    at: int
    short: int
    before: int
    after: int

    @property
    def worth(self) -> int:
        """What the last pound of spend is worth to the party."""
        return self.before - self.after


def share_of(amount: int, whole: int) -> Decimal:
    """`amount` as a percentage of `whole`, rounded up to 4 places, so that a penny above a limit shows.

    Raises ValueError without a whole.
    """
    if whole <= 0:
        raise ValueError("a percentage needs a whole above 0")
    return Decimal(ceil(Fraction(amount * 1_000_000, whole))).scaleb(-4)


def two_places(percent: Decimal) -> Decimal:
    """A percentage for a message, to 2 places, half to even."""
    return rounded(Fraction(percent), 2)


def percent_at(size: int, budget: int) -> Fraction:
    """A size in pence as an exact percentage of a `budget` above 0."""
    return Fraction(size * 100, budget)


def worse_for_losses(loss_share: Decimal, gain_share: Decimal, pays: int, receives: int) -> bool:
    """Whether a party bears more of a loss than it receives of a gain of that size (rule RS-019).

    It must have the larger share and pay the larger sum: a cap may make up for a larger share.
    """
    return loss_share > gain_share and pays > receives


def drops(bands: Sequence[Band], budget: int, cap: int | None = None) -> tuple[Drop, ...]:
    """The sizes at which spending a pound more leaves a party better off (rule RS-020).

    `cap` is the most it takes: a fall that happens wholly above it changes nothing.
    """
    found = []
    for edge in reversals(bands):
        at = ceil(Fraction(edge.at) * budget / 100)
        short = at - POUND
        before, after = (lowest(payment(bands, budget, size), cap) or 0 for size in (short, at))
        if short > 0 and before > after:
            found.append(Drop(edge.at, at, short, before, after))
    return tuple(found)
