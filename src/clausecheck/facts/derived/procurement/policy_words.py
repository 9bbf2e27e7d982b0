"""Policy that a draft cites by an old number, or calls law."""

from __future__ import annotations

import re

from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.words import walk
from clausecheck.facts.kinds import kind, text, word
from clausecheck.model.draft import Draft
from clausecheck.patterns import Pattern
from clausecheck.spans import Span

KINDS = (
    kind(
        "old_policy_note",
        "A Procurement Policy Note that is cited by the number it had before the notes were renumbered.",
        written=text("the citation as written"),
        number=text("its number now"),
        subject=text("what it is about"),
    ),
    kind(
        "called_law",
        "Policy or a voluntary scheme that a draft calls a duty in law.",
        subject=word("living wage or evergreen"),
        written=text("the words"),
    ),
)

_NOTE = Pattern(
    r"\b(?:PPN|Procurement Policy Note|Policy Note)\s*(?:No\.?\s*)?(?P<number>06/(?:20)?20|06/(?:20)?21"
    r"|02/(?:20)?23)\b",
    re.I,
)
_NOW = {
    "06/20": ("PPN 002", "social value"),
    "06/21": ("PPN 006", "carbon reduction plans"),
    "02/23": ("PPN 009", "modern slavery"),
}
_PAST = Pattern(
    r"\bformer|\bpreviously\b|\breplaced\b|\brenumbered\b|\bsuperseded\b|\bonce\b|\bthen\b|\bwas\b|\bwere\b",
    re.I,
)
_LAW = Pattern(
    r"\b(?:by|in|under|at) law\b|\blegal(?:ly)? (?:requir|oblig|bound|duty|minimum|condition)|\bstatut"
    r"|\b(?:requir\w+|mandat\w+|demand\w+|impos\w+) (?:by|under) (?:the )?"
    r"(?:PSR|Provider Selection Regime|Procurement Act|Regulations)",
    re.I,
)
_NOT_LAW = Pattern(
    r"\bnot (?:a |an )?(?:\w+ )?(?:legal|statut|required|bound|mandatory|law)|\bno (?:legal|statut|law)"
    r"|\bvoluntar|\boption|\babove the (?:legal|statutory)|\brather than\b|\bmore than the (?:legal|statut)",
    re.I,
)
_SCHEMES = (
    (
        "living wage",
        Pattern(r"\bReal Living Wage\b|(?<!National )(?<!national )\bLiving Wage Foundation\b", re.I),
    ),
    (
        "evergreen",
        Pattern(r"\bEvergreen (?:Sustainable )?(?:Supplier|assessment|level|score|rating|maturity)", re.I),
    ),
)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds each old number of a note, and each scheme that is called law."""
    for words in walk.words(draft):
        for match in _NOTE.finditer(words.text):
            old = f"{match['number'][:3]}{match['number'][-2:]}"
            number, subject = _NOW[old]
            if _PAST.search(words.text) or number in words.text:
                continue
            facts.add(
                "old_policy_note",
                Span(words.span.start + match.start(), words.span.start + match.end()),
                words.path,
                shown={"name": match[0], "written": match[0], "number": number, "subject": subject},
            )
        for name, pattern in _SCHEMES:
            if pattern.search(words.text) and _LAW.search(words.text) and not _NOT_LAW.search(words.text):
                facts.add(
                    "called_law",
                    words.span,
                    words.path,
                    subject=name,
                    shown={"name": name, "written": words.text},
                )
