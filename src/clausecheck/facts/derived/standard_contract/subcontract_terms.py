"""What a draft says of sub-contracting: where it is listed, who consents, who answers, what passes on."""

from __future__ import annotations

import re
from typing import NamedTuple

from clausecheck.facts.blocks import ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.frame.parties import COMMISSIONING, LEADING, roles
from clausecheck.facts.derived.standard_contract.provisions import On, form_of
from clausecheck.facts.derived.words.lines import line_of, listed, says_none, whole
from clausecheck.facts.derived.words.stretches import Stretch, every_sentence, said_anywhere
from clausecheck.facts.kinds import count, flag, kind, text, word
from clausecheck.model.draft import Block, Draft
from clausecheck.model.values import Choice
from clausecheck.patterns import Pattern

KINDS = (
    kind(
        "subcontract_list",
        "Sub-contracts that are key, or of a draft that lists its schedules, beside those that are listed.",
        unlisted=flag("nothing names the schedule of material sub-contracts; no where not all was read"),
        who=text("the sub-contracts"),
        schedule=text("the schedule"),
    ),
    kind(
        "subcontract_words",
        "A sentence that gives away what the Contract keeps about sub-contracting.",
        fault=word("consent (anybody may sub-contract unasked) or liability (the provider does not answer)"),
        written=text("the words"),
    ),
    kind(
        "flow_down",
        "The duties that a sub-contract passes on, where it lists them.",
        of=word("the SUBCONTRACT block"),
        sweeping=flag("it passes on all terms of the head contract, or was not read in full"),
        lacking=count("how many of the key duties it leaves out"),
        left_out=text("the key duties that it leaves out"),
        taker=text("the sub-contract"),
    ),
)

_TITLE = "Provider's Material Sub-Contracts"
_LISTED = Pattern(r"\bSchedule 5B\b|\bmaterial sub-?contract", re.I)

_MAY = Pattern(
    r"\b(?:may|is free to|are free to|is entitled to|are entitled to|can) (?:freely )?"
    r"(?:sub-?contract|sub-?let)\b",
    re.I,
)
_UNASKED = Pattern(
    r"\bwithout\b[^.;]{0,50}\b(?:consent|approval|agreement|permission|notice|reference|asking)\b"
    r"|\bfreely\b|\bat (?:its|their) (?:sole |own |absolute )*discretion\b"
    r"|\bas (?:it|they) (?:see|think)s? fit\b"
    r"|\bto (?:anybody|anyone|any person|whomever|any provider)\b",
    re.I,
)
_BOUNDED = Pattern(
    r"\bnot\b|\bno\b|\bonly\b|\bnon-?clinical\b|\bnon-?material\b|\bother than\b|\bexcept\b|\bunless\b"
    r"|\bsubject to\b|\bwith (?:the )?(?:prior |written )*(?:consent|approval)\b|\bimmaterial\b|\bbelow\b",
    re.I,
)

_SUB = r"sub-?contractors?"
_ALONE = Pattern(
    rf"\b{_SUB}\b[^.;]{{0,40}}\b(?:is|are|shall be|will be|remains?)\b[^.;]{{0,20}}"
    r"\b(?:solely|alone|exclusively|entirely) (?:liable|responsible|answerable|accountable)\b"
    rf"|\b{_SUB} alone\b[^.;]{{0,30}}\b(?:liable|responsible|answers?|answerable|bears?)\b"
    rf"|\b(?:is|are|be) (?:not|no longer) (?:liable|responsible|answerable|accountable) for\b"
    rf"[^.;]{{0,80}}\b{_SUB}\b"
    rf"|\bnot be (?:liable|responsible|answerable|accountable) for\b[^.;]{{0,80}}\b{_SUB}\b"
    rf"|\b(?:no|without) (?:liability|responsibility) for\b[^.;]{{0,60}}\b{_SUB}\b",
    re.I,
)
_STILL = Pattern(
    r"\bcommissioners?\b[^.;]{0,40}\bnot\b|\bremains? (?:fully |wholly )?(?:liable|responsible|answerable)\b"
    r"|\bbetween (?:themselves|the two|them)\b|\bto the (?:lead )?provider\b|\bwithout prejudice\b"
    r"|\bwages|\btax(?:es)?\b|\bpensions?\b|\bits own\b|\btheir own\b",
    re.I,
)


class _Duty(NamedTuple):
    """A duty that a head contract lays on whoever treats patients, and the words it goes by."""

    name: str
    words: Pattern


