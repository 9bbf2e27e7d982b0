"""What a figure that is still to come decides, in pounds where the rest of the draft says it."""

from __future__ import annotations

from decimal import Decimal

from clausecheck.facts.arithmetic.exact import percent_of, total
from clausecheck.facts.arithmetic.money import percent as percentage
from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.arithmetic.shares import sum_in_words
from clausecheck.facts.derived.budget.budget import budget_of
from clausecheck.model.draft import Block, Draft
from clausecheck.model.values import Shares

_ONE, _FIVE, _HUNDRED = Decimal(1), Decimal(5), Decimal(100)

_OPEN = "Whatever is worked out from it, such as a share, a cap or a payment, cannot be worked out yet"


def hole_price(draft: Draft, block: Block | None, label: str) -> str:
    """What hangs on a hole under this label, in a sentence."""
    if block is None:
        return _OPEN
    budget = budget_of(draft, block) if block.head.name in ("RISK SHARE", "OUTCOME PAYMENT") else None
    if budget is None or budget <= 0:
        return _OPEN
    if label in ("Shares", "Gain shares", "Loss shares"):
        return _share(block, label, budget)
    if label == "Share of budget":
        return f"Each 1% of the Budget that it comes to is {pounds(percent_of(budget, _ONE))} a Contract Year"
    return _OPEN


def _share(block: Block, label: str, budget: int) -> str:
    """What is left for a share, or what a percentage point of it is worth, at a result of 5%."""
    size = percent_of(budget, _FIVE)
    at = f"of a result of 5% of the Budget ({pounds(size)})"
    field = block.get(label)
    shares = field.value.shares if field and isinstance(field.value, Shares) else ()
    known = [share.percent for share in shares if share.percent is not None]
    left = _HUNDRED - total(known)
    if len(known) == len(shares) - 1 and 0 < left < _HUNDRED:
        rest = f"The other shares are {sum_in_words(known)}, so {percentage(left)} is left for it"
        return f"{rest}, {pounds(percent_of(size, left))} {at}"
    return f"Each 1% of it is {pounds(percent_of(size, _ONE))} {at}"
