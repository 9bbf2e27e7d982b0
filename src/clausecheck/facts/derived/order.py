"""The order of operations of a pool: which steps it has, and whether it says in which order they come."""

from __future__ import annotations

from clausecheck.facts.blocks import ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.kinds import count, flag, kind, text, word
from clausecheck.model.draft import Block, Draft
from clausecheck.model.values import Amount, Choice, Text

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
    ),
)

_STEPS = (
    ("threshold", ("Threshold",)),
    ("bands", ("Bands", "Gain bands", "Loss bands")),
    ("shares", ("Shares", "Gain shares", "Loss shares")),
    ("quality", ("Gain conditions", "Loss conditions")),
    ("levy", ("Levy",)),
    ("cap", ("Cap",)),
)

# Steps that only divide or only test: alone with the shares, they come to the same in any order.
_ORDERLESS = frozenset({"bands", "shares", "quality"})


def steps_of(pool: Block) -> list[str]:
    """The steps that a pool states outside its Order line, in canonical order."""
    return [step for step, labels in _STEPS if any(pool.get(label) for label in labels)]


def derive(draft: Draft, facts: Collector) -> None:
    """Adds each pool's order of operations and its thresholds."""
    for pool in draft.of("RISK SHARE"):
        _order(pool, facts)
        _thresholds(pool, facts)


def _order(pool: Block, facts: Collector) -> None:
    field = pool.get("Order")
    has = steps_of(pool)
    named = list(field.value.values) if field and isinstance(field.value, Choice) else []
    # Bands that divide by the Shares bring the shares in; a pool with bands needs no shares step.
    without = [step for step in named if step not in has]
    unordered = [
        step for step in has if named and step not in named and not (step == "shares" and "bands" in named)
    ]
    # Gain conditions stated as a gate are an all-or-nothing test unless they scale.
    facts.add(
        "pool_order",
        field.span if field else pool.span,
        (*pool.path, "Order") if field else pool.path,
        pool=ref_of(pool),
        steps=len(has),
        stated=field is not None or not pool.complete,
        order_matters=len(has) > 1 and not set(has) <= _ORDERLESS,
        names_missing=bool(without),
        leaves_out=bool(unordered),
        shown={
            "name": pool.title or pool.name,
            "has": ", ".join(has),
            "without": ", ".join(without),
            "unordered": ", ".join(unordered),
        },
    )


def _thresholds(pool: Block, facts: Collector) -> None:
    field = pool.get("Threshold")
    if field is None:
        return
    found = [("both", field.value)] if isinstance(field.value, Amount) else []
    for entry in field.entries:
        key = entry.key.raw.lower() if isinstance(entry.key, Text) else ""
        side = "gain" if key.startswith("gain") else "loss" if key.startswith("loss") else "both"
        if isinstance(entry.value, Amount):
            found.append((side, entry.value))
    for side, value in found:
        note = value.note.lower()
        facts.add(
            "pool_threshold",
            value.span,
            (*pool.path, "Threshold"),
            pool=ref_of(pool),
            side=side,
            kind_stated="first pound" in note or "first-pound" in note or "excess" in note,
            first_pound="first pound" in note or "first-pound" in note,
            percentage=value.percent is not None,
            has_base=value.money is not None or (value.percent is not None and bool(value.percent.of)),
            shown={"name": pool.title or pool.name, "said": value.raw},
        )
