"""`clausecheck fix`: mend drafts, then check what is left; the same as `clausecheck check --fix`."""

from __future__ import annotations

from typing import Any

import click

from clausecheck.cli.check import run
from clausecheck.cli.options import judging, mending

EPILOG = """
\b
Examples:
  clausecheck fix draft.clause --diff              show what would change, and write nothing
  clausecheck fix drafts/                          mend every draft in a folder
  clausecheck fix draft.clause --unsafe-fixes      also change what has legal meaning: read it after
  clausecheck fix - < draft.clause > mended.clause

A fix is made only if it mends its finding and brings no other. Comments, line endings and all else in the
draft stay as they are, and a draft is replaced whole or not at all.

\b
Exit codes: 0 nothing left at the fail level, 1 findings left, 2 the work could not be done.
"""


@click.command("fix", epilog=EPILOG, short_help="Mend drafts.")
@judging
@mending
def command(paths: tuple[str, ...], **options: Any) -> int:
    """Mend drafts where that is safe, and check what is left.

    Without PATHS, mends the current folder. With - the mended text goes to standard output, and what is
    found in it to standard error.
    """
    return run(paths, {**options, "fix": True})
