"""Small words for declaring kinds of fact, so that a schema reads like a table."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from clausecheck.facts.fact import Attribute, Kind, Type


def money(doc: str, optional: bool = False) -> tuple[Type, str, bool]:
    """An amount in pence."""
    return Type.MONEY, doc, optional


def percent(doc: str, optional: bool = False) -> tuple[Type, str, bool]:
    """A percentage, in ten-thousandths of a point."""
    return Type.PERCENT, doc, optional


def count(doc: str, optional: bool = False) -> tuple[Type, str, bool]:
    """A whole number."""
    return Type.COUNT, doc, optional


def day(doc: str, optional: bool = False) -> tuple[Type, str, bool]:
    """A date, as yyyymmdd."""
    return Type.DATE, doc, optional


def word(doc: str, optional: bool = False) -> tuple[Type, str, bool]:
    """An id, a choice or a name, compared whole."""
    return Type.WORD, doc, optional


def flag(doc: str, optional: bool = False) -> tuple[Type, str, bool]:
    """Yes or no."""
    return Type.FLAG, doc, optional


def text(doc: str, optional: bool = True) -> tuple[Type, str, bool]:
    """Words that messages can show and no rule can compare."""
    return Type.TEXT, doc, optional


def kind(name: str, doc: str, **attributes: tuple[Type, str, bool]) -> Kind:
    """A kind of fact with these attributes, in this order."""
    return Kind(name, doc, attribute_table(attributes))


def attribute_table(attributes: Mapping[str, tuple[Type, str, bool]]) -> Mapping[str, Attribute]:
    """The attributes by name, read-only."""
    return MappingProxyType(
        {name: Attribute(name, type_, doc, optional) for name, (type_, doc, optional) in attributes.items()}
    )
