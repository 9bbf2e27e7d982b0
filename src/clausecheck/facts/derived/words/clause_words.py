"""The sentences of a draft, and how a sentence takes back what a part of it seems to say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from clausecheck.facts.derived.words import walk
from clausecheck.model.draft import Block, Draft
from clausecheck.model.form import STANDARD
from clausecheck.model.values import FormOf
from clausecheck.patterns import Pattern
from clausecheck.spans import Span

_LONGEST = 1_000  # characters; a longer "sentence" is a list or a table
_STOP = Pattern(r"[.;](?=\s|$)|$")

# Before a claim: the sentence says that something is not so, or only under a condition.
_TAKEN_BACK = Pattern(
    r"\b(?:no|not|nothing|nor|neither|never|cannot|none|without|unless|except|subject to|whether|if"
    r"|rather than|instead of|avoid|prevent|ensure that no)\b",
    re.I,
)


class Sentence(NamedTuple):
    """One sentence of a line, a bullet, a clause or a definition, and where it stands."""

    text: str
    span: Span
    path: tuple[str, ...]
    block: Block | None
    label: str

    def at(self, match: re.Match[str]) -> Span:
        """Where a match in the sentence stands in the draft."""
        return Span(self.span.start + match.start(), self.span.start + match.end())


def sentences(draft: Draft, *about: str) -> Iterator[Sentence]:
    """The sentences of every line or clause that has one of these words in it, in small letters, in order.

    Most lines are about something else, and looking for a word is cheaper than for its turns of phrase.
    """
    for words in walk.words(draft):
        lower = words.text.lower()
        if not any(each in lower for each in about):
            continue
        start = 0
        for stop in _STOP.finditer(words.text):
            text = words.text[start : stop.start()]
            first = start + len(text) - len(text.lstrip())
            if text.strip() and len(text) <= _LONGEST:
                span = Span(words.span.start + first, words.span.start + stop.start())
                yield Sentence(text.lstrip(), span, words.path, words.block, words.label)
            start = stop.end()


def taken_back(sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether words before a match say that it is not so, or only so on a condition."""
    return bool(_TAKEN_BACK.search(sentence.text[: match.start()]))


def on_the_contract(draft: Draft) -> bool:
    """Whether the draft is on the NHS Standard Contract or over it, or names no form."""
    field = draft.contract.get("Form") if draft.contract else None
    return not (field and isinstance(field.value, FormOf)) or field.value.family == STANDARD


def form_family(draft: Draft) -> str:
    """The family of forms that the draft is on; empty where it names none."""
    field = draft.contract.get("Form") if draft.contract else None
    return field.value.family if field and isinstance(field.value, FormOf) else ""
