"""Reads choices: one or several of a label's closed list, or yes or no."""

from __future__ import annotations

import re
from collections.abc import Callable

from clausecheck.finding import Edit, Fix, Notice, Safety
from clausecheck.model.parts import parts_of, whole_hole
from clausecheck.model.suggest import did_you_mean, nearest
from clausecheck.model.values import Choice, Hole, Unreadable, Value
from clausecheck.model.vocabulary.types import LabelType, folded
from clausecheck.patterns import Pattern
from clausecheck.spans import Span
from clausecheck.syntax.tree import Piece

Said = Callable[[Notice], None]

_COMMA = re.compile(",")
_SEMICOLON = re.compile(r";\s*(?:and\s+)?")
_ARTICLE = re.compile(r"^(?:the|an?) ")
_AND = re.compile(r"\s+(?:and|then)\s+|\s*&\s*", re.I)
_TURN = re.compile(
    r"(?:(?:and|then|first(?:ly)?|second(?:ly)?|third(?:ly)?|next|lastly|finally)\b\s*)+", re.I
)


def choice(label: LabelType, piece: Piece, say: Said) -> Value:
    """The choices in a piece, in canonical spelling; Unreadable, and a notice, if one is not of the list."""
    whole = whole_hole(piece)
    if whole is not None:
        return whole
    values: list[str] = []
    spans: list[Span] = []
    for word in several(label, piece) if label.many else [piece]:
        canonical = _canonical(label, word.text, word.span, say)
        if canonical is None:
            return Unreadable(span=piece.span, raw=piece.text, parts=tuple(parts_of(piece)))
        values.append(canonical)
        spans.append(word.span)
    return Choice(span=piece.span, raw=piece.text, values=tuple(values), spans=tuple(spans))


def several(label: LabelType, piece: Piece) -> list[Piece]:
    """The choices of a list, by its commas; by `;` and `and` too where every part of it is a choice."""
    found: list[Piece] = []
    for listed in map(_without_turn, _split(piece, _COMMA)):
        parts = [_without_turn(part) for each in _split(listed, _SEMICOLON) for part in _split(each, _AND)]
        found.extend(parts if all(_known(label, part.text) for part in parts) else [listed])
    return found


def _without_turn(piece: Piece) -> Piece:
    """The words of a list without those that count them out: `then quality`, `lastly the cap`."""
    turn = _TURN.match(piece.text)
    bare = piece.cut(turn.end(), len(piece.text)) if turn else piece
    return bare if bare.text else piece


def _split(piece: Piece, by: re.Pattern[str]) -> list[Piece]:
    """What stands between the marks, without the space around it and without what is empty."""
    marks = list(by.finditer(piece.text))
    starts = [0, *(mark.end() for mark in marks)]
    ends = [*(mark.start() for mark in marks), len(piece.text)]
    found = (piece.cut(start, end) for start, end in zip(starts, ends, strict=True))
    return [each for each in found if each.text]


def _known(label: LabelType, written: str) -> bool:
    """Whether these words, or those before a bracket, are a choice by one of its names."""
    names = {folded(name) for name in (*label.choices, *label.choice_synonyms)}
    said = (_ARTICLE.sub("", folded(words)) for words in (written, written.partition("(")[0]))
    return any(words in names for words in said)


_GOES_ON = Pattern(r"\s+(?:from|between|in proportion|within)\b")


def _first_words(label: LabelType, written: str) -> str:
    """What stands before `from Floor to Target` and the like, unless another choice stands further on."""
    found = _GOES_ON.search(written)
    if found is None:
        return written
    rest = folded(written[found.end() :])
    others = (folded(each) for each in (*label.choices, *label.choice_synonyms))
    return written if any(other in rest for other in others) else written[: found.start()]


def _canonical(label: LabelType, written: str, span: Span, say: Said) -> str | None:
    """The choice meant by these words; a note may follow a comma or stand in brackets."""
    first = re.split(r"\s*[,;(]", written)[0]
    for words in dict.fromkeys((written, first, _first_words(label, written))):
        wanted = _ARTICLE.sub("", folded(words))
        for choice in label.choices:
            if folded(choice) == wanted:
                return choice
        for said, choice in label.choice_synonyms.items():
            if folded(said) == wanted:
                say(_another_name(label, said, choice, Piece(words, _within(written, words, span))))
                return choice
    if any(isinstance(part, Hole) for part in parts_of(Piece(written, span))):
        return None  # the hole is the finding
    near, meant = nearest(first, label.choices), Span(span.start, span.start + len(first))
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


def _within(written: str, words: str, span: Span) -> Span:
    """Where some of the words of a value stand."""
    start = span.start + written.index(words)
    return Span(start, start + len(words))


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
