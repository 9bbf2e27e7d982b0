"""Every stretch of words in a draft, labelled or not, and the sentences in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from clausecheck.facts.once import once
from clausecheck.model.draft import Block, Draft
from clausecheck.patterns import Pattern
from clausecheck.spans import Span

_ENDS = Pattern(r"[.;](?=\s)")


class Stretch(NamedTuple):
    """Some words and where they stand; `label` is empty in a clause, `block` None in a definition."""

    text: str
    span: Span
    path: tuple[str, ...]
    block: Block | None
    label: str

    @property
    def head(self) -> str:
        """The head of the block that it stands in."""
        return self.block.head.name if self.block is not None else ""


@once
def stretches(draft: Draft) -> Iterator[Stretch]:
    """Every value, bullet, line of prose and definition, in order."""
    for block in draft.blocks:
        for field in block.fields:
            path = (*block.path, field.label)
            if field.value is not None:
                yield Stretch(field.value.raw, field.value.span, path, block, field.label)
            for entry in field.entries:
                yield Stretch(entry.raw, entry.span, path, block, field.label)
        for line in block.prose:
            yield Stretch(line.raw, line.span, block.path, block, "")
    for definition in draft.definitions:
        path = (*definition.headings, f'DEFINE "{definition.term}"')
        yield Stretch(definition.text.raw, definition.text.span, path, None, "")


def sentences(stretch: Stretch) -> Iterator[Stretch]:
    """The stretch, cut at full stops and semicolons."""
    begins = 0
    ends = [match.end() for match in _ENDS.finditer(stretch.text)]
    for end in (*ends, len(stretch.text)):
        words = stretch.text[begins:end]
        lead = len(words) - len(words.lstrip())
        if words.strip(" .;"):
            start = stretch.span.start + begins + lead
            stripped = words.strip().rstrip(".;")
            yield stretch._replace(text=stripped, span=Span(start, start + len(stripped)))
        begins = end


@once
def every_sentence(draft: Draft) -> Iterator[Stretch]:
    """Every sentence of every stretch, in order."""
    for stretch in stretches(draft):
        yield from sentences(stretch)


def said_anywhere(draft: Draft, pattern: Pattern) -> bool:
    """Whether any stretch, or the title of any block, has the words."""
    return any(pattern.search(block.title) for block in draft.blocks) or any(
        pattern.search(each.text) for each in stretches(draft)
    )
