"""The one form that both engines run: rules with `or` and `not` already compiled away.

A rule is a list of variants (one for each way its conditions can hold); a variant has patterns that must
match a fact each, in order, and patterns that must match none. A pattern is a conjunction: tests against
constants, and joins, which are equalities with an attribute of an earlier positive pattern.

A test on an attribute that the fact does not have never holds, whatever its operator.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from clausecheck.facts.fact import Scalar


class Op(StrEnum):
    """How a test compares. `STATE` compares the attribute's state, not its value."""

    IS = "=="
    IS_NOT = "!="
    BELOW = "<"
    AT_MOST = "<="
    ABOVE = ">"
    AT_LEAST = ">="
    STATE = "state"


class Test(NamedTuple):
    """`attribute op value`. For `STATE`, value is a `State` word.

    `setting` names the setting that the value is the default of, if it is one's.
    """

    attribute: str
    op: Op
    value: Scalar
    setting: str = ""


Test.__test__ = False  # type: ignore[attr-defined]  # not a pytest class


class Join(NamedTuple):
    """`attribute` equals `other_attribute` of the fact matched by positive pattern number `other`."""

    attribute: str
    other: int
    other_attribute: str


class Pattern(NamedTuple):
    """A conjunction over one kind of fact."""

    kind: str
    tests: tuple[Test, ...] = ()
    joins: tuple[Join, ...] = ()


class Variant(NamedTuple):
    """One way a rule can hold: facts that must be there, and facts that must not."""

    present: tuple[Pattern, ...]
    absent: tuple[Pattern, ...] = ()


class CompiledRule(NamedTuple):
    """A rule as the engines run it. All variants have the same number of positive patterns."""

    name: str
    variants: tuple[Variant, ...]
