"""What is worked out once: the same answer as without, for every argument, and never another draft's."""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.facts.once import kept, once
from clausecheck.model.build import build
from clausecheck.model.draft import Block, Draft
from clausecheck.source import source_from_text

POOLS = """\
RISK SHARE R1 "One"
  Sides: gain only
RISK SHARE R2 "Two"
  Sides: loss only
"""


def _draft(text: str = POOLS) -> Draft:
    draft, _ = build(source_from_text(text, "draft.clause"))
    return draft


def test_a_walk_goes_through_a_draft_once() -> None:
    seen: list[str] = []

    @once
    def titles(draft: Draft) -> Iterator[str]:
        for block in draft.blocks:
            seen.append(block.title)
            yield block.title

    draft = _draft()
    assert list(titles(draft)) == list(titles(draft)) == ["One", "Two"]
    assert seen == ["One", "Two"]
    assert list(titles(_draft(POOLS.replace("One", "Other")))) == ["Other", "Two"]


def test_an_answer_is_kept_by_all_its_arguments() -> None:
    asked: list[tuple[str, str, int | None]] = []

    @kept
    def said(draft: Draft, pool: Block, side: str, budget: int | None = None) -> str:
        asked.append((pool.id, side, budget))
        return f"{draft.name} {pool.id} {side} {budget}"

    draft = _draft()
    one, two = draft.blocks
    for _ in range(2):
        assert said(draft, one, "gain", 1) == "draft.clause R1 gain 1"
        assert said(draft, two, "gain", 1) == "draft.clause R2 gain 1"
        assert said(draft, one, "loss", 1) == "draft.clause R1 loss 1"
        assert said(draft, one, "gain", budget=2) == "draft.clause R1 gain 2"
        assert said(draft, one, "gain") == "draft.clause R1 gain None"
    assert len(asked) == len(set(asked)) == 5


def test_an_answer_of_nothing_is_kept_too() -> None:
    asked: list[str] = []

    @kept
    def missing(pool: Block) -> None:
        asked.append(pool.id)

    one, two = _draft().blocks
    for pool in (one, two, one, two):
        missing(pool)
    assert asked == ["R1", "R2"]


def test_two_functions_keep_apart_what_they_found() -> None:
    @kept
    def first(pool: Block, side: str) -> str:
        return f"first {pool.id} {side}"

    @kept
    def second(pool: Block, side: str) -> str:
        return f"second {pool.id} {side}"

    one, _ = _draft().blocks
    assert (first(one, "gain"), second(one, "gain")) == ("first R1 gain", "second R1 gain")


def test_a_block_that_kept_an_answer_is_still_the_same_block() -> None:
    @kept
    def answer(pool: Block) -> int:
        return len(pool.fields)

    (one, _), (other, _) = _draft().blocks, _draft().blocks
    assert answer(one) == 1
    assert one == other
