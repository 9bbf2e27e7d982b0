"""Minimum gain and loss thresholds: what they let through, the cliff they make, and chance.

A small population's spend swings by chance alone, so a low threshold pays rewards nobody earned.
"""

from __future__ import annotations

import math
from decimal import ROUND_CEILING, ROUND_HALF_EVEN, Decimal
from enum import StrEnum
from fractions import Fraction

from clausecheck.facts.arithmetic.exact import clamp, part, whole_pence

SPREAD = 2.1
"""Year-on-year SD of spend a person, times the root of the number of people, as a share of the benchmark.

Fitted to DeLia, Hoover and Cantor 2012 (formula c14): United States Medicare, to be taken with care here.
"""

_ONE_IN_TWENTY = 1.645  # the standard normal deviate that 5% lie beyond
_MOST_PEOPLE = 10**10  # more than there are; keeps the square root within what a float can hold


class Kind(StrEnum):
    """What is shared once a threshold is met; the value is how a draft says it."""

    FIRST_POUND = "first pound"
    EXCESS_ONLY = "excess only"


def is_met(size: int, budget: int, threshold: Decimal) -> bool:
    """Whether a gain or loss of `size` pence meets a threshold in percent of `budget`; equal meets it."""
    return size > 0 and size >= budget * part(threshold)


def shared_part(size: int, budget: int, threshold: Decimal, kind: Kind) -> Fraction:
    """The part of a gain or loss that goes on to be shared, in exact pence (formula c4)."""
    if not is_met(size, budget, threshold):
        return Fraction(0)
    return Fraction(size) if kind is Kind.FIRST_POUND else size - budget * part(threshold)


def payment(
    size: int, budget: int, threshold: Decimal, kind: Kind, share: Decimal, cap: Decimal | None = None
) -> int:
    """What `share` percent of the shared part comes to, at most `cap` percent of `budget`. Pence.

    Formula c4: threshold, then share, then cap; rounded once, half to even.
    """
    raw = shared_part(size, budget, threshold, kind) * part(share)
    return whole_pence(raw if cap is None else min(raw, budget * part(cap)))


def cliff(budget: int, threshold: Decimal, kind: Kind, share: Decimal = Decimal(100)) -> int:
    """The jump in payment at the threshold, in pence (rules RS-015, SIM-06); 0 for excess only.

    `share` is the percentage that the party concerned takes; 100 gives the jump of the whole pool.
    """
    if kind is Kind.EXCESS_ONLY:
        return 0
    return whole_pence(budget * part(threshold) * part(share))


def chance_of_crossing(threshold: Decimal, people: int) -> Decimal:
    """The chance, 0 to 1 to 3 places, that spend crosses a threshold when nothing has really changed.

    Formula c14, rule RS-017: the same for an undeserved reward and an undeserved charge. `threshold` is a
    percentage of the benchmark, taken as 0 to 100. Raises ValueError for fewer than 1 person.
    """
    deviations = float(clamp(part(threshold), Fraction(0), Fraction(1))) / _spread(people)
    chance = math.erfc(deviations / math.sqrt(2)) / 2
    return Decimal(repr(chance)).quantize(Decimal("0.001"), ROUND_HALF_EVEN)


def threshold_against_chance(people: int) -> Decimal:
    """The lowest threshold, in percent to 2 places, that chance alone crosses at most 1 year in 20.

    Formula c14. Raises ValueError for fewer than 1 person.
    """
    percent = 100 * _ONE_IN_TWENTY * _spread(people)
    return Decimal(repr(percent)).quantize(Decimal("0.01"), ROUND_CEILING)


def _spread(people: int) -> float:
    if people < 1:
        raise ValueError("a population has at least one person")
    return SPREAD / math.sqrt(min(people, _MOST_PEOPLE))
