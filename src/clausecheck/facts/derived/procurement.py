"""Procurement: standstill dates, the considerable change threshold, key criteria, and notices by route."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from clausecheck.facts.arithmetic.calendars import canonical
from clausecheck.facts.arithmetic.change import considerable_change
from clausecheck.facts.arithmetic.money import percent as percentage
from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.arithmetic.shares import share_total
from clausecheck.facts.arithmetic.standstill import Standstill, psr_standstill
from clausecheck.facts.blocks import ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.frame import choice_of, money_of
from clausecheck.facts.derived.term import day_of
from clausecheck.facts.kinds import count, flag, kind, percent, text, word
from clausecheck.model.draft import Block, Draft, Field, parts_in
from clausecheck.model.values import Day, Duration, Percent

KINDS = (
    kind(
        "standstill",
        "The PSR standstill of a procurement, counted from its intention notice (PSR reg 12).",
        procurement=word("the PROCUREMENT block"),
        end_stated=flag("the draft states when it ends"),
        ends_too_early=flag("the stated end is before the 8th working day after the day it begins"),
        signed_stated=flag("the draft states when the contract is signed"),
        signed_too_early=flag("the contract is signed before the standstill has ended"),
        published=text("when the intention notice is published"),
        begins=text("when the standstill begins"),
        ends=text("the earliest midnight at which it can end"),
        earliest_signing=text("the first day on which the contract can be signed"),
        stated=text("the end as the draft states it"),
        signed=text("the day of signature as the draft states it"),
        counted=text("the days counted out"),
        days_short=count("by how many calendar days the stated end is too early"),
        calendar=text("the calendar that was used"),
    ),
    kind(
        "considerable_change",
        "The considerable change threshold of direct award process C (PSR reg 6(10)).",
        procurement=word("the PROCUREMENT block"),
        met=flag("the threshold is met, so that process C is not open"),
        by_value=flag("it is met by value: at least £500,000 and at least 25%, by the authority's decision"),
        by_character=flag("it is met because the arrangements are materially different"),
        cause_stated=flag("the draft says what causes the change"),
        original=text("the lifetime value of the existing contract when it was entered into"),
        proposed=text("the lifetime value of the proposed contract"),
        change=text("the difference"),
        change_percent=text("the difference as a percentage"),
    ),
    kind(
        "key_criteria",
        "The key criteria of a procurement, taken together (PSR reg 5).",
        procurement=word("the PROCUREMENT block"),
        stated=flag("it lists key criteria"),
        all_five=flag("all five are there"),
        missing=text("those that are not there"),
        weights_known=flag("every criterion has a percentage"),
        total=percent("the sum of the weights"),
        whole=flag("it is exactly 100%"),
        sum=text("the addition in figures"),
    ),
    kind(
        "criterion",
        "One key criterion as the draft names it.",
        procurement=word("the PROCUREMENT block"),
        known=flag("it is one of the five of PSR reg 5"),
        criterion=word("which of the five it is", optional=True),
        percent=percent("its weight", optional=True),
        written=text("its name as written"),
    ),
    kind(
        "notice",
        "A notice that belongs to a route, or that the draft states.",
        procurement=word("the PROCUREMENT block"),
        notice=word("intended approach, intention to award or award"),
        stated=flag("the draft has a line for it"),
        required=flag("the route requires it"),
        out_of_place=flag("the route has no such notice"),
        route=text("the route"),
        authority=text("the regulation"),
    ),
    kind(
        "award_notice_late",
        "An award notice that is planned later than 30 days after award.",
        procurement=word("the PROCUREMENT block"),
        days=count("the days the draft allows"),
        written=text("the line as written"),
    ),
)

FIVE = (
    ("quality and innovation", re.compile(r"\bquality\b|\binnovation\b", re.I)),
    ("value", re.compile(r"\bvalue\b(?!.*\bsocial)|\bvalue for money\b|\bprice\b|\bcost\b", re.I)),
    (
        "integration, collaboration and service sustainability",
        re.compile(r"\bintegrat|\bcollaborat|\bsustainab", re.I),
    ),
    (
        "improving access, reducing health inequalities and facilitating choice",
        re.compile(r"\baccess\b|\binequalit|\bchoice\b", re.I),
    ),
    ("social value", re.compile(r"\bsocial value\b", re.I)),
)

WITH_STANDSTILL = frozenset(
    {
        "direct award process C",
        "most suitable provider process",
        "competitive process",
        "framework competition",
    }
)
WITH_CRITERIA = frozenset({"direct award process C", "most suitable provider process", "competitive process"})
_REQUIRED = {
    "direct award process A": {"award": "PSR reg 7(2)"},
    "direct award process B": {"award": "PSR reg 8(2)"},
    "direct award process C": {"intention to award": "PSR reg 9", "award": "PSR reg 9(11)"},
    "most suitable provider process": {
        "intended approach": "PSR reg 10(5)",
        "intention to award": "PSR reg 10",
        "award": "PSR reg 10(15)",
    },
    "competitive process": {"intention to award": "PSR reg 11", "award": "PSR reg 11(17)"},
    "framework direct award": {"award": "PSR reg 18"},
    "framework competition": {"intention to award": "PSR reg 18(7)-(9)", "award": "PSR reg 18"},
}
_OUT_OF_PLACE = {
    "direct award process A": ("intended approach", "intention to award"),
    "direct award process B": ("intended approach", "intention to award"),
    "direct award process C": ("intended approach",),
    "competitive process": ("intended approach",),
    "framework direct award": ("intended approach", "intention to award"),
}
_LABELS = {
    "intended approach": "Intended approach notice",
    "intention to award": "Intention to award notice",
    "award": "Award notice",
}


def derive(draft: Draft, facts: Collector) -> None:
    """Adds what the dates, values, criteria and notices of each PSR procurement come to."""
    for block in draft.of("PROCUREMENT"):
        regime = choice_of(block, "Regime")
        if regime not in (None, "PSR 2023"):
            continue
        route = choice_of(block, "Route")
        _standstill(draft, block, route, facts)
        _change(block, route, facts)
        _criteria(block, route, facts)
        if route is not None:
            _notices(block, route, facts)
        _award_notice(block, facts)


def _first_day(field: Field | None) -> date | None:
    """The first date in a label's words."""
    if field is None:
        return None
    for value in field.values():
        for part in parts_in(value):
            if isinstance(part, Day) and part.day:
                return part.day
    return None


