"""VAT that a budget says cannot be recovered, and that nobody is said to fund."""

from __future__ import annotations

from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.blocks import ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.budget.funding import amount_of
from clausecheck.facts.derived.budget.vat_words import calls_unfunded, unfunded_vat
from clausecheck.facts.kinds import flag, kind, money, text, word
from clausecheck.model.draft import Block, Draft
from clausecheck.model.values import Money, Text

KINDS = (
    kind(
        "vat",
        "What a budget says of VAT.",
        budget=word("the BUDGET"),
        unfunded=flag("VAT that cannot be recovered has no funding, and no other rule reckons with it"),
        amount=money("the VAT, where the line states an amount", optional=True),
        how=text("that the line says it is not funded, or does not say who funds it"),
        cost=text("the VAT over the Contract Term or a year, in a sentence"),
    ),
)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds what each BUDGET says of VAT."""
    for budget in draft.of("BUDGET"):
        _vat(budget, facts)


def _vat(budget: Block, facts: Collector) -> None:
    field = budget.get("VAT")
    if field is None or not isinstance(field.value, Text):
        return
    raw = field.value.raw
    amount = next((part for part in field.value.parts if isinstance(part, Money)), None)
    each = " a Contract Year" if "year" in raw.lower() or "annum" in raw.lower() else ""
    said = f"{pounds(amount.pence)}{each}" if amount else "What cannot be recovered"
    whole = amount_of(budget)
    money = f"the {pounds(whole)} for care" if whole and not amount else "the money for care"
    left = (
        f": {pounds(whole)} - {pounds(amount.pence)} = {pounds(whole - amount.pence)} is left"
        if (whole and amount and each and amount.pence < whole)
        else ""
    )
    called = calls_unfunded(raw)
    facts.add(
        "vat",
        field.span,
        (*budget.path, "VAT"),
        budget=ref_of(budget),
        unfunded=called or (unfunded_vat(field) > 0 and not _reckoned(budget, facts)),
        amount=amount.pence if amount else None,
        shown={
            "name": budget.name,
            "how": "says that it is not funded" if called else "does not say who funds it",
            "cost": f"{said} comes out of {money}{left}",
        },
    )


def _reckoned(budget: Block, facts: Collector) -> bool:
    """Whether the VAT of a budget is already set against the price and what commissioners can pay."""
    field = budget.get("VAT")
    return any(field and fact.spans.get("unfunded_vat") == field.span for fact in facts.of("funding_gap"))
