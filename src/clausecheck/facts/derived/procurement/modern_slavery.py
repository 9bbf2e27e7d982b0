"""Modern slavery: when its risk was assessed, the terms that follow, and whose statement is due."""

from __future__ import annotations

import re
from datetime import date

from clausecheck.facts.arithmetic.calendars import canonical
from clausecheck.facts.blocks import choice_of, money_of, ref_of, state_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.frame.parties import PROVIDING, kind_of_party, roles
from clausecheck.facts.derived.frame.term import day_of
from clausecheck.facts.derived.procurement.psr import (
    CALL_OFF,
    COMPETITIVE,
    MINI_COMPETITION,
    place_of,
    publication_day,
)
from clausecheck.facts.derived.words import walk
from clausecheck.facts.derived.words.lines import line_of, whole
from clausecheck.facts.fact import State
from clausecheck.facts.kinds import day, flag, kind, money, text, word
from clausecheck.model.draft import Block, Draft, Field, parts_in
from clausecheck.model.values import Day, Reference
from clausecheck.patterns import Pattern

KINDS = (
    kind(
        "modern_slavery",
        "What a procurement says of the risk of modern slavery.",
        procurement=word("the PROCUREMENT block"),
        late=flag("the risk was assessed too late, or not at all"),
        risk=flag("a risk was found"),
        terms=flag("something says what is done about it, here or elsewhere in the draft"),
        relies=flag("a call-off relies on the assessment that was made for its framework"),
        holds=flag("it says that this assessment still holds"),
        begun=day("when the award process began", optional=True),
        decided=day("when the award was decided or made", optional=True),
        said=text("what is late, as a clause"),
        written=text("the line as written"),
    ),
    kind(
        "statement_due",
        "A commercial provider whose turnover the draft states.",
        party=word("the party's id"),
        turnover=money("its yearly turnover"),
        named=flag("the draft names a modern slavery statement, or was not read in full"),
    ),
)

