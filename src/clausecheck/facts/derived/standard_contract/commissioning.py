"""How commissioners go together, and what of their own work they hand over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clausecheck.facts.blocks import choice_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.frame.parties import COMMISSIONING, LEADING, PROVIDING, roles
from clausecheck.facts.derived.standard_contract.provisions import form_of
from clausecheck.facts.derived.words.lines import listed, says_none, whole
from clausecheck.facts.derived.words.stretches import Stretch, said_anywhere, sentences, stretches
from clausecheck.facts.kinds import flag, kind, text
from clausecheck.model.draft import Block, Draft, Field
from clausecheck.patterns import Pattern

KINDS = (
    kind(
        "together",
        "Several commissioners of a draft on the NHS Standard Contract.",
        agreed=flag("the draft names an agreement among them, or was not read in full"),
        who=text("the commissioners"),
    ),
    kind(
        "collaborators",
        "The line about the collaborative commissioning agreement, beside the parties of the draft.",
        outside=flag("it names a commissioner that is no party"),
        provider=flag("it names a provider as party to it"),
        strangers=text("the commissioners that are no party, with is or are"),
        providers=text("the providers that it names, with is or are"),
    ),
    kind(
        "handed_over",
        "Words by which a provider takes over what its commissioner has to decide.",
        written=text("the words"),
    ),
    kind(
        "lead_word",
        "The words lead provider in a draft, where nothing says what they mean.",
        defined=flag("the draft defines them, or was not read in full"),
        written=text("the words as written"),
        uses=text("how often the draft uses them"),
        who=text("the party that leads"),
    ),
)

_AGREEMENT = Pattern(
    r"\bcollaborative (?:commissioning )?agreement\b|\bCCA\b|\bcollaborative commissioning\b"
    r"|\bjoint commissioning (?:agreement|arrangements?)\b|\bcommissioning collaborative\b"
    r"|\b(?:section|s\.?) ?75\b|\b(?:section|s\.?) ?65Z[56]\b|\bco-?commissioning agreement\b",
    re.I,
)
_BODY = Pattern(
    r"\b[A-Z][\w'-]*(?: (?:and|of|with|the|[A-Z][\w'-]*))* ?"
    r"\b(?:Integrated Care Board|ICB|Council)\b"
)
_ENDS_IN_BODY = Pattern(r"(?:\bIntegrated Care Board|\bICB|\bCouncil|\bNHS England)$")
_BETWEEN = Pattern(r"\b(?:between|among|with|parties:?|signed by)\b(.*)", re.I)
_SMALL_WORDS = frozenset({"nhs", "and", "of", "with", "the", "integrated", "care", "board", "icb", "council"})

_PROVIDER = r"(?:lead providers?|prime (?:providers?|contractors?)|contract holders?|integrators?|providers?)"
_DECIDES = (
    r"(?:decides?|determines?|assess(?:es)?|sets?|plans?|exercises?|discharges?|performs?|takes? over"
    r"|carr(?:y|ies) out"
    r"|is responsible for (?:deciding|determining|assessing|setting|exercising|discharging))"
)
_OWN_WORK = (
    r"(?:(?:the )?(?:local|population) (?:health )?(?:and care )?needs?\b|(?:the )?(?:health )?needs of the "
    r"(?:local )?population"
    r"|commissioning (?:priorities|intentions|functions?|decisions|strategy|polic(?:y|ies))"
    r"|(?:the )?(?:statutory|commissioning) (?:functions?|duties|responsibilit(?:y|ies)) of\b"
    r"|(?:the )?(?:commissioners?'?s?|ICB'?s?) (?:statutory |commissioning )"
    r"(?:functions?|duties|responsibilities))"
)
_PASSES = Pattern(
    r"\b(?:statutory|commissioning) (?:functions?|dut(?:y|ies)|responsibilit(?:y|ies))\b[^.;]{0,60}"
    r"\b(?:are|is|be|being) (?:transferred|handed(?: over)?|passed|assigned|contracted out"
    r"|outsourced)\b"
    rf"[^.;]{{0,30}}\bto (?:the |a )?{_PROVIDER}\b",
    re.I,
)
_IN_SCOPE = Pattern(
    r"\s*(?:strategic commissioning|(?:statutory )?commissioning functions?"
    r"|commissioning of (?:all )?services"
    r"|(?:assessment|assessing) (?:of )?(?:local|population|the population's) (?:health )?needs?"
    r"|population (?:health )?needs assessment)\b",
    re.I,
)
_LAWFUL = Pattern(
    r"\bnot\b|\bno\b|\bnothing\b|\bnever\b|\bremains?\b|\bretain|\b65Z[56]\b|\b(?:section|s\.?) ?75\b"
    r"|\bjointly\b|\bwith the (?:ICB|commissioner|council)|\bsupport|\badvi[cs]e|\bexcept\b"
    r"|\b(?:its|their) own\b",
    re.I,
)

_LEAD = Pattern(r"\blead provider\b", re.I)
_LEAD_TERM = Pattern(r"(?:the )?(?:lead )?provider|.*\blead provider\b.*", re.I)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds commissioners that go together, their agreement, what is handed over, and an undefined lead."""
    if form_of(draft) is not None:
        _together(draft, facts)
    for links in draft.of("LINKS"):
        field = links.get("Collaborative commissioning agreement")
        if field is not None:
            _collaborators(draft, links, field, facts)
    takes = _takes(draft)
    for stretch in stretches(draft):
        _handed_over(stretch, takes, facts)
    for services in draft.of("SERVICES"):
        kept = services.get("Commissioner keeps")
        if kept is not None and says_none(kept):
            _hand(Stretch(kept.raw, kept.span, (*services.path, kept.label), services, kept.label), facts)
    _lead(draft, facts)


