"""What a party receives of a gain, or pays of a loss, of a given size.

What a draft leaves unclear is never guessed: where a step cannot be worked out there is no figure.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from clausecheck.facts.arithmetic.caps import lowest
from clausecheck.facts.arithmetic.exact import percent_of
from clausecheck.facts.arithmetic.threshold import Kind
from clausecheck.facts.derived.frame.parties import COMMISSIONING, PROVIDING, roles
from clausecheck.facts.derived.risk_share.exposure import bands_for, lines_at, party_bands
from clausecheck.facts.derived.risk_share.limits import OwnCaps, all_read, caps_on, limits_of
from clausecheck.facts.derived.risk_share.shares import shares_of
from clausecheck.facts.derived.risk_share.thresholds import kind_of, past_threshold, threshold_for
from clausecheck.facts.once import kept
from clausecheck.model.draft import Block, Draft
from clausecheck.model.values import Choice, Percent


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


def share_at(pool: Block, side: str, party: str, at: Decimal, budget: int | None) -> Decimal | None:
    """The share that a party has of the last pound of a gain or loss of `at` percent of the Budget."""
    if bands_for(pool, side, budget) is None:
        return listed_share(pool, side, party)
    for band in party_bands(pool, side, party, budget) or ():
        if band.lower < at and (band.upper is None or at <= band.upper):
            return band.share
    return None


def line_at(draft: Draft, pool: Block, side: str, party: str, budget: int, size: int) -> int | None:
    """What a party takes of a gain or loss of `size` pence; None where that cannot be worked out."""
    if not shares_of(pool, side) and bands_for(pool, side, budget) is None:
        return None
    found = settled(draft, pool, side, budget, size)
    return None if found is None else found.get(party, None if party in _listed(pool, side) else 0)


@kept
def settled(draft: Draft, pool: Block, side: str, budget: int, size: int) -> Mapping[str, int] | None:
    """What each party takes of a gain or loss of `size` pence, without those whose part is unclear.

    None where a step of the settlement cannot be worked out.
    """
    own, of_pool = caps_on(limits_of(draft, pool), side)
    if budget <= 0 or not all_read(pool) or None in of_pool or any(None in each for each in own.values()):
        return None
    shared = past_threshold(pool, side, budget, size)
    # Whether bands are read before or after an excess is taken is for the Order, and may be in dispute.
    value = threshold_for(pool, side) if bands_for(pool, side, budget) is not None else None
    if shared is None or (shared and value and kind_of(value) is Kind.EXCESS_ONLY):
        return None
    if shared == 0:
        return dict.fromkeys(_listed(pool, side), 0)
    if side == "loss":
        return lines_at(pool, side, budget, shared, own, of_pool) or None
    return _gains(draft, pool, budget, shared, own, of_pool)


def _gains(
    draft: Draft,
    pool: Block,
    budget: int,
    shared: int,
    own: OwnCaps,
    of_pool: tuple[int | None, ...],
) -> dict[str, int] | None:
    """Lines of a gain: held to caps, whose rest goes to nobody, and less the levy, as the Order has them."""
    field, order = pool.get("Levy"), pool.get("Order")
    if field is None:
        return _held(lines_at(pool, "gain", budget, shared, {}, of_pool), own, None) or None
    steps = order.value.values if order and isinstance(order.value, Choice) else ()
    if not isinstance(field.value, Percent) or ((own or of_pool) and not {"levy", "cap"} <= set(steps)):
        return None
    payers = {party.id for party in draft.of("PARTY") if roles(party) & COMMISSIONING}
    left = Decimal(100) - field.value.value

    def levied(lines: Mapping[str, int]) -> dict[str, int]:
        return {name: line if name in payers else percent_of(line, left) for name, line in lines.items()}

    if not {"levy", "cap"} <= set(steps) or steps.index("cap") < steps.index("levy"):
        lines = lines_at(pool, "gain", budget, shared, {}, of_pool)
        return levied(_held(lines, own, None)) or None
    return _held(levied(lines_at(pool, "gain", budget, shared, {}, ())), own, lowest(*of_pool)) or None


def _held(lines: Mapping[str, int], own: OwnCaps, of_pool: int | None) -> dict[str, int]:
    """Lines of a gain held to the pool's cap together, and each to its own."""
    together = sum(lines.values())
    over = of_pool is not None and together > of_pool
    held = {name: line * (of_pool or 0) // together if over else line for name, line in lines.items()}
    return {name: lowest(line, *own.get(name, ())) or 0 for name, line in held.items()}


def _listed(pool: Block, side: str) -> list[str]:
    return [share.name.id for share in shares_of(pool, side)]


def of_providers(
    draft: Draft, pool: Block, side: str, budget: int, size: int
) -> tuple[tuple[str, ...], int] | None:
    """The providers that share a gain or loss of `size`, and what they take of it together."""
    lines = {name: line_at(draft, pool, side, name, budget, size) for name in providers_of(draft)}
    if None in lines.values():
        return None
    taking = {name: line for name, line in lines.items() if line}
    return (tuple(taking), sum(taking.values())) if taking else None
