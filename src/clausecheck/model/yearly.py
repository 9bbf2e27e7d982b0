"""Yearly figures on one line, `0% in 2026/27, 3% in 2027/28 and 5% in 2028/29`: the bullets they are."""

from __future__ import annotations

import re

from clausecheck.finding import Edit, Fix, Notice, Safety
from clausecheck.model.choices import Said
from clausecheck.model.draft import Entry
from clausecheck.model.reading import read, read_key
from clausecheck.model.vocabulary.types import Key, LabelType
from clausecheck.patterns import Pattern
from clausecheck.syntax.tree import Piece

_YEAR = r"(?:(?:FY)?\d{4}[/–-]\d{2}(?:\d{2})?|Year\s+\d{1,2})"
_ONE = Pattern(rf"\s*(?:and\s+)?([^;]*?\S)\s+(?:in|for)\s+({_YEAR})\s*(?:[;,]|(?=\band\b)|\.?$)", re.I)


def yearly_entries(label: LabelType, piece: Piece, say: Said) -> list[Entry]:
    """The figures of a line as an entry for each year; none where it is not two or more such figures."""
    if label.bullets is None or label.bullets.key is not Key.YEAR:
        return []
    found: list[tuple[Piece, Piece]] = []
    at = 0
    while at < len(piece.text):
        match = _ONE.match(piece.text[at:])
        if match is None:
            return []
        value, year = (piece.cut(at + match.start(n), at + match.end(n)) for n in (1, 2))
        found.append((year, value))
        at += match.end()
    if len(found) < 2 or len({year.text for year, _ in found}) < len(found):
        return []
    shape = label.bullets.value
    bullets = "".join(f"\n    - {year.text}: {value.text}" for year, value in found)
    say(
        Notice(
            "glued-lines",
            "The figures of several years stand on the line of their label",
            piece.span,
            help="write a bullet for each year",
            fix=Fix("write a bullet for each year", Safety.SAFE, (Edit(piece.span, bullets),)),
        )
    )
    return [
        Entry(
            span=value.span.to(year.span),
            raw=piece.text[value.span.start - piece.span.start : year.span.end - piece.span.start],
            key=read_key(Key.YEAR, year),
            key_raw=year.text,
            value=read(shape, label, value, say),
        )
        for year, value in found
    ]
