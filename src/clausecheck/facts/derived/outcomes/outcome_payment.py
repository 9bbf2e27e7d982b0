"""Payment for outcomes: weights against 100%, the path over the years, and money paid before a baseline."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from clausecheck.facts.arithmetic.exact import percent_of
from clausecheck.facts.arithmetic.money import percent as percentage
from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.arithmetic.shares import MILLION, share_total
from clausecheck.facts.blocks import ref_of, state_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.outcomes.measures import measures_of
from clausecheck.facts.derived.outcomes.payment_words import (
    both_types,
    fall_of,
    half_earned,
    halfway,
    heaviest,
    step,
)
from clausecheck.facts.derived.outcomes.stakes import Pool, dearest, pools_of, shares_by_year
from clausecheck.facts.fact import State
from clausecheck.facts.kinds import count, flag, kind, money, percent, text, word
from clausecheck.model.draft import Block, Draft, Field
from clausecheck.model.values import Shares
from clausecheck.spans import Span

KINDS = (
    kind(
        "weight",
        "The weight of one outcome or indicator in a payment.",
        payment=word("the OUTCOME PAYMENT"),
        outcome=word("the outcome or indicator"),
        percent=percent("the weight", optional=True),
    ),
    kind(
        "weight_total",
        "The total of the weights of a payment.",
        payment=word("the OUTCOME PAYMENT"),
        total=percent("the sum"),
        whole=flag("it is exactly 100%"),
        has_hole=flag("a weight is still to come"),
        sum=text("the addition in figures"),
        price=text("what the outcomes at target would pay, in a sentence"),
    ),
    kind(
        "payment_path",
        "How the share of budget that hangs on outcomes goes over the years.",
        payment=word("the OUTCOME PAYMENT"),
        first_year=percent("the share in the first year"),
        highest=percent("the highest share in any year"),
        years=count("how many years it states"),
        falls=flag("it falls from one year to the next"),
        first_amount=money("what the first year's share comes to", optional=True),
        highest_amount=money("what the highest share comes to", optional=True),
        path=text("the shares in order"),
        first=text("the first year and its share"),
        most=text("what the highest share comes to, in a sentence"),
        fall=text("what the first year that falls comes to beside the one before, in a sentence"),
        before=text("the year before the first fall"),
        after=text("the first year that falls"),
    ),
    kind(
        "payment_terms",
        "A payment for outcomes, priced at its highest share.",
        payment=word("the OUTCOME PAYMENT"),
        at_risk=text("the most that hangs on it in a year, or words for it"),
        halfway=text("what three curves pay halfway from floor to target, in a sentence"),
        both_types=text("what a provider has as a withhold and as a bonus, in a sentence"),
        half_earned=text("what is left where half is earned, in a sentence"),
        step=text("what a single case decides under a step, in a sentence"),
    ),
    kind(
        "paid_early",
        "A measure that money hangs on in the first year.",
        payment=word("the OUTCOME PAYMENT"),
        measure=word("the outcome or indicator"),
        baseline_missing=flag("it has no baseline, or one that is still to come"),
        baseline_unknown=flag("its block was not read in full"),
        first_year=percent("the share of budget in the first year"),
        at_risk=text("the money that hangs on it in the first year, in a sentence"),
        first=text("the share of budget in the first year"),
    ),
)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds weights, their totals, the payment's path, and what is paid in the first year."""
    for payment in draft.of("OUTCOME PAYMENT"):
        _weights(draft, payment, facts)
        _path(draft, payment, facts)
        _terms(draft, payment, facts)


def _weights(draft: Draft, payment: Block, facts: Collector) -> None:
    field = payment.get("Weights")
    if field is None or not isinstance(field.value, Shares):
        return
    path = (*payment.path, "Weights")
    for share in field.value.shares:
        facts.add(
            "weight",
            share.span,
            path,
            payment=ref_of(payment),
            outcome=share.name.id,
            percent=share.percent,
            shown={"name": share.raw},
        )
    known = [(share.name.id, share.percent) for share in field.value.shares if share.percent is not None]
    total = share_total(known)
    facts.add(
        "weight_total",
        field.value.span,
        path,
        payment=ref_of(payment),
        total=total.total,
        whole=total.is_whole,
        has_hole=len(known) < len(field.value.shares),
        shown={
            "name": payment.name,
            "sum": total.sum_in_words,
            "total": percentage(total.total),
            "price": _all_reached(draft, payment, total.total),
        },
    )


def _all_reached(draft: Draft, payment: Block, total: Decimal) -> str:
    most = dearest(pools_of(draft, payment))
    if most is None or not most.pence:
        return f"Of every £1,000,000 that depends on them, {_against(MILLION, total)}"
    return f"Of {pounds(most.pence)} {most.when}, {_against(most.pence, total)}"


