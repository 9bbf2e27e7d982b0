"""The condition language of rule cards: what a `when:` says, before it is checked against the facts.

One pattern a line. `kind name: condition` must match a fact; `no kind: condition` must match none.
`condition_reader` turns the text into the patterns below; `compile` checks and normalises them.

What a condition means:

- `not (...)` is pushed down to the comparisons (De Morgan): `not (a and b)` is `not (a) or not (b)`.
- A comparison on an attribute that the fact does not have never holds, negated or not. So
  `not (amount above £5)` says that an amount is stated and that it is at most £5; to reach the fact
  without one, write `amount is absent`.
- `setting outcome-share-most` is the value that the pack, or the house, gives that setting.
- `is present`, `is absent` and `is blank` compare the state of an attribute. Where the draft could not be
  read in full the state is not known, and neither `is absent` nor `is not absent` holds.
"""

from __future__ import annotations

from dataclasses import dataclass

from clausecheck.facts.fact import Scalar, State, Type
from clausecheck.rules.compiled import Op
from clausecheck.spans import Position

MOST_BRACKETS = 64  # keeps every walk over a condition far from Python's own limit on depth


class ConditionError(Exception):
    """A condition that cannot be read or does not fit the facts; line and column count from 1."""

    def __init__(self, at: Position, message: str) -> None:
        super().__init__(f"line {at.line}, column {at.column}: {message}")
        self.line = at.line
        self.column = at.column
        self.message = message


@dataclass(frozen=True, slots=True)
class Literal:
    """A value as written: the type its form gives it, its value in that type's unit, and its text."""

    type: Type
    value: Scalar
    text: str
    at: Position


@dataclass(frozen=True, slots=True)
class Named:
    """A value that a setting of a pack has, by the setting's name."""

    name: str
    at: Position


@dataclass(frozen=True, slots=True)
class Comparison:
    """`attribute op value`."""

    attribute: str
    op: Op
    value: Literal | Named
    at: Position


@dataclass(frozen=True, slots=True)
class StateTest:
    """`attribute is present`, `is absent` or `is blank`."""

    attribute: str
    state: State
    at: Position


@dataclass(frozen=True, slots=True)
class Link:
    """`attribute is other.other_attribute`."""

    attribute: str
    other: str
    other_attribute: str
    at: Position


@dataclass(frozen=True, slots=True)
class Not:
    """The term does not hold, in the sense of the module's docstring."""

    term: Condition


@dataclass(frozen=True, slots=True)
class Both:
    """Every term holds; there are at least two."""

    terms: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """Some term holds; there are at least two."""

    terms: tuple[Condition, ...]


Condition = Comparison | StateTest | Link | Not | Both | Either


@dataclass(frozen=True, slots=True)
class WrittenPattern:
    """One pattern as written. Only an absent one may lack a name; no condition means any fact of the kind."""

    kind: str
    name: str
    absent: bool
    condition: Condition | None
    kind_at: Position
    name_at: Position
