"""Where output goes: findings to stdout, as UTF-8 whatever the locale, and all else to stderr by the line."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from typing import Literal, TextIO

import click

from clausecheck.cli.failure import Failure

Choice = Literal["auto", "always", "never"]


def write(pieces: Iterable[str], stream: TextIO | None = None) -> None:
    """Write to stdout, or where told. When nobody reads any more, the rest is dropped.

    Raises Failure for a full disk.
    """
    out = (stream or sys.stdout).buffer
    try:
        for piece in pieces:
            out.write(piece.encode("utf-8", "backslashreplace"))
        out.flush()
    except BrokenPipeError:
        abandon_stdout()
    except OSError as fault:
        raise Failure(f"cannot write the output: {fault.strerror or fault}") from None


def abandon_stdout() -> None:
    """Send whatever stdout still holds nowhere, so that the interpreter does not complain as it ends."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    except (OSError, ValueError):
        return


def say(line: str) -> None:
    """One line on stderr, with whatever could harm a terminal made harmless."""
    from clausecheck.render.safe import escaped

    click.echo(f"clausecheck: {escaped(line)}", err=True)


def in_colour(choice: Choice, out: TextIO, environ: Mapping[str, str]) -> bool:
    """Whether to paint: as told, or else as NO_COLOR, then FORCE_COLOR, then the terminal say."""
    if choice != "auto":
        return choice == "always"
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return out.isatty() and environ.get("TERM") != "dumb"


def columns(out: TextIO) -> int | None:
    """The width of the terminal that `out` is, or None if it is none."""
    if not out.isatty():
        return None
    from shutil import get_terminal_size

    return max(40, min(get_terminal_size().columns, 160))
