"""Puts the values of settings into a rule: into the tests of its condition and the words of its message."""

from __future__ import annotations

from collections.abc import Mapping

from clausecheck.rules.compiled import CompiledRule, Pattern, Variant
from clausecheck.rules.rule import Rule
from clausecheck.rules.setting import Setting
from clausecheck.rules.template import Limit, Template


def settled(rule: Rule, settings: Mapping[str, Setting]) -> Rule:
    """The rule as it stands under these settings, which have every one that it names."""
    if not rule.settings:
        return rule
    assert rule.compiled is not None
    return rule._replace(
        compiled=_compiled(rule.compiled, settings),
        says=_words(rule.says, settings),
        so=_words(rule.so, settings),
        help=_words(rule.help, settings),
        also=tuple(also._replace(label=_template(also.label, settings)) for also in rule.also),
        authority=(*rule.authority, *(_authority(settings[name]) for name in rule.settings)),
    )


def _authority(setting: Setting) -> str:
    """Where the threshold comes from; one that the house has moved is the house's own."""
    if setting.set_in:
        return f"house rule: {setting.name} is {setting.written} in {setting.set_in}"
    return f"{setting.name} {setting.written}: {setting.source}"


def _compiled(compiled: CompiledRule, settings: Mapping[str, Setting]) -> CompiledRule:
    return CompiledRule(
        compiled.name,
        tuple(
            Variant(_patterns(variant.present, settings), _patterns(variant.absent, settings))
            for variant in compiled.variants
        ),
    )


def _patterns(patterns: tuple[Pattern, ...], settings: Mapping[str, Setting]) -> tuple[Pattern, ...]:
    return tuple(
        pattern._replace(
            tests=tuple(
                test._replace(value=settings[test.setting].value) if test.setting else test
                for test in pattern.tests
            )
        )
        for pattern in patterns
    )


def _words(template: Template | None, settings: Mapping[str, Setting]) -> Template | None:
    return _template(template, settings) if template else None


def _template(template: Template, settings: Mapping[str, Setting]) -> Template:
    return Template(
        tuple(settings[part.name].words if isinstance(part, Limit) else part for part in template.parts)
    )
