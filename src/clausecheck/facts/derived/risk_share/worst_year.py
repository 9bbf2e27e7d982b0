"""The most that each party can lose in the year in which the budget, and so a cap in percent, is largest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from clausecheck.facts.derived.budget.yearly import dearest_budget
from clausecheck.facts.derived.risk_share.exposure import Loss, losses
from clausecheck.facts.derived.risk_share.limits import all_read, limits_of, loss_caps
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
    _, pool_caps, own = loss_caps(limits_of(draft, pool, in_dearest_year=True))
    found = losses(pool, budget, own, pool_caps, all_read(pool))
    return {
        party: Worst(year if loss.most != first[party].most else "", loss.most)
        for party, loss in found.items()
        if party in first
    }
