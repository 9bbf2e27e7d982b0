"""The caps of a pool as read: whose they are, on which side, and what each comes to in pounds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from clausecheck.facts.arithmetic.caps import Cap
from clausecheck.facts.blocks import money_of
from clausecheck.facts.derived.budget.budget import budget_of
from clausecheck.model.draft import Block, Draft
from clausecheck.model.values import Amount, Text
from clausecheck.patterns import Pattern
from clausecheck.spans import Span

_TURNOVER = Pattern(r"(?:its |their )?(?:own )?(?:annual |yearly )?turnover(?: a year| per annum)?")

OwnCaps = Mapping[str, tuple[int | None, ...]]
"""The caps of each party that has any, in pence; None for one whose amount is not known."""


class Limit(NamedTuple):
    """A cap: its side (gain, loss or both), whom it is for, and what it comes to in pence if known.

    `party` is None for a cap of the pool as a whole.
    """

    side: str
    party: str | None
    value: Amount
    pence: int | None
    span: Span


def limits_of(draft: Draft, pool: Block, budget: int | None = None) -> list[Limit]:
    """The caps of a pool, in order; those that are still to come are left out.

    A percentage of the Budget is of this budget, or of the first year's where none is given; one of turnover
    is of that of the party it is for.
    """
    field = pool.get("Cap")
    if field is None:
        return []
    budget = budget_of(draft, pool) if budget is None else budget
    found = []
    if isinstance(field.value, Amount):
        found.append(_limit(draft, "both", None, field.value, budget))
    for entry in field.entries:
        if isinstance(entry.value, Amount):
            key = entry.key.raw.strip() if isinstance(entry.key, Text) else ""
            named = draft.by_id.get(key)
            party = key if named is not None and named.head.name == "PARTY" else None
            found.append(_limit(draft, side_of(key), party, entry.value, budget))
    return found


def caps_on(
    limits: Iterable[Limit], side: str
) -> tuple[dict[str, tuple[int | None, ...]], tuple[int | None, ...]]:
    """The caps that bear on one side in pence: those of each party that has any, and those of the pool."""
    own: dict[str, tuple[int | None, ...]] = {}
    of_pool: list[int | None] = []
    for limit in limits:
        if limit.side not in (side, "both"):
            continue
        if limit.party is None:
            of_pool.append(limit.pence)
        else:
            own[limit.party] = (*own.get(limit.party, ()), limit.pence)
    return own, tuple(of_pool)


def all_read(pool: Block) -> bool:
    """Whether every cap of a pool was read, so that what is not there is missing."""
    field = pool.get("Cap")
    return field is None or all(isinstance(value, Amount) for value in field.values())


def side_of(key: str) -> str:
    """The side that the words before a bullet's colon mean: gain, loss or both."""
    word = key.strip().lower()
    return "gain" if word.startswith("gain") else "loss" if word.startswith("loss") else "both"


def _limit(draft: Draft, side: str, party: str | None, value: Amount, budget: int | None) -> Limit:
    party = value.party.id if value.party else party
    of = (value.percent.of or "").lower() if value.percent else ""
    base = budget if of.startswith("budget") else None
    if _TURNOVER.fullmatch(of):
        base = money_of(draft.by_id.get(party) if party else None, "Turnover")
    pence = Cap(
        value.money.pence if value.money else None, value.percent.value if value.percent else None, base
    ).resolved()
    return Limit(side, party, value, pence, value.span)
