"""What patients report: whether a PROM says how it is taken, and whether its target can be scored."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from clausecheck.facts.blocks import choice_of, ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.outcomes.instruments import Instrument, instruments_in
from clausecheck.facts.derived.outcomes.measures import Measure, measures_of
from clausecheck.facts.derived.outcomes.stakes import Stake, stakes
from clausecheck.facts.derived.outcomes.targets import Target, targets_in
from clausecheck.facts.derived.words.lines import line_of
from clausecheck.facts.kinds import flag, kind, text, word
from clausecheck.model.draft import Draft
from clausecheck.model.values import Measured
from clausecheck.patterns import Pattern

KINDS = (
    kind(
        "prom",
        "A measure that patients report on their own health (a PROM), read in full.",
        measure=word("the outcome or indicator"),
        paid=flag("an OUTCOME PAYMENT gives it weight"),
        whole=flag("it names its instrument, time points, response rate and smallest change that matters"),
        lacks=text("what it does not say"),
        matters=text("why that matters, with the money that hangs on it, in sentences"),
    ),
    kind(
        "instrument_target",
        "A target for the score of a known questionnaire.",
        measure=word("the outcome or indicator"),
        beyond=flag("no score can reach it"),
        target=text("the first such target"),
        instrument=text("the questionnaire"),
        range=text("the scores it can have, in words"),
        stake=text("what follows, with the money that hangs on it, in sentences"),
    ),
)

_NAMING = ("Measure", "Numerator", "Instrument")
_ALL = (
    "Measure",
    "Numerator",
    "Denominator",
    "Exclusions",
    "Instrument",
    "Source",
    "Reported",
    "Standard set",
)
_PROM = Pattern(r"(?i)\bPROMs?\b|\bpatient[- ]reported outcomes?\b")
_PREM = Pattern(r"(?i)\bPREMs?\b|\bpatient[- ]reported experience\b")
_PLACES = (
    r"(?:start|end|first|last|baseline|discharge|admission|referral|surgery|treatment|entry|exit|enrolment)"
)
_TIMED = Pattern(
    r"(?i)\b(?:\d+|one|two|three|four|five|six|nine|twelve|eighteen)[- ](?:days?|weeks?|months?|years?)\b"
    rf"|\b(?:before|after|pre|post|at)[- ](?:and (?:after|post)[- ])?(?:the )?{_PLACES}"
)
_RATE = Pattern(r"(?i)\bresponse rates?\b|%\s+(?:of [\w ]+ )?(?:must )?(?:respond|answer|return|complete)")
_CHANGE = Pattern(
    r"(?i)\b(?:minimal(?:ly)?|minimum|smallest)\b[\w ]*\b(?:change|difference|improvement)\b|\bMCID\b|\bMIC\b"
    r"|\b\d+(?:\.\d+)? (?:points?|or more)\b|\b(?:rises?|falls?|improves?|increases?|drops?) by\b"
)
_A_SCORE = Pattern(r"(?i)\bscores?\b|\bindex\b|\bmean\b|\baverage\b|\bmedian\b")
_A_MEAN = Pattern(r"(?i)\bmean\b|\baverage\b|\bmedian\b")
_OF_PEOPLE = Pattern(
    r"(?i)\b(?:people|patients|number|proportion|percentage|share) (?:who|whose|of|with|in)\b"
)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds each PROM, and each target for a known questionnaire."""
    held = stakes(draft, [])
    for measure in measures_of(draft):
        stake = held.get(measure.block.id) or (held.get(measure.outcome.id) if measure.outcome else None)
        hangs = f". {stake.words}" if stake else ""
        naming = _words(measure, _NAMING)
        if measure.complete and _is_prom(measure, naming):
            _prom(measure, _words(measure, _ALL), hangs, facts)
        _target(measure, naming, stake, facts)


