"""A rule as the checker uses it: all that turns a hit into a finding, and nothing that only authors read.

These types are what the cache keeps, so this module stays light: no YAML, no Lark, no pydantic.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from clausecheck.finding import Class, Confidence, Level, Safety
from clausecheck.rules.compiled import CompiledRule
from clausecheck.rules.setting import Setting
from clausecheck.rules.template import Place, Template


class Pack(NamedTuple):
    """A set of rules that share a subject, a version and, with `applies_when`, the drafts they are for."""

    name: str
    title: str
    version: str
    summary: str
    sources: tuple[str, ...] = ()
    applies_when: str = ""
    settings: tuple[Setting, ...] = ()


class Also(NamedTuple):
    """A further place that a finding points at, and the words there."""

    at: Place
    label: Template


class FixTemplate(NamedTuple):
    """The fix of a rule: put `text` where the attribute at `replace` stands."""

    title: Template
    replace: Place
    text: Template
    safety: Safety


class Rule(NamedTuple):
    """One rule of one pack.

    Either `compiled`, `at` and `says` are all there, or `raised_by` names the part of the program that makes
    the finding. The first `len(names)` facts of a hit are those of the rule's own patterns, in order; any
    further ones come from the pack's `applies_when` and are no part of the finding, so that hits which
    differ only in them are the same finding. `valid_from` and `valid_to` are both inclusive. `settings` names
    those that its condition compares with or its words show, sorted; `level_set_in` is the file in which the
    house has set its level, empty where the level is the card's own.
    """

    name: str
    code: str
    title: str
    level: Level
    kind: Class
    confidence: Confidence
    evidence: str
    authority: tuple[str, ...]
    pack: str
    version: str
    since: str
    mandatory: bool = False
    raised_by: str = ""
    url: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    names: tuple[str, ...] = ()
    compiled: CompiledRule | None = None
    at: Place | None = None
    also: tuple[Also, ...] = ()
    says: Template | None = None
    so: Template | None = None
    help: Template | None = None
    fix: FixTemplate | None = None
    settings: tuple[str, ...] = ()
    level_set_in: str = ""

    @property
    def origin(self) -> str:
        """The pack and its version, as findings name them."""
        return f"{self.pack}@{self.version}"

    def own(self, facts: tuple[int, ...]) -> tuple[int, ...]:
        """The facts of a hit that the rule's own patterns matched."""
        return facts[: len(self.names)]


class Source(NamedTuple):
    """A card's file: the number of the folder it was found in, and its path in there."""

    root: int
    inside: str


class Compiled(NamedTuple):
    """What the cache keeps: packs and rules by name, sorted, and each rule's files, parents first."""

    packs: Mapping[str, Pack]
    rules: Mapping[str, Rule]
    sources: Mapping[str, tuple[Source, ...]]
