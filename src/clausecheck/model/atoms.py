"""Turns single tokens into exact values: an amount into pence, a date into a day, `SC 36` into a reference.

Every function takes the token's text as written and its place. None raises for what a drafter may write:
what cannot be a value says why in the value itself.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from decimal import Decimal
from typing import Literal

from clausecheck.model.suggest import nearest
from clausecheck.model.values import (
    Day,
    DayKind,
    Duration,
    Hole,
    Money,
    Number,
    Part,
    Percent,
    Reference,
    Year,
)
from clausecheck.spans import Span
from clausecheck.syntax.tree import Leaf

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_SCALE = {"k": 10**3, "t": 10**3, "m": 10**6, "b": 10**9}
_ONES = re.findall(
    r"\w+",
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen",
)
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_IN_WORDS = {
    **{word: at for at, word in enumerate(_ONES, 1)},
    **{word: at * 10 for at, word in enumerate(_TENS, 2)},
    **{f"{ten}-{_ONES[one]}": at * 10 + one + 1 for at, ten in enumerate(_TENS, 2) for one in range(9)},
}
_DAY_KINDS = {
    "operational": DayKind.OPERATIONAL,
    "working": DayKind.WORKING,
    "business": DayKind.WORKING,
    "calendar": DayKind.CALENDAR,
    "clear": DayKind.CLEAR,
}

# What word processors put in the place of a hyphen, a minus or a space; each is one character for one.
_PLAIN = str.maketrans(
    dict.fromkeys("\u2010\u2011\u2212", "-") | dict.fromkeys("\t\xa0\u2007\u2009\u202f", " ")
)


def plain(text: str) -> str:
    """The text with plain hyphens and spaces, as long as it was."""
    return text.translate(_PLAIN)


def money(text: str, span: Span, per: str | None = None, vat: str | None = None) -> Money:
    """`£14.2m` as pence. Fractions of a penny are rounded half to even."""
    match = re.match(r"(-?)£\s*([\d,]+(?:\.\d+)?)\s*([A-Za-z]*)", plain(text))
    if match is None:  # pragma: no cover - the terminal guarantees it
        raise ValueError(text)
    pence = Decimal(match[2].replace(",", "")) * 100 * _SCALE.get(match[3].lower()[:1], 1)
    sign = -1 if match[1] else 1
    return Money(
        span=span,
        raw=text,
        pence=sign * int(pence.quantize(Decimal(1))),
        per=_unit(per),
        vat=_vat(vat),
    )


def percent(text: str, span: Span, of: str | None = None) -> Percent:
    """`2.5%` as an exact decimal, with its base."""
    base = re.sub(r"^the\s+", "", of, flags=re.I) if of else None
    return Percent(span=span, raw=text, value=_decimal(re.sub(r"[^\d.,-]", "", plain(text))), of=base)


def number(text: str, span: Span) -> Number:
    """`61,400` as an exact decimal; in `4.2.1` only `4.2` counts."""
    return Number(span=span, raw=text, value=_decimal(plain(text)))


def day(text: str, span: Span) -> Day:
    """A date in any of the ways people write one: canonical, ISO or numeric."""
    written = plain(text)
    numeric = re.fullmatch(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", written)
    if numeric:
        return _numeric_day(text, span, int(numeric[1]), int(numeric[2]), int(numeric[3]))
    iso = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", written)
    if iso:
        return _day(text, span, int(iso[1]), int(iso[2]), int(iso[3]), None)
    words = re.findall(r"[A-Za-z]+|\d+", written)
    weekday = _full(words[0], WEEKDAYS) if words[0].isalpha() else None
    numbers = [int(word) for word in words if word.isdigit()]
    named = _month_word(words)
    month = _full(named, MONTHS)
    if month is None or not month.lower().startswith(named.lower()):
        problem = f'{text} is not a date: no month is called "{named}"'
        return Day(span=span, raw=text, day=None, problem=problem, weekday=weekday)
    return _day(text, span, numbers[-1], MONTHS.index(month) + 1, numbers[0], weekday)


def duration(text: str, span: Span) -> Duration:
    """`10 Operational Days` with its kind of day; `thirty (45) days` keeps both numbers, in either order."""
    words = re.findall(rf"(?:{'|'.join(_TENS)})-[a-z]+|[a-z]+|\d[\d,]*", plain(text), re.I)
    figures = [int(word.replace(",", "")) for word in words if word[0].isdigit()]
    spelt = next((_IN_WORDS[word.lower()] for word in words if word.lower() in _IN_WORDS), None)
    unit = words[-1].lower().rstrip("s")
    kind = next((_DAY_KINDS[word.lower()] for word in words if word.lower() in _DAY_KINDS), DayKind.BARE)
    return Duration(
        span=span,
        raw=text,
        count=figures[-1] if figures else spelt or 0,
        unit="day" if unit == "day" else "week" if unit == "week" else "month" if unit == "month" else "year",
        days=kind if unit == "day" else None,
        in_words=spelt if figures else None,
    )


def year(text: str, span: Span) -> Year:
    """`2026/27`, `2026-27`, `FY2026/27` or `Year 1`."""
    ordinal = re.fullmatch(r"year\s+(\d+)", plain(text), re.I)
    if ordinal:
        return Year(span=span, raw=text, label=f"Year {int(ordinal[1])}", ordinal=int(ordinal[1]))
    first, second = re.split("[/–-]", re.sub("[^0-9/–-]", "", plain(text)))
    follows = (int(first) + 1) % (10 ** len(second)) == int(second)
    problem = "" if follows else f"{text} is not a year: {first} is followed by {int(first) + 1}"
    return Year(span=span, raw=text, label=f"{first}/{second[-2:]}", first=int(first), problem=problem)


def reference(text: str, span: Span) -> Reference:
    """`SC 36`, `General Condition 14`, `Schedule 2A`, `PSR reg 12(3)`, `clause 4.2`."""
    words = " ".join(plain(text).split())
    digit = re.search(r"\d", words)
    at = digit.start() if digit else len(words)
    head, number_ = words[:at].strip().lower().rstrip("."), words[at:].replace(" ", "")
    if head in ("sc", "service condition", "service conditions"):
        return Reference(span=span, raw=text, system="SC", number=number_)
    if head in ("gc", "general condition", "general conditions"):
        return Reference(span=span, raw=text, system="GC", number=number_)
    if head.startswith("schedule"):
        return Reference(span=span, raw=text, system="Schedule", number=number_)
    if head.startswith("psr"):
        return Reference(span=span, raw=text, system="PSR", number=number_)
    if head.startswith("reg"):
        return Reference(span=span, raw=text, system="regulation", number=number_)
    return Reference(span=span, raw=text, system="clause", number=number_)


def hole(text: str, span: Span) -> Hole:
    """A hole, and what it says should go there."""
    inner = re.search(r"\[(.*)\]", text)
    wants = inner[1].strip(" ●•.…_") if inner else ""
    return Hole(span=span, raw=text, wants=wants)


def part(leaf: Leaf, offset: int) -> Part | None:
    """The exact value of a token found in free words, or None for words and marks."""
    span = leaf.span.shifted(offset)
    match leaf.kind:
        case "MONEY":
            return money(leaf.text, span)
        case "PERCENT":
            return percent(leaf.text, span)
        case "NUMBER":
            return number(leaf.text, span)
        case "DATE" if not _dated(leaf.text):
            return None
        case "DATE" | "ISO_DATE" | "NUMERIC_DATE":
            return day(leaf.text, span)
        case "DURATION":
            return duration(leaf.text, span)
        case "YEAR":
            return year(leaf.text, span)
        case "REFERENCE":
            return reference(leaf.text, span)
        case "HOLE":
            return hole(leaf.text, span)
    return None


def canonical(value: date) -> str:
    """A date as drafts write it: `1 April 2026`."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def _decimal(text: str) -> Decimal:
    parts = text.replace(",", "").split(".")
    return Decimal(".".join(parts[:2]))


