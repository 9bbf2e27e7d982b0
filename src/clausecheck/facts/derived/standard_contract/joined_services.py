"""General practice, social care and the holder: what an integrated contract has to say of those it joins."""

from __future__ import annotations

import re

from clausecheck.facts.blocks import choice_of, ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.frame.form import form_family, on_the_contract
from clausecheck.facts.derived.frame.parties import LEADING, kind_of_party, roles
from clausecheck.facts.derived.words import walk
from clausecheck.facts.derived.words.lines import line_of, listed, says_none, whole
from clausecheck.facts.kinds import flag, kind, text, word
from clausecheck.model.draft import Block, Draft
from clausecheck.patterns import Pattern

KINDS = (
    kind(
        "general_practice",
        "What the draft says of core general practice beside a contract for other services.",
        services=word("the SERVICES block"),
        in_scope=flag("core general practice is part of a contract that is not for primary care alone"),
        apart=flag("it stays outside, or comes in by agreement, though the contract is to be integrated"),
        provided_for=flag("the draft points to Schedule 2L, an integration agreement or practices' choice"),
        agreement=flag("the draft names an integration agreement, or nobody can say"),
        integrated=text("what makes the contract an integrated one"),
    ),
    kind(
        "social_care_apart",
        "Social care that stays outside an ICP contract, in a draft with a council.",
        services=word("the SERVICES block"),
        agreement=flag("an integration agreement with the council is named, or nobody can say"),
        councils=text("the councils"),
        written=text("the words that leave it out"),
    ),
    kind(
        "icp_holder",
        "A provider that would hold an ICP contract.",
        party=word("the party's id"),
        statutory=flag("it is a statutory body"),
        body=text("the kind of body it is"),
    ),
)

ICP = "ICP contract"
_STATUTORY = frozenset(
    {"NHS trust", "foundation trust", "local authority", "combined authority", "ICB", "NHS England"}
)

_2L = Pattern(r"\bSchedule 2\(?L\)?\b|\bProvisions Applicable to Primary Medical Services\b", re.I)
_AGREEMENT = Pattern(r"\bintegration agreements?\b", re.I)
_GP_TERMS = Pattern(r"\b(?:GMS|PMS|APMS)\b|\bprimary medical services (?:contract|terms|regulations)\b", re.I)
_PRIMARY = Pattern(r"\bgeneral practice\b|\bprimary (?:medical|care)\b|\bGP services\b|\bGMS\b|\bPMS\b", re.I)
_SOCIAL_CARE = Pattern(r"\b(?:adult |children'?s )?social care\b|\bcare homes? placements?\b", re.I)
_COUNCIL = Pattern(r"\bcouncils?\b|\blocal authorit(?:y|ies)\b|\bboroughs?\b|\bsection 75\b", re.I)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds what is said of general practice and social care, and each holder of an ICP contract."""
    family = form_family(draft)
    for block in draft.of("SERVICES"):
        if block.complete and (on_the_contract(draft) or family == ICP):
            _general_practice(draft, block, family, facts)
        if block.complete and family == ICP:
            _social_care(draft, block, facts)
    if family == ICP:
        _holders(draft, facts)


def _general_practice(draft: Draft, block: Block, family: str, facts: Collector) -> None:
    choice, field = choice_of(block, "Core general practice"), block.get("Core general practice")
    if choice is None or field is None:
        return
    level = choice_of(draft.contract, "Integration")
    integrated = _integrated(family, level)
    agreement = not whole(draft) or _names_agreement(draft, block)
    opting = any(
        (line := block.get(label)) is not None and not says_none(line)
        for label in ("Practice opt-in", "Practice return rights")
    )
    facts.add(
        "general_practice",
        field.span,
        (*block.path, field.label),
        services=ref_of(block),
        in_scope=choice == "in scope" and not _alone(block),
        apart=(choice == "integrated by agreement" and not _overlay(facts))
        or (choice == "out of scope" and bool(integrated)),
        provided_for=agreement or opting or _speaks(draft, _2L) or _speaks(draft, _GP_TERMS),
        agreement=agreement,
        shown={
            "name": block.name,
            "integrated": integrated or "the line says that it comes in by agreement",
        },
    )


def _integrated(family: str, level: str | None) -> str:
    if level == "partially integrated":
        return "the contract is to be partially integrated"
    if family == ICP and level != "virtual":
        return "the draft is on the ICP Contract"
    return ""


def _alone(block: Block) -> bool:
    """Whether every service that is listed is primary care: then the form itself is the wrong one."""
    items = [each for each in re.split(r"[;,]", line_of(block.get("In scope"))) if each.strip()]
    return bool(items) and all(_PRIMARY.search(each) for each in items)


def _overlay(facts: Collector) -> bool:
    """Whether the draft lies over other contracts, and so may itself be the agreement."""
    return any(fact.values["overlay"] is True for fact in facts.of("form"))


def _names_agreement(draft: Draft, block: Block) -> bool:
    field = block.get("Integration agreement")
    if field is not None:
        return not says_none(field)
    return _speaks(draft, _AGREEMENT)


def _speaks(draft: Draft, pattern: Pattern) -> bool:
    return any(pattern.search(words.text) for words in walk.words(draft)) or any(
        pattern.search(block.title) for block in draft.of("CLAUSE")
    )


def _social_care(draft: Draft, block: Block, facts: Collector) -> None:
    field = block.get("Out of scope")
    match = _SOCIAL_CARE.search(line_of(field))
    councils = [party.id for party in draft.of("PARTY") if kind_of_party(party) == "local authority"]
    if field is None or match is None or not councils:
        return
    said = line_of(block.get("Integration agreement"))
    ids = re.compile(rf"\b(?:{'|'.join(map(re.escape, councils))})\b")
    elsewhere = any(
        _AGREEMENT.search(words.text) and (_COUNCIL.search(words.text) or ids.search(words.text))
        for words in walk.words(draft)
    )
    named = bool(_COUNCIL.search(said) or ids.search(said)) or elsewhere
    facts.add(
        "social_care_apart",
        field.span,
        (*block.path, field.label),
        services=ref_of(block),
        agreement=named or not whole(draft),
        shown={"name": block.name, "councils": listed(councils), "written": match[0]},
    )


def _holders(draft: Draft, facts: Collector) -> None:
    """Those who hold it by their role; else the providers, if none of them is a body that could."""
    holders = [party for party in draft.of("PARTY") if roles(party) & LEADING]
    if not holders:
        holders = [party for party in draft.of("PARTY") if "provider" in roles(party)]
        if len(holders) > 1 and any(kind_of_party(party) in {None, *_STATUTORY} for party in holders):
            return
    for party in holders:
        body, field = kind_of_party(party), party.get("Kind")
        if body is None or field is None:
            continue
        facts.add(
            "icp_holder",
            field.span,
            (*party.path, field.label),
            party=party.id,
            statutory=body in _STATUTORY,
            shown={"name": party.title or party.id, "body": body},
        )
