"""What a pool's threshold lets through of a gain or loss, where the draft says it for certain."""

from __future__ import annotations

from clausecheck.facts.arithmetic.exact import percent_of
from clausecheck.facts.derived.limits import side_of
from clausecheck.model.draft import Block, Field
from clausecheck.model.values import Amount, Text


def let_through(pool: Block, side: str, budget: int, size: int) -> int | None:
    """What the threshold of a side lets through of a gain or loss of `size`; None where nobody can say.

    Below the threshold that is nothing; from it on the kind has to be stated. All in pence.
    """
    field = pool.get("Threshold")
    if field is None:
        return size
    if not all(isinstance(value, Amount) for value in field.values()):
        return None
    found = _of_side(field, side)
    if not found:
        return size
    held = _pence_of(found[0], budget) if len(found) == 1 else None
    if held is None:
        return None
    if size < held:
        return 0
    note = found[0].note.lower()
    if "excess" in note:
        return size - held
    return size if "first pound" in note or "first-pound" in note else None


def _of_side(field: Field, side: str) -> list[Amount]:
    """The thresholds that serve one side of a pool."""
    found = [field.value] if isinstance(field.value, Amount) else []
    for entry in field.entries:
        key = entry.key.raw if isinstance(entry.key, Text) else ""
        if isinstance(entry.value, Amount) and side_of(key) in (side, "both"):
            found.append(entry.value)
    return found


def _pence_of(value: Amount, budget: int) -> int | None:
    if value.money:
        return value.money.pence
    base = (value.percent.of or "").lower() if value.percent else ""
    return percent_of(budget, value.percent.value) if value.percent and base.startswith("budget") else None
