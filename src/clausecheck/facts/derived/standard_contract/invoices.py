"""What a PAYMENT block says of invoices: how soon they are paid, and what is paid while one is disputed."""

from __future__ import annotations

import re

from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.arithmetic.settlement import Unit, at_least_days
from clausecheck.facts.blocks import choice_of, ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.frame.parties import COMMISSIONING, LEADING, roles
from clausecheck.facts.derived.risk_share.settling import payment_time, time_in, unit_of
from clausecheck.facts.derived.standard_contract.mechanisms import payers_of, yearly
from clausecheck.facts.derived.words.stretches import Stretch, sentences, stretches
from clausecheck.facts.kinds import count, flag, kind, text, word
from clausecheck.model.draft import Block, Draft
from clausecheck.patterns import Pattern

KINDS = (
    kind(
        "provider_payment",
        "How long after an invoice a provider is paid.",
        of=word("the PAYMENT block"),
        days=count("the calendar days it takes at the least"),
        under_act=flag("the contract is awarded under the Procurement Act 2023"),
        said=text("the time as written"),
        takes=text("the time in days, in brackets, where it is written otherwise"),
        meanwhile=text("what that means for the provider, in a sentence"),
    ),
    kind(
        "disputed_sum",
        "What is paid while a part of an invoice is disputed.",
        withheld=flag("all of it is held back, also what nobody disputes"),
        written=text("the words"),
    ),
    kind(
        "payment_limit",
        "Words by which activity beyond a sum or a number is not paid.",
        activity=flag("the payment is by activity"),
        written=text("the words"),
    ),
)

