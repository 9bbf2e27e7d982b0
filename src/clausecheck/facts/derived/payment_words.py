"""What the terms of a payment for outcomes come to in pounds, at a named point, in words."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from clausecheck.facts.arithmetic.exact import percent_of, whole_pence
from clausecheck.facts.arithmetic.money import percent as percentage
from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.arithmetic.outcomes import achievement, gap_to_goal
from clausecheck.facts.arithmetic.shares import MILLION
from clausecheck.model.draft import Field
from clausecheck.model.values import Share, Shares

_HALF, _NIL, _ALL = Decimal(50), Decimal(0), Decimal(100)


def halfway(most: int | None) -> str:
    """What a straight line, gap to goal and a single step pay halfway from floor to target."""
    pool = most or MILLION
    line = whole_pence(pool * achievement(_HALF, _NIL, _ALL))
    goal = whole_pence(pool * gap_to_goal(_HALF, _NIL, _ALL))
    return (
        f"Halfway from floor to target a straight line pays {pounds(line)} of {_pool(most)}, and a step at the "
        f"target, or gap to goal from half of the way, pays {pounds(goal)}"
    )


def both_types(budget: int | None, most: int | None) -> str:
    """What a provider has, with everything earned and with nothing, under each type."""
    if not most or budget is None:
        return (
            "Of a price of £1,000,000 with £50,000 on outcomes, a withhold pays £950,000 to £1,000,000, and a "
            "bonus £1,000,000 to £1,050,000"
        )
    low, top, high = pounds(budget - most), pounds(budget), pounds(budget + most)
    return f"As a withhold it pays {low} to {top} a Contract Year, and as a bonus {top} to {high}"


def half_earned(most: int | None) -> str:
    """What is left of the money where half of it is earned."""
    left = pounds(percent_of(most or MILLION, _HALF))
    return f"With half of it earned, {left} of {_pool(most)} is left over, and nothing says who has it"


def step(most: int | None, weighed: Share | None) -> str:
    """What the last case before a step decides, for the outcome that weighs most."""
    weight = weighed.percent if weighed else None
    if weighed is None or weight is None:
        return f"The last case before the step decides up to {_decided(most, _ALL)}"
    of = f" ({percentage(weight)} of {pounds(most)})" if most else ""
    return f"On {weighed.name.id} the last case before the step decides up to {_decided(most, weight)}{of}"


def heaviest(field: Field | None) -> Share | None:
    """The share of a list of weights that is the largest, where every weight is there."""
    listed = field.value.shares if field and isinstance(field.value, Shares) else ()
    known = [share for share in listed if share.percent is not None]
    if not known or len(known) < len(listed):
        return None
    return max(known, key=lambda share: share.percent or _NIL)


def fall_of(shares: Sequence[tuple[str, Decimal]], budget: int | None) -> dict[str, str]:
    """The first fall from one year to the next: both years, and what it comes to."""
    found = next((pair for pair in pairwise(shares) if pair[1][1] < pair[0][1]), None)
    if found is None:
        return {}
    (earlier, high), (later, low) = found
    pool = budget if budget is not None and budget > 0 else None
    more, less = percent_of(pool or MILLION, high), percent_of(pool or MILLION, low)
    of = pounds(pool) if pool else "every £1,000,000 of the Budget"
    return {
        "before": earlier,
        "after": later,
        "fall": (
            f"{earlier} pays {pounds(more)} ({percentage(high)} of {of}) and {later} {pounds(less)} "
            f"({percentage(low)} of it), {pounds(more - less)} less"
        ),
    }


def _pool(most: int | None) -> str:
    return f"{pounds(most)} a Contract Year" if most else "every £1,000,000"


def _decided(most: int | None, weight: Decimal) -> str:
    if most:
        return f"{pounds(percent_of(most, weight))} a Contract Year"
    return f"{pounds(percent_of(MILLION, weight))} of every £1,000,000 that depends on outcomes"
