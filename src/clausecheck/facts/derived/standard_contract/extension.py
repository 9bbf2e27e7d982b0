"""The option to extend the term: how far, how often, on what notice, and where it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausecheck.facts.arithmetic.extension import most_months
from clausecheck.facts.blocks import state_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.standard_contract.provisions import form_of
from clausecheck.facts.derived.words import walk
from clausecheck.facts.derived.words.lines import says_none
from clausecheck.facts.derived.words.sentences import sentence_around
from clausecheck.facts.fact import State
from clausecheck.facts.kinds import count, flag, kind, text
from clausecheck.model.draft import Block, Draft
from clausecheck.model.values import Day, Duration
from clausecheck.patterns import Pattern
from clausecheck.spans import Span

KINDS = (
    kind(
        "extension",
        "The option to extend the contract, where the draft states one.",
        bounded=flag("it says how long an extension may be, or when it ends"),
        noticed=flag("it says by when or by what notice it is used"),
        placed=flag("the draft refers to the schedule for extensions"),
        repeated=flag("it may be used more than once"),
        months=count("the most months that it adds, where one figure can be made of it", optional=True),
        place=text("the schedule of the draft's edition in which an option to extend stands"),
        written=text("the option as written"),
        often=text("the words that let it be used again"),
    ),
    kind(
        "other_extension",
        "Another place in the draft that gives the option to extend another length.",
        months=count("the months that it gives"),
        other=text("the length it gives, as written"),
        written=text("the Extension of the contract as written"),
        stated=text("the months that the Extension adds at most"),
    ),
)

_TITLE = "Extension of Contract Term"
_MONTHS = {"month": 1, "year": 12}
_NOT_ONE = Pattern(r"\W*(?:no(?:ne)?\b|not\b|n/a\b|there is no\b|nil\b|without\b)", re.I)
_NOTICE = Pattern(r"\bnotice\b|\bnotif\w*|\b(?:before|prior to|ahead of)\b", re.I)
_BY = Pattern(r"\b(?:by|no later than|on or before) $", re.I)
_OF_NOTICE = Pattern(
    r"\W*s?\W*(?:written |prior |clear |advance )*(?:notice|before|prior to|ahead of)\b", re.I
)
_NOTICE_OF = Pattern(
    r"\bnotice (?:period )?(?:of|is)?\s*(?:at least |not less than |no less than |a minimum of )?$", re.I
)
_ONCE = Pattern(
    r"\bonce\b|\b(?:one|a single|single|1) (?:further |additional |extra )?"
    r"(?:period|option|extension|time|occasion)\b",
    re.I,
)
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5}
_TIMES = Pattern(
    r"\b(?P<word>two|three|four|five|[2-5])\s+(?:(?:further|additional|extra|successive|separate|optional|annual)\s+)*"
    r"(?:(?:\d{1,2}|one|six|twelve)[- ](?:year|month)\s+)?(?:periods?|options?|extensions?|times|occasions)\b"
    r"|\b(?P<cross>[2-5])\s*[x×]\s*\d|\b(?P<twice>twice)\b|\b(?P<thrice>three times)\b",
    re.I,
)
_AGAIN = Pattern(
    r"\bany number\b|\bmore than once\b|\beach year\b|\bevery year\b|\bannually\b|\byear by year\b"
    r"|\bfrom year to year\b"
    r"|\bsuccessive(?:ly)?\b|\brepeatedly\b|\bfurther extensions\b"
    r"|\bone or more (?:periods|extensions|times|occasions)\b"
    r"|\b\d\s*\+\s*\d\b",
    re.I,
)
_TOTAL = Pattern(
    r"\b(?:up to|at most|no more than|not more than|maximum of|total of|not exceeding)"
    r"(?: a (?:total|maximum) of)?\s*$",
    re.I,
)
_IN_TOTAL = Pattern(r"\s*(?:in total|in all|altogether|overall|in aggregate)\b", re.I)
_ABOUT = Pattern(r"\b(?:contract|agreement|term)\b", re.I)
_NOT_ABOUT = Pattern(
    r"\bsub-?contract|\bdead-?line|\blease\b|\bservices? contract\b|\bremedy\b|\brespon|\bRAP\b|\bnot\b", re.I
)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds the option to extend, and each place that gives it another length."""
    contract = draft.contract
    field = contract.get("Extension") if contract else None
    if contract is None or field is None or state_of(field) is not State.STATED:
        return
    raw = field.raw
    if says_none(field) or _NOT_ONE.match(raw) or any(walk.holes(raw, 0)):
        return
    found = [each for each in walk.parts(draft) if each.block is contract and each.label == "Extension"]
    lengths = [each for each in found if _months(each)]
    often, times = _how_often(raw)
    total = next((_months(each) for each in lengths if _is_total(each)), None) if times != 1 else None
    months = most_months([_months(each) for each in lengths], times, total)
    place = _place(draft)
    endless = any(fact.values["label"] == "Extension" for fact in facts.of("open_term"))
    facts.add(
        "extension",
        field.span,
        (*contract.path, "Extension"),
        bounded=bool(lengths) or any(isinstance(each.part, Day) for each in found),
        noticed=bool(_NOTICE.search(raw)) or any(_is_deadline(each) for each in found),
        placed=not place or _placed(draft, place, facts),
        repeated=times != 1 and not endless,
        months=months,
        shown={"name": raw, "written": raw, "often": often, "place": place},
    )
    if months:
        _others(draft, contract, raw, months, facts)


