"""The members of a board and the words of its lines, as the modules on boards read them."""

from __future__ import annotations

from typing import NamedTuple

from clausecheck.facts.derived.frame.parties import COMMISSIONING, PROVIDING, roles
from clausecheck.model.draft import Block, Draft
from clausecheck.model.values import Votes


class Seat(NamedTuple):
    """A member of a board; `votes` is None where the draft has a hole, `roles` empty where not known."""

    name: str
    votes: int | None
    roles: frozenset[str]

    @property
    def side(self) -> str:
        """The one side the member is on, or nothing where it is on both or on none."""
        on = [
            side
            for side, has in (("commissioner", COMMISSIONING), ("provider", PROVIDING))
            if self.roles & has
        ]
        return on[0] if len(on) == 1 else ""


def seats_of(draft: Draft, board: Block) -> list[Seat]:
    """The members of a board, in order; a party listed twice has one seat with all of its votes."""
    field = board.get("Members")
    parties = {party.id: party for party in draft.of("PARTY")}
    found: dict[str, Seat] = {}
    for value in field.values() if field else ():
        for vote in value.votes if isinstance(value, Votes) else ():
            name = vote.name.id
            before = found[name].votes if name in found else 0
            votes = None if vote.votes is None or before is None else before + vote.votes
            found[name] = Seat(name, votes, roles(parties[name]) if name in parties else frozenset())
    return list(found.values())
