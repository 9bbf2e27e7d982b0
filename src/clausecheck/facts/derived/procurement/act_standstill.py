"""The standstill of the Procurement Act: contracts made while it runs, and standstills that are too short.

It is counted from the contract award notice in the working days of the whole United Kingdom. The Act asks
for none where a contract is light touch, extremely urgent, called off from a framework or bought through a
dynamic market; one that the notice states must still last 8 working days.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from clausecheck.facts.arithmetic.calendars import canonical, in_words, later
from clausecheck.facts.arithmetic.standstill import Standstill, procurement_act_standstill
from clausecheck.facts.blocks import choice_of, ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.frame.term import day_of
from clausecheck.facts.derived.procurement.act import (
    act_blocks,
    award_notice,
    covered,
    entered,
    limit,
    may_be_light,
)
from clausecheck.facts.derived.procurement.psr import place_of, publication_day, says_none
from clausecheck.facts.derived.words.lines import line_of
from clausecheck.facts.kinds import flag, kind, text, word
from clausecheck.model.draft import Block, Draft, parts_in
from clausecheck.model.values import DayKind, Duration
from clausecheck.patterns import Pattern
from clausecheck.spans import Span

KINDS = (
    kind(
        "act_early_contract",
        "A contract under the Procurement Act 2023 that is made before its standstill is over.",
        procurement=word("the PROCUREMENT block"),
        mandatory=flag("the Act asks for the standstill; otherwise only the draft does"),
        made=text("when the contract is made"),
        counted=text("the days counted out"),
        ends=text("the midnight at which the standstill ends"),
        earliest=text("the first day on which the contract can be made"),
        calendar=text("the calendar, and the holidays that lengthened it"),
    ),
    kind(
        "act_short_standstill",
        "A standstill of less than 8 working days under the Procurement Act 2023.",
        procurement=word("the PROCUREMENT block"),
        said=text("how it is stated, as a clause"),
        counted=text("the days counted out, as a clause of its own; empty without a date"),
        right=text("what it should say"),
    ),
)

CALENDAR = "working days throughout the United Kingdom, s.123"

_EXEMPT_ROUTES = frozenset({"framework direct award", "framework competition", "urgent award", "section 75"})
_EXEMPT_WORDS = Pattern(
    r"\bextreme(?:ly)? urgen|\bdynamic market\b|\b(?:section|s\.?)\s*42\b|\bprotect(?:ing)? life\b", re.I
)
_DAYS_THAT_HOLD_EIGHT = 10
"""The fewest calendar days in which 8 working days can lie: Monday to the Wednesday of the next week."""


def derive(draft: Draft, facts: Collector) -> None:
    """Adds what each procurement under the Act does before its standstill can be over."""
    for block in act_blocks(draft):
        if not covered(draft, block):
            continue
        published = publication_day(award_notice(block))
        law = procurement_act_standstill(published) if published else None
        _short(draft, block, law, facts)
        _early(draft, block, law, facts)


def is_exempt(draft: Draft, block: Block) -> bool:
    """Whether the Act asks for no standstill, as far as the draft shows."""
    if may_be_light(draft, block) or choice_of(block, "Route") in _EXEMPT_ROUTES:
        return True
    urgent = block.get("Urgency")
    if urgent is not None and not says_none(line_of(urgent)):
        return True
    return any(_EXEMPT_WORDS.search(line_of(field)) for field in block.fields)


def _early(draft: Draft, block: Block, law: Standstill | None, facts: Collector) -> None:
    stated, said = day_of(block, "Standstill ends"), block.get("Standstill")
    denied = said is not None and says_none(line_of(said))
    mandatory = not is_exempt(draft, block)
    voluntary = stated is not None or (said is not None and not denied)
    made = entered(draft, block)
    if made is None or not (mandatory or voluntary):
        return
    ends = max((day for day in (law.ends if law else None, stated) if day is not None), default=None)
    if ends is None or made > ends:
        return
    field = block.get("Contract signed")
    owner = block if field else draft.contract
    place = field or (draft.contract.get("Date of contract") if draft.contract else None)
    assert owner is not None
    steps = [law.steps] if law else []
    counted = ", ".join(steps if law and ends == law.ends else [*steps, f"stated to end {in_words(ends)}"])
    facts.add(
        "act_early_contract",
        place_of(place, owner),
        (*owner.path, place.label) if place else owner.path,
        procurement=ref_of(block),
        mandatory=mandatory,
        shown={
            "name": block.name,
            "made": canonical(made),
            "counted": counted,
            "ends": canonical(ends),
            "earliest": canonical(later(ends, 1)),
            "calendar": CALENDAR + _holidays(law) if law else "the draft's own date",
        },
        spans={"published": place_of(award_notice(block), block)} if law else {},
    )


def _short(draft: Draft, block: Block, law: Standstill | None, facts: Collector) -> None:
    """Adds a standstill that is stated too short: by its end, or else by its length."""
    need = limit(draft, block, "standstill")
    for span, label, said, counted in islice(_stated_short(block, law, need), 1):
        right = f"{need} working days beginning with the day of publication"
        facts.add(
            "act_short_standstill",
            span,
            (*block.path, label),
            procurement=ref_of(block),
            shown={
                "name": block.name,
                "said": said,
                "counted": counted,
                "right": f"midnight on {canonical(law.ends)}" if law else right,
            },
        )


def _stated_short(block: Block, law: Standstill | None, need: int) -> Iterator[tuple[Span, str, str, str]]:
    ends = day_of(block, "Standstill ends")
    if law is not None and ends is not None and law.too_short(ends):
        field = block.get("Standstill ends")
        counted = f": {law.steps} ({CALENDAR}{_holidays(law)})"
        yield place_of(field, block), "Standstill ends", f"ends on {canonical(ends)}", counted
    field = block.get("Standstill")
    values = field.values() if field else ()
    lengths = [part for value in values for part in parts_in(value) if isinstance(part, Duration)]
    in_days = [each for each in lengths if each.unit in ("day", "week")]
    if in_days and all(_too_few(each, need) for each in in_days):
        yield in_days[0].span, "Standstill", f"lasts {in_days[0].raw}", ""


def _too_few(each: Duration, need: int) -> bool:
    if each.unit == "week":
        return each.count * 7 < _DAYS_THAT_HOLD_EIGHT
    if each.days in (DayKind.WORKING, DayKind.OPERATIONAL):
        return each.count < need
    return each.count < _DAYS_THAT_HOLD_EIGHT


def _holidays(law: Standstill) -> str:
    listed = ", ".join(f"{day.day} {canonical(day).split()[1]} ({name})" for day, name in law.left_out)
    return f"; not counted: {listed}" if listed else ""
