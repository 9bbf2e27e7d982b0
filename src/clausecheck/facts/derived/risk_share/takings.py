"""What the parties to a pool would receive of a saving of 5% of its Budget."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from clausecheck.facts.arithmetic.exact import percent_of
from clausecheck.facts.derived.budget.budget import budget_of
from clausecheck.facts.derived.risk_share.exposure import FIVE
from clausecheck.facts.derived.risk_share.settlement import settled
from clausecheck.facts.derived.risk_share.shares import sharing
from clausecheck.model.draft import Block, Draft


def saving(draft: Draft, pool: Block) -> int | None:
    """A saving of 5% of a pool's Budget, in pence; None where the Budget is not known."""
    budget = budget_of(draft, pool)
    return percent_of(budget, FIVE) if budget else None


def takings(draft: Draft, pool: Block) -> Mapping[str, int] | None:
    """What each party would receive of a saving of 5% of the Budget, in pence; None where that is unclear."""
    budget, size = budget_of(draft, pool), saving(draft, pool)
    sharers = [share.name.id for share in sharing(pool, "gain")]
    found = settled(draft, pool, "gain", budget, size) if budget and size and sharers else None
    return found if found is not None and all(name in found for name in sharers) else None


def of_parties(found: Mapping[str, int] | None, parties: Iterable[str]) -> int | None:
    """What some of the parties receive together; None where nothing is known, or it is nothing."""
    if found is None:
        return None
    return sum(found.get(party, 0) for party in parties) or None
