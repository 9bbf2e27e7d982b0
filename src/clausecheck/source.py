"""A draft as it came: bytes made into text, and which stretches of the text are clause language.

Whatever editors and word processors do to a file is undone here and nowhere else: a byte-order mark,
line endings, UTF-16. What cannot be a draft (binary, another encoding, far too large) is a
`SourceProblem` with a reason a person can act on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from clausecheck.spans import LineIndex, Position, Span

MOST_BYTES = 2_000_000
MARKDOWN = frozenset({".md", ".markdown"})

_FENCE = re.compile(r"^ {0,3}(`{3,}(?=[^`]*$)|~{3,})[ \t]*([^\s`]*)[^\n]*$")
_HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(.*)$")


class SourceProblem(Exception):
    """A file that cannot be read as a draft; the message is one line for the person who named it."""


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of a source that is clause language, and the headings of its host around it."""

    span: Span
    headings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A text, its name as the user gave it, its lines, and its regions of clause language.

    `text` has `\\n` line endings and no byte-order mark; `newline` and `bom` say what the file had. `path`
    is where it was read from, for what it includes.
    """

    name: str
    text: str
    index: LineIndex
    regions: tuple[Region, ...]
    newline: str = "\n"
    bom: bool = False
    path: Path | None = None

    def position(self, offset: int) -> Position:
        """The line and column of a character offset."""
        return self.index.position(offset)

    def cut(self, span: Span) -> str:
        """The text of a span."""
        return self.text[span.start : span.end]


def read_source(path: Path, name: str | None = None) -> Source:
    """The draft in the file at `path`. Raises SourceProblem where it cannot be read as one."""
    shown = name if name is not None else path.as_posix()
    try:
        if path.stat().st_size > MOST_BYTES:
            raise SourceProblem(_too_large(shown, path.stat().st_size))
        raw = path.read_bytes()
    except OSError as fault:
        raise SourceProblem(f"{shown}: {fault.strerror or 'cannot be read'}") from None
    return replace(source_from_bytes(raw, shown), path=path)


def source_from_bytes(raw: bytes, name: str) -> Source:
    """The draft in these bytes. Raises SourceProblem where they cannot be one."""
    if len(raw) > MOST_BYTES:
        raise SourceProblem(_too_large(name, len(raw)))
    return source_from_text(_decoded(raw, name), name)


def source_from_text(text: str, name: str) -> Source:
    """The draft in this text; a name ending in .md makes it a Markdown host with clause fences."""
    bom = text.startswith("\ufeff")
    text = text.removeprefix("\ufeff")
    newline = "\r\n" if "\r\n" in text else "\n"
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\x0c", "\n")
    index = LineIndex(text)
    if PurePath(name).suffix.lower() in MARKDOWN:
        regions = tuple(_fences(index))
    else:
        regions = (Region(Span(0, len(text))),)
    return Source(name, text, index, regions, newline, bom)


def _too_large(name: str, size: int) -> str:
    return (
        f"{name}: {size / 1_000_000:.1f} MB is too large for a draft "
        f"(the limit is {MOST_BYTES / 1_000_000:.0f} MB); nothing in it was checked"
    )


def _decoded(raw: bytes, name: str) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = raw.decode("utf-16", "replace")
        if "\0" in text or "\ufffd" in text:
            raise SourceProblem(f"{name}: starts like UTF-16 text but is not; save it as UTF-8")
        return text
    nul = raw.find(b"\0")
    if nul != -1:
        raise SourceProblem(f"{name}: is a binary file, not a draft (a zero byte at offset {nul})")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as fault:
        line = raw.count(b"\n", 0, fault.start) + 1
        raise SourceProblem(
            f"{name}: is not UTF-8 text (byte 0x{raw[fault.start]:02x} on line {line}); save it as UTF-8"
        ) from None


def _without_closing_marks(heading: str) -> str:
    """`Title ##` as `Title`; marks that are glued to a word belong to it."""
    text = heading.strip()
    bare = text.rstrip("#")
    return bare.strip() if not bare or bare[-1].isspace() else text


def _fences(index: LineIndex) -> Iterator[Region]:
    """The ```clause fences of a Markdown text, each with the headings above it."""
    headings: list[tuple[int, str]] = []
    fence = ""
    start: int | None = None
    for number in range(1, len(index) + 1):
        line = index.line(number)
        mark = _FENCE.match(line)
        if not fence:
            if mark:
                fence = mark[1]
                start = index.span(number).end + 1 if mark[2].lower() == "clause" else None
            elif heading := _HEADING.match(line):
                depth = len(heading[1])
                headings = [(level, text) for level, text in headings if level < depth]
                headings.append((depth, _without_closing_marks(heading[2])))
        elif mark and mark[1].startswith(fence) and not mark[2]:
            fence = ""
            if start is not None:
                end = max(start, index.span(number).start)
                yield Region(Span(start, end), tuple(text for _, text in headings))
    if fence and start is not None:
        yield Region(
            Span(min(start, index.span(len(index)).end), index.span(len(index)).end),
            tuple(text for _, text in headings),
        )
