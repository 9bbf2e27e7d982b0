"""Rates that payment rests on: for activity off plan, for people from elsewhere, and what is kept in hand."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from clausecheck.facts.arithmetic.budget import blended
from clausecheck.facts.arithmetic.exact import percent_of, rounded
from clausecheck.facts.arithmetic.money import percent as percentage
from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.blocks import money_of, ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.budget.budget import budget_of
from clausecheck.facts.derived.budget.funding import amount_of
from clausecheck.facts.derived.risk_share.exposure import FIVE
from clausecheck.facts.derived.words.lines import gives_reason, line_of, says_none
from clausecheck.facts.kinds import flag, kind, percent, text, word
from clausecheck.model.draft import Block, Draft, parts_in
from clausecheck.model.values import Money, Percent
from clausecheck.patterns import Pattern

KINDS = (
    kind(
        "variable_rate",
        "The rate at which activity off plan is paid.",
        rate=percent("the part of unit price"),
        outside=flag("it is below 0% or above 100%"),
        one_way=flag("it is for activity above plan alone, or below plan alone"),
        way=text("the side that it is for"),
        other=text("the side that it leaves out"),
        price=text("what activity 5% above plan would pay, in a sentence"),
        left_out=text("what the side that it leaves out comes to, in a sentence"),
    ),
    kind(
        "cross_area",
        "What a pool pays for people treated elsewhere, and for people who come in.",
        pool=word("the RISK SHARE"),
        one_way=flag("it prices one of the two alone"),
        priced=text("the one that is priced"),
        unpriced=text("the one that is not"),
        price=text("what that comes to on £1,000,000 of care, in a sentence"),
    ),
    kind(
        "profit_cap",
        "How far a pool limits the profit of its holder.",
        pool=word("the RISK SHARE"),
        capped=flag("it says the most profit that may be kept, or was not read in full"),
        placed=flag("it says where the rest goes"),
        says=text("what is missing, in words"),
        price=text("what is at stake, in a sentence"),
    ),
    kind(
        "contingency",
        "What a budget or a pool keeps in hand.",
        of=word("the BUDGET or RISK SHARE"),
        percent=percent("as a percentage of the budget"),
        explained=flag("the line gives a reason"),
        comes_to=text("what it comes to, in a sentence"),
    ),
)

_MILLION = 100_000_000

_UP = Pattern(
    r"\b(?:above|over(?:[- ]?performance)?|exceed\w*|extra|additional|higher|more than|growth)\b", re.I
)
_DOWN = Pattern(r"\b(?:below|under(?:[- ]?performance)?|fewer|lower|less|short(?:fall)?|reduc\w*)\b", re.I)
_EITHER = Pattern(
    r"\bboth\b|\beither\b|\bsymmetric|\bup(?:wards?)? (?:and|or) down|\bany (?:change|difference)\b", re.I
)

_OUT = Pattern(
    r"\bout-?flows?\b|\bout[- ]of[- ]area\b|\bout of (?:the )?area\b|\boutgoing\b"
    r"|\bgo(?:ing)? out\b|\bexports?\b"
    r"|\btreated (?:elsewhere|outside)\b|\bleav(?:e|ing) the area\b|\belsewhere\b",
    re.I,
)
_IN = Pattern(
    r"\bin-?flows?\b|\bincoming\b|\bcom(?:e|ing) in(?:to)?\b|\bimports?\b|\bfrom (?:outside"
    r"|elsewhere|other areas)\b"
    r"|\bvisitors?\b|\bnon-residents?\b",
    re.I,
)
_BOTH_FLOWS = Pattern(
    r"\bboth\b|\beither (?:way|direction)\b|\beach way\b|\bin and out\b|\bout and in\b", re.I
)

_DESTINATION = Pattern(
    r"\b(?:excess|rest|remainder|surplus|above (?:that|it|this)|anything (?:above|over)|balance)\b"
    r"|\b(?:return|repaid|repay|paid|pass|reinvest|go(?:es)?|goes back)\w*\b[^.;]{0,40}\bto\b|\breinvest",
    re.I,
)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds every variable rate, price across areas, profit cap and contingency."""
    for payment in draft.of("PAYMENT"):
        _variable(payment, facts)
    for pool in draft.of("RISK SHARE"):
        _cross_area(pool, facts)
        _profit(draft, pool, facts)
        _contingency(pool, budget_of(draft, pool), facts)
    for budget in draft.of("BUDGET"):
        _contingency(budget, amount_of(budget), facts)


def _variable(payment: Block, facts: Collector) -> None:
    field = payment.get("Variable rate")
    if field is None or not isinstance(field.value, Percent):
        return
    rate, said = field.value.value, field.raw
    up, down = bool(_UP.search(said)), bool(_DOWN.search(said))
    one_way = up != down and not _EITHER.search(said)
    value = money_of(payment, "Annual value")
    off = percent_of(value, FIVE) if value else _MILLION
    priced = pounds(abs(blended(0, 0, off, rate)))
    size = f"5% ({pounds(off)})" if value else f"worth {pounds(off)}"
    facts.add(
        "variable_rate",
        field.span,
        (*payment.path, "Variable rate"),
        rate=rate,
        outside=not 0 <= rate <= 100,
        one_way=one_way,
        shown={
            "name": payment.name,
            "rate": percentage(rate),
            "way": "above plan" if up else "below plan",
            "other": "below" if up else "above",
            "price": f"Activity {size} above plan would {_changes(rate)} the payment by {priced}",
            "left_out": _left_out(size, priced, up),
        },
    )


