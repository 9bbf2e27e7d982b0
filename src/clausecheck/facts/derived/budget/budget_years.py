"""Budgets of more than one year: how they grow, what becomes of savings, and what reopens their terms."""

from __future__ import annotations

import re
from decimal import Decimal

from clausecheck.facts.arithmetic.budget import rebased
from clausecheck.facts.arithmetic.exact import percent_of
from clausecheck.facts.arithmetic.growth import difference_at_end
from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.blocks import ref_of, state_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.budget.budget import budget_of
from clausecheck.facts.derived.budget.capitation import budget_behind
from clausecheck.facts.derived.budget.funding import amount_of
from clausecheck.facts.derived.budget.rebasing_words import kept_by_providers
from clausecheck.facts.derived.budget.yearly import amounts_by_year
from clausecheck.facts.derived.frame.parties import COMMISSIONING, PROVIDING, roles
from clausecheck.facts.derived.frame.years import year_named, years_in
from clausecheck.facts.derived.risk_share.exposure import FIVE
from clausecheck.facts.derived.risk_share.shares import sharing, sides_of
from clausecheck.facts.derived.risk_share.takings import of_parties, saving, takings
from clausecheck.facts.derived.words.lines import line_of, listed, says_none, words_of
from clausecheck.facts.fact import State
from clausecheck.facts.kinds import count, flag, kind, percent, text, word
from clausecheck.model.draft import Block, Draft, Field
from clausecheck.model.values import Money
from clausecheck.patterns import Pattern

KINDS = (
    kind(
        "budget_path",
        "A budget and the years it runs for.",
        budget=word("the BUDGET"),
        years=count("how many Contract Years it runs for; 0 where nobody can tell"),
        single=flag("it states one amount, not one for each year"),
        open=flag("it does not say how the sum rises with costs, or what is taken off it"),
        half=flag("it states an amount for each year and what is taken off it, and not whether costs rise"),
        lacking=text("the lines that are missing"),
        states=text("whether it states one amount or one for each year"),
        mend=text("what would settle it"),
        price=text("what 1% a year comes to by the last year, in a sentence"),
    ),
    kind(
        "rebasing",
        "What becomes of savings in the next year of a budget that a pool shares gains on.",
        budget=word("the BUDGET"),
        rebasing=text("the Rebasing line"),
        kept=percent("the part of savings that providers keep, where the line says it", optional=True),
        unsaid=text("what a lasting saving is worth if it is kept and if it is not, in a sentence"),
        taken=text("what a lasting saving is worth where all is taken back, in a sentence"),
    ),
    kind(
        "pool_term",
        "A pool that lasts more than one year, and whether anything reopens its terms.",
        pool=word("the RISK SHARE"),
        years=count("how many Contract Years it runs for"),
        reopens=flag("it says what reopens the terms, or was not read in full"),
        price=text("what a change of 5% comes to over the years, in a sentence"),
    ),
)

_NET = Pattern(r"\bnet\b[^.;]{0,30}\befficienc|\befficienc[^.;]{0,20}\b(?:deducted|included|netted)\b", re.I)
_RISING = Pattern(
    r"\buplift|\binflation|\bpay awards?\b|\bcosts? (?:growth|rises?|factors?)\b|\bcash\b"
    r"|\b(?:real|nominal) terms\b|\bprices?\b|\bnet\b",
    re.I,
)
_WHOLE_TERM = Pattern(r"\b(?:over|for) the\b|\bterm\b|\bin (?:all|total)\b", re.I)
_REOPENS = Pattern(
    r"\bbreak[- ]?glass\b|\bre-?open|\bre-?price|\bre-?negotiat|\bmaterial change|\brevisit"
    r"|\breview(?:s|ed)? the"
    r" (?:budget|terms|price)|\bhardship\b",
    re.I,
)

_MEND = (
    'Add "Uplift:" and "Efficiency:" with a rate for each year or the national factor, '
    "or state the amount for each year"
)
_EACH_YEAR = "has an amount for each of"
_HALF_MEND = 'Add "Uplift:", if only to say that the amounts hold it, and at what rate'