def _unit(per: str | None) -> str | None:
    if per is None:
        return None
    word = re.sub(r"^(?:per|a) ", "", " ".join(per.split()).lower())
    if word in ("annum", "pa", "p.a.", "year", "contract year"):
        return "Contract Year" if word == "contract year" else "year"
    return {"patient": "person", "head": "person", "resident": "person"}.get(word, word)


def _vat(text: str | None) -> Literal["excluding VAT", "including VAT"] | None:
    if not text:
        return None
    return "excluding VAT" if re.search(r"\b(?:ex|plus)", text, re.I) else "including VAT"


def _month_word(words: list[str]) -> str:
    """The word of a date in words that stands for its month: the one before the year."""
    return words[-2]


def _dated(text: str) -> bool:
    """Whether the month of a date in free words is one, or one misspelt: `12 decisions 2026` is no date."""
    named = _month_word(re.findall(r"[A-Za-z]+|\d+", plain(text)))
    month = _full(named, MONTHS)
    return month is not None and (month.lower().startswith(named.lower()) or bool(nearest(named, MONTHS)))


def _full(word: str, names: tuple[str, ...]) -> str | None:
    """The month or weekday that begins with this word of three letters or more."""
    return next((name for name in names if name.lower().startswith(word.lower()[:3])), None)


def _numeric_day(text: str, span: Span, first: int, second: int, year_: int) -> Day:
    readings = []
    for day_, month in ((first, second), (second, first)):
        if year_ >= 1 and 1 <= month <= 12 and 1 <= day_ <= monthrange(year_, month)[1]:
            readings.append(date(year_, month, day_))
    if not readings:
        return Day(span=span, raw=text, day=None, problem=f"{text} is not a date")
    ambiguous = tuple(dict.fromkeys(readings)) if first != second else ()
    return Day(span=span, raw=text, day=readings[0], ambiguous=ambiguous if len(ambiguous) > 1 else ())


def _day(text: str, span: Span, year_: int, month: int, day_: int, weekday: str | None) -> Day:
    if not 1 <= month <= 12 or year_ < 1:
        return Day(span=span, raw=text, day=None, problem=f"{text} is not a date")
    length = monthrange(year_, month)[1]
    if not 1 <= day_ <= length:
        name = MONTHS[month - 1]
        year_note = f" in {year_}" if month == 2 else ""
        problem = f"{day_} {name} {year_} is not a date: {name} has {length} days{year_note}"
        return Day(span=span, raw=text, day=None, problem=problem, weekday=weekday)
    value = date(year_, month, day_)
    wrong = weekday is not None and WEEKDAYS[value.weekday()] != weekday
    return Day(span=span, raw=text, day=value, weekday=weekday, weekday_wrong=wrong)
