"""Reads the files that a draft includes, and lays draft and inclusions out as one text.

A draft is untrusted: it may include only files in its own folder and below, and no file twice in one
chain. An inclusion that cannot be read is one notice on its line; the rest of the draft is still checked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from clausecheck.finding import Notice
from clausecheck.source import Region, Source, SourceProblem, read_source
from clausecheck.spans import LineIndex, Span
from clausecheck.syntax.lines import read_lines
from clausecheck.syntax.tree import Line, LineKind, Node
from clausecheck.syntax.values import read_value

MOST_FILES = 50


class Inclusion(NamedTuple):
    """A file that was read into a draft, and where its text begins in the whole."""

    start: int
    source: Source


class Whole(NamedTuple):
    """A draft with everything it includes: one source, whose first part is the draft itself.

    `read` has the offsets of the INCLUDE lines whose file was read.
    """

    source: Source
    inclusions: tuple[Inclusion, ...] = ()
    notices: tuple[Notice, ...] = ()
    read: frozenset[int] = frozenset()


def whole(source: Source) -> Whole:
    """The draft with its inclusions. Without any, the source itself."""
    if "INCLUDE" not in source.text and "Include" not in source.text:
        return Whole(source)
    gathering = _Gathering(source)
    regions = tuple(gathering.regions(source, 0, (_real(source.path),) if source.path else ()))
    text = "\n".join(gathering.texts)
    return Whole(
        replace(source, text=text, index=LineIndex(text), regions=regions),
        tuple(gathering.inclusions),
        tuple(gathering.notices),
        frozenset(gathering.read),
    )


class _Gathering:
    """The texts and inclusions so far."""

    def __init__(self, source: Source) -> None:
        self._root = _real(source.path.parent) if source.path is not None else None
        self.texts = [source.text]
        self._length = len(source.text)
        self.inclusions: list[Inclusion] = []
        self.notices: list[Notice] = []
        self.read: set[int] = set()

    def regions(self, source: Source, start: int, chain: tuple[Path, ...]) -> Iterator[Region]:
        """The regions of a source whose text begins at `start`, in the order in which they are read."""
        for region in source.regions:
            at = region.span.start
            for line in read_lines(source.cut(region.span), region.span.start):
                if line.kind is not LineKind.INCLUDE:
                    continue
                included = self._included(line, source, start, chain)
                if included is None:
                    continue
                yield Region(Span(at + start, line.span.end + start), region.headings)
                at = line.span.end
                place, path = included
                yield from self.regions(place.source, place.start, (*chain, path))
            yield Region(Span(at + start, region.span.end + start), region.headings)

    def _included(
        self, line: Line, source: Source, start: int, chain: tuple[Path, ...]
    ) -> tuple[Inclusion, Path] | None:
        name = _file_of(line)
        try:
            path = self._resolve(name, source, chain)
            read = read_source(path, _shown(source, name))
        except (_Refused, SourceProblem) as reason:
            said = str(reason).removeprefix(f"{_shown(source, name)}: ")
            self.notices.append(
                Notice(
                    "include-not-read",
                    f'"{name}" cannot be included: {said}',
                    line.span.shifted(start),
                    help="name a file in the draft's own folder or below, with its path from there",
                    path=(line.lead.text,),
                )
            )
            return None
        place = Inclusion(self._length + 1, read)
        self.texts.append(read.text)
        self._length += 1 + len(read.text)
        self.inclusions.append(place)
        self.read.add(line.span.start + start)
        return place, path

    def _resolve(self, name: str, source: Source, chain: tuple[Path, ...]) -> Path:
        if self._root is None or source.path is None:
            raise _Refused("the draft was not read from a file, so nothing lies beside it")
        if not name:
            raise _Refused('no file is named; write INCLUDE "schedule-3.clause"')
        if len(self.inclusions) >= MOST_FILES:
            raise _Refused(f"a draft includes {MOST_FILES} files at most")
        if PurePosixPath(name).is_absolute() or "\\" in name or ":" in name:
            raise _Refused("only files in the draft's own folder can be included")
        path = _real(source.path.parent / name)
        if not path.is_relative_to(self._root):
            raise _Refused("it lies outside the draft's own folder")
        if path in chain:
            raise _Refused("it includes itself, in the end")
        if not path.is_file():
            raise _Refused("there is no such file")
        return path


class _Refused(Exception):
    """An inclusion that may not or cannot be made; the message says why."""


def _file_of(line: Line) -> str:
    tree = read_value("include_rest", line.rest.text) if line.rest else None
    leaf = tree.leaf("STRING") if isinstance(tree, Node) else None
    return leaf.text[1:-1].strip() if leaf else ""


def _shown(source: Source, name: str) -> str:
    """An included file's name beside the name of the draft that includes it."""
    folder = PurePosixPath(source.name).parent
    return (folder / name).as_posix()


def _real(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError):  # a loop of links, or a name no file can have
        return path.absolute()
