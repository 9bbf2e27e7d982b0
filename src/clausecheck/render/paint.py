"""Colour for terminals: a small palette, and nothing at all unless it was asked for."""

from __future__ import annotations

from enum import Enum

from clausecheck.finding import Level


class Style(Enum):
    """What a stretch of output is; the value is its ANSI SGR code."""

    PLAIN = ""
    ERROR = "1;31"
    WARNING = "1;33"
    ADVICE = "1;36"
    WAIVED = "1;35"
    STRONG = "1"
    FAINT = "2"
    LABEL = "34"
    GOOD = "32"


_BY_LEVEL = {Level.ERROR: Style.ERROR, Level.WARNING: Style.WARNING, Level.ADVICE: Style.ADVICE}


def of_level(level: Level) -> Style:
    """The style of a level."""
    return _BY_LEVEL[level]


class Paint:
    """Paints text when `on`; otherwise hands it back untouched, byte for byte."""

    def __init__(self, on: bool) -> None:
        self._on = on

    def __call__(self, style: Style, text: str) -> str:
        """The text in a style."""
        if not self._on or not text or style is Style.PLAIN:
            return text
        return f"\x1b[{style.value}m{text}\x1b[0m"
