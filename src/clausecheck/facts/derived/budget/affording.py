"""Whether a price within its envelope is affordable: VAT that nobody funds, and savings that may not come."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from clausecheck.facts.arithmetic.budget import affordability
from clausecheck.facts.arithmetic.money import percent as percentage
from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.budget.savings import Saving, savings_of
from clausecheck.facts.derived.budget.vat_words import calls_unfunded, unfunded_vat
from clausecheck.facts.kinds import flag, kind, money, text, word
from clausecheck.model.draft import Block, Draft
from clausecheck.patterns import Pattern
from clausecheck.spans import Span

KINDS = (
    kind(
        "funding_gap",
        "A price within its envelope, with the VAT and the savings at risk that come on top.",
        of=word("the block that states the price"),
        gap=money("what is short; below nothing where there is room to spare"),
        short=flag("it is short, and no other rule says all of why"),
        unfunded_vat=money("irrecoverable VAT that nobody is said to fund"),
        savings_at_risk=money("what of the savings may not come, at their confidence"),
        price=text("the price"),
        envelope=text("what commissioners can pay"),
        missing=text("the gap, with its time"),
        sum=text("the addition in figures"),
        year=text("the year that the savings are for, where they are for one"),
    ),
)

_YEARLY = Pattern(r"\byear(?:ly)?\b|\bannum\b|\bannual", re.IGNORECASE)


class _AtRisk(NamedTuple):
    """The savings that count against one price, and the year they are for."""

    savings: tuple[tuple[int, Decimal], ...]
    spans: tuple[Span, ...]
    year: str


def derive(draft: Draft, facts: Collector) -> None:
    """Adds a fact for each price within its envelope, where VAT or savings come on top."""
    for priced in facts.of("affordability"):
        budget = _budget(draft, str(priced.values["of"]))
        if budget is None or priced.values["above"]:
            continue
        yearly = priced.shown["price"].endswith("a Contract Year")
        vat = _unfunded_vat(budget, yearly)
        risk = _at_risk(savings_of(draft, budget), yearly)
        price, envelope = int(priced.values["price"]), int(priced.values["envelope"])
        reckoned = affordability(price, envelope, vat, risk.savings)
        if not vat and not reckoned.savings_at_risk:
            continue
        field = budget.get("VAT")
        said_already = bool(field and calls_unfunded(field.raw or ""))
        time = (f" in {risk.year}" if risk.year else " a Contract Year") if yearly else ""
        spans = {"price": priced.spans["price"], "envelope": priced.spans["envelope"]}
        if vat and field:
            spans["unfunded_vat"] = field.span
        if risk.spans:
            spans["savings_at_risk"] = risk.spans[0]
        facts.add(
            "funding_gap",
            priced.span,
            priced.path,
            of=priced.values["of"],
            gap=reckoned.gap,
            short=reckoned.gap > 0 and (reckoned.savings_at_risk > 0 or not said_already),
            unfunded_vat=vat,
            savings_at_risk=reckoned.savings_at_risk,
            shown={
                "name": priced.shown["name"],
                "price": priced.shown["price"],
                "envelope": priced.shown["envelope"],
                "missing": f"{pounds(abs(reckoned.gap))}{time}",
                "sum": _sum(price, envelope, vat, risk.savings, reckoned.savings_at_risk, reckoned.gap),
                "year": risk.year,
            },
            spans=spans,
        )


def _budget(draft: Draft, of: str) -> Block | None:
    """The budget that a price is for: its own block, or the only one of the draft."""
    budgets = list(draft.of("BUDGET"))
    own = [budget for budget in budgets if budget.id == of]
    return own[0] if own else budgets[0] if len(budgets) == 1 and of == "contract" else None


def _unfunded_vat(budget: Block, yearly: bool) -> int:
    """The VAT in pence that a budget says is lost, and not that anybody funds, for the time of the price."""
    field = budget.get("VAT")
    amount = unfunded_vat(field)
    return amount if field and bool(_YEARLY.search(field.raw or "")) is yearly else 0


def _at_risk(savings: Iterable[Saving], yearly: bool) -> _AtRisk:
    """The savings whose confidence is a number: of the worst year, or all where the price is for the term.

    A sum that is to be reached by some year may have been built up over several, and is not set against one.
    """
    sure = [each for each in savings if each.confidence is not None]
    if not yearly:
        return _taken(sure, "")
    years = list(dict.fromkeys(each.year for each in sure if each.year))
    options = [_taken([each for each in sure if each.year in (year, "")], year) for year in years]
    options.append(_taken([each for each in sure if each.year == ""], ""))
    return max(options, key=lambda option: affordability(0, 0, 0, option.savings).savings_at_risk)


def _taken(savings: list[Saving], year: str) -> _AtRisk:
    known = [(each.amount.pence, each.confidence) for each in savings if each.confidence is not None]
    return _AtRisk(tuple(known), tuple(each.span for each in savings), year)


def _sum(
    price: int, envelope: int, vat: int, savings: tuple[tuple[int, Decimal], ...], risk: int, gap: int
) -> str:
    """`£139,000,000 - £139,000,000 + £2,000,000 of VAT + £1,600,000 of savings at risk = £3,600,000`."""
    terms = [f"{pounds(price)} - {pounds(envelope)}"]
    if vat:
        terms.append(f"{pounds(vat)} of VAT")
    if risk:
        (amount, sure), *more = savings
        each = f" ({percentage(100 - sure)} of {pounds(amount)})" if not more else ""
        terms.append(f"{pounds(risk)} of savings at risk{each}")
    return f"{' + '.join(terms)} = {pounds(gap)}"
