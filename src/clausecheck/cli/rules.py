"""`clausecheck rules`: the list of rules, whole or in part."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from clausecheck.rules.rule import Rule

EPILOG = """
\b
Examples:
  clausecheck rules
  clausecheck rules --level error --text standstill
  clausecheck rules --pack procurement --format json
"""


@click.command("rules", epilog=EPILOG, short_help="List the rules.")
@click.option("--pack", metavar="NAME", help="Only the rules of this pack.")
@click.option(
    "--level", type=click.Choice(["error", "warning", "advice"]), help="Only the rules of this level."
)
@click.option(
    "--text", metavar="WORDS", help="Only rules with all these words in their name, code, title or authority."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For people or programs.",
)
def command(pack: str | None, level: str | None, text: str | None, form: str) -> int:
    """List the rules by pack and name, with code, level and title."""
    from clausecheck.cli.catalogue import load
    from clausecheck.cli.failure import Failure
    from clausecheck.cli.streams import write
    from clausecheck.rules.suggest import did_you_mean

    catalogue = load()
    if pack is not None and pack not in catalogue.packs:
        raise Failure(f'no pack is called "{pack}"{did_you_mean(pack, catalogue.packs)}')
    chosen = [
        rule
        for rule in sorted(catalogue.rules.values(), key=lambda each: (each.pack, each.name))
        if (pack is None or rule.pack == pack)
        and (level is None or rule.level.word == level)
        and _has(rule, text or "")
    ]
    write(as_json(chosen) if form == "json" else as_text(chosen))
    return 0


def _has(rule: Rule, words: str) -> bool:
    where = " ".join((rule.name, rule.code, rule.title, *rule.authority)).casefold()
    return all(word in where for word in words.casefold().split())


def as_text(rules: Iterable[Rule]) -> Iterator[str]:
    """A table, and the number of rules."""
    listed = list(rules)
    if listed:
        name, pack = max(len(each.name) for each in listed), max(len(each.pack) for each in listed)
        for rule in listed:
            head = f"{rule.pack:<{pack}}  {rule.code:<7}  {rule.level.word:<7}"
            yield f"{head}  {rule.name:<{name}}  {rule.title}\n"
    yield f"{len(listed)} {'rule' if len(listed) == 1 else 'rules'}\n"


def as_json(rules: Iterable[Rule]) -> Iterator[str]:
    """A list of objects."""
    yield json.dumps([_entry(rule) for rule in rules], ensure_ascii=False, indent=2) + "\n"


def _entry(rule: Rule) -> dict[str, Any]:
    return {
        "rule": rule.name,
        "code": rule.code,
        "title": rule.title,
        "level": rule.level.word,
        "class": rule.kind.value,
        "confidence": rule.confidence.value,
        "evidence": rule.evidence,
        "authority": list(rule.authority),
        "pack": rule.origin,
        "since": rule.since,
        "mandatory": rule.mandatory,
        "url": rule.url,
    }
