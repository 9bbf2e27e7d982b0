"""How often results are reported, against how often they are judged or paid for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausecheck.facts.blocks import ref_of, state_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.outcomes.measures import Measure, measures_of
from clausecheck.facts.derived.outcomes.weighing import weighed
from clausecheck.facts.derived.words.lines import line_of
from clausecheck.facts.fact import State
from clausecheck.facts.kinds import count, flag, kind, text, word
from clausecheck.model.draft import Draft, Field
from clausecheck.patterns import Pattern

KINDS = (
    kind(
        "report_line",
        "What a measure says of how often it is reported.",
        measure=word("the outcome or indicator"),
        vague=flag("it names no interval, and only words such as as needed or regularly"),
        written=text("the line as written"),
    ),
    kind(
        "report_slower",
        "A measure that is reported less often than it is judged or paid for.",
        measure=word("the outcome or indicator"),
        reported_months=count("months between two reports"),
        needed_months=count("months between two times that the figure is needed"),
        between=count("how often the figure is needed from one report to the next"),
        reported=text("how often it is reported"),
        needed=text("how often the figure is needed"),
        by=text("what needs it: its Target or the payment"),
        figures=text("how many times the figure is needed from one report to the next, in words"),
    ),
)

# From the shortest to the longest, each with its months; what is more often than monthly counts as monthly.
_INTERVALS = (
    (
        1,
        "each month",
        r"(?<![-\w])(?:dai|week|month|fortnight)ly\b"
        r"|\b(?:each|every|per|once a|twice a) (?:day|week|fortnight|(?:calendar )?month)\b",
    ),
    (2, "every two months", r"\bbi-?monthly\b|\b(?:every|each) (?:two|2|other|second) months?\b"),
    (
        3,
        "each quarter",
        r"\bquarterly\b|\b(?:each|every|per|once a) quarter\b|\b(?:every|each) (?:three|3) months\b",
    ),
    (4, "each term", r"\btermly\b|\b(?:each|every|per) term\b|\b(?:every|each) (?:four|4) months\b"),
    (
        6,
        "every six months",
        r"\b(?:six|6)-monthly\b|\bhalf[- ]yearly\b|\bbi-?annually\b|\btwice (?:a|each|per) year\b"
        r"|\b(?:every|each) (?:six|6) months\b",
    ),
    (
        12,
        "each year",
        r"\bannual(?:ly)?\b|(?<![-\w])yearly\b"
        r"|\b(?:each|every|per|once a) (?:contract |financial )?year\b"
        r"|\b(?:every|each) (?:twelve|12) months\b|\bper annum\b",
    ),
)
_KNOWN = tuple((months, words, Pattern(pattern, re.I)) for months, words, pattern in _INTERVALS)

# A target that each period has to meet for itself.
_EACH = Pattern(
    r"\b(?:each|every|in any|in each|in every) (?:calendar )?(?:month|quarter)\b"
    r"|(?<!-)\b(?:month|quarter)ly\b",
    re.I,
)
_FOR_NOW = Pattern(
    r"\bprovisional|\bon account\b|\binterim\b|\bestimate|\bin advance\b|\binstalment|\bpart[- ]pay|\btwelfth"
    r"|\btrued? up\b|\byear[- ]end\b|\breconcil",
    re.I,
)
_VAGUE = Pattern(
    r"\b(?:as (?:and when )?(?:needed|required|necessary|appropriate|agreed|available|requested)"
    r"|when (?:needed|required|available|asked|requested)|on request|upon request|from time to time"
    r"|regular(?:ly)?|periodic(?:ally)?|frequent(?:ly)?|ad[- ]hoc|at (?:suitable|appropriate"
    r"|agreed) intervals)\b",
    re.I,
)
_ELSEWHERE = Pattern(
    r"\d|\bSchedule\b|\bSC ?28\b|\bAnnex|\bappendix\b|\bnational(?:ly)?\b|\bdata ?set\b|\bpublish"
    r"|\bmeeting|\bboard\b|\breal[- ]time\b|\bcontinuous",
    re.I,
)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds each line on reporting, and each measure that is reported too seldom."""
    paid = dict(_paid_every(draft))
    for measure in measures_of(draft):
        field = measure.get("Reported")
        if field is None or state_of(field) is not State.STATED:
            continue
        said = line_of(field)
        named = intervals(said)
        every = named[0] if named else None
        facts.add(
            "report_line",
            field.span,
            (*measure.block.path, field.label),
            measure=ref_of(measure.block),
            vague=every is None and bool(_VAGUE.search(said)) and not _ELSEWHERE.search(said),
            shown={"name": measure.block.name, "written": said},
        )
        if every is not None:
            _slower(measure, field, every, paid, facts)


def intervals(said: str) -> list[tuple[int, str]]:
    """The intervals that words name, the shortest first: each in months and in words."""
    return [(months, words) for months, words, pattern in _KNOWN if pattern.search(said)]


def _only(said: str) -> tuple[int, str] | None:
    """The interval that words name; None where they name several, and so may mean either."""
    named = intervals(said)
    return named[0] if len(named) == 1 else None


def _paid_every(draft: Draft) -> Iterator[tuple[str, tuple[int, str, str]]]:
    """How often each measure is paid for: by name, the months, the words and the payment."""
    for payment in draft.of("OUTCOME PAYMENT"):
        field = payment.get("Paid")
        said = line_of(field)
        every = None if _FOR_NOW.search(said) else _only(said)
        if field is None or every is None:
            continue
        for line in weighed(draft, payment):
            for measure in line.measures:
                yield measure.block.name, (*every, payment.name)


def _slower(
    measure: Measure,
    field: Field,
    every: tuple[int, str],
    paid: dict[str, tuple[int, str, str]],
    facts: Collector,
) -> None:
    target = measure.get("Target")
    said = line_of(target)
    judged = _only(said) if target and _EACH.search(said) else None
    needs = [(*judged, "its Target")] if judged else []
    if measure.block.name in paid:
        needs.append(paid[measure.block.name])
    if not needs:
        return
    months, words, by = min(needs)
    if every[0] <= months:
        return
    between = -(-every[0] // months)
    facts.add(
        "report_slower",
        field.span,
        (*measure.block.path, field.label),
        measure=ref_of(measure.block),
        reported_months=every[0],
        needed_months=months,
        between=between,
        shown={
            "name": measure.block.name,
            "reported": every[1],
            "needed": words,
            "by": by,
            "figures": f"{between} times",
        },
        spans={"needed": target.span if target and by == "its Target" else field.span},
    )
