"""durable-rules against the plain evaluator, on thousands of random rules and drafts."""

from __future__ import annotations

import operator
from collections.abc import Iterable, Sequence
from itertools import product

import pytest
from engine_worlds import World

from clausecheck.engine import reference
from clausecheck.engine.choose import BothEngines
from clausecheck.engine.protocol import EngineFault, Hit
from clausecheck.engine.reference import ReferenceEngine
from clausecheck.engine.shards import Shard, compiled
from clausecheck.engine.wire import Wire
from clausecheck.facts.fact import Fact, Scalar
from clausecheck.rules.compiled import CompiledRule, Op, Pattern, Test, Variant

durable = pytest.importorskip(
    "clausecheck.engine.durable", reason="durable-rules cannot be imported here", exc_type=ImportError
)

DRAFTS = 3


def judged(seeds: Iterable[int]) -> list[Hit]:
    """All hits of random drafts, on which both engines agree. Raises EngineFault where they do not."""
    hits: list[Hit] = []
    for seed in seeds:
        world = World(seed)
        rules = world.rules(8)
        both = BothEngines(durable.DurableEngine(rules), ReferenceEngine(rules))
        for _ in range(DRAFTS):
            hits += both.run(world.facts(14))
    return hits


@pytest.mark.parametrize("start", range(0, 2000, 250))
def test_the_engines_agree(start: int) -> None:
    hits = judged(range(start, start + 250))
    # What was generated must be worth comparing: many hits, of every size, with facts met twice.
    assert len(hits) > 1000
    assert {len(hit.facts) for hit in hits} == {1, 2, 3}
    assert any(len(set(hit.facts)) < len(hit.facts) for hit in hits)


def test_the_engines_agree_on_larger_drafts_and_more_rules() -> None:
    for seed in range(20):
        world = World(seed)
        rules = world.rules(60)
        drafted = world.facts(46)  # three patterns cannot make more combinations of these than are allowed
        assert durable.DurableEngine(rules).run(drafted) == ReferenceEngine(rules).run(drafted)


def naive(rules: Iterable[CompiledRule], drafted: list[Fact]) -> set[Hit]:
    """The meaning of rules, written as it is said: try every choice of facts."""

    def equal(one: Scalar | None, other: Scalar | None) -> bool:
        return one is not None and type(one) is type(other) and one == other

    def passes(test: Test, fact: Fact) -> bool:
        value = fact.values.get(test.attribute)
        if test.op is Op.STATE:
            return fact.state(test.attribute).value == test.value
        if test.op in (Op.IS, Op.IS_NOT):
            return value is not None and equal(value, test.value) is (test.op is Op.IS)
        orders = {Op.BELOW: operator.lt, Op.AT_MOST: operator.le, Op.ABOVE: operator.gt}
        return type(value) is int and orders.get(test.op, operator.ge)(value, test.value)

    def matches(pattern: Pattern, fact: Fact, chosen: tuple[Fact, ...]) -> bool:
        return (
            fact.kind == pattern.kind
            and all(passes(test, fact) for test in pattern.tests)
            and all(
                equal(fact.values.get(join.attribute), chosen[join.other].values.get(join.other_attribute))
                for join in pattern.joins
            )
        )

    return {
        Hit(rule.name, tuple(fact.n for fact in chosen))
        for rule in rules
        for variant in rule.variants
        for chosen in product(drafted, repeat=len(variant.present))
        if all(matches(pattern, fact, chosen) for pattern, fact in zip(variant.present, chosen, strict=True))
        and not any(matches(pattern, fact, chosen) for pattern in variant.absent for fact in drafted)
    }


def test_the_plain_evaluator_agrees_with_the_naive_meaning() -> None:
    for seed in range(300):
        world = World(seed)
        rules, drafted = world.rules(6), world.facts(8)
        assert ReferenceEngine(rules).run(drafted) == sorted(naive(rules, drafted))


PLANTED = {
    "python's own equality": ("_same", lambda one, other: one == other),
    "at most taken for below": ("_ORDER", {**reference._ORDER, Op.AT_MOST: operator.lt}),
    "tests forgotten": ("_holds", lambda test, fact: True),
    "missing attributes that equal one another": ("_key", lambda values: tuple(map(repr, values))),
    "absences forgotten": (
        "_matches",
        lambda variant, draft, real=reference._matches: real(
            reference._PreparedVariant(variant.present, ()), draft
        ),
    ),
}


@pytest.mark.parametrize("fault", PLANTED)
def test_a_fault_in_the_plain_evaluator_would_be_seen(monkeypatch: pytest.MonkeyPatch, fault: str) -> None:
    name, wrong = PLANTED[fault]
    monkeypatch.setattr(reference, name, wrong)
    with pytest.raises(EngineFault, match="the engines disagree: "):
        judged(range(250))


def test_a_fault_in_the_durable_engine_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    def forgetful(rules: Sequence[CompiledRule]) -> tuple[Wire, list[Shard]]:
        without = [
            CompiledRule(rule.name, tuple(Variant(variant.present) for variant in rule.variants))
            for rule in rules
        ]
        return compiled(without)

    monkeypatch.setattr(durable, "compiled", forgetful)
    with pytest.raises(EngineFault, match="the engines disagree: durable says"):
        judged(range(250))
