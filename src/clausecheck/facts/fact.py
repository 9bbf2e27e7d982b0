"""A fact, and the types its attributes may have.

Facts are flat on purpose: a kind, and attributes that are whole numbers, short words or yes/no. That is
what the rule engine can compare without error, and what a rule author can see on one line. Clause text
never becomes an attribute value: a text attribute says only whether it is stated, and how to show it.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from clausecheck.spans import Span

Scalar = int | str | bool


class Type(StrEnum):
    """What an attribute holds, and so what a condition may compare it with."""

    MONEY = "money"  # int, pence
    PERCENT = "percent"  # int, ten-thousandths of a percentage point: 45% is 450000
    COUNT = "count"  # int
    DATE = "date"  # int, yyyymmdd: 1 April 2026 is 20260401
    WORD = "word"  # str: an id, a choice or a name, compared whole
    FLAG = "flag"  # bool
    TEXT = "text"  # never sent as a value: only stated, blank or absent


class State(StrEnum):
    """Whether the draft states an attribute."""

    STATED = "stated"  # there is a line, and it says something
    BLANK = "blank"  # there is a line with a hole in it, or one that could not be read
    ABSENT = "absent"  # there is no such line
    UNKNOWN = "unknown"  # the block was not read in full, so nobody can say


class Attribute(NamedTuple):
    """One attribute of a kind of fact. An attribute that is not optional is always stated."""

    name: str
    type: Type
    doc: str
    optional: bool = False


class Kind(NamedTuple):
    """A kind of fact: its name, what it stands for, and its attributes by name."""

    name: str
    doc: str
    attributes: Mapping[str, Attribute]


class Fact(NamedTuple):
    """One fact of one draft.

    `n` is its place in the draft's list of facts. `values` has the scalars that rules compare; `states`
    the state of every optional attribute; `shown` the words that messages use for an attribute;
    `spans` where an attribute stands, `span` where the whole fact does; `path` the heading path.
    """

    kind: str
    n: int
    span: Span
    values: Mapping[str, Scalar] = MappingProxyType({})
    states: Mapping[str, State] = MappingProxyType({})
    shown: Mapping[str, str] = MappingProxyType({})
    spans: Mapping[str, Span] = MappingProxyType({})
    path: tuple[str, ...] = ()

    def state(self, attribute: str) -> State:
        """The state of an attribute; one that is not optional is stated."""
        return self.states.get(attribute, State.STATED)
