"""Reads condition text with Lark and `grammars/condition.lark`; nothing else in `rules` imports Lark."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

from lark import Lark, Token, Transformer, UnexpectedInput, v_args

from clausecheck import data
from clausecheck.facts.fact import Scalar, State, Type
from clausecheck.rules import literals
from clausecheck.rules.compiled import Op
from clausecheck.rules.condition import (
    MOST_BRACKETS,
    Both,
    Comparison,
    Condition,
    ConditionError,
    Either,
    Link,
    Literal,
    Named,
    Not,
    StateTest,
    WrittenPattern,
)
from clausecheck.rules.condition_wording import explain
from clausecheck.spans import Position

GRAMMAR = "condition.lark"

_STATES = {"present": State.STATED, "absent": State.ABSENT, "blank": State.BLANK}

_ORDERS = {
    "AT_LEAST": Op.AT_LEAST,
    "AT_MOST": Op.AT_MOST,
    "ABOVE": Op.ABOVE,
    "BELOW": Op.BELOW,
    "GE": Op.AT_LEAST,
    "LE": Op.AT_MOST,
    "GT": Op.ABOVE,
    "LT": Op.BELOW,
}

T = TypeVar("T", bound=Scalar)


def read_conditions(text: str) -> tuple[WrittenPattern, ...]:
    """The patterns of a `when:`, in the order written. Raises ConditionError at the first fault."""
    text = text.replace("\r\n", "\n").replace("\u00a0", " ")
    if text.count("(") > MOST_BRACKETS:
        raise ConditionError(Position(1, 1), f"more than {MOST_BRACKETS} brackets; make two rules of it")
    try:
        patterns: tuple[WrittenPattern, ...] = parser().parse(text)  # type: ignore[assignment]
    except UnexpectedInput as fault:
        raise explain(fault, text) from None
    return patterns


@cache
def parser() -> Lark:
    """The parser, which yields patterns and no tree."""
    return build(transformer=_Builder())


def build(**options: Any) -> Lark:
    """A parser made from the grammar's text; a test asks for `strict=True`."""
    grammar = (data.folder("grammars") / GRAMMAR).read_text(encoding="utf-8")
    return Lark(grammar, parser="lalr", lexer="contextual", **options)


def _at(token: Token) -> Position:
    return Position(token.line or 1, token.column or 1)


def _literal(token: Token, kind: Type, read_value: Callable[[str], T]) -> Literal:
    try:
        return Literal(kind, read_value(str(token)), str(token), _at(token))
    except ValueError as fault:
        raise ConditionError(_at(token), str(fault)) from None


@v_args(inline=True)
class _Builder(Transformer[Token, Any]):
    """One method a rule or alias of the grammar, called bottom-up while Lark parses."""

    def start(self, *patterns: WrittenPattern | None) -> tuple[WrittenPattern, ...]:
        return tuple(pattern for pattern in patterns if pattern)

    def present(self, kind: Token, name: Token, condition: Condition | None) -> WrittenPattern:
        return WrittenPattern(str(kind), str(name), False, condition, _at(kind), _at(name))

    def absent(self, kind: Token, name: Token | None, condition: Condition | None) -> WrittenPattern:
        return WrittenPattern(str(kind), str(name or ""), True, condition, _at(kind), _at(name or kind))

    def either(self, *terms: Condition) -> Condition:
        return Either(terms)

    def both(self, *terms: Condition) -> Condition:
        return Both(terms)

    def negation(self, term: Condition) -> Condition:
        return Not(term)

    def equals(self, attribute: Token, value: Literal | Named) -> Condition:
        return Comparison(str(attribute), Op.IS, value, _at(attribute))

    def differs(self, attribute: Token, value: Literal | Named) -> Condition:
        return Comparison(str(attribute), Op.IS_NOT, value, _at(attribute))

    def ordered(self, attribute: Token, op: Op, value: Literal | Named) -> Condition:
        return Comparison(str(attribute), op, value, _at(attribute))

    def among(self, attribute: Token, values: tuple[Literal | Named, ...]) -> Condition:
        terms = tuple(self.equals(attribute, value) for value in values)
        return terms[0] if len(terms) == 1 else Either(terms)

    def not_among(self, attribute: Token, values: tuple[Literal | Named, ...]) -> Condition:
        terms = tuple(self.differs(attribute, value) for value in values)
        return terms[0] if len(terms) == 1 else Both(terms)

    def in_state(self, attribute: Token, state: State) -> Condition:
        return StateTest(str(attribute), state, _at(attribute))

    def not_in_state(self, attribute: Token, state: State) -> Condition:
        return Not(self.in_state(attribute, state))

    def link(self, attribute: Token, reference: Token) -> Condition:
        other, _, other_attribute = reference.partition(".")
        return Link(str(attribute), other, other_attribute, _at(reference))

    def not_link(self, attribute: Token, reference: Token) -> Condition:
        return Not(self.link(attribute, reference))

    def order(self, token: Token) -> Op:
        return _ORDERS[token.type]

    def state(self, token: Token) -> State:
        return _STATES[str(token)]

    def values(self, *values: Literal | Named) -> tuple[Literal | Named, ...]:
        return values

    def word(self, token: Token) -> Literal:
        return _literal(token, Type.WORD, str)

    def string(self, token: Token) -> Literal:
        return _literal(token, Type.WORD, literals.words)

    def yes(self, token: Token) -> Literal:
        return _literal(token, Type.FLAG, lambda _: True)

    def no(self, token: Token) -> Literal:
        return _literal(token, Type.FLAG, lambda _: False)

    def money(self, token: Token) -> Literal:
        return _literal(token, Type.MONEY, literals.money)

    def percent(self, token: Token) -> Literal:
        return _literal(token, Type.PERCENT, literals.percent)

    def date(self, token: Token) -> Literal:
        return _literal(token, Type.DATE, literals.day)

    def number(self, token: Token) -> Literal:
        return _literal(token, Type.COUNT, literals.count)

    def setting(self, token: Token) -> Named:
        return Named(str(token), _at(token))
