"""What a step of a pool's settlement is worth in pounds: one that is never applied, or is not there."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from clausecheck.facts.arithmetic.exact import percent_of
from clausecheck.facts.arithmetic.money import percent as percentage
from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.arithmetic.shares import MILLION
from clausecheck.facts.derived.budget.budget import budget_of
from clausecheck.facts.derived.risk_share.bands import rule_of
from clausecheck.facts.derived.risk_share.exposure import FIVE, bands_for
from clausecheck.facts.derived.risk_share.limits import limits_of
from clausecheck.facts.derived.risk_share.results import named, result_of, together
from clausecheck.facts.derived.risk_share.thresholds import size_of
from clausecheck.model.draft import Block, Draft
from clausecheck.model.values import Amount, Percent

_ONE = Decimal(1)


def unapplied(draft: Draft, pool: Block, steps: Sequence[str]) -> str:
    """What the first of these steps, which the pool states, is worth where it is never applied."""
    for step in steps:
        if worth := _worth(draft, pool, step):
            return worth
    return "a result is not what the pool's own terms make it"


def not_there(draft: Draft, pool: Block, steps: Sequence[str]) -> str:
    """What the first of these steps, which the pool lacks, would be worth if a term for it was lost."""
    budget = budget_of(draft, pool)
    known = budget is not None and budget > 0
    base = budget if budget is not None and known else 10 * MILLION
    of = "of the Budget" if known else f"of a budget of {pounds(base)}"
    match steps[0] if steps else "":
        case "threshold":
            held = pounds(percent_of(base, _ONE))
            return f"a threshold of 1% {of} would keep a result of up to {held} from being shared"
        case "cap":
            most = pounds(percent_of(base, FIVE))
            return f"a cap of 5% {of} would stop at {most}, and without one nothing does"
        case "levy":
            return f"a levy of 1% would take {pounds(percent_of(MILLION, _ONE))} of a gain of £1,000,000"
        case "quality":
            return (
                _lower(_ungated(draft, pool))
                or "without a condition £1,000,000 of gain is paid whatever the quality"
            )
    return "without it nothing says who takes how much of a result of £1,000,000"


def _worth(draft: Draft, pool: Block, step: str) -> str:
    match step:
        case "quality" if pool.get("Gain conditions"):
            return _lower(_ungated(draft, pool))
        case "threshold":
            return _threshold(draft, pool)
        case "cap":
            return _cap(draft, pool)
        case "levy":
            return _levy(pool)
        case "bands":
            return _bands(draft, pool)
        case "shares":
            return "nothing says who takes how much of a result of £1,000,000"
    return ""


def _ungated(draft: Draft, pool: Block) -> str:
    gain = result_of(draft, pool, "gain")
    if gain is None or not gain.providers:
        return ""
    return (
        f"{gain.point} {named(gain.providers)} would be paid {together(gain.providers)} whatever the outcomes"
    )


def _threshold(draft: Draft, pool: Block) -> str:
    field = pool.get("Threshold")
    value = field.value if field else None
    size = size_of(value, budget_of(draft, pool)) if isinstance(value, Amount) else None
    return f"a result of {pounds(size - 100)}, which the Threshold keeps out, would be shared" if size else ""


def _bands(draft: Draft, pool: Block) -> str:
    budget = budget_of(draft, pool)
    banded = bands_for(pool, "gain", budget) or bands_for(pool, "loss", budget)
    kept = next(
        (each.range.high for each in banded or () if rule_of(each.entry) in ("none", "retained")), None
    )
    if not budget or kept is None:
        return ""
    return f"a result of {pounds(percent_of(budget, kept))}, which the first band keeps out, would be shared"


def _cap(draft: Draft, pool: Block) -> str:
    limit = next((limit for limit in limits_of(draft, pool) if limit.pence), None)
    if limit is None or limit.pence is None:
        return ""
    whose = limit.party or "the pool"
    twice = pounds(limit.pence * 2)
    return f"{whose} could take more than its cap of {pounds(limit.pence)}, such as twice that, {twice}"


def _levy(pool: Block) -> str:
    field = pool.get("Levy")
    if field is None or not isinstance(field.value, Percent):
        return ""
    taken = pounds(percent_of(MILLION, field.value.value))
    return f"of a gain of £1,000,000 the levy of {percentage(field.value.value)}, {taken}, would not be taken"


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
