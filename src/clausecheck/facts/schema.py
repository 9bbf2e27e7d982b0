"""The closed schema of facts: every kind, its attributes, their types and what they mean.

A rule that asks for anything else does not compile. `clausecheck facts` and the documentation print it.
"""

from __future__ import annotations

from types import MappingProxyType

from clausecheck.facts.blocks import block_kinds
from clausecheck.facts.derived import MODULES
from clausecheck.facts.fact import Kind


def _schema() -> dict[str, Kind]:
    kinds = block_kinds()
    for module in MODULES:
        for kind in module.KINDS:
            if kind.name in kinds:
                raise ValueError(f"two kinds of fact are called {kind.name}")
            kinds[kind.name] = kind
    return kinds


SCHEMA = MappingProxyType(_schema())
