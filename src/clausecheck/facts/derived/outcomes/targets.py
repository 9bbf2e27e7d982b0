"""Targets against baselines, floors, years and the money that is paid on them."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from clausecheck.facts.arithmetic.dates import ContractYear
from clausecheck.facts.arithmetic.outcomes import Direction, Placing, placing
from clausecheck.model.aims import NUMBER
from clausecheck.model.draft import Field
from clausecheck.model.values import Measured, Text, Threshold, Unreadable, Year
from clausecheck.patterns import Pattern

_APRIL = 4
_SET_LATER = Pattern(
    r"\b(?:set|sets|agree|agrees|fix|fixes)\b[^.;]{0,40}\btargets?\b"
    r"|\btargets?\b[^.;]{0,60}\b(?:set|agreed|fixed)\b",
    re.I,
)
_FIGURE = Pattern(
    r"\b(?:surveys?|scores?|ratings?|audits?|questionnaires?|returns?|registers?|records?|index|data ?sets?"
    r"|measured)\b",
    re.I,
)
_OF_WHOM = Pattern(r"%\s+of\s+\w")


class Target(NamedTuple):
    """A target (or a floor), and the year it is for: empty where it is one for all years."""

    year: str
    value: Threshold

    @property
    def words(self) -> str:
        """The target as a message names it."""
        return f"{self.year}: {self.value.raw}" if self.year else self.value.raw


def targets_in(field: Field | None) -> list[Target]:
    """The targets of a line and its bullets, in order."""
    if field is None:
        return []
    found = [Target("", field.value)] if isinstance(field.value, Threshold) else []
    for entry in field.entries:
        if isinstance(entry.value, Threshold):
            year = entry.key.label if isinstance(entry.key, Year) else entry.key_raw
            found.append(Target(year, entry.value))
    return found


def direction_of(higher: bool | None) -> Direction | None:
    """The direction, where one is stated."""
    return None if higher is None else Direction.HIGHER if higher else Direction.LOWER


def worse_than_baseline(
    baseline: Measured | None, targets: Sequence[Target], higher: bool | None
) -> Target | None:
    """The first target that would be met by getting worse."""
    return next((t for t in targets if _against(baseline, t, higher) is Placing.WORSE), None)


def ends_at_baseline(
    baseline: Measured | None, targets: Sequence[Target], higher: bool | None
) -> Target | None:
    """The last target, where it asks for no more than the baseline.

    Holding the baseline in an early year is a plan; ending on it is not an improvement.
    """
    last = targets[-1] if targets else None
    return last if last and _against(baseline, last, higher) is Placing.SAME else None


def floor_at_target(
    floors: Sequence[Target], targets: Sequence[Target], higher: bool | None, baseline: Measured | None
) -> Target | None:
    """The first target that is no better than the floor of its year, though no worse than the baseline."""
    direction = direction_of(higher)
    if direction is None:
        return None
    by_year = {floor.year: floor.value for floor in floors}
    for target in targets:
        floor = by_year.get(target.year) or by_year.get("")
        if floor is None or floor.percent != target.value.percent:
            continue
        if _against(baseline, target, higher) is Placing.WORSE:
            continue
        low, high = bound_of(floor, direction), bound_of(target.value, direction)
        if low is not None and high is not None and placing(high, low, direction) is not Placing.BETTER:
            return target
    return None


def out_of_range(targets: Sequence[Target]) -> Decimal | None:
    """The first percentage bound below 0% or above 100%."""
    bounds = (bound for t in targets if t.value.percent for bound in (t.value.low, t.value.high))
    return next((bound for bound in bounds if bound is not None and not 0 <= bound <= 100), None)


def without_tolerance(targets: Sequence[Target], higher: bool | None) -> Target | None:
    """The first target of 100% where higher is better: a single miss fails it."""
    if not higher:
        return None
    full = (t for t in targets if t.value.percent and bound_of(t.value, Direction.HIGHER) == 100)
    return next(full, None)


def direction_is_open(targets: Sequence[Target]) -> bool:
    """Whether there are targets and none of them says by its words which way is better."""
    return bool(targets) and all(target.value.comparison == "exactly" for target in targets)


def in_target(field: Field | None) -> bool:
    """Whether the words of a target say what it is a figure of, whether or not they were read as one."""
    values = [field.value, *(entry.value for entry in field.entries)] if field else []
    if any(isinstance(value, Threshold) and _OF_WHOM.search(value.raw) for value in values):
        return True
    worded = [value.raw for value in values if isinstance(value, Unreadable)]
    return any(NUMBER.search(words) or _FIGURE.search(words) for words in worded)


def set_later(review: Field | None) -> bool:
    """Whether a Review line says how the targets of later years are set."""
    return review is not None and bool(_SET_LATER.search(review.raw))


def years_without_target(
    field: Field | None,
    financial: Sequence[ContractYear],
    contractual: Sequence[ContractYear],
    paid: Collection[str],
) -> list[str]:
    """The years of the contract for which a measure has no target, in order.

    Yearly targets must cover every year, whether the draft counts financial or contract years. A single
    target with a date says nothing of the other years: those in `paid`, on which money hangs, lack one.
    """
    targets = targets_in(field)
    if field is None or not financial:
        return []
    if any(isinstance(entry.key, Text) for entry in field.entries):
        return []  # a key that is no year is a finding of its own, and may stand for the year that is missing
    if field.entries and len(targets) == len(field.entries):
        named = {target.year for target in targets}
        return min((_unnamed(named, years) for years in (financial, contractual)), key=len, default=[])
    if len(targets) == 1 and not field.entries and (by := targets[0].value.by) and by.day:
        # Contract Years that begin on another day than financial ones keep their own names.
        own = any(year.startswith("Year") for year in paid) and financial != contractual
        years = contractual if own else financial
        ordinals = {f"Year {n}": year.label for n, year in enumerate(years, 1)}
        wanted = {ordinals.get(year, year) for year in paid}
        names = {year.label: name for name, year in zip(ordinals, years, strict=True)} if own else {}
        return [
            names.get(year.label, year.label)
            for year in years
            if year.label in wanted and not year.start <= by.day <= year.end
        ]
    return []


def baseline_inside(baseline: Measured | None, start: date | None) -> bool:
    """Whether the baseline was measured once the contract had begun, and so is no baseline."""
    if baseline is None or start is None:
        return False
    if baseline.on and baseline.on.day:
        return baseline.on.day >= start
    period = baseline.period
    return period is not None and period.first is not None and date(period.first, _APRIL, 1) >= start


def _against(baseline: Measured | None, target: Target, higher: bool | None) -> Placing | None:
    direction = direction_of(higher)
    if baseline is None or direction is None or target.value.percent != baseline.percent:
        return None
    bound = bound_of(target.value, direction)
    return None if bound is None else placing(bound, baseline.value, direction)


def bound_of(target: Threshold, direction: Direction) -> Decimal | None:
    """The bound that has to be reached: the low one where higher is better, else the high one."""
    ends = (target.low, target.high) if direction is Direction.HIGHER else (target.high, target.low)
    return ends[0] if ends[0] is not None else ends[1]


def _unnamed(named: set[str], years: Sequence[ContractYear]) -> list[str]:
    if any(name.startswith("Year") for name in named):
        ordinals = [f"Year {number}" for number in range(1, len(years) + 1)]
        return [name for name in ordinals if name not in named]
    return [year.label for year in years if year.label not in named]
