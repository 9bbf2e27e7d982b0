"""Where the keys of a TOML text stand, which the standard library's reader does not tell.

The text is known to be valid. A key inside an inline table or an array has no place of its own: the
nearest key around it has.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence

from clausecheck.spans import Span

_NAME = r"""(?:[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')"""
_DOTTED = rf"{_NAME}(?:[ \t]*\.[ \t]*{_NAME})*"
_LINE = re.compile(rf"[ \t]*(?:(\[{{1,2}})[ \t]*({_DOTTED})[ \t]*\]|({_DOTTED})[ \t]*=[ \t]*)")
_PART = re.compile(_NAME)
_LONG = ('"""', "'''")

Path = tuple[str, ...]


def keys_of(text: str) -> Mapping[Path, Span]:
    """The place of every key and table header that has a line of its own, by its full path."""
    found: dict[Path, Span] = {}
    table: Path = ()
    at = 0
    while at < len(text):
        match = _LINE.match(text, at)
        if match and match[1]:
            table = _parts(match[2])
            _put(found, table, Span(*match.span(2)))
        elif match:
            _put(found, (*table, *_parts(match[3])), Span(*match.span(3)))
            at = _after_value(text, match.end())
        newline = text.find("\n", at)
        at = len(text) if newline < 0 else newline + 1
    return found


def place_of(path: Sequence[str], keys: Mapping[Path, Span]) -> Span:
    """The place of a key, or of the nearest one around it; the start of the text if there is none."""
    for length in range(len(path), 0, -1):
        if tuple(path[:length]) in keys:
            return keys[tuple(path[:length])]
    return Span(0, 0)


def line_of(text: str, path: Sequence[str]) -> int:
    """The line, from 1, of a key or of the nearest one around it."""
    return text.count("\n", 0, place_of(path, keys_of(text)).start) + 1


def _put(found: dict[Path, Span], path: Path, span: Span) -> None:
    for length in range(1, len(path) + 1):
        found.setdefault(path[:length], span)


def _parts(dotted: str) -> Path:
    return tuple(_part(part) for part in _PART.findall(dotted))


def _part(written: str) -> str:
    """One part of a key, without its quotes and with what its escapes stand for."""
    if written[0] not in "\"'":
        return written
    if written[0] == '"' and "\\" in written:
        value: str = tomllib.loads(f"key = {written}")["key"]
        return value
    return written[1:-1]


def _after_value(text: str, at: int) -> int:
    """Where the line with a value's end breaks off: long quotes and open brackets go on over lines."""
    depth = 0
    while at < len(text):
        if text.startswith(_LONG, at):
            close = text.find(text[at : at + 3], at + 3)
            at = len(text) if close < 0 else close + 3
        elif text[at] in "\"'":
            at = _after_quote(text, at)
        elif text[at] == "#":
            at = _end_of_line(text, at)
        elif text[at] == "\n" and depth == 0:
            return at
        else:
            depth += (text[at] in "[{") - (text[at] in "]}")
            at += 1
    return at


def _after_quote(text: str, at: int) -> int:
    quote, place = text[at], at + 1
    while place < len(text) and text[place] not in (quote, "\n"):
        place += 2 if quote == '"' and text[place] == "\\" else 1
    return min(place + 1, len(text))


def _end_of_line(text: str, at: int) -> int:
    newline = text.find("\n", at)
    return len(text) if newline < 0 else newline
