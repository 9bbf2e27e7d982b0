"""Essential Services and Commissioner Requested Services: who may have them, their plan, and their end."""

from __future__ import annotations

import re

from clausecheck.facts.blocks import state_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.frame.form import on_the_contract
from clausecheck.facts.derived.frame.parties import PROVIDING, kind_of_party, roles
from clausecheck.facts.derived.words import walk
from clausecheck.facts.derived.words.lines import line_of, listed, whole
from clausecheck.facts.derived.words.sentences import about, taken_back
from clausecheck.facts.fact import State
from clausecheck.facts.kinds import flag, kind, text
from clausecheck.model.draft import Block, Draft
from clausecheck.model.values import Reference
from clausecheck.patterns import Pattern, even
from clausecheck.spans import Span

KINDS = (
    kind(
        "essential_services",
        "The line that lists Essential Services, or the schedule for them among those relied on.",
        trust=flag("an NHS trust provides under the draft, or nobody can say"),
        foundation=flag("a foundation trust does"),
        plan=flag("the draft has a line or schedule for their continuity plan, or nobody can say"),
        shorter=flag("the draft is on the shorter form"),
        providers=text("who provides, each with the kind of body it is"),
    ),
    kind(
        "essential_withdrawn",
        "Words by which a provider may end an Essential or Commissioner Requested Service by its own notice.",
        written=text("the words"),
    ),
)

_NONE = Pattern(r"\W*(?:none|no\b|nil|not (?:applicable|used)|n/?a\b|omitted)", re.I)
_SERVICE = r"(?:Essential Services?|Commissioner Requested Services?|CRS)\b"
_ENDS = (
    r"(?:withdraw(?:s|n)?(?: from)?|discontinue[ds]?|cease[ds]?(?: to provide| providing)?"
    r"|stop(?:s|ped)?(?: providing)?|clos(?:e|es|ed))"
)
_WITHDRAWN = (
    Pattern(
        rf"\b(?:may|can|is free to|is entitled to|has the right to) {_ENDS} [^.;]{{0,40}}{_SERVICE}", re.I
    ),
    Pattern(rf"\b{_SERVICE}[^.;]{{0,30}} (?:may|can) be {_ENDS}\b", re.I),
    Pattern(
        rf"\b(?:withdrawal|closure|discontinuation) of [^.;]{{0,40}}{_SERVICE}[^.;]{{0,20}}\bon"
        rf" [^.;]{{0,40}}\bnotice\b",
        re.I,
    ),
)
_WITH_LEAVE = Pattern(
    r"\b(?:SC ?5|GC ?17|Service Condition 5|General Condition 17|consents?|agree(?:s|d|ment)?|approv\w+"
    r"|licen[cs]e|commissioners? (?:may|can|is|are|has|have)|regulator|NHS England|temporar\w+|safe\w*)\b",
    re.I,
)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds where Essential Services are listed, and words that let them be withdrawn."""
    if not on_the_contract(draft):
        return
    place = _listed(draft)
    if place is not None:
        _services(draft, *place, facts)
    for sentence in about(draft, "essential service", "commissioner requested", "crs"):
        for pattern in _WITHDRAWN:
            match = pattern.search(sentence.text)
            if match and not taken_back(sentence, match) and not _WITH_LEAVE.search(sentence.text):
                facts.add(
                    "essential_withdrawn",
                    sentence.of(match),
                    sentence.path,
                    shown={"name": match[0], "written": sentence.text.strip()},
                )
                break


def _listed(draft: Draft) -> tuple[Span, tuple[str, ...]] | None:
    """The first line that puts Essential Services into the contract."""
    for block in draft.of("LINKS"):
        field = block.get("Essential services")
        if field is not None:
            empty = state_of(field) is not State.STATED or _NONE.match(line_of(field))
            return None if empty else (field.span, (*block.path, field.label))
    for found in walk.parts(draft):
        if found.label == "Schedules relied on" and _is_schedule(found, "2D"):
            return found.part.span, found.path
    return None


def _is_schedule(found: walk.Found, number: str) -> bool:
    part = found.part
    if not isinstance(part, Reference) or part.system != "Schedule":
        return False
    return re.match(rf"{number}(?![A-Za-z0-9])", part.number, re.I) is not None


def _services(draft: Draft, span: Span, path: tuple[str, ...], facts: Collector) -> None:
    providers = [party for party in draft.of("PARTY") if roles(party) & PROVIDING]
    bodies = [kind_of_party(party) for party in providers]
    known = bool(providers) and all(bodies) and whole(draft)
    form = next(iter(facts.of("form")), None)
    facts.add(
        "essential_services",
        span,
        path,
        trust=not known or "NHS trust" in bodies,
        foundation="foundation trust" in bodies,
        plan=not whole(draft) or _has_plan(draft),
        shorter=form is not None and form.values["shorter"] is True,
        shown={
            "name": "Essential Services",
            "providers": listed([_described(party) for party in providers]) or "the provider",
        },
    )


def _described(party: Block) -> str:
    return f"{party.id} ({kind_of_party(party)})"


def _has_plan(draft: Draft) -> bool:
    for block in draft.of("LINKS"):
        field = block.get("Continuity plan")
        if field is not None:
            return True
    said = any("continuity plan" in even(words.text).lower() for words in walk.words(draft))
    return said or any(_is_schedule(found, "2E") for found in walk.parts(draft))
