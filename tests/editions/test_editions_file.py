"""Reading the files: what is refused, what is carried over, and that a warm load reads no TOML."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from clausecheck import precompile
from clausecheck.editions import FULL_LENGTH, Status, editions
from clausecheck.editions.file import read_editions

FIRST = """
edition = "2021/22"
[sources]
copy = "a copy"
memory = "from memory"
[full-length.schedules]
10 = { title = "Tenth", evidence = "V1", source = "copy" }
2B = { title = "Plan", evidence = "M-hi", source = "memory" }
2Ai = { title = "Homes", evidence = "V1", source = "copy" }
2A = { title = "Specifications", evidence = "V1", source = "copy" }
[shorter-form]
"""
SECOND = """
edition = "2022/23"
like = "2021/22"
[full-length.schedules]
2B = { unknown = "not read" }
2A = { title = "Specification", evidence = "V2", source = "copy" }
[shorter-form]
"""


@pytest.fixture
def fresh() -> Any:
    editions.cache_clear()
    yield
    editions.cache_clear()


def with_entry(entry: str) -> dict[str, str]:
    return {"2021-22.toml": FIRST + f"[shorter-form.schedules]\n1A = {{ {entry} }}\n"}


def test_an_edition_takes_over_what_it_does_not_say_with_weaker_evidence() -> None:
    made = read_editions({"2022-23.toml": SECOND, "2021-22.toml": FIRST})
    assert list(made) == ["2021/22", "2022/23"]
    homes = made["2022/23"].forms[FULL_LENGTH].provisions["Schedule"]["2Ai"]
    assert (homes.title, homes.evidence, homes.read_in) == ("Homes", "V-old", "2021/22 full-length")
    plan = made["2022/23"].forms[FULL_LENGTH].provisions["Schedule"]["2B"]
    assert (plan.status, plan.title, plan.evidence) == (Status.UNKNOWN, "", "")
    own = made["2022/23"].forms[FULL_LENGTH].provisions["Schedule"]["2A"]
    assert (own.title, own.evidence) == ("Specification", "V2")


def test_numbers_stand_in_the_order_of_the_contract() -> None:
    form = read_editions({"2021-22.toml": FIRST})["2021/22"].forms[FULL_LENGTH]
    assert [each.number for each in form.of("Schedule")] == ["2A", "2Ai", "2B", "10"]


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        ('title = "A"', "evidence or source is missing"),
        ('title = "A", evidence = "V1"', "evidence or source is missing"),
        ('evidence = "V1", source = "copy"', "a title is missing"),
        ('title = "A", evidence = "M-lo", source = "memory"', "evidence"),
        ('title = "A", evidence = "V-old", source = "copy"', "read_in"),
        ('title = "A", evidence = "V1", source = "copy", read_in = "2020/21"', "read_in"),
        ('title = "A", unknown = "not read"', "what is not known has no title"),
        ('title = "A", evidence = "V1", source = "nowhere"', "no such source: nowhere"),
        ('title = "A", evidence = "V1", source = "copy", colour = "red"', "colour"),
    ],
)
def test_an_entry_that_claims_without_showing_is_refused(entry: str, fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        read_editions(with_entry(entry))


def test_an_edition_like_none_there_is_and_a_misnamed_file_are_refused() -> None:
    with pytest.raises(ValueError, match="2022/23 is like 2021/22, which is no older edition"):
        read_editions({"2022-23.toml": SECOND})
    with pytest.raises(ValueError, match=r"2023-24\.toml: holds the edition 2021/22"):
        read_editions({"2023-24.toml": FIRST})


@pytest.mark.usefixtures("fresh")
def test_a_warm_load_parses_no_toml(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAUSECHECK_CACHE_DIR", str(tmp_path))
    first = editions()
    assert [path.name.split("-")[0] for path in tmp_path.iterdir()] == ["editions"]
    editions.cache_clear()

    def no_toml(_: str) -> None:
        raise AssertionError("TOML was parsed again")

    monkeypatch.setattr(tomllib, "loads", no_toml)
    assert editions() == first


@pytest.mark.usefixtures("fresh")
def test_a_wheel_is_built_with_the_editions_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nothing: Callable[..., None] = lambda *_: None  # noqa: E731
    monkeypatch.setenv("CLAUSECHECK_CACHE_DIR", "")
    for name in (
        "clausecheck.rules.catalogue.precompile",
        "clausecheck.syntax.grammar.parser",
        "clausecheck.facts.arithmetic.calendars.kept_holidays",
    ):
        monkeypatch.setattr(name, nothing)
    precompile.main(tmp_path)
    assert [path.name.split("-")[0] for path in tmp_path.glob("*.pickle")] == ["editions"]
