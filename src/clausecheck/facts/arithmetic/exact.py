"""Exact numbers: percentages as fractions, and the one place where a fraction becomes a Decimal or pence.

Decimal division rounds, so whatever divides is done in `Fraction` and rounded once, by name, at the end.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Context, Decimal
from fractions import Fraction
from functools import lru_cache

# Wide enough that adding any figures a draft can state never rounds, whatever context the caller set.
_WIDE = Context(prec=1000)


@lru_cache(4096)  # the same few shares are taken of many sizes
def part(percent: Decimal) -> Fraction:
    """A percentage as a fraction of one: 45% is 9/20. Exact."""
    return Fraction(percent) / 100


def total(values: Iterable[Decimal]) -> Decimal:
    """The sum of decimals, exact in any decimal context."""
    answer = Decimal(0)
    for value in values:
        answer = _WIDE.add(answer, value)
    return answer


def rounded(value: Fraction, places: int) -> Decimal:
    """`value` to `places` decimal places, half to even."""
    return Decimal(round(value * 10**places)).scaleb(-places, _WIDE)


def cut(value: Fraction, places: int) -> Decimal:
    """`value` to `places` decimal places towards zero, so that 24.999 never reads as 25."""
    return Decimal(int(value * 10**places)).scaleb(-places, _WIDE)


def whole_pence(amount: Fraction) -> int:
    """An exact amount of pence as a settled one: half to even (formula c0)."""
    return round(amount)


def percent_of(pence: int, percent: Decimal) -> int:
    """`percent` of an amount, in whole pence, half to even."""
    return whole_pence(pence * part(percent))


def clamp(value: Fraction, low: Fraction, high: Fraction) -> Fraction:
    """`value`, or the nearer end where it lies outside `low` to `high`."""
    return max(low, min(value, high))
