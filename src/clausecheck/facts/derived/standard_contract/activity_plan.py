"""The Indicative Activity Plan: whether there is one, by when it is agreed, who has the last word on it."""

from __future__ import annotations

import re
from datetime import date

from clausecheck.facts.arithmetic.calendars import canonical
from clausecheck.facts.arithmetic.dates import add_months
from clausecheck.facts.blocks import choice_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.frame.term import day_of
from clausecheck.facts.derived.words.lines import whole
from clausecheck.facts.derived.words.stretches import every_sentence, said_anywhere
from clausecheck.facts.kinds import count, flag, kind, text
from clausecheck.model.draft import Draft, Field, parts_in
from clausecheck.model.values import Day, Duration, Hole
from clausecheck.patterns import Pattern

KINDS = (
    kind(
        "activity_plan",
        "What a draft whose services are paid by activity says of its Indicative Activity Plan.",
        missing=flag("nothing speaks of one"),
        left_open=flag("it is still to be agreed, and no day or fallback ends that"),
        late_by=count("the days by which the day for agreement is later than three months; 0 if it is not"),
        written=text("the words about it"),
        agreed_by=text("the day for agreement"),
        late=text("how late that is"),
        last_day=text("three months after the services begin"),
        start=text("the day on which the services begin"),
    ),
    kind(
        "final_word",
        "Words that make a decision on planned activity final, or shut out the escalation of it.",
        written=text("the words"),
    ),
)

_PLAN = Pattern(
    r"\bindicative activity plans?\b|\bIAPs?\b|\bSchedule 2B\b|\bactivity plans?\b|\bplanned activity\b", re.I
)
_OPEN = Pattern(
    r"\b(?:to be|being|will be|shall be|is being|not yet|yet to be|still to be|until) "
    r"(?:agreed|settled|set|developed|finalised|determined)\b|\bto follow\b|\bin development\b|\bunagreed\b",
    re.I,
)
_FALLBACK = Pattern(
    r"\b(?:else|otherwise|failing (?:which|that|agreement)|in default|if not)\b|\bset by\b|\bmay set\b"
    r"|\bwithin\b|\bSC ?29\b",
    re.I,
)
_MONTHS = 3

_ACTIVITY = Pattern(
    r"\bindicative activity plans?\b|\bIAPs?\b|\bactivity (?:management )?plans?\b|\bAMPs?\b|\bSC ?29\b", re.I
)
_FINAL = Pattern(
    r"\b(?:decisions?|determinations?|view|plan|setting|set)\b[^.;]{0,80}\b(?:is|are|shall be|will be|as) "
    r"(?:final|conclusive|binding|not (?:open|subject) to|not be (?:escalated|challenged|disputed))"
    r"|\b(?:may|shall|can|must|will) not (?:escalate|invoke|use|challenge|dispute|refer|appeal)\b"
    r"|\b(?:no|without) (?:right of )?(?:escalation|appeal|challenge|right to escalate|recourse)\b"
    r"|\bescalation\b[^.;]{0,40}\b(?:does not apply|is excluded|shall not apply|is disapplied)\b"
    r"|\b(?:exclud|disappl|waiv)\w+\b[^.;]{0,30}\bescalation\b",
    re.I,
)
_KEPT = Pattern(
    r"\b(?:subject to|without prejudice to|except|save|unless|until|after|following)\b[^.;]{0,50}"
    r"\b(?:SC ?29|escalat|GC ?14)|\bnot (?:be )?(?:final|conclusive|binding)\b"
    r"|(?<!not )(?<!never )\b(?:go|goes|pass|passes|is|are|be) (?:(?!not\b|never\b|no\b)\w+ ){0,2}"
    r"(?:through|to|under|by|with) (?:the )?(?:escalation\b|SC ?29\b)"
    r"|\b(?:either party|any party|the provider|the parties) may (?:still |also |then )?"
    r"(?:escalate|use|invoke|follow)\b",
    re.I,
)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds what is said of the plan, and each sentence that gives somebody the final word on it."""
    _plan(draft, facts)
    for sentence in every_sentence(draft):
        said = sentence.text
        about = sentence.label == "Indicative activity plan" or _ACTIVITY.search(said)
        if about and _FINAL.search(said) and not _KEPT.search(said):
            facts.add(
                "final_word",
                sentence.span,
                sentence.path,
                shown={"name": sentence.label or "the clause", "written": said},
            )


def _plan(draft: Draft, facts: Collector) -> None:
    by_activity = next(
        (block for block in draft.of("PAYMENT") if choice_of(block, "Mechanism") == "activity-based"), None
    )
    links = next((block for block in draft.of("LINKS") if block.get("Indicative activity plan")), None)
    field = links.get("Indicative activity plan") if links else None
    if field is None and by_activity is None:
        return
    start = day_of(draft.contract, "Service Commencement Date")
    last = add_months(start, _MONTHS) if start else None
    agreed_by = _day(field)
    is_open = field is not None and bool(_OPEN.search(field.raw))
    late = (agreed_by - last).days if is_open and agreed_by and last else 0
    mechanism = by_activity.get("Mechanism") if by_activity else None
    place = field or mechanism
    block = links if field else by_activity
    if place is None or block is None:
        return
    facts.add(
        "activity_plan",
        place.span,
        (*block.path, place.label),
        missing=field is None and not said_anywhere(draft, _PLAN) and whole(draft),
        left_open=is_open and field is not None and not _ends(field),
        late_by=max(late, 0),
        shown={
            "name": block.name,
            "written": field.raw if field else "",
            "late": f"{late:,} day{'' if late == 1 else 's'}",
            "agreed_by": canonical(agreed_by) if agreed_by else "",
            "last_day": canonical(last) if last else "three months after the services begin",
            "start": f"on {canonical(start)}" if start else "on the Service Commencement Date",
        },
    )


def _day(field: Field | None) -> date | None:
    parts = parts_in(field.value) if field is not None else ()
    return next((part.day for part in parts if isinstance(part, Day)), None)


def _ends(field: Field) -> bool:
    """Whether a day, a time or a fallback ends what is open; a blank says that one is to come."""
    parts = list(parts_in(field.value))
    return any(isinstance(part, Day | Duration | Hole) for part in parts) or bool(_FALLBACK.search(field.raw))
