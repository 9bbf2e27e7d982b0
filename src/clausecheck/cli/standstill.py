"""`clausecheck standstill`: the sum alone, for whoever publishes a notice and has to know when to sign."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from clausecheck.cli.dates import DAY

if TYPE_CHECKING:
    from datetime import date

    from clausecheck.cli.standstill_sums import Sums

WIDTH = 96  # of the sentences below the sums, on any terminal: the same bytes everywhere

EPILOG = """
\b
Examples:
  clausecheck standstill 2026-02-02
  clausecheck standstill 1 April 2026 --regime psr
  clausecheck standstill 2026-02-02 --representations 2026-02-20
  clausecheck standstill 2026-02-02 --format json
"""


@click.command("standstill", epilog=EPILOG, short_help="Work out a standstill.")
@click.argument("words", nargs=-1, required=True, metavar="DATE")
@click.option(
    "--regime",
    type=click.Choice(["psr", "act", "both"]),
    default="both",
    show_default=True,
    help="The Provider Selection Regime, the Procurement Act 2023, or each beside the other.",
)
@click.option(
    "--representations",
    "decided",
    type=DAY,
    metavar="DATE",
    help="Representations were made, and the last further decision on them was communicated on this date.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For people or programs.",
)
@click.pass_context
def command(ctx: click.Context, words: Sequence[str], regime: str, decided: date | None, form: str) -> int:
    """Count the standstill after a notice published on DATE (2026-02-02, or 2 February 2026).

    Says when it begins and ends, when the contract may first be signed, and which days were counted and
    which were not. What it says is not legal advice.
    """
    from clausecheck.cli.standstill_sums import CannotCount, work_out
    from clausecheck.cli.streams import write

    argument = ctx.command.params[0]
    published = DAY.convert(" ".join(words), argument, ctx)
    if decided and regime == "act":
        raise click.UsageError("--representations is of the PSR; --regime act has no such step", ctx)
    try:
        sums = work_out(published, decided, psr=regime != "act", act=regime != "psr")
    except CannotCount as fault:
        raise click.UsageError(str(fault), ctx) from None
    write(as_json(sums) if form == "json" else as_text(sums))
    return 0


def as_text(sums: Sums) -> Iterator[str]:
    """A paragraph a sum, what to know of them, and on whose authority."""
    from textwrap import fill

    for each in sums.every:
        yield each.title + "\n"
        yield from (f"  {name:<11}  {words}\n" for name, words in each.rows)
        yield "\n"
    for heading, lines in (("To know", sums.notes), ("Authority", sums.authority)):
        yield heading + "\n"
        yield from (fill(line, WIDTH, initial_indent="  ", subsequent_indent="    ") + "\n" for line in lines)
        yield "\n" if heading == "To know" else ""


def as_json(sums: Sums) -> Iterator[str]:
    """One object: each sum under its name, with dates as `2026-02-02`."""
    import json

    entries = {
        "published": sums.published.isoformat(),
        **{each.key: each.data for each in sums.every},
        "notes": list(sums.notes),
        "authority": list(sums.authority),
    }
    yield json.dumps(entries, ensure_ascii=False, indent=2) + "\n"
