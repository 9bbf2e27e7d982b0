"""Reads `pack.toml`, the head of a folder of rule cards."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from pydantic import Field, ValidationError

from clausecheck.facts.fact import Kind
from clausecheck.rules.card import Text
from clausecheck.rules.compile import check_context
from clausecheck.rules.condition import ConditionError, WrittenPattern, read_conditions
from clausecheck.rules.faults import CardFault
from clausecheck.rules.keys import Keys, key_faults
from clausecheck.rules.rule import Pack

_FORMS = {"name": "small words joined by hyphens", "version": "a version such as 1.0.0"}


class PackHead(Keys):
    """The keys of a pack, each valid by itself."""

    name: str = Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")
    title: Text
    version: str = Field(pattern=r"^[0-9]+\.[0-9]+\.[0-9]+$")
    summary: Text
    sources: tuple[Text, ...]
    applies_when: Text | None = None


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
    pack = Pack(head.name, head.title, head.version, head.summary, head.sources, head.applies_when or "")
    return ReadPack(pack, context)


def _toml_fault(error: tomllib.TOMLDecodeError, text: str, path: str) -> CardFault:
    place = re.search(r"\(at line (\d+), column \d+\)|\(at end of document\)", str(error))
    problem = str(error)[: place.start()].strip() if place else str(error)
    line = int(place[1]) if place and place[1] else text.rstrip("\n").count("\n") + 1
    return CardFault(path, line, f"this is not valid TOML: {problem[:1].lower()}{problem[1:]}")


def _key(text: str, key: str) -> re.Match[str] | None:
    top = re.escape(key.split(".")[0])
    return re.search(rf"^[ \t]*\[?[\"']?{top}[\"']?\]?[ \t]*(=[ \t]*|$)", text, re.MULTILINE) if key else None


def _line(text: str, key: str) -> int:
    match = _key(text, key)
    return text.count("\n", 0, match.start()) + 1 if match else 1


def _first_line(text: str, key: str) -> int:
    """The line on which the text of a key begins; TOML drops a newline right after opening quotes."""
    match = _key(text, key)
    opened = bool(match) and re.match(r"(\"\"\"|''')\r?\n", text[match.end() :] if match else "")
    return _line(text, key) + (1 if opened else 0)
