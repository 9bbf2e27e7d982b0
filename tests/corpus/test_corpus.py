"""The drafts of the corpus get what a reader says of them, and rules that claim to be sure are."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from clausecheck.finding import Confidence
from clausecheck.rules.catalogue import load_catalogue

from .precision import DRAFTS, findings, lines, read_expected, tallies


def test_there_are_good_drafts_and_bad_ones() -> None:
    good = [draft for draft in DRAFTS if not read_expected(draft).true]
    assert len(DRAFTS) >= 20
    assert 8 <= len(good) <= len(DRAFTS) - 8


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda path: path.stem)
def test_a_draft_gets_what_is_written_down(draft: Path) -> None:
    expected = read_expected(draft)
    assert sorted(findings(draft)) == sorted((expected.true + expected.false).elements())


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda path: path.stem)
def test_what_is_said_to_be_missed_is_not_found(draft: Path) -> None:
    for line, what in read_expected(draft).missed:
        assert 1 <= line <= len(draft.read_text(encoding="utf-8").splitlines()), what


def test_a_rule_of_high_confidence_is_never_wrong() -> None:
    rules = load_catalogue().rules
    wrong = {each.rule for each in tallies(DRAFTS) if each.false}
    assert not {name for name in wrong if rules[name].confidence is Confidence.HIGH}


def test_the_corpus_exercises_the_packs_it_is_for() -> None:
    rules = load_catalogue().rules
    spoke = Counter(rules[each.rule].pack for each in tallies(DRAFTS))
    wanted = Counter(rule.pack for rule in rules.values())
    for pack in ("risk-share", "outcomes", "lessons"):
        assert spoke[pack] >= wanted[pack] // 2, f"{spoke[pack]} of {wanted[pack]} rules of {pack} speak"


def test_the_table_has_a_line_for_each_rule_that_spoke() -> None:
    table = list(lines())
    for each in tallies(DRAFTS):
        assert sum(line.startswith(f"| {each.rule} | ") for line in table) == 1
