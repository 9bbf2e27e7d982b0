"""Mending makes nothing worse: not the examples, not those on cards, not drafts damaged at random."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest
from fix_samples import check as read_only
from hypothesis import given, settings
from hypothesis import strategies as st

from clausecheck.checker import Checker
from clausecheck.fix.mend import comments, mend
from clausecheck.model.build import build
from clausecheck.report.report import FileReport
from clausecheck.rules.catalogue import load_catalogue
from clausecheck.source import Source, read_source, source_from_text

ROOT = Path(__file__).parents[2]
DRAFTS = [*sorted((ROOT / "examples").rglob("*.clause")), ROOT / "drafts" / "demo.clause"]
RULES = sorted(load_catalogue().rules)
AS_OF = date(2026, 7, 1)

Judge = Callable[[Source], FileReport]


@cache
def judge() -> Judge:
    return Checker(load_catalogue(), engine="reference", as_of=AS_OF).check


def meaning(value: Any) -> Any:
    """What was understood, without where it stands and how it is written."""
    if isinstance(value, dict):
        return {key: meaning(each) for key, each in value.items() if "span" not in key and key != "raw"}
    return [meaning(each) for each in value] if isinstance(value, list | tuple) else value


def fields(source: Source) -> Iterator[tuple[str, str, str, str]]:
    draft, _ = build(source)
    for block in draft.blocks:
        for field in block.fields:
            if field.value is not None:
                yield block.head.name, block.id, field.label, repr(meaning(asdict(field.value)))


def assert_nothing_is_worse(source: Source, check: Judge, unsafe: bool = False) -> None:
    before = check(source)
    if not any(each.fix for each in before.standing):
        return  # nothing is offered, so that there is nothing to try
    mended = mend(source, check, unsafe)
    after = mended.report
    assert mended.settled
    reread = check(source_from_text("\ufeff" + mended.text, source.name))
    assert after.findings == reread.findings, "the report is not of the mended text"
    rules = [Counter(each.rule for each in report.standing) for report in (before, after)]
    assert not rules[1] - rules[0], "a rule finds more than it did"
    assert len(after.standing) <= len(before.standing) - len(mended.applied)
    assert not Counter(comments(source)) - Counter(comments(after.source)), "a comment is lost"
    if not unsafe:
        assert not Counter(fields(source)) - Counter(fields(after.source)), "a value means something else"
    again = mend(after.source, check, unsafe)
    assert (again.text, again.applied) == (mended.text, ())
    assert [each.finding for each in again.refused] == [each.finding for each in mended.refused]


@pytest.mark.parametrize("unsafe", [False, True], ids=["safe", "unsafe"])
@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.stem)
def test_mending_an_example_makes_nothing_worse(path: Path, unsafe: bool) -> None:
    assert_nothing_is_worse(read_source(path, path.name), judge(), unsafe)


@pytest.mark.parametrize("name", RULES)
def test_mending_the_wrong_examples_of_a_card_makes_nothing_worse(name: str) -> None:
    for example in load_catalogue().docs(name).body.wrong:
        for unsafe in (False, True):
            assert_nothing_is_worse(source_from_text(example.text, "example.clause"), judge(), unsafe)


def test_the_faulty_examples_give_something_to_mend() -> None:
    changed = [path.stem for path in DRAFTS if mend(read_source(path, path.name), judge(), True).applied]
    assert "castle-alliance-pasted" in changed
    assert "riverside-frailty-alliance" not in changed


def damaged(text: str, chance: Random, times: int) -> str:
    """The text after so many slips of the pen."""
    for _ in range(times):
        lines = text.split("\n")
        n = chance.randrange(len(lines))
        line = lines[n]
        at = chance.randrange(len(line) + 1)
        match chance.randrange(7):
            case 0:
                lines[n] = line[:at] + line[at + 1 :]
            case 1:
                lines[n] = line[:at] + line[at : at + 1] * 2 + line[at + 1 :]
            case 2:
                lines[n] = line[:at] + chance.choice('aE:#-£"“ \t\xa0\\[') + line[at:]
            case 3:
                lines.insert(chance.randrange(len(lines) + 1), line)
            case 4:
                del lines[n]
            case 5 if n + 1 < len(lines):
                lines[n : n + 2] = [line + " " + lines[n + 1].strip()]
            case _:
                lines[n] = line.title() if chance.random() < 0.5 else line.replace("- ", "")
        text = "\n".join(lines)
    return text


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(DRAFTS), st.integers(0, 2**32), st.integers(1, 8), st.booleans())
def test_mending_a_damaged_draft_makes_nothing_worse(path: Path, seed: int, times: int, unsafe: bool) -> None:
    text = damaged(read_source(path, path.name).text, Random(seed), times)
    assert_nothing_is_worse(source_from_text(text, path.name), read_only, unsafe)


@pytest.mark.parametrize("heading", ["G1“ “Board”", "G“1 “Board”", "G”1 “Board”", "”G1 “Board”"])
def test_a_curly_mark_inside_an_id_is_left_where_it_is(heading: str) -> None:
    text = f"GOVERNANCE {heading}\n  Quorum: 2 of 3\n"
    assert_nothing_is_worse(source_from_text(text, "example.clause"), read_only)


PIECES = [
    "PARTTY ICB",
    "BUDGET B1",
    "CLAUSE 1",
    'CONTRACT "x"',
    "WAIVE a on b",
    "Kind",
    "Knd",
    "Amount",
    "yes",
]
PIECES += ["CCG", "trust", "£", "14.2m", "# note", "- ", ": ", '"x"', "  ", "\n", "\n", "\t", "\r", "\ufeff"]
PIECES += ["```", "```clause"]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join), st.sampled_from(["a.clause", "a.md"]))
def test_mending_any_text_makes_nothing_worse(text: str, name: str) -> None:
    assert_nothing_is_worse(source_from_text(text, name), read_only)
