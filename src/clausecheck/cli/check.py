"""`clausecheck check`: which drafts, which rules, how grave, and how to show it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol

import click

from clausecheck.cli.dates import DAY

if TYPE_CHECKING:
    from clausecheck.engine.choose import Choice
    from clausecheck.report.report import FileReport, Report
    from clausecheck.source import Source

MANY = 50  # from so many files on, a terminal is shown how far the work is

EPILOG = """
\b
Examples:
  clausecheck check                                   every draft in this folder and below
  clausecheck check draft.clause --fail-level warning
  clausecheck check drafts/ --select RS003,procurement
  clausecheck check draft.clause --final              ready for signature: no blank left?
  clausecheck check - --stdin-filename draft.clause < draft.clause
  clausecheck check drafts/ --output-format json > report.json

A path is a draft, a folder, or - for standard input. In a folder, drafts are *.clause files, and *.md files
with a ```clause fence.

\b
Exit codes: 0 nothing at the fail level, 1 findings, 2 the work could not be done.
"""


class Judge(Protocol):
    """Whatever judges a draft."""

    def check(self, source: Source) -> FileReport:
        """The findings of one draft."""
        ...


@dataclass(frozen=True, slots=True)
class Wanted:
    """How drafts are to be judged."""

    engine: Choice = "durable"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    final: bool = False
    as_of: date | None = None


def make_checker(wanted: Wanted, say: Callable[[str], None]) -> Judge:
    """What judges the drafts. Raises Failure for rules that are not there or cannot be used."""
    from clausecheck.checker import Checker
    from clausecheck.cli.catalogue import load
    from clausecheck.cli.failure import Failure
    from clausecheck.cli.selection import named
    from clausecheck.engine.protocol import EngineFault

    catalogue = load()
    select = named(wanted.select, catalogue.rules, "--select")
    ignore = named(wanted.ignore, catalogue.rules, "--ignore")
    if not set(select or catalogue.rules) - set(ignore):
        raise Failure("--select and --ignore leave no rule to check with")
    try:
        return Checker(
            catalogue,
            engine=wanted.engine,
            select=select,
            ignore=ignore,
            final=wanted.final,
            as_of=wanted.as_of,
            say=say,
        )
    except EngineFault as fault:
        raise Failure(str(fault)) from None


def check_drafts(
    paths: Sequence[str],
    stdin_name: str | None,
    judge: Callable[[], Judge],
    say: Callable[[str], None],
    tell: Callable[[int, int], None],
) -> Report:
    """Read and judge every draft. What cannot be checked is said at once, and the rest is still done.

    `judge` is called once, if there is anything to judge; `tell` hears how many drafts of how many are done.
    """
    from clausecheck.cli.paths import STDIN_NAME, Problem, find_drafts, read_draft
    from clausecheck.report.report import FileReport, Report, Unread

    drafts, problems = find_drafts(paths, stdin_name or STDIN_NAME)
    unread = [Unread(each.name, each.reason) for each in problems]
    for problem in problems:
        say(str(problem))
    judging = judge() if drafts else None
    files: list[FileReport] = []
    for n, draft in enumerate(drafts):
        tell(n, len(drafts))
        source = read_draft(draft, sys.stdin.buffer)
        outcome = source if isinstance(source, Problem) else _judged(judging, source)
        if isinstance(outcome, FileReport):
            files.append(outcome)
        else:
            unread.append(Unread(outcome.name, outcome.reason))
            say(str(outcome))
    if drafts:
        tell(len(drafts), len(drafts))
    return Report(tuple(files), tuple(unread))


def _judged(judge: Judge | None, source: Source) -> Any:
    """The report on one draft, or the Problem that kept it from being judged."""
    from clausecheck.cli.main import internal
    from clausecheck.cli.paths import Problem
    from clausecheck.engine.protocol import EngineFault

    assert judge is not None
    try:
        return judge.check(source)
    except EngineFault as fault:
        return Problem(source.name, f"not checked: {fault}")
    except Exception as fault:
        if os.environ.get("CLAUSECHECK_DEBUG") == "1":
            raise
        return Problem(source.name, internal(fault))


@click.command("check", epilog=EPILOG, short_help="Check drafts.")
@click.argument("paths", nargs=-1, type=click.Path(path_type=str))
@click.option(
    "--output-format",
    type=click.Choice(["full", "concise", "json"]),
    default="full",
    show_default=True,
    help="With excerpts and reasons; one line a finding; or for programs.",
)
@click.option(
    "--select", multiple=True, metavar="RULES", help="Check these only: names, codes or packs, with commas."
)
@click.option(
    "--ignore", multiple=True, metavar="RULES", help="Leave these out: names, codes or packs, with commas."
)
@click.option(
    "--fail-level",
    type=click.Choice(["error", "warning", "advice", "never"]),
    default="error",
    show_default=True,
    help="The least level of finding that makes the exit code 1.",
)
@click.option(
    "--final",
    is_flag=True,
    help="Check as for signature: a blank left is an error, and both engines must agree.",
)
@click.option(
    "--engine",
    type=click.Choice(["durable", "reference", "both"]),
    default="durable",
    show_default=True,
    help="What matches the rules; both must agree, or the draft counts as not checked.",
)
@click.option("--quiet", "-q", is_flag=True, help="Findings only: no counts, no clean drafts, no notices.")
@click.option(
    "--color",
    "--colour",
    "colour",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="Auto heeds NO_COLOR, FORCE_COLOR and whether stdout is a terminal.",
)
@click.option("--no-waivers", is_flag=True, help="Show what waivers accept as if nobody had.")
@click.option("--as-of", type=DAY, metavar="DATE", help="Judge at this date whether waivers have ended.")
@click.option("--stdin-filename", metavar="NAME", help="What to call standard input in the report.")
def command(paths: tuple[str, ...], **options: Any) -> int:
    """Check drafts, and say what is wrong with them and why it matters.

    Without PATHS, checks the current folder.
    """
    from clausecheck.cli.streams import in_colour, say, write
    from clausecheck.finding import Level
    from clausecheck.render import renderer
    from clausecheck.report.exit import exit_code

    if options["stdin_filename"] is not None and "-" not in paths:
        raise click.UsageError("--stdin-filename is for standard input: give - as a path")
    wanted = Wanted(
        options["engine"], options["select"], options["ignore"], options["final"], options["as_of"]
    )
    quiet: bool = options["quiet"]
    notice = _unsaid if quiet else say
    report = check_drafts(
        paths or (".",),
        options["stdin_filename"],
        lambda: make_checker(wanted, notice),
        say,
        _Progress(quiet),
    )
    if options["no_waivers"]:
        report = report.without_waivers()
    if options["output_format"] == "concise":
        _say_partial(report, say)
    shown = _render_options(in_colour(options["colour"], sys.stdout, os.environ), quiet)
    write(renderer(options["output_format"])(report, shown))
    level = options["fail_level"]
    return int(exit_code(report, None if level == "never" else Level.named(level)))


def _render_options(colour: bool, quiet: bool) -> Any:
    from clausecheck.cli.streams import columns
    from clausecheck.render.options import RenderOptions

    return RenderOptions(colour=colour, quiet=quiet, width=columns(sys.stdout))


def _say_partial(report: Report, say: Callable[[str], None]) -> None:
    """The concise format has findings only, so that a draft was not judged in full is said apart."""
    for file in report.files:
        if file.partial:
            say(
                ": ".join(
                    (file.name, "not checked in full", *(["; ".join(file.notes)] if file.notes else []))
                )
            )


def _unsaid(line: str) -> None:
    """Drop a notice."""


class _Progress:
    """Shows on a terminal's stderr how far a long check is, and leaves no trace."""

    def __init__(self, quiet: bool) -> None:
        self._on = not quiet and sys.stderr.isatty()

    def __call__(self, done: int, of: int) -> None:
        if self._on and of >= MANY:
            click.echo("\r\x1b[K" + (f"{done} of {of} drafts" if done < of else ""), nl=False, err=True)
