"""Agreements that run on after the contract that they depend on has ended."""

from __future__ import annotations

import re
from datetime import date

from clausecheck.facts.arithmetic.calendars import canonical, later
from clausecheck.facts.arithmetic.dates import add_months, length
from clausecheck.facts.blocks import ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.frame.term import day_of
from clausecheck.facts.derived.words import walk
from clausecheck.facts.kinds import flag, kind, text, word
from clausecheck.model.draft import Block, Draft
from clausecheck.model.values import Day
from clausecheck.patterns import Pattern
from clausecheck.spans import Span

KINDS = (
    kind(
        "outlasts",
        "A sub-contract or overlay that ends later than the contract it depends on.",
        what=word("sub-contract or overlay"),
        of=word("the SUBCONTRACT, or the PARTY whose services contract ends first"),
        covered=flag("the contract may be extended that far, or how far is not known"),
        ends=text("when it ends"),
        head_ends=text("when the contract it depends on ends"),
        after=text("how much later that is"),
    ),
)

_ENDS = Pattern(r"\b(?:until|to|expir(?:es|ing|y)(?: date)?(?: on)?|end(?:s|ing)(?: on)?)[\s:]*$", re.I)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds each SUBCONTRACT that outlasts the contract, and each services contract an overlay outlasts."""
    contract = draft.contract
    expiry = day_of(contract, "Expiry Date")
    if contract is None or expiry is None:
        return
    for block in draft.of("SUBCONTRACT"):
        ends, field = day_of(block, "Expiry"), block.get("Expiry")
        if field and ends and ends > expiry:
            covered = _may_reach(contract, expiry, ends, facts)
            _add("sub-contract", block, field.span, (*block.path, "Expiry"), ends, expiry, covered, facts)
    for found in walk.parts(draft):
        if found.block is None or (found.block.head.name, found.label) != ("PARTY", "Services contract"):
            continue
        part = found.part
        if isinstance(part, Day) and part.day and part.day < expiry and _ENDS.search(found.before[-60:]):
            _add("overlay", found.block, part.span, found.path, expiry, part.day, False, facts)


def _may_reach(contract: Block, expiry: date, ends: date, facts: Collector) -> bool:
    """Whether the contract's option to extend would carry it that far, or says too little to tell."""
    if contract.get("Extension") is None:
        return False
    options = facts.of("extension")
    months = options[0].values.get("months") if options else 0
    if options and not isinstance(months, int):
        return True
    return later(add_months(later(expiry, 1), int(months or 0)), -1) >= ends


def _add(
    what: str,
    block: Block,
    span: Span,
    path: tuple[str, ...],
    ends: date,
    head_ends: date,
    covered: bool,
    facts: Collector,
) -> None:
    long = length(later(head_ends, 1), ends)
    counted = ((long.months, "month"), (long.days, "day"))
    after = " and ".join(f"{number} {unit}{'' if number == 1 else 's'}" for number, unit in counted if number)
    facts.add(
        "outlasts",
        span,
        path,
        what=what,
        of=ref_of(block),
        covered=covered,
        shown={
            "name": block.title or block.name,
            "ends": canonical(ends),
            "head_ends": canonical(head_ends),
            "after": after,
        },
    )
