"""What each party can lose in all pools together, and who bears what is left above all caps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clausecheck.facts.arithmetic.caps import lowest
from clausecheck.facts.arithmetic.division import Divided, divide, reaching
from clausecheck.facts.arithmetic.exact import percent_of, whole_pence
from clausecheck.facts.arithmetic.money import percent as percentage
from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.arithmetic.position import Together, share_of, two_places
from clausecheck.facts.blocks import money_of, ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.budget.budget import budget_of
from clausecheck.facts.derived.frame.parties import kind_of_party
from clausecheck.facts.derived.risk_share.exposure import (
    FIVE,
    cap_first,
    parts_of,
    read_at_five,
    shared_at_most,
    unlimited,
)
from clausecheck.facts.derived.risk_share.limits import all_read, caps_on, limits_of
from clausecheck.facts.derived.risk_share.residuals import bearer_of
from clausecheck.facts.derived.risk_share.shares import sides_of
from clausecheck.facts.derived.risk_share.worst_year import ANY_YEAR, InPool, worst_year
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
        when=text("the year in which it can lose that, or words for any year"),
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
        _exposure(draft, party, provider and not guaranteed and role["special_purpose"] is False, facts)
    for pool in draft.of("RISK SHARE"):
        if sides_of(pool) != "gain only":
            _residual(draft, pool, facts)


def _exposure(draft: Draft, party: Block, open_to_loss: bool, facts: Collector) -> None:
    in_pools = list(_in_pools(draft, party, facts))
    if not in_pools:
        return
    year, losses = worst_year(draft, party.id, in_pools)
    capacity, turnover = money_of(party, "Risk capacity"), money_of(party, "Turnover")
    all_pools = Together(losses, capacity or 0)
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
            "when": f"in {year}" if year else ANY_YEAR,
            "beyond": pounds(all_pools.beyond),
            "of_turnover": percentage(two_places(of_turnover)) if of_turnover is not None else "",
        },
        spans={"capacity": at_capacity.span} if at_capacity else {},
    )


def _in_pools(draft: Draft, party: Block, facts: Collector) -> Iterator[InPool]:
    """The pools in which the most that a party can lose is known."""
    pools = {ref_of(pool): pool for pool in draft.of("RISK SHARE")}
    for fact in facts.of("member_cap"):
        amount, pool = fact.values.get("amount"), pools.get(str(fact.values["pool"]))
        if fact.values["party"] == party.id and isinstance(amount, int) and pool is not None:
            yield InPool(pool, amount, fact.shown["when"] != ANY_YEAR)


def _added(amounts: Sequence[int], total: int) -> str:
    if len(amounts) == 1:
        return pounds(total)
    return f"{' + '.join(pounds(amount) for amount in amounts)} = {pounds(total)}"


def _residual(draft: Draft, pool: Block, facts: Collector) -> None:
    bearer = bearer_of(draft, pool)
    found = _worst(draft, pool) if bearer else None
    if bearer is None or found is None:
        return
    laid, said = found
    own = dict(laid.laid.lines).get(bearer.id, 0)
    capacity = money_of(bearer, "Risk capacity")
    beyond = laid.rest + own - capacity if capacity is not None else 0
    field = pool.get("Residual")
    assert field is not None
    stated = bearer.get("Risk capacity")
    facts.add(
        "residual",
        field.span,
        (*pool.path, "Residual"),
        pool=ref_of(pool),
        party=bearer.id,
        amount=laid.rest,
        own=own,
        capacity=capacity,
        beyond_capacity=laid.rest > 0 and beyond > 0,
        shown={
            "name": pool.title or pool.name,
            "at": said,
            "sum": _added([own, laid.rest], laid.rest + own),
            "beyond": pounds(max(0, beyond)),
        },
        spans={"capacity": stated.span} if stated else {},
    )


def _worst(draft: Draft, pool: Block) -> tuple[Divided, str] | None:
    """The greatest loss that can be named, as divided, and in words.

    That is the most that the bands divide; or else the loss at which the pool reaches its cap, or an
    overspend of 5%, whichever is more. None where a share, a cap or a band is unclear.
    """
    budget = budget_of(draft, pool)
    own, of_pool = caps_on(limits_of(draft, pool), "loss")
    parts = parts_of(pool, "loss", budget, own)
    if not all_read(pool) or not parts or None in of_pool or any(None in caps for caps in own.values()):
        return None
    cap, most = lowest(*of_pool), shared_at_most(pool, budget)
    at_five = read_at_five(pool, budget)
    size, said = at_five, f"an overspend of 5% ({pounds(percent_of(budget or 0, FIVE))})"
    if most is not None and budget:
        tops = [band.upper for band in parts[0].bands if band.upper is not None]
        size = percent_of(budget, max(tops)) if tops else None
        who = "the pool divides" if cap is None or cap >= most else "the bands divide"
        said = f"the most {who}, {pounds(most)}"
    elif cap is not None:
        reached = [whole_pence(at * (budget or 1) / 100) for at in reaching(budget or 1, parts, cap)]
        if reached and (at_five is None or max(reached) >= at_five):
            size, said = max(reached), f"the most the pool divides, {pounds(cap)}"
    if size is None or (most is None and not unlimited(pool, budget)):
        return None
    return divide(size, budget or 1, parts, cap, cap_first(pool)), said
