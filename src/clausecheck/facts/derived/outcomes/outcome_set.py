"""The outcomes of a draft taken together: who chose them, when they are looked at again, what they follow."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausecheck.facts.arithmetic.dates import length
from clausecheck.facts.blocks import choice_of, ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.frame.term import contract_days, months_in
from clausecheck.facts.derived.governance import board_words
from clausecheck.facts.derived.outcomes.measure_lines import (
    all_said,
    denies,
    hanging,
    named,
    says,
    up_to,
    weighed,
    whole,
)
from clausecheck.facts.derived.outcomes.measures import Measure
from clausecheck.facts.derived.words.lines import line_of, readable
from clausecheck.facts.kinds import count, flag, kind, text, word
from clausecheck.model.draft import Block, Draft
from clausecheck.model.suggest import listed
from clausecheck.model.values import Names
from clausecheck.patterns import Pattern

KINDS = (
    kind(
        "outcome_set",
        "The outcomes of a draft that pays for some of them, taken together.",
        chosen_without=flag("nothing says that patients, carers or clinicians helped to choose them"),
        unreviewed=flag("nothing says when they are looked at again"),
        months=count("whole months that the contract runs", optional=True),
        left_out=text("what the draft says, or does not say, of who chose them"),
        which=text("the measures that are paid for"),
        term=text("how long the contract runs"),
        stake=text("the most that is paid on them in a Contract Year, or words for it"),
    ),
    kind(
        "condition_measures",
        "The paid measures for people with one condition.",
        population=word("the POPULATION"),
        home_made=flag("none of them names a published set, indicator or questionnaire"),
        which=text("the measures"),
        people=text("who the people are"),
    ),
)

_CHOSEN = Pattern(
    r"\bco-?(?:design|produc)|\b(?:designed|chosen|developed|drawn up|agreed|selected|written"
    r"|shaped) (?:\w+ ){0,2}?"
    r"(?:with|by)\b[^.;]{0,60}\b(?:patients?|service users?|people|carers?|residents?|clinicians?"
    r"|families)\b",
    re.I,
)
_GROUPS: board_words.Named = (
    (
        "patients",
        Pattern(
            r"\bpatients?\b|\b(?:service )?users?\b|\bpeople\b|\bpublic\b|\bresidents?\b"
            r"|\blived experience\b|\bcitizens?\b"
            r"|\bexperts? by experience\b|\bHealthwatch\b|\bclients?\b|\bwomen\b"
            r"|\byoung\b|\bchildren\b",
            re.I,
        ),
    ),
    ("carers", Pattern(r"\bcarers?\b|\bfamil(?:y|ies)\b|\bparents?\b|\brelatives?\b", re.I)),
    (
        "clinicians",
        Pattern(
            r"\bclinic(?:al|ian)|\bdoctors?\b|\bnurs|\bstaff\b|\btherapist|\bprofessional|\bGPs?\b"
            r"|\bsurgeon|\bpractitioner"
            r"|\bphysio|\bpsychi|\bsocial workers?\b|\bproviders?\b",
            re.I,
        ),
    ),
)
_OUTCOMES = r"(?:outcomes?|indicators?|measures?|targets?|framework|O\d+|I\d+|OP\d+)"
_REVIEWED = Pattern(
    rf"\breview\w*\b[^.;]{{0,80}}\b{_OUTCOMES}\b|\b{_OUTCOMES}\b[^.;]{{0,80}}\b(?:review|revisit|refresh"
    rf"|reset|retire)",
    re.I,
)
_PUBLISHED = Pattern(
    r"\bICHOM\b|\bNICE\b|\bOutcomes? Framework\b|\bnational (?:audit|registry|register|PROMs?|indicator"
    r"|set)\b"
    r"|\b(?:EQ-?5D|ReQoL|MSK-HQ|PHQ|GAD|HoNOS|DIALOG|IAPT)|\bOxford (?:hip|knee|shoulder)\b|\bQOF\b"
    r"|\bCQUIN\b",
    re.I,
)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds the outcomes taken together, and the measures for people with one condition."""
    payments = [
        (payment, found) for payment in draft.of("OUTCOME PAYMENT") if (found := weighed(draft, payment))
    ]
    paid = [each.measure for _, found in payments for each in found]
    if not paid:
        return
    # Several payments may each have their dearest year, so that their sums are of no one year.
    sums = [hanging(draft, payment, found) for payment, found in payments]
    first = min(paid, key=lambda measure: measure.block.span.start)
    at = first.outcome or first.block
    months = _months(draft)
    left_out = _left_out(draft, "it" if len(_ids(paid)) == 1 else "them") if whole(draft) else ""
    facts.add(
        "outcome_set",
        at.span,
        at.path,
        chosen_without=bool(left_out),
        unreviewed=whole(draft) and not _reviewed(draft),
        months=months,
        shown={
            "name": "the outcomes",
            "left_out": left_out,
            "which": named(_ids(paid)),
            "stake": up_to(sums[0] if len(sums) == 1 else None, "Money"),
            "term": f"{months} months" if months is not None else "",
        },
    )
    for population in draft.of("POPULATION"):
        if choice_of(population, "Basis") == "condition cohort":
            _condition(draft, population, paid, facts)


