"""Budgets against their parts, and prices against what commissioners can pay."""

from __future__ import annotations

from decimal import Decimal

from clausecheck.facts.arithmetic.budget import reconciled
from clausecheck.facts.arithmetic.money import percent as percentage
from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.blocks import ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.frame import money_of
from clausecheck.facts.kinds import flag, kind, money, text, word
from clausecheck.model.draft import Block, Draft
from clausecheck.model.values import Amount, Money, Moneys, Names
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
        sum=text("the addition in figures"),
    ),
    kind(
        "affordability",
        "A price beside the envelope of the commissioners who are to pay it.",
        of=word("the block it is stated in"),
        price=money("the price"),
        envelope=money("what commissioners have said they can pay"),
        above=flag("the price is above the envelope"),
        gap=text("by how much"),
        percent=text("the gap as a percentage of the envelope"),
    ),
)


def budget_of(draft: Draft, block: Block) -> int | None:
    """The budget in pence a Contract Year that a pool or payment is measured against, where it is known."""
    field = block.get("Budget")
    if field is None:
        return None
    match field.value:
        case Amount(money=Money(pence=pence)):
            return pence
        case Names(names=names) if names:
            named = draft.by_id.get(names[0].id)
            if named is None or named is block:
                return None
            return budget_of(draft, named) if named.head.name == "RISK SHARE" else amount_of(named)
    return None


def amount_of(budget: Block) -> int | None:
    """What a BUDGET comes to a Contract Year: its amount, or its first year's."""
    field = budget.get("Amount")
    if field is None:
        return None
    if isinstance(field.value, Money):
        return field.value.pence
    first = next((entry.value for entry in field.entries), None)
    return first.pence if isinstance(first, Money) else None


def derive(draft: Draft, facts: Collector) -> None:
    """Adds each budget's reconciliation and each price against its envelope."""
    for budget in draft.of("BUDGET"):
        _contributions(budget, facts)
        _years(budget, facts)
    for block in draft.of("CONTRACT", "BUDGET"):
        _affordability(block, facts)


def _contributions(budget: Block, facts: Collector) -> None:
    field, stated = budget.get("Contributions"), amount_of(budget)
    if field is None or stated is None or not isinstance(field.value, Moneys):
        return
    parts = [share.pence for share in field.value.shares]
    if None in parts:
        return
    _total(
        budget, "contributions", stated, [part for part in parts if part is not None], field.value.span, facts
    )


def _years(budget: Block, facts: Collector) -> None:
    field, total = budget.get("Amount"), money_of(budget, "Total")
    if field is None or total is None or len(field.entries) < 2:
        return
    parts = [entry.value.pence for entry in field.entries if isinstance(entry.value, Money)]
    if len(parts) == len(field.entries):
        at = budget.get("Total")
        assert at is not None
        _total(budget, "years", total, parts, at.span, facts)


def _total(budget: Block, what: str, stated: int, parts: list[int], span: Span, facts: Collector) -> None:
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
            "difference": pounds(abs(result.difference)),
            "sum": f"{' + '.join(pounds(part) for part in parts)} = {pounds(result.summed)}",
        },
    )


def _affordability(block: Block, facts: Collector) -> None:
    label = "Commissioner envelope" if block.head.name == "CONTRACT" else "Affordability envelope"
    price = money_of(block, "Price")
    if price is None and block.head.name == "CONTRACT":
        price = money_of(block, "Contract value")
    if price is None and block.head.name == "BUDGET":
        price = amount_of(block)
    envelope = money_of(block, label)
    if price is None or envelope is None:
        return
    at, limit = block.get("Price") or block.get("Contract value") or block.get("Amount"), block.get(label)
    assert at is not None
    assert limit is not None
    gap = price - envelope
    facts.add(
        "affordability",
        at.span,
        (*block.path, at.label),
        of=ref_of(block),
        price=price,
        envelope=envelope,
        above=gap > 0,
        shown={
            "name": block.title or block.name,
            "gap": pounds(abs(gap)),
            "percent": percentage(Decimal(gap * 1000 // envelope) / 10) if envelope > 0 else "",
        },
        spans={"price": at.span, "envelope": limit.span},
    )
