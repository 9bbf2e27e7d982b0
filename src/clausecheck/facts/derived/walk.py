"""Walks everything a draft says, each thing with its heading path."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from clausecheck.model.draft import Block, Draft, Field, parts_in
from clausecheck.model.values import Part, Text, Unreadable, Value
from clausecheck.spans import Span


@dataclass(frozen=True, slots=True)
class Found:
    """A part of a value, and where it stands: the block and the label, if it is in one."""

    part: Part
    path: tuple[str, ...]
    block: Block | None
    label: str
    where: str


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of free words, and where it stands."""

    text: str
    span: Span
    path: tuple[str, ...]
    block: Block | None
    label: str


def parts(draft: Draft) -> Iterator[Found]:
    """Every date, amount, length of time, reference and hole in the draft, in order of block and field."""
    for block in draft.blocks:
        for field in block.fields:
            path = (*block.path, field.label)
            for value in _values(field):
                for part in parts_in(value):
                    yield Found(part, path, block, field.label, f"{field.label} of {block.name}")
        for text in block.prose:
            for part in text.parts:
                yield Found(part, block.path, block, "", block.name)
    for definition in draft.definitions:
        path = (*definition.headings, f'DEFINE "{definition.term}"')
        for part in definition.text.parts:
            yield Found(part, path, None, "", f'the definition of "{definition.term}"')


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


def _values(field: Field) -> Iterator[Value | Text]:
    if field.value is not None:
        yield field.value
    for entry in field.entries:
        if isinstance(entry.key, Text):
            yield entry.key
        elif entry.key is not None and entry.key.kind in ("year", "hole"):
            yield entry.key  # type: ignore[misc]
        if entry.value is not None:
            yield entry.value
