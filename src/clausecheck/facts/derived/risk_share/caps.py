"""Caps in pounds, and the most each party can lose, against what it says it can bear."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from clausecheck.facts.arithmetic.caps import lowest
from clausecheck.facts.arithmetic.exact import percent_of, total
from clausecheck.facts.arithmetic.money import percent as percentage
from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.arithmetic.shares import MILLION
from clausecheck.facts.blocks import money_of, ref_of, state_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.budget.budget import budget_of
from clausecheck.facts.derived.frame.parties import COMMISSIONING, PROVIDING, roles
from clausecheck.facts.derived.risk_share.bases import readings
from clausecheck.facts.derived.risk_share.exposure import FIVE, Loss, bands_for, shared_at_most, unlimited
from clausecheck.facts.derived.risk_share.limits import Limit, all_read, caps_on, limits_of
from clausecheck.facts.derived.risk_share.residuals import losses_of
from clausecheck.facts.derived.risk_share.shares import shares_of, sharing, sides_of
from clausecheck.facts.derived.risk_share.thresholds import past_threshold
from clausecheck.facts.derived.risk_share.worst_year import ANY_YEAR, Worst, worst_losses
from clausecheck.facts.derived.words.lines import listed
from clausecheck.facts.fact import State
from clausecheck.facts.kinds import flag, kind, money, percent, text, word
from clausecheck.model.draft import Block, Draft, Field
from clausecheck.model.values import Share

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
        bases=text("what it comes to on each base it could be meant of, in a sentence"),
    ),
    kind(
        "member_cap",
        "The most that a party can lose in a pool in a Contract Year.",
        pool=word("the RISK SHARE"),
        party=word("the party's id"),
        declared=flag("there is a PARTY block for it"),
        share=percent("its share of losses", optional=True),
        capped=flag("a cap for it or for the pool, or the bands, limit its loss, as far as is stated"),
        uncapped=flag("it is certain that nothing limits its loss"),
        own_cap=flag("a cap names it"),
        provider=flag("it is a provider"),
        uncapped_accepted=flag("the pool says that a board has accepted a loss without limit"),
        amount=money("the most it can lose, where that is limited and known", optional=True),
        capacity=money("the loss it says it can bear", optional=True),
        exceeds_capacity=flag("the most it can lose is more than it says it can bear"),
        when=text("the year in which it can lose that, or words for any year"),
        beyond=text("by how much"),
        how=text("what it bears by its share, and what others' caps add, in a sentence; empty where none do"),
        at_five_percent=text("what it would lose at an overspend of 5% of the budget"),
        price=text("what an overspend of 5% would cost it, in a sentence"),
        remedy=text("what would limit its loss"),
    ),
    kind(
        "pool_cap",
        "The most that a pool can lose, against what its members' caps leave to be borne.",
        pool=word("the RISK SHARE"),
        limit=money("the most the pool can divide, by its own cap and its bands", optional=True),
        members=money("what all members' caps come to"),
        falls_short=flag("the members' caps come to less than the pool can lose"),
        residual_named=flag("a Residual line says who bears the rest"),
        against=text("the caps beside what the pool can lose, in figures"),
        short_by=text("what nobody bears, in a sentence"),
        sum=text("the members' caps, with the addition where there are several"),
    ),
    kind(
        "pool_loss",
        "What a pool that shares losses would cost its providers.",
        pool=word("the RISK SHARE"),
        providers_bear=flag("a provider bears part of a loss"),
        transferred=flag("providers bear the whole of every loss, and the commissioners none of it"),
        price=text("what providers would owe at an overspend of 5%, in a sentence"),
        bearers=text("the providers that bear a loss"),
        gains=text("the line that shares gains, where another shares losses"),
    ),
)


_LOSS_LINES = ("Loss shares", "Shares", "Loss bands", "Bands")
_MAY_ACCEPT = ("Member limits", "Cap", "Loss recovery", "Commissioner risk")


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
                shown={
                    "name": value.raw,
                    "said": value.raw,
                    "bases": readings(draft, pool, value.percent.value, limit.party) if value.percent else "",
                },
            )
        # What could not be read may be the very cap that is missing.
        if (limits or all_read(pool)) and sides_of(pool) != "gain only" and (pool.complete or limits):
            _pool_losses(draft, pool, limits, facts)


def _pool_losses(draft: Draft, pool: Block, limits: list[Limit], facts: Collector) -> None:
    on_loss = [limit for limit in limits if limit.side in ("loss", "both")]
    own, pool_caps = caps_on(limits, "loss")
    budget = budget_of(draft, pool)
    found = losses_of(draft, pool)
    dearest = worst_losses(draft, pool, found)
    parties = {party.id: party for party in draft.of("PARTY")}
    shares = {share.name.id: share for share in (*shares_of(pool, "loss"), *sharing(pool, "loss"))}
    for name, loss in found.items():
        cap = next((limit for limit in on_loss if limit.party == name), None)
        worst = dearest.get(name, Worst("", loss.most))
        figures = (lowest(*pool_caps), budget)
        _member(pool, (name, shares.get(name)), parties.get(name), cap, loss, worst, figures, facts)
    most = lowest(shared_at_most(pool, budget), *pool_caps)
    _pool_cap(pool, on_loss, own, set(found) & set(shares), most, budget, facts)
    _pool_loss(pool, parties, found, budget, facts)


def _member(
    pool: Block,
    member: tuple[str, Share | None],
    party: Block | None,
    cap: Limit | None,
    loss: Loss,
    worst: Worst,
    figures: tuple[int | None, int | None],
    facts: Collector,
) -> None:
    pool_cap, budget = figures
    stated = party.get("Risk capacity") if party else None
    capacity = money_of(party, "Risk capacity")
    year, most = worst
    over = most - capacity if most is not None and capacity is not None else None
    name, share = member
    in_list = share is not None and share in shares_of(pool, "loss")
    # A party that takes its part in bands alone has no one share.
    percent = Decimal(0) if share is None else share.percent if in_list else None
    lines = _LOSS_LINES[2:] if share is not None and not in_list else _LOSS_LINES
    field = next((line for label in lines if (line := pool.get(label))), None)
    # Where the party bears what the caps leave without limit, that line is the one to mend.
    residual = pool.get("Residual") if loss.by_residual else None
    line = residual or field
    at = share.span if share and not residual else line.span if line else pool.span
    spans = {"share": at}
    if cap:
        spans["amount"] = cap.span
    if stated:
        spans["capacity"] = stated.span
    lacking = State.ABSENT if party is None or party.complete else State.UNKNOWN
    known = State.STATED if capacity is not None else state_of(stated) if stated else lacking
    facts.add(
        "member_cap",
        at if residual or not cap else cap.span,
        (*pool.path, "Cap" if cap and not residual else line.label if line else "Shares"),
        pool=ref_of(pool),
        party=name,
        declared=party is not None,
        share=percent,
        capped=loss.limited is not False,
        uncapped=loss.limited is False,
        own_cap=cap is not None,
        provider=party is not None and bool(roles(party) & PROVIDING),
        uncapped_accepted=_accepted(pool),
        amount=most,
        capacity=capacity,
        exceeds_capacity=over is not None and over > 0,
        states={"capacity": known},
        shown={
            "name": name,
            "pool": pool.title or pool.name,
            "when": f"in {year}" if year else ANY_YEAR,
            "beyond": pounds(over) if over is not None else "",
            "how": "" if year else _how(pool, percent, loss.most, pool_cap, budget),
            "at_five_percent": pounds(loss.at_five) if loss.at_five is not None else "",
            "price": _price((name, percent), loss, capacity, budget),
            "share": percentage(percent) if percent is not None else "a share",
            "remedy": _RESIDUAL_REMEDY if residual else _remedy(name),
        },
        spans=spans,
    )


def _how(
    pool: Block, percent: Decimal | None, most: int | None, pool_cap: int | None, budget: int | None
) -> str:
    """The sum that a party can lose, taken apart, where caps of others add to its share of a pool's cap."""
    if most is None or pool_cap is None or percent is None or bands_for(pool, "loss", budget) is not None:
        return ""
    own = percent_of(pool_cap, percent)
    if most <= own:
        return ""
    added_on = f"and {pounds(most - own)} that the caps of others leave to it"
    return f"That is {percentage(percent)} of {pounds(pool_cap)}, {pounds(own)}, {added_on}. "


