"""Rules and facts for engine tests: short constructors, and random ones that try to set engines at odds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random

from clausecheck.facts.fact import Fact, Scalar, State
from clausecheck.rules.compiled import CompiledRule, Join, Op, Pattern, Test, Variant
from clausecheck.spans import Span

NOWHERE = Span(0, 0)

Described = tuple[str, Mapping[str, Scalar]]

WORDS = (
    *("", "-", "1", "0", "-1", "true", "True", "b1", "i1", "w", "wICB", "ICB", "icb", "ICB ", "sid", "kind"),
    *('say "yes"', "back\\slash", '\\"', "'", "{", '"}', "£1m", "na\u00efve", "nai\u0308ve", "病院", "🏥"),
    *("\x00", "\n", "\ud800", "null", "NaN", "$s", "x" * 199, "x" * 200),
)
NUMBERS = (
    *(0, 1, -1, 2, -2, 10, -10, 450_000, 2**31, -(2**31) - 1),
    *(2**53, 2**53 + 1, 2**62, 2**62 - 1, -(2**62)),
)
FLAGS = (True, False)
STATES = tuple(State)
ORDERED = (Op.BELOW, Op.AT_MOST, Op.ABOVE, Op.AT_LEAST)


def fact(kind: str, n: int, states: Mapping[str, State] | None = None, **values: Scalar) -> Fact:
    return Fact(kind, n, NOWHERE, values, states or {})


def facts(*described: Described) -> list[Fact]:
    """Facts numbered in the order given."""
    return [Fact(kind, n, NOWHERE, values) for n, (kind, values) in enumerate(described)]


def rule(name: str, *present: Pattern, absent: Sequence[Pattern] = ()) -> CompiledRule:
    return CompiledRule(name, (Variant(tuple(present), tuple(absent)),))


def pattern(kind: str, *tests: Test, joins: Sequence[Join] = ()) -> Pattern:
    return Pattern(kind, tests, tuple(joins))


class World:
    """A few kinds and attributes, with values few enough for tests and joins to meet often."""

    def __init__(self, seed: int) -> None:
        self._random = random = Random(seed)
        self.kinds = [f"kind_{letter}" for letter in "abcd"[: random.randint(1, 4)]]
        self.attributes = ["id", "sid", "kind", "n", "one", "x", "y"][: random.randint(2, 7)]
        everything: list[Scalar] = [*WORDS, *NUMBERS, *FLAGS]
        self.values: list[Scalar] = [
            *random.sample(everything, random.randint(2, 6)),
            *random.sample(FLAGS, 1),
        ]
        if random.random() < 0.5:
            self.values += [1, True, "1", 0, False]

    def facts(self, most: int) -> list[Fact]:
        return [self._fact(n) for n in range(self._random.randint(0, most))]

    def rules(self, most: int) -> list[CompiledRule]:
        return [self._rule(f"rule-{number}") for number in range(self._random.randint(1, most))]

    def _fact(self, n: int) -> Fact:
        random = self._random
        values = {name: random.choice(self.values) for name in self.attributes if random.random() < 0.7}
        states = {name: random.choice(STATES) for name in self.attributes if random.random() < 0.4}
        return Fact(random.choice(self.kinds), n, NOWHERE, values, states)

    def _rule(self, name: str) -> CompiledRule:
        size = self._random.choice((1, 1, 1, 2, 2, 3))
        variants = [self._variant(size) for _ in range(self._random.choice((1, 1, 1, 2, 3)))]
        return CompiledRule(name, tuple(variants))

    def _variant(self, size: int) -> Variant:
        present = tuple(self._pattern(earlier) for earlier in range(size))
        absent = tuple(self._pattern(size) for _ in range(self._random.choice((0, 0, 1, 1, 2))))
        return Variant(present, absent)

    def _pattern(self, earlier: int) -> Pattern:
        random = self._random
        tests = tuple(self._test() for _ in range(random.choice((0, 0, 1, 1, 2, 3))))
        count = random.choice((0, 1, 1, 1, 2)) if earlier else 0
        joins = tuple(
            Join(random.choice(self.attributes), random.randrange(earlier), random.choice(self.attributes))
            for _ in range(count)
        )
        return Pattern(random.choice(self.kinds), tests, joins)

    def _test(self) -> Test:
        random = self._random
        attribute = random.choice(self.attributes)
        op = random.choice((Op.IS, Op.IS, Op.IS_NOT, Op.STATE, *ORDERED))
        if op is Op.STATE:
            return Test(attribute, op, random.choice(STATES))
        if op in ORDERED:
            numbers = [
                value for value in self.values if isinstance(value, int) and not isinstance(value, bool)
            ]
            return Test(attribute, op, random.choice(numbers or [0]))
        return Test(attribute, op, random.choice(self.values))
