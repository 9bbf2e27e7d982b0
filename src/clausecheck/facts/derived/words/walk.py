"""Walks everything a draft says, each thing with its heading path."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from clausecheck.facts.once import once
from clausecheck.model.draft import Block, Draft, Field, parts_in
from clausecheck.model.parts import parts_of
from clausecheck.model.values import Hole, Part, Text, Unreadable, Value
from clausecheck.model.vocabulary.types import Shape
from clausecheck.patterns import Pattern
from clausecheck.spans import Span
from clausecheck.syntax.tree import Piece


class Found(NamedTuple):
    """A part of a value, and where it stands: the block and the label, if it is in one.

    `shape` is what the label asks for, where the part is the whole answer; None for a part of more words.
    `line` holds the words that it stands among, which begin at offset `starts`.
    """

    part: Part
    path: tuple[str, ...]
    block: Block | None
    label: str
    where: str
    line: str
    starts: int
    shape: Shape | None = None

    @property
    def before(self) -> str:
        """The words before it."""
        return self.line[: max(self.part.span.start - self.starts, 0)]

    @property
    def after(self) -> str:
        """The words after it."""
        return self.line[max(self.part.span.end - self.starts, 0) :]


class Words(NamedTuple):
    """A stretch of free words, and where it stands."""

    text: str
    span: Span
    path: tuple[str, ...]
    block: Block | None
    label: str


@once
def parts(draft: Draft) -> Iterator[Found]:
    """Every date, amount, length of time, reference and hole in the draft, in order of block and field."""
    for block in draft.blocks:
        for field in block.fields:
            path, where = (*block.path, field.label), f"{field.label} of {block.name}"
            for line, starts, known, answer, shape in _lines_of(field):
                for part in _with_holes(known, line, starts):
                    asked = shape if part is answer else None
                    yield Found(part, path, block, field.label, where, line, starts, asked)
        for text in block.prose:
            for part in text.parts:
                yield Found(part, block.path, block, "", block.name, text.raw, text.span.start)
    for definition in draft.definitions:
        text, where = definition.text, f'the definition of "{definition.term}"'
        path = (*definition.headings, f'DEFINE "{definition.term}"')
        for part in text.parts:
            yield Found(part, path, None, "", where, text.raw, text.span.start)


@once
def words(draft: Draft) -> Iterator[Words]:
    """Every stretch of free words in values, prose and definitions, in order."""
    for block in draft.blocks:
        for field in block.fields:
            path = (*block.path, field.label)
            if isinstance(field.value, Text | Unreadable):
                yield Words(field.value.raw, field.value.span, path, block, field.label)
            for entry in field.entries:
                yield Words(entry.raw, entry.span, path, block, field.label)
        for text in block.prose:
            yield Words(text.raw, text.span, block.path, block, "")
    for definition in draft.definitions:
        yield Words(
            definition.text.raw,
            definition.text.span,
            (*definition.headings, f'DEFINE "{definition.term}"'),
            None,
            "",
        )


def holes(text: str, start: int) -> Iterator[Hole]:
    """The holes in some words that begin at offset `start`."""
    if _MAYBE_HOLE.search(text):
        for part in parts_of(Piece(text, Span(start, start + len(text)))):
            if isinstance(part, Hole):
                yield part


_MAYBE_HOLE = Pattern(r"\[|__|…|\bTB[ACD]\b|\btb[acd]\b|[Tt]o be |xx|XX")


def _lines_of(field: Field) -> Iterator[tuple[str, int, list[Part], Part | Value | None, Shape]]:
    """The line and the bullets of a field: words, where they begin, parts, value and the shape asked for."""
    if field.value is not None:
        yield field.raw, _start_of(field), list(parts_in(field.value)), _answer(field.value), field.type.shape
    shape = field.type.bullets.value if field.type.bullets else field.type.shape
    for entry in field.entries:
        known = [*parts_in(entry.key), *parts_in(entry.value)]
        yield entry.raw, entry.span.start, known, _answer(entry.value), shape


def _answer(value: Value | None) -> Part | Value | None:
    """The value, or the hole that is all there is of it."""
    if isinstance(value, Unreadable) and len(value.parts) == 1 and value.parts[0].raw == value.raw:
        return value.parts[0]
    return value


def _with_holes(known: list[Part], line: str, starts: int) -> Iterator[Part]:
    """The parts that a value tells of, and the holes in its line that it does not."""
    yield from known
    for hole in holes(line, starts):
        if not any(part.span.start < hole.span.end and hole.span.start < part.span.end for part in known):
            yield hole


def _start_of(field: Field) -> int:
    """Where the words behind a label begin."""
    if not field.entries or field.value is None:
        return field.span.end - len(field.raw)
    return field.value.span.start - max(field.raw.find(field.value.raw), 0)
