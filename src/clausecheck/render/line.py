"""One line of a draft as a terminal shows it: tabs opened, odd characters made safe, long lines clipped.

Only the neighbourhood of what is marked is laid out, so that a line of a million characters costs no more
than one of a hundred.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from clausecheck.render.safe import cell

ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Line:
    """A shown line. Characters `first` to `last` (exclusive, from 0) of the original are on it.

    `columns` has the display column of each of these and, at the end, of the place after them.
    """

    text: str
    first: int
    last: int
    columns: tuple[int, ...]

    def column(self, character: int) -> int:
        """The display column of a character counted from 0; one that is clipped away stands at the cut."""
        if character < self.first:
            return 0
        return self.columns[min(character, self.last) - self.first]


def lay_out(text: str, start: int, end: int, room: int) -> Line:
    """The part of `text` around characters `start` to `end` that fits into `room` columns.

    Where not even these fit, the line is clipped so that `start` shows.
    """
    near, far = max(0, start - room), min(len(text), max(start, min(end, start + room)) + room)
    shown, columns = _cells(text[near:far])
    if near == 0 and far == len(text) and columns[-1] <= room:
        return Line("".join(shown), 0, len(text), tuple(columns))
    first, last = _window(
        columns, start - near, end - near, room, cut_before=near > 0, cut_after=far < len(text)
    )
    lead = ELLIPSIS if near + first > 0 else ""
    tail = ELLIPSIS if near + last < len(text) else ""
    base = columns[first] - len(lead)
    return Line(
        lead + "".join(shown[first:last]) + tail,
        near + first,
        near + last,
        tuple(each - base for each in columns[first : last + 1]),
    )


def _cells(text: str) -> tuple[list[str], list[int]]:
    shown, columns = [], [0]
    for character in text:
        image, width = cell(character, columns[-1])
        shown.append(image)
        columns.append(columns[-1] + width)
    return shown, columns


def _window(
    columns: list[int], start: int, end: int, room: int, *, cut_before: bool, cut_after: bool
) -> tuple[int, int]:
    """Which cells to show, leaving a column at either cut for the ellipsis."""
    at, until = columns[min(start, len(columns) - 1)], columns[min(end, len(columns) - 1)]
    usable = room - 2
    if not cut_before and until <= usable:
        left = 0
    else:
        lead = (usable - (until - at)) // 2 if until - at <= usable else 0
        left = max(0, at - min(lead, room // 3))
    first = _at_or_before(columns, left) if left else 0
    if not cut_after and columns[-1] - columns[first] <= usable:
        return first, len(columns) - 1
    return first, max(first, _at_or_before(columns, columns[first] + usable))


def _at_or_before(columns: list[int], column: int) -> int:
    """The last cell boundary at or before a display column."""
    return bisect_right(columns, column) - 1
