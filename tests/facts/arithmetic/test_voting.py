from __future__ import annotations

from decimal import Decimal
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausecheck.facts.arithmetic import voting
from clausecheck.facts.arithmetic.voting import SIMPLE, UNANIMOUS, Majority, Quorum, Voter

COMMISSIONER, PROVIDER = "commissioner", "provider"
ALLIANCE = [
    Voter("ICB", 2, COMMISSIONER),
    Voter("Council", 1, COMMISSIONER),
    Voter("Acute", 2, PROVIDER),
    Voter("Community", 1, PROVIDER),
]
THREE_QUARTERS = Majority(Decimal(75))

boards = st.lists(
    st.tuples(st.integers(0, 5), st.sampled_from([COMMISSIONER, PROVIDER, ""])), min_size=1, max_size=6
).map(lambda seats: [Voter(f"m{n}", votes, side) for n, (votes, side) in enumerate(seats)])
rules = st.builds(Majority, st.integers(0, 110).map(Decimal), st.booleans())


def test_a_quorum_that_needs_both_sides() -> None:
    found = voting.check_quorum(Quorum(4, {COMMISSIONER: 1, PROVIDER: 1}), ALLIANCE)
    assert (found.seats, found.needed, found.reachable) == (6, 4, True)
    assert (found.alone, found.sides_alone, found.blockers) == ((), (), ())


def test_a_quorum_one_side_can_make() -> None:
    found = voting.check_quorum(Quorum(3), ALLIANCE)
    assert found.sides_alone == (COMMISSIONER, PROVIDER)
    assert found.alone == ()


def test_a_quorum_one_party_can_make() -> None:
    assert voting.check_quorum(Quorum(2), ALLIANCE).alone == ("ICB", "Acute")


def test_a_quorum_that_parties_can_block() -> None:
    assert voting.check_quorum(Quorum(5), ALLIANCE).blockers == ("ICB", "Acute")
    assert voting.check_quorum(Quorum(6), ALLIANCE).blockers == ("ICB", "Council", "Acute", "Community")
    assert voting.check_quorum(Quorum(1, {COMMISSIONER: 2}), ALLIANCE).blockers == ("ICB",)


@pytest.mark.parametrize("quorum", [Quorum(7), Quorum(1, {"vcse": 1}), Quorum(4, {PROVIDER: 4})])
def test_a_quorum_out_of_reach(quorum: Quorum) -> None:
    found = voting.check_quorum(quorum, ALLIANCE)
    assert not found.reachable
    assert found.blockers == ()


def test_nobody_is_never_a_quorum() -> None:
    assert not voting.check_quorum(Quorum(0), []).reachable
    assert voting.check_quorum(Quorum(0), [Voter("observer", 0, PROVIDER)]).alone == ()


@pytest.mark.parametrize(
    ("percent", "seats", "needed"), [("75", 8, 6), ("75", 6, 5), ("50", 7, 4), ("0", 5, 0)]
)
def test_a_quorum_in_percent(percent: str, seats: int, needed: int) -> None:
    assert voting.seats_for(Decimal(percent), seats) == needed


def test_three_quarters_of_six_votes() -> None:
    found = voting.check_decision(THREE_QUARTERS, ALLIANCE)
    assert (found.votes, found.needed) == (6, 5)
    assert found.vetoes == ("ICB", "Acute")
    assert found.side_vetoes == (COMMISSIONER, PROVIDER)
    assert (found.alone, found.sides_alone) == ((), ())


def test_unanimity_gives_every_voter_a_veto_but_no_observer() -> None:
    found = voting.check_decision(UNANIMOUS, [*ALLIANCE, Voter("Patients", 0)])
    assert found.vetoes == ("ICB", "Council", "Acute", "Community")
    assert found.needed == 6


def test_half_is_no_majority_and_a_bare_half_may_be_enough() -> None:
    assert voting.check_decision(SIMPLE, ALLIANCE).needed == 4
    assert voting.check_decision(SIMPLE, ALLIANCE).sides_alone == ()
    half = voting.check_decision(Majority(Decimal(50)), ALLIANCE)
    assert (half.needed, half.sides_alone) == (3, (COMMISSIONER, PROVIDER))


def test_one_party_that_rules_alone() -> None:
    board = [Voter("Trust", 60), Voter("A", 20), Voter("B", 20)]
    found = voting.check_decision(SIMPLE, board)
    assert (found.alone, found.vetoes) == (("Trust",), ("Trust",))
    assert voting.majority_holder(board) == "Trust"


def test_exactly_half_holds_no_majority() -> None:
    assert voting.majority_holder([Voter("A", 2), Voter("B", 2)]) is None
    assert voting.majority_holder([]) is None


@pytest.mark.parametrize("rule", [Majority(Decimal(101)), Majority(Decimal(100), strict=True)])
def test_a_rule_that_nothing_can_meet(rule: Majority) -> None:
    found = voting.check_decision(rule, ALLIANCE)
    assert not found.can_pass
    assert (found.vetoes, found.side_vetoes, found.alone) == ((), (), ())


def test_a_board_without_votes_decides_nothing() -> None:
    assert not voting.check_decision(SIMPLE, [Voter("observer", 0)]).can_pass


def test_passing_without_some() -> None:
    assert voting.passes_without(THREE_QUARTERS, ALLIANCE, ["Council"])
    assert not voting.passes_without(THREE_QUARTERS, ALLIANCE, ["Council", "Community"])
    assert voting.passes_without(UNANIMOUS, ALLIANCE, [])


@given(rules, boards)
def test_vetoes_are_the_parties_in_every_winning_coalition(rule: Majority, board: list[Voter]) -> None:
    cast = sum(voter.votes for voter in board)
    groups = [set(group) for n in range(len(board) + 1) for group in combinations(board, n)]
    winning = [group for group in groups if rule.carried_by(sum(v.votes for v in group), cast)]
    in_all = {voter.name for voter in board if winning and all(voter in group for group in winning)}
    found = voting.check_decision(rule, board)
    assert set(found.vetoes) == in_all
    assert found.can_pass is bool(winning)


@given(rules, boards)
def test_needed_is_the_least_that_carries(rule: Majority, board: list[Voter]) -> None:
    found = voting.check_decision(rule, board)
    carrying = [votes for votes in range(found.votes + 1) if rule.carried_by(votes, found.votes)]
    assert found.needed == (carrying[0] if carrying else None)


@given(st.integers(0, 12), boards)
def test_blockers_are_those_whose_absence_leaves_too_few(needed: int, board: list[Voter]) -> None:
    found = voting.check_quorum(Quorum(needed), board)
    least = max(needed, 1)
    expected = {v.name for v in board if found.seats >= least > found.seats - v.votes}
    assert set(found.blockers) == expected
