"""Standstill and the other periods that procurement law puts between a notice and the next step.

The PSR and the Procurement Act both say 8 working days, and mean different dates: the PSR counts from the
day after the standstill begins, the Act from the day of publication, and each has its own holidays.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from clausecheck.facts.arithmetic.calendars import (
    Calendar,
    add_working_days,
    count_out,
    first_working_day,
    later,
    left_out,
)

STANDSTILL_DAYS = 8
"""PSR reg 12(3); Procurement Act 2023 s.51(2)."""
FURTHER_DECISION_DAYS = 5
"""PSR reg 12(4)-(10)."""
MOST_SUITABLE_PROVIDER_DAYS = 14
"""PSR reg 10(5), calendar days."""
AWARD_NOTICE_DAYS = 30
"""PSR regs 7 to 11, 13(5), 14 and 18, calendar days."""


class Standstill(NamedTuple):
    """A standstill period: it lasts from `begins` to midnight at the end of `ends`.

    `notice` is the day that starts the clock, `earliest_signing` the day after the period ends;
    `left_out` are the holidays (not the weekends) that lengthened it.
    """

    notice: date
    begins: date
    ends: date
    earliest_signing: date
    calendar: Calendar
    left_out: tuple[tuple[date, str], ...]
    steps: str

    def too_short(self, stated_end: date) -> bool:
        """Whether a standstill that ends at midnight of `stated_end` ends before the law lets it."""
        return stated_end < self.ends

    def signs_too_early(self, signed: date) -> bool:
        """Whether a contract signed on `signed` is signed while the standstill lasts."""
        return signed < self.earliest_signing


def psr_standstill(published: date) -> Standstill:
    """PSR reg 12(2), (3) and (9): where nobody makes representations.

    Begins the day after `published`, the day of the notice of intention to award; ends at midnight at the
    end of the 8th working day after the day on which it begins.
    """
    begins = later(published, 1)
    ends = add_working_days(begins, STANDSTILL_DAYS, Calendar.PSR)
    return _standstill(published, begins, begins, ends, Calendar.PSR, "published")


def psr_after_further_decision(communicated: date) -> Standstill:
    """PSR reg 12(4)-(10): 5 working days must pass after the last further decision is communicated.

    Ends at midnight at the end of the 5th working day after `communicated`.
    """
    begins = later(communicated, 1)
    ends = add_working_days(communicated, FURTHER_DECISION_DAYS, Calendar.PSR)
    return _standstill(
        communicated, begins, communicated, ends, Calendar.PSR, "further decision communicated"
    )


def procurement_act_standstill(published: date) -> Standstill:
    """Procurement Act 2023 s.51(2): 8 working days beginning with the day of publication.

    Ends at midnight at the end of the 8th of them; a notice published on no working day starts to count
    on the next one.
    """
    first = first_working_day(published, Calendar.PROCUREMENT_ACT)
    ends = add_working_days(first, STANDSTILL_DAYS - 1, Calendar.PROCUREMENT_ACT)
    before = later(published, -1)
    return _standstill(published, published, before, ends, Calendar.PROCUREMENT_ACT, "published")


def most_suitable_provider_earliest(notice: date) -> date:
    """The first day on which the most suitable provider may be settled on (PSR reg 10(5)).

    14 calendar days after the day the notice of the intended approach was submitted.
    """
    return later(notice, MOST_SUITABLE_PROVIDER_DAYS)


def award_notice_last_day(awarded: date) -> date:
    """The last day for the award notice: 30 calendar days after the award (PSR regs 7 to 11)."""
    return later(awarded, AWARD_NOTICE_DAYS)


def _standstill(
    notice: date, begins: date, counted_after: date, ends: date, calendar: Calendar, word: str
) -> Standstill:
    started = [(notice, word)] if begins == notice else [(notice, word), (begins, "begins")]
    return Standstill(
        notice=notice,
        begins=begins,
        ends=ends,
        earliest_signing=later(ends, 1),
        calendar=calendar,
        left_out=left_out(counted_after, ends, calendar),
        steps=count_out([*started, (ends, "midnight")]),
    )
