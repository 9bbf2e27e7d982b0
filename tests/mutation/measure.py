"""Measures how broken drafts are read: nothing raised, nothing else lost, and the fault seen on its line.

Run as `python -m tests.mutation.measure` (or `make mutation`) for every mutant of every line of every
example; the test-suite takes a fixed sample.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from dataclasses import field as default
from pathlib import Path
from typing import Any

from clausecheck.model.build import build
from clausecheck.model.draft import Draft, Field
from clausecheck.source import source_from_text

from .mutants import Mutant, mutants

ROOT = Path(__file__).parents[2]
SEED = 20260401


@dataclass
class Tally:
    """Counts by kind of mutation. `seen` are mutants with the same model or a finding on a touched line."""

    made: Counter[str] = default(default_factory=Counter)
    raised: Counter[str] = default(default_factory=Counter)
    kept: Counter[str] = default(default_factory=Counter)
    seen: Counter[str] = default(default_factory=Counter)
    single: Counter[str] = default(default_factory=Counter)
    misses: list[str] = default(default_factory=list)

    def add(self, other: Tally) -> None:
        """Add the counts of another."""
        for name in ("made", "raised", "kept", "seen", "single"):
            getattr(self, name).update(getattr(other, name))
        self.misses.extend(other.misses)

    def rate(self, name: str) -> float:
        """The part of all mutants that `name` (kept, seen, single) holds for."""
        counted: Counter[str] = getattr(self, name)
        return sum(counted.values()) / max(1, sum(self.made.values()))


def drafts() -> list[Path]:
    """Every example draft, and the one that travels with the package."""
    return [*sorted((ROOT / "examples").rglob("*.clause")), ROOT / "drafts" / "demo.clause"]


def measure(path: Path, every: int = 1) -> Tally:
    """The tally of one draft; of `every` mutants, one is tried."""
    text = path.read_text(encoding="utf-8")
    original = source_from_text(text, "draft.clause")
    draft, notices = build(original)
    before, blocks, fields, known = shape(draft), *size(draft), len(notices)
    tally = Tally()
    for place, mutant in enumerate(mutants(text, SEED)):
        if place % every == 0:
            _judge(mutant, tally, before, blocks, fields, known, path.name)
    return tally


def _judge(
    mutant: Mutant, tally: Tally, before: Any, blocks: int, fields: int, known: int, name: str
) -> None:
    tally.made[mutant.kind] += 1
    source = source_from_text(mutant.text, "draft.clause")
    try:
        draft, notices = build(source)
    except Exception as fault:
        tally.raised[mutant.kind] += 1
        tally.misses.append(f"{name}: {mutant.kind}: raised {fault!r}")
        return
    now_blocks, now_fields = size(draft)
    line = mutant.text.split("\n")[mutant.lines[0] - 1].strip()[:90]
    # A line that was a heading takes its block along, and no more.
    if now_blocks >= blocks - 1 - mutant.removed and now_fields >= fields - 1 - mutant.removed:
        tally.kept[mutant.kind] += 1
    else:
        tally.misses.append(f"{name}: {mutant.kind}: lost more than its line: {line}")
    touched = any(source.position(notice.span.start).line in mutant.lines for notice in notices)
    if mutant.kind == "delete the line" or touched or shape(draft) == before or _taken_id(draft, mutant):
        tally.seen[mutant.kind] += 1
    else:
        tally.misses.append(f"{name}: {mutant.kind}: not seen: {line}")
    if len(notices) <= known + 1:
        tally.single[mutant.kind] += 1


def _taken_id(draft: Draft, mutant: Mutant) -> bool:
    """Whether the draft now has an id twice: a finding of a rule, not of the reader."""
    ids = [(block.head.name, block.id) for block in draft.blocks if block.id]
    return mutant.kind == "double the line" and len(ids) != len(set(ids))


def shape(draft: Draft) -> Any:
    """What a draft says, but for the words themselves: blocks, labels, and the kinds of their values."""
    blocks = [
        (block.head.name, [_shape_of(each) for each in block.fields], len(block.prose))
        for block in draft.blocks
    ]
    return blocks, len(draft.definitions), len(draft.waivers)


def _shape_of(field: Field) -> Any:
    bullets = [(_kind_of(bullet.key), _kind_of(bullet.value)) for bullet in field.entries]
    return field.label, _kind_of(field.value), bullets


def _kind_of(value: Any) -> str:
    return value.kind if value is not None else ""


def size(draft: Draft) -> tuple[int, int]:
    """How many blocks, and how many fields, bullets, clauses' lines, definitions and waivers."""
    inside = sum(
        len(block.fields) + len(block.prose) + sum(len(each.entries) for each in block.fields)
        for block in draft.blocks
    )
    return len(draft.blocks), inside + len(draft.definitions) + len(draft.waivers)


def table(tally: Tally) -> Iterator[str]:
    """The rates as a Markdown table."""
    yield "| mutation | mutants | raised | nothing else lost | seen or harmless | one finding at most |"
    yield "|---|---|---|---|---|---|"
    for kind in sorted(tally.made):
        made = tally.made[kind]
        cells = (f"{100 * getattr(tally, name)[kind] / made:.2f}%" for name in ("kept", "seen", "single"))
        yield f"| {kind} | {made} | {tally.raised[kind]} | {' | '.join(cells)} |"
    cells = (f"**{100 * tally.rate(name):.2f}%**" for name in ("kept", "seen", "single"))
    yield f"| **all** | {sum(tally.made.values())} | {sum(tally.raised.values())} | {' | '.join(cells)} |"


def total(paths: Iterable[Path], every: int) -> Tally:
    """The tally over all drafts, on all cores."""
    whole = Tally()
    with ProcessPoolExecutor() as pool:
        for tally in pool.map(measure, paths, [every] * len(drafts())):
            whole.add(tally)
    return whole


if __name__ == "__main__":
    result = total(drafts(), int(sys.argv[1]) if len(sys.argv) > 1 else 1)
    print("\n".join(table(result)))
    print("\n".join(result.misses[:60]), file=sys.stderr)
