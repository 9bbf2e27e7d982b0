"""Measures: what an outcome, or an indicator of one, says it will be measured by.

An OUTCOME without INDICATOR blocks is its own measure; one with them is measured by them, and each takes
from the outcome what it does not say itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from clausecheck.facts.arithmetic.dates import ContractYear, contract_years, financial_years
from clausecheck.facts.arithmetic.money import percent as percentage
from clausecheck.facts.blocks import choice_of, ref_of, state_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.frame.parties import PROVIDING, roles
from clausecheck.facts.derived.frame.term import contract_days
from clausecheck.facts.derived.outcomes.measure_price import baseline_ends, first_report, without_target
from clausecheck.facts.derived.outcomes.measure_words import says_when
from clausecheck.facts.derived.outcomes.stakes import Stake, stakes
from clausecheck.facts.derived.outcomes.targets import (
    baseline_inside,
    direction_is_open,
    ends_at_baseline,
    floor_at_target,
    in_target,
    out_of_range,
    set_later,
    targets_in,
    without_tolerance,
    worse_than_baseline,
    years_without_target,
)
from clausecheck.facts.fact import State
from clausecheck.facts.kinds import flag, kind, text, word
from clausecheck.facts.once import once
from clausecheck.model.draft import Block, Draft, Field
from clausecheck.model.values import Count, Measured, Names
from clausecheck.patterns import Pattern
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
    "instrument": "Instrument",
}

KINDS = (
    kind(
        "measure",
        "One measure: an outcome without indicators, or an indicator.",
        ref=word("the id of the block that states it"),
        outcome=word("the outcome it belongs to"),
        paid=flag("an OUTCOME PAYMENT gives it weight"),
        paid_first_year=flag("money hangs on it in the first year"),
        measured=flag("something says how it is measured, or not all of it was read"),
        ratio=flag("it is a numerator over a denominator, or a percentage"),
        source_unnamed=flag("its Source line says local or routine, and names no data set, return or system"),
        sourced=text("what its Source line says, or that there is none, in a clause"),
        direction_unclear=flag("neither a Direction nor the words of a target say which way is better"),
        baseline_in_contract=flag("the baseline was measured after the contract had begun"),
        no_better=flag("the last target is the baseline itself"),
        no_tolerance=flag("a target leaves no room for a single miss"),
        verified_by_payee=flag("a provider that owns it is the one that verifies it"),
        stake=text("the money that hangs on it, in a sentence; empty where none does"),
        tail=text("the same as the end of a sentence, with a comma; empty where none does"),
        years_stake=text("what hangs on it in the years that have no target, in a sentence"),
        late_by=text("how many days after the contract began its baseline ends, in a sentence"),
        first_report=text("by when its first result may come to light"),
        starts=text("the day the services begin"),
        ends=text("the day the contract expires"),
        payee=text("the provider that verifies its own result"),
        at_floor=text("the target that is no better than the floor"),
        untolerant=text("the target that leaves no room for a miss"),
        indicator=flag("it is an INDICATOR block"),
        higher_is_better=flag("the direction is higher", optional=True),
        n_stated=flag("the baseline says n"),
        period_stated=flag("the baseline says when it was measured"),
        wrong_side=flag("a target lies on the wrong side of the baseline"),
        target_out_of_range=flag("a percentage target is above 100% or below 0%"),
        years_missing=flag("the targets leave out a year of the contract"),
        floor_at_target=flag("the floor is at the target or beyond it"),
        below_minimum=flag("the expected number is below the minimum number"),
        missing_years=text("the years that have no target"),
        wrong=text("the target that is on the wrong side, or no better than the baseline"),
        out_of_range=text("the target that is out of range"),
        expected=text("the expected number"),
        minimum=text("the minimum number"),
        **{name: text(f"{label}, stated here or by the outcome") for name, label in LABELS.items()},
    ),
)


_NO_SOURCE = "has no Source"
# Words for a source that any data could be.
_UNNAMED = Pattern(
    r"\W*(?:local(?:ly)?|internal|routine|various|existing|available|own|provider|relevant|appropriate"
    r"|usual|normal)"
    r"(?: (?:held|collected|sourced|available|routine|provider))?"
    r"(?: (?:data|sources?|information|reporting|monitoring|collections?|figures|intelligence|systems?"
    r"|data (?:sets?|collections?|sources?)))?\W*",
    re.I,
)
# What says how an outcome is measured; an outcome with none of it is a wish.
_MEASURING = ("numerator", "denominator", "measure", "source", "baseline", "instrument")


class Measure(NamedTuple):
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


@once
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


class Frame(NamedTuple):
    """What the rest of the draft says that bears on every measure."""

    financial: tuple[ContractYear, ...]
    contractual: tuple[ContractYear, ...]
    start: date | None
    stakes: dict[str, Stake]
    providers: frozenset[str]
    dates: dict[str, Field]


def derive(draft: Draft, facts: Collector) -> None:
    """Adds every measure."""
    days = contract_days(draft)
    financial = financial_years(*days) if days else ()
    frame = Frame(
        financial,
        contract_years(*days) if days else (),
        days[0] if days else None,
        stakes(draft, [year.label for year in financial]),
        frozenset(party.id for party in draft.of("PARTY") if roles(party) & PROVIDING),
        {
            name: field
            for name, label in (("starts", "Service Commencement Date"), ("ends", "Expiry Date"))
            if draft.contract and (field := draft.contract.get(label))
        },
    )
    for measure in measures_of(draft):
        _measure(measure, frame, facts)


def _measure(measure: Measure, frame: Frame, facts: Collector) -> None:
    block, outcome = measure.block, measure.outcome
    lacking = State.ABSENT if measure.complete else State.UNKNOWN
    states: dict[str, State] = {}
    spans: dict[str, Span] = {}
    shown: dict[str, str] = {"name": block.name, "outcome": outcome.name if outcome else block.name}
    for name, label in LABELS.items():
        field = measure.get(label)
        states[name] = state_of(field) if field else lacking
        if field:
            spans[name] = field.span
            shown[name] = field.raw or "; ".join(entry.raw for entry in field.entries)
    stake = frame.stakes.get(block.id) or (frame.stakes.get(outcome.id) if outcome else None)
    direction = choice_of(block, "Direction") or choice_of(outcome, "Direction")
    higher = {"higher is better": True, "lower is better": False}.get(direction or "")
    baseline, targets = _measured(measure.get("Baseline")), targets_in(measure.get("Target"))
    worse = worse_than_baseline(baseline, targets, higher)
    same = ends_at_baseline(baseline, targets, higher)
    floor = floor_at_target(targets_in(measure.get("Floor")), targets, higher, baseline)
    out, all_of_them = out_of_range(targets), without_tolerance(targets, higher)
    missing = (
        []
        if set_later(measure.get("Review"))
        else years_without_target(
            measure.get("Target"), frame.financial, frame.contractual, stake.paid if stake else ()
        )
    )
    expected, minimum = _number(measure.get("Expected number")), _number(measure.get("Minimum number"))
    percentages = (baseline is not None and baseline.percent) or any(t.value.percent for t in targets)
    facts.add(
        "measure",
        block.span,
        block.path,
        ref=ref_of(block),
        outcome=ref_of(outcome) if outcome else ref_of(block),
        paid=stake is not None,
        paid_first_year=stake is not None and stake.early,
        indicator=block.head.name == "INDICATOR",
        measured=not measure.complete
        or any(states[name] is not State.ABSENT for name in _MEASURING)
        or in_target(measure.get("Target")),
        ratio=percentages or any(states[name] is not State.ABSENT for name in ("numerator", "denominator")),
        higher_is_better=higher,
        source_unnamed=bool(_UNNAMED.fullmatch(shown.get("source", ""))),
        direction_unclear=states["direction"] is State.ABSENT and direction_is_open(targets),
        n_stated=baseline is None or baseline.n is not None,
        period_stated=baseline is None or says_when(baseline),
        baseline_in_contract=baseline_inside(baseline, frame.start),
        wrong_side=worse is not None,
        no_better=same is not None,
        target_out_of_range=out is not None and percentages,
        no_tolerance=all_of_them is not None,
        years_missing=bool(missing),
        floor_at_target=floor is not None,
        below_minimum=expected is not None and minimum is not None and expected < minimum,
        verified_by_payee=_payee(measure, frame.providers) != "",
        shown={
            **shown,
            "sourced": f'has only "{shown["source"]}" as its Source' if "source" in shown else _NO_SOURCE,
            "missing_years": ", ".join(missing),
            "wrong": worse.words if worse else same.words if same else "",
            "at_floor": floor.words if floor else "",
            "untolerant": all_of_them.words if all_of_them else "",
            "out_of_range": percentage(out) if out is not None else "",
            "expected": f"{expected:,}" if expected is not None else "",
            "minimum": f"{minimum:,}" if minimum is not None else "",
            "stake": stake.words if stake else "",
            "tail": stake.tail if stake else "",
            "years_stake": without_target(frame.financial, frame.contractual, missing, stake),
            "late_by": baseline_ends(baseline, frame.start),
            "first_report": first_report(frame.contractual),
            **{name: field.raw for name, field in frame.dates.items()},
            "payee": _payee(measure, frame.providers),
        },
        spans=spans
        | {name: field.span for name, field in frame.dates.items()}
        | ({"payee": owner.span} if (owner := measure.get("Owner")) else {}),
        states=states,
    )


def _payee(measure: Measure, providers: frozenset[str]) -> str:
    """The provider that owns the measure and also verifies it, if one does."""
    owner, verified = measure.get("Owner"), measure.get("Verified by")
    if not owner or not isinstance(owner.value, Names) or not verified:
        return ""
    owners = {name.id for name in owner.value.names} & providers
    first = re.match(r"[\w-]+", verified.raw)
    return first[0] if first and first[0] in owners else ""


def _measured(field: Field | None) -> Measured | None:
    return field.value if field and isinstance(field.value, Measured) else None


def _number(field: Field | None) -> int | None:
    if field and isinstance(field.value, Count) and field.value.number:
        return int(field.value.number.value)
    return None
