"""What a pool gives a provider of gains beside what it charges it of losses, and gains without an end."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from clausecheck.facts.arithmetic.exact import percent_of
from clausecheck.facts.arithmetic.money import percent as percentage
from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.arithmetic.position import two_places, worse_for_losses
from clausecheck.facts.arithmetic.shares import MILLION
from clausecheck.facts.blocks import ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.budget.budget import budget_of
from clausecheck.facts.derived.risk_share.bands import bands_of
from clausecheck.facts.derived.risk_share.exposure import FIVE, bands_for, party_bands
from clausecheck.facts.derived.risk_share.limits import all_read, limits_of
from clausecheck.facts.derived.risk_share.settlement import (
    line_at,
    listed_share,
    of_providers,
    providers_of,
    share_at,
)
from clausecheck.facts.derived.risk_share.shares import lists_of, shares_of, sides_of
from clausecheck.facts.derived.words.lines import listed
from clausecheck.facts.derived.words.reasons import gives_reason
from clausecheck.facts.kinds import flag, kind, percent, text, word
from clausecheck.model.draft import Block, Draft
from clausecheck.spans import Span

KINDS = (
    kind(
        "share_skew",
        "A provider that bears more of a loss than it receives of a gain of the same size.",
        pool=word("the RISK SHARE"),
        party=word("the party's id"),
        loss_share=percent("its share of such a loss"),
        gain_share=percent("its share of such a gain"),
        explained=flag("the shares or the bands give a reason, or its Control note does"),
        where=text("at what size, where bands set the shares"),
        cost=text("what it would pay and receive at the same size, in a sentence"),
    ),
    kind(
        "gain_limit",
        "What limits the gains of a pool whose payer bears every loss.",
        pool=word("the RISK SHARE"),
        limited=flag("a cap, the bands or a limit in words may end them, as far as is stated"),
        grows=text("what large gains would pay the providers, in a sentence"),
        receivers=text("the providers that receive gains"),
    ),
)

_LINES = ("Shares", "Gain shares", "Loss shares", "Bands", "Gain bands", "Loss bands")
_LARGE = (Decimal(10), Decimal(20))


class _Skew(NamedTuple):
    loss: Decimal
    gain: Decimal
    where: str
    cost: str


def derive(draft: Draft, facts: Collector) -> None:
    """Adds the providers that bear more than they receive, and gains that nothing limits."""
    for pool in draft.of("RISK SHARE"):
        budget = budget_of(draft, pool)
        if sides_of(pool) in (None, "gain and loss"):
            for party in providers_of(draft):
                _skewed(draft, pool, party, budget, facts)
        _gains(draft, pool, budget, facts)


def _skewed(draft: Draft, pool: Block, party: str, budget: int | None, facts: Collector) -> None:
    found = _by_amount(draft, pool, party, budget) if budget else _by_share(pool, party)
    if found is None:
        return
    field = pool.get("Loss shares") or pool.get("Shares") or pool.get("Loss bands") or pool.get("Bands")
    block = draft.by_id.get(party)
    facts.add(
        "share_skew",
        _span(pool, party),
        (*pool.path, field.label) if field else pool.path,
        pool=ref_of(pool),
        party=party,
        loss_share=found.loss,
        gain_share=found.gain,
        explained=gives_reason(pool, *_LINES)
        or (block is not None and block.get("Control note") is not None),
        shown={"name": pool.title or pool.name, "where": found.where, "cost": found.cost},
    )


def _by_amount(draft: Draft, pool: Block, party: str, budget: int) -> _Skew | None:
    """The first size, from 5% of the Budget, at which the party pays more than it would receive."""
    banded = [bands_for(pool, side, budget) is not None for side in ("gain", "loss")]
    for at in (FIVE, *_edges(pool, budget)):
        loss, gain = share_at(pool, "loss", party, at, budget), share_at(pool, "gain", party, at, budget)
        size = percent_of(budget, at)
        pays = line_at(draft, pool, "loss", party, budget, size)
        receives = line_at(draft, pool, "gain", party, budget, size)
        if loss is None or gain is None or pays is None or receives is None:
            continue
        if worse_for_losses(loss, gain, pays, receives):
            said = percentage(two_places(at))
            of = f"{said} ({pounds(size)})"
            return _Skew(
                loss,
                gain,
                f", each of the last pound up to {said} of the Budget," if any(banded) else "",
                f"At an overspend of {of} {party} would pay {pounds(pays)}, and at an underspend of "
                f"{said} it would receive {pounds(receives) if receives else 'nothing'}",
            )
    return None


def _by_share(pool: Block, party: str) -> _Skew | None:
    """The two shares alone, where no budget says what they come to and nothing else divides the pool."""
    loss, gain = listed_share(pool, "loss", party), listed_share(pool, "gain", party)
    if bands_of(pool) or pool.get("Cap") is not None or loss is None or gain is None or loss <= gain:
        return None
    pays, receives = percent_of(MILLION, loss), percent_of(MILLION, gain)
    return _Skew(
        loss,
        gain,
        "",
        f"Of a loss of £1,000,000 that is shared {party} would pay {pounds(pays)}, and of such a gain it "
        f"would receive {pounds(receives) if receives else 'nothing'}",
    )


def _edges(pool: Block, budget: int) -> list[Decimal]:
    """Where bands end, in percent of the Budget, from the smallest."""
    highs = {each.range.high for side in ("gain", "loss") for each in bands_for(pool, side, budget) or ()}
    return sorted(high for high in highs if high is not None and high > 0)


def _span(pool: Block, party: str) -> Span:
    found = [share.span for share in shares_of(pool, "loss") if share.name.id == party]
    field = pool.get("Loss bands") or pool.get("Bands")
    return found[0] if found else field.span if field else pool.span


def _gains(draft: Draft, pool: Block, budget: int | None, facts: Collector) -> None:
    providers = providers_of(draft)
    receiving = [
        share.name.id
        for share in shares_of(pool, "gain")
        if share.name.id in providers and (share.percent is None or share.percent > 0)
    ]
    if not receiving or _bears_loss(draft, providers) or not _payer_bears(pool):
        return
    field = pool.get("Gain shares") or pool.get("Shares")
    assert field is not None
    facts.add(
        "gain_limit",
        field.span,
        (*pool.path, field.label),
        pool=ref_of(pool),
        limited=_limited(draft, pool, receiving),
        shown={
            "name": pool.title or pool.name,
            "receivers": listed(receiving),
            "grows": _grows(draft, pool, budget, receiving),
        },
    )


def _payer_bears(pool: Block) -> bool:
    """Whether a pool says that losses stay with those who pay: it shares gains only, or lists who bears."""
    return sides_of(pool) == "gain only" or any(side == "loss" for _, side, _ in lists_of(pool))


def _bears_loss(draft: Draft, providers: tuple[str, ...]) -> bool:
    """Whether any pool may charge a provider a loss; bands may name one that no list does."""
    for pool in draft.of("RISK SHARE"):
        if sides_of(pool) == "gain only":
            continue
        listed_ = [
            share
            for share in shares_of(pool, "loss")
            if share.name.id in providers and (share.percent is None or share.percent > 0)
        ]
        if (
            listed_
            or bands_for(pool, "loss", budget_of(draft, pool)) is not None
            or pool.get("Loss shares") is None
        ):
            return True
    return False


def _limited(draft: Draft, pool: Block, receiving: list[str]) -> bool:
    if not pool.complete or not all_read(pool):
        return True
    if any(pool.get(label) is not None for label in ("Profit cap", "Member limits")):
        return True
    limits = [limit for limit in limits_of(draft, pool) if limit.side in ("gain", "both")]
    if any(limit.party is None for limit in limits) or set(receiving) <= {each.party for each in limits}:
        return True
    budget = budget_of(draft, pool)
    if bands_for(pool, "gain", budget) is None:
        return False
    last = [
        band
        for party in receiving
        for band in party_bands(pool, "gain", party, budget) or ()
        if band.upper is None
    ]
    return not any(band.share > 0 for band in last)


def _grows(draft: Draft, pool: Block, budget: int | None, receiving: list[str]) -> str:
    found: list[str] = []
    for at in _LARGE if budget else ():
        assert budget is not None
        size = percent_of(budget, at)
        taken = of_providers(draft, pool, "gain", budget, size)
        if taken is not None:
            verb = f"{listed(taken[0])} would receive " if not found else ""
            found.append(f"{verb}{pounds(taken[1])} at an underspend of {percentage(at)} ({pounds(size)})")
    if len(found) == len(_LARGE):
        return f"{' and '.join(found)}, and more as it grows"
    return f"What {listed(receiving)} would receive grows with the underspend, however it came about"
