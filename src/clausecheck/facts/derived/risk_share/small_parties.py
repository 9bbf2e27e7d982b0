"""Small bodies that bear a part of a loss: whether it ends, and whether they are paid before they work."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from clausecheck.facts.arithmetic.exact import percent_of
from clausecheck.facts.arithmetic.money import percent as percentage
from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.blocks import money_of, ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.budget.budget import budget_of
from clausecheck.facts.derived.risk_share.exposure import FIVE
from clausecheck.facts.derived.risk_share.settlement import line_at
from clausecheck.facts.derived.words.reasons import names_party
from clausecheck.facts.fact import Fact, Scalar
from clausecheck.facts.kinds import flag, kind, text, word
from clausecheck.model.draft import Block, Draft
from clausecheck.model.values import Names, Percent
from clausecheck.patterns import Pattern
from clausecheck.spans import Span

KINDS = (
    kind(
        "small_party_loss",
        "A voluntary body, charity or GP practice that bears a part of a loss, in a pool or a sub-contract.",
        party=word("the party's id"),
        of=word("the RISK SHARE or SUBCONTRACT"),
        by_subcontract=flag("a sub-contract passes the loss on to it"),
        unlimited=flag("it is certain that nothing limits its loss"),
        accepted=flag("the pool says that a board has accepted a loss without limit, be it another's"),
        provider=flag("it is a provider"),
        paid_after=flag("the draft says how it is paid, and not that it is paid before its work is done"),
        share=text("its share"),
        cost=text("what it would pay, in a sentence"),
        draws_on=text("what it could pay a loss from, in a sentence"),
        paid=text("how it is paid"),
        meanwhile=text("what it lives on until it is paid; what it would pay, where no other rule says so"),
    ),
)

_FIRST = Pattern(
    r"\b(?:in advance|up[- ]?front|before (?:the )?work|beforehand|on account|pre-?paid|prepayment|"
    r"at the start|advance payment|monthly (?:instal?ments?|payments?)|equal monthly|one[- ]twelfth)\b",
    re.IGNORECASE,
)
_NOT_FIRST = Pattern(
    r"\b(?:none|nil|nothing|no|not|never|without)\b[^.;]{0,30}"
    r"\b(?:advance|up[- ]?front|account|prepayment)\b|^\s*(?:none|nil|nothing|no|0%|£0)\b",
    re.IGNORECASE,
)
_LIMITED = Pattern(
    r"\b(?:cap|capped|limit|limited|at most|up to|(?:not|no) more than|maximum)\b", re.IGNORECASE
)

_EVERYBODY = Pattern(r"\b(?:each|every|all|both)\b", re.IGNORECASE)


class _Part(NamedTuple):
    """A part of a loss that a small party bears: where it is stated, what it is called, what it costs."""

    span: Span
    path: tuple[str, ...]
    of: str
    name: str
    share: str
    cost: str


def derive(draft: Draft, facts: Collector) -> None:
    """Adds each small party's part of a loss."""
    small = {fact.values["party"]: fact for fact in facts.of("party_role") if fact.values["small"] is True}
    parties = {party.id: party for party in draft.of("PARTY") if party.id in small}
    for cap in facts.of("member_cap"):
        party = parties.get(str(cap.values["party"]))
        if party is not None:
            _in_pool(draft, party, small[party.id], cap, facts)
    for contract in draft.of("SUBCONTRACT"):
        _in_subcontract(draft, contract, parties, small, facts)


def _in_pool(draft: Draft, party: Block, role: Fact, cap: Fact, facts: Collector) -> None:
    shown = cap.shown
    part = _Part(
        cap.spans.get("share", cap.span),
        cap.path,
        str(cap.values["pool"]),
        shown["pool"],
        shown["share"],
        shown["price"],
    )
    accepted = cap.values["uncapped_accepted"] is True
    flags = {
        "by_subcontract": False,
        "unlimited": cap.values["uncapped"] is True
        or (accepted and "amount" not in cap.values and not _accepts_itself(draft, part.of, party)),
        "accepted": accepted,
    }
    _add(draft, party, role, part, flags, facts)


def _accepts_itself(draft: Draft, pool: str, party: Block) -> bool:
    """Whether the words by which a loss without limit is accepted speak of this party too, or of all."""
    block = draft.by_id.get(pool)
    said = [field.raw for field in block.fields if "accept" in field.raw.lower()] if block else []
    names = (party.id, party.title or party.id)
    return any(_EVERYBODY.search(raw) or any(names_party(raw, name) for name in names) for raw in said)


