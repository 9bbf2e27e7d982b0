"""Which engine judges a draft: the one asked for, or, where that one cannot be had, the next best."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from clausecheck.engine.protocol import Engine, EngineFault, Hit
from clausecheck.engine.reference import ReferenceEngine
from clausecheck.facts.fact import Fact
from clausecheck.rules.compiled import CompiledRule

Choice = Literal["durable", "reference", "both"]


class BothEngines:
    """Two engines over the same rules, whose answer counts only where they agree."""

    name = "both"

    def __init__(self, first: Engine, second: Engine) -> None:
        self._first, self._second = first, second

    def run(self, facts: Sequence[Fact]) -> list[Hit]:
        """The hits both found. Raises EngineFault naming the first hit that only one of them has."""
        mine, yours = self._first.run(facts), self._second.run(facts)
        if mine != yours:
            raise EngineFault(self._disagreement(mine, yours))
        return mine

    def _disagreement(self, mine: list[Hit], yours: list[Hit]) -> str:
        disputed = sorted(set(mine) ^ set(yours))
        if not disputed:
            return "the engines agree on the hits but not on their order or number"
        hit = disputed[0]
        finder, other = (self._first, self._second) if hit in mine else (self._second, self._first)
        numbers = ", ".join(map(str, hit.facts))
        return (
            f"the engines disagree: {finder.name} says that rule {hit.rule} holds for facts {numbers}, "
            f"{other.name} that it does not"
        )


def make_engine(kind: Choice, rules: Sequence[CompiledRule], say: Callable[[str], None]) -> Engine:
    """The engine called `kind`, prepared with `rules`.

    Where durable-rules cannot be imported, "durable" is answered with the reference engine, and `say` is
    told so once; "both" raises EngineFault. Raises EngineFault for rules that no engine can run.
    """
    if kind == "reference":
        return ReferenceEngine(rules)
    try:
        from clausecheck.engine.durable import DurableEngine
    except ImportError as err:
        if kind == "both":
            raise EngineFault(f"durable-rules is not available here, so no second opinion: {err}") from err
        say("durable-rules is not available here; the reference engine judges instead")
        return ReferenceEngine(rules)
    durable = DurableEngine(rules)
    return BothEngines(durable, ReferenceEngine(rules)) if kind == "both" else durable
