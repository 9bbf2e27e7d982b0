"""The standstill of a PSR procurement: when it ends, what is done too early, and how the draft counts it."""

from __future__ import annotations

import re

from clausecheck.facts.arithmetic.calendars import canonical, weekday_name
from clausecheck.facts.arithmetic.standstill import Standstill
from clausecheck.facts.blocks import choice_of, ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.frame.term import day_of
from clausecheck.facts.derived.procurement.psr import (
    WITH_STANDSTILL,
    place_of,
    psr_blocks,
    publication_day,
)
from clausecheck.facts.derived.procurement.standstill_open import Open, open_until
from clausecheck.facts.derived.words.lines import line_of
from clausecheck.facts.kinds import count, flag, kind, text, word
from clausecheck.model.draft import Block, Draft, Field
from clausecheck.model.values import Day
from clausecheck.patterns import Pattern
from clausecheck.spans import Span

KINDS = (
    kind(
        "standstill",
        "The PSR standstill of a procurement, counted from its intention notice (PSR reg 12).",
        procurement=word("the PROCUREMENT block"),
        end_stated=flag("the draft states when it ends"),
        end_absent=flag("the draft has no line at all that says how long it lasts or when it ends"),
        ends_too_early=flag("the stated end is before the 8th working day after the day it begins"),
        published=text("when the intention notice is published"),
        begins=text("when the standstill begins"),
        ends=text("the earliest midnight at which it can end"),
        earliest_signing=text("the first day on which the contract can be signed"),
        stated=text("the end as the draft states it"),
        right_end=text("the right end, with its weekday if the draft gives one"),
        counted=text("the days counted out"),
        days_short=count("by how many calendar days the stated end is too early"),
        short=text("the same in words"),
        calendar=text("the calendar that was used"),
        holidays=text("the bank holidays that lengthened it, as a clause of their own"),
        told=text("the midnight at which it ends as far as the draft tells, counted out"),
        then=text("what follows from that, in a sentence"),
        add=text("what to add, in a sentence"),
    ),
    kind(
        "early_contract",
        "A contract that is signed, or said to be awarded, while the standstill still runs.",
        procurement=word("the PROCUREMENT block"),
        act=text("what is done, and when"),
        counted=text("the days counted out"),
        ends=text("the midnight at which the standstill ends"),
        earliest=text("the first day on which it can be done"),
        calendar=text("the calendar that was used"),
    ),
    kind(
        "after_representations",
        "A standstill that ends, or a contract signed, too soon after a further decision (PSR reg 12(10)).",
        procurement=word("the PROCUREMENT block"),
        act=text("what is done, and when"),
        counted=text("the days counted out"),
        ends=text("the earliest midnight at which the standstill can end"),
        earliest=text("the first day on which the contract can be signed"),
        calendar=text("the calendar that was used"),
    ),
)

_RECEIVED = Pattern(r"\s*(?:received|made|one\b|two\b|three\b|from\b|by\b|yes\b|\d)", re.I)

CALENDAR = "working days in England, PSR reg 12(12)"


def derive(draft: Draft, facts: Collector) -> None:
    """Adds the standstill of each PSR procurement, and what is done before it is over."""
    for block in psr_blocks(draft):
        route = choice_of(block, "Route")
        published = publication_day(block.get("Intention to award notice"))
        if published is not None and (route is None or route in WITH_STANDSTILL):
            law = open_until(published, day_of(block, "Further decision"))
            _standstill(block, law, facts)
            if not _early_contract(block, law.by_notice, facts) and law.by_decision is not None:
                _after_representations(block, law.by_decision, facts)


def _standstill(block: Block, both: Open, facts: Collector) -> None:
    law = both.by_notice
    notice, ends = block.get("Intention to award notice"), block.get("Standstill ends")
    assert notice is not None
    stated = day_of(block, "Standstill ends")
    short = (law.ends - stated).days if stated is not None and law.too_short(stated) else 0
    place = ends or notice
    spans = {"published": notice.span}
    right = canonical(law.ends)
    if ends is not None and ends.value is not None:
        spans["stated"], weekday = _with_weekday(ends)
        right = f"{weekday_name(law.ends.weekday())} {right}" if weekday else right
    facts.add(
        "standstill",
        place.span,
        (*block.path, place.label),
        procurement=ref_of(block),
        end_stated=stated is not None,
        end_absent=block.complete and ends is None and block.get("Standstill") is None,
        ends_too_early=short > 0,
        days_short=short,
        shown={
            "name": block.name,
            "published": canonical(law.notice),
            "begins": canonical(law.begins),
            "ends": canonical(law.ends),
            "earliest_signing": canonical(law.earliest_signing),
            "stated": canonical(stated) if stated else "",
            "right_end": right,
            "counted": law.steps,
            "short": "1 day" if short == 1 else f"{short} days",
            "calendar": CALENDAR,
            "holidays": _holidays(law),
            **_told(block, both),
        },
        spans=spans,
    )


