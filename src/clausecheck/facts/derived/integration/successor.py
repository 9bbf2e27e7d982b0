"""Whether a draft that gives NHS England a part in it provides for the body that may follow it."""

from __future__ import annotations

import re

from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.words import walk
from clausecheck.facts.kinds import count, kind, text
from clausecheck.model.draft import Draft, parts_in
from clausecheck.model.values import Day
from clausecheck.patterns import Pattern
from clausecheck.spans import Span

KINDS = (
    kind(
        "unsucceeded",
        "The first words that need NHS England to act, in a draft that provides for no successor of it.",
        times=count("how many stretches of the draft need it"),
        written=text("the words"),
        also=text("how many other places there are, as a clause"),
    ),
)

_NEEDS = Pattern(
    r"\b(?:consent|approval|agreement|permission|authoris?zation|determination|certificate)s?"
    r" (?:in writing )?(?:of|by|from) NHS England\b"
    r"|\b(?:approved|agreed|determined|authoris?zed|consented to) by NHS England\b"
    r"|\bNHS England(?:'s|’s)? (?:prior )?(?:written )?(?:consent|approval|agreement|permission)\b"
    r"|\bNHS England (?:consents|approves|agrees|may (?:consent|approve|refuse|direct|determine))\b",
    re.I,
)
_NOT_NEEDED = Pattern(
    r"\bno (?:prior |written |further |separate |other |formal )*$"
    r"|\b(?:not|nor) (?:need|require|depend on|subject to|conditional on) "
    r"(?:(?:the|any|a) )?(?:prior |written )*$",
    re.I,
)
_WITHOUT = Pattern(r"\bwithout (?:(?:the|any|a) )?(?:prior |written |further )*$", re.I)
_FORBIDS = Pattern(r"\b(?:no|not|nor|neither|cannot|nobody|none|nothing|never)\b", re.I)
_IS_NOT = Pattern(r"\s+(?:is|are|shall|will)(?: be)? not (?:be )?(?:needed|required|necessary|asked)\b", re.I)
_SUCCESSOR = Pattern(
    r"\bsuccessor|\bsucceed|\bany (?:other )?body that (?:replaces|takes over)"
    r"|\breplac\w+ (?:NHS England|it)\b"
    r"|\bSecretary of State\b",
    re.I,
)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds the first place that needs NHS England to act, where nothing speaks of a successor."""
    found: list[tuple[walk.Words, re.Match[str]]] = []
    for words in walk.words(draft):
        if _SUCCESSOR.search(words.text):
            return
        match = next((each for each in _NEEDS.finditer(words.text) if _needed(words.text, each)), None)
        if match and not _dated(words):
            found.append((words, match))
    if not found or any("NHS England" in definition.term for definition in draft.definitions):
        return
    words, match = found[0]
    more = len(found) - 1
    facts.add(
        "unsucceeded",
        Span(words.span.start + match.start(), words.span.start + match.end()),
        words.path,
        times=len(found),
        shown={
            "name": "NHS England",
            "written": match[0],
            "also": f", as in {more} other place{'' if more == 1 else 's'}" if more else "",
        },
    )


def _needed(said: str, match: re.Match[str]) -> bool:
    """Whether words ask for it, and do not say that it can be done without."""
    before = re.split(r"[.;]", said[: match.start()])[-1]
    if without := _WITHOUT.search(before):
        return _FORBIDS.search(before[: without.start()]) is not None
    return _NOT_NEEDED.search(before) is None and _IS_NOT.match(said, match.end()) is None


def _dated(words: walk.Words) -> bool:
    """Whether the line tells of something done on a day."""
    if words.block is None:
        return False
    values = [value for field in words.block.fields if field.label == words.label for value in field.values()]
    parts = [part for value in values for part in parts_in(value)]
    parts += [part for prose in words.block.prose if prose.span == words.span for part in prose.parts]
    return any(isinstance(part, Day) for part in parts)
