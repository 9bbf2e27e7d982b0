"""Dates and lengths of time: dates that cannot be, that read two ways, and days that do not say which."""

from __future__ import annotations

from clausecheck.facts.arithmetic.calendars import canonical
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived import walk
from clausecheck.facts.kinds import count, day, flag, kind, text, word
from clausecheck.model.draft import Draft
from clausecheck.model.values import Day, DayKind, Duration, Year

KINDS = (
    kind(
        "date",
        "A date anywhere in the draft.",
        day=day("the date", optional=True),
        impossible=flag("there is no such date"),
        ambiguous=flag("it reads as two different dates"),
        wrong_weekday=flag("it names a weekday that is not that date's"),
        label=word("the label it stands under; empty in prose"),
        written=text("the date as written"),
        problem=text("why there is no such date"),
        british=text("the date read day first"),
        american=text("the date read month first"),
        weekday=text("the weekday it names"),
        right_weekday=text("the weekday it is"),
    ),
    kind(
        "duration",
        "A length of time anywhere in the draft.",
        count=count("how many"),
        unit=word("day, week, month or year"),
        day_kind=word("Operational Days, working days, calendar days, clear days or days", optional=True),
        bare=flag("it says days without saying which kind"),
        slip=flag("its words and its figures differ"),
        label=word("the label it stands under; empty in prose"),
        written=text("the length as written"),
        words=text("the number its words say"),
        figures=text("the number its figures say"),
    ),
    kind(
        "mixed_days",
        "Two kinds of day in one process: one label, or one block of steps.",
        process=text("the label or block"),
        first=text("the first kind of day"),
        second=text("the second kind of day"),
    ),
    kind(
        "bad_year",
        "A financial year whose two halves do not follow each other.",
        problem=text("why it is not a year"),
    ),
)

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

# Blocks that are one process from end to end; elsewhere each label is a process of its own.
_PROCESSES = frozenset({"DISPUTES", "VARIATION", "TERMINATION", "MEMBERSHIP"})


def derive(draft: Draft, facts: Collector) -> None:
    """Adds every date and length of time, and each process that mixes kinds of day."""
    kinds_in: dict[tuple[str, ...], list[tuple[DayKind, walk.Found]]] = {}
    for found in walk.parts(draft):
        match found.part:
            case Day():
                _date(found.part, found, facts)
            case Duration():
                _duration(found.part, found, facts)
                if found.part.days in (DayKind.OPERATIONAL, DayKind.WORKING, DayKind.CALENDAR):
                    block = found.block
                    whole = block is not None and block.head.name in _PROCESSES
                    process = block.path if block is not None and whole else found.path
                    kinds_in.setdefault(process, []).append((found.part.days, found))
            case Year(problem=problem) if problem:
                facts.add("bad_year", found.part.span, found.path, shown={"problem": problem})
    for process, uses in kinds_in.items():
        first_kind, first = uses[0]
        other = next(((kind, use) for kind, use in uses if kind is not first_kind), None)
        if other is not None:
            facts.add(
                "mixed_days",
                other[1].part.span,
                other[1].path,
                shown={"process": process[-1], "first": first.part.raw, "second": other[1].part.raw},
                spans={"first": first.part.span, "second": other[1].part.span},
            )


def _date(date: Day, found: walk.Found, facts: Collector) -> None:
    shown = {"name": date.raw, "written": date.raw, "problem": date.problem}
    if len(date.ambiguous) == 2:
        shown["british"], shown["american"] = (canonical(reading) for reading in date.ambiguous)
    if date.weekday_wrong and date.day:
        shown["weekday"] = date.weekday or ""
        shown["right_weekday"] = _WEEKDAYS[date.day.weekday()]
    facts.add(
        "date",
        date.span,
        found.path,
        day=date.day,
        impossible=date.day is None,
        ambiguous=len(date.ambiguous) == 2,
        wrong_weekday=date.weekday_wrong,
        label=found.label,
        shown=shown,
    )


def _duration(length: Duration, found: walk.Found, facts: Collector) -> None:
    facts.add(
        "duration",
        length.span,
        found.path,
        count=length.count,
        unit=length.unit,
        day_kind=length.days.value if length.days else None,
        bare=length.days is DayKind.BARE,
        slip=length.in_words is not None and length.in_words != length.count,
        label=found.label,
        shown={
            "name": length.raw,
            "written": length.raw,
            "words": str(length.in_words or ""),
            "figures": str(length.count),
        },
    )
