"""From a draft to its coverage: for each concept whether it is stated, partly stated, lacking or unread.

Where several blocks have a head, the weakest counts: a baseline is stated when every outcome has one. What
could not be read is never said to be missing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import NamedTuple

from clausecheck.coverage.concept import COMMISSIONER, LOSS_POOL, MEASURE, Concept, Label, Need, heads_of
from clausecheck.coverage.elements import ELEMENTS
from clausecheck.facts.blocks import state_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.drafting import placeholders
from clausecheck.facts.derived.frame.parties import COMMISSIONING, roles
from clausecheck.facts.derived.risk_share.shares import sides_of
from clausecheck.facts.fact import State
from clausecheck.model.draft import Block, Draft, Field
from clausecheck.model.values import Names, Unreadable
from clausecheck.spans import Span


class Cover(StrEnum):
    """How far a draft states a concept."""

    STATED = "stated"  # every essential label, in every block
    PARTLY = "partly"  # some of it, or a blank stands there
    LACKS = "lacks"  # nothing
    UNREAD = "unread"  # lines that may state it could not be read


class Standing(IntEnum):
    """How one label stands in one block, the weakest first."""

    LACKING = 0
    BLANK = 1
    UNREAD = 2
    STATED = 3

    @property
    def word(self) -> str:
        """The standing in JSON."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Gap:
    """An essential label that is not stated. `blocks` is empty where no block has any of `heads`."""

    words: str
    heads: tuple[str, ...]
    standing: Standing
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Covered:
    """A concept and how far it is stated. There are gaps unless it is stated."""

    name: str
    cover: Cover
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class CoveredElement:
    """An element with its concepts, in the order of the table."""

    name: str
    concepts: tuple[Covered, ...]

    @property
    def counts(self) -> dict[Cover, int]:
        """The number of concepts by cover; every cover is in it."""
        found = Counter(each.cover for each in self.concepts)
        return {cover: found[cover] for cover in Cover}


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a draft states of every element. `partial` says that some of the draft could not be read."""

    name: str
    title: str
    elements: tuple[CoveredElement, ...]
    partial: bool

    @property
    def counts(self) -> dict[Cover, int]:
        """The number of concepts of all elements by cover."""
        return {cover: sum(each.counts[cover] for each in self.elements) for cover in Cover}


class _Under(NamedTuple):
    """How a need stands under one head: at its weakest, and block by block."""

    head: str
    weakest: Standing
    blocks: tuple[tuple[Block, Standing], ...]


def reckon(draft: Draft) -> Coverage:
    """The coverage of a draft."""
    reader = _Reader(draft)
    contract = draft.contract
    return Coverage(
        draft.name,
        contract.title if contract else "",
        tuple(
            CoveredElement(each.name, tuple(reader.covered(concept) for concept in each.concepts))
            for each in ELEMENTS
        ),
        not reader.whole or any(not block.complete for block in draft.blocks),
    )


class _Reader:
    """Looks labels up in a draft."""

    def __init__(self, draft: Draft) -> None:
        self.whole = not (draft.unplaced or draft.fragment or draft.includes)
        self._draft = draft
        self._holes = _holes(draft)
        self._outcome_of = {block.span: outcome for block, outcome in _outcomes(draft)}
        self._blocks: dict[str, tuple[Block, ...]] = {}

    def covered(self, concept: Concept) -> Covered:
        """How far the draft states a concept."""
        found = [(need, self._need(need)) for need in concept.essential]
        standings = [max(each.weakest for each in unders) for _, unders in found]
        gaps = tuple(gap for need, unders in found for gap in _gaps(need, unders))
        return Covered(concept.name, _cover(standings, self._says_something(concept)), gaps)

    def _says_something(self, concept: Concept) -> bool:
        """Whether any label of a concept stands anywhere, be it with a blank."""
        return any(
            self._standing(block, label) in (Standing.BLANK, Standing.STATED)
            for label in concept.labels
            for block in self._of(label.head)
        )

    def _need(self, need: Need) -> list[_Under]:
        return [self._under(need, head) for head in dict.fromkeys(each.head for each in need.options)]

    def _under(self, need: Need, head: str) -> _Under:
        labels = [each for each in need.options if each.head == head]
        blocks = tuple(
            (block, max(self._standing(block, label) for label in labels)) for block in self._of(head)
        )
        if not blocks and head == LOSS_POOL and self._of("RISK SHARE"):
            return _Under(head, Standing.STATED, ())  # no pool shares a loss, so there is none to speak of
        absent = Standing.LACKING if self.whole else Standing.UNREAD
        return _Under(head, min((standing for _, standing in blocks), default=absent), blocks)

    def _of(self, head: str) -> tuple[Block, ...]:
        """The blocks that should have labels of this head: an outcome with indicators is measured by them."""
        if head not in self._blocks:
            blocks = tuple(self._draft.of(*heads_of(head)))
            if head == MEASURE:
                measured = {each.span for each in self._outcome_of.values()}
                blocks = tuple(block for block in blocks if block.span not in measured)
            elif head == COMMISSIONER:  # without one, any of the parties may be it
                blocks = tuple(block for block in blocks if roles(block) & COMMISSIONING) or blocks
            elif head == LOSS_POOL:
                blocks = tuple(block for block in blocks if sides_of(block) != "gain only")
            self._blocks[head] = blocks
        return self._blocks[head]

    def _standing(self, block: Block, label: Label) -> Standing:
        """How a label stands in a block; an indicator has from its outcome what it does not say itself."""
        field = block.get(label.name)
        if field is not None:
            return self._said(field)
        outcome = self._outcome_of.get(block.span) if label.head == MEASURE else None
        own = Standing.LACKING if block.complete else Standing.UNREAD
        return own if outcome is None else max(own, self._standing(outcome, label))

    def _said(self, field: Field) -> Standing:
        """How a label that is there stands: a blank anywhere in its value leaves it blank."""
        if self._has_hole(field.span):
            return Standing.BLANK
        if any(isinstance(each, Unreadable) for each in field.values()):
            return Standing.UNREAD
        return Standing.STATED if state_of(field) is State.STATED else Standing.BLANK

    def _has_hole(self, span: Span) -> bool:
        at = bisect_left(self._holes, span.start)
        return at < len(self._holes) and self._holes[at] < span.end


def _holes(draft: Draft) -> list[int]:
    """Where the draft has something to fill in, in order: what `check` calls a placeholder."""
    facts = Collector()
    placeholders.derive(draft, facts)
    return sorted(each.span.start for each in facts.facts)


def _outcomes(draft: Draft) -> Iterator[tuple[Block, Block]]:
    """Every indicator that names an outcome of the draft, with that outcome."""
    for block in draft.of("INDICATOR"):
        field = block.get("Outcome")
        if field is not None and isinstance(field.value, Names) and field.value.names:
            outcome = draft.by_id.get(field.value.names[0].id)
            if outcome is not None and outcome.head.name == "OUTCOME":
                yield block, outcome


def _cover(standings: list[Standing], says_something: bool) -> Cover:
    """The cover of a concept whose essential labels stand so, each at its weakest."""
    if all(each is Standing.STATED for each in standings):
        return Cover.STATED
    falls_short = any(each in (Standing.LACKING, Standing.BLANK) for each in standings)
    if falls_short and says_something:
        return Cover.PARTLY
    return Cover.UNREAD if Standing.UNREAD in standings else Cover.LACKS


def _gaps(need: Need, unders: list[_Under]) -> Iterator[Gap]:
    """What a need leaves open under the head, or heads, where it stands best."""
    best = max(each.weakest for each in unders)
    nearest = [each for each in unders if each.weakest is best]
    if best is Standing.STATED:
        return
    heads = tuple(head for each in nearest for head in heads_of(each.head))
    blocks = [each for under in nearest for each in under.blocks]
    for standing in (Standing.LACKING, Standing.BLANK, Standing.UNREAD):
        having = tuple(block for block, its in blocks if its is standing)
        if having or (standing is best and not blocks):
            yield Gap(need.words, heads, standing, having)
