"""The threshold that a draft under the Procurement Act states, against those of its day and authorities."""

from __future__ import annotations

from datetime import date

from clausecheck.facts.arithmetic.calendars import canonical
from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.blocks import choice_of, money_of, ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.dated import Figure, counting, figures_of
from clausecheck.facts.derived.frame.term import day_of
from clausecheck.facts.derived.procurement.act import (
    CENTRAL,
    LIGHT_TOUCH,
    SUB_CENTRAL,
    band_of,
    first_day,
    is_act,
    is_light,
)
from clausecheck.facts.derived.procurement.psr import place_of
from clausecheck.facts.kinds import flag, kind, text, word
from clausecheck.model.draft import Block, Draft

KINDS = (
    kind(
        "act_threshold",
        "The threshold that a procurement under the Procurement Act 2023 states.",
        procurement=word("the PROCUREMENT block"),
        of_other_time=flag("it is a threshold of the Act, and not of the day the award process began"),
        of_other_band=flag("it is the threshold of another sort of authority or contract"),
        stated=text("the threshold as stated"),
        counts=text("when that figure counts, as a clause"),
        begun=text("the day that decides, as a clause"),
        whose=text("whose threshold it is"),
        own=text("what this one is, as a clause"),
        right=text("the figures that apply, in a sentence"),
        own_right=text("the figure of its own sort"),
    ),
)

_WHOSE = {
    CENTRAL: "central government, with NHS England, NHS trusts and foundation trusts",
    SUB_CENTRAL: "councils and other sub-central authorities, ICBs among them",
    LIGHT_TOUCH: "light touch contracts",
}
_OWN = {
    CENTRAL: "its authorities count as central government",
    SUB_CENTRAL: "its authorities are sub-central",
    LIGHT_TOUCH: "it is a light touch contract",
}


def derive(draft: Draft, facts: Collector) -> None:
    """Adds each threshold that a procurement under the Act states, where it is one the Act has or had."""
    for block in draft.of("PROCUREMENT"):
        if is_act(block):
            _threshold(draft, block, facts)


def _threshold(draft: Draft, block: Block, facts: Collector) -> None:
    field, stated = block.get("Threshold"), money_of(block, "Threshold")
    table = figures_of("procurement", "procurement-act")
    same = [each for each in table if each.unit == "pounds" and each.value == stated]
    if field is None or stated is None or not same:
        return
    begun, first = day_of(block, "Procedure begun"), first_day(draft, block)
    if begun is not None:
        stale = not any(each.counts_on(begun) for each in same)
        current = [each for each in same if each.counts_on(begun)]
    else:  # it began on the first day that is known, or before
        stale = first is not None and all(each.valid_from > first for each in same)
        current = [] if stale else same
    day = begun or first
    if day is not None and counting(table, LIGHT_TOUCH, day) is None:
        return  # the Act did not apply yet, which is another fault
    band = _band(draft, block)
    other = [each for each in current if each.name in _WHOSE]
    wrong = band is not None and bool(other) and all(each.name != band for each in other)
    own = counting(table, band, begun) if band else None
    facts.add(
        "act_threshold",
        place_of(field, block),
        (*block.path, "Threshold"),
        procurement=ref_of(block),
        of_other_time=stale,
        of_other_band=wrong and len(other) == len(current) and _sure(block, other),
        shown={
            "name": block.name,
            "stated": pounds(stated),
            "counts": _counts(same[0]),
            "begun": _begun(begun, first),
            "whose": _WHOSE[other[0].name] if other else "",
            "own": _OWN[band] if band else "",
            "right": _right(table, band, day) if day else "",
            "own_right": pounds(own.value) if own else "",
        },
    )


def _band(draft: Draft, block: Block) -> str | None:
    return LIGHT_TOUCH if is_light(block) else band_of(draft, block)


def _sure(block: Block, stated: list[Figure]) -> bool:
    """Whether a light touch figure can be told to be wrong: the draft says that the contract is not one."""
    if any(each.name == LIGHT_TOUCH for each in stated):
        return choice_of(block, "Light touch") == "no"
    return True


def _begun(begun: date | None, first: date | None) -> str:
    if begun is not None:
        return f"began on {canonical(begun)}"
    return f"goes back to {canonical(first)} or before" if first else ""


def _counts(figure: Figure) -> str:
    if figure.valid_to is not None:
        return f"counted to {canonical(figure.valid_to)}"
    return f"counts from {canonical(figure.valid_from)}"


def _right(table: tuple[Figure, ...], band: str | None, day: date) -> str:
    names = [band] if band else [CENTRAL, SUB_CENTRAL, LIGHT_TOUCH]
    found = [(name, counting(table, name, day)) for name in names]
    listed = [f"{pounds(figure.value)} for {_WHOSE[name]}" for name, figure in found if figure]
    return "; ".join(listed)
