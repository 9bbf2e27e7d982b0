"""The lines of a draft that a finding speaks of, each under its number and with its labels below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clausecheck.finding import Finding
from clausecheck.render.line import ELLIPSIS, Line, lay_out
from clausecheck.render.paint import Paint, Style, of_level
from clausecheck.render.safe import escaped
from clausecheck.spans import Span

if TYPE_CHECKING:
    from clausecheck.source import Source

USUAL_WIDTH = 120
_LEAST_ROOM = 20
_MOST_LINES = 12
_WHOLE = 4  # a span over at most so many lines is shown whole
_HEADING_REACH = 300  # lines looked back for the heading of a block


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters `start` to `end` of one line, counted from 0, to underline; perhaps none of them."""

    line: int
    start: int
    end: int
    text: str
    main: bool


def excerpt(finding: Finding, source: Source, paint: Paint, width: int | None) -> Iterator[str]:
    """The excerpt's lines, without line endings."""
    marks = [*_marks(finding.span, "", True, source)]
    for label in finding.labels:
        marks.extend(_marks(label.span, escaped(label.text), False, source))
    by_line: dict[int, list[Mark]] = {}
    for mark in marks:
        by_line.setdefault(mark.line, []).append(mark)
    lines = _shown_lines(by_line, finding, source)
    gutter = max(5, len(str(lines[-1])) + 2)
    room = max(_LEAST_ROOM, (width or USUAL_WIDTH) - gutter - 3)
    broken = _broken(finding.span, source)
    for number in lines:
        here = by_line.get(number, [])
        shown = _line(source, number, here, room)
        yield f"{paint(Style.FAINT, f'{number:>{gutter}} |')} {shown.text}".rstrip()
        margin = paint(Style.FAINT, f"{'':>{gutter}} |")
        for row in _rows(here, shown, paint, of_level(finding.level)):
            yield f"{margin} {row}"
        if number == broken:
            yield paint(Style.FAINT, f"{ELLIPSIS:>{gutter}} |")
    left_out = len(by_line.keys() - set(lines))
    if left_out:
        yield paint(
            Style.FAINT, f"{'':>{gutter}} ({left_out} more {'line' if left_out == 1 else 'lines'} not shown)"
        )


def _shown_lines(by_line: dict[int, list[Mark]], finding: Finding, source: Source) -> list[int]:
    """The lines to show: the finding's own, as many others as there is room for, and the block's heading."""
    own = sorted(number for number, marks in by_line.items() if any(each.main for each in marks))
    others = [number for number in by_line if number not in own][: _MOST_LINES - len(own)]
    heading = _heading(finding, source, own[0])
    return sorted({*own, *others, *([heading] if heading else [])})


def _heading(finding: Finding, source: Source, below: int) -> int | None:
    """The line of the innermost block heading that the finding stands under, if it is near."""
    heads = [" ".join(each.partition('"')[0].split()) for each in finding.path]
    heads = [each for each in heads if each and each.split()[0].isupper()]
    if not heads:
        return None
    for number in range(below, max(0, below - _HEADING_REACH), -1):
        start, end = source.index.span(number)
        words = " ".join(source.text[start : min(end, start + 200)].split()) + " "
        # A heading may be in the wrong case, but "Contract reference: ..." under CONTRACT is not one.
        is_field = ":" in words.partition('"')[0].partition("“")[0]
        if not is_field and words.casefold().startswith(heads[-1].casefold() + " "):
            return number
    return None


def _marks(span: Span, text: str, main: bool, source: Source) -> Iterator[Mark]:
    """A span as marks, one a line. The text goes with the last of them."""
    first, last, start, end = _extent(span, source)
    for number in range(first, last + 1) if last - first < _WHOLE else (first, last):
        low, high = source.index.span(number)
        head = source.text[low : min(high, low + 400)]
        indent = len(head) - len(head.lstrip())
        if first < number < last and indent == high - low:
            continue  # nothing to underline on a blank line
        yield Mark(
            number,
            start - low if number == first else indent,
            min(end, high) - low,
            text if number == last else "",
            main,
        )