def _against(pool: int, total: Decimal) -> str:
    """What weights of this total pay of a pool with every outcome reached, and the difference."""
    paid = percent_of(pool, total)
    rest = pounds(abs(paid - pool))
    end = f"{rest} more than there is" if paid > pool else f"and nothing can earn the other {rest}"
    return f"every outcome reached pays {pounds(paid)}, {end}"


def _path(draft: Draft, payment: Block, facts: Collector) -> None:
    field = payment.get("Share of budget")
    pools = pools_of(draft, payment)
    if field is None or not pools:
        return
    values = [share for _, share in shares_by_year(field)]
    highest = max(pools, key=lambda pool: (pool.share, pool.pence or 0))
    facts.add(
        "payment_path",
        field.entries[0].span if field.entries else field.span,
        (*payment.path, "Share of budget"),
        payment=ref_of(payment),
        first_year=values[0],
        highest=highest.share,
        years=len(values),
        falls=any(after < before for before, after in pairwise(values)),
        first_amount=pools[0].pence,
        highest_amount=highest.pence,
        shown={
            "name": payment.name,
            "path": ", ".join(percentage(value) for value in values),
            "first": _year(*shares_by_year(field)[0]),
            "most": _most(highest),
            **fall_of(pools),
        },
        spans=_year_spans(field, values),
    )
    if values[0] > 0:
        _paid_early(draft, payment, field, pools[0], facts)


def _terms(draft: Draft, payment: Block, facts: Collector) -> None:
    found = dearest(pools_of(draft, payment))
    most = found.pence if found else None
    facts.add(
        "payment_terms",
        payment.span,
        payment.path,
        payment=ref_of(payment),
        shown={
            "name": payment.name,
            "at_risk": f"up to {pounds(most)} a Contract Year"
            if most
            else "the money that depends on outcomes",
            "halfway": halfway(found),
            "both_types": both_types(found),
            "half_earned": half_earned(found),
            "step": step(found, heaviest(payment.get("Weights"))),
        },
    )


def _year_spans(field: Field, values: list[Decimal]) -> dict[str, Span]:
    """The line of the highest share, and those of the first fall and the year before it."""
    if len(field.entries) != len(values):
        return {}
    spans = [entry.span for entry in field.entries]
    places = {"highest": values.index(max(values))}
    fallen = next((n for n in range(1, len(values)) if values[n] < values[n - 1]), None)
    if fallen is not None:
        places |= {"before": fallen - 1, "after": fallen}
    return {name: spans[place] for name, place in places.items()}


def _year(label: str, share: Decimal) -> str:
    return f"{percentage(share)} in {label}" if label else percentage(share)


def _most(highest: Pool) -> str:
    if not highest.pence or highest.budget is None:
        part = pounds(percent_of(MILLION, highest.share))
        return f"{part} of every £1,000,000 of the Budget depends on outcomes"
    of = f"{percentage(highest.share)} of the Budget of {pounds(highest.budget)}"
    return f"{of} is {pounds(highest.pence)} {highest.when}"


def _paid_early(draft: Draft, payment: Block, field: Field, first: Pool, facts: Collector) -> None:
    listed = payment.get("Weights")
    if listed is None or not isinstance(listed.value, Shares):
        return
    weight = {share.name.id: share.percent for share in listed.value.shares}
    at = field.entries[0].span if field.entries else field.span
    for measure in measures_of(draft):
        names = {measure.block.id, measure.outcome.id if measure.outcome else measure.block.id}
        name = next((name for name in weight if name in names), None)
        if name is None:
            continue
        baseline = measure.get("Baseline")
        share = weight[name]
        spans = {"baseline": baseline.span} if baseline else {"measure": measure.block.span}
        facts.add(
            "paid_early",
            at,
            (*payment.path, "Share of budget"),
            payment=ref_of(payment),
            measure=ref_of(measure.block),
            baseline_missing=baseline is None or state_of(baseline) is State.BLANK,
            baseline_unknown=baseline is None and not measure.complete,
            first_year=first.share,
            shown={
                "name": payment.name,
                "measure": measure.block.name,
                "at_risk": _early(measure.block.name, share, first),
                "first": percentage(first.share),
            },
            spans=spans,
        )


def _early(name: str, share: Decimal | None, first: Pool) -> str:
    hangs = f"hangs on {name} in the first year, and nothing says what it improves on"
    if share is None or share <= 0:
        return f"Money {hangs}"
    if not first.pence or first.budget is None:
        part = percent_of(percent_of(MILLION, first.share), share)
        return f"{pounds(part)} of every £1,000,000 of the Budget {hangs}"
    worked = f"{percentage(share)} of {percentage(first.share)} of {pounds(first.budget)}"
    return f"{pounds(percent_of(first.pence, share))} ({worked}) {hangs}"
