"""What stands behind a body that is made for one contract, and what a contract's money is worth per cent."""

from __future__ import annotations

from decimal import Decimal

from clausecheck.facts.arithmetic.exact import percent_of
from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.arithmetic.shares import MILLION
from clausecheck.facts.blocks import choice_of, money_of, ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.dated import Figure, counting, figures_of
from clausecheck.facts.derived.budget.budget import budget_of
from clausecheck.facts.derived.budget.funding import amount_of
from clausecheck.facts.derived.frame.term import contract_days
from clausecheck.facts.derived.risk_share.exposure import FIVE
from clausecheck.facts.kinds import flag, kind, text, word
from clausecheck.model.draft import Block, Draft
from clausecheck.model.values import Money

KINDS = (
    kind(
        "party_money",
        "A party beside the money of the contract, one fact a party.",
        party=word("the party's id"),
        other_work=flag("its turnover is more than the contract pays a year, so that it was not made for it"),
        backing=text("what there is to claim on, beside what the contract pays a year, in a sentence"),
        vat_open=text("what the party says of VAT, and what nothing says, in a clause"),
        vat=text("what VAT on 1% of the contract's money comes to, in a sentence"),
    ),
    kind(
        "contract_money",
        "What the contract's money is worth, one fact a draft.",
        of=word("always contract"),
        overspend=text("who bears 5% more cost than planned, where nothing is shared, in a sentence"),
    ),
)

_ONE = Decimal(1)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds each party beside the contract's money, and what that money is worth."""
    year = money_of_year(draft)
    days = contract_days(draft)
    rate = counting(figures_of("lessons", "vat"), "standard rate", days[0] if days else None)
    for party in draft.of("PARTY"):
        facts.add(
            "party_money",
            party.span,
            party.path,
            party=ref_of(party),
            other_work=_other_work(draft, party, year),
            shown={
                "name": party.id,
                "backing": _backing(party, year),
                "vat_open": _vat_open(party),
                "vat": _vat(year, rate),
            },
        )
    if draft.blocks:
        first = draft.contract or draft.blocks[0]
        facts.add(
            "contract_money",
            first.span,
            first.path,
            of="contract",
            shown={"name": "the contract", "overspend": _overspend(year)},
        )


def money_of_year(draft: Draft) -> int | None:
    """What the contract pays a Contract Year: its Price, or its one budget, or the one its pools share."""
    price = draft.contract.get("Price") if draft.contract else None
    if price and isinstance(price.value, Money) and "year" in (price.value.per or "").lower():
        return price.value.pence or None
    budgets = [amount_of(budget) for budget in draft.of("BUDGET")]
    pools = [budget_of(draft, pool) for pool in draft.of("RISK SHARE")]
    for found in (budgets, pools):
        if len(found) == 1 and found[0]:
            return found[0]
    return None


def _other_work(draft: Draft, party: Block, year: int | None) -> bool:
    """Whether a party's turnover is more than the contract can bring it."""
    turnover = money_of(party, "Turnover")
    pays = year or money_of(draft.contract, "Contract value")
    return turnover is not None and turnover > (pays or 0)


def _overspend(year: int | None) -> str:
    size = f"5% of {pounds(year)} ({pounds(percent_of(year, FIVE))})" if year else "£1,000,000"
    return f"An overspend of {size} stays with whichever party it happens to fall on"


def _backing(party: Block, year: int | None) -> str:
    reserves = money_of(party, "Reserves")
    beyond = f"beyond its reserves of {pounds(reserves)}" if reserves else "beyond its own reserves"
    if not year:
        return f"Its owners can let it fail: {beyond} there is nothing to claim the next £1,000,000 on"
    loss = percent_of(year, FIVE)
    said = f"an overspend of 5% of {pounds(year)} is {pounds(loss)}"
    if reserves and loss > reserves:
        other = f"there is nobody to claim the other {pounds(loss - reserves)} on"
        return f"Its owners can let it fail: {said}, and {beyond} {other}"
    return f"Its owners can let it fail: {said}, and {beyond} there is nobody to claim on"


def _vat_open(party: Block) -> str:
    match choice_of(party, "VAT recovery"):
        case "none":
            return "it recovers no VAT, and nothing says who pays what it is charged"
        case "partial":
            return "it recovers VAT only in part, and nothing says who pays the rest"
        case _:
            return "nothing says how VAT falls on it or who pays what it cannot recover"


def _vat(year: int | None, rate: Figure | None) -> str:
    base = percent_of(year, _ONE) if year else MILLION
    of = f"1% of {pounds(year)} ({pounds(base)})" if year else pounds(base)
    if rate is None:
        return f"VAT on {of} of purchases that cannot be recovered has no payer"
    due = pounds(percent_of(base, Decimal(rate.value)))
    charged = f"VAT at the standard rate of {rate.value}% on {of} of purchases is {due}"
    return f"{charged}, and what of it cannot be recovered has no payer"
