"""What the lines of a draft say: their words, whether they say that there is none, and if all was read."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausecheck.facts.blocks import state_of
from clausecheck.facts.fact import State
from clausecheck.model import suggest
from clausecheck.model.draft import Block, Draft, Field
from clausecheck.patterns import Pattern, even

_NOTHING = Pattern(
    r"\W*(?:none|no|nil|nothing|zero|n/a|not (?:applicable|agreed|used|included|stated)"
    r"|does not apply|£?0%?)\W*",
    re.I,
)
_BARE_NO = Pattern(
    r"\W*(?:none|no|nil|nobody|no one|nothing|n/a"
    r"|not (?:yet|applicable|needed|required|stated|named|appointed))\W*",
    re.I,
)
_NONE_FIRST = Pattern(r"\W*(?:none|nil|n/a|not applicable)\b\s*(?:[;,.:(–—-]|since\b|because\b|as\b)", re.I)
_TAKES_BACK = Pattern(
    r"\b(?:except|unless|but|save|however|only|if|where|until|other than|apart from|from)\b"
    r"|\b(?:at|above|below) (?:the )?(?:target|floor)\b",
    re.I,
)
_REASON = Pattern(r"\b(?:because|since|as the|given|owing to|due to|reason|in view of|so that)\b", re.I)


def line_of(field: Field | None) -> str:
    """The words of a line and of the bullets under it, evenly spaced; empty where there is no such line."""
    if field is None:
        return ""
    return even("; ".join(words for words in (field.raw, *(entry.raw for entry in field.entries)) if words))


def said(block: Block | None, label: str) -> str:
    """The words of one line of a block."""
    return line_of(block.get(label)) if block else ""


def words_of(block: Block | None, *labels: str) -> str:
    """The words of these lines of a block, those that are there."""
    found = [block.get(label) for label in labels] if block else []
    return "; ".join(line_of(field) for field in found if field is not None)


def readable(field: Field | None) -> bool:
    """Whether a line is there and is not a hole."""
    return field is not None and state_of(field) is State.STATED


def says_none(field: Field | None) -> bool:
    """Whether a line says that there is none of it, and nothing more."""
    return field is not None and bool(_NOTHING.fullmatch(line_of(field)))


def says_none_with_words(field: Field | None) -> bool:
    """Whether a line says that there is none of it, perhaps with more words that take nothing back."""
    said = line_of(field)
    return says_none(field) or bool(_NONE_FIRST.match(said) and not _TAKES_BACK.search(said))


def bare_no(words: str) -> bool:
    """Whether words say no and give no reason for it."""
    return bool(_BARE_NO.fullmatch(words))


def gives_reason(words: str) -> bool:
    """Whether the words say why."""
    return bool(_REASON.search(words))


def whole(draft: Draft) -> bool:
    """Whether all of a draft was read, so that what is not there is missing."""
    unread = draft.unplaced or draft.includes or draft.fragment
    return not unread and all(block.complete for block in draft.blocks)


def listed(names: Sequence[str]) -> str:
    """Names as a sentence lists them: `ICB, Acute and Community`."""
    return suggest.listed(names, "and")
