"""Words that say who is liable for functions, against what section 75 and section 65Z5 say."""

from __future__ import annotations

import re

from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.integration.agreement import cites_section_75, is_agreement
from clausecheck.facts.derived.words import walk
from clausecheck.facts.kinds import kind, text, word
from clausecheck.model.draft import Draft
from clausecheck.patterns import Pattern

KINDS = (
    kind(
        "liability_against_law",
        "Words that leave or put liability for functions where the Act does not.",
        law=word("section 75, which leaves it, or section 65Z5, which moves it"),
        written=text("the words"),
    ),
)

_HEADS = frozenset({"LIABILITY", "CLAUSE", "GOVERNANCE"})
_LIABILITY = r"(?:liabilit(?:y|ies)|liable)"
_WHOLE = Pattern(
    rf"\b(?:all|any|every|full|whole|statutory|sole)\b\W+(?:\w+\W+){{0,3}}{_LIABILITY}"
    rf"|\b{_LIABILITY}\b[^.;]{{0,40}}\bfunctions?\b|\bfunctions?\b[^.;]{{0,60}}\b{_LIABILITY}",
    re.I,
)
_MOVES = Pattern(
    rf"\b{_LIABILITY}\b[^.;]{{0,80}}\b(?:pass(?:es)?|transfers?|transferred|shifts?|moves?|(?:is"
    rf"|are) (?:assumed|taken over))\b"
    rf"|\b{_LIABILITY}\b[^.;]{{0,40}}\b(?:rests?|falls?|lies?)\b[^.;]{{0,15}}\b(?:only|solely|wholly"
    rf"|entirely|alone)\b"
    rf"|\b(?:assumes?|takes? (?:over|on)|accepts?)\b[^.;]{{0,15}}\b(?:all|any|full"
    rf"|every)\b[^.;]{{0,25}}\b{_LIABILITY}",
    re.I,
)
_STAYS = Pattern(
    rf"\b{_LIABILITY}\b[^.;]{{0,80}}\b(?:remains?|stays?|rests?|(?:is|are) retained"
    rf"|continues?)\b[^.;]{{0,15}}"
    r"\b(?:with|by|on)\b[^.;]{0,20}\b(?:delegator|delegating (?:body|party|authority)|NHS England)\b"
    r"|\b(?:delegator|delegating (?:body|party|authority)|NHS England)\b[^.;]{0,20}"
    r"\b(?:remains?|stays?|continues? to be|shall be|is)\b[^.;]{0,10}\bliable\b[^.;]{0,60}\b(?:delegat"
    r"|functions?)",
    re.I,
)
_LAWFUL = Pattern(
    r"\beach (?:body|partner|party|of)\b|\bits own\b|\bown functions\b|\bindemni|\binsur"
    r"|\b(?:not|nor|no|never|neither|nothing)\b|\bunaffected\b|\bas between\b|\bbetween the p",
    re.I,
)
_65Z5 = Pattern(r"\b65Z ?5\b", re.I)


def _kept(draft: Draft, said: list[str]) -> Pattern:
    """Words that leave the liability with a party that delegates, by its id or title."""
    names = [re.escape(name) for party in draft.of("PARTY") for name in (party.id, party.title) if name]
    party = "|".join(names) or r"(?!)"
    delegates = re.compile(
        rf"\b({party}) (?:hereby |shall |will )?delegates?\b"
        rf"|\bdelegat\w+ by (?:the )?({party})\b"
    )
    who = {match[1] or match[2] for each in said for match in delegates.finditer(each)}
    delegators = "|".join(re.escape(each) for each in sorted(who)) or r"(?!)"
    return Pattern(
        rf"\b(?i:{_LIABILITY})\b[^.;]{{0,80}}\b(?:remains?|stays?|rests?|(?:is|are) retained)\b[^.;]{{0,15}}"
        rf"\b(?:with|by|on) (?:the )?(?:{delegators})(?![\w-])"
        rf"|\b[Dd]elegat\w*\b[^.;]{{0,40}}\bleaves? (?:the )?(?:{party}) liable"
        rf" for what (?:the )?(?:{party}) do(?:es)?\b",
    )


def derive(draft: Draft, facts: Collector) -> None:
    """Adds the words on liability that section 75 or section 65Z5 contradicts."""
    stretches = list(walk.words(draft))
    kept = _kept(draft, [found.text for found in stretches])
    partnership, delegated = is_agreement(draft), any(_65Z5.search(found.text) for found in stretches)
    for found in stretches:
        words = found.text
        if found.block is None or found.block.head.name not in _HEADS or _LAWFUL.search(words):
            continue
        # A draft may make both arrangements; then only the words themselves tell which they are about.
        under_75 = cites_section_75(words) or (partnership and not delegated)
        law = ""
        if under_75 and _WHOLE.search(words) and _MOVES.search(words):
            law = "section 75"
        elif delegated and not cites_section_75(words) and (_STAYS.search(words) or kept.search(words)):
            law = "section 65Z5"
        if law:
            facts.add(
                "liability_against_law",
                found.span,
                found.path,
                law=law,
                shown={"name": "the liability", "written": words},
            )
