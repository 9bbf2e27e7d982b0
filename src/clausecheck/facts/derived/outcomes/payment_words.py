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
from clausecheck.facts.derived.outcomes.stakes import Pool
from clausecheck.model.draft import Field
from clausecheck.model.values import Share, Shares

_HALF, _NIL, _ALL = Decimal(50), Decimal(0), Decimal(100)


def halfway(most: Pool | None) -> str:
    """What a straight line, gap to goal and a single step pay halfway from floor to target."""
    pool = most.pence if most and most.pence else MILLION
    line = whole_pence(pool * achievement(_HALF, _NIL, _ALL))
    goal = whole_pence(pool * gap_to_goal(_HALF, _NIL, _ALL))
    return (
        f"Halfway from floor to target a straight line pays {pounds(line)} of {_pool(most)}, and a step at "
        f"the target, or gap to goal from half of the way, pays {pounds(goal)}"
    )


def both_types(most: Pool | None) -> str:
    """What a provider has, with everything earned and with nothing, under each type."""
    if most is None or not most.pence or most.budget is None:
        return (
            "Of a price of £1,000,000 with £50,000 on outcomes, a withhold pays £950,000 to £1,000,000, and "
            "a bonus £1,000,000 to £1,050,000"
        )
    low, top, high = (pounds(most.budget + each) for each in (-most.pence, 0, most.pence))
    return f"As a withhold it pays {low} to {top} {most.when}, and as a bonus {top} to {high}"


def half_earned(most: Pool | None) -> str:
    """What is left of the money where half of it is earned."""
    left = pounds(percent_of(most.pence if most and most.pence else MILLION, _HALF))
    return f"With half of it earned, {left} of {_pool(most)} is left over, and nothing says who has it"


def step(most: Pool | None, weighed: Share | None) -> str:
    """What the last case before a step decides, for the outcome that weighs most."""
    weight = weighed.percent if weighed and weighed.percent is not None else _ALL
    on = f"On {weighed.name.id} the" if weighed else "The"
    if most is None or not most.pence:
        decided = f"{pounds(percent_of(MILLION, weight))} of every £1,000,000 that depends on outcomes"
        return f"{on} last case before the step decides up to {decided}"
    worked = f" ({percentage(weight)} of {pounds(most.pence)})" if weight != _ALL else ""
    decided = f"{pounds(percent_of(most.pence, weight))} {most.when}{worked}"
    return f"{on} last case before the step decides up to {decided}"


def heaviest(field: Field | None) -> Share | None:
    """The share of a list of weights that is the largest, where every weight is there."""
    listed = field.value.shares if field and isinstance(field.value, Shares) else ()
    known = [share for share in listed if share.percent is not None]
    if not known or len(known) < len(listed):
        return None
    return max(known, key=lambda share: share.percent or _NIL)


def fall_of(pools: Sequence[Pool]) -> dict[str, str]:
    """The first fall from one year to the next: both years, and what each pays."""
    found = next((pair for pair in pairwise(pools) if pair[1].share < pair[0].share), None)
    if found is None:
        return {}
    known = all(pool.budget for pool in found)
    amounts = [percent_of(pool.budget if known and pool.budget else MILLION, pool.share) for pool in found]
    earlier, later = (
        f"{pool.year} pays {pounds(amount)} ({percentage(pool.share)} of {_base(pool, known)})"
        for pool, amount in zip(found, amounts, strict=True)
    )
    less = amounts[0] - amounts[1]
    change = f", {pounds(less)} less" if less > 0 else f", {pounds(-less)} more" if less else ""
    return {"before": found[0].year, "after": found[1].year, "fall": f"{earlier}, and {later}{change}"}


def _base(pool: Pool, known: bool) -> str:
    return pounds(pool.budget) if known and pool.budget else "every £1,000,000 of the Budget"


def _pool(most: Pool | None) -> str:
    return f"{pounds(most.pence)} {most.when}" if most and most.pence else "every £1,000,000"
