"""What lines of free words say: the words of several lines, and whether a line says that there is none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausecheck.model.draft import Block, Field
from clausecheck.patterns import Pattern

_NOTHING = Pattern(
    r"\W*(?:none|no|nil|nothing|zero|n/a|not (?:applicable|agreed|used|included|stated)"
    r"|does not apply|£?0%?)\W*",
    re.I,
)
_REASON = Pattern(r"\b(?:because|since|as the|given|owing to|due to|reason|in view of|so that)\b", re.I)


def line_of(field: Field | None) -> str:
    """The words of a line and of the bullets under it."""
    if field is None:
        return ""
    return "; ".join([*([field.raw] if field.raw else []), *(entry.raw for entry in field.entries)])


def words_of(block: Block | None, *labels: str) -> str:
    """The words of these lines of a block, those that are there."""
    found = [block.get(label) for label in labels] if block else []
    return "; ".join(line_of(field) for field in found if field is not None)


def says_none(field: Field | None) -> bool:
    """Whether a line says that there is none of it, and nothing more."""
    return field is not None and bool(_NOTHING.fullmatch(line_of(field)))


def gives_reason(words: str) -> bool:
    """Whether the words say why."""
    return bool(_REASON.search(words))


def listed(names: Sequence[str]) -> str:
    """Names as a sentence lists them: `ICB, Acute and Community`."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
