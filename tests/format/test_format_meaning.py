"""The measure itself: what it must see as different, and what as the same."""

from __future__ import annotations

import pytest
from format_corpus import text

from clausecheck.format import FormatFault, format_source, layout
from clausecheck.format.meaning import meaning

DRAFT = """\
CONTRACT "A"
  Purpose: one  two
  Service Commencement Date: 1 April 2026
RISK SHARE R1 "Pool"  # a comment
  Budget: £14,200,000 per Contract Year
  Shares: ICB 45%, Acute 55%
  Bands:
    - 0% to 1% of Budget: no sharing
SCENARIO S1 "Flu"
  Spend R1: £13,900,000
DEFINE "Cost": what is spent
WAIVE a-rule on R1: agreed, by ICB on 3 March 2026, until 1 July 2026
CLAUSE 1 "Words"
  some  words
INCLUDE "b.clause"
"""


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ('CONTRACT "A"', 'CONTRACT "B"'),
        ("one  two", "one two"),
        ("1 April", "2 April"),
        ("£14,200,000 per", "£14,200,000.01 per"),
        ("per Contract Year", "per year"),
        ("45%", "46%"),
        ("ICB 45%, Acute 55%", "Acute 55%, ICB 45%"),
        ("0% to 1%", "0% to 2%"),
        ("no sharing", "No sharing"),
        ("Spend R1", "Spend R2"),
        ('"Cost"', '"cost"'),
        ("what is spent", "what is  spent"),
        ("on R1: agreed", "on R2: agreed"),
        ("1 July", "2 July"),
        ("some  words", "some words"),
        ("b.clause", "c.clause"),
        ("# a comment", "# the comment"),
        ("SCENARIO", "SCENARIOS ARE"),
        ("  Shares: ICB 45%, Acute 55%\n", ""),
    ],
)
def test_another_meaning_is_another_meaning(was: str, now: str) -> None:
    assert was in DRAFT
    assert not meaning(text(DRAFT)).kept_by(meaning(text(DRAFT.replace(was, now, 1))))


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ('"A"', "“A”"),
        ("1 April 2026", "2026-04-01"),
        ("£14,200,000", "£14.2m"),
        ("45%, ", "45 % ,"),
        ("  Budget:", "BUDGET :"),
        ("- 0%", "• 0%"),
        ("3 March 2026", "2026-03-03"),
        ('INCLUDE "b.clause"', "INCLUDE “b.clause”"),
    ],
)
def test_another_spelling_is_the_same_meaning(was: str, now: str) -> None:
    assert was in DRAFT
    assert meaning(text(DRAFT.replace(was, now, 1))).kept_by(meaning(text(DRAFT)))


def test_a_slip_of_the_formatter_leaves_the_draft_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout, "canonical_line", lambda *_: "LINKS")
    with pytest.raises(FormatFault, match="would change what it says"):
        format_source(text(DRAFT))
