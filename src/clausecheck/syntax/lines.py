"""Splits a draft into lines by their shape. Every text can be split: the last shape is prose."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, cast

from clausecheck.spans import Span
from clausecheck.syntax.grammar import parser
from clausecheck.syntax.tree import Line, LineKind, Piece

if TYPE_CHECKING:
    from lark import Token, Tree

_SPACE = " \t\xa0\r\f\v\u2007\u202f\u2009\u200b\ufeff"


def read_lines(text: str, offset: int = 0) -> Iterator[Line]:
    """The lines of `text` that are not blank, with spans shifted by `offset`."""
    for tree in parser().parse(text, start="draft").children:
        if hasattr(tree, "children"):  # what has none is a line ending
            yield _line(tree, offset)


def _line(tree: Tree[Any], offset: int) -> Line:
    kind = LineKind(tree.data)
    tokens = cast("list[Token]", tree.children)
    pieces = {
        token.type: piece
        for token in tokens
        if (piece := _piece(str(token), _start(token) + offset)) is not None
    }
    comment = pieces.pop("COMMENT", None) if kind is not LineKind.COMMENT else None
    rest = pieces.pop("REST", None)
    (lead,) = pieces.values()
    if kind is LineKind.FIELD:
        lead = _without_colon(lead)
    last = tokens[-1]
    return Line(kind, lead, rest, comment, Span(_start(tokens[0]) + offset, _start(last) + len(last) + offset))


def _start(token: Token) -> int:
    """Where a token stands; Lark knows it for every token that came from a text."""
    assert token.start_pos is not None
    return token.start_pos


def _piece(text: str, start: int) -> Piece | None:
    trimmed = text.strip(_SPACE)
    if not trimmed:
        return None
    start += len(text) - len(text.lstrip(_SPACE))
    return Piece(trimmed, Span(start, start + len(trimmed)))


def _without_colon(lead: Piece) -> Piece:
    label = lead.text[:-1].rstrip(_SPACE)
    return Piece(label, Span(lead.span.start, lead.span.start + len(label)))
