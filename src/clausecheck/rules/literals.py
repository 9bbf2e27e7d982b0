"""Reads the values that conditions compare with, exactly and in the units that facts use.

Every function takes the text of one value and raises ValueError, in words for the rule author, when the
text has the form of a value but is not one.
"""

from __future__ import annotations

import re
from datetime import date

from clausecheck.model.atoms import MONTHS
from clausecheck.model.suggest import suggestion

# The engine compares whole numbers of 64 bits; anything a contract says fits many times over.
_MOST_DIGITS = 15
_MOST_CHARACTERS = 200

_SCALES = {"": 1, "k": 1_000, "m": 1_000_000, "bn": 1_000_000_000}


def money(text: str) -> int:
    """`£1.5m` in pence."""
    match = re.fullmatch(r"(-?)£([0-9,]+)(?:\.([0-9]+))?(k|m|bn)?", text)
    if not match:
        raise ValueError(f"{text} is not an amount such as £350,000 or £1.5m")
    sign, whole, fraction, scale = match.groups(default="")
    if "," in whole and not re.fullmatch(r"[0-9]{1,3}(,[0-9]{3})+", whole):
        raise ValueError(f"{text} is not an amount: a comma goes before every three digits")
    pence = _scaled(text, whole.replace(",", ""), fraction, _SCALES[scale] * 100)
    if pence is None:
        raise ValueError(f"{text} is not a whole number of pence")
    return -pence if sign else pence


def percent(text: str) -> int:
    """`2.5%` in ten-thousandths of a percentage point."""
    number = text.removesuffix("%")
    whole, _, fraction = number.removeprefix("-").partition(".")
    parts = _scaled(text, whole, fraction, 10_000)
    if parts is None:
        raise ValueError(f"{text} has more than four decimal places")
    return -parts if number.startswith("-") else parts


def count(text: str) -> int:
    """`250` as a whole number."""
    whole, point, _ = text.removeprefix("-").partition(".")
    if point:
        raise ValueError(f"{text} is not a whole number")
    if len(whole) > 1 and whole.startswith("0"):
        raise ValueError(f"{text} begins with a zero; if it is a name, put it in quotes")
    number = _scaled(text, whole, "", 1)
    return -number if number and text.startswith("-") else number or 0


def day(text: str) -> int:
    """`24 February 2025` or `2025-02-24` as 20250224."""
    if "-" in text:
        year, month, number = (int(part) for part in text.split("-"))
    else:
        first, word, last = text.split()
        if word not in MONTHS:
            raise ValueError(f"{word} is not a month{suggestion(word, MONTHS)}")
        year, month, number = int(last), MONTHS.index(word) + 1, int(first)
    try:
        date(year, month, number)
    except ValueError:
        raise ValueError(f"{text} is not a date") from None
    return year * 10_000 + month * 100 + number


def words(text: str) -> str:
    """The words between quotes."""
    inner = text[1:-1]
    if not inner.strip():
        raise ValueError("there is nothing between the quotes")
    if len(inner) > _MOST_CHARACTERS:
        raise ValueError(f"a text may have at most {_MOST_CHARACTERS} characters; this one has {len(inner)}")
    return inner


def _scaled(text: str, whole: str, fraction: str, scale: int) -> int | None:
    """`whole.fraction` times `scale`, or None if that is no whole number."""
    if len(whole) + len(fraction) > _MOST_DIGITS:
        raise ValueError(f"{text} has too many digits")
    product, rest = divmod(int(whole + fraction) * scale, 10 ** len(fraction))
    return None if rest else product
