"""From a draft to its facts."""

from __future__ import annotations

from clausecheck.facts.blocks import add_blocks
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived import MODULES
from clausecheck.facts.fact import Fact
from clausecheck.model.draft import Draft


def extract(draft: Draft) -> tuple[Fact, ...]:
    """Every fact of a draft, blocks first, each with its place in the result as `n`."""
    facts = Collector()
    add_blocks(draft, facts)
    for module in MODULES:
        module.derive(draft, facts)
    return tuple(facts.facts)
