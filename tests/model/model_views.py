"""Drafts for the tests of the model, and ways of looking at one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from clausecheck.finding import Notice
from clausecheck.model.build import build
from clausecheck.model.draft import Draft
from clausecheck.model.reading import read
from clausecheck.model.values import Placed, Value
from clausecheck.model.vocabulary import HEAD_BY_NAME
from clausecheck.model.vocabulary.types import Head, LabelType, Shape
from clausecheck.source import Source, source_from_text
from clausecheck.spans import Span
from clausecheck.syntax.tree import Piece

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "examples").rglob("*.clause"))

_PLACES = {"span", "spans", "label_span", "id_span", "title_span", "term_span", "extent"}
_PLAIN = str.maketrans(
    {"\xa0": " ", "\t": " ", "“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "\u2011": "-", "•": "-"}
)


def read_draft(text: str, name: str = "draft.clause") -> tuple[Source, Draft, list[Notice]]:
    source = source_from_text(text, name)
    draft, notices = build(source)
    return source, draft, notices


def said(text: str) -> list[tuple[str, str]]:
    """The rule and the text under each notice."""
    source, _, notices = read_draft(text)
    return [(notice.rule, source.cut(notice.span)) for notice in notices]


def label(head: str, name: str) -> LabelType:
    return HEAD_BY_NAME[head].by_name[name.lower()]


def value_of(shape: Shape, text: str, of: LabelType | None = None) -> tuple[Value, list[Notice]]:
    """A value as read at offset 100, and the notices."""
    notices: list[Notice] = []
    kind = of or LabelType("Label", shape, "doc", "an example")
    return read(shape, kind, Piece(text, Span(100, 100 + len(text))), notices.append), notices


def bare(thing: Any) -> Any:
    """What a model says, without where it stands and how its quotes, dashes and spaces are written."""
    match thing:
        case Draft():
            return [bare(each) for each in (thing.blocks, thing.definitions, thing.waivers, thing.includes)]
        case Head() | LabelType():
            return thing.name
        case Placed():
            named = ((each.name, getattr(thing, each.name)) for each in fields(thing))
            return {
                "is": type(thing).__name__,
                **{name: bare(value) for name, value in named if name not in _PLACES},
            }
        case tuple() | list():
            return [bare(each) for each in thing]
        case str():
            return " ".join(thing.translate(_PLAIN).split())
        case _:
            return thing


def placed(thing: Any) -> Iterator[Placed]:
    """Every part of a draft that has a place, outermost first."""
    match thing:
        case Draft():
            for each in (thing.blocks, thing.definitions, thing.waivers, thing.includes):
                yield from placed(each)
        case Placed():
            yield thing
            for field in fields(thing):
                yield from placed(getattr(thing, field.name))
        case tuple() | list():
            for each in thing:
                yield from placed(each)
        case Mapping():
            yield from placed(list(thing.values()))
