"""Blocks and fields while their lines are still being read."""

from __future__ import annotations

from dataclasses import dataclass, field

from clausecheck.model.draft import Block, Entry, Field
from clausecheck.model.values import Text
from clausecheck.model.vocabulary.types import Head, LabelType
from clausecheck.spans import Span
from clausecheck.syntax.tree import Line


@dataclass
class OpenBlock:
    """A block while its lines are being read."""

    head: Head
    id: str
    id_span: Span | None
    title: str
    title_span: Span | None
    span: Span
    raw: str
    headings: tuple[str, ...]
    fields: list[Field] = field(default_factory=list)
    prose: list[Text] = field(default_factory=list)
    end: int = 0
    complete: bool = True

    @property
    def labels(self) -> frozenset[str]:
        """The labels read so far."""
        return frozenset(each.label for each in self.fields)

    def has(self, label: LabelType) -> bool:
        """Whether the label has been read already."""
        return label.name in self.labels

    @property
    def path(self) -> tuple[str, ...]:
        """The heading path to the block."""
        name = " ".join(part for part in (self.head.name, self.id) if part)
        return (*self.headings, f'{name} "{self.title}"' if self.title else name)

    def close(self) -> Block:
        """The block with the lines read so far."""
        return Block(
            span=self.span,
            raw=self.raw,
            head=self.head,
            id=self.id,
            id_span=self.id_span,
            title=self.title,
            title_span=self.title_span,
            fields=tuple(self.fields),
            prose=tuple(self.prose),
            extent=Span(self.span.start, max(self.end, self.span.end)),
            headings=self.headings,
            complete=self.complete,
        )


@dataclass
class OpenField:
    """A labelled line while its bullets are being read."""

    type: LabelType
    line: Line
    entries: list[Entry] = field(default_factory=list)
    seen: dict[str, Entry] = field(default_factory=dict)
    end: int = 0
