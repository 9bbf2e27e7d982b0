"""The Conditions Precedent of a draft: when each is met or due, against the start of the services."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from clausecheck.facts.arithmetic.calendars import canonical, later
from clausecheck.facts.arithmetic.commencement import start_after
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.frame.term import day_of
from clausecheck.facts.derived.words import walk
from clausecheck.facts.derived.words.sentences import sentence_around
from clausecheck.facts.kinds import count, flag, kind, text, word
from clausecheck.model.draft import Draft
from clausecheck.model.values import Day, DayKind, Duration
from clausecheck.patterns import Pattern

KINDS = (
    kind(
        "condition_precedent",
        "A date of a Condition Precedent, in a draft that says when services start.",
        role=word("met, due or longstop: what happens on the date"),
        after_start=flag("the date is after the Service Commencement Date"),
        delays=flag("the day after it is later than the Service Commencement Date"),
        last=flag("it is the latest date of its role, and the first with that date"),
        item=text("what the condition is, in quotes, or a Condition Precedent"),
        day=text("the date"),
        start=text("the Service Commencement Date"),
        right_start=text("the later of that date and the day after this one"),
        late=text("how many days later that is than the Service Commencement Date"),
    ),
    kind(
        "condition_change",
        "How soon a change to a Condition Precedent has to be notified.",
        operational_days=count("the Operational Days or working days it allows", optional=True),
        calendar_days=count(
            "the calendar days it allows, where it counts in these or in longer units", optional=True
        ),
        written=text("the time as written"),
    ),
)

_NEAR = 120  # characters before a date in which its role and its subject stand
_LABEL = "Conditions precedent"
_CONDITION = Pattern(r"\bconditions? precedent\b", re.I)
_DAYS_IN = {"day": 1, "week": 7, "month": 28, "year": 365}
_LONGSTOP = Pattern(r"\blong-?\s?stop(?: date)?(?: is| of)?[\s:,(]*$", re.I)
_DUE = Pattern(
    r"\b(?:by|until|due(?: on| by)?|(?:no|not) later than|(?P<before>(?<!on or )before)|on or before"
    r"|deadline(?: is| of)?)[\s:(]*$",
    re.I,
)
_MET = Pattern(
    r"\b(?:met|satisfied|fulfilled|completed?|done|received|in place|obtained|issued|signed off|passed)"
    r"(?: on| from)?[\s:(]*$",
    re.I,
)
# What follows if a condition is not met by a day is no date for meeting it.
_UNMET = Pattern(r"\b(?:not|fail(?:s|ed|ure)?|unless|unmet|unsatisfied|outstanding|if)\b[^.;]*$", re.I)
_CHANGE = Pattern(r"\bchang(?:e|es|ed|ing)\b", re.I)
_TELL = Pattern(r"\b(?:notif(?:y|ies|ied)|tells?|told|informs?|informed|notices?|report(?:s|ed)?)\b", re.I)


class _Dated(NamedTuple):
    """A date of a condition: its role, the last day it leaves, and where it stands."""

    role: str
    day: date
    found: walk.Found


def derive(draft: Draft, facts: Collector) -> None:
    """Adds each dated Condition Precedent, and each time for notice of a change to one."""
    start = day_of(draft.contract, "Service Commencement Date")
    if start is not None:
        dated = list(_dated(draft))
        for role in ("met", "due", "longstop"):
            _add([each for each in dated if each.role == role], start, facts)
    for found in walk.parts(draft):
        part = found.part
        if isinstance(part, Duration) and _of_condition(found):
            said = _sentence(found)
            if _CHANGE.search(said) and _TELL.search(said):
                _change(part, found, facts)


def _of_condition(found: walk.Found) -> bool:
    """Whether it stands under the label for Conditions Precedent, or in a clause's sentence on them."""
    if found.block is None:
        return False
    if found.block.head.name in ("CONTRACT", "LINKS"):
        return found.label == _LABEL
    return found.block.head.name == "CLAUSE" and bool(_CONDITION.search(_sentence(found)))


def _sentence(found: walk.Found) -> str:
    start = found.part.span.start - found.starts
    return sentence_around(found.line, start, start + len(found.part.raw))


def _dated(draft: Draft) -> Iterator[_Dated]:
    for found in walk.parts(draft):
        part = found.part
        if isinstance(part, Day) and part.day is not None and not part.ambiguous and _of_condition(found):
            role, day = _role(found.before[-_NEAR:], part.day)
            if role:
                yield _Dated(role, day, found)


def _role(before: str, day: date) -> tuple[str, date]:
    """What the words before a date make of it: `before 1 May` leaves 30 April."""
    if _LONGSTOP.search(before):
        return "longstop", day
    due = _DUE.search(before)
    if due and not _UNMET.search(before[: due.start()]):
        long = _LONGSTOP.search(before[: due.start()].rstrip() + " ")
        return ("longstop" if long else "due"), later(day, -1) if due["before"] else day
    if _MET.search(before) and not _UNMET.search(before):
        return "met", day
    return "", day


def _add(dated: list[_Dated], start: date, facts: Collector) -> None:
    latest = max((each.day for each in dated), default=None)
    for each in dated:
        right = start_after(start, each.day)
        facts.add(
            "condition_precedent",
            each.found.part.span,
            each.found.path,
            role=each.role,
            after_start=each.day > start,
            delays=right.late > 0,
            last=each.day == latest,
            shown={
                "name": each.found.part.raw,
                "item": _item(each.found),
                "day": canonical(each.day),
                "start": canonical(start),
                "right_start": canonical(right.day),
                "late": f"{right.late} day{'' if right.late == 1 else 's'}",
            },
        )
        if each.day == latest:
            latest = None  # the next with this date is not the first


_TAIL = Pattern(
    r"(?:[\s:,(]|\b(?:to be|is|are|was|were|must be|will be|shall be|met|satisfied|fulfilled|completed?|done"
    r"|received|in place|obtained|issued|signed off|passed|by|due|on|or|no|not|later|than|before|until|from"
    r"|deadline|long-?\s?stop|date)\b)*$",
    re.I,
)


def _item(found: walk.Found) -> str:
    """What the condition is, where its line names it shortly; else the general words."""
    said = _TAIL.sub("", found.before[-_NEAR:].rpartition(";")[2].strip()) if found.label else ""
    return f'"{said}"' if 3 <= len(said) <= 60 else "A Condition Precedent"


def _change(part: Duration, found: walk.Found, facts: Collector) -> None:
    operational = part.unit == "day" and part.days in (DayKind.OPERATIONAL, DayKind.WORKING, DayKind.CLEAR)
    facts.add(
        "condition_change",
        part.span,
        found.path,
        operational_days=part.count if operational else None,
        calendar_days=None if operational else part.count * _DAYS_IN[part.unit],
        shown={"name": part.raw, "written": part.raw},
    )
