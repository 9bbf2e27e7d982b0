"""Which part of the draft each line gave rise to, and which lines nobody understood."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from clausecheck.finding import Notice
from clausecheck.model.build import build
from clausecheck.model.draft import Block, Definition, Entry, Field, WaiverLine
from clausecheck.source import Source

# Notices on lines that were understood all the same, or on no line. Any other leaves its lines as they are.
UNDERSTOOD = frozenset(
    {"label-synonym", "choice-synonym", "missing-id", "empty-draft", "empty-block", "typographic-marks"}
)


@dataclass(frozen=True)
class Places:
    """The parts of a draft by the offset of what opens them, and the numbers of the lines with faults.

    Blocks and prose are found by the start of their line's first words, fields by their label, bullets by
    what stands behind the mark, definitions and waivers by the keyword.
    """

    faulty: frozenset[int]
    blocks: dict[int, Block] = field(default_factory=dict)
    fields: dict[int, tuple[Block, Field]] = field(default_factory=dict)
    entries: dict[int, tuple[Block, Field, Entry]] = field(default_factory=dict)
    prose: set[int] = field(default_factory=set)
    definitions: dict[int, Definition] = field(default_factory=dict)
    waivers: dict[int, WaiverLine] = field(default_factory=dict)


def places(source: Source) -> Places:
    """Where everything in the draft stands."""
    draft, notices = build(source)
    found = Places(frozenset(_faulty(source, notices)))
    for block in draft.blocks:
        found.blocks[block.span.start] = block
        found.prose.update(text.span.start for text in block.prose)
        for each in block.fields:
            found.fields[each.label_span.start] = (block, each)
            found.entries.update((entry.span.start, (block, each, entry)) for entry in each.entries)
    found.definitions.update((each.span.start, each) for each in draft.definitions)
    found.waivers.update((each.span.start, each) for each in draft.waivers)
    return found


def _faulty(source: Source, notices: Iterable[Notice]) -> Iterable[int]:
    """The lines that a notice points at, if it says that they were not understood."""
    for notice in notices:
        if notice.rule not in UNDERSTOOD:
            first = source.position(notice.span.start).line
            last = source.position(max(notice.span.start, notice.span.end - 1)).line
            yield from range(first, last + 1)
