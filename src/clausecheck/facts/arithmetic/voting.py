"""Votes on a board: whether it can be quorate, whether it can decide, who can stop it or rule it alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from math import ceil
from types import MappingProxyType
from typing import NamedTuple

from clausecheck.facts.arithmetic.exact import part

_HALF = Fraction(1, 2)


class Voter(NamedTuple):
    """A member of a board: its votes, one seat each, and the side it is on ("commissioner", "provider").

    `votes` is not below 0. Where the board lists a party twice, its votes are added up by the caller.
    """

    name: str
    votes: int
    side: str = ""


class Quorum(NamedTuple):
    """A quorum: so many seats, and at least so many of each side that `including` names."""

    seats: int
    including: Mapping[str, int] = MappingProxyType({})


class QuorumCheck(NamedTuple):
    """What a quorum means for a board. All names are in the order of the members.

    `alone` are parties, `sides_alone` sides, that make a quorum with nobody else there; `blockers` are
    parties without which there is no quorum.
    """

    seats: int
    needed: int
    reachable: bool
    alone: tuple[str, ...]
    sides_alone: tuple[str, ...]
    blockers: tuple[str, ...]


class Majority(NamedTuple):
    """How much of the vote carries a decision, in percentage points.

    `strict`: more than `percent` is needed ("a majority" is more than 50%), not just that much.
    """

    percent: Decimal
    strict: bool = False

    def carried_by(self, votes: int, of: int) -> bool:
        """Whether `votes` in favour carry a decision when `of` votes are cast."""
        if of <= 0:
            return False
        share = Fraction(votes, of)
        return share > part(self.percent) if self.strict else share >= part(self.percent)


SIMPLE = Majority(Decimal(50), strict=True)
UNANIMOUS = Majority(Decimal(100))


class DecisionCheck(NamedTuple):
    """What a decision rule means for a board when every member votes. Names in the order of the members.

    `vetoes`: parties, `side_vetoes`: sides, without whose votes nothing passes. `alone`: parties,
    `sides_alone`: sides, whose votes carry a decision against all others. `needed` is the least number of
    votes that carries one; None where no number does.
    """

    votes: int
    needed: int | None
    vetoes: tuple[str, ...]
    side_vetoes: tuple[str, ...]
    alone: tuple[str, ...]
    sides_alone: tuple[str, ...]

    @property
    def can_pass(self) -> bool:
        """Whether any decision can pass at all."""
        return self.needed is not None


def seats_for(percent: Decimal, seats: int) -> int:
    """How many seats a quorum of `percent` comes to: a part of a seat takes a whole one."""
    return ceil(seats * part(percent))


def check_quorum(quorum: Quorum, voters: Sequence[Voter]) -> QuorumCheck:
    """What a quorum means for this board (rules GOV-011, GOV-012). Seats are votes."""
    return QuorumCheck(
        seats=_votes(voters),
        needed=quorum.seats,
        reachable=_quorate(quorum, voters),
        alone=tuple(v.name for v in voters if _quorate(quorum, [v])),
        sides_alone=tuple(side for side in _sides(voters) if _quorate(quorum, _on(side, voters))),
        blockers=tuple(v.name for v in voters if _makes_quorate(quorum, v, voters)),
    )


def check_decision(rule: Majority, voters: Sequence[Voter]) -> DecisionCheck:
    """What a decision rule means for this board when all vote (rules GOV-010, GOV-015).

    A member without votes has no veto. Where no decision can pass there are no vetoes to speak of.
    """
    cast = _votes(voters)
    possible = rule.carried_by(cast, cast)
    sides = _sides(voters)
    return DecisionCheck(
        votes=cast,
        needed=_least(rule, cast) if possible else None,
        vetoes=tuple(v.name for v in voters if possible and not rule.carried_by(cast - v.votes, cast)),
        side_vetoes=tuple(
            side for side in sides if possible and not rule.carried_by(cast - _votes(_on(side, voters)), cast)
        ),
        alone=tuple(v.name for v in voters if v.votes and rule.carried_by(v.votes, cast)),
        sides_alone=tuple(side for side in sides if rule.carried_by(_votes(_on(side, voters)), cast)),
    )


def majority_holder(voters: Sequence[Voter]) -> str | None:
    """The one party with more than half of the votes, if there is one (rule GOV-015)."""
    cast = _votes(voters)
    return next((v.name for v in voters if cast and Fraction(v.votes, cast) > _HALF), None)


def passes_without(rule: Majority, voters: Sequence[Voter], absent: Iterable[str]) -> bool:
    """Whether the others' votes carry a decision when those named vote against it."""
    against = set(absent)
    return rule.carried_by(_votes(v for v in voters if v.name not in against), _votes(voters))


def _votes(voters: Iterable[Voter]) -> int:
    return sum(voter.votes for voter in voters)


def _sides(voters: Iterable[Voter]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(voter.side for voter in voters if voter.side))


def _on(side: str, voters: Iterable[Voter]) -> list[Voter]:
    return [voter for voter in voters if voter.side == side]


def _quorate(quorum: Quorum, present: Sequence[Voter]) -> bool:
    """Whether these make a quorum; nobody at all never does."""
    seats = _votes(present)
    enough = seats > 0 and seats >= quorum.seats
    return enough and all(_votes(_on(side, present)) >= least for side, least in quorum.including.items())


def _makes_quorate(quorum: Quorum, voter: Voter, voters: Sequence[Voter]) -> bool:
    others = [other for other in voters if other is not voter]
    return _quorate(quorum, voters) and not _quorate(quorum, others)


def _least(rule: Majority, cast: int) -> int:
    """The least number of votes out of `cast` that carries a decision, given that all of them do."""
    exact = cast * part(rule.percent)
    least = ceil(exact)
    return least + 1 if rule.strict and least == exact else max(least, 0)
