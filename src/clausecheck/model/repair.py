"""Sees where lines have run together or lost their mark: the slips that paste and autocorrect make.

Each function looks at one line in the light of the block it stands in, and answers with the lines it was
meant to be. Nothing is guessed from free words alone: a label of this very block, in its own spelling and
with its colon, or the heading of a block with its title, must be there.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

from clausecheck.finding import Edit, Fix, Label, Notice, Safety
from clausecheck.model.draft import Entry
from clausecheck.model.vocabulary import HEADS, head_for
from clausecheck.model.vocabulary.types import Bullets, Head, Key, LabelType, folded
from clausecheck.patterns import Pattern
from clausecheck.spans import Span
from clausecheck.syntax.tree import Line, LineKind, Piece

_HEADS = "|".join(sorted((re.escape(head.name) for head in HEADS), key=len, reverse=True))
_BARE = "|".join(re.escape(head.name) for head in HEADS if head.identified and not head.titled)
_ALONE = "|".join(re.escape(head.name) for head in HEADS if not head.identified)
_HEADING = Pattern(
    rf"(?<=\s)(?:(?:{_HEADS})(?:\s+[A-Za-z0-9][\w.&'/-]*)?\s+[\"“]|DEFINE\s+[\"“]|WAIVE\s+[a-z]+-"
    rf"|(?:{_BARE})\s+[A-Z]+\d+\s*$|(?:{_ALONE})\s*$)"
)
# A sentence that ends like this goes on with the block it speaks of: `payable under OUTCOME PAYMENT OP1`.
_REFERRING = Pattern(
    r"\b(?:under|in|of|by|to|for|from|with|per|and|or|than|see|the|this|through|against|on|at|both)\s*$", re.I
)
_NEXT_BULLET = {
    Key.YEAR: Pattern(r"(?<=\s)(?:[-–—•·▪*]\s*)?(?=(?:\d{4}[/–-]\d{2}|Year\s+\d{1,2})\s*:)"),
    Key.BAND: Pattern(
        r"(?<=\s)[-–—•·▪*]\s*(?=(?:[\d.]+\s*%?\s*(?:to|-|–)\s*[\d.]+\s*%|above\s+[\d.]+\s*%)[^:]*:)"
    ),
    Key.WORDS: Pattern(r"(?<=\s)[-–—•·▪*]\s+(?=[^\s:][^:]{1,70}:)"),
    Key.SIDE: Pattern(r"(?<=\s)[-–—•·▪*]\s*(?=(?:gains?|loss(?:es)?)\s*:)"),
}
_LONGEST_LABEL = 60
_NO_MARK = Pattern(r"[-–—•·▪*;,.]+\s*")
_BULLET_MARK = Pattern(r"[-–—•·▪*]\s+")
_SIDE = Pattern(r"(?:gains?|loss(?:es)?)\s*:", re.I)
_YEAR = Pattern(r"(?:\d{4}[/–-]\d{2}(?:\d{2})?|Year\s+\d{1,2})\s*:", re.I)
_BAND = Pattern(r"(?:[\d.]+\s*%?\s*(?:to|-|–)\s*[\d.]+\s*%|(?:above|over|below)\s+[\d.]+\s*%)[^:]*:", re.I)

_KEYED = {Key.YEAR: _YEAR, Key.BAND: _BAND, Key.SIDE: _SIDE}


class Mended(NamedTuple):
    """What a line was meant to be, and what to say of it."""

    line: Line
    notice: Notice


def swallowed(line: Line, head: Head, label: LabelType | None) -> tuple[Line, Line, Notice] | None:
    """Splits a line whose text has swallowed the start of the next one: a heading, a label or a bullet."""
    rest = line.rest
    if rest is None:
        return None
    if (found := heading_inside(line)) is not None:
        return found
    bullets = label.bullets if label else None
    # The key of a bullet may well be a word that is a label too.
    key = rest.text.find(":") + 1 if line.kind is LineKind.BULLET and bullets else 0
    if bullets and line.kind is LineKind.BULLET and (pattern := _NEXT_BULLET.get(bullets.key)):
        match = pattern.search(rest.text, key)
        if match:
            return _split(line, rest, match.start(), match.end(), LineKind.BULLET, "bullet")
    at = _label_inside(rest.text, head, key)
    return None if at is None else _split(line, rest, at, at, LineKind.FIELD, "line")


def heading_inside(line: Line) -> tuple[Line, Line, Notice] | None:
    """Splits a line into which the heading, definition or waiver after it has run."""
    rest = line.rest
    match = _HEADING.search(rest.text) if rest is not None else None
    if rest is None or match is None or _refers(rest.text, match):
        return None
    return _split(line, rest, match.start(), match.start(), LineKind.HEADING, "heading")


def _refers(text: str, heading: re.Match[str]) -> bool:
    """Whether the words before a block's name speak of that block, which has no title behind it there."""
    return heading[0].rstrip()[-1:] not in '"“-' and bool(_REFERRING.search(text[: heading.start()]))


