from __future__ import annotations

from dataclasses import fields
from datetime import date

import pytest
from render_samples import POOL, plain, shares, spot

from clausecheck.finding import Finding, Fix, Label, Level, Safety, Waived
from clausecheck.render.full import of_finding, render
from clausecheck.render.options import RenderOptions
from clausecheck.render.summary import sentence
from clausecheck.report.report import FileReport, Report, Summary
from clausecheck.source import Source, source_from_text
from clausecheck.spans import Span

SOURCE = source_from_text(POOL, "a.clause")


def shown(finding: Finding, source: Source = SOURCE, **options: int) -> list[str]:
    return list(of_finding(finding, FileReport(source, (finding,)), RenderOptions(**options)))  # type: ignore[arg-type]


def excerpt(span: Span, *labels: Label, text: str, path: tuple[str, ...] = ()) -> list[str]:
    source = source_from_text(text, "a.clause")
    lines = shown(plain(source, span, *labels, path=path), source)
    return lines[(4 if path else 3) : -1]


def test_labels_on_other_lines_bring_their_lines() -> None:
    text = "one\ntwo\nthree\n"
    assert excerpt(Span(4, 7), Label(Span(8, 13), "also"), text=text) == [
        "    2 | two",
        "      | ^^^",
        "    3 | three",
        "      | ----- also",
    ]


def test_the_heading_of_the_block_is_shown_once_and_only_the_innermost() -> None:
    text = "RISK SHARE R10\nRISK  SHARE R1 “Pool”\n\n  Cap: none\n"
    at = text.index("none")
    lines = excerpt(Span(at, at + 4), text=text, path=("Schedule 3", 'RISK SHARE R1 "Pool"', "Cap"))
    assert lines == ["    2 | RISK  SHARE R1 “Pool”", "    4 |   Cap: none", "      |        ^^^^"]
    assert (
        excerpt(Span(15, 29), text=text, path=('RISK SHARE R1 "Pool"',))[0] == "    2 | RISK  SHARE R1 “Pool”"
    )


def test_a_label_that_begins_like_the_head_is_not_taken_for_the_heading() -> None:
    text = 'CONTRACT "Home First"\n  Contract reference: 17\n  Status: draft\n'
    at = text.index("draft")
    lines = excerpt(Span(at, at + 5), text=text, path=('CONTRACT "Home First"', "Status"))
    assert lines == ['    1 | CONTRACT "Home First"', "    3 |   Status: draft", "      |           ^^^^^"]


def test_a_long_span_shows_its_ends() -> None:
    text = "\n".join(f"  line {n}" for n in range(1, 30))
    assert excerpt(Span(2, len(text)), text=text) == [
        "    1 |   line 1",
        "      |   ^^^^^^",
        "    … |",
        "   29 |   line 29",
        "      |   ^^^^^^^",
    ]


def test_a_short_span_over_lines_shows_them_all_without_marking_blank_ones() -> None:
    assert excerpt(Span(2, 9), text="a b\n\n  c d\ne") == [
        "    1 | a b",
        "      |   ^",
        "    3 |   c d",
        "      |   ^^",
    ]


def test_a_span_that_ends_with_its_line_ending_stays_on_its_line() -> None:
    assert excerpt(Span(0, 4), text="one\ntwo\n") == ["    1 | one", "      | ^^^"]


@pytest.mark.parametrize("at", [0, 3, 4])
def test_a_span_of_no_width_is_marked_by_one_sign(at: int) -> None:
    line, column = ("one", at) if at < 4 else ("", 0)
    assert excerpt(Span(at, at), text="one\n") == [
        f"    {1 if at < 4 else 2} | {line}".rstrip(),
        "      | " + " " * column + "^",
    ]


def test_a_span_far_past_the_end_is_marked_at_the_end() -> None:
    assert excerpt(Span(900, 950), text="one\ntwo") == ["    2 | two", "      |    ^"]


def test_many_labels_are_cut_short_and_counted() -> None:
    text = "\n".join("x" * 3 for _ in range(40))
    labels = [Label(Span(4 * n, 4 * n + 3)) for n in range(1, 30)]
    lines = excerpt(Span(0, 3), *labels, text=text)
    assert len(lines) == 2 * 12 + 1
    assert lines[-1].endswith("(18 more lines not shown)")


