"""The checker as a service: what it holds back, what it counts, and what it does at the signature gate."""

from __future__ import annotations

from datetime import date

import pytest

from clausecheck import check
from clausecheck.checker import Checker
from clausecheck.finding import Class, Level
from clausecheck.finding_maker import MOST_SYNTAX_FINDINGS
from clausecheck.rules.catalogue import load_catalogue

ALLIANCE = 'CONTRACT "Home First Alliance Agreement"\n  Model: alliance\n'
POOL = 'RISK SHARE R1 "Pool"\n  Budget: £1,000,000 per Contract Year\n  Shares: ICB 60%, Acute 50%\n'


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker()


def rules(checker: Checker, text: str) -> set[str]:
    return {finding.rule for finding in checker.check_text(text).findings}


def test_after_so_many_faults_of_reading_the_rest_are_counted(checker: Checker) -> None:
    faults = MOST_SYNTAX_FINDINGS + 30
    text = 'PARTY ICB "NHS X"\n' + "".join(f"  Wombat {n}: x\n" for n in range(faults)) + "\n" + POOL
    report = checker.check_text(text)
    syntax = [finding for finding in report.findings if finding.kind is Class.SYNTAX]
    assert len(syntax) == MOST_SYNTAX_FINDINGS
    assert report.untold == 30
    assert any("30 more lines" in note for note in report.notes)
    assert report.partial
    assert "shares-not-100" in {finding.rule for finding in report.findings}


def test_what_is_not_read_may_be_what_is_missing(checker: Checker) -> None:
    assert "no-board" in rules(checker, ALLIANCE)
    assert "no-board" not in rules(checker, ALLIANCE + '\nGOVERNANZE G1 board "Alliance Board"\n')
    lacking = 'OUTCOME O1 "More people at home"\n  Numerator: people at home\n  Source: SUS+\n'
    assert "denominator-missing" in rules(checker, lacking)
    assert "denominator-missing" not in rules(checker, lacking + "  Dnmntr of it all: people discharged\n")


def test_at_the_signature_gate_a_placeholder_is_an_error() -> None:
    text = 'PARTY Council "[COUNCIL NAME]"\n  Role: commissioner\n'
    levels = {
        final: {
            f.level for f in Checker(final=final).check_text(text).findings if f.kind is Class.PLACEHOLDER
        }
        for final in (False, True)
    }
    assert levels == {False: {Level.WARNING}, True: {Level.ERROR}}


def test_rules_can_be_chosen_and_left_out() -> None:
    assert rules(Checker(select=["shares-not-100"]), ALLIANCE + POOL) == {"shares-not-100"}
    assert "shares-not-100" not in rules(Checker(ignore=["shares-not-100"]), ALLIANCE + POOL)


def test_dated_law_is_judged_by_the_drafts_own_date(checker: Checker) -> None:
    dated = [rule for rule in load_catalogue().rules.values() if rule.valid_from or rule.valid_to]
    assert dated, "no rule has a date, so this test says nothing"
    for rule in dated:
        assert rule.valid_from is None or rule.valid_to is None or rule.valid_from <= rule.valid_to


def test_a_waiver_is_kept_and_ends() -> None:
    waiver = "\nWAIVE shares-not-100 on R1: agreed, by ICB chief finance officer on 3 March 2026, "
    waiver += "until 1 July 2026\n"
    before = Checker(as_of=date(2026, 7, 1)).check_text(POOL + waiver)
    (waived,) = [finding for finding in before.findings if finding.rule == "shares-not-100"]
    assert waived.waived is not None
    assert waived.waived.by == "ICB chief finance officer"
    after = Checker(as_of=date(2026, 7, 2)).check_text(POOL + waiver)
    (standing,) = [finding for finding in after.findings if finding.rule == "shares-not-100"]
    assert standing.waived is None
    assert "waiver-expired" in {finding.rule for finding in after.findings}


def test_fingerprints_survive_edits_elsewhere(checker: Checker) -> None:
    def mark(text: str) -> str:
        (found,) = [f for f in checker.check_text(text).findings if f.rule == "shares-not-100"]
        return found.fingerprint

    assert mark(POOL) == mark("# a remark\n\n" + ALLIANCE + "\n" + POOL)
    assert mark(POOL) != mark(POOL.replace("R1", "R2"))


def test_the_library_has_one_call(checker: Checker) -> None:
    assert {finding.rule for finding in check(POOL).findings} == rules(checker, POOL)


def test_every_finding_says_where_why_and_on_whose_authority(checker: Checker) -> None:
    for finding in checker.check_text(ALLIANCE + POOL).findings:
        assert finding.path
        assert finding.authority
        assert finding.evidence
        assert finding.fingerprint
        assert "@" in finding.pack
