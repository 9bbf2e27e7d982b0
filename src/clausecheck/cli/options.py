"""The options that `check` and `fix` share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from clausecheck.cli.dates import DAY

C = TypeVar("C", bound=Callable[..., Any])

_OPTIONS: tuple[Callable[[Any], Any], ...] = (
    click.argument("paths", nargs=-1, type=click.Path(path_type=str)),
    click.option(
        "--output-format",
        type=click.Choice(["full", "concise", "json"]),
        default="full",
        show_default=True,
        help="With excerpts and reasons; one line a finding; or for programs.",
    ),
    click.option(
        "--select",
        multiple=True,
        metavar="RULES",
        help="Check these only: names, codes or packs, with commas.",
    ),
    click.option(
        "--ignore",
        multiple=True,
        metavar="RULES",
        help="Leave these out: names, codes or packs, with commas.",
    ),
    click.option(
        "--fail-level",
        type=click.Choice(["error", "warning", "advice", "never"]),
        default="error",
        show_default=True,
        help="The least level of finding that makes the exit code 1.",
    ),
    click.option(
        "--final",
        is_flag=True,
        help="Check as for signature: a blank left is an error, and both engines must agree.",
    ),
    click.option(
        "--engine",
        type=click.Choice(["durable", "reference", "both"]),
        default="durable",
        show_default=True,
        help="What matches the rules; both must agree, or the draft counts as not checked.",
    ),
    click.option(
        "--quiet", "-q", is_flag=True, help="Findings only: no counts, no clean drafts, no notices."
    ),
    click.option(
        "--color",
        "--colour",
        "colour",
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        show_default=True,
        help="Auto heeds NO_COLOR, FORCE_COLOR and whether stdout is a terminal.",
    ),
    click.option("--no-waivers", is_flag=True, help="Show what waivers accept as if nobody had."),
    click.option("--as-of", type=DAY, metavar="DATE", help="Judge at this date whether waivers have ended."),
    click.option("--stdin-filename", metavar="NAME", help="What to call standard input in the report."),
    click.option(
        "--config",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="Judge under this file, not under the clausecheck.toml nearest to each draft.",
    ),
    click.option("--isolated", is_flag=True, help="Judge under no clausecheck.toml at all."),
)


def judging(command: C) -> C:
    """Gives a command the paths and options of a check, for `run`."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def mending(command: C) -> C:
    """Gives a command the options that say how far mending goes."""
    for option in (
        click.option("--diff", is_flag=True, help="Show what would change, and write nothing."),
        click.option("--unsafe-fixes", is_flag=True, help="Make also changes that change legal meaning."),
    ):
        command = option(command)
    return command
