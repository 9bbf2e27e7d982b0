"""Reads a rule card: one Markdown file that is a rule, its documentation and its tests."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath
from typing import Annotated, Any, Literal

from pydantic import Field, StrictBool, ValidationError

from clausecheck.finding import Class, Confidence, Level, Safety
from clausecheck.rules.card_body import Body, read_body
from clausecheck.rules.condition import ConditionError, WrittenPattern
from clausecheck.rules.condition_reader import read_conditions
from clausecheck.rules.evidence import EVIDENCE, HOUSE_RULE, exceeds, lacks_house_rule
from clausecheck.rules.faults import CardFault
from clausecheck.rules.front_matter import FrontMatter, split
from clausecheck.rules.keys import Keys, choice, key_faults

NAME = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"

_FORMS = {
    "name": "small words joined by hyphens",
    "extends": "the name of a rule",
    "code": "two to four capital letters and three digits, such as RS003",
    "since": "a version such as 0.1.0",
    "url": "an address that begins with https://",
}

_RAISERS = ("reader", "report", "house")

Text = Annotated[str, Field(min_length=1)]


class AlsoHead(Keys):
    """A further place to point at."""

    at: Text
    label: Text


class FixHead(Keys):
    """The text that would mend the draft, and where it goes."""

    title: Text
    replace: Text
    text: Text = Field(alias="with")
    safety: Annotated[Safety, choice({each.value: each for each in Safety})]


class CardHead(Keys):
    """The keys of a card, each valid by itself; `read_card` sees to those that depend on one another."""

    name: str = Field(pattern=NAME)
    code: str = Field(pattern=r"^[A-Z]{2,4}[0-9]{3}$")
    level: Annotated[Level, choice({each.word: each for each in reversed(Level)})]
    kind: Annotated[Class, choice({each.value: each for each in Class})] = Field(alias="class")
    confidence: Annotated[Confidence, choice({each.value: each for each in Confidence})]
    evidence: Annotated[str, choice({tag: tag for tag in EVIDENCE})]
    authority: tuple[Text, ...] = Field(min_length=1)
    since: str = Field(pattern=r"^[0-9]+\.[0-9]+\.[0-9]+$")
    raised_by: (
        Annotated[Literal["reader", "report", "house"], choice({each: each for each in _RAISERS})] | None
    ) = None
    when: Text | None = None
    at: Text | None = None
    says: Text | None = None
    also: tuple[AlsoHead, ...] = ()
    so: Text | None = None
    help: Text | None = None
    fix: FixHead | None = None
    mandatory: StrictBool = False
    valid_from: date | None = Field(default=None, strict=True)
    valid_to: date | None = Field(default=None, strict=True)
    extends: str | None = Field(default=None, pattern=NAME)
    url: str | None = Field(default=None, pattern=r"^https://\S+$")


@dataclass(frozen=True, slots=True)
class Card:
    """A card without fault in itself; whether it fits the facts is seen when it is compiled.

    `patterns` is its `when`, read. `values` are its keys before validation, inherited ones with them.
    """

    path: str
    head: CardHead
    body: Body
    patterns: tuple[WrittenPattern, ...]
    values: Mapping[str, Any]
    lines: Mapping[str, int]
    first_lines: Mapping[str, int]

    def fault(self, key: str, message: str) -> CardFault:
        """A fault at the line of a key ("also.0.at"), or of the closest key around it."""
        return CardFault(self.path, _line(self.lines, key), message)

    def when_fault(self, error: ConditionError) -> CardFault:
        """A fault at its line inside `when`."""
        return _when_fault(self.path, self.first_lines, error)


def read_card(text: str, path: str, parent: Card | None = None) -> Card | tuple[CardFault, ...]:
    """The card in `text`, or every fault of it at its line.

    A card that `extends` another takes each key it does not state, and a body if it has none, from
    `parent`; without the parent it is read as if it stood alone.
    """
    front = split(text.removeprefix("\ufeff").replace("\r\n", "\n"), path)
    return complete(front, path, parent) if isinstance(front, FrontMatter) else front


def complete(front: FrontMatter, path: str, parent: Card | None = None) -> Card | tuple[CardFault, ...]:
    """The card whose front matter has been read already; see `read_card`."""
    inherited = _inherited(front, parent)
    line = front.lines.get("extends", 1)
    lines = {**dict.fromkeys(inherited, line), **front.lines}
    first_lines = {**dict.fromkeys(inherited, line), **front.first_lines}
    values = {**inherited, **front.values}
    faults: list[CardFault] = []
    if parent:  # an empty key takes away what would be inherited
        values = {key: value for key, value in values.items() if value is not None}
    else:
        empty = [key for key, value in values.items() if value is None]
        faults += (CardFault(path, _line(lines, key), f'"{key}" is empty') for key in empty)
    head = _head(values, path, lines)
    body: Body | tuple[CardFault, ...]
    if parent and not front.body.strip():
        body = parent.body
    else:
        language = "toml" if values.get("raised_by") == "house" else "clause"
        body = read_body(front.body, front.body_line, path, language)
    patterns = _patterns(values.get("when"), path, first_lines)
    if isinstance(head, CardHead):
        together = _together(head, PurePosixPath(path).stem)
        faults += (CardFault(path, _line(lines, key), message) for key, message in together)
    else:
        faults += head
    faults += body if not isinstance(body, Body) else ()
    faults += [patterns] if isinstance(patterns, CardFault) else []
    if (
        faults
        or not (isinstance(head, CardHead) and isinstance(body, Body))
        or isinstance(patterns, CardFault)
    ):
        return tuple(sorted(faults))
    return Card(path, head, body, patterns, values, lines, first_lines)


def _inherited(front: FrontMatter, parent: Card | None) -> dict[str, Any]:
    """The keys that come from the parent: never its name, and its code only when it is being replaced."""
    if parent is None:
        return {}
    own = {"name", "extends"} | (set() if front.values.get("name") == parent.head.name else {"code"})
    return {key: value for key, value in parent.values.items() if key not in own and key not in front.values}


def _head(values: Mapping[str, Any], path: str, lines: Mapping[str, int]) -> CardHead | tuple[CardFault, ...]:
    try:
        return CardHead.model_validate(dict(values))
    except ValidationError as error:
        found = key_faults(error, CardHead, _FORMS)
        return tuple(CardFault(path, _line(lines, fault.key), fault.message) for fault in found)


def _patterns(
    when: object, path: str, first_lines: Mapping[str, int]
) -> tuple[WrittenPattern, ...] | CardFault:
    if not isinstance(when, str):
        return ()
    try:
        return read_conditions(when)
    except ConditionError as error:
        return _when_fault(path, first_lines, error)


def _together(head: CardHead, stem: str) -> Iterator[tuple[str, str]]:
    """What is wrong between keys: the key to point at, and the words."""
    if head.name != stem:
        yield "name", f'the card is called "{head.name}" and its file "{stem}.md"; they must be the same'
    over = exceeds(head.evidence, head.level)
    if over:
        yield ("level" if EVIDENCE[head.evidence].most else "evidence"), over
    if lacks_house_rule(head.evidence, head.authority):
        message = f'evidence {head.evidence} has no source, so "authority" must say "{HOUSE_RULE}"'
        yield "authority", message
    if head.valid_from and head.valid_to and head.valid_to < head.valid_from:
        yield "valid_to", "the rule stops being valid before it begins"
    for key in ("when", "at", "says"):
        if head.raised_by and getattr(head, key):
            yield key, f'a finding raised by the {head.raised_by} has no "{key}"'
        if not head.raised_by and not getattr(head, key):
            yield "", f'there is no "{key}"'
    for key in ("also", "fix"):
        if head.raised_by and getattr(head, key):
            yield key, f'a finding raised by the {head.raised_by} has no "{key}"'


def _when_fault(path: str, first_lines: Mapping[str, int], error: ConditionError) -> CardFault:
    return CardFault(path, first_lines.get("when", 1) + error.line - 1, error.message)


def _line(lines: Mapping[str, int], key: str) -> int:
    """The line of a key, or of the closest one around it; the card's first line if there is none."""
    while key and key not in lines:
        key = key.rpartition(".")[0]
    return lines.get(key, lines.get("extends", 1))
