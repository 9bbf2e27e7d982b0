"""Words such as "fair" or "reasonable" where a figure has to stand for anything to be worked out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from clausecheck.facts.arithmetic.exact import percent_of
from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.budget.budget import budget_of
from clausecheck.facts.derived.budget.funding import amount_of
from clausecheck.facts.derived.risk_share.bands import bands_of, rule_of
from clausecheck.facts.derived.risk_share.exposure import FIVE
from clausecheck.facts.kinds import kind, text, word
from clausecheck.model.draft import Block, Draft, parts_in
from clausecheck.model.values import Duration, Money, Percent, Reference
from clausecheck.patterns import Pattern
from clausecheck.spans import Span

KINDS = (
    kind(
        "open_figure",
        "A line of money or risk that says a word such as fair or reasonable where it needs a figure.",
        of=word("the block's id, or its kind"),
        label=word("the label"),
        vague=text("the word"),
        said=text("the words as written"),
        where=text("the label and block it stands in"),
        cost=text("what cannot be worked out, in a sentence"),
    ),
)

_VAGUE = Pattern(
    r"\b(?:fair(?:ly)?|equitabl[ey]|reasonabl[ey]|appropriate(?:ly)?|proportionate(?:ly)?|suitabl[ey]"
    r"|adequate(?:ly)?"
    r"|significant(?:ly)?|substantial(?:ly)?|material(?:ly)?|acceptable|modest(?:ly)?|sensibl[ey])\b",
    re.I,
)
_FIGURE = Pattern(
    r"\d\s*%|£\s*\d|\bper cent\b|\b(?:half|halves|thirds?|quarters?|fifths?|equal(?:ly)?|pro rata|zero)\b"
    r"|\b(?:in the|by the|to the) (?:\w+ )?shares\b",
    re.I,
)
_ELSEWHERE = Pattern(
    r"\b(?:schedule|annex|appendix|clause|formula|index|factor|payment scheme|expert|determined"
    r"|decided|set by"
    r"|decision|defined|as agreed in|published|auditor|GC ?\d|SC ?\d)\b",
    re.I,
)
# What a condition is held against, where it needs no figure of its own.
_MEASURED = Pattern(
    r"\b[A-Z]{1,3}\d+\b|\b(?:targets?|floors?|baseline|outcomes?|indicators?|measures?|CQC|rat(?:ed|ing)s?"
    r"|standards?|requirements?|audit|board)\b",
    re.I,
)
_SIZE = Pattern(r"\b(?:significant|substantial|material)(?:ly)?\b", re.I)
_TO = Pattern(r"\s+(?:to|with|for)\b", re.I)
# How somebody is to act, which no figure could say.
_CONDUCT = Pattern(
    r"\s+(?:and \w+ )?(?:endeavours|efforts|notice|evidence|skill|steps|care|access"
    r"|required|necessary|practicable|incurred|documented|believes?|satisfied|foreseeable"
    r"|request(?:ed)?|records?)\b",
    re.I,
)
_ACTING = Pattern(r"\b(?:acts?|acting|agreed?|behav\w+)\s+$", re.I)

# Labels that hold words, and that settle nothing without a figure.
_IN_POOL = (
    *("Stop-loss", "Member limits", "Contingency", "Loss recovery", "Break glass", "Profit cap"),
    *("Cross-area prices", "Residual", "Gain conditions"),
)
_IN_BUDGET = ("Rebasing", "Contingency", "Uplift", "Efficiency", "Population true-up")
_LABELS = {"RISK SHARE": _IN_POOL, "BUDGET": _IN_BUDGET}

_COSTS = {
    "Stop-loss": "What the bill for one very ill patient does to the result is open until it arrives",
    "Member limits": "Nobody can say at what loss the limit is reached",
    "Contingency": "Nobody can say how much is kept in hand, or when it is used up",
    "Loss recovery": "A loss that is due may be asked for at once, or put off year after year",
    "Break glass": "Each party judges for itself whether the terms are open again",
    "Profit cap": "Nobody can say at what profit the limit is reached",
    "Cross-area prices": "Every patient from elsewhere is a price to be argued about",
    "Gain conditions": "Each party judges for itself whether a gain is payable",
    "Rebasing": "Nobody can say what a saving of this year is worth in the next",
    "Uplift": "Nobody can say what the sum is in the second year",
    "Efficiency": "Nobody can say what is taken off in the second year",
    "Population true-up": "Nobody can say what one person more adds to the sum",
}
_ELSE = "Whoever has to work it out puts a figure of its own in its place"


class _Line(NamedTuple):
    """A stretch of words that needs a figure, and where it stands."""

    block: Block
    label: str
    said: str
    span: Span
    figure: bool


def derive(draft: Draft, facts: Collector) -> None:
    """Adds each line that has a word where it needs a figure."""
    terms = [definition.term.lower() for definition in draft.definitions]
    for block in draft.of("RISK SHARE", "BUDGET"):
        for line in [*_lines(block), *_bands(block)]:
            vague = _vague(line, terms)
            if vague is None:
                continue
            facts.add(
                "open_figure",
                line.span,
                (*block.path, line.label),
                of=block.id or block.head.kind,
                label=line.label,
                shown={
                    "name": line.said,
                    "vague": vague,
                    "said": line.said,
                    "where": f"{line.label} of {block.name}",
                    "cost": _cost(draft, line),
                },
            )


def _lines(block: Block) -> Iterator[_Line]:
    for label in _LABELS[block.head.name]:
        field = block.get(label)
        if field is None:
            continue
        values = list(field.values())
        parts = [part for value in values for part in parts_in(value)]
        wanted = (Percent, Money, Duration) if label == "Loss recovery" else (Percent, Money)
        figure = any(isinstance(part, (*wanted, Reference)) for part in parts)
        for value in values:
            yield _Line(block, label, value.raw, value.span, figure)


def _bands(block: Block) -> Iterator[_Line]:
    if block.head.name != "RISK SHARE":
        return
    for field, _, banded in bands_of(block):
        for each in banded:
            value = each.entry.value
            if value is not None and rule_of(each.entry) == "other":
                yield _Line(block, field.label, value.raw, value.span, False)


def _vague(line: _Line, terms: list[str]) -> str | None:
    """The word in a line that stands for a figure; None where a figure, a rule or a decider is there."""
    if line.figure or _FIGURE.search(line.said) or _ELSEWHERE.search(line.said):
        return None
    if line.label == "Gain conditions" and _MEASURED.search(line.said):
        return None
    said = line.said.lower()
    if any(term in said for term in terms if _VAGUE.search(term)):
        return None
    # A trigger may be an event; it needs a figure only where it is a change of some size.
    words = _SIZE if line.label == "Break glass" else _VAGUE
    found = (each for each in words.finditer(line.said) if _counts(line.said, each))
    return next((each[0] for each in found), None)


def _counts(said: str, found: re.Match[str]) -> bool:
    """Whether the word stands for a figure, not for a proportion that is stated or for how somebody acts."""
    if found[0].lower().startswith("proportionate") and _TO.match(said, found.end()):
        return False
    return not _CONDUCT.match(said, found.end()) and not _ACTING.search(said[: found.start()])


def _cost(draft: Draft, line: _Line) -> str:
    budget = budget_of(draft, line.block) if line.block.head.name == "RISK SHARE" else amount_of(line.block)
    if "bands" in line.label.lower():
        return "Of every £1,000,000 in that band nobody can say who receives or pays what"
    cost = _COSTS.get(line.label, _ELSE)
    if line.label == "Break glass" and budget:
        return f"{cost}: is 5% ({pounds(percent_of(budget, FIVE))} a Contract Year) enough, or is it not"
    if line.label == "Gain conditions" and budget:
        return f"{cost}, such as one of 5% ({pounds(percent_of(budget, FIVE))})"
    return cost
