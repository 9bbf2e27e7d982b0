"""What money hangs on a measure: its weight, the share of budget, and what that comes to in pounds."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from clausecheck.facts.arithmetic.exact import percent_of
from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.derived.budget import budget_of
from clausecheck.model.draft import Block, Draft, Field
from clausecheck.model.values import Percent, Shares, Year


class Stake(NamedTuple):
    """The money that one payment hangs on one outcome or indicator.

    `first` and `most` are pence in the first and the dearest year; None where not known. `paid` names the
    years in which something is paid; `early` says that the first is one of them; `by_year` has the pence
    of each year, under an empty name where one share serves for all.
    """

    payment: str
    weighs: str
    weight: Decimal | None
    first: int | None
    most: int | None
    early: bool
    paid: tuple[str, ...]
    by_year: tuple[tuple[str, int | None], ...] = ()

    @property
    def words(self) -> str:
        """What hangs on it, in a sentence."""
        if self.most:
            return f"Up to {pounds(self.most)} a Contract Year of {self.payment} hangs on {self.weighs}"
        return f"Money of {self.payment} hangs on {self.weighs}"

    @property
    def tail(self) -> str:
        """The same, as the end of a sentence about the measure."""
        if self.most:
            return f", and up to {pounds(self.most)} a Contract Year of {self.payment} hangs on it"
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
    budget = budget_of(draft, payment)
    by_year = shares_by_year(payment.get("Share of budget"))
    shares = [share for _, share in by_year]

    def pence(share: Decimal) -> int | None:
        pool = percent_of(budget, share) if budget is not None else None
        return percent_of(pool, weight) if pool is not None and weight is not None else None

    paid = [year for year, share in by_year if share > 0]
    return Stake(
        payment=payment.id or payment.head.name,
        weighs=name,
        weight=weight,
        first=pence(shares[0]) if shares else None,
        most=pence(max(shares)) if shares else None,
        early=bool(shares) and shares[0] > 0,
        paid=tuple(years) if paid == [""] else tuple(paid),
        by_year=tuple((year, pence(share)) for year, share in by_year),
    )
