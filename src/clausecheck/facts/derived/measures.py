"""Measures: what an outcome, or an indicator of one, says it will be measured by.

An OUTCOME without INDICATOR blocks is its own measure; one with them is measured by them, and each takes
from the outcome what it does not say itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from clausecheck.facts.arithmetic.dates import financial_years
from clausecheck.facts.arithmetic.money import percent as percentage
from clausecheck.facts.arithmetic.outcomes import Direction, Placing, placing
from clausecheck.facts.blocks import ref_of, state_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.frame import choice_of
from clausecheck.facts.derived.term import contract_days
from clausecheck.facts.fact import State
from clausecheck.facts.kinds import flag, kind, text, word
from clausecheck.model.draft import Block, Draft, Field
from clausecheck.model.values import Count, Measured, Names, Shares, Threshold, Year
from clausecheck.spans import Span

LABELS = {
    "numerator": "Numerator",
    "denominator": "Denominator",
    "exclusions": "Exclusions",
    "direction": "Direction",
    "source": "Source",
    "source_owner": "Source owner",
    "reported": "Reported",
    "lag": "Lag",
    "verified_by": "Verified by",
    "minimum_number": "Minimum number",
    "expected_number": "Expected number",
    "baseline": "Baseline",
    "target": "Target",
    "floor": "Floor",
    "minimum_change": "Minimum change",
    "balancing_measure": "Balancing measure",
    "risk_adjustment": "Risk adjustment",
    "perverse_incentive": "Perverse incentive",
    "measure": "Measure",
}

KINDS = (
    kind(
        "measure",
        "One measure: an outcome without indicators, or an indicator.",
        ref=word("the id of the block that states it"),
        outcome=word("the outcome it belongs to"),
        paid=flag("an OUTCOME PAYMENT gives it weight"),
        indicator=flag("it is an INDICATOR block"),
        higher_is_better=flag("the direction is higher", optional=True),
        n_stated=flag("the baseline says n"),
        period_stated=flag("the baseline says when it was measured"),
        wrong_side=flag("a target lies on the wrong side of the baseline, or no better than it"),
        target_out_of_range=flag("a percentage target is above 100% or below 0%"),
        years_missing=flag("the targets leave out a year of the contract"),
        floor_at_target=flag("the floor is at the target or beyond it"),
        below_minimum=flag("the expected number is below the minimum number"),
        vague_target=flag("the target has no number"),
        missing_years=text("the years that have no target"),
        wrong=text("the target that is on the wrong side"),
        out_of_range=text("the target that is out of range"),
        expected=text("the expected number"),
        minimum=text("the minimum number"),
        **{name: text(f"{label}, stated here or by the outcome") for name, label in LABELS.items()},
    ),
)


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure: the block that states it, and the outcome behind it."""

    block: Block
    outcome: Block | None

    def get(self, label: str) -> Field | None:
        """The label as stated here, or else by the outcome."""
        own = self.block.get(label)
        return own or (self.outcome.get(label) if self.outcome else None)

    @property
    def complete(self) -> bool:
        """Whether every line of both blocks was read."""
        return self.block.complete and (self.outcome is None or self.outcome.complete)


def measures_of(draft: Draft) -> Iterator[Measure]:
    """Every measure of the draft, in order."""
    indicators: dict[str, list[Block]] = {}
    for block in draft.of("INDICATOR"):
        field = block.get("Outcome")
        owner = field.value.names[0].id if field and isinstance(field.value, Names) else ""
        indicators.setdefault(owner, []).append(block)
    for block in draft.of("OUTCOME", "INDICATOR"):
        if block.head.name == "INDICATOR":
            field = block.get("Outcome")
            name = field.value.names[0].id if field and isinstance(field.value, Names) else ""
            owner_block = draft.by_id.get(name)
            yield Measure(block, owner_block if owner_block and owner_block.head.name == "OUTCOME" else None)
        elif block.id not in indicators:
            yield Measure(block, None)


def weights(draft: Draft) -> dict[str, Decimal]:
    """The weight of each outcome or indicator that is paid for, over all payments."""
    found: dict[str, Decimal] = {}
    for payment in draft.of("OUTCOME PAYMENT"):
        field = payment.get("Weights")
        if field and isinstance(field.value, Shares):
            for share in field.value.shares:
                found[share.name.id] = found.get(share.name.id, Decimal(0)) + (share.percent or Decimal(0))
    return found


def derive(draft: Draft, facts: Collector) -> None:
    """Adds every measure."""
    paid = weights(draft)
    years = financial_years(*days) if (days := contract_days(draft)) else ()
    labels = tuple(year.label for year in years)
    for measure in measures_of(draft):
        _measure(measure, paid, labels, facts)