def _ids(measures: Sequence[Measure]) -> list[str]:
    return list(dict.fromkeys(measure.block.id or measure.block.name for measure in measures))


def _months(draft: Draft) -> int | None:
    days = contract_days(draft)
    if days:
        return length(*days).months
    return months_in(draft.contract.get("Contract Term")) if draft.contract else None


def _left_out(draft: Draft, them: str) -> str:
    """Who is not said to have helped to choose the outcomes; nothing where the draft may settle it."""
    own = [*draft.of("OUTCOME", "INDICATOR", "ENGAGEMENT")]
    if not all(block.complete for block in own):
        return ""
    lines = [field for block in own if (field := block.get("Co-design"))]
    if not all(readable(field) for field in lines):
        return ""
    said = [words for field in lines if not denies(words := line_of(field))]
    places = [
        all_said(block) for block in draft.of("CONTRACT", "CLAUSE", "ENGAGEMENT", "ASSURANCE", "SERVICES")
    ]
    places += [definition.text.raw for definition in draft.definitions]
    if not said:
        # What a Co-design line denies is no statement of it.
        denied = [line_of(field) for field in lines]
        left = [_without(words, denied) for words in places]
        chosen = any(_CHOSEN.search(words) for words in left)
        return "" if chosen else f"nothing says that patients, carers or clinicians helped to choose {them}"
    together = " ; ".join(said)
    missing = board_words.missing(together, _GROUPS)
    settled = board_words.elsewhere(together) and len(missing) == len(_GROUPS)
    if settled or len(missing) == len(_GROUPS) or missing in ([], ["carers"]):
        return ""
    return f"nothing says that {listed(missing, 'or')} helped to choose {them}"


def _without(words: str, denied: Sequence[str]) -> str:
    for each in denied:
        words = words.replace(each, "")
    return words


def _reviewed(draft: Draft) -> bool:
    """Whether the draft says that its measures are looked at again, or may say so unread."""
    for block in draft.of("OUTCOME", "INDICATOR"):
        field = block.get("Review")
        if not block.complete or (field and not (readable(field) and denies(line_of(field)))):
            return True
    places = [
        all_said(block)
        for block in draft.of("CLAUSE", "OUTCOME PAYMENT", "VARIATION", "GOVERNANCE", "CONTRACT")
    ]
    places += [definition.text.raw for definition in draft.definitions]
    return any(_REVIEWED.search(words) for words in places)


def _condition(draft: Draft, population: Block, paid: Sequence[Measure], facts: Collector) -> None:
    alone = sum(1 for _ in draft.of("POPULATION")) == 1
    own = [measure for measure in paid if _is_for(measure, population, alone)]
    if not own:
        return
    at = population.get("Basis")
    assert at is not None
    facts.add(
        "condition_measures",
        at.span,
        (*population.path, "Basis"),
        population=ref_of(population),
        home_made=whole(draft) and not any(_published(measure) for measure in own),
        shown={
            "name": population.name,
            "which": named(_ids(own)),
            "people": population.title or population.name,
        },
    )


def _is_for(measure: Measure, population: Block, alone: bool) -> bool:
    field = measure.get("Population")
    if field is None or not isinstance(field.value, Names):
        return alone
    return any(name.id == population.id for name in field.value.names)


def _published(measure: Measure) -> bool:
    line = measure.get("Standard set")
    if not measure.complete or measure.get("Instrument") or (line and not denies(line_of(line))):
        return True
    return bool(_PUBLISHED.search(says(measure, "Measure", "Numerator", "Denominator", "Source")))
