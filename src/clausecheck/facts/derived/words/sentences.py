"""The sentences of a draft, each with its place, and whether a sentence takes back what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from clausecheck.facts.derived.words import walk
from clausecheck.facts.once import once
from clausecheck.model.draft import Block, Draft
from clausecheck.patterns import Pattern, even
from clausecheck.spans import Span

_LONGEST = 1_000  # a longer "sentence" is a list or a table, and no claim in it can be told from the rest
_NEAR = 1_000
# Not the points of "reg. 13", "regs. 13", "No. 4" and "s. 75", nor those of figures.
_STOP = Pattern(r"(?<!\breg)(?<!\bregs)(?<!\bNo)(?<!\bs)\.(?!\d)|;|\n", re.I)
_NEGATED = Pattern(
    r"\b(?:no|not|nothing|nor|never|none|without|neither|cannot|rather than|instead of|nobody|forbidden"
    r"|barred|prohibit\w*|refused|rejected|purport\w*|attempt\w*)\b|n't\b"
)

# Before a claim: the sentence says that something is not so, or only under a condition.
_TAKEN_BACK = Pattern(
    r"\b(?:no|not|nothing|nobody|nor|neither|never|cannot|none|without|unless|except|subject to|whether|if"
    r"|rather than|instead of|avoid|prevent|ensure that no)\b",
    re.I,
)


class Sentence(NamedTuple):
    """A sentence, where it stands, and the block and label it stands in; the label is empty in prose.

    `around` is all the text that it is part of: the value, or the prose of the whole block.
    """

    text: str
    span: Span
    path: tuple[str, ...]
    block: Block | None
    label: str
    around: str = ""

    @property
    def name(self) -> str:
        """What a message calls the place it stands in."""
        return self.block.name if self.block else self.path[-1] if self.path else "the draft"

    def at(self, start: int, end: int) -> Span:
        """The place of a part of the sentence."""
        return Span(self.span.start + start, self.span.start + end)

    def of(self, match: re.Match[str]) -> Span:
        """The place of a match in the sentence."""
        return self.at(match.start(), match.end())

    def negated_before(self, start: int) -> bool:
        """Whether a "not" or the like stands before a part of the sentence."""
        return bool(_NEGATED.search(self.text[:start].lower()))


@once
def sentences(draft: Draft) -> Iterator[Sentence]:
    """Every sentence of the draft's values, prose and definitions, in order; a semicolon ends one too."""
    for words in walk.words(draft):
        in_prose = words.block is not None and not words.label
        prose = " ".join(text.raw for text in words.block.prose) if words.block and in_prose else ""
        for start, end in _parts(words.text):
            text = words.text[start:end]
            span = Span(words.span.start + start, words.span.start + end)
            yield Sentence(text, span, words.path, words.block, words.label, prose or words.text)


def about(draft: Draft, *words: str) -> Iterator[Sentence]:
    """The sentences that have one of these words in them, in small letters.

    Most sentences are about something else, and looking for a word is cheaper than for its turns of phrase.
    """
    for sentence in sentences(draft):
        lower = even(sentence.text).lower()
        if any(each in lower for each in words):
            yield sentence


def taken_back(sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether words before a match say that it is not so, or only so on a condition."""
    return bool(_TAKEN_BACK.search(sentence.text[: match.start()]))


def sentence_around(line: str, start: int, end: int) -> str:
    """The sentence of a line in which `start` to `end` stand, as far as it goes in a thousand characters."""
    first = max(0, start - _NEAR)
    for at, until in _parts(line[first : end + _NEAR]):
        if first + at <= start and end <= first + until:
            return line[first + at : first + until]
    return line[start:end]


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence of a text begins and ends, without the white space around it."""
    start = 0
    for stop in _STOP.finditer(text + "\n"):
        raw = text[start : stop.start()]
        bare = raw.strip()
        if bare and len(bare) <= _LONGEST:
            at = start + raw.index(bare)
            yield at, at + len(bare)
        start = stop.end()