_RESIDUAL_REMEDY = "Let another party, or all in proportion, bear the residual, or limit it"


def _remedy(name: str) -> str:
    return f"Add a cap for {name}, end its part in the highest band"


def _price(member: tuple[str, Decimal | None], loss: Loss, capacity: int | None, budget: int | None) -> str:
    name, percent = member
    if loss.at_five and budget:
        overspend = f"At an overspend of 5% ({pounds(percent_of(budget, FIVE))})"
        says = f"{overspend} {name} would pay {pounds(loss.at_five)}"
        if loss.rest:
            says += f", of which {pounds(loss.rest)} is what the caps leave"
        if capacity is not None and loss.at_five > capacity:
            return f"{says}, {pounds(loss.at_five - capacity)} more than it says it can bear"
        return f"{says}, and more as the overspend grows" if loss.limited is False else says
    if loss.by_residual:
        return f"{name} pays whatever the caps leave of a loss"
    if percent is None:
        return f"{name} pays its share of whatever is lost"
    return _of_a_million(name, percent)


def _of_a_million(names: str, share: Decimal) -> str:
    return (
        f"Of every £1,000,000 of loss that is shared {names} would pay {pounds(percent_of(MILLION, share))}"
    )


def _accepted(pool: Block) -> bool:
    """Whether a line of the pool says that a loss without limit has been accepted."""
    said = [field.raw.lower() for field in pool.fields if field.label in _MAY_ACCEPT]
    return any("uncapped" in raw and "accept" in raw for raw in said)


