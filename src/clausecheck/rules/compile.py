"""Checks written conditions against the fact schema and compiles them into the form that engines run.

The checks are strict because the engine's comparisons are not: a rule that compares money with a percentage,
or asks whether a required attribute is absent, would be silent for ever.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from types import MappingProxyType

from clausecheck.facts.fact import Attribute, Kind, State, Type
from clausecheck.model.suggest import listed, suggestion
from clausecheck.rules.compiled import CompiledRule, Join, Op, Pattern, Test, Variant
from clausecheck.rules.condition import (
    Both,
    Comparison,
    Condition,
    ConditionError,
    Either,
    Link,
    Literal,
    Not,
    StateTest,
    WrittenPattern,
)
from clausecheck.rules.condition_reader import read_conditions
from clausecheck.rules.normal import All, Formula, Leaf, Some, Way, count, ways
from clausecheck.rules.setting import Setting
from clausecheck.spans import Position

MOST_VARIANTS = 64

_OPPOSITE = {
    Op.IS: Op.IS_NOT,
    Op.IS_NOT: Op.IS,
    Op.BELOW: Op.AT_LEAST,
    Op.AT_LEAST: Op.BELOW,
    Op.ABOVE: Op.AT_MOST,
    Op.AT_MOST: Op.ABOVE,
}

_ORDERED = frozenset({Type.MONEY, Type.PERCENT, Type.COUNT, Type.DATE})

# What a condition can ask of a state. A fourth, unknown, satisfies none of them.
_ASKED = (State.STATED, State.BLANK, State.ABSENT)

_WANTED = {
    Type.MONEY: "an amount such as £500,000",
    Type.PERCENT: "a percentage such as 2.5%",
    Type.COUNT: "a whole number such as 12",
    Type.DATE: "a date such as 24 February 2025",
    Type.WORD: "a word such as alliance, or words in quotes",
    Type.FLAG: "true or false",
}


def compile_rule(name: str, when: str, schema: Mapping[str, Kind]) -> CompiledRule:
    """Read, check and compile the `when:` of rule `name`. Raises ConditionError at the first fault."""
    return compile_patterns(name, read_conditions(when), schema)


def compile_patterns(
    name: str,
    own: Sequence[WrittenPattern],
    schema: Mapping[str, Kind],
    context: Sequence[WrittenPattern] = (),
    settings: Mapping[str, Setting] = MappingProxyType({}),
) -> CompiledRule:
    """Compile the patterns of a rule, followed by those of its pack's `applies_when`.

    The rule's own positive patterns come first, so that the first facts of a hit are the rule's. Raises
    ConditionError at the first fault of `own`; `context` has been checked with `check_context`.
    """
    if not own or own[0].absent:
        at = own[0].kind_at if own else Position(1, 1)
        raise ConditionError(at, 'a rule needs something that must match first, before any "no" pattern')
    for pattern in own:
        if pattern.name.startswith("_"):
            raise ConditionError(pattern.name_at, "names that begin with _ are for the pack's applies_when")
    return CompiledRule(name, _variants([*own, *context], schema, settings))


def check_context(patterns: Sequence[WrittenPattern], schema: Mapping[str, Kind]) -> None:
    """Check the patterns of a pack's `applies_when`. Raises ConditionError at the first fault."""
    for pattern in patterns:
        if pattern.name and not pattern.name.startswith("_"):
            raise ConditionError(pattern.name_at, f"a name in applies_when begins with _: _{pattern.name}")
    _variants(patterns, schema)


def positives(patterns: Iterable[WrittenPattern]) -> dict[str, str]:
    """The kind of each pattern that must match, by its name, in order."""
    return {pattern.name: pattern.kind for pattern in patterns if not pattern.absent}


def _variants(
    patterns: Sequence[WrittenPattern],
    schema: Mapping[str, Kind],
    settings: Mapping[str, Setting] = MappingProxyType({}),
) -> tuple[Variant, ...]:
    scope = _Scope(schema, settings)
    present: list[list[Pattern]] = []
    absent: list[Pattern] = []
    total = 1
    for pattern in patterns:
        formula = scope.formula(pattern)
        number = count(formula)
        total *= 1 if pattern.absent else number
        if max(total, number) > MOST_VARIANTS:
            message = f"these conditions can hold in more than {MOST_VARIANTS} ways; make two rules of it"
            raise ConditionError(patterns[0].kind_at, message)
        compiled = [_pattern(pattern.kind, way) for way in ways(formula)]
        if pattern.absent:
            absent += compiled
        else:
            present.append(compiled)
            scope.add(pattern)
    missing = tuple(dict.fromkeys(absent))
    return tuple(Variant(chosen, missing) for chosen in product(*present))


def _pattern(kind: str, way: Way) -> Pattern:
    tests = tuple(part for part in way if isinstance(part, Test))
    joins = tuple(part for part in way if isinstance(part, Join))
    return Pattern(kind, tests, joins)


