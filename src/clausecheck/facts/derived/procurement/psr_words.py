"""Sentences that say of the PSR what the Regulations do not: of its limits, its steps and its changes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from clausecheck.facts.arithmetic.change import value_change
from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.blocks import choice_of, money_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.procurement.change_share import share_in_words
from clausecheck.facts.derived.procurement.psr import COMPETITIVE, place_of, psr_blocks
from clausecheck.facts.derived.procurement.psr_step_words import (
    abandoned,
    automatic_successor,
    not_told,
    on_paper,
)
from clausecheck.facts.derived.words.sentences import Sentence, sentences
from clausecheck.facts.kinds import kind, text, word
from clausecheck.model.draft import Block, Draft
from clausecheck.patterns import Pattern

KINDS = (
    kind(
        "psr_words",
        "A sentence that says of a PSR award or change what the Regulations do not.",
        fault=word(
            "below a threshold, either limit, later value, each change, automatic successor,"
            " offers on paper, abandoned or losers not told"
        ),
        written=text("the sentence as written"),
        lacking=text("what the text around it leaves out"),
        example=text("what the words would do, on the draft's own figures where it has them"),
    ),
)

_PSR = Pattern(r"\bPSR\b|\bProvider Selection Regime\b|\b2023/1348\b")
_HALF_MILLION = r"(?:£ ?500,?000|£ ?500 ?k|£ ?0\.5 ?m(?:illion)?)"
_QUARTER = r"25 ?(?:%|per ?cent)"
_LIMIT = Pattern(rf"{_HALF_MILLION}(?!\d)|\b{_QUARTER}", re.I)

_SMALL = Pattern(
    r"\b(?:below|under|beneath|lower than|less than|short of)\b[^.;]{0,40}\bthresholds?\b"
    r"|\b(?:sub|below)-threshold\b|\bnot (?:reach|meet|exceed)[^.;]{0,30}\bthresholds?\b",
    re.I,
)
_NOT_APPLIED = Pattern(
    r"\bdisappl|\b(?:does|do|did|will|shall|need) not (?:\w+ )?(?:apply|bind|cover|catch|arise|be followed)"
    r"|\bnot (?:\w+ )?(?:needed|required|applied|engaged|caught|followed|applicable|bound|subject)\b"
    r"|\bexempt|\boutside (?:the )?(?:PSR|Provider)|\bno need\b|\bno (?:\w+ ){0,2}award process\b",
    re.I,
)
_OTHER_THRESHOLD = Pattern(
    r"\bProcurement Act|\bPA ?(?:20)?23\b|\bnon-?(?:health|clinical)|\bsocial care\b|\blight[- ]touch\b"
    r"|\bgoods\b|\bconsiderable change|\bnot (?:be )?(?:disapplied|exempt)|\bno thresholds?\b"
    r"|\balthough\b|\beven (?:if|where|though)\b|\bwhether or not\b|\bregardless\b|\bhowever\b",
    re.I,
)

_PROCESS_C = Pattern(
    r"\bconsiderable change|\bprocess C\b|\bDAP ?C\b|\bdirect award C\b|\breg(?:ulation)?\.? ?6\(10\)", re.I
)
_EITHER = Pattern(
    rf"(?:{_HALF_MILLION}(?!\d)(?P<one>[^.;£%]{{0,60}})\b{_QUARTER})"
    rf"|(?:\b{_QUARTER}(?P<other>[^.;£%]{{0,60}}){_HALF_MILLION}(?!\d))",
    re.I,
)
_OR = Pattern(r"\bor\b", re.I)
_AND_OR_BOTH = Pattern(r"\band\b|\bboth\b|\bwhichever is (?:the )?(?:greater|higher|larger)", re.I)
_KEPT = Pattern(
    r"\b(?:below|less than|under|lower than|short of|within|fewer|not (?:reach|exceed|more))", re.I
)

_LATER_VALUE = Pattern(
    r"\b(?:current|present|latest|varied|revised|amended|uplifted|annual) "
    r"(?:(?:contract|lifetime|total) )*values?\b"
    r"|\bvalue (?:as (?:then )?(?:varied|amended|uplifted)|at the time|after (?:all )?variations?)\b",
    re.I,
)
_EARLIER_VALUE = Pattern(
    r"\bat signature\b|\bwhen (?:it was |first )?(?:signed|entered)|\boriginal|\bnot (?:the|of|from)\b"
    r"|\bentered into\b|\brather than\b|\binstead of\b",
    re.I,
)

_LATER = Pattern(
    r"\bas (?:now )?(?:varied|amended|uplifted|increased|it stands)\b|\bcurrent|\bpresent\b|\blatest\b"
    r"|\bto date\b|\bafter (?:\w+ )?(?:variations?|changes?|uplifts?)\b|\btoday\b|\bvaried\b",
    re.I,
)
_SIGNED = Pattern(r"\bsign|\bentered into\b|\bbefore\b|\bnot\b|\bexcluding variations\b", re.I)

_EACH = Pattern(
    r"\b(?:each|every|any (?:one|single)|per|(?:an?|no) (?:single|individual))\s+(?:\w+\s+){0,2}"
    r"(?:variations?|modifications?|changes?)\b"
    r"|\bby itself\b|\bon its own\b|\btaken (?:alone|separately)\b",
    re.I,
)
_CHANGING = Pattern(r"\bvar(?:y|ied|ies|iation)|\bmodif|\bchange", re.I)
_REG_13 = Pattern(r"\breg(?:ulation)?s?\.? ?13\b", re.I)
_VARIATION = Pattern(r"\bvariation|\bmodif", re.I)
_ALLOWED = Pattern(
    r"\bmay\b|\bup to\b|\bat most\b|\bnot (?:more|exceed)|\blimit|\bcap\b|\bcapped\b|\bbelow\b|\bless than\b"
    r"|\bmaximum\b|\ballow|\bpermit|\bunder\b|\bwithin\b|\bno more\b",
    re.I,
)
_TOGETHER = Pattern(
    r"\bcumulat|\btogether\b|\baggregat|\bin total\b|\bsince (?:signature|it was|the contract)|\badded\b"
    r"|\ball (?:\w+ )?(?:variations|modifications|changes)\b|\bsum of\b|\bcombined\b"
    r"|\bnotif|\bnotice|\bpublish|\breport|\bapprov",
    re.I,
)

Finds = Callable[[Sentence], bool]


def derive(draft: Draft, facts: Collector) -> None:
    """Adds each such sentence; those about an award only in a draft with a PSR procurement."""
    blocks = list(psr_blocks(draft))
    competitive = any(choice_of(block, "Route") == COMPETITIVE for block in blocks)
    for block in blocks:
        _baseline(block, facts)
    for sentence in sentences(draft):
        for fault, lacking in _faults(sentence, bool(blocks), competitive):
            facts.add(
                "psr_words",
                sentence.span,
                sentence.path,
                fault=fault,
                shown={
                    "name": sentence.name,
                    "written": sentence.text,
                    "lacking": lacking,
                    "example": _example(blocks) if fault == "either limit" else "",
                },
            )


def _baseline(block: Block, facts: Collector) -> None:
    """Adds an Original value that is said to be of a later day than signature."""
    field = block.get("Original value")
    if field is None or money_of(block, "Original value") is None:
        return
    if _LATER.search(field.raw) and not _SIGNED.search(field.raw):
        facts.add(
            "psr_words",
            place_of(field, block),
            (*block.path, field.label),
            fault="later value",
            shown={
                "name": block.name,
                "written": f"{field.label}: {field.raw}",
                "lacking": "",
                "example": "",
            },
        )


def _faults(sentence: Sentence, psr: bool, competitive: bool) -> Iterator[tuple[str, str]]:
    if _below_a_threshold(sentence):
        yield "below a threshold", ""
    if not psr:
        return
    for fault, found in _ALWAYS:
        if found(sentence):
            yield fault, ""
            return
    if competitive and on_paper(sentence):
        yield "offers on paper", ""
    if competitive and (lacking := not_told(sentence)):
        yield "losers not told", lacking


def _below_a_threshold(sentence: Sentence) -> bool:
    said = sentence.text
    return bool(
        _PSR.search(said)
        and _SMALL.search(said)
        and _NOT_APPLIED.search(said)
        and not _OTHER_THRESHOLD.search(said)
    )


def _either_limit(sentence: Sentence) -> bool:
    """Whether either figure alone is said to make a considerable change; to be below either is right."""
    match = _EITHER.search(sentence.text)
    if match is None or not _PROCESS_C.search(sentence.text):
        return False
    between = match["one"] if match["one"] is not None else match["other"]
    before = sentence.text[max(0, match.start() - 60) : match.start()]
    said = before + between
    return bool(
        _OR.search(between)
        and not _AND_OR_BOTH.search(between)
        and not _KEPT.search(said)
        and not re.search(r"\bboth\b", sentence.text, re.I)
    )


def _later_value(sentence: Sentence) -> bool:
    said = sentence.text
    law = _PSR.search(said) or _REG_13.search(said)
    about = _PROCESS_C.search(said) or (law and _CHANGING.search(said))
    return bool(
        about and _LIMIT.search(said) and _LATER_VALUE.search(said) and not _EARLIER_VALUE.search(said)
    )


def _each_change(sentence: Sentence) -> bool:
    said = sentence.text
    return bool(
        _LIMIT.search(said)
        and _VARIATION.search(said)
        and _EACH.search(said)
        and _ALLOWED.search(said)
        and not _TOGETHER.search(said)
    )


_ALWAYS: tuple[tuple[str, Finds], ...] = (
    ("either limit", _either_limit),
    ("later value", _later_value),
    ("each change", _each_change),
    ("automatic successor", automatic_successor),
    ("abandoned", abandoned),
)


def _example(blocks: list[Block]) -> str:
    """What a bar at either limit would do: on the draft's figures where they reach just one, else made up."""
    for block in blocks:
        original, proposed = money_of(block, "Original value"), money_of(block, "Proposed value")
        if original is None or proposed is None or original <= 0:
            continue
        change = value_change(original, proposed - original)
        if change.reaches_value != change.reaches_share:
            share = share_in_words(original, change.change)
            return f"The change of {block.name}, {pounds(change.change)} or {share}, would bar process C"
    return "A change of £900,000 in a contract of £4,000,000, or 22.5%, would bar process C"
