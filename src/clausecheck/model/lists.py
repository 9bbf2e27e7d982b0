"""Builds lists from their trees: shares, amounts, votes and names of parties, in the order written."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from clausecheck.model import atoms
from clausecheck.model.parts import whole_hole
from clausecheck.model.values import Hole, Moneys, MoneyShare, Name, Names, Share, Shares, Vote, Votes
from clausecheck.patterns import Pattern
from clausecheck.spans import Span
from clausecheck.syntax.tree import Leaf, Node, Piece


def name_of(leaf: Leaf, offset: int) -> Name:
    """A word as the id of a block."""
    return Name(span=leaf.span.shifted(offset), raw=leaf.text, id=_id(leaf.text))


def _joined(node: Node, piece: Piece) -> Name:
    """The words of a party as one name."""
    text = piece.text[node.span.start : node.span.end]
    return Name(span=node.span.shifted(piece.span.start), raw=text, id=_id(text))


def _id(text: str) -> str:
    return " ".join(atoms.plain(text).split())


def shares(tree: Node, piece: Piece) -> Shares:
    """Parties and their percentages."""
    start = piece.span.start
    found = []
    for node in tree.nodes("share"):
        leaf = node.leaf("PERCENT")
        found.append(
            Share(
                span=node.span.shifted(start),
                raw=piece.text[node.span.start : node.span.end],
                name=_joined(cast(Node, node.node("party")), piece),
                percent=atoms.percent(leaf.text, leaf.span.shifted(start)).value if leaf else None,
            )
        )
    return Shares(span=piece.span, raw=piece.text, shares=tuple(found))


def moneys(tree: Node, piece: Piece) -> Moneys:
    """Parties and their amounts."""
    start = piece.span.start
    found = []
    for node in tree.nodes("money_share"):
        leaf = node.leaf("MONEY")
        found.append(
            MoneyShare(
                span=node.span.shifted(start),
                raw=piece.text[node.span.start : node.span.end],
                name=_joined(cast(Node, node.node("party")), piece),
                pence=atoms.money(leaf.text, leaf.span.shifted(start)).pence if leaf else None,
            )
        )
    return Moneys(span=piece.span, raw=piece.text, shares=tuple(found))


def votes(tree: Node, piece: Piece) -> Votes:
    """Members and their votes."""
    start = piece.span.start
    found = []
    for node in tree.nodes("vote"):
        leaf = node.leaf("NUMBER")
        hole = node.leaf("HOLE")
        found.append(
            Vote(
                span=node.span.shifted(start),
                raw=piece.text[node.span.start : node.span.end],
                name=_joined(cast(Node, node.node("party")), piece),
                votes=_whole(leaf, start) if leaf else None if hole else 1,
            )
        )
    return Votes(span=piece.span, raw=piece.text, votes=tuple(found))


def _whole(leaf: Leaf, offset: int) -> int:
    return int(atoms.number(leaf.text, leaf.span.shifted(offset)).value)


def names(tree: Node, piece: Piece) -> Names | Hole:
    """Ids of blocks; `and` parts two of them as a comma does."""
    if (hole := whole_hole(piece)) is not None:
        return hole
    start = piece.span.start
    listed = [leaf for leaf in tree.leaves() if leaf.kind == "ITEM"]
    found = [split for leaf in listed for split in _split_and(name_of(leaf, start))]
    return Names(span=piece.span, raw=piece.text, names=tuple(found))


_BETWEEN = Pattern(r"((?:\s*;\s*(?:and\s+)?|(?:^|\s+)and\s+)(?![^()]*\)))")
_REMARK = Pattern(r"\s*\([^()]*\)\s*$")


def _split_and(name: Name) -> Iterable[Name]:
    """`ICB and Council` and `ICB; Council` as two names, without the remarks in brackets behind them."""
    at = 0
    for place, words in enumerate(_BETWEEN.split(name.raw)):
        word = _REMARK.sub("", words)
        if word and place % 2 == 0:
            span = Span(name.span.start + at, name.span.start + at + len(word))
            yield Name(span=span, raw=word, id=_id(word))
        at += len(words)
