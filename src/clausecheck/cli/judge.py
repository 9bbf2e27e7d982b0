"""Who judges drafts: a checker, or one for each house whose file is nearest to a draft."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from clausecheck.house.find import load_house, nearest

if TYPE_CHECKING:
    from clausecheck.checker import Checker
    from clausecheck.house.file import House
    from clausecheck.report.report import FileReport
    from clausecheck.rules.catalogue import Catalogue
    from clausecheck.source import Source


class Judge(Protocol):
    """Whatever judges a draft."""

    def check(self, source: Source) -> FileReport:
        """The findings of one draft."""
        ...


class HouseJudge:
    """A checker for each house, whose file is read once; `make` makes one, for a house or for none."""

    def __init__(self, catalogue: Catalogue, make: Callable[[House | None], Checker]) -> None:
        self._catalogue = catalogue
        self._make = make
        self._found: dict[Path, Path | None] = {}
        self._checkers: dict[Path | None, Checker] = {}

    def check(self, source: Source) -> FileReport:
        """The findings of one draft. Raises EngineFault and HouseProblem."""
        return self._checker(self._nearest(source)).check(source)

    def _nearest(self, source: Source) -> Path | None:
        """The house's file for a draft; standard input is where its name says."""
        folder = (source.path or Path(source.name)).parent
        if folder not in self._found:
            self._found[folder] = nearest(folder)
        return self._found[folder]

    def _checker(self, path: Path | None) -> Checker:
        if path not in self._checkers:
            house = load_house(path, self._catalogue) if path is not None else None
            self._checkers[path] = self._make(house)
        return self._checkers[path]
