"""Coverage to be pasted into a board paper: a table an element, a summary, and what it does not say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausecheck.coverage.reckon import Coverage, Covered
from clausecheck.render.coverage.wording import CAVEAT, PARTIAL, missing, summary
from clausecheck.render.options import RenderOptions
from clausecheck.render.safe import escaped

_MARKS = re.compile(r"([\\`*_\[\]<>|#~&!])")


def render(coverage: Coverage, options: RenderOptions) -> Iterator[str]:
    """The whole as Markdown. The options change nothing: what is pasted has no colour and no width."""
    del options
    yield f"## What “{_plain(coverage.title or coverage.name)}” states\n\n"
    yield f"{summary(coverage)}\n\n"
    for element in coverage.elements:
        yield f"### {element.name}\n\n"
        yield "| Concept | In the draft | Not stated |\n|---|---|---|\n"
        yield from (_row(each) for each in element.concepts)
        yield "\n"
    if coverage.partial:
        yield f"{PARTIAL}\n\n"
    yield f"{CAVEAT}\n"


def _row(concept: Covered) -> str:
    return f"| {concept.name} | {concept.cover} | {_plain(missing(concept))} |\n"


def _plain(text: str) -> str:
    """Words of a draft, which must not be read as Markdown or HTML."""
    return _MARKS.sub(r"\\\1", escaped(text))
