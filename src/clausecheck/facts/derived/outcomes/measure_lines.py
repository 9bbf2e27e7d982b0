"""The lines of a draft's measures, as the modules on their definition, fairness and care read them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from clausecheck.facts.arithmetic.exact import percent_of, total
from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.derived.outcomes.measures import Measure, measures_of
from clausecheck.facts.derived.outcomes.stakes import dearest, pools_of
from clausecheck.facts.derived.words.lines import line_of
from clausecheck.model.draft import Block, Draft
from clausecheck.model.suggest import listed
from clausecheck.model.values import Shares
from clausecheck.patterns import Pattern

_MOST_NAMED = 8
MOST_WEIGHT = Decimal(100)

_NOTHING = Pattern(
    r"\W*(?:none|nil|nothing|not (?:yet|applicable|agreed|done|adjusted|standardised|known)|n/?a"
    r"|no(?: \w+){0,2})\W*(?=$|[;,.(]|at present|yet|so far|for now|as yet)",
    re.I,
)
_REASON = Pattern(
    r"\b(?:because|since|given|owing to|due to|as (?:it|they|the|all|each|every)|for the reason)\b", re.I
)


class Weighed(NamedTuple):
    """A measure that a payment gives weight to: under which name, and how much where that is known."""

    measure: Measure
    name: str
    weight: Decimal | None


def says(measure: Measure, *labels: str) -> str:
    """What a measure says under these labels, itself or by its outcome, as one text."""
    return " ; ".join(words for label in labels if (words := line_of(measure.get(label))))


def all_said(block: Block | None) -> str:
    """Everything that a block says, as one text."""
    if block is None:
        return ""
    lines = [line_of(field) for field in block.fields]
    return " ; ".join(words for words in [*lines, *(text.raw for text in block.prose)] if words)


def denies(words: str) -> bool:
    """Whether a line says that there is nothing of its kind, and gives no reason for it."""
    return bool(_NOTHING.match(words)) and not _REASON.search(words)


def whole(draft: Draft) -> bool:
    """Whether the draft was read in full and is all there is, so that what it lacks is missing."""
    return draft.unplaced == 0 and not draft.includes and not draft.fragment


def weighed(draft: Draft, payment: Block) -> list[Weighed]:
    """The measures that a payment gives weight to, in the order of the draft."""
    field = payment.get("Weights")
    if field is None or not isinstance(field.value, Shares):
        return []
    weights = {share.name.id: share.percent for share in field.value.shares}
    return list(_weighed(measures_of(draft), weights))


def _weighed(measures: Iterator[Measure], weights: dict[str, Decimal | None]) -> Iterator[Weighed]:
    for measure in measures:
        names = (measure.block.id, measure.outcome.id if measure.outcome else "")
        name = next((name for name in names if name and name in weights), None)
        if name is not None:
            yield Weighed(measure, name, weights[name])


def named(names: Sequence[str]) -> str:
    """`O1, O2 and O3`; of a long list the first few, and how many more there are."""
    if len(names) <= _MOST_NAMED + 1:
        return listed(names, "and")
    return f"{', '.join(names[:_MOST_NAMED])} and {len(names) - _MOST_NAMED} more"


def hanging(draft: Draft, payment: Block, on: Sequence[Weighed]) -> int | None:
    """The pence a year that a payment hangs on some of its measures in its dearest year, where known.

    An outcome with several indicators counts once, with its whole weight.
    """
    most = dearest(pools_of(draft, payment))
    weights = {each.name: each.weight for each in on}
    known = [weight for weight in weights.values() if weight is not None]
    if most is None or most.pence is None or len(known) < len(weights):
        return None
    # Weights above 100% are another fault; no more than all of it can hang on them.
    return percent_of(most.pence, min(total(known), MOST_WEIGHT)) or None


def up_to(pence: int | None, otherwise: str) -> str:
    """`Up to £2,400,000 a Contract Year`, or other words where the sum is not known."""
    return f"Up to {pounds(pence)} a Contract Year" if pence else otherwise


def stake_of(draft: Draft, payment: Block, each: Weighed) -> str:
    """What a payment hangs on one measure, in a sentence."""
    return f"{up_to(hanging(draft, payment, [each]), 'Money')} of {payment.name} hangs on {each.name}"
