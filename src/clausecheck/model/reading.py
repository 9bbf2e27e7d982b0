"""Reads the text behind a label as the shape of value the label asks for.

What does not fit is never lost: it becomes `Unreadable`, keeps the dates, amounts, references and holes
that are in it, and gives one notice that says what was expected.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import cast

from clausecheck.finding import Notice
from clausecheck.model import atoms, lists, shapes
from clausecheck.model.aims import is_aim
from clausecheck.model.choices import Said, choice, yes_no
from clausecheck.model.form import read_form
from clausecheck.model.loose_lists import list_tree
from clausecheck.model.parts import free_text, parts_of, tree_of
from clausecheck.model.values import Hole, KeyValue, Unreadable, Value, Year
from clausecheck.model.vocabulary.types import Key, LabelType, Shape
from clausecheck.patterns import Pattern
from clausecheck.spans import Span
from clausecheck.syntax.tree import Node, Piece, Unread
from clausecheck.syntax.wording import expected

WHAT = {
    Shape.MONEY: "an amount of money",
    Shape.AMOUNT: "an amount of money, or a percentage and what it is of",
    Shape.PERCENT: "a percentage",
    Shape.COUNT: "a number",
    Shape.DATE: "a date",
    Shape.DURATION: "a length of time",
    Shape.THRESHOLD: "a target",
    Shape.MEASURED: "a measured value",
    Shape.SHARES: "a list of shares",
    Shape.MONEYS: "a list of amounts",
    Shape.VOTES: "a list of members and votes",
    Shape.NAMES: "a list of names",
    Shape.BAND_RULE: "how the band is shared",
}


# What a figure of a measure may be and seldom is: offered first, it would mislead.
_NO_FIGURE = frozenset({"MONEY", "DURATION", "COMPARATOR", "BETWEEN"})
_SELDOM = {Shape.THRESHOLD: _NO_FIGURE, Shape.MEASURED: _NO_FIGURE}

# What has not been measured is a hole where the figure will stand, and not a figure that is badly written.
_NOT_YET = Pattern(
    r"(?:none(?! (?:in|during|for)\b)|no baseline|unknown"
    r"|not (?:yet )?(?:measured|known|available|collected|set|established))\b"
    r"|to be (?:measured|set|established|collected|fixed|worked out|calculated)\b|not yet\b",
    re.I,
)
_LISTS = frozenset({Shape.SHARES, Shape.MONEYS, Shape.VOTES})

# A full stop, comma or semicolon at the end of a line, with the "and" of a list; not the point of "p.a.".
_STOP = Pattern(r"(?:[;,]\s{0,9}(?:and|or)?|(?<!\.\w)\.)$", re.I)


def read(shape: Shape, label: LabelType, piece: Piece, say: Said) -> Value:
    """The value in `piece`. Notices of what is wrong with it go to `say`."""
    if shape is Shape.TEXT:
        return free_text(piece)
    piece = _without_stop(piece)
    match shape:
        case Shape.NONE:
            return _not_a_list(label, piece, say)
        case Shape.CHOICE:
            return choice(label, piece, say)
        case Shape.YES_NO:
            return yes_no(label, piece, say)
        case Shape.FORM:
            return read_form(piece)
        case Shape.BAND_RULE:
            tree = list_tree("shares", piece)
            return lists.shares(tree, piece) if isinstance(tree, Node) else free_text(piece)
    if "BUDGET" in label.refers and not re.match(r"[£\d\[]", piece.text):
        shape = Shape.NAMES
    if shape is Shape.MEASURED and _NOT_YET.match(piece.text):
        return Hole(span=piece.span, raw=piece.text)
    tree = (
        list_tree(shape.value, piece)
        if shape in _LISTS
        else tree_of(shape.value, _plain(shape, label, piece))
    )
    if isinstance(tree, Node) and (slip := shapes.slip(tree)):
        tree = Unread(slip.span.start, slip.text, ())
    if isinstance(tree, Unread):
        return _unreadable(shape, label, piece, tree, say)
    value = shapes.BUILD[shape](tree, piece)
    rest = tuple(shapes.after(tree, piece))
    return replace(value, rest=rest) if rest else value


_MOST = Pattern(
    r"(?:up to|no more than|not more than|at most|not (?:to exceed|exceeding)|a maximum of|limited to)"
    r"(?=\s+[£\d])",
    re.I,
)
_NIL = Pattern(r"(?:none|nil|zero)(?![^\s,;(])", re.I)


_IN_BUDGET = Pattern(r"^the (?:budget|amount|sum|pool) (?:in|of|under|stated in|set out in) ", re.I)
_ABOUT = Pattern(r"(?:about|approximately|around|roughly|some|circa|c\.) ?(?=\d)", re.I)


def _plain(shape: Shape, label: LabelType, piece: Piece) -> Piece:
    """A value without what its shape has no need of, as long as what was written.

    A cap is the most anyhow, and nil percent is 0%.
    """
    text = piece.text
    if shape is Shape.NAMES and "BUDGET" in label.refers:
        text = _IN_BUDGET.sub(lambda words: " " * len(words[0]), text)
    elif shape is Shape.COUNT and (about := _ABOUT.match(text)):
        text = " " * about.end() + text[about.end() :]
    elif shape is Shape.PERCENT:
        text = _NIL.sub(lambda nil: "0%".ljust(len(nil[0])), text, 1) if _NIL.match(text) else text
    elif shape is Shape.AMOUNT and label.name == "Cap" and (most := _MOST.match(text)):
        text = " " * most.end() + text[most.end() :]
    return piece if text is piece.text else Piece(text, piece.span)


def _without_stop(piece: Piece) -> Piece:
    """A value without the mark that ends its line: `lead provider.`, `no sharing;`, `10 days; and`."""
    bare = piece.cut(0, len(_STOP.sub("", piece.text)))
    return bare if bare.text else piece


def _not_a_list(label: LabelType, piece: Piece, say: Said) -> Value:
    """Words on the line of a label that only lists; a hole there is finding enough."""
    value = free_text(piece)
    if not any(isinstance(part, Hole) for part in value.parts):
        say(
            Notice(
                "unread-value",
                f"{label.name} is a list, so what stands on its line was not checked",
                piece.span,
                help=f"write each on a line of its own, for example: - {label.example}",
            )
        )
    return value


# `Year 1 (2026/27)` and `2026/27 (Year 1)`.
_YEAR_AGAIN = Pattern(r"(?<=\w)\s*\((?:Year\s+\d{1,2}|(?:FY\s?)?\d{4}[/–-]\d{2,4})\)\s*$", re.I)


# A year by its last day: `by 31 March 2027`.
_YEAR_END = Pattern(r"(?:by|at|as at|to|year (?:to|ending|ended)) 31(?:st)? March (\d{4})", re.I)


def read_key(key: Key, piece: Piece) -> KeyValue:
    """What a bullet is about. A key that is not of its kind stays text."""
    if key is Key.YEAR:
        if ends := _YEAR_END.fullmatch(piece.text):
            last = int(ends[1])
            return replace(atoms.year(f"{last - 1}/{last % 100:02}", piece.span), raw=piece.text)
        tree = tree_of("year", Piece(_YEAR_AGAIN.sub("", piece.text), piece.span))
        if isinstance(tree, Node) and (leaf := tree.leaf("YEAR", "HOLE")) and not tree.leaf("NOTE"):
            return cast(Year | Hole, atoms.part(leaf, piece.span.start))
    elif key is Key.BAND:
        tree = tree_of("band", piece)
        if isinstance(tree, Node):
            return shapes.band(tree, piece)
    return free_text(piece)


def _unreadable(shape: Shape, label: LabelType, piece: Piece, unread: Unread, say: Said) -> Value:
    parts = tuple(parts_of(piece))
    holes = [part for part in parts if isinstance(part, Hole)]
    # The hole, or the aim without a number, is the finding: asking for the right shape would be a second one.
    if holes or (shape is Shape.THRESHOLD and is_aim(piece.text)):
        return Unreadable(span=piece.span, raw=piece.text, parts=parts)
    at = min(unread.at, len(piece.text))
    words = expected(set(unread.expected) - _SELDOM.get(shape, frozenset()))
    where = f'at "{unread.found}"' if unread.found.strip() else "at its end"
    say(
        Notice(
            "unread-value",
            f"{label.name} is {WHAT.get(shape, 'a value')}, and this cannot be read as one {where}"
            + (f"; expected {words}" if words else ""),
            Span(piece.span.start + at, piece.span.start + max(at + len(unread.found.strip()), at))
            if unread.found.strip()
            else piece.span,
            help=f"for example: {label.name}: {label.example}",
        )
    )
    return Unreadable(span=piece.span, raw=piece.text, parts=parts)
