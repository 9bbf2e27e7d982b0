"""A threshold that lets only the excess through, beside bands: what the two come to is read in two ways."""

from __future__ import annotations

from decimal import Decimal

from clausecheck.facts.arithmetic.bands import payment
from clausecheck.facts.arithmetic.exact import percent_of
from clausecheck.facts.arithmetic.money import joined, pounds
from clausecheck.facts.arithmetic.threshold import Kind
from clausecheck.facts.blocks import ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.budget.budget import budget_of
from clausecheck.facts.derived.risk_share.exposure import FIVE, bands_for, party_bands
from clausecheck.facts.derived.risk_share.settlement import providers_of
from clausecheck.facts.derived.risk_share.shares import sides_of
from clausecheck.facts.derived.risk_share.thresholds import kind_of, size_of, threshold_for
from clausecheck.facts.kinds import kind, text, word
from clausecheck.model.draft import Block, Draft
from clausecheck.model.values import Amount

KINDS = (
    kind(
        "excess_in_bands",
        "A threshold of a pool that shares the excess only, on a side that has bands too.",
        pool=word("the RISK SHARE"),
        side=word("the first side on which they stand together: gain or loss"),
        said=text("the threshold as written"),
        readings=text("what the two readings come to at one size, in a sentence"),
        bands=text("the line of the bands"),
    ),
)

_DOES = {"gain": ("underspend", "receive"), "loss": ("overspend", "pay")}


def derive(draft: Draft, facts: Collector) -> None:
    """Adds each pool in which a threshold and bands both say what lies below."""
    for pool in draft.of("RISK SHARE"):
        for side, other in (("loss", "gain only"), ("gain", "loss only")):
            value = threshold_for(pool, side)
            if value is None or kind_of(value) is not Kind.EXCESS_ONLY or sides_of(pool) == other:
                continue
            said = _readings(draft, pool, side, value)
            if said:
                _add(pool, side, value, said, facts)
                break


def _add(pool: Block, side: str, value: Amount, said: str, facts: Collector) -> None:
    lines = (f"{side.capitalize()} bands", "Bands")
    banded = next((field for label in lines if (field := pool.get(label))), None)
    facts.add(
        "excess_in_bands",
        value.span,
        (*pool.path, "Threshold"),
        pool=ref_of(pool),
        side=side,
        shown={"name": pool.title or pool.name, "said": value.raw, "readings": said},
        spans={"bands": banded.span} if banded else {},
    )


def _readings(draft: Draft, pool: Block, side: str, value: Amount) -> str:
    """Both results at 5% of the Budget, or at twice the threshold; empty where they are alike or unclear."""
    budget = budget_of(draft, pool)
    held = size_of(value, budget)
    banded = bands_for(pool, side, budget)
    if not budget or budget <= 0 or not held or not banded:
        return ""
    # Bands that begin where the threshold ends can only be meant in percent of the Budget.
    if min(percent_of(budget, each.range.low or Decimal(0)) for each in banded) >= held:
        return ""
    size = max(percent_of(budget, FIVE), held * 2)
    from_first, in_place, takers = 0, 0, []
    for party in providers_of(draft):
        bands = party_bands(pool, side, party, budget)
        if bands is None or any(band.whole for band in bands):
            return ""
        above = payment(bands, budget, size - held)
        between = payment(bands, budget, size) - payment(bands, budget, held)
        from_first, in_place = from_first + above, in_place + between
        takers += [party] if above or between else []
    if from_first == in_place:
        return ""
    spend, does = _DOES[side]
    share = f" of 5% ({pounds(size)})" if size == percent_of(budget, FIVE) else f" of {pounds(size)}"
    return (
        f"Of an {spend}{share} {joined(takers)} would {does} {_sum(from_first)} if the bands divide the "
        f"{pounds(size - held)} of excess from its first pound, and {_sum(in_place)} if they divide what "
        f"lies between {pounds(held)} and {pounds(size)}"
    )


def _sum(pence: int) -> str:
    return pounds(pence) if pence else "nothing"
