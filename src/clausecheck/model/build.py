"""Builds the draft from its lines: which block a line belongs to, what its label is, what its value says.

Nothing here raises for what a user wrote. What cannot be placed or read is a notice on its line, and the
block it stands in is marked as not complete, so that no rule claims that something is missing from it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from clausecheck.finding import Edit, Fix, Label, Notice, Safety
from clausecheck.model.draft import Block, Definition, Draft, Entry, Field, WaiverLine
from clausecheck.model.reading import free_text, read, read_key
from clausecheck.model.suggest import did_you_mean, nearest
from clausecheck.model.values import Text
from clausecheck.model.vocabulary import HEADS, head_for
from clausecheck.model.vocabulary.types import Head, Key, LabelType, Shape, folded
from clausecheck.model.waiver import read_waiver
from clausecheck.source import Region, Source
from clausecheck.spans import Span
from clausecheck.syntax.lines import read_lines
from clausecheck.syntax.tree import Line, LineKind, Node, Piece
from clausecheck.syntax.values import read_value

MOST_WORDS_IN_A_LABEL = 6


@dataclass
class _Open:
    """A block while its lines are being read."""

    head: Head
    id: str
    id_span: Span | None
    title: str
    title_span: Span | None
    span: Span
    raw: str
    headings: tuple[str, ...]
    fields: list[Field] = field(default_factory=list)
    prose: list[Text] = field(default_factory=list)
    end: int = 0
    complete: bool = True

    @property
    def path(self) -> tuple[str, ...]:
        name = " ".join(part for part in (self.head.name, self.id) if part)
        return (*self.headings, f'{name} "{self.title}"' if self.title else name)

    def close(self) -> Block:
        return Block(
            span=self.span,
            raw=self.raw,
            head=self.head,
            id=self.id,
            id_span=self.id_span,
            title=self.title,
            title_span=self.title_span,
            fields=tuple(self.fields),
            prose=tuple(self.prose),
            extent=Span(self.span.start, max(self.end, self.span.end)),
            headings=self.headings,
            complete=self.complete,
        )


@dataclass
class _Pending:
    """A labelled line while its bullets are being read."""

    type: LabelType
    line: Line
    entries: list[Entry] = field(default_factory=list)
    end: int = 0


class Builder:
    """Reads one source into a draft; `notices` is what it has to say of it, in order."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self.notices: list[Notice] = []
        self._blocks: list[Block] = []
        self._definitions: list[Definition] = []
        self._waivers: list[WaiverLine] = []
        self._includes: list[Text] = []
        self._fragment = False
        self._unplaced = 0
        self._block: _Open | None = None
        self._pending: _Pending | None = None
        self._unread: list[Line] = []
        self._headings: tuple[str, ...] = ()

    def build(self) -> Draft:
        """The draft. Call once."""
        for region in self._source.regions:
            self._read_region(region)
        by_id: dict[str, Block] = {}
        for block in self._blocks:
            if block.id and block.head.name != "CLAUSE":
                by_id.setdefault(block.id, block)
        return Draft(
            name=self._source.name,
            blocks=tuple(self._blocks),
            definitions=tuple(self._definitions),
            waivers=tuple(self._waivers),
            includes=tuple(self._includes),
            fragment=self._fragment,
            unplaced=self._unplaced,
            by_id=by_id,
        )

    def _read_region(self, region: Region) -> None:
        self._headings = region.headings
        text = self._source.cut(region.span)
        for line in read_lines(text, region.span.start):
            if line.kind is not LineKind.PROSE or self._in_clause:
                self._flush_unread()
            self._read_line(line)
        self._flush_unread()
        self._close_block()

    # ---- lines -----------------------------------------------------------------------------------

    @property
    def _in_clause(self) -> bool:
        return self._block is not None and self._block.head.name == "CLAUSE"

    def _read_line(self, line: Line) -> None:
        match line.kind:
            case LineKind.COMMENT | LineKind.VERSION:
                return
            case LineKind.FRAGMENT:
                self._fragment = True
            case LineKind.INCLUDE:
                if line.rest:
                    self._includes.append(free_text(line.rest))
            case LineKind.HEADING:
                self._heading(line)
            case LineKind.DEFINITION:
                self._definition(line)
            case LineKind.WAIVER:
                self._close_field()
                self._waivers.append(read_waiver(line, self._headings))
            case _ if self._in_clause:
                self._clause_prose(line)
            case LineKind.FIELD:
                self._field(line)
            case LineKind.BULLET:
                self._bullet(line)
            case LineKind.PROSE:
                self._prose(line)

    def _clause_prose(self, line: Line) -> None:
        assert self._block is not None
        start = line.lead.span.start
        end = line.rest.span.end if line.rest else line.lead.span.end
        piece = Piece(self._source.text[start:end], Span(start, end))
        self._block.prose.append(free_text(piece))
        self._block.end = line.span.end

    def _prose(self, line: Line) -> None:
        self._unread.append(line)

    def _flush_unread(self) -> None:
        """One notice for a run of lines that were not understood."""
        if not self._unread:
            return
        first, last = self._unread[0], self._unread[-1]
        lines = len(self._unread)
        self._unread = []
        self._lost()
        span = first.lead.span if lines == 1 else first.lead.span.to(last.lead.span)
        what = "This line is" if lines == 1 else f"These {lines} lines are"
        self._say(
            Notice(
                "unread-line",
                f"{what} not understood, so nothing in {'it' if lines == 1 else 'them'} was checked",
                span,
                help='start a line with what it is, for example "Baseline: 248 in 2024/25"; '
                "put agreed wording under a CLAUSE heading, and remarks behind #",
            )
        )

    def _lost(self) -> None:
        """A line was not read: whatever it belongs to is not known in full."""
        self._unplaced += 1
        if self._block is not None:
            self._block.complete = False

    # ---- headings --------------------------------------------------------------------------------

    def _heading(self, line: Line) -> None:
        text = line.lead.text + (" " + line.rest.text if line.rest else "")
        parsed = _parse_heading(line)
        if parsed is None:
            if self._in_clause:
                self._clause_prose(line)
            else:
                self._close_field()
                self._unknown_heading(line, text)
            return
        head, name, title = parsed
        self._close_block()
        self._block = _Open(
            head=head,
            id=name.text if name else "",
            id_span=name.span if name else None,
            title=title.text[1:-1] if title else "",
            title_span=_inside(title.span) if title else None,
            span=line.span if not line.comment else line.lead.span.to((line.rest or line.lead).span),
            raw=text,
            headings=self._headings,
            end=line.span.end,
        )
        if head.identified and not name:
            self._say(
                Notice(
                    "missing-id",
                    f"{head.name} has no id, so nothing can refer to it",
                    line.lead.span,
                    help=f"write a short id after {head.name}, for example {head.name} {head.name[0]}1",
                )
            )

    def _unknown_heading(self, line: Line, text: str) -> None:
        words = line.lead.text
        near = nearest(words, (head.name for head in HEADS)) or nearest(
            words.split()[0], (head.name for head in HEADS)
        )
        looks_like_heading = line.rest is None or (
            isinstance(read_value("heading_rest", line.rest.text), Node)
            and (len(line.rest.text.split('"')[0].split()) <= 1)
        )
        if not near and not (looks_like_heading and line.rest and '"' in line.rest.text):
            self._unread.append(Line(LineKind.PROSE, Piece(text, line.span), None, None, line.span))
            return
        self._close_block()
        self._unplaced += 1
        fix = None
        if len(near) == 1 and looks_like_heading:
            fix = Fix(f"write {near[0]}", Safety.SAFE, (Edit(line.lead.span, near[0]),))
        self._say(
            Notice(
                "unknown-head",
                f'"{words}" is not a kind of block{did_you_mean(near)}',
                line.lead.span,
                help="clausecheck vocabulary lists the kinds of block and their labels",
                fix=fix,
            )
        )

    def _close_block(self) -> None:
        self._close_field()
        if self._block is not None:
            self._blocks.append(self._block.close())
            self._block = None

    # ---- fields ----------------------------------------------------------------------------------

    def _field(self, line: Line) -> None:
        self._close_field()
        written = line.lead.text
        if self._block is None:
            if len(written.split()) > MOST_WORDS_IN_A_LABEL:
                self._unread.append(line)
                return
            self._unplaced += 1
            self._say(
                Notice(
                    "label-outside-block",
                    f'"{written}:" stands before any block heading, so nobody can tell what it is about',
                    line.lead.span,
                    help='put it under a heading such as CONTRACT "title" or PARTY ICB "name"',
                )
            )
            return
        label = self._label(self._block.head, line)
        if label is None:
            return
        self._block.end = line.span.end
        self._pending = _Pending(label, line, end=line.span.end)

    def _label(self, head: Head, line: Line) -> LabelType | None:
        written = line.lead.text
        label = head.by_name.get(folded(written))
        if label is not None:
            return label
        label = head.by_synonym.get(folded(written))
        if label is not None:
            fix = Fix(f'write "{label.name}"', Safety.SAFE, (Edit(line.lead.span, label.name),))
            self._say(
                Notice(
                    "label-synonym",
                    f'{head.name} calls this "{label.name}", not "{written}"',
                    line.lead.span,
                    fix=fix,
                )
            )
            return label
        if head.name == "SCENARIO":
            label = head.by_name.get(folded(written.rsplit(" ", 1)[0])) or head.by_name.get(
                folded(written.split()[0])
            )
            if label is not None:
                return label
        if len(written.split()) > MOST_WORDS_IN_A_LABEL:
            self._unread.append(line)
            return None
        self._unknown_label(head, line)
        return None

    def _unknown_label(self, head: Head, line: Line) -> None:
        written = line.lead.text
        near = nearest(written, (label.name for label in head.labels))
        elsewhere = [other.name for other in HEADS if folded(written) in other.by_name]
        self._lost()
        only = near[0] if len(near) == 1 else None
        belongs = ""
        if elsewhere and not near:
            belongs = f"; it belongs to {elsewhere[0]}"
        self._say(
            Notice(
                "unknown-label",
                f'{head.name} has no label "{written}"{did_you_mean(near) or belongs}',
                line.lead.span,
                help=f"the labels of {head.name}: " + ", ".join(label.name for label in head.labels)
                if not near and head.labels and len(head.labels) <= 14
                else "clausecheck vocabulary lists the labels of each kind of block",
                fix=Fix(f'write "{only}"', Safety.SAFE, (Edit(line.lead.span, only),)) if only else None,
            )
        )

    def _close_field(self) -> None:
        pending, self._pending = self._pending, None
        if pending is None or self._block is None:
            return
        line, label = pending.line, pending.type
        path = (*self._block.path, label.name)
        value = None
        if line.rest is not None:
            value = read(label.shape, label, line.rest, lambda notice: self._say(notice, path))
        elif not pending.entries:
            self._block.complete = False
            self._say(
                Notice(
                    "missing-value",
                    f"{label.name} says nothing",
                    line.lead.span,
                    help=f"for example: {label.name}: {label.example}"
                    if label.shape is not Shape.NONE
                    else f"write bullets under it, for example:  - {label.example}",
                ),
                path,
            )
            return
        previous = next((f for f in self._block.fields if f.label == label.name), None)
        raw_end = line.rest.span.end if line.rest else line.lead.span.end
        made = Field(
            span=Span(line.lead.span.start, max(raw_end, pending.end if pending.entries else raw_end)),
            raw=line.rest.text if line.rest else "",
            label=label.name,
            label_span=line.lead.span,
            type=label,
            value=value,
            entries=tuple(pending.entries),
        )
        if previous is not None and self._block.head.name not in ("SCENARIO", "LINKS"):
            self._duplicate(previous, made, path)
            return
        self._block.fields.append(made)

    def _duplicate(self, previous: Field, again: Field, path: tuple[str, ...]) -> None:
        equal = folded(previous.raw) == folded(again.raw) and len(previous.entries) == len(again.entries)
        what = "says the same as" if equal else "differs from"
        self._say(
            Notice(
                "duplicate-label",
                f"{again.label} stands twice, and this line {what} the first; only the first was checked",
                again.label_span,
                labels=(Label(previous.label_span, "first said here"),),
                help="keep one of the two lines",
                fix=_drop_line(self._source, again.span, "drop the second line") if equal else None,
            ),
            path,
        )

    # ---- bullets ---------------------------------------------------------------------------------

    def _bullet(self, line: Line) -> None:
        if self._pending is None or self._block is None:
            if self._unread or self._block is None or line.rest is None:
                self._unread.append(line)
                return
            self._lost()
            self._say(
                Notice(
                    "stray-bullet",
                    "This bullet stands under no label, so nobody can tell what it lists",
                    line.rest.span,
                    help="put it under the label it belongs to",
                )
            )
            return
        if line.rest is None:
            return
        label = self._pending.type
        self._block.end = self._pending.end = line.span.end
        path = (*self._block.path, label.name)
        entry = self._entry(label, line.rest, path)
        self._pending.entries.append(entry)

    def _entry(self, label: LabelType, piece: Piece, path: tuple[str, ...]) -> Entry:
        shape = label.bullets.value if label.bullets else label.shape
        key_kind = label.bullets.key if label.bullets else Key.NONE
        if shape is Shape.NONE:
            shape = Shape.TEXT
        say = lambda notice: self._say(notice, path)  # noqa: E731
        split = _split_key(piece) if key_kind is not Key.NONE else None
        if split is None:
            if key_kind in (Key.YEAR, Key.BAND):
                self._say(
                    Notice(
                        "unread-value",
                        f"each bullet under {label.name} starts with "
                        + ("a year" if key_kind is Key.YEAR else "a band of the Budget")
                        + " and a colon; this one does not",
                        piece.span,
                        help="for example:  - "
                        + (
                            "2026/27: 0%"
                            if key_kind is Key.YEAR
                            else "1% to 5% of Budget: ICB 50%, Acute 50%"
                        ),
                    ),
                    path,
                )
                return Entry(span=piece.span, raw=piece.text, key=None, key_raw="", value=free_text(piece))
            value = read(shape, label, piece, say)
            return Entry(span=piece.span, raw=piece.text, key=None, key_raw="", value=value)
        key_piece, rest = split
        key = read_key(key_kind, key_piece)
        if key_kind in (Key.YEAR, Key.BAND) and isinstance(key, Text):
            self._say(
                Notice(
                    "unread-value",
                    f'"{key_piece.text}" is not '
                    + ("a year" if key_kind is Key.YEAR else "a band of the Budget"),
                    key_piece.span,
                    help="for example:  - "
                    + ("2026/27: 0%" if key_kind is Key.YEAR else "1% to 5% of Budget: ICB 50%, Acute 50%"),
                ),
                path,
            )
        return Entry(
            span=piece.span,
            raw=piece.text,
            key=key,
            key_raw=key_piece.text,
            value=read(shape, label, rest, say) if rest else None,
        )

    # ---- definitions -----------------------------------------------------------------------------

    def _definition(self, line: Line) -> None:
        self._close_field()
        tree = read_value("definition_rest", line.rest.text) if line.rest else None
        term = tree.leaf("STRING") if isinstance(tree, Node) else None
        if not isinstance(tree, Node) or term is None or line.rest is None:
            self._unplaced += 1
            self._say(
                Notice(
                    "unread-line",
                    "This definition cannot be read",
                    line.span,
                    help='write DEFINE "Term": what it means',
                ),
                (*self._headings, "DEFINE"),
            )
            return
        offset = line.rest.span.start
        raw = tree.leaf("RAW")
        text = Piece(raw.text, raw.span.shifted(offset)) if raw else Piece("", Span(offset, offset))
        self._definitions.append(
            Definition(
                span=line.span,
                raw=line.rest.text,
                term=term.text.strip('"“”'),
                term_span=term.span.shifted(offset),
                text=free_text(text),
                headings=self._headings,
            )
        )

    def _say(self, notice: Notice, path: tuple[str, ...] | None = None) -> None:
        if path is None:
            path = self._block.path if self._block is not None else self._headings
        self.notices.append(
            Notice(
                notice.rule,
                notice.message,
                notice.span,
                notice.labels,
                notice.consequence,
                notice.help,
                notice.fix,
                notice.path or path,
            )
        )


