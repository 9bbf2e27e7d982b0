"""Budgets against their parts, and prices against what commissioners can pay."""

from __future__ import annotations

import re
from fractions import Fraction

from clausecheck.facts.arithmetic.budget import reconciled
from clausecheck.facts.arithmetic.exact import rounded
from clausecheck.facts.arithmetic.money import percent as percentage
from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.blocks import money_of, ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.budget.funding import FUNDING_KINDS, add_funding, amount_of
from clausecheck.facts.kinds import flag, kind, money, text, word
from clausecheck.model.draft import Block, Draft, Entry, Field
from clausecheck.model.values import Amount, Money, Moneys, Names
from clausecheck.patterns import Pattern
from clausecheck.spans import Span

KINDS = (
    kind(
        "budget_total",
        "A budget's amount beside the sum of its contributions or of its years.",
        budget=word("the BUDGET"),
        parts=word("contributions or years"),
        stated=money("the amount the budget states"),
        summed=money("what the parts come to"),
        agrees=flag("the two are equal"),
        difference=text("by how much they differ"),
        parts_named=text("the line that the parts stand on"),
        worked=text("the addition in brackets, where there is more than one part"),
        whole=text("the line that states the amount, with its year"),
        short=text("the sum that has no payer, or that no year accounts for, in a sentence"),
        other=text("what the line it disagrees with states"),
    ),
    *FUNDING_KINDS,
    kind(
        "affordability",
        "A price beside the envelope of the commissioners who are to pay it.",
        of=word("the block it is stated in"),
        price=money("the price"),
        envelope=money("what commissioners have said they can pay"),
        stated=text("what states it, at the beginning of a sentence"),
        above=flag("the price is above the envelope"),
        gap=text("by how much"),
        percent=text("the gap as a percentage of the envelope"),
        worked=text("the subtraction in figures"),
    ),
)


_OF_ONE_YEAR = Pattern(
    r"\bprices\b|\d{4}/\d{2}|\bYear \d|\bfirst\b|\bris(?:es|ing)\b|\buplift", re.IGNORECASE
)

# A sum for each person or each episode is no sum for a year.
_NOT_A_YEAR = frozenset({"person", "episode", "contact", "session", "day"})


def budget_of(draft: Draft, block: Block) -> int | None:
    """The budget in pence a Contract Year that a pool or payment is measured against, where it is known."""
    field, seen = block.get("Budget"), {block.span.start}
    while field and isinstance(field.value, Names) and field.value.names:
        named = draft.by_id.get(field.value.names[0].id)
        if named is None or named.span.start in seen:
            return None
        if named.head.name != "RISK SHARE":
            return amount_of(named)
        seen.add(named.span.start)
        field = named.get("Budget")
    match field.value if field else None:
        case Amount(money=Money(pence=pence, per=per)):
            return None if per in _NOT_A_YEAR else pence
    return None


def derive(draft: Draft, facts: Collector) -> None:
    """Adds each budget's reconciliation and each price against its envelope."""
    for budget in draft.of("BUDGET"):
        _contributions(budget, facts)
        _years(budget, facts)
    for block in draft.of("CONTRACT", "BUDGET"):
        _affordability(block, facts)
    add_funding(draft, facts)


def _contributions(budget: Block, facts: Collector) -> None:
    field, stated = budget.get("Contributions"), amount_of(budget)
    if field is None or stated is None or not isinstance(field.value, Moneys):
        return
    parts = [share.pence for share in field.value.shares]
    if None in parts:
        return
    known = [part for part in parts if part is not None]
    if sum(known) in _over_the_term(budget):
        return
    total = money_of(budget, "Total")
    if total is not None and abs(sum(known) - total) < abs(sum(known) - stated):
        _total(budget, "contributions", total, known, field.value.span, facts, "Total")
    else:
        _total(budget, "contributions", stated, known, field.value.span, facts, "Amount")


def _over_the_term(budget: Block) -> set[int | None]:
    """What contributions may come to that are stated for all years together: the total, or the years' sum."""
    amount = budget.get("Amount")
    years = (
        [entry.value.pence for entry in amount.entries if isinstance(entry.value, Money)] if amount else []
    )
    return {money_of(budget, "Total"), sum(years) if years else None}


def _years(budget: Block, facts: Collector) -> None:
    field, total = budget.get("Amount"), money_of(budget, "Total")
    if field is None or total is None or len(field.entries) < 2:
        return
    parts = [entry.value.pence for entry in field.entries if isinstance(entry.value, Money)]
    if len(parts) == len(field.entries):
        at = budget.get("Total")
        assert at is not None
        _total(budget, "years", total, parts, at.span, facts, "Total")


