"""Limits on liability, and cover for clinical claims."""

from __future__ import annotations

import re

from clausecheck.facts.blocks import ref_of, state_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.standard_contract.standing import own_sentences, standing_of
from clausecheck.facts.derived.words.lines import line_of
from clausecheck.facts.fact import State
from clausecheck.facts.kinds import flag, kind, text, word
from clausecheck.model.draft import Draft
from clausecheck.patterns import Pattern

KINDS = (
    kind(
        "liability_limit",
        "Words that cap or exclude the liability of a party.",
        itself=flag("the draft is an NHS Standard Contract"),
        written=text("the words"),
    ),
    kind(
        "cover_gap",
        "A LIABILITY block that names no cover for clinical claims.",
        of=word("the LIABILITY block"),
        national=flag("the draft is on the NHS Standard Contract, or lies over or beside such contracts"),
        named=text("the cover that it does name, to go on from 'names'"),
    ),
)

_NONE = Pattern(
    r"^\W*(?:no|none|nil|unlimited|uncapped|not (?:capped|limited|applicable|agreed))\b|\bGC ?11\b"
    r"|\bapplies unchanged\b",
    re.I,
)
_LIMITS = Pattern(
    r"\bliabilit(?:y|ies)\b[^.;]{0,100}\b(?:(?:is|are|shall be|will be) (?:limited|capped) (?:to|at)"
    r"|(?:shall|will|may|does|is) not (?:to )?exceed)\s+(?:[\w-]+ ){0,4}?(?:£|\d)"
    r"|\bno liability (?:whatsoever )?(?:for|to)\b"
    r"|\b(?:excludes?|disclaims?) (?:all|any) liabilit(?:y|ies)\b",
    re.I,
)
_PART = Pattern(
    r"\bGC ?11\b|\bexcept\b|\bother than\b|\bsave\b|\brisk share\b|\bpool\b|\bloss(?:es)? share\b"
    r"|\bunder R\d|\binsur|\bVAT\b"
    r"|\btax\b|\bsub-?contractor|\bguarant|\bnothing\b|\bindirect\b|\bconsequential\b"
    r"|\bclinical negligence is not\b",
    re.I,
)
_CLINICAL = Pattern(
    r"\bclinical\b|\bCNST\b|\bNHS Resolution\b|\bmedical\b|\bmalpractice\b|\bnegligence\b|\bGC ?11\b"
    r"|\bNHSLA\b|\bCNSGP\b"
    r"|\bindemnity scheme|\bstate[- ]backed\b|\bprofessional indemnity\b|\ball (?:risks|claims)\b"
    r"|\bSchedule\b",
    re.I,
)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds each limit on liability, and each LIABILITY block that leaves clinical claims without cover."""
    standing = standing_of(draft)
    for sentence in own_sentences(draft, "liabilit", "£", "%", "million"):
        head = sentence.block.head.name
        capped = head == "LIABILITY" and sentence.label == "Cap" and not _NONE.search(sentence.said)
        limits = head in ("CLAUSE", "LIABILITY") and _LIMITS.search(sentence.said)
        if (capped and re.search(r"£|\d", sentence.said)) or (
            limits and sentence.label in ("", "Between the parties")
        ):
            if _PART.search(sentence.said):
                continue
            facts.add(
                "liability_limit",
                sentence.span,
                sentence.path,
                itself=standing.itself,
                shown={"name": "the limit", "written": sentence.shown},
            )
    for block in draft.of("LIABILITY"):
        fields = [field for label in ("Indemnity", "Insurance") if (field := block.get(label))]
        if not block.complete or any(state_of(field) is not State.STATED for field in fields):
            continue
        said = [line_of(field) for field in block.fields]
        if any(_CLINICAL.search(each) for each in said) or _clauses_cover(draft):
            continue
        facts.add(
            "cover_gap",
            fields[0].span if fields else block.span,
            (*block.path, fields[0].label) if fields else block.path,
            of=ref_of(block),
            national=standing.national,
            shown={
                "name": block.name,
                "named": "; ".join(line_of(field) for field in fields) or "no cover at all",
            },
        )


def _clauses_cover(draft: Draft) -> bool:
    return any(
        not block.complete
        or re.search(r"\b(?:CNST|clinical negligence|indemnity arrangements?)\b", each.raw, re.I)
        for block in draft.of("CLAUSE")
        for each in block.prose
    )
