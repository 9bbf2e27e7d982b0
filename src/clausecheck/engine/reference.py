"""The engine that is plain enough to be believed by reading it: durable-rules' oracle and fallback.

It shares no matching code with the durable engine, so that where the two agree, each confirms the other.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from clausecheck.engine.limits import JoinBound, check_facts, check_rules, grouped
from clausecheck.engine.protocol import Hit
from clausecheck.facts.fact import Fact, Scalar
from clausecheck.rules.compiled import CompiledRule, Op, Pattern, Test, Variant

_ORDER: Mapping[Op, Callable[[int, int], bool]] = {
    Op.BELOW: operator.lt,
    Op.AT_MOST: operator.le,
    Op.ABOVE: operator.gt,
    Op.AT_LEAST: operator.ge,
}

_Key = tuple[tuple[bool, Scalar], ...]
_Matched = tuple[Fact, ...]


class ReferenceEngine:
    """A plain evaluator of compiled rules. Invariant: holds nothing of a draft between runs."""

    name = "reference"

    def __init__(self, rules: Sequence[CompiledRule]) -> None:
        """Raises EngineFault for rules that no engine can run."""
        check_rules(rules)
        self._bound = JoinBound(rules)
        slots: dict[object, int] = {}
        self._rules = [(rule.name, [_prepare(variant, slots) for variant in rule.variants]) for rule in rules]

    def run(self, facts: Sequence[Fact]) -> list[Hit]:
        """Every hit, each once, sorted. Raises EngineFault for facts that no engine can hold."""
        check_facts(facts)
        by_kind = grouped(facts)
        self._bound.check(by_kind)
        draft = _Draft(by_kind)
        return sorted(
            {
                Hit(name, tuple(fact.n for fact in matched))
                for name, variants in self._rules
                for variant in variants
                for matched in _matches(variant, draft)
            }
        )


class _Prepared(NamedTuple):
    """A pattern, with the number that all patterns of the same kind and tests share."""

    pattern: Pattern
    slot: int


class _PreparedVariant(NamedTuple):
    present: tuple[_Prepared, ...]
    absent: tuple[_Prepared, ...]


def _prepare(variant: Variant, slots: dict[object, int]) -> _PreparedVariant:
    def prepared(pattern: Pattern) -> _Prepared:
        # The type is part of the key: to Python, tests for 1 and for True are equal.
        tests = tuple((test.attribute, test.op, type(test.value), test.value) for test in pattern.tests)
        return _Prepared(pattern, slots.setdefault((pattern.kind, tests), len(slots)))

    return _PreparedVariant(tuple(map(prepared, variant.present)), tuple(map(prepared, variant.absent)))


def _matches(variant: _PreparedVariant, draft: _Draft) -> list[_Matched]:
    """All choices of facts, one for each positive pattern in order, that leave no absence unmet."""
    matches: list[_Matched] = [()]
    for pattern in variant.present:
        matches = [(*match, fact) for match in matches for fact in draft.partners(pattern, match)]
    for pattern in variant.absent:
        matches = [match for match in matches if not draft.partners(pattern, match)]
    return matches


class _Draft:
    """The facts of one draft, filtered by tests and indexed by join keys as rules ask for them."""

    def __init__(self, by_kind: Mapping[str, Sequence[Fact]]) -> None:
        self._by_kind = by_kind
        self._passing: dict[int, Sequence[Fact]] = {}
        self._indexes: dict[tuple[int, tuple[str, ...]], dict[_Key, list[Fact]]] = {}

    def partners(self, prepared: _Prepared, match: _Matched) -> Sequence[Fact]:
        """The facts that the pattern matches, given those matched by the patterns before it."""
        joins = prepared.pattern.joins
        if not joins:
            return self._candidates(prepared)
        key = _key([match[join.other].values.get(join.other_attribute) for join in joins])
        return () if key is None else self._index(prepared).get(key, ())

    def _candidates(self, prepared: _Prepared) -> Sequence[Fact]:
        passing = self._passing.get(prepared.slot)
        if passing is None:
            passing = self._by_kind.get(prepared.pattern.kind, ())
            for test in prepared.pattern.tests:
                passing = [fact for fact in passing if _holds(test, fact)]
            self._passing[prepared.slot] = passing
        return passing

    def _index(self, prepared: _Prepared) -> Mapping[_Key, Sequence[Fact]]:
        attributes = tuple(join.attribute for join in prepared.pattern.joins)
        index = self._indexes.get((prepared.slot, attributes))
        if index is None:
            index = {}
            for fact in self._candidates(prepared):
                key = _key([fact.values.get(attribute) for attribute in attributes])
                if key is not None:
                    index.setdefault(key, []).append(fact)
            self._indexes[prepared.slot, attributes] = index
        return index


def _holds(test: Test, fact: Fact) -> bool:
    if test.op is Op.STATE:
        return fact.state(test.attribute) == test.value
    value = fact.values.get(test.attribute)
    if value is None:
        return False
    if test.op is Op.IS:
        return _same(value, test.value)
    if test.op is Op.IS_NOT:
        return not _same(value, test.value)
    if isinstance(value, str | bool) or isinstance(test.value, str):
        return False
    return _ORDER[test.op](value, test.value)


def _same(one: Scalar, other: Scalar) -> bool:
    """Equality that keeps yes/no and whole numbers apart, as Python's does not."""
    return isinstance(one, bool) is isinstance(other, bool) and one == other


def _key(values: Sequence[Scalar | None]) -> _Key | None:
    """Values to join on, comparable as `_same` compares; None if one is missing, which equals nothing."""
    key = tuple((isinstance(value, bool), value) for value in values if value is not None)
    return key if len(key) == len(values) else None
