"""Lists of parties and figures, in the ways that people write them beside `ICB 45%, Acute 55%`."""

from __future__ import annotations

from clausecheck.model.parts import as_written, tree_of
from clausecheck.patterns import Pattern
from clausecheck.syntax.tree import Node, Piece, Unread

_NAME = r"[A-Za-z][\w&'-]*(?: [A-Za-z][\w&'-]*){0,3}"
# A name and a figure behind a semicolon are a further part of the list, not a remark on it.
_SEMICOLON = Pattern(rf";(?=\s*(?:and )?{_NAME}\s*[:=(–-]?\s*£?\d)")
# "and" before the last party: what stands before it is a figure, or the remark on one.
_AND = Pattern(r"(?:(?<=[\d%kmn)\]])|(?<=cent))\s+and\s+(?=[A-Za-z])|,\s*and\s+(?=[A-Za-z])")
_BEFORE_FIGURE = Pattern(r"(?<=\w)\s*[:=]\s*(?=[£\[]?[\d\]])|(?<=\w)\s+[–—-]\s+(?=[£\[]?[\d\]])")
_IN_BRACKETS = Pattern(r"(?<=\w )\((\s*£?\d[\d,.]*[^\S\n]?(?:%|m|k|bn)?\s*)\)")


def list_tree(shape: str, piece: Piece) -> Node | Unread:
    """A list as its tree, whose leaves are as written; if it is none, where and why.

    Semicolons divide it as well as commas do, and so does "and" before the last party; a colon, a dash or
    an equals sign may stand before a figure, or brackets around it.
    """
    tree = tree_of(shape, Piece(_plain(piece.text), piece.span))
    return as_written(tree, piece.text) if isinstance(tree, Node) else tree_of(shape, piece)


def _plain(text: str) -> str:
    """The list with commas and spaces alone, as long as what was written."""
    text = _SEMICOLON.sub(",", text)
    text = _AND.sub(lambda found: ",".ljust(len(found[0])), text)
    text = _BEFORE_FIGURE.sub(lambda found: " " * len(found[0]), text)
    return _IN_BRACKETS.sub(lambda found: f" {found[1]} ", text)
