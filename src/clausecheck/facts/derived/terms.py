"""Defined terms: defined and never used, defined twice, and used as if defined."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from clausecheck.facts.collector import Collector
from clausecheck.facts.derived import walk
from clausecheck.facts.kinds import count, flag, kind, text, word
from clausecheck.model.draft import Draft
from clausecheck.model.vocabulary import HEADS
from clausecheck.model.vocabulary.types import folded
from clausecheck.spans import Span

KINDS = (
    kind(
        "defined_term",
        "A term that DEFINE gives a meaning.",
        term=word("the term"),
        uses=count("how often the draft uses it outside its own definition"),
        again=flag("an earlier DEFINE has given it a meaning already"),
    ),
    kind(
        "undefined_term",
        "Words written like a defined term, more than once, that nothing in the draft defines.",
        term=word("the words"),
        uses=count("how often they stand in the draft"),
        first=text("where they stand first"),
    ),
)

# Terms that the NHS Standard Contract, the law or plain English define for every draft.
KNOWN_TERMS = frozenset(
    folded(term)
    for term in """
    NHS Standard Contract|Standard Contract|Service Conditions|Service Condition|General Conditions|General Condition|Particulars
    Operational Day|Operational Days|Contract Year|Contract Term|Service User|Service Users|Expiry Date
    Service Commencement Date|Effective Date|Longstop Date|Contract Technical Guidance|Payment Scheme
    NHS Payment Scheme|NHS Constitution|Co-ordinating Commissioner|Integrated Care Board|Foundation Trust
    NHS Trust|NHS Foundation Trust|NHS England|Local Authority|County Council|City Council|Primary Care
    Secretary of State|Care Quality Commission|Provider Selection Regime|Procurement Act|Health and Care Act
    Better Care Fund|Expected Annual Contract Value|Expected Annual Contract Values|Indicative Activity Plan
    Find a Tender|Data Protection Impact Assessment|Data Security|Service Specification|Actual Annual Value
    Chief Executive|Chief Executives|Chief Finance Officer|Chief Financial Officer|Chief Operating Officer
    Chief Nurse|Medical Director|Finance Director|Director of Finance|Managing Director|Chief Officer
    Quality Requirement|Quality Requirements|Local Quality Requirements|Remedial Action Plan|General Practice
    Caldicott Guardian|Bank Holiday|Bank Holidays|Good Friday|Christmas Day|Index of Multiple Deprivation
    Freedom of Information|Freedom of Information Act|Duty of Candour|Equality Act|Enhanced Health in Care Homes
    Provider Data Processing Agreement|Service Development|Improvement Plan|Joint Forward Plan|Green Plan
    Central Digital Platform|Primary Care Network|Primary Care Networks|Model Hospital|Public Contracts
    """.replace("\n", "|").split("|")
    if term.strip()
)

_PHRASE = re.compile(r"(?<![.!?:;]\s)(?<!^)(?<!\w)([A-Z][a-z]+(?:[ -](?:of |and |for |the )?[A-Z][a-z]+)+)\b")


def derive(draft: Draft, facts: Collector) -> None:
    """Adds every defined term, and words that look like one."""
    stretches = list(walk.words(draft))
    _defined(draft, stretches, facts)
    _undefined(draft, stretches, facts)


def _defined(draft: Draft, stretches: list[walk.Words], facts: Collector) -> None:
    seen: dict[str, Span] = {}
    titles = [block.title for block in draft.blocks if block.title]
    for definition in draft.definitions:
        key = folded(definition.term)
        pattern = re.compile(rf"(?<!\w){re.escape(definition.term)}(?:s|es)?(?!\w)", re.I)
        uses = sum(
            len(pattern.findall(words.text)) for words in stretches if words.span != definition.text.span
        )
        uses += sum(1 for title in titles if pattern.search(title))
        facts.add(
            "defined_term",
            definition.term_span,
            (*definition.headings, f'DEFINE "{definition.term}"'),
            term=definition.term,
            uses=uses,
            again=key in seen,
            shown={"name": definition.term},
            spans={"first": seen[key]} if key in seen else {},
        )
        seen.setdefault(key, definition.term_span)


def _undefined(draft: Draft, stretches: list[walk.Words], facts: Collector) -> None:
    known = KNOWN_TERMS | set(_names_in(draft))
    uses: Counter[str] = Counter()
    first: dict[str, tuple[Span, walk.Words]] = {}
    for words in stretches:
        if words.block is not None and words.block.head.name in ("PARTY", "LINKS"):
            continue
        for match in _PHRASE.finditer(words.text):
            phrase = match[1]
            key = folded(phrase)
            if key in known or any(part in known for part in _shorter(key)) or _quoted(words.text, match):
                continue
            uses[key] += 1
            at = words.span.start + match.start(1)
            first.setdefault(key, (Span(at, at + len(phrase)), words))
    for key, number in uses.items():
        if number < 2:
            continue
        span, words = first[key]
        at = span.start - words.span.start
        written = words.text[at : at + span.end - span.start]
        facts.add(
            "undefined_term",
            span,
            words.path,
            term=written,
            uses=number,
            shown={"name": written, "first": words.path[-1] if words.path else ""},
        )


def _names_in(draft: Draft) -> Iterable[str]:
    """Everything that is a name in this draft: titles, legal names, labels, months, defined terms."""
    for definition in draft.definitions:
        yield folded(definition.term)
        yield folded(definition.term) + "s"
    for block in draft.blocks:
        if block.title:
            yield folded(block.title)
            for phrase in _PHRASE.findall(" " + block.title):
                yield folded(phrase)
    for head in HEADS:
        yield folded(head.name)
        for label in head.labels:
            yield folded(label.name)


def _shorter(key: str) -> Iterable[str]:
    """The phrase without its first or last word, and in the singular: `alliance boards`, `the ... board`."""
    words = key.split()
    yield key.removesuffix("s")
    if len(words) > 2:
        yield " ".join(words[1:])
        yield " ".join(words[:-1])


def _quoted(text: str, match: re.Match[str]) -> bool:
    """Inside quotes a phrase is somebody's title for a document."""
    return text[: match.start()].count('"') % 2 == 1 or text[: match.start()].count("“") > text[
        : match.start()
    ].count("”")
