"""Builds the draft from its lines: which block a line belongs to, what its label is, what its value says.

Nothing here raises for what a user wrote. What cannot be placed or read is a notice on its line, and the
block it stands in is marked as not complete, so that no rule claims that something is missing from it.
"""

from __future__ import annotations

from clausecheck.finding import Notice
from clausecheck.model.definition import read_definition
from clausecheck.model.draft import Block, Definition, Draft
from clausecheck.model.fields import FieldReader
from clausecheck.model.headings import (
    Heading,
    heading_in_prose,
    mend_heading,
    parse_heading,
    sure_heading,
)
from clausecheck.model.include import Whole
from clausecheck.model.labels import (
    empty_block,
)
from clausecheck.model.opened import OpenBlock
from clausecheck.model.parts import free_text
from clausecheck.model.repair import (
    heading_in_label,
    heading_inside,
    line_after_title,
    without_colon,
)
from clausecheck.model.typography import typographic_marks
from clausecheck.model.waiver import read_waiver
from clausecheck.source import Region, Source
from clausecheck.spans import Span
from clausecheck.syntax.lines import read_lines
from clausecheck.syntax.tree import Line, LineKind

VERSION = "1"  # of the clause language, as the optional first line of a draft names it
_KEYWORDS = (LineKind.FRAGMENT, LineKind.INCLUDE, LineKind.DEFINITION, LineKind.WAIVER)