def _standstill(draft: Draft, block: Block, route: str | None, facts: Collector) -> None:
    notice = block.get("Intention to award notice")
    published = _first_day(notice)
    if published is None or notice is None or (route is not None and route not in WITH_STANDSTILL):
        return
    law: Standstill = psr_standstill(published)
    ends, signs = block.get("Standstill ends"), block.get("Contract signed")
    stated, signed = day_of(block, "Standstill ends"), day_of(block, "Contract signed")
    place = ends or signs or notice
    spans = {"published": notice.span}
    if ends:
        spans["stated"] = ends.value.span if ends.value else ends.span
    if signs:
        spans["signed"] = signs.span
    facts.add(
        "standstill",
        place.span,
        (*block.path, place.label),
        procurement=ref_of(block),
        end_stated=stated is not None,
        ends_too_early=stated is not None and law.too_short(stated),
        signed_stated=signed is not None,
        signed_too_early=signed is not None and law.signs_too_early(signed),
        days_short=(law.ends - stated).days if stated is not None and law.too_short(stated) else 0,
        shown={
            "name": block.name,
            "published": canonical(published),
            "begins": canonical(law.begins),
            "ends": canonical(law.ends),
            "earliest_signing": canonical(law.earliest_signing),
            "stated": canonical(stated) if stated else "",
            "signed": canonical(signed) if signed else "",
            "counted": law.steps,
            "calendar": "working days in England, PSR reg 12(12)",
        },
        spans=spans,
    )


