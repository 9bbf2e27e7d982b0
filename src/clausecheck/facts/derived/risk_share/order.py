"""The order of operations of a pool: which steps it has, and whether it says in which order they come."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.arithmetic.threshold import Kind
from clausecheck.facts.blocks import ref_of, state_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.budget.budget import budget_of
from clausecheck.facts.derived.risk_share.bases import readings
from clausecheck.facts.derived.risk_share.sequence import clashing, two_results
from clausecheck.facts.derived.risk_share.settlement import of_providers
from clausecheck.facts.derived.risk_share.shares import sides_of
from clausecheck.facts.derived.risk_share.step_price import not_there, unapplied
from clausecheck.facts.derived.risk_share.thresholds import kind_of, size_of, thresholds_of
from clausecheck.facts.derived.words.lines import listed, says_none_with_words
from clausecheck.facts.fact import State
from clausecheck.facts.kinds import count, flag, kind, text, word
from clausecheck.model.draft import Block, Draft, Field
from clausecheck.model.values import Choice

KINDS = (
    kind(
        "pool_order",
        "The steps a pool has, and the order it states for them.",
        pool=word("the RISK SHARE"),
        steps=count("how many of threshold, bands, shares, quality, levy and cap the pool states"),
        stated=flag("it has an Order line"),
        order_matters=flag("a different order of these steps can give a different result"),
        has=text("the steps it states"),
        without=text("steps that the Order names and the pool does not state"),
        unordered=text("steps that the pool states and the Order leaves out"),
        names_missing=flag("the Order names a step the pool does not state"),
        leaves_out=flag("the Order leaves out a step the pool states"),
        clash=text("the steps whose order changes the result"),
        two_results=text("what two orders of them come to in pounds, in a sentence"),
        unapplied=text("the labels of the steps that the Order leaves out"),
        forgone=text("what a step that is never applied is worth, in a clause"),
        lost=text("what a step that is not there could be worth, in a clause"),
        one=text("the first of the steps whose order changes the result"),
        other=text("the last of them"),
    ),
    kind(
        "pool_threshold",
        "A threshold of a pool.",
        pool=word("the RISK SHARE"),
        side=word("gain, loss or both"),
        kind_stated=flag("it says first pound or excess only"),
        first_pound=flag("it says first pound"),
        percentage=flag("it is a percentage"),
        has_base=flag("it says what it is a percentage of"),
        said=text("the threshold as written"),
        readings=text("what first pound and excess only come to at twice the threshold, in a sentence"),
        cliff=text("the jump in what is shared at the threshold, in a sentence"),
        bases=text("what it comes to on each base it could be meant of, in a sentence"),
    ),
    kind(
        "gain_condition",
        "An outcome or indicator that a pool's gains depend on.",
        pool=word("the RISK SHARE"),
        outcome=word("the outcome or indicator"),
        unsettled=flag("a line that it is measured by is still to be filled, or cannot be read"),
        blank=text("the lines that are not settled"),
    ),
)

_CONDITIONS = ("Gain conditions", "Loss conditions")
_STEPS = (
    ("threshold", ("Threshold",)),
    ("bands", ("Bands", "Gain bands", "Loss bands")),
    ("shares", ("Shares", "Gain shares", "Loss shares")),
    ("quality", ("Gain conditions", "Loss conditions")),
    ("levy", ("Levy",)),
    ("cap", ("Cap",)),
)


def steps_of(pool: Block) -> list[str]:
    """The steps that a pool states outside its Order line, in canonical order."""
    return [step for step, labels in _STEPS if any(_states(pool, label) for label in labels)]


def _states(pool: Block, label: str) -> bool:
    """Whether a pool has the line; conditions that are `none` state no step."""
    field = pool.get(label)
    return field is not None and not (label in _CONDITIONS and says_none_with_words(field))


def derive(draft: Draft, facts: Collector) -> None:
    """Adds each pool's order of operations, its thresholds, and what its gains depend on."""
    for pool in draft.of("RISK SHARE"):
        _order(draft, pool, facts)
        _thresholds(draft, pool, facts)
        _conditions(draft, pool, facts)


