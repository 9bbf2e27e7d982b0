"""What the person who reads a report may choose about its look."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from clausecheck.report.report import Report


@dataclass(frozen=True, slots=True)
class RenderOptions:
    """How to show a report. `width` is in terminal columns; None leaves sentences unwrapped.

    `quiet` leaves out everything but findings and what was not checked.
    """

    colour: bool = False
    quiet: bool = False
    width: int | None = None


Renderer = Callable[[Report, RenderOptions], Iterator[str]]