_DUTIES = (
    _Duty("data and records", Pattern(r"\bdata\b|\binformation\b|\bIG\b|\brecords?\b|\bGDPR\b", re.I)),
    _Duty("duty of candour", Pattern(r"\bcandour\b|\bSC ?35\b", re.I)),
    _Duty("safeguarding", Pattern(r"\bsafeguard\w*\b|\bSC ?32\b", re.I)),
    _Duty("counter-fraud", Pattern(r"\b(?:counter|anti)[- ]?fraud\b|\bfraud\b|\bSC ?24\b", re.I)),
    _Duty("insurance or indemnity", Pattern(r"\binsur\w+|\bindemnit\w+|\bGC ?11\b", re.I)),
)
_ALL = Pattern(
    r"\b(?:all|every|each|full|same|equivalent|mirror\w*|whole|relevant|identical)\b[^.;]{0,40}"
    r"\b(?:terms?|obligations?|duties|conditions|provisions|requirements|contract)\b"
    r"|\bback[- ]to[- ]back\b|\bmirrors?\b|\bin full\b|\bmodel sub-?contract\b"
    r"|\bhead contract\b|\bService Conditions\b|\bSchedule\b|\bAnnex",
    re.I,
)
_CONSTITUTION = Pattern(r"\bConstitution\b|\bSC ?1\b", re.I)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds the list of material sub-contracts, the duties each passes on, and what is given away in words."""
    on = form_of(draft)
    if on is not None:
        _list(draft, on, facts)
    for block in draft.of("SUBCONTRACT"):
        _flow_down(block, facts)
    alone, inside = _alone(draft), _inside(draft)
    for sentence in every_sentence(draft):
        _words(sentence, alone, inside, facts)


def _list(draft: Draft, on: On, facts: Collector) -> None:
    contract = draft.contract
    lists = contract is not None and contract.get("Schedules relied on") is not None
    found = [block for block in draft.of("SUBCONTRACT") if _key(block) or (lists and _key(block) is None)]
    if not found:
        return
    linked = any(block.get("Sub-contracts") for block in draft.of("LINKS"))
    holders = [party for party in draft.of("PARTY") if roles(party) & (LEADING | {"provider"})]
    first = found[0]
    facts.add(
        "subcontract_list",
        first.span,
        first.path,
        unlisted=not linked and bool(holders) and not said_anywhere(draft, _LISTED) and whole(draft),
        shown={
            "name": first.name,
            "who": listed([f'"{block.title or block.name}"' for block in found]),
            "schedule": _schedule(on),
        },
    )


def _schedule(on: On) -> str:
    """The schedule of material sub-contracts, with its letter in the draft's edition where that is known."""
    from clausecheck.editions.look import by_title, edition

    place, _ = by_title(edition(on.edition).forms[on.form], _TITLE)
    return f"{place.name} ({_TITLE})" if place is not None else f"the schedule of {_TITLE}"


def _key(block: Block) -> bool | None:
    """Whether a sub-contract says that it is key, or material; None where it does not say."""
    field = block.get("Key")
    return field.value.values[0] == "yes" if field and isinstance(field.value, Choice) else None


def _flow_down(block: Block, facts: Collector) -> None:
    field = block.get("Flow-down")
    if field is None or says_none(field):
        return
    sweeping = bool(_ALL.search(line_of(field))) or not block.complete
    said = line_of(field)
    lacking = [duty.name for duty in _DUTIES if not duty.words.search(said)]
    if lacking and not _CONSTITUTION.search(said):  # alone, its absence is no gap that a reader would name
        lacking.append("the NHS Constitution")
    facts.add(
        "flow_down",
        field.span,
        (*block.path, "Flow-down"),
        of=ref_of(block),
        sweeping=sweeping,
        lacking=len(lacking),
        shown={"name": block.name, "left_out": listed(lacking), "taker": block.title or block.name},
    )


def _alone(draft: Draft) -> Pattern:
    """Words by which a sub-contractor of the draft, and nobody else, answers to a commissioner of it."""
    subs, commissioners = ["the sub-?contractor"], ["the commissioners?"]
    for party in draft.of("PARTY"):
        names = [rf"(?:the )?{re.escape(name)}" for name in (party.id, party.title) if name]
        if "sub-contractor" in roles(party) and not roles(party) & (LEADING | COMMISSIONING | {"provider"}):
            subs += names
        elif roles(party) & COMMISSIONING:
            commissioners += names
    who, whom = "|".join(subs), "|".join(commissioners)
    answers = "(?:liable|responsible|answerable|accountable)"
    return Pattern(
        rf"\b(?:{who}) (?:alone (?:is|shall be|will be) {answers}"
        rf"|(?:is|shall be|will be) (?:solely|alone|exclusively) {answers}) to (?:{whom})(?![\w-])",
        re.I,
    )


def _inside(draft: Draft) -> Pattern:
    """Words by which somebody answers to a provider of the draft that leads, by its id or title."""
    names = [
        re.escape(name)
        for party in draft.of("PARTY")
        if roles(party) & LEADING or "provider" in roles(party)
        for name in (party.id, party.title)
        if name
    ]
    return Pattern(rf"\bto (?:the )?(?:{'|'.join(names) or '(?!)'})(?![\w-])", re.I)


def _words(sentence: Stretch, alone: Pattern, inside: Pattern, facts: Collector) -> None:
    said = sentence.text
    if _MAY.search(said) and _UNASKED.search(said) and not _BOUNDED.search(said):
        fault = "consent"
    elif (_ALONE.search(said) or alone.search(said)) and not (_STILL.search(said) or inside.search(said)):
        fault = "liability"
    else:
        return
    facts.add(
        "subcontract_words",
        sentence.span,
        sentence.path,
        fault=fault,
        shown={"name": sentence.label or "the clause", "written": said},
    )
