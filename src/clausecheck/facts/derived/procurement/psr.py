"""Which procurements the Provider Selection Regime governs, its routes, and how their lines are read.

What every module about procurement shares; it adds no facts of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from clausecheck.facts.blocks import choice_of
from clausecheck.model.draft import Block, Draft, Field, parts_in
from clausecheck.model.values import Day
from clausecheck.patterns import Pattern
from clausecheck.spans import Span

DAP_A = "direct award process A"
DAP_B = "direct award process B"
DAP_C = "direct award process C"
MSP = "most suitable provider process"
COMPETITIVE = "competitive process"
CALL_OFF = "framework direct award"
MINI_COMPETITION = "framework competition"
URGENT = "urgent award"

ROUTES = frozenset({DAP_A, DAP_B, DAP_C, MSP, COMPETITIVE, CALL_OFF, MINI_COMPETITION, URGENT})
WITH_STANDSTILL = frozenset({DAP_C, MSP, COMPETITIVE, MINI_COMPETITION})
WITHOUT_STANDSTILL = ROUTES - WITH_STANDSTILL
WITH_CRITERIA = frozenset({DAP_C, MSP, COMPETITIVE})

# No other regime has a route of these names; a "competitive" one may belong to any.
_UNMISTAKABLE = frozenset({DAP_A, DAP_B, DAP_C, MSP})

# "No later than" sets a limit and "no provider failed" reports a result: neither denies the thing itself.
_NONE = Pattern(
    r"\s*(?:none(?!\s+failed)|nil|no(?!\s+(?:later|earlier|sooner|fewer|less|more|providers?|bidders?)\b)"
    r"|not (?:applicable|required|needed|recorded|applied)|n/?a|waived|disapplied"
    r"|(?:it |this |the standstill )?(?:does|do|did|is|are|was|were) not"
    r" (?:apply|applicable|required|needed))\b",
    re.I,
)


def is_psr(block: Block) -> bool:
    """Whether a PROCUREMENT block is under the PSR: it says so, or names a route only the PSR has."""
    if block.get("Regime") is None:
        return choice_of(block, "Route") in _UNMISTAKABLE
    return choice_of(block, "Regime") == "PSR 2023"


def psr_blocks(draft: Draft) -> Iterator[Block]:
    """The PROCUREMENT blocks under the PSR, in order."""
    return (block for block in draft.of("PROCUREMENT") if is_psr(block))


def all_psr(draft: Draft) -> bool:
    """Whether the draft is procured under the PSR and under nothing else."""
    blocks = list(draft.of("PROCUREMENT"))
    return bool(blocks) and all(is_psr(block) for block in blocks)


def by_wrong_route(block: Block) -> bool:
    """Whether a framework is set up by a route that sets up none (PSR regs 6(8) and 16(3)).

    What that route asks for besides is then beside the point.
    """
    framework = choice_of(block, "Instrument") == "framework"
    return framework and choice_of(block, "Route") in (DAP_A, DAP_B, DAP_C, MSP, URGENT)


def says_none(words: str) -> bool:
    """Whether words begin by denying what they are about: `none`, `not applicable`, `no standstill`."""
    return _NONE.match(words) is not None


def place_of(field: Field | None, block: Block) -> Span:
    """Where to point: the label's value, else its bullets, else the label, else the block's heading."""
    if field is None:
        return block.span
    if field.value is not None and field.value.raw.strip():
        return field.value.span
    if field.entries:
        return field.entries[0].span.to(field.entries[-1].span)
    return field.span


def publication_day(field: Field | None) -> date | None:
    """The date on which a notice is published: the one after the word, else the first in the line."""
    if field is None:
        return None
    found = [
        part for value in field.values() for part in parts_in(value) if isinstance(part, Day) and part.day
    ]
    if not found:
        return None
    start = place_start(field)
    word = re.search(r"\bpublish", field.raw, re.I)
    after = [part for part in found if word and part.span.start >= start + word.start()]
    return (after or found)[0].day


def place_start(field: Field) -> int:
    """The offset at which a label's value begins; that of the label where it has none."""
    return field.value.span.start if field.value else field.span.start
