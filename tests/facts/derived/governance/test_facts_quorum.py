"""The words of a quorum."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausecheck.facts.derived.governance.quorum import read_quorum


@pytest.mark.parametrize(
    ("said", "seats"),
    [
        ("4 members", 4),
        ("at least 4 members", 4),
        ("not fewer than four votes", 4),
        ("a minimum of three", 3),
        ("4 of the 7 members, including at least 1 commissioner", 4),
        ("75% of members", 6),
        ("75 per cent of votes", 6),
        ("71.5% of votes", 6),
        ("two thirds of members", 5),
        ("two-thirds", 5),
        ("a third of votes", 3),
        ("half of the members", 4),
        ("three quarters of the members", 6),
        ("a majority of members", 4),
        ("the simple majority", 4),
        ("more than half of the members", 4),
        ("all members", 7),
        ("2 commissioners and 3 providers", 5),
    ],
)
def test_a_quorum_of_a_board_of_seven(said: str, seats: int) -> None:
    quorum = read_quorum(said, 7)
    assert quorum is not None
    assert quorum.seats == seats


@pytest.mark.parametrize("said", ["", "as the terms of reference say", "[ ] members", "whoever comes", "TBC"])
def test_words_without_a_number(said: str) -> None:
    assert read_quorum(said, 7) is None


@pytest.mark.parametrize(
    ("said", "including"),
    [
        ("5 members", {}),
        (
            "5 members, including at least 1 commissioner and at least two providers",
            {"commissioner": 1, "provider": 2},
        ),
        ("5 members, including a commissioner", {"commissioner": 1}),
        ("2 commissioners and 3 providers", {"commissioner": 2, "provider": 3}),
        ("5 members, including 2 acute providers", {"provider": 2}),
    ],
)
def test_who_must_be_there(said: str, including: dict[str, int]) -> None:
    quorum = read_quorum(said, 7)
    assert quorum is not None
    assert quorum.including == including


@given(st.integers(1, 60), st.integers(1, 100))
def test_a_percentage_never_asks_for_more_than_there_are(seats: int, percent: int) -> None:
    quorum = read_quorum(f"{percent}% of members", seats)
    assert quorum is not None
    assert 0 < quorum.seats <= seats
    assert (quorum.seats - 1) * 100 < seats * percent <= quorum.seats * 100


@given(st.integers(0, 60))
def test_a_majority_is_the_least_that_outvotes_the_rest(seats: int) -> None:
    quorum = read_quorum("a majority", seats)
    assert quorum is not None
    assert quorum.seats * 2 > seats >= (quorum.seats - 1) * 2


@pytest.mark.parametrize("said", ["9" * 5_000 + " members", "9" * 5_000 + "% of members"])
def test_a_number_without_end_is_no_quorum(said: str) -> None:
    assert read_quorum(said, 7) is None
