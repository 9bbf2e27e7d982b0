"""What each party can lose in all pools together, and who bears what is left above all caps."""

from __future__ import annotations

from decimal import Decimal

from clausecheck.facts.arithmetic.caps import Sharer, lowest, waterfall
from clausecheck.facts.arithmetic.exact import percent_of
from clausecheck.facts.arithmetic.money import percent as percentage
from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.arithmetic.position import Together, share_of, two_places
from clausecheck.facts.blocks import ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.budget.budget import budget_of
from clausecheck.facts.derived.frame.frame import kind_of_party, money_of
from clausecheck.facts.derived.risk_share.bands import rule_of
from clausecheck.facts.derived.risk_share.exposure import FIVE, bands_for, shared_at_most, unlimited
from clausecheck.facts.derived.risk_share.limits import all_read, limits_of
from clausecheck.facts.derived.risk_share.shares import shares_of, sides_of
from clausecheck.facts.derived.risk_share.thresholds import past_threshold
from clausecheck.facts.derived.words.reasons import names_party
from clausecheck.facts.kinds import count, flag, kind, money, percent, text, word
from clausecheck.model.draft import Block, Draft

KINDS = (
    kind(
        "party_exposure",
        "The most that a party can lose in a year in all pools together, as far as limits are known.",
        party=word("the party's id"),
        pools=count("how many pools that is"),
        most=money("the sum"),
        capacity=money("the loss it says it can bear", optional=True),
        beyond_together=flag("all pools together exceed its capacity, and none does alone"),
        turnover=money("its yearly income", optional=True),
        of_turnover=percent("the sum, as a percentage of its yearly income", optional=True),
        security_lacking=flag("a private or voluntary provider, not new, that nobody guarantees"),
        sum=text("the addition in figures"),
        beyond=text("by how much the sum exceeds the capacity"),
    ),
    kind(
        "residual",
        "What is left of a loss once all caps are reached, where the draft names one party to bear it.",
        pool=word("the RISK SHARE"),
        party=word("the party that bears it"),
        amount=money("what is left at the most the pool divides, or at an overspend of 5%"),
        own=money("its own part of the same loss"),
        capacity=money("the loss it says it can bear", optional=True),
        beyond_capacity=flag("the two together are more than it says it can bear"),
        at=text("the loss"),
        sum=text("the two parts added up"),
        beyond=text("by how much they exceed its capacity"),
    ),
)

_PUBLIC = frozenset(
    {"ICB", "NHS England", "NHS trust", "foundation trust", "local authority", "combined authority"}
)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds each party's losses in all pools, and what the named bearer of the rest is left with."""
    roles = {fact.values["party"]: fact for fact in facts.of("party_role")}
    for party in draft.of("PARTY"):
        role = roles[ref_of(party)].values
        provider, guaranteed = role["provider"] is True, role["guaranteed"] is True
        _exposure(party, provider and not guaranteed and role["special_purpose"] is False, facts)
    for pool in draft.of("RISK SHARE"):
        if sides_of(pool) != "gain only":
            _residual(draft, pool, facts)


def _exposure(party: Block, open_to_loss: bool, facts: Collector) -> None:
    losses = [
        amount
        for fact in facts.of("member_cap")
        if fact.values["party"] == party.id and isinstance(amount := fact.values.get("amount"), int)
    ]
    if not losses:
        return
    capacity, turnover = money_of(party, "Risk capacity"), money_of(party, "Turnover")
    all_pools = Together(tuple(losses), capacity or 0)
    of_turnover = share_of(all_pools.total, turnover) if turnover is not None and turnover > 0 else None
    body = kind_of_party(party)
    stated = party.get("Turnover") or party
    at_capacity = party.get("Risk capacity")
    facts.add(
        "party_exposure",
        stated.span,
        party.path,
        party=ref_of(party),
        pools=len(losses),
        most=all_pools.total,
        capacity=capacity,
        beyond_together=capacity is not None and all_pools.only_together,
        turnover=turnover,
        of_turnover=of_turnover,
        security_lacking=open_to_loss and body is not None and body not in _PUBLIC and party.complete,
        shown={
            "name": party.title or party.id,
            "sum": _added(losses, all_pools.total),
            "beyond": pounds(all_pools.beyond),
            "of_turnover": percentage(two_places(of_turnover)) if of_turnover is not None else "",
        },
        spans={"capacity": at_capacity.span} if at_capacity else {},
    )


