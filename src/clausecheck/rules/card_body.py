"""Reads the body of a rule card: its title, why the rule matters, and drafts that are wrong and right."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from clausecheck.rules.faults import CardFault

WHY = "Why it matters"
WRONG = "Wrong"
RIGHT = "Right"

_HEADING = re.compile(r"(#{1,2})\s+(.*?)\s*#*\s*$")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})\s*(.*?)\s*$")


@dataclass(frozen=True, slots=True)
class Example:
    """A draft, the caption above it, and the line of the card on which it begins.

    The example of a rule about a house's own file is such a file: its language is toml.
    """

    text: str
    caption: str
    line: int
    language: str = "clause"


@dataclass(frozen=True, slots=True)
class Section:
    """A section under a second-level heading, with its text as written and its line."""

    heading: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Body:
    """A body without fault: a title, a reason, and at least one wrong and one right example."""

    title: str
    why: str
    wrong: tuple[Example, ...]
    right: tuple[Example, ...]
    others: tuple[Section, ...]


@dataclass(slots=True)
class _Open:
    """A section while it is read."""

    heading: str
    line: int
    lines: list[str] = field(default_factory=list)
    examples: list[Example] = field(default_factory=list)

    def closed(self) -> Section:
        return Section(self.heading, "\n".join(self.lines).strip(), self.line)


def read_body(
    text: str, first_line: int, path: str, language: str = "clause"
) -> Body | tuple[CardFault, ...]:
    """The body that begins on `first_line` of the card at `path`, or what is wrong with it."""
    reader = _Reader(path, first_line, language)
    reader.read(text.split("\n"))
    return reader.body()


class _Reader:
    """Goes through a body line by line, gathering sections and faults."""

    def __init__(self, path: str, first_line: int, language: str) -> None:
        self.path = path
        self.language = language
        self.first_line = first_line
        self.faults: list[CardFault] = []
        self.titles: list[str] = []
        self.sections: list[_Open] = []

    def read(self, lines: Sequence[str]) -> None:
        """Read all lines. A heading inside a fence is no heading."""
        n = 0
        while n < len(lines):
            fence = _FENCE.match(lines[n])
            heading = _HEADING.match(lines[n])
            if fence:
                end = _closing(lines, n, fence[1])
                self._fence(lines, n, end, fence[2])
                n = end
            elif heading:
                self._heading(heading[1], heading[2], self.first_line + n)
            elif self.sections:
                self.sections[-1].lines.append(lines[n])
            n += 1

    def _heading(self, marks: str, words: str, line: int) -> None:
        if marks == "#":
            if self.titles:
                self._fault(line, "a card has one title; use ## for a section")
            self.titles.append(words)
            return
        if any(words.lower() == section.heading.lower() for section in self.sections):
            self._fault(line, f'there are two sections "{words}"')
        self.sections.append(_Open(words, line))

    def _fence(self, lines: Sequence[str], start: int, end: int, info: str) -> None:
        line = self.first_line + start
        if end == len(lines):
            self._fault(line, "this fence is not closed")
        if not self.sections:
            return
        section = self.sections[-1]
        if section.heading.lower() in (WRONG.lower(), RIGHT.lower()):
            if info != self.language:
                message = f'an example under "{section.heading}" is fenced with ```{self.language}'
                self._fault(line, message)
            caption = next((each.strip() for each in reversed(section.lines) if each.strip()), "")
            text = "".join(f"{each}\n" for each in lines[start + 1 : end])
            section.examples.append(Example(text, caption, line + 1, self.language))
            section.lines.clear()  # a caption belongs to one example
        else:
            section.lines += lines[start : end + 1]

    def body(self) -> Body | tuple[CardFault, ...]:
        """The body, or every fault."""
        by_name = {section.heading.lower(): section for section in self.sections}
        if not self.titles or not self.titles[0]:
            self._fault(self.first_line, "the card has no title: a line that begins with #")
        why = by_name.get(WHY.lower())
        if why is None:
            self._fault(self.first_line, f'the card has no section "## {WHY}"')
        elif not why.closed().text:
            self._fault(why.line, f'the section "{WHY}" says nothing')
        examples = {name: self._examples(name, by_name.get(name.lower())) for name in (WRONG, RIGHT)}
        if self.faults or why is None:
            return tuple(self.faults)
        named = (WHY.lower(), WRONG.lower(), RIGHT.lower())
        others = tuple(each.closed() for each in self.sections if each.heading.lower() not in named)
        return Body(self.titles[0], why.closed().text, examples[WRONG], examples[RIGHT], others)

    def _examples(self, name: str, section: _Open | None) -> tuple[Example, ...]:
        if section is None:
            self._fault(self.first_line, f'the card has no section "## {name}"')
            return ()
        if not section.examples:
            self._fault(section.line, f'the section "{name}" has no example fenced with ```{self.language}')
        return tuple(section.examples)

    def _fault(self, line: int, message: str) -> None:
        self.faults.append(CardFault(self.path, line, message))


def _closing(lines: Sequence[str], start: int, marks: str) -> int:
    """The line that closes the fence, or the number of lines if none does."""
    for n in range(start + 1, len(lines)):
        bare = lines[n].strip()
        if bare and set(bare) == {marks[0]} and len(bare) >= len(marks):
            return n
    return len(lines)
