"""Which file a draft is judged under."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from clausecheck.house.file import HouseProblem
from clausecheck.house.find import MOST_BYTES, NAME, load_house, nearest
from clausecheck.rules.catalogue import load_catalogue


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / NAME).touch()
    return tmp_path


def test_the_nearest_counts(tree: Path) -> None:
    assert nearest(tree / "a" / "b") == tree / NAME
    (tree / "a" / NAME).touch()
    assert nearest(tree / "a" / "b") == tree / "a" / NAME
    assert nearest(tree) == tree / NAME


def test_a_relative_folder_gives_a_relative_path(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tree / "a")
    assert nearest(Path("b")) == Path("..", NAME)
    monkeypatch.chdir(tree)
    assert nearest(Path("a", "b")) == Path(NAME)
    assert nearest(Path()) == Path(NAME)


def test_what_goes_by_the_name_and_is_no_file_is_not_passed_over(tree: Path) -> None:
    (tree / "a" / NAME).mkdir()
    (tree / "a" / "b" / NAME).symlink_to(tree / "nowhere")
    (tree / "loop").mkdir()
    (tree / "loop" / NAME).symlink_to(tree / "loop" / NAME)
    os.mkfifo(tree / "pipe.toml")
    for folder in (tree / "a", tree / "a" / "b", tree / "loop"):
        found = nearest(folder)
        assert found == folder / NAME
        with pytest.raises(HouseProblem, match=NAME):
            load_house(found, load_catalogue())
    with pytest.raises(HouseProblem, match="is not a file"):
        load_house(tree / "pipe.toml", load_catalogue())


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\xff\xfe\x00", "is not UTF-8 text"),
        (b"# " + b"x" * MOST_BYTES, "is too large"),
        (b"x = " + b"9" * 5000, "not valid TOML"),
        (b"a = " + b"[" * 5000, "not valid TOML"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_line(tree: Path, content: bytes, words: str) -> None:
    (tree / NAME).write_bytes(content)
    with pytest.raises(HouseProblem, match=words) as caught:
        load_house(tree / NAME, load_catalogue())
    assert "\n" not in str(caught.value)


def test_a_mark_at_the_start_and_windows_lines_are_read(tree: Path) -> None:
    (tree / NAME).write_bytes("\ufeff[rules]\r\nRS009 = 'off'\r\n".encode())
    assert load_house(tree / NAME, load_catalogue()).levels == {"uncapped-loss": None}


def test_a_linked_draft_is_where_its_link_is(tree: Path) -> None:
    (tree / "a" / "link").symlink_to(tree / "a" / "b", target_is_directory=True)
    (tree / "a" / "b" / NAME).touch()
    assert nearest(tree / "a" / "link") == tree / "a" / "link" / NAME


def test_a_folder_that_is_not_there_has_those_around_it(tree: Path) -> None:
    assert nearest(tree / "a" / "nowhere") == tree / NAME
