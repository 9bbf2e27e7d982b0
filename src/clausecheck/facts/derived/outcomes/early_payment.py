"""What a payment pays in the first year on measures whose baseline is still to come, all of them together."""

from __future__ import annotations

from collections.abc import Sequence

from clausecheck.facts.arithmetic.exact import percent_of, total
from clausecheck.facts.arithmetic.money import percent as percentage
from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.arithmetic.shares import MILLION
from clausecheck.facts.blocks import ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.outcomes.measure_lines import MOST_WEIGHT, Weighed, named, weighed
from clausecheck.facts.derived.outcomes.stakes import Pool, pools_of, shares_by_year
from clausecheck.facts.kinds import count, kind, percent, text, word
from clausecheck.model.draft import Block, Draft

KINDS = (
    kind(
        "paid_before_baseline",
        "A payment that hangs money of the first year on measures that have no baseline yet.",
        payment=word("the OUTCOME PAYMENT"),
        measures=count("how many of them"),
        first_year=percent("the share of budget in the first year"),
        lacking=text("the measures, and that they have no baseline, in a clause"),
        at_risk=text("the money that hangs on them in the first year, in a sentence"),
    ),
)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds each such payment."""
    measured = {fact.values["ref"] for fact in facts.of("measure") if fact.values["measured"] is True}
    early = {
        (fact.values["payment"], fact.values["measure"])
        for fact in facts.of("paid_early")
        if fact.values["baseline_missing"] is True and fact.values["baseline_unknown"] is False
    }
    for payment in draft.of("OUTCOME PAYMENT"):
        found = [
            each
            for each in weighed(draft, payment)
            if (ref_of(payment), ref_of(each.measure.block)) in early
            and ref_of(each.measure.block) in measured
        ]
        if found:
            _paid(draft, payment, found, facts)


def _paid(draft: Draft, payment: Block, found: Sequence[Weighed], facts: Collector) -> None:
    field = payment.get("Share of budget")
    assert field is not None
    first = pools_of(draft, payment)[0]
    _, share = shares_by_year(field)[0]
    names = [each.measure.block.id or each.measure.block.name for each in found]
    who = found[0].measure.block.name if len(found) == 1 else named(names)
    baseline = found[0].measure.get("Baseline")
    facts.add(
        "paid_before_baseline",
        field.entries[0].span if field.entries else field.span,
        (*payment.path, "Share of budget"),
        payment=ref_of(payment),
        measures=len(found),
        first_year=share,
        shown={
            "name": payment.name,
            "first_year": percentage(share),
            "lacking": f"{who} {'has' if len(found) == 1 else 'have'} no baseline yet",
            "at_risk": _at_risk(who, found, first),
        },
        spans={"lacking": baseline.span if baseline else found[0].measure.block.span},
    )


def _at_risk(who: str, found: Sequence[Weighed], first: Pool) -> str:
    """What hangs on them; an outcome with several indicators counts once, with its whole weight."""
    they = "it improves" if len(found) == 1 else "they improve"
    hangs = f"hangs on {who} in the first year, and nothing says what {they} on"
    weights = {each.name: each.weight for each in found}
    known = [weight for weight in weights.values() if weight is not None]
    weight = min(total(known), MOST_WEIGHT)
    if len(known) < len(weights) or weight <= 0:
        return f"Money {hangs}"
    if not first.pence or first.budget is None:
        part = percent_of(percent_of(MILLION, first.share), weight)
        return f"{pounds(part)} of every £1,000,000 of the Budget {hangs}"
    capped = percent_of(first.budget, first.share) != first.pence
    of = pounds(first.pence) if capped else f"{percentage(first.share)} of {pounds(first.budget)}"
    return f"{pounds(percent_of(first.pence, weight))} ({percentage(weight)} of {of}) {hangs}"