def _words(measure: Measure, labels: Sequence[str]) -> str:
    titles = (measure.block.title, measure.outcome.title if measure.outcome else "")
    return "; ".join([*titles, *(line_of(measure.get(label)) for label in labels)])


def _is_prom(measure: Measure, words: str) -> bool:
    """Whether patients report on their health: the Type says so, or the words do where there is no Type."""
    stated = choice_of(measure.block, "Type") or choice_of(measure.outcome, "Type")
    if stated or measure.get("Type"):
        return stated == "PROM"
    if _PREM.search(words):
        return False
    return bool(_PROM.search(words)) or any(each.patient for each in instruments_in(words))


def _prom(measure: Measure, words: str, stake: str, facts: Collector) -> None:
    named = bool(measure.get("Instrument")) or bool(instruments_in(words))
    lacking = {
        "an Instrument": not named,
        "Time points": not (measure.get("Time points") or _TIMED.search(words)),
        "a Response rate": not (measure.get("Response rate") or _RATE.search(_quality(measure, words))),
        "a Minimum change": not (measure.get("Minimum change") or _CHANGE.search(words)),
    }
    lacks = [name for name, is_lacking in lacking.items() if is_lacking]
    facts.add(
        "prom",
        measure.block.span,
        measure.block.path,
        measure=ref_of(measure.block),
        paid=bool(stake),
        whole=not lacks,
        shown={
            "name": measure.block.name,
            "lacks": _or(lacks),
            "matters": f"{_WHY[lacks[0]] if lacks else 'It can be taken again'}{stake}",
        },
    )


_WHY = {
    "an Instrument": "Two questionnaires give two results for the same people",
    "Time points": "A score six weeks after treatment and one after a year are different results",
    "a Response rate": "Those who answer are seldom like those who do not, so few answers are no result",
    "a Minimum change": "A score can rise by less than any patient would notice",
}


def _quality(measure: Measure, words: str) -> str:
    return f"{words}; {line_of(measure.get('Data quality'))}; {line_of(measure.get('Balancing measure'))}"


def _target(measure: Measure, words: str, stake: Stake | None, facts: Collector) -> None:
    field = measure.get("Target")
    known = instruments_in(words)
    targets = [target for target in targets_in(field) if not target.value.percent]
    if field is None or len({(each.low, each.high) for each in known}) != 1 or not targets:
        return
    instrument = known[0]
    if not _is_of_the_score(measure, instrument):
        return
    beyond = next((target for target in targets if _beyond(target, instrument)), None)
    hangs = stake.words_in((beyond or targets[0]).year) if stake else ""
    facts.add(
        "instrument_target",
        field.span,
        (*measure.block.path, "Target"),
        measure=ref_of(measure.block),
        beyond=beyond is not None,
        shown={
            "name": measure.block.name,
            "target": (beyond or targets[0]).words,
            "instrument": " and ".join(each.name for each in known),
            "range": instrument.range,
            "stake": f"No result can meet it{f'. {hangs}' if hangs else ''}",
        },
    )


def _is_of_the_score(measure: Measure, instrument: Instrument) -> bool:
    """Whether the target is a score: the baseline may be one, and the words count no people."""
    field = measure.get("Baseline")
    words = f"{line_of(measure.get('Measure'))}; {line_of(measure.get('Numerator'))}"
    counts = bool(_OF_PEOPLE.search(words))
    if field and isinstance(field.value, Measured):
        scored = not field.value.percent and _inside(field.value.value, instrument)
        return scored and (not counts or bool(_A_MEAN.search(words)))
    return bool(_A_SCORE.search(words)) and not counts


def _inside(value: Decimal, instrument: Instrument) -> bool:
    low, high = instrument.low, instrument.high
    return (low is None or value >= low) and (high is None or value <= high)


def _beyond(target: Target, instrument: Instrument) -> bool:
    bounds = (target.value.low, target.value.high)
    return any(bound is not None and not _inside(bound, instrument) for bound in bounds)


def _or(words: list[str]) -> str:
    return " or ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
