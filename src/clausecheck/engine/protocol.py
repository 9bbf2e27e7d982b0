"""What an engine is: prepared once with rules, then asked about one draft's facts at a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from clausecheck.facts.fact import Fact


class Hit(NamedTuple):
    """A rule that holds, and the facts (by their `n`) that its positive patterns matched, in order."""

    rule: str
    facts: tuple[int, ...]


class EngineFault(Exception):
    """The engine could not do its work on a draft; its answer, if any, must not be used."""


class Engine(Protocol):
    """Matches the rules it was prepared with. `name` is what `--engine` and reports call it.

    What every engine means by a match:

    - One fact may match several patterns of a rule, and a fact matched by a positive pattern counts
      against an absent one: "no party" fails on the very party that was found, if it fits.
    - Values of different types are never equal: yes is not 1, and 1 is not the word "1". So "is not"
      holds between them, and a join does not.
    - Only whole numbers have an order; any other value fails every test of order.
    - A test of a value never holds on a fact without one. A test of a state reads `Fact.state`, so an
      attribute of which the fact says nothing is stated.
    - A join never holds where either fact lacks the attribute. A positive pattern then matches nothing;
      an absent one has nothing against the match.
    """

    name: str

    def run(self, facts: Sequence[Fact]) -> list[Hit]:
        """Every hit, each once, sorted by rule name and then facts.

        `facts[i].n` must be `i`. Raises EngineFault when the engine could not finish.
        """
        ...
