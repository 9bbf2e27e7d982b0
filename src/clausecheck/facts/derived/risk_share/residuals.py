"""What is left of a loss above all caps, whom the draft names to bear it, and losses with that added."""

from __future__ import annotations

import re
from collections.abc import Mapping

from clausecheck.facts.arithmetic.caps import lowest
from clausecheck.facts.derived.budget.budget import budget_of
from clausecheck.facts.derived.frame.parties import COMMISSIONING, PROVIDING, roles
from clausecheck.facts.derived.risk_share.exposure import (
    Loss,
    divided,
    growing,
    losses,
    read_at_five,
)
from clausecheck.facts.derived.risk_share.limits import all_read, caps_on, limits_of
from clausecheck.facts.derived.words.reasons import names_party
from clausecheck.facts.once import kept
from clausecheck.model.draft import Block, Draft
from clausecheck.patterns import Pattern

_LIMITED = Pattern(
    r"\d|\b(?:cap(?:ped|acity)?|limit(?:ed|s)?|at most|up to|more than|maximum|within|until|unless|except|"
    r"not|never|no|agreed?|shared?|part|proportion(?:ate|ally)?)\b",
    re.IGNORECASE,
)


def bearer_of(draft: Draft, pool: Block) -> Block | None:
    """The one party that the Residual line names."""
    named = [party for party in draft.of("PARTY") if any(names_party(raw, party.id) for raw in _said(pool))]
    return named[0] if len(named) == 1 else None


@kept
def losses_of(draft: Draft, pool: Block) -> Mapping[str, Loss]:
    """What each party can lose in a pool, with what the caps leave to the one that is named for it.

    The most that a commissioner can lose stays its own part: what it pays for above the caps it would pay
    for without a pool too.
    """
    limits = limits_of(draft, pool)
    own, of_pool = caps_on(limits, "loss")
    budget = budget_of(draft, pool)
    found = losses(pool, budget, own, of_pool, all_read(pool))
    bearer = bearer_of(draft, pool)
    if bearer is None:
        return found
    endless = bool(roles(bearer) & PROVIDING) and not roles(bearer) & COMMISSIONING and _endless(draft, pool)
    mine = found.get(bearer.id, Loss(False, None, 0) if endless else None)
    if mine is None:
        return found
    rest = _rest_at_five(draft, pool, budget)
    if rest and mine.at_five is not None:
        mine = mine._replace(at_five=mine.at_five + rest, rest=rest)
    if endless:
        mine = mine._replace(limited=False, most=None, by_residual=True)
    return {**found, bearer.id: mine}


def _said(pool: Block) -> list[str]:
    field = pool.get("Residual")
    return [field.raw, *(entry.raw for entry in field.entries)] if field else []


def _rest_at_five(draft: Draft, pool: Block, budget: int | None) -> int | None:
    """What no party bears of an overspend of 5% of the Budget under its caps; None where that is unclear."""
    own, of_pool = caps_on(limits_of(draft, pool), "loss")
    shared = read_at_five(pool, budget)
    if not budget or not shared or not all_read(pool):
        return None
    if None in of_pool or any(None in caps for caps in own.values()):
        return None
    laid = divided(pool, "loss", budget, shared, own, of_pool)
    return laid.rest if laid else None


def _endless(draft: Draft, pool: Block) -> bool:
    """Whether it is certain that what the caps leave grows with the loss, and all of it goes to one party."""
    own, of_pool = caps_on(limits_of(draft, pool), "loss")
    sharing = growing(pool, budget_of(draft, pool))
    if not sharing or not pool.complete or not all_read(pool) or pool.get("Member limits") is not None:
        return False
    capped = lowest(*of_pool) is not None or all(lowest(*own.get(name, ())) is not None for name in sharing)
    return capped and not any(_LIMITED.search(raw) for raw in _said(pool))
