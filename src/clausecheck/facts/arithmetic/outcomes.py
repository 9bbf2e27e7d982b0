"""Outcome measures: what performance earns, and whether baseline, floor and target fit together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_EVEN, Context, Decimal
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from clausecheck.facts.arithmetic.exact import clamp, part, whole_pence
from clausecheck.facts.arithmetic.money import settle_residual

_NONE, _ALL = Fraction(0), Fraction(1)
_DEVIATE = Decimal("1.96")  # of the standard normal: 95% lie within
_SUMS = Context(prec=50, rounding=ROUND_HALF_EVEN)


class Direction(StrEnum):
    """Which way is better; the value is how a draft says it."""

    HIGHER = "higher is better"
    LOWER = "lower is better"


class Placing(StrEnum):
    """Where one figure lies, seen from another, in the light of the direction."""

    BETTER = "better"
    SAME = "same"
    WORSE = "worse"


class OutcomePay(NamedTuple):
    """What an outcome pool pays: lines and `withheld` add up to the pool, in pence. `score` is 0 to 1."""

    lines: tuple[int, ...]
    earned: int
    withheld: int
    score: Fraction


def placing(value: Decimal, against: Decimal, direction: Direction) -> Placing:
    """Whether `value` is better than, the same as or worse than `against`.

    A target must be BETTER than its baseline (rule OUT-013) and than its floor (rule OUT-015).
    """
    if value == against:
        return Placing.SAME
    return Placing.BETTER if (value > against) is (direction is Direction.HIGHER) else Placing.WORSE


def steps_back(targets: Sequence[Decimal], direction: Direction) -> tuple[int, ...]:
    """The places (from 0) of yearly targets that are worse than the year before."""
    return tuple(
        place
        for place in range(1, len(targets))
        if placing(targets[place], targets[place - 1], direction) is Placing.WORSE
    )


def achievement(performance: Decimal, floor: Decimal, target: Decimal) -> Fraction:
    """How far from `floor` to `target` performance has come, 0 to 1, on a straight line (formula c7).

    Serves both directions: where lower is better the floor is the higher figure. Raises ValueError where
    floor and target are the same.
    """
    return clamp(_way(performance, floor, target), _NONE, _ALL)


def gap_to_goal(
    performance: Decimal, baseline: Decimal, target: Decimal, starts: Decimal = Decimal(50)
) -> Fraction:
    """Achievement that starts to count at `starts` percent of the way to the target (formula c7, LI-GAP).

    Raises ValueError where baseline and target are the same, or where `starts` is not below 100.
    """
    zero = part(starts)
    if zero >= 1:
        raise ValueError("a gap-to-goal curve starts below 100%")
    return clamp((_way(performance, baseline, target) - zero) / (1 - zero), _NONE, _ALL)


def stepped(performance: Decimal, floor: Decimal, target: Decimal) -> Fraction:
    """Achievement in steps: nothing below the floor, half from it, all from the target (formula c7).

    Raises ValueError where floor and target are the same.
    """
    way = _way(performance, floor, target)
    if way >= 1:
        return _ALL
    return Fraction(1, 2) if way >= 0 else _NONE


def outcome_pay(pool: int, lines: Sequence[tuple[Decimal, Fraction]]) -> OutcomePay:
    """What a pool of `pool` pence pays on (weight in percent, achievement 0 to 1) lines (formula c7).

    Each line is rounded half to even, and the last with something to earn settles the odd pence; nothing
    is paid beyond the pool. Raises ValueError for a negative pool, weights that do not make 100% or are
    negative, or an achievement outside 0 to 1.
    """
    weights = [part(weight) for weight, _ in lines]
    if pool < 0 or sum(weights) != 1 or min(weights) < 0 or any(not 0 <= a <= 1 for _, a in lines):
        raise ValueError("weights must make 100%, and achievements lie between 0 and 1")
    scores = [weight * achieved for weight, (_, achieved) in zip(weights, lines, strict=True)]
    score = sum(scores, start=_NONE)
    paid = [whole_pence(pool * part_score) for part_score in scores]
    earned = whole_pence(pool * score)
    settle_residual(paid, earned, [pool if part_score else 0 for part_score in scores])
    return OutcomePay(tuple(paid), earned, pool - earned, score)


def below_minimum(expected: int, minimum: int) -> int:
    """By how many the expected number falls short of the minimum number (rule OUT-026); 0 if it does not."""
    return max(0, minimum - expected)


def interval(percent: Decimal, number: int) -> tuple[Decimal, Decimal]:
    """The 95% Wilson interval of a proportion, in percent to 1 place (formula c14).

    `percent` is 0 to 100, `number` the denominator. Raises ValueError outside those, or below 1.
    """
    if number < 1 or not 0 <= percent <= 100:
        raise ValueError("a proportion lies between 0% and 100% of at least 1")
    sums = _SUMS.copy()
    n, p = Decimal(number), sums.divide(percent, Decimal(100))
    square = sums.multiply(_DEVIATE, _DEVIATE)
    scale = sums.add(Decimal(1), sums.divide(square, n))
    centre = sums.add(p, sums.divide(square, 2 * n))
    spread = sums.add(
        sums.divide(sums.multiply(p, sums.subtract(Decimal(1), p)), n),
        sums.divide(square, sums.multiply(4 * n, n)),
    )
    reach = sums.multiply(_DEVIATE, sums.sqrt(spread))
    ends = (sums.subtract(centre, reach), sums.add(centre, reach))
    low, high = (sums.divide(sums.multiply(end, Decimal(100)), scale) for end in ends)
    return _one_place(low), _one_place(high)


def within_noise(baseline: Decimal, target: Decimal, number: int) -> bool:
    """Whether a target lies inside the 95% interval of the baseline, both percentages (rule OUT-027)."""
    low, high = interval(baseline, number)
    return low <= target <= high


def divided(
    owners: Sequence[str], parts: Mapping[str, Decimal]
) -> tuple[tuple[tuple[str, ...], Fraction], ...]:
    """How a result falls on its owners: whole on all of them together, or on each the part it is given.

    `parts` are percentages by owner; they divide it where they name just the owners and make 100%.
    """
    if len(owners) > 1 and set(parts) == set(owners) and sum(map(part, parts.values())) == 1:
        return tuple(((owner,), part(parts[owner])) for owner in owners)
    return ((tuple(owners), _ALL),)


def _way(performance: Decimal, start: Decimal, goal: Decimal) -> Fraction:
    distance = Fraction(goal) - Fraction(start)
    if distance == 0:
        raise ValueError("a curve needs two different points")
    return (Fraction(performance) - Fraction(start)) / distance


def _one_place(value: Decimal) -> Decimal:
    return abs(value.quantize(Decimal("0.1"), ROUND_HALF_EVEN, _SUMS.copy()))
