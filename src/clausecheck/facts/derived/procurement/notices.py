"""The notices of a PSR procurement: those its route needs, those it has none of, and those that come late."""

from __future__ import annotations

import re
from datetime import date

from clausecheck.facts.arithmetic.calendars import canonical
from clausecheck.facts.arithmetic.standstill import (
    AWARD_NOTICE_DAYS,
    award_notice_last_day,
    most_suitable_provider_earliest,
)
from clausecheck.facts.blocks import choice_of, ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.frame.term import day_of
from clausecheck.facts.derived.procurement.psr import (
    CALL_OFF,
    COMPETITIVE,
    DAP_A,
    DAP_B,
    DAP_C,
    MINI_COMPETITION,
    MSP,
    URGENT,
    by_wrong_route,
    place_of,
    psr_blocks,
    publication_day,
    says_none,
)
from clausecheck.facts.derived.words.lines import line_of
from clausecheck.facts.kinds import count, flag, kind, text, word
from clausecheck.model.draft import Block, Draft, Field, parts_in
from clausecheck.model.values import DayKind, Duration
from clausecheck.patterns import Pattern

KINDS = (
    kind(
        "notice",
        "A notice that belongs to a route, or that the draft states.",
        procurement=word("the PROCUREMENT block"),
        notice=word("intended approach, intention to award or award"),
        missing=flag("the route requires it, and the draft has no line for it or says there is none"),
        out_of_place=flag("the route has no such notice, and the draft has one"),
        route=text("the route"),
        authority=text("the regulation"),
        one=text("the notice, with its article"),
        said=text("what the draft does instead of stating it"),
    ),
    kind(
        "award_notice_late",
        "An award notice that is published, or planned, later than 30 days after the award.",
        procurement=word("the PROCUREMENT block"),
        days=count("the days from the award to the notice"),
        written=text("the line as written"),
        said=text("how the draft is late, with the dates counted"),
        last_day=text("the last day for the notice, as a clause of its own"),
    ),
    kind(
        "intended_approach",
        "The 14 days that must follow the notice of the most suitable provider process (PSR reg 10(5)).",
        procurement=word("the PROCUREMENT block"),
        too_soon=flag("the intention to award is published before the provider may be settled on"),
        days=count("the days between the two notices"),
        published=text("when the intended approach is published"),
        earliest=text("the first day on which the provider may be settled on"),
        award=text("when the intention to award is published"),
        between=text("the days between the two notices, in words"),
    ),
    kind(
        "platform",
        "Where a PSR procurement publishes its notices.",
        procurement=word("the PROCUREMENT block"),
        central=flag("it is the central digital platform, or Find a Tender, which is part of it"),
        written=text("the place as written"),
    ),
)

_INTENDED, _INTENTION, _AWARD = "intended approach", "intention to award", "award"
_LABELS = {
    _INTENDED: ("Intended approach notice", "notice of the intended approach"),
    _INTENTION: ("Intention to award notice", "notice of intention to award"),
    _AWARD: ("Award notice", "award notice"),
}
_REQUIRED = {
    DAP_A: {_AWARD: "PSR reg 7(2)"},
    DAP_B: {_AWARD: "PSR reg 8(2)"},
    DAP_C: {_INTENTION: "PSR reg 9", _AWARD: "PSR reg 9(11)"},
    MSP: {_INTENDED: "PSR reg 10(5)", _INTENTION: "PSR reg 10", _AWARD: "PSR reg 10(15)"},
    COMPETITIVE: {_INTENTION: "PSR reg 11", _AWARD: "PSR reg 11(17)"},
    CALL_OFF: {_AWARD: "PSR reg 18(3)-(6)"},
    MINI_COMPETITION: {_INTENTION: "PSR reg 18(7)-(9)", _AWARD: "PSR reg 18(7)-(9)"},
    URGENT: {_AWARD: "PSR reg 14(4)-(5)"},
}
_CENTRAL = Pattern(r"central digital platform|\bcdp\b|find[ -]a?[ -]?tender|\bfts\b", re.I)
_SHORTEST_YEAR = 365


