"""Applies fixes to a text, and settles which of them go first where two want the same place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from clausecheck.finding import Edit, Fix, Safety
from clausecheck.spans import Span

_SAFEST_FIRST = {Safety.SAFE: 0, Safety.CHANGES_LEGAL_MEANING: 1, Safety.DISPLAY_ONLY: 2}


class Change(NamedTuple):
    """A fix, and the rule that offers it."""

    rule: str
    fix: Fix


def is_sound(fix: Fix, text: str, regions: Iterable[Span]) -> bool:
    """Whether a fix can be applied: it changes the text, only inside the regions, and each place once."""
    edits = sorted(fix.edits)
    within = all(any(region.holds(edit.span) for region in regions) for edit in edits)
    apart = not any(_meet(first, second) for first, second in pairwise(edits))
    forward = all(edit.span.start <= edit.span.end for edit in edits)
    return within and apart and forward and any(_cut(text, edit) != edit.text for edit in edits)


def chosen(changes: Sequence[Change]) -> list[int]:
    """The numbers of the changes that can be applied together, in the order of their places.

    Where two meet, the one that starts earlier goes first, then the safer, then by the name of the rule; the
    other has to wait until the text has been read again.
    """
    taken: list[int] = []
    edits: list[Edit] = []
    for number in sorted(range(len(changes)), key=lambda each: _precedence(changes[each])):
        own = changes[number].fix.edits
        if not any(_meet(edit, other) for edit in own for other in edits):
            taken.append(number)
            edits.extend(own)
    return taken


def applied(text: str, fixes: Iterable[Fix]) -> str:
    """The text with every edit of these fixes, none of which meet."""
    pieces: list[str] = []
    at = 0
    for edit in sorted(edit for fix in fixes for edit in fix.edits):
        pieces += text[at : edit.span.start], edit.text
        at = edit.span.end
    return "".join(pieces) + text[at:]


def _precedence(change: Change) -> tuple[int, int, str, str, tuple[Edit, ...]]:
    fix = change.fix
    start = min((edit.span.start for edit in fix.edits), default=0)
    return start, _SAFEST_FIRST[fix.safety], change.rule, fix.title, fix.edits


def _meet(first: Edit, second: Edit) -> bool:
    """Whether two edits want the same characters, or the same place between two."""
    one, other = first.span, second.span
    return one.start == other.start or (one.start < other.end and other.start < one.end)


def _cut(text: str, edit: Edit) -> str:
    return text[edit.span.start : edit.span.end]
