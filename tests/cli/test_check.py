from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from cli_fakes import FakeJudge, FakeMaker, invoke

from clausecheck.cli import check
from clausecheck.cli.check import Wanted, check_drafts
from clausecheck.cli.streams import columns, in_colour, write


@pytest.fixture
def maker(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> FakeMaker:
    fake = FakeMaker()
    monkeypatch.setattr(check, "make_checker", fake)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.clause").write_text("error: £ is wrong\n", encoding="utf-8")
    return fake


def test_the_judge_is_told_what_was_asked_for(maker: FakeMaker) -> None:
    invoke(
        "check", "--select", "a,b", "--select", "c", "--ignore", "d", "--final", "--engine", "both",
        "--as-of", "1 July 2026",
    )  # fmt: skip
    assert maker.wanted == [Wanted("both", ("a,b", "c"), ("d",), True, date(2026, 7, 1))]


def test_the_judge_is_asked_for_the_usual_without_options(maker: FakeMaker) -> None:
    invoke("check")
    assert maker.wanted == [Wanted("durable", (), (), False, None)]


def test_no_judge_is_made_where_there_is_nothing_to_judge(maker: FakeMaker) -> None:
    assert invoke("check", "nope").exit_code == 2
    assert maker.wanted == []


@pytest.mark.parametrize("written", ["2026-07-01", "1 July 2026", "01 jul 2026"])
def test_a_date_may_be_written_as_in_a_draft(maker: FakeMaker, written: str) -> None:
    invoke("check", "--as-of", written)
    assert maker.wanted[0].as_of == date(2026, 7, 1)


def test_output_is_utf_8_whatever_the_locale(maker: FakeMaker) -> None:
    assert "£ is wrong".encode() in invoke("check").stdout_bytes


def test_two_runs_write_the_same_bytes(maker: FakeMaker) -> None:
    assert invoke("check").stdout_bytes == invoke("check").stdout_bytes


@pytest.mark.parametrize(
    ("args", "env", "painted"),
    [
        ((), {}, False),
        ((), {"FORCE_COLOR": "1"}, True),
        ((), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (("--color", "always"), {"NO_COLOR": "1"}, True),
        (("--colour", "never"), {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour_is_as_told_or_as_the_environment_says(
    maker: FakeMaker, args: tuple[str, ...], env: dict[str, str | None], painted: bool
) -> None:
    assert ("\x1b[" in invoke("check", *args, env=env).stdout) is painted


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_gets_colour_unless_it_is_dumb() -> None:
    assert in_colour("auto", Terminal(), {"TERM": "xterm"})
    assert not in_colour("auto", Terminal(), {"TERM": "dumb"})
    assert not in_colour("auto", Terminal(), {"NO_COLOR": "1"})
    assert not in_colour("auto", io.StringIO(), {"TERM": "xterm"})
    assert not in_colour("auto", io.StringIO(), {"FORCE_COLOR": "0"})


def test_sentences_are_folded_for_terminals_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "72")
    assert columns(Terminal()) == 72
    assert columns(io.StringIO()) is None


def test_a_long_check_tells_a_terminal_how_far_it_is_and_wipes_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    progress = check._Progress(quiet=False)
    progress(3, 49)
    assert capsys.readouterr().err == ""
    progress(3, 50)
    progress(50, 50)
    assert capsys.readouterr().err == "\r\x1b[K3 of 50 drafts\r\x1b[K"
    check._Progress(quiet=True)(3, 50)
    assert capsys.readouterr().err == ""


def test_every_draft_is_told_of_and_one_bad_one_stops_no_other(tmp_path: Path) -> None:
    (tmp_path / "a.clause").write_bytes(b"\xff\xff\xff")
    (tmp_path / "b.clause").write_bytes(b"a\0b")
    (tmp_path / "c.clause").write_text("error: wrong\n")
    said: list[str] = []
    told: list[tuple[int, int]] = []
    report = check_drafts(
        [str(tmp_path)], None, FakeJudge, said.append, lambda done, of: told.append((done, of))
    )
    assert [Path(each.name).name for each in report.files] == ["c.clause"]
    assert [Path(each.name).name for each in report.unread] == ["a.clause", "b.clause"]
    assert [each.count("\n") for each in said] == [0, 0]
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_a_fault_of_ours_shows_its_traceback_on_request_only(maker: FakeMaker, tmp_path: Path) -> None:
    (tmp_path / "a.clause").write_text("crash: boom\n")
    assert "Traceback" not in invoke("check").stderr
    asked = invoke("check", env={"CLAUSECHECK_DEBUG": "1"})
    assert "Traceback" in asked.stderr
    assert asked.exit_code == 2


def test_a_fault_outside_any_draft_is_one_line(maker: FakeMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise LookupError("broken\nbadly")

    monkeypatch.setattr(check, "make_checker", broken)
    result = invoke("check")
    assert result.exit_code == 2
    assert result.stderr == "clausecheck: internal fault: LookupError: broken badly; please report it\n"


def test_an_interrupt_ends_with_its_own_code(maker: FakeMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(check, "make_checker", interrupted)
    result = invoke("check")
    assert result.exit_code == 130
    assert "Traceback" not in result.stderr


PIPE = """
import sys
sys.path[:0] = {path!r}
from cli_fakes import FakeMaker
from clausecheck.cli import check
from clausecheck.cli.main import run
check.make_checker = FakeMaker()
sys.argv = ["clausecheck", "check", {draft!r}, "--quiet", "--output-format", "concise"]
run()
"""


@pytest.mark.skipif(os.name == "nt", reason="pipes break differently there")
def test_a_reader_that_has_gone_is_no_fault(tmp_path: Path) -> None:
    draft = tmp_path / "a.clause"
    draft.write_text("error: wrong\n" * 20_000)
    code = PIPE.format(path=[str(Path(__file__).parent)], draft=str(draft))
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    with process.stderr:
        assert process.stderr.read() == b""
    assert process.wait() == 1


def test_a_full_disk_is_one_line(monkeypatch: pytest.MonkeyPatch, maker: FakeMaker) -> None:
    class Full(io.RawIOBase):
        def write(self, _: object) -> int:
            raise OSError(28, "No space left on device")

    def pieces() -> Iterator[str]:
        yield "x"

    from clausecheck.cli.failure import Failure

    class Stdout:
        buffer = Full()

    monkeypatch.setattr(sys, "stdout", Stdout())
    with pytest.raises(Failure, match="cannot write the output: No space left on device"):
        write(pieces())