def build(source: Source) -> tuple[Draft, list[Notice]]:
    """The draft in a source, and what reading it had to say."""
    builder = Builder(source)
    draft = builder.build()
    return draft, builder.notices


def _inside(quoted: Span) -> Span:
    """The stretch between the quotes."""
    return Span(quoted.start + 1, quoted.end - 1)


def _parse_heading(line: Line) -> tuple[Head, Piece | None, Piece | None] | None:
    """Head, id and title of a heading line, or None where it is not the heading of a known block.

    The head is the longest run of words that is one; a single word may follow as the id.
    """
    words = list(re.finditer(r"\S+", line.lead.text))
    for count in range(len(words), 0, -1):
        head = head_for(line.lead.text[: words[count - 1].end()])
        if head is None:
            continue
        start = line.lead.span.start
        ids = [Piece(w[0], Span(start + w.start(), start + w.end())) for w in words[count:]]
        title = None
        if line.rest is not None:
            tree = read_value("heading_rest", line.rest.text)
            if not isinstance(tree, Node):
                return None
            for leaf in tree.leaves():
                piece = Piece(leaf.text, leaf.span.shifted(line.rest.span.start))
                if leaf.kind == "STRING":
                    title = piece
                else:
                    ids.append(piece)
        if len(ids) > 1:
            return None
        return head, ids[0] if ids else None, title
    return None


def _split_key(piece: Piece) -> tuple[Piece, Piece | None] | None:
    """The two sides of the first colon of a bullet that is not inside quotes."""
    tree = read_value("entry", piece.text)
    if not isinstance(tree, Node):
        return None
    key, rest = tree.leaf("KEY"), tree.leaf("RAW")
    assert key is not None
    start = piece.span.start
    return (
        Piece(key.text, key.span.shifted(start)),
        Piece(rest.text, rest.span.shifted(start)) if rest else None,
    )


def _drop_line(source: Source, span: Span, title: str) -> Fix:
    """Removes the whole lines that a span stands on."""
    text = source.text
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    return Fix(title, Safety.SAFE, (Edit(Span(start, len(text) if end == -1 else end + 1), ""),))