def _together(draft: Draft, facts: Collector) -> None:
    commissioners = [party for party in draft.of("PARTY") if roles(party) & COMMISSIONING]
    if draft.contract is None or len(commissioners) < 2:
        return
    linked = any(block.get("Collaborative commissioning agreement") for block in draft.of("LINKS"))
    said = said_anywhere(draft, _AGREEMENT)
    second = commissioners[1]
    facts.add(
        "together",
        second.span,
        second.path,
        agreed=linked or said or not whole(draft),
        shown={"name": second.name, "who": listed([party.id for party in commissioners])},
    )


def _collaborators(draft: Draft, links: Block, field: Field, facts: Collector) -> None:
    words = re.sub(r'"[^"]*"', " ", field.raw)
    parties = list(draft.of("PARTY"))
    between = _BETWEEN.search(words)
    known = [_core(party.title) | _core(party.id) for party in parties]
    strangers = [
        body
        for body in _bodies(between[1] if between else "", {party.id for party in parties})
        if (core := _core(body)) and not any(core <= each for each in known)
    ]
    providers = [
        party.id
        for party in parties
        if roles(party) & PROVIDING
        and not roles(party) & COMMISSIONING
        and between
        and _named(party, between[1])
    ]
    facts.add(
        "collaborators",
        field.span,
        (*links.path, field.label),
        outside=bool(strangers) and bool(parties),
        provider=bool(providers),
        shown={
            "name": links.name,
            "strangers": f"{listed(strangers)} {_be(strangers)}",
            "providers": f"{listed(providers)} {_be(providers)}",
        },
    )


def _be(names: Sequence[str]) -> str:
    return "is" if len(names) == 1 else "are"


def _bodies(words: str, ids: set[str]) -> Iterator[str]:
    """The boards and councils in a list such as `ICB, Council and NHS East and West Vale ICB`."""
    for part in re.split(r",\s*", words):
        rest = re.sub(r"^\s*(?:and\s+)?(?:the\s+)?", "", part)
        while joined := re.match(r"(.+?) and (?:the )?(.+)", rest):
            if joined[1] not in ids and not _ENDS_IN_BODY.search(joined[1]):
                break
            yield from (match[0] for match in _BODY.finditer(joined[1]))
            rest = joined[2]
        yield from (match[0] for match in _BODY.finditer(rest))


def _core(name: str) -> frozenset[str]:
    """The words of a body's name that tell it from others of its kind."""
    return frozenset(re.findall(r"[\w']+", name.casefold())) - _SMALL_WORDS


def _named(party: Block, words: str) -> bool:
    found = [re.escape(name) for name in (party.id, party.title) if name]
    return bool(re.search(rf"(?<![\w-])(?:{'|'.join(found)})(?![\w-])", words))


def _takes(draft: Draft) -> Pattern:
    """Words by which a provider decides what its commissioner has to, by its role, its id or its title."""
    names = [
        re.escape(name)
        for party in draft.of("PARTY")
        if roles(party) & PROVIDING and not roles(party) & COMMISSIONING
        for name in (party.id, party.title)
        if name
    ]
    who = "|".join([_PROVIDER, *names])
    return Pattern(rf"\b(?:{who}) (?:shall |will |may |alone )?{_DECIDES} (?:the )?{_OWN_WORK}", re.I)


def _handed_over(stretch: Stretch, takes: Pattern, facts: Collector) -> None:
    in_scope = (stretch.head, stretch.label) in (("SERVICES", "In scope"), ("SUBCONTRACT", "Scope"))
    for sentence in sentences(stretch):
        said = sentence.text
        scope = in_scope and any(_IN_SCOPE.match(part) for part in said.split(", "))
        taken = bool(takes.search(said) or _PASSES.search(said)) and not _LAWFUL.search(said)
        if scope or taken:
            _hand(sentence, facts)


def _hand(stretch: Stretch, facts: Collector) -> None:
    facts.add(
        "handed_over",
        stretch.span,
        stretch.path,
        shown={"name": stretch.label or "the clause", "written": stretch.text},
    )


def _lead(draft: Draft, facts: Collector) -> None:
    """The words in sentences: a model, a role or a heading says who leads, and not what that is."""
    leads = [party for party in draft.of("PARTY") if roles(party) & LEADING]
    uses = [
        (stretch, match)
        for stretch in stretches(draft)
        if (stretch.head, stretch.label) not in (("CONTRACT", "Model"), ("PARTY", "Role"))
        for match in _LEAD.finditer(stretch.text)
    ]
    if not uses or draft.contract is None or choice_of(draft.contract, "Model") == "alliance":
        return
    stretch, match = uses[0]
    defined = any(_LEAD_TERM.fullmatch(definition.term) for definition in draft.definitions)
    facts.add(
        "lead_word",
        stretch.span,
        stretch.path,
        defined=defined or draft.fragment or bool(draft.includes) or draft.unplaced > 0,
        shown={
            "name": stretch.label or "the clause",
            "written": match[0],
            "uses": f"{len(uses)} time{'' if len(uses) == 1 else 's'}",
            "who": listed([party.id for party in leads]),
        },
    )
