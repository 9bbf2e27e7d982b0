"""What money hangs on a measure: its weight, the share of budget, and what that comes to in pounds."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from clausecheck.facts.arithmetic.exact import percent_of
from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.arithmetic.shares import MILLION
from clausecheck.facts.derived.budget.budget import budget_of
from clausecheck.facts.derived.budget.yearly import budget_in, pool_in
from clausecheck.facts.derived.frame.term import contract_days
from clausecheck.model.draft import Block, Draft, Field
from clausecheck.model.values import Percent, Shares, Year

_ONE, _HUNDRED = Decimal(1), Decimal(100)


class Pool(NamedTuple):
    """What a payment hangs on outcomes in a year: its share of that year's budget, in pence if known.

    `year` is empty where one share serves for all years. A cap of the payment bounds `pence`.
    """

    year: str
    share: Decimal
    budget: int | None
    pence: int | None

    @property
    def when(self) -> str:
        """How a message says which year it is."""
        return f"in {self.year}" if self.year else "a Contract Year"


class Stake(NamedTuple):
    """The money that one payment hangs on one outcome or indicator.

    `first` and `most` are pence in the first and the dearest year; None where not known. `paid` names the
    years in which something is paid; `early` says that the first is one of them; `by_year` has the pence
    of each year, under an empty name where one share serves for all. `of_million` is the most of every
    £1,000,000 of a budget that is not known, `of_one_percent` what hangs on it for each 1% of the budget
    where the share is not known.
    """

    payment: str
    weighs: str
    weight: Decimal | None
    first: int | None
    most: int | None
    early: bool
    paid: tuple[str, ...]
    by_year: tuple[tuple[str, int | None], ...] = ()
    of_million: int | None = None
    of_one_percent: int | None = None

    @property
    def words(self) -> str:
        """What hangs on it, in a sentence."""
        if self.most:
            return f"Up to {pounds(self.most)} a Contract Year of {self.payment} hangs on {self.weighs}"
        if self.of_million:
            return f"Up to {pounds(self.of_million)} of every £1,000,000 of the Budget hangs on {self.weighs}"
        if self.of_one_percent:
            each = f"For each 1% of the Budget in {self.payment}"
            return f"{each} {pounds(self.of_one_percent)} hangs on {self.weighs}"
        return f"Money of {self.payment} hangs on {self.weighs}"

    @property
    def tail(self) -> str:
        """The same, as the end of a sentence about the measure."""
        if self.most:
            return f", and up to {pounds(self.most)} a Contract Year of {self.payment} hangs on it"
        if self.of_million:
            return f", and up to {pounds(self.of_million)} of every £1,000,000 of the Budget hangs on it"
        if self.of_one_percent:
            return (
                f", and {pounds(self.of_one_percent)} hangs on it for each 1% of the Budget in {self.payment}"
            )
        return f", and money of {self.payment} hangs on it"

    def in_years(self, years: Sequence[str]) -> int | None:
        """What hangs on it in these years together, in pence; None where that is not known for each."""
        known = dict(self.by_year)
        found = [known.get(year, known.get("")) for year in years]
        amounts = [pence for pence in found if pence is not None]
        return sum(amounts) if len(amounts) == len(found) else None


def shares_by_year(field: Field | None) -> list[tuple[str, Decimal]]:
    """The share of budget for each year that a line states; one for all years has no year."""
    if field is None:
        return []
    if isinstance(field.value, Percent):
        return [("", field.value.value)]
    return [
        (entry.key.label if isinstance(entry.key, Year) else entry.key_raw, entry.value.value)
        for entry in field.entries
        if isinstance(entry.value, Percent)
    ]


def pools_of(draft: Draft, payment: Block) -> list[Pool]:
    """What the payment hangs on outcomes, year by year."""
    days = contract_days(draft)
    start = days[0] if days else None
    return [
        Pool(
            year,
            share,
            budget_in(draft, payment, year, start),
            pool_in(draft, payment, year, share, start),
        )
        for year, share in shares_by_year(payment.get("Share of budget"))
    ]


def dearest(pools: Sequence[Pool]) -> Pool | None:
    """The pool of the year in which most hangs on outcomes, where that is known and above nothing."""
    paying = [pool for pool in pools if pool.share > 0]
    if not paying or not all(pool.pence for pool in paying):
        return None
    return max(paying, key=lambda pool: pool.pence or 0)


def stakes(draft: Draft, years: Sequence[str]) -> dict[str, Stake]:
    """The stake on each outcome and indicator that a payment weighs, the first payment's where several do.

    `years` are the labels of the contract's years, for a share of budget that is the same in all.
    """
    found: dict[str, Stake] = {}
    for payment in draft.of("OUTCOME PAYMENT"):
        field = payment.get("Weights")
        if field and isinstance(field.value, Shares):
            for share in field.value.shares:
                stake = _stake(draft, payment, share.name.id, share.percent, years)
                found.setdefault(share.name.id, stake)
    return found


def _stake(draft: Draft, payment: Block, name: str, weight: Decimal | None, years: Sequence[str]) -> Stake:
    pools = pools_of(draft, payment)

    def of(base: int | None, share: Decimal = _HUNDRED) -> int | None:
        pool = percent_of(base, share) if base is not None else None
        return percent_of(pool, weight) if pool is not None and weight is not None else None

    most = dearest(pools)
    unknown = bool(pools) and most is None
    base = budget_of(draft, payment) if not pools else None
    paid = [pool.year for pool in pools if pool.share > 0]
    return Stake(
        payment=payment.id or payment.head.name,
        weighs=name,
        weight=weight,
        first=of(pools[0].pence) if pools else None,
        most=of(most.pence) if most else None,
        early=bool(pools) and pools[0].share > 0,
        paid=tuple(years) if paid == [""] else tuple(paid),
        by_year=tuple((pool.year, of(pool.pence)) for pool in pools),
        of_million=of(MILLION, max(pool.share for pool in pools)) if unknown else None,
        of_one_percent=of(base, _ONE),
    )
