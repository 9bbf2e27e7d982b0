"""Reads choices: one or several of a label's closed list, or yes or no."""

from __future__ import annotations

import re
from collections.abc import Callable

from clausecheck.finding import Edit, Fix, Notice, Safety
from clausecheck.model.parts import parts_of, whole_hole
from clausecheck.model.suggest import did_you_mean, nearest
from clausecheck.model.values import Choice, Hole, Unreadable, Value
from clausecheck.model.vocabulary.types import LabelType, folded
from clausecheck.spans import Span
from clausecheck.syntax.tree import Piece

Said = Callable[[Notice], None]


def choice(label: LabelType, piece: Piece, say: Said) -> Value:
    """The choices in a piece, in canonical spelling; Unreadable, and a notice, if one is not of the list."""
    whole = whole_hole(piece)
    if whole is not None:
        return whole
    values: list[str] = []
    spans: list[Span] = []
    at = 0
    words = piece.text.split(",") if label.many else [piece.text]
    for word in words:
        start = piece.span.start + at + len(word) - len(word.lstrip())
        span = Span(start, start + len(word.strip()))
        at += len(word) + 1
        if not word.strip():
            continue
        canonical = _canonical(label, word.strip(), span, say)
        if canonical is None:
            return Unreadable(span=piece.span, raw=piece.text, parts=tuple(parts_of(piece)))
        values.append(canonical)
        spans.append(span)
    return Choice(span=piece.span, raw=piece.text, values=tuple(values), spans=tuple(spans))


def _canonical(label: LabelType, written: str, span: Span, say: Said) -> str | None:
    """The choice meant by these words; a note may follow a comma or stand in brackets."""
    for words in dict.fromkeys((written, re.split(r"\s*[,;(]", written)[0])):
        wanted = folded(words)
        for choice in label.choices:
            if folded(choice) == wanted:
                return choice
        for said, choice in label.choice_synonyms.items():
            if folded(said) == wanted:
                say(
                    _another_name(
                        label, said, choice, Piece(words, Span(span.start, span.start + len(words)))
                    )
                )
                return choice
    if any(isinstance(part, Hole) for part in parts_of(Piece(written, span))):
        return None  # the hole is the finding
    bare = re.split(r"\s*[,;(]", written)[0]
    near, meant = nearest(bare, label.choices), Span(span.start, span.start + len(bare))
    if not near:
        near, meant = nearest(written, label.choices), span
    change = None
    if len(near) == 1:
        change = Fix(f'write "{near[0]}"', Safety.CHANGES_LEGAL_MEANING, (Edit(meant, near[0]),))
    say(
        Notice(
            "unknown-choice",
            f'"{written}" is not one of the choices for {label.name}{did_you_mean(near)}',
            span,
            help="one of: " + ", ".join(label.choices),
            fix=change,
        )
    )
    return None


def _another_name(label: LabelType, said: str, choice: str, piece: Piece) -> Notice:
    """What to say of a choice that is written by a synonym."""
    safety = Safety.CHANGES_LEGAL_MEANING if said in label.loose else Safety.SAFE
    return Notice(
        "choice-synonym",
        f'{label.name} is written "{choice}", not "{piece.text}"',
        piece.span,
        fix=Fix(f'write "{choice}"', safety, (Edit(piece.span, choice),)),
    )


def yes_no(label: LabelType, piece: Piece, say: Said) -> Value:
    """A yes or a no, and the words of explanation behind it."""
    whole = whole_hole(piece)
    if whole is not None:
        return whole
    match = re.match(r"(yes|no)\b[\s,;:(-]*(.*)", piece.text, re.I | re.S)
    if match is None:
        say(
            Notice(
                "unknown-choice",
                f'{label.name} is a yes or a no; "{piece.text}" says neither',
                piece.span,
                help="start the value with yes or no; words of explanation may follow",
            )
        )
        return Unreadable(span=piece.span, raw=piece.text, parts=tuple(parts_of(piece)))
    span = Span(piece.span.start, piece.span.start + len(match[1]))
    return Choice(
        span=piece.span, raw=piece.text, values=(match[1].lower(),), spans=(span,), note=match[2].strip()
    )
