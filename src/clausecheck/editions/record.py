"""What an edition of the Contract is, once read: forms, and in each the provisions by system and number."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

FULL_LENGTH = "full-length"
SHORTER_FORM = "shorter form"
FORMS = (FULL_LENGTH, SHORTER_FORM)

PART, CATEGORY, SC, GC, SCHEDULE = "part", "category", "SC", "GC", "Schedule"
SYSTEMS = (PART, CATEGORY, SC, GC, SCHEDULE)
"""What is numbered, each in its own way. `SC`, `GC` and `Schedule` are also how drafts refer to it."""


class Status(StrEnum):
    """Whether a form has a provision."""

    HELD = "held"
    OMITTED = "left out"
    UNKNOWN = "not known"


class Provision(NamedTuple):
    """A number of one form of one edition, and what stands there.

    HELD has a title and evidence, OMITTED evidence and perhaps the title of what is missing, UNKNOWN only
    a note that says why. `source` is a key of the edition's sources, `read_in` the edition and form in which
    an entry with evidence V1 or V-old was read, `formerly` an older title of the same thing.
    A tuple, because there are a thousand and tuples come out of the cache several times as fast.
    """

    system: str
    number: str
    status: Status
    title: str = ""
    evidence: str = ""
    source: str = ""
    read_in: str = ""
    note: str = ""
    formerly: str = ""

    @property
    def name(self) -> str:
        """How it is referred to: `SC36`, `Schedule 2A`."""
        return f"{self.system} {self.number}" if self.system == SCHEDULE else f"{self.system}{self.number}"


@dataclass(frozen=True, slots=True)
class Form:
    """One form of an edition: its provisions in order, no number twice, and what else is not known of it."""

    name: str
    provisions: Mapping[str, Mapping[str, Provision]]
    not_known: tuple[str, ...]

    def of(self, system: str) -> tuple[Provision, ...]:
        """The provisions of a system, in order; none where nothing is known."""
        return tuple(self.provisions.get(system, {}).values())

    def omitted(self, system: str) -> tuple[str, ...]:
        """The numbers that this form is known, or believed, to leave out."""
        return tuple(each.number for each in self.of(system) if each.status is Status.OMITTED)


@dataclass(frozen=True, slots=True)
class Fact:
    """Something known of an edition as a whole."""

    text: str
    evidence: str
    source: str


@dataclass(frozen=True, slots=True)
class Edition:
    """A year's Contract in its two forms. Every `source` in it is a key of `sources`.

    `like` is the edition from which whatever is not its own was carried over, or empty.
    """

    name: str
    like: str
    facts: tuple[Fact, ...]
    forms: Mapping[str, Form]
    sources: Mapping[str, str]


def place(number: str) -> tuple[int, str, str]:
    """Sorts numbers as the Contract does: 2A, 2Ai, 2Aii, 2B, 10."""
    found = re.fullmatch(r"(\d+)([A-Z]?)([ivx]*)", number)
    return (int(found[1]), found[2], found[3]) if found else (0, "", number)


def alike(title: str) -> str:
    """The title as titles are compared: without case, marks and the choice of a dash."""
    return " ".join(re.findall(r"\w+", title.casefold()))
