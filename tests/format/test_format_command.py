"""`clausecheck format`: what it writes, what it says, and how it ends."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from clausecheck.cli.main import cli

MESSY = "LINKS\nVariations:GC13\n"
NEAT = "LINKS\n  Variations: GC13\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str, given: bytes | None = None) -> Result:
    return CliRunner().invoke(cli, ["format", *arguments], input=given, prog_name="clausecheck")


def file(name: str, content: str | bytes) -> Path:
    path = Path(name)
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_files_are_formatted_in_place_and_named() -> None:
    messy, neat = file("a.clause", MESSY), file("b.clause", NEAT)
    untouched = neat.stat()
    result = run()
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "clausecheck: formatted a.clause\n"
    assert messy.read_text() == neat.read_text() == NEAT
    assert (neat.stat().st_ino, neat.stat().st_mtime_ns) == (untouched.st_ino, untouched.st_mtime_ns)
    assert run().stderr == ""


def test_check_names_what_would_change_and_writes_nothing() -> None:
    messy = file("a.clause", MESSY)
    file("b.clause", NEAT)
    result = run("--check")
    assert (result.exit_code, result.stdout, result.stderr) == (1, "a.clause\n", "")
    assert messy.read_text() == MESSY
    assert run("b.clause", "--check").exit_code == 0


def test_diff_shows_what_would_change_and_writes_nothing() -> None:
    messy = file("a.clause", MESSY.rstrip("\n"))
    result = run("--diff")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        "--- a.clause\n+++ a.clause\n@@ -1,2 +1,2 @@\n LINKS\n"
        "-Variations:GC13\n\\ No newline at end of file\n+  Variations: GC13\n"
    )
    assert messy.read_text() == MESSY.rstrip("\n")
    assert run("--diff", "--check").exit_code == 1
    assert run("--diff", "--check").stdout == result.stdout


def test_standard_input_goes_to_standard_output() -> None:
    result = run("-", given=MESSY.encode())
    assert (result.exit_code, result.stdout, result.stderr) == (0, NEAT, "")
    assert run("-", given=NEAT.encode()).stdout == NEAT
    assert run("-", "--check", given=MESSY.encode()).stdout == "<stdin>\n"
    assert run("-", "--check", given=NEAT.encode()).exit_code == 0


def test_standard_input_has_the_name_it_is_given() -> None:
    host = f"LINKS\n```clause\n{MESSY}```\n"
    result = run("-", "--stdin-filename", "a.md", given=host.encode())
    assert result.stdout == host.replace(MESSY, NEAT)
    assert run("-", "--check", "--stdin-filename", "a.md", given=host.encode()).stdout == "a.md\n"
    assert run("a.clause", "--stdin-filename", "a.md").exit_code == 2


@pytest.mark.parametrize(
    ("mark", "end"), [(b"", b"\r\n"), (b"\xef\xbb\xbf", b"\n"), (b"\xef\xbb\xbf", b"\r\n")]
)
def test_line_endings_and_the_byte_order_mark_stay(mark: bytes, end: bytes) -> None:
    path = file("a.clause", mark + MESSY.encode().replace(b"\n", end))
    assert run("a.clause").exit_code == 0
    assert path.read_bytes() == mark + NEAT.encode().replace(b"\n", end)
    assert run("a.clause", "--check").exit_code == 0


def test_the_rest_of_a_host_stays_byte_for_byte() -> None:
    around = b"#  Head\r\nline \x0c two\ntab\t\r\n"
    path = file("a.md", around + b"```clause\n" + MESSY.encode() + b"```\r\nend  ")
    assert run().exit_code == 0
    assert path.read_bytes() == around + b"```clause\n" + NEAT.encode() + b"```\r\nend  "


def test_a_link_stays_a_link_to_the_formatted_file() -> None:
    target = file("drafts/a.clause", MESSY)
    target.chmod(0o640)
    link = Path("link.clause")
    link.symlink_to("drafts/a.clause")
    assert run("link.clause").exit_code == 0
    assert link.is_symlink()
    assert target.read_text() == NEAT
    assert target.stat().st_mode & 0o777 == 0o640
    assert [each.name for each in target.parent.iterdir()] == ["a.clause"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (MESSY.encode("utf-16"), "UTF-16"),
        (b"LINKS\n\xff\n", "is not UTF-8 text"),
        (b"LINKS\0", "binary"),
        (b"x" * 4_000_001, "too large for a draft (the limit is 2 MB); nothing in it was formatted"),
    ],
)
@pytest.mark.parametrize("mode", [(), ("--check",), ("--diff",)])
def test_what_cannot_be_formatted_is_one_line_and_the_rest_is_done(
    content: bytes, reason: str, mode: tuple[str, ...]
) -> None:
    bad, messy = file("a.clause", content), file("b.clause", MESSY)
    result = run(*mode)
    assert result.exit_code == 2
    (said,) = [line for line in result.stderr.splitlines() if "formatted b" not in line]
    assert said.startswith("clausecheck: a.clause: ")
    assert reason in said
    assert bad.read_bytes() == content
    assert messy.read_text() == (MESSY if mode else NEAT)


@pytest.mark.parametrize("path", ["none.clause", ".", "plain.md"])
def test_nothing_to_format_is_said(path: str) -> None:
    Path("plain.md").write_text("no fence\n")
    result = run(path)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.count("\n") == 1


def test_a_failed_write_leaves_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    path = file("a.clause", MESSY)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    result = run("a.clause")
    assert result.exit_code == 2
    assert "a.clause: not written: No space left on device" in result.stderr
    assert [(each.name, each.read_text()) for each in path.parent.iterdir()] == [("a.clause", MESSY)]
