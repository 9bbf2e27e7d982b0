"""`clausecheck explain`: a rule's card, for the person who met its finding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from clausecheck.rules.card import Card
    from clausecheck.rules.card_body import Example
    from clausecheck.rules.rule import Rule

EPILOG = """
\b
Examples:
  clausecheck explain shares-not-100
  clausecheck explain RS003
"""


@click.command("explain", epilog=EPILOG, short_help="Explain a rule.")
@click.argument("rule")
def command(rule: str) -> int:
    """Say what RULE (a name or a code) is for, on whose authority, with examples of wrong and right."""
    from clausecheck.cli.catalogue import card, load
    from clausecheck.cli.selection import find_rule
    from clausecheck.cli.streams import write

    catalogue = load()
    found = find_rule(rule, catalogue.rules)
    write(line + "\n" for line in explained(found, card(catalogue, found.name)))
    return 0


def explained(rule: Rule, card: Card) -> Iterator[str]:
    """The explanation, line by line."""
    from clausecheck.rules.evidence import EVIDENCE

    yield f"{rule.name} ({rule.code})"
    yield card.body.title
    yield ""
    yield f"  Level      {rule.level.word}{', and cannot be waived' if rule.mandatory else ''}"
    yield f"  Kind       {rule.kind.value}"
    yield f"  Pack       {rule.origin}"
    for n, source in enumerate(rule.authority):
        yield f"  {'Authority' if n == 0 else '':<9}  {source}"
    meaning = EVIDENCE[rule.evidence].meaning if rule.evidence in EVIDENCE else ""
    yield f"  Evidence   {rule.evidence}{': ' + meaning if meaning else ''}"
    if rule.url:
        yield f"  Read       {rule.url}"
    yield from ("", "Why it matters", "", *_indented(card.body.why))
    yield from _examples("Wrong", card.body.wrong)
    yield from _examples("Right", card.body.right)
    for section in card.body.others:
        yield from ("", section.heading, "", *_indented(section.text))


def _examples(heading: str, examples: Sequence[Example]) -> Iterator[str]:
    for example in examples:
        caption = " ".join(example.caption.split()).rstrip(":")
        yield from ("", f"{heading}: {caption}" if caption else heading, "", *_indented(example.text, "    "))


def _indented(text: str, by: str = "  ") -> list[str]:
    return [(by + line).rstrip() for line in text.strip("\n").splitlines()]
