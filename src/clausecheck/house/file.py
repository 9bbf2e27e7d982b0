"""Reads a `clausecheck.toml`: tables `[packs.NAME]` with a level and settings, and `[rules]` with levels.

What is not known or cannot be used is a finding at its line, and the rest still counts.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from clausecheck.finding import Level, Notice
from clausecheck.model.suggest import suggestion
from clausecheck.rules.evidence import EVIDENCE
from clausecheck.rules.setting import LEVEL, Setting, in_toml
from clausecheck.spans import Span
from clausecheck.toml_keys import keys_of, place_of

if TYPE_CHECKING:
    from clausecheck.rules.catalogue import Catalogue
    from clausecheck.rules.rule import Rule
    from clausecheck.source import Source

_UNKNOWN = "unknown-setting"
_UNUSABLE = "unusable-setting"

_OFF = "off"
_MOST_UNKNOWN = 20  # a suggestion for each of thousands would take minutes
_LEVELS: Mapping[str, Level | None] = {**{each.word: each for each in reversed(Level)}, _OFF: None}
_TABLES = ("packs", "rules")


class HouseProblem(Exception):
    """A file that decides nothing because it cannot be read; the message is one line that names it."""


class House(NamedTuple):
    """What a house decides: levels by rule (None is off), the settings it moves, and what was wrong."""

    source: Source
    levels: Mapping[str, Level | None]
    settings: Mapping[str, Setting]
    notices: tuple[Notice, ...] = ()

    @property
    def name(self) -> str:
        """The file, as messages name it."""
        return self.source.name

    @property
    def said(self) -> str:
        """That drafts are judged under the file, and which rules it has off."""
        off = sorted(name for name, level in self.levels.items() if level is None)
        return f"judged under {self.name}" + (f", which has off: {', '.join(off)}" if off else "")

    def settled(self, settings: Mapping[str, Setting]) -> dict[str, Setting]:
        """These settings, with those that the house has moved."""
        return {**settings, **self.settings}

    def ruled(self, rule: Rule) -> Rule | None:
        """The rule at the level that the house gives it; None if it is off."""
        if rule.name not in self.levels:
            return rule
        level = self.levels[rule.name]
        if level is None:
            return None
        said = f"house rule: the level is set in {self.name}"
        return rule._replace(level=level, authority=(*rule.authority, said))


def read_house(source: Source, catalogue: Catalogue) -> House:
    """What a file decides. Raises HouseProblem if it is not TOML."""
    try:
        values = tomllib.loads(source.text)
    except ValueError as error:  # a number of thousands of digits is one that tomllib does not call its own
        raise HouseProblem(_not_toml(source, str(error))) from None
    except RecursionError:
        raise HouseProblem(f"{source.name}: not valid TOML: brackets in brackets without end") from None
    reader = _Reader(source, catalogue)
    reader.read(values)
    return House(source, reader.levels, reader.settings, tuple(reader.notices))


def _not_toml(source: Source, error: str) -> str:
    place = re.search(r" \(at line (\d+), column \d+\)| \(at end of document\)", error)
    line = place[1] if place and place[1] else source.text.rstrip("\n").count("\n") + 1
    problem = error[: place.start()] if place else error
    return f"{source.name}:{line}: not valid TOML: {problem[:1].lower()}{problem[1:]}"


class _Reader:
    """Goes through the tables, keeping what it understands and what it does not."""

    def __init__(self, source: Source, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.known = {each.name: each for pack in catalogue.packs.values() for each in pack.settings}
        self.keys = keys_of(source.text)
        self.name = source.name
        self.levels: dict[str, Level | None] = {}
        self.settings: dict[str, Setting] = {}
        self.notices: list[Notice] = []
        self.untold = 0  # keys that are not known beyond the most that are told one by one
        self.untold_at = Span(0, 0)

    def read(self, values: Mapping[str, Any]) -> None:
        """Read all tables; packs first, so that a rule's own level goes before its pack's."""
        for key in values:
            if key not in _TABLES:
                self._unknown((key,), f'there is no key "{key}"', key, _TABLES)
        for pack, table in self._table(values, "packs"):
            self._pack(pack, table)
        self._rules(dict(self._table(values, "rules")))
        self._pairs()
        if self.untold:
            more = "1 more key is" if self.untold == 1 else f"{self.untold} more keys are"
            self.notices.append(Notice(_UNKNOWN, f"{more} not known", self.untold_at))

    def _table(self, values: Mapping[str, Any], name: str) -> Iterator[tuple[str, Any]]:
        table = values.get(name, {})
        if isinstance(table, dict):
            yield from table.items()
        else:
            self._unusable((name,), f"{name} is a table, as in [{name}]")

    def _pack(self, name: str, table: object) -> None:
        path = ("packs", name)
        if name not in self.catalogue.packs:
            self._unknown(path, f'no pack is called "{name}"', name, self.catalogue.packs)
        elif not isinstance(table, dict):
            self._unusable(path, f"a pack is a table, as in [packs.{name}]")
        else:
            for key, value in table.items():
                if key == LEVEL:
                    self._pack_level(name, value)
                else:
                    self._setting(name, key, value)

    def _pack_level(self, pack: str, value: object) -> None:
        try:
            level = _level(value)
        except ValueError as fault:
            self._unusable(("packs", pack, LEVEL), str(fault))
            return
        for rule in self.catalogue.rules.values():
            if rule.pack == pack and not rule.mandatory:
                self.levels[rule.name] = _at_most(rule, level)

    def _setting(self, pack: str, name: str, value: object) -> None:
        path = ("packs", pack, name)
        setting = self.known.get(name)
        if setting is None or setting.pack != pack:
            own = [each.name for each in self.catalogue.packs[pack].settings]
            if setting is not None:
                help_ = f"It is a setting of the pack {setting.pack}: put it under [packs.{setting.pack}]"
                self._unknown(path, f'the pack {pack} has no setting "{name}"', name, own, help_)
            else:
                self._unknown(path, f'the pack {pack} has no setting "{name}"', name, [*own, LEVEL])
            return
        try:
            self.settings[name] = setting.moved(value, self.name)
        except ValueError as fault:
            self._unusable(path, str(fault), f"{setting.says} Without it {setting.written} holds")

    def _pairs(self) -> None:
        """Undo settings that contradict each other: a least above its most."""
        for name in sorted(self.settings):
            stem, _, end = name.rpartition("-")
            other = f"{stem}-{'most' if end == 'least' else 'least'}"
            if end not in ("least", "most") or other not in self.known or name not in self.settings:
                continue
            values = {each: self.settings.get(each, self.known[each]) for each in (name, other)}
            least, most = values[f"{stem}-least"], values[f"{stem}-most"]
            if least.value > most.value:
                for each in (name, other):
                    self.settings.pop(each, None)
                both = f"{least.name} is {least.written} and {most.name} {most.written}"
                message = f"{both}: the least is the greater"
                self._unusable(("packs", least.pack, name), message, "Until they agree the defaults hold")

    def _rules(self, table: Mapping[str, Any]) -> None:
        by_word = {word: rule for rule in self.catalogue.rules.values() for word in (rule.name, rule.code)}
        given: dict[str, str] = {}
        for word, value in table.items():
            path = ("rules", word)
            rule = by_word.get(word)
            if rule is None:
                self._unknown(path, f'no rule is called "{word}"', word, by_word)
            elif rule.name in given:
                self._unusable(path, f"{word} is the rule {given[rule.name]}, which has a level already")
            else:
                given[rule.name] = word
                self._rule(path, rule, value)

    def _rule(self, path: tuple[str, ...], rule: Rule, value: object) -> None:
        try:
            level = _level(value)
        except ValueError as fault:
            self._unusable(path, str(fault))
            return
        if rule.mandatory:
            self._unusable(path, f"{rule.name} is mandatory and keeps its level")
            return
        self.levels[rule.name] = _at_most(rule, level)
        if self.levels[rule.name] != level:
            most = EVIDENCE[rule.evidence].most
            assert most is not None
            meaning = EVIDENCE[rule.evidence].meaning
            message = f"{rule.name} is {most.word} at most: its evidence is {rule.evidence} ({meaning})"
            self._unusable(path, message, "For a check that fails on warnings there is --fail-level warning")

    def _unknown(
        self, path: tuple[str, ...], message: str, word: str, known: Iterable[str], help_: str = ""
    ) -> None:
        span = place_of(path, self.keys)
        if len(self.notices) >= _MOST_UNKNOWN:
            self.untold += 1
            self.untold_at = self.untold_at if self.untold > 1 else span
            return
        said = message + ("" if help_ else suggestion(word, known))
        self.notices.append(Notice(_UNKNOWN, said, span, help=help_, path=_path(path)))

    def _unusable(self, path: tuple[str, ...], message: str, help_: str = "") -> None:
        span = place_of(path, self.keys)
        self.notices.append(Notice(_UNUSABLE, message, span, help=help_, path=_path(path)))


def _level(value: object) -> Level | None:
    """The level that a value names, None for off. Raises ValueError, in plain words, for anything else."""
    if isinstance(value, str) and value in _LEVELS:
        return _LEVELS[value]
    hint = suggestion(value, _LEVELS) if isinstance(value, str) else ""
    raise ValueError(f"a level is error, warning, advice or off, not {in_toml(value)}{hint}")


def _at_most(rule: Rule, level: Level | None) -> Level | None:
    """The level, or the gravest that the rule's evidence bears."""
    most = EVIDENCE[rule.evidence].most
    return level if level is None or most is None else min(level, most)


def _path(path: tuple[str, ...]) -> tuple[str, ...]:
    """The heading path of a key: its tables as they are written, and the key."""
    return (f"[{'.'.join(path[:-1])}]", path[-1]) if len(path) > 1 else path
