"""Targets and counts in words that nobody can hold against a number: improved, timely, appropriate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from clausecheck.facts.blocks import ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.outcomes.measures import Measure, measures_of
from clausecheck.facts.derived.words.lines import line_of
from clausecheck.facts.kinds import flag, kind, text, word
from clausecheck.model.aims import NUMBER, is_aim
from clausecheck.model.draft import Block, Draft, Field
from clausecheck.model.values import Hole, Text, Unreadable, Value
from clausecheck.patterns import Pattern
from clausecheck.spans import Span

KINDS = (
    kind(
        "vague_words",
        "A target, floor or count that turns on a word without a number.",
        measure=word("the outcome or indicator"),
        label=word("the label it stands under"),
        target=flag("it is a target or a floor, not what is counted"),
        words=text("the words"),
        reading=text("how two readers may differ, in a sentence"),
    ),
)

_LOOSE = Pattern(
    r"\btimely\b|\bin a timely (?:way|manner|fashion)\b|\bpromptly\b|\bprompt\b|\bin good time\b"
    r"|\bas soon as (?:is )?(?:possible|practicable|reasonably practicable)\b|\bwithout (?:undue )?delay\b"
    r"|(?<!clinically )(?<!culturally )(?<!age[- ])\bappropriate(?:ly)?\b|\badequate(?:ly)?\b"
    r"|\breasonabl[ey]\b(?! adjustment)|\bsatisfactor(?:y|ily)\b",
    re.I,
)
# Whoever is asked may use such words of their own, and what a standard fixes is fixed.
_FIXED = Pattern(
    r"\b(?:say|says|said|feel|feels|felt|respond\w*|answer\w*|report\w*|rate[sd]?|rating|survey\w*"
    r"|asked)\b|[\"“]|\bas (?:defined"
    r"|set out)|\bunder\b|\baccording to\b|\bstandards?\b|\bcriteri|\bguid(?:ance|eline)s?\b"
    r"|\bprotocol\b|\bNICE\b|\btool\b|\bscore"
    r"|\bSTOPP\b|\bpathway\b|\bwithin\b|\bthreshold",
    re.I,
)


class _Vague(NamedTuple):
    """Words without a number, and where they stand."""

    label: str
    words: str
    span: Span
    target: bool


def derive(draft: Draft, facts: Collector) -> None:
    """Adds each target, and each count, that turns on a word."""
    terms = [definition.term.lower() for definition in draft.definitions]
    seen: set[tuple[int, int]] = set()
    # Of a target that is a figure of nothing the lack of a measure is what is wrong.
    unmeasured = {fact.values["ref"] for fact in facts.of("measure") if fact.values["measured"] is False}
    for head in ("OUTCOME", "INDICATOR"):
        for block in draft.of(head):
            for field in (block.get("Target"), block.get("Floor")):
                for found in _aims(field) if field and ref_of(block) not in unmeasured else ():
                    _add(block, found, facts)
    for measure in measures_of(draft):
        for found in _counted(measure, terms):
            if (found.span.start, found.span.end) not in seen:  # an outcome's line stands for each indicator
                seen.add((found.span.start, found.span.end))
                _add(measure.block, found, facts)


def _add(block: Block, found: _Vague, facts: Collector) -> None:
    reading = (
        f'A result at the baseline and one far above it can both be called "{found.words}", or neither'
        if found.target
        else f'Whoever counts decides what is "{found.words}", and so what the result is'
    )
    facts.add(
        "vague_words",
        found.span,
        (*block.path, found.label),
        measure=ref_of(block),
        label=found.label,
        target=found.target,
        shown={"name": block.name, "label": found.label, "words": found.words, "reading": reading},
    )


def _counted(measure: Measure, terms: list[str]) -> Iterator[_Vague]:
    for label in ("Numerator", "Denominator"):
        if field := measure.get(label):
            words = line_of(field)
            match = _LOOSE.search(words)
            known = f"{words} ; {line_of(measure.get('Measure'))}"
            fixed = (
                NUMBER.search(known) or _FIXED.search(known) or any(term in words.lower() for term in terms)
            )
            if match and not fixed:
                yield _Vague(label, match[0], field.span, target=False)


def _aims(field: Field) -> Iterator[_Vague]:
    """The targets of a line that say which way to go and not how far."""
    values: list[Value | None] = [field.value, *(entry.value for entry in field.entries)]
    for value in values:
        if isinstance(value, Unreadable | Text) and not any(isinstance(part, Hole) for part in value.parts):
            words = value.raw.strip()
            if is_aim(words):
                yield _Vague(field.label, words, value.span, target=True)
