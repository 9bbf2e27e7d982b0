"""How the coverage of a draft looks: one module a format, and the words that they share."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from clausecheck.coverage.reckon import Coverage
    from clausecheck.render.options import RenderOptions

FORMATS = ("text", "markdown", "json")


def renderer(name: str) -> Callable[[Coverage, RenderOptions], Iterator[str]]:
    """The renderer of a format. Raises KeyError for a name that is not a format's."""
    if name not in FORMATS:
        raise KeyError(name)
    module = import_module(f"clausecheck.render.coverage.{name}")
    return cast("Callable[[Coverage, RenderOptions], Iterator[str]]", module.render)
