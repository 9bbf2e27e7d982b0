"""The notice by which a contract is ended early, against its term; and what may end it for a breach."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from clausecheck.facts.arithmetic.calendars import canonical, later
from clausecheck.facts.arithmetic.dates import expiry_for
from clausecheck.facts.arithmetic.endings import runs_out
from clausecheck.facts.blocks import ref_of, state_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.frame.longest_term import extension_months
from clausecheck.facts.derived.frame.term import day_of, months_in
from clausecheck.facts.derived.risk_share.settling import unit_of
from clausecheck.facts.derived.standard_contract.local_term_words import ONE_MISS
from clausecheck.facts.derived.standard_contract.standing import standing_of
from clausecheck.facts.derived.words.lines import line_of, words_of
from clausecheck.facts.derived.words.sentences import Sentence, about
from clausecheck.facts.fact import State
from clausecheck.facts.kinds import flag, kind, text, word
from clausecheck.model.draft import Block, Draft, Field, parts_in
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
    kind(
        "breach_ground",
        "A ground for termination that is a breach.",
        national=flag("the draft is on the NHS Standard Contract, or lies over or beside such contracts"),
        at_once=flag("any breach is enough, and it ends the contract at once"),
        no_time=flag("nothing in the draft gives the party in breach time to put it right"),
        written=text("the ground as written"),
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
_BREACH = Pattern(r"\bbreach", re.I)
_TIMED = Pattern(
    r"\bremed|\bput (?:\w+ ){0,3}right\b|\bcur(?:e|ed|able)\b|\bGC ?17\b|\bimprovement notice\b"
    r"|\brectif|\bgrace\b|\bwarning\b|\bPSR\b|\bprocurement\b",
    re.I,
)
_AT_ONCE = Pattern(
    r"\bat once\b|\bwith immediate effect\b|\bimmediate(?:ly)?\b|\bforthwith\b|\bwithout notice\b"
    r"|\bwithout delay\b|\bstraight away\b",
    re.I,
)
_ANY = Pattern(r"\b(?:any|every|each|a single|one)(?: (?:material|other|minor|single))? breach", re.I)
_PERSISTS = Pattern(r"\bpersist|\brepetit|\brepeat", re.I)
_GRAVE = Pattern(
    r"\bfraud|\bbribery\b|\bcorrupt|\bprohibited acts?\b|\brepudiat|\birremediable\b|\bconfidential", re.I
)
# A breach of one provision, which may be grave, and not of any.
_OF_ONE = Pattern(r" of (?!(?:this|the|its|their|any)\b)", re.I)
_MAY_END = Pattern(
    r"\b(?:may|can|is entitled to|has (?:the|a) right to) (?:\w+ )?(?:terminate|end)\b"
    r"(?! (?:its|the|a|any|his|their) (?:membership|sub-?contract|employ|lease|licen))",
    re.I,
)
_ONLY = Pattern(r"\bnot?\b|\bnever\b|\bunless\b|\bexcept\b|\bsubject to\b|\bsub-?contract|\bneither\b", re.I)
_TITLE = Pattern(r"\bterminat|\bending\b|\bend of\b", re.I)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds the notices of each TERMINATION block, and the grounds that are a breach, in clauses too."""
    standing = standing_of(draft)
    blocks = list(draft.of("TERMINATION"))
    life = _life(draft)
    for block in blocks:
        _gap(draft, block, standing.itself, facts)
        _earliest(draft, block, facts)
        if life:
            for side, label in _SIDES:
                _notice(block, side, label, life, facts)
    timed = any(block.get("Remedy period") or not block.complete for block in blocks) or _timed_somewhere(
        draft
    )
    for block in blocks:
        field = block.get("Grounds")
        if field is not None and state_of(field) is State.STATED:
            _grounds(block, field, timed, standing.national, facts)
    for said in about(draft, "breach"):
        _in_clause(said, standing.national, facts)


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


def _timed_somewhere(draft: Draft) -> bool:
    """Whether a clause gives a party in breach time."""
    for clause in draft.of("CLAUSE"):
        if not clause.complete:
            return True
        said = " ".join(text.raw for text in clause.prose)
        if _BREACH.search(said) and _TIMED.search(said):
            return True
    return False


def _grounds(block: Block, field: Field, timed: bool, national: bool, facts: Collector) -> None:
    said = line_of(field)
    if not _BREACH.search(said):
        return
    breaches = [part for part in _listed(field) if _BREACH.search(part)]
    # A breach that goes on has had its warning, and one miss of a figure is another fault.
    mild = [
        part
        for part in breaches
        if not (_GRAVE.search(part) or _PERSISTS.search(part) or ONE_MISS.says.search(part))
    ]
    if not mild:
        return
    at_once = [
        part for part in mild if _ANY.search(part) and _AT_ONCE.search(part) and not _TIMED.search(part)
    ]
    facts.add(
        "breach_ground",
        field.span,
        (*block.path, "Grounds"),
        national=national,
        at_once=bool(at_once),
        no_time=not timed and not _TIMED.search(said),
        shown={"name": block.name, "written": (at_once or mild)[0]},
    )


def _in_clause(said: Sentence, national: bool, facts: Collector) -> None:
    """A sentence of a clause by which any breach ends the contract at once."""
    if said.block is None or said.block.head.name != "CLAUSE" or said.label:
        return
    ends, any_breach = _MAY_END.search(said.text), _ANY.search(said.text)
    others = _TIMED.search(said.text) or _GRAVE.search(said.text) or _PERSISTS.search(said.text)
    one = any_breach and _OF_ONE.match(said.text, any_breach.end())
    if ends is None or any_breach is None or one or others or _ONLY.search(said.text):
        return
    if _AT_ONCE.search(said.text) and not _TIMED.search(said.around):
        facts.add(
            "breach_ground",
            said.span,
            said.path,
            national=national,
            at_once=True,
            no_time=False,
            shown={"name": said.name, "written": said.text},
        )


def _listed(field: Field) -> list[str]:
    """The grounds of a line one by one; a tail such as `, at once` stays with what it belongs to."""
    found: list[str] = []
    for part in re.split(r"[;,]\s+|\.\s", field.raw if field.value is not None else ""):
        if found and _AT_ONCE.match(part):
            found[-1] += f", {part.strip()}"
        else:
            found.append(part.strip())
    return [*found, *(entry.raw.strip() for entry in field.entries)]