_AFTER_TITLE = Pattern(r"""([^"“”]*["“][^"“”]*["”])\s*(\S.*)""", re.S)
_IN_LABEL = Pattern(rf"((?:{_HEADS})(?:\s+[A-Za-z][\w.&'/-]*\d[\w.]*|\s+[A-Z]\w*)?)\s+([A-Z][^:]*)")


def line_after_title(line: Line) -> tuple[Line, Line, Notice] | None:
    """Splits a heading into whose line the first label under it has run."""
    rest = line.rest
    match = _AFTER_TITLE.fullmatch(rest.text) if rest is not None else None
    if rest is None or match is None or ":" not in match[2]:
        return None
    return _split(line, rest, match.end(1), match.start(2), LineKind.FIELD, "line")


def heading_in_label(line: Line) -> tuple[Line, Line, Notice] | None:
    """Splits `PROCUREMENT PR1 Regime: PSR 2023`: a heading without a title, and the label after it."""
    match = _IN_LABEL.fullmatch(line.lead.text)
    head = match and next((each for each in HEADS if match[1].startswith(each.name)), None)
    if match is None or head is None or folded(match[2]) not in head.by_name:
        return None
    start = line.lead.span.start
    heading = Piece(match[1], Span(start, start + match.end(1)))
    label = Piece(match[2], Span(start + match.start(2), line.lead.span.end))
    notice = Notice(
        "glued-lines",
        f"The next line has run into this heading: {match[2]}:",
        label.span,
        help="start a new line there",
        fix=Fix("start a new line", Safety.SAFE, (Edit(Span(heading.span.end, label.span.start), "\n  "),)),
    )
    first = Line(LineKind.HEADING, heading, None, None, heading.span)
    return first, line._replace(lead=label, span=Span(label.span.start, line.span.end)), notice


def bullet_on_label_line(line: Line, label: LabelType) -> tuple[Line, Line, Notice] | None:
    """Splits `Bands: - 0% to 1%: ...`, with or without the mark, into the label and its first bullet."""
    if label.bullets is None or line.rest is None:
        return None
    mark = _BULLET_MARK.match(line.rest.text)
    keyed = _KEYED.get(label.bullets.key)
    if mark is None and (keyed is None or keyed.match(line.rest.text) is None):
        return None
    return _split(line, line.rest, 0, mark.end() if mark else 0, LineKind.BULLET, "bullet")


def without_colon(line: Piece, head: Head) -> Mended | None:
    """Reads `Baseline 248 in 2024/25`, where the colon is lost or is another mark."""
    words = list(islice(re.finditer(r"[^\s;.,=:–—]+", line.text), 6))
    for count in range(len(words), 0, -1):
        end = words[count - 1].end()
        label = head.by_name.get(folded(line.text[:end]))
        if label is None or not line.text[0].isupper():
            continue
        if line.text[:end].isupper() and head_for(line.text[:end]) is not None:
            return None  # `OUTCOME O2 "P"eople` is a heading with a slip in it, also where Outcome is a label
        gap = re.match(r"[\s;.,=–—-]*", line.text[end:])
        assert gap is not None
        value = line.text[end + gap.end() :]
        if not value.strip() and label.bullets is None:
            continue
        start = line.span.start
        mark = Span(start + end, start + end + len(gap[0].rstrip()))
        lead = Piece(line.text[:end], Span(start, start + end))
        rest = Piece(value, Span(start + end + gap.end(), line.span.end)) if value else None
        notice = Notice(
            "missing-colon",
            f'"{lead.text}" is a label of {head.name} and wants a colon after it',
            lead.span,
            fix=Fix("write the colon", Safety.SAFE, (Edit(mark, ":"),)),
        )
        return Mended(Line(LineKind.FIELD, lead, rest, None, line.span), notice)
    return None


def without_bullet(line: Piece, bullets: Bullets, has_value: bool) -> Mended | None:
    """Reads a line that was a bullet until its mark was lost. `has_value`: the label has a value itself."""
    mark = _NO_MARK.match(line.text)
    text = line.text[mark.end() :] if mark else line.text
    keyed = _KEYED.get(bullets.key)
    if not text or (keyed.match(text) is None if keyed else has_value):
        return None
    line = Piece(text, Span(line.span.end - len(text), line.span.end))
    notice = Notice(
        "missing-bullet",
        "This line stands in a list and has lost its bullet",
        line.span,
        fix=Fix("write the bullet", Safety.SAFE, (Edit(Span(line.span.start, line.span.start), "- "),)),
    )
    return Mended(Line(LineKind.BULLET, Piece("-", line.span), line, None, line.span), notice)


