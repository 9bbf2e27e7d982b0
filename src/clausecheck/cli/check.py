"""`clausecheck check`: which drafts, which rules, how grave, and how to show it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from clausecheck.cli.options import judging, mending

if TYPE_CHECKING:
    from pathlib import Path

    from clausecheck.checker import Checker
    from clausecheck.cli.judge import Judge
    from clausecheck.cli.mending import Mender
    from clausecheck.cli.paths import Draft, Problem
    from clausecheck.engine.choose import Choice
    from clausecheck.house.file import House
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
  clausecheck check from-outside/ --isolated          under nobody's clausecheck.toml

A path is a draft, a folder, or - for standard input. In a folder, drafts are *.clause files, and *.md files
with a ```clause fence.

\b
Exit codes: 0 nothing at the fail level, 1 findings, 2 the work could not be done.
"""


Treat = Callable[["Judge", "Draft", "Source"], "FileReport | Problem"]


def _report(judge: Judge, draft: Draft, source: Source) -> FileReport:
    return judge.check(source)


@dataclass(frozen=True, slots=True)
class Wanted:
    """How drafts are to be judged.

    Each is judged under the house's file nearest to it, unless `config` names one or `isolated` is true.
    """

    engine: Choice = "durable"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    final: bool = False
    as_of: date | None = None
    config: Path | None = None
    isolated: bool = False


def make_checker(
    wanted: Wanted, say: Callable[[str], None], under: Callable[[House], None] = lambda _: None
) -> Judge:
    """What judges the drafts; `under` hears of each file of a house, once, that drafts are judged under.

    Raises Failure for rules that are not there or cannot be used.
    """
    from clausecheck.checker import Checker
    from clausecheck.cli.catalogue import load
    from clausecheck.cli.failure import Failure
    from clausecheck.cli.judge import HouseJudge
    from clausecheck.cli.selection import named
    from clausecheck.engine.protocol import EngineFault
    from clausecheck.house.file import HouseProblem
    from clausecheck.house.find import load_house

    catalogue = load()
    select = named(wanted.select, catalogue.rules, "--select")
    ignore = named(wanted.ignore, catalogue.rules, "--ignore")
    if not set(select or catalogue.rules) - set(ignore):
        raise Failure("--select and --ignore leave no rule to check with")

    def make(house: House | None) -> Checker:
        if house is not None:
            under(house)
        return Checker(
            catalogue,
            engine=wanted.engine,
            select=select,
            ignore=ignore,
            final=wanted.final,
            as_of=wanted.as_of,
            house=house,
            say=say,
        )

    try:
        if wanted.config is not None:
            return make(load_house(wanted.config, catalogue))
        return make(None) if wanted.isolated else HouseJudge(catalogue, make)
    except (EngineFault, HouseProblem) as fault:
        raise Failure(str(fault)) from None


def check_drafts(
    paths: Sequence[str],
    stdin_name: str | None,
    judge: Callable[[], Judge],
    say: Callable[[str], None],
    tell: Callable[[int, int], None],
    treat: Treat = _report,
    stdin: BinaryIO | None = None,
    settle: bool = False,
) -> Report:
    """Read and judge every draft. What cannot be checked is said at once, and the rest is still done.

    `judge` is called once, if there is anything to judge; `tell` hears how many drafts of how many are done.
    `treat` does the work on one draft; `stdin` stands in for standard input. With `settle`, drafts that
    include others are judged once more at the end, since what they include may have been mended after them.
    """
    from clausecheck.cli.paths import STDIN_NAME, Problem, find_drafts, read_draft
    from clausecheck.report.report import FileReport, Report, Unread

    drafts, problems = find_drafts(paths, stdin_name or STDIN_NAME)
    unread = [Unread(each.name, each.reason) for each in problems]
    for problem in problems:
        say(str(problem))
    judging = judge() if drafts else None
    files: list[FileReport] = []
    parents: list[tuple[int, Draft]] = []
    for n, draft in enumerate(drafts):
        tell(n, len(drafts))
        source = read_draft(draft, stdin or sys.stdin.buffer)
        outcome = source if isinstance(source, Problem) else _treated(treat, judging, draft, source)
        if isinstance(outcome, FileReport):
            if outcome.included and draft.path is not None:
                parents.append((len(files), draft))
            files.append(outcome)
        else:
            unread.append(Unread(outcome.name, outcome.reason))
            say(str(outcome))
    for place, draft in parents if settle else ():
        source = read_draft(draft, sys.stdin.buffer)
        again = source if isinstance(source, Problem) else _treated(_report, judging, draft, source)
        if isinstance(again, FileReport):
            files[place] = again
    if drafts:
        tell(len(drafts), len(drafts))
    return Report(tuple(files), tuple(unread))


