"""The sentences of a draft, each with its place and the whole text that it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from clausecheck.facts.derived import walk
from clausecheck.model.draft import Draft
from clausecheck.patterns import Pattern
from clausecheck.spans import Span

# Not the points of "reg. 13", "regs. 13", "No. 4" and "s. 75", nor those of figures.
_STOP = Pattern(r"(?<!\breg)(?<!\bregs)(?<!\bNo)(?<!\bs)[.;](?=\s|$)|\n", re.I)
_LONGEST = 1_000  # longer than that it is a table or a list, and no claim in it can be told from the rest


class Sentence(NamedTuple):
    """A sentence: its words on one line, its place, its heading path, and the text of its whole block.

    `name` is what a message calls the place it stands in.
    """

    text: str
    span: Span
    path: tuple[str, ...]
    name: str
    around: str


def sentences(draft: Draft) -> Iterator[Sentence]:
    """Every sentence in values, prose and definitions, in order."""
    for words in walk.words(draft):
        prose = " ".join(text.raw for text in words.block.prose) if words.block else ""
        around = prose if words.block and not words.label else words.text
        name = words.block.name if words.block else (words.path[-1] if words.path else "the draft")
        start = 0
        for stop in _STOP.finditer(words.text + "\n"):
            raw = words.text[start : stop.start()]
            at = words.span.start + start + len(raw) - len(raw.lstrip())
            start = stop.end()
            if 0 < len(raw.strip()) <= _LONGEST:
                said = " ".join(raw.split())
                yield Sentence(said, Span(at, at + len(raw.strip())), words.path, name, around)