class _Scope:
    """The schema, and the positive patterns that a condition may refer to so far."""

    def __init__(self, schema: Mapping[str, Kind], settings: Mapping[str, Setting]) -> None:
        self.schema = schema
        self.settings = settings
        self.order: dict[str, int] = {}
        self.kinds: dict[str, Kind] = {}

    def add(self, pattern: WrittenPattern) -> None:
        """Let later patterns refer to this one."""
        self.order[pattern.name] = len(self.order)
        self.kinds[pattern.name] = self.schema[pattern.kind]

    def formula(self, pattern: WrittenPattern) -> Formula:
        """The checked condition of a pattern, with negation pushed down to the comparisons."""
        kind = self.schema.get(pattern.kind)
        if kind is None:
            hint = suggestion(pattern.kind, self.schema)
            raise ConditionError(pattern.kind_at, f'no kind of fact is called "{pattern.kind}"{hint}')
        if pattern.name in self.order:
            raise ConditionError(pattern.name_at, f'"{pattern.name}" names an earlier pattern already')
        return All(()) if pattern.condition is None else self._formula(kind, pattern.condition, False)

    def _formula(self, kind: Kind, condition: Condition, negated: bool) -> Formula:
        match condition:
            case Not(term):
                return self._formula(kind, term, not negated)
            case Both(terms) | Either(terms):
                parts = tuple(self._formula(kind, term, negated) for term in terms)
                return All(parts) if isinstance(condition, Both) != negated else Some(parts)
            case Comparison():
                return Leaf((_comparison(kind, self._valued(condition), negated),))
            case StateTest():
                return Leaf(_state_tests(kind, condition, negated))
            case Link():
                return Leaf((self._join(kind, condition, negated),))

    def _valued(self, comparison: Comparison) -> tuple[Comparison, Literal, str]:
        """The comparison, the value it is with, and the name of the setting that has it, if one does."""
        named = comparison.value
        if isinstance(named, Literal):
            return comparison, named, ""
        setting = self.settings.get(named.name)
        if setting is None:
            hint = suggestion(named.name, self.settings)
            raise ConditionError(named.at, f'no pack has a setting "{named.name}"{hint}')
        return comparison, Literal(setting.type, setting.value, setting.written, named.at), named.name

    def _join(self, kind: Kind, link: Link, negated: bool) -> Join:
        mine = _attribute(kind, link.attribute, link.at)
        if link.other not in self.order:
            hint = suggestion(link.other, self.order)
            raise ConditionError(
                link.at, f'no earlier pattern that must match is called "{link.other}"{hint}'
            )
        theirs = _attribute(self.kinds[link.other], link.other_attribute, link.at)
        if negated:
            raise ConditionError(
                link.at, 'another pattern can be compared with "is" only, and not under "not"'
            )
        for each in (mine, theirs):
            if each.type is Type.TEXT:
                raise ConditionError(link.at, f"{each.name} is free text and cannot be compared")
        if mine.type is not theirs.type:
            message = f"{mine.name} is a {mine.type} and {theirs.name} a {theirs.type}; they are never equal"
            raise ConditionError(link.at, message)
        return Join(mine.name, self.order[link.other], theirs.name)


def _attribute(kind: Kind, name: str, at: Position) -> Attribute:
    attribute = kind.attributes.get(name)
    if attribute is None:
        hint = suggestion(name, kind.attributes)
        raise ConditionError(at, f'{kind.name} has no attribute "{name}"{hint or _has(kind)}')
    return attribute


def _has(kind: Kind) -> str:
    return f"; it has {listed(kind.attributes, 'and')}" if kind.attributes else ""


def _comparison(kind: Kind, valued: tuple[Comparison, Literal, str], negated: bool) -> Test:
    comparison, value, setting = valued
    attribute = _attribute(kind, comparison.attribute, comparison.at)
    op = comparison.op
    if attribute.type is Type.TEXT:
        message = f"{attribute.name} is free text; ask only whether it is present, absent or blank"
        raise ConditionError(value.at, message)
    if value.type is not attribute.type:
        raise ConditionError(value.at, _unsuited(attribute, value))
    if op not in (Op.IS, Op.IS_NOT) and attribute.type not in _ORDERED:
        message = f'{attribute.name} is a {attribute.type} and has no order; compare it with "is" or "is not"'
        raise ConditionError(comparison.at, message)
    return Test(attribute.name, _OPPOSITE[op] if negated else op, value.value, setting)


def _unsuited(attribute: Attribute, value: Literal) -> str:
    message = f"{attribute.name} is compared with {_WANTED[attribute.type]}, not with {value.text}"
    if attribute.type is Type.WORD:
        return f"{message}; if {value.text} is a name, put it in quotes"
    return message


def _state_tests(kind: Kind, test: StateTest, negated: bool) -> tuple[Test, ...]:
    attribute = _attribute(kind, test.attribute, test.at)
    if not attribute.optional:
        message = f"every {kind.name} has {attribute.name}, so it is never absent or blank"
        raise ConditionError(test.at, message)
    states = [state for state in _ASKED if (state is test.state) != negated]
    return tuple(Test(attribute.name, Op.STATE, state.value) for state in states)