def undoubled(line: Line, label: LabelType) -> tuple[Line, Notice | None]:
    """The line without a second colon, or a second end of its label, before the value."""
    rest = line.rest
    if rest is None:
        return line, None
    colon = rest.text.find(":", 0, _LONGEST_LABEL)
    again = rest.text[:colon].split() if colon != -1 else None
    if again is None or again != line.lead.text.split()[-len(again) :] * bool(again):
        return line, None
    left = rest.text[colon + 1 :].lstrip()
    start = rest.span.end - len(left)
    notice = Notice(
        "doubled-mark",
        f'"{label.name}" or its colon stands twice',
        Span(rest.span.start, rest.span.start + colon + 1),
        fix=Fix("keep it once", Safety.SAFE, (Edit(Span(rest.span.start, start), ""),)),
    )
    piece = Piece(left, Span(start, rest.span.end)) if left else None
    return line._replace(rest=piece), notice


def undashed(piece: Piece) -> tuple[Piece, Notice | None]:
    """The text of a bullet without a second bullet mark before it."""
    mark = re.match(r"[-–—•·▪]\s*(?=\S)", piece.text)
    if mark is None or (piece.text[0] == "-" and piece.text[1:2].isdigit()):
        return piece, None
    start = piece.span.start + mark.end()
    notice = Notice(
        "doubled-mark",
        "The bullet stands twice",
        Span(piece.span.start, piece.span.start + 1),
        fix=Fix("keep it once", Safety.SAFE, (Edit(Span(piece.span.start, start), ""),)),
    )
    return Piece(piece.text[mark.end() :], Span(start, piece.span.end)), notice


def repeated(entry: Entry, seen: dict[str, Entry], label: LabelType) -> Notice | None:
    """What to say of a bullet that says again what an earlier one has said, or contradicts it.

    `seen` holds the first bullet of each text and each key of the list, and takes this one in.
    """
    by_key = label.bullets is not None and label.bullets.key in (Key.YEAR, Key.BAND) and entry.key_raw
    same = seen.setdefault(f"= {_unspaced(entry.raw)}", entry)
    alike = seen.setdefault(f": {_unspaced(entry.key_raw)}", entry) if by_key else entry
    earlier = same if same is not entry else alike
    if earlier is entry:
        return None
    what = "says the same as an earlier one" if earlier is same else f'is a second one for "{entry.key_raw}"'
    return Notice(
        "repeated-bullet",
        f"This bullet {what}",
        entry.span,
        labels=(Label(earlier.span, "first said here"),),
        help="keep one of the two",
    )


def _unspaced(text: str) -> str:
    """A text as bullets are compared: spacing, which formatting changes, does not tell two apart."""
    return folded(text).replace(" ", "")


def _label_inside(text: str, head: Head, start: int) -> int | None:
    """Where a label of this block stands in a text, in its own spelling and with its colon."""
    quoted = False
    reached = 0
    while (colon := text.find(":", start)) != -1:
        quoted ^= bool((text.count('"', reached, colon) + _curly(text, reached, colon)) % 2)
        reached, start = colon, colon + 1
        if quoted:
            continue
        # No label is longer than this, so what stands further back cannot begin one.
        back = max(0, colon - _LONGEST_LABEL)
        words = list(re.finditer(r"\S+", text[back:colon]))
        for count in range(min(len(words) - (back == 0), 6), 0, -1):
            at = back + words[-count].start()
            label = head.by_name.get(folded(text[at:colon]))
            if label is not None and label.name == text[at:colon].strip():
                return at
    return None


def _curly(text: str, start: int, end: int) -> int:
    return text.count("“", start, end) + text.count("”", start, end)


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:37].rstrip() + "..."


def _split(
    line: Line, rest: Piece, cut: int, resume: int, kind: LineKind, what: str
) -> tuple[Line, Line, Notice]:
    """The line up to `cut`, the line of `kind` from `resume` on, and a notice."""
    start = rest.span.start
    before = rest.text[:cut].rstrip()
    first = Line(
        line.kind,
        line.lead,
        Piece(before, Span(start, start + len(before))) if before else None,
        None,
        Span(line.span.start, start + len(before)),
    )
    after = rest.text[resume:]
    piece = Piece(after, Span(start + resume, start + resume + len(after)))
    if kind is LineKind.FIELD:
        colon = after.index(":")
        value = after[colon + 1 :]
        at = piece.span.start + colon + 1 + len(value) - len(value.lstrip())
        second = Line(
            kind,
            Piece(
                after[:colon].rstrip(), Span(piece.span.start, piece.span.start + len(after[:colon].rstrip()))
            ),
            Piece(value.strip(), Span(at, at + len(value.strip()))) if value.strip() else None,
            line.comment,
            piece.span,
        )
    elif kind is LineKind.BULLET:
        second = Line(kind, Piece("-", piece.span), piece, line.comment, piece.span)
    else:
        second = Line(kind, piece, None, line.comment, piece.span)
    indent = {"heading": "\n", "line": "\n  ", "bullet": "\n    - "}[what]
    mark = Span(start + len(before), start + resume)
    notice = Notice(
        "glued-lines",
        f"The next {what} has run into this line: {_short(after)}"
        if before or kind is not LineKind.BULLET
        else f"A bullet stands on the line of its label: {_short(after)}",
        Span(start + cut, piece.span.end),
        help="start a new line there",
        fix=Fix("start a new line", Safety.SAFE, (Edit(mark, indent),)),
    )
    return first, second, notice
