"""Law that a draft cites though it is dead, or does not govern a PSR contract; and advice called binding."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.procurement.psr import all_psr
from clausecheck.facts.derived.words.stretches import said_anywhere
from clausecheck.facts.kinds import flag, kind, text, word
from clausecheck.model.draft import Draft
from clausecheck.patterns import Pattern
from clausecheck.spans import Span

KINDS = (
    kind(
        "citation",
        "A citation of procurement law that is dead, or that does not apply to a PSR contract.",
        fault=word("dead, procurement act, or public contracts regulations"),
        written=text("the citation as written"),
        instead=text("what applies instead"),
        ended=text("how and when it ended"),
    ),
    kind(
        "panel",
        "Words about the Independent Patient Choice and Procurement Panel.",
        binding=flag("they call its advice binding or final"),
        written=text("the words"),
    ),
)

_SECTION = r"(?:sections?|ss?\.?)\s*"
_HSCA = r"(?:Health and Social Care Act 2012|HSCA\s*(?:2012)?)"
_DEAD = (
    (
        Pattern(r"\b(?:S\.?I\.?\s*(?:No\.?\s*)?)?2013/500\b"),
        "the Provider Selection Regime (SI 2023/1348)",
        "revoked when the PSR began on 1 January 2024",
    ),
    (
        Pattern(r"\bPPCCR\b(?:\s*2013)?|Procurement, Patient Choice and Competition[^,.;]*"),
        "the Provider Selection Regime (SI 2023/1348)",
        "revoked when the PSR began on 1 January 2024",
    ),
    (
        Pattern(rf"\b{_SECTION}75\s*(?:of\s+)?(?:the\s+)?{_HSCA}|{_HSCA},?\s*{_SECTION}75\b", re.I),
        "NHS Act 2006 s.12ZB and the Provider Selection Regime (SI 2023/1348)",
        "repealed by the Health and Care Act 2022 s.80",
    ),
)
_ACT = r"(?:Procurement Act(?: 2023)?|PA ?(?:20)?23)"
_DUTY = rf"{_SECTION}(?:5[0-3]|6[789]|7[0-8])\b(?:\(\d+\))*"
_PROCUREMENT_ACT = Pattern(rf"{_DUTY},?\s*(?:of\s+)?(?:the\s+)?{_ACT}|{_ACT},?\s*{_DUTY}", re.I)
_PCR = r"(?:Public Contracts Regulations(?: 2015)?|PCR(?: ?2015)?)"
_REG_72 = r"\breg(?:ulation)?\.?\s*72\b(?:\(\w+\))*"
_PCR_72 = Pattern(rf"{_REG_72},?\s*(?:of\s+)?(?:the\s+)?{_PCR}|{_PCR},?\s*{_REG_72}", re.I)
_PAST = Pattern(
    r"revoked|repealed|former|replaced|no longer|superseded|previous|earlier|used to|history"
    r"|(?:was|were|had been) (?:let|awarded)|disappl|not appl",
    re.I,
)
# What is not health care is bought under the other rules also where the draft's own award is not.
_OTHER_PURCHASE = Pattern(
    r"\bnon-?(?:clinical|health)|\bsocial care\b|\blight[- ]touch\b|\bclean(?:ing|ers?)\b|\bcatering\b"
    r"|\bgoods\b|\bconstruction\b|\bfacilities management\b|\b(?:its|their) (?:own )?suppliers?\b",
    re.I,
)
_PANEL = Pattern(r"Patient Choice and Procurement Panel", re.I)
_BINDING = Pattern(
    r"\bbinding\b|\bbinds?\b|\bbound by\b|\bis final\b|\bfinal and\b"
    r"|\b(?:shall|must) (?:follow|comply with|accept)\b",
    re.I,
)
_ITS_ADVICE = Pattern(
    r"\b(?:decisions?|advice|recommendations?|findings?|views?|opinions?) of the Panel\b"
    r"|\bthe Panel(?:'s|’s) (?:decisions?|advice|recommendations?|findings?|views?|opinions?)\b"
)
_OTHER_PANEL = Pattern(
    r"\b(?:evaluation|moderation|expert|disputes?|appointments?|selection|scoring|interview|assurance|clinical"
    r"|quality|mediation|adjudication|resolution|review) panel\b",
    re.I,
)
_NOT_BINDING = Pattern(
    r"\bnot? (?:be )?(?:legally )?(?:binding|bound|final)|\bnon-?binding|\badvi[cs]\w+ only|\bdoes not bind",
    re.I,
)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds the citations that do not hold, and what the draft says the Panel's advice is."""
    psr = all_psr(draft)
    only = psr and not said_anywhere(draft, _OTHER_PANEL) and not _defines_panel(draft)
    for raw, span, path, label in _stretches(draft):
        if not _PAST.search(raw):
            _dead(raw, span, path, facts)
            if psr and not _OTHER_PURCHASE.search(raw):
                _elsewhere(raw, span, path, facts)
        if psr and (label == "Panel" or _PANEL.search(raw) or (only and _ITS_ADVICE.search(raw))):
            facts.add(
                "panel",
                span,
                path,
                binding=_BINDING.search(raw) is not None and _NOT_BINDING.search(raw) is None,
                shown={"name": "the Panel", "written": raw},
            )


def _defines_panel(draft: Draft) -> bool:
    """Whether the draft says of some other panel that it is the Panel."""
    return any(
        each.term.strip().casefold() == "panel" and not _PANEL.search(each.text.raw)
        for each in draft.definitions
    )


def _dead(raw: str, span: Span, path: tuple[str, ...], facts: Collector) -> None:
    """Adds the first dead citation of a stretch: one line usually gives one law under two names."""
    for pattern, instead, ended in _DEAD:
        if match := pattern.search(raw):
            _add(match, "dead", instead, ended, span, path, facts)
            return


def _elsewhere(raw: str, span: Span, path: tuple[str, ...], facts: Collector) -> None:
    for match in _PROCUREMENT_ACT.finditer(raw):
        _add(match, "procurement act", "the contract's own terms", "", span, path, facts)
    for match in _PCR_72.finditer(raw):
        _add(match, "public contracts regulations", "PSR reg 13", "", span, path, facts)


def _add(
    match: re.Match[str],
    fault: str,
    instead: str,
    ended: str,
    span: Span,
    path: tuple[str, ...],
    facts: Collector,
) -> None:
    facts.add(
        "citation",
        Span(span.start + match.start(), span.start + match.end()),
        path,
        fault=fault,
        shown={
            "name": match[0].strip(),
            "written": " ".join(match[0].split()),
            "instead": instead,
            "ended": ended,
        },
    )


def _stretches(draft: Draft) -> Iterator[tuple[str, Span, tuple[str, ...], str]]:
    """Every value, bullet, line of prose and definition, with its place and label, in order."""
    for block in draft.blocks:
        for field in block.fields:
            path = (*block.path, field.label)
            if field.value is not None:
                yield field.value.raw, field.value.span, path, field.label
            for entry in field.entries:
                yield entry.raw, entry.span, path, field.label
        for text_ in block.prose:
            yield text_.raw, text_.span, block.path, ""
    for definition in draft.definitions:
        path = (*definition.headings, f'DEFINE "{definition.term}"')
        yield definition.text.raw, definition.text.span, path, ""
