"""Chance: how many cases tell a target from a baseline, and how far a small count moves by itself."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import floor, isqrt

from clausecheck.facts.arithmetic.exact import part, rounded

# The square of 1.96: 95% of the standard normal lie within 1.96 of its middle.
_SQUARE = Fraction("3.8416")


def cases_needed(baseline: Decimal, target: Decimal) -> int:
    """The fewest cases with which a target lies outside the baseline's 95% interval (formula c14).

    Both are percentages. The Wilson interval of p from n cases holds just those t for which
    (p - t)^2 is at most 1.96^2 t (1 - t) / n, so no root is drawn and nothing is rounded. Raises
    ValueError where the two are the same, or outside 0 to 100.
    """
    p, t = part(baseline), part(target)
    if p == t or not (0 <= p <= 1 and 0 <= t <= 1):
        raise ValueError("two different proportions between 0% and 100% are needed")
    return floor(_SQUARE * t * (1 - t) / (p - t) ** 2) + 1


def reach_of_chance(count: int) -> tuple[int, int]:
    """Between which whole numbers chance alone takes a count in 19 years out of 20: 6 gives 2 and 10.

    A count of independent events varies by the square root of its mean, 1.96 times either way.
    Raises ValueError for a negative count.
    """
    if count < 0:
        raise ValueError("a count is not negative")
    either_way = isqrt(floor(_SQUARE * count))
    return max(0, count - either_way), count + either_way


def rarer_side(percent: Decimal, number: int) -> int:
    """How many of `number` cases a percentage comes to, or how many are left over, whichever are fewer.

    0.4% of 1,500 is 6, and so is 99.6%. Half a case counts to the even number.
    """
    share = part(percent)
    return round(min(share, 1 - share) * number)


def one_case(number: int) -> Decimal:
    """By how many percentage points one case more or less moves a result that rests on `number`."""
    return rounded(Fraction(100, number), 1)
