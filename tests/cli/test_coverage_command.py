"""`clausecheck coverage`: what it prints, and its exit codes."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_fakes import invoke

from clausecheck.coverage.reckon import reckon
from clausecheck.model.build import build
from clausecheck.render.coverage import FORMATS, renderer
from clausecheck.render.options import RenderOptions
from clausecheck.source import read_source

ROOT = Path(__file__).parents[2]
BOARD = "GOVERNANCE G1\n  Chair: independent\n"


@pytest.mark.parametrize("form", FORMATS)
def test_it_shows_what_the_renderer_does(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    name = "drafts/demo.clause"
    result = invoke("coverage", name, "--format", form)
    assert (result.exit_code, result.stderr) == (0, "")
    coverage = reckon(build(read_source(Path(name)))[0])
    assert result.stdout == "".join(renderer(form)(coverage, RenderOptions()))


def test_text_is_what_is_shown_unless_another_form_is_asked_for() -> None:
    result = invoke("coverage", "-", stdin=BOARD)
    assert result.stdout == invoke("coverage", "-", "--format", "text", stdin=BOARD).stdout
    assert result.stdout.startswith("<stdin>\n")
    assert "\x1b" not in result.stdout


def test_it_paints_when_told() -> None:
    result = invoke("coverage", "-", "--colour", "always", stdin=BOARD)
    assert result.exit_code == 0
    assert "\x1b[1m<stdin>\x1b[0m" in result.stdout


def test_it_reads_what_a_draft_includes(tmp_path: Path) -> None:
    (tmp_path / "board.clause").write_text("FRAGMENT\nGOVERNANCE G1\n  Principles: open book\n")
    (tmp_path / "a.clause").write_text('CONTRACT "A"\n  Model: alliance\n\nINCLUDE "board.clause"\n')
    result = invoke("coverage", str(tmp_path / "a.clause"), "--format", "markdown")
    assert "| Principles | stated |  |" in result.stdout.splitlines()
    assert "| Joining and leaving | lacks | Joining, Leaving, Exclusion (no MEMBERSHIP) |" in result.stdout


def test_it_offers_every_format() -> None:
    assert f"[{'|'.join(FORMATS)}]" in invoke("coverage", "--help").stdout


@pytest.mark.parametrize("content", [None, b"\x00binary", b"caf\xe9"])
def test_a_draft_that_is_not_read_is_one_line_and_code_2(content: bytes | None, tmp_path: Path) -> None:
    path = tmp_path / "a.clause"
    if content is not None:
        path.write_bytes(content)
    result = invoke("coverage", str(path))
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("clausecheck: ")
    assert result.stderr.count("\n") == 1


def test_a_folder_of_several_drafts_is_refused(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.clause").write_text(BOARD)
    result = invoke("coverage", str(tmp_path))
    assert (result.exit_code, result.stdout) == (2, "")
    assert "has 2 drafts; name one of them" in result.stderr
