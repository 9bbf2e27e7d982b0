"""Patients' legal right to choose a provider: whether referrals are closed, and how a provider qualifies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from clausecheck.facts.arithmetic.a_year import longer_than_weeks
from clausecheck.facts.blocks import choice_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.frame.parties import PROVIDING, roles
from clausecheck.facts.derived.procurement.psr import DAP_B
from clausecheck.facts.derived.words.lines import words_of as words_in
from clausecheck.facts.kinds import count, flag, kind, text
from clausecheck.model.draft import Block, Draft, Field, parts_in
from clausecheck.model.values import DayKind, Duration, Part
from clausecheck.patterns import Pattern
from clausecheck.spans import Span

KINDS = (
    kind(
        "closed_choice",
        "Words that keep referrals to some providers.",
        elective=flag("the draft covers elective or outpatient care, where patients may choose"),
        written=text("the words"),
        services=text("the services in which patients may choose, as a clause"),
    ),
    kind(
        "choice_decision",
        "How a provider that asks to be qualified for patient choice is dealt with.",
        window=flag("it may ask only at certain times"),
        slow=flag("the answer may take more than 6 weeks"),
        written=text("the words"),
        fault=text("what is wrong, as a clause"),
    ),
    kind(
        "choice_criteria",
        "The criteria that a provider has to meet to be qualified for patient choice.",
        lacking=count("how many of the four of regulation 42C are not there"),
        missing=text("those that are not there"),
        written=text("the words"),
    ),
)

DECISION_WEEKS = 6
"""SI 2012/2996 reg 42B(5)."""

_LABEL = "Patient choice"
_ABOUT = Pattern(
    r"\bpatient choice\b|\bchoice of provider\b|\bright to choose\b|\blegal choice\b"
    r"|\bqualified providers?\b",
    re.I,
)
_REFERRALS = Pattern(r"\breferr", re.I)
_PROVIDER = r"(?:lead(?: provider)?|(?:main |prime )?provider|prime contractor|trust|hospitals?)"
_NO_OTHER = Pattern(r"\bno other provider|\bsole provider\b", re.I)
_DENIED = Pattern(
    r"^\W*(?:none|no|nil|waived|disapplied|not offered|does not apply|not applicable)\W*$"
    r"|\bno (?:patient )?choice\b|\bchoice (?:is|does) not (?:apply|offered|available)\b",
    re.I,
)
_OPEN = Pattern(
    r"\bany (?:\w+ ){0,3}provider|\b(?:all|other) (?:\w+ )?providers\b|\bremain|\bpreserv|\bkept\b"
    r"|\bstays? open\b|\bprotected\b|\bfree to choose\b|\bmay choose\b|\bunless\b|\bexcept\b"
    r"|\bnot (?:be )?(?:limited|restricted|confined|required)\b|\bwithout prejudice\b|\bsubject to\b"
    r"|\bwhere (?:the )?patients? choos|\bchoice appl|\bapplies only\b|\boffered (?:a )?choice\b",
    re.I,
)
# The one provider is the patient's own: not where nobody asks what the patient wants.
_CHOSEN = Pattern(
    r"\bpatients?\b(?:(?!\b(?:not|no|cannot|never)\b)[^.;]){0,25}"
    r"\b(?:chose|chooses?|choosing|selects?|prefers?|(?:has|have|had) (?:chosen|selected|preferred))\b"
    r"|\b(?:chosen|selected|preferred) by (?:the |each |that )?patients?\b"
    r"|\bpatient(?:'s|’s|s'|s’) (?:own )?(?:choice|choosing)\b|\bof (?:their|his or her) (?:own )?choice\b"
    r"|\bchoice of the patient\b",
    re.I,
)
_DESPITE = Pattern(
    r"\b(?:regardless|irrespective|whatever|whichever|despite|notwithstanding|even (?:if|where|when))\b", re.I
)
_OUTSIDE = Pattern(
    r"\burgent|\bemergenc|\bmaternity\b|\bcancer\b|\bdetained\b|\bprison|\barmed forces\b|\bmilitary\b"
    r"|\bno (?:elective|outpatient)|\bsocial care\b",
    re.I,
)
_ELECTIVE = Pattern(
    r"\belective\b|\boutpatient|\bconsultant[- ]led\b|\bplanned (?:surgery|hospital|operations)"
    r"|\b(?:hip|knee|cataract|spinal)\b[^.;]*\bsurgery\b|\bhip and knee replacement",
    re.I,
)
_NOT_ELECTIVE = Pattern(r"\b(?:non-elective|no elective|exclud\w+ elective)\b", re.I)
_ASKS = Pattern(r"\bappl(?:y|ies|ication)|\bask|\brequest|\bassess|\baccredit|\bqualif", re.I)
_WINDOW = Pattern(
    r"\b(?:once|one) (?:a|per|each|every) year\b|\bannual(?:ly)?\b[^.;,]{0,20}\b(?:window|round"
    r"|exercise|process)"
    r"|\bwindow\b|\b(?:only|opens?) (?:in|during|between|each|every|from)\b"
    r"|\b(?:accredit\w+|assess\w+|applications?)\b[^.;,]{0,40}\b(?:annually|every year|each year|yearly"
    r"|twice a year)\b",
    re.I,
)
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|spring|summer"
    r"|autumn|winter|year|quarter)"
)
_INTEREST_WINDOW = Pattern(rf"\b(?:each|every|once an?|once each) {_MONTH}\b|\bin {_MONTH} only\b", re.I)
_LEGAL = Pattern(r"\blegal\b|\bright\b|\bstatut|\bStanding Rules\b|\b42[ABC]\b", re.I)
_ANY_TIME = Pattern(r"\bat any time\b|\bany time\b|\ball year\b|\bno window\b|\bthroughout the year\b", re.I)
_ANSWER = Pattern(r"\bdeci|\banswer|\brespon|\bassess|\bdetermin|\btold\b", re.I)
_LIMIT = Pattern(r"\b(?:within|up to|no later than|at most|in|takes?|after)\s+$", re.I)
_CRITERIA = Pattern(
    r"\bcriteri|\brequire|\bmust\b|\bqualif|\bif (?:it is )?registered|\bregistered (?:with|by)|\bhold", re.I
)
_FOUR = (
    ("registration with the Care Quality Commission", Pattern(r"\bCQC\b|\bCare Quality Commission\b", re.I)),
    ("the NHS provider licence, unless exempt", Pattern(r"\blicen[cs]", re.I)),
    (
        "being able to comply with the NHS Standard Contract",
        Pattern(r"\bstandard contract\b|\bable to (?:comply|deliver|meet|perform)|\bability\b|\bcapab", re.I),
    ),
    ("cover for clinical negligence", Pattern(r"\bindemnit|\bnegligence\b|\bCNST\b|\binsur", re.I)),
)
_BY_REGULATION = Pattern(r"\b42C\b|\bStanding Rules\b|\b2012/2996\b", re.I)


class _Stretch(NamedTuple):
    text: str
    span: Span
    path: tuple[str, ...]
    parts: tuple[Part, ...]
    own: bool
    """It is the Patient choice line."""


def derive(draft: Draft, facts: Collector) -> None:
    """Adds where referrals are closed, and how the draft lets a provider qualify."""
    services, only = _elective_services(draft), _only_to(draft)
    for stretch in _stretches(draft):
        _closed(stretch, services, only, facts)
        if stretch.own or _ABOUT.search(stretch.text):
            _decision(stretch, facts)
            _criteria(stretch, facts)
    for block in draft.of("PROCUREMENT"):
        _interest(block, services is not None, facts)


def _stretches(draft: Draft) -> Iterator[_Stretch]:
    for block in draft.blocks:
        if block.head.name == "PROCUREMENT" and (field := block.get(_LABEL)) is not None and field.value:
            parts = tuple(parts_in(field.value))
            yield _Stretch(field.value.raw, field.value.span, (*block.path, _LABEL), parts, own=True)
        if block.head.name == "SERVICES" and (field := block.get("In scope")) is not None:
            yield from _in_scope(block, field)
        if block.head.name == "CLAUSE":
            for words in block.prose:
                yield _Stretch(words.raw, words.span, block.path, tuple(words.parts), own=False)


def _in_scope(block: Block, field: Field) -> Iterator[_Stretch]:
    """What a line on scope says of referrals, between semicolons or in a bullet."""
    lines = [(field.value.raw, field.value.span.start)] if field.value and not field.entries else []
    lines += [(entry.raw, entry.span.start) for entry in field.entries]
    for raw, start in lines:
        for part in re.finditer(r"[^;.]+", raw):
            if _REFERRALS.search(part[0]):
                said = part[0].strip()
                first = start + part.start() + part[0].index(said)
                span = Span(first, first + len(said))
                yield _Stretch(said, span, (*block.path, field.label), (), own=False)


def _elective_services(draft: Draft) -> Block | None:
    """The first SERVICES whose scope takes in elective or outpatient care."""
    for block in draft.of("SERVICES"):
        scope = words_in(block, "In scope")
        if _ELECTIVE.search(scope) and not _NOT_ELECTIVE.search(scope):
            return block
    return None


def _only_to(draft: Draft) -> Pattern:
    """Words that send somebody to one provider only, by what it is or by the name of a party."""
    names = [
        name for party in draft.of("PARTY") if roles(party) & PROVIDING for name in (party.id, party.title)
    ]
    to = "|".join([_PROVIDER, *(re.escape(name) for name in names if name)])
    return Pattern(
        rf"\b(?:only|solely|exclusively) to (?:the )?(?:{to})\b"
        rf"|\bto (?:the )?(?:{to})\b[^.;,]{{0,20}}\b(?:only|solely|exclusively|alone)\b",
        re.I,
    )


def _closed(stretch: _Stretch, services: Block | None, only_to: Pattern, facts: Collector) -> None:
    words = stretch.text
    if _OPEN.search(words) or _OUTSIDE.search(words):
        return
    if _CHOSEN.search(words) and not _DESPITE.search(words):
        return
    only = only_to.search(words) is not None or _NO_OTHER.search(words) is not None
    denied = stretch.own and _DENIED.search(words) is not None
    closed = denied or (only and (stretch.own or _REFERRALS.search(words) is not None))
    if not closed:
        return
    itself = _ELECTIVE.search(words) is not None
    if itself:
        about = "it speaks of elective or outpatient care"
    else:
        about = f"{services.name} takes in elective or outpatient care" if services else ""
    facts.add(
        "closed_choice",
        stretch.span,
        stretch.path,
        elective=itself or services is not None,
        shown={"name": "referrals", "written": words, "services": about},
        spans={"services": services.span} if services else {},
    )


def _decision(stretch: _Stretch, facts: Collector) -> None:
    if _ASKS.search(stretch.text):
        _asked(stretch, facts)


def _asked(stretch: _Stretch, facts: Collector) -> None:
    words = stretch.text
    shut = _WINDOW.search(words) or (_INTEREST_WINDOW.search(words) if stretch.own else None)
    window = shut is not None and _ANY_TIME.search(words) is None
    slow = next((part for part in stretch.parts if _too_long(part) and _answers(stretch, part)), None)
    faults = [
        *(["a provider may ask only at certain times"] if window else []),
        *([f"the answer may take {slow.raw}"] if slow else []),
    ]
    facts.add(
        "choice_decision",
        stretch.span,
        stretch.path,
        window=window,
        slow=slow is not None,
        shown={"name": "the answer to a provider", "written": words, "fault": " and ".join(faults)},
    )


def _interest(block: Block, elective: bool, facts: Collector) -> None:
    """How process B lets a provider ask, where patients have the legal right to choose."""
    field, choice = block.get("Expressions of interest"), words_in(block, "Patient choice")
    legal = elective or (_LEGAL.search(choice) is not None and _DENIED.search(choice) is None)
    if field is None or field.value is None or choice_of(block, "Route") != DAP_B or not legal:
        return
    parts = tuple(parts_in(field.value))
    _asked(_Stretch(field.value.raw, field.value.span, (*block.path, field.label), parts, own=True), facts)


def _answers(stretch: _Stretch, part: Part) -> bool:
    """Whether a length of time is the limit for an answer, by the words before it."""
    before = stretch.text[: max(part.span.start - stretch.span.start, 0)]
    sentence = re.split(r"[.;]", before)[-1]
    return _LIMIT.search(before) is not None and _ANSWER.search(sentence) is not None


def _too_long(part: Part) -> bool:
    """Whether a limit of time for an answer is more than 6 weeks; years are terms, not limits."""
    if not isinstance(part, Duration) or part.unit == "year":
        return False
    working = part.days in (DayKind.OPERATIONAL, DayKind.WORKING)
    return longer_than_weeks(DECISION_WEEKS, part.count, part.unit, working=working)


def _criteria(stretch: _Stretch, facts: Collector) -> None:
    words = stretch.text
    named = [name for name, pattern in _FOUR if pattern.search(words)]
    registered_or_licensed = any(pattern.search(words) for _, pattern in _FOUR[:2])
    if not registered_or_licensed or not _CRITERIA.search(words) or _BY_REGULATION.search(words):
        return
    missing = [name for name, _ in _FOUR if name not in named]
    facts.add(
        "choice_criteria",
        stretch.span,
        stretch.path,
        lacking=len(missing),
        shown={"name": "the criteria", "missing": "; ".join(missing), "written": words},
    )
