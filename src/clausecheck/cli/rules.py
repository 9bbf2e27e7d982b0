"""`clausecheck rules`: the list of rules, whole or in part."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from clausecheck.rules.evidence import Evidence
    from clausecheck.rules.rule import Rule

EPILOG = """
\b
Examples:
  clausecheck rules
  clausecheck rules --level error --text standstill
  clausecheck rules --pack procurement --format json
  clausecheck rules --evidence
"""


@click.command("rules", epilog=EPILOG, short_help="List the rules.")
@click.option("--pack", metavar="NAME", help="Only the rules of this pack.")
@click.option(
    "--level", type=click.Choice(["error", "warning", "advice"]), help="Only the rules of this level."
)
@click.option(
    "--text", metavar="WORDS", help="Only rules with all these words in their name, code, title or authority."
)
@click.option("--evidence", is_flag=True, help="Group the rules by how well what they rest on is known.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For people or programs.",
)
def command(pack: str | None, level: str | None, text: str | None, evidence: bool, form: str) -> int:
    """List the rules by pack and name, with code, level and title."""
    from clausecheck.cli.catalogue import load
    from clausecheck.cli.failure import Failure
    from clausecheck.cli.streams import write
    from clausecheck.model.suggest import suggestion

    catalogue = load()
    if pack is not None and pack not in catalogue.packs:
        raise Failure(f'no pack is called "{pack}"{suggestion(pack, catalogue.packs)}')
    chosen = [
        rule
        for rule in sorted(catalogue.rules.values(), key=lambda each: (each.pack, each.name))
        if (pack is None or rule.pack == pack)
        and (level is None or rule.level.word == level)
        and _has(rule, text or "")
    ]
    if evidence:
        write(evidence_as_json(chosen) if form == "json" else evidence_as_text(chosen))
    else:
        write(as_json(chosen) if form == "json" else as_text(chosen))
    return 0


def _has(rule: Rule, words: str) -> bool:
    where = " ".join((rule.name, rule.code, rule.title, *rule.authority)).casefold()
    return all(word in where for word in words.casefold().split())


def as_text(rules: Iterable[Rule]) -> Iterator[str]:
    """A table, and the number of rules."""
    listed = list(rules)
    yield from _table(listed, listed)
    yield _number(listed)


def evidence_as_text(rules: Iterable[Rule]) -> Iterator[str]:
    """A table for each evidence tag that a rule has, under what the tag means, and the number of rules."""
    listed = list(rules)
    for tag, evidence, own in _by_evidence(listed):
        most = f" ({evidence.most.word} at most)" if evidence.most else ""
        yield f"{tag}: {evidence.meaning}{most}\n"
        yield from (f"  {line}" for line in _table(own, listed))
        yield f"  {_number(own)}\n"
    yield _number(listed)


def _table(rules: list[Rule], among: list[Rule]) -> Iterator[str]:
    """A line a rule, in columns as wide as all rules shown need."""
    if not among:
        return
    name, pack = max(len(each.name) for each in among), max(len(each.pack) for each in among)
    for rule in rules:
        head = f"{rule.pack:<{pack}}  {rule.code:<7}  {rule.level.word:<7}"
        yield f"{head}  {rule.name:<{name}}  {rule.title}\n"


def _number(rules: list[Rule]) -> str:
    return f"{len(rules)} {'rule' if len(rules) == 1 else 'rules'}\n"


def _by_evidence(rules: list[Rule]) -> Iterator[tuple[str, Evidence, list[Rule]]]:
    """Each tag that has rules, the best known first."""
    from clausecheck.rules.evidence import EVIDENCE

    for tag, evidence in EVIDENCE.items():
        if own := [rule for rule in rules if rule.evidence == tag]:
            yield tag, evidence, own


def as_json(rules: Iterable[Rule]) -> Iterator[str]:
    """A list of objects."""
    yield json.dumps([_entry(rule) for rule in rules], ensure_ascii=False, indent=2) + "\n"


def evidence_as_json(rules: Iterable[Rule]) -> Iterator[str]:
    """A list of objects, one for each evidence tag that a rule has."""
    groups = [
        {
            "evidence": tag,
            "meaning": evidence.meaning,
            "level_at_most": evidence.most.word if evidence.most else None,
            "rules": [_entry(rule) for rule in own],
        }
        for tag, evidence, own in _by_evidence(list(rules))
    ]
    yield json.dumps(groups, ensure_ascii=False, indent=2) + "\n"


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
