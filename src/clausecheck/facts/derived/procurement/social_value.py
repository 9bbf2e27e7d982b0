"""Social value in a procurement: how much of the score it is, and when it was first thought of."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from clausecheck.facts.arithmetic.calendars import canonical
from clausecheck.facts.arithmetic.money import percent as percentage
from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.blocks import money_of, ref_of, state_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.frame.term import day_of
from clausecheck.facts.derived.procurement.act import SUB_CENTRAL, band_of, figure
from clausecheck.facts.derived.procurement.buyers import councils_alone
from clausecheck.facts.derived.procurement.psr import place_of
from clausecheck.facts.derived.words.lines import line_of
from clausecheck.facts.fact import State
from clausecheck.facts.kinds import flag, kind, percent, text, word
from clausecheck.model.draft import Block, Draft, Field, parts_in
from clausecheck.model.values import Day, Percent
from clausecheck.patterns import Pattern

KINDS = (
    kind(
        "social_value",
        "How much of the score social value and net zero are in a procurement of the NHS.",
        procurement=word("the PROCUREMENT block"),
        weight=percent("their weight together, the larger where it is stated twice"),
        written=text("the addition in figures"),
    ),
    kind(
        "social_value_thought",
        "Whether social value was considered before the process began, in a contract that is large enough.",
        procurement=word("the PROCUREMENT block"),
        unconsidered=flag("the line says that it was not considered, or only after the process began"),
        said=text("what the draft says, as a clause"),
        threshold=text("the value from which the Act applies, on the day the process began"),
    ),
)

_SOCIAL = Pattern(r"\bsocial value\b|\bnet[- ]zero\b|\bcarbon\b|\benvironment|\bclimate\b", re.I)
_NOT_CONSIDERED = Pattern(r"\bnot (?:yet )?(?:been )?considered\b|\bno consideration\b", re.I)
_CONSIDERED = Pattern(r"\bconsider(?:ed|ation)\b|\bSocial Value Act\b|\bAct considered\b", re.I)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds the weight of social value and when it was considered, for each procurement."""
    for block in draft.of("PROCUREMENT"):
        if not councils_alone(draft, block):
            _weight(block, facts)
        _thought(draft, block, facts)


def _weight(block: Block, facts: Collector) -> None:
    """Adds the larger of two weights: that of the key criteria, and that of the Social value line."""
    stated = [found for found in (_criteria(block), _line(block)) if found is not None]
    if not stated:
        return
    weight, written, field = max(stated, key=lambda each: each[0])
    facts.add(
        "social_value",
        place_of(field, block),
        (*block.path, field.label),
        procurement=ref_of(block),
        weight=weight,
        shown={"name": block.name, "weight": percentage(weight), "written": written},
    )


def _criteria(block: Block) -> tuple[Decimal, str, Field] | None:
    field = block.get("Key criteria")
    weights = [
        (entry.key_raw.strip(), entry.value.value)
        for entry in (field.entries if field else ())
        if isinstance(entry.value, Percent) and _SOCIAL.search(entry.key_raw)
    ]
    if field is None or not weights or not any("social" in name.lower() for name, _ in weights):
        return None
    total = sum((weight for _, weight in weights), Decimal(0))
    parts = " + ".join(percentage(weight) for _, weight in weights)
    return total, f"{parts} = {percentage(total)}" if len(weights) > 1 else parts, field


def _line(block: Block) -> tuple[Decimal, str, Field] | None:
    field = block.get("Social value")
    if field is None:
        return None
    found = [part.value for value in field.values() for part in parts_in(value) if isinstance(part, Percent)]
    return (max(found), percentage(max(found)), field) if found else None


def _thought(draft: Draft, block: Block, facts: Collector) -> None:
    field = block.get("Social value")
    if field is None or state_of(field) is not State.STATED:
        return
    words, begun = line_of(field), day_of(block, "Procedure begun")
    said = ""
    if _NOT_CONSIDERED.search(words):
        said = f'says "{words}"'
    elif begun and _CONSIDERED.search(words) and (days := _days(field)) and min(days) > begun:
        late = (min(days) - begun).days
        said = (
            f"was considered on {canonical(min(days))}, {late} day{'' if late == 1 else 's'} after the"
            f" award process began on {canonical(begun)}"
        )
    # Where nobody can say whose threshold it is, the higher of the two asks nothing of too small a contract.
    threshold = figure(draft, block, band_of(draft, block) or SUB_CENTRAL)
    value = money_of(block, "Proposed value")
    value = value if value is not None else money_of(draft.contract, "Contract value")
    if threshold is None or (value is not None and value < threshold.value):
        return
    facts.add(
        "social_value_thought",
        place_of(field, block),
        (*block.path, field.label),
        procurement=ref_of(block),
        unconsidered=bool(said),
        shown={"name": block.name, "said": said, "threshold": pounds(threshold.value)},
    )


def _days(field: Field) -> list[date]:
    return [
        part.day
        for value in field.values()
        for part in parts_in(value)
        if isinstance(part, Day) and part.day is not None
    ]