def _treated(treat: Treat, judge: Judge | None, draft: Draft, source: Source) -> FileReport | Problem:
    """The report on one draft, or the problem that kept it from being judged."""
    from clausecheck.cli.main import internal
    from clausecheck.cli.paths import Problem
    from clausecheck.engine.protocol import EngineFault
    from clausecheck.house.file import HouseProblem

    assert judge is not None
    try:
        return treat(judge, draft, source)
    except EngineFault as fault:
        return Problem(source.name, f"not checked: {fault}")
    except HouseProblem as fault:
        return Problem(source.name, f"not checked: {fault}")
    except Exception as fault:
        if os.environ.get("CLAUSECHECK_DEBUG") == "1":
            raise
        return Problem(source.name, internal(fault))


@click.command("check", epilog=EPILOG, short_help="Check drafts.")
@judging
@click.option("--fix", is_flag=True, help="First mend what can be mended without changing legal meaning.")
@mending
def command(paths: tuple[str, ...], **options: Any) -> int:
    """Check drafts, and say what is wrong with them and why it matters.

    Without PATHS, checks the current folder.
    """
    for option in ("--unsafe-fixes", "--diff"):
        if options[option[2:].replace("-", "_")] and not options["fix"]:
            raise click.UsageError(f"{option} goes with --fix")
    return run(paths, options)


def run(paths: tuple[str, ...], options: dict[str, Any]) -> int:
    """Check drafts as the options of `judging` and `mending` say; with `fix`, mend them first.

    Returns the exit code. Raises Failure and UsageError.
    """
    from clausecheck.cli.streams import say
    from clausecheck.finding import Level
    from clausecheck.report.exit import exit_code

    if options["stdin_filename"] is not None and "-" not in paths:
        raise click.UsageError("--stdin-filename is for standard input: give - as a path")
    if options["isolated"] and options["config"] is not None:
        raise click.UsageError("--config names the file to judge under, and --isolated asks for none")
    wanted = Wanted(
        options["engine"],
        options["select"],
        options["ignore"],
        options["final"],
        options["as_of"],
        options["config"],
        options["isolated"],
    )
    quiet: bool = options["quiet"]
    notice = _unsaid if quiet else say
    mender = _mender(paths, options) if options["fix"] else None
    houses: list[House] = []
    report = check_drafts(
        paths or (".",),
        options["stdin_filename"],
        lambda: make_checker(wanted, notice, houses.append),
        say,
        _Progress(quiet),
        *((mender, mender.stdin, mender.writes) if mender else ()),
    )
    if options["no_waivers"]:
        report = report.without_waivers()
    for line in mender.said() if mender else ():
        notice(line)
    if options["output_format"] == "concise":
        for house in houses:
            notice(house.said)
    _show(report, options, mender)
    level = options["fail_level"]
    return int(exit_code(report, None if level == "never" else Level.named(level)))


def _mender(paths: Sequence[str], options: dict[str, Any]) -> Mender:
    from clausecheck.cli.mending import Mender

    if "-" in paths and len(paths) > 1:
        raise click.UsageError("standard input is mended alone: give - and no other path")
    return Mender(options["unsafe_fixes"], options["diff"], sys.stdin.buffer if "-" in paths else None)


def _show(report: Report, options: dict[str, Any], mender: Mender | None) -> None:
    """The report on stdout, unless a mended text or a diff has to go there."""
    from clausecheck.cli.streams import columns, in_colour, say, write
    from clausecheck.render import renderer
    from clausecheck.render.options import RenderOptions

    out = sys.stdout
    if mender is not None and mender.output is not None:
        write(mender.output)
        if options["diff"]:
            _say_of_houses(report, say)
            return
        out = sys.stderr
    if options["output_format"] == "concise":
        _say_partial(report, say)
    quiet: bool = options["quiet"]
    shown = RenderOptions(in_colour(options["colour"], out, os.environ), quiet, columns(out))
    write(renderer(options["output_format"])(report, shown), out)


def _say_partial(report: Report, say: Callable[[str], None]) -> None:
    """The concise format has findings only, so that a draft was not judged in full is said apart."""
    for file in report.files:
        if file.partial:
            say(
                ": ".join(
                    (file.name, "not checked in full", *(["; ".join(file.notes)] if file.notes else []))
                )
            )


def _say_of_houses(report: Report, say: Callable[[str], None]) -> None:
    """What is wrong in a house's file, which a diff in the place of the report does not show."""
    from clausecheck.render.concise import render
    from clausecheck.render.options import RenderOptions
    from clausecheck.report.report import Report

    own = Report(tuple(file for file in report.files if not file.draft))
    for line in render(own, RenderOptions()):
        say(line.rstrip("\n"))


def _unsaid(line: str) -> None:
    """Drop a notice."""


class _Progress:
    """Shows on a terminal's stderr how far a long check is, and leaves no trace."""

    def __init__(self, quiet: bool) -> None:
        self._on = not quiet and sys.stderr.isatty()

    def __call__(self, done: int, of: int) -> None:
        if self._on and of >= MANY:
            click.echo("\r\x1b[K" + (f"{done} of {of} drafts" if done < of else ""), nl=False, err=True)
