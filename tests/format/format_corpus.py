"""The drafts that formatting is tried on: the examples, the demo, rule cards, labels' examples."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from clausecheck.model.vocabulary import HEADS
from clausecheck.model.vocabulary.types import Head, LabelType
from clausecheck.source import Source, read_source, source_from_text

ROOT = Path(__file__).parents[2]
DRAFTS = sorted([*ROOT.glob("examples/**/*.clause"), *ROOT.glob("drafts/**/*.clause")])
CARDS = sorted(path for path in ROOT.glob("rulesets/*/*.md") if path.name != "README.md")


def name_of(path: Path) -> str:
    """A path as the name of a test."""
    return path.relative_to(ROOT).as_posix()


def draft(path: Path) -> Source:
    """The draft in a file of the project."""
    return read_source(path, name_of(path))


def text(words: str, name: str = "draft.clause") -> Source:
    """A draft with these words."""
    return source_from_text(words, name)


def examples() -> Iterator[tuple[Head, LabelType, str]]:
    """Every label of the vocabulary in a block of its own, with its example as the value or as a bullet."""
    for head in HEADS:
        for label in head.labels:
            heading = head.name + " X1" * head.identified + ' "A title"' * head.titled
            bullets = label.shape == "none"
            line = (
                f"  {label.name}:\n    - {label.example}" if bullets else f"  {label.name}: {label.example}"
            )
            yield head, label, f"{heading}\n{line}\n"
