"""Which engine is had for the asking, and what happens where durable-rules is not there."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import pytest
from engine_worlds import facts, pattern, rule

from clausecheck.engine.choose import BothEngines, make_engine
from clausecheck.engine.protocol import EngineFault, Hit
from clausecheck.engine.reference import ReferenceEngine
from clausecheck.facts.fact import Fact

RULES = [rule("r", pattern("p"))]
DRAFT = facts(("p", {}))

MISSING = "durable-rules is not available here; the reference engine judges instead"


@pytest.fixture
def without_durable_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Python 3.13, where the compiled module names a symbol that Python has dropped."""
    monkeypatch.delitem(sys.modules, "clausecheck.engine.durable", raising=False)
    monkeypatch.setitem(sys.modules, "durable_rules_engine", None)


def test_the_reference_engine_is_had_without_durable_rules(without_durable_rules: None) -> None:
    said: list[str] = []
    engine = make_engine("reference", RULES, said.append)
    assert (engine.name, engine.run(DRAFT), said) == ("reference", [Hit("r", (0,))], [])


def test_without_durable_rules_the_reference_engine_serves_and_says_so_once(
    without_durable_rules: None,
) -> None:
    said: list[str] = []
    engine = make_engine("durable", RULES, said.append)
    assert engine.run(DRAFT) == engine.run(DRAFT) == [Hit("r", (0,))]
    assert (engine.name, said) == ("reference", [MISSING])


def test_without_durable_rules_there_is_no_second_opinion(without_durable_rules: None) -> None:
    said: list[str] = []
    with pytest.raises(EngineFault, match="durable-rules is not available here, so no second opinion"):
        make_engine("both", RULES, said.append)
    assert said == []


@pytest.mark.parametrize("kind", ["durable", "both"])
def test_durable_rules_is_used_where_it_is(kind: str) -> None:
    pytest.importorskip(
        "durable_rules_engine", reason="durable-rules cannot be imported here", exc_type=ImportError
    )
    said: list[str] = []
    engine = make_engine("both" if kind == "both" else "durable", RULES, said.append)
    assert (engine.name, engine.run(DRAFT), said) == (kind, [Hit("r", (0,))], [])


def test_choosing_an_engine_does_not_load_durable_rules_before_it_is_asked_for() -> None:
    import subprocess

    program = (
        "import sys, clausecheck.engine.choose as choose\n"
        "choose.make_engine('reference', [], print)\n"
        "assert 'durable_rules_engine' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)


def test_a_rule_that_cannot_be_run_is_a_fault_not_a_fallback() -> None:
    said: list[str] = []
    with pytest.raises(EngineFault, match="rule bad"):
        make_engine("durable", [rule("bad", absent=[pattern("p")])], said.append)


class Fixed:
    """An engine that always gives the same answer."""

    def __init__(self, name: str, *hits: Hit) -> None:
        self.name = name
        self._hits = list(hits)

    def run(self, facts: Sequence[Fact]) -> list[Hit]:
        return self._hits


A, B, C = Hit("a", (0,)), Hit("b", (1, 2)), Hit("c", (3,))


@pytest.mark.parametrize(
    ("mine", "yours", "message"),
    [
        ((A, B, C), (A, C), "mine says that rule b holds for facts 1, 2, yours that it does not"),
        ((A,), (A, B, C), "yours says that rule b holds for facts 1, 2, mine that it does not"),
        ((C,), (A,), "yours says that rule a holds for facts 0, mine that it does not"),
        ((A, A), (A,), "the engines agree on the hits but not on their order or number"),
    ],
)
def test_the_first_disagreement_is_named(mine: tuple[Hit, ...], yours: tuple[Hit, ...], message: str) -> None:
    with pytest.raises(EngineFault) as fault:
        BothEngines(Fixed("mine", *mine), Fixed("yours", *yours)).run(DRAFT)
    assert str(fault.value).removeprefix("the engines disagree: ") == message


def test_where_both_agree_their_answer_is_the_answer() -> None:
    assert BothEngines(Fixed("mine", A, C), Fixed("yours", A, C)).run(DRAFT) == [A, C]


def test_a_fault_of_either_engine_is_a_fault_of_both() -> None:
    with pytest.raises(EngineFault, match="number 5"):
        BothEngines(ReferenceEngine(RULES), Fixed("yours")).run([Fact("p", 5, DRAFT[0].span)])
