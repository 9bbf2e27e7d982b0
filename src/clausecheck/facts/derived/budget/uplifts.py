"""Rises in funding that a price counts on, and that nobody has undertaken to pay."""

from __future__ import annotations

import re

from clausecheck.facts.arithmetic.exact import percent_of
from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.arithmetic.shares import MILLION
from clausecheck.facts.blocks import money_of, ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.budget.funding import amount_of
from clausecheck.facts.kinds import flag, kind, percent, text, word
from clausecheck.model.draft import Block, Draft
from clausecheck.model.values import Money, Percent, Text
from clausecheck.patterns import Pattern

KINDS = (
    kind(
        "assumed_uplift",
        "A later rise in funding that the price counts on.",
        of=word("the block that states it"),
        percent=percent("the rise", optional=True),
        by_variation=flag("it is to come by variation or is still to be agreed, and not by a national rule"),
        cost=text("what the rise comes to on the price, in a sentence"),
        said=text("the line as written"),
        price=text("the price that it is a rise of"),
    ),
)

_NATIONAL = ("national", "payment scheme", "cost uplift factor")
_BESIDE_RULE = Pattern(
    r"\b(?:above|over|beyond|beside|besides|on top of|in addition to|more than|in excess of) (?:the |any )?"
    r"(?:published |annual |NHS )*(?:national|cost uplift factor|payment scheme)"
    r"(?: (?:cost|uplift|pay|factors?|scheme|rates?|rise|increase))*",
    re.IGNORECASE,
)
_CLAUSE = Pattern(
    r";\s*|\.\s+|,\s+(?=and\b|with\b|plus\b|of which\b)|\s(?=and (?:a |an )?(?:further|additional|extra)\b)",
    re.I,
)
_EXPECTED = Pattern(
    r"\bfund(?:s|ed|ing)?\b[^,;]* (?:by|through|in) (?:a |later )?variations?\b"
    r"|(?<!National )\bvariations?\b.*\b(?:expect\w*|hop(?:e|es|ed|ing)|count(?:s|ed|ing)? on|assum\w*"
    r"|relies|rely|to (?:come|follow)|to be (?:agreed|negotiated))"
    r"|\b(?:expect\w*|hop(?:e|es|ed|ing)|count(?:s|ed|ing)? on|assum\w*|relies|rely|to (?:come|follow)"
    r"|to be (?:agreed|negotiated))\b.*(?<!National )\bvariations?\b",
    re.IGNORECASE,
)
_MAY_BE = Pattern(
    r"\b(?:no|not|none|nothing|never|may|might|can|could|only|unless|if|neither)\b", re.IGNORECASE
)
_TO_AGREE = Pattern(
    r"\b(?:to be|yet to be|not yet|still being|subject to being|once|when|if) (?:agreed|negotiated|settled"
    r"|confirmed)\b|\bsubject to (?:\w+ )?(?:agreement|negotiation)\b|\bunder negotiation\b",
    re.IGNORECASE,
)
_NONE_TO_AGREE = Pattern(r"\b(?:no|not|none|nothing|never)\b(?! yet)[^.;,]{0,40}", re.IGNORECASE)
_NOTHING = Pattern(r"(none|no|nil|nothing|zero|0%)\b", re.IGNORECASE)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds each rise that a CONTRACT or a BUDGET counts on."""
    for contract in draft.of("CONTRACT"):
        _uplift(draft, contract, facts)
    for budget in draft.of("BUDGET"):
        _hoped_for(budget, facts)


def _uplift(draft: Draft, contract: Block, facts: Collector) -> None:
    field = contract.get("Assumed uplift")
    if field is None or not isinstance(field.value, Text):
        return
    raw = field.value.raw.lower()
    rise = next((part for part in field.value.parts if isinstance(part, Percent)), None)
    budgets = list(draft.of("BUDGET"))
    priced = contract if contract.get("Price") or len(budgets) != 1 else budgets[0]
    price, at = money_of(priced, "Price"), priced.get("Price")
    by_rule = _BESIDE_RULE.sub("", raw)
    open_yet = "variation" in raw or _TO_AGREE.search(_NONE_TO_AGREE.sub("", raw))
    hoped = bool(open_yet) and not any(words in by_rule for words in _NATIONAL)
    cost = "The price is not one the parties have agreed to live with"
    if rise and price is None:
        million = pounds(percent_of(MILLION, rise.value))
        cost = (
            f"{rise.raw} of every £1,000,000 of price is {million} that no commissioner has undertaken to pay"
        )
    if rise and price is not None:
        cost = (
            f"{rise.raw} of the {pounds(price)} price is {pounds(percent_of(price, rise.value))} that "
            "no commissioner has undertaken to pay"
        )
    facts.add(
        "assumed_uplift",
        field.span,
        (*contract.path, "Assumed uplift"),
        of=ref_of(contract),
        percent=rise.value if rise else None,
        by_variation=hoped and not _NOTHING.match(raw),
        shown={"name": contract.title or contract.name, "cost": cost, "said": field.value.raw},
        spans={"price": at.span} if at else {},
    )


def _hoped_for(budget: Block, facts: Collector) -> None:
    """Adds what an Uplift line expects beside the rule that it states: a sum to be agreed by variation."""
    field = budget.get("Uplift")
    if field is None or not isinstance(field.value, Text):
        return
    value = field.value
    for clause in _CLAUSE.split(value.raw):
        if not _EXPECTED.search(clause) or _MAY_BE.search(clause):
            continue
        start = value.span.start + value.raw.find(clause)
        rises = [
            part
            for part in value.parts
            if isinstance(part, Money | Percent) and start <= part.span.start < start + len(clause)
        ]
        if len(rises) != 1:
            continue
        [rise] = rises
        price, at = money_of(budget, "Price") or amount_of(budget), budget.get("Price")
        each = " a year" if re.search(r"\b(?:a|per|each|every) (?:\w+ )?year\b", clause) else ""
        sum_ = f"It is {pounds(rise.pence) if isinstance(rise, Money) else rise.raw}"
        if isinstance(rise, Percent) and price is not None:
            sum_ = f"{rise.raw} of the {pounds(price)} price is {pounds(percent_of(price, rise.value))}"
        facts.add(
            "assumed_uplift",
            field.span,
            (*budget.path, "Uplift"),
            of=ref_of(budget),
            percent=rise.value if isinstance(rise, Percent) else None,
            by_variation=True,
            shown={
                "name": budget.name,
                "cost": f"{sum_}{each} that no commissioner has undertaken to pay",
                "said": value.raw,
            },
            spans={"price": at.span} if at else {},
        )
