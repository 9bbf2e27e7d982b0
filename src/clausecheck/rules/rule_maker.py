"""Compiles one card into a rule: its conditions, the places it points at, and its templates."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import TypeVar

from clausecheck.facts.fact import Kind
from clausecheck.rules.card import Card, FixHead
from clausecheck.rules.compile import compile_patterns, positives
from clausecheck.rules.compiled import CompiledRule
from clausecheck.rules.condition import ConditionError, WrittenPattern
from clausecheck.rules.evidence import exceeds
from clausecheck.rules.faults import CardFault
from clausecheck.rules.rule import Also, FixTemplate, Pack, Rule
from clausecheck.rules.setting import Setting
from clausecheck.rules.template import Place, Template, TemplateError, compile_template, find_place

T = TypeVar("T", Place, Template)


def make_rule(
    card: Card,
    pack: Pack,
    context: Sequence[WrittenPattern],
    schema: Mapping[str, Kind],
    settings: Mapping[str, Setting] = MappingProxyType({}),
) -> Rule | tuple[CardFault, ...]:
    """The rule of a card, or every way in which the card does not fit the facts."""
    head, compiled = card.head, None
    if card.patterns:
        try:
            compiled = compile_patterns(head.name, card.patterns, schema, context, settings)
        except ConditionError as error:
            return (card.when_fault(error),)
    words = _Words(card, schema, settings)
    rule = Rule(
        name=head.name,
        code=head.code,
        title=card.body.title,
        level=head.level,
        kind=head.kind,
        confidence=head.confidence,
        evidence=head.evidence,
        authority=head.authority,
        pack=pack.name,
        version=pack.version,
        since=head.since,
        mandatory=head.mandatory,
        raised_by=head.raised_by or "",
        url=head.url or "",
        valid_from=head.valid_from,
        valid_to=head.valid_to,
        names=tuple(words.kinds),
        compiled=compiled,
        at=words.place("at", head.at),
        also=words.also(),
        says=words.template("says", head.says),
        so=words.template("so", head.so),
        help=words.template("help", head.help),
        fix=words.fix(head.fix),
    )
    rule = rule._replace(settings=words.settings(rule, compiled))
    return tuple(words.faults) if words.faults else rule


def _compared(compiled: CompiledRule | None) -> set[str]:
    """The settings that a condition compares with."""
    return {
        test.setting
        for variant in (compiled.variants if compiled else ())
        for pattern in (*variant.present, *variant.absent)
        for test in pattern.tests
        if test.setting
    }


class _Words:
    """Compiles places and templates, gathering faults at the lines of their keys."""

    def __init__(self, card: Card, schema: Mapping[str, Kind], known: Mapping[str, Setting]) -> None:
        self.card = card
        self.schema = schema
        self.known = known
        self.kinds = positives(card.patterns)
        self.faults: list[CardFault] = []

    def place(self, key: str, text: str | None) -> Place | None:
        return self._made(find_place, key, text)

    def template(self, key: str, text: str | None) -> Template | None:
        return self._made(partial(compile_template, settings=self.known), key, text)

    def settings(self, rule: Rule, compiled: CompiledRule | None) -> tuple[str, ...]:
        """The settings a rule names. It shows those it compares with, and claims no more than they bear."""
        templates = [each for each in (rule.says, rule.so) if each]
        shown = {name for template in templates for name in template.limits}
        compared = _compared(compiled)
        for name in sorted(compared - shown):
            message = f'the condition compares with setting {name}: show "{{setting {name}}}" in says or so'
            self.faults.append(self.card.fault("when", message))
        for name in sorted(compared):
            if fault := exceeds(self.known[name].evidence, rule.level):
                self.faults.append(self.card.fault("level", f"setting {name}: {fault}"))
        others = [rule.help, *(also.label for also in rule.also)]
        return tuple(sorted(compared | shown | {name for each in others if each for name in each.limits}))

    def also(self) -> tuple[Also, ...]:
        made = []
        for n, each in enumerate(self.card.head.also):
            at = self.place(f"also.{n}.at", each.at)
            label = self.template(f"also.{n}.label", each.label)
            if at and label:
                made.append(Also(at, label))
        return tuple(made)

    def fix(self, fix: FixHead | None) -> FixTemplate | None:
        if fix is None:
            return None
        title, text = self.template("fix.title", fix.title), self.template("fix.with", fix.text)
        replace = self.place("fix.replace", fix.replace)
        if replace and not replace.attribute:
            message = f'"{fix.replace}" is a whole fact; a fix replaces one attribute'
            self.faults.append(self.card.fault("fix.replace", message))
        return FixTemplate(title, replace, text, fix.safety) if title and replace and text else None

    def _made(
        self, make: Callable[[str, Mapping[str, str], Mapping[str, Kind]], T], key: str, text: str | None
    ) -> T | None:
        if text is None:
            return None
        try:
            return make(text, self.kinds, self.schema)
        except TemplateError as error:
            self.faults.append(self.card.fault(key, str(error)))
            return None
