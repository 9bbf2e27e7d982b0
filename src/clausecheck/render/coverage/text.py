"""Coverage for people at a terminal: the counts of each element, then what is not stated, in a line each."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from clausecheck.coverage.reckon import Cover, Coverage, CoveredElement
from clausecheck.render.coverage.wording import CAVEAT, PARTIAL, missing, summary
from clausecheck.render.options import RenderOptions
from clausecheck.render.paint import Paint, Style
from clausecheck.render.safe import escaped

_STYLES = {
    Cover.STATED: Style.GOOD,
    Cover.PARTLY: Style.WARNING,
    Cover.LACKS: Style.ERROR,
    Cover.UNREAD: Style.WAIVED,
}
_ALL = "All"
_LEAST_ROOM = 30


def render(coverage: Coverage, options: RenderOptions) -> Iterator[str]:
    """A table of counts, a list for each element that has gaps, and a summary."""
    paint = Paint(options.colour)
    title = f'  "{escaped(coverage.title)}"' if coverage.title else ""
    yield paint(Style.STRONG, escaped(coverage.name)) + title + "\n\n"
    yield from (line + "\n" for line in _table(coverage, paint))
    for element in coverage.elements:
        yield from (line + "\n" for line in _gaps(element, options.width, paint))
    yield "\n" + paint(Style.STRONG, summary(coverage)) + "\n"
    for sentence in (PARTIAL, CAVEAT) if coverage.partial else (CAVEAT,):
        yield from (line + "\n" for line in _folded(sentence, options.width))


def _table(coverage: Coverage, paint: Paint) -> Iterator[str]:
    rows = [(each.name, each.counts) for each in coverage.elements] + [(_ALL, coverage.counts)]
    lead = max(len(name) for name, _ in rows)
    yield paint(Style.FAINT, " " * (2 + lead) + "".join(f"{cover:>8}" for cover in Cover))
    for name, counts in rows:
        cells = "".join(
            paint(_STYLES[cover] if number else Style.FAINT, f"{number:>8}")
            for cover, number in counts.items()
        )
        yield f"  {name:<{lead}}{cells}"


def _gaps(element: CoveredElement, width: int | None, paint: Paint) -> Iterator[str]:
    gaps = [each for each in element.concepts if each.gaps]
    if not gaps:
        return
    yield ""
    yield paint(Style.STRONG, element.name)
    for concept in gaps:
        word = paint(_STYLES[concept.cover], f"{concept.cover:<6}")
        lines = _folded(f"{concept.name}: {escaped(missing(concept))}", width, taken=10)
        for n, line in enumerate(lines):
            yield f"  {word}  {line}" if n == 0 else " " * 12 + line


def _folded(text: str, width: int | None, taken: int = 0) -> list[str]:
    """The text in lines that fit beside `taken` columns; in one where no width is set."""
    if width is None:
        return [text]
    room = max(_LEAST_ROOM, width - taken - 2)
    return textwrap.wrap(text, room, break_long_words=False, break_on_hyphens=False)
