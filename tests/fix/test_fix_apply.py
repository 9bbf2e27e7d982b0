"""Edits are applied where they belong, and of those that meet the right one goes first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausecheck.finding import Edit, Fix, Safety
from clausecheck.fix.apply import Change, applied, chosen, is_sound
from clausecheck.spans import Span

SAFE, UNSAFE = Safety.SAFE, Safety.CHANGES_LEGAL_MEANING


def edit(start: int, end: int, text: str = "x") -> Edit:
    return Edit(Span(start, end), text)


def change(*edits: Edit, rule: str = "a-rule", safety: Safety = SAFE) -> Change:
    return Change(rule, Fix("write it", safety, edits))


def test_edits_of_several_fixes_are_applied_by_their_places() -> None:
    fixes = [Fix("b", SAFE, (edit(6, 9, "three"),)), Fix("a", SAFE, (edit(4, 5, ""), edit(0, 3, "zero")))]
    assert applied("one two 3", fixes) == "zero wthree"


def test_an_insertion_goes_before_what_stands_there() -> None:
    assert applied("ab", [Fix("a", SAFE, (edit(1, 1, "-"),))]) == "a-b"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([change(edit(5, 8)), change(edit(0, 3))], [1, 0]),
        ([change(edit(2, 6)), change(edit(0, 3))], [1]),
        ([change(edit(0, 9), safety=UNSAFE), change(edit(0, 3))], [1]),
        ([change(edit(0, 3), rule="b-rule"), change(edit(0, 9), rule="a-rule")], [1]),
        ([change(edit(0, 3)), change(edit(3, 6))], [0, 1]),
        ([change(edit(3, 3)), change(edit(3, 3))], [0]),
        ([change(edit(2, 6)), change(edit(4, 4))], [0]),
        ([change(edit(0, 1), edit(8, 9)), change(edit(7, 9)), change(edit(3, 4))], [0, 2]),
        ([change(edit(0, 4)), change(edit(3, 6)), change(edit(5, 8))], [0, 2]),
    ],
    ids=[
        "all that do not meet, by place",
        "the earlier start",
        "at one start the safer, even if it comes later",
        "at one start and safety the rule's name",
        "neighbours do not meet",
        "two insertions at one place",
        "an insertion inside",
        "a fix waits if any of its edits does",
        "what waits does not stand in the way of others",
    ],
)
def test_of_fixes_that_meet_one_goes_first(changes: list[Change], expected: list[int]) -> None:
    assert chosen(changes) == expected


edits = st.builds(lambda start, length: edit(start, start + length), st.integers(0, 30), st.integers(0, 5))
changes = st.lists(
    st.builds(
        lambda own, rule, safety: change(own, rule=rule, safety=safety),
        edits,
        st.sampled_from(["a", "b", "c"]),
        st.sampled_from([SAFE, UNSAFE]),
    ),
    max_size=8,
)


@given(changes, st.randoms())
def test_the_order_in_which_fixes_are_offered_does_not_matter(offered: list[Change], chance: object) -> None:
    shuffled = list(offered)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert [offered[n] for n in chosen(offered)] == [shuffled[n] for n in chosen(shuffled)]


@given(changes)
def test_what_is_chosen_can_be_applied_and_what_waits_meets_it(offered: list[Change]) -> None:
    numbers = chosen(offered)
    taken = [offered[n].fix for n in numbers]
    text = applied("." * 40, taken)
    assert text.count("x") == len(taken)
    assert text.count(".") == 40 - sum(each.edits[0].span.end - each.edits[0].span.start for each in taken)
    for number in set(range(len(offered))) - set(numbers):
        assert len(chosen([*(Change("0", each) for each in taken), offered[number]])) <= len(taken)


@pytest.mark.parametrize(
    ("edits", "sound"),
    [
        ((edit(0, 3),), True),
        ((edit(0, 3), edit(4, 5)), True),
        ((), False),
        ((edit(0, 3, "abc"),), False),
        ((edit(5, 5, ""),), False),
        ((edit(0, 3), edit(2, 5)), False),
        ((edit(3, 1),), False),
        ((edit(4, 8),), False),
        ((edit(40, 41),), False),
        ((edit(-1, 2),), False),
    ],
)
def test_a_fix_is_applied_only_where_it_can_be(edits: tuple[Edit, ...], sound: bool) -> None:
    fix = Fix("write it", SAFE, edits)
    assert is_sound(fix, "abcdefghij", [Span(0, 6), Span(7, 10)]) is sound
