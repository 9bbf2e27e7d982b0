"""Which steps of a pool come to different results in a different order, and what the results are."""

from __future__ import annotations

from decimal import Decimal

from clausecheck.facts.arithmetic.bands import Band, partition, payment
from clausecheck.facts.arithmetic.caps import order_sensitivity
from clausecheck.facts.arithmetic.exact import percent_of
from clausecheck.facts.arithmetic.money import percent as percentage
from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.derived.bands import rule_of
from clausecheck.facts.derived.budget import budget_of
from clausecheck.facts.derived.exposure import bands_for
from clausecheck.facts.derived.frame import PROVIDING, roles
from clausecheck.facts.derived.limits import Limit, limits_of
from clausecheck.facts.derived.shares import shares_of
from clausecheck.facts.derived.thresholds import size_of
from clausecheck.model.draft import Block, Draft
from clausecheck.model.values import Amount, Percent


def clashing(draft: Draft, pool: Block) -> tuple[str, ...]:
    """Two or more steps whose order changes what is paid; none where every order comes to the same.

    A cap for one party can only follow the shares, and a gate of quality gives all or nothing wherever it
    stands. What matters is where a cap of the pool stands, where a levy does beside any cap, and whether
    bands read a gain before or after a threshold.
    """
    limits = limits_of(draft, pool)
    pool_cap = any(limit.party is None for limit in limits)
    dividing = [
        step
        for step, labels in (
            ("threshold", ("Threshold",)),
            ("bands", ("Bands", "Gain bands", "Loss bands")),
            ("shares", ("Shares", "Gain shares", "Loss shares")),
        )
        if any(pool.get(label) for label in labels)
    ]
    levy = pool.get("Levy") is not None
    found = list(dividing) if pool_cap or {"threshold", "bands"} <= set(dividing) else []
    if not pool_cap and found:
        found = ["threshold", "bands"]
    levied = levy and any(limit.side in ("gain", "both") for limit in limits)
    if levied:
        found.append("levy")
    if pool_cap or levied:
        found.append("cap")
    return tuple(found) if len(found) > 1 else ()


def two_results(draft: Draft, pool: Block, clash: tuple[str, ...]) -> str:
    """What two orders of the clashing steps come to on the draft's own figures, in a sentence; else empty."""
    budget = budget_of(draft, pool)
    if budget is None or budget <= 0:
        return ""
    if "cap" in clash:
        return _cap_and_shares(draft, pool)
    return _threshold_and_bands(pool, budget) if clash else ""


def _cap_and_shares(draft: Draft, pool: Block) -> str:
    """A gain of twice the pool's cap, under cap before shares and shares (and levy) before cap."""
    cap = next((each for each in limits_of(draft, pool) if _caps_gains(each)), None)
    parties = {party.id: party for party in draft.of("PARTY")}
    providers = [
        share.percent
        for share in shares_of(pool, "gain")
        if share.name.id in parties and roles(parties[share.name.id]) & PROVIDING
    ]
    share = sum((each or Decimal(0) for each in providers), start=Decimal(0))
    if cap is None or cap.pence is None or None in providers or not 0 < share <= 100:
        return ""
    levy = pool.get("Levy")
    taken = levy.value.value if levy and isinstance(levy.value, Percent) else Decimal(0)
    found = order_sensitivity(cap.pence * 2, cap=cap.pence, share=share, levy=taken)
    if not found.difference:
        return ""
    return (
        f"On a gain of {pounds(cap.pence * 2)}, the providers' {percentage(share)} comes to "
        f"{pounds(found.lowest)} in one order and {pounds(found.highest)} in another"
    )


def _caps_gains(limit: Limit) -> bool:
    return limit.party is None and limit.side in ("gain", "both")


def _threshold_and_bands(pool: Block, budget: int) -> str:
    """A gain or loss in the middle of the highest dividing band, read before and after the threshold."""
    field = pool.get("Threshold")
    banded = bands_for(pool, "gain") or bands_for(pool, "loss")
    held = size_of(field.value, budget) if field and isinstance(field.value, Amount) else None
    if not banded or held is None or any(rule_of(each.entry) == "other" for each in banded):
        return ""
    bands = tuple(
        Band(
            each.range.low or Decimal(0),
            each.range.high,
            Decimal(100) if rule_of(each.entry) in ("list", "shared") else Decimal(0),
        )
        for each in banded
    )
    closed = [band for band in bands if band.share and band.upper is not None]
    if not closed or partition(bands).overlaps:
        return ""
    top = closed[-1]
    size = percent_of(budget, (top.lower + (top.upper or top.lower)) / 2)
    before, after = payment(bands, budget, size), payment(bands, budget, max(0, size - held))
    if before == after:
        return ""
    return (
        f"Of a gain or loss of {pounds(size)} the bands divide {pounds(before)} if they come first, and "
        f"{pounds(after)} if the threshold takes its part first"
    )
