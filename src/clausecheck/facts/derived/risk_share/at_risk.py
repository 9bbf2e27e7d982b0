"""The income that a provider puts at risk in a year: on outcomes and on losses together."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from clausecheck.facts.arithmetic.exact import whole_pence
from clausecheck.facts.arithmetic.money import percent as percentage
from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.arithmetic.position import share_of, two_places
from clausecheck.facts.blocks import choice_of, money_of, ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.budget.yearly import budget_in, year_key
from clausecheck.facts.derived.frame.parties import LEADING, PROVIDING, roles
from clausecheck.facts.derived.outcomes.outcome_money import groups_of
from clausecheck.facts.derived.outcomes.stakes import Pool, pools_of, start_of
from clausecheck.facts.derived.outcomes.weighing import weighed
from clausecheck.facts.derived.risk_share.worst_year import losses_on, shadow_years
from clausecheck.facts.derived.words.lines import listed
from clausecheck.facts.kinds import kind, money, percent, text, word
from clausecheck.model.draft import Block, Draft

KINDS = (
    kind(
        "income_at_risk",
        "What a provider can lose in a year on outcomes and in pools, beside its turnover.",
        party=word("the party's id"),
        outcomes=money("the money that depends on outcomes"),
        losses=money("the most it can lose in the pools, where that is limited and known"),
        total=money("the two together"),
        turnover=money("its yearly income"),
        of_turnover=percent("the two together, as a percentage of its yearly income"),
        year=text("the year in which it is the most"),
        sum=text("the addition in figures"),
    ),
)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds the dearest year of each provider that money for outcomes goes to, as far as the draft says."""
    parties = [party for party in draft.of("PARTY") if roles(party) & PROVIDING]
    holders = [party for party in parties if "sub-contractor" not in roles(party)]
    payments = [each for each in draft.of("OUTCOME PAYMENT") if choice_of(each, "Type") != "bonus"]
    alone = len(holders) == 1
    if not alone and any(roles(party) & LEADING for party in holders):
        return  # one of them is paid for all, and what it passes on is not said
    for holder in holders:
        on_outcomes = [
            (pools_of(draft, payment), Fraction(1) if alone else _part(draft, payment, holder.id))
            for payment in payments
        ]
        if any(part for _, part in on_outcomes):
            _at_risk(draft, holder, on_outcomes, facts)


def _part(draft: Draft, payment: Block, party: str) -> Fraction:
    """The part of a payment that hangs on what a party alone answers for; at most all of it."""
    groups = groups_of(weighed(draft, payment))
    own = [group.weight for group in groups if group.owners == (party,)]
    return sum(own, start=Fraction(0)) / max(Fraction(1), sum(group.weight for group in groups))


def _at_risk(
    draft: Draft, holder: Block, on_outcomes: list[tuple[list[Pool], Fraction]], facts: Collector
) -> None:
    turnover = money_of(holder, "Turnover")
    field = holder.get("Turnover")
    if turnover is None or turnover <= 0 or field is None:
        return
    start = start_of(draft)
    named = [pool.year for pools, part in on_outcomes if part for pool in pools]
    years = {year_key(year, start): year for year in reversed(named)}
    if len(years) > 1:
        years.pop("", None)
    found = [
        (
            year,
            sum(_in_year(pools, part, year, start) for pools, part in on_outcomes),
            _losses(draft, holder, year, facts),
        )
        for year in dict.fromkeys(years[year_key(each, start)] for each in named if len(years) == 1 or each)
    ]
    if not found:
        return
    year, outcomes, losses = max(found, key=lambda each: each[1] + sum(each[2]))
    total = outcomes + sum(losses)
    of_turnover = share_of(total, turnover)
    parts = [f"{pounds(outcomes)} on outcomes"] + [f"{pounds(loss)} of losses" for loss in losses]
    facts.add(
        "income_at_risk",
        field.span,
        (*holder.path, "Turnover"),
        party=ref_of(holder),
        outcomes=outcomes,
        losses=sum(losses),
        total=total,
        turnover=turnover,
        of_turnover=of_turnover,
        shown={
            "name": holder.title or holder.id,
            "year": f"In {year}" if year else "In each Contract Year",
            "sum": f"{listed(parts)}, {pounds(total)} in all" if len(parts) > 1 else parts[0],
            "of_turnover": percentage(two_places(of_turnover)),
        },
    )


def _in_year(pools: list[Pool], part: Fraction, year: str, start: date | None) -> int:
    """What a part of a payment comes to in one year; a share for all years counts in each."""
    key = year_key(year, start)
    mine = next((pool for pool in pools if not pool.year or year_key(pool.year, start) == key), None)
    return whole_pence((mine.pence or 0) * part) if mine else 0


def _losses(draft: Draft, holder: Block, year: str, facts: Collector) -> list[int]:
    """The most that it can lose in each pool that is not in a shadow year, on that year's budget."""
    found = []
    for fact in facts.of("member_cap"):
        amount = fact.values.get("amount")
        if fact.values["party"] != holder.id or not isinstance(amount, int) or amount <= 0:
            continue
        pool = next((each for each in draft.of("RISK SHARE") if ref_of(each) == fact.values["pool"]), None)
        start = start_of(draft)
        if pool is None or not year or year_key(year, start) not in shadow_years(draft, pool):
            budget = budget_in(draft, pool, year, start) if pool and year else None
            own = losses_on(draft, pool, budget).get(holder.id) if pool and budget is not None else None
            found.append(amount if own is None else own)
    return found
