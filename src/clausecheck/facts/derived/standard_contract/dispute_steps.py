"""The steps of a DISPUTES block: their order, how long the parties negotiate, and who does it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from clausecheck.facts.arithmetic.ladder import (
    Step,
    at_most_working_days,
    foreign,
    loop,
    missing,
    out_of_order,
)
from clausecheck.facts.blocks import state_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.risk_share.settling import unit_of
from clausecheck.facts.derived.standard_contract.standing import standing_of
from clausecheck.facts.derived.words.lines import line_of, listed, words_of
from clausecheck.facts.fact import State
from clausecheck.facts.kinds import count, flag, kind, text, word
from clausecheck.model.draft import Block, Draft
from clausecheck.model.parts import parts_of
from clausecheck.model.values import Duration
from clausecheck.patterns import Pattern
from clausecheck.spans import Span
from clausecheck.syntax.tree import Piece

KINDS = (
    kind(
        "dispute_steps",
        "The steps by which a DISPUTES block settles a dispute.",
        itself=flag("the draft is an NHS Standard Contract"),
        fault=word("foreign, out of order or missing: how they differ from GC14", optional=True),
        negotiation_days=count(
            "Operational Days of negotiation at the most, where each step has a time", optional=True
        ),
        juniors=flag("those who negotiate are named, and none of them is senior"),
        loops=flag("a dispute comes back to a body that it has been to"),
        differs=text("how the steps differ, to end a sentence"),
        sum=text("the times of negotiation, added up"),
        who=text("who negotiates"),
        body=text("the body that the dispute comes back to"),
        written=text("the steps as written"),
    ),
)

_KINDS = (
    (Step.ARBITRATION, Pattern(r"\barbitrat", re.I)),
    (Step.EXPERT, Pattern(r"\bexpert\b|\badjudicat", re.I)),
    (Step.MEDIATION, Pattern(r"\bmediat|\bconciliat", re.I)),
    (Step.COURT, Pattern(r"\bcourts?\b|\blitigat|\blegal proceedings\b", re.I)),
    (
        Step.NEGOTIATION,
        Pattern(
            r"\bnegotiat|\bmanagers?\b|\bdirectors?\b|\bexecutives?\b|\bofficers?\b|\bboards?\b"
            r"|\bleads?\b|\bchairs?\b"
            r"|\bsenior\b|\bescalat|\bcommittee\b|\bteams?\b|\bmeeting\b",
            re.I,
        ),
    ),
)
_SENIOR = Pattern(
    r"\bsenior\b|\bdirectors?\b|\bexecutives?\b|\bchief\b|\bboards?\b|\baccountable\b|\bchairs?\b"
    r"|\bauthori[sz]ed\b"
    r"|\bauthority\b|\bpartners?\b|\bCEO|\bcommittee\b|\bprincipals?\b|\bhead of\b",
    re.I,
)
_JUNIOR = Pattern(
    r"\b(?:project|contracts?|operational|service|team|day-to-day|delivery|local)\b[\w\s-]{0,20}"
    r"\b(?:officers?|managers?|leads?|teams?|staff)\b",
    re.I,
)
_NOT = Pattern(
    r"\bno\b|\bnot\b|\bwithout\b|\bnever\b|\bnor\b|\bunless\b|\bexcept\b|\binjunct|\benforce", re.I
)
_GC14 = Pattern(r"\bGC ?14\b|\bGeneral Condition 14\b", re.I)
_GC14_IN_FULL = Pattern(
    r"\b(?:GC|General Condition) ?14 in full\b|\b(?:all|the whole|each step|every step) of GC ?14\b", re.I
)
# A last step that gives the decision to somebody of one party.
_ONE_OF_THEM = Pattern(
    r"^(?!.*(?:\bGC ?14|\bexpert|\bindependent|\badjudicat|\barbitrat|\bcourt|\bmediat))"
    r"(?=.*\b(?:officer|director|manager|executive|chair|lead|board|committee|commissioner|ICB|council)s?\b)"
    r".*\b(?:decides?|determines?|final|binding|last word|rules?)\b",
    re.I,
)
_BOARD = Pattern(r"\b(?:boards?|committees?|leadership team|executive|steering group|chair)\b", re.I)
_BREAK = Pattern(
    r"[;,]\s*|\s*(?:->|→|>)\s*|\bthen\b|\bfollowed by\b|\bfailing (?:which|that)\b|\band if\b|\bif not\b"
)
_BODY = Pattern(
    r"\b(?:within|for|under|in|by|after|from|on)\b.*$|\b(?:the|a|back|to|refer\w*|escalat\w*)\b|[^\w\s-]",
    re.I,
)


class _Stage(NamedTuple):
    """One step: what it is, its words and its time."""

    step: Step | None
    raw: str
    length: Duration | None


def derive(draft: Draft, facts: Collector) -> None:
    """Adds the steps of each DISPUTES block that states them in words that can be read."""
    itself = standing_of(draft).itself
    for block in draft.of("DISPUTES"):
        field = block.get("Steps") or block.get("Final step")
        fields = [found for label in ("Steps", "Final step") if (found := block.get(label))]
        if field is None or any(state_of(each) is not State.STATED for each in fields):
            continue
        stages = list(_stages(block))
        fault, differs = _fault(block, stages)
        # What comes before the whole of GC14 is added to its own negotiation.
        added_on = _goes_to_gc14(stages, line_of(field))
        talks = [] if added_on else _talks(stages)
        days, added = _window(talks)
        body = loop([body for stage in stages if (body := _body(stage))])
        who = ", ".join(stage.raw for stage in talks)
        facts.add(
            "dispute_steps",
            field.span,
            (*block.path, field.label),
            itself=itself,
            fault=fault or None,
            negotiation_days=days,
            juniors=bool(talks) and bool(_JUNIOR.search(who)) and not _SENIOR.search(line_of(field)),
            loops=body is not None,
            shown={
                "name": block.name,
                "differs": differs,
                "sum": added,
                "who": who,
                "body": body or "",
                "written": line_of(field),
            },
        )


def _stages(block: Block) -> Iterator[_Stage]:
    steps = block.get("Steps")
    if steps is not None:
        for raw in _BREAK.split(steps.raw) if steps.raw and steps.value is not None else []:
            yield from _stage(raw)
        for entry in steps.entries:
            yield from _stage(entry.raw)
    final = block.get("Final step")
    if final is not None:
        yield from _stage(line_of(final))


def _stage(raw: str) -> Iterator[_Stage]:
    raw = raw.strip(" .")
    if raw and not _NOT.search(raw):
        step = next((step for step, pattern in _KINDS if pattern.search(raw)), None)
        lengths = [part for part in parts_of(Piece(raw, Span(0, len(raw)))) if isinstance(part, Duration)]
        yield _Stage(step, raw, lengths[0] if len(lengths) == 1 else None)


def _fault(block: Block, stages: list[_Stage]) -> tuple[str, str]:
    """How the steps differ from those of GC14, and that in words; empty where they do not."""
    said = words_of(block, "Steps", "Final step")
    last = line_of(block.get("Final step")).strip(" .")
    if len(stages) > 1 and stages[-1].raw == last and _ONE_OF_THEM.search(last):
        stages = stages[:-1]
        if not _BOARD.search(last):  # the last word of a board is a fault of its own
            return "foreign", f'"{last}" stands where an expert decides'
    steps = [stage.step for stage in stages if stage.step is not None]
    if not steps:
        return "", ""
    stranger = foreign(steps)
    if stranger is not None:
        return "foreign", f"{stranger} comes where an expert decides"
    swapped = out_of_order(steps)
    if swapped is not None:
        return "out of order", f"{swapped[0]} comes before {swapped[1]}"
    left = missing(steps)
    if left and block.complete and not _GC14.search(said):
        return "missing", f"there is no {listed(left).replace(' and ', ' and no ')}"
    return "", ""


def _talks(stages: list[_Stage]) -> list[_Stage]:
    """The steps of negotiation that come before any other."""
    found = []
    for stage in stages:
        if stage.step is Step.NEGOTIATION:
            found.append(stage)
        elif stage.step is not None:
            break
    return found


def _goes_to_gc14(stages: list[_Stage], said: str) -> bool:
    """Whether the steps end in GC14 as it stands, with all of its own steps."""
    last = stages[-1] if stages else None
    ends_in_it = last is not None and last.step is None and _GC14.search(last.raw) is not None
    only_talks = all(stage.step in (None, Step.NEGOTIATION) for stage in stages)
    return (ends_in_it and only_talks) or _GC14_IN_FULL.search(said) is not None


def _window(talks: list[_Stage]) -> tuple[int | None, str]:
    """The Operational Days of negotiation at the most, and how they add up; None where a time is missing."""
    days = []
    for stage in talks:
        if stage.length is None:
            return None, ""
        days.append(at_most_working_days(stage.length.count, unit_of(stage.length)))
    if not days:
        return None, ""
    total = sum(days)
    return total, f"{' + '.join(map(str, days))} = {total}" if len(days) > 1 else str(total)


def _body(stage: _Stage) -> str:
    """The name of the body that a step of negotiation goes to, for comparing."""
    if stage.step is not Step.NEGOTIATION:
        return ""
    name = stage.raw.partition(":")[0]
    return " ".join(_BODY.sub(" ", name).lower().split())
