"""Which steps of a pool come to different results in a different order, and what the results are."""

from __future__ import annotations

from decimal import Decimal

from clausecheck.facts.arithmetic.bands import Band, partition, payment
from clausecheck.facts.arithmetic.caps import OrderSensitivity, Step, order_sensitivity
from clausecheck.facts.arithmetic.exact import percent_of, total
from clausecheck.facts.arithmetic.money import percent as percentage
from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.derived.budget.budget import budget_of
from clausecheck.facts.derived.frame.parties import PROVIDING, roles
from clausecheck.facts.derived.risk_share.bands import rule_of
from clausecheck.facts.derived.risk_share.exposure import bands_for
from clausecheck.facts.derived.risk_share.limits import limits_of
from clausecheck.facts.derived.risk_share.shares import shares_of
from clausecheck.facts.derived.risk_share.thresholds import size_of
from clausecheck.model.draft import Block, Draft
from clausecheck.model.values import Amount, Percent

# Where the draft's own figures give no two results, a worked sum shows what an order changes.
_WORKED = (
    (
        {"shares", "cap"},
        "Of a result of £1,000,000 with a cap of £500,000, a share of 50% comes to £250,000 if the cap comes "
        "first, and to £500,000 if the shares do",
    ),
    (
        {"threshold", "bands"},
        "Of a result of £1,000,000 with a threshold of £200,000 for the excess, the bands read £800,000 if "
        "the threshold comes first, and £1,000,000 if they do",
    ),
    (
        {"threshold", "cap"},
        "Of a result of £1,000,000 with a cap and a threshold for the excess of £500,000 each, £500,000 is "
        "left if the threshold comes first, and nothing if the cap does",
    ),
    (
        {"levy", "cap"},
        "Of a gain of £1,000,000 with a cap of £500,000, a levy of 2% leaves £490,000 (£500,000 - £10,000) "
        "if the cap comes first, and £500,000 (of £980,000) if the levy does",
    ),
    (
        {"bands", "cap"},
        "Of a result of £1,000,000 with a cap of £500,000, a band of 50% comes to £250,000 if the cap comes "
        "first, and to £500,000 if the bands do",
    ),
)


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
    """What two orders of the clashing steps come to, in a sentence; empty where none clash."""
    if not clash:
        return ""
    budget = budget_of(draft, pool)
    worked = next(words for steps, words in _WORKED if steps <= set(clash))
    found = _cap_and_shares(draft, pool) if "cap" in clash else ""
    if not found and budget and budget > 0 and {"threshold", "bands"} <= set(clash):
        found = _threshold_and_bands(pool, budget)
    return found or worked


def _cap_and_shares(draft: Draft, pool: Block) -> str:
    """A gain (or a loss) of twice the pool's cap, with the cap before the shares (and levy) and after."""
    caps = [each for each in limits_of(draft, pool) if each.party is None]
    cap = next((each for each in caps if each.side != "loss"), caps[0] if caps else None)
    side = "loss" if cap and cap.side == "loss" else "gain"
    share, whose = _share_priced(draft, pool, side)
    if cap is None or cap.pence is None or not 0 < share <= 100:
        return ""
    levy = pool.get("Levy")
    taken = levy.value.value if side == "gain" and levy and isinstance(levy.value, Percent) else Decimal(0)
    found = order_sensitivity(cap.pence * 2, cap=cap.pence, share=share, levy=taken)
    if not found.difference:
        return ""
    low, high = (_order_of(found, pence) for pence in (found.lowest, found.highest))
    return (
        f"On a {side} of {pounds(cap.pence * 2)}, {whose} {percentage(share)} comes to "
        f"{pounds(found.lowest)} with {low}, and {pounds(found.highest)} with {high}"
    )


def _share_priced(draft: Draft, pool: Block, side: str) -> tuple[Decimal, str]:
    """The share that the sum is made for, and whose it is: the providers', or else the largest single one."""
    parties = {party.id: roles(party) for party in draft.of("PARTY")}
    shares = [share for share in shares_of(pool, side) if share.percent is not None]
    if len(shares) < len(shares_of(pool, side)) or not shares:
        return Decimal(0), ""
    providing = [share for share in shares if parties.get(share.name.id, frozenset()) & PROVIDING]
    if providing:
        return total(share.percent or Decimal(0) for share in providing), "the providers'"
    largest = max(shares, key=lambda share: share.percent or Decimal(0))
    return largest.percent or Decimal(0), f"{largest.name.id}'s"


def _order_of(found: OrderSensitivity, pence: int) -> str:
    """The first order of steps that comes to this."""
    steps = next(order for order, result in found.results if result == pence)
    return " then ".join("shares" if step is Step.SHARE else step.value for step in steps)


def _threshold_and_bands(pool: Block, budget: int) -> str:
    """A gain or loss in the middle of the highest dividing band, read before and after the threshold."""
    field = pool.get("Threshold")
    banded = bands_for(pool, "gain", budget) or bands_for(pool, "loss", budget)
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