def derive(draft: Draft, facts: Collector) -> None:
    """Adds each budget's path and rebasing, and each pool's term."""
    pools = list(draft.of("RISK SHARE"))
    for budget in draft.of("BUDGET"):
        _path(draft, budget, facts)
        mine = [pool for pool in pools if budget_behind(draft, pool) is budget]
        gaining = [pool for pool in mine if sides_of(pool) != "loss only" and _others_gain(draft, pool)]
        if gaining and years_in(draft, budget) > 1:
            _rebasing(draft, budget, gaining[0], facts)
    for pool in pools:
        _term(draft, pool, facts)


def _others_gain(draft: Draft, pool: Block) -> bool:
    """Whether somebody other than commissioners can gain, as far as the draft says."""
    commissioners = {party.id for party in draft.of("PARTY") if roles(party) & COMMISSIONING}
    gaining = sharing(pool, "gain")
    return not gaining or any(share.name.id not in commissioners for share in gaining)


def _path(draft: Draft, budget: Block, facts: Collector) -> None:
    field = budget.get("Amount")
    years = years_in(draft, budget)
    netted = bool(_NET.search(words_of(budget, "Uplift")))
    lacking = [label for label in ("Uplift", "Efficiency") if budget.get(label) is None]
    if netted and "Efficiency" in lacking:
        lacking.remove("Efficiency")
    half = lacking == ["Uplift"] and _for_each_year(field) and not _speaks_of_costs(budget)
    amounts = (
        [entry.value.pence for entry in field.entries if isinstance(entry.value, Money)] if field else []
    )
    facts.add(
        "budget_path",
        field.span if field else budget.span,
        (*budget.path, "Amount") if field else budget.path,
        budget=ref_of(budget),
        years=years,
        single=_one_for_each_year(field),
        open=bool(lacking) and budget.complete,
        half=half and budget.complete,
        shown={
            "name": budget.name,
            "budget": budget.name,
            "lacking": " or ".join(lacking),
            "states": f"{_EACH_YEAR if half else 'is one amount for'} {years} Contract Years",
            "mend": _HALF_MEND if half else _MEND,
            "price": _one_percent(draft, amounts[-1] if half else amount_of(budget), years),
        },
    )


def _for_each_year(field: Field | None) -> bool:
    """Whether a line states an amount for each of several years, all of them in figures."""
    return (
        field is not None
        and len(field.entries) > 1
        and all(isinstance(entry.value, Money) for entry in field.entries)
    )


def _speaks_of_costs(budget: Block) -> bool:
    """Whether the lines that make up a budget say anything of how costs rise."""
    lines = ("Amount", "Total", "Efficiency", "Rebasing", "Population true-up", "Savings plan", "Source")
    return bool(_RISING.search(words_of(budget, *lines, "Carve-outs")) or budget.prose)


def _one_for_each_year(field: Field | None) -> bool:
    """Whether one amount serves for every year; an amount over the whole term says what each year is not."""
    if field is None or not isinstance(field.value, Money) or field.entries:
        return False
    return not _WHOLE_TERM.search(field.raw)


def _one_percent(draft: Draft, amount: int | None, years: int) -> str:
    if not amount or years < 2:
        return "Nobody has agreed what the sum is after the first year"
    late = pounds(difference_at_end(amount, years, Decimal(1)))
    return f"Each 1% a year that is not agreed comes to {late} in {year_named(draft, years)}"


def _rebasing(draft: Draft, budget: Block, pool: Block, facts: Collector) -> None:
    field = budget.get("Rebasing")
    parties = {party.id: roles(party) for party in draft.of("PARTY")}
    commissioners = [name for name, has in parties.items() if has & COMMISSIONING]
    providers = [name for name, has in parties.items() if has & PROVIDING]
    kept = kept_by_providers(line_of(field), commissioners, providers) if field else None
    lacking = State.ABSENT if budget.complete else State.UNKNOWN
    unsaid, taken = _worth(draft, pool, providers, budget)
    facts.add(
        "rebasing",
        field.span if field else budget.span,
        (*budget.path, "Rebasing") if field else budget.path,
        budget=ref_of(budget),
        kept=kept,
        states={"rebasing": state_of(field) if field else lacking},
        shown={
            "name": budget.name,
            "budget": budget.name,
            "rebasing": line_of(field),
            "unsaid": unsaid,
            "taken": taken,
        },
    )


