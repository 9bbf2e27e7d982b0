"""Which file a draft is judged under."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausecheck.house.find import NAME, nearest


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


def test_a_folder_of_that_name_is_no_file(tree: Path) -> None:
    (tree / "a" / NAME).mkdir()
    assert nearest(tree / "a") == tree / NAME


def test_a_linked_draft_is_where_its_link_is(tree: Path) -> None:
    (tree / "a" / "link").symlink_to(tree / "a" / "b", target_is_directory=True)
    (tree / "a" / "b" / NAME).touch()
    assert nearest(tree / "a" / "link") == tree / "a" / "link" / NAME


def test_a_folder_that_is_not_there_has_those_around_it(tree: Path) -> None:
    assert nearest(tree / "a" / "nowhere") == tree / NAME
