"""Terms of a contract under the Procurement Act: how long it lasts, how it ends, and interests."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausecheck.facts.blocks import ref_of, state_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.frame.longest_term import base_months, in_words, longest_months
from clausecheck.facts.derived.procurement.act import (
    act_blocks,
    all_act,
    covered,
    is_framework,
    limit,
    may_be_light,
)
from clausecheck.facts.derived.procurement.psr import place_of
from clausecheck.facts.derived.words import walk
from clausecheck.facts.derived.words.lines import line_of
from clausecheck.facts.fact import State
from clausecheck.facts.kinds import flag, kind, text, word
from clausecheck.model.draft import Block, Draft
from clausecheck.patterns import Pattern
from clausecheck.spans import Span

KINDS = (
    kind(
        "act_long_term",
        "A framework, or a contract reserved to mutuals, that lasts longer than the Procurement Act allows.",
        procurement=word("the PROCUREMENT block"),
        what=word("framework or reserved"),
        reasoned=flag("the draft says why it must be longer"),
        lasts=text("how long it lasts, with its extensions"),
        most=text("how long it may last"),
    ),
    kind(
        "act_right_restricted",
        "Words that restrict the right to terminate which section 78 of the Act implies.",
        written=text("the words"),
    ),
    kind(
        "act_conflicts",
        "What a procurement under the Procurement Act 2023 says of conflicts of interest.",
        procurement=word("the PROCUREMENT block"),
        assessed=flag("it speaks of a conflicts assessment"),
        written=text("the line as written"),
    ),
)

_WHY_LONGER = Pattern(
    r"\blonger\b|\bexception|\bnature of\b|\bfour years\b|\b48 months\b|\brequires? (?:a term|more)", re.I
)
_OPEN = Pattern(r"\bopen framework", re.I)
_MUTUAL = Pattern(r"\bmutual|\b(?:section|s\.?) ?33\b", re.I)
_SENTENCE = Pattern(r"(?:s\.\s?\d|[^.;])+", re.I)
_RIGHT = Pattern(
    r"\b(?:section|s\.) ?78\b|\bimplied (?:right|term|power)s?\b[^.;]{0,40}\bterminat"
    r"|\bterminat\w*[^.;]{0,60}\b(?:because of|on account of|by reason of|for|on (?:the )?ground of)"
    r"[^.;]{0,60}\b(?:debar|exclu(?:ded|dable)\b)"
    r"|\bterminat\w*[^.;]{0,60}\b(?:because|merely because|on the grounds? that)\b[^.;]{0,100}"
    r"\b(?:debar|exclu(?:ded|dable) supplier)",
    re.I,
)
_RESTRICTS = Pattern(
    r"\b(?:is|are|shall be|will be) (?:excluded|disapplied|waived|removed)\b"
    r"|\b(?:does|do|shall|will) not apply\b|\b(?:may|shall|will|must) not (?:terminate|rely|exercise|end)\b"
    r"|\bcannot (?:terminate|rely|exercise|end)\b|\b(?:waives?|disappl(?:y|ies)|gives? up|excludes?)\b"
    r"|\bnot? (?:right|entitled) to terminate\b",
    re.I,
)
_KEEPS = Pattern(
    r"\b(?:nothing|no (?:term|provision|clause))\b|\bwithout prejudice\b|\bsupplement|\bin addition to\b"
    r"|\b(?:does|do|shall|will) not (?:limit|restrict|exclude|affect|waive)\b"
    r"|\b(?:until|unless|before|without (?:first|giving|having)|if the (?:supplier|provider) has)\b",
    re.I,
)
_ASSESSMENT = Pattern(r"\bassess", re.I)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds the long terms, the restricted rights and the conflicts of the contracts under the Act."""
    for block in act_blocks(draft):
        if covered(draft, block):
            _long_terms(draft, block, facts)
            _conflicts(block, facts)
    alone = all_act(draft)
    own = {block.span for block in act_blocks(draft)}
    for found in walk.words(draft):
        if alone or (found.block is not None and found.block.span in own):
            _restricted(found, facts)


def _long_terms(draft: Draft, block: Block, facts: Collector) -> None:
    for what, label, name in _limited(draft, block):
        most = limit(draft, block, name)
        term = longest_months(draft) or base_months(draft)
        field = block.get(label)
        if term is None or term <= (most, 0):
            continue
        facts.add(
            "act_long_term",
            place_of(field, block),
            (*block.path, label),
            procurement=ref_of(block),
            what=what,
            reasoned=any(_WHY_LONGER.search(line_of(each)) for each in block.fields),
            shown={"name": block.name, "lasts": in_words(*term), "most": in_words(most, 0)},
        )


def _limited(draft: Draft, block: Block) -> Iterator[tuple[str, str, str]]:
    """What of a procurement has a longest term: its sort, its label and the name of the figure."""
    if is_framework(block) and not may_be_light(draft, block):
        is_open = any(_OPEN.search(line_of(field)) for field in block.fields)
        yield "framework", "Instrument", "open framework" if is_open else "framework"
    if _MUTUAL.search(line_of(block.get("Reserved to"))):
        yield "reserved", "Reserved to", "reserved to a mutual"


def _restricted(found: walk.Words, facts: Collector) -> None:
    for sentence in _SENTENCE.finditer(found.text):
        said = sentence[0]
        if _RIGHT.search(said) and _RESTRICTS.search(said) and not _KEEPS.search(said):
            start = found.span.start + sentence.start() + len(said) - len(said.lstrip())
            shown = {
                "name": found.path[-1] if found.path else "the draft",
                "written": " ".join(said.split()),
            }
            span = Span(start, start + len(said.strip()))
            facts.add("act_right_restricted", span, found.path, shown=shown)


def _conflicts(block: Block, facts: Collector) -> None:
    field = block.get("Conflicts of interest")
    if field is None or state_of(field) is not State.STATED:
        return
    words = line_of(field)
    facts.add(
        "act_conflicts",
        place_of(field, block),
        (*block.path, field.label),
        procurement=ref_of(block),
        assessed=_ASSESSMENT.search(words) is not None,
        shown={"name": block.name, "written": words},
    )
