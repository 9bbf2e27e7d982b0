"""A draft that includes files is mended like any other, and only its own file is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausecheck.checker import Checker
from clausecheck.fix.mend import Mended, mend
from clausecheck.source import read_source

MAIN = """\
# ours
INCLUDE "part.clause"
CONTRACT "Pool"
  Start date: 1 April 2026
RISK SHARE R1 "Pool"
  Shares: ICB 100%
"""
PART = """\
FRAGMENT
PARTY ICB "Wessex ICB"
  Kindd: ICB
"""


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(engine="reference")


def mended(checker: Checker, folder: Path, main: str) -> Mended:
    (folder / "main.clause").write_text(main, encoding="utf-8")
    (folder / "part.clause").write_text(PART, encoding="utf-8")
    return mend(read_source(folder / "main.clause", "main.clause"), checker.check)


def test_a_draft_with_an_inclusion_is_mended(checker: Checker, tmp_path: Path) -> None:
    result = mended(checker, tmp_path, MAIN)
    assert result.text == MAIN.replace("Start date", "Service Commencement Date")
    assert [each.rule for each in result.applied] == ["label-synonym"]
    assert not any(each.rule == "undeclared-party" for each in result.report.findings)


def test_the_included_file_is_not_written(checker: Checker, tmp_path: Path) -> None:
    result = mended(checker, tmp_path, MAIN)
    assert (tmp_path / "part.clause").read_text("utf-8") == PART
    assert "unknown-label" in [each.rule for each in result.report.included[0].findings]


def test_fences_that_include_are_mended_in_their_host(checker: Checker, tmp_path: Path) -> None:
    (tmp_path / "part.clause").write_text(PART, encoding="utf-8")
    host = f"# Start date: in words\n\n```clause\n{MAIN}```\n"
    (tmp_path / "main.md").write_text(host, encoding="utf-8")
    result = mend(read_source(tmp_path / "main.md", "main.md"), checker.check)
    assert result.text == host.replace("  Start date:", "  Service Commencement Date:")


def test_a_folder_is_reported_as_it_is_after_mending(tmp_path: Path) -> None:
    """The parent is mended first and includes a file that is mended after it."""
    from click.testing import CliRunner

    from clausecheck.cli.main import cli

    (tmp_path / "main.clause").write_text(MAIN, encoding="utf-8")
    (tmp_path / "part.clause").write_text(PART, encoding="utf-8")
    result = CliRunner().invoke(cli, ["fix", str(tmp_path), "--output-format", "concise"])
    assert "Kind: ICB" in (tmp_path / "part.clause").read_text("utf-8")
    assert "unknown-label" not in result.stdout
