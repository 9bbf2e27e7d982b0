"""References to the NHS Standard Contract and to clauses of the draft, against what there is."""

from __future__ import annotations

import re

from clausecheck.facts.collector import Collector
from clausecheck.facts.derived import walk
from clausecheck.facts.kinds import count, flag, kind, text, word
from clausecheck.model.draft import Draft
from clausecheck.model.values import Reference
from clausecheck.spans import Span

KINDS = (
    kind(
        "reference",
        "A pointer to a provision: a Service or General Condition, a schedule, a regulation, a clause.",
        system=word("SC, GC, Schedule, PSR, regulation or clause"),
        number=word("everything after the system: 36, 2A, 12(3)"),
        whole=count("the number without letters and sub-clauses: 36, 2, 12"),
        letter=word("the letter of a schedule", optional=True),
        schedule=word("the schedule with its letter, such as 2I", optional=True),
        label=word("the label it stands under; empty in prose"),
        in_draft=flag("it is a clause, and the draft has that clause"),
        draft_has_clauses=flag("the draft has CLAUSE blocks at all"),
        written=text("the reference as written"),
        where=text("the label and block it stands in"),
    ),
    kind(
        "amendment",
        "Words that claim to disapply or change a national term of the NHS Standard Contract.",
        system=word("SC or GC"),
        number=word("the condition's number"),
        verb=text("the word that does it"),
        written=text("the reference as written"),
    ),
)

_CLAIM = re.compile(
    r"\b(disappl\w*|amend\w*|vari(?:es|ed)|replac\w*|overrid\w*|supersed\w*|exclud\w*|delet\w*|waiv\w*|modif\w*"
    r"|do(?:es)? not apply|shall not apply|will not apply|is not to apply|no effect)\b",
    re.I,
)
_NEGATED = re.compile(r"\b(?:no|not|nothing|never|none|without|neither|cannot)\b", re.I)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds every reference, and each claim to change a national condition."""
    clauses = {block.id for block in draft.of("CLAUSE")}
    for found in walk.parts(draft):
        if isinstance(found.part, Reference):
            _reference(found.part, found, clauses, facts)
    for words in walk.words(draft):
        _amendments(words, facts)


def _reference(reference: Reference, found: walk.Found, clauses: set[str], facts: Collector) -> None:
    match = re.match(r"(\d+)(?:\.\d+)*([A-Z])?", reference.number)
    whole = int(match[1]) if match else 0
    letter = match[2] if match and reference.system == "Schedule" else None
    top = reference.number.split("(")[0]
    held = any(clause == top or clause.startswith(top + ".") for clause in clauses)
    facts.add(
        "reference",
        reference.span,
        found.path,
        system=reference.system,
        number=reference.number,
        whole=whole,
        letter=letter,
        schedule=f"{whole}{letter or ''}" if reference.system == "Schedule" else None,
        label=found.label,
        in_draft=reference.system == "clause" and held,
        draft_has_clauses=bool(clauses),
        shown={"name": reference.raw, "written": reference.raw, "where": found.where},
    )


_CONDITION = re.compile(r"\b(SC|GC|Service Conditions?|General Conditions?)[ \t]?(\d+)", re.I)
_SENTENCE = re.compile(r"[.;]\s|$")


def _amendments(words: walk.Words, facts: Collector) -> None:
    """A claim and a condition in the same sentence, and no "not" before the claim."""
    start = 0
    for stop in _SENTENCE.finditer(words.text):
        sentence = words.text[start : stop.start()]
        claim = _CLAIM.search(sentence)
        condition = _CONDITION.search(sentence)
        if (
            claim
            and condition
            and not _NEGATED.search(sentence[: claim.start()])
            and _aims(sentence, claim, condition)
        ):
            at = words.span.start + start + condition.start()
            facts.add(
                "amendment",
                Span(at, at + len(condition[0])),
                words.path,
                system="SC" if condition[1].lower().startswith("s") else "GC",
                number=condition[2],
                shown={"name": condition[0], "verb": claim[0], "written": condition[0]},
            )
        start = stop.end()


def _aims(sentence: str, claim: re.Match[str], condition: re.Match[str]) -> bool:
    """Whether the claim is about the condition, and not made "under" or "in line with" it."""
    before = sentence[max(0, condition.start() - 24) : condition.start()]
    if re.search(
        r"\b(?:under|by|with|per|in line with|accordance with|pursuant to|through|via|to)\s*$", before
    ):
        return False
    gap = (
        sentence[claim.end() : condition.start()]
        if claim.end() <= condition.start()
        else sentence[condition.end() : claim.start()]
    )
    return len(gap.split()) <= 6
