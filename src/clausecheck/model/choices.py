"""Reads choices: one or several of a label's closed list, or yes or no."""

from __future__ import annotations

import re
from collections.abc import Callable

from clausecheck.finding import Edit, Fix, Notice, Safety
from clausecheck.model.parts import parts_of, whole_hole
from clausecheck.model.suggest import did_you_mean, nearest
from clausecheck.model.values import Choice, Unreadable, Value
from clausecheck.model.vocabulary.types import LabelType, folded
from clausecheck.spans import Span
from clausecheck.syntax.tree import Piece

Said = Callable[[Notice], None]


def choice(label: LabelType, piece: Piece, say: Said) -> Value:
    """The choices in a piece, in canonical spelling; Unreadable, and a notice, where one is not of the list."""
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
                fix = Fix(
                    f'write "{choice}"',
                    Safety.SAFE,
                    (Edit(Span(span.start, span.start + len(words)), choice),),
                )
                say(
                    Notice(
                        "choice-synonym",
                        f'{label.name} is written "{choice}", not "{words}"',
                        span,
                        fix=fix,
                    )
                )
                return choice
    near = nearest(written, label.choices)
    only = near[0] if len(near) == 1 else None
    change = Fix(f'write "{only}"', Safety.CHANGES_LEGAL_MEANING, (Edit(span, only),)) if only else None
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
