"""What no engine may be given: checked before any of them runs, so that all refuse the same things.

durable-rules answers wrongly or ends the process when it is given what it cannot hold; the bounds here
keep every rule and every fact inside what was measured to be safe. They bind the reference engine too:
what a draft is told must not depend on which engine was there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from math import prod
from typing import NamedTuple

from clausecheck.engine.protocol import EngineFault
from clausecheck.facts.fact import Fact, Scalar, State
from clausecheck.rules.compiled import CompiledRule, Op, Pattern, Test, Variant

MOST_FACTS = 20_000
"""Facts of one draft, many times what a long contract has. durable-rules compares each fact with all
others of its kind, and holds no more than a million apart."""

LONGEST_WORD = 200
"""Bytes of a word, in UTF-8."""

MOST_MATCHES = 100_000
"""Combinations of facts that one variant of a rule may have to look at."""

MOST_PATTERNS = 12
"""Positive patterns of a rule. durable-rules holds 16 facts a match, one of them the go fact."""

MOST_JOINS = 8
"""Joins of a pattern. durable-rules holds 31 comparisons a pattern, three of them the compiler's, and few
patterns of many joins fit into one ruleset."""

GO = "__go__"
"""The kind of the fact that durable-rules is given last; no rule and no draft may use it."""

_LARGEST = 2**63 - 1
_ORDERED = frozenset({Op.BELOW, Op.AT_MOST, Op.ABOVE, Op.AT_LEAST})
_STATES = frozenset(State)


def check_rules(rules: Sequence[CompiledRule]) -> None:
    """Raises EngineFault, with the rule's name and a one-line reason, for a rule that no engine can run."""
    seen: set[str] = set()
    for rule in rules:
        if rule.name in seen:
            raise EngineFault(f"two rules are called {rule.name}")
        seen.add(rule.name)
        sizes = {len(variant.present) for variant in rule.variants}
        if len(sizes) > 1:
            raise EngineFault(f"rule {rule.name}: its variants look for different numbers of facts")
        for variant in rule.variants:
            reason = _fault_of_variant(variant)
            if reason:
                raise EngineFault(f"rule {rule.name}: {reason}")


def check_facts(facts: Sequence[Fact]) -> None:
    """Raises EngineFault, with the fact's number and a one-line reason, for a fact no engine can hold."""
    if len(facts) > MOST_FACTS:
        raise EngineFault(f"the draft has {len(facts)} facts; an engine takes {MOST_FACTS}")
    for n, fact in enumerate(facts):
        if fact.n != n:
            raise EngineFault(f"fact {n} says that it is number {fact.n}")
        if fact.kind == GO:
            raise EngineFault(f"fact {n}: {GO} is the engine's own kind")
        for attribute, value in fact.values.items():
            reason = _fault_of_value(value)
            if reason:
                raise EngineFault(f"fact {n} ({fact.kind}): {attribute} {reason}")


class _Joined(NamedTuple):
    rule: str
    present: tuple[Pattern, ...]


class JoinBound:
    """Refuses drafts on which a rule would have to look at too many combinations of facts.

    Invariant: holds, by their kinds, all variants that look for two facts or more.
    """

    def __init__(self, rules: Sequence[CompiledRule]) -> None:
        self._by_kinds: dict[tuple[str, ...], list[_Joined]] = {}
        for rule in rules:
            for variant in rule.variants:
                if len(variant.present) > 1:
                    kinds = tuple(sorted(pattern.kind for pattern in variant.present))
                    self._by_kinds.setdefault(kinds, []).append(_Joined(rule.name, variant.present))

    def check(self, by_kind: Mapping[str, Sequence[Fact]]) -> None:
        """Raises EngineFault naming the first rule past MOST_MATCHES. `by_kind`: the draft's facts."""
        sizes = {kind: len(facts) for kind, facts in by_kind.items()}
        for kinds, variants in self._by_kinds.items():
            if prod(sizes.get(kind, 0) for kind in kinds) <= MOST_MATCHES:
                continue
            for variant in variants:
                if prod(_widest(pattern, by_kind) for pattern in variant.present) > MOST_MATCHES:
                    raise EngineFault(
                        f"rule {variant.rule}: this draft has too many facts to try every combination of "
                        + ", ".join(pattern.kind for pattern in variant.present)
                    )


def grouped(facts: Sequence[Fact]) -> dict[str, list[Fact]]:
    """The facts by kind, in their order."""
    by_kind: dict[str, list[Fact]] = {}
    for fact in facts:
        by_kind.setdefault(fact.kind, []).append(fact)
    return by_kind


def _widest(pattern: Pattern, by_kind: Mapping[str, Sequence[Fact]]) -> int:
    """The most facts that can match a pattern for one choice of the patterns before it, at least 1."""
    facts = by_kind.get(pattern.kind, ())
    if not pattern.joins:
        return max(1, len(facts))
    attributes = [join.attribute for join in pattern.joins]
    keys = Counter(tuple(fact.values.get(attribute) for attribute in attributes) for fact in facts)
    return max(keys.values(), default=1)


def _fault_of_variant(variant: Variant) -> str:
    if not variant.present:
        return "it looks for no fact at all, only for the lack of one"
    if len(variant.present) > MOST_PATTERNS:
        return f"it looks for more than {MOST_PATTERNS} facts at once"
    for index, pattern in enumerate((*variant.present, *variant.absent)):
        reason = _fault_of_pattern(pattern, min(index, len(variant.present)))
        if reason:
            return reason
    return ""


def _fault_of_pattern(pattern: Pattern, earlier: int) -> str:
    if pattern.kind == GO:
        return f"{GO} is the engine's own kind"
    if len(pattern.joins) > MOST_JOINS:
        return f"a pattern on {pattern.kind} has more than {MOST_JOINS} joins"
    for join in pattern.joins:
        if not 0 <= join.other < earlier:
            return f"a pattern on {pattern.kind} joins with a pattern that does not come before it"
        for attribute in (join.attribute, join.other_attribute):
            if not _is_name(attribute):
                return f"{attribute!r} is not the name of an attribute"
    for test in pattern.tests:
        reason = _fault_of_test(test)
        if reason:
            return reason
    return ""


def _fault_of_test(test: Test) -> str:
    if not _is_name(test.attribute):
        return f"{test.attribute!r} is not the name of an attribute"
    if test.op is Op.STATE:
        return "" if test.value in _STATES else f"{test.value!r} is not a state"
    if test.op in _ORDERED and (isinstance(test.value, bool) or not isinstance(test.value, int)):
        return f"{test.attribute} {test.op} {test.value!r}: only whole numbers have an order"
    reason = _fault_of_value(test.value)
    return f"{test.attribute} is compared with a value that {reason}" if reason else ""


def _fault_of_value(value: Scalar) -> str:
    if isinstance(value, str):
        if len(value) * 4 > LONGEST_WORD and len(value.encode("utf-8", "surrogatepass")) > LONGEST_WORD:
            return f"is a word of more than {LONGEST_WORD} bytes"
    elif isinstance(value, int):
        if not -_LARGEST <= value <= _LARGEST:
            return "is a number of more than 63 bits"
    else:
        return f"is {type(value).__name__}, not a whole number, a word or yes/no"
    return ""


def _is_name(attribute: str) -> bool:
    return attribute.isascii() and attribute.isidentifier()
