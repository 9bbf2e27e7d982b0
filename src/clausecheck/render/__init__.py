"""How a report looks: one module a format, found by its name.

A format is a module of this package listed in `FORMATS`, with a function `render(report, options)` that
yields the output in pieces, line endings included. To add one, add the module and its line.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from clausecheck.render.options import Renderer

FORMATS = {
    "full": "each finding with the lines it speaks of, why it matters and what to do",
    "concise": "one line a finding: file:line:col level rule message",
    "json": "everything, for programs; described by schemas/report-1.schema.json",
}


def renderer(name: str) -> Renderer:
    """The renderer of a format. Raises KeyError for a name that is not a format's."""
    if name not in FORMATS:
        raise KeyError(name)
    return cast("Renderer", import_module(f"clausecheck.render.{name}").render)