def _extent(span: Span, source: Source) -> tuple[int, int, int, int]:
    """First line, last line, start and end of a span in the text; a line ending at its end is left off."""
    start = max(0, min(span.start, len(source.text)))
    end = max(start, min(span.end, len(source.text)))
    while end > start and source.text[end - 1] == "\n":
        end -= 1
    return source.position(start).line, source.position(end).line, start, end


def _broken(span: Span, source: Source) -> int | None:
    """The line after which a long span is cut short."""
    first, last, *_ = _extent(span, source)
    return first if last - first >= _WHOLE else None


def _line(source: Source, number: int, marks: Iterable[Mark], room: int) -> Line:
    """The line laid out around its marks, or around the main one if not all fit."""
    low, high = source.index.span(number)
    ordered = sorted(marks, key=lambda each: (not each.main, each.start))
    if not ordered:
        return lay_out(source.text[low : min(high, low + 4 * room)], 0, 0, room)
    start, end = min(each.start for each in ordered), max(each.end for each in ordered)
    if end - start > room // 2:
        start, end = ordered[0].start, ordered[0].end
    near = max(0, start - 2 * room)
    far = min(high - low, max(start, min(end, start + room)) + 2 * room)
    return _moved(lay_out(source.text[low + near : low + far], start - near, end - near, room), near)


def _moved(line: Line, by: int) -> Line:
    return Line(line.text, line.first + by, line.last + by, line.columns)


def _rows(marks: list[Mark], line: Line, paint: Paint, style: Style) -> Iterator[str]:
    """The underlines of a line, and the labels: the last beside its underline, the others hung below."""
    if not marks:
        return
    ends = [(each, line.column(each.start), _end(each, line)) for each in marks]
    row: list[tuple[str, Style]] = [(" ", Style.PLAIN)] * max(end for _, _, end in ends)
    for mark, start, end in sorted(ends, key=lambda each: each[0].main):
        inner = [(low, high) for other, low, high in ends if not other.main and start <= low and high <= end]
        # Parts that are labelled one by one are told apart better by the gaps between them.
        for low, high in [*inner, (start, start + 1)] if mark.main and len(inner) > 1 else [(start, end)]:
            row[low:high] = [("^", style) if mark.main else ("-", Style.LABEL)] * (high - low)
    texts = sorted(
        ((start, end, mark) for mark, start, end in ends if mark.text), key=lambda each: (each[0], each[1])
    )
    beside = next((each for each in reversed(texts) if each[1] == len(row)), None)
    yield _painted(row, paint) + (" " + paint(_of(beside[2], style), beside[2].text) if beside else "")
    hung = [each for each in texts if each is not beside]
    for n in range(len(hung) - 1, -1, -1):
        start, _, mark = hung[n]
        tails: list[tuple[str, Style]] = [(" ", Style.PLAIN)] * start
        for column, _, other in hung[:n]:
            if column < start:
                tails[column] = ("|", _of(other, style))
        yield _painted(tails, paint) + paint(_of(mark, style), mark.text)


def _end(mark: Mark, line: Line) -> int:
    """The display column after a mark, which is at least one column wide."""
    return max(line.column(mark.start) + 1, line.column(mark.end))


def _of(mark: Mark, style: Style) -> Style:
    return style if mark.main else Style.LABEL


def _painted(row: list[tuple[str, Style]], paint: Paint) -> str:
    """The cells of a row with one paint a run."""
    out, n = [], 0
    while n < len(row):
        end = n
        while end < len(row) and row[end][1] is row[n][1]:
            end += 1
        out.append(paint(row[n][1], "".join(character for character, _ in row[n:end])))
        n = end
    return "".join(out)
