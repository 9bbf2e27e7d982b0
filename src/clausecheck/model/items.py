"""Bullets that have a letter or a number for their mark, as contracts do: `(a)`, `(ii)`, `3.`"""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausecheck.model.draft import Entry
from clausecheck.model.opened import OpenField
from clausecheck.model.vocabulary.types import Head
from clausecheck.patterns import Pattern
from clausecheck.syntax.lines import read_lines
from clausecheck.syntax.tree import Line, Piece

_NUMBER = r"(?:[a-z]|[ivx]{1,4}|\d{1,2})"
_MARK = Pattern(rf"(?:\({_NUMBER}\)|{_NUMBER}[.)])\s+(?=\S)", re.I)
_AND = Pattern(r"[\s;,](?:and|or)\s*[,;]?\s*\n\s*\S{1,6}\s*$", re.I)


def item(line: Line, whole: Piece, field: OpenField | None, head: Head) -> Line | None:
    """The bullet that a line is, where a list is open; `whole` is all of the line but its comment.

    A label of the block with a number and a point before it, `7. Extension: none`, is no bullet of another.
    """
    mark = _MARK.match(whole.text)
    if mark is None or field is None or not _lists(field):
        return None
    rest = whole.text[mark.end() :]
    if mark[0].rstrip()[-1] == "." and rest[0].isupper() and head.label(rest.partition(":")[0]) is not None:
        return None
    plain = "-" + " " * (mark.end() - 1) + rest  # as long as what stands in the draft
    [bullet] = read_lines(plain, whole.span.start)
    return bullet._replace(comment=line.comment or bullet.comment)


def _lists(field: OpenField) -> bool:
    return bool(field.entries) or field.line.rest is None or field.type.bullets is not None


def closes_list(text: str, entries: Sequence[Entry]) -> bool:
    """Whether a line after these bullets of `text` is what a list ends with, as in `each left out of both`.

    An `and` or an `or` behind the bullet before the last says that the last has come.
    """
    if len(entries) < 2:
        return False
    before = entries[-2]
    between = text[before.span.start : entries[-1].span.start]
    return _AND.search(between) is not None
