"""What a percentage without a base comes to on each base that it could be meant of."""

from __future__ import annotations

from decimal import Decimal

from clausecheck.facts.arithmetic.exact import percent_of
from clausecheck.facts.arithmetic.money import percent as percentage
from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.arithmetic.shares import MILLION
from clausecheck.facts.blocks import money_of
from clausecheck.facts.derived.budget.budget import budget_of
from clausecheck.model.draft import Block, Draft
from clausecheck.model.values import Money, Text


def readings(draft: Draft, pool: Block, percent: Decimal, party: str | None = None) -> str:
    """What the percentage is of the Budget, of other bases the draft states, and of a gain or loss."""
    found = _bases(draft, pool, party) or [("a budget", 10 * MILLION)]
    said = [
        f"of {name} ({pounds(pence)}) it is {pounds(percent_of(pence, percent))}" for name, pence in found
    ]
    result = f"of a gain or loss of {pounds(MILLION)} it is {pounds(percent_of(MILLION, percent))}"
    return f"{percentage(percent)} {', '.join([*said, f'and {result}'])}".replace(" it is", " is", 1)


def counterfactual_of(pool: Block) -> int | None:
    """The amount that a pool's results are measured against, where its Counterfactual states one amount."""
    field = pool.get("Counterfactual")
    parts = field.value.parts if field and isinstance(field.value, Text) else ()
    amounts = {part.pence for part in parts if isinstance(part, Money)}
    return amounts.pop() if len(amounts) == 1 else None


def _bases(draft: Draft, pool: Block, party: str | None) -> list[tuple[str, int]]:
    """The bases that the draft puts an amount to, each amount once."""
    named = draft.by_id.get(party) if party else None
    known = (
        ("the Budget", budget_of(draft, pool)),
        ("the Counterfactual", counterfactual_of(pool)),
        (f"the turnover of {party}", money_of(named, "Turnover")),
    )
    found: dict[int, str] = {}
    for name, pence in known:
        if pence is not None and pence > 0:
            found.setdefault(pence, name)
    return [(name, pence) for pence, name in found.items()]
