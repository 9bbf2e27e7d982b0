"""Splits a draft into lines by their shape. Every text can be split: the last shape is prose."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, cast

from clausecheck.spans import Span
from clausecheck.syntax.grammar import parser
from clausecheck.syntax.tree import Line, LineKind, Piece

if TYPE_CHECKING:
    from lark import Token, Tree

# White space, and the characters of no width that word processors leave behind.
_SPACE = "".join(map(chr, [*range(9, 14), *range(28, 33), 0x85, 0xA0, 0x1680, *range(0x2000, 0x200C)])) + (
    "\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"
)


def read_lines(text: str, offset: int = 0) -> Iterator[Line]:
    """The lines of `text` that are not blank, with spans shifted by `offset`."""
    for tree in parser().parse(text, start="draft").children:
        if not isinstance(tree, str) and (line := _line(tree, offset)):  # a token is a line ending
            yield line


def _line(tree: Tree[Any], offset: int) -> Line | None:
    """The line of a tree, or None where there is nothing on it to see."""
    kind = LineKind(tree.data)
    tokens = cast("list[Token]", tree.children)
    pieces = {
        token.type: piece
        for token in tokens
        if (piece := _piece(str(token), _start(token) + offset)) is not None
    }
    comment = pieces.pop("COMMENT", None) if kind is not LineKind.COMMENT else None
    rest = pieces.pop("REST", None)
    if not pieces:
        return None
    (lead,) = pieces.values()
    if kind is LineKind.FIELD:
        lead = _without_colon(lead)
    start, end = _start(tokens[0]), _start(tokens[-1]) + len(tokens[-1])
    return Line(kind, lead, rest, comment, Span(start + offset, end + offset))


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
