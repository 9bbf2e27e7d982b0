"""Splits a rule card into its front matter, key by key with lines, and its body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from clausecheck.rules.faults import CardFault

# libyaml's loader is the same safe one, ten times as fast, where PyYAML was built with it.
_Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_FENCE = "---"
_MOST_DEPTH = 8  # cards need three; libyaml itself recurses without limit, until the process dies


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The keys of a card.

    `lines` has the line of each key by its path ("when", "also.0.label"), and of each element of a list.
    `first_lines` has, for a text key, the line on which its text begins. `body` is what follows, and
    `body_line` the line it begins on.
    """

    values: Mapping[str, Any]
    lines: Mapping[str, int]
    first_lines: Mapping[str, int]
    body: str
    body_line: int


def split(text: str, path: str) -> FrontMatter | tuple[CardFault, ...]:
    """The front matter of a card, or what is wrong with it."""
    lines = text.split("\n")
    if lines[0].rstrip() != _FENCE:
        return (CardFault(path, 1, "a rule card begins with a line of three hyphens"),)
    end = next((n for n, line in enumerate(lines) if n and line.rstrip() == _FENCE), None)
    if end is None:
        return (CardFault(path, 1, "the keys of the card are not closed by a line of three hyphens"),)
    # The opening line is kept empty, so that YAML counts lines as the file does.
    reader = _Reader(path)
    values = reader.read("\n".join(["", *lines[1:end], ""]))
    if reader.faults:
        return tuple(reader.faults)
    body = "\n".join(lines[end + 1 :])
    return FrontMatter(values, reader.lines, reader.first_lines, body, end + 2)


class _Reader:
    """Reads one mapping with the lines of its keys, gathering faults."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.lines: dict[str, int] = {}
        self.first_lines: dict[str, int] = {}
        self.faults: list[CardFault] = []

    def read(self, text: str) -> dict[str, Any]:
        """The values by key; what could not be read is in `faults`."""
        values: dict[str, Any] = {}
        try:
            if _too_deep(text):
                self._fault(1, "the keys of the card are nested too deeply")
                return values
            loader = _Loader(text)
            node = loader.get_single_node()
        except yaml.YAMLError as fault:
            self._fault(*_yaml_fault(fault, text))
            return values
        if not isinstance(node, yaml.MappingNode):
            self._fault(2, "the keys of the card are written as `key: value`, one a line")
            return values
        for key, value in self._pairs(node):
            self._note(key, value)
            try:
                values[key] = loader.construct_object(value, deep=True)
            except (yaml.YAMLError, ValueError, TypeError) as fault:
                self._fault(*_value_fault(fault, key, value))
        return values

    def _pairs(self, node: yaml.MappingNode) -> Iterator[tuple[str, yaml.Node]]:
        for key, value in node.value:
            line = key.start_mark.line + 1
            if not isinstance(key, yaml.ScalarNode):
                self._fault(line, "a key is one word")
            elif key.value in self.lines:
                self._fault(line, f'"{key.value}" is given twice')
            else:
                yield key.value, value

    def _note(self, key: str, node: yaml.Node, depth: int = 0) -> None:
        """Keep the lines of a value and of what it holds, as deep as cards go."""
        line = node.start_mark.line + 1
        self.lines[key] = line
        if isinstance(node, yaml.ScalarNode):
            self.first_lines[key] = line + 1 if node.style == "|" else line
            if node.style == ">":
                self._fault(line, f'write "{key}: |", not "{key}: >", so that lines stay lines')
        elif depth < 2 and isinstance(node, yaml.SequenceNode):
            for n, each in enumerate(node.value):
                self._note(f"{key}.{n}", each, depth + 1)
        elif depth < 2 and isinstance(node, yaml.MappingNode):
            for inner, each in node.value:
                self._note(f"{key}.{inner.value}", each, depth + 1)

    def _fault(self, line: int, message: str) -> None:
        self.faults.append(CardFault(self.path, line, message))


def _too_deep(text: str) -> bool:
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _MOST_DEPTH:
            return True
    return False


def _yaml_fault(fault: yaml.YAMLError, text: str) -> tuple[int, str]:
    mark = getattr(fault, "problem_mark", None) or getattr(fault, "context_mark", None)
    if mark is not None:
        line = min(mark.line, text.rstrip("\n").count("\n")) + 1
        return line, f"the keys of the card are not valid YAML here: {_problem(fault)}"
    position = getattr(fault, "position", 0)
    return text[:position].count("\n") + 1, "there is a character here that YAML does not allow"


def _problem(fault: yaml.YAMLError) -> str:
    problem = getattr(fault, "problem", None) or "it cannot be read"
    if "mapping values are not allowed" in problem:
        return "a colon followed by a space; put the value in quotes"
    if re.search(r"\\t|cannot start any token", problem):
        return "a character that cannot begin a value; put the value in quotes"
    return str(problem)


def _value_fault(fault: Exception, key: str, node: yaml.Node) -> tuple[int, str]:
    mark = getattr(fault, "problem_mark", None) or node.start_mark
    written = f": {node.value}" if isinstance(node, yaml.ScalarNode) else ""
    return mark.line + 1, f'the value of "{key}" cannot be read{written}'
