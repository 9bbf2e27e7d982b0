"""Functions that NHS bodies delegate or exercise jointly: to whom, which, and what the draft says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from clausecheck.facts.blocks import choice_of, ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.frame.parties import kind_of_party, roles
from clausecheck.facts.derived.governance.seats import seats_of
from clausecheck.facts.derived.integration.agreement import cites_section_75
from clausecheck.facts.derived.procurement.buyers import COUNCILS
from clausecheck.facts.derived.words import walk
from clausecheck.facts.derived.words.lines import whole
from clausecheck.facts.kinds import flag, kind, text, word
from clausecheck.model.draft import Block, Draft
from clausecheck.model.values import Moneys
from clausecheck.patterns import Pattern
from clausecheck.spans import Span

KINDS = (
    kind(
        "delegation",
        "Words by which an NHS body delegates functions.",
        first=flag("it is the first of the draft"),
        outsider=flag("the delegate is no body that may be one"),
        reserved=flag("NHS England delegates a function that it may not"),
        complete=flag("the draft was read in full, so that what is not there is missing"),
        onward=flag("the draft says whether the delegate may delegate in turn"),
        guidance=flag("the draft has regard to the guidance on delegation"),
        to=text("the delegate"),
        body=text("what body the delegate is, between commas, or a comma alone"),
        function=text("the function that may not be delegated"),
        written=text("the words"),
    ),
    kind(
        "council_in_nhs_pool",
        "Money of a council in a pooled fund under section 65Z6, which takes payments of NHS bodies only.",
        council=text("the council"),
        written=text("the words"),
    ),
    kind(
        "committee_vote",
        "A party with a vote on a joint committee under section 65Z6.",
        board=word("the GOVERNANCE block"),
        party=word("the party's id"),
        outsider=flag("it is no relevant body, local authority or combined authority"),
        who=text("the party's name"),
        votes=text("how many votes it has, in words"),
        body=text("what body it is"),
    ),
)

DELEGATES = frozenset({"ICB", "NHS England", "NHS trust", "foundation trust"}) | COUNCILS
"""NHS Act 2006 s.65Z5(1) and (2)."""

_ACT = Pattern(r"\b65Z ?[5-7]\b", re.I)
_POOL_ACT = Pattern(r"\b65Z ?6\b", re.I)
_DELEGATES = Pattern(r"\bdelegat(?:e|es|ed|ing|ion)\b", re.I)
_FUNCTIONS = Pattern(r"\bfunctions?\b", re.I)
_STATUTORY = Pattern(r"\b(?:statutory|commissioning) (?:\w+ )?functions?\b", re.I)
_DENIED = Pattern(
    r"\b(?:not|never|no|nor|neither)\b[^.;]{0,30}\bdelegat|\bdelegat\w+ (?:is|are) (?:not|prohibited"
    r"|excluded)"
    r"|\bwithout delegat|\bnothing\b[^.;]{0,40}\bdelegat",
    re.I,
)
_ONWARD = Pattern(
    r"\bonward|\bsub-?delegat|\bfurther delegat|\bdelegat\w+ (?:them |it )?(?:further|onward|in turn)"
    r"|\b(?:not|nor)\b[^.;]{0,30}\bdelegat",
    re.I,
)
_GUIDANCE = Pattern(r"\bguidance\b|\b65Z ?7\b", re.I)
_TO = Pattern(r"\s(?:to|upon|on)\s+(?:the\s+)?", re.I)
_OUTSIDER = Pattern(
    r"(?:an? |the |its )?(?:(?:[A-Z][\w'&-]* ){1,6}(?:Limited|Ltd|LLP|CIC)|(?:[\w-]+ )?"
    r"(?:GP federation|primary care network|PCN|limited company|company|charity|community interest company"
    r"|limited liability partnership))\b"
)
_BY_NHS_ENGLAND = Pattern(r"\bNHS England\b[^.;]{0,40}\bdelegat|\bdelegat\w+ by NHS England\b", re.I)
_RESERVED = (
    (
        "performance assessment of integrated care boards",
        Pattern(r"\b(?:performance|annual) assessment\b|\bassess\w* the performance of\b", re.I),
    ),
    (
        "the establishment of integrated care boards",
        Pattern(r"\bestablish\w*\b[^.;]{0,20}\b(?:ICBs?|integrated care boards?)\b", re.I),
    ),
    (
        "directions to integrated care boards",
        Pattern(r"\bdirections? (?:to|over)\b[^.;]{0,20}\b(?:ICBs?|integrated care boards?)\b", re.I),
    ),
    ("the oversight of NHS trusts", Pattern(r"\boversight of (?:NHS )?(?:foundation )?trusts?\b", re.I)),
    ("trust special administration", Pattern(r"\btrust special administrat", re.I)),
)
_FUND = Pattern(r"\bpool(?:ed|s)?\b|\bfund\b", re.I)
_PAYS = Pattern(r"\bcontribut|\bpay(?:s|ments?)?\b|\bmoney\b|\bputs?\b|\bshare of\b", re.I)
_COUNCIL_WORD = Pattern(r"\bcouncils?\b|\blocal authorit(?:y|ies)\b", re.I)
_NOT = Pattern(r"\bnot?\b|\bonly (?:relevant|NHS) bodies\b|\bexcept\b", re.I)
_COMMITTEE = Pattern(r"\bjoint committee\b", re.I)


_IN_WORDS = {
    "GP practice": "a general practice",
    "GP federation": "a federation of general practices",
    "PCN": "a primary care network",
    "VCSE": "a voluntary body",
    "independent": "an independent provider",
    "care home": "a care home",
    "LLP": "a limited liability partnership",
    "SPV": "a special-purpose company",
    "charity": "a charity",
    "community interest company": "a community interest company",
}


class _To(NamedTuple):
    """A delegate: who it is, whether that is no body that may be one, and what body as an apposition."""

    name: str = ""
    outsider: bool = False
    body: str = ","


def derive(draft: Draft, facts: Collector) -> None:
    """Adds each delegation, each council in an NHS pool, and each vote on a joint committee."""
    stretches = list(walk.words(draft))
    acted = any(_ACT.search(found.text) for found in stretches)
    _delegations(draft, stretches, acted, facts)
    _pools(draft, stretches, facts)
    if acted:
        _committees(draft, facts)


def _delegations(draft: Draft, stretches: list[walk.Words], acted: bool, facts: Collector) -> None:
    onward = any(_ONWARD.search(found.text) for found in stretches)
    guidance = any(_GUIDANCE.search(found.text) and "delegat" in found.text.lower() for found in stretches)
    guidance = guidance or any("65Z7" in found.text.upper().replace(" ", "") for found in stretches)
    first = True
    for found in stretches:
        words = found.text
        if not _DELEGATES.search(words) or _DENIED.search(words) or found.block is None:
            continue
        to = _delegate(draft, words)
        lawful = _ACT.search(words) is not None or (acted and _FUNCTIONS.search(words) is not None)
        in_law = _ACT.search(words) is not None or _STATUTORY.search(words) is not None
        outsider = to.outsider and in_law
        if not lawful and not outsider:
            continue
        function = _reserved(words)
        facts.add(
            "delegation",
            found.span,
            found.path,
            first=first and lawful,
            outsider=outsider,
            reserved=bool(function),
            complete=whole(draft),
            onward=onward,
            guidance=guidance,
            shown={
                "name": "the delegation",
                "to": to.name,
                "body": to.body,
                "function": function,
                "written": words,
            },
        )
        first = first and not lawful


def _delegate(draft: Draft, words: str) -> _To:
    """Who the words delegate to: a party of the draft, else a body that they describe."""
    begins = _DELEGATES.search(words)
    to = _TO.search(words, begins.end()) if begins else None
    if to is None:
        return _To()
    after = words[to.end() :]
    for party in draft.of("PARTY"):
        if any(name and re.match(rf"{re.escape(name)}\b", after, re.I) for name in (party.id, party.title)):
            body = kind_of_party(party)
            outside = body is not None and body not in DELEGATES
            name = party.title or party.id
            return _To(name, outside, f", {_IN_WORDS[body]}," if body in _IN_WORDS else ",")
    match = _OUTSIDER.match(after)
    return _To(match[0].strip(), outsider=True) if match else _To()


def _reserved(words: str) -> str:
    if not _BY_NHS_ENGLAND.search(words):
        return ""
    return next((name for name, pattern in _RESERVED if pattern.search(words)), "")


def _pools(draft: Draft, stretches: list[walk.Words], facts: Collector) -> None:
    """Adds words that put a council's money into such a fund, else a pooled budget that rests on it alone."""
    councils = [party for party in draft.of("PARTY") if kind_of_party(party) in COUNCILS]
    said = False
    for found in stretches:
        words = found.text
        if not _POOL_ACT.search(words) or not _FUND.search(words) or cites_section_75(words):
            continue
        if _NOT.search(words) or not _PAYS.search(words):
            continue
        council = next(_named(councils, words), "the council" if _COUNCIL_WORD.search(words) else "")
        if council:
            said = True
            _pool(council, words, found.span, found.path, facts)
    by_nhs = any(_POOL_ACT.search(found.text) and _FUND.search(found.text) for found in stretches)
    if said or not by_nhs or any(cites_section_75(found.text) for found in stretches):
        return
    for budget in draft.of("BUDGET"):
        field = budget.get("Contributions")
        if (
            field is None
            or choice_of(budget, "Basis") != "pooled fund"
            or not isinstance(field.value, Moneys)
        ):
            continue
        paying = {party.id: party for party in councils}
        for money in field.value.shares:
            if money.name.id in paying:
                party = paying[money.name.id]
                _pool(party.title or party.id, field.raw, field.span, (*budget.path, field.label), facts)


