"""Which clauses a line sends its reader to."""

from __future__ import annotations

import pytest

from clausecheck.facts.derived.words.named_clauses import clauses_named
from clausecheck.model.build import build
from clausecheck.source import source_from_text

DRAFT = """CLAUSE 9.1 "A"
  Words.

CLAUSE 9.2 "B"
  Words.

CLAUSE 10 "C"
  Words.
"""


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("as set out in Clause 9.2", ["9.2"]),
        ("see clause 9", ["9.1", "9.2"]),
        ("clause 10.3", ["10"]),
        ("clause 9.1 and clause 10", ["9.1", "10"]),
        ("under GC17", []),
        ("clause 1", None),
    ],
)
def test_the_clauses_that_words_name(words: str, ids: list[str] | None) -> None:
    draft, _ = build(source_from_text(DRAFT, "example.clause"))
    found = clauses_named(draft, words)
    assert (None if found is None else [block.id for block in found]) == ids
