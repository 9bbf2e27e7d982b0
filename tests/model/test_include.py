"""INCLUDE and FRAGMENT: files of the draft's own folder are part of it, and nothing else ever is."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausecheck.checker import Checker
from clausecheck.model.build import build
from clausecheck.model.include import whole
from clausecheck.report.report import FileReport, Report
from clausecheck.source import read_source, source_from_text

MAIN = """\
CONTRACT "Home First Alliance Agreement"
  Model: alliance

INCLUDE "schedules/parties.clause"

RISK SHARE R1 "Pool"
  Budget: £1,000,000 per Contract Year
  Shares: ICB 60%, Acute 50%
"""
PARTIES = """\
FRAGMENT

PARTY ICB "NHS Ferndale Integrated Care Board"
  Role: commissioner

PARTY Acute "Ferndale Hospitals NHS Foundation Trust"
  Role: provider
  Risk capacity: £[ ]
"""


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(engine="reference")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "schedules").mkdir()
    (tmp_path / "main.clause").write_text(MAIN, encoding="utf-8")
    (tmp_path / "schedules" / "parties.clause").write_text(PARTIES, encoding="utf-8")
    return tmp_path


def said(report: FileReport) -> dict[str, list[tuple[str, int]]]:
    """Rule and line of each finding, by file."""
    found: dict[str, list[tuple[str, int]]] = {}
    for file in (report, *report.included):
        found[file.name] = [(f.rule, file.source.position(f.span.start).line) for f in file.findings]
    return found


def check(checker: Checker, path: Path, name: str = "main.clause") -> FileReport:
    return checker.check(read_source(path, name))


def test_what_is_included_is_part_of_the_draft_in_its_place(folder: Path) -> None:
    draft, notices = build(whole(read_source(folder / "main.clause")))
    assert [block.name for block in draft.blocks] == ["CONTRACT", "PARTY ICB", "PARTY Acute", "RISK SHARE R1"]
    assert not notices
    assert not draft.fragment
    assert not draft.includes
    assert draft.unplaced == 0


def test_findings_stand_in_the_file_they_are_about(checker: Checker, folder: Path) -> None:
    found = said(check(checker, folder / "main.clause"))
    assert ("shares-not-100", 8) in found["main.clause"]
    assert ("placeholder-in-figure", 8) in found["schedules/parties.clause"]
    rules = {rule for findings in found.values() for rule, _ in findings}
    assert "undeclared-party" not in rules
    assert "include-not-read" not in rules


def test_spans_cut_the_right_words_out_of_each_file(checker: Checker, folder: Path) -> None:
    report = check(checker, folder / "main.clause")
    (shares,) = [f for f in report.findings if f.rule == "shares-not-100"]
    assert report.source.cut(shares.span) == "ICB 60%, Acute 50%"
    assert report.source.text == MAIN
    (part,) = report.included
    holes = [part.source.cut(f.span) for f in part.findings if "£[" in f.message]
    assert holes == ["£[ ]"]


def test_a_fragment_alone_is_not_judged_for_what_its_parent_holds(checker: Checker) -> None:
    alone = (
        'PARTY ICB "NHS Ferndale Integrated Care Board"\n  Role: commissioner\n\n'
        'CONTRACT "X"\n  Model: alliance\n\n'
        'RISK SHARE R1 "Pool"\n  Budget: £1,000,000\n  Shares: ICB 60%, Acute 50%\n'
    )
    own = {finding.rule for finding in checker.check_text(alone).findings}
    fragment = {finding.rule for finding in checker.check_text("FRAGMENT\n\n" + alone).findings}
    assert {"shares-not-100", "undeclared-party", "no-board"} <= own
    assert "shares-not-100" in fragment
    assert not fragment & {"undeclared-party", "no-board"}


def test_a_fragment_checked_beside_its_parent_is_reported_once(checker: Checker, folder: Path) -> None:
    parent = check(checker, folder / "main.clause")
    alone = check(checker, folder / "schedules" / "parties.clause", "schedules/parties.clause")
    report = Report((parent, alone))
    assert [file.name for file in report.files] == ["main.clause", "schedules/parties.clause"]
    assert len(report.findings) == len(set(report.findings))


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("missing.clause", "there is no such file"),
        ("../outside.clause", "outside the draft's own folder"),
        ("/etc/passwd", "only files in the draft's own folder"),
        ("schedules", "there is no such file"),
        ("main.clause", "it includes itself"),
        ("", "no file is named"),
        ("a\\b.clause", "only files in the draft's own folder"),
    ],
)
def test_what_cannot_be_included_is_one_finding_on_its_line(
    checker: Checker, folder: Path, name: str, reason: str
) -> None:
    (folder.parent / "outside.clause").write_text(PARTIES, encoding="utf-8")
    main = folder / "main.clause"
    main.write_text(MAIN.replace("schedules/parties.clause", name), encoding="utf-8")
    report = check(checker, main)
    found = [f for f in report.findings if f.rule == "include-not-read"]
    assert [report.source.position(f.span.start).line for f in found] == [4]
    assert reason in found[0].message
    assert report.partial
    assert "shares-not-100" in {f.rule for f in report.findings}
    assert "undeclared-party" not in {f.rule for f in report.findings}


def test_a_link_out_of_the_folder_is_not_followed(checker: Checker, folder: Path) -> None:
    (folder.parent / "secret.clause").write_text(PARTIES, encoding="utf-8")
    (folder / "link.clause").symlink_to(folder.parent / "secret.clause")
    main = folder / "main.clause"
    main.write_text(MAIN.replace("schedules/parties.clause", "link.clause"), encoding="utf-8")
    assert "include-not-read" in {f.rule for f in check(checker, main).findings}


def test_a_cycle_ends(checker: Checker, folder: Path) -> None:
    (folder / "schedules" / "parties.clause").write_text(
        'FRAGMENT\nINCLUDE "../main.clause"\n', encoding="utf-8"
    )
    found = said(check(checker, folder / "main.clause"))
    assert ("include-not-read", 2) in found["schedules/parties.clause"]


def test_an_included_file_may_include_in_turn(checker: Checker, folder: Path) -> None:
    (folder / "schedules" / "parties.clause").write_text(
        PARTIES.replace("FRAGMENT\n", 'FRAGMENT\nINCLUDE "more.clause"\n'), encoding="utf-8"
    )
    (folder / "schedules" / "more.clause").write_text('PARTY X "X"\n  Role: provder\n', encoding="utf-8")
    found = said(check(checker, folder / "main.clause"))
    assert ("unknown-choice", 2) in found["schedules/more.clause"]


def test_a_binary_file_is_not_included(checker: Checker, folder: Path) -> None:
    (folder / "schedules" / "parties.clause").write_bytes(b"\0\1\2")
    report = check(checker, folder / "main.clause")
    (found,) = [f for f in report.findings if f.rule == "include-not-read"]
    assert "binary" in found.message


def test_text_that_is_no_file_includes_nothing(checker: Checker) -> None:
    report = checker.check(source_from_text(MAIN, "main.clause"))
    assert "include-not-read" in {f.rule for f in report.findings}
