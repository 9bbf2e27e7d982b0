"""Payment mechanisms beside the NHS Payment Scheme: whom each is for, at what price, and up to what sum."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from clausecheck.facts.arithmetic.exact import percent_of
from clausecheck.facts.arithmetic.money import percent as percentage
from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.blocks import choice_of, ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.frame.parties import COMMISSIONING, PROVIDING, kind_of_party, roles
from clausecheck.facts.derived.frame.term import day_of
from clausecheck.facts.derived.risk_share.shares import shares_of
from clausecheck.facts.derived.words.lines import gives_reason, line_of, listed, says_none
from clausecheck.facts.kinds import flag, kind, money, percent, text, word
from clausecheck.model.draft import Block, Draft, Field, parts_in
from clausecheck.model.values import FormOf, Money, Names, Percent
from clausecheck.patterns import Pattern

KINDS = (
    kind(
        "payment_mechanism",
        "A PAYMENT block's mechanism beside whom the NHS Payment Scheme has it for.",
        of=word("the PAYMENT block"),
        mechanism=word("the mechanism, where one is named", optional=True),
        council_pays=flag("local authorities alone pay"),
        outsider=flag("the mechanism is for NHS trusts alone, and one that is paid is none"),
        outsiders=text("who is paid and no NHS trust, with what it is"),
        scheme=text("the scheme that the draft is held against"),
        unpriced=text("what a payer cannot tell, in a sentence"),
    ),
    kind(
        "unit_rate",
        "A part of unit price at which activity is paid.",
        of=word("the PAYMENT block"),
        mechanism=word("the mechanism"),
        rate=percent("the part of unit price"),
        outside=flag("it is below 0% or above 100%"),
        elective=flag("the line is about elective care"),
        trust=flag("an NHS trust is paid"),
        adjusted=flag("the line rests it on a local adjustment, or on Schedule 3"),
        scheme=text("the scheme that the draft is held against"),
        example=text("what that comes to on £1,000,000 of activity, in a sentence"),
    ),
    kind(
        "low_volume",
        "A low volume activity payment to NHS trusts, or to nobody that is known to be something else.",
        of=word("the PAYMENT block"),
        value=money("what is paid in a year", optional=True),
        above=flag("it is above the scheme's limit, one commissioner pays it, and no reason is given"),
        limit=text("the limit"),
        over=text("by how much it is above the limit"),
        scheme=text("the scheme that the draft is held against"),
        extra=flag("other money moves in the year between the same parties"),
        extras=text("what else moves"),
    ),
)

FOR_TRUSTS = ("aligned payment and incentive", "low volume activity")
_TRUSTS = frozenset({"NHS trust", "foundation trust"})
_OTHERS = frozenset(
    {
        *("local authority", "combined authority", "GP practice", "GP federation", "PCN", "VCSE"),
        *("independent", "care home", "LLP", "SPV", "charity", "community interest company"),
    }
)
_MILLION = 100_000_000
_WHOLE = Decimal(100)

_YEARLY = Pattern(r"\byear\b|\bannum\b|\bannual", re.I)
_NOT_YEARLY = Pattern(r"\bterm\b|\bin total\b|\bmonth|\bquarter", re.I)
_OF_PRICE = Pattern(r"\s*(?:of\b)?[^.;,%]{0,60}\b(?:prices?|tariff|scheme)\b", re.I)
_OFF = Pattern(r"\b(?:less|minus|discount(?:ed)?(?: of| by)?|reduced by|reduction of)\s*(?:a |the )?$", re.I)
_ON = Pattern(r"\b(?:plus|uplift\w*(?: of| by)?|raised by|increase\w*(?: of| by)?|premium of)\s*$", re.I)
_PRICED = Pattern(r"\b(?:prices?|tariff)\b", re.I)
_ELECTIVE = Pattern(r"(?<![-\w])(?<!non )elective\b", re.I)
_ADJUSTED = Pattern(
    r"(?<!no )(?<!without )(?<!no further )(?:\blocal(?:ly)?(?: |-)(?:agreed |)"
    r"(?:adjust\w*|prices?|variations?|modifications?|departures?))|\bSchedule 3",
    re.I,
)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds each mechanism, each part of a unit price, and each low volume payment."""
    if not any(True for _ in draft.of("PAYMENT")):
        return
    from clausecheck.editions.payment_scheme import scheme_on

    day = start_of(draft)
    scheme = scheme_on(day)
    for payment in draft.of("PAYMENT"):
        _mechanism(draft, payment, scheme.words(day) if scheme else "", facts)
        if scheme is not None:
            _rates(draft, payment, scheme.words(day), facts)
            _low_volume(draft, payment, scheme.low_volume_limit, scheme.words(day), facts)


