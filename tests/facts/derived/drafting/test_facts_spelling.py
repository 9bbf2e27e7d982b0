"""Short amounts and and/or."""

from __future__ import annotations

import pytest

from clausecheck.facts.extract import extract
from clausecheck.facts.fact import Fact
from clausecheck.model.build import build
from clausecheck.source import source_from_text


def of(kind: str, value: str) -> list[Fact]:
    draft, _ = build(source_from_text(f"BUDGET B1\n  Amount: {value}\n  Source: {value}\n", "a.clause"))
    return [fact for fact in extract(draft) if fact.kind == kind]


@pytest.mark.parametrize(
    ("written", "full"),
    [
        ("£14.2m", "£14,200,000"),
        ("£350k", "£350,000"),
        ("£1.2bn", "£1,200,000,000"),
        ("£2 million", "£2,000,000"),
    ],
)
def test_an_amount_written_short_is_shown_in_full(written: str, full: str) -> None:
    found = of("short_amount", written)
    assert [(fact.shown["written"], fact.shown["full"]) for fact in found] == [(written, full)] * 2


@pytest.mark.parametrize("written", ["£14,200,000", "£655.50", "£655 per person", "[ ]", "TBC"])
def test_an_amount_in_full_is_none(written: str) -> None:
    assert not of("short_amount", written)


@pytest.mark.parametrize(
    ("words", "count"),
    [("the ICB and/or Council", 1), ("and / or, or/and", 2), ("land/order", 0), ("and or", 0), ("AND/OR", 1)],
)
def test_and_or_is_found_wherever_words_stand(words: str, count: int) -> None:
    draft, _ = build(source_from_text(f'CLAUSE 1.1 "x"\n  {words}\n', "a.clause"))
    assert len([fact for fact in extract(draft) if fact.kind == "and_or"]) == count