def _changes(rate: Decimal) -> str:
    return "lower" if rate < 0 else "raise"


def _left_out(size: str, priced: str, up: bool) -> str:
    side, more, other = ("above", "more", "below") if up else ("below", "less", "above")
    return f"Activity {size} {side} plan pays {priced} {more}; for as much {other} it the draft has no rate"


def _cross_area(pool: Block, facts: Collector) -> None:
    field = pool.get("Cross-area prices")
    if field is None or says_none(field):
        return
    said = line_of(field)
    out, into = bool(_OUT.search(said)), bool(_IN.search(said))
    one_way = out != into and not _BOTH_FLOWS.search(said)
    rate = next(
        (part for value in field.values() for part in parts_in(value) if isinstance(part, Percent)), None
    )
    paid = pounds(percent_of(_MILLION, rate.value)) if rate else "the agreed price"
    outward = f"For {pounds(_MILLION)} of care that people receive elsewhere {paid} leaves the Budget"
    inward = f"For {pounds(_MILLION)} of care for people who come in {paid} is received"
    facts.add(
        "cross_area",
        field.span,
        (*pool.path, "Cross-area prices"),
        pool=ref_of(pool),
        one_way=one_way and pool.complete,
        shown={
            "name": pool.title or pool.name,
            "pool": pool.title or pool.name,
            "priced": "people who are treated elsewhere" if out else "people who come in from elsewhere",
            "unpriced": "people who come in from elsewhere" if out else "people who are treated elsewhere",
            "price": f"{outward}; for people who come in the draft has no price"
            if out
            else f"{inward}; for care received elsewhere the draft has no price",
        },
    )


def _profit(draft: Draft, pool: Block, facts: Collector) -> None:
    field = pool.get("Profit cap")
    said = line_of(field)
    parts = [part for value in (field.values() if field else ()) for part in parts_in(value)]
    limit = next((part for part in parts if isinstance(part, Percent | Money)), None)
    capped = limit is not None or not pool.complete
    budget = budget_of(draft, pool)
    facts.add(
        "profit_cap",
        field.span if field else pool.span,
        (*pool.path, "Profit cap") if field else pool.path,
        pool=ref_of(pool),
        capped=capped,
        placed=bool(_DESTINATION.search(said)) or not pool.complete,
        shown={
            "name": pool.title or pool.name,
            "pool": pool.title or pool.name,
            "says": "does not limit the holder's profit"
            if not capped
            else "limits the holder's profit and does not say where the rest goes",
            "price": _profit_price(budget, limit if capped else None),
        },
    )


def _profit_price(budget: int | None, limit: Percent | Money | None) -> str:
    if isinstance(limit, Money):
        return f"Nobody is named to receive what is earned above {pounds(limit.pence)}"
    if limit is not None and budget:
        kept = pounds(percent_of(budget, limit.value))
        return (
            f"On the Budget of {pounds(budget)}, {percentage(limit.value)} is {kept}; "
            "nobody is named to receive what is earned above it"
        )
    if limit is not None:
        return f"Nobody is named to receive what is earned above {percentage(limit.value)}"
    if budget:
        one = pounds(percent_of(budget, Decimal(1)))
        return f"Each 1% by which costs stay below the Budget is {one} a Contract Year for the holder"
    return "All that the holder does not spend on care is its own"


def _contingency(block: Block, budget: int | None, facts: Collector) -> None:
    field = block.get("Contingency")
    if field is None:
        return
    parts = [part for value in field.values() for part in parts_in(value)]
    found = next((part for part in parts if isinstance(part, Percent | Money)), None)
    share = Decimal(0) if says_none(field) else _share_of(found, budget)
    if share is None:
        return
    facts.add(
        "contingency",
        field.span,
        (*block.path, "Contingency"),
        of=ref_of(block),
        percent=share,
        explained=gives_reason(line_of(field)),
        shown={
            "name": block.title or block.name,
            "percent": percentage(share),
            "comes_to": _comes_to(share, found, budget),
        },
    )


def _share_of(found: Percent | Money | None, budget: int | None) -> Decimal | None:
    if isinstance(found, Money):
        return rounded(Fraction(found.pence * 100, budget), 4) if budget else None
    return found.value if found else None


def _comes_to(share: Decimal, found: Percent | Money | None, budget: int | None) -> str:
    if not budget:
        return "Too little is spent in the first bad month, and too much is care that is not bought"
    if isinstance(found, Money):
        return f"{pounds(found.pence)} is {percentage(share)} of the budget of {pounds(budget)}"
    if share == 0:
        return f"Nothing of the budget of {pounds(budget)} is kept for what nobody foresaw"
    return f"{percentage(share)} of the budget of {pounds(budget)} is {pounds(percent_of(budget, share))}"
