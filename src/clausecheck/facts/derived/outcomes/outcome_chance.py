"""Chance and size of change: targets no further from the baseline than chance goes, or than matters."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from clausecheck.facts.arithmetic.chance import cases_needed, one_case, rarer_side, reach_of_chance
from clausecheck.facts.arithmetic.money import percent as percentage
from clausecheck.facts.arithmetic.money import plain
from clausecheck.facts.arithmetic.outcomes import Placing, interval, placing
from clausecheck.facts.blocks import choice_of, ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.frame.term import contract_days
from clausecheck.facts.derived.outcomes.measures import Measure, measures_of
from clausecheck.facts.derived.outcomes.stakes import Stake, stakes
from clausecheck.facts.derived.outcomes.targets import Target, bound_of, direction_of, targets_in
from clausecheck.facts.derived.outcomes.weighing import judged
from clausecheck.facts.derived.words.lines import line_of
from clausecheck.facts.kinds import count, flag, kind, text, word
from clausecheck.model.draft import Draft, Field
from clausecheck.model.values import Count, Measured, Text
from clausecheck.patterns import Pattern

KINDS = (
    kind(
        "target_change",
        "The change that the targets of a measure ask for, beside chance and beside what matters.",
        measure=word("the outcome or indicator"),
        paid=flag("an OUTCOME PAYMENT gives it weight"),
        within_chance=flag("a target lies inside the 95% interval of the baseline"),
        below_minimum_change=flag("a target asks for less than the Minimum change"),
        cases=count("how many cases the baseline rests on, or are expected", optional=True),
        needed=count("the fewest cases with which that target lies outside the interval", optional=True),
        chance_target=text("the target that is inside the interval"),
        interval=text("the interval, and the cases it comes from"),
        small_target=text("the target that asks for too little"),
        change=text("the change it asks for"),
        minimum=text("the Minimum change"),
        luck=text("what it takes to tell the target from the baseline, with the money, in sentences"),
        stake=text("what a small change means, with the money, in sentences"),
    ),
    kind(
        "few_cases",
        "A measure with a target, and the cases that a year's result would rest on.",
        measure=word("the outcome or indicator"),
        cases=count("how many cases, or how many of the rarer result"),
        several_years=flag("it says that the result is taken over several years"),
        settled=flag("another rule speaks of the same fault"),
        basis=text("the cases in words"),
        moves=text("what chance alone does to the result, with the money, in sentences"),
    ),
)

_AMOUNT = Pattern(
    r"(?i)(?:at least\s+|a change of\s+|an? (?:rise|fall|improvement) of\s+)?(\d+(?:\.\d+)?)\s*"
    r"(%|per ?cent(?:age)?(?: points?)?\b|pp\b|points?\b)?"
)
_OF_A_SCORE = Pattern(r"(?i)\b(?:on|of) (?:the|a|an|each)\b|\bscor|\bscale\b|\bindex\b")
_YEARS = r"(?:two|three|four|five|six|[2-9]|10)"
_WINDOW = Pattern(
    rf"(?i)\b{_YEARS}[- ](?:contract |financial )?years?\b|\brolling\b|\bmoving average\b"
    r"|\bseveral years\b|\bover (?:the )?(?:whole )?(?:contract )?term\b|\bpooled over\b|\bcumulative"
    r"|\b(?:24|36|48|60)[- ]months?\b|\b\d{4}[/–-]\d{2} (?:to|-|–) \d{4}[/–-]\d{2}\b"
)
_RATE = Pattern(
    r"(?i)\bper\b|\brates?\b|\baverage\b|\bmean\b|\bmedian\b|\bscores?\b|\bindex\b|%|\bratio\b"
    r"|\bbed[- ]days\b|\b(?:days|nights|hours) (?:lost|spent|waited|delayed|in|of)\b|\bwaits?\b|\bwaiting\b"
    r"|\blength\b|£|\bcosts?\b|\bproportion\b|\bpercent|\bshare of\b"
)
_EVENTS = Pattern(
    r"(?i)\bdeaths?\b|\bdie\b|\bsuicid|\bfalls\b|\binfections?\b|\bincidents?\b|\b(?:re-?)?admissions?\b"
    r"|\bulcers?\b|\bamputations?\b|\bstrokes?\b|\bstillbirths?\b|\bfractures?\b|\bself-harm\b|\boverdos"
    r"|\bcases of\b|\bnever events?\b|\bharms?\b|\bcomplaints?\b|\bheart attacks?\b|\brelapses?\b"
    r"|\bdetentions?\b|\bcardiac arrests?\b"
)
_SEES_A_WINDOW = ("Measure", "Numerator", "Denominator", "Reported", "Time points", "Baseline", "Target")
_SOUGHT = ("Measure", "Numerator")


class Change(NamedTuple):
    """A judged target that is better than the baseline, and the bound that has to be reached."""

    target: Target
    bound: Decimal


def derive(draft: Draft, facts: Collector) -> None:
    """Adds the change each measure asks for, and the cases each rests on."""
    days = contract_days(draft)
    held = stakes(draft, [])
    for measure in measures_of(draft):
        stake = held.get(measure.block.id) or (held.get(measure.outcome.id) if measure.outcome else None)
        within = _change(measure, stake, days[0] if days else None, facts)
        _few(measure, stake, within, facts)


def _change(measure: Measure, stake: Stake | None, start: date | None, facts: Collector) -> bool:
    """Adds the change that a measure asks for; says whether chance alone could bring it about."""
    field = measure.get("Baseline")
    baseline = field.value if field and isinstance(field.value, Measured) else None
    changes = _changes(measure, baseline, stake, start)
    at = measure.get("Target")
    if field is None or baseline is None or at is None or not changes:
        return False
    cases = baseline.n if baseline.n is not None else _expected(measure)
    noisy = next((c for c in changes if cases and _by_chance(baseline, c, cases)), None)
    minimum = _minimum(measure.get("Minimum change"), baseline)
    small = next((c for c in changes if minimum and abs(c.bound - baseline.value) < minimum), None)
    hangs = _hangs(stake, small.target if small else None)
    shown = {
        "name": measure.block.name,
        "stake": f"It can be met by a change that the draft itself says does not matter{hangs}",
    }
    needed = None
    if noisy and cases:
        needed = cases_needed(baseline.value, noisy.bound)
        low, high = interval(baseline.value, cases)
        shown["interval"] = f"{percentage(low)} to {percentage(high)} with {cases:,} cases"
        shown["chance_target"] = noisy.target.words
        apart = f"{percentage(noisy.bound)} from {percentage(baseline.value)}"
        luck = f"Luck could meet or miss it: it takes {needed:,} cases to tell {apart}"
        shown["luck"] = f"{luck}{_hangs(stake, noisy.target)}"
    if small and minimum:
        unit = " percentage points" if baseline.percent else ""
        moved = abs(small.bound - baseline.value)
        shown["small_target"] = small.target.words
        shown["change"] = f"{plain(moved)}{unit} from a baseline of {_figure(baseline)}"
        shown["minimum"] = line_of(measure.get("Minimum change"))
    facts.add(
        "target_change",
        at.span,
        (*measure.block.path, "Target"),
        measure=ref_of(measure.block),
        paid=stake is not None,
        within_chance=noisy is not None,
        below_minimum_change=small is not None,
        cases=cases,
        needed=needed,
        shown=shown,
        spans={
            "interval": field.span,
            **({"minimum": change.span} if (change := measure.get("Minimum change")) else {}),
        },
    )
    return noisy is not None


def _hangs(stake: Stake | None, target: Target | None) -> str:
    """What hangs on a target in its year, as one more sentence."""
    words = stake.words_in(target.year if target else "") if stake else ""
    return f". {words}" if words else ""


def _changes(
    measure: Measure, baseline: Measured | None, stake: Stake | None, start: date | None
) -> list[Change]:
    """The judged targets that are better than the baseline and on its scale, in order."""
    stated = choice_of(measure.block, "Direction") or choice_of(measure.outcome, "Direction")
    direction = direction_of({"higher is better": True, "lower is better": False}.get(stated or ""))
    if baseline is None or direction is None:
        return []
    found = []
    for target in judged(targets_in(measure.get("Target")), stake, start):
        bound = bound_of(target.value, direction)
        if bound is None or target.value.percent != baseline.percent:
            continue
        if placing(bound, baseline.value, direction) is Placing.BETTER:
            found.append(Change(target, bound))
    return found


def _by_chance(baseline: Measured, change: Change, cases: int) -> bool:
    figures = (baseline.value, change.bound)
    proportions = baseline.percent and all(0 <= figure <= 100 for figure in figures)
    return proportions and cases < cases_needed(*figures)


def _minimum(field: Field | None, baseline: Measured) -> Decimal | None:
    """The least change that matters on the scale of the baseline; None where the words do not say it.

    A bare percentage of a percentage may be meant either way, so the smaller reading counts. Points of a
    score are not percentage points.
    """
    if field is None or not isinstance(field.value, Text):
        return None
    match = _AMOUNT.match(field.value.raw.strip())
    if match is None:
        return None
    size, unit = Decimal(match[1]), (match[2] or "").lower()
    if not baseline.percent:
        return size if unit in ("", "point", "points") else None
    if unit in ("point", "points"):
        return None if _OF_A_SCORE.search(field.value.raw) else size
    if unit == "pp" or "point" in unit:
        return size
    return min(size, size * baseline.value / 100) if unit else None


def _expected(measure: Measure) -> int | None:
    field = measure.get("Expected number")
    if field and isinstance(field.value, Count) and field.value.number:
        return int(field.value.number.value)
    return None


def _figure(baseline: Measured) -> str:
    return percentage(baseline.value) if baseline.percent else plain(baseline.value)


def _few(measure: Measure, stake: Stake | None, within: bool, facts: Collector) -> None:
    target = measure.get("Target")
    if target is None or not targets_in(target):
        return
    basis = _basis(measure)
    if basis is None:
        return
    cases, words, moves, at = basis
    if not cases:
        return  # what never happens is a duty or a threshold, and not moved by chance
    said = " ".join(
        [
            measure.block.title,
            *(line_of(measure.get(label)) for label in _SEES_A_WINDOW),
            line_of(measure.get("Expected number")),
        ]
    )
    minimum = measure.get("Minimum number")
    least = minimum.value.number if minimum and isinstance(minimum.value, Count) else None
    expected = _expected(measure)
    facts.add(
        "few_cases",
        at.span,
        (*measure.block.path, at.label),
        measure=ref_of(measure.block),
        cases=cases,
        several_years=bool(_WINDOW.search(said)),
        settled=within or (expected is not None and least is not None and expected < least.value),
        shown={
            "name": measure.block.name,
            "basis": words,
            "moves": f"{moves}. {stake.words}" if stake else moves,
        },
    )


def _basis(measure: Measure) -> tuple[int, str, str, Field] | None:
    """The fewest cases that a year's result rests on, in words, what chance does, and the line it is on."""
    found: list[tuple[int, str, str, Field]] = []
    field, baseline_field = measure.get("Expected number"), measure.get("Baseline")
    baseline = baseline_field.value if baseline_field and isinstance(baseline_field.value, Measured) else None
    ratio = measure.get("Denominator") is not None or (baseline is not None and baseline.percent)
    expected = _expected(measure)
    if field and expected is not None:
        found.append((expected, f"{expected:,} expected cases", _moves(expected, ratio), field))
    if baseline_field and baseline and baseline.percent and baseline.n and 0 <= baseline.value <= 100:
        rare = rarer_side(baseline.value, baseline.n)
        words = f"{rare:,} cases of the rarer result, by its Baseline of {baseline_field.raw}"
        found.append((rare, words, _moves(rare, ratio=False), baseline_field))
    elif baseline_field and baseline and not ratio and _is_count(measure, baseline):
        size = int(baseline.value)
        found.append((size, f"{size:,} cases, by its Baseline", _moves(size, ratio=False), baseline_field))
    return min(found, key=lambda each: each[0]) if found else None


def _moves(cases: int, ratio: bool) -> str:
    if ratio and cases:
        return f"One case more or less moves the result by {plain(one_case(cases))} percentage points"
    low, high = reach_of_chance(cases)
    return f"Chance alone takes {cases:,} a year anywhere from {low:,} to {high:,}"


def _is_count(measure: Measure, baseline: Measured) -> bool:
    """Whether the baseline counts events: a whole number of harms, and no rate, score or time.

    Chance moves how many people fall ill or die. How many wards are open is somebody's decision.
    """
    words = " ".join(line_of(measure.get(label)) for label in _SOUGHT)
    if measure.get("Instrument") or baseline.value != int(baseline.value) or baseline.value < 0:
        return False
    return bool(_EVENTS.search(words)) and not _RATE.search(f"{words} {baseline.note}")
