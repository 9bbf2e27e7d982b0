"""The draft as a whole: its blocks and their fields, its definitions and waivers, and all that is in them."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from clausecheck.model.record import record
from clausecheck.model.values import (
    Amount,
    Day,
    Duration,
    Hole,
    KeyValue,
    Measured,
    Money,
    Part,
    Percent,
    Placed,
    Text,
    Threshold,
    Unreadable,
    Value,
    Year,
)
from clausecheck.model.vocabulary.types import Head, LabelType
from clausecheck.spans import Span


@record
class Entry(Placed):
    """One bullet under a label: `key: value`, or a value alone."""

    key: KeyValue | None
    key_raw: str
    value: Value | None


@record
class Field(Placed):
    """One labelled line, with the bullets under it. `label` is in canonical spelling."""

    label: str
    label_span: Span
    type: LabelType
    value: Value | None
    entries: tuple[Entry, ...] = ()

    @property
    def attribute(self) -> str:
        """The name that rules know the label by."""
        return self.type.attribute

    def values(self) -> Iterator[Value]:
        """The value on the line and those of the bullets, in order."""
        if self.value is not None:
            yield self.value
        for entry in self.entries:
            if entry.value is not None:
                yield entry.value


@record
class Block(Placed):
    """One block. `span` is its heading line, `extent` runs to its last line, `title_span` has no quotes.

    `complete` is false where a line of the block could not be read: then nobody can say what it lacks.
    """

    head: Head
    id: str
    id_span: Span | None
    title: str
    title_span: Span | None = None
    fields: tuple[Field, ...]
    prose: tuple[Text, ...] = ()
    extent: Span
    headings: tuple[str, ...] = ()
    complete: bool = True

    @cached_property
    def name(self) -> str:
        """What a reader calls the block: `RISK SHARE R1`."""
        return " ".join(part for part in (self.head.name, self.id) if part)

    @cached_property
    def path(self) -> tuple[str, ...]:
        """The heading path to the block, with its title in quotes."""
        return (*self.headings, f'{self.name} "{self.title}"' if self.title else self.name)

    @cached_property
    def kept(self) -> dict[Hashable, Any]:
        """Where later stages keep what they have worked out about the block alone."""
        return {}

    @cached_property
    def _by_label(self) -> dict[str, Field]:
        return {field.label: field for field in reversed(self.fields)}

    def get(self, label: str) -> Field | None:
        """The first field with this canonical label."""
        return self._by_label.get(label)


@record
class Definition(Placed):
    """`DEFINE "Term": text`."""

    term: str
    term_span: Span
    text: Text
    headings: tuple[str, ...] = ()


@record
class WaiverLine(Placed):
    """A `WAIVE` line as written; what it lacks is empty or None."""

    rule: str
    subject: str
    reason: str
    by: str
    agreed: date | None
    until: date | None
    headings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Draft:
    """Everything one source says, in order.

    `unplaced` are lines that belong to no block or could not be read: while there are any, nobody can say
    that a whole block is missing. `kept` is where later stages keep what they have worked out about it.
    """

    name: str
    blocks: tuple[Block, ...]
    definitions: tuple[Definition, ...]
    waivers: tuple[WaiverLine, ...]
    includes: tuple[Text, ...] = ()
    fragment: bool = False
    unplaced: int = 0
    by_id: dict[str, Block] = field(default_factory=dict)
    kept: dict[Hashable, Any] = field(default_factory=dict, compare=False, repr=False)

    def of(self, *heads: str) -> Iterator[Block]:
        """The blocks with any of these heads, in order."""
        return (block for block in self.blocks if block.head.name in heads)

    @property
    def contract(self) -> Block | None:
        """The first CONTRACT block."""
        return next(self.of("CONTRACT"), None)


def parts_in(value: Value | KeyValue | None) -> Iterator[Part]:
    """Every date, amount, length of time, reference and hole in a value, in order."""
    if value is None:
        return
    match value:
        case Text() | Unreadable():
            yield from value.parts
        case Hole() | Money() | Percent() | Day() | Duration() | Year():
            yield value
        case Amount():
            yield from (part for part in (value.money, value.percent) if part)
        case Threshold(by=Day() as by):
            yield by
        case Measured():
            yield from (part for part in (value.period, value.on) if part and part not in value.rest)
    yield from value.rest
