"""How early, and how steeply, the share of budget on outcomes rises over the years."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

from clausecheck.facts.arithmetic.exact import percent_of
from clausecheck.facts.arithmetic.money import percent as percentage
from clausecheck.facts.arithmetic.money import plain, pounds
from clausecheck.facts.arithmetic.shares import MILLION
from clausecheck.facts.blocks import choice_of, ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.budget.yearly import year_key
from clausecheck.facts.derived.frame.term import contract_days
from clausecheck.facts.derived.outcomes.stakes import shares_by_year
from clausecheck.facts.derived.outcomes.weighing import YearOfMoney, money_by_year
from clausecheck.facts.kinds import flag, kind, percent, text, word
from clausecheck.model.draft import Block, Draft

KINDS = (
    kind(
        "path_shape",
        "How early and how steeply the share of budget on outcomes rises, year by year of the contract.",
        payment=word("the OUTCOME PAYMENT"),
        first_year=percent("the share in the first year of the contract; nothing where it is not named"),
        early=percent("the highest share in years 2 and 3"),
        later=percent("the highest share from year 4 on"),
        highest=percent("the highest share in any year"),
        bonus=flag("it is paid on top of the budget, so that no income hangs on it"),
        jump=percent("the greatest rise from one stated year to the next"),
        path=text("the shares in order"),
        amounts=text("what each year's share comes to, and the greatest rise, in sentences"),
    ),
)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds the shape of each payment's path."""
    days = contract_days(draft)
    start = days[0] if days else None
    for payment in draft.of("OUTCOME PAYMENT"):
        years = money_by_year(draft, payment)
        if years:
            _shape(payment, years, start, facts)


def _shape(payment: Block, years: Sequence[YearOfMoney], start: date | None, facts: Collector) -> None:
    """Adds the shape of a path. One share for all years is that of each; unknown labels count in order."""
    field = payment.get("Share of budget")
    assert field is not None
    keys = [year_key(year.year, start) for year in years]
    numbers = [key if isinstance(key, int) else place for place, key in enumerate(keys, 1)]
    stated = shares_by_year(field)
    alike = not stated[0][0]
    if len(years) == 1 and not alike:
        return  # one year is no path

    def most(first: int, last: int) -> Decimal:
        inside = (
            year.share
            for year, number in zip(years, numbers, strict=True)
            if alike or first <= number <= last
        )
        return max(inside, default=Decimal(0))

    rises = [(after.share - before.share, before, after) for before, after in pairwise(years)]
    steepest = max(rises, key=lambda rise: rise[0], default=None)
    jump = max(steepest[0], Decimal(0)) if steepest else Decimal(0)
    facts.add(
        "path_shape",
        field.entries[0].span if field.entries else field.span,
        (*payment.path, "Share of budget"),
        payment=ref_of(payment),
        first_year=most(1, 1),
        early=most(2, 3),
        later=most(4, max(numbers)),
        highest=max(year.share for year in years),
        bonus=choice_of(payment, "Type") == "bonus",
        jump=jump,
        shown={
            "name": payment.name,
            "path": ", ".join(percentage(share) for _, share in stated),
            "amounts": _amounts(years) + (f". {_rise(steepest)}" if jump and steepest else ""),
        },
    )


def _rise(rise: tuple[Decimal, YearOfMoney, YearOfMoney]) -> str:
    points, before, after = rise
    return f"The steepest rise is {plain(points)} percentage points, from {before.year} to {after.year}"


def _amounts(years: Sequence[YearOfMoney]) -> str:
    known = all(year.pence is not None for year in years)
    of = "On the Budget" if known else "Of every £1,000,000 of the Budget"
    sums = [
        f"{pounds(year.pence if known and year.pence is not None else percent_of(MILLION, year.share))} "
        f"{f'in {year.year}' if year.year else 'each year'}"
        for year in years
    ]
    return f"{of} that is {_and(sums)}"


def _and(words: Sequence[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
