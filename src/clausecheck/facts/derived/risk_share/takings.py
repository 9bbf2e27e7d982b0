"""What the parties to a pool would receive of a saving: the gain side of what `exposure` says of losses.

What a draft leaves unclear is never guessed: where a band is in words, a threshold does not say of which
kind it is, or a cap of the whole pool would bind, there is no answer.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from clausecheck.facts.arithmetic.bands import partition, payment
from clausecheck.facts.arithmetic.caps import lowest
from clausecheck.facts.arithmetic.exact import percent_of
from clausecheck.facts.arithmetic.threshold import Kind, shared_part
from clausecheck.facts.derived.budget.budget import budget_of
from clausecheck.facts.derived.risk_share.exposure import FIVE, bands_for, party_bands
from clausecheck.facts.derived.risk_share.limits import all_read, limits_of, side_of
from clausecheck.facts.derived.risk_share.shares import shares_of
from clausecheck.model.draft import Block, Draft
from clausecheck.model.values import Amount, Money, Text


def saving(draft: Draft, pool: Block) -> int | None:
    """A saving of 5% of a pool's Budget, in pence; None where the Budget is not known."""
    budget = budget_of(draft, pool)
    return percent_of(budget, FIVE) if budget else None


def takings(draft: Draft, pool: Block) -> dict[str, int] | None:
    """What each party would receive of a saving of 5% of the Budget, in pence; None where that is unclear."""
    budget, size = budget_of(draft, pool), saving(draft, pool)
    shares = [(each.name.id, each.percent) for each in shares_of(pool, "gain")]
    if not budget or not size or not shares or not all_read(pool):
        return None
    found: dict[str, int] = {}
    for party, percent in shares:
        taken = _taken(pool, budget, size, party, percent)
        if taken is None:
            return None
        found[party] = taken
    return _held_to_caps(draft, pool, found)


def of_parties(found: dict[str, int] | None, parties: Iterable[str]) -> int | None:
    """What some of the parties receive together; None where nothing is known, or it is nothing."""
    if found is None:
        return None
    return sum(found.get(party, 0) for party in parties) or None


def _taken(pool: Block, budget: int, size: int, party: str, percent: Decimal | None) -> int | None:
    if percent is None or percent < 0:
        return None
    if bands_for(pool, "gain", budget) is not None:
        bands = party_bands(pool, "gain", party, budget)
        return payment(bands, budget, size) if bands and partition(bands).complete else None
    shared = _shared(pool, budget, size)
    return None if shared is None else percent_of(shared, percent)


def _shared(pool: Block, budget: int, size: int) -> int | None:
    """The part of a saving that a threshold lets through, in pence."""
    field = pool.get("Threshold")
    if field is None:
        return size
    values = [field.value] if field.value is not None else []
    for entry in field.entries:
        key = entry.key.raw if isinstance(entry.key, Text) else ""
        if side_of(key) != "loss" and entry.value is not None:
            values.append(entry.value)
    if not values:
        return size
    value = values[0]
    if len(values) > 1 or not isinstance(value, Amount):
        return None
    note = value.note.lower()
    kind = Kind.EXCESS_ONLY if "excess" in note else Kind.FIRST_POUND if "first pound" in note else None
    percent = _percent(value.money, budget) if value.money else value.percent.value if value.percent else None
    if kind is None or percent is None:
        return None
    return int(shared_part(size, budget, percent, kind))


def _percent(amount: Money, budget: int) -> Decimal:
    return Decimal(amount.pence) * 100 / Decimal(budget)


def _held_to_caps(draft: Draft, pool: Block, found: dict[str, int]) -> dict[str, int] | None:
    on_gain = [limit for limit in limits_of(draft, pool) if limit.side in ("gain", "both")]
    if any(limit.pence is None for limit in on_gain):
        return None
    of_pool = lowest(*(limit.pence for limit in on_gain if limit.party is None))
    if of_pool is not None and sum(found.values()) > of_pool:
        return None
    return {
        party: lowest(taken, *(limit.pence for limit in on_gain if limit.party == party)) or 0
        for party, taken in found.items()
    }
