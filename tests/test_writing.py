"""A draft is written back whole or not at all, and nothing of it changes but its words."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausecheck import writing
from clausecheck.source import Source, read_source, source_from_bytes, source_from_text
from clausecheck.writing import WriteProblem, difference, encoded, write_back

BOM = b"\xef\xbb\xbf"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "a.clause"
    path.write_bytes(b"one\ntwo\n")
    return path


def read(path: Path) -> Source:
    return read_source(path, path.name)


@pytest.mark.parametrize(
    ("before", "text", "after"),
    [
        (b"one\ntwo", "one\n2", b"one\n2"),
        (b"one\r\ntwo\r\n", "one\n2\nthree\n", b"one\r\n2\r\nthree\r\n"),
        (b"one\rtwo\r", "one\n2\n", b"one\r2\r"),
        (BOM + b"one\r\n", "1\n", BOM + b"1\r\n"),
        (b"one\r\ntwo\nthree\r\n", "one\n2\nthree\n", b"one\r\n2\nthree\r\n"),
        (b"one\r\ntwo\nthree\r\nfour\n", "one\nthree\nfour\n", b"one\r\nthree\r\nfour\n"),
        (b"one\x0ctwo\xe2\x80\xa8three\n", "one\ntwo\n3\n", b"one\x0ctwo\xe2\x80\xa83\n"),
        (b"", "one\n", b"one\n"),
    ],
    ids=["none at the end", "windows", "old mac", "mark", "mixed", "mixed, a line less", "odd ones", "empty"],
)
def test_line_endings_and_the_mark_stay(tmp_path: Path, before: bytes, text: str, after: bytes) -> None:
    path = tmp_path / "a.clause"
    path.write_bytes(before)
    write_back(read(path), path, text)
    assert path.read_bytes() == after


pieces = st.sampled_from(["a", "b", " ", "é", "\n", "\r\n", "\r", "\u2028", "\x0c", "\ufeff"])
texts = st.lists(pieces, max_size=30).map("".join)


@given(texts, texts)
def test_what_is_written_reads_as_what_was_meant(old: str, new: str) -> None:
    raw = old.encode()
    source = source_from_bytes(raw, "a")
    assert encoded(source, raw, source.text) == raw
    wanted = source_from_text("\ufeff" + new, "a").text
    written = encoded(source, raw, wanted).decode()
    assert written.startswith("\ufeff") or not source.bom
    assert source_from_text(written if source.bom else "\ufeff" + written, "a").text == wanted


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o755])
def test_the_mode_stays(draft: Path, mode: int) -> None:
    draft.chmod(mode)
    write_back(read(draft), draft, "new\n")
    assert stat.S_IMODE(draft.stat().st_mode) == mode


def test_a_link_goes_on_pointing_at_what_is_written(draft: Path, tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    link = folder / "link.clause"
    link.symlink_to(Path("..") / draft.name)
    write_back(read(link), link, "new\n")
    assert link.is_symlink()
    assert draft.read_bytes() == b"new\n"
    assert [each.name for each in folder.iterdir()] == ["link.clause"]


@pytest.mark.parametrize("step", ["replace", "fsync"])
def test_a_failure_leaves_the_draft_and_nothing_else(
    draft: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    source = read(draft)
    monkeypatch.setattr(os, step, fail)
    with pytest.raises(
        WriteProblem, match=r"^a\.clause: not written: No space left on device; left as it is$"
    ):
        write_back(source, draft, "new\n")
    assert draft.read_bytes() == b"one\ntwo\n"
    assert [each.name for each in draft.parent.iterdir()] == ["a.clause"]


def test_an_interruption_leaves_the_draft_and_nothing_else(
    draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    source = read(draft)
    monkeypatch.setattr(os, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_back(source, draft, "new\n")
    assert [(each.name, each.read_bytes()) for each in draft.parent.iterdir()] == [
        ("a.clause", b"one\ntwo\n")
    ]


def test_a_draft_that_changed_meanwhile_is_left(draft: Path) -> None:
    source = read(draft)
    draft.write_bytes(b"other\n")
    with pytest.raises(WriteProblem, match="changed while it was being read"):
        write_back(source, draft, "new\n")
    assert draft.read_bytes() == b"other\n"


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-be"])
def test_utf_16_is_refused(tmp_path: Path, codec: str) -> None:
    path = tmp_path / "a.clause"
    raw = ("one\n" if codec == "utf-16" else "\ufeffone\n").encode(codec)
    path.write_bytes(raw)
    with pytest.raises(WriteProblem, match=r"^a\.clause: is UTF-16"):
        write_back(read(path), path, "new\n")
    assert path.read_bytes() == raw


def test_a_draft_that_is_gone_is_not_made_again(draft: Path) -> None:
    source = read(draft)
    draft.unlink()
    with pytest.raises(WriteProblem, match=r"^a\.clause: not written: No such file"):
        write_back(source, draft, "new\n")
    assert list(draft.parent.iterdir()) == []


def test_a_read_only_draft_is_left(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = read(draft)
    draft.chmod(0o444)
    monkeypatch.setattr(os, "access", lambda path, mode: False)  # root may write all
    with pytest.raises(WriteProblem, match="is read-only"):
        write_back(source, draft, "new\n")
    assert draft.read_bytes() == b"one\ntwo\n"


def test_a_text_that_did_not_change_is_not_written(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = read(draft)
    monkeypatch.setattr(writing, "_replace", None)
    write_back(source, draft, "one\ntwo\n")
    assert draft.read_bytes() == b"one\ntwo\n"


@pytest.mark.parametrize(
    ("before", "after", "lines"),
    [
        ("a\nb\n", "a\nc\n", ["--- x\n", "+++ x\n", "@@ -1,2 +1,2 @@\n", " a\n", "-b\n", "+c\n"]),
        ("a", "b", ["--- x\n", "+++ x\n", "@@ -1 +1 @@\n", "-a\n\\ No newline at end of file\n",
                    "+b\n\\ No newline at end of file\n"]),
        ("a\n", "a\n", []),
    ],
)  # fmt: skip
def test_a_difference_is_a_unified_diff(before: str, after: str, lines: list[str]) -> None:
    assert list(difference(source_from_text(before, "x"), after)) == lines
