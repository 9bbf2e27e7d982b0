"""A provider that processes data for a commissioner, and data that are shared under no agreement."""

from __future__ import annotations

import re

from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.frame.parties import COMMISSIONING, PROVIDING, roles
from clausecheck.facts.derived.words import walk
from clausecheck.facts.derived.words.lines import whole
from clausecheck.facts.derived.words.sentences import about, taken_back
from clausecheck.facts.kinds import flag, kind, text
from clausecheck.model.draft import Block, Draft
from clausecheck.patterns import Pattern

KINDS = (
    kind(
        "processor",
        "Words by which a provider processes personal data for another party.",
        agreement=flag("the draft says where that is governed, or nobody can say"),
        written=text("the words"),
    ),
    kind(
        "sharing",
        "An INFORMATION SHARING block.",
        agreement=flag("the draft names a data-sharing agreement, or nobody can say"),
        said=text("what the block does settle"),
    ),
)

_PROCESSOR = Pattern(
    r"\b(?:acts?|is|are|acting|be) (?:only )?(?:as )?(?:a |the |its |their )?(?:data )?processors?\b"
    r"|\bas (?:a |the |its |their )?(?:data )?processors?\b"
    r"|\bprocess(?:es|ing)? [^.;,]{0,40}\bdata\b(?= (?:on behalf of|for)\b)",
    re.I,
)
_GOVERNED = Pattern(
    r"\bprocessing agreements?\b|\bprocessing (?:terms|contract|schedule)\b|\barticle 28\b|\bart\.? ?28\b"
    r"|\bSchedule 6E\b|\bSchedule 6F\b",
    re.I,
)
_SHARING = Pattern(
    r"\b(?:data|information)[- ]sharing (?:agreements?|protocols?|contract|charter)\b|\bDSA\b|\bDSA-?\w+"
    r"|\b(?:agreement|protocol) on (?:data|information)[- ]sharing\b|\bjoint controller (?:agreement"
    r"|arrangement)",
    re.I,
)
_SETTLES = ("Legal basis", "Controllers", "DPIA", "Dataset")


def derive(draft: Draft, facts: Collector) -> None:
    """Adds each sentence that makes a provider a processor, and each block on sharing."""
    _processors(draft, facts)
    for block in draft.of("INFORMATION SHARING"):
        _sharing(draft, block, facts)


def _processors(draft: Draft, facts: Collector) -> None:
    provider = _any_of(draft, PROVIDING, "providers?")
    commissioner = _any_of(draft, COMMISSIONING, "commissioners?")
    for sentence in about(draft, "process"):
        match = _PROCESSOR.search(sentence.text)
        if match is None or taken_back(sentence, match):
            continue
        # Whoever is named last before the words is the processor: "ICB as controller, Acute as processor".
        before, _, clause = ("," + sentence.text[: match.start()]).rpartition(",")
        behind = sentence.text[match.end() :]
        for_whom = re.match(r"\s*(?:for|of|to|on behalf of)\s+(?:the\s+)?(.{0,40})", behind, re.S)
        commissioned = (
            commissioner.match(for_whom[1])
            if for_whom
            else "controller" in before.lower()
            and commissioner.search(before)
            and not provider.search(before)
        )
        if not provider.search(clause) or not commissioned:
            continue
        facts.add(
            "processor",
            sentence.of(match),
            sentence.path,
            agreement=not whole(draft) or _governed(draft),
            shown={"name": match[0], "written": sentence.text.strip()},
        )


def _any_of(draft: Draft, wanted: frozenset[str], called: str) -> re.Pattern[str]:
    """A word, or the id or title of any party with one of the roles."""
    names = [
        re.escape(name)
        for party in draft.of("PARTY")
        if roles(party) & wanted
        for name in (party.id, party.title)
        if name
    ]
    return re.compile(rf"\b(?:{'|'.join([*names, called, called.capitalize()])})\b")


def _governed(draft: Draft) -> bool:
    links = any(block.get("Data processing") is not None for block in draft.of("LINKS"))
    return links or _speaks(draft, _GOVERNED)


def _sharing(draft: Draft, block: Block, facts: Collector) -> None:
    settled = [label for label in _SETTLES if block.get(label) is not None]
    field = block.get("Agreement")
    facts.add(
        "sharing",
        block.span,
        block.path,
        agreement=field is not None or not whole(draft) or _speaks(draft, _SHARING),
        shown={"name": block.name, "said": ", ".join(settled)},
    )


def _speaks(draft: Draft, pattern: Pattern) -> bool:
    return any(pattern.search(words.text) for words in walk.words(draft))
