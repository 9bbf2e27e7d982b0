"""Which files a check is about, and reading them.

A folder stands for every `*.clause` in it and below, and every `*.md` with a clause fence. Hidden files and
folders are left out, a file is taken once however it is reached, and a link back to where one has been
leads nowhere.
"""

from __future__ import annotations

import os
import re
import stat
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import BinaryIO

from clausecheck.source import MARKDOWN, MOST_BYTES, Source, SourceProblem, read_source, source_from_bytes

STDIN = "-"
STDIN_NAME = "<stdin>"

_FENCE = re.compile(rb"^ {0,3}(?:`{3,}|~{3,})[ \t]*clause\b", re.MULTILINE | re.IGNORECASE)
_NO_FENCE = "has no ```clause fence, so nothing in it was checked"


@dataclass(frozen=True, slots=True)
class Problem:
    """A path that nothing can be checked at: its name, why, and the line to say so with."""

    name: str
    reason: str
    line: str = ""

    def __str__(self) -> str:
        return self.line or f"{self.name}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Draft:
    """A file to read, and its name in the report. Without a path it is standard input."""

    name: str
    path: Path | None


def find_drafts(paths: Iterable[str], stdin_name: str = STDIN_NAME) -> tuple[list[Draft], list[Problem]]:
    """The drafts that these paths stand for, by name, and what is wrong with any of the paths."""
    drafts: dict[str, Draft] = {}
    problems: list[Problem] = []
    for given in paths:
        for found in _found(given, stdin_name):
            if isinstance(found, Problem):
                problems.append(found)
            else:
                identity = os.path.realpath(found.path) if found.path else STDIN
                drafts.setdefault(identity, found)
    return sorted(drafts.values(), key=lambda each: each.name), problems


def read_draft(draft: Draft, stdin: BinaryIO) -> Source | Problem:
    """The text of a draft, or why there is none to check."""
    try:
        if draft.path is None:
            source = source_from_bytes(stdin.read(MOST_BYTES + 1), draft.name)
        else:
            source = read_source(draft.path, draft.name)
    except SourceProblem as fault:
        reason = str(fault).removeprefix(f"{draft.name}: ")
        return Problem(draft.name, reason)
    if not source.regions and PurePath(draft.name).suffix.lower() in MARKDOWN:
        return Problem(draft.name, _NO_FENCE)
    return source


def _found(given: str, stdin_name: str) -> Iterator[Draft | Problem]:
    """What one path of the command line stands for."""
    if given == STDIN:
        yield Draft(stdin_name, None)
        return
    path = Path(given)
    name = PurePath(given).as_posix()
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        yield Problem(name, "no such file or folder", f"no such file or folder: {name}")
    except (OSError, ValueError) as fault:
        yield Problem(name, getattr(fault, "strerror", None) or "cannot be read")
    else:
        if stat.S_ISDIR(mode):
            yield from _in_folder(path, name)
        elif stat.S_ISCHR(mode) or stat.S_ISBLK(mode):
            yield Problem(name, "is a device, not a file; use - for standard input")
        else:
            yield Draft(name, path)


def _in_folder(folder: Path, name: str) -> Iterator[Draft | Problem]:
    nothing = True
    for found in _walk(folder):
        nothing = False
        yield found
    if nothing:
        shown = "the current folder" if name == "." else name
        reason = "no drafts here (*.clause, or *.md with a ```clause fence)"
        yield Problem(
            name,
            reason,
            f"no drafts in {shown} (*.clause, or *.md with a ```clause fence): nothing was checked",
        )


def _walk(top: Path) -> Iterator[Draft | Problem]:
    """The drafts below a folder. What cannot be looked into is a problem, never passed over.

    Links come last, so that a draft goes by its own name where it has one here.
    """
    been: set[tuple[int, int]] = set()
    waiting = deque([top])
    while waiting:
        folder = waiting.popleft()
        try:
            status = folder.stat()
            if (status.st_dev, status.st_ino) in been:
                continue
            been.add((status.st_dev, status.st_ino))
            inside = sorted(folder.iterdir(), key=lambda each: (each.is_symlink(), each.name))
        except OSError as fault:
            yield Problem(folder.as_posix(), fault.strerror or "cannot be read")
            continue
        folders = []
        for path in inside:
            if path.name.startswith("."):
                continue
            if os.path.isdir(path):  # noqa: PTH112 - pathlib raises where this says no
                folders.append(path)
            elif path.suffix.lower() in (".clause", ".md"):
                yield from _in_file(path)
        waiting.extend(each for each in folders if each.is_symlink())
        waiting.extendleft(each for each in reversed(folders) if not each.is_symlink())


def _in_file(path: Path) -> Iterator[Draft | Problem]:
    """A file in a folder, if it is a draft. A pipe or a socket is not, whatever it is called."""
    name = path.as_posix()
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return
        if path.suffix.lower() == ".md" and not _FENCE.search(path.read_bytes()):
            return
    except OSError as fault:
        yield Problem(name, fault.strerror or "cannot be read")
        return
    yield Draft(name, path)
