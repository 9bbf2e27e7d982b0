"""What a party is: the roles and the kind of body that its block states."""

from __future__ import annotations

from clausecheck.model.draft import Block
from clausecheck.model.values import Choice

COMMISSIONING = frozenset({"commissioner", "co-ordinating commissioner"})
PROVIDING = frozenset(
    {"provider", "lead provider", "prime contractor", "prime provider", "contract holder", "sub-contractor"}
)
LEADING = frozenset({"lead provider", "prime contractor", "prime provider", "contract holder"})


def roles(block: Block) -> frozenset[str]:
    """The roles a PARTY block states."""
    field = block.get("Role")
    return frozenset(field.value.values) if field and isinstance(field.value, Choice) else frozenset()


def kind_of_party(block: Block) -> str | None:
    """The kind of body a PARTY block states."""
    field = block.get("Kind")
    return field.value.values[0] if field and isinstance(field.value, Choice) else None
