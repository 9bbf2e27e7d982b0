"""How messages write the values of facts: pounds, percentages and dates as a drafter writes them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from clausecheck.facts.arithmetic.calendars import canonical
from clausecheck.facts.arithmetic.money import percent, pounds
from clausecheck.facts.collector import POINT
from clausecheck.facts.fact import Fact, Scalar, Type
from clausecheck.facts.schema import SCHEMA


def shown(fact: Fact, attribute: str) -> str:
    """An attribute of a fact in the reader's terms; empty where the fact does not state it."""
    if attribute in fact.shown:
        return fact.shown[attribute]
    value = fact.values.get(attribute)
    if value is None:
        return ""
    kind = SCHEMA.get(fact.kind)
    declared = kind.attributes.get(attribute) if kind else None
    return _plain(declared.type if declared else None, value)


def complete(fact: Fact) -> Fact:
    """The fact with every stated attribute shown in the reader's terms."""
    words = {name: shown(fact, name) for name in fact.values}
    words.update(fact.shown)
    return Fact(fact.kind, fact.n, fact.span, fact.values, fact.states, words, fact.spans, fact.path)


def _plain(type_: Type | None, value: Scalar) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return value
    match type_:
        case Type.MONEY:
            return pounds(value)
        case Type.PERCENT:
            return percent(Decimal(value) / POINT)
        case Type.DATE:
            return canonical(date(value // 10_000, value // 100 % 100, value % 100))
    return f"{value:,}"
