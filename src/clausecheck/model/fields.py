"""Reads the labelled lines and the bullets of whatever block is open.

`Builder` in `model.build` adds the rest: headings, definitions, waivers and clauses. The two share one
state, because any line can close what an earlier one has opened.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import deque

from clausecheck.finding import Fix, Notice, Safety
from clausecheck.model.definition import unquoted_definition
from clausecheck.model.draft import Block, Definition, Field, WaiverLine
from clausecheck.model.entries import read_entry
from clausecheck.model.include import Whole
from clausecheck.model.items import closes_list, item
from clausecheck.model.labels import (
    MOST_WORDS,
    fields_ahead,
    find_label,
    head_of_run,
    missing_heading,
    nothing_said,
    outside_block,
    said_twice,
    unknown_label,
)
from clausecheck.model.opened import OpenBlock, OpenField
from clausecheck.model.reading import read
from clausecheck.model.repair import (
    bullet_on_label_line,
    heading_in_label,
    repeated,
    swallowed,
    undashed,
    undoubled,
    without_bullet,
)
from clausecheck.model.values import Text
from clausecheck.model.vocabulary.types import LabelType
from clausecheck.model.yearly import yearly_entries
from clausecheck.spans import Span
from clausecheck.syntax.lines import read_lines
from clausecheck.syntax.striking import strike_lines
from clausecheck.syntax.tree import Line, LineKind, Piece

# A line with more lines than this in it is no line with a slip, and reading on would take long.
_MOST_RUN_TOGETHER = 20


class FieldReader(ABC):
    """The state of reading one source, and how fields and bullets change it."""

    def __init__(self, whole: Whole) -> None:
        self._source = whole.source
        self._whole_draft = whole
        self.notices: list[Notice] = []
        self._blocks: list[Block] = []
        self._definitions: list[Definition] = []
        self._waivers: list[WaiverLine] = []
        self._includes: list[Text] = []
        self._fragment = False
        self._unplaced = 0
        self._block: OpenBlock | None = None
        self._pending: OpenField | None = None
        self._unread: list[Line] = []
        self._headings: tuple[str, ...] = ()
        self._astray = False  # below a heading that was not understood
        self._list_astray = False  # below a label that was not understood
        self._lines: list[Line] = []
        self.every_line: list[Line] = []
        self._at = 0
        self._found: deque[Line] = deque()  # lines found inside the one that is being read

    def _flush_unread(self) -> None:
        """One notice for a run of lines that were not understood; called before a line that was."""
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

    def _say(self, notice: Notice, path: tuple[str, ...] | None = None) -> None:
        if path is None:
            path = self._block.path if self._block is not None else self._headings
        if not (notice.path or path):  # in no block and under no heading: the words are the only name it has
            path = (self._source.cut(notice.span).partition("\n")[0][:40].rstrip(),)
        self.notices.append(notice._replace(path=notice.path or path))

    def _whole(self, line: Line) -> Piece:
        """All of a line but its comment."""
        start = line.lead.span.start
        end = line.rest.span.end if line.rest else line.lead.span.end
        return Piece(self._source.text[start:end], Span(start, end))

    # ---- fields ----------------------------------------------------------------------------------

    def _field(self, line: Line) -> None:
        known = self._block is not None and self._block.head.label(line.lead.text) is not None
        split = None if known else heading_in_label(line)
        if split is not None:
            self._heading(split[0])
            self._say(split[2])
            self._field(split[1])
            return
        if notice := unquoted_definition(line):
            self._flush_unread()
            self._close_field()
            self._lost()
            self._say(notice)
            return
        if (not known or self._goes_on_with_list(line)) and self._lost_bullet(self._whole(line)):
            return
        self._close_field()
        if self._astray:
            self._unplaced += 1
            return
        sentence = len(line.lead.text.split()) > MOST_WORDS
        if self._block is None:
            if sentence:
                self._unread.append(line)
                return
            self._flush_unread()
            self._unplaced += 1
            self._say(outside_block(line.lead))
            return
        if self._heading_is_missing(line):
            return
        label = find_label(self._block.head, line.lead, self._say)
        if label is None and sentence:
            self._unread.append(line)
            return
        self._flush_unread()
        if label is None:
            label = self._misspelt(line)
        if label is not None:
            self._open_field(label, line)

    def _goes_on_with_list(self, line: Line) -> bool:
        """Whether a line in small letters goes on with a list, although it begins with a label's words.

        It does not where the drafter writes labels in small letters.
        """
        pending = self._pending
        if pending is None or not pending.entries:
            return False
        return line.lead.text[0].islower() and not pending.line.lead.text[0].islower()

    def _misspelt(self, line: Line) -> LabelType | None:
        """Says what is wrong with a label, and answers with the one that was meant if that is plain."""
        assert self._block is not None
        notice = unknown_label(self._block.head, line.lead)
        self._say(notice)
        sure = notice.fix is not None and notice.fix.safety is Safety.SAFE
        meant = self._block.head.label(notice.fix.edits[0].text) if notice.fix and sure else None
        if meant is None or self._block.has(meant):
            self._lost()
            self._list_astray = True
            return None
        return meant

    def _open_field(self, label: LabelType, line: Line) -> None:
        """Begins a field; what has run into its line is read as the line it was meant to be."""
        assert self._block is not None
        line, notice = undoubled(line, label)
        if notice is not None:
            self._say(notice)
        split = swallowed(line, self._block.head, label) or bullet_on_label_line(line, label)
        if split is not None:
            line = split[0]
        self._block.end = line.span.end
        path = (*self._block.path, label.name)
        yearly = yearly_entries(label, line.rest, lambda notice: self._say(notice, path)) if line.rest else []
        end = line.span.end
        self._pending = OpenField(label, line._replace(rest=None) if yearly else line, end=end)
        self._pending.entries.extend(yearly)
        if split is not None:
            self._say(split[2])
            self._again(split[1])

    def _again(self, line: Line) -> None:
        """Puts a line that was found inside another next in turn."""
        if line.kind is LineKind.HEADING:
            self._found.extend(read_lines(line.lead.text, line.lead.span.start))
        else:
            self._found.append(line)

    def _read_in_turn(self, line: Line) -> None:
        """Reads a line, and then those that were found inside it."""
        self._read_line(line)
        most = _MOST_RUN_TOGETHER
        while self._found:
            found = self._found.popleft()
            most -= 1
            if most > 0:
                self._read_line(found)
            else:
                self._unread.append(found)

    def _heading_is_missing(self, line: Line) -> bool:
        """Opens the block that a run of lines belongs to whose own heading is not there."""
        assert self._block is not None
        if line is not self._lines[self._at]:
            return False
        run = [each.lead.text for each in fields_ahead(self._lines, self._at)]
        meant = head_of_run(self._block.head, self._block.labels, run)
        if meant is None:
            return False
        self._close_block()
        self._say(missing_heading(meant, line.lead))
        self._block = OpenBlock(
            head=meant,
            id="",
            id_span=None,
            title="",
            title_span=None,
            span=line.lead.span,
            raw=line.lead.text,
            headings=self._headings,
            end=line.span.end,
        )
        label = find_label(meant, line.lead, self._say)
        if label is not None:
            self._open_field(label, line)
        return True

    def _close_field(self) -> None:
        pending, self._pending = self._pending, None
        self._list_astray = False
        if pending is None or self._block is None:
            return
        line, label = pending.line, pending.type
        path = (*self._block.path, label.name)
        value = None
        if line.rest is not None:
            value = read(label.shape, label, line.rest, lambda notice: self._say(notice, path))
        elif not pending.entries:
            self._block.complete = False
            self._say(nothing_said(label, line.lead), path)
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
        again = self._block.head.name in ("SCENARIO", "LINKS")  # these may say more of one subject
        if previous is not None and not (again and previous.raw != made.raw):
            strike = strike_lines(self._source, made.span)
            drop = Fix("drop the second line", Safety.SAFE, strike)
            self._say(said_twice(previous, made, drop), path)
            return
        self._block.fields.append(made)

    # ---- bullets ---------------------------------------------------------------------------------

    def _bullet(self, line: Line) -> None:
        if self._pending is None or self._block is None:
            if self._astray or self._list_astray:
                return
            if self._unread or self._block is None or line.rest is None:
                self._unread.append(line)
                return
            self._lost()
            self._list_astray = True
            self._say(
                Notice(
                    "stray-bullet",
                    "This bullet stands under no label, so nobody can tell what it lists",
                    line.rest.span,
                    help="put it under the label it belongs to",
                )
            )
            return
        self._flush_unread()
        if line.rest is None:
            return
        label = self._pending.type
        piece, doubled = undashed(line.rest)
        line = line._replace(rest=piece)
        split = swallowed(line, self._block.head, label)
        if split is not None:
            line = split[0]
        path = (*self._block.path, label.name)
        self._block.end = self._pending.end = line.span.end
        if line.rest is not None:
            entry = read_entry(label, line.rest, lambda notice: self._say(notice, path))
            again = repeated(entry, self._pending.seen, label)
            again = doubled or again
            if again is not None:
                self._say(again, path)
            self._pending.entries.append(entry)
        if split is not None:
            self._say(split[2])
            self._again(split[1])

    def _item(self, line: Line) -> Line | None:
        """The bullet that a line with a letter or a number is, in the list that is being read."""
        return item(line, self._whole(line), self._pending, self._block.head) if self._block else None

    def _lost_bullet(self, piece: Piece) -> bool:
        """Takes a line as a bullet of the list that is being read, if it can be one."""
        pending = self._pending
        if pending is None or pending.type.bullets is None:
            return False
        mended = without_bullet(piece, pending.type.bullets, pending.line.rest is not None)
        if mended is None:
            return False
        self._flush_unread()
        if not closes_list(self._source.text, pending.entries):
            self._say(mended.notice)
        self._bullet(mended.line)
        return True

    # ---- what the rest of the reader does ----------------------------------------------------------

    @abstractmethod
    def _read_line(self, line: Line) -> None:
        """Reads any line."""

    @abstractmethod
    def _heading(self, line: Line) -> None:
        """Reads a heading."""

    @abstractmethod
    def _close_block(self) -> None:
        """Ends the open block, if there is one."""
