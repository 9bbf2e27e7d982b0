"""What may end a contract for a breach, and whether the party in breach has time to put it right."""

from __future__ import annotations

import re

from clausecheck.facts.blocks import state_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.standard_contract.ending_words import ONE_MISS
from clausecheck.facts.derived.standard_contract.standing import standing_of
from clausecheck.facts.derived.words.lines import line_of
from clausecheck.facts.derived.words.sentences import Sentence, about
from clausecheck.facts.fact import State
from clausecheck.facts.kinds import flag, kind, text
from clausecheck.model.draft import Block, Draft, Field
from clausecheck.patterns import Pattern

KINDS = (
    kind(
        "breach_ground",
        "A ground for termination that is a breach.",
        national=flag("the draft is on the NHS Standard Contract, or lies over or beside such contracts"),
        at_once=flag("any breach is enough, and it ends the contract at once"),
        no_time=flag("nothing in the draft gives the party in breach time to put it right"),
        written=text("the ground as written"),
    ),
)

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


def derive(draft: Draft, facts: Collector) -> None:
    """Adds the grounds of each TERMINATION block that are a breach, and those that clauses have."""
    national = standing_of(draft).national
    blocks = list(draft.of("TERMINATION"))
    timed = any(block.get("Remedy period") or not block.complete for block in blocks) or _timed_somewhere(
        draft
    )
    for block in blocks:
        field = block.get("Grounds")
        if field is not None and state_of(field) is State.STATED:
            _grounds(block, field, timed, national, facts)
    for said in about(draft, "breach"):
        _in_clause(said, national, facts)


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
