"""What hangs on outcomes in one year: the share of that year's budget, within the payment's own cap."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from clausecheck.facts.arithmetic.exact import percent_of
from clausecheck.facts.derived.budget.budget import budget_of
from clausecheck.model.draft import Block, Draft, Entry
from clausecheck.model.values import Amount, Money, Names, Year
from clausecheck.patterns import Pattern

_APRIL = 4
_ORDINAL = Pattern(r"Year (\d{1,2})")
_FINANCIAL = Pattern(r"(\d{4})/\d{2}")

YearKey = int | str


def year_key(label: str, start: date | None) -> YearKey:
    """The number of a year of the contract, so that `Year 2` and `2027/28` meet; its label if not known."""
    if match := _ORDINAL.fullmatch(label.strip()):
        return int(match[1])
    if start and (match := _FINANCIAL.fullmatch(label.strip())):
        return int(match[1]) - (start.year if start.month >= _APRIL else start.year - 1) + 1
    return label.strip()


def pool_in(draft: Draft, payment: Block, year: str, share: Decimal, start: date | None) -> int | None:
    """The money, in pence, that a share of the budget puts on outcomes in a year; None where not known."""
    budget = budget_in(draft, payment, year, start)
    if budget is None:
        return None
    cap, pool = _cap(payment, budget), percent_of(budget, share)
    return pool if cap is None else min(pool, cap)


def budget_in(draft: Draft, block: Block, year: str, start: date | None) -> int | None:
    """The budget of one year: that year's own amount where a BUDGET states each, else the one for all."""
    entries = list(_amounts(draft, block, set()))
    if not entries or not year:
        return budget_of(draft, block)
    for entry in entries:
        if year_key(_label(entry), start) == year_key(year, start):
            return _pence(entry)
    return None


def amounts_by_year(draft: Draft, block: Block) -> list[tuple[str, int | None]]:
    """The years of a BUDGET that states an amount for each of several, in order; None for a hole."""
    entries = list(_amounts(draft, block, set()))
    return [(_label(entry), _pence(entry)) for entry in entries] if len(entries) > 1 else []


def dearest_budget(draft: Draft, block: Block) -> tuple[str, int | None]:
    """The largest budget of any year, with the year; no year where one amount serves for all or any."""
    years = amounts_by_year(draft, block)
    known = [(year, pence) for year, pence in years if pence is not None]
    if not known or len(known) < len(years) or len({pence for _, pence in known}) == 1:
        return "", budget_of(draft, block)
    return max(known, key=lambda each: each[1])


def _label(entry: Entry) -> str:
    return entry.key.label if isinstance(entry.key, Year) else entry.key_raw


def _pence(entry: Entry) -> int | None:
    return entry.value.pence if isinstance(entry.value, Money) else None


def _cap(payment: Block, budget: int) -> int | None:
    field = payment.get("Cap")
    if field is None or not isinstance(field.value, Amount):
        return None
    if field.value.money:
        return field.value.money.pence
    percent = field.value.percent
    if percent and (percent.of is None or "budget" in percent.of.lower()):
        return percent_of(budget, percent.value)
    return None


def _amounts(draft: Draft, block: Block, seen: set[str]) -> Iterator[Entry]:
    """The yearly amounts of the BUDGET that a payment or a pool is measured against."""
    field = block.get("Budget")
    named = draft.by_id.get(field.value.names[0].id) if field and isinstance(field.value, Names) else None
    if named is None or named.id in seen:
        return
    if named.head.name == "RISK SHARE":
        yield from _amounts(draft, named, {*seen, named.id})
    elif amount := named.get("Amount"):
        yield from amount.entries
