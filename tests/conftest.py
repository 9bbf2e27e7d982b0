"""What tests share: an engine of each kind, and no time limit, since speed is measured by `make bench`."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import settings

from clausecheck.engine.protocol import Engine
from clausecheck.engine.reference import ReferenceEngine
from clausecheck.rules.compiled import CompiledRule

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

MakeEngine = Callable[[Sequence[CompiledRule]], Engine]


@pytest.fixture(params=["reference", "durable"])
def engine_of(request: pytest.FixtureRequest) -> MakeEngine:
    """Each engine in turn: what a test says with this, it says of both."""
    if request.param == "reference":
        return ReferenceEngine
    durable = pytest.importorskip(
        "clausecheck.engine.durable", reason="durable-rules cannot be imported here", exc_type=ImportError
    )
    make: MakeEngine = durable.DurableEngine
    return make
