"""Finds and reads the house's file nearest to a draft. Nothing that a draft says can name one."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from clausecheck.house.file import HouseProblem, read_house
from clausecheck.source import source_from_text

if TYPE_CHECKING:
    from clausecheck.house.file import House
    from clausecheck.rules.catalogue import Catalogue

NAME = "clausecheck.toml"
MOST_BYTES = 200_000


def nearest(folder: Path) -> Path | None:
    """What goes by that name in the folder or the nearest one around it, as a path from where one is.

    It may be no file at all; `load_house` says so, since somebody meant it to be one. A link's own folder
    counts, not where it leads. The path is absolute only if the folder's is.
    """
    here = Path(os.path.abspath(folder))  # noqa: PTH100 - Path.resolve would follow links
    for each in (here, *here.parents):
        found = each / NAME
        if os.path.lexists(found):
            return found if folder.is_absolute() else Path(os.path.relpath(found))
    return None


def load_house(path: Path, catalogue: Catalogue) -> House:
    """What the file at `path` decides. Raises HouseProblem if it cannot be read or is not TOML."""
    name = path.as_posix()
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise HouseProblem(f"{name}: is not a file")
        if status.st_size > MOST_BYTES:
            raise HouseProblem(f"{name}: is too large, above {MOST_BYTES // 1000} kB")
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as fault:
        raise HouseProblem(f"{name}: {fault.strerror or 'cannot be read'}") from None
    except UnicodeDecodeError:
        raise HouseProblem(f"{name}: is not UTF-8 text") from None
    return read_house(source_from_text(text, name), catalogue)