def _order(draft: Draft, pool: Block, facts: Collector) -> None:
    field = pool.get("Order")
    has = steps_of(pool)
    named = list(field.value.values) if field and isinstance(field.value, Choice) else []
    # Bands that divide by the Shares bring the shares in; a pool with bands needs no shares step.
    # A line that says `none` speaks of its step, so that the Order may name it.
    without = [
        step for step in named if step not in has and not any(pool.get(label) for label in dict(_STEPS)[step])
    ]
    unordered = [
        step for step in has if named and step not in named and not (step == "shares" and "bands" in named)
    ]
    clash = clashing(draft, pool)
    labels = [label for step in unordered for label in dict(_STEPS)[step] if _states(pool, label)]
    facts.add(
        "pool_order",
        field.span if field else pool.span,
        (*pool.path, "Order") if field else pool.path,
        pool=ref_of(pool),
        steps=len(has),
        stated=field is not None or not pool.complete,
        order_matters=bool(clash),
        names_missing=bool(without) and pool.complete,
        leaves_out=bool(unordered),
        shown={
            "name": pool.title or pool.name,
            "has": ", ".join(has),
            "without": ", ".join(without),
            "unordered": ", ".join(unordered),
            "unapplied": " and ".join(labels),
            "clash": " and ".join(clash),
            "two_results": two_results(draft, pool, clash),
            "forgone": unapplied(draft, pool, unordered),
            "lost": not_there(draft, pool, without),
            "one": clash[0] if clash else "",
            "other": clash[-1] if clash else "",
        },
        spans={
            name: line.span
            for name, step in (("unordered", unordered[:1]), ("one", clash[:1]), ("other", clash[-1:]))
            if (line := _field_of(pool, step))
        },
    )


def _field_of(pool: Block, steps: Sequence[str]) -> Field | None:
    """The line that states the first of these steps."""
    labels = (label for step in steps for label in dict(_STEPS)[step])
    fields = (pool.get(label) for label in labels if _states(pool, label))
    return next((field for field in fields if field), None)


def _thresholds(draft: Draft, pool: Block, facts: Collector) -> None:
    budget = budget_of(draft, pool)
    for side, value in thresholds_of(pool):
        sharing = kind_of(value)
        size = size_of(value, budget)
        only = {"gain only": "gain", "loss only": "loss"}.get(sides_of(pool) or "", "gain or loss")
        what = side if side in ("gain", "loss") else only
        facts.add(
            "pool_threshold",
            value.span,
            (*pool.path, "Threshold"),
            pool=ref_of(pool),
            side=side,
            kind_stated=sharing is not None,
            first_pound=sharing is Kind.FIRST_POUND,
            percentage=value.percent is not None,
            has_base=value.money is not None or (value.percent is not None and bool(value.percent.of)),
            shown={
                "name": pool.title or pool.name,
                "said": value.raw,
                "readings": _readings(size, what),
                "cliff": _cliff(size, what) + _jump(draft, pool, side, budget, size),
                "bases": readings(draft, pool, value.percent.value) if value.percent else "",
            },
        )


def _readings(size: int | None, what: str) -> str:
    if not size:
        return (
            f"With a threshold of £500,000, first pound shares £1,000,000 of a {what} of £1,000,000, and "
            "excess only £500,000"
        )
    twice = f"Of a {what} of {pounds(size * 2)}"
    return f"{twice} first pound shares {pounds(size * 2)}, and excess only {pounds(size)}"


def _cliff(size: int | None, what: str) -> str:
    if not size:
        return (
            f"With a threshold of £1,000,000 a {what} of £999,999 shares nothing, and one of £1,000,000 "
            "shares all of it"
        )
    return f"A {what} of {pounds(size - 100)} shares nothing, and one of {pounds(size)} shares all of it"


def _jump(draft: Draft, pool: Block, side: str, budget: int | None, size: int | None) -> str:
    """What the providers receive or pay of the whole amount at the threshold, where that is known."""
    if not size or budget is None:
        return ""
    stated, found = sides_of(pool), []
    for own, verb in (("gain", "receive"), ("loss", "pay")):
        shared = side in (own, "both") and stated in (None, "gain and loss", f"{own} only")
        taken = of_providers(draft, pool, own, budget, size) if shared else None
        if taken:
            found.append(f"of a {own} {listed(taken[0])} would {verb} {pounds(taken[1])}")
    return f": {', '.join(found)}" if found else ""


_MEASURED_BY = ("Numerator", "Denominator", "Source", "Baseline", "Target", "Direction")


def _conditions(draft: Draft, pool: Block, facts: Collector) -> None:
    field = pool.get("Gain conditions")
    if field is None:
        return
    words = [field.raw, *(entry.raw for entry in field.entries)]
    for name in dict.fromkeys(re.findall(r"[A-Za-z][\w-]*", " ".join(words))):
        outcome = draft.by_id.get(name)
        if outcome is None or outcome.head.name not in ("OUTCOME", "INDICATOR"):
            continue
        blank = [label for label in _MEASURED_BY if state_of(outcome.get(label)) is State.BLANK]
        facts.add(
            "gain_condition",
            field.span,
            (*pool.path, "Gain conditions"),
            pool=ref_of(pool),
            outcome=name,
            unsettled=bool(blank),
            shown={
                "name": pool.title or pool.name,
                "outcome": name,
                "blank": " and ".join(blank),
            },
            spans={"blank": outcome.get(blank[0]).span} if blank else {},  # type: ignore[union-attr]
        )
