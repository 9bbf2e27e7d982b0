"""What a sub-contract passes on of the most that the party above can lose, beside what its taker can bear."""

from __future__ import annotations

from clausecheck.facts.arithmetic.exact import percent_of
from clausecheck.facts.arithmetic.money import percent as percentage
from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.blocks import money_of, ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.kinds import flag, kind, money, text, word
from clausecheck.model.draft import Block, Draft
from clausecheck.model.values import Names, Percent

KINDS = (
    kind(
        "passed_loss",
        "A sub-contractor's part of the most that the party above it can lose, where all of it is known.",
        subcontract=word("the SUBCONTRACT"),
        party=word("the party that takes it"),
        amount=money("what it can lose"),
        capacity=money("the loss it says it can bear"),
        exceeds_capacity=flag("it can lose more than it says it can bear"),
        sum=text("the sum in figures"),
        beyond=text("by how much it exceeds the capacity"),
    ),
)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds the loss that each sub-contract passes to a party that states its capacity."""
    for contract in draft.of("SUBCONTRACT"):
        _passed(draft, contract, facts)


def _passed(draft: Draft, contract: Block, facts: Collector) -> None:
    between, share = contract.get("Between"), contract.get("Loss share")
    # Words behind the percentage, or beside the lines, may limit what is passed on.
    if not contract.complete or contract.prose or share is None or not isinstance(share.value, Percent):
        return
    if share.value.raw.strip() != share.raw.strip():
        return
    if between is None or not isinstance(between.value, Names) or len(between.value.names) != 2:
        return
    lead, taker = (name.id for name in between.value.names)
    party = draft.by_id.get(taker)
    capacity = money_of(party, "Risk capacity")
    above = [fact.values.get("amount") for fact in facts.of("member_cap") if fact.values["party"] == lead]
    known = [amount for amount in above if isinstance(amount, int)]
    if party is None or capacity is None or not known or len(known) < len(above):
        return
    most = sum(known)
    amount = percent_of(most, share.value.value)
    stated = party.get("Risk capacity")
    facts.add(
        "passed_loss",
        share.span,
        (*contract.path, share.label),
        subcontract=ref_of(contract),
        party=taker,
        amount=amount,
        capacity=capacity,
        exceeds_capacity=amount > capacity,
        shown={
            "name": contract.title or contract.name,
            "sum": f"{percentage(share.value.value)} of the {pounds(most)} that {lead} can lose",
            "beyond": pounds(max(0, amount - capacity)),
        },
        spans={"capacity": stated.span} if stated else {},
    )