def start_of(draft: Draft) -> date | None:
    """The day that decides which scheme holds: of the services, else of the contract, else of the edition."""
    contract = draft.contract
    form = contract.get("Form") if contract else None
    known = day_of(contract, "Service Commencement Date") or day_of(contract, "Date of contract")
    if known is None and form is not None and isinstance(form.value, FormOf) and form.value.edition:
        return date(int(form.value.edition[:4]), 4, 1)
    return known


class Paid(NamedTuple):
    """The parties that a PAYMENT block pays, and whether it names them."""

    parties: tuple[Block, ...]
    named: bool


def paid_by(draft: Draft, payment: Block) -> Paid:
    """Whom a PAYMENT block pays: those it names, else every provider that is not a sub-contractor alone."""
    named = parties_of(draft, payment, "Provider", "Payee")
    if named:
        return Paid(tuple(named), True)
    holders = [party for party in draft.of("PARTY") if roles(party) & (PROVIDING - {"sub-contractor"})]
    return Paid(tuple(holders), False)


def parties_of(draft: Draft, block: Block, *labels: str) -> list[Block]:
    """The PARTY blocks that these labels name."""
    ids = [
        name.id
        for field in (block.get(label) for label in labels)
        if field and isinstance(field.value, Names)
        for name in field.value.names
    ]
    return [draft.by_id[name] for name in dict.fromkeys(ids) if name in draft.by_id]


def payers_of(draft: Draft, payment: Block) -> list[Block]:
    """Who pays: those a PAYMENT block names, else every commissioner."""
    return parties_of(draft, payment, "Payer") or [
        party for party in draft.of("PARTY") if roles(party) & COMMISSIONING
    ]


def yearly(payment: Block) -> int | None:
    """The pence of a block's Annual value, where it is for a year."""
    field = payment.get("Annual value")
    if field is None or not isinstance(field.value, Money):
        return None
    if field.value.per is None:
        return None if _NOT_YEARLY.search(field.raw) else field.value.pence
    return field.value.pence if _YEARLY.search(field.value.per) else None


def _mechanism(draft: Draft, payment: Block, scheme: str, facts: Collector) -> None:
    field = payment.get("Mechanism")
    mechanism = choice_of(payment, "Mechanism")
    if (field is not None and mechanism is None) or (field is None and not payment.complete):
        return
    payers = payers_of(draft, payment)
    inner = any(roles(party) for party in payers) and not any(
        roles(party) & COMMISSIONING for party in payers
    )
    paid = paid_by(draft, payment)
    others = [party for party in paid.parties if kind_of_party(party) in _OTHERS]
    clear = bool(others) and (paid.named or len(others) == len(paid.parties))
    value = yearly(payment)
    facts.add(
        "payment_mechanism",
        field.span if field else payment.span,
        (*payment.path, "Mechanism") if field else payment.path,
        of=ref_of(payment),
        mechanism=mechanism,
        council_pays=bool(payers) and all(kind_of_party(each) == "local authority" for each in payers),
        outsider=mechanism in FOR_TRUSTS and clear and not inner and bool(scheme),
        shown={
            "name": payment.name,
            "outsiders": listed([f"{each.id} ({kind_of_party(each)})" for each in others]),
            "scheme": scheme,
            "unpriced": (f"For {pounds(value)} a year n" if value else "N")
            + "obody can tell whether it is fixed, or moves with activity, and at which price",
        },
    )


class _Rate(NamedTuple):
    """A part of unit price, and the line that it is in."""

    rate: Decimal
    field: Field
    line: str


