"""The three kinds of working day that drafts count in, and dates written out for messages.

They differ in law, and so in length: an NHS Operational Day and a PSR working day follow England; a
Procurement Act working day drops the bank holidays of every part of the United Kingdom. The holidays come
from the `holidays` library. Importing it costs more than checking a draft, so the years that drafts speak
of are worked out once and kept.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from clausecheck.data import cached, content_key

FIRST_YEAR, LAST_YEAR = 2010, 2040
"""The years whose holidays are kept."""

KNOWN_YEARS = (1872, 2100)
"""The first and last year of which holidays are known; beyond them only weekends are left out."""

_FRIDAY = 4
_LAST = date.max.toordinal()

# Spelt out, because strftime would ask the locale.
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

Holidays = Mapping[int, str]
"""Holidays by ordinal of their date, with their names."""


class Calendar(StrEnum):
    """A kind of working day; the value is its name as messages use it."""

    OPERATIONAL = "Operational Day"
    """NHS Standard Contract: not a Saturday, Sunday or public holiday in England."""
    PSR = "PSR working day"
    """PSR reg 12(12): the same, Christmas Day, Good Friday and the first Monday in May being named."""
    PROCUREMENT_ACT = "Procurement Act working day"
    """Procurement Act 2023 s.123: no bank holiday in any part of the United Kingdom."""


def is_working_day(day: date, calendar: Calendar) -> bool:
    """Whether `day` counts."""
    return day.weekday() <= _FRIDAY and holiday_name(day, calendar) is None


def holiday_name(day: date, calendar: Calendar) -> str | None:
    """The name of the holiday that `day` is, at a weekend too; None on any other day."""
    return _holidays(calendar, day.year, day.year).get(day.toordinal())


def add_working_days(day: date, number: int, calendar: Calendar) -> date:
    """The working day that is `number` working days after `day`, or before it where `number` is negative.

    `day` itself never counts, so 0 gives `day` back, working day or not. Runs no further than the last
    (or first) date there is.
    """
    if number == 0:
        return day
    step = 1 if number > 0 else -1
    wanted = abs(number)
    reach = wanted
    while True:
        # Every holiday on the way pushes the end further, perhaps over another one.
        landed = _weekday_away(day, step * reach)
        counted = abs(working_days_between(*_far_side(day, landed, step), calendar))
        if counted >= wanted or landed in (date.min, date.max):
            return landed
        reach += wanted - counted


def next_working_day(day: date, calendar: Calendar) -> date:
    """The first working day after `day`."""
    return add_working_days(day, 1, calendar)


def first_working_day(day: date, calendar: Calendar) -> date:
    """`day` where it is a working day, else the first one after it."""
    return day if is_working_day(day, calendar) else next_working_day(day, calendar)


def working_days_between(start: date, end: date, calendar: Calendar) -> int:
    """How many working days there are after `start`, up to and including `end`; below 0 if `end` is earlier.

    Turned round it counts the same days: `between(a, b) == -between(b, a)`.
    """
    if end < start:
        return -working_days_between(end, start, calendar)
    first, last = start.toordinal(), end.toordinal()
    off = _weekday_holidays(calendar, start.year, end.year)
    return _weekdays_to(last) - _weekdays_to(first) - (bisect_right(off, last) - bisect_right(off, first))


def left_out(start: date, end: date, calendar: Calendar) -> tuple[tuple[date, str], ...]:
    """The holidays on Mondays to Fridays after `start` up to `end`, with their names: days not counted."""
    names = _holidays(calendar, start.year, end.year)
    off = _weekday_holidays(calendar, start.year, end.year)
    inside = off[bisect_right(off, start.toordinal()) : bisect_right(off, end.toordinal())]
    return tuple((date.fromordinal(ordinal), names[ordinal]) for ordinal in inside)


def later(day: date, days: int) -> date:
    """`day` plus calendar days (minus, if below 0), no further than the last or first date there is."""
    return date.fromordinal(max(1, min(day.toordinal() + days, _LAST)))


def month_name(month: int) -> str:
    """The English name of a month, 1 to 12."""
    return _MONTHS[month - 1]


def weekday_name(number: int) -> str:
    """The English name of a weekday, 0 (Monday) to 6."""
    return _WEEKDAYS[number]


def canonical(day: date) -> str:
    """A date as drafts should write it: `13 February 2026`."""
    return f"{day.day} {month_name(day.month)} {day.year}"


def in_words(day: date) -> str:
    """A date as messages write it: `Fri 13 Feb 2026`."""
    return f"{_short(day)} {day.year}"


def count_out(steps: Iterable[tuple[date, str]]) -> str:
    """A count of days, step by step: `Mon 2 Feb published, Tue 3 Feb begins, Fri 13 Feb midnight`.

    Years are shown only where the steps do not all fall in one.
    """
    listed = tuple(steps)
    one_year = len({day.year for day, _ in listed}) <= 1
    write = _short if one_year else in_words
    return ", ".join(f"{write(day)} {word}".rstrip() for day, word in listed)


@cache
def kept_holidays() -> Mapping[str, Holidays]:
    """The holidays of England ("ENG") and of the whole United Kingdom ("UK"), `FIRST_YEAR` to `LAST_YEAR`."""
    key = content_key([_library_version(), str(FIRST_YEAR), str(LAST_YEAR), "names by ordinal"])
    return cached("holidays", key, lambda: library_holidays(FIRST_YEAR, LAST_YEAR))


def _library_version() -> bytes:
    """What the library's own version file says; asking the library itself would mean importing it."""
    found = find_spec("holidays")
    if found is None or found.origin is None:
        return b""
    return (Path(found.origin).parent / "version.py").read_bytes()


