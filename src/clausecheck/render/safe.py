"""Text from a draft, made safe to show.

A draft is untrusted. Control characters could drive a terminal, and invisible ones or changes of
direction could make a line read as what it is not, so both are shown by their code.
"""

from __future__ import annotations

import re
import unicodedata

_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f"  # controls
    "\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"  # invisible, or turning
    "\ud800-\udfff"  # halves of characters, which no encoding can write
    "\U000e0000-\U000e007f]"  # tags
)


def coded(character: str) -> str:
    r"""A character by its code, as `\x1b` or `\u202e`."""
    code = ord(character)
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def escaped(text: str) -> str:
    """The text on one line: white space folded, and what is unsafe shown by its code."""
    return _UNSAFE.sub(lambda match: coded(match[0]), " ".join(re.split(r"[ \t\r\n\f\v]+", text)).strip())


def escaped_json(text: str) -> str:
    r"""JSON text with every unsafe character as a `\uXXXX` escape. Line endings are left alone."""

    def unit(match: re.Match[str]) -> str:
        if match[0] == "\n":
            return "\n"
        raw = match[0].encode("utf-16-be", "surrogatepass")
        return "".join(f"\\u{raw[n : n + 2].hex()}" for n in range(0, len(raw), 2))

    return _UNSAFE.sub(unit, text)


def cell(character: str, column: int) -> tuple[str, int]:
    """How a character is shown at a display column counted from 0, and how many columns it takes."""
    if character == "\t":
        width = _TAB - column % _TAB
        return " " * width, width
    if character.isascii() and character.isprintable():
        return character, 1
    if _UNSAFE.match(character):
        code = coded(character)
        return code, len(code)
    if unicodedata.category(character) in ("Mn", "Me"):
        return character, 0
    return character, 2 if unicodedata.east_asian_width(character) in "WF" else 1


def width(text: str) -> int:
    """How many columns a text without tabs or line endings takes."""
    return sum(cell(character, 0)[1] for character in text)


_TAB = 4
