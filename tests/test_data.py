from __future__ import annotations

import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest

from clausecheck import data


@pytest.fixture(autouse=True)
def _cache_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("CLAUSECHECK_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr(data, "_PACKAGED", tmp_path / "packaged")
    data.folder.cache_clear()
    yield
    data.folder.cache_clear()


def test_data_lies_at_the_top_of_a_checkout() -> None:
    assert (data.folder("grammars") / "clause.lark").is_file()


def test_a_built_package_has_data_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "packaged" / "grammars").mkdir(parents=True)
    assert data.folder("grammars") == tmp_path / "packaged" / "grammars"


def test_an_installation_without_its_data_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data, "_CHECKOUT", tmp_path)
    with pytest.raises(FileNotFoundError, match="has no grammars folder; install it again"):
        data.folder("grammars")


def test_a_key_is_that_of_its_contents(monkeypatch: pytest.MonkeyPatch) -> None:
    assert data.content_key(["ab", "c"]) == data.content_key([b"ab", "c"])
    assert data.content_key(["ab", "c"]) != data.content_key(["a", "bc"])
    assert data.content_key(["ab"]) != data.content_key(["ab", ""])
    before = data.content_key(["ab"])
    monkeypatch.setattr(data, "__version__", "99")
    assert data.content_key(["ab"]) != before


def test_what_is_kept_is_made_once(tmp_path: Path) -> None:
    made: list[int] = []

    def make() -> list[int]:
        made.append(1)
        return [1, 2]

    assert data.cached("thing", "k", make) == data.cached("thing", "k", make) == [1, 2]
    assert len(made) == 1
    assert [file.name for file in (tmp_path / "cache").iterdir()] == ["thing-k.pickle"]
    data.cached("thing", "other", make)
    assert len(made) == 2


def test_what_the_package_brings_is_not_made_again(tmp_path: Path) -> None:
    data.store(tmp_path / "packaged" / data.COMPILED, "thing-k.pickle", "shipped")
    assert data.cached("thing", "k", lambda: pytest.fail("it was made")) == "shipped"


@pytest.mark.parametrize("content", [b"", b"not a pickle", pickle.dumps(1)[:-1], b"cnowhere\nnothing\n."])
def test_a_damaged_cache_is_an_empty_one(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / "thing-k.pickle").write_bytes(content)
    assert data.cached("thing", "k", lambda: "made") == "made"
    assert data.cached("thing", "k", lambda: pytest.fail("it was not mended")) == "made"


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    assert data.cached("thing", "k", lambda: "made") == "made"


def test_a_value_that_cannot_be_kept_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises((AttributeError, TypeError, pickle.PicklingError)):
        data.store(tmp_path / "cache", "thing-k.pickle", lambda: None)
    assert list((tmp_path / "cache").iterdir()) == []


def test_without_a_choice_the_cache_is_the_users_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("CLAUSECHECK_CACHE_DIR")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "home"))
    data.cached("thing", "k", lambda: "made")
    assert [file.name for file in (tmp_path / "home").rglob("*.pickle")] == ["thing-k.pickle"]
