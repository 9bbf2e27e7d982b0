"""Ways of writing that say what is meant, and say it worse than they could."""

from __future__ import annotations

import re

from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.words import walk
from clausecheck.facts.kinds import kind, text, word
from clausecheck.model.draft import Draft
from clausecheck.model.values import Money
from clausecheck.patterns import Pattern
from clausecheck.spans import Span

KINDS = (
    kind(
        "short_amount",
        "An amount of money written short, such as £14.2m.",
        label=word("the label it stands under; empty in prose"),
        written=text("the amount as written"),
        full=text("the amount in full"),
    ),
    kind(
        "and_or",
        'The words "and/or", which leave open whether both or either is meant.',
        label=word("the label it stands under; empty in prose"),
        written=text("the words as written"),
        where=text("the label or block they stand in"),
    ),
)

_SHORT = Pattern(r"[A-Za-z]+\s*$")
_AND_OR = Pattern(r"\b(?:and\s*/\s*or|or\s*/\s*and)\b", re.I)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds every amount that is written short, and every and/or."""
    for found in walk.parts(draft):
        amount = found.part
        if isinstance(amount, Money) and _SHORT.search(amount.raw):
            facts.add(
                "short_amount",
                amount.span,
                found.path,
                label=found.label,
                shown={"name": amount.raw, "written": amount.raw, "full": pounds(amount.pence)},
                spans={"written": amount.span},
            )
    for words in walk.words(draft):
        for match in _AND_OR.finditer(words.text):
            start = words.span.start + match.start()
            span = Span(start, start + len(match[0]))
            where = words.path[-1] if words.path else ""
            facts.add(
                "and_or",
                span,
                words.path,
                label=words.label,
                shown={"name": match[0], "written": match[0], "where": where},
                spans={"written": span},
            )
