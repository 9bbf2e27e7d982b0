from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clausecheck.spans import LineIndex, Position, Span

TEXTS = st.text(st.sampled_from("ab £\n\t\r“"), max_size=40)


def test_a_span_moves_with_what_stands_before_it() -> None:
    assert Span(2, 5).shifted(10) == Span(12, 15)


def test_two_spans_make_one_from_the_first_start_to_the_last_end() -> None:
    assert Span(2, 5).to(Span(9, 12)) == Span(2, 12)


@pytest.mark.parametrize(
    ("inner", "held"),
    [(Span(2, 9), True), (Span(3, 4), True), (Span(1, 4), False), (Span(8, 10), False), (Span(0, 20), False)],
)
def test_a_span_holds_what_lies_wholly_inside_it(inner: Span, held: bool) -> None:
    assert Span(2, 9).holds(inner) is held


@pytest.mark.parametrize(
    ("offset", "position"),
    [(0, (1, 1)), (2, (1, 3)), (3, (2, 1)), (4, (3, 1)), (6, (3, 3)), (99, (3, 3)), (-1, (1, 1))],
)
def test_positions_count_from_one_and_stay_inside_the_text(offset: int, position: tuple[int, int]) -> None:
    assert LineIndex("ab\n\nxy").position(offset) == position


def test_columns_count_characters_and_not_bytes() -> None:
    assert LineIndex("££“x").position(3) == Position(1, 4)


def test_an_empty_text_has_one_line() -> None:
    index = LineIndex("")
    assert len(index) == 1
    assert index.line(1) == ""
    assert index.position(0) == (1, 1)


@settings(deadline=None)
@given(TEXTS)
def test_lines_are_what_splitting_at_newlines_gives(text: str) -> None:
    index = LineIndex(text)
    assert [index.line(number + 1) for number in range(len(index))] == text.split("\n")


@settings(deadline=None)
@given(TEXTS)
def test_a_position_leads_back_to_its_offset(text: str) -> None:
    index = LineIndex(text)
    for offset in range(len(text) + 1):
        line, column = index.position(offset)
        assert index.span(line).start + column - 1 == offset
        assert offset <= index.span(line).end