# An LLP or SPV is often made for the contract, and what it will turn over is no turnover yet.
_COMMERCIAL = frozenset({"independent", "care home", "GP federation"})
_COMPETED = frozenset({COMPETITIVE, "open procedure", "competitive flexible procedure"})
_LATER = Pattern(
    r"\bassess\w*\b[^.;]{0,30}\b(?:after|following|upon|on)\s+(?:the\s+)?(?:contract\s+)?"
    r"(?:award|signature|signing|mobilisation)\b"
    r"|\bassess\w*\b[^.;]{0,30}\bafter (?:the )?(?:contract (?:is|has been) (?:signed|awarded)"
    r"|services (?:start|begin))",
    re.I,
)
_NOT_ASSESSED = Pattern(
    r"\bnot (?:yet )?(?:been )?assessed\b|\bno (?:risk )?assessment\b|^\W*(?:none|no)\W*$", re.I
)
_NO_RISK = Pattern(
    r"\b(?:no|low|minimal|negligible) (?:\w+ )?(?:risks?|concerns?|issues?)\b|\bno (?:high|significant)\b"
    r"|\bnothing\b|\bnone\b",
    re.I,
)
_RISK = Pattern(
    r"\b(?:high|medium|moderate|significant|material|elevated|raised)(?:er)?[- ](?:\w+ )?risks?\b"
    r"|\brisks?\b(?!\s+assess)[^.;,]{0,40}\b(?:found|identified|high|significant|medium|moderate)\b"
    r"|\b(?:found|identified)\b[^.;,]{0,20}\brisks?\b",
    re.I,
)
_TERMS = Pattern(
    r"\bdue diligence\b|\bflow(?:s|ed)?[- ]down\b|\btraceab|\bcorrective\b|\bsub-?contractor|\baudit"
    r"|\binspect|\bmitigat|\baction plan\b|\bmonitor|\bclauses?\b|\bconditions?\b|\bco-?operat|\btrain",
    re.I,
)
_NO_TERMS = Pattern(r"\bno (?:\w+ )?(?:terms|action|clauses?|conditions?)\b|\bterms:? none\b", re.I)
_SLAVERY = Pattern(r"\bmodern slavery\b|\bslavery and human trafficking\b", re.I)
_STATEMENT = Pattern(r"\bstatement", re.I)
_FRAMEWORK = Pattern(r"\bframework|\bdynamic market\b", re.I)
_HOLDS = Pattern(
    r"\bstill\b|\bcurrent\b|\bvalid\b|\bunchanged\b|\breviewed\b|\bre-?assess|\bconfirm|\bup to date\b"
    r"|\bnothing has changed\b",
    re.I,
)
_STALE = Pattern(
    r"\bstale\b|\bout of date\b|\bno longer\b|\bnot (?:since )?(?:reviewed|current|valid)\b", re.I
)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds what each procurement says of modern slavery, and the providers that owe a statement."""
    for block in draft.of("PROCUREMENT"):
        field = block.get("Modern slavery")
        if field is not None and state_of(field) is State.STATED:
            _assessment(draft, block, field, facts)
    _statements(draft, facts)


def _assessment(draft: Draft, block: Block, field: Field, facts: Collector) -> None:
    words, route = line_of(field), choice_of(block, "Route")
    decided, what = _decided(draft, block)
    called = route in (CALL_OFF, MINI_COMPETITION)
    relies = called and _FRAMEWORK.search(words) is not None and not _NOT_ASSESSED.search(words)
    said = "" if relies else _late(block, field, words, decided, what)
    facts.add(
        "modern_slavery",
        place_of(field, block),
        (*block.path, field.label),
        procurement=ref_of(block),
        late=bool(said),
        risk=_RISK.search(words) is not None and _NO_RISK.search(words) is None,
        terms=_has_terms(draft, block, field, words),
        relies=relies,
        holds=_HOLDS.search(words) is not None and _STALE.search(words) is None,
        begun=day_of(block, "Procedure begun") or publication_day(block.get("Intended approach notice")),
        decided=decided,
        shown={"name": block.name, "said": said, "written": words},
    )


def _decided(draft: Draft, block: Block) -> tuple[date | None, str]:
    """The day before which the risk must have been assessed, or one that is surely later, and what it is.

    With competition that is the notice inviting offers, for which drafts have no line: the intention to
    award comes after it.
    """
    if choice_of(block, "Route") in _COMPETED and (
        published := publication_day(block.get("Intention to award notice"))
    ):
        return published, "the intention to award was published"
    for owner, label, what in (
        (block, "Award date", "the contract was awarded"),
        (block, "Contract signed", "the contract was signed"),
        (draft.contract, "Date of contract", "the contract was made"),
    ):
        if found := day_of(owner, label):
            return found, what
    return None, ""


def _late(block: Block, field: Field, words: str, decided: date | None, what: str) -> str:
    if _NOT_ASSESSED.search(words):
        return f'The risk of modern slavery is not assessed in {block.name}: "{words}"'
    days = [part.day for value in field.values() for part in parts_in(value) if isinstance(part, Day)]
    assessed = next((each for each in days if each is not None), None)
    if assessed is None:
        return (
            f'The risk of modern slavery in {block.name} is left until "{words}"'
            if _LATER.search(words)
            else ""
        )
    competed = choice_of(block, "Route") in _COMPETED
    if decided is None or assessed < decided or (assessed == decided and not competed):
        return ""
    after = (assessed - decided).days
    gap = f"{after} day{'' if after == 1 else 's'} after" if after else "the day on which"
    return (
        f"The risk of modern slavery in {block.name} was assessed on {canonical(assessed)}, {gap} {what}"
        + (f" on {canonical(decided)}" if after else "")
    )


def _has_terms(draft: Draft, block: Block, field: Field, words: str) -> bool:
    """Whether the line says what is done, or points to it, or another line of the draft speaks of slavery."""
    parts = [part for value in field.values() for part in parts_in(value)]
    if any(isinstance(part, Reference) for part in parts):
        return True
    if _TERMS.search(words) and not _NO_TERMS.search(words):
        return True
    if not whole(draft):
        return True
    return any(
        _SLAVERY.search(found.text) and not (found.block is block and found.label == field.label)
        for found in walk.words(draft)
    )


def _statements(draft: Draft, facts: Collector) -> None:
    named = not whole(draft) or any(
        (_SLAVERY.search(found.text) or found.label == "Modern slavery") and _STATEMENT.search(found.text)
        for found in walk.words(draft)
    )
    for party in draft.of("PARTY"):
        turnover = money_of(party, "Turnover")
        if turnover is None or kind_of_party(party) not in _COMMERCIAL or not roles(party) & PROVIDING:
            continue
        field = party.get("Turnover")
        facts.add(
            "statement_due",
            place_of(field, party),
            (*party.path, "Turnover"),
            party=ref_of(party),
            turnover=turnover,
            named=named,
            shown={"name": party.title or party.id, "turnover": field.raw if field else ""},
        )