class Builder(FieldReader):
    """Reads one source into a draft; `notices` is what it has to say of it, in order."""

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
        self._lines = lines = list(read_lines(self._source.cut(region.span), region.span.start))
        self.every_line.extend(lines)
        for at, line in enumerate(self._lines):
            self._at = at
            if line.kind in _KEYWORDS:
                self._flush_unread()
            self._read_in_turn(line)
        self._close_block()

    # ---- lines -----------------------------------------------------------------------------------

    @property
    def _in_clause(self) -> bool:
        return self._block is not None and self._block.head.name == "CLAUSE"

    def _read_line(self, line: Line) -> None:
        match line.kind:
            case LineKind.COMMENT:
                return
            case LineKind.VERSION:
                line, after = self._taken_apart(line)
                self._version(line)
                if after is not None:
                    self._again(after)
            case LineKind.FRAGMENT:
                self._fragment = self._fragment or not self._is_included(line)
            case LineKind.INCLUDE:
                if line.rest and line.span.start not in self._whole_draft.read:
                    self._includes.append(free_text(line.rest))
            case LineKind.HEADING:
                self._heading(line)
            case LineKind.DEFINITION:
                self._definition(line)
            case LineKind.WAIVER:
                self._close_field()
                self._waivers.append(read_waiver(line, self._headings))
            case _ if self._in_clause:
                self._clause_line(line)
            case LineKind.BULLET:
                self._bullet(line)
            case _ if (bullet := self._item(line)) is not None:
                self._bullet(bullet)
            case LineKind.FIELD:
                self._field(line)
            case LineKind.PROSE:
                self._unmarked(line)

    def _version(self, line: Line) -> None:
        """A draft may say which version of the language it is in; there is one."""
        written = line.rest.text if line.rest else ""
        if written != VERSION:
            self._say(
                Notice(
                    "unread-line",
                    f'The clause language is at version {VERSION}, and the draft says "{written}"'
                    if written
                    else "CLAUSECHECK wants the version of the clause language after it",
                    line.span,
                    help=f"write CLAUSECHECK {VERSION}, or leave the line out",
                    path=("CLAUSECHECK",),
                )
            )

    def _is_included(self, line: Line) -> bool:
        """Whether a line stands in a file that the draft includes."""
        first = next((each.start for each in self._whole_draft.inclusions), None)
        return first is not None and line.span.start >= first

    def _clause_line(self, line: Line) -> None:
        """Prose of a clause, unless it can only be the heading of the next block."""
        assert self._block is not None
        piece = self._whole(line)
        mended = heading_in_prose(piece)
        if mended is not None:
            self._take_mended(line, *mended)
            return
        if line.kind is LineKind.FIELD and heading_in_label(line) is not None:
            self._field(line)
            return
        self._block.prose.append(free_text(piece))
        self._block.end = line.span.end

    def _unmarked(self, line: Line) -> None:
        """A line without a shape: a heading, a label or a bullet that lost its mark, or words."""
        piece = self._whole(line)
        mended = heading_in_prose(piece)
        if mended is not None:
            self._take_mended(line, *mended)
        elif self._astray:
            self._unplaced += 1
        elif self._block is not None and (label := without_colon(piece, self._block.head)):
            self._flush_unread()
            self._say(label.notice)
            self._field(label.line)
        elif not self._lost_bullet(piece):
            self._unread.append(line)

    # ---- headings --------------------------------------------------------------------------------

    def _heading(self, line: Line) -> None:
        heading = parse_heading(line)
        split = line_after_title(line) if heading is None else None
        if split is not None and (first := parse_heading(split[0])) is not None:
            self._open_block(split[0], first)
            self._say(split[2])
            self._again(split[1])
        elif heading is not None:
            self._open_block(line, heading)
        elif self._in_clause and not sure_heading(line):
            self._clause_line(line)
        else:
            self._mend_heading(line)

    def _open_block(self, line: Line, heading: Heading) -> None:
        self._close_block()
        head, name, title = heading
        span = line.lead.span.to((line.rest or line.lead).span)
        self._block = OpenBlock(
            head=head,
            id=name.text if name else "",
            id_span=name.span if name else None,
            title=title.text if title else "",
            title_span=title.span if title else None,
            span=span,
            raw=self._source.cut(span),
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

    def _mend_heading(self, line: Line) -> None:
        """One notice for the line, and none for those below it: they are read as what was meant, or not."""
        mended = mend_heading(line)
        if mended is None or (self._block and without_colon(self._whole(line), self._block.head)):
            self._unmarked(line)
        else:
            self._take_mended(line, *mended)

    def _take_mended(self, line: Line, notice: Notice, meant: Heading | None) -> None:
        self._close_block()
        self._say(notice)
        if meant is None:
            self._unplaced += 1
            self._astray = True
        else:
            self._open_block(line, meant)

    def _close_block(self) -> None:
        self._flush_unread()
        self._close_field()
        self._astray = False
        block, self._block = self._block, None
        if block is not None:
            if not (block.fields or block.prose) and block.complete and block.head.labels:
                self._say(empty_block(block.head, block.span), block.path)
            self._blocks.append(block.close())

    # ---- definitions -----------------------------------------------------------------------------

    def _definition(self, line: Line) -> None:
        self._close_field()
        line, after = self._taken_apart(line)
        read = read_definition(line, self._headings)
        if isinstance(read, Definition):
            self._definitions.append(read)
        else:
            self._unplaced += 1
            self._say(read)
        if after is not None:
            self._again(after)

    def _taken_apart(self, line: Line) -> tuple[Line, Line | None]:
        """A line, and the heading that has run into it, if one has."""
        split = heading_inside(line)
        if split is None:
            return line, None
        self._say(split[2])
        return split[0], split[1]


def build(given: Source | Whole) -> tuple[Draft, list[Notice]]:
    """The draft in a source, and what reading it had to say. Of inclusions it reads what `Whole` has."""
    whole = given if isinstance(given, Whole) else Whole(given)
    source = whole.source
    builder = Builder(whole)
    draft = builder.build()
    builder.notices.extend(whole.notices)
    if (marks := typographic_marks(builder.every_line)) is not None:
        builder.notices.append(marks._replace(path=marks.path or ("the whole draft",)))
    if not (draft.blocks or draft.definitions or draft.waivers or draft.includes or builder.notices):
        region = source.regions[0] if source.regions else Region(Span(0, 0))
        start = region.span.start
        builder.notices.append(
            Notice(
                "empty-draft",
                "This draft says nothing, so there was nothing to check",
                Span(start, start),
                help='a draft begins with a heading, for example: CONTRACT "Home First Alliance Agreement"',
                path=(*region.headings, "the whole draft"),
            )
        )
    return draft, builder.notices