def _months(found: walk.Found) -> int:
    """The months of a length of time that is not one of notice; 0 for anything else."""
    part = found.part
    if not isinstance(part, Duration) or part.unit not in _MONTHS:
        return 0
    notice = _OF_NOTICE.match(found.after) or _NOTICE_OF.search(found.before[-60:])
    return 0 if notice else part.count * _MONTHS[part.unit]


def _is_deadline(found: walk.Found) -> bool:
    return isinstance(found.part, Day) and bool(_BY.search(found.before[-20:]))


def _is_total(found: walk.Found) -> bool:
    return bool(_TOTAL.search(found.before[-60:]) or _IN_TOTAL.match(found.after))


def _how_often(raw: str) -> tuple[str, int]:
    """The words that let the option be used again and how many times that makes; 0 where it is not known."""
    if _ONCE.search(raw) and not re.search(r"more than once", raw, re.I):
        return "", 1
    if match := _TIMES.search(raw):
        if match["twice"] or match["thrice"]:
            return match[0], 2 if match["twice"] else 3
        said = (match["word"] or match["cross"]).lower()
        return match[0], _NUMBERS.get(said) or int(said)
    if match := _AGAIN.search(raw):
        return match[0], 0
    return "", 1


def _place(draft: Draft) -> str:
    """The schedule for extensions in the edition and form of the draft; empty where none is known."""
    from clausecheck.editions.look import by_title, edition

    on = form_of(draft)
    found = by_title(edition(on.edition).forms[on.form], _TITLE)[0] if on else None
    return found.name if found else ""


def _placed(draft: Draft, place: str, facts: Collector) -> bool:
    number = place.partition(" ")[2]
    links = next(draft.of("LINKS"), None)
    linked = links is not None and (not links.complete or links.get("Extension of term") is not None)
    return linked or any(
        fact.values["system"] == "Schedule" and fact.values["number"] in (number, number[:1])
        for fact in facts.of("provision")
    )


def _others(draft: Draft, contract: Block, raw: str, months: int, facts: Collector) -> None:
    for found, given in _elsewhere(draft, contract):
        if given != months:
            facts.add(
                "other_extension",
                found.part.span,
                found.path,
                months=given,
                shown={
                    "name": found.part.raw,
                    "other": found.part.raw,
                    "written": raw,
                    "stated": f"{months} months",
                },
                spans={"written": _span_of(contract)},
            )


def _span_of(contract: Block) -> Span:
    field = contract.get("Extension")
    assert field is not None
    return field.span


def _elsewhere(draft: Draft, contract: Block) -> Iterator[tuple[walk.Found, int]]:
    """Lengths by which a clause, or the words after the Contract Term, let the contract be extended."""
    for found in walk.parts(draft):
        if not _months(found) or found.block is None:
            continue
        if found.block is contract and found.label == "Contract Term":
            if re.search(r"\bexten(?:d\w*|sion)\b[^,;]*$", found.before, re.I):
                yield found, _months(found)
        elif found.block.head.name == "CLAUSE":
            start = found.part.span.start - found.starts
            said = sentence_around(found.line, start, start + len(found.part.raw))
            here = said[: said.find(found.part.raw)]
            once = len(re.findall(r"\b\w+[ -](?:months?|years?)\b", said, re.I)) == 1
            if (
                once
                and _ABOUT.search(said)
                and re.search(r"\bexten(?:d\w*|sion)\b", here, re.I)
                and not _NOT_ABOUT.search(said)
                and _how_often(said)[1] == 1
            ):
                yield found, _months(found)
