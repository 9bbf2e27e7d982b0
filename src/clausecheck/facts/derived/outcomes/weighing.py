"""What payments for outcomes weigh: which measures stand behind a weight, and which money in which year."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from clausecheck.facts.derived.budget.yearly import year_key
from clausecheck.facts.derived.outcomes.measures import Measure, measures_of
from clausecheck.facts.derived.outcomes.stakes import Stake, pools_of
from clausecheck.facts.derived.outcomes.targets import Target
from clausecheck.model.draft import Block, Draft, Field
from clausecheck.model.values import Names, Share, Shares, Text
from clausecheck.patterns import Pattern


class Weighed(NamedTuple):
    """One line of a payment's weights, and the measures behind the name: none where no block has it."""

    share: Share
    block: Block | None
    measures: tuple[Measure, ...]

    @property
    def owners(self) -> tuple[str, ...]:
        """The parties that answer for it, in order: the outcome's, or else those of its indicators."""
        field = self.block.get("Owner") if self.block else None
        fields = [field] if field else [measure.get("Owner") for measure in self.measures]
        return tuple(dict.fromkeys(name for each in fields for name in owners_in(each)))


class YearOfMoney(NamedTuple):
    """A year of a payment's path: its share of the budget, and what that comes to in pence if known."""

    year: str
    share: Decimal
    pence: int | None


def owners_in(field: Field | None) -> tuple[str, ...]:
    """The parties that an Owner line names."""
    return tuple(name.id for name in field.value.names) if field and isinstance(field.value, Names) else ()


def is_said(field: Field | None) -> bool:
    """Whether a line says something in free words that is not `none` or a blank."""
    texts = [value.raw for value in field.values() if isinstance(value, Text)] if field else []
    return any(not _NOTHING.match(text.strip()) for text in texts)


_NOTHING = Pattern(r"(?i)(?:none|nothing|nil|no|n/?a|not (?:applicable|agreed|yet|used|stated))\b|-?$")


def weighed(draft: Draft, payment: Block) -> list[Weighed]:
    """What a payment weighs, in order."""
    field = payment.get("Weights")
    if field is None or not isinstance(field.value, Shares):
        return []
    measures = list(measures_of(draft))
    return [
        Weighed(
            share,
            draft.by_id.get(share.name.id),
            tuple(m for m in measures if share.name.id in (m.block.id, m.outcome.id if m.outcome else "")),
        )
        for share in field.value.shares
    ]


def money_by_year(draft: Draft, payment: Block) -> list[YearOfMoney]:
    """The share of budget and what it comes to, for each year that a payment or its budget states."""
    return [YearOfMoney(pool.year, pool.share, pool.pence) for pool in pools_of(draft, payment)]


def dearest(years: Sequence[YearOfMoney]) -> YearOfMoney | None:
    """The first year in which most money hangs on outcomes; of the highest share, where no sum is known."""
    if not years:
        return None
    known = all(year.pence is not None for year in years)
    return max(years, key=lambda year: (year.pence or 0) if known else year.share)


def judged(targets: Sequence[Target], stake: Stake | None, start: date | None) -> list[Target]:
    """The targets that have to be told from chance: those of years in which money hangs on the measure.

    Where none does it is the last one, since what comes before is the way there.
    """
    if not targets:
        return []
    if stake is None:
        return [targets[-1]]
    paid = {year_key(year, start) for year in stake.paid}
    return [t for t in targets if not t.year or not paid or year_key(t.year, start) in paid]
