"""Dates and lengths of time: dates that cannot be, that read two ways, and days that do not say which."""

from __future__ import annotations

import re

from clausecheck.facts.arithmetic.calendars import canonical
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.words import walk
from clausecheck.facts.derived.words.sentences import sentence_around
from clausecheck.facts.kinds import count, day, flag, kind, text, word
from clausecheck.model.draft import Draft
from clausecheck.model.values import Day, DayKind, Duration, Year
from clausecheck.model.vocabulary.types import folded
from clausecheck.patterns import Pattern

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
        bare=flag("it says days without saying which kind, and the draft defines no day"),
        measure=flag("it counts days in a measure or a description, not in a process"),
        settled=flag("law or an invoice settles which days it counts, or another rule reads it"),
        slip=flag("its words and its figures differ"),
        label=word("the label it stands under; empty in prose"),
        written=text("the length as written"),
        words=text("the number its words say"),
        figures=text("the number its figures say"),
        calendar=text("about how many calendar days as many working days take"),
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

# Blocks and labels that describe patients and services: a readmission within 30 days is nobody's deadline.
_DESCRIBING = frozenset({"OUTCOME", "INDICATOR", "POPULATION", "SERVICES"})
_DESCRIPTIONS = frozenset({"Purpose"})

_COUNTED = (DayKind.OPERATIONAL, DayKind.WORKING, DayKind.CALENDAR)

# Blocks that are one process from end to end; elsewhere each label is a process of its own.
_PROCESSES = frozenset({"DISPUTES", "VARIATION", "TERMINATION", "MEMBERSHIP"})

# Notices whose time the law sets, in its own kind of day, whatever the process around them counts in.
_SET_BY_LAW = frozenset(
    {"Award notice", "Modification notice", "Transparency notice", "Contract details notice", "Contract copy"}
)
# A standstill in the wrong days is the fault of the rules on standstills; one finding is enough.
_READ_ELSEWHERE = frozenset({"Standstill"})

# The days in which an invoice falls due are read as calendar days, by the law on late payment and by trade.
_INVOICED = {
    "PAYMENT": frozenset({"Terms", "Subcontractor terms"}),
    "SUBCONTRACT": frozenset({"Payment"}),
    "PROCUREMENT": frozenset({"Payment terms"}),
}
_NEAR = 120  # characters
_INVOICE_BEFORE = Pattern(r"\binvoic\w*\b[^.;]{0,80}$", re.I)
_INVOICE_AFTER = Pattern(r"[^.;]{0,60}\binvoic", re.I)
# A sentence that restates a time of the law names it. A standstill is in working days, whoever restates it.
_OF_LAW = Pattern(r"\bTUPE\b|\bTransfer of Undertakings\b|\breg(?:ulation)?s?\.? ?(?!12\b)\d", re.I)
_STANDSTILL = Pattern(r"\bstandstill\b", re.I)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds every date and length of time, and each process that mixes kinds of day."""
    kinds_in: dict[tuple[str, ...], list[tuple[DayKind, walk.Found]]] = {}
    days_defined = any(folded(each.term) in ("day", "days") for each in draft.definitions)
    for found in walk.parts(draft):
        match found.part:
            case Day():
                _date(found.part, found, facts)
            case Duration():
                _duration(found.part, found, days_defined, facts)
                if found.part.days in _COUNTED and found.label not in _SET_BY_LAW:
                    kinds_in.setdefault(_process(found), []).append((found.part.days, found))
            case Year(problem=problem) if problem and not found.before.endswith(("/", "-", "\\")):
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


def _process(found: walk.Found) -> tuple[str, ...]:
    block = found.block
    return block.path if block is not None and block.head.name in _PROCESSES else found.path


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
        spans={"written": date.span},
    )


def _duration(length: Duration, found: walk.Found, days_defined: bool, facts: Collector) -> None:
    facts.add(
        "duration",
        length.span,
        found.path,
        count=length.count,
        unit=length.unit,
        day_kind=length.days.value if length.days else None,
        bare=length.days is DayKind.BARE and not days_defined,
        measure=_describes(found),
        settled=_settled(found),
        slip=length.in_words is not None and length.in_words != length.count,
        label=found.label,
        shown={
            "name": length.raw,
            "written": length.raw,
            "words": "" if length.in_words is None else str(length.in_words),
            "figures": f"{length.count:,}",
            "calendar": f"{-(-length.count * 7 // 5):,}",
        },
    )


def _describes(found: walk.Found) -> bool:
    """Whether the words around a length of time set no deadline: a definition does so only by being one."""
    if found.block is None:
        return bool(found.before.strip())
    return found.block.head.name in _DESCRIBING or found.label in _DESCRIPTIONS


def _settled(found: walk.Found) -> bool:
    """Whether its place or the words around it leave no doubt which days a length of time counts."""
    head = found.block.head.name if found.block is not None else ""
    if head == "PROCUREMENT" and found.label in _READ_ELSEWHERE:
        return True
    if found.label in _SET_BY_LAW or found.label in _INVOICED.get(head, ()):
        return True
    # A part of the line only: a long one has many lengths of time, and all of it for each takes minutes.
    start, end = found.part.span.start - found.starts, found.part.span.end - found.starts
    before, after = found.line[max(start - _NEAR, 0) : max(start, 0)], found.line[end : end + _NEAR]
    if _INVOICE_BEFORE.search(before) or _INVOICE_AFTER.match(after):
        return True
    sentence = sentence_around(found.line, max(start, 0), end)
    return bool(_OF_LAW.search(sentence)) and not _STANDSTILL.search(sentence)
