from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from model_views import read_draft

from clausecheck.model.draft import WaiverLine

WHOLE = (
    "uncapped-loss on R1: accepted by the ICB board, by ICB chief finance officer on 3 March 2026, "
    "until 1 July 2026"
)


def waiver(text: str) -> WaiverLine:
    _, draft, _ = read_draft(f"WAIVE {text}")
    (line,) = draft.waivers
    return line


def test_a_waiver_says_what_on_what_why_by_whom_and_until_when() -> None:
    line = waiver(WHOLE)
    assert (line.rule, line.subject) == ("uncapped-loss", "R1")
    assert line.reason == "accepted by the ICB board"
    assert line.by == "ICB chief finance officer"
    assert (line.agreed, line.until) == (date(2026, 3, 3), date(2026, 7, 1))


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("", {"rule", "subject", "reason", "by", "agreed", "until"}),
        ("rule", {"subject", "reason", "by", "agreed", "until"}),
        ("rule on R1", {"reason", "by", "agreed", "until"}),
        ("rule: because", {"subject", "by", "agreed", "until"}),
        ("rule: because, until 1 July 2026", {"subject", "by", "agreed"}),
        ("rule: because, by the chair", {"subject", "agreed", "until"}),
        ("rule: by the chair on 3 March 2026", {"subject", "reason", "until"}),
        ("rule on", {"subject", "reason", "by", "agreed", "until"}),
        ("rule: because, until soon", {"subject", "by", "agreed", "until"}),
        ("rule: because, until 31 June 2026", {"subject", "by", "agreed", "until"}),
        ("rule: because, by ", {"subject", "by", "agreed", "until"}),
    ],
)
def test_what_a_waiver_does_not_say_is_empty(text: str, lacks: set[str]) -> None:
    line = waiver(text)
    empty = {
        name for name in ("rule", "subject", "reason", "by", "agreed", "until") if not getattr(line, name)
    }
    assert empty == lacks


@pytest.mark.parametrize(
    "until", ["1 July 2026", "2026-07-01", "01/07/2026", "1 Jul 2026", "1 July 2026.", "1\xa0July\xa02026"]
)
def test_the_last_day_may_be_written_in_many_ways(until: str) -> None:
    assert waiver(f"rule on R1: why, by me, until {until}").until == date(2026, 7, 1)


@pytest.mark.parametrize("day", ["1 Juli 2026", "31 June 2026", "0 July 2026", "1 Foo 2026"])
def test_a_last_day_that_is_no_date_is_none(day: str) -> None:
    assert waiver(f"rule: why, by me, until {day}").until is None


@pytest.mark.parametrize("subject", ["R1", "CLAUSE 4.2", "RISK SHARE R1"])
def test_what_is_waived_on_may_be_several_words(subject: str) -> None:
    assert waiver(f"rule on {subject}: why").subject == subject


def test_of_several_owners_the_last_is_meant() -> None:
    line = waiver("rule: paid for by the ICB; agreed by both, by A. Khan, chair on 3 March 2026")
    assert (line.reason, line.by) == ("paid for by the ICB; agreed by both", "A. Khan, chair")
    assert line.agreed == date(2026, 3, 3)


def test_a_word_that_begins_with_by_owns_nothing() -> None:
    line = waiver("rule: bypassed byelaws")
    assert (line.reason, line.by) == ("bypassed byelaws", "")


def test_a_waiver_keeps_its_line_and_the_headings_above_it() -> None:
    text = f"# Plan\n```clause\nWAIVE {WHOLE} # soon\n```\n"
    source, draft, _ = read_draft(text, "plan.md")
    (line,) = draft.waivers
    assert line.headings == ("Plan",)
    assert source.cut(line.span) == f"WAIVE {WHOLE} # soon"
    assert line.raw == WHOLE


@settings(deadline=None)
@given(
    st.text(max_size=60)
    | st.lists(st.sampled_from(["by ", "on ", "until ", "1 July 2026", ": ", ", ", "x "])).map("".join)
)
def test_any_waiver_can_be_read(text: str) -> None:
    source, draft, _ = read_draft("WAIVE " + text.replace("\n", " "))
    for line in draft.waivers:
        assert line.reason == line.reason.strip()
        assert source.cut(line.span).startswith("WAIVE")


def test_a_long_waiver_is_read_at_once() -> None:
    assert waiver("rule: " + "by x " * 20_000 + "until 1 July 2026").by == "x"
