"""Strikes lines out of a draft, as fixes do, without losing the comments that stand on them."""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.finding import Edit
from clausecheck.source import Source
from clausecheck.spans import Span
from clausecheck.syntax.lines import read_lines
from clausecheck.syntax.tree import LineKind


def strike_lines(source: Source, span: Span) -> tuple[Edit, ...]:
    """The edits that take out the lines a span stands on; a comment on one of them stays in its place."""
    return tuple(_edits(source, span))


def _edits(source: Source, span: Span) -> Iterator[Edit]:
    first = source.position(span.start).line
    last = source.position(max(span.start, span.end - 1)).line
    for number in range(first, last + 1):
        where = source.index.span(number)
        line = next(read_lines(source.cut(where), where.start), None)
        if line is not None and line.kind is LineKind.COMMENT:
            continue
        if line is not None and line.comment is not None:
            yield Edit(Span(line.lead.span.start, line.comment.span.start), "")
        else:
            yield Edit(Span(where.start, min(where.end + 1, len(source.text))), "")
