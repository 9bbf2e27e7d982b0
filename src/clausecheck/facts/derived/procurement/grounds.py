"""The grounds for termination that PSR reg 22 asks of every contract, by the law that applies to it."""

from __future__ import annotations

import re
from datetime import date

from clausecheck.facts.arithmetic.calendars import canonical
from clausecheck.facts.blocks import choice_of, ref_of, state_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.frame.term import day_of
from clausecheck.facts.derived.procurement.psr import DAP_C, MSP, place_of, psr_blocks, publication_day
from clausecheck.facts.derived.words.lines import line_of
from clausecheck.facts.derived.words.named_clauses import clauses_named
from clausecheck.facts.fact import State
from clausecheck.facts.kinds import count, flag, kind, text, word
from clausecheck.model.draft import Block, Draft, Field
from clausecheck.patterns import Pattern

KINDS = (
    kind(
        "psr_grounds",
        "The PSR reg 22 grounds for termination that a draft states.",
        procurement=word("the PROCUREMENT block"),
        stated=flag("it has a line for them"),
        absent=flag("it has no line for them, and was read in full"),
        four_apply=flag("the four grounds in force since 24 February 2025 apply, not the first two"),
        unsure=flag("no beginning of the procedure is stated, and it may lie before 24 February 2025"),
        lacking=count("how many of the grounds that apply are not there"),
        standard=flag("the contract is on the NHS Standard Contract, or refers its termination to GC17"),
        missing=text("the grounds that are not there"),
        needed=text("how many grounds apply: four, or two"),
        begun=text("the day that decides which law applies"),
    ),
)

FOUR_FROM = date(2025, 2, 24)
"""SI 2025/163 regs 28 and 34: contracts awarded, and procedures begun, from this day on."""
_SURELY_FOUR_FROM = date(2026, 2, 24)
"""An award from this day on has begun under the new law, as far as anybody waits less than a year for it."""

_GROUNDS = (
    ("a modification that reg 13 does not allow", Pattern(r"modif|variation|varied", re.I)),
    (
        "a provider that should have been excluded at award",
        Pattern(
            r"(?:should|ought to) (?:not )?have been (?:excluded|awarded)"
            r"|exclu\w+ (?:should|ought to) have (?:applied|been)"
            r"|exclu\w+ (?:at|on|before|when) (?:(?:the|its|this|time|date|of|it|contract|was) ){0,5}award"
            r"|20\(1\)|20A\(3\)",
            re.I,
        ),
    ),
    (
        "a provider that has become excluded or excludable since",
        Pattern(
            r"(?:since|later|now)(?: become)? (?:an )?(?:excluded|excludable)"
            r"|bec(?:omes?|ame|oming) (?:an )?(?:excluded|excludable)|(?:after|since) (?:the )?award",
            re.I,
        ),
    ),
    (
        "a sub-contractor that is excluded or excludable",
        Pattern(
            r"sub-?contractors?\b[^,;]*(?:exclu|debar)|exclu\w+[^,;]*sub-?contractor"
            r"|sub-?contractors?\b[^,;]*\b(?:becomes?|is|are) (?:so|one|such|either)\b",
            re.I,
        ),
    ),
)
_FIRST_TWO = 2
_ALL = Pattern(r"\ball (?:four|the|of the|grounds)\b|\bevery ground\b|\bthe four\b", re.I)
_REGULATION = Pattern(r"\bPSR\b|\breg(?:ulation)?\.? ?22\b|\bstatutory grounds?\b", re.I)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds what each PSR procurement's contract says of the grounds of reg 22."""
    termination = next(draft.of("TERMINATION"), None)
    for block in psr_blocks(draft):
        _grounds(draft, block, termination, facts)


def missing_grounds(words: str, four: bool) -> list[str]:
    """Those of the grounds that apply (four, or the first two) that words do not give.

    Words that name none of them one by one but take in the regulation, or "all four", give all of them.
    """
    wanted = _GROUNDS if four else _GROUNDS[:_FIRST_TWO]
    lacking = [name for name, pattern in wanted if not pattern.search(words)]
    none_named = not any(pattern.search(words) for _, pattern in _GROUNDS)
    if _REGULATION.search(words) and (_ALL.search(words) or none_named):
        return []
    return lacking


def process_day(block: Block) -> date | None:
    """The day on which the award process began: as stated, or that of the notice it begins with."""
    notice = {MSP: "Intended approach notice", DAP_C: "Intention to award notice"}.get(
        choice_of(block, "Route") or "", "Intended approach notice"
    )
    return day_of(block, "Procedure begun") or publication_day(block.get(notice))


def begun_unknown(draft: Draft, block: Block) -> bool:
    """Whether the process may have begun before 24 February 2025, though the award came after it.

    No beginning is stated, and the award or the contract is of the year after that day.
    """
    day = decisive_day(draft, block)
    return process_day(block) is None and day is not None and FOUR_FROM <= day < _SURELY_FOUR_FROM


def decisive_day(draft: Draft, block: Block) -> date | None:
    """The day that decides which text of reg 22 applies: when the award process began, else the award."""
    return (
        process_day(block)
        or day_of(block, "Award date")
        or day_of(draft.contract, "Date of contract")
        or day_of(draft.contract, "Service Commencement Date")
    )


def _grounds(draft: Draft, block: Block, termination: Block | None, facts: Collector) -> None:
    fields = [
        (owner, field)
        for owner, label in ((block, "Termination grounds"), (termination, "PSR grounds"))
        if owner is not None and (field := owner.get(label)) is not None
    ]
    if any(state_of(field) is not State.STATED for _, field in fields):
        return
    general = termination.get("Grounds") if termination else None
    words = "; ".join(line_of(field) for _, field in fields)
    clauses = clauses_named(draft, words)
    if clauses is None or not all(clause.complete for clause in clauses):
        return
    prose = [text.raw for clause in clauses for text in clause.prose]
    # What the general grounds say counts too: no line has to say a thing twice.
    said = "; ".join(part for part in (words, line_of(general), *prose) if part)
    day = decisive_day(draft, block)
    four = day is None or day >= FOUR_FROM
    missing = missing_grounds(said, four)
    read = block.complete and (termination is None or termination.complete)
    owner, place = fields[0] if fields else (block, None)
    facts.add(
        "psr_grounds",
        place_of(place, owner),
        (*owner.path, place.label) if place else owner.path,
        procurement=ref_of(block),
        stated=bool(fields),
        absent=not fields and read,
        four_apply=four,
        unsure=four and begun_unknown(draft, block),
        lacking=len(missing),
        standard=_on_standard(facts, general, said),
        shown={
            "name": block.name,
            "missing": "; ".join(missing),
            "needed": "four" if four else "two",
            "begun": canonical(day) if day else "",
        },
    )


def _on_standard(facts: Collector, general: Field | None, said: str) -> bool:
    form = next(iter(facts.of("form")), None)
    standard = form is not None and form.values.get("standard") is True
    return standard or "GC17" in said.replace(" ", "") or "GC17" in line_of(general).replace(" ", "")
