"""The most that each party can lose in a year, and in which year that is most."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from clausecheck.facts.derived.budget.yearly import dearest_budget
from clausecheck.facts.derived.risk_share.exposure import Loss, losses
from clausecheck.facts.derived.risk_share.limits import all_read, caps_on, limits_of
from clausecheck.model.draft import Block, Draft


class Worst(NamedTuple):
    """The most that a party can lose in pence, and the year; no year where it is the same in each."""

    year: str
    most: int | None


def worst_losses(draft: Draft, pool: Block, first: Mapping[str, Loss]) -> dict[str, Worst]:
    """The most of any year for each party that shares losses; `first` is what it is in the first year."""
    year, budget = dearest_budget(draft, pool)
    if not year:
        return {}
    return {
        party: Worst(year if most != first[party].most else "", most)
        for party, most in losses_on(draft, pool, budget).items()
        if party in first
    }


def losses_on(draft: Draft, pool: Block, budget: int | None) -> dict[str, int | None]:
    """The most that each party can lose in a year with this budget, in pence if known."""
    own, pool_caps = caps_on(limits_of(draft, pool, budget), "loss")
    found = losses(pool, budget, own, pool_caps, all_read(pool))
    return {party: loss.most for party, loss in found.items()}
