"""What a gap in a measure costs in pounds and days, in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from clausecheck.facts.arithmetic.calendars import canonical
from clausecheck.facts.arithmetic.dates import ContractYear
from clausecheck.facts.arithmetic.money import joined, pounds
from clausecheck.facts.derived.outcomes.stakes import Stake
from clausecheck.model.values import Measured

_MARCH = (3, 31)


def without_target(
    financial: Sequence[ContractYear],
    contractual: Sequence[ContractYear],
    missing: Sequence[str],
    stake: Stake | None,
) -> str:
    """What is paid on nothing in the years that have no target, with the dates of those years."""
    if not missing:
        return ""
    named = [(year.label, year) for year in financial]
    named += [(f"Year {number}", year) for number, year in enumerate(contractual, 1)]
    dates = {name: f" ({canonical(year.start)} to {canonical(year.end)})" for name, year in named}
    years = joined([f"{year}{dates.get(year, '')}" for year in missing])
    amount = stake.in_years(missing) if stake else None
    if stake is None:
        return f"Nobody can say whether it is reached in {years}"
    if not amount:
        return f"Money of {stake.payment} hangs on {stake.weighs}, and nothing says what earns it in {years}"
    hangs = f"{pounds(amount)} of {stake.payment} hangs on {stake.weighs}"
    return f"{hangs} in {years}, and nothing says what earns it"


def baseline_ends(baseline: Measured | None, start: date | None) -> str:
    """How long after the services began a baseline ended, in days and with both dates."""
    ended = _end_of(baseline)
    if ended is None or start is None or ended < start:
        return ""
    days = (ended - start).days
    if not days:
        return f"It was taken on {canonical(ended)}, the day the services began"
    late = f"{days:,} day{'' if days == 1 else 's'} after the services began on {canonical(start)}"
    return f"It ends on {canonical(ended)}, {late}"


def first_report(years: Sequence[ContractYear]) -> str:
    """When a result that nobody need report is first seen: at the end of the first contract year."""
    if not years:
        return "only at the end of a Contract Year, up to 365 days after it began"
    first = years[0]
    days = (first.end - first.start).days
    return f"on {canonical(first.end)}, {days:,} days after the services begin on {canonical(first.start)}"


def _end_of(baseline: Measured | None) -> date | None:
    """The last day of what a baseline was measured over."""
    if baseline is None:
        return None
    if baseline.on and baseline.on.day:
        return baseline.on.day
    first = baseline.period.first if baseline.period else None
    return date(first + 1, *_MARCH) if first is not None and first < date.max.year else None
