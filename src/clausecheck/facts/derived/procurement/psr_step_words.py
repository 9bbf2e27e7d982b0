"""Sentences about steps of a PSR award, or a change of provider, that leave out what the law asks for."""

from __future__ import annotations

import re

from clausecheck.facts.derived.words.sentences import Sentence
from clausecheck.patterns import Pattern

_SUCCESSION = Pattern(
    r"\bsuccess(?:or|ion)\b|\bmerge[rs]?\b|\bmerged\b|\bmerging\b|\bacqui(?:red?s?|sition)\b|\btake-?over\b"
    r"|\btaken over\b|\bnovat",
    re.I,
)
_AUTOMATIC = Pattern(
    r"\bautomatic|\bwithout (?:any )?(?:further )?(?:check|consent|assessment|step)"
    r"|\bcontract (?:then |thereupon |in that case )?(?:passes|transfers) to\b"
    r"(?![^.;]*\b(?:consent|approv|agree))",
    re.I,
)
_A_PROVIDER = Pattern(
    r"\bproviders?\b|\bcontractors?\b|\bcompany\b|\bCIC\b|\bcontract holder\b"
    r"|\bcontract\b[^.;]{0,20}\b(?:passes|transfers|is transferred|goes over|novates)\b",
    re.I,
)
_TESTED = Pattern(r"\bselection criteria\b|\b13\(1\)\(b\)|\bsub-?contract", re.I)

_ON_PAPER = Pattern(
    r"\b(?:offers?|bids?|tenders?)\b[^.;]{0,80}\b(?:by (?:post|hand|courier)|on paper|in hard copy"
    r"|in (?:a )?sealed envelopes?|posted)\b",
    re.I,
)
_ELECTRONIC = Pattern(
    r"\belectronic|\bonline\b|\bportal\b|\be-?mail|\bplatform\b|\bnot\b|\bno\b|\bnever\b", re.I
)

_ABANDON = Pattern(r"\babandon(?:s|ed|ing|ment)?\b", re.I)
_AN_AWARD = Pattern(r"\bprocurement\b|\baward\b|\bprocess\b|\bprocedure\b|\bcompetition\b", re.I)
_MADE_KNOWN = Pattern(r"\bnotice|\bpublish|\bnotif|\breg(?:ulation)?s?\.? ?15\b", re.I)

_LOSERS = Pattern(
    r"\b(?:unsuccessful|losing|rejected) (?:\w+ )?(?:providers?|bidders?|tenderers?|offer)", re.I
)
_TOLD = Pattern(r"\bletter|\binform|\bnotif|\btold\b|\bwrit(?:es?|ten|ing)\b|\btells?\b", re.I)
_AS_LAW = Pattern(r"\bSchedule 9\b|\bSch\.? ?9\b|\breg(?:ulation)?\.? ?11\(8\)|\bas the PSR\b", re.I)
_LETTER = (
    ("the award criteria", Pattern(r"\bcriteri", re.I)),
    (
        "the reasons why they lost and the winner won",
        Pattern(r"\breasons?\b|\bwhy\b|\bscores?\b|\bfeedback\b", re.I),
    ),
    (
        "the days in which representations can be made",
        Pattern(r"\bstandstill\b|\brepresentation|\bwindow\b|\bdates?\b", re.I),
    ),
)


def on_paper(sentence: Sentence) -> bool:
    """Whether offers are to come on paper (PSR Schedule 8)."""
    return bool(_ON_PAPER.search(sentence.text)) and not _ELECTRONIC.search(sentence.text)


def automatic_successor(sentence: Sentence) -> bool:
    """Whether a contract passes to a provider of which nobody says that it is tested (PSR reg 13(1)(b))."""
    said = sentence.text
    return bool(
        _SUCCESSION.search(said)
        and _AUTOMATIC.search(said)
        and _A_PROVIDER.search(said)
        and not re.search(r"\bnot\b|\bno\b", said, re.I)
        and not _TESTED.search(sentence.around)
    )


def abandoned(sentence: Sentence) -> bool:
    """Whether an award process is abandoned, and nothing says that this is published (PSR reg 15)."""
    said = sentence.text
    return bool(_ABANDON.search(said) and _AN_AWARD.search(said) and not _MADE_KNOWN.search(sentence.around))


def not_told(sentence: Sentence) -> str:
    """What a clause that tells unsuccessful providers leaves out of what they must be told; often nothing."""
    if not (_LOSERS.search(sentence.text) and _TOLD.search(sentence.text)) or _AS_LAW.search(sentence.around):
        return ""
    lacking = [what for what, pattern in _LETTER if not pattern.search(sentence.around)]
    return " or ".join((", ".join(lacking[:-1]), lacking[-1])) if len(lacking) > 1 else "".join(lacking)
