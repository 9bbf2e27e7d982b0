"""Finds the values in free words, and reads a piece of a draft as a tree whose leaves are as written.

A draft holds dates, amounts, references and holes in places where any words may stand; they are checked
there as anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from clausecheck.model import atoms
from clausecheck.model.values import Hole, Part, Text
from clausecheck.patterns import Pattern
from clausecheck.syntax.tree import Leaf, Node, Piece, Unread
from clausecheck.syntax.values import read_value


def tree_of(shape: str, piece: Piece) -> Node | Unread:
    """The tree of a piece read as `shape`. Its leaves are as written, with whatever dashes and spaces."""
    plain = atoms.plain(piece.text)
    tree = read_value(shape, plain)
    if plain == piece.text or isinstance(tree, Unread):
        return tree
    return as_written(tree, piece.text)


def as_written(node: Node, text: str) -> Node:
    """The same tree with leaves cut from `text`, which is as long as what the tree was read from."""
    return Node(
        node.kind,
        tuple(
            as_written(child, text)
            if isinstance(child, Node)
            else Leaf(child.kind, text[child.span.start : child.span.end], child.span)
            for child in node.children
        ),
    )


def free_text(piece: Piece) -> Text:
    """Free words with the parts found in them."""
    return Text(span=piece.span, raw=piece.text, parts=tuple(parts_of(piece)))


def whole_hole(piece: Piece) -> Hole | None:
    """The hole that a piece is, where it is nothing else."""
    tree = tree_of("text", piece)
    if isinstance(tree, Node) and len(tree.children) == 1:
        leaf = tree.leaf("HOLE")
        if leaf is not None:
            return atoms.hole(leaf.text, leaf.span.shifted(piece.span.start))
    return None


_TELLING = Pattern(
    r"[\d£\[_…]|\b(?:TB[ACD]|tb[acd]|[Tt]o\s+be\s|x{2,}|X{2,}|SC|GC|[Ss]chedule|[Cc]lause|Year"
    r"|(?:day|week|month|year)s?\b)"
)
_CASE = Pattern(r"\s+(?:[A-Z]{2,}|\d+\s+[A-Z])")
_INNOCENT_WORDS = frozenset({"sic", "as amended", "emphasis added", "...", "…"})


def parts_of(piece: Piece) -> Iterable[Part]:
    """The dates, amounts, lengths of time, references and holes in free words.

    Square brackets that are not holes are passed over: footnotes, law reports, links.
    """
    if not _TELLING.search(piece.text):
        return
    tree = tree_of("text", piece)
    if isinstance(tree, Unread):  # pragma: no cover - free text is total
        return
    for leaf in tree.children:
        if not isinstance(leaf, Leaf) or (leaf.kind == "HOLE" and _innocent(leaf, piece.text)):
            continue
        found = atoms.part(leaf, piece.span.start)
        if found is not None:
            yield found


def _innocent(leaf: Leaf, text: str) -> bool:
    if not leaf.text.startswith("[") or leaf.text.endswith("%"):
        return False
    inner = leaf.text[1:-1].strip()
    end = leaf.span.end
    if inner.lower() in _INNOCENT_WORDS or text.startswith("(", end):
        return True
    if re.fullmatch(r"\d{4}", inner) and _CASE.match(text, end):
        return True
    if not re.fullmatch(r"\d{1,3}", inner):
        return False
    attached = leaf.span.start > 0 and not text[leaf.span.start - 1].isspace()
    return attached or not text[end:].strip()
