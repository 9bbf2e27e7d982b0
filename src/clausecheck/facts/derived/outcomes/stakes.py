"""What money hangs on a measure: its weight, the share of budget, and what that comes to in pounds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from clausecheck.facts.arithmetic.exact import percent_of
from clausecheck.facts.arithmetic.money import joined, pounds
from clausecheck.facts.arithmetic.shares import MILLION
from clausecheck.facts.derived.budget.budget import budget_of
from clausecheck.facts.derived.budget.yearly import amounts_by_year, budget_in, pool_in, year_key
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
    """The money that one payment, or several together, hang on one outcome or indicator.

    `most` is pence in the dearest year; None where not known. `paid` names the years in which something is
    paid; `early` says that the first is one of them; `by_year` has the pence of each year, under an empty
    name where one share serves for all. `of_million` is the most of every £1,000,000 of a budget that is not
    known, `of_one_percent` what hangs on it for each 1% of the budget where the share is not known.
    """

    payment: str
    weighs: str
    most: int | None
    early: bool
    paid: tuple[str, ...]
    by_year: tuple[tuple[str, int | None], ...] = ()
    of_million: int | None = None
    of_one_percent: int | None = None
    start: date | None = None

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

    def words_in(self, year: str) -> str:
        """What hangs on it in one year, in a sentence; in any year where none is named.

        Empty where nothing is paid on it in that year.
        """
        if not year or [name for name, _ in self.by_year] in ([], [""]):
            return self.words
        amount = self.in_years([year])
        if amount:
            return f"{pounds(amount)} of {self.payment} hangs on {self.weighs} in {year}"
        named = {year_key(name, self.start) for name in self.paid}
        unpaid = named and year_key(year, self.start) not in named
        return "" if unpaid else f"Money of {self.payment} hangs on {self.weighs} in {year}"

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
        known = {year_key(year, self.start): pence for year, pence in self.by_year}
        found = [known.get(year_key(year, self.start), known.get("")) for year in years]
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
    """What the payment hangs on outcomes, year by year.

    A single share is that of each year for which the budget has an amount of its own.
    """
    start = start_of(draft)
    shares = shares_by_year(payment.get("Share of budget"))
    years = amounts_by_year(draft, payment)
    if years and len(shares) == 1 and not shares[0][0]:
        shares = [(year, shares[0][1]) for year, _ in years]
    return [
        Pool(
            year,
            share,
            budget_in(draft, payment, year, start),
            pool_in(draft, payment, year, share, start),
        )
        for year, share in shares
    ]


def start_of(draft: Draft) -> date | None:
    """The day the contract starts, where it states its dates."""
    days = contract_days(draft)
    return days[0] if days else None


def dearest(pools: Sequence[Pool]) -> Pool | None:
    """The pool of the year in which most hangs on outcomes, where that is known and above nothing."""
    paying = [pool for pool in pools if pool.share > 0]
    if not paying or not all(pool.pence for pool in paying):
        return None
    return max(paying, key=lambda pool: pool.pence or 0)


def stakes(draft: Draft, years: Sequence[str]) -> dict[str, Stake]:
    """The stake on each outcome and indicator that payments weigh, added up where several do.

    `years` are the labels of the contract's years, for a share of budget that is the same in all.
    """
    found: dict[str, list[Stake]] = {}
    for payment in draft.of("OUTCOME PAYMENT"):
        field = payment.get("Weights")
        if field and isinstance(field.value, Shares):
            for share in field.value.shares:
                stake = _stake(draft, payment, share.name.id, share.percent, years)
                found.setdefault(share.name.id, []).append(stake)
    return {name: parts[0] if len(parts) == 1 else _together(parts) for name, parts in found.items()}


def _together(parts: Sequence[Stake]) -> Stake:
    """The stakes of several payments on one outcome, added up year by year."""
    labels: dict[int | str, str] = {}
    for name, _ in (each for part in parts for each in part.by_year):
        labels.setdefault(year_key(name, parts[0].start), name)
    if len(labels) > 1:
        labels.pop("", None)  # one share for all years counts in each that another payment names
    by_year = tuple((name, _in_year(parts, name)) for name in labels.values())
    amounts = [pence for _, pence in by_year]
    known = [pence for pence in amounts if pence is not None]
    return Stake(
        payment=joined(list(dict.fromkeys(part.payment for part in parts))),
        weighs=parts[0].weighs,
        most=max(known, default=None) if len(known) == len(amounts) else None,
        early=any(part.early for part in parts),
        paid=tuple(dict.fromkeys(year for part in parts for year in part.paid)),
        by_year=by_year,
        start=parts[0].start,
    )


def _in_year(parts: Sequence[Stake], year: str) -> int | None:
    """What hangs on it in one year; None where one payment's part of that is not known."""
    found = [part.in_years([year]) if _has(part, year) else 0 if part.by_year else None for part in parts]
    known = [pence for pence in found if pence is not None]
    return sum(known) if len(known) == len(found) else None


def _has(stake: Stake, year: str) -> bool:
    key = year_key(year, stake.start)
    return any(name == "" or year_key(name, stake.start) == key for name, _ in stake.by_year)


def _stake(draft: Draft, payment: Block, name: str, weight: Decimal | None, years: Sequence[str]) -> Stake:
    pools = pools_of(draft, payment)
    single = [year for year, _ in shares_by_year(payment.get("Share of budget"))] == [""]

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
        most=of(most.pence) if most else None,
        early=bool(pools) and pools[0].share > 0,
        paid=tuple(years) if single and paid else tuple(paid),
        by_year=tuple((pool.year, of(pool.pence)) for pool in pools),
        of_million=of(MILLION, max(pool.share for pool in pools)) if unknown else None,
        of_one_percent=of(base, _ONE),
        start=start_of(draft),
    )
