"""Caps in pounds, and the most each party can lose, against what it says it can bear."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from clausecheck.facts.arithmetic.caps import Cap, lowest
from clausecheck.facts.arithmetic.money import percent as percentage
from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.blocks import ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.budget import budget_of
from clausecheck.facts.derived.frame import PROVIDING, money_of, roles
from clausecheck.facts.derived.shares import shares_of, sides_of
from clausecheck.facts.kinds import flag, kind, money, percent, text, word
from clausecheck.model.draft import Block, Draft
from clausecheck.model.values import Amount, Text
from clausecheck.spans import Span

KINDS = (
    kind(
        "cap",
        "One cap of a pool, for the pool or for a party.",
        pool=word("the RISK SHARE"),
        side=word("gain, loss or both"),
        party=word("the party it is for", optional=True),
        of_pool=flag("it limits the pool as a whole"),
        percentage=flag("it is a percentage"),
        has_base=flag("it is an amount, or says what it is a percentage of"),
        amount=money("what it comes to a Contract Year, where that is known", optional=True),
        said=text("the cap as written"),
    ),
    kind(
        "member_cap",
        "The most that a party can lose in a pool in a Contract Year.",
        pool=word("the RISK SHARE"),
        party=word("the party's id"),
        share=percent("its share of losses", optional=True),
        capped=flag("a cap for it, or for the pool, limits its loss"),
        own_cap=flag("a cap names it"),
        provider=flag("it is a provider"),
        uncapped_accepted=flag("the pool says that a board has accepted a loss without limit"),
        amount=money("the most it can lose, where that is limited and known", optional=True),
        capacity=money("the loss it says it can bear", optional=True),
        exceeds_capacity=flag("the most it can lose is more than it says it can bear"),
        beyond=text("by how much"),
        at_five_percent=text("what it would lose at an overspend of 5% of the budget"),
    ),
    kind(
        "pool_cap",
        "The most that a pool can lose, against what its members' caps leave to be borne.",
        pool=word("the RISK SHARE"),
        limit=money("the pool's own limit", optional=True),
        members=money("what all members' caps come to"),
        falls_short=flag("the members' caps come to less than the pool can lose"),
        residual_named=flag("a Residual line says who bears the rest"),
        short_by=text("by how much"),
    ),
)


@dataclass(frozen=True, slots=True)
class Limit:
    """A cap as read: its side, whom it is for, and what it comes to in pence if known."""

    side: str
    party: str | None
    value: Amount
    pence: int | None
    span: Span


def limits_of(draft: Draft, pool: Block) -> list[Limit]:
    """The caps of a pool."""
    field = pool.get("Cap")
    if field is None:
        return []
    budget = budget_of(draft, pool)
    found = []
    if isinstance(field.value, Amount):
        found.append(_limit("both", field.value, budget))
    for entry in field.entries:
        key = entry.key.raw.strip().lower() if isinstance(entry.key, Text) else ""
        side = "gain" if key.startswith("gain") else "loss" if key.startswith("loss") else "both"
        if isinstance(entry.value, Amount):
            found.append(_limit(side, entry.value, budget))
    return found


def _limit(side: str, value: Amount, budget: int | None) -> Limit:
    base = budget if value.percent and (value.percent.of or "").lower().startswith("budget") else None
    pence = Cap(
        value.money.pence if value.money else None, value.percent.value if value.percent else None, base
    ).resolved()
    return Limit(side, value.party.id if value.party else None, value, pence, value.span)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds every cap, every party's greatest loss, and how the members' caps meet the pool's."""
    for pool in draft.of("RISK SHARE"):
        limits = limits_of(draft, pool)
        for limit in limits:
            value = limit.value
            facts.add(
                "cap",
                limit.span,
                (*pool.path, "Cap"),
                pool=ref_of(pool),
                side=limit.side,
                party=limit.party,
                of_pool=limit.party is None,
                percentage=value.percent is not None,
                has_base=value.money is not None or (value.percent is not None and bool(value.percent.of)),
                amount=limit.pence,
                shown={"name": value.raw, "said": value.raw},
            )
        # What could not be read may be the very cap that is missing.
        field = pool.get("Cap")
        if field is None or limits:
            _members(draft, pool, limits, facts)


def _members(draft: Draft, pool: Block, limits: list[Limit], facts: Collector) -> None:
    if sides_of(pool) == "gain only" or not (pool.complete or limits):
        return
    on_loss = [limit for limit in limits if limit.side in ("loss", "both")]
    pool_limit = lowest(*(limit.pence for limit in on_loss if limit.party is None))
    pool_capped = any(limit.party is None for limit in on_loss)
    budget = budget_of(draft, pool)
    parties = {party.id: party for party in draft.of("PARTY")}
    accepted = any(
        "uncapped" in (field.raw.lower()) and "accept" in field.raw.lower()
        for field in pool.fields
        if field.label in ("Member limits", "Cap", "Loss recovery", "Commissioner risk")
    )
    known: list[int] = []
    everyone_capped = True
    for share in shares_of(pool, "loss"):
        if share.percent is not None and share.percent <= 0:
            continue
        party = parties.get(share.name.id)
        own = [limit for limit in on_loss if limit.party == share.name.id]
        own_most = lowest(*(limit.pence for limit in own))
        of_pool = int(pool_limit * share.percent / 100) if pool_limit and share.percent else None
        most = lowest(own_most, of_pool)
        capacity = money_of(party, "Risk capacity")
        field = pool.get("Loss shares") or pool.get("Shares")
        at_five = int(Decimal(budget) * share.percent / 2000) if budget and share.percent else None
        spans = {"share": share.span}
        if own:
            spans["amount"] = own[0].span
        if party is not None and (stated := party.get("Risk capacity")):
            spans["capacity"] = stated.span
        facts.add(
            "member_cap",
            own[0].span if own else share.span,
            (*pool.path, "Cap" if own else field.label if field else "Shares"),
            pool=ref_of(pool),
            party=share.name.id,
            share=share.percent,
            capped=bool(own) or pool_capped,
            own_cap=bool(own),
            provider=party is not None and bool(roles(party) & PROVIDING),
            uncapped_accepted=accepted,
            amount=most,
            capacity=capacity,
            exceeds_capacity=most is not None and capacity is not None and most > capacity,
            shown={
                "name": share.name.id,
                "pool": pool.title or pool.name,
                "beyond": pounds(most - capacity) if most is not None and capacity is not None else "",
                "at_five_percent": pounds(at_five) if at_five is not None else "",
                "share": percentage(share.percent) if share.percent is not None else "",
            },
            spans=spans,
        )
        everyone_capped = everyone_capped and own_most is not None
        if own_most is not None:
            known.append(own_most)
    if known and everyone_capped:
        _pool(pool, pool_limit, sum(known), on_loss, facts)


def _pool(pool: Block, limit: int | None, members: int, limits: list[Limit], facts: Collector) -> None:
    short = limit is None or members < limit
    residual = pool.get("Residual")
    facts.add(
        "pool_cap",
        next((one.span for one in limits if one.party is None), limits[0].span),
        (*pool.path, "Cap"),
        pool=ref_of(pool),
        limit=limit,
        members=members,
        falls_short=short,
        residual_named=residual is not None or not pool.complete,
        shown={
            "name": pool.title or pool.name,
            "short_by": pounds(limit - members) if limit is not None and short else "",
        },
    )
