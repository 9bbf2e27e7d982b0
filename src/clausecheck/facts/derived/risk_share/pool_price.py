"""What it could cost that a pool leaves something open, in pounds at a named point."""

from __future__ import annotations

from decimal import Decimal

from clausecheck.facts.arithmetic.exact import percent_of
from clausecheck.facts.arithmetic.money import joined, pounds
from clausecheck.facts.arithmetic.shares import MILLION
from clausecheck.facts.blocks import ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.budget.budget import budget_of
from clausecheck.facts.derived.risk_share.exposure import FIVE
from clausecheck.facts.derived.risk_share.results import Result, named, result_of, together
from clausecheck.facts.derived.risk_share.shares import shares_of, sides_of
from clausecheck.facts.fact import Fact
from clausecheck.facts.kinds import kind, text, word
from clausecheck.model.draft import Block, Draft
from clausecheck.spans import Span

KINDS = (
    kind(
        "pool_price",
        "What a gap in a pool could cost, one fact a pool; each attribute is a sentence for one gap.",
        pool=word("the RISK SHARE"),
        benchmark=text("what a Budget that serves as the benchmark and is 1% off would share"),
        drift=text("what 1% between the Counterfactual and the Budget comes to"),
        ungated=text("what providers would be paid whatever the quality of care"),
        uncertain_gain=text("the gain that conditions leave in doubt"),
        leaver=text("what a party that leaves may still owe, or be due"),
        owed=text("what providers would pay of a loss, without a sum where it is every loss"),
        other_side=text("what hangs on whether the side that is not spoken of is shared"),
        undivided=text("the size of a result that shows what cannot be divided"),
        one_side=text("the line that speaks of one side alone"),
    ),
)

_ONE = Decimal(1)
_PLURAL = {"gain": "gains", "loss": "losses"}


def derive(draft: Draft, facts: Collector) -> None:
    """Adds a price for each pool."""
    for pool in draft.of("RISK SHARE"):
        budget = budget_of(draft, pool)
        budget = budget if budget and budget > 0 else None
        gain, loss = result_of(draft, pool, "gain"), result_of(draft, pool, "loss")
        line = _one_side(pool)
        told = _told(pool, facts)
        facts.add(
            "pool_price",
            pool.span,
            pool.path,
            pool=ref_of(pool),
            shown={
                "name": pool.title or pool.name,
                "benchmark": _benchmark(pool, budget),
                "drift": _drift(budget),
                "ungated": _ungated(gain, budget),
                "uncertain_gain": _uncertain(gain, budget),
                "leaver": _leaver(gain, loss, bool(told and told.values["transferred"])),
                "owed": _owed(told),
                "other_side": _other_side(pool, budget),
                "undivided": _undivided(budget),
            },
            spans={"one_side": line} if line else {},
        )


def _benchmark(pool: Block, budget: int | None) -> str:
    off, size = ("1%", f" ({pounds(percent_of(budget, _ONE))})") if budget else ("£1,000,000", "")
    much, little = f"{off} too much in it{size} is a gain that nobody earned", f"{off} too little"
    match sides_of(pool):
        case "gain only":
            return f"If the Budget serves instead, {much}"
        case "loss only":
            return f"If the Budget serves instead, {little} in it{size} is a loss that nobody caused"
    return f"If the Budget serves instead, {much}, and {little} a loss that nobody caused"


def _drift(budget: int | None) -> str:
    if budget is None:
        return "Every £1,000,000 between its amount and the Budget is £1,000,000 of gain or loss"
    return (
        f"Every 1% by which its amount turns out to differ from the Budget of {pounds(budget)} "
        f"is {pounds(percent_of(budget, _ONE))} of gain or loss"
    )


def _ungated(gain: Result | None, budget: int | None) -> str:
    if gain is None or not gain.providers:
        return (
            f"A saving of {_undivided(budget)} made by treating fewer people is shared like one made by "
            "treating them better"
        )
    return (
        f"{gain.point} {named(gain.providers)} would be paid {together(gain.providers)}, even if it was "
        "saved by treating fewer people"
    )


def _uncertain(gain: Result | None, budget: int | None) -> str:
    if gain is None or not gain.providers:
        return f"nobody can say whether any gain is payable, such as one of {_undivided(budget)}"
    paid = f"{named(gain.providers)} would be paid {together(gain.providers)}"
    return f"nobody can say whether {paid} {gain.point[0].lower()}{gain.point[1:]}"


def _told(pool: Block, facts: Collector) -> Fact | None:
    return next((fact for fact in facts.of("pool_loss") if fact.values["pool"] == ref_of(pool)), None)


def _owed(told: Fact | None) -> str:
    if told is None:
        return "Providers would pay a part of whatever is lost"
    return (
        f"{told.shown['bearers']} would pay every loss" if told.values["transferred"] else told.shown["price"]
    )


def _leaver(gain: Result | None, loss: Result | None, whole: bool) -> str:
    found = loss or gain
    if found is None or not found.lines:
        return "A party that leaves during a year may take its part of the result with it, or leave it behind"
    line = max(found.providers or found.lines, key=lambda each: each.pence)
    if found is loss and whole:
        return f"Nothing says whether {line.party} still owes a loss that it bears once it has left"
    its = f"{'owe' if found is loss else 'be paid'} its {pounds(line.pence)}"
    return f"{found.point} nothing says whether {line.party}, if it had left, would still {its}"


def _other_side(pool: Block, budget: int | None) -> str:
    """What hangs on the side that is not spoken of: nothing, or parts by the shares of the other side."""
    spoken = "gain" if pool.get("Gain shares") or pool.get("Gain bands") else "loss"
    size = percent_of(budget, FIVE) if budget else MILLION
    what, does = (
        ("overspend", "borne by whoever spends")
        if spoken == "gain"
        else ("underspend", "kept by whoever saves")
    )
    at = f"An {what} of 5% ({pounds(size)})" if budget else f"An {what} of {pounds(size)}"
    lines = [
        f"{share.name.id} {pounds(percent_of(size, share.percent))}"
        for share in shares_of(pool, spoken)
        if share.percent is not None
    ]
    by = f" ({joined(lines)})" if lines and not pool.get("Threshold") else ""
    return f"{at} is {does} it, or shared as {_PLURAL[spoken]} are{by}: the draft does not say which"


def _undivided(budget: int | None) -> str:
    return f"{pounds(percent_of(budget, FIVE))} (5% of {pounds(budget)})" if budget else "£1,000,000"


def _one_side(pool: Block) -> Span | None:
    """The line that says how gains, or losses, are shared."""
    labels = ("Gain shares", "Gain bands", "Loss shares", "Loss bands")
    fields = [field for label in labels if (field := pool.get(label))]
    return fields[0].span if fields else None
