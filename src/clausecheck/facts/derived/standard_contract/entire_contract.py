"""Clauses that shut out documents which the draft lists, and an order that leaves a part out."""

from __future__ import annotations

import re

from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.words.lines import line_of
from clausecheck.facts.derived.words.sentences import sentences
from clausecheck.facts.fact import Fact
from clausecheck.facts.kinds import kind, text
from clausecheck.model.draft import Draft
from clausecheck.patterns import Pattern

KINDS = (
    kind(
        "shut_out",
        "A sentence by which no other document counts, in a draft that lists documents as part of it.",
        written=text("the sentence"),
        listed=text("the reference that lists documents, with its title"),
    ),
    kind(
        "order_gap",
        "An order of precedence that names two of the three parts of the Contract and not the third.",
        missing=text("the part that it leaves out"),
        order=text("the order of the three parts"),
    ),
)

_NO_OTHER = Pattern(
    r"\bno other (?:documents?|agreements?|policy|policies|arrangements?)\b[^.;]*"
    r"\b(?:appl(?:y|ies)|forms?|binds?|has effect|have effect|(?:is|are) (?:a )?part|governs?)\b",
    re.I,
)
_SUPERSEDES = Pattern(
    r"\b(?:supersedes?|replaces?|extinguish(?:es)?)\b[^.;]*"
    r"\b(?:tenders?|bids?|method statements?|commissioner documents?)\b",
    re.I,
)
_EXCEPT = Pattern(
    r"\bexcept|\bsave\b|\bother than\b|\bapart from\b|\blisted\b|\breferred to\b|\bschedules?\b"
    r"|\bannex|\bincorporated\b|\bunless\b|\bsubject to\b",
    re.I,
)
_BIDS = ("Documents Relied On", "Commissioner Documents")
_AGREEMENTS = ("Other Local Agreements, Policies and Procedures",)
_PARTS = (
    ("General Conditions", Pattern(r"\bgeneral conditions?\b|\bGCs?\b", re.I)),
    ("Service Conditions", Pattern(r"\bservice conditions?\b|\bSCs?\b", re.I)),
    ("Particulars", Pattern(r"\bparticulars\b", re.I)),
)
_WHOLE = Pattern(
    r"\bstandard contract\b|\bservices? contracts?\b|\bhead contract\b|\bthe contract\b"
    r"|\bGC ?1\b|\b(?:the|national) conditions\b",
    re.I,
)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds each clause that shuts listed documents out, and an order that is not complete."""
    for said in sentences(draft):
        if said.block is None or said.block.head.name != "CLAUSE" or _EXCEPT.search(said.text):
            continue
        other, older = _NO_OTHER.search(said.text), _SUPERSEDES.search(said.text)
        match = other or older
        found = _listing((*_BIDS, *_AGREEMENTS) if other else _BIDS, facts) if match else None
        if match and found and not said.negated_before(match.start()):
            facts.add(
                "shut_out",
                said.span,
                said.path,
                shown={"name": said.text, "written": said.text, "listed": found.shown["named"]},
                spans={"listed": found.span},
            )
    _order_gap(draft, facts)


def _listing(titles: tuple[str, ...], facts: Collector) -> Fact | None:
    """The first reference to a schedule that lists documents."""
    return next(
        (
            fact
            for fact in facts.of("provision")
            if fact.shown["title"] in titles and not fact.values["denied"]
        ),
        None,
    )


def _order_gap(draft: Draft, facts: Collector) -> None:
    field = draft.contract.get("Precedence") if draft.contract else None
    said = line_of(field)
    if draft.contract is None or field is None or _WHOLE.search(said):
        return
    missing = [name for name, pattern in _PARTS if not pattern.search(said)]
    if len(missing) == 1:
        facts.add(
            "order_gap",
            field.span,
            (*draft.contract.path, field.label),
            shown={
                "name": said,
                "missing": missing[0],
                "order": ", then ".join(name for name, _ in _PARTS),
            },
        )
