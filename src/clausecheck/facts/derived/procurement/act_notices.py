"""What the Procurement Act has published after a contract is made: its details, and a copy of a large one."""

from __future__ import annotations

import re

from clausecheck.facts.arithmetic.calendars import canonical, later
from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.arithmetic.settlement import at_least_days
from clausecheck.facts.blocks import ref_of, state_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.procurement.act import (
    act_blocks,
    covered,
    entered,
    is_light,
    limit,
    may_be_light,
    worth_over,
)
from clausecheck.facts.derived.procurement.psr import place_of, publication_day, says_none
from clausecheck.facts.derived.risk_share.settling import unit_of
from clausecheck.facts.derived.words.lines import line_of
from clausecheck.facts.fact import State
from clausecheck.facts.kinds import count, flag, kind, text, word
from clausecheck.model.draft import Block, Draft, Field, parts_in
from clausecheck.model.values import DayKind, Duration
from clausecheck.patterns import Pattern

KINDS = (
    kind(
        "act_publication",
        "What a draft says of publishing a contract's details, or a copy, under the Procurement Act 2023.",
        procurement=word("the PROCUREMENT block"),
        what=word("details or copy"),
        late=flag("it is published later than the Act allows, or never"),
        owed=flag("the Act asks for it: a copy only of a contract worth more than £5,000,000"),
        days=count("the days from signature, where they can be told", optional=True),
        said=text("what the draft says, as a clause"),
        most=text("the days of the Act, and for what sort of contract"),
        last_day=text("the last day, as a clause of its own; empty without a date"),
        value=text("what the contract is worth"),
    ),
)

_LABELS = {"details": ("Contract details notice", "details notice"), "copy": ("Contract copy", "copy")}
_NEVER = Pattern(
    r"\b(?:will|shall|is|are|to be) not (?:be )?published\b|\bnever\b|\bconfidential\s*$"
    r"|^\W*(?:not|un)[ -]?published\W*$",
    re.I,
)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds the details notice and the copy of each contract under the Act, where the draft speaks of them."""
    for block in act_blocks(draft):
        if not covered(draft, block):
            continue
        for what, (label, name) in _LABELS.items():
            field = block.get(label)
            if field is not None and state_of(field) is State.STATED:
                _publication(draft, block, field, what, name, facts)


def _publication(draft: Draft, block: Block, field: Field, what: str, name: str, facts: Collector) -> None:
    light = may_be_light(draft, block)
    most = limit(draft, block, f"{name}, light touch" if light else name)
    words, made = line_of(field), entered(draft, block)
    days, said = _days(field, block, draft, most)
    never = says_none(words) or _NEVER.search(words) is not None
    value = worth_over(draft, block, "large contract")
    sort = (
        "a light touch contract" if is_light(block) else "a light touch contract at the most" if light else ""
    )
    facts.add(
        "act_publication",
        place_of(field, block),
        (*block.path, field.label),
        procurement=ref_of(block),
        what=what,
        late=never or (days is not None and days > most),
        owed=what == "details" or value is not None,
        days=days,
        shown={
            "name": block.name,
            "said": f'is not to be published ("{words}")' if never else said,
            "most": f"{most} days" + (f" for {sort}" if sort else ""),
            "last_day": f", so by {canonical(later(made, most))}" if made else "",
            "value": pounds(value.pence) if value else "",
        },
    )


def _days(field: Field, block: Block, draft: Draft, most: int) -> tuple[int | None, str]:
    """The days from signature to publication, by the dates or as stated, and how to say so."""
    made, published = entered(draft, block), publication_day(field)
    if published is not None:
        if made is None:
            return None, ""
        days = (published - made).days
        return days, f"is published on {canonical(published)}, {days} days after {canonical(made)}"
    lengths = [part for value in field.values() for part in parts_in(value) if isinstance(part, Duration)]
    if not lengths:
        return None, ""
    first = lengths[0]
    days = at_least_days(first.count, unit_of(first))
    plain = first.unit == "day" and first.days not in (DayKind.WORKING, DayKind.OPERATIONAL)
    return days, f"is to follow within {first.raw}" + ("" if plain else f", at least {days} days")