def _named(parties: list[Block], words: str) -> Iterator[str]:
    for party in parties:
        for name in (party.title, party.id):
            if name and re.search(rf"\b{re.escape(name)}\b", words):
                yield party.title or party.id
                break


def _pool(council: str, words: str, span: Span, path: tuple[str, ...], facts: Collector) -> None:
    facts.add(
        "council_in_nhs_pool",
        span,
        path,
        shown={"name": "the pooled fund", "council": council, "written": words},
    )


def _committees(draft: Draft, facts: Collector) -> None:
    """Adds the votes on each joint committee of a draft that acts under these sections."""
    parties = {party.id: party for party in draft.of("PARTY")}
    for board in draft.of("GOVERNANCE"):
        field = board.get("Members")
        if field is None or not _COMMITTEE.search(f"{board.title} {' '.join(_lines(board))}"):
            continue
        for seat in seats_of(draft, board):
            party = parties.get(seat.name)
            body = kind_of_party(party) if party else None
            if party is None or body is None or not seat.votes:
                continue
            facts.add(
                "committee_vote",
                field.span,
                (*board.path, field.label),
                board=ref_of(board),
                party=seat.name,
                outsider=body not in DELEGATES and "commissioner" not in roles(party),
                shown={
                    "name": board.title or board.name,
                    "who": party.title or party.id,
                    "votes": f"{seat.votes} vote{'' if seat.votes == 1 else 's'}",
                    "body": _IN_WORDS.get(body, body),
                },
            )


def _lines(board: Block) -> Iterator[str]:
    """The lines of a board that say what it is."""
    for label in ("Delegation", "Limits"):
        field = board.get(label)
        if field is not None:
            yield field.raw
