"""Lays the lines of a draft out: indentation, blank lines, and where comments stand.

Lines that were not understood stay as they are, to the last space.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from clausecheck.format.lines import canonical_line
from clausecheck.format.places import Places, places
from clausecheck.source import Region, Source
from clausecheck.syntax.lines import read_lines
from clausecheck.syntax.tree import Line, LineKind

_FENCES = ("```", "~~~")
_FIRST_LINES = (LineKind.VERSION, LineKind.FRAGMENT)


@dataclass(frozen=True, slots=True)
class Row:
    """One line that is not blank. `depth` is its indentation; None keeps the line as it is.

    `apart`: a blank line stood before it. `indented`: it stood further in than the margin.
    """

    kind: LineKind
    text: str
    depth: int | None
    apart: bool
    indented: bool

    @property
    def heads(self) -> bool:
        """Whether the line stands at the margin and what belongs to it follows."""
        return self.depth == 0 and self.kind is not LineKind.COMMENT

    @property
    def margin(self) -> int:
        """The indentation of what stands beside the line."""
        return self.depth if self.depth is not None else 2 * self.indented

    @property
    def inside(self) -> int:
        """The indentation of what belongs to the line."""
        return 2 if self.kind is LineKind.HEADING else self.margin


def laid_out(source: Source) -> str:
    """The text of the source in canonical form, with `\\n` line endings. What is no clause language stays."""
    found = places(source)
    pieces = []
    at = 0
    for region in source.regions:
        pieces.append(source.text[at : region.span.start])
        pieces += _arranged(list(_rows(source, region, found)))
        at = region.span.end
    return "".join([*pieces, source.text[at:]])


def _rows(source: Source, region: Region, found: Places) -> Iterator[Row]:
    before = 0
    for line in read_lines(source.cut(region.span), region.span.start):
        number = source.position(line.span.start).line
        raw = source.index.line(number)
        text, depth = _content(source, line, number, raw, found)
        yield Row(line.kind, text, depth, bool(before) and number > before + 1, raw[:1].isspace())
        before = number


def _content(source: Source, line: Line, number: int, raw: str, found: Places) -> tuple[str, int | None]:
    """What the line says and how far in it stands; the line as it is where it was not understood."""
    if line.kind is LineKind.COMMENT:
        return line.lead.text, 0
    text = None
    # A code fence moved to the margin would end the fence it stands in.
    if number not in found.faulty and not line.lead.text.startswith(_FENCES):
        text = canonical_line(source, line, raw, found)
    if text is None:
        return raw, None
    return text, _depth(line, found)


def _depth(line: Line, found: Places) -> int:
    if line.lead.span.start in found.prose:
        return 2
    return {LineKind.FIELD: 2, LineKind.BULLET: 4}.get(line.kind, 0)


def _arranged(rows: list[Row]) -> Iterator[str]:
    """The lines of a region, each with its end."""
    above: Row | None = None  # the nearest line above that is no comment
    at = 0
    while at < len(rows):
        end = at
        while end < len(rows) and rows[end].kind is LineKind.COMMENT:
            end += 1
        below = rows[end] if end < len(rows) else None
        yield from _with_comments(rows[at:end], above, below)
        above = below
        at = end + 1


def _with_comments(comments: list[Row], above: Row | None, below: Row | None) -> Iterator[str]:
    """The comments between two lines, and the second of the two."""
    parted = not _starts_block(above, below)
    first = above is None
    for depth, comment, leads in _placed(comments, above, below):
        apart = comment.apart or (leads and not parted)
        parted = parted or leads
        yield "\n" * (apart and not first) + " " * depth + comment.text + "\n"
        first = False
    if below is not None:
        apart = below.apart or not parted
        yield "\n" * (apart and not first) + " " * (below.depth or 0) + below.text + "\n"


def _starts_block(above: Row | None, below: Row | None) -> bool:
    """Whether a blank line must part these two."""
    if above is None or below is None or not below.heads:
        return False
    if below.kind is LineKind.HEADING:
        return True
    return (
        above.depth is not None
        and above.kind is not below.kind
        and not (above.kind in _FIRST_LINES and below.kind in _FIRST_LINES)
    )


def _placed(comments: list[Row], above: Row | None, below: Row | None) -> Iterator[tuple[int, Row, bool]]:
    """How far in each comment stands, and whether it leads the block of the line below.

    A comment belongs to the line it touches: to the one below if it touches both, unless that one starts
    a block and the comment stands further in. Between blank lines it belongs to what follows it.
    """
    groups: list[list[Row]] = []
    for comment in comments:
        if not groups or comment.apart:
            groups.append([])
        groups[-1].append(comment)
    for group in groups:
        touched_above = above if group is groups[0] and not group[0].apart else None
        touched_below = below if group is groups[-1] and below is not None and not below.apart else None
        still = touched_above is not None
        for comment in group:
            still = still and comment.indented
            if touched_above and (
                touched_below is None or (touched_below.heads and still and touched_above.inside)
            ):
                yield touched_above.inside, comment, False
            elif touched_below:
                yield touched_below.margin, comment, touched_below.heads
            else:
                yield _floating(comment, above, below), comment, False


def _floating(comment: Row, above: Row | None, below: Row | None) -> int:
    """How far in a comment stands that has blank lines around it."""
    if below is not None and not below.heads:
        return below.margin
    return 2 if comment.indented and above is not None and above.inside else 0
