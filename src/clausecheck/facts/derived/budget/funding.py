"""What a budget leaves open: benchmark, growth in people, agreement."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from clausecheck.facts.arithmetic.exact import percent_of
from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.blocks import choice_of, money_of, ref_of, state_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.fact import State
from clausecheck.facts.kinds import flag, kind, text, word
from clausecheck.model.draft import Block, Draft, Field
from clausecheck.model.values import Money, Names, Text
from clausecheck.patterns import Pattern

FUNDING_KINDS = (
    kind(
        "benchmark",
        "What a pool measures its gains and losses against.",
        pool=word("the RISK SHARE"),
        counterfactual=text("the Counterfactual line"),
        in_pounds=flag("that line states an amount"),
        budget=text("the Budget line, which serves where no amount is stated"),
    ),
    kind(
        "capitated_budget",
        "A capitated budget: so much a person.",
        budget=word("the BUDGET"),
        true_up=text("how it follows the number of people"),
        price=text("what 1% more people comes to, in a sentence"),
    ),
    kind(
        "unagreed",
        "A budget or a scope of services that the draft says is not agreed.",
        of=word("the block"),
        what=word("budget or scope"),
        extent=text("how far: not agreed, or agreed in part only"),
        price=text("what 1% of the money it decides comes to, in a clause"),
    ),
)

_ONE = Decimal(1)

_AMOUNT = Pattern(r"\bAmounts?\b")
# The budget itself is the benchmark, and needs no second amount.
_THE_BUDGET = Pattern(
    r"\W*(?:(?:an amount |a sum )?equal to |the same as |same as )?the Budget"
    r"(?: (?:for|of|in) (?:the|that|each) (?:Contract )?Year)?\W*",
    re.IGNORECASE,
)
_NOTHING = Pattern(r"(none|no|nil|nothing|zero|0%)\b", re.IGNORECASE)
_IN_PART = Pattern(
    r"(?:yes,? |agreed,? )?(?:in principle|in part|partly|provisionally|largely|mostly|subject to"
    r"|except|save|apart from|all but|(?:still )?to be agreed|pending|draft)\b",
    re.IGNORECASE,
)
_IN_FULL = Pattern(
    r"\bin full\b|\b(?:since|then|now|later|finally|fully) (?:agreed|confirmed|settled)\b|\bconfirmed\b",
    re.IGNORECASE,
)


def amount_of(budget: Block) -> int | None:
    """What a BUDGET comes to a Contract Year in pence: its amount, or its first year's."""
    field = budget.get("Amount")
    if field is None:
        return None
    if isinstance(field.value, Money):
        return field.value.pence
    first = next((entry.value for entry in field.entries), None)
    return first.pence if isinstance(first, Money) else None


def add_funding(draft: Draft, facts: Collector) -> None:
    """Adds benchmarks, capitated budgets, and what is not agreed."""
    for pool in draft.of("RISK SHARE"):
        _benchmark(draft, pool, facts)
    for budget in draft.of("BUDGET"):
        if choice_of(budget, "Basis") == "capitation":
            _capitated(budget, facts)
    for block in draft.of("BUDGET", "SERVICES"):
        _unagreed(draft, block, facts)


def _states(block: Block, **labels: str) -> dict[str, State]:
    """The state of each label, by the attribute that stands for it."""
    lacking = State.ABSENT if block.complete else State.UNKNOWN
    found = {name: block.get(label) for name, label in labels.items()}
    return {name: state_of(field) if field else lacking for name, field in found.items()}


def _words(field: Field | None) -> str:
    return (field.raw or "; ".join(entry.raw for entry in field.entries)) if field else ""


def _benchmark(draft: Draft, pool: Block, facts: Collector) -> None:
    field, budget = pool.get("Counterfactual"), pool.get("Budget")
    parts = field.value.parts if field and isinstance(field.value, Text) else ()
    facts.add(
        "benchmark",
        field.span if field else pool.span,
        (*pool.path, "Counterfactual") if field else pool.path,
        pool=ref_of(pool),
        in_pounds=any(isinstance(part, Money) for part in parts) or _names_amount(draft, field, budget),
        states=_states(pool, counterfactual="Counterfactual", budget="Budget"),
        shown={"name": pool.title or pool.name, "counterfactual": _words(field), "budget": _words(budget)},
    )


def _names_amount(draft: Draft, field: Field | None, budget: Field | None) -> bool:
    """Whether a Counterfactual points at an amount stated elsewhere: the Amount, a block by its id, or a
    defined term whose meaning is one of these."""
    said = _words(field)
    named = [name.id for name in budget.value.names] if budget and isinstance(budget.value, Names) else []
    if budget is not None and _THE_BUDGET.fullmatch(said):
        return True
    meant = [term.text for term in draft.definitions if re.search(rf"\b{re.escape(term.term)}\b", said, re.I)]
    if any(isinstance(part, Money) for text in meant for part in text.parts):
        return True
    return any(_points_at(words, named) for words in (said, *(text.raw for text in meant)))


def _points_at(words: str, named: Sequence[str]) -> bool:
    return bool(_AMOUNT.search(words)) or any(re.search(rf"\b{re.escape(each)}\b", words) for each in named)


def _capitated(budget: Block, facts: Collector) -> None:
    amount = amount_of(budget)
    field = budget.get("Basis")
    price = "In every £1,000,000 of budget 1% more people than planned is £10,000 of care"
    if amount is not None:
        growth = pounds(percent_of(amount, _ONE))
        price = f"1% more people than planned is {growth} of care a Contract Year (1% of {pounds(amount)})"
    facts.add(
        "capitated_budget",
        field.span if field else budget.span,
        (*budget.path, "Basis"),
        budget=ref_of(budget),
        states=_states(budget, true_up="Population true-up"),
        shown={"name": budget.name, "price": price},
    )


def _how_far(block: Block) -> str:
    """agreed in part only or not agreed, as the Agreed line says; nothing where it does not say so."""
    raw = _words(block.get("Agreed")).strip().lower()
    if _IN_PART.match(raw) and not _IN_FULL.search(raw):
        return "agreed in part only"
    return "not agreed" if re.match(r"(no|not)\b", raw) else ""


def _unagreed(draft: Draft, block: Block, facts: Collector) -> None:
    field, extent = block.get("Agreed"), _how_far(block)
    if field is not None and extent:
        facts.add(
            "unagreed",
            field.span,
            (*block.path, "Agreed"),
            of=ref_of(block),
            what="budget" if block.head.name == "BUDGET" else "scope",
            shown={
                "name": block.name,
                "of": block.name,
                "extent": extent,
                "price": _moved(draft, block),
            },
        )


def _moved(draft: Draft, block: Block) -> str:
    """What it costs if a budget, or the money that is to pay for a scope, turns out 1% higher."""
    budgets = [block] if block.head.name == "BUDGET" else list(draft.of("BUDGET"))
    if block not in budgets and any(_how_far(budget) for budget in budgets):
        return "what is to pay for it is open too"
    amount = amount_of(budgets[0]) if len(budgets) == 1 else None
    amount = amount or money_of(draft.contract, "Price")
    if not amount:
        return "each 1% of £1,000,000 is £10,000 a Contract Year"
    return f"each 1% of {pounds(amount)} is {pounds(percent_of(amount, _ONE))} a Contract Year"