_WITHHELD = Pattern(
    r"\b(?:withh[eo]ld\w*|hold(?:s|ing)? back|held back|suspend\w*|not pa(?:y|id))\b"
    r"[^.;]{0,40}\b(?:whole|entire|full|all)\b|\b(?:whole|entire|full|all)\b[^.;]{0,60}"
    r"\b(?:withheld|held back|suspended|not paid)\b"
    r"|\b(?:no|nothing)\b[^.;]{0,30}\b(?:payment|paid|due)\b[^.;]{0,40}\b(?:until|while)\b"
    r"|\bpayment\b[^.;]{0,30}\b(?:stops|is suspended|ceases)\b"
    r"|\b(?:need not|is not (?:obliged|required|bound) to|may refuse to|shall not|will not) pay "
    r"(?:any of )?(?:the|an|that|its) invoice\b[^.;]{0,30}\b(?:until|while)\b",
    re.I,
)
_SEVERED = Pattern(
    r"\bundisputed\b|\buncontested\b|\bnot (?:in )?dispute|\bonly the (?:disputed|contested)|\brest\b", re.I
)
_OTHERWISE = Pattern(
    r"\bnot?\b|\bdisput|\bunless\b|\bif\b|\bwhere\b|\bcredit|\binterest\b|\breconcil|\bsubject to\b"
    r"|\bfinal invoice\b|\byear[- ]end\b",
    re.I,
)
_DISPUTED = Pattern(r"\bdisput\w+|\bcontest\w+|\bquer(?:y|ied)\b|\bchallenged\b", re.I)
_LIMIT = Pattern(
    r"\bno (?:further |additional )?payment\b[^.;]{0,60}\b(?:above|beyond|over|in excess of|more than)\b"
    r"|\b(?:activity|referrals?|patients?|spells?)\b[^.;]{0,50}"
    r"\b(?:above|beyond|over|in excess of|exceeding)\b"
    r"[^.;]{0,60}\b(?:not (?:be )?(?:paid|payable|funded|reimbursed)|unpaid|at no (?:charge|cost)"
    r"|without (?:charge|payment))\b"
    r"|\b(?:payments?|income|total|invoices?)\b[^.;]{0,40}\bcapped at\b|\b(?:absolute|hard|payment) cap\b"
    r"|\b(?:payment|financial|funding) (?:limit|ceiling)\b",
    re.I,
)
_PLANNED = Pattern(
    r"\bSC ?29\b|\bactivity (?:management|planning)\b|\bAMP\b|\bactivity query\b"
    r"|\bno (?:payment |absolute |hard )?(?:cap|limit|ceiling)\b|\bnot (?:be )?capped\b"
    r"|\bwithout (?:a )?(?:cap|limit)\b|\bnot an? "
    r"|\bprior approval\b",
    re.I,
)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds the time to pay, what is held back in a dispute, and any limit on what activity is paid."""
    under_act = any(choice_of(block, "Regime") == "Procurement Act 2023" for block in draft.of("PROCUREMENT"))
    by_activity = any(choice_of(block, "Mechanism") == "activity-based" for block in draft.of("PAYMENT"))
    for payment in draft.of("PAYMENT"):
        _time(draft, payment, under_act, facts)
    pays = _pays(draft)
    for stretch in stretches(draft):
        if stretch.head not in ("PAYMENT", "CLAUSE"):
            continue
        if stretch.label == "Disputed sums":
            _disputed(stretch, facts)
            continue
        for sentence in sentences(stretch):
            if stretch.head == "CLAUSE" and not stretch.label:
                _paid_in(sentence, pays, under_act, facts)
            if stretch.head == "CLAUSE" and _DISPUTED.search(sentence.text):
                if re.search(r"\binvoices?\b", sentence.text, re.I):
                    _disputed(sentence, facts)
            elif _LIMIT.search(sentence.text):
                _limit(sentence, by_activity, facts)


def _time(draft: Draft, payment: Block, under_act: bool, facts: Collector) -> None:
    field = payment.get("Terms")
    length = payment_time(field) if field else None
    payers = payers_of(draft, payment)
    if field is None or length is None or not all(roles(each) & COMMISSIONING for each in payers):
        return
    days = at_least_days(length.count, unit_of(length))
    plain = length.unit == "day" and unit_of(length) is Unit.DAY
    value = yearly(payment)
    owed = f", {pounds(value * days // 365)} of {pounds(value)} a year" if value else ""
    facts.add(
        "provider_payment",
        field.span,
        (*payment.path, "Terms"),
        of=ref_of(payment),
        days=days,
        under_act=under_act,
        shown={
            "name": payment.name,
            "said": length.raw,
            "takes": "" if plain else f" (at least {days:,} days)",
            "meanwhile": f"The provider pays its staff for {days:,} days before it is paid{owed}",
        },
    )


def _pays(draft: Draft) -> Pattern:
    """Words by which a commissioner of the draft pays a provider of it."""
    payers, payees = ["the commissioners?"], ["the (?:lead )?provider"]
    for party in draft.of("PARTY"):
        names = [rf"(?:the )?{re.escape(name)}" for name in (party.id, party.title) if name]
        if roles(party) & COMMISSIONING:
            payers += names
        elif roles(party) & LEADING or "provider" in roles(party):
            payees += names
    return Pattern(
        rf"\b(?:{'|'.join(payers)}) (?:shall |will |must )?pays? (?:(?:{'|'.join(payees)})\b|within\b"
        r"|(?:each |every |an? |all )?(?:valid |undisputed )?(?=invoices?\b))[^.;]*\binvoice",
        re.I,
    )


def _paid_in(sentence: Stretch, pays: Pattern, under_act: bool, facts: Collector) -> None:
    said = sentence.text
    length = time_in(said) if pays.search(said) and not _OTHERWISE.search(said) else None
    if length is None:
        return
    days = at_least_days(length.count, unit_of(length))
    plain = length.unit == "day" and unit_of(length) is Unit.DAY
    facts.add(
        "provider_payment",
        sentence.span,
        sentence.path,
        of=ref_of(sentence.block) if sentence.block else "",
        days=days,
        under_act=under_act,
        shown={
            "name": "the clause",
            "said": length.raw,
            "takes": "" if plain else f" (at least {days:,} days)",
            "meanwhile": f"The provider pays its staff for {days:,} days before it is paid",
        },
    )


def _disputed(stretch: Stretch, facts: Collector) -> None:
    said = stretch.text
    facts.add(
        "disputed_sum",
        stretch.span,
        stretch.path,
        withheld=bool(_WITHHELD.search(said)) and not _SEVERED.search(said),
        shown={"name": stretch.label or "the clause", "written": said},
    )


def _limit(stretch: Stretch, by_activity: bool, facts: Collector) -> None:
    if _PLANNED.search(stretch.text):
        return
    facts.add(
        "payment_limit",
        stretch.span,
        stretch.path,
        activity=by_activity,
        shown={"name": stretch.label or "the clause", "written": stretch.text},
    )