def _told(block: Block, both: Open) -> dict[str, str]:
    """The end as far as the draft tells of representations, what follows, and what to add."""
    law = both.governs
    told = f"it is midnight on {canonical(law.ends)}: {law.steps} ({CALENDAR}{_holidays(law)})"
    add = f'Add "Standstill ends: midnight on {canonical(law.ends)}"'
    signed = f"The contract can be signed from {canonical(law.earliest_signing)}"
    if both.by_decision is not None:
        by = "by the notice" if both.held_by_notice else "by the further decision on representations"
        return {"told": f"{by} {told}", "then": f"{signed} at the earliest", "add": add}
    if _RECEIVED.match(line_of(block.get("Representations"))):
        return {
            "told": f"by the notice alone {told}",
            "then": "Representations were made, so it stays open until a further decision answers them, and "
            "for 5 working days after that",
            "add": 'Add "Further decision:" with the day on which it was communicated, then the end',
        }
    then = f"{signed} if nobody objects; a date counted by another rule may be days too early"
    return {"told": f"by the notice {told}", "then": then, "add": add}


def _with_weekday(field: Field) -> tuple[Span, bool]:
    """The span of a date label's date, and whether that includes the weekday before it."""
    value = field.value
    assert value is not None
    if not isinstance(value, Day):
        return value.span, False
    if value.weekday is not None and value.raw[0].isalpha():
        return value.span, True
    at = field.raw.find(value.raw)
    before = re.search(
        r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+$", field.raw[:at], re.I
    )
    if at < 0 or before is None:
        return value.span, False
    return Span(value.span.start - len(before[0]), value.span.end), True


def _holidays(law: Standstill) -> str:
    if not law.left_out:
        return ""
    listed = ", ".join(f"{day.day} {canonical(day).split()[1]} ({name})" for day, name in law.left_out)
    return f"; not counted: {listed}"


def _early_contract(block: Block, law: Standstill, facts: Collector) -> bool:
    """Adds the first step that the draft dates before the standstill is over. Whether there was one."""
    end = day_of(block, "Standstill ends")
    for label, verb in (("Contract signed", "signed"), ("Award date", "awarded")):
        field, day = block.get(label), day_of(block, label)
        if field is None or day is None or not law.signs_too_early(day):
            continue
        # An award that follows a wrong end is mended with that end.
        if verb == "awarded" and end is not None and end < day and law.too_short(end):
            continue
        facts.add(
            "early_contract",
            place_of(field, block),
            (*block.path, label),
            procurement=ref_of(block),
            shown=_step(block, f"{verb} on {canonical(day)}", law),
            spans={"act": place_of(field, block)},
        )
        return True
    return False


def _after_representations(block: Block, law: Standstill, facts: Collector) -> None:
    for label, words in (
        ("Contract signed", "the contract is signed on"),
        ("Standstill ends", "the standstill ends on"),
    ):
        field, day = block.get(label), day_of(block, label)
        if field is None or day is None:
            continue
        signed = label == "Contract signed"
        early = law.signs_too_early(day) if signed else law.too_short(day)
        if early:
            facts.add(
                "after_representations",
                place_of(field, block),
                (*block.path, label),
                procurement=ref_of(block),
                shown=_step(block, f"{words} {canonical(day)}", law),
            )
        if early or signed:  # the end by the notice may stay as it was, where signature waits long enough
            return


def _step(block: Block, act: str, law: Standstill) -> dict[str, str]:
    return {
        "name": block.name,
        "act": act,
        "counted": law.steps,
        "ends": canonical(law.ends),
        "earliest": canonical(law.earliest_signing),
        "calendar": CALENDAR,
    }
