"""Where prices are put, and schemes that are paid for and no longer run."""

from __future__ import annotations

import re

from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.standard_contract.mechanisms import start_of
from clausecheck.facts.derived.standard_contract.provisions import On, form_of
from clausecheck.facts.derived.words.stretches import Stretch, every_sentence
from clausecheck.facts.kinds import count, kind, text
from clausecheck.model.draft import Draft
from clausecheck.patterns import Pattern

KINDS = (
    kind(
        "misplaced_price",
        "A line about price that rests on the schedule of other local agreements.",
        schedule=text("that schedule, with its title"),
        written=text("the words"),
        where=text("the label and block, or the clause"),
    ),
    kind(
        "cquin_payment",
        "Money that rests on the national CQUIN scheme.",
        first_year=count("the year in which the services begin, such as 2026 for 2026/27"),
        written=text("the words"),
        where=text("the label and block, or the clause"),
        year=text("that year, as 2026/27"),
    ),
)

_AGREEMENTS = "Other Local Agreements, Policies and Procedures"
_PRICE = Pattern(r"\bprices?\b|\bpriced\b|\btariff\b|\bunit price\b|\bprice adjustments?\b", re.I)
_NOT = Pattern(r"\bno\b|\bnot\b|\bnothing\b|\bnever\b|\bnone\b|\bwithout\b", re.I)
_SCHEDULE_3 = Pattern(r"\bSchedule 3", re.I)
# Lines of a PAYMENT block that are about price, whatever their words.
_PRICE_LABELS = frozenset({"Unit price", "Variable rate", "Annual value", "First and final year"})

_CQUIN = Pattern(r"\bCQUINs?\b|\bCommissioning for Quality and Innovation\b")
_CQUIN_MONEY = Pattern(
    r"%|£|\bpa(?:y|ys|id|yment|yments|yable)\b|\bincentive\b|\bscheme\b|\bindicators?\b|\bearn", re.I
)
_ENDED = Pattern(
    r"\b(?:no|not|none|never|without|paused?|suspended|ended|former|formerly|previous|withdrawn|obsolete)\b"
    r"|\breplace[sd]?\b|\bin(?:stead| place) of\b|\bdiscontinued\b|\bsuccessor\b"
    r"|\bif\b[^.;]*\b(?:resum|restor|reinstat)",
    re.I,
)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds each price that is put among the local agreements, and each payment that rests on CQUIN."""
    on = form_of(draft)
    if on is None:
        return
    schedule = _agreements(on)
    begins = start_of(draft)
    for sentence in every_sentence(draft):
        if schedule:
            _price(sentence, schedule, facts)
        if begins is not None:
            year = begins.year if begins.month >= 4 else begins.year - 1
            _cquin(sentence, year, facts)


def _agreements(on: On) -> str:
    """The schedule of other local agreements in the draft's edition and form, such as `Schedule 2G`."""
    from clausecheck.editions.look import by_title, edition

    place, _ = by_title(edition(on.edition).forms[on.form], _AGREEMENTS)
    return place.name if place is not None else ""


def _price(sentence: Stretch, schedule: str, facts: Collector) -> None:
    said = sentence.text
    by_label = sentence.head == "PAYMENT" and sentence.label in _PRICE_LABELS
    about = sentence.head in ("PAYMENT", "CLAUSE", "RISK SHARE", "OUTCOME PAYMENT") and _PRICE.search(said)
    there = re.search(rf"\b{re.escape(schedule)}\b", said, re.I)
    if not there or not (by_label or about) or _SCHEDULE_3.search(said) or _NOT.search(said):
        return
    facts.add(
        "misplaced_price",
        sentence.span,
        sentence.path,
        shown={
            "name": sentence.label or "the clause",
            "schedule": f"{schedule} ({_AGREEMENTS})",
            "written": said,
            "where": _where(sentence),
        },
    )


def _cquin(sentence: Stretch, year: int, facts: Collector) -> None:
    said = sentence.text
    if not _CQUIN.search(said) or _ENDED.search(said):
        return
    if sentence.head not in ("PAYMENT", "OUTCOME PAYMENT") and not _CQUIN_MONEY.search(said):
        return
    facts.add(
        "cquin_payment",
        sentence.span,
        sentence.path,
        first_year=year,
        shown={
            "name": sentence.label or "the clause",
            "written": said,
            "where": _where(sentence),
            "year": f"{year}/{(year + 1) % 100:02}",
        },
    )


def _where(stretch: Stretch) -> str:
    if stretch.block is None:
        return stretch.path[-1] if stretch.path else "a definition"
    return f"{stretch.label} of {stretch.block.name}" if stretch.label else stretch.block.name
