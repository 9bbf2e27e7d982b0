"""Compiles rules to rulesets of durable-rules, within the narrow subset in which it answers rightly.

A variant becomes one durable rule: its positive patterns, then, if anything must be absent, a pattern on
the go fact and after it the absences. Every pattern is one flat `$and`: its kind, guards that what joins
speak of is there, tests, joins, and after any join one more that always holds, because durable-rules
reads past the end of a pattern whose last join is false.

Rulesets are filled up to bounds inside which durable-rules neither refuses facts nor crashes, and then
another is begun: these are the shards.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from json.encoder import encode_basestring_ascii as quoted
from typing import NamedTuple

from clausecheck.engine.limits import GO
from clausecheck.engine.protocol import EngineFault
from clausecheck.engine.wire import Form, Wire, tagged
from clausecheck.rules.compiled import CompiledRule, Op, Pattern, Test, Variant

CANARY = "canary"
"""The rule on the go fact that must fire once and last in every ruleset."""

MOST_CONDITIONS = 56
MOST_PATTERNS = 200
MOST_KINDS = 300
MOST_RULES = 200

_ORDER = {Op.BELOW: "$lt", Op.AT_MOST: "$lte", Op.ABOVE: "$gt", Op.AT_LEAST: "$gte"}
_ON_GO = f'{{"kind":"{GO}"}}'
_ALWAYS = '{"one":{"p0":"one"}}'
# `dist` 0: one fact may match two patterns. 65535 is the largest cap; matches past it come in a second go.
_SETTINGS = '"cap":65535,"dist":0'


class Shard(NamedTuple):
    """One ruleset: its text, the kinds its rules look at, and each durable rule's rule name and size."""

    text: str
    kinds: tuple[str, ...]
    rules: tuple[tuple[str, int], ...]


def compiled(rules: Sequence[CompiledRule]) -> tuple[Wire, list[Shard]]:
    """The rules as shards, and the wire that spells facts for them.

    The rules have passed `check_rules`. Raises EngineFault for one that no shard can hold.
    """
    wire = Wire()
    shards: list[_Filling] = []
    for rule in rules:
        for variant in rule.variants:
            spelt = _Spelt(rule.name, len(variant.present), _patterns(variant, wire))
            home = next((shard for shard in shards if shard.takes(spelt)), None)
            if home is None:
                home = _Filling()
                if not home.takes(spelt):
                    raise EngineFault(f"rule {rule.name}: too many conditions for durable-rules")
                shards.append(home)
            home.add(spelt)
    for kind in wire.crowded():
        raise EngineFault(f"too many attributes of {kind} are used for durable-rules to hold")
    return wire, [shard.finished() for shard in shards]


class _SpeltPattern(NamedTuple):
    """A pattern as durable-rules reads it: `shared` conditions (the kind first) are held once for all
    patterns that begin with the same ones, `joins` once for each pattern."""

    alias: str
    kind: str
    shared: tuple[str, ...]
    joins: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return f'{{"{self.alias}":{{"$and":[{",".join((*self.shared, *self.joins))}]}}}}'


class _Load:
    """What patterns on one kind put on a ruleset: how many they are, how many joins they have, and one
    word for each condition after the kind, the same word where patterns share the condition."""

    __slots__ = ("joins", "patterns", "shared")

    def __init__(self) -> None:
        self.patterns = 0
        self.joins = 0
        self.shared: set[str] = set()

    def put(self, pattern: _SpeltPattern) -> None:
        self.patterns += 1
        self.joins += len(pattern.joins)
        self.shared.update(accumulate(pattern.shared[1:]))

    def add(self, other: _Load) -> None:
        self.patterns += other.patterns
        self.joins += other.joins
        self.shared |= other.shared

    def bears(self, other: _Load) -> bool:
        return (
            self.patterns + other.patterns <= MOST_PATTERNS
            and self.joins + other.joins + len(self.shared | other.shared) <= MOST_CONDITIONS
        )


class _Spelt:
    """A variant as a durable rule, and what it puts on a ruleset, by kind."""

    __slots__ = ("loads", "patterns", "rule", "size")

    def __init__(self, rule: str, size: int, patterns: Sequence[_SpeltPattern]) -> None:
        self.rule = rule
        self.size = size
        self.patterns = patterns
        self.loads: dict[str, _Load] = {}
        for pattern in patterns:
            self.loads.setdefault(pattern.kind, _Load()).put(pattern)


