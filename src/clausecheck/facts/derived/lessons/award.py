"""What an award rests on: how many bid, and the terms that the services are bought on."""

from __future__ import annotations

import re

from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.blocks import money_of, ref_of, state_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.frame.parties import COMMISSIONING, PROVIDING, kind_of_party, roles
from clausecheck.facts.derived.words import walk
from clausecheck.facts.derived.words.lines import said, whole
from clausecheck.facts.fact import State
from clausecheck.facts.kinds import flag, kind, text, word
from clausecheck.model.draft import Block, Draft
from clausecheck.model.values import Count
from clausecheck.patterns import Pattern
from clausecheck.spans import Span

KINDS = (
    kind(
        "sole_bid",
        "A procurement in which one provider bid.",
        procurement=word("the PROCUREMENT"),
        tested=flag("something says that its viability was tested, or nobody can say"),
        price=text("what nobody was there to compare, in a sentence"),
    ),
    kind(
        "service_terms",
        "Whether a draft says which terms its health services are bought on.",
        named=flag("a Form, a services contract or a clause says it, or nobody can say"),
        buyer=text("the NHS commissioner"),
    ),
)

_SOLE = Pattern(
    r"\b(?:sole|single|only) (?:bidder|bid|tenderer|tender)\b"
    r"|\b(?:only )?one (?:bid|bidder|tender|tenderer)\b|\bno other (?:bid|bidder|tender|tenderer)s?\b",
    re.IGNORECASE,
)
_TESTED = Pattern(
    r"(?<!no )(?<!not )(?<!without )\b(?:viab\w*"
    r"|independent(?:ly)? (?:reviewed|tested|assessed|review|assessment)|reviewed independently"
    r"|due diligence|stress[- ]test\w*|benchmark\w*)",
    re.IGNORECASE,
)
_NOT_TESTED = Pattern(r"\bviab\w*\b[^.;,]{0,20}\bnot (?:yet )?(?:tested|reviewed|assessed)\b", re.IGNORECASE)
_STANDARD = Pattern(r"\bstandard contract\b", re.IGNORECASE)
_BUYERS = frozenset({"ICB", "NHS England"})


def derive(draft: Draft, facts: Collector) -> None:
    """Adds each procurement with one bidder, and the terms of the services."""
    for block in draft.of("PROCUREMENT"):
        _sole_bid(draft, block, facts)
    if draft.contract is not None:
        _service_terms(draft, draft.contract, facts)


def _sole_bid(draft: Draft, block: Block, facts: Collector) -> None:
    field = block.get("Bids received")
    span: Span | None = None
    if field is not None and isinstance(field.value, Count):
        number = field.value.number
        span = field.span if number is not None and number.value == 1 else None
    elif field is None:
        own = [found for found in walk.words(draft) if found.block is block]
        span = next((found.span for found in own if _SOLE.search(found.text)), None)
    if span is None:
        return
    about = [said(block, one.label) for one in block.fields]
    for other in draft.blocks:
        if other.head.name in ("ASSURANCE", "CLAUSE"):
            about += [said(other, one.label) for one in other.fields] + [line.raw for line in other.prose]
    tested = any(_TESTED.search(words) and not _NOT_TESTED.search(words) for words in about)
    value = money_of(block, "Proposed value") or money_of(draft.contract, "Contract value")
    price = f"The price of {pounds(value)}" if value else "The price"
    facts.add(
        "sole_bid",
        span,
        (*block.path, "Bids received") if field else block.path,
        procurement=ref_of(block),
        tested=tested or not whole(draft),
        shown={
            "name": block.name,
            "price": f"{price} was set beside no other, so nothing shows that the services can be run for it",
        },
    )


def _service_terms(draft: Draft, contract: Block, facts: Collector) -> None:
    parties = list(draft.of("PARTY"))
    buyers = [each for each in parties if roles(each) & COMMISSIONING and kind_of_party(each) in _BUYERS]
    providers = [each for each in parties if roles(each) & PROVIDING]
    form = contract.get("Form")
    if not buyers or not providers or (form is not None and state_of(form) is not State.ABSENT):
        return
    named = not whole(draft) or any(party.get("Services contract") is not None for party in providers)
    named = named or any(_STANDARD.search(found.text) for found in walk.words(draft))
    facts.add(
        "service_terms",
        contract.span,
        contract.path,
        named=named or any(True for _ in draft.of("LINKS")),
        shown={"name": contract.title or contract.name, "buyer": buyers[0].title or buyers[0].id},
    )
