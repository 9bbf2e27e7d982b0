"""The words of a line, and whether a draft was read well enough to say that there is no such line."""

from __future__ import annotations

import re

from clausecheck.model.draft import Block, Draft
from clausecheck.patterns import Pattern

_BARE_NO = Pattern(
    r"\W*(?:none|no|nil|nobody|no one|nothing|n/a"
    r"|not (?:yet|applicable|needed|required|stated|named|appointed))\W*",
    re.IGNORECASE,
)


def said(block: Block | None, label: str) -> str:
    """What a line says, its bullets included; empty where there is no such line."""
    field = block.get(label) if block else None
    if field is None:
        return ""
    return "; ".join(words for words in (field.raw, *(entry.raw for entry in field.entries)) if words)


def whole(draft: Draft) -> bool:
    """Whether all of a draft was read, so that what is not there is missing."""
    unread = draft.unplaced or draft.includes or draft.fragment
    return not unread and all(block.complete for block in draft.blocks)


def bare_no(words: str) -> bool:
    """Whether a line says no and gives no reason for it."""
    return bool(_BARE_NO.fullmatch(words))


def listed(names: list[str]) -> str:
    """Names as a sentence has them: `A, B and C`."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
