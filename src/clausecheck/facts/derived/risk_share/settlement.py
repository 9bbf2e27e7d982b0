"""What a party receives of a gain, or pays of a loss, of a given size.

What a draft leaves unclear is never guessed: where a step cannot be worked out there is no figure.
"""

from __future__ import annotations

from decimal import Decimal

from clausecheck.facts.arithmetic.bands import partition, payment
from clausecheck.facts.arithmetic.caps import lowest
from clausecheck.facts.arithmetic.exact import percent_of
from clausecheck.facts.arithmetic.threshold import Kind
from clausecheck.facts.derived.frame.frame import PROVIDING, roles
from clausecheck.facts.derived.risk_share.exposure import bands_for, party_bands
from clausecheck.facts.derived.risk_share.limits import all_read, limits_of
from clausecheck.facts.derived.risk_share.shares import shares_of
from clausecheck.facts.derived.risk_share.thresholds import kind_of, past_threshold, threshold_for
from clausecheck.model.draft import Block, Draft


def providers_of(draft: Draft) -> tuple[str, ...]:
    """The parties that provide, in order."""
    return tuple(party.id for party in draft.of("PARTY") if roles(party) & PROVIDING)


def listed_share(pool: Block, side: str, party: str) -> Decimal | None:
    """A party's share in the list that serves a side: 0 where the list leaves it out, None without one."""
    shares = shares_of(pool, side)
    if not shares:
        return None
    found = [each.percent for each in shares if each.name.id == party]
    return found[0] if found else Decimal(0)


def share_at(pool: Block, side: str, party: str, at: Decimal) -> Decimal | None:
    """The share that a party has of the last pound of a gain or loss of `at` percent of the Budget."""
    if bands_for(pool, side) is None:
        return listed_share(pool, side, party)
    for band in party_bands(pool, side, party) or ():
        if band.lower < at and (band.upper is None or at <= band.upper):
            return band.share
    return None


def line_at(draft: Draft, pool: Block, side: str, party: str, budget: int, size: int) -> int | None:
    """What a party takes of a gain or loss of `size` pence; None where that cannot be worked out."""
    limits = [limit for limit in limits_of(draft, pool) if limit.side in (side, "both")]
    if budget <= 0 or not all_read(pool) or any(limit.pence is None for limit in limits):
        return None
    shared = past_threshold(pool, side, budget, size)
    raw = _before_caps(pool, side, party, budget, shared) if shared is not None else None
    if raw is None:
        return None
    of_pool = lowest(*(limit.pence for limit in limits if limit.party is None))
    if of_pool is not None and shared and shared > of_pool:
        raw = min(raw, raw * of_pool // shared)
    return lowest(raw, *(limit.pence for limit in limits if limit.party == party))


def _before_caps(pool: Block, side: str, party: str, budget: int, shared: int) -> int | None:
    if shared == 0:
        return 0
    if bands_for(pool, side) is None:
        share = listed_share(pool, side, party)
        return percent_of(shared, share) if share is not None and share >= 0 else None
    # Whether bands are read before or after an excess is taken is for the Order, and may be in dispute.
    value = threshold_for(pool, side)
    bands = party_bands(pool, side, party)
    if not bands or not partition(bands).complete or (value and kind_of(value) is Kind.EXCESS_ONLY):
        return None
    return payment(bands, budget, shared)


def of_providers(
    draft: Draft, pool: Block, side: str, budget: int, size: int
) -> tuple[tuple[str, ...], int] | None:
    """The providers that share a gain or loss of `size`, and what they take of it together."""
    lines = {name: line_at(draft, pool, side, name, budget, size) for name in providers_of(draft)}
    if None in lines.values():
        return None
    taking = {name: line for name, line in lines.items() if line}
    return (tuple(taking), sum(taking.values())) if taking else None
