"""`clausecheck edition`: an edition of the NHS Standard Contract as it is known here, or two compared."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from clausecheck.editions import Edition

EPILOG = """
\b
Examples:
  clausecheck edition 2026/27
  clausecheck edition 2026/27 --form shorter
  clausecheck edition 2021/22 2026/27
"""


@click.command("edition", epilog=EPILOG, short_help="Show an edition of the NHS Standard Contract.")
@click.argument("edition")
@click.argument("later", required=False, metavar="[OTHER]")
@click.option(
    "--form",
    "length",
    type=click.Choice(["full-length", "shorter"]),
    help="Only this form of the contract.  [default: both]",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For people or programs.",
)
def command(edition: str, later: str | None, length: str | None, form: str) -> int:
    """Show what is known of EDITION: conditions, schedules and service categories, form by form, each
    entry with its evidence. With OTHER, show what changed from the one to the other.
    """
    from clausecheck.cli.edition_words import as_json, as_text, comparison_as_json, comparison_as_text
    from clausecheck.cli.streams import write
    from clausecheck.editions import FULL_LENGTH, SHORTER_FORM, compare

    forms = {None: (FULL_LENGTH, SHORTER_FORM), "shorter": (SHORTER_FORM,)}.get(length, (FULL_LENGTH,))
    one = _known(edition)
    if later is None:
        text = as_text(one, forms)
        told = as_json(one, forms)
    else:
        comparison = compare(one, _known(later))
        text = comparison_as_text(comparison, forms)
        told = comparison_as_json(comparison, forms)
    if form == "json":
        write([json.dumps(told, ensure_ascii=False, indent=2) + "\n"])
    else:
        write(line + "\n" for line in text)
    return 0


def _known(name: str) -> Edition:
    from clausecheck.cli.failure import Failure
    from clausecheck.editions import UnknownEdition, edition

    try:
        return edition(name)
    except UnknownEdition as fault:
        raise Failure(str(fault)) from None
