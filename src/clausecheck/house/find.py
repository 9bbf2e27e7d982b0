"""Finds and reads the house's file nearest to a draft. Nothing that a draft says can name one."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from clausecheck.house.file import HouseProblem, read_house
from clausecheck.source import SourceProblem, read_source

if TYPE_CHECKING:
    from clausecheck.house.file import House
    from clausecheck.rules.catalogue import Catalogue

NAME = "clausecheck.toml"


def nearest(folder: Path) -> Path | None:
    """The file of that name in the folder or the nearest one around it, as a path from where one is.

    A link's own folder counts, not where it leads. The path is absolute only if the folder's is.
    """
    here = Path(os.path.abspath(folder))  # noqa: PTH100 - Path.resolve would follow links
    for each in (here, *here.parents):
        if (each / NAME).is_file():
            found = each / NAME
            return found if folder.is_absolute() else Path(os.path.relpath(found))
    return None


def load_house(path: Path, catalogue: Catalogue) -> House:
    """What the file at `path` decides. Raises HouseProblem if it cannot be read or is not TOML."""
    try:
        source = read_source(path)
    except SourceProblem as fault:
        raise HouseProblem(str(fault)) from None
    return read_house(source, catalogue)
