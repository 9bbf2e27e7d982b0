"""What a sum for one person comes to for everybody, beside the amount that the budget states."""

from __future__ import annotations

import re

from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.arithmetic.stop_loss import average_cost
from clausecheck.facts.blocks import choice_of, ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.frame.people import people_of
from clausecheck.facts.derived.words.lines import line_of
from clausecheck.facts.kinds import flag, kind, money, text, word
from clausecheck.model.draft import Block, Draft
from clausecheck.model.values import Money
from clausecheck.patterns import Pattern

KINDS = (
    kind(
        "per_head",
        "A budget of so much a person for the one population of a draft, beside its yearly amount.",
        budget=word("the BUDGET"),
        each=money("the sum for one person"),
        amount=money("the amount that the budget states"),
        product=money("the sum for one person times the people"),
        apart=flag("they differ by more than rounding can"),
        people=text("how many people there are"),
        gap=text("which is more, and by how much, in a sentence"),
    ),
)

_POUND = 100
# Half a percent: what rounding a sum of hundreds of pounds, or a list of people, can do.
_ROUNDING = 200
_OTHER = Pattern(
    r"\b(?:weight|month|quarter|week|day\b|episode|average|strat|band|age|term|total|over)", re.I
)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds each budget of so much a person that states both, where no weights stand between them."""
    people = people_of(draft)
    [*populations] = draft.of("POPULATION")
    if not people or populations[0].get("Strata") or _OTHER.search(line_of(populations[0].get("Size"))):
        return
    for budget in draft.of("BUDGET"):
        each, amount = _yearly(budget, "Per person"), _yearly(budget, "Amount")
        if choice_of(budget, "Basis") == "capitation" and each and amount:
            _per_head(budget, populations[0], people, each, amount, facts)


def _yearly(budget: Block, label: str) -> int | None:
    """The one amount of a line that is for a year, as far as it says."""
    field = budget.get(label)
    if field is None or field.entries or not isinstance(field.value, Money) or _OTHER.search(field.raw):
        return None
    per = (field.value.per or "year").lower()
    return field.value.pence if "year" in per or (label == "Per person" and per == "person") else None


def _per_head(
    budget: Block, population: Block, people: int, each: int, amount: int, facts: Collector
) -> None:
    product = each * people
    gap = abs(product - amount)
    field, at = budget.get("Per person"), budget.get("Amount")
    size = population.get("Size")
    assert field is not None
    assert at is not None
    assert size is not None
    more = "more than there is" if product > amount else "more than the people bring"
    facts.add(
        "per_head",
        field.span,
        (*budget.path, "Per person"),
        budget=ref_of(budget),
        each=each,
        amount=amount,
        product=product,
        apart=gap >= _POUND * people and gap * _ROUNDING > amount,
        shown={
            "name": budget.name,
            "people": f"{people:,}",
            "gap": (
                f"{pounds(max(product, amount))} - {pounds(min(product, amount))} = {pounds(gap)} a year "
                f"{more}, and the Amount is {pounds(average_cost(amount, people))} a person"
            ),
        },
        spans={"amount": at.span, "people": size.span},
    )
