"""Money that a provider loses where a national standard is missed, as the national terms once had it."""

from __future__ import annotations

import re

from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.frame.form import on_the_contract
from clausecheck.facts.derived.words.sentences import about, taken_back
from clausecheck.facts.kinds import kind, text
from clausecheck.model.draft import Draft
from clausecheck.patterns import Pattern

KINDS = (
    kind(
        "national_fine",
        "Money that a provider loses where a national standard is missed.",
        standard=text("the standard"),
        written=text("the sentence"),
    ),
)

_STANDARD = Pattern(
    r"\b(?:52|65|78|18)[- ]?weeks?(?: (?:wait(?:s|ers)?|breach(?:es)?|RTT|standard|referral))"
    r"|\bwait\w*(?: for)? (?:more|longer) than (?:52|65|78) weeks\b"
    r"|\bwait\w* (?:over|beyond) (?:52|65|78) weeks\b"
    r"|\bRTT\b|\breferral[- ]to[- ]treatment\b|\b(?:A&E|A\+E|emergency department|ED)\b[^.;]{0,20}\b(?:4"
    r"|four)[- ]?hours?"
    r"|\b(?:4|four)[- ]?hour (?:A&E |A\+E |emergency |waiting |wait )?(?:standard|target|wait|breach)"
    r"|\b(?:12|twelve)[- ]?hour (?:trolley|wait|breach|standard)|\btrolley waits?\b|\bambulance handovers?\b"
    r"|\b62[- ]?days?(?: cancer)? (?:standard|wait|target|breach)|\bfaster diagnosis standard\b|\bMRSA\b"
    r"|\bC(?:\.|lostridi\w+) ?diff(?:icile)?\b|\bmixed[- ]sex (?:accommodation )?breach(?:es)?"
    r"|\b(?:6|six)[- ]week diagnostic\b|\bcancelled operations?\b",
    re.I,
)
_PENALTY = Pattern(
    r"\b(?:fine[sd]?|penalt(?:y|ies)|financial (?:sanctions?|consequences?)|sanctions? of|deduct(?:s|ed"
    r"|ion|ions)?"
    r"|charged?|forfeits?)\b",
    re.I,
)
_SUM = Pattern(r"£ ?\d|\b\d+(?:\.\d+)? ?%", re.I)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds each fine on a national standard."""
    if not on_the_contract(draft):
        return
    for sentence in about(draft, "fine", "penalt", "sanction", "consequence", "deduct", "charge", "forfeit"):
        standard, penalty = _STANDARD.search(sentence.text), _PENALTY.search(sentence.text)
        if not standard or not penalty or not _SUM.search(sentence.text):
            continue
        if taken_back(sentence, penalty) or sentence.label in ("Exclusions", "Carve-outs"):
            continue
        facts.add(
            "national_fine",
            sentence.of(penalty),
            sentence.path,
            shown={"name": standard[0], "standard": standard[0].strip(), "written": sentence.text.strip()},
        )
