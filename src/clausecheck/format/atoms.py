"""Writes single tokens as drafts write them: `£14.2m` as `£14,200,000`, `2026-04-01` as `1 April 2026`.

A token that has no exact canonical form, or that could be read in two ways, stays as it is written.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from clausecheck.model import atoms
from clausecheck.spans import Span

_NOWHERE = Span(0, 0)


def single_spaced(text: str) -> str:
    """The text with single plain spaces."""
    return " ".join(text.split())


def money(text: str) -> str:
    """An amount in full, with commas; pence only where there are any, fractions of a penny as written."""
    match = re.fullmatch(r"(-?)£\s*([\d,]+(?:\.\d+)?)\s*([A-Za-z]*)", atoms.plain(text))
    if match is None:
        return text
    unit = atoms.money(f"£1{match[3]}", _NOWHERE).pence
    exact = Decimal(match[2].replace(",", "")) * unit
    if exact != int(exact):
        return text
    pounds, pence = divmod(int(exact), 100)
    return f"{match[1]}£{pounds:,}" + (f".{pence:02}" if pence else "")


def percent(text: str) -> str:
    """The number as it is written, and a percent sign straight behind it."""
    match = re.match(r"-?[\d.,]+", atoms.plain(text))
    return match[0] + "%" if match else text


def day(text: str) -> str:
    """A date in words, with its weekday if it has one. A date that is none, or two, stays as written."""
    value = atoms.day(text, _NOWHERE)
    if value.day is None or value.ambiguous:
        return text
    if value.weekday is None:
        return atoms.canonical(value.day)
    written = re.match(r"[A-Za-z]+", text)
    if written is None or not value.weekday.lower().startswith(written[0].lower()):
        return text
    return f"{value.weekday} {atoms.canonical(value.day)}"


def year(text: str) -> str:
    """`2026/27` or `Year 1`."""
    value = atoms.year(text, _NOWHERE)
    return text if value.problem else value.label


def _keyword(text: str) -> str:
    return single_spaced(text).lower()


def _per(text: str) -> str:
    words = single_spaced(text)
    return "per Contract Year" if words.lower() == "per contract year" else words


def _vat(text: str) -> str:
    return re.sub(r"^,\s*", ", ", single_spaced(text))


def _counted(text: str) -> str:
    return (", " if text.startswith(",") else "") + "n="


TOKENS: dict[str, Callable[[str], str]] = {
    "MONEY": money,
    "PERCENT": percent,
    "DATE": day,
    "ISO_DATE": day,
    "NUMERIC_DATE": day,
    "YEAR": year,
    "DURATION": single_spaced,
    "COMPARATOR": _keyword,
    "BETWEEN": _keyword,
    "TO": _keyword,
    "OF": _keyword,
    "IN": _keyword,
    "BY": _keyword,
    "FOR": _keyword,
    "PER": _per,
    "VAT": _vat,
    "COUNTED": _counted,
    "ITEM": single_spaced,
}
