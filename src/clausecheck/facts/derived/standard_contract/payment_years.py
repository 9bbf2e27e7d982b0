"""How a yearly payment runs in a year that is not whole, and how it is divided among those who pay."""

from __future__ import annotations

import re

from clausecheck.facts.arithmetic.calendars import canonical
from clausecheck.facts.arithmetic.dates import Length, length
from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.arithmetic.part_years import PartYear, part_years
from clausecheck.facts.blocks import choice_of, ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.frame.term import contract_days
from clausecheck.facts.derived.standard_contract.mechanisms import payers_of, yearly
from clausecheck.facts.derived.words.lines import listed, whole
from clausecheck.facts.derived.words.stretches import said_anywhere
from clausecheck.facts.kinds import count, flag, kind, money, text, word
from clausecheck.model.draft import Block, Draft
from clausecheck.model.values import Moneys
from clausecheck.patterns import Pattern

KINDS = (
    kind(
        "part_year",
        "A contract that runs for no whole number of years, and whose payment is a yearly sum.",
        of=word("the PAYMENT block"),
        days=count("the days of its shortest part of a year to 31 March"),
        profiled=flag("the draft says how payments run then, or was not read in full"),
        parts=text("the part years, in words"),
        price=text("what the yearly sum comes to in one of them, in a sentence"),
    ),
    kind(
        "yearly_value",
        "A yearly sum that several commissioners pay together.",
        of=word("the PAYMENT block"),
        amount=money("the sum"),
        payers=count("how many pay"),
        divided=flag("the draft says what each pays, or was not read in full"),
        who=text("who pays"),
        each=text("what an equal part would be, in a sentence"),
    ),
)

_FIXED = ("aligned payment and incentive", "low volume activity", "local agreement")
_PROFILE = Pattern(
    r"\bprofiled?\b|\bpart[- ]years?\b|\bpro[- ]rata\b|\bTiming and Amounts\b|\bby the day\b"
    r"|\bfirst (?:and(?:/or)? (?:final|last) |or (?:final|last) )?(?:contract )?year (?:is|runs|being)\b"
    r"|\b(?:first|final|last|short)\b[^.;]{0,40}\b(?:payment|instalment|month|period)s?\b",
    re.I,
)
_OWN_YEAR = Pattern(r"\s*contract year\s*", re.I)
_DIVIDED = Pattern(
    r"\bExpected Annual Contract Values?\b|\bEACV\b|\beach (?:commissioner|of them) pays\b"
    r"|\bcommissioners'? (?:share|part|contribution)s?\b|\bpaid? (?:equally|in equal)",
    re.I,
)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds the part years of each fixed payment, and each yearly value with several payers."""
    for payment in draft.of("PAYMENT"):
        _part_years(draft, payment, facts)
        _divided(draft, payment, facts)


def _part_years(draft: Draft, payment: Block, facts: Collector) -> None:
    days = contract_days(draft)
    own = any(_OWN_YEAR.fullmatch(definition.term) for definition in draft.definitions)
    if days is None or own or choice_of(payment, "Mechanism") not in _FIXED:
        return
    parts = part_years(*days) if length(*days) != Length(length(*days).months // 12 * 12, 0) else ()
    field = payment.get("Mechanism")
    if not parts or field is None:
        return
    budget_by_year = any(
        len(amount.entries) > 1 for block in draft.of("BUDGET") if (amount := block.get("Amount")) is not None
    )
    stated = any(block.get("First and final year") for block in draft.of("PAYMENT"))
    said = any(_speaks_of_it(block) for block in draft.of("PAYMENT", "LINKS", "BUDGET", "CLAUSE"))
    facts.add(
        "part_year",
        field.span,
        (*payment.path, "Mechanism"),
        of=ref_of(payment),
        days=min(part.days for part in parts),
        profiled=bool(stated) or said or budget_by_year or not whole(draft),
        shown={
            "name": payment.name,
            "parts": listed([_in_words(part) for part in parts]),
            "price": _price(parts[0], yearly(payment)),
        },
    )


def _speaks_of_it(block: Block) -> bool:
    """Whether a block speaks of payments in a part of a year."""
    lines = [field.raw for field in block.fields] + [e.raw for f in block.fields for e in f.entries]
    return any(_PROFILE.search(line) for line in (*lines, *(line.raw for line in block.prose)))


def _in_words(part: PartYear) -> str:
    return f"{canonical(part.start)} to {canonical(part.end)} ({part.days} of {part.whole} days)"


def _price(part: PartYear, value: int | None) -> str:
    if value is None:
        return "Whether a year's money or a part of it is due for so many days is left open"
    by_day = part.by_day(value)
    return (
        f"For the {part.days} days to {canonical(part.end)} that is {pounds(by_day)} by the day, and "
        f"{pounds(value)} if the year's sum is paid; nothing says which"
    )


def _divided(draft: Draft, payment: Block, facts: Collector) -> None:
    value, field = yearly(payment), payment.get("Annual value")
    payers = payers_of(draft, payment)
    if value is None or field is None or len(payers) < 2:
        return
    names = {party.id for party in payers}
    paid_in = [
        {share.name.id for share in stated.value.shares}
        for budget in draft.of("BUDGET")
        if (stated := budget.get("Contributions")) is not None and isinstance(stated.value, Moneys)
    ]
    divided = any(names <= given for given in paid_in) or said_anywhere(draft, _DIVIDED)
    facts.add(
        "yearly_value",
        field.span,
        (*payment.path, "Annual value"),
        of=ref_of(payment),
        amount=value,
        payers=len(payers),
        divided=divided or not whole(draft),
        shown={
            "name": payment.name,
            "amount": pounds(value),
            "who": listed([party.id for party in payers]),
            "each": f"Each could be asked for {pounds(value)}, or say that its part is "
            f"{pounds(value // len(payers))}, one of {len(payers)} equal parts",
        },
    )