def derive(draft: Draft, facts: Collector) -> None:
    """Adds the notices of each PSR procurement, and those that come too late or too soon."""
    for block in psr_blocks(draft):
        route = choice_of(block, "Route")
        if route in _REQUIRED and not by_wrong_route(block):
            for notice in _LABELS:
                _notice(block, route, notice, facts)
        _award_notice(block, facts)
        if route == MSP:
            _intended_approach(block, facts)
        _platform(block, facts)


def _notice(block: Block, route: str, notice: str, facts: Collector) -> None:
    label, name = _LABELS[notice]
    field = block.get(label)
    required = _REQUIRED[route]
    denied = field is not None and says_none(line_of(field))
    facts.add(
        "notice",
        place_of(field, block),
        (*block.path, label) if field else block.path,
        procurement=ref_of(block),
        notice=notice,
        missing=notice in required and (denied if field else block.complete),
        out_of_place=field is not None and notice not in required and not denied,
        shown={
            "name": name,
            "one": f"an {name}" if notice == _AWARD else f"a {name}",
            "route": route,
            "authority": required.get(notice, ""),
            "said": f'says "{line_of(field)}"' if denied else f"{block.name} has none",
        },
    )


def _award_notice(block: Block, facts: Collector) -> None:
    field = block.get("Award notice")
    if field is None:
        return
    awarded = day_of(block, "Award date")
    published = publication_day(field)
    if published is not None:
        if awarded is not None and published > award_notice_last_day(awarded):
            said = f"is published on {canonical(published)}, {{days}} after the award of {canonical(awarded)}"
            _late(block, field, (published - awarded).days, said, awarded, facts)
        return
    length = next((part for part in parts_in(field.value) if isinstance(part, Duration)), None)
    days = _least_days(length) if length else 0
    if length is not None and days > AWARD_NOTICE_DAYS:
        counted = length.days in (DayKind.WORKING, DayKind.OPERATIONAL)
        if length.unit == "day" and not counted:
            said = f"is to follow {length.raw} after the award"
        else:
            least = "" if length.unit == "week" else "at least "
            said = f"is to follow {least}{{days}} after the award ({length.raw})"
        _late(block, field, days, said, awarded, facts)


def _late(block: Block, field: Field, days: int, said: str, awarded: date | None, facts: Collector) -> None:
    last = f", so by {canonical(award_notice_last_day(awarded))}" if awarded else ""
    facts.add(
        "award_notice_late",
        place_of(field, block),
        (*block.path, field.label),
        procurement=ref_of(block),
        days=days,
        shown={
            "name": block.name,
            "written": line_of(field),
            "said": said.format(days=f"{days} days"),
            "last_day": last,
        },
    )


def _least_days(length: Duration) -> int:
    """The fewest calendar days that a length of time can be; a single month may be 30 days or fewer."""
    if length.unit == "day" and length.days in (DayKind.WORKING, DayKind.OPERATIONAL):
        weeks, rest = divmod(length.count, 5)
        return weeks * 7 + rest
    if length.unit == "month":
        return 59 * length.count // 2 if length.count > 1 else 0
    return {"day": 1, "week": 7, "year": _SHORTEST_YEAR}[length.unit] * length.count


def _intended_approach(block: Block, facts: Collector) -> None:
    field = block.get("Intention to award notice")
    first = publication_day(block.get("Intended approach notice"))
    second = publication_day(field)
    if field is None or first is None or second is None:
        return
    earliest = most_suitable_provider_earliest(first)
    days = (second - first).days
    facts.add(
        "intended_approach",
        place_of(field, block),
        (*block.path, field.label),
        procurement=ref_of(block),
        too_soon=second < earliest,
        days=max(days, 0),
        shown={
            "name": block.name,
            "published": canonical(first),
            "earliest": canonical(earliest),
            "award": canonical(second),
            "between": f"{days} day{'' if days == 1 else 's'} after" if days >= 0 else "before",
        },
        spans={"published": place_of(block.get("Intended approach notice"), block)},
    )


def _platform(block: Block, facts: Collector) -> None:
    field = block.get("Platform")
    written = line_of(field)
    if field is None or not written or not re.search(r"[a-z]{3}", written, re.I):
        return
    if any(part.kind == "hole" for value in field.values() for part in parts_in(value)):
        return
    facts.add(
        "platform",
        place_of(field, block),
        (*block.path, "Platform"),
        procurement=ref_of(block),
        central=_CENTRAL.search(written) is not None,
        shown={"name": block.name, "written": written},
    )
