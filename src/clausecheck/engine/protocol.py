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
    """Matches the rules it was prepared with. `name` is what `--engine` and reports call it."""

    name: str

    def run(self, facts: Sequence[Fact]) -> list[Hit]:
        """Every hit, each once, sorted by rule name and then facts.

        `facts[i].n` must be `i`. Raises EngineFault when the engine could not finish.
        """
        ...
