"""When a pool is settled against when its figures are complete, and when sub-contractors are paid."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from clausecheck.facts.arithmetic.calendars import canonical
from clausecheck.facts.arithmetic.dates import contract_years
from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.arithmetic.settlement import Unit, at_least_days, day_after, days_after
from clausecheck.facts.blocks import choice_of, money_of, ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.frame.term import contract_days
from clausecheck.facts.derived.outcomes.measures import Measure, measures_of
from clausecheck.facts.derived.words.lines import line_of, listed, words_of
from clausecheck.facts.kinds import count, flag, kind, text, word
from clausecheck.model.draft import Block, Draft, Field, parts_in
from clausecheck.model.parts import parts_of
from clausecheck.model.values import DayKind, Duration, Names
from clausecheck.patterns import Pattern
from clausecheck.spans import Span
from clausecheck.syntax.tree import Piece

KINDS = (
    kind(
        "settlement",
        "A pool's final settlement beside the data that its conditions wait for.",
        pool=word("the RISK SHARE"),
        measure=word("the outcome or indicator whose figures take longest"),
        days=count("calendar days from the end of the Contract Year to the settlement"),
        lag_days=count("calendar days from then until the figures are complete"),
        left=count("calendar days between the two; below 0 where the settlement comes first"),
        settled=text("the settlement as written"),
        lag=text("the lag as written"),
        apart=text("how far the two are apart, in words"),
        dates=text("both dates for the first Contract Year that counts, in a sentence"),
    ),
    kind(
        "subcontractor_payment",
        "How long after an invoice a sub-contractor is paid, one fact for all lines that say the same.",
        of=word("the SUBCONTRACT or PAYMENT"),
        days=count("the calendar days it takes at the least"),
        under_act=flag("the contract is awarded under the Procurement Act 2023"),
        who=text("who is paid, with the verb"),
        said=text("the time as written"),
        takes=text("the time in days, in brackets, where it is written otherwise"),
        meanwhile=text("what that means for the sub-contractor, in a sentence"),
        again=text("the next line that says the same"),
    ),
)

_NOMINAL_END = date(2027, 3, 31)
"""The end of a Contract Year where a draft has no dates: the day an NHS year ends."""

_FINAL = Pattern(r"\bfinal(?:ly|ised)?\b", re.I)
_SEGMENTS = Pattern(r"[;.](?:\s|$)|, (?:and|then|with)\b")
_AFTER_INVOICE = Pattern(
    r"\s*(?:after|from|of|following|beginning|starting|upon|on|in arrears|net|end of month|$|[,;.(])", re.I
)
_BEFORE = Pattern(
    r"(?:^|\b(?:within|in|at most|no(?:t)? later than|no more than|up to|net|paid|payment|due|terms?:?))$",
    re.I,
)
_LONGEST_BEFORE = 40
_UNITS = {"day": Unit.DAY, "week": Unit.WEEK, "month": Unit.MONTH, "year": Unit.YEAR}


def derive(draft: Draft, facts: Collector) -> None:
    """Adds each settlement that waits for outcomes, and each time in which a sub-contractor is paid."""
    measures = list(measures_of(draft))
    for pool in draft.of("RISK SHARE"):
        _settlement(draft, pool, measures, facts)
    under_act = any(choice_of(block, "Regime") == "Procurement Act 2023" for block in draft.of("PROCUREMENT"))
    _subcontractors(draft, under_act, facts)


class _Lag(NamedTuple):
    """How long the figures of a measure take."""

    measure: Measure
    field: Field
    length: Duration
    days: int


def _settlement(draft: Draft, pool: Block, measures: list[Measure], facts: Collector) -> None:
    field = pool.get("Reconciliation")
    final = _final(field) if field else None
    if field is None or final is None:
        return
    end, known = _year_end(draft)
    lags = [
        _Lag(each, lag, lag.value, days_after(end, lag.value.count, unit_of(lag.value)))
        for each in _waited_for(pool, measures)
        if (lag := each.get("Lag")) is not None and isinstance(lag.value, Duration)
    ]
    if not lags:
        return
    slowest = max(lags, key=lambda each: each.days)
    days = days_after(end, final.count, unit_of(final))
    left = days - slowest.days
    name = slowest.measure.block.id or slowest.measure.block.name
    facts.add(
        "settlement",
        field.span,
        (*pool.path, "Reconciliation"),
        pool=ref_of(pool),
        measure=name,
        days=days,
        lag_days=slowest.days,
        left=left,
        shown={
            "name": pool.title or pool.name,
            "pool": pool.title or pool.name,
            "settled": final.raw,
            "lag": slowest.length.raw,
            "measure": name,
            "apart": _apart(left),
            "dates": _dates(final, slowest, end, known),
        },
        spans={"lag": slowest.field.span},
    )


def _apart(left: int) -> str:
    """How far settlement and figures are apart, in words."""
    size = f"{abs(left):,} day{'' if abs(left) == 1 else 's'}"
    if left == 0:
        return "on the very day that"
    return f"{size} before" if left < 0 else f"{size} after"


def _dates(final: Duration, lag: _Lag, end: date, known: bool) -> str:
    settled = days_after(end, final.count, unit_of(final))
    if not known:
        return (
            f"It is settled by day {settled:,} after the year; the figures are complete on day {lag.days:,}"
        )
    complete = canonical(day_after(end, lag.length.count, unit_of(lag.length)))
    by = canonical(day_after(end, final.count, unit_of(final)))
    return (
        f"For the year to {canonical(end)} it is settled by {by} (day {settled:,}), "
        f"and the figures are complete on {complete} (day {lag.days:,})"
    )


def _year_end(draft: Draft) -> tuple[date, bool]:
    """The end of the first Contract Year, and whether the draft states it."""
    days = contract_days(draft)
    return (contract_years(*days)[0].end, True) if days else (_NOMINAL_END, False)


def _waited_for(pool: Block, measures: list[Measure]) -> Iterator[Measure]:
    """The measures that a pool's conditions name."""
    named = set(re.findall(r"[A-Za-z][\w-]*", words_of(pool, "Gain conditions", "Loss conditions")))
    for each in measures:
        if each.block.id in named or (each.outcome is not None and each.outcome.id in named):
            yield each


