"""Reads a `DEFINE "Term": what it means` line."""

from __future__ import annotations

from clausecheck.finding import Notice
from clausecheck.model.draft import Definition
from clausecheck.model.parts import free_text
from clausecheck.spans import Span
from clausecheck.syntax.tree import Line, Node, Piece
from clausecheck.syntax.values import read_value


def read_definition(line: Line, headings: tuple[str, ...]) -> Definition | Notice:
    """The definition on a line, or what to say of one that cannot be read."""
    tree = read_value("definition_rest", line.rest.text) if line.rest else None
    term = tree.leaf("STRING") if isinstance(tree, Node) else None
    if not isinstance(tree, Node) or term is None or line.rest is None:
        return Notice(
            "unread-line",
            "This definition cannot be read",
            line.span,
            help='write DEFINE "Term": what it means',
            path=(*headings, "DEFINE"),
        )
    offset = line.rest.span.start
    raw = tree.leaf("RAW")
    text = Piece(raw.text, raw.span.shifted(offset)) if raw else Piece("", Span(offset, offset))
    return Definition(
        span=line.span,
        raw=line.rest.text,
        term=term.text.strip('"“”'),
        term_span=term.span.shifted(offset),
        text=free_text(text),
        headings=headings,
    )


def unquoted_definition(line: Line) -> Notice | None:
    """What to say of `DEFINE Term: ...`, which looks like a label; None of any other line."""
    if not line.lead.text.startswith("DEFINE "):
        return None
    term = line.lead.text.removeprefix("DEFINE ").strip()
    return Notice(
        "unread-line",
        "This definition cannot be read: its term is not in quotes",
        line.lead.span,
        help=f'write DEFINE "{term}": what it means',
    )
