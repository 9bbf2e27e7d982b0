"""Words that explain a choice which looks one-sided, so that a rule does not ask for what is there."""

from __future__ import annotations

import re

from clausecheck.model.draft import Block
from clausecheck.patterns import Pattern

MARGIN_WORDS = Pattern(
    r"\b(?:dead[- ]?band|corridor|tolerance|de minimis|materiality|narrow margin|margin of|"
    r"random variation|first \d+(?:\.\d+)?%)",
    re.IGNORECASE,
)

_REASON = Pattern(
    r"\b(?:because|since|so that|in return|in exchange|reason|reasons|reflects?|reflecting|deliberate(?:ly)?|"
    r"by choice|asymmetr(?:y|ic|ically)|on purpose|accepted by|agreed by)\b",
    re.IGNORECASE,
)


def gives_reason(pool: Block, *labels: str) -> bool:
    """Whether one of these lines of a pool, or its free words, gives a reason or says it was accepted."""
    return any(_REASON.search(raw) for raw in _said(pool, *labels))


def says_of(pool: Block, pattern: Pattern) -> bool:
    """Whether any line of a pool, or its free words, has words of a pattern."""
    return any(pattern.search(raw) for raw in _said(pool, *(field.label for field in pool.fields)))


def _said(pool: Block, *labels: str) -> list[str]:
    said = [text.raw for text in pool.prose]
    for field in pool.fields:
        if field.label in labels:
            said += [field.raw, *(entry.raw for entry in field.entries)]
    return said


def names_party(raw: str, party: str) -> bool:
    """Whether some words name a party by its id, as a word of its own."""
    return re.search(rf"(?<![\w-]){re.escape(party)}(?![\w-])", raw) is not None
