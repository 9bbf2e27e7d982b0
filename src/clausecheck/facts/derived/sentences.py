"""The sentences of a draft, each with its place and the whole text that it stands in."""

from __future__ import annotations

import re
"""The sentences of free words, each with its place, and whether a sentence takes back what it says."""


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
from clausecheck.model.draft import Block, Draft

_LONGEST = 2_000  # a longer "sentence" is a list or a table, and no claim in it can be told from the rest
_NEAR = 1_000
_SENTENCE = Pattern(r"[^.;]*(?:\.\d[^.;]*)*")
_NEGATED = Pattern(
    r"\b(?:no|not|nothing|nor|never|none|without|neither|cannot|rather than|instead of)\b|n't\b"
)


    """A sentence, where it stands, and the block and label it stands in; the label is empty in prose."""

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
    block: Block | None
    label: str

    def at(self, start: int, end: int) -> Span:
        """The place of a part of the sentence."""
        return Span(self.span.start + start, self.span.start + end)

    def negated_before(self, start: int) -> bool:
        """Whether a "not" or the like stands before a part of the sentence."""
        return bool(_NEGATED.search(self.text[:start].lower()))


    """Every sentence of the draft's values, prose and definitions, in order; a semicolon ends one too."""
        for match in _SENTENCE.finditer(words.text):
            text = match[0].strip()
            if text and len(text) <= _LONGEST:
                start = words.span.start + match.start() + match[0].index(text)
                yield Sentence(text, Span(start, start + len(text)), words.path, words.block, words.label)


def sentence_around(line: str, start: int, end: int) -> str:
    """The sentence of a line in which `start` to `end` stand, as far as it goes in a thousand characters."""
    first = max(0, start - _NEAR)
    for match in _SENTENCE.finditer(line, first, end + _NEAR):
        if match.start() <= start and end <= match.end():
            return match[0].strip()
    return line[start:end]