def test_line_numbers_widen_the_gutter_together() -> None:
    text = "head\n" + "\n" * 12_344 + "deep\n"
    at = text.index("deep")
    lines = excerpt(Span(at, at + 4), Label(Span(0, 4), "top"), text=text)
    assert lines == ["      1 | head", "        | ---- top", "  12346 | deep", "        | ^^^^"]


@pytest.mark.parametrize(
    ("authority", "evidence", "says"),
    [
        (("PSR reg 12",), "V", "PSR reg 12 [V: read in the source]"),
        ((), "DJ", "house rule: no legal source [DJ: a judgement of good drafting]"),
        ((), "", "house rule: no legal source"),
        ((), "logic", "no legal source [logic: the draft against itself]"),
        (("a", "b"), "M-hi", "a; b [M-hi: not verified]"),
        (("a",), "X9", "a [X9]"),
    ],
)
def test_the_source_says_how_well_it_is_known_or_that_there_is_none(
    authority: tuple[str, ...], evidence: str, says: str
) -> None:
    lines = shown(shares(SOURCE)._replace(authority=authority, evidence=evidence))
    assert [line for line in lines if line.startswith("   Source")] == [f"   Source  {says}"]


@pytest.mark.parametrize(
    ("safety", "says"),
    [
        (Safety.SAFE, "(a safe edit)"),
        (Safety.CHANGES_LEGAL_MEANING, "(changes legal meaning: a decision for the parties)"),
        (Safety.DISPLAY_ONLY, "(no automatic fix)"),
    ],
)
def test_a_fix_says_how_safe_it_is(safety: Safety, says: str) -> None:
    lines = shown(shares(SOURCE)._replace(help="", fix=Fix("do it", safety)))
    assert lines[-1] == f"   Fix     do it {says}"


def test_without_help_or_fix_there_is_no_fix_line() -> None:
    assert not any("Fix" in line for line in shown(shares(SOURCE)._replace(help="", fix=None)))


def test_a_waived_finding_says_who_why_and_until_when_and_no_more() -> None:
    waived = Waived("the board accepts it", "ICB CFO", None, date(2026, 7, 1))
    assert shown(shares(SOURCE)._replace(waived=waived)) == [
        "a.clause:7:11  waived error  shares-not-100 (RS003)",
        '  Shares of "Alliance Pool" total 110%, not 100%',
        '  RISK SHARE R1 "Alliance Pool" › Shares',
        "   Waived  by ICB CFO, until 1 July 2026: the board accepts it",
    ]


def test_the_closing_line_names_the_gravest_rule() -> None:
    mild = plain(SOURCE, spot(SOURCE, "Status"))._replace(level=Level.ADVICE)
    output = "".join(render(Report((FileReport(SOURCE, (mild, shares(SOURCE))),)), RenderOptions()))
    assert output.endswith("clausecheck explain shares-not-100\n")


def test_many_clean_drafts_are_not_named_one_by_one() -> None:
    files = tuple(FileReport(source_from_text("", f"{n:02}.clause")) for n in range(11))
    assert list(render(Report(files), RenderOptions())) == ["Nothing found in 11 drafts\n"]
    assert len(list(render(Report(files[:10]), RenderOptions()))) == 11


def test_quiet_has_nothing_to_say_of_clean_drafts() -> None:
    clean = Report((FileReport(SOURCE, notes=("a note",)),))
    assert list(render(clean, RenderOptions(quiet=True))) == []
    assert "a.clause: a note\n" in list(render(clean, RenderOptions()))


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ({"drafts": 8, "drafts_with_findings": 2, "errors": 12, "warnings": 5, "advice": 3, "waived": 1},
         "12 errors, 5 warnings, 3 advice in 2 of 8 drafts; 1 waived"),
        ({"drafts": 1, "drafts_with_findings": 1, "errors": 1}, "1 error in 1 draft"),
        ({"drafts": 2, "errors": 1}, "1 error in 2 drafts"),  # it is in the file of the house
        ({"drafts": 1}, "Nothing found in 1 draft"),
        ({"drafts": 3, "waived": 2}, "Nothing found in 3 drafts; 2 waived"),
        ({"drafts": 2, "partial": 1, "unread": 2},
         "Nothing found in 2 drafts; 1 draft not checked in full; 2 files could not be checked"),
        ({"unread": 1}, "No draft was checked; 1 file could not be checked"),
    ],
)  # fmt: skip
def test_the_counts_read_as_a_sentence(counts: dict[str, int], words: str) -> None:
    nothing = dict.fromkeys((each.name for each in fields(Summary)), 0)
    assert sentence(Summary(**(nothing | counts))) == words
