"""Regular expressions that are compiled when they are first used.

The derived facts know some two hundred turns of phrase, and any one draft uses few of them. Compiling all
when the program starts would cost a cold check a sixth of its time.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import cached_property


class Pattern:
    """A regular expression, with the searches of `re.Pattern` that this program uses."""

    def __init__(self, text: str, flags: int = 0) -> None:
        self._text = text
        self._flags = flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The expression itself."""
        return re.compile(self._text, self._flags)

    @property
    def pattern(self) -> str:
        """The expression as written."""
        return self._text

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """The first place where the expression holds, from `start` on."""
        return self.compiled.search(text, start)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """What the expression matches at `start`."""
        return self.compiled.match(text, start)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """What the expression matches if it matches the whole text."""
        return self.compiled.fullmatch(text)

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Every place between `start` and `end` where the expression holds, in order."""
        return self.compiled.finditer(text, start, end)

    def findall(self, text: str) -> list[str]:
        """The text of every place where the expression holds; of its group, if it has one."""
        return self.compiled.findall(text)

    def split(self, text: str) -> list[str]:
        """The text between the places where the expression holds."""
        return [part for part in self.compiled.split(text) if part is not None]

    def sub(self, by: str, text: str, count: int = 0) -> str:
        """The text with every such place replaced."""
        return self.compiled.sub(by, text, count=count)