def _in_subcontract(
    draft: Draft,
    contract: Block,
    parties: Mapping[str, Block],
    small: Mapping[Scalar, Fact],
    facts: Collector,
) -> None:
    between, share = contract.get("Between"), contract.get("Loss share")
    if share is None or not isinstance(share.value, Percent) or share.value.value <= 0:
        return
    if between is None or not isinstance(between.value, Names) or len(between.value.names) != 2:
        return
    lead, taker = (name.id for name in between.value.names)
    if taker not in parties:
        return
    said = [share.raw, *(prose.raw for prose in contract.prose)]
    above = [cap for cap in facts.of("member_cap") if cap.values["party"] == lead]
    endless = any(cap.values["uncapped"] is True for cap in above)
    part = _Part(
        share.span,
        (*contract.path, share.label),
        ref_of(contract),
        contract.title or contract.name,
        percentage(share.value.value),
        _passed_on(draft, above, lead, taker, share.value),
    )
    flags = {
        "by_subcontract": True,
        "unlimited": endless and contract.complete and not any(_LIMITED.search(raw) for raw in said),
        "accepted": False,
    }
    _add(draft, parties[taker], small[taker], part, flags, facts)


def _add(
    draft: Draft, party: Block, role: Fact, part: _Part, flags: Mapping[str, bool], facts: Collector
) -> None:
    lines = list(_payment_lines(draft, party))
    first = any(_FIRST.search(line) and not _NOT_FIRST.search(line) for line in lines)
    facts.add(
        "small_party_loss",
        part.span,
        part.path,
        party=party.id,
        of=part.of,
        by_subcontract=flags["by_subcontract"],
        unlimited=flags["unlimited"],
        accepted=flags["accepted"],
        provider=role.values["provider"] is True,
        # Under a services contract of its own a party is paid by that contract, which is not here.
        paid_after=bool(lines) and not first and party.get("Services contract") is None and party.complete,
        shown={
            "name": part.name,
            "share": part.share,
            "cost": part.cost,
            "draws_on": _draws_on(party),
            "paid": lines[0] if lines else "",
            "meanwhile": _meanwhile(party, part, flags["unlimited"]),
        },
    )


def _passed_on(draft: Draft, above: list[Fact], lead: str, taker: str, share: Percent) -> str:
    """What a sub-contractor's part of the loss of the party above it comes to."""
    known = [amount for cap in above if isinstance(amount := cap.values.get("amount"), int)]
    if known and len(known) == len(above):
        most = sum(known)
        return f"Of the {pounds(most)} that {lead} can lose {taker} would pay {_of(most, share)}"
    for cap in above:
        pool = draft.by_id.get(str(cap.values["pool"]))
        budget = budget_of(draft, pool) if pool is not None else None
        over = percent_of(budget, FIVE) if budget else 0
        owed = line_at(draft, pool, "loss", lead, budget, over) if pool is not None and budget else None
        if owed:
            return (
                f"At an overspend of 5% ({pounds(over)}) {lead} would owe {pounds(owed)}, and {taker} "
                f"{_of(owed, share)} of it"
            )
    return f"{taker} pays {percentage(share.value)} of whatever {lead} loses"


def _of(amount: int, share: Percent) -> str:
    return pounds(percent_of(amount, share.value))


def _draws_on(party: Block) -> str:
    reserves, turnover = money_of(party, "Reserves"), money_of(party, "Turnover")
    if reserves is not None:
        income = f" and an income of {pounds(turnover)} a year" if turnover is not None else ""
        return f"{party.id} has reserves of {pounds(reserves)}{income}"
    if turnover is not None:
        return f"{party.id} has an income of {pounds(turnover)} a year"
    return "Bodies of this kind seldom have reserves for it"


def _meanwhile(party: Block, part: _Part, unlimited: bool) -> str:
    """What a party lives on until it is paid. What a loss without limit comes to is said of that loss."""
    reserves = money_of(party, "Reserves")
    if not unlimited or reserves is None:
        return f"{part.cost}. {_draws_on(party)}"
    same = f"the same {pounds(reserves)} of reserves" if reserves else "reserves of £0"
    return f"{party.id} pays its staff until then, and any loss, out of {same}"


def _payment_lines(draft: Draft, party: Block) -> Iterator[str]:
    """The lines that say when a party is paid."""
    for block in draft.of("PAYMENT"):
        named = [block.get(label) for label in ("Provider", "Payee")]
        names = [n.id for f in named if f and isinstance(f.value, Names) for n in f.value.names]
        if party.id in names:
            for label in ("Frequency", "Terms"):
                field = block.get(label)
                if field is not None:
                    yield field.raw
    for contract in draft.of("SUBCONTRACT"):
        between = contract.get("Between")
        if between and isinstance(between.value, Names) and party.id in (n.id for n in between.value.names):
            payment, upfront = contract.get("Payment"), contract.get("Upfront payment")
            if payment is not None:
                yield payment.raw
            if upfront is not None:
                yield upfront.raw if _NOT_FIRST.search(upfront.raw) else f"up front: {upfront.raw}"
