"""Capitated budgets: who pays for the very ill, and whether the sum follows how ill people are."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from clausecheck.facts.arithmetic.exact import percent_of
from clausecheck.facts.arithmetic.growth import compounded
from clausecheck.facts.arithmetic.money import percent as percentage
from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.arithmetic.stop_loss import average_cost
from clausecheck.facts.blocks import choice_of, money_of, ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.budget.funding import amount_of
from clausecheck.facts.derived.frame.years import years_in
from clausecheck.facts.derived.words.lines import gives_reason, line_of, says_none, words_of
from clausecheck.facts.kinds import flag, kind, percent, text, word
from clausecheck.model.draft import Block, Draft, Field
from clausecheck.model.values import Count, Names, Percent, Text
from clausecheck.patterns import Pattern

KINDS = (
    kind(
        "costly_patients",
        "A pool over a budget that goes by the number of people, and what it says of very costly patients.",
        pool=word("the RISK SHARE"),
        budget=word("the BUDGET"),
        settled=flag("it, or its budget, says how their cost counts, or was not read in full"),
        sort=text("what kind of budget it is"),
        price=text("what one such patient takes out of the budget, in a sentence"),
    ),
    kind(
        "risk_adjustment",
        "How a capitated budget allows for how ill people are.",
        budget=word("the BUDGET"),
        adjusted=flag("it says how, or gives a reason why not, or was not read in full"),
        coded=flag("it rests on need or illness as providers record it, not only on age and sex"),
        limited=flag("it says how far the sum may rise by it"),
        growth=percent(
            "the most by which it may rise over the contract, where that is stated", optional=True
        ),
        extent=text("how far the sum may rise by it"),
        price=text("what people who need more than the average come to, in a sentence"),
        each=text("what each 1% of the adjustment comes to, in a sentence"),
    ),
)

_ONE = Decimal(1)
_COSTLY = 25_000_000
"""The cost of a patient that the message speaks of, in pence: £250,000 a year."""

_COSTLY_WORDS = Pattern(
    r"\b(?:high|very|exceptional|outlier|extreme)(?:ly)?[- ](?:cost|costly|expensive)\b[^.;]{0,20}"
    r"\b(?:patients?|people|persons?|cases?|individuals?|packages?|placements?)\b"
    r"|\bexceptional (?:patients?|cases?|packages?|costs?)\b|\boutliers?\b|\btruncat|\bstop[- ]loss\b"
    r"|\bpercentile\b|\bindividually agreed\b"
    r"|\b(?:above|over|exceed\w*|more than|in excess of|beyond)\s+£[\d,.]+[mk]?\s*"
    r"(?:a|per|each|for (?:a|any one|one|each)|in respect of (?:a|any))\s+"
    r"(?:\w+ )?(?:patient|person|head|case|individual|package|service user)\b"
    r"|\b(?:patients?|people|persons?|cases?|individuals?|packages?|service users?)\b[^.;]{0,40}"
    r"\b(?:above|over|exceed\w*|more than|in excess of|beyond)\s+£",
    re.I,
)
_ADJUSTS = Pattern(
    r"\bage\b|\bages\b|\bneeds?\b|\bweighted\b|\bcase[- ]?mix\b|\brisk[- ]adjust|\bmorbidit|\bacuity\b"
    r"|\bstrat(?:a|um|ified)\b|\bdeprivation\b|\bsegments?\b|\bfrailty\b",
    re.I,
)
_CODED = Pattern(
    r"\bneeds?\b|\bill(?:ness)?\b|\bcod(?:ed|ing)\b|\bdiagnos|\bmorbidit|\bacuity\b|\bcase[- ]?mix\b"
    r"|\bfrail|\bseverity\b|\brisk[- ]scores?\b|\bconditions?\b|\bcomplexity\b|\brecorded\b",
    re.I,
)
_LIMITED = Pattern(
    r"\bat most\b|\b(?:no|not|nor) (?:by )?(?:more|rise|rising|grow|growing|increase|exceed"
    r"|to exceed|above)\b"
    r"|\bup to\b|\bcap(?:s|ped)?\b|\blimit(?:s|ed)?\b|\bmaximum\b|\bceiling\b|\bwithin\b|\bfixed\b|\bfrozen\b"
    r"|\bheld\b|\bnormali[sz]|\brescal|\bre-?based? to 1\b|\bno growth\b|\bunchanged\b",
    re.I,
)
_UNLIMITED = Pattern(
    r"\b(?:no|without (?:a |any )?|not) ?(?:cap(?:ped)?|limit(?:ed)?|ceiling|maximum)\b"
    r"|\bunlimited\b|\buncapped\b",
    re.I,
)
_A_HEAD = Pattern(
    r"(?:£[\d,.]+[mk]?(?: a (?:year|month|quarter))?|\b(?:cost|sum|amount|rate|price))"
    r" (?:a|an|per|each|every|of a|of each|for a|for each|for every|for one) "
    r"(?:person|patient|head|registered person|resident|member)\b",
    re.I,
)
_YEARLY = Pattern(
    r"\W{0,3}(?:a|per|each|every|in (?:a|any|each)) (?:\w+ )?year\b"
    r"|\W{0,3}(?:annual|year)ly\b|\W{0,3}per annum\b",
    re.I,
)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds, for each capitated budget, its risk adjustment, and each pool that rests on it."""
    for budget in draft.of("BUDGET"):
        if _by_head(budget):
            _adjustment(draft, budget, facts)
    for pool in draft.of("RISK SHARE"):
        behind = budget_behind(draft, pool)
        if behind is not None and (_by_head(behind) or _trued_up_by_head(behind)):
            _costly(draft, pool, behind, facts)


