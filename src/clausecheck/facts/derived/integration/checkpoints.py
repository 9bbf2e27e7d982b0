"""The checkpoints of an assurance process: their order, and what they are to precede."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from clausecheck.facts.arithmetic.calendars import canonical
from clausecheck.facts.blocks import choice_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.frame.term import day_of
from clausecheck.facts.derived.procurement.psr import publication_day
from clausecheck.facts.derived.words import walk
from clausecheck.facts.derived.words.lines import bare_no, said, whole
from clausecheck.facts.kinds import flag, kind, text
from clausecheck.model.draft import Draft
from clausecheck.model.values import Day
from clausecheck.patterns import Pattern
from clausecheck.spans import Span

KINDS = (
    kind(
        "checkpoint_order",
        "A checkpoint that comes after what it is to precede.",
        checkpoint=text("the checkpoint"),
        day=text("its date"),
        before=text("what it is to precede, with its date"),
        days=text("how many days too late it is"),
    ),
    kind(
        "checkpoint_open",
        "A checkpoint that is still to be passed after signature.",
        held=flag("something holds the start of services back until then, or nobody can say"),
        checkpoint=text("the checkpoint"),
        day=text("its date"),
        signed=text("the Date of contract"),
    ),
)

_STAGE = Pattern(r"\b(?P<early>early engagement|EE)\b|\b(?:check-?point|CP)\s*(?P<number>[123])\b", re.I)
_NAMES = ("early engagement", "checkpoint 1", "checkpoint 2", "checkpoint 3")
_LABELS = frozenset({"Checkpoints", "Gate", "Passed"})
_POINT = r"(?:check-?points?|CP ?3)\b"
_STARTS = r"\b(?:start|begin|commence|open|go live)\w*\b"
_HELD = Pattern(
    rf"\bconditions? precedent\b"
    rf"|\b(?:subject to|conditional (?:up)?on|contingent (?:up)?on|depend(?:s|ent|ing)? (?:up)?on"
    rf"|until|unless"
    rf"|only (?:when|once|if|after|where|upon|on))\b[^.;]{{0,40}}\b{_POINT}"
    rf"|\b(?:not|no|nothing|cannot)\b[^.;]{{0,60}}\bbefore\b[^.;]{{0,40}}\b{_POINT}"
    rf"|{_STARTS}[^.;]{{0,40}}\b(?:after|once|when|following)\b[^.;]{{0,40}}\b{_POINT}"
    rf"|\b{_POINT}[^.;]{{0,60}}\bconditions? (?:of|for|to)\b",
    re.I,
)
_NOT_HELD = Pattern(
    r"\b(?:nothing|no\w*|not) (?:\w+ )?(?:depend|conditional|contingent|an? condition|subject to)"
    r"|\bwhether or not\b|\bregardless\b|\birrespective\b",
    re.I,
)


class _Stage(NamedTuple):
    number: int
    day: date
    span: Span

    @property
    def name(self) -> str:
        """What a reader calls it, at the start of a sentence."""
        return _NAMES[self.number].capitalize()


class _Event(NamedTuple):
    """Something that a checkpoint is to precede, and the words for it."""

    day: date
    words: str


def derive(draft: Draft, facts: Collector) -> None:
    """Adds each checkpoint that comes too late, and those that are open when the contract is signed."""
    stages = _stages(draft)
    for stage in stages:
        for event in _events(draft, stages, stage):
            if stage.day > event.day:
                _late(stage, event, facts)
                break
    _open(draft, stages, facts)


def _stages(draft: Draft) -> list[_Stage]:
    """The dated checkpoints, one date each, in order of their number."""
    found: dict[int, _Stage] = {}
    for part in walk.parts(draft):
        if part.label not in _LABELS or part.block is None or part.block.head.name != "ASSURANCE":
            continue
        if not isinstance(part.part, Day) or part.part.day is None:
            continue
        names = list(_STAGE.finditer(part.before))
        if names:
            number = 0 if names[-1]["early"] else int(names[-1]["number"])
            found.setdefault(number, _Stage(number, part.part.day, part.part.span))
    return [found[number] for number in sorted(found)]


def _events(draft: Draft, stages: list[_Stage], stage: _Stage) -> Iterator[_Event]:
    """What a checkpoint is to precede: the award, signature, the start of services, the next checkpoint."""
    contract = draft.contract
    if stage.number == 1:
        for block in draft.of("PROCUREMENT"):
            apart = choice_of(block, "Regime") not in (None, "PSR 2023")
            if not apart and (begun := day_of(block, "Procedure begun")):
                yield _Event(begun, "the award process began")
            if chosen := publication_day(block.get("Intention to award notice")):
                yield _Event(chosen, "the intention to award was published")
    if stage.number == 2 and (signed := day_of(contract, "Date of contract")):
        yield _Event(signed, "the contract is made")
    if stage.number == 3 and (start := day_of(contract, "Service Commencement Date")):
        yield _Event(start, "services start")
    for later in stages:
        if later.number > stage.number:
            yield _Event(later.day, _NAMES[later.number])
            return


def _late(stage: _Stage, event: _Event, facts: Collector) -> None:
    days = (stage.day - event.day).days
    facts.add(
        "checkpoint_order",
        stage.span,
        ("ASSURANCE", "Checkpoints"),
        shown={
            "name": stage.name,
            "checkpoint": stage.name,
            "day": canonical(stage.day),
            "before": f"{event.words} on {canonical(event.day)}",
            "days": f"{days} day{'' if days == 1 else 's'}",
        },
    )


def _open(draft: Draft, stages: list[_Stage], facts: Collector) -> None:
    signed = day_of(draft.contract, "Date of contract")
    start = day_of(draft.contract, "Service Commencement Date")
    if start and any(stage.number == 3 and stage.day > start for stage in stages):
        return  # it comes too late to hold anything back, which is the fault to mend first
    after = [stage for stage in stages if stage.number == 3 and signed and stage.day > signed]
    if not after or signed is None:
        return
    listed = any(
        block.get("Conditions precedent") is not None and not bare_no(said(block, "Conditions precedent"))
        for block in draft.blocks
        if block.head.name in ("CONTRACT", "LINKS")
    )
    held = (
        listed
        or not whole(draft)
        or any(_HELD.search(found.text) and not _NOT_HELD.search(found.text) for found in walk.words(draft))
    )
    facts.add(
        "checkpoint_open",
        after[0].span,
        ("ASSURANCE", "Checkpoints"),
        held=held,
        shown={
            "name": after[0].name,
            "checkpoint": after[0].name,
            "day": canonical(after[0].day),
            "signed": canonical(signed),
        },
    )
