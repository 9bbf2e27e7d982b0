"""Makes, for a wheel to carry, everything that a first run would otherwise have to make for itself.

Run as `python -m clausecheck.precompile FOLDER` when a wheel is built.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from clausecheck.rules.faults import CatalogueError


def main(out: Path) -> None:
    """Put the grammar's tables, the compiled packs, the editions and the holidays into `out`."""
    from clausecheck.editions import editions
    from clausecheck.facts.arithmetic.calendars import kept_holidays
    from clausecheck.rules.catalogue import precompile
    from clausecheck.syntax.grammar import parser

    os.environ["CLAUSECHECK_CACHE_DIR"] = str(out)
    precompile(out)
    parser()
    kept_holidays()
    editions()


if __name__ == "__main__":
    try:
        main(Path(sys.argv[1]))
    except CatalogueError as error:
        sys.exit("\n".join(f"{fault.path}:{fault.line}: {fault.message}" for fault in error.faults))
