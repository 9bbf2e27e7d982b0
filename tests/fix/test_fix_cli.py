"""`clausecheck fix` and `check --fix`, from the command line to the file."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from fix_samples import MISSPELT
from fix_samples import check as judged

from clausecheck.cli import check
from clausecheck.cli.main import cli
from clausecheck.report.report import FileReport
from clausecheck.source import Source

BEFORE = 'PARTY ICB "Wessex ICB"\n  Kindd: ICB\n'
AFTER = BEFORE.replace("Kindd", "Kind")
DIFF = """\
--- a.clause
+++ a.clause
@@ -1,2 +1,2 @@
 PARTY ICB "Wessex ICB"
-  Kindd: ICB
+  Kind: ICB
"""


class Judge:
    def check(self, source: Source) -> FileReport:
        return judged(source)


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(check, "make_checker", lambda wanted, say, under: Judge())
    path = tmp_path / "a.clause"
    path.write_text(BEFORE, encoding="utf-8")
    return path


def invoke(*args: str, stdin: str | bytes | None = None) -> Result:
    return CliRunner(env={"NO_COLOR": None, "FORCE_COLOR": None}).invoke(
        cli, list(args), input=stdin, prog_name="clausecheck"
    )


@pytest.mark.parametrize("command", [["fix"], ["check", "--fix"]])
@pytest.mark.parametrize("paths", [[], ["a.clause"], ["."]])
def test_a_draft_is_mended_where_it_lies_and_then_checked(
    draft: Path, command: list[str], paths: list[str]
) -> None:
    result = invoke(*command, *paths)
    assert draft.read_text("utf-8") == AFTER
    assert (result.exit_code, result.stdout) == (0, "a.clause: nothing found\nNothing found in 1 draft\n")
    assert result.stderr == "clausecheck: 1 fix made in 1 draft\n"


def test_check_alone_mends_nothing(draft: Path) -> None:
    assert invoke("check", "a.clause").exit_code == 1
    assert draft.read_text("utf-8") == BEFORE


def test_what_is_left_is_reported_and_counted_and_what_was_refused_is_said(draft: Path) -> None:
    draft.write_text(MISSPELT, encoding="utf-8")
    result = invoke("fix", "a.clause", "--output-format", "concise")
    assert result.exit_code == 1
    assert [line.split()[2] for line in result.stdout.splitlines()] == [
        "choice-synonym",
        "unknown-label",
        "unknown-choice",
    ]
    assert 'a.clause:7:3: unknown-label not mended (write "Kind"): it would bring dupl' in result.stderr
    assert "clausecheck: 5 fixes made in 1 draft; 2 more with --unsafe-fixes\n" in result.stderr


def test_unsafe_fixes_are_made_when_asked_for(draft: Path) -> None:
    draft.write_text(MISSPELT, encoding="utf-8")
    result = invoke("check", "--fix", "--unsafe-fixes")
    assert "Kind: ICB" in draft.read_text("utf-8")
    assert result.stderr.endswith("clausecheck: 7 fixes made in 1 draft\n")


def test_where_there_is_nothing_to_mend_nothing_is_written(draft: Path) -> None:
    draft.write_text(AFTER, encoding="utf-8")
    os.utime(draft, (1, 1))
    result = invoke("fix")
    assert (result.exit_code, result.stderr) == (0, "clausecheck: no fix made\n")
    assert draft.stat().st_mtime == 1


def test_a_second_run_changes_nothing(draft: Path) -> None:
    draft.write_text(MISSPELT, encoding="utf-8")
    invoke("fix")
    once = draft.read_bytes()
    result = invoke("fix")
    assert draft.read_bytes() == once
    assert result.stderr.splitlines()[-1].startswith("clausecheck: no fix made")


@pytest.mark.parametrize("command", [["fix"], ["check", "--fix"]])
def test_a_diff_is_shown_and_nothing_is_written(draft: Path, command: list[str]) -> None:
    result = invoke(*command, "a.clause", "--diff")
    assert (result.exit_code, result.stdout) == (0, DIFF)
    assert result.stderr == "clausecheck: 1 fix would be made in 1 draft\n"
    assert draft.read_text("utf-8") == BEFORE


def test_diffs_of_several_drafts_come_one_after_another(draft: Path) -> None:
    shutil.copy(draft, draft.with_name("b.clause"))
    assert invoke("fix", "--diff").stdout == DIFF + DIFF.replace("a.clause", "b.clause")


def test_quiet_says_nothing_but_the_findings(draft: Path) -> None:
    draft.write_text(MISSPELT, encoding="utf-8")
    assert invoke("fix", "--quiet").stderr == ""


def test_json_is_the_report_on_the_mended_draft(draft: Path) -> None:
    draft.write_text(MISSPELT, encoding="utf-8")
    report = json.loads(invoke("fix", "--output-format", "json").stdout)
    assert "unknown-head" not in json.dumps(report)
    assert "unknown-choice" in json.dumps(report)


def test_standard_input_is_mended_to_standard_output(draft: Path) -> None:
    result = invoke("fix", "-", stdin=BEFORE.replace("\n", "\r\n").encode())
    assert (result.exit_code, result.stdout_bytes) == (0, AFTER.replace("\n", "\r\n").encode())
    assert "<stdin>: nothing found" in result.stderr
    assert draft.read_text("utf-8") == BEFORE


def test_what_is_left_in_standard_input_goes_to_standard_error(draft: Path) -> None:
    result = invoke("fix", "-", "--stdin-filename", "x.clause", "--output-format", "concise", stdin=MISSPELT)
    assert result.exit_code == 1
    assert result.stdout.startswith('PARTY ICB "Wessex ICB"')
    assert "x.clause:14:10 error unknown-choice" in result.stderr


def test_standard_input_without_a_fault_comes_out_as_it_was(draft: Path) -> None:
    assert invoke("fix", "-", stdin=b"\xef\xbb\xbf# a\r\n# b\n").stdout_bytes == b"\xef\xbb\xbf# a\r\n# b\n"


def test_the_difference_of_standard_input_can_be_shown(draft: Path) -> None:
    assert invoke("fix", "-", "--diff", "--stdin-filename", "a.clause", stdin=BEFORE).stdout == DIFF


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["check", "--unsafe-fixes"], "--unsafe-fixes goes with --fix"),
        (["check", "--diff"], "--diff goes with --fix"),
        (["fix", "-", "a.clause"], "standard input is mended alone"),
        (["fix", "--stdin-filename", "x"], "--stdin-filename is for standard input"),
    ],
)
def test_options_that_make_no_sense_are_refused(draft: Path, args: list[str], words: str) -> None:
    result = invoke(*args)
    assert result.exit_code == 2
    assert words in result.stderr
    assert draft.read_text("utf-8") == BEFORE


def test_a_draft_that_cannot_be_written_is_left_and_the_rest_is_mended(
    draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = draft.with_name("b.clause")
    shutil.copy(draft, other)
    replace = os.replace

    def fail(old: str, new: Path) -> None:
        if new.name == "a.clause":
            raise OSError(28, "No space left on device")
        replace(old, new)

    monkeypatch.setattr(os, "replace", fail)
    result = invoke("fix")
    assert result.exit_code == 2
    assert result.stderr.splitlines() == [
        "clausecheck: a.clause: not written: No space left on device; left as it is",
        "clausecheck: 1 fix made in 1 draft",
    ]
    assert (draft.read_text("utf-8"), other.read_text("utf-8")) == (BEFORE, AFTER)
    assert sorted(each.name for each in draft.parent.iterdir()) == ["a.clause", "b.clause"]


@pytest.mark.parametrize("path", ["a.clause", "-"])
def test_utf_16_is_refused(draft: Path, path: str) -> None:
    raw = BEFORE.encode("utf-16")
    draft.write_bytes(raw)
    result = invoke("fix", path, stdin=raw)
    assert result.exit_code == 2
    assert "is UTF-16, which is read but not written; save it as UTF-8 first" in result.stderr
    assert draft.read_bytes() == raw


def test_a_fault_of_ours_leaves_the_draft(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: Judge, source: Source) -> FileReport:
        if source.text == AFTER:
            raise ZeroDivisionError("oh")
        return judged(source)

    monkeypatch.setattr(Judge, "check", fail)
    result = invoke("fix")
    assert result.exit_code == 2
    assert "internal fault: ZeroDivisionError: oh" in result.stderr
    assert draft.read_text("utf-8") == BEFORE


def test_only_the_fences_of_a_markdown_file_change(draft: Path) -> None:
    page = draft.with_name("page.md")
    page.write_text(f"# Kindd: ICB\n\n```clause\n{BEFORE}```\n\n  Kindd: ICB\n", encoding="utf-8")
    assert invoke("fix", "page.md").exit_code == 0
    assert page.read_text("utf-8") == f"# Kindd: ICB\n\n```clause\n{AFTER}```\n\n  Kindd: ICB\n"


def test_a_link_is_mended_where_it_leads(draft: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.clause"
    link.symlink_to("a.clause")
    assert invoke("fix", "link.clause").exit_code == 0
    assert link.is_symlink()
    assert draft.read_text("utf-8") == AFTER
