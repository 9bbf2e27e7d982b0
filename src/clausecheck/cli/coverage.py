"""`clausecheck coverage`: what a draft states of each core element, states in part, and lacks."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from clausecheck.cli.streams import Choice

EPILOG = """
\b
Examples:
  clausecheck coverage draft.clause
  clausecheck coverage draft.clause --format markdown > board-paper.md
"""


@click.command("coverage", epilog=EPILOG, short_help="Show what a draft states and lacks.")
@click.argument("draft", type=click.Path(path_type=str))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    show_default=True,
    help="For the terminal, for a board paper, or for programs.",
)
@click.option(
    "--color",
    "--colour",
    "colour",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="Auto heeds NO_COLOR, FORCE_COLOR and whether stdout is a terminal. For text only.",
)
def command(draft: str, form: str, colour: Choice) -> int:
    """Show what DRAFT (a file, or - for standard input) states of each core element of a contract for
    integrated care, states in part, and lacks: joint outcomes, partnership, finance, legal, and the frame.

    It says nothing about quality, and is not legal advice. The exit code is 0 whatever is lacking.
    """
    from clausecheck.cli.facts import one_draft
    from clausecheck.cli.streams import columns, in_colour, write
    from clausecheck.coverage.reckon import reckon
    from clausecheck.model.build import build
    from clausecheck.model.include import whole
    from clausecheck.render.coverage import renderer
    from clausecheck.render.options import RenderOptions

    options = RenderOptions(in_colour(colour, sys.stdout, os.environ), width=columns(sys.stdout))
    coverage = reckon(build(whole(one_draft(draft)))[0])
    write(renderer(form)(coverage, options))
    return 0
