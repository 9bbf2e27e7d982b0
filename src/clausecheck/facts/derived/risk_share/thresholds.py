"""The thresholds of a pool as read: the side each is for, what it comes to, and whether it was read."""

from __future__ import annotations

from decimal import Decimal

from clausecheck.facts.arithmetic.exact import percent_of
from clausecheck.facts.arithmetic.threshold import Kind, shared_part
from clausecheck.facts.derived.risk_share.limits import side_of
from clausecheck.model.draft import Block
from clausecheck.model.values import Amount, Text


def thresholds_of(pool: Block) -> list[tuple[str, Amount]]:
    """The thresholds of a pool in order, each with its side: gain, loss or both."""
    field = pool.get("Threshold")
    if field is None:
        return []
    found = [("both", field.value)] if isinstance(field.value, Amount) else []
    for entry in field.entries:
        if isinstance(entry.value, Amount):
            found.append((side_of(entry.key.raw if isinstance(entry.key, Text) else ""), entry.value))
    return found


def thresholds_read(pool: Block) -> bool:
    """Whether every threshold of a pool was read, so that what is not there is missing."""
    field = pool.get("Threshold")
    if field is None:
        return pool.complete
    read = thresholds_of(pool)
    return bool(read) and len(read) == len(field.entries) + (field.value is not None)


def threshold_for(pool: Block, side: str) -> Amount | None:
    """The threshold that serves one side of a pool."""
    found = dict(reversed(thresholds_of(pool)))
    return found.get(side) or found.get("both")


def kind_of(value: Amount) -> Kind | None:
    """What a threshold says is shared once it is met; None where it does not say."""
    note = value.note.lower()
    if "first pound" in note or "first-pound" in note:
        return Kind.FIRST_POUND
    return Kind.EXCESS_ONLY if "excess" in note else None


def size_of(value: Amount, budget: int | None) -> int | None:
    """What an amount, or a percentage of the budget, comes to in pence, where that is known."""
    if value.money:
        return value.money.pence
    base = (value.percent.of or "budget").lower() if value.percent else ""
    if value.percent and budget is not None and base.startswith("budget"):
        return percent_of(budget, value.percent.value)
    return None


def past_threshold(pool: Block, side: str, budget: int, size: int) -> int | None:
    """How much of a gain or loss of `size` pence a threshold lets through; None where nobody can say."""
    if not thresholds_read(pool):
        return None
    value = threshold_for(pool, side)
    if value is None:
        return size
    held, kind = size_of(value, budget), kind_of(value)
    if held is None or (value.percent is not None and not value.percent.of):
        return None
    if kind is None:
        return 0 if size < held else None
    return int(shared_part(size, held, Decimal(100), kind))
