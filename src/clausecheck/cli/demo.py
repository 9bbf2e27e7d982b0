"""`clausecheck demo`: what the tool is worth, in ten seconds and without a draft of one's own."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from pathlib import Path

    from clausecheck.cli.streams import Choice
    from clausecheck.finding import Finding
    from clausecheck.render.options import RenderOptions
    from clausecheck.report.report import FileReport
    from clausecheck.source import Source

SHOWN = 3  # findings that are shown in full: what a person reads in ten seconds

EPILOG = """
\b
Example:
  clausecheck demo
"""


@click.command("demo", epilog=EPILOG, short_help="Check a bad draft.")
@click.option("--color", "--colour", "colour", type=click.Choice(["auto", "always", "never"]), default="auto")
def command(colour: Choice) -> int:
    """Check a bad draft that comes with clausecheck, and show the gravest of what it finds."""
    from clausecheck.cli import check
    from clausecheck.cli.failure import Failure
    from clausecheck.cli.paths import Draft, Problem, read_draft
    from clausecheck.cli.streams import columns, in_colour, say, write
    from clausecheck.render.options import RenderOptions

    source = read_draft(Draft("demo.clause", demo_path()), sys.stdin.buffer)
    if isinstance(source, Problem):
        raise Failure(str(source))
    report = check.make_checker(check.Wanted(isolated=True), say).check(source)
    options = RenderOptions(in_colour(colour, sys.stdout, os.environ), False, columns(sys.stdout))
    write(shown(report, options))
    return 0


def demo_path() -> Path:
    """Where the bad draft is. Raises Failure if the installation has none."""
    from clausecheck import data
    from clausecheck.cli.failure import Failure

    try:
        return data.folder("drafts") / "demo.clause"
    except FileNotFoundError as fault:
        raise Failure(str(fault)) from None


def shown(report: FileReport, options: RenderOptions) -> Iterator[str]:
    """An opening, the gravest findings in full, the counts, and where to go from here."""
    from clausecheck.render.full import of_finding
    from clausecheck.render.summary import sentence
    from clausecheck.report.report import Report

    lines = len(report.source.text.splitlines())
    yield f"A contract draft of {lines} lines{_title(report.source)}.\n"
    yield "The gravest of what is wrong with it:\n\n"
    for finding in gravest(report):
        yield from (line + "\n" for line in of_finding(finding, report, options))
        yield "\n"
    yield f"In all: {sentence(Report((report,)).summary)}\n\n"
    yield "Your own drafts:        clausecheck check FOLDER\n"
    yield "Why a rule exists:      clausecheck explain RULE\n"
    yield "How drafts are written: clausecheck vocabulary\n"


def _title(source: Source) -> str:
    heading = next((line for line in source.text.splitlines() if line.startswith("CONTRACT ")), "")
    title = heading.partition('"')[2].rstrip('" ')
    return f', "{title}"' if title else ""


def gravest(report: FileReport) -> list[Finding]:
    """The few findings to show: by level, those first that say in pounds what they cost, then by place."""
    standing = sorted(
        report.standing,
        key=lambda each: (-each.level, "£" not in each.consequence, not each.consequence, each.sort_key),
    )
    chosen: list[Finding] = []
    for finding in standing:
        if len(chosen) < SHOWN and finding.rule not in [each.rule for each in chosen]:
            chosen.append(finding)
    return chosen
