"""Measures that are set beside the figures of others: other areas, other providers, the country."""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.facts.blocks import choice_of, ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.outcomes import measure_words
from clausecheck.facts.derived.outcomes.measure_lines import all_said, denies, says, stake_of, weighed, whole
from clausecheck.facts.derived.outcomes.measures import Measure, measures_of
from clausecheck.facts.derived.words.lines import line_of, readable
from clausecheck.facts.kinds import flag, kind, text, word
from clausecheck.model.draft import Draft, Field

KINDS = (
    kind(
        "comparison",
        "A measure whose result is set beside a figure of others.",
        measure=word("the outcome or indicator"),
        adjusted=flag("differences between the people are allowed for, or need not be, or not all was read"),
        open=flag("money hangs on a figure that others publish, and nothing says what holds without it"),
        against=text("the words for the figure"),
        adjusts=text("what it says of differences between the people"),
        unfair=text("what follows where they are not allowed for, in a sentence"),
        unsettled=text("what follows where the figure is missing, in a sentence"),
    ),
)

_LINES = ("Measure", "Numerator", "Denominator", "Target", "Floor")
# What is done for everybody alike, and what is in place, does not vary with how ill people are.
_ALIKE = ("process", "structure")


def derive(draft: Draft, facts: Collector) -> None:
    """Adds each measure that is set beside a figure of others."""
    hangs: dict[int, str] = {}
    for payment in draft.of("OUTCOME PAYMENT"):
        for each in weighed(draft, payment):
            hangs.setdefault(each.measure.block.span.start, stake_of(draft, payment, each))
    settled = _settled_elsewhere(draft)
    for measure in measures_of(draft):
        against = [(field, words) for field, words in _lines(measure) if measure_words.outside_figure(words)]
        if not against:
            continue
        hang = hangs.get(measure.block.span.start, "")
        field, words = next(
            ((field, words) for field, words in against if measure_words.rests_on_outside_figure(words)),
            against[0],
        )
        rests = measure_words.rests_on_outside_figure(words)
        figure = measure_words.outside_figure(words)
        facts.add(
            "comparison",
            field.span,
            (*measure.block.path, field.label),
            measure=ref_of(measure.block),
            adjusted=not measure.complete or _adjusted(measure),
            open=bool(hang) and rests and not settled and measure.complete and not _falls_back(measure),
            shown={
                "name": measure.block.name,
                "against": figure,
                "adjusts": _adjusts(measure),
                "unfair": "The same care would show a worse result where people are older, sicker or poorer"
                + (f", and {hang[0].lower()}{hang[1:]}" if hang else ""),
                "unsettled": f"{hang}, and cannot be settled in a year without that figure",
            },
        )


def _lines(measure: Measure) -> Iterator[tuple[Field, str]]:
    for label in _LINES:
        field = measure.get(label)
        if field is not None:
            yield from ((field, words) for words in (field.raw, *(entry.raw for entry in field.entries)))


def _adjusted(measure: Measure) -> bool:
    line = measure.get("Risk adjustment")
    if line is not None:
        return not readable(line) or not denies(line_of(line))
    sort = choice_of(measure.block, "Type") or choice_of(measure.outcome, "Type")
    return sort in _ALIKE or measure_words.adjusted(says(measure, *_LINES, "Exclusions", "Standard set"))


def _adjusts(measure: Measure) -> str:
    line = measure.get("Risk adjustment")
    if line is None:
        return "says nothing of how differences between the people are allowed for"
    return f'says "Risk adjustment: {line_of(line)}"'


def _falls_back(measure: Measure) -> bool:
    blocks = [measure.block, *([measure.outcome] if measure.outcome else [])]
    return any(measure_words.falls_back(all_said(block)) for block in blocks)


def _settled_elsewhere(draft: Draft) -> bool:
    """Whether a clause or a payment says what holds without a figure, or may do so unread."""
    said = (all_said(block) for block in draft.of("OUTCOME PAYMENT", "CLAUSE"))
    return not whole(draft) or any(measure_words.falls_back(words) for words in said)