def _total(
    budget: Block, what: str, stated: int, parts: list[int], span: Span, facts: Collector, label: str
) -> None:
    """Adds what parts come to beside what the line of this label states."""
    line = budget.get("Amount" if what == "years" else label)
    result = reconciled(stated, parts)
    facts.add(
        "budget_total",
        span,
        (*budget.path, "Contributions" if what == "contributions" else "Total"),
        budget=ref_of(budget),
        parts=what,
        stated=stated,
        summed=result.summed,
        agrees=result.agrees,
        shown={
            "name": budget.name,
            "parts_named": "Contributions" if what == "contributions" else "The years",
            "other": "the years" if what == "years" else f"the {label.lower()}",
            "difference": pounds(abs(result.difference)),
            "short": _short(what, result.difference),
            "worked": _worked(parts, result.summed),
            "whole": _whole(budget, label),
        },
        spans={"other": line.span} if line else {},
    )


def _worked(parts: list[int], summed: int) -> str:
    if len(parts) < 2:
        return ""
    return f" ({' + '.join(pounds(part) for part in parts)} = {pounds(summed)})"


def _whole(budget: Block, label: str) -> str:
    field = budget.get(label)
    assert field is not None
    year = field.entries[0].key_raw if field.entries else ""
    return f"{field.label} for {year}" if year else field.label


def _short(what: str, difference: int) -> str:
    """What a difference (stated less summed) means."""
    sum_ = pounds(abs(difference))
    if what == "years":
        more = "is in no year" if difference > 0 else "is in the years and not in the total"
        return f"{sum_} of the total {more}" if difference > 0 else f"{sum_} {more}"
    return f"Nobody pays in {sum_} of the budget" if difference > 0 else f"{sum_} is paid in above the budget"


def _affordability(block: Block, facts: Collector) -> None:
    label = "Commissioner envelope" if block.head.name == "CONTRACT" else "Affordability envelope"
    at, limit = _price(block), block.get(label)
    if at is None or limit is None or not isinstance(limit.value, Money):
        return
    # An envelope at the prices of one year is not set against the amounts of the others.
    entry = _dearest(at, first=bool(_OF_ONE_YEAR.search(limit.raw)))
    price, year = (entry.value, entry.key_raw if _differ(at) else "") if entry else (at.value, "")
    envelope = limit.value
    if not isinstance(price, Money) or not _same_period(
        price.per or ("year" if at.entries else None), envelope.per
    ):
        return
    # A contract and its budget often state the same two figures: that is one fault.
    for other in facts.of("affordability"):
        if (other.values["price"], other.values["envelope"]) == (price.pence, envelope.pence):
            return
    gap = price.pence - envelope.pence
    when = f" in {year}" if year else _a_year(envelope)
    facts.add(
        "affordability",
        at.span,
        (*block.path, at.label),
        of=ref_of(block),
        price=price.pence,
        envelope=envelope.pence,
        above=gap > 0,
        shown={
            "name": block.title or block.name,
            "price": f"{pounds(price.pence)}{when}",
            "stated": f"The price{'' if at.label == 'Price' else f' that {block.name} sets'}",
            "envelope": f"{pounds(envelope.pence)}{_a_year(envelope)}",
            "gap": f"{pounds(abs(gap))}{when}",
            "percent": _in_percent(gap, envelope.pence),
            "worked": f"{pounds(price.pence)} - {pounds(envelope.pence)} = {pounds(gap)}{when}",
        },
        spans={"price": entry.span if entry and year else at.span, "envelope": limit.span},
    )


def _in_percent(gap: int, envelope: int) -> str:
    """The gap as a percentage of the envelope to 1 place, half to even; one too small for that says so."""
    if envelope <= 0:
        return ""
    found = rounded(Fraction(abs(gap) * 100, envelope), 1)
    return percentage(found) if found else "less than 0.1%"


def _price(block: Block) -> Field | None:
    """The line that states what the providers are to be paid, in the same terms as the envelope.

    A contract's value over its whole term is no price to set beside a yearly envelope.
    """
    return block.get("Price") or (block.get("Amount") if block.head.name == "BUDGET" else None)


def _dearest(field: Field, first: bool) -> Entry | None:
    """The greatest of the yearly amounts of a line that are known, or the first of them."""
    years = [(entry.value.pence, entry) for entry in field.entries if isinstance(entry.value, Money)]
    if not years or first:
        return years[0][1] if years else None
    return max(years, key=lambda each: each[0])[1]


def _differ(field: Field) -> bool:
    """Whether the yearly amounts of a line are not all the same."""
    return len({entry.value.pence for entry in field.entries if isinstance(entry.value, Money)}) > 1


def _same_period(one: str | None, other: str | None) -> bool:
    """Whether two amounts are for the same length of time: both for a year, or both for no stated time."""
    return (one is not None and "year" in one.lower()) == (other is not None and "year" in other.lower())


def _a_year(amount: Money) -> str:
    return " a Contract Year" if amount.per else ""
