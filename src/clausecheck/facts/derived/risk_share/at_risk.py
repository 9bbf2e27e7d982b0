"""The income that a provider puts at risk in a year: on outcomes and on losses together."""

from __future__ import annotations

from decimal import Decimal

from clausecheck.facts.arithmetic.caps import lowest
from clausecheck.facts.arithmetic.exact import percent_of
from clausecheck.facts.arithmetic.money import percent as percentage
from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.arithmetic.position import share_of, two_places
from clausecheck.facts.blocks import ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.budget.budget import budget_of
from clausecheck.facts.derived.frame.frame import PROVIDING, choice_of, money_of, roles
from clausecheck.facts.derived.outcomes.stakes import shares_by_year
from clausecheck.facts.derived.risk_share.thresholds import size_of
from clausecheck.facts.derived.words.lines import listed
from clausecheck.facts.kinds import kind, money, percent, text, word
from clausecheck.model.draft import Block, Draft
from clausecheck.model.values import Amount, Money, Names, Year

KINDS = (
    kind(
        "income_at_risk",
        "What the one provider of a draft can lose in a year on outcomes and in pools, beside its turnover.",
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
    """Adds the dearest year of the one provider that all payments go to."""
    parties = [party for party in draft.of("PARTY") if roles(party) & PROVIDING]
    holders = [party for party in parties if "sub-contractor" not in roles(party)]
    payments = [each for each in draft.of("OUTCOME PAYMENT") if choice_of(each, "Type") != "bonus"]
    if len(holders) != 1 or not payments:
        return
    [holder] = holders
    turnover = money_of(holder, "Turnover")
    field = holder.get("Turnover")
    if turnover is None or turnover <= 0 or field is None:
        return
    years = dict.fromkeys(
        year for each in payments for year, _ in shares_by_year(each.get("Share of budget"))
    )
    found = [
        (year, _on_outcomes(draft, payments, year), _losses(draft, holder, year, facts)) for year in years
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


def _on_outcomes(draft: Draft, payments: list[Block], year: str) -> int:
    found = 0
    for payment in payments:
        shares = dict(shares_by_year(payment.get("Share of budget")))
        budget = _budget_in(draft, payment, year)
        share = shares.get(year, shares.get("", Decimal(0)))
        if budget is not None:
            found += lowest(percent_of(budget, share), _cap(payment, budget)) or 0
    return found


def _cap(payment: Block, budget: int) -> int | None:
    """The most that hangs on outcomes by the payment's own cap, where it states one."""
    field = payment.get("Cap")
    return size_of(field.value, budget) if field and isinstance(field.value, Amount) else None


def _budget_in(draft: Draft, payment: Block, year: str) -> int | None:
    """The budget of a payment in one year, where it is stated by years, or in any."""
    field = payment.get("Budget")
    if field is not None and isinstance(field.value, Names) and field.value.names:
        named = draft.by_id.get(field.value.names[0].id)
        amount = named.get("Amount") if named else None
        for entry in amount.entries if amount else ():
            label = entry.key.label if isinstance(entry.key, Year) else entry.key_raw
            if label == year and isinstance(entry.value, Money):
                return entry.value.pence
    return budget_of(draft, payment)


def _losses(draft: Draft, holder: Block, year: str, facts: Collector) -> list[int]:
    """The most that it can lose in each pool that is not in a shadow year."""
    found = []
    for fact in facts.of("member_cap"):
        amount = fact.values.get("amount")
        if fact.values["party"] != holder.id or not isinstance(amount, int) or amount <= 0:
            continue
        pool = next((each for each in draft.of("RISK SHARE") if ref_of(each) == fact.values["pool"]), None)
        shadow = pool.get("Shadow years") if pool else None
        if shadow is None or not year or year not in shadow.raw:
            found.append(amount)
    return found