def _added(amounts: list[int], total: int) -> str:
    if len(amounts) == 1:
        return pounds(total)
    return f"{' + '.join(pounds(amount) for amount in amounts)} = {pounds(total)}"


def _residual(draft: Draft, pool: Block, facts: Collector) -> None:
    bearer = _bearer(draft, pool)
    members = _members(draft, pool)
    found = _worst(draft, pool) if bearer and members else None
    if bearer is None or members is None or found is None:
        return
    loss, said = found
    laid = waterfall(loss, members)
    own = dict(laid.lines).get(bearer.id, 0)
    capacity = money_of(bearer, "Risk capacity")
    beyond = laid.residual + own - capacity if capacity is not None else 0
    field = pool.get("Residual")
    assert field is not None
    stated = bearer.get("Risk capacity")
    facts.add(
        "residual",
        field.span,
        (*pool.path, "Residual"),
        pool=ref_of(pool),
        party=bearer.id,
        amount=laid.residual,
        own=own,
        capacity=capacity,
        beyond_capacity=laid.residual > 0 and beyond > 0,
        shown={
            "name": pool.title or pool.name,
            "at": said,
            "sum": _added([own, laid.residual], laid.residual + own),
            "beyond": pounds(max(0, beyond)),
        },
        spans={"capacity": stated.span} if stated else {},
    )


def _bearer(draft: Draft, pool: Block) -> Block | None:
    """The one party that the Residual line names."""
    field = pool.get("Residual")
    said = [field.raw, *(entry.raw for entry in field.entries)] if field else []
    named = [party for party in draft.of("PARTY") if any(names_party(raw, party.id) for raw in said)]
    return named[0] if len(named) == 1 else None


def _members(draft: Draft, pool: Block) -> list[Sharer] | None:
    """The members with their caps, where one share list divides every loss and all of it is known."""
    banded = bands_for(pool, "loss")
    if banded is not None and any(rule_of(each.entry) in ("list", "other") for each in banded):
        return None
    listed = shares_of(pool, "loss")
    limits = [limit for limit in limits_of(draft, pool) if limit.side in ("loss", "both")]
    if not all_read(pool) or any(limit.pence is None for limit in limits):
        return None
    names = [share.name.id for share in listed]
    if len(set(names)) < len(names) or any(share.percent is None or share.percent < 0 for share in listed):
        return None
    return [
        Sharer(
            share.name.id,
            share.percent or Decimal(0),
            lowest(*(limit.pence for limit in limits if limit.party == share.name.id)),
        )
        for share in listed
    ]


def _worst(draft: Draft, pool: Block) -> tuple[int, str] | None:
    """The most that the pool divides, or what it divides of an overspend of 5%; and the loss in words."""
    budget = budget_of(draft, pool)
    of_pool = [
        limit.pence for limit in limits_of(draft, pool) if limit.party is None and limit.side != "gain"
    ]
    limit = lowest(shared_at_most(pool, budget), *of_pool)
    if limit is not None:
        return limit, f"the most the pool divides, {pounds(limit)}"
    if not budget or not unlimited(pool) or bands_for(pool, "loss") is not None:
        return None
    over = percent_of(budget, FIVE)
    shared = past_threshold(pool, "loss", budget, over)
    return (shared, f"an overspend of 5% ({pounds(over)})") if shared is not None else None
