"""Where things stand in a text.

Offsets count characters of the decoded text, never bytes, so that a span cut from the text is what a
reader sees. Lines and columns count from 1, as editors do.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple


class Position(NamedTuple):
    """A place a person can go to: line and column, both counted from 1."""

    line: int
    column: int


class Span(NamedTuple):
    """A half-open stretch of text, `start` to `end`, in character offsets."""

    start: int
    end: int

    def shifted(self, by: int) -> Span:
        """The same stretch, `by` characters further on."""
        return Span(self.start + by, self.end + by)

    def to(self, other: Span) -> Span:
        """From the start of this span to the end of `other`."""
        return Span(self.start, other.end)

    def holds(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


class LineIndex:
    """Turns offsets into lines and columns. Lines end at `\\n`; a text always has at least one line."""

    def __init__(self, text: str) -> None:
        self._text = text
        starts = [0]
        at = text.find("\n")
        while at != -1:
            starts.append(at + 1)
            at = text.find("\n", at + 1)
        self._starts = starts

    def __len__(self) -> int:
        return len(self._starts)

    def position(self, offset: int) -> Position:
        """The line and column of a character offset (clamped to the text)."""
        offset = max(0, min(offset, len(self._text)))
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def span(self, line: int) -> Span:
        """The span of a line counted from 1, without its line ending."""
        start = self._starts[line - 1]
        end = self._starts[line] - 1 if line < len(self._starts) else len(self._text)
        return Span(start, end)

    def line(self, line: int) -> str:
        """The text of a line counted from 1, without its line ending."""
        start, end = self.span(line)
        return self._text[start:end]
