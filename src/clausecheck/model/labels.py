"""Finds which label of a block a line begins with, and says what is wrong with a label."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from clausecheck.finding import Edit, Fix, Label, Notice, Safety
from clausecheck.model.choices import Said
from clausecheck.model.draft import Field
from clausecheck.model.suggest import did_you_mean, is_slip, nearest
from clausecheck.model.vocabulary import HEADS
from clausecheck.model.vocabulary.types import Head, LabelType, Shape, folded
from clausecheck.spans import Span
from clausecheck.syntax.tree import Line, LineKind, Piece

# What is longer than this and ends in a colon is a sentence, not a label.
MOST_WORDS = 6
# More labels than this are not listed in a message.
_MOST_LISTED = 14


def find_label(head: Head, written: Piece, say: Said) -> LabelType | None:
    """The label that a drafter means, by its name or, with a notice, by a synonym."""
    label = head.by_name.get(folded(written.text))
    if label is not None:
        return label
    label = head.by_synonym.get(folded(written.text))
    if label is not None:
        fix = Fix(f'write "{label.name}"', Safety.SAFE, (Edit(written.span, label.name),))
        words = f'{head.name} calls this "{label.name}", not "{written.text}"'
        say(Notice("label-synonym", words, written.span, fix=fix))
        return label
    if head.name == "SCENARIO":  # the words of its labels go on with an id: "Spend R1"
        return head.by_name.get(folded(written.text.rsplit(" ", 1)[0])) or head.by_name.get(
            folded(written.text.split()[0])
        )
    return None


def unknown_label(head: Head, written: Piece) -> Notice:
    """What to say of a label that a block has not."""
    near = nearest(written.text, (label.name for label in head.labels))
    elsewhere = [other.name for other in HEADS if folded(written.text) in other.by_name]
    hint = did_you_mean(near)
    if elsewhere and not near:
        hint = f"; it belongs to {elsewhere[0]}"
    listed = not near and 0 < len(head.labels) <= _MOST_LISTED
    fix = None
    if len(near) == 1:
        # A slip of a letter or two is mended without asking; a word that merely resembles another is not.
        safety = Safety.SAFE if is_slip(written.text, near[0]) else Safety.CHANGES_LEGAL_MEANING
        fix = Fix(f'write "{near[0]}"', safety, (Edit(written.span, near[0]),))
    return Notice(
        "unknown-label",
        f'{head.name} has no label "{written.text}"{hint}',
        written.span,
        help=f"the labels of {head.name}: " + ", ".join(label.name for label in head.labels)
        if listed
        else "clausecheck vocabulary lists the labels of each kind of block",
        fix=fix,
    )


def outside_block(written: Piece) -> Notice:
    """What to say of a label before the first heading."""
    return Notice(
        "label-outside-block",
        f'"{written.text}:" stands before any block heading, so nobody can tell what it is about',
        written.span,
        help='put it under a heading such as CONTRACT "title" or PARTY ICB "name"',
    )


def nothing_said(label: LabelType, written: Piece) -> Notice:
    """What to say of a label with neither a value nor bullets."""
    return Notice(
        "missing-value",
        f"{label.name} says nothing",
        written.span,
        help=f"for example: {label.name}: {label.example}"
        if label.shape is not Shape.NONE
        else f"write bullets under it, for example: - {label.example}",
    )


def said_twice(first: Field, again: Field, drop: Fix) -> Notice:
    """What to say of a label that stands twice in a block; `drop` removes the second, if it adds nothing."""
    equal = folded(first.raw) == folded(again.raw) and [folded(each.raw) for each in first.entries] == [
        folded(each.raw) for each in again.entries
    ]
    what = "says the same as" if equal else "differs from"
    return Notice(
        "duplicate-label",
        f"{again.label} stands twice, and this line {what} the first; only the first was checked",
        again.label_span,
        labels=(Label(first.label_span, "first said here"),),
        help="keep one of the two lines",
        fix=drop if equal else None,
    )


# So many labels that a block has already, or that only another kind of block has, are no slip of one line.
_A_RUN = 2
_MOST_AHEAD = 12
_BLOCK_ENDS = frozenset({LineKind.HEADING, LineKind.DEFINITION, LineKind.WAIVER, LineKind.INCLUDE})


def fields_ahead(lines: Sequence[Line], at: int) -> Iterator[Line]:
    """The labelled lines from place `at` on, as far as the next heading and a dozen at most."""
    found = 0
    for line in lines[at : at + 4 * _MOST_AHEAD]:
        if line.kind in _BLOCK_ENDS or found == _MOST_AHEAD:
            return
        if line.kind is LineKind.FIELD:
            found += 1
            yield line


def head_of_run(head: Head, had: Collection[str], run: Sequence[str]) -> Head | None:
    """The kind of block that a run of labels belongs to, where it cannot be the block they stand in.

    `head` and `had` are the block's kind and the labels it has already. The first of the run must be one
    that the block has had, or that is no label of its kind.
    """
    labels = [folded(written) for written in run]
    if not labels:
        return None
    taken = {folded(name) for name in had}
    if labels[0] in head.by_name:
        again = [label for label in labels if label in taken]
        if labels[0] in taken and len(again) > _A_RUN and len(again) * 2 > len(labels):
            return head
        return None
    if head.label(run[0]) is not None or head.name in ("SCENARIO", "CLAUSE"):
        return None
    foreign = [label for label in labels if label not in head.by_name]
    if len(foreign) < _A_RUN or len(foreign) * 2 < len(labels):
        return None
    fitting = [other for other in HEADS if all(label in other.by_name for label in labels)]
    return fitting[0] if fitting else None


def missing_heading(head: Head, first: Piece) -> Notice:
    """What to say where a block's heading is not there; `first` is the first label under it."""
    return Notice(
        "missing-heading",
        f"The heading of a block seems to be missing before this line: what follows reads like {head.name}",
        first.span,
        help=f"write the heading, for example {head.name} {head.name[0]}1"
        if head.identified
        else f"write the heading {head.name}",
    )


def empty_block(head: Head, heading: Span) -> Notice:
    """What to say of a heading with nothing under it."""
    return Notice(
        "empty-block",
        f"There is nothing under this {head.name} heading",
        heading,
        help="fill the block in, or take the heading out",
    )
