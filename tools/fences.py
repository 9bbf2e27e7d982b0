"""The fenced blocks of a Markdown page, and the console blocks among them kept true by running them.

A fence's info string says what its block is for:

- `clause` is a draft, or part of one, that reads without a fault of syntax; `clause faulty` is not.
- `clause home-first.clause` is a file as well, for the commands further down the page. Where that file is
  there already, the blocks and labels of the fence are added to it, each in the place of its namesake.
- `console` is a session: `$ clausecheck ...` and the whole of what it prints, or `$ echo $?`.

The commands of a page run one after another in one folder, which has the project's `drafts` and `examples`
and the files of the page, as if on a terminal of a fixed width, without colour.
"""

from __future__ import annotations

import os
import re
import shlex
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from click.testing import CliRunner

from clausecheck.cli.main import cli

ROOT = Path(__file__).parents[1]

FAULTY = "faulty"

_FENCE = re.compile(r"(`{3,})([^`\n]*)")
_HEADING = re.compile(r"[A-Z]{2,}(?=\s)")
_LABEL = re.compile(r"\s*([^\W\d_-][^:]*):")
_COMMAND = re.compile(r"\$ (?P<line>\S.*)")

# Whoever reads the documentation, whichever engine made it.
_OTHER_ENGINE = "clausecheck: durable-rules is not available here; the reference engine judges instead\n"

# The same words on every machine.
_ENVIRONMENT = {"NO_COLOR": None, "FORCE_COLOR": None, "CLAUSECHECK_DEBUG": None, "COLUMNS": "80"}
_WIDTH = 100


class CannotRun(Exception):
    """A console block with a command that is none of ours, or that ends in a fault of the program."""


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced block: its info string in words, and its text, which is lines `first` to `end`, exclusive."""

    info: tuple[str, ...]
    text: str
    first: int
    end: int

    @property
    def language(self) -> str:
        """What the block is written in."""
        return self.info[0] if self.info else ""

    @property
    def file(self) -> str:
        """The name of the file that the block is, if it is one."""
        return next((word for word in self.info[1:] if "." in word), "")


def fences(page: str) -> Iterator[Fence]:
    """The outermost fenced blocks of a page, in order."""
    lines = page.split("\n")
    at = 0
    while at < len(lines):
        mark = _FENCE.fullmatch(lines[at])
        at += 1
        if mark is None:
            continue
        first = at
        while at < len(lines) and lines[at].rstrip() != mark[1]:
            at += 1
        yield Fence(tuple(mark[2].split()), "".join(f"{each}\n" for each in lines[first:at]), first, at)
        at += 1


def refreshed(page: str) -> str:
    """The page with the output in its console blocks as the program gives it now. Raises CannotRun."""
    found = list(fences(page))
    if not any(each.language == "console" for each in found):
        return page
    lines = page.split("\n")
    made: list[str] = []
    done = 0
    with _folder():
        for fence in found:
            if fence.language == "clause" and fence.file:
                write(Path(fence.file), fence.text)
            elif fence.language == "console":
                made += lines[done : fence.first]
                made += session(fence.text).split("\n")[:-1]
                done = fence.end
    return "\n".join([*made, *lines[done:]])


def write(file: Path, text: str) -> None:
    """Put the blocks of `text` into the file, label by label."""
    blocks = _blocks(file.read_text("utf-8")) if file.is_file() else {}
    for heading, lines in _blocks(text).items():
        known = blocks.setdefault(heading, {})
        if known and '"' not in lines[""]:
            del lines[""]  # a heading that is only named again keeps its title
        known.update(lines)
    file.write_text("\n".join("".join(lines.values()) for lines in blocks.values()), "utf-8")


def _blocks(text: str) -> dict[str, dict[str, str]]:
    """The blocks of a clause text by head and id, each with its lines by label, bullets included."""
    blocks: dict[str, dict[str, str]] = {}
    lines: dict[str, str] = {}
    label = ""
    for line in filter(str.strip, text.splitlines(keepends=True)):
        if not blocks or _HEADING.match(line):
            label = ""
            lines = blocks.setdefault(line.partition('"')[0].strip(), {})
        elif found := _LABEL.match(line):
            label = found[1]
        lines[label] = lines.get(label, "") + line
    return blocks


def session(block: str) -> str:
    """The commands of a console block, each with what it prints when run here."""
    out: list[str] = []
    code = 0
    for line in block.splitlines():
        command = _COMMAND.fullmatch(line)
        if command is None:
            continue
        out.append(line + "\n")
        if command["line"] == "echo $?":
            out.append(f"{code}\n")
        else:
            printed, code = run(command["line"])
            out.append(printed)
    return "".join(out)


def run(command: str) -> tuple[str, int]:
    """What a command line of clausecheck prints, on stdout and stderr as they come, and its exit code."""
    words = shlex.split(command)
    stdin = b""
    if "<" in words:
        at = words.index("<")
        stdin = Path(words[at + 1]).read_bytes()
        del words[at : at + 2]
    if words[0] != "clausecheck":
        raise CannotRun(f"a console block has clausecheck and echo $? only, not {command}")
    with patch("clausecheck.cli.streams.columns", lambda _: _WIDTH):
        result = CliRunner(env=_ENVIRONMENT).invoke(cli, words[1:], input=stdin, prog_name="clausecheck")
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise CannotRun(f"{command}: {result.exception!r}")
    if "internal fault" in result.output:
        raise CannotRun(f"{command}: {result.output.strip()}")
    return result.output.replace(_OTHER_ENGINE, ""), result.exit_code


@contextmanager
def _folder() -> Iterator[None]:
    """Work in an empty folder that has the project's drafts."""
    before = Path.cwd()
    with tempfile.TemporaryDirectory(prefix="clausecheck-docs-") as folder:
        for name in ("drafts", "examples"):
            (Path(folder) / name).symlink_to(ROOT / name)
        os.chdir(folder)
        try:
            yield
        finally:
            os.chdir(before)
