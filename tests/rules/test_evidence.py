"""The table of evidence tags and the levels they allow."""

from __future__ import annotations

import pytest

from clausecheck.finding import Level
from clausecheck.rules.evidence import EVIDENCE, exceeds, lacks_house_rule

ALLOWED = {
    Level.ERROR: {"V", "V1", "VD", "D", "logic"},
    Level.WARNING: {"V2", "S", "V-old", "M-hi", "DJ"},
    Level.ADVICE: {"M", "M-med"},
}


@pytest.mark.parametrize("level", list(Level))
def test_a_tag_carries_its_own_level_and_lesser_ones(level: Level) -> None:
    enough = {tag for most, tags in ALLOWED.items() if most >= level for tag in tags}
    assert {tag for tag in EVIDENCE if not exceeds(tag, level)} == enough


def test_doubtful_memory_may_not_ship() -> None:
    assert "may not ship" in exceeds("M-lo", Level.ADVICE)


def test_the_message_names_the_limit() -> None:
    assert exceeds("S", Level.ERROR).endswith("allows warning at most, not error")


def test_what_has_no_source_must_say_that_it_is_a_house_rule() -> None:
    unsourced = {tag for tag in EVIDENCE if lacks_house_rule(tag, ("PSR reg 6",))}
    assert unsourced == {"DJ", "M", "M-hi", "M-med", "M-lo"}
    assert not any(lacks_house_rule(tag, ("x", "House rule; no legal source")) for tag in EVIDENCE)