def _change(block: Block, route: str | None, facts: Collector) -> None:
    original, proposed = money_of(block, "Original value"), money_of(block, "Proposed value")
    different = choice_of(block, "Materially different") == "yes"
    if route != "direct award process C" or (not different and (original is None or proposed is None)):
        return
    cause = choice_of(block, "Change caused by")
    # Where the draft does not say who caused the change, the authority that proposes it is taken to have.
    result = considerable_change(
        original or 0,
        proposed or original or 0,
        attributable=cause in (None, "authority"),
        materially_different=different,
        external_factors=cause == "external factors",
        succession_only=cause == "change of provider identity",
    )
    place = block.get("Proposed value") or block.get("Materially different") or block.get("Route")
    assert place is not None
    spans = {}
    if existing := block.get("Original value"):
        spans["original"] = existing.span
    facts.add(
        "considerable_change",
        place.span,
        (*block.path, place.label),
        procurement=ref_of(block),
        met=result.met,
        by_value=result.value_limb,
        by_character=result.materially_different,
        cause_stated=cause is not None,
        shown={
            "name": block.name,
            "original": pounds(original) if original is not None else "",
            "proposed": pounds(proposed) if proposed is not None else "",
            "change": pounds(result.value.change),
            "change_percent": percentage(result.value.percent) if result.value.percent is not None else "",
        },
        spans=spans,
    )


def which_of_five(name: str) -> str | None:
    """The key criterion of PSR reg 5 that a draft means by a name."""
    if re.search(r"\bsocial\b", name, re.I):
        return "social value"
    scored = [(len(pattern.findall(name)), -place, known) for place, (known, pattern) in enumerate(FIVE)]
    best = max(scored)
    return best[2] if best[0] else None


def _criteria(block: Block, route: str | None, facts: Collector) -> None:
    field = block.get("Key criteria")
    if field is None:
        if route in WITH_CRITERIA:
            facts.add(
                "key_criteria",
                block.span,
                block.path,
                procurement=ref_of(block),
                stated=not block.complete,
                all_five=not block.complete,
                weights_known=False,
                total=Decimal(0),
                whole=not block.complete,
                shown={"name": block.name, "missing": ", ".join(name for name, _ in FIVE), "sum": ""},
            )
        return
    path = (*block.path, "Key criteria")
    found: list[str] = []
    known: list[tuple[str, Decimal]] = []
    for entry in field.entries:
        name = entry.key_raw or entry.raw
        criterion = which_of_five(name)
        weight = entry.value.value if isinstance(entry.value, Percent) else None
        if criterion:
            found.append(criterion)
        if weight is not None:
            known.append((name, weight))
        facts.add(
            "criterion",
            entry.span,
            path,
            procurement=ref_of(block),
            known=criterion is not None,
            criterion=criterion,
            percent=weight,
            shown={"name": name, "written": name},
        )
    total = share_total(known)
    missing = [name for name, _ in FIVE if name not in found]
    facts.add(
        "key_criteria",
        field.label_span if not field.entries else field.entries[0].span.to(field.entries[-1].span),
        path,
        procurement=ref_of(block),
        stated=True,
        all_five=not missing,
        weights_known=bool(known) and len(known) == len(field.entries),
        total=total.total,
        whole=total.is_whole,
        shown={
            "name": block.name,
            "missing": ", ".join(missing),
            "sum": total.sum_in_words,
            "total": percentage(total.total),
        },
    )


def _notices(block: Block, route: str, facts: Collector) -> None:
    required = _REQUIRED.get(route, {})
    wrong = _OUT_OF_PLACE.get(route, ())
    for notice, label in _LABELS.items():
        field = block.get(label)
        place = field.span if field else block.span
        facts.add(
            "notice",
            place,
            (*block.path, label) if field else block.path,
            procurement=ref_of(block),
            notice=notice,
            stated=field is not None or not block.complete,
            required=notice in required,
            out_of_place=notice in wrong and field is not None,
            shown={
                "name": f"notice of {notice}" if notice != "award" else "award notice",
                "route": route,
                "authority": required.get(notice, ""),
            },
        )


def _award_notice(block: Block, facts: Collector) -> None:
    field = block.get("Award notice")
    if field is None or field.value is None:
        return
    length = next((part for part in parts_in(field.value) if isinstance(part, Duration)), None)
    if length is None:
        return
    days = {"day": 1, "week": 7, "month": 31, "year": 365}[length.unit] * length.count
    if days > 30:
        facts.add(
            "award_notice_late",
            length.span,
            (*block.path, "Award notice"),
            procurement=ref_of(block),
            days=days,
            shown={"name": block.name, "written": length.raw},
        )
