"""The draft as a whole, and what its parties are."""

from __future__ import annotations

from clausecheck.facts.blocks import choice_of, ref_of, state_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.frame.parties import COMMISSIONING, LEADING, PROVIDING, kind_of_party, roles
from clausecheck.facts.derived.risk_share.shares import sharing
from clausecheck.facts.fact import State
from clausecheck.facts.kinds import count, flag, kind, text, word
from clausecheck.model.draft import Draft
from clausecheck.model.values import Choice
from clausecheck.spans import Span

KINDS = (
    kind(
        "draft",
        "The draft as a whole. Every draft has exactly one.",
        model=word("the model the contract says it is", optional=True),
        integration=word("the level of integration it says it has", optional=True),
        status=word("draft, preferred bidder or for signature", optional=True),
        has_contract=flag("there is a CONTRACT block"),
        fragment=flag("the draft says it is a fragment of another"),
        complete=flag("every line was read and nothing is included, so that what is not there is missing"),
        shares_risk=flag("there is a RISK SHARE block"),
        pays_for_outcomes=flag("there is an OUTCOME PAYMENT block"),
        parties=count("how many parties are declared"),
        providers=count("how many of them are providers"),
        commissioners=count("how many of them are commissioners"),
        outcomes=count("how many outcomes there are"),
        leads=count("how many parties lead, hold the contract or are its prime"),
        roles_known=flag("there are parties, and each states a role that can be read"),
        lead_names=text("the parties that lead, or no party"),
        title=text("the contract's title"),
    ),
    kind(
        "party_role",
        "What a party is, one fact a party.",
        party=word("the party's id"),
        commissioner=flag("it commissions"),
        provider=flag("it provides, leads, holds the contract or sub-contracts"),
        lead=flag("it leads, holds or is the prime for the others"),
        special_purpose=flag("it is a new body such as an LLP or a special-purpose vehicle"),
        small=flag("it is from the voluntary sector, a charity or a GP practice"),
        nhs=flag("it is an NHS trust, a foundation trust, an ICB or NHS England"),
        guaranteed=flag("a GUARANTEE names it, or it names a guarantor"),
        bears_loss=flag("a RISK SHARE gives it a share of loss above nothing"),
        party_kind=word("the kind of body it is", optional=True),
    ),
    kind(
        "listed",
        "One choice of a label that takes several, such as each role of a party.",
        of=word("the block's id"),
        label=word("the label"),
        choice=word("the choice, in canonical spelling"),
    ),
)

_SPECIAL = frozenset({"LLP", "SPV"})
_SMALL = frozenset({"VCSE", "charity", "GP practice", "community interest company"})
_NHS = frozenset({"NHS trust", "foundation trust", "ICB", "NHS England"})


def loss_shares(draft: Draft) -> set[str]:
    """The parties to whom a risk share gives a part of a loss."""
    return {share.name.id for pool in draft.of("RISK SHARE") for share in sharing(pool, "loss")}


def derive(draft: Draft, facts: Collector) -> None:
    """Adds the draft's own fact, one for each party's role, and one for each listed choice."""
    contract = draft.contract
    parties = list(draft.of("PARTY"))
    leads = [party.id for party in parties if roles(party) & LEADING]
    states = {
        name: state_of(contract.get(label) if contract else None)
        if contract is None or contract.complete or contract.get(label)
        else State.UNKNOWN
        for name, label in (("model", "Model"), ("integration", "Integration"), ("status", "Status"))
    }
    facts.add(
        "draft",
        contract.span if contract else draft.blocks[0].span if draft.blocks else Span(0, 0),
        contract.path if contract else (),
        model=choice_of(contract, "Model"),
        integration=choice_of(contract, "Integration"),
        status=choice_of(contract, "Status"),
        has_contract=contract is not None,
        fragment=draft.fragment,
        complete=draft.unplaced == 0 and not draft.includes and not draft.fragment,
        shares_risk=any(True for _ in draft.of("RISK SHARE")),
        pays_for_outcomes=any(True for _ in draft.of("OUTCOME PAYMENT")),
        parties=len(parties),
        providers=sum(1 for party in parties if roles(party) & PROVIDING),
        commissioners=sum(1 for party in parties if roles(party) & COMMISSIONING),
        outcomes=sum(1 for _ in draft.of("OUTCOME")),
        leads=len(leads),
        roles_known=bool(parties) and all(roles(party) for party in parties),
        shown={
            "name": "the draft",
            "title": contract.title if contract else draft.name,
            "lead_names": ", ".join(leads) or "no party",
        },
        states=states,
        spans={
            name: field.span
            for name, label in (("model", "Model"), ("integration", "Integration"), ("status", "Status"))
            if contract and (field := contract.get(label))
        },
    )
    bearing = loss_shares(draft)
    guaranteed = _guaranteed(draft)
    for party in parties:
        has = roles(party)
        body = kind_of_party(party)
        facts.add(
            "party_role",
            party.span,
            party.path,
            party=ref_of(party),
            commissioner=bool(has & COMMISSIONING),
            provider=bool(has & PROVIDING),
            lead=bool(has & LEADING),
            special_purpose=body in _SPECIAL,
            small=body in _SMALL,
            nhs=body in _NHS,
            guaranteed=party.id in guaranteed,
            bears_loss=party.id in bearing,
            party_kind=body,
            shown={"name": party.id, "party": party.title or party.id},
        )
    for block in draft.blocks:
        for field in block.fields:
            if field.type.many and isinstance(field.value, Choice):
                for choice, span in zip(field.value.values, field.value.spans, strict=True):
                    facts.add(
                        "listed",
                        span,
                        (*block.path, field.label),
                        of=ref_of(block),
                        label=field.label,
                        choice=choice,
                        shown={"name": block.name},
                    )


def _guaranteed(draft: Draft) -> set[str]:
    from clausecheck.model.values import Names

    named: set[str] = set()
    for block in draft.of("GUARANTEE"):
        field = block.get("For")
        if field and isinstance(field.value, Names):
            named.update(name.id for name in field.value.names)
    for party in draft.of("PARTY"):
        field = party.get("Guarantor")
        if field and isinstance(field.value, Names):
            named.add(party.id)
    return named
