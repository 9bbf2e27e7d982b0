"""Reads one bullet under a label: `key: value`, or a value alone, as the label's bullets are written."""

from __future__ import annotations

import re

from clausecheck.finding import Notice
from clausecheck.model.choices import Said
from clausecheck.model.draft import Entry
from clausecheck.model.parts import free_text
from clausecheck.model.reading import read, read_key
from clausecheck.model.suggest import did_you_mean, nearest
from clausecheck.model.values import Text
from clausecheck.model.vocabulary.types import Key, LabelType, Shape, folded
from clausecheck.syntax.tree import Node, Piece
from clausecheck.syntax.values import read_value

_WHAT = {
    Key.YEAR: ("a year", "2026/27: 0%"),
    Key.BAND: ("a band of the Budget", "1% to 5% of Budget: ICB 50%, Acute 50%"),
}

# Words and a weight at their end; `at least 10%` is a limit and no weight.
_WEIGHT = re.compile(
    r"(\S.*?[^\s(:,–—-])(?<!least)(?<!most)(?<!than)(?<! to)(?<! by)(?<! of)"
    r"(?:\s*\(\s*|\s*[–—,-]\s*|\s+)(\d{1,3}(?:\.\d+)?\s?(?:%|per cent))\s*\)?[;,.]?(?:\s*and)?"
)

_SIDES = ("gains", "losses")  # a party may stand there too


def read_entry(label: LabelType, piece: Piece, say: Said) -> Entry:
    """The bullet in `piece`. Notices of what is wrong with it go to `say`."""
    shape = label.bullets.value if label.bullets else label.shape
    if shape is Shape.NONE:
        shape = Shape.TEXT
    kind = label.bullets.key if label.bullets else Key.NONE
    split = _split_key(piece) if kind is not Key.NONE else None
    if split is None and kind is Key.WORDS and shape is Shape.PERCENT:
        split = _split_weight(piece)
    if split is None:
        if kind in _WHAT:
            what, example = _WHAT[kind]
            say(
                Notice(
                    "unread-value",
                    f"Each bullet under {label.name} starts with {what} and a colon; this one does not",
                    piece.span,
                    help=f"for example: - {example}",
                )
            )
            return Entry(span=piece.span, raw=piece.text, key=None, key_raw="", value=free_text(piece))
        if kind is Key.WORDS and shape is Shape.PERCENT and "%" not in piece.text and not _is_hole(piece):
            # A criterion without a weight: the law asks for the criteria, and for no weights.
            return Entry(
                span=piece.span, raw=piece.text, key=free_text(piece), key_raw=piece.text, value=None
            )
        either = label.bullets is not None and label.bullets.either
        if kind is Key.WORDS and shape is not Shape.TEXT and not either and not _is_hole(piece):
            say(
                Notice(
                    "missing-colon",
                    f"Each bullet under {label.name} says what it is about, then a colon; this one has none",
                    piece.span,
                    help=f"for example: - {label.example}",
                )
            )
        value = read(shape, label, piece, say)
        return Entry(span=piece.span, raw=piece.text, key=None, key_raw="", value=value)
    written, rest = split
    key = read_key(kind, written)
    if kind in _WHAT and isinstance(key, Text):
        what, example = _WHAT[kind]
        say(
            Notice(
                "unread-value",
                f'"{written.text}" is not {what}',
                written.span,
                help=f"for example: - {example}",
            )
        )
    meant = nearest(written.text, _SIDES)
    if kind is Key.SIDE and meant and not folded(written.text).startswith(("gain", "loss")):
        say(
            Notice(
                "unread-value",
                f'"{written.text}" is not a side of the share{did_you_mean(meant)}',
                written.span,
                help=f"for example: - {meant[0]}: {label.example}",
            )
        )
    if rest is None:
        say(Notice("missing-value", f'"{written.text}" says nothing', written.span))
    return Entry(
        span=piece.span,
        raw=piece.text,
        key=key,
        key_raw=written.text,
        value=read(shape, label, rest, say) if rest else None,
    )


def _is_hole(piece: Piece) -> bool:
    return piece.text.startswith(("[", "_", "TB", "tb"))


def _split_weight(piece: Piece) -> tuple[Piece, Piece] | None:
    """The words and the figure of `value 20%`, `value (20%)` or `value - 20%`."""
    match = _WEIGHT.fullmatch(piece.text)
    return (piece.cut(*match.span(1)), piece.cut(*match.span(2))) if match else None


def _split_key(piece: Piece) -> tuple[Piece, Piece | None] | None:
    """The two sides of the first colon of a bullet that is not inside quotes."""
    tree = read_value("entry", piece.text)
    if not isinstance(tree, Node):
        return None
    key, rest = tree.leaf("KEY"), tree.leaf("RAW")
    assert key is not None
    start = piece.span.start
    return (
        Piece(key.text, key.span.shifted(start)),
        Piece(rest.text, rest.span.shifted(start)) if rest else None,
    )