def _worth(draft: Draft, pool: Block, providers: list[str], budget: Block) -> tuple[str, str]:
    """What a saving that lasts is worth where nothing is said of it, and where all of it is taken back."""
    size, found = saving(draft, pool), takings(draft, pool)
    paid = of_parties(found, providers)
    if not size:
        return (
            "Whether a saving that lasts is worth anything to providers after its first year is left open",
            "A saving that lasts is worth nothing to providers after its first year",
        )
    lasting = f"A saving of 5% ({pounds(size)}) that lasts"
    base = _next_amount(budget)
    cut = f"cut to {pounds(rebased(base, Decimal(0), size, Decimal(100)))}" if base else "cut by as much"
    if not paid:
        return (
            f"After {lasting.lower()} the next year's Budget may stay as it is, or be {cut}",
            f"After {lasting.lower()} the next year's Budget is {cut}",
        )
    who = listed([name for name in providers if found and found.get(name)])
    return (
        f"{lasting} brings {who} {pounds(paid)} again in the next year if the Budget stays, "
        f"and nothing if it is {cut}",
        f"{lasting} brings {who} {pounds(paid)} in the year it is made, and nothing in the next, "
        f"whose Budget is {cut}",
    )


def _next_amount(budget: Block) -> int | None:
    """What a budget comes to in its second year, before uplift where it states one amount for all."""
    field = budget.get("Amount")
    second = field.entries[1].value if field and len(field.entries) > 1 else None
    return second.pence if isinstance(second, Money) else amount_of(budget)


def _five_percent(draft: Draft, pool: Block, amount: int, years: int) -> str:
    """What 5% of a pool's budget comes to in a year and over all of them, each on its own amount."""
    amounts = amounts_by_year(draft, pool)
    if not amounts:
        one = percent_of(amount, FIVE)
        return f"{pounds(one)} a Contract Year, and {pounds(one * years)} over {years} of them"
    known = [pence for _, pence in amounts if pence is not None]
    first = f"{pounds(percent_of(amount, FIVE))} in {amounts[0][0]}"
    if len(known) < years or len(known) < len(amounts):
        return f"{first}, and comes again in each year after it"
    return f"{first}, and {pounds(percent_of(sum(known), FIVE))} over {len(known)} Contract Years"


def _term(draft: Draft, pool: Block, facts: Collector) -> None:
    budget = budget_behind(draft, pool)
    years = years_in(draft, budget)
    field = pool.get("Break glass")
    elsewhere = [words_of(budget, "Rebasing", "Uplift", "Population true-up")]
    elsewhere += [words_of(block, "Price effect") for block in draft.of("VARIATION")]
    triggers = [block.get("Triggers") for block in draft.of("VARIATION")]
    # One clause that reopens the terms serves for all pools of a draft.
    triggers += [other.get("Break glass") for other in draft.of("RISK SHARE")]
    reopened = any(each is not None and not says_none(each) for each in triggers)
    said = _REOPENS.search("; ".join([*elsewhere, words_of(pool, "Commissioner risk", "Counterfactual")]))
    amount = budget_of(draft, pool)
    price = "A change that nobody foresaw is borne for the whole term on terms that nobody can reopen"
    if amount and years > 1:
        price = f"A change of 5% in activity or cost is {_five_percent(draft, pool, amount, years)}"
    facts.add(
        "pool_term",
        field.span if field else pool.span,
        (*pool.path, "Break glass") if field else pool.path,
        pool=ref_of(pool),
        years=years,
        reopens=bool(said) or reopened or not pool.complete,
        shown={"name": pool.title or pool.name, "pool": pool.title or pool.name, "price": price},
    )