def _rates(draft: Draft, payment: Block, scheme: str, facts: Collector) -> None:
    mechanism = choice_of(payment, "Mechanism")
    if mechanism is None:
        return
    trust = any(kind_of_party(party) in _TRUSTS for party in paid_by(draft, payment).parties)
    for found in (*_variable(payment), *_unit_prices(payment)):
        paid = percent_of(_MILLION, found.rate)
        gap = abs(_MILLION - paid)
        facts.add(
            "unit_rate",
            found.field.span,
            (*payment.path, found.field.label),
            of=ref_of(payment),
            mechanism=mechanism,
            rate=found.rate,
            outside=not 0 <= found.rate <= _WHOLE,
            elective=bool(_ELECTIVE.search(found.line)),
            trust=trust,
            adjusted=bool(_ADJUSTED.search(line_of(found.field))),
            shown={
                "name": payment.name,
                "rate": percentage(found.rate),
                "scheme": scheme,
                "example": f"Activity priced at {pounds(_MILLION)} is paid {pounds(paid)}, "
                f"{pounds(gap)} {'less' if paid < _MILLION else 'more'}",
            },
        )


def _variable(payment: Block) -> Iterator[_Rate]:
    field = payment.get("Variable rate")
    if field is not None and isinstance(field.value, Percent):
        yield _Rate(field.value.value, field, field.raw)


def _unit_prices(payment: Block) -> Iterator[_Rate]:
    """The parts of a price in the Unit price line and its bullets: 85% of unit price, unit price less 5%."""
    field = payment.get("Unit price")
    for value in field.values() if field else ():
        for part in parts_in(value):
            if field is None or not isinstance(part, Percent):
                continue
            at = part.span.start - value.span.start
            before, after = value.raw[:at], value.raw[at:].partition("%")[2]
            if _OFF.search(before) and _PRICED.search(value.raw):
                yield _Rate(_WHOLE - part.value, field, value.raw)
            elif _ON.search(before):
                continue
            elif _OF_PRICE.match(after) or (part.of and _PRICED.search(part.of)):
                yield _Rate(part.value, field, value.raw)


def _low_volume(draft: Draft, payment: Block, limit: int, scheme: str, facts: Collector) -> None:
    field = payment.get("Mechanism")
    kinds = {kind_of_party(party) for party in paid_by(draft, payment).parties}
    if field is None or choice_of(payment, "Mechanism") != "low volume activity" or kinds & _OTHERS:
        return
    value = yearly(payment)
    stated = payment.get("Annual value")
    above = value is not None and value > limit and len(payers_of(draft, payment)) <= 1
    extras = list(_extras(draft, payment))
    explained = gives_reason(field.raw) or (stated is not None and gives_reason(stated.raw))
    facts.add(
        "low_volume",
        field.span,
        (*payment.path, "Mechanism"),
        of=ref_of(payment),
        value=value,
        above=above and not explained,
        extra=bool(extras),
        shown={
            "name": payment.name,
            "value": pounds(value or 0),
            "limit": pounds(limit),
            "over": pounds((value or 0) - limit),
            "scheme": scheme,
            "extras": listed(extras),
        },
    )


def _extras(draft: Draft, payment: Block) -> Iterator[str]:
    """What else moves in the year between the commissioner and the provider of a low volume payment."""
    rate = payment.get("Variable rate")
    if rate is not None and isinstance(rate.value, Percent) and rate.value.value != 0 and not says_none(rate):
        yield f"a variable rate of {percentage(rate.value.value)}"
    providers = {party.id for party in paid_by(draft, payment).parties}
    for pool in draft.of("RISK SHARE"):
        shares = [share for side in ("gain", "loss") for share in shares_of(pool, side)]
        if any(share.name.id in providers and share.percent != 0 for share in shares):
            yield f'the risk share "{pool.title or pool.name}"'
    holders = [party.id for party in draft.of("PARTY") if roles(party) & (PROVIDING - {"sub-contractor"})]
    if len(holders) == 1 and providers == set(holders):
        for each in draft.of("OUTCOME PAYMENT"):
            yield f'the outcome payment "{each.title}"' if each.title else each.name
