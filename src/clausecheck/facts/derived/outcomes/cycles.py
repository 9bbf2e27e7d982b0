"""How long outcomes are followed, and how long costs are counted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausecheck.facts.arithmetic.cycles import (
    MONTHS_IN_A_YEAR,
    in_months,
    late_by,
    longest,
    months_at_most,
    spoken,
)
from clausecheck.facts.blocks import choice_of, ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.outcomes.measures import Measure, measures_of
from clausecheck.facts.derived.words.lines import line_of
from clausecheck.facts.kinds import count, kind, text, word
from clausecheck.model.draft import Draft, Field, parts_in
from clausecheck.model.parts import parts_of
from clausecheck.model.values import Amount, Duration, Money
from clausecheck.patterns import Pattern
from clausecheck.spans import Span
from clausecheck.syntax.tree import Piece

KINDS = (
    kind(
        "care_cycle",
        "A measure of a value-based contract, or of one with a price for all of a person's care, beside the "
        "time over which its costs are counted.",
        measure=word("the outcome or indicator"),
        outcome_months=count("months until the result is seen"),
        cost_months=count("months over which costs are counted"),
        late_by=count("months by which the result is seen after the costs were counted; 0 if in time"),
        outcome_time=text("how long until the result is seen"),
        cost_time=text("how long costs are counted"),
        gap=text("the difference"),
    ),
)

_COSTS = Pattern(
    r"\bcosts?\b|\bepisodes?\b|\bbundles?\b|\bcycles?\b|\bpathway price\b|\bspend(?:ing)?\b", re.I
)
_CYCLE = Pattern(r"\bepisodes?\b|\bbundled?\b|\bcycles? of care\b|\bcare cycles?\b|\bfull cycle\b", re.I)
_ALL_CARE = Pattern(
    r"\b(?:all|the whole) (?:the |of the |their )?care\b[^.;]{0,80}"
    r"\b(?:to|until|for|over|within|up to|through)\b",
    re.I,
)
_YEARLY = Pattern(r"\b(?:contract|financial) year\b|\byear\b|\bannum\b", re.I)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds each measure whose result comes at a stated time, where value or a bundle of care is paid for."""
    counted = _counted(draft)
    if counted is None:
        return
    costs, cost_time = counted
    for measure in measures_of(draft):
        found = [(months, field) for field in _timed(measure) if (months := _months(field)) is not None]
        if not found:
            continue
        months, field = max(found, key=lambda pair: pair[0])
        late = late_by(months, costs)
        facts.add(
            "care_cycle",
            field.span,
            (*measure.block.path, field.label),
            measure=ref_of(measure.block),
            outcome_months=months,
            cost_months=costs,
            late_by=late,
            shown={
                "name": measure.block.name,
                "outcome_time": spoken(months),
                "cost_time": cost_time,
                "gap": spoken(late),
            },
        )


def _counted(draft: Draft) -> tuple[int, str] | None:
    """Over how many months costs are counted, and in words, where value or all of a care is paid for."""
    if choice_of(draft.contract, "Model") == "value-based":
        costs = _cost_months(draft)
        return (costs, spoken(costs)) if costs is not None else None
    prices = [line_of(block.get("Unit price")) for block in draft.of("PAYMENT")]
    covered = [
        (months_at_most(part.count, part.unit), part.raw)
        for price in prices
        if _ALL_CARE.search(price)
        for part in parts_of(Piece(price, Span(0, len(price))))
        if isinstance(part, Duration)
    ]
    return max(covered, default=None)


def _timed(measure: Measure) -> Iterator[Field]:
    for label in ("Horizon", "Time points"):
        if field := measure.get(label):
            yield field


def _months(field: Field) -> int | None:
    """The longest time in a line: `before treatment, and at 6 and 12 months` is twelve."""
    parts = [part for value in field.values() for part in parts_in(value) if isinstance(part, Duration)]
    return longest(in_months(part.count, part.unit) for part in parts)


def _cost_months(draft: Draft) -> int | None:
    """Over how many months costs are counted: the stated cycle, or else a year where sums are yearly."""
    stated = [
        in_months(part.count, part.unit)
        for definition in draft.definitions
        if _COSTS.search(definition.term)
        for part in definition.text.parts
        if isinstance(part, Duration)
    ]
    for block in draft.of("BUDGET", "RISK SHARE", "SERVICES", "PAYMENT"):
        for field in block.fields:
            if _CYCLE.search(line_of(field)):
                stated.append(_months(field))
    if (cycle := longest(stated)) is not None:
        return cycle
    return MONTHS_IN_A_YEAR if any(_is_yearly(field) for field in _budgets(draft)) else None


def _budgets(draft: Draft) -> Iterator[Field]:
    for head, label in (("BUDGET", "Amount"), ("RISK SHARE", "Budget"), ("OUTCOME PAYMENT", "Budget")):
        for block in draft.of(head):
            if field := block.get(label):
                yield field


def _is_yearly(field: Field) -> bool:
    for value in field.values():
        money = value.money if isinstance(value, Amount) else value
        if isinstance(money, Money) and (_YEARLY.search(money.per or "") or field.entries):
            return True
    return False
