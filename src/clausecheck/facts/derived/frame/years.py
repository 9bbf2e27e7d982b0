"""How many Contract Years a draft runs for, as far as its dates, its term or a budget's years tell."""

from __future__ import annotations

from clausecheck.facts.arithmetic.dates import ContractYear, contract_years, financial_years
from clausecheck.facts.derived.frame.term import contract_days, months_in
from clausecheck.model.draft import Block, Draft


def years_in(draft: Draft, budget: Block | None = None) -> int:
    """The Contract Years that a draft, or a budget in it, runs for; 0 where nobody can tell.

    A last year that is cut short counts as one.
    """
    days = contract_days(draft)
    if days:
        return len(contract_years(*days))
    months = months_in(draft.contract.get("Contract Term")) if draft.contract else None
    amount = budget.get("Amount") if budget else None
    return max(-(-(months or 0) // 12), len(amount.entries) if amount else 0)


def last_year(draft: Draft) -> ContractYear | None:
    """The last Contract Year, where the draft states both its dates."""
    days = contract_days(draft)
    return contract_years(*days)[-1] if days else None


def year_named(draft: Draft, place: int) -> str:
    """What the Contract Year at `place` (from 1) is called: `2026/27`, or `Year 1` without dates."""
    days = contract_days(draft)
    years = financial_years(*days) if days else ()
    whole = days is not None and days[0].month == 4 and days[0].day == 1
    return years[place - 1].label if whole and 0 < place <= len(years) else f"Year {place}"
