"""Sub-contracts beside the contract above them: circles, terms, forms, and several head contracts."""

from __future__ import annotations

import re
from datetime import date

from clausecheck.facts.arithmetic.calendars import canonical, later
from clausecheck.facts.arithmetic.chains import circles
from clausecheck.facts.blocks import ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.frame.parties import PROVIDING, roles
from clausecheck.facts.derived.frame.term import day_of
from clausecheck.facts.derived.standard_contract.provisions import form_of
from clausecheck.facts.derived.words.lines import line_of
from clausecheck.facts.kinds import count, flag, kind, text, word
from clausecheck.model.draft import Block, Draft
from clausecheck.model.values import FormOf, Names
from clausecheck.patterns import Pattern

KINDS = (
    kind(
        "subcontract_circle",
        "Sub-contracts that pass services on until they are back where they came from.",
        size=count("how many parties are in the circle"),
        way=text("the circle, from the first giver back to it"),
        first=text("the first giver"),
    ),
    kind(
        "subcontract_term",
        "The last day of a sub-contract beside that of the contract above it.",
        of=word("the SUBCONTRACT block"),
        falls_short=count("the days by which it ends before the contract; 0 if it does not"),
        ends=text("its last day"),
        expiry=text("the last day of the contract"),
        gap=text("the days between, with their dates, in a sentence"),
    ),
    kind(
        "subcontract_form",
        "The form of a sub-contract beside the form of the contract above it.",
        of=word("the SUBCONTRACT block"),
        differs=flag("one is full-length and the other is on the shorter form"),
        model=flag("it is on the model sub-contract"),
        heads=count("how many head contracts it names"),
        own=text("its form"),
        head=text("the form of the head contract"),
        named=text("the head contracts as written"),
    ),
)

_MODEL = Pattern(r"\bmodel\b|\bNHS England\b|\bnational\b|\bNHS Standard\b|\bNHS\b", re.I)
_SHORTER = Pattern(r"\bshort(?:er)?[\s-]*form\b", re.I)
_FULL = Pattern(r"\bfull[\s-]*length\b", re.I)
_REFERENCE = Pattern(r"\b[A-Z][A-Za-z]*[-/][\w/-]*\d[\w/-]*")
_SEVERAL = Pattern(
    r"\b(two|three|four|five|six|\d+|both|several|all|each)\b[^.;]{0,30}"
    r"\b(?:head |services? |standard )?contracts\b",
    re.I,
)
_WORDS = {
    **dict.fromkeys(("two", "both", "several", "all", "each"), 2),
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
}


def derive(draft: Draft, facts: Collector) -> None:
    """Adds each circle, and each sub-contract's term and form beside the contract's."""
    _circles(draft, facts)
    expiry = day_of(draft.contract, "Expiry Date")
    for block in draft.of("SUBCONTRACT"):
        if expiry is not None:
            _term(block, expiry, facts)
        _form(draft, block, facts)


def _circles(draft: Draft, facts: Collector) -> None:
    links: dict[tuple[str, str], Block] = {}
    for block in draft.of("SUBCONTRACT"):
        field = block.get("Between")
        if field and isinstance(field.value, Names) and len(field.value.names) == 2:
            giver, taker = (name.id for name in field.value.names)
            links.setdefault((giver, taker), block)
    for circle in circles(links):
        pairs = list(zip(circle, (*circle[1:], circle[0]), strict=True))
        blocks = [links[pair] for pair in pairs]
        if len(circle) > 1 and _separate(draft, circle, blocks):
            continue
        last = blocks[-1]
        field = last.get("Between")
        facts.add(
            "subcontract_circle",
            field.span if field else last.span,
            (*last.path, "Between"),
            size=len(circle),
            shown={
                "name": last.name,
                "way": " -> ".join((*circle, circle[0])),
                "first": circle[0],
            },
        )


def _separate(draft: Draft, circle: tuple[str, ...], blocks: list[Block]) -> bool:
    """Whether the sub-contracts may be under contracts of their own: several of the parties hold one."""
    heads = {line_of(field) for block in blocks if (field := block.get("Head contract")) is not None}
    if len(heads) > 1:
        return True
    held = [
        party
        for name in circle
        if (party := draft.by_id.get(name)) is not None
        and (party.get("Services contract") or roles(party) & (PROVIDING - {"sub-contractor"}))
    ]
    return len(held) > 1 and not heads


def _term(block: Block, expiry: date, facts: Collector) -> None:
    field, ends = block.get("Expiry"), day_of(block, "Expiry")
    if field is None or ends is None:
        return
    short = (expiry - ends).days
    facts.add(
        "subcontract_term",
        field.span,
        (*block.path, "Expiry"),
        of=ref_of(block),
        falls_short=max(short, 0),
        shown={
            "name": block.title or block.name,
            "ends": canonical(ends),
            "expiry": canonical(expiry),
            "gap": f"{short:,} day{'' if short == 1 else 's'}, "
            f"{canonical(later(ends, 1))} to {canonical(expiry)}",
        },
    )


def _form(draft: Draft, block: Block, facts: Collector) -> None:
    stated, head = block.get("Form"), block.get("Head contract")
    above = line_of(head)
    own = stated.value if stated and isinstance(stated.value, FormOf) else None
    length = own.length if own else None
    on = form_of(draft)
    over = _length(above) or (on.form if on is not None and _names_length(draft) else None)
    place = stated or head
    if place is None:
        return
    facts.add(
        "subcontract_form",
        place.span,
        (*block.path, place.label),
        of=ref_of(block),
        differs=length is not None and over is not None and length != over,
        model=stated is not None and bool(_MODEL.search(stated.raw)) and "bespoke" not in stated.raw.lower(),
        heads=_heads(above),
        shown={
            "name": block.title or block.name,
            "own": length or "",
            "head": over or "",
            "named": above,
        },
    )


def _names_length(draft: Draft) -> bool:
    """Whether the draft's own form says that it is full-length or the shorter form."""
    field = draft.contract.get("Form") if draft.contract else None
    return field is not None and isinstance(field.value, FormOf) and field.value.length is not None


def _length(said: str) -> str | None:
    return "shorter form" if _SHORTER.search(said) else "full-length" if _FULL.search(said) else None


def _heads(said: str) -> int:
    """How many head contracts a line names; 0 where it says nothing."""
    if not said:
        return 0
    references = {match[0] for match in _REFERENCE.finditer(said)}
    several = _SEVERAL.search(said)
    in_words = 0
    if several is not None:
        size = several[1].lower()
        in_words = int(size) if size.isdigit() else _WORDS[size]
    return max(len(references), in_words, 1)