def _patterns(variant: Variant, wire: Wire) -> list[_SpeltPattern]:
    present, absent = variant.present, variant.absent
    referred: dict[int, set[str]] = {}
    for pattern in (*present, *absent):
        for join in pattern.joins:
            name = wire.use(present[join.other].kind, join.other_attribute, Form.REFERRED)
            referred.setdefault(join.other, set()).add(name)
    spelt = [
        _pattern(f"p{index}", pattern, referred.get(index, set()), wire)
        for index, pattern in enumerate(present)
    ]
    if absent:
        spelt.append(_SpeltPattern("g", GO, (_ON_GO,)))
        spelt += [_pattern(f"n{index}$not", pattern, set(), wire) for index, pattern in enumerate(absent)]
    return spelt


def _pattern(alias: str, pattern: Pattern, referred: set[str], wire: Wire) -> _SpeltPattern:
    kind, guarded = pattern.kind, referred
    joins: tuple[str, ...] = ()
    if pattern.joins:
        guarded = referred | {wire.use(kind, join.attribute, Form.VALUE) for join in pattern.joins}
        joins = _joins(pattern, wire)
    shared = [f'{{"kind":{quoted(kind)}}}']
    shared += [f'{{"$ex":{{"{name}":1}}}}' for name in sorted(guarded)]
    shared += sorted({_test(kind, test, wire) for test in pattern.tests})
    return _SpeltPattern(alias, kind, tuple(shared), joins)


def _joins(pattern: Pattern, wire: Wire) -> tuple[str, ...]:
    texts: dict[str, None] = {}
    for join in pattern.joins:
        own = wire.use(pattern.kind, join.attribute, Form.VALUE)
        other = wire.property(join.other_attribute, Form.REFERRED)
        texts[f'{{"{own}":{{"p{join.other}":"{other}"}}}}'] = None
    return (*texts, _ALWAYS)


def _test(kind: str, test: Test, wire: Wire) -> str:
    if test.op is Op.STATE:
        return f'{{"{wire.use(kind, test.attribute, Form.STATE)}":{quoted(str(test.value))}}}'
    if test.op in _ORDER:
        return f'{{"{_ORDER[test.op]}":{{"{wire.use(kind, test.attribute, Form.ORDER)}":{test.value}}}}}'
    equal = f'{{"{wire.use(kind, test.attribute, Form.VALUE)}":{quoted(tagged(test.value))}}}'
    return equal if test.op is Op.IS else f'{{"$neq":{equal}}}'


class _Filling:
    """A shard being filled. Invariant: within the bounds, the canary counted."""

    def __init__(self) -> None:
        self._rules: list[_Spelt] = []
        self._loads: dict[str, _Load] = {GO: _Load()}
        self._loads[GO].put(_SpeltPattern("g", GO, (_ON_GO,)))

    def takes(self, rule: _Spelt) -> bool:
        if len(self._rules) + 1 >= MOST_RULES:  # one place is the canary's
            return False
        if len(self._loads.keys() | rule.loads.keys()) > MOST_KINDS:
            return False
        return all(self._loads.get(kind, _NOTHING).bears(load) for kind, load in rule.loads.items())

    def add(self, rule: _Spelt) -> None:
        self._rules.append(rule)
        for kind, load in rule.loads.items():
            self._loads.setdefault(kind, _Load()).add(load)

    def finished(self) -> Shard:
        texts = [
            f'"{number}":{{"all":[{",".join(pattern.text for pattern in rule.patterns)}],{_SETTINGS}}}'
            for number, rule in enumerate(self._rules)
        ]
        texts.append(f'"{CANARY}":{{"all":[{{"g":{{"$and":[{_ON_GO}]}}}}],"pri":60000,{_SETTINGS}}}')
        kinds = tuple(kind for kind in self._loads if kind != GO)
        return Shard(f"{{{','.join(texts)}}}", kinds, tuple((rule.rule, rule.size) for rule in self._rules))


_NOTHING = _Load()
