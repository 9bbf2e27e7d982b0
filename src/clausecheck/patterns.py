"""Regular expressions that are compiled when they are first used, and read any run of spaces as one.

The derived facts know some eight hundred turns of phrase, and any one draft uses few of them. Compiling all
when the program starts would cost a cold check a sixth of its time.

A space in an expression stands for the spaces that a text may have there: two of them, a tab, or one that
does not break, as pasted and justified text has. Most texts have single plain spaces, and are searched with
the expression as it is written.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache

# What stands for itself in an expression (an escape, a class, the start of a group that looks back) or is a
# space, with the quantifier behind it.
_TOKENS = re.compile(
    r"(?P<one>\\ | |\[(?:\\.|[^\]\\])(?:\\.|[^\]\\])*\])(?P<times>[*+?{]?)|\\.|\(\?<[=!]|\(|\)|[^\\\[( )]+",
    re.S,
)
_SPACES = r"[^\S\n]"
_RUN = {"": "{1,9}", "?": "{0,9}"}


def even(text: str) -> str:
    """The text with single plain spaces."""
    return " ".join(text.split()) if _uneven(text) else text


_LONG = 500


def _uneven(text: str) -> bool:
    # A long text is searched from place to place, and looked at once.
    return _has_others(text) if len(text) < _LONG else _long_has_others(text)


def _has_others(text: str) -> bool:
    # Of all white space only the plain space is printable.
    return "  " in text or not text.isprintable()


_long_has_others = lru_cache(64)(_has_others)


class Pattern:
    """A regular expression, with the searches of `re.Pattern` that this program uses."""

    def __init__(self, text: str, flags: int = 0) -> None:
        self._text = text
        self._flags = flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The expression itself."""
        return re.compile(self._text, self._flags)

    @cached_property
    def spaced(self) -> re.Pattern[str]:
        """The expression for a text whose spaces are uneven."""
        if " " not in self._text or self._flags & re.VERBOSE:
            return self.compiled
        return re.compile(_with_runs(self._text), self._flags)

    def _for(self, text: str) -> re.Pattern[str]:
        return self.spaced if _uneven(text) else self.compiled

    @property
    def pattern(self) -> str:
        """The expression as written."""
        return self._text

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """The first place where the expression holds, from `start` on."""
        return self._for(text).search(text, start)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """What the expression matches at `start`."""
        return self._for(text).match(text, start)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """What the expression matches if it matches the whole text."""
        return self._for(text).fullmatch(text)

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Every place between `start` and `end` where the expression holds, in order."""
        return self._for(text).finditer(text, start, end)

    def findall(self, text: str) -> list[str]:
        """The text of every place where the expression holds; of its group, if it has one."""
        return self._for(text).findall(text)

    def split(self, text: str) -> list[str]:
        """The text between the places where the expression holds."""
        return [part for part in self._for(text).split(text) if part is not None]

    def sub(self, by: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        """The text with every such place replaced."""
        return self._for(text).sub(by, text, count=count)


def _with_runs(expression: str) -> str:
    """The expression with a run of spaces for each space; what looks back must keep its width."""
    out: list[str] = []
    groups: list[bool] = []  # for each open group, whether it or one around it looks back
    for token in _TOKENS.finditer(expression):
        found, back = token[0], bool(groups) and groups[-1]
        if found.startswith("("):
            groups.append(back or len(found) > 1)
        elif found == ")":
            groups.pop()
        elif " " in found and not found.startswith("[^"):
            one = token["one"].replace(" ", r"\s") if found.startswith("[") else _SPACES
            found = one + (token["times"] if back else _RUN.get(token["times"], token["times"]))
        out.append(found)
    return "".join(out)
