"""Reads `pack.toml`, the head of a folder of rule cards."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Annotated

from pydantic import Field, StrictInt, StrictStr, ValidationError

from clausecheck.facts.fact import Kind
from clausecheck.rules.card import NAME, Text
from clausecheck.rules.compile import check_context
from clausecheck.rules.condition import ConditionError, WrittenPattern
from clausecheck.rules.condition_reader import read_conditions
from clausecheck.rules.evidence import EVIDENCE
from clausecheck.rules.faults import CardFault
from clausecheck.rules.keys import Keys, choice, key_faults
from clausecheck.rules.rule import Pack
from clausecheck.rules.setting import LEVEL, Setting, read_value
from clausecheck.toml_keys import keys_of, line_of, place_of

_OPENED = re.compile(r"[ \t]*=[ \t]*(\"\"\"|''')\r?\n")

_FORMS = {"name": "small words joined by hyphens", "version": "a version such as 1.0.0"}


class SettingHead(Keys):
    """The keys of a setting: its default, what it is, and where the default comes from."""

    value: StrictInt | StrictStr
    says: Text
    key: Text
    source: Text
    evidence: Annotated[str, choice({tag: tag for tag in EVIDENCE})]


class PackHead(Keys):
    """The keys of a pack, each valid by itself."""

    name: str = Field(pattern=NAME)
    title: Text
    version: str = Field(pattern=r"^[0-9]+\.[0-9]+\.[0-9]+$")
    summary: Text
    sources: tuple[Text, ...]
    applies_when: Text | None = None
    settings: dict[str, SettingHead] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReadPack:
    """A pack without fault, and the patterns that are added to each of its rules."""

    pack: Pack
    context: tuple[WrittenPattern, ...]


def read_pack(text: str, path: str, schema: Mapping[str, Kind]) -> ReadPack | tuple[CardFault, ...]:
    """The pack whose `pack.toml` has this text, or every fault of it at its line."""
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return (_toml_fault(error, text, path),)
    try:
        head = PackHead.model_validate(values)
    except ValidationError as error:
        found = key_faults(error, PackHead, _FORMS)
        return tuple(sorted(CardFault(path, _line(text, fault.key), fault.message) for fault in found))
    folder = PurePosixPath(path).parent.name
    if head.name != folder:
        message = f'the pack is called "{head.name}" and its folder "{folder}"; they must be the same'
        return (CardFault(path, _line(text, "name"), message),)
    try:
        context = read_conditions(head.applies_when or "")
        check_context(context, schema)
    except ConditionError as error:
        return (CardFault(path, _first_line(text, "applies_when") + error.line - 1, error.message),)
    settings: list[Setting] = []
    for name, setting in head.settings.items():
        try:
            settings.append(_setting(head.name, name, setting))
        except ValueError as error:
            return (CardFault(path, _line(text, f"settings.{name}"), f'setting "{name}": {error}'),)
    pack = Pack(
        head.name,
        head.title,
        head.version,
        head.summary,
        head.sources,
        head.applies_when or "",
        tuple(settings),
    )
    return ReadPack(pack, context)


def _setting(pack: str, name: str, head: SettingHead) -> Setting:
    """The setting of a pack. Raises ValueError for a name or value that is none."""
    if not re.fullmatch(NAME, name) or name == LEVEL:
        raise ValueError(f'its name is small words joined by hyphens, and not "{LEVEL}"')
    type_, value, written = read_value(head.value)
    return Setting(pack, name, type_, value, written, head.says, head.key, head.source, head.evidence)


def _toml_fault(error: tomllib.TOMLDecodeError, text: str, path: str) -> CardFault:
    place = re.search(r"\(at line (\d+), column \d+\)|\(at end of document\)", str(error))
    problem = str(error)[: place.start()].strip() if place else str(error)
    line = int(place[1]) if place and place[1] else text.rstrip("\n").count("\n") + 1
    return CardFault(path, line, f"this is not valid TOML: {problem[:1].lower()}{problem[1:]}")


def _line(text: str, key: str) -> int:
    return line_of(text, key.split("."))


def _first_line(text: str, key: str) -> int:
    """The line on which the text of a key begins; TOML drops a newline right after opening quotes."""
    end = place_of((key,), keys_of(text)).end
    return _line(text, key) + (1 if _OPENED.match(text, end) else 0)
