"""The people of a draft, where it has one population and says how many they are."""

from __future__ import annotations

from clausecheck.model.draft import Draft
from clausecheck.model.values import Count


def people_of(draft: Draft) -> int | None:
    """The size of the one population that a draft states; None where there are several, or no number."""
    blocks = list(draft.of("POPULATION"))
    if len(blocks) != 1:
        return None
    field = blocks[0].get("Size")
    if field is None or not isinstance(field.value, Count) or field.value.number is None:
        return None
    number = field.value.number.value
    return int(number) if number >= 1 else None
