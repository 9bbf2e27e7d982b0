"""The sums that `clausecheck standstill` shows: each in rows for people and in plain data for programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from clausecheck.facts.arithmetic.calendars import (
    KNOWN_YEARS,
    Calendar,
    add_working_days,
    holiday_name,
    in_words,
    is_working_day,
    later,
    month_name,
    next_working_day,
    weekday_name,
)
from clausecheck.facts.arithmetic.standstill import (
    FURTHER_DECISION_DAYS,
    MOST_SUITABLE_PROVIDER_DAYS,
    STANDSTILL_DAYS,
    Standstill,
    most_suitable_provider_earliest,
    procurement_act_standstill,
    psr_standstill,
)
from clausecheck.facts.derived.procurement.standstill_open import open_until

PSR_FROM = date(2024, 1, 1)  # PSR reg 1
ACT_FROM = date(2025, 2, 24)  # the Act's main provisions

_REACH = 60  # days; more than any of the sums spans

_CALENDARS = {
    Calendar.PSR: ("working days in England", "PSR reg 12(12)"),
    Calendar.PROCUREMENT_ACT: ("working days in the whole United Kingdom", "Procurement Act 2023 s.123"),
}

_PSR_READ = (
    "PSR reg 12(2), (3), (9), (10) and (12), and reg 10(5): SI 2023/1348, read as consolidated to "
    "24 February 2025. Whether it has been amended since was not verified.",
)
_ACT_READ = ("Procurement Act 2023 s.51(2) and s.123: read as at 1 April 2026.",)
_ALWAYS = (
    "Holidays follow the rules known today; one proclaimed later makes a standstill longer.",
    "This is not legal advice.",
)


class CannotCount(Exception):
    """The sum cannot be done for these dates; the message says why."""


@dataclass(frozen=True, slots=True)
class Sum:
    """One sum: `rows` are names with words, `data` the same as plain JSON values."""

    key: str
    title: str
    rows: tuple[tuple[str, str], ...]
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Sums:
    """All that was asked for, in the order in which it is shown."""

    published: date
    every: tuple[Sum, ...]
    notes: tuple[str, ...] = ()
    authority: tuple[str, ...] = ()


def work_out(published: date, decided: date | None, *, psr: bool, act: bool) -> Sums:
    """The sums for a notice published on `published`.

    `decided` is the day on which the last further decision on representations was communicated. Raises
    CannotCount where holidays are not known or the dates are out of order.
    """
    _within_reach(published)
    every: list[Sum] = []
    if psr:
        every.append(_psr(published))
        if decided:
            every.append(_after_representations(published, decided))
    if act:
        every.append(_act(published, beside=psr))
    if psr:
        every.append(_most_suitable_provider(published))
    authority = (*_PSR_READ * psr, *_ACT_READ * act, *_ALWAYS)
    return Sums(published, tuple(every), tuple(_notes(published, psr=psr, act=act)), authority)


def _within_reach(day: date) -> None:
    first, last = KNOWN_YEARS
    if not (first <= day.year and later(day, _REACH).year <= last):
        raise CannotCount(f"no bank holidays are known for the weeks after {in_words(day)}")


def _psr(published: date) -> Sum:
    found = psr_standstill(published)
    return _standstill(
        "psr",
        f"Provider Selection Regime, reg 12: {STANDSTILL_DAYS} working days after the day it begins",
        "PSR reg 12(2), (3), (9)",
        found,
        STANDSTILL_DAYS,
        (("Published", in_words(found.notice)), ("Begins", f"{in_words(found.begins)}, the day after")),
    )


def _act(published: date, *, beside: bool) -> Sum:
    found = procurement_act_standstill(published)
    compared = ", for comparison" if beside else ""
    return _standstill(
        "procurement_act",
        f"Procurement Act 2023, s.51{compared}: {STANDSTILL_DAYS} working days with the day of publication",
        "Procurement Act 2023 s.51(2)",
        found,
        STANDSTILL_DAYS,
        (("Published", in_words(found.notice)), ("Begins", f"{in_words(found.begins)}, the same day")),
    )


def _after_representations(published: date, decided: date) -> Sum:
    first = psr_standstill(published)
    if decided < first.begins:
        raise CannotCount(
            f"the further decision ({in_words(decided)}) comes before the standstill begins"
            f" ({in_words(first.begins)})"
        )
    _within_reach(decided)
    both = open_until(published, decided)
    found = both.by_decision
    assert found is not None
    rows: tuple[tuple[str, str], ...] = (("Decision", f"{in_words(decided)}, communicated"),)
    if first.ends > found.ends:
        # Others may still object until then, whatever was decided for those who already have.
        rows = (
            *rows,
            ("Held open", f"to {in_words(first.ends)}: until then others may make representations"),
        )
    return _standstill(
        "after_representations",
        f"After representations, reg 12(10): {FURTHER_DECISION_DAYS} working days after the further decision",
        "PSR reg 12(4), (10)",
        found,
        FURTHER_DECISION_DAYS,
        rows,
        ends=both.governs.ends,
        at_least=True,
    )


def _most_suitable_provider(notice: date) -> Sum:
    earliest = most_suitable_provider_earliest(notice)
    days = MOST_SUITABLE_PROVIDER_DAYS
    return Sum(
        "most_suitable_provider",
        f"Most suitable provider process, reg 10(5): {days} days, counting every day",
        (
            ("Submitted", f"{in_words(notice)}, were it the notice of the intended approach"),
            ("Settle from", f"{in_words(earliest)}: the provider may not be identified before"),
        ),
        {
            "provision": "PSR reg 10(5)",
            "notice_of_intended_approach": notice.isoformat(),
            "days": days,
            "settle_from": earliest.isoformat(),
        },
    )


def _standstill(
    key: str,
    title: str,
    provision: str,
    found: Standstill,
    number: int,
    opening: tuple[tuple[str, str], ...],
    *,
    ends: date | None = None,
    at_least: bool = False,
) -> Sum:
    """A sum of working days; `ends` is later than the days make it where something else holds it open."""
    ends = ends or found.ends
    signing = later(ends, 1)
    region, provision_of_days = _CALENDARS[found.calendar]
    # A standstill ends on a working day, so the days that were counted are the last `number` up to it.
    counted = tuple(add_working_days(found.ends, -n, found.calendar) for n in reversed(range(number)))
    holidays = [f"{in_words(day)}, {name}" for day, name in found.left_out]
    rows = (
        *opening,
        ("Ends", f"{in_words(ends)}, at midnight{', at the earliest' if at_least else ''}"),
        ("Sign from", _signing(signing, found.calendar)),
        ("Counted", _days(counted)),
        ("Not counted", "; ".join(["weekends", *holidays])),
        ("Calendar", f"{region} ({provision_of_days})"),
    )
    data = {
        "provision": provision,
        "notice": found.notice.isoformat(),
        "begins": found.begins.isoformat(),
        "ends_at_midnight_of": ends.isoformat(),
        "sign_from": signing.isoformat(),
        "working_days": number,
        "counted": [day.isoformat() for day in counted],
        "holidays_left_out": [{"date": day.isoformat(), "name": name} for day, name in found.left_out],
        "calendar": region,
        "calendar_provision": provision_of_days,
    }
    return Sum(key, title, rows, data)


def _signing(day: date, calendar: Calendar) -> str:
    if is_working_day(day, calendar):
        return in_words(day)
    why = holiday_name(day, calendar) or f"a {weekday_name(day.weekday())}"
    return f"{in_words(day)} ({why}; the next working day is {in_words(next_working_day(day, calendar))})"


def _days(days: tuple[date, ...]) -> str:
    """`Tue 30, Wed 31 Dec 2025, Fri 2 Jan 2026`: the month once, after the last of its days."""
    return ", ".join(_day_parts(days))


def _day_parts(days: tuple[date, ...]) -> Iterator[str]:
    for day, after in pairwise((*days, None)):
        assert day is not None
        short = f"{weekday_name(day.weekday())[:3]} {day.day}"
        same = after is not None and (day.year, day.month) == (after.year, after.month)
        yield short if same else f"{short} {month_name(day.month)[:3]} {day.year}"


def _notes(published: date, *, psr: bool, act: bool) -> Iterator[str]:
    if psr and published < PSR_FROM:
        yield f"The PSR came into force on {in_words(PSR_FROM)}, after {in_words(published)}."
    if act and published < ACT_FROM:
        yield f"The Act's procurement rules began on {in_words(ACT_FROM)}, after {in_words(published)}."
    if psr:
        yield (
            "Only direct award process C, the most suitable provider process and the competitive process have"
            " the PSR's standstill. It stays open for longer where representations are made in time."
        )
    if act:
        yield (
            "The Act's standstill is not for health services under the PSR, and s.51(3) exempts light touch"
            " contracts, among others."
        )
