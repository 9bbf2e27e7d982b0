"""What reading gives: lines of a draft, and the small trees of values.

Trees are relative to the text they were read from, so that equal texts can share one; whoever places
them in a draft adds the offset.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from clausecheck.spans import Span


class LineKind(StrEnum):
    """What a line is by its shape alone."""

    VERSION = "version"
    FRAGMENT = "fragment"
    INCLUDE = "include"
    DEFINITION = "definition"
    WAIVER = "waiver"
    HEADING = "heading"
    FIELD = "field"
    BULLET = "bullet"
    COMMENT = "comment"
    PROSE = "prose"


class Piece(NamedTuple):
    """A stretch of a line and its text, both without surrounding white space."""

    text: str
    span: Span

    def cut(self, start: int, end: int) -> Piece:
        """What stands from `start` to `end` of its text, without the white space around that."""
        bare = self.text[start:end].strip()
        at = self.span.start + start + len(self.text[start:end]) - len(self.text[start:end].lstrip())
        return Piece(bare, Span(at, at + len(bare)))


class Line(NamedTuple):
    """One line that is not blank.

    `lead` is what tells its kind: the head words, the label without its colon, the bullet mark, the
    keyword, or the whole of a comment or of prose. `rest` is what follows; `comment` a comment after it.
    """

    kind: LineKind
    lead: Piece
    rest: Piece | None
    comment: Piece | None
    span: Span


class Leaf(NamedTuple):
    """One token of a value: its kind is the name of its terminal."""

    kind: str
    text: str
    span: Span


class Node(NamedTuple):
    """A rule of the grammar that matched, with what it matched, in order."""

    kind: str
    children: tuple[Node | Leaf, ...]

    def leaves(self) -> Iterator[Leaf]:
        """Every token below this node, in order."""
        for child in self.children:
            if isinstance(child, Leaf):
                yield child
            else:
                yield from child.leaves()

    def leaf(self, *kinds: str) -> Leaf | None:
        """The first direct child token of one of these kinds."""
        for child in self.children:
            if isinstance(child, Leaf) and child.kind in kinds:
                return child
        return None

    def node(self, *kinds: str) -> Node | None:
        """The first direct child node of one of these kinds."""
        for child in self.children:
            if isinstance(child, Node) and child.kind in kinds:
                return child
        return None

    def nodes(self, kind: str) -> Iterator[Node]:
        """Every direct child node of this kind."""
        for child in self.children:
            if isinstance(child, Node) and child.kind == kind:
                yield child

    @property
    def span(self) -> Span:
        """From the first token to the last; empty at 0 where there is none."""
        leaves = list(self.leaves())
        return leaves[0].span.to(leaves[-1].span) if leaves else Span(0, 0)


class Unread(NamedTuple):
    """A text that is not of the shape asked for: where reading stopped, and what could have stood there."""

    at: int
    found: str
    expected: tuple[str, ...]