def _measure(measure: Measure, paid: dict[str, Decimal], years: tuple[str, ...], facts: Collector) -> None:
    block = measure.block
    lacking = State.ABSENT if measure.complete else State.UNKNOWN
    states: dict[str, State] = {}
    spans: dict[str, Span] = {}
    shown: dict[str, str] = {
        "name": block.name,
        "outcome": measure.outcome.name if measure.outcome else block.name,
    }
    for name, label in LABELS.items():
        field = measure.get(label)
        states[name] = state_of(field) if field else lacking
        if field:
            spans[name] = field.span
            shown[name] = field.raw or "; ".join(entry.raw for entry in field.entries)
    direction = choice_of(block, "Direction") or choice_of(measure.outcome, "Direction")
    higher = {"higher is better": True, "lower is better": False}.get(direction or "")
    baseline = _measured(measure.get("Baseline"))
    targets = _targets(measure.get("Target"))
    wrong = _wrong_side(baseline, targets, higher)
    out = next(((name, t) for name, t in targets if t.percent and _outside(t)), None)
    missing = _missing_years(measure, targets, years)
    expected, minimum = _number(measure.get("Expected number")), _number(measure.get("Minimum number"))
    target = measure.get("Target")
    outcome = measure.outcome
    facts.add(
        "measure",
        block.span,
        block.path,
        ref=ref_of(block),
        outcome=ref_of(outcome) if outcome else ref_of(block),
        paid=block.id in paid or (outcome is not None and outcome.id in paid),
        indicator=block.head.name == "INDICATOR",
        higher_is_better=higher,
        n_stated=baseline is None or baseline.n is not None,
        period_stated=baseline is None or baseline.period is not None or baseline.on is not None,
        wrong_side=wrong is not None,
        target_out_of_range=out is not None,
        years_missing=bool(missing),
        floor_at_target=_floor_at_target(measure, targets, higher),
        below_minimum=expected is not None and minimum is not None and expected < minimum,
        vague_target=target is not None and states["target"] is State.STATED and not targets,
        shown={
            **shown,
            "missing_years": ", ".join(missing),
            "wrong": wrong or "",
            "out_of_range": f"{_value(out[1])}" if out else "",
            "expected": f"{expected:,}" if expected is not None else "",
            "minimum": f"{minimum:,}" if minimum is not None else "",
        },
        spans=spans,
        states=states,
    )


def _measured(field: Field | None) -> Measured | None:
    return field.value if field and isinstance(field.value, Measured) else None


def _number(field: Field | None) -> int | None:
    if field and isinstance(field.value, Count) and field.value.number:
        return int(field.value.number.value)
    return None


def _targets(field: Field | None) -> list[tuple[str, Threshold]]:
    """The targets by year; a single target has no year."""
    if field is None:
        return []
    found = [("", field.value)] if isinstance(field.value, Threshold) else []
    for entry in field.entries:
        if isinstance(entry.value, Threshold):
            found.append((entry.key.label if isinstance(entry.key, Year) else entry.key_raw, entry.value))
    return found


def _bound(target: Threshold, higher: bool) -> Decimal | None:
    """The bound that has to be reached: the low one where higher is better, else the high one."""
    first, second = (target.low, target.high) if higher else (target.high, target.low)
    return first if first is not None else second


def _wrong_side(
    baseline: Measured | None, targets: list[tuple[str, Threshold]], higher: bool | None
) -> str | None:
    if baseline is None or higher is None:
        return None
    direction = Direction.HIGHER if higher else Direction.LOWER
    last = targets[-1:]
    for name, target in targets:
        if target.percent != baseline.percent:
            continue
        bound = _bound(target, higher)
        if bound is None:
            continue
        place = placing(bound, baseline.value, direction)
        # Holding the baseline in an early year is a plan; ending on it is not.
        if place is Placing.WORSE or (place is Placing.SAME and (name, target) in last):
            return f"{name}: {target.raw}" if name else target.raw
    return None


def _outside(target: Threshold) -> bool:
    return any(bound is not None and not 0 <= bound <= 100 for bound in (target.low, target.high))


def _value(target: Threshold) -> str:
    bound = target.high if target.high is not None and not 0 <= target.high <= 100 else target.low
    return percentage(bound) if bound is not None else target.raw


def _missing_years(
    measure: Measure, targets: list[tuple[str, Threshold]], years: tuple[str, ...]
) -> list[str]:
    field = measure.get("Target")
    if field is None or len(targets) != len(field.entries) or not field.entries:
        return []
    named = {name for name, _ in targets}
    ordinals = [f"Year {number}" for number in range(1, len(years) + 1)]
    if any(name.startswith("Year") for name in named):
        return [name for name in ordinals if name not in named]
    return [year for year in years if year not in named]


def _floor_at_target(measure: Measure, targets: list[tuple[str, Threshold]], higher: bool | None) -> bool:
    floors = _targets(measure.get("Floor"))
    if higher is None or not floors or not targets:
        return False
    by_year = dict(floors)
    direction = Direction.HIGHER if higher else Direction.LOWER
    for name, target in targets:
        floor = by_year.get(name) or by_year.get("")
        if floor is None or floor.percent != target.percent:
            continue
        low, high = _bound(floor, higher), _bound(target, higher)
        if low is not None and high is not None and placing(high, low, direction) is not Placing.BETTER:
            return True
    return False
