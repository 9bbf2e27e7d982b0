"""Splits a draft into lines by their shape. Every text can be split: the last shape is prose."""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.spans import Span
from clausecheck.syntax.grammar import parser
from clausecheck.syntax.tree import Line, LineKind, Piece

_SPACE = " \t\xa0\r\f\v\u2007\u202f\u2009\u200b\ufeff"


def read_lines(text: str, offset: int = 0) -> Iterator[Line]:
    """The lines of `text` that are not blank, with spans shifted by `offset`."""
    for tree in parser().parse(text, start="draft").children:
        if not hasattr(tree, "children"):  # a line ending
            continue
        pieces = {
            token.type: piece
            for token in tree.children
            if (piece := _piece(str(token), token.start_pos + offset)) is not None
        }
        comment = pieces.pop("COMMENT", None) if tree.data != "comment" else None
        rest = pieces.pop("REST", None)
        (lead,) = pieces.values()
        if tree.data == "field":
            lead = _without_colon(lead)
        first = tree.children[0].start_pos + offset
        last = tree.children[-1].end_pos + offset
        yield Line(LineKind(tree.data), lead, rest, comment, Span(first, last))


def _piece(text: str, start: int) -> Piece | None:
    trimmed = text.strip(_SPACE)
    if not trimmed:
        return None
    start += len(text) - len(text.lstrip(_SPACE))
    return Piece(trimmed, Span(start, start + len(trimmed)))


def _without_colon(lead: Piece) -> Piece:
    label = lead.text[:-1].rstrip(_SPACE)
    return Piece(label, Span(lead.span.start, lead.span.start + len(label)))
