"""The most that each party can lose in a year, in one pool or in all, and in which year that is most."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from clausecheck.facts.derived.budget.yearly import YearKey, amounts_by_year, budget_in, year_key
from clausecheck.facts.derived.outcomes.stakes import start_of
from clausecheck.facts.derived.risk_share.exposure import Loss, losses
from clausecheck.facts.derived.risk_share.limits import all_read, caps_on, limits_of
from clausecheck.facts.derived.words.lines import line_of
from clausecheck.model.draft import Block, Draft
from clausecheck.patterns import Pattern

ANY_YEAR = "a Contract Year"
"""How a message speaks of a sum that is the same in every year."""

_YEAR = Pattern(r"\b(?:Year \d{1,2}|\d{4}/\d{2})\b")


class Worst(NamedTuple):
    """The most that a party can lose in pence, and the year; no year where it is the same in each."""

    year: str
    most: int | None


class InPool(NamedTuple):
    """A pool in which a party can lose a known sum at most, in pence; in the dearest year if `yearly`."""

    pool: Block
    most: int
    yearly: bool


def worst_losses(draft: Draft, pool: Block, first: Mapping[str, Loss]) -> dict[str, Worst]:
    """The most of any year for each party that shares losses; `first` is what it is in the first year.

    Years in which no money moves do not count.
    """
    years = amounts_by_year(draft, pool)
    known = [(year, pence) for year, pence in years if pence is not None]
    if len(known) < len(years) or len({pence for _, pence in known}) < 2:
        return {}
    start, shadow = start_of(draft), shadow_years(draft, pool)
    counting = [(year, pence) for year, pence in known if year_key(year, start) not in shadow]
    year, budget = max(counting or known, key=lambda each: each[1])
    # A greater Budget never lowers what a party can lose, so the least one tells whether all years are alike.
    least = losses_on(draft, pool, min(pence for _, pence in counting or known))
    return {
        party: Worst(year if most != least.get(party) else "", most)
        for party, most in losses_on(draft, pool, budget).items()
        if party in first
    }


def losses_on(draft: Draft, pool: Block, budget: int | None) -> dict[str, int | None]:
    """The most that each party can lose in a year with this budget, in pence if known."""
    own, pool_caps = caps_on(limits_of(draft, pool, budget), "loss")
    found = losses(pool, budget, own, pool_caps, all_read(pool))
    return {party: loss.most for party, loss in found.items()}


def shadow_years(draft: Draft, pool: Block) -> frozenset[YearKey]:
    """The years that a pool names as shadow years."""
    field = pool.get("Shadow years")
    said = line_of(field) if field else ""
    return frozenset(year_key(name, start_of(draft)) for name in _YEAR.findall(said))


def worst_year(draft: Draft, party: str, pools: Sequence[InPool]) -> tuple[str, tuple[int, ...]]:
    """The year in which a party can lose most in several pools together, and the sums in each of them.

    No year where none of the sums depends on one.
    """
    start = start_of(draft)
    labels: dict[YearKey, str] = {}
    for each in pools:
        for year, _ in amounts_by_year(draft, each.pool) if each.yearly else ():
            labels.setdefault(year_key(year, start), year)
    found = [
        (label, tuple(sum_ for each in pools if (sum_ := _in_year(draft, party, each, label, key))))
        for key, label in labels.items()
    ]
    return max(found, key=lambda each: sum(each[1]), default=("", tuple(each.most for each in pools)))


def _in_year(draft: Draft, party: str, each: InPool, label: str, key: YearKey) -> int:
    if key in shadow_years(draft, each.pool):
        return 0
    if not each.yearly:
        return each.most
    budget = budget_in(draft, each.pool, label, start_of(draft))
    # A year that this pool's Budget has no amount for is not one in which it divides anything known.
    return 0 if budget is None else losses_on(draft, each.pool, budget).get(party) or 0
