"""Reads a heading line: the head of a known block, its id and its title, or what was perhaps meant."""

from __future__ import annotations

import re
from typing import NamedTuple

from clausecheck.finding import Edit, Fix, Notice, Safety
from clausecheck.model.suggest import did_you_mean, nearest
from clausecheck.model.vocabulary import HEADS, head_for
from clausecheck.model.vocabulary.types import Head
from clausecheck.spans import Span
from clausecheck.syntax.tree import Line, Node, Piece
from clausecheck.syntax.values import read_value

_QUOTES = '"“”'
_NAMES = tuple(head.name for head in HEADS)
# The words of the longest head, and one for the id.
_MOST_WORDS = max(len(words.split()) for head in HEADS for words in (head.name, *head.synonyms)) + 1


class Heading(NamedTuple):
    """What a heading line says. The title stands without its quotes."""

    head: Head
    name: Piece | None
    title: Piece | None


def parse_heading(line: Line) -> Heading | None:
    """The heading on a line, or None where it is not the heading of a known block.

    The head is the longest run of words that is one; a single word may follow as the id.
    """
    words = _words(line.lead)
    for count in range(len(words), 0, -1):
        head = head_for(_run(words, count).text)
        if head is not None:
            return _heading(line, head, words[count:])
    return None


def mend_heading(line: Line) -> tuple[Notice, Heading | None] | None:
    """What to say of a heading that cannot be read, and what was meant if that is plain.

    None where the line is more likely one of prose.
    """
    words = _words(line.lead)
    for count in range(len(words), 0, -1):
        written = _run(words, count)
        head = head_for(written.text)
        if head is not None:
            return _badly_written(line, head, words[count:])
    for count in range(len(words), 0, -1):
        written = _run(words, count)
        if near := nearest(written.text, _NAMES):
            return _misspelt(line, written, near, words[count:])
    known_form = words and _heading(line, HEADS[0], words[1:])
    if not known_form or known_form.title is None:
        return None
    return _not_a_head(line.lead, (), None), None


def sure_heading(line: Line) -> bool:
    """Whether a line in capitals inside a clause is a heading that went wrong, and not the clause's prose."""
    mended = mend_heading(line)
    if mended is None or mended[1] is None:
        return False
    return line.rest is None or (
        any(quote in line.rest.text for quote in _QUOTES) and mended[1].name is not None
    )


def heading_in_prose(piece: Piece) -> tuple[Notice, Heading] | None:
    """The heading that a line is where only its capitals are wrong: `Outcome O1 "Fewer admissions"`."""
    if not piece.text[0].isalpha() or (piece.text[-1] not in _QUOTES and len(piece.text.split()) > 1):
        return None
    tree = read_value("heading_rest", piece.text)
    if not isinstance(tree, Node):
        return None
    words = _words(Piece(piece.text.partition('"')[0].partition("“")[0].rstrip(), piece.span))
    for count in range(len(words), 0, -1):
        head = head_for(_run(words, count).text)
        if head is None or len(words) - count > 1:
            continue
        title = next((leaf for leaf in tree.leaves() if leaf.kind == "STRING"), None)
        if title is None and (head.identified or head.titled):
            return None
        written = _run(words, count)
        span = title.span.shifted(piece.span.start) if title else None
        notice = Notice(
            "heading-form",
            f'This heading is written "{written.text}", not {head.name}',
            written.span,
            help='a heading is the kind of block in capitals, an id, and a title in quotes: PARTY ICB "name"',
            fix=Fix(f"write {head.name}", Safety.SAFE, (Edit(written.span, head.name),)),
        )
        name = words[count] if len(words) > count else None
        quoted = Piece(title.text[1:-1], Span(span.start + 1, span.end - 1)) if title and span else None
        return notice, Heading(head, name, quoted)
    return None


def _misspelt(
    line: Line, written: Piece, near: tuple[str, ...], others: list[Piece]
) -> tuple[Notice, Heading | None]:
    meant = head_for(near[0]) if len(near) == 1 else None
    heading = _heading(line, meant, others) if meant else None
    fix = None
    if heading:
        fix = Fix(f"write {near[0]}", Safety.SAFE, (Edit(written.span, near[0]),))
    return _not_a_head(written, near, fix), heading


def _not_a_head(written: Piece, near: tuple[str, ...], fix: Fix | None) -> Notice:
    return Notice(
        "unknown-head",
        f'"{written.text}" is not a kind of block{did_you_mean(near)}',
        written.span,
        help="clausecheck vocabulary lists the kinds of block and their labels",
        fix=fix,
    )


def _badly_written(line: Line, head: Head, others: list[Piece]) -> tuple[Notice, Heading | None] | None:
    """A known head with something else than an id and a title behind it, such as a title without quotes."""
    rest = line.rest
    if rest is None:
        ids, title = others, None
    else:
        name, quote, after = rest.text.partition('"') if '"' in rest.text else rest.text.partition("“")
        ids = [*others, *_words(Piece(name, rest.span))]
        start = rest.span.start + len(name) + len(quote)
        words = re.split(r'["”]', after)[0]
        title = Piece(words, Span(start, start + len(words))) if words else None
    first = ids[0] if ids else None
    if first is not None and title is None and first.text.islower():  # "PAYMENT shall be made monthly"
        return None
    if rest is not None and title is not None and title.span.end == rest.span.end:
        mark = "”" if "“" in rest.text else '"'
        return _unclosed(head, line.lead.span.to(rest.span), mark), Heading(head, first, title)
    behind = "a short id, then a title in quotes" if head.identified else "a title in quotes"
    shown = f"{head.name} {head.name[0]}1" if head.identified else head.name
    notice = Notice(
        "heading-form",
        f"Behind {head.name} stands {behind}, and this line has something else",
        line.lead.span.to((rest or line.lead).span),
        help=f'for example: {shown} "title"',
    )
    return notice, Heading(head, first, title)


def _unclosed(head: Head, heading: Span, mark: str) -> Notice:
    """What to say of a heading whose title has no quotation mark at its end; `mark` is the one it wants."""
    return Notice(
        "heading-form",
        f"The title of this {head.name} wants a quotation mark at its end",
        heading,
        fix=Fix("write the quotation mark", Safety.SAFE, (Edit(Span(heading.end, heading.end), mark),)),
    )


def _heading(line: Line, head: Head, others: list[Piece]) -> Heading | None:
    """The heading with this head, or None where more than an id and a title in quotes follow it."""
    ids, title = list(others), None
    if line.rest is not None:
        tree = read_value("heading_rest", line.rest.text)
        if not isinstance(tree, Node):
            return None
        for leaf in tree.leaves():
            span = leaf.span.shifted(line.rest.span.start)
            if leaf.kind == "STRING":
                title = Piece(leaf.text[1:-1], Span(span.start + 1, span.end - 1))
            else:
                ids.append(Piece(leaf.text, span))
    if len(ids) > 1:
        return None
    return Heading(head, ids[0] if ids else None, title)


def _words(piece: Piece) -> list[Piece]:
    """The words of a piece; none where there are more than a heading has."""
    start = piece.span.start
    words = [
        Piece(word[0], Span(start + word.start(), start + word.end()))
        for word in re.finditer(r"\S+", piece.text)
    ]
    return words if len(words) <= _MOST_WORDS else []


def _run(words: list[Piece], count: int) -> Piece:
    """The first words as one piece."""
    span = words[0].span.to(words[count - 1].span)
    return Piece(" ".join(word.text for word in words[:count]), span)
