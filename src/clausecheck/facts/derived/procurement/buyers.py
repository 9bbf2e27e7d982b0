"""Who buys in a procurement, and what it is worth in a year; it adds no facts of its own."""

from __future__ import annotations

from clausecheck.facts.arithmetic.a_year import a_year_in_months, a_year_of
from clausecheck.facts.blocks import money_of
from clausecheck.facts.derived.frame.parties import COMMISSIONING, kind_of_party, roles
from clausecheck.facts.derived.frame.term import contract_days, months_in
from clausecheck.model.draft import Block, Draft
from clausecheck.model.values import Money, Names

COUNCILS = frozenset({"local authority", "combined authority"})


def councils_alone(draft: Draft, block: Block) -> bool:
    """Whether all who buy are known to be councils, whom policy of the NHS does not bind."""
    field = block.get("Authorities")
    if field is not None and isinstance(field.value, Names):
        found = [draft.by_id.get(name.id) for name in field.value.names]
        buyers = [party for party in found if party is not None and party.head.name == "PARTY"]
    else:
        buyers = [party for party in draft.of("PARTY") if roles(party) & COMMISSIONING]
    return bool(buyers) and all(kind_of_party(party) in COUNCILS for party in buyers)


def a_year_of_contract(draft: Draft, block: Block) -> int | None:
    """What the contract is worth in a year, in pence: a yearly amount, else its value over its term."""
    payment = next(draft.of("PAYMENT"), None)
    stated = money_of(payment, "Annual value")
    if stated is not None:
        return stated
    for owner, label in ((block, "Proposed value"), (draft.contract, "Contract value")):
        field = owner.get(label) if owner else None
        if field is None or not isinstance(field.value, Money):
            continue
        if field.value.per in ("year", "Contract Year"):
            return field.value.pence
        return _spread(draft, field.value.pence)
    return None


def _spread(draft: Draft, pence: int) -> int | None:
    days = contract_days(draft)
    if days is not None:
        return a_year_of(pence, *days)
    months = months_in(draft.contract.get("Contract Term")) if draft.contract else None
    return a_year_in_months(pence, months) if months else None
