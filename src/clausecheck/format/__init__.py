"""Writes a draft in its canonical form: one spelling and one layout, and not a word of another meaning.

Each line that changes is proved to read as before (`lines`), and so is the draft as a whole (here), so that a
slip in the formatter can leave a draft as it was, but never alter it.
"""

from __future__ import annotations

from clausecheck.format.layout import laid_out
from clausecheck.format.meaning import meaning
from clausecheck.source import Source, source_from_text

__all__ = ["FormatFault", "format_source"]


class FormatFault(Exception):
    """Formatting would have changed what a draft says. The fault is ours, and the draft stays as it is."""


def format_source(source: Source) -> str:
    """The text of the source in canonical form, with `\\n` line endings. In a host, only fences change.

    Raises FormatFault where the result would say something else.
    """
    text = laid_out(source)
    if text != source.text and not meaning(source).kept_by(meaning(source_from_text(text, source.name))):
        raise FormatFault("left as it is, because formatting would change what it says; please report it")
    return text
