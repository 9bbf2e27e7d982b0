"""How a draft stands to the NHS Standard Contract, and the sentences in which it says its own terms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from clausecheck.facts.derived.frame.parties import COMMISSIONING, PROVIDING, roles
from clausecheck.facts.derived.words.lines import line_of
from clausecheck.facts.derived.words.sentences import about
from clausecheck.model.draft import Block, Draft
from clausecheck.model.form import STANDARD
from clausecheck.model.values import FormOf
from clausecheck.patterns import Pattern
from clausecheck.spans import Span

_SHOWN = 150
_CONTRACT = Pattern(r"\bstandard contract\b", re.I)
_MODAL = (
    r"(?=(?:'s)?\s+(?:may|can|cannot|must|shall|will|is|are|has|gives?|waives?|indemnif\w+|holds?|keeps?)\b)"
)


class Standing(NamedTuple):
    """`itself`: the draft is an NHS Standard Contract. `over`: it lies over, or beside, such contracts."""

    itself: bool
    over: bool

    @property
    def national(self) -> bool:
        """Whether the national terms stand behind the draft at all."""
        return self.itself or self.over


class Sentence(NamedTuple):
    """A sentence as written, and with the ids of parties put as what they are: the commissioner."""

    raw: str
    said: str
    span: Span
    path: tuple[str, ...]
    block: Block
    label: str

    @property
    def shown(self) -> str:
        """The sentence for a message, cut short where it is long."""
        words = " ".join(self.raw.split())
        return words if len(words) <= _SHOWN else words[:_SHOWN].rsplit(" ", 1)[0] + " ..."


def standing_of(draft: Draft) -> Standing:
    """By the form the draft names; where it names none, by the services contracts of its parties."""
    field = draft.contract.get("Form") if draft.contract else None
    if field is not None:
        form = field.value
        if not isinstance(form, FormOf) or form.family != STANDARD:
            return Standing(False, _beside(draft))
        return Standing(not form.overlay, form.overlay)
    return Standing(False, _beside(draft))


def _beside(draft: Draft) -> bool:
    return any(_CONTRACT.search(line_of(party.get("Services contract"))) for party in draft.of("PARTY"))


def own_sentences(draft: Draft, *keys: str) -> Iterator[Sentence]:
    """The sentences of lines, bullets and clauses with one of these words in them; no definitions."""
    sides = {
        party.id: "the commissioner" if roles(party) & COMMISSIONING else "the provider"
        for party in draft.of("PARTY")
        if party.id and roles(party) & (COMMISSIONING | PROVIDING)
    }
    ids = "|".join(re.escape(name) for name in sorted(sides, key=len, reverse=True))
    named = re.compile(rf"(?<![\w-])(?:the )?({ids}){_MODAL}") if ids else None
    for each in about(draft, *keys):
        if each.block is not None:
            raw = each.text.rstrip()
            said = named.sub(lambda match: sides[match[1]], raw) if named else raw
            span = Span(each.span.start, each.span.start + len(raw))
            yield Sentence(raw, said, span, each.path, each.block, each.label)