def _pool_cap(
    pool: Block,
    on_loss: list[Limit],
    own: dict[str, tuple[int | None, ...]],
    sharing: set[str],
    limit: int | None,
    budget: int | None,
    facts: Collector,
) -> None:
    caps = [lowest(*own.get(party, ())) for party in sorted(sharing, key=[*own, *sharing].index)]
    known = [cap for cap in caps if cap is not None]
    # Without a limit that is known, only a pool that surely divides any loss can outrun its members' caps.
    if not known or len(known) < len(caps) or (limit is None and not unlimited(pool, budget)):
        return
    members = sum(known)
    short = limit is None or members < limit
    loses = "any loss" if limit is None else f"losses up to {pounds(limit)}"
    bare = members if limit is None else max(0, limit - members)
    rest = f"Of a loss of {pounds(limit or members * 2)} nobody is named to bear the last {pounds(bare)}"
    if limit is None:
        rest = f"{rest}, and of a greater one still more"
        over = percent_of(budget, FIVE) if budget else 0
        left = (past_threshold(pool, "loss", budget, over) or 0) - members if budget else 0
        if left > 0 and bands_for(pool, "loss", budget) is None:
            rest += f": at an overspend of 5% ({pounds(over)}) that is {pounds(left)}"
    own_spans = [each.span for each in on_loss if each.party in sharing]
    facts.add(
        "pool_cap",
        next((one.span for one in on_loss if one.party is None), on_loss[0].span),
        (*pool.path, "Cap"),
        pool=ref_of(pool),
        limit=limit,
        members=members,
        falls_short=short,
        residual_named=pool.get("Residual") is not None or not pool.complete,
        shown={
            "name": pool.title or pool.name,
            "against": f"caps of {added(known)}, against {loses}",
            "short_by": rest if short else "",
            "sum": added(known),
        },
        spans={"sum": own_spans[0]} if own_spans else {},
    )


def _pool_loss(
    pool: Block, parties: dict[str, Block], found: Mapping[str, Loss], budget: int | None, facts: Collector
) -> None:
    providers = [name for name in found if name in parties and roles(parties[name]) & PROVIDING]
    shares = [each.percent for each in shares_of(pool, "loss") if each.name.id in providers]
    owed = [found[name].at_five for name in providers]
    price = f"{listed(providers)} would owe a part of whatever is lost"
    if budget and owed and None not in owed and sum(each or 0 for each in owed):
        due = pounds(sum(each or 0 for each in owed))
        overspend = pounds(percent_of(budget, FIVE))
        price = f"At an overspend of 5% ({overspend}) {listed(providers)} would pay {due}"
    elif shares and None not in shares:
        price = _of_a_million(listed(providers), total(share for share in shares if share is not None))
    field = next((line for label in _LOSS_LINES if (line := pool.get(label))), None)
    facts.add(
        "pool_loss",
        field.span if field else pool.span,
        (*pool.path, field.label) if field else pool.path,
        pool=ref_of(pool),
        providers_bear=bool(providers),
        transferred=_transferred(pool, parties, found, bool(providers)),
        shown={
            "name": pool.title or pool.name,
            "price": price,
            "bearers": listed(providers),
        },
        spans={"gains": gains.span} if (gains := _gains_of_commissioners(pool, parties)) else {},
    )


def _gains_of_commissioners(pool: Block, parties: dict[str, Block]) -> Field | None:
    """The line that gives a commissioner a share of gains, where losses have a line of their own."""
    field = pool.get("Gain shares")
    taking = [share.name.id for share in shares_of(pool, "gain") if share.percent]
    return field if any(name in parties and roles(parties[name]) & COMMISSIONING for name in taking) else None


def _transferred(pool: Block, parties: dict[str, Block], found: Mapping[str, Loss], providing: bool) -> bool:
    """Whether it is certain that the commissioners who are parties bear nothing of any loss."""
    if not providing or any(name not in parties for name in found) or pool.get("Residual") is not None:
        return False
    banded = pool.get("Bands") is not None or pool.get("Loss bands") is not None
    divided = total(share.percent or Decimal(0) for share in shares_of(pool, "loss"))
    commissioners = {name for name, party in parties.items() if roles(party) & COMMISSIONING}
    limited = any(loss.limited for loss in found.values())
    alone = bool(commissioners) and not commissioners & set(found)
    return alone and not banded and not limited and divided == 100


def added(amounts: list[int]) -> str:
    """An addition in pounds: `£300,000 + £150,000 = £450,000`; one amount stands alone."""
    summed = pounds(sum(amounts))
    return f"{' + '.join(map(pounds, amounts))} = {summed}" if len(amounts) > 1 else summed
