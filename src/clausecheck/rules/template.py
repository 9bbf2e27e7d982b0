"""The message templates of rule cards: words with places for what the matched facts say.

`{p.attribute}` is what the fact matched by pattern `p` shows for an attribute, `{p}` what the fact itself
is called, `{setting name}` the value of a setting, `{{` and `}}` are braces. Names are checked when a card
is compiled, so rendering cannot fail.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from clausecheck.facts.fact import Fact, Kind, Scalar

_PIECE = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")
_LIMIT = re.compile(r"setting\s+([A-Za-z][\w-]*)")
_PLACE = re.compile(r"([A-Za-z][\w-]*)(?:\.([A-Za-z_][\w-]*))?")

NOT_STATED = "not stated"


class TemplateError(Exception):
    """A template with an unknown name or an unpaired brace; the message says which."""


class Place(NamedTuple):
    """An attribute of the fact of positive pattern number `pattern`, or, without one, the fact itself."""

    pattern: int
    attribute: str = ""


class Limit(NamedTuple):
    """The value of a setting, which `settle` puts in its place before a message is made."""

    name: str


class Template(NamedTuple):
    """Words, places and limits, in order."""

    parts: tuple[str | Place | Limit, ...]

    @property
    def limits(self) -> frozenset[str]:
        """The settings that the template shows."""
        return frozenset(part.name for part in self.parts if isinstance(part, Limit))


def compile_template(
    text: str,
    patterns_by_name: Mapping[str, str],
    schema: Mapping[str, Kind],
    settings: Collection[str] = (),
) -> Template:
    """The template of `text`. `patterns_by_name` has the kind of each positive pattern, in order.

    Raises TemplateError for a brace without a partner, and for a pattern, attribute or setting that is not
    there.
    """
    parts: list[str | Place | Limit] = []
    end = 0
    for piece in _PIECE.finditer(text.strip()):
        parts.append(text.strip()[end : piece.start()])
        end = piece.end()
        if piece[1] is not None:
            inner = piece[1].strip()
            limit = _limit(inner, settings)
            parts.append(limit or find_place(inner, patterns_by_name, schema))
        elif len(piece[0]) == 2:
            parts.append(piece[0][0])
        else:
            raise TemplateError(f'"{piece[0]}" stands alone in "{text.strip()}"; write it twice for a brace')
    parts.append(text.strip()[end:])
    return Template(tuple(part for part in parts if part != ""))


def _limit(text: str, settings: Collection[str]) -> Limit | None:
    """The setting that `setting NAME` shows; None for other words. Raises TemplateError for no such one."""
    from clausecheck.model.suggest import suggestion

    match = _LIMIT.fullmatch(text)
    if not match:
        return None
    if match[1] not in settings:
        raise TemplateError(f'"{text}": no pack has a setting "{match[1]}"{suggestion(match[1], settings)}')
    return Limit(match[1])


def find_place(text: str, patterns_by_name: Mapping[str, str], schema: Mapping[str, Kind]) -> Place:
    """The place that `p` or `p.attribute` names. Raises TemplateError if there is no such place."""
    from clausecheck.model.suggest import suggestion

    match = _PLACE.fullmatch(text)
    if not match:
        raise TemplateError(f'"{text}" is not a pattern\'s name, or a name, a full stop and an attribute')
    name, attribute = match[1], match[2] or ""
    if name not in patterns_by_name:
        hint = suggestion(name, patterns_by_name)
        raise TemplateError(f'"{text}": no pattern that must match is called "{name}"{hint}')
    kind = schema[patterns_by_name[name]]
    if attribute and attribute not in kind.attributes:
        hint = suggestion(attribute, kind.attributes)
        raise TemplateError(f'"{text}": {kind.name} has no attribute "{attribute}"{hint}')
    return Place(list(patterns_by_name).index(name), attribute)


def render(template: Template, facts: Sequence[Fact]) -> str:
    """The words of the template for the facts that the rule's positive patterns matched, in order."""
    return "".join(_said(part, facts) for part in template.parts)


def _said(part: str | Place | Limit, facts: Sequence[Fact]) -> str:
    assert not isinstance(part, Limit), f"setting {part.name} was not settled"
    return part if isinstance(part, str) else shown(part, facts)


def shown(place: Place, facts: Sequence[Fact]) -> str:
    """What a fact shows at a place; `not stated` for an attribute that it does not have."""
    fact = facts[place.pattern]
    if not place.attribute:
        return fact.shown.get("name") or (fact.path[-1] if fact.path else fact.kind)
    words = fact.shown.get(place.attribute)
    if words is not None:
        return words
    value = fact.values.get(place.attribute)
    return NOT_STATED if value is None else _plain(value)


def _plain(value: Scalar) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)
