"""What is wrong with a rule card or a pack, and where: data that a caller turns into findings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class CardFault(NamedTuple):
    """One fault of one file; `line` counts from 1. Faults sort by file and line."""

    path: str
    line: int
    message: str


class CatalogueError(Exception):
    """Rules that cannot be used; `faults` has at least one fault, sorted."""

    def __init__(self, faults: Iterable[CardFault]) -> None:
        self.faults = tuple(sorted(faults))
        super().__init__("\n".join(f"{fault.path}:{fault.line}: {fault.message}" for fault in self.faults))
