from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest
from report_samples import finding

from clausecheck.finding import Finding, Level, Waived
from clausecheck.report.exit import Exit, exit_code
from clausecheck.report.report import FileReport, Report, Summary, Unread
from clausecheck.source import source_from_text

WAIVED = Waived("why", "who", None, date(2026, 7, 1))


def file(name: str, *findings: Finding, partial: bool = False) -> FileReport:
    return FileReport(source_from_text("text\n", name), findings, partial)


def waived(level: Level = Level.ERROR) -> Finding:

    return finding(level=level)._replace(waived=WAIVED)


def test_files_and_findings_have_one_order_whatever_order_they_came_in() -> None:
    findings = (finding(at=1), finding(at=3, rule="no-quorum"), finding(at=3))
    reports = {
        Report((file("b", *some), file("a")), (Unread("z", "r"), Unread("y", "r")))
        for some in permutations(findings)
    }
    orders = {
        (
            tuple(each.name for each in report.files),
            report.findings,
            tuple(each.name for each in report.unread),
        )
        for report in reports
    }
    assert orders == {(("a", "b"), (findings[0], findings[1], findings[2]), ("y", "z"))}


def test_the_summary_counts_standing_findings_by_level_and_waived_ones_apart() -> None:
    report = Report(
        (
            file("a", finding(), finding(at=1), finding(level=Level.WARNING), waived()),
            file("b", finding(level=Level.ADVICE), partial=True),
            file("c", waived()),
            file("d"),
        ),
        (Unread("e", "binary"),),
    )
    assert report.summary == Summary(
        files=4,
        files_with_findings=2,
        drafts=4,
        drafts_with_findings=2,
        partial=1,
        unread=1,
        errors=2,
        warnings=1,
        advice=1,
        waived=2,
    )
    assert report.summary.standing == 4


def test_what_a_draft_includes_is_no_draft_of_its_own() -> None:
    part = replace(file("b", finding()), part=True)
    parent = replace(file("a"), included=(part,))
    summary = Report((parent, file("c"))).summary
    assert (summary.files, summary.drafts, summary.drafts_with_findings) == (3, 2, 1)
    assert [each.name for each in Report((parent,)).files] == ["a", "b"]
    again = Report((parent, file("c"))).without_waivers().summary
    assert again == summary


def test_what_is_named_as_well_as_included_is_a_draft() -> None:
    part = replace(file("b", finding()), part=True)
    report = Report((replace(file("a"), included=(part,)), file("b")))
    assert (report.summary.files, report.summary.drafts) == (2, 2)
    assert report.summary.drafts_with_findings == 2
    assert report.without_waivers().summary == report.summary


def test_a_fault_in_the_file_of_the_house_is_none_of_a_draft() -> None:
    house = replace(file("clausecheck.toml", finding()), draft=False)
    summary = Report((replace(file("a"), included=(house,)), file("b"))).summary
    assert (summary.drafts, summary.drafts_with_findings, summary.errors) == (2, 0, 1)


def test_without_waivers_what_they_hid_stands_again() -> None:
    report = Report((file("a", waived()),)).without_waivers()
    assert report.findings == (finding(),)
    assert report.summary.errors == 1


@pytest.mark.parametrize(
    ("level", "fail_level", "code"),
    [
        (Level.ERROR, Level.ERROR, Exit.FINDINGS),
        (Level.WARNING, Level.ERROR, Exit.CLEAN),
        (Level.WARNING, Level.WARNING, Exit.FINDINGS),
        (Level.ERROR, Level.ADVICE, Exit.FINDINGS),
        (Level.ADVICE, Level.ADVICE, Exit.FINDINGS),
        (Level.ADVICE, Level.WARNING, Exit.CLEAN),
        (Level.ERROR, None, Exit.CLEAN),
    ],
)
def test_a_finding_at_or_above_the_fail_level_fails(
    level: Level, fail_level: Level | None, code: Exit
) -> None:
    assert exit_code(Report((file("a", finding(level=level)),)), fail_level) is code


def test_nothing_found_is_clean() -> None:
    assert exit_code(Report((file("a"),)), Level.ADVICE) is Exit.CLEAN


def test_a_waived_finding_does_not_fail() -> None:
    assert exit_code(Report((file("a", waived()),)), Level.ADVICE) is Exit.CLEAN


@pytest.mark.parametrize("fail_level", [Level.ERROR, None])
def test_a_file_that_could_not_be_read_wins_over_findings(fail_level: Level | None) -> None:
    assert exit_code(Report((file("a", finding()),), (Unread("b", "r"),)), fail_level) is Exit.NOT_DONE


def test_a_draft_judged_in_part_is_never_clean() -> None:
    assert exit_code(Report((file("a", partial=True),)), Level.ERROR) is Exit.NOT_DONE
    assert exit_code(Report((file("a", partial=True),)), None) is Exit.NOT_DONE
    assert exit_code(Report((file("a", finding(), partial=True),)), Level.ERROR) is Exit.FINDINGS
