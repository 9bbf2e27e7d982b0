"""`clausecheck format`: drafts in canonical form, written back, shown as a diff, or only asked for."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from clausecheck.cli.paths import Draft, Problem
    from clausecheck.source import Source

EPILOG = """
\b
Examples:
  clausecheck format                       every draft in this folder and below
  clausecheck format draft.clause --diff   what it would change
  clausecheck format drafts/ --check       exit 1, and say which, if any is not in this form
  clausecheck format - < draft.clause      from standard input to standard output

Formatting never changes what a draft says. Lines that are not understood are left as they are; in *.md files
only ```clause fences change.

\b
Exit codes: 0 done, 1 drafts to format with --check, 2 the work could not be done.
"""


@dataclass(frozen=True, slots=True)
class Result:
    """A draft, and its text in canonical form. `content` is that text as the bytes of a file."""

    draft: Draft
    source: Source
    text: str
    content: bytes

    @property
    def changed(self) -> bool:
        """Whether the draft was not in canonical form."""
        return self.text != self.source.text


class NotDone(Exception):
    """A draft that is left as it is, and why."""

    def __init__(self, name: str, reason: str) -> None:
        from clausecheck.cli.paths import Problem

        super().__init__(reason)
        self.problem: Problem = Problem(name, reason.removeprefix(f"{name}: "))


@click.command("format", epilog=EPILOG, short_help="Write drafts in canonical form.")
@click.argument("paths", nargs=-1, type=click.Path(path_type=str))
@click.option("--check", is_flag=True, help="Write nothing; name the drafts that would change, and exit 1.")
@click.option("--diff", is_flag=True, help="Write nothing; show what would change.")
@click.option("--stdin-filename", metavar="NAME", help="What to call standard input.")
def command(paths: tuple[str, ...], check: bool, diff: bool, stdin_filename: str | None) -> int:
    """Write drafts in their canonical form: spelling of labels and choices, money, dates, layout.

    Without PATHS, formats the drafts in the current folder.
    """
    from clausecheck.cli.paths import STDIN_NAME, find_drafts
    from clausecheck.cli.streams import say, write
    from clausecheck.writing import difference

    if stdin_filename is not None and "-" not in paths:
        raise click.UsageError("--stdin-filename is for standard input: give - as a path")
    drafts, problems = find_drafts(paths or (".",), stdin_filename or STDIN_NAME)
    results: list[Result] = []
    for draft in drafts:
        try:
            result = _formatted(draft)
            results.append(result)
            if not check and not diff:
                _put(result)
        except NotDone as fault:
            problems.append(fault.problem)
    changed = [result for result in results if result.changed]
    if diff:
        write(line for result in changed for line in difference(result.source, result.text))
    elif check:
        write(f"{result.draft.name}\n" for result in changed)
    for problem in problems:
        say(str(problem))
    return 2 if problems else int(check and bool(changed))


def _formatted(draft: Draft) -> Result:
    """The draft in canonical form. Raises NotDone where it cannot be had."""
    from io import BytesIO

    from clausecheck.cli.paths import Draft, Problem, read_draft
    from clausecheck.format import FormatFault, format_source
    from clausecheck.writing import WriteProblem, encoded

    raw = _read(draft)
    source = read_draft(Draft(draft.name, None), BytesIO(raw))
    if isinstance(source, Problem):
        raise NotDone(source.name, source.reason.replace("checked", "formatted"))
    try:
        text = format_source(source)
        return Result(draft, source, text, encoded(source, raw, text))
    except (FormatFault, WriteProblem) as fault:
        raise NotDone(draft.name, str(fault)) from None


def _read(draft: Draft) -> bytes:
    """The bytes of a draft, or of one that is too large as many as show that it is."""
    from clausecheck.source import MOST_BYTES

    try:
        if draft.path is None:
            return sys.stdin.buffer.read(MOST_BYTES + 1)
        with draft.path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as fault:
        raise NotDone(draft.name, fault.strerror or "cannot be read") from None


def _put(result: Result) -> None:
    """Put a draft where it came from, and say so if it changed. Raises NotDone where that cannot be."""
    from clausecheck.cli.streams import say, write
    from clausecheck.writing import WriteProblem, write_back

    if result.draft.path is None:
        write([result.content.decode("utf-8")])
    elif result.changed:
        try:
            write_back(result.source, result.draft.path, result.text)
        except WriteProblem as fault:
            raise NotDone(result.draft.name, str(fault)) from None
        say(f"formatted {result.draft.name}")
