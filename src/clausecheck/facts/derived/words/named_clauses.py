"""The clauses of a draft that a line sends its reader to."""

from __future__ import annotations

import re

from clausecheck.model.draft import Block, Draft
from clausecheck.patterns import Pattern

_NAMED = Pattern(r"\bclauses? (\d+(?:\.\d+)*)\b", re.I)


def clauses_named(draft: Draft, words: str) -> list[Block] | None:
    """The CLAUSEs that words name by number, those that hold it or stand in it; None if one is not there."""
    found: list[Block] = []
    for match in _NAMED.finditer(words):
        number = match[1]
        held = [
            block
            for block in draft.of("CLAUSE")
            if f"{number}.".startswith(f"{block.id}.") or f"{block.id}.".startswith(f"{number}.")
        ]
        if not held:
            return None
        found += held
    return found
