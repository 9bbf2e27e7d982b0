"""The notice by which a contract is ended early, against its term."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from clausecheck.facts.arithmetic.calendars import canonical, later
from clausecheck.facts.arithmetic.dates import expiry_for
from clausecheck.facts.arithmetic.endings import runs_out
from clausecheck.facts.blocks import ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.frame.longest_term import extension_months
from clausecheck.facts.derived.frame.term import day_of, months_in
from clausecheck.facts.derived.risk_share.settling import unit_of
from clausecheck.facts.derived.standard_contract.standing import standing_of
from clausecheck.facts.derived.words.lines import words_of
from clausecheck.facts.kinds import flag, kind, text, word
from clausecheck.model.draft import Block, Draft, parts_in
from clausecheck.model.values import Duration
from clausecheck.patterns import Pattern

KINDS = (
    kind(
        "notice_gap",
        "A TERMINATION block that does not say what notice ends the contract without fault.",
        of=word("the TERMINATION block"),
        missing=word("both, commissioner or provider: whose notice is not stated"),
        itself=flag("the draft is an NHS Standard Contract"),
    ),
    kind(
        "notice_to_end",
        "A length of notice that ends the contract, where the length of the contract is known.",
        side=word("commissioner or provider"),
        outlasts=flag("given on the first day there is, it runs out after the contract has"),
        notice=text("the notice as written"),
        first=text("the first day on which it could be given, in words"),
        runs_out=text("when it would then run out"),
        expiry=text("when the contract ends by itself, in words"),
    ),
    kind(
        "earliest_end",
        "The Earliest date of the TERMINATION block, beside the Expiry Date.",
        after_expiry=flag("it is later, and there is no option to extend"),
        day=text("the date"),
        expiry=text("the Expiry Date"),
    ),
)

_SIDES = (("commissioner", "Commissioner notice"), ("provider", "Provider notice"))
_NOMINAL = date(2026, 4, 1)
"""A first day for a draft without dates, where only lengths are compared."""

_NOTICE = Pattern(r"\bnotice\b", re.I)
_EARLY = Pattern(
    r"\bterminat|\bend(?:s|ed)? (?:this|the)\b|\bat will\b|\bby either\b|\beither (?:party|side)\b", re.I
)
_LENGTH = Pattern(
    r"\b(?:\d+|one|two|three|six|nine|twelve|eighteen) (?:calendar )?(?:days?|weeks?|months?|years?)\b", re.I
)
_ELSEWHERE = Pattern(r"\bParticulars\b|\bnotice periods? (?:in|of|stated|set out)\b", re.I)
_TITLE = Pattern(r"\bterminat|\bending\b|\bend of\b", re.I)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds the notices of each TERMINATION block, and what is missing of them."""
    standing = standing_of(draft)
    blocks = list(draft.of("TERMINATION"))
    life = _life(draft)
    for block in blocks:
        _gap(draft, block, standing.itself, facts)
        _earliest(draft, block, facts)
        if life:
            for side, label in _SIDES:
                _notice(block, side, label, life, facts)


class _Life(NamedTuple):
    """The first day on which a notice could be given, and the last of the contract; `dated` in the draft."""

    first: date
    expiry: date
    dated: bool
    length: str
    extended: bool = False

    @property
    def last(self) -> str:
        """The last day, in words."""
        return f"{canonical(self.expiry)}, with every extension" if self.extended else canonical(self.expiry)


def _extended(draft: Draft) -> date | None:
    """The last day of a contract with every extension, where it has one and the draft says how long it is."""
    contract = draft.contract
    expiry, months = day_of(contract, "Expiry Date"), extension_months(draft)
    return expiry_for(later(expiry, 1), months) if expiry and months else None


def _life(draft: Draft) -> _Life | None:
    """None where the draft does not say how long it runs, or may be extended."""
    contract = draft.contract
    if contract is None:
        return None
    extended = contract.get("Extension") is not None
    longest = _extended(draft)
    if extended and longest is None:
        return None
    start = day_of(contract, "Service Commencement Date")
    term = contract.get("Contract Term")
    months = months_in(term)
    expiry = day_of(contract, "Expiry Date")
    if expiry is None and months:
        expiry = expiry_for(start or _NOMINAL, months)
    days = [day_of(contract, label) for label in ("Date of contract", "Effective Date")]
    first = min((day for day in (start, *days) if day is not None), default=None)
    if longest is not None:
        return _Life(first, longest, True, "", extended) if first is not None and first < longest else None
    if expiry is None:
        return None
    if start is None and day_of(contract, "Expiry Date") is None:
        return _Life(_NOMINAL, expiry, False, term.raw if term else "")
    return _Life(first, expiry, True, "") if first is not None and first < expiry else None


def _notice(block: Block, side: str, label: str, life: _Life, facts: Collector) -> None:
    field = block.get(label)
    lengths = [part for value in field.values() for part in parts_in(value)] if field else []
    runs = [
        (runs_out(life.first, each.count, unit_of(each), life.expiry), each)
        for each in lengths
        if isinstance(each, Duration)
    ]
    if field is None or not runs:
        return
    shortest, length = min(runs, key=lambda each: each[0].day)
    facts.add(
        "notice_to_end",
        field.span,
        (*block.path, label),
        side=side,
        outlasts=shortest.outlasts,
        shown={
            "name": label,
            "notice": length.raw,
            "first": canonical(life.first) if life.dated else "the first day",
            "runs_out": canonical(shortest.day) if life.dated else f"{length.raw} later",
            "expiry": life.last if life.dated else f"after {life.length}",
        },
    )


def _earliest(draft: Draft, block: Block, facts: Collector) -> None:
    contract, field = draft.contract, block.get("Earliest date")
    day, expiry = day_of(block, "Earliest date"), day_of(contract, "Expiry Date")
    if contract is None or field is None or day is None or expiry is None:
        return
    longest = _extended(draft)
    if longest is None and contract.get("Extension") is not None:
        return
    ends = contract.get("Expiry Date")
    assert ends is not None
    facts.add(
        "earliest_end",
        field.span,
        (*block.path, "Earliest date"),
        after_expiry=contract.complete and (day > expiry if longest is None else day > longest),
        shown={
            "name": "Earliest date",
            "day": canonical(day),
            "expiry": f"{canonical(longest)}, with every extension" if longest else canonical(expiry),
        },
        spans={"expiry": ends.span},
    )


def _gap(draft: Draft, block: Block, itself: bool, facts: Collector) -> None:
    absent = [side for side, label in _SIDES if block.get(label) is None]
    if not absent or not block.complete or _noticed_elsewhere(draft, block):
        return
    facts.add(
        "notice_gap",
        block.span,
        block.path,
        of=ref_of(block),
        missing="both" if len(absent) > 1 else absent[0],
        itself=itself,
        shown={"name": block.name},
    )


def _noticed_elsewhere(draft: Draft, block: Block) -> bool:
    """Whether other words give a length of notice, or send the reader to where it stands."""
    said = [words_of(block, "Grounds", "Consequences"), *(text.raw for text in block.prose)]
    for clause in draft.of("CLAUSE"):
        if not clause.complete:
            return True
        titled = bool(_TITLE.search(clause.title))
        said += [text.raw for text in clause.prose if titled or _EARLY.search(text.raw)]
    return any((_NOTICE.search(each) and _LENGTH.search(each)) or _ELSEWHERE.search(each) for each in said)