@cache
def library_holidays(first_year: int, last_year: int) -> Mapping[str, Holidays]:
    """The same for other years, asked of the library, substitute days included."""
    from holidays import country_holidays

    years = range(first_year, last_year + 1)
    united: dict[int, str] = {}
    parts: dict[str, Holidays] = {}
    for part in ("ENG", "WLS", "SCT", "NIR"):
        listed = country_holidays("GB", subdiv=part, years=years, language="en_GB")
        parts[part] = {day.toordinal(): _name(name) for day, name in sorted(listed.items())}
        united = {**parts[part], **united}  # a day England shares keeps the name it has in England
    return {"ENG": parts["ENG"], "UK": dict(sorted(united.items()))}


def _name(listed: str) -> str:
    return listed.replace(" (observed)", " (substitute day)")


@cache
def _table(calendar: Calendar, kept: bool) -> Holidays:
    first, last = (FIRST_YEAR, LAST_YEAR) if kept else KNOWN_YEARS
    regions = kept_holidays() if kept else library_holidays(first, last)
    if calendar is Calendar.PROCUREMENT_ACT:
        return regions["UK"]
    if calendar is Calendar.OPERATIONAL:
        return regions["ENG"]
    # reg 12(12) names the first Monday in May itself, so it is out even in a year that moves the holiday.
    mondays = {_first_monday_in_may(year): "first Monday in May" for year in range(first, last + 1)}
    return dict(sorted({**mondays, **regions["ENG"]}.items()))


@cache
def _weekday_table(calendar: Calendar, kept: bool) -> tuple[int, ...]:
    return tuple(day for day in _table(calendar, kept) if (day - 1) % 7 <= _FRIDAY)


def _holidays(calendar: Calendar, first_year: int, last_year: int) -> Holidays:
    return _table(calendar, _are_kept(first_year, last_year))


def _weekday_holidays(calendar: Calendar, first_year: int, last_year: int) -> tuple[int, ...]:
    return _weekday_table(calendar, _are_kept(first_year, last_year))


def _are_kept(first_year: int, last_year: int) -> bool:
    return first_year >= FIRST_YEAR and last_year <= LAST_YEAR


def _first_monday_in_may(year: int) -> int:
    seventh = date(year, 5, 7)
    return seventh.toordinal() - seventh.weekday()


def _weekdays_to(ordinal: int) -> int:
    """Mondays to Fridays from ordinal 1 (a Monday) up to `ordinal`."""
    weeks, days = divmod(ordinal, 7)
    return weeks * 5 + min(days, 5)


def _weekday_away(day: date, number: int) -> date:
    """The Monday-to-Friday that is `number` such days after (or before) `day`, holidays not considered."""
    if number > 0:
        target = _weekdays_to(day.toordinal()) + number
    else:
        target = _weekdays_to(day.toordinal() - 1) + number + 1
    weeks, days = divmod(target - 1, 5)
    ordinal = weeks * 7 + days + 1
    return date.fromordinal(max(1, min(ordinal, _LAST)))


def _far_side(day: date, landed: date, step: int) -> tuple[date, date]:
    """The half-open stretch that holds `landed` but not `day`, whichever way the count runs."""
    return (day, landed) if step > 0 else (later(landed, -1), later(day, -1))


def _short(day: date) -> str:
    return f"{weekday_name(day.weekday())[:3]} {day.day} {month_name(day.month)[:3]}"