def _final(field: Field) -> Duration | None:
    """The time of the final settlement: where one is called final that, else the longest stated."""
    said = line_of(field)
    lengths = [part for value in field.values() for part in parts_in(value) if isinstance(part, Duration)]
    called = [
        part
        for segment in _SEGMENTS.split(said)
        if _FINAL.search(segment)
        for part in parts_of(Piece(segment, Span(0, len(segment))))
        if isinstance(part, Duration)
    ]
    return max(called or lengths, key=lambda each: at_least_days(each.count, unit_of(each)), default=None)


def unit_of(length: Duration) -> Unit:
    """What a length of time counts in."""
    if length.unit == "day" and length.days in (DayKind.OPERATIONAL, DayKind.WORKING):
        return Unit.WORKING_DAY
    return _UNITS[length.unit]


def _subcontractors(draft: Draft, under_act: bool, facts: Collector) -> None:
    """Adds how long sub-contractors wait, one fact a length of time; the terms for all of them come first."""
    lines = [
        (block, field, length)
        for head, label in (("PAYMENT", "Subcontractor terms"), ("SUBCONTRACT", "Payment"))
        for block in draft.of(head)
        if (field := block.get(label)) is not None and (length := payment_time(field)) is not None
    ]
    for said in dict.fromkeys(length.raw for _, _, length in lines):
        (block, field, length), *more = [line for line in lines if line[2].raw == said]
        days = at_least_days(length.count, unit_of(length))
        plain = length.unit == "day" and unit_of(length) is Unit.DAY
        facts.add(
            "subcontractor_payment",
            field.span,
            (*block.path, field.label),
            of=ref_of(block),
            days=days,
            under_act=under_act,
            shown={
                "name": block.name,
                "who": _who(block, [each for each, _, _ in more]),
                "said": said,
                "takes": "" if plain else f" (at least {days:,} days)",
                "meanwhile": _meanwhile(draft, [block, *(each for each, _, _ in more)]),
            },
            spans={"again": more[0][1].span} if more else {},
        )


def _who(block: Block, more: list[Block]) -> str:
    """Whom a line pays, with those that other lines pay alike."""
    if block.head.name == "PAYMENT":
        return "A sub-contractor is"
    names = [f'"{each.title or each.name}"' for each in (block, *more)]
    return f"The sub-contractor{'s' if more else ''} of {listed(names)} {'are' if more else 'is'}"


def payment_time(field: Field) -> Duration | None:
    """The time from invoice to payment that a line states first."""
    return time_in(line_of(field))


def time_in(said: str) -> Duration | None:
    """The time from invoice to payment that some words state first."""
    for part in parts_of(Piece(said, Span(0, len(said)))):
        if not isinstance(part, Duration) or part.unit == "year":
            continue
        before = said[: part.span.start].rstrip()[-_LONGEST_BEFORE:]
        if _BEFORE.search(before) and _AFTER_INVOICE.match(said, part.span.end):
            return part
    return None


def _meanwhile(draft: Draft, blocks: list[Block]) -> str:
    """What sub-contractors live on until they are paid."""
    has: list[tuple[str, int]] = []
    for block in blocks:
        between = block.get("Between")
        names = between.value.names if between and isinstance(between.value, Names) else ()
        reserves = money_of(draft.by_id.get(names[-1].id), "Reserves") if names else None
        if reserves is not None:
            has.append((names[-1].id, reserves))
    if len(blocks) == 1 and blocks[0].head.name == "SUBCONTRACT":
        which = f", which are {pounds(has[0][1])}" if has else ""
        return f"Until then it pays its staff out of its own reserves{which}"
    known = listed([f"{name} has {pounds(amount)}" for name, amount in dict.fromkeys(has)])
    return f"Until then each of them pays its staff out of its own reserves{f': {known}' if known else ''}"
