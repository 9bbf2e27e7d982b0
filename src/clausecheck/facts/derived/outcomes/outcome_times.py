"""Time against outcomes: figures that come after the money, and changes that come after the contract."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from clausecheck.facts.arithmetic.calendars import Calendar, add_working_days, canonical, later, month_name
from clausecheck.facts.arithmetic.dates import add_months, contract_years, length
from clausecheck.facts.blocks import ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.budget.yearly import year_key
from clausecheck.facts.derived.frame.term import contract_days
from clausecheck.facts.derived.outcomes.measures import measures_of
from clausecheck.facts.derived.outcomes.stakes import stakes
from clausecheck.facts.derived.outcomes.weighing import money_by_year, weighed
from clausecheck.facts.kinds import count, flag, kind, text, word
from clausecheck.model.draft import Block, Draft, Field
from clausecheck.model.values import DayKind, Duration, Text
from clausecheck.patterns import Pattern

KINDS = (
    kind(
        "lag_gap",
        "A payment for outcomes that is due some time after a year, beside the slowest figures it rests on.",
        payment=word("the OUTCOME PAYMENT"),
        lag_days=count("days from the end of the year until the slowest figures are complete"),
        due_days=count("days from the end of the year until the money is due"),
        late=flag("figures are complete only after the money is due"),
        measures=text("the measures whose figures come too late"),
        lag=text("how long the figures take, with the days, for each measure where they differ"),
        due=text("when the money is due, with its days"),
        gap=text("by how much the money comes too early, with dates where they are known, in a sentence"),
    ),
    kind(
        "horizon_gap",
        "A measure that says how long a change takes to show, beside the term of the contract.",
        measure=word("the outcome or indicator"),
        beyond=flag("a change shows only after the contract has ended"),
        horizon=text("how long it takes, and to which day"),
        term=text("how long the contract lasts, and to which day"),
        gap=text("by how much the contract is too short, and the money that hangs on it, in sentences"),
    ),
)

_MONTHS = {"month": 1, "year": 12}
# Where a draft has no dates, months are counted from the end of a financial year.
_NOMINAL = date(2027, 3, 31)

_WITHIN = Pattern(r"(?i)\b(?:within|at most|(?:no|not) (?:later|more) than|up to|in)\s+(?:the\s+)?$")
# A line that begins with the time: `6 months after each Contract Year`.
_BARE = Pattern(r"(?i)\s*(?:(?:is |to be )?(?:paid|payable|due|settled|made)|payment)?[\s:]*")
# What a period of days may be counted from: a year or quarter itself, and not a report or audit of it.
_AFTER_YEAR = Pattern(
    r"(?i)\s*(?:of|after|from|following)\s+(?:the\s+)?(?:(?:end|close)\s+of\s+)?"
    r"(?:(?:each|every|the|a|that)\s+)?(?:relevant\s+)?(?:contract|financial)?\s*(?:year|quarter)"
    r"(?:[- ]?end)?s?(?=\s*(?:$|[,.;:)]|\b(?:and|under|by|into|with|in|on|to|through|as|or|for|ends?)\b))"
)
_BY_DAY = Pattern(
    r"(?i)\b(?:by|on|before|(?:no|not) later than)\s+(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?"
    r"(January|February|March|April|May|June|July|August|September|October|November|December)"
    r"\b(?!,?\s+\d{4})"
)
_MONTH_NAMES = tuple(month_name(month).lower() for month in range(1, 13))
# Money that is paid for the time being may go before the figures.
_FOR_NOW = Pattern(
    r"(?i)\bprovisional|\bon account\b|\binterim\b|\bestimate|\bin advance\b|\binstalment|\bpart[- ]pay"
)


class Lag(NamedTuple):
    """How long the figures of a measure take, and the day on which they are complete."""

    name: str
    field: Field
    words: str
    complete: date


class Due(NamedTuple):
    """When money is due after a period: the words for it, and the last day."""

    words: str
    day: date


def derive(draft: Draft, facts: Collector) -> None:
    """Adds each lag beside each settlement, and each horizon beside the term."""
    days = contract_days(draft)
    for payment in draft.of("OUTCOME PAYMENT"):
        _lags(draft, payment, days, facts)
    if days:
        _horizons(draft, days, facts)


def _lags(draft: Draft, payment: Block, days: tuple[date, date] | None, facts: Collector) -> None:
    field = payment.get("Paid")
    if field is None or not isinstance(field.value, Text):
        return
    end = _first_year(draft, payment, days)
    due = _due(field, end or _NOMINAL, known=end is not None)
    if due is None:
        return
    closes = end or _NOMINAL
    lags: list[Lag] = []
    for measure in (measure for line in weighed(draft, payment) for measure in line.measures):
        lag = measure.get("Lag")
        if lag and isinstance(lag.value, Duration):
            complete = _after(closes, lag.value, known=end is not None)
            lags.extend([Lag(measure.block.name, lag, lag.value.raw, complete)] if complete else [])
    if not lags:
        return
    longest = max(lags, key=lambda each: each.complete)
    late = [each for each in lags if each.complete > due.day]
    lag_days, due_days = (longest.complete - closes).days, (due.day - closes).days
    facts.add(
        "lag_gap",
        field.span,
        (*payment.path, field.label),
        payment=ref_of(payment),
        lag_days=lag_days,
        due_days=due_days,
        late=bool(late),
        shown={
            "name": payment.name,
            "measures": _and(list(dict.fromkeys(each.name for each in late))),
            "lag": _each_lag(late or [longest], closes),
            "due": f"{due.words}, {due_days} days after the year end"
            if due.words.startswith("by ")
            else f"{_in_days(due.words, due_days)} after the year end",
            "gap": _gap(lag_days - due_days, (longest.complete, due.day, closes) if end else None)
            if late
            else "",
        },
        spans={"lag": longest.field.span},
    )


def _each_lag(lags: list[Lag], closes: date) -> str:
    """How long the figures take: once where all take as long, and else for each measure."""
    said = {each.name: _in_days(each.words, (each.complete - closes).days) for each in lags}
    if len(set(said.values())) == 1:
        return f"they take {next(iter(said.values()))}"
    return _and([f"{name} takes {words}" for name, words in said.items()])


def _first_year(draft: Draft, payment: Block, days: tuple[date, date] | None) -> date | None:
    """The last day of the first contract year that is paid for; None where the draft has no dates."""
    if days is None:
        return None
    years = contract_years(*days)
    shares = {year_key(year.year, days[0]): year.share for year in money_by_year(draft, payment)}
    return next((year.end for number, year in enumerate(years, 1) if shares.get(number, 1)), years[0].end)


def _due(field: Field, end: date, *, known: bool) -> Due | None:
    """When the money is due, where a line counts it from the end of a year; the last of several days."""
    value = field.value
    assert isinstance(value, Text)
    found: list[Due] = []
    for part in value.parts:
        if isinstance(part, Duration):
            start, stop = part.span.start - value.span.start, part.span.end - value.span.start
            before = value.raw[:start]
            if (_WITHIN.search(before) or _BARE.fullmatch(before)) and _AFTER_YEAR.match(value.raw[stop:]):
                day = _after(end, part, known=known)
                words = part.raw if _BARE.fullmatch(before) else f"within {part.raw}"
                found.extend([Due(words, day)] if day else [])
    for match in _BY_DAY.finditer(value.raw):
        if day := _next(end, int(match[1]), _MONTH_NAMES.index(match[2].lower()) + 1):
            found.append(Due(f"by {match[1]} {match[2].title()}", day))
    if not found or (_FOR_NOW.search(value.raw) and len(found) < 2):
        return None
    return max(found, key=lambda due: due.day)


def _after(end: date, long: Duration, *, known: bool) -> date | None:
    """The last day of a length of time after `end`; None for working days after a day that is not known.

    Months end on the day of the same number, as for the settlement of a pool: 4 months after 30 September
    on 30 January.
    """
    if months := _MONTHS.get(long.unit):
        return add_months(end, long.count * months)
    if long.unit == "week":
        return later(end, long.count * 7)
    if long.days in (DayKind.OPERATIONAL, DayKind.WORKING):
        return add_working_days(end, long.count, Calendar.OPERATIONAL) if known else None
    return later(end, long.count)


def _next(end: date, day: int, month: int) -> date | None:
    """The first such day after `end`; None where there is no such day."""
    try:
        this = date(end.year, month, day)
        return this if this > end else date(end.year + 1, month, day)
    except ValueError:
        return None


def _in_days(words: str, days: int) -> str:
    return words if words.endswith(f"{days} days") else f"{words} ({days} days)"


def _gap(days: int, dates: tuple[date, date, date] | None) -> str:
    many = f"{days} day{'' if days == 1 else 's'}"
    if dates is None:
        return f"The money is due {many} before there are figures to settle it on"
    complete, due, closes = dates
    return (
        f"For the year to {canonical(closes)} the money is due on {canonical(due)}, {many} before the "
        f"figures are complete on {canonical(complete)}"
    )


def _horizons(draft: Draft, days: tuple[date, date], facts: Collector) -> None:
    start, expiry = days
    held = stakes(draft, [year.label for year in contract_years(start, expiry)])
    for measure in measures_of(draft):
        field = measure.get("Horizon")
        if field is None or not isinstance(field.value, Duration):
            continue
        after = _after(start, field.value, known=True)
        shows = later(after, -1) if after else None
        if shows is None:
            continue
        stake = held.get(measure.block.id) or (held.get(measure.outcome.id) if measure.outcome else None)
        short = f"The contract ends {_length(later(expiry, 1), shows)} too soon" if shows > expiry else ""
        facts.add(
            "horizon_gap",
            field.span,
            (*measure.block.path, "Horizon"),
            measure=ref_of(measure.block),
            beyond=shows > expiry,
            shown={
                "name": measure.block.name,
                "horizon": f"{_in_months(field.value)} to show a change, until {canonical(shows)}",
                "term": f"{_length(start, expiry)}, until {canonical(expiry)}",
                "gap": f"{short}. {stake.words}" if stake else short,
            },
        )


def _in_months(long: Duration) -> str:
    """A length of time as written, years with their months: `5 years (60 months)`."""
    return f"{long.raw} ({long.count * 12} months)" if long.unit == "year" else long.raw


def _length(start: date, last: date) -> str:
    """How long it is from one day to another, both counted, in words: `36 months and 1 day`."""
    long = length(start, last)
    counted = ((long.months, "month"), (long.days, "day"))
    parts = [f"{number} {unit}{'' if number == 1 else 's'}" for number, unit in counted if number]
    return " and ".join(parts)


def _and(words: list[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
