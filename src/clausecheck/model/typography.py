"""Marks that a word processor puts for the ones the clause language is written with.

Curly quotation marks and dashes are read as what they stand for. One notice says so for the whole draft,
with a fix that puts the plain marks back; words inside a value are left as they are.
"""

from __future__ import annotations

from collections.abc import Iterable

from clausecheck.finding import Edit, Fix, Notice, Safety
from clausecheck.spans import Span
from clausecheck.syntax.tree import Line, LineKind

_DOTS = ("•", "*")
_QUOTED = (LineKind.HEADING, LineKind.DEFINITION, LineKind.INCLUDE)


def typographic_marks(lines: Iterable[Line]) -> Notice | None:
    """The notice, where any line has such a mark in place of a quote or a bullet of the language itself.

    Dots before the points of a list are how lists are written, and by themselves no more than that.
    """
    found = [(line, edit) for line in lines for edit in _edits(line)]
    edits = [edit for _, edit in found]
    if all(line.kind is LineKind.BULLET and line.lead.text in _DOTS for line, _ in found):
        return None
    places = "one place" if len(edits) == 1 else f"{len(edits)} places"
    return Notice(
        "typographic-marks",
        f"Curly quotation marks, dashes or dots stand for plain marks in {places}; they were read as those",
        edits[0].span,
        fix=Fix("write the plain marks", Safety.SAFE, tuple(edits)),
    )


def _edits(line: Line) -> Iterable[Edit]:
    if line.kind is LineKind.BULLET and line.lead.text != "-":
        yield Edit(line.lead.span, "-")
    elif line.kind in _QUOTED and line.rest is not None:
        text = line.rest.text
        # In a definition only the term is quoted by the language; what follows the colon is its words.
        end = len(text)
        if line.kind is LineKind.DEFINITION:
            end = text.find("”") + 1 if text.startswith("“") else 0
        marks = [at for at, char in enumerate(text[:end]) if char in "“”"]
        if line.kind is LineKind.HEADING and any(_inside_word(text, at) for at in marks):
            return  # what is the title is not plain
        for at in marks:
            start = line.rest.span.start + at
            yield Edit(Span(start, start + 1), '"')


def _inside_word(text: str, at: int) -> bool:
    """Whether a mark stands where no title begins or ends, as in `G1“` or `”G1`: then it is a slip."""
    beside = text[at - 1 : at] if text[at] == "“" else text[at + 1 : at + 2]
    return bool(beside) and not beside.isspace()