def budget_behind(draft: Draft, pool: Block) -> Block | None:
    """The BUDGET block that a pool or a payment is measured against, if it names one."""
    field = pool.get("Budget")
    if field is None or not isinstance(field.value, Names) or not field.value.names:
        return None
    named = draft.by_id.get(field.value.names[0].id)
    return named if named is not None and named.head.name == "BUDGET" else None


def _by_head(budget: Block) -> bool:
    return choice_of(budget, "Basis") == "capitation" or budget.get("Per person") is not None


def _trued_up_by_head(budget: Block) -> bool:
    """Whether a budget of another kind follows the number of people at so much for each of them."""
    field = budget.get("Population true-up")
    return field is not None and not says_none(field) and bool(_A_HEAD.search(line_of(field)))


def _costly(draft: Draft, pool: Block, budget: Block, facts: Collector) -> None:
    stop = pool.get("Stop-loss")
    said = words_of(pool, "Exclusions", "Member limits", "Commissioner risk", "Cap")
    elsewhere = _COSTLY_WORDS.search(f"{said}; {words_of(budget, 'Carve-outs')}")
    unread = not pool.complete or not budget.complete
    facts.add(
        "costly_patients",
        stop.span if stop else pool.span,
        (*pool.path, "Stop-loss") if stop else pool.path,
        pool=ref_of(pool),
        budget=ref_of(budget),
        settled=(stop is not None and not says_none(stop)) or bool(elsewhere) or unread,
        shown={
            "name": pool.title or pool.name,
            "pool": pool.title or pool.name,
            "budget": budget.name,
            "sort": "a capitated budget"
            if _by_head(budget)
            else "a budget that moves by so much for each person",
            "price": _one_patient(draft, budget),
        },
    )


def _one_patient(draft: Draft, budget: Block) -> str:
    costs = f"One patient whose care costs {pounds(_COSTLY)} in a year"
    each, amount = _per_person(draft, budget), amount_of(budget)
    if each:
        people = round(Fraction(_COSTLY, each))
        return f"{costs} takes up what {budget.name} has for {people:,} people, at {pounds(each)} each"
    if amount:
        part = Decimal(_COSTLY * 100) / Decimal(amount)
        return f"{costs} takes up {percentage(round(part, 2))} of {budget.name} alone"
    return f"{costs} counts in full, like the cost of everybody else"


def _per_person(draft: Draft, budget: Block) -> int | None:
    """What a budget has for one person in pence: as stated, or its amount over the one population."""
    stated, amount = money_of(budget, "Per person"), amount_of(budget)
    if stated:
        return stated
    sizes = [field.value for block in draft.of("POPULATION") if (field := block.get("Size"))]
    size = sizes[0] if len(sizes) == 1 else None
    if amount is None or not isinstance(size, Count):
        return None
    number = size.number
    people = int(number.value) if number else 0
    return average_cost(amount, people) if people > 0 else None


def _adjustment(draft: Draft, budget: Block, facts: Collector) -> None:
    field = budget.get("Risk adjustment")
    said = line_of(field)
    bare = says_none(field)
    elsewhere = _ADJUSTS.search(words_of(budget, "Per person", "Population true-up", "Source", "Amount"))
    none = bare or (bool(re.match(r"\W*(?:none|no|not)\b", said, re.I)) and not gives_reason(said))
    limit = _limit_of(field)
    growth = _growth(limit, said, years_in(draft, budget))
    limited = bool(_LIMITED.search(said) or limit) and not _UNLIMITED.search(said)
    facts.add(
        "risk_adjustment",
        field.span if field else budget.span,
        (*budget.path, "Risk adjustment") if field else budget.path,
        budget=ref_of(budget),
        adjusted=(field is not None and not none) or bool(elsewhere) or not budget.complete,
        coded=field is not None and not none and bool(_CODED.search(said)),
        limited=limited,
        growth=growth if limited else None,
        shown={
            "name": budget.name,
            "budget": budget.name,
            "extent": _extent(limit, growth, said, draft, budget) if limited else "without a limit",
            "price": _more_needed(budget),
            "each": _each(budget),
        },
    )


def _limit_of(field: Field | None) -> Percent | None:
    parts = field.value.parts if field and isinstance(field.value, Text) else ()
    return next((part for part in parts if isinstance(part, Percent)), None)


def _growth(limit: Percent | None, said: str, years: int) -> Decimal | None:
    if limit is None:
        return None
    return compounded(limit.value, years) if _yearly(limit, said) and years > 1 else limit.value


def _yearly(limit: Percent, said: str) -> bool:
    return bool(_YEARLY.match(said.partition(limit.raw)[2]))


def _extent(limit: Percent | None, growth: Decimal | None, said: str, draft: Draft, budget: Block) -> str:
    if limit is None or growth is None:
        return "within a limit"
    years = years_in(draft, budget)
    if _yearly(limit, said) and years > 1:
        return f"by {limit.raw} a year, which over {years} Contract Years is {percentage(growth)}"
    return f"by {limit.raw}"


def _more_needed(budget: Block) -> str:
    amount = amount_of(budget)
    if amount is None:
        return "A provider whose people are more ill than the average is paid as if they were not"
    one = pounds(percent_of(amount, _ONE))
    return f"People who need 1% more care than the average cost {one} a Contract Year that is not paid for"


def _each(budget: Block) -> str:
    amount = amount_of(budget)
    if amount is None:
        return "The sum rises as more illness is recorded, with the same people"
    return f"Each 1% is {pounds(percent_of(amount, _ONE))} a Contract Year for the same people"
