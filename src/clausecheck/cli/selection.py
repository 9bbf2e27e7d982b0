"""The rules that `--select` and `--ignore` speak of: by name, by code, or all of a pack."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from clausecheck.cli.failure import Failure
from clausecheck.model.suggest import suggestion

if TYPE_CHECKING:
    from clausecheck.rules.rule import Rule


def find_rule(word: str, rules: Mapping[str, Rule]) -> Rule:
    """The rule of this name or code, case aside. Raises Failure if there is none."""
    folded = word.strip().casefold()
    for rule in rules.values():
        if folded in (rule.name.casefold(), rule.code.casefold()):
            return rule
    words = [each for rule in rules.values() for each in (rule.name, rule.code)]
    raise Failure(f'no rule is called "{word}"{suggestion(word, words)}')


def named(words: Iterable[str], rules: Mapping[str, Rule], option: str) -> tuple[str, ...]:
    """The names of the rules that these words, with commas or without, stand for.

    Raises Failure for a word that is neither a rule's name or code nor a pack's name.
    """
    by_word: dict[str, set[str]] = {}
    for rule in rules.values():
        for each in (rule.name, rule.code, rule.pack):
            by_word.setdefault(each.casefold(), set()).add(rule.name)
    found: set[str] = set()
    for word in _split(words):
        meant = by_word.get(word.casefold())
        if meant is None:
            known = [each for rule in rules.values() for each in (rule.name, rule.code, rule.pack)]
            raise Failure(f'{option}: no rule or pack is called "{word}"{suggestion(word, known)}')
        found |= meant
    return tuple(sorted(found))


def _split(words: Iterable[str]) -> list[str]:
    return [part.strip() for word in words for part in word.split(",") if part.strip()]
