"""Who answers for a paid result, and whether that party can bring it about."""

from __future__ import annotations

import re

from clausecheck.facts.blocks import ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.frame.parties import COMMISSIONING, PROVIDING, kind_of_party, roles
from clausecheck.facts.derived.outcomes.measure_lines import Weighed, named, says, stake_of, weighed
from clausecheck.facts.derived.outcomes.measures import Measure
from clausecheck.facts.kinds import flag, kind, text, word
from clausecheck.model.draft import Block, Draft
from clausecheck.model.values import Names
from clausecheck.patterns import Pattern

KINDS = (
    kind(
        "answering",
        "Who answers for a measure that money hangs on, where every owner is a party of the draft.",
        measure=word("the outcome or indicator"),
        payment=word("the OUTCOME PAYMENT"),
        beyond_reach=flag("its owners cannot bring the result about by their own work"),
        why=text("why they cannot"),
        stake=text("what hangs on it, in a sentence"),
    ),
)

# Bodies that see a part of the people for a part of their care.
_SMALL = {
    "GP practice": "a GP practice",
    "PCN": "a primary care network",
    "care home": "a care home",
    "charity": "a charity",
}

_OF_MANY = Pattern(
    r"\bsuicides?\b|\bmortality\b|\bdeaths (?:from|by|per|among|of people|under)\b|\b(?:life expectancy"
    r"|premature deaths?)\b"
    r"|\b(?:emergency|unplanned|avoidable|non-elective)(?: hospital)? admissions?\b|\bre-?admissions?\b"
    r"|\bbed days\b"
    r"|\b(?:A&E|A\+E|emergency department) attendances?\b|\bdelayed (?:transfers?|discharges?)\b"
    r"|\blengths? of stay\b"
    r"|\bhomelessness\b|\b(?:un)?employment rates?\b|\boverdoses?\b",
    re.I,
)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds who answers for each measure that a payment gives weight to."""
    parties = {party.id: party for party in draft.of("PARTY")}
    many = sum(1 for party in parties.values() if roles(party) & PROVIDING) > 1
    for payment in draft.of("OUTCOME PAYMENT"):
        for each in weighed(draft, payment):
            owners = _owners(each.measure, parties)
            if owners:
                _answering(draft, payment, each, owners, many, facts)


def _owners(measure: Measure, parties: dict[str, Block]) -> list[Block]:
    """The owners of a measure, where each is a party whose roles are known."""
    field = measure.get("Owner")
    if field is None or not isinstance(field.value, Names):
        return []
    found = [parties.get(name.id) for name in field.value.names]
    known = [party for party in found if party is not None and roles(party)]
    return known if len(known) == len(found) else []


def _answering(
    draft: Draft, payment: Block, each: Weighed, owners: list[Block], many: bool, facts: Collector
) -> None:
    measure = each.measure
    field = measure.get("Owner")
    assert field is not None
    why = _why(measure, owners, many)
    facts.add(
        "answering",
        field.span,
        (*measure.block.path, "Owner"),
        measure=ref_of(measure.block),
        payment=ref_of(payment),
        beyond_reach=bool(why),
        shown={
            "name": measure.block.name,
            "why": why,
            "stake": stake_of(draft, payment, each),
        },
    )


def _why(measure: Measure, owners: list[Block], many: bool) -> str:
    """Why the owners cannot bring the result about, or nothing."""
    ids = [owner.id for owner in owners]
    if all(_only_commissions(owner) for owner in owners):
        only = (
            f"owner is {ids[0]}, a commissioner"
            if len(ids) == 1
            else f"owners are {named(ids)}, commissioners"
        )
        return f"is paid for, and its only {only}: no provider answers for it"
    result = _OF_MANY.search(says(measure, "Measure", "Numerator") or measure.block.title)
    small = _SMALL.get(kind_of_party(owners[0]) or "")
    if result is None or small is None or len(owners) > 1 or not many:
        return ""
    # `deaths from` and `deaths of people` are found by more words than a message needs.
    counted = re.sub(r"^(deaths)\b.*", r"\1", result[0], flags=re.I)
    return f"counts {counted}, which many services bring about, and {ids[0]}, {small}, answers for it alone"


def _only_commissions(party: Block) -> bool:
    """Whether a party buys care and gives none; a council does both, whatever its role here."""
    has = roles(party)
    return bool(has & COMMISSIONING) and not has & PROVIDING and kind_of_party(party) != "local authority"
