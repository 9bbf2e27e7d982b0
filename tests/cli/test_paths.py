from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from clausecheck.cli.paths import Draft, Problem, find_drafts, read_draft
from clausecheck.source import MOST_BYTES, Source

FENCE = "# Title\n\n```clause\nPARTY ICB\n```\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def make(*names: str, text: str = "x\n") -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")


def names(*paths: str) -> list[str]:
    drafts, problems = find_drafts(paths)
    assert problems == []
    return [each.name for each in drafts]


def problems(*paths: str) -> list[str]:
    return [str(each) for each in find_drafts(paths)[1]]


def test_a_folder_stands_for_the_drafts_in_it_and_below() -> None:
    make("b.clause", "a/z.clause", "a/deep/y.CLAUSE", "c.txt", "noclause")
    assert names(".") == ["a/deep/y.CLAUSE", "a/z.clause", "b.clause"]
    assert names("a") == ["a/deep/y.CLAUSE", "a/z.clause"]
    assert names("./a/") == ["a/deep/y.CLAUSE", "a/z.clause"]


def test_of_markdown_a_folder_stands_for_files_with_a_fence() -> None:
    make("with.md", "tilde.md", text=FENCE)
    make("tilde.md", text=FENCE.replace("```", "~~~~"))
    make("without.md", text="about ```clause fences\n")
    make("other.md", text="```python\n```\n```clauses\n```\n")
    assert names(".") == ["tilde.md", "with.md"]


def test_hidden_files_and_folders_are_left_out_unless_named() -> None:
    make("a.clause", ".hidden.clause", ".git/b.clause", "c/.venv/d.clause")
    assert names(".") == ["a.clause"]
    assert names(".git", ".hidden.clause") == [".git/b.clause", ".hidden.clause"]


def test_a_file_is_taken_once_by_the_name_it_was_first_given(here: Path) -> None:
    make("a/x.clause")
    assert names("a/x.clause", "a", str(here / "a")) == ["a/x.clause"]
    assert names("a/../a/x.clause", "a") == ["a/../a/x.clause"]


def test_a_named_file_may_be_called_anything() -> None:
    make("heads of terms.txt")
    assert names("heads of terms.txt") == ["heads of terms.txt"]


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_links_are_followed_once_and_never_in_a_circle() -> None:
    make("a/x.clause")
    Path("a/loop").symlink_to("..", target_is_directory=True)
    Path("a/again.clause").symlink_to("x.clause")
    Path("b").symlink_to("a", target_is_directory=True)
    assert names(".") == ["a/x.clause"]
    assert names("b") == ["b/x.clause"]


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_to_nothing_is_never_passed_over() -> None:
    make("a/x.clause")
    Path("a/gone.clause").symlink_to("nowhere")
    assert problems("a") == ["a/gone.clause: No such file or directory"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names there")
def test_a_pipe_in_a_folder_is_not_waited_for() -> None:
    make("a/x.clause")
    os.mkfifo("a/pipe.clause")
    os.mkfifo("a/pipe.md")
    assert names("a") == ["a/x.clause"]


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no devices there")
def test_a_device_is_not_read() -> None:
    assert problems("/dev/zero") == ["/dev/zero: is a device, not a file; use - for standard input"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="every folder can be read")
def test_a_folder_that_cannot_be_read_is_never_passed_over() -> None:
    make("a/x.clause", "a/shut/y.clause")
    Path("a/shut").chmod(0)
    try:
        assert problems("a") == ["a/shut: Permission denied"]
    finally:
        Path("a/shut").chmod(0o700)


@pytest.mark.parametrize("path", ["nope", "nope/deeper", "a.clause/x"])
def test_a_path_that_is_not_there_is_a_problem(path: str) -> None:
    make("a.clause")
    (line,) = problems(path)
    assert line in (f"no such file or folder: {path}", f"{path}: Not a directory")


def test_a_path_that_cannot_be_one_is_a_problem() -> None:
    (line,) = problems("a\0b")
    assert line == "a\0b: cannot be read"


def test_standard_input_is_taken_once_and_by_its_name() -> None:
    drafts, _ = find_drafts(["-", "-"], "x.clause")
    assert drafts == [Draft("x.clause", None)]
    source = read_draft(drafts[0], io.BytesIO("£\r\n".encode()))
    assert isinstance(source, Source)
    assert (source.name, source.text) == ("x.clause", "£\n")


@pytest.mark.parametrize(
    ("name", "raw", "reason"),
    [
        ("x.clause", b"a\0b", "binary"),
        ("x.clause", b"\xff\xff", "UTF-8"),
        ("x.clause", b"x" * (MOST_BYTES + 1), "too large"),
        ("x.md", b"# Only prose\n", "no ```clause fence"),
    ],
)
def test_what_cannot_be_read_is_a_problem_with_a_reason(name: str, raw: bytes, reason: str) -> None:
    Path(name).write_bytes(raw)
    for draft in (Draft(name, Path(name)), Draft(name, None)):
        problem = read_draft(draft, io.BytesIO(raw))
        assert isinstance(problem, Problem)
        assert reason in problem.reason
        assert str(problem).startswith(f"{name}: ")
        assert not problem.reason.startswith(name)


def test_a_file_that_goes_away_before_it_is_read_is_a_problem() -> None:
    problem = read_draft(Draft("gone.clause", Path("gone.clause")), io.BytesIO())
    assert isinstance(problem, Problem)
    assert "No such file" in problem.reason
