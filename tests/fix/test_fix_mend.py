"""A draft is mended until nothing more can be, and a fix that makes anything worse is taken back."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from fix_samples import MISSPELT, check, finding, says, word

from clausecheck.finding import Class, Edit, Finding, Fix, Safety, Waived
from clausecheck.fix.mend import ROUNDS, comments, mend, more_if_unsafe
from clausecheck.report.report import FileReport
from clausecheck.source import Source, source_from_bytes, source_from_text
from clausecheck.spans import Span

UNSAFE, SHOWN = Safety.CHANGES_LEGAL_MEANING, Safety.DISPLAY_ONLY


def source(text: str, name: str = "a.clause") -> Source:
    return source_from_text(text, name)


MENDED = """\
PARTY ICB "Wessex ICB"  # the host
  Role: commissioner
  Kind: CCG
PARTY Trust "Wessex Hospitals"
  Role: sub-contractor  # signs last
  Kind: NHS trust
  Knd: foundation trust

# money
BUDGET B1 "Pool"
  Amount: £14.2m per Contract Year
  # twice
  # agreed in March
  Basis: capitaton
# minute 4
"""


def test_every_safe_fix_is_made_and_no_other() -> None:
    mended = mend(source(MISSPELT), check)
    assert mended.text == MENDED
    assert sorted(each.rule for each in mended.applied) == [
        "choice-synonym",
        "duplicate-label",
        "unknown-head",
        "unknown-label",
        "waiver-unused",
    ]
    assert mended.settled


def test_a_fix_that_would_bring_a_finding_is_taken_back_and_said() -> None:
    (refused,) = mend(source(MISSPELT), check).refused
    assert refused.finding.message.startswith('PARTY has no label "Knd"')
    assert refused.at == (7, 3)
    assert refused.reason.startswith("it would bring duplicate-label: Kind stands twice")


def test_what_changes_legal_meaning_is_changed_only_when_asked() -> None:
    mended = mend(source(MISSPELT), check, unsafe=True)
    assert "Kind: ICB\n" in mended.text
    assert "Basis: capitation\n" in mended.text
    assert more_if_unsafe(mend(source(MISSPELT), check), check) == 2
    assert more_if_unsafe(mended, check) == 0


def test_what_is_only_shown_is_never_done() -> None:
    judge = says(word("colour", "color", safety=SHOWN))
    for unsafe in (False, True):
        mended = mend(source("colour"), judge, unsafe)
        assert (mended.text, mended.applied, mended.refused) == ("colour", (), ())
    assert more_if_unsafe(mend(source("colour"), judge), judge) == 0


def test_a_fix_that_would_bring_a_finding_is_not_counted_as_one_more() -> None:
    judge = says(word("old", "bad", safety=UNSAFE), word("bad", "bad", "bad-rule"))
    assert more_if_unsafe(mend(source("old"), judge), judge) == 0


def test_a_fix_that_only_moves_the_fault_is_not_made() -> None:
    judge = says(word("one", "two", "r1"), word("two", "three", "r2"))
    mended = mend(source("one two"), judge)
    assert mended.text == "one three"
    assert [each.reason for each in mended.refused] == ["it would bring r2: two"]


def test_fixes_that_meet_are_made_in_turn() -> None:
    def both(text: str) -> list[Finding]:
        return word("aab", "ab", "r1")(text) + word("ab", "b", "r2")(text)

    mended = mend(source("aab."), says(both))
    assert (mended.text, [each.rule for each in mended.applied]) == ("b.", ["r1", "r2"])


def test_one_bad_fix_among_many_does_not_keep_the_others_from_being_made() -> None:
    judge = says(word("x", "y", "good"), word("q", "z", "bad"), word("z", "z", "worse"))
    mended = mend(source("x x q x x x"), judge)
    assert mended.text == "y y q y y y"
    assert [each.finding.rule for each in mended.refused] == ["bad"]


def test_a_fix_that_does_not_mend_its_finding_is_not_made() -> None:
    mended = mend(source("more"), says(word("more", "more more")))
    assert (mended.text, mended.applied) == ("more", ())
    mended = mend(source("ab"), lambda s: FileReport(s, (always(s),)))
    assert mended.text == "ab"
    assert [each.reason for each in mended.refused] == ["what it mends would still be found"]


def always(source: Source) -> Finding:
    fix = Fix("write more", Safety.SAFE, (Edit(Span(0, 0), "more "),))
    return finding(source, "a-rule", Span(0, 2), "always", fix)


def test_a_chain_longer_than_the_rounds_ends_and_says_so() -> None:
    def chain(text: str) -> list[Finding]:
        # Findings dwindle by one a round, and only the first has a fix.
        left = text.count("x")
        made = [finding(source(text), f"r{n}", Span(0, 1), f"r{n}") for n in range(left)]
        fix = Fix("drop one", Safety.SAFE, (Edit(Span(0, 1), ""),))
        return [*made[:-1], made[-1]._replace(fix=fix)] if made else []

    mended = mend(source("x" * (ROUNDS + 2)), says(chain))
    assert (mended.text, mended.settled) == ("xx", False)
    assert mend(source("x" * ROUNDS), says(chain)).settled


def test_a_fix_that_would_lose_a_comment_is_not_made() -> None:
    def drop(text: str) -> list[Finding]:
        if not text.startswith("Bad"):
            return []
        fix = Fix("drop the line", Safety.SAFE, (Edit(Span(0, text.index("\n") + 1), ""),))
        return [finding(source(text), "drop", Span(0, 3), fix=fix)]

    kept = mend(source("Bad: line  # and why\nGood: line\n"), says(drop))
    assert kept.text.startswith("Bad")
    assert [each.reason for each in kept.refused] == ["it would lose a comment"]
    assert mend(source("Bad: line\nGood: line\n"), says(drop)).text == "Good: line\n"


def test_a_fix_after_which_less_of_the_draft_is_understood_is_not_made() -> None:
    judge = says(word("a", "b"))
    mended = mend(source("a"), lambda s: replace(judge(s), partial=s.text == "b"))
    assert [each.reason for each in mended.refused] == ["the draft could no longer be checked in full"]


def test_a_waived_finding_is_not_mended() -> None:
    waived = Waived("agreed", "the board", None, date(2026, 7, 1))

    def judge(source: Source) -> FileReport:
        return FileReport(source, tuple(each._replace(waived=waived) for each in word("a", "b")(source.text)))

    assert mend(source("a"), judge).text == "a"


def test_a_fix_that_would_undo_a_waiver_is_not_made() -> None:
    waived = Waived("agreed", "the board", None, date(2026, 7, 1))

    def judge(source: Source) -> FileReport:
        silent = "note" in source.text
        other = finding(source, "b-rule", Span(0, 0), "the other")
        return FileReport(
            source,
            (*word("note", "word")(source.text), other._replace(waived=waived) if silent else other),
        )

    (refused,) = mend(source("note"), judge).refused
    assert refused.reason == "it would bring b-rule: the other"


def test_a_finding_that_only_has_another_message_is_not_a_new_one() -> None:
    def judge(source: Source) -> FileReport:
        rest = finding(source, "b-rule", Span(0, 1), f"the draft has {len(source.text)} letters")
        return FileReport(source, (rest, *word("colour", "color")(source.text)))

    assert mend(source(". colour"), judge).text == ". color"


def test_findings_that_were_counted_only_may_come_up() -> None:
    def judge(source: Source) -> FileReport:
        shown = [each._replace(kind=Class.SYNTAX) for each in word("x", "y")(source.text)]
        return FileReport(source, tuple(shown[:2]), partial=len(shown) > 2, untold=max(0, len(shown) - 2))

    assert mend(source("x x x x x"), judge).text == "y y y y y"


def test_only_the_fences_of_a_markdown_host_are_mended() -> None:
    text = '# PARTTY ICB\n\nPARTTY ICB\n\n```clause\nPARTTY ICB "x"\n  Kindd: ICB\n```\n\n  Kindd: ICB\n'
    mended = mend(source(text, "a.md"), check)
    assert mended.text == text.replace('PARTTY ICB "x"\n  Kindd', 'PARTY ICB "x"\n  Kind')


def test_an_edit_outside_the_fences_is_not_made() -> None:
    text = "word\n\n```clause\nPurpose: a word\n```\n"
    mended = mend(source(text, "a.md"), says(word_in_markdown))
    assert mended.text == text.replace("a word", "a term")
    assert mended.refused == ()


def word_in_markdown(text: str) -> list[Finding]:
    return [each._replace(file="a.md") for each in word("word", "term")(text)]


def test_line_endings_and_the_mark_at_the_start_are_still_known_after_mending() -> None:
    mended = mend(source_from_bytes(b"\xef\xbb\xbfKindd\r\n\xef\xbb\xbf", "a"), says(word("Kindd", "Kind")))
    read = mended.report.source
    assert (read.text, read.newline, read.bom) == ("Kind\n\ufeff", "\r\n", True)


@pytest.mark.parametrize("unsafe", [False, True])
def test_comments_are_kept(unsafe: bool) -> None:
    mended = mend(source(MISSPELT), check, unsafe)
    assert Counter(comments(source(MISSPELT))) <= Counter(comments(mended.report.source))
    assert len(list(comments(source(MISSPELT)))) == 6
