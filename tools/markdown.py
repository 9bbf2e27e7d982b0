"""Small pieces of Markdown for the generated pages, each as lines without line endings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator


def made_from(source: str) -> str:
    """The first line of a generated page."""
    return f"<!-- `make docs` makes this page from {source}: change that, not this. -->\n"


def cell(text: str) -> str:
    """Words as they may stand in a cell of a table."""
    return " ".join(text.split()).replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;")


def code(text: str) -> str:
    """Words as code in a cell of a table."""
    return f"`{' '.join(text.split())}`".replace("|", "\\|") if text.strip() else ""


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """A table, line by line, with a blank line after it."""
    names = list(heads)
    yield f"| {' | '.join(names)} |"
    yield "|" + "---|" * len(names)
    for row in rows:
        yield f"| {' | '.join(row)} |"
    yield ""


def page(lines: Iterable[str]) -> str:
    """A page of these lines, with no blank ones doubled and one newline at its end."""
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n") + "\n"


def fenced(info: str, text: str) -> Iterator[str]:
    """A fenced block, line by line, with a blank line after it."""
    yield from (f"```{info}", *text.strip("\n").split("\n"), "```", "")


def slug(heading: str) -> str:
    """The anchor that a heading has on the web."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")
