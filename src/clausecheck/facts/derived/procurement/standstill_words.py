"""How a draft describes the standstill in words: denied, miscounted, or set where the route has none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausecheck.facts.arithmetic.standstill import STANDSTILL_DAYS, psr_standstill
from clausecheck.facts.blocks import choice_of, ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.frame.term import day_of
from clausecheck.facts.derived.procurement.psr import (
    WITH_STANDSTILL,
    WITHOUT_STANDSTILL,
    all_psr,
    place_of,
    psr_blocks,
    publication_day,
    says_none,
)
from clausecheck.facts.derived.words import walk
from clausecheck.facts.kinds import flag, kind, text, word
from clausecheck.model.draft import Block, Draft, Field, parts_in
from clausecheck.model.values import DayKind, Duration, Text
from clausecheck.patterns import Pattern

KINDS = (
    kind(
        "standstill_words",
        "How a draft describes the standstill in words.",
        procurement=word("the PROCUREMENT block"),
        denied=flag("it says that there is none, on a route that has one"),
        wrong_count=flag("it counts days other than working days, or fewer than 8"),
        from_publication=flag("it counts 8 working days from publication"),
        out_of_place=flag("it sets a standstill on a route that has none"),
        written=text("the words"),
        route=text("the route"),
    ),
)

_PUBLICATION = Pattern(
    r"\b(?:from|after|of|since|beginning (?:on|with)|starting (?:on|with|from))\s+(?:the\s+)?"
    r"(?:(?:day|date)\s+(?:of|on which)\s+)?(?:the\s+)?(?:notice(?:'s)?\s+(?:is\s+|was\s+)?)?"
    r"publi(?:cation|shed)",
    re.I,
)
# The first day of the standstill is the day after publication: what runs from that day is counted right.
_DAY_AFTER = Pattern(
    r"\b(?:the|first|next|following) (?:first )?(?:working |calendar )?(?:day|date) (?:immediately )?"
    r"(?:after|following) (?:the )?(?:(?:day|date) of )?(?:its |the )?(?:notice(?:'s|’s)? (?:is |was )?)?"
    r"publi(?:cation|shed)\b(?: of (?:the|that|its) notice\b)?",
    re.I,
)
_SENTENCE = Pattern(r"[^.;]+")

# A sentence about ten days that does not give them to this standstill.
_NOT_THIS = Pattern(
    r"\b(?:no|not|nor|never|without|neither|instead of|rather than|previous(?:ly)?|earlier|former(?:ly)?)\b"
    r"|\bin (?:\w+ )?20(?:1\d|2[0-3])\b(?!/)",
    re.I,
)
_FROM_THEN = Pattern(
    r"\s+(?:later|afterwards|after (?:that|which|it|its end|the (?:end|standstill)))\b", re.I
)
_BY_CHOICE = Pattern(r"\bby choice\b|\bvoluntar", re.I)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds the words about standstill of each PSR procurement, and a PCR-style count anywhere in prose."""
    for block in psr_blocks(draft):
        _words(block, choice_of(block, "Route"), facts)
    if all_psr(draft):
        _prose(draft, facts)


def _words(block: Block, route: str | None, facts: Collector) -> None:
    field = block.get("Standstill")
    place = field or block.get("Standstill ends")
    if place is None:
        return
    value = field.value if field else None
    said = value.raw if isinstance(value, Text) else ""
    denied = says_none(said)
    wrong = bool(said) and _wrong_count(field)
    # A standstill that follows a notice out of place goes when the notice goes.
    stray = route in WITHOUT_STANDSTILL and not denied and block.get("Intention to award notice") is None
    stray = stray and not _BY_CHOICE.search(said)
    facts.add(
        "standstill_words",
        place_of(place, block),
        (*block.path, place.label),
        procurement=ref_of(block),
        denied=denied and route in WITH_STANDSTILL,
        wrong_count=wrong and route not in WITHOUT_STANDSTILL,
        from_publication=not wrong
        and route not in WITHOUT_STANDSTILL
        and not _ends_right(block)
        and _from_publication(said, field),
        out_of_place=stray,
        shown={"name": block.name, "written": said or place.raw, "route": route or ""},
    )


def _durations(field: Field | None) -> Iterator[Duration]:
    for value in field.values() if field else ():
        yield from (part for part in parts_in(value) if isinstance(part, Duration))


def _right(length: Duration) -> bool:
    return length.days in (DayKind.WORKING, DayKind.OPERATIONAL) and length.count >= STANDSTILL_DAYS


def _wrong_count(field: Field | None) -> bool:
    """Whether a line gives lengths in days, and none of them is 8 working days or more."""
    in_days = [length for length in _durations(field) if length.unit == "day"]
    return bool(in_days) and not any(_right(length) for length in in_days)


def _from_publication(said: str, field: Field | None) -> bool:
    eight = any(_right(length) and length.count == STANDSTILL_DAYS for length in _durations(field))
    return eight and _PUBLICATION.search(_DAY_AFTER.sub("that day", said)) is not None


def _ends_right(block: Block) -> bool:
    """Whether the end is stated, and is late enough: then nobody is misled by how the days are told."""
    published, ends = (
        publication_day(block.get("Intention to award notice")),
        day_of(block, "Standstill ends"),
    )
    return published is not None and ends is not None and not psr_standstill(published).too_short(ends)


def _prose(draft: Draft, facts: Collector) -> None:
    """Adds each clause or definition that gives the standstill 10 days, or counts 8 from publication."""
    owner = ref_of(next(psr_blocks(draft)))
    for stretch, parts in _texts(draft):
        for sentence in _SENTENCE.finditer(stretch.text):
            if "standstill" not in sentence[0].lower() or _NOT_THIS.search(sentence[0]):
                continue
            start, end = (stretch.span.start + at for at in sentence.span())
            inside = [part for part in parts if start <= part.span.start < end]
            if eight := [part for part in inside if _right(part)]:
                if eight[0].count == STANDSTILL_DAYS and _PUBLICATION.search(
                    _DAY_AFTER.sub("that day", sentence[0])
                ):
                    _in_prose(draft, eight[0], stretch, owner, facts, from_publication=True)
                continue
            for part in inside:
                after = stretch.text[part.span.end - stretch.span.start :]
                if _pcr_style(part) and not _FROM_THEN.match(after):
                    _in_prose(draft, part, stretch, owner, facts, wrong_count=True)


def _in_prose(
    draft: Draft,
    part: Duration,
    stretch: walk.Words,
    owner: str,
    facts: Collector,
    *,
    wrong_count: bool = False,
    from_publication: bool = False,
) -> None:
    if from_publication and any(_ends_right(block) for block in psr_blocks(draft)):
        return
    facts.add(
        "standstill_words",
        part.span,
        stretch.path,
        procurement=owner,
        denied=False,
        wrong_count=wrong_count,
        from_publication=from_publication,
        out_of_place=False,
        shown={"name": stretch.path[-1] if stretch.path else "", "written": part.raw, "route": ""},
    )


def _pcr_style(length: Duration) -> bool:
    return length.unit == "day" and length.count == 10 and length.days in (DayKind.BARE, DayKind.CALENDAR)


def _texts(draft: Draft) -> Iterator[tuple[walk.Words, list[Duration]]]:
    """The prose of clauses and definitions, with the lengths of time in each stretch."""
    lengths = [found.part for found in walk.parts(draft) if isinstance(found.part, Duration)]
    for words in walk.words(draft):
        if words.block is not None and words.label:
            continue
        yield words, [length for length in lengths if words.span.holds(length.span)]
