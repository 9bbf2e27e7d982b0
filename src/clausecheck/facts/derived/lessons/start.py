"""The start of services: what is still open then, what holds it back, and how long there is to get ready."""

from __future__ import annotations

import re
from datetime import date

from clausecheck.facts.arithmetic.calendars import canonical
from clausecheck.facts.blocks import choice_of, state_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.frame.parties import PROVIDING, roles
from clausecheck.facts.derived.frame.term import day_of
from clausecheck.facts.derived.words import walk
from clausecheck.facts.derived.words.lines import bare_no, listed, said, whole
from clausecheck.facts.fact import State
from clausecheck.facts.kinds import count, flag, kind, text
from clausecheck.model.draft import Block, Draft, parts_in
from clausecheck.model.values import Day, FormOf
from clausecheck.patterns import Pattern
from clausecheck.spans import Span

KINDS = (
    kind(
        "open_start",
        "Matters that are open, and of which no other rule speaks, while services have a date to start.",
        open=count("how many matters"),
        held=flag("something holds the start back until they are closed, or nobody can say"),
        matters=text("the matters"),
        start=text("the Service Commencement Date"),
    ),
    kind(
        "mobilisation",
        "The time from signature to the start of services.",
        days=count(
            "days from the Date of contract to the Service Commencement Date; below 0 if that is earlier"
        ),
        gated=flag("something holds the start back until all is ready, or nobody can say"),
        continuing=flag(
            "the services go on, as under an overlay or a change of contract, or the award is urgent"
        ),
        signed=text("the Date of contract"),
        start=text("the Service Commencement Date"),
        long=text("how long it is, in words"),
        ready=text("what has to be ready in that time, in a sentence"),
    ),
    kind(
        "outside_advice",
        "Until when the draft says that advice from outside is kept.",
        ends_early=flag("it ends with the choice of a bidder, or before signature"),
        said=text("the line as written"),
        gap=text("what comes without advice, in a sentence"),
    ),
)

_LATER_STATUS = ("preferred bidder", "for signature")
_HELD = Pattern(
    r"\bconditions? precedent\b|\bhold[- ]points?\b"
    r"|\b(?:go[- ]live|readiness) (?:gate|review|decision|test|check)"
    r"|\b(?:do|does|shall|will|may|can|must|are|is) not (?:to )?(?:start|begin|commence|go live)"
    r"\b[^.;]{0,60}\b(?:until|before|unless)\b"
    r"|\b(?:starts?|begins?|commences?) only (?:when|if|once|after)\b",
    re.IGNORECASE,
)
# A plan by which what services need comes after they have begun does not hold them back.
_TO_FOLLOW = Pattern(
    r"\b(?:staff|data|feeds?|systems?|leases?|premises|buildings?|records?|equipment|estates?)\b[^.;]{0,40}"
    r"\b(?:(?:to )?follows? (?:in|by|later|after|on|from)|(?:to )?come later"
    r"|(?:to be )?(?:ready|in place|live) after"
    r"|after (?:the )?(?:start|services (?:start|begin)|commencement|go[- ]live|Service Commencement))\b",
    re.IGNORECASE,
)
_SUBJECT = (
    r"(?:budgets?|prices?|scope|baselines?|leases?|costs?|staff(?:ing)?|premises|risk shares?"
    r"|(?:open|outstanding) (?:matters|issues|points))"
)
_SETTLE = r"(?:settled?|agreed?|finali[sz]ed?|negotiated?|resolved?|determined?)"
_LATER = (
    r"(?:after (?:the )?(?:Service Commencement|services (?:start|begin|commence)|commencement|start"
    r"|signature|signing)"
    r"|(?:in|during) the first (?:Contract )?Year)"
)
_PUT_OFF = Pattern(
    rf"\b{_SUBJECT}\b[^.;]{{0,120}}\b{_SETTLE}\b[^.;]{{0,80}}\b{_LATER}"
    rf"|\b{_SETTLE}\b[^.;]{{0,120}}\b{_SUBJECT}\b[^.;]{{0,80}}\b{_LATER}",
    re.IGNORECASE,
)
_NOT_SIGNED = Pattern(r"(?:no|not|unsigned)\b", re.IGNORECASE)
_BIDDER = Pattern(
    r"\b(?:until|up to|till|to|ends? (?:at|on|with|by)|ended (?:at|on|with|by)|through to|as far as)"
    r"\s+(?:the\s+)?(?:(?:choice|selection|naming|appointment|letter) (?:of|to) (?:the\s+)?)?"
    r"(?:preferred bidder|award|evaluation|tender evaluation|intention to award)\b",
    re.IGNORECASE,
)
_UNTIL = Pattern(r"\b(?:until|up to|till|ends? on|ended on|to)\s*$", re.IGNORECASE)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds what is open at the start, the time to get ready for it, and when outside advice ends."""
    contract = draft.contract
    if contract is None:
        return
    start, signed = day_of(contract, "Service Commencement Date"), day_of(contract, "Date of contract")
    held = _held(draft, signed, start)
    if start:
        _open_start(draft, contract, start, held, facts)
    if start and signed:
        _mobilisation(draft, contract, signed, start, held, facts)
    _advice(contract, signed, facts)


def _held(draft: Draft, signed: date | None, start: date | None) -> bool:
    """Whether a line of the draft holds the start back: a condition, a plan for it, or a late checkpoint."""
    if not whole(draft) or (draft.contract and _says(draft.contract, "Conditions precedent")):
        return True
    for links in draft.of("LINKS"):
        if _says(links, "Conditions precedent"):
            return True
        if _says(links, "Transition arrangements") and not _TO_FOLLOW.search(
            said(links, "Transition arrangements")
        ):
            return True
    checkpoints = [
        part.day
        for block in draft.of("ASSURANCE")
        for label in ("Gate", "Checkpoints", "Passed")
        if (field := block.get(label)) is not None
        for value in field.values()
        for part in parts_in(value)
        if isinstance(part, Day) and part.day is not None
    ]
    if signed and start and any(signed < day <= start for day in checkpoints):
        return True
    return any(_HELD.search(found.text) for found in walk.words(draft))


def _says(block: Block, label: str) -> bool:
    field = block.get(label)
    return field is not None and not bare_no(said(block, label))


def _open_start(draft: Draft, contract: Block, start: date, held: bool, facts: Collector) -> None:
    status = choice_of(contract, "Status")
    pressed = status in _LATER_STATUS
    # Of a draft for signature the rule on what is signed before it is agreed says these.
    open_ = facts.of("unagreed") if pressed and status != "for signature" else []
    unagreed = [(fact.shown["of"], fact.span) for fact in open_ if fact.shown["extent"] == "not agreed"]
    partly = [(fact.shown["of"], fact.span) for fact in open_ if fact.shown["extent"] != "not agreed"]
    unsigned = _unsigned(draft) if pressed else []
    put_off = _put_off(draft)
    found = [*unagreed, *partly, *unsigned, *put_off]
    field = contract.get("Service Commencement Date")
    if not found or field is None:
        return
    groups = (
        _group(unagreed, "is not agreed", "are not agreed"),
        _group(partly, "is agreed in part only", "are agreed in part only"),
        _group(unsigned, "is not signed", "are not signed"),
        _group(put_off, "leaves part of the bargain until later", "leave part of the bargain until later"),
    )
    facts.add(
        "open_start",
        field.span,
        (*contract.path, field.label),
        open=len(found),
        held=held,
        shown={
            "name": "the start of services",
            "matters": "; ".join(group for group in groups if group),
            "start": canonical(start),
        },
        spans={"matters": found[0][1]},
    )


def _group(found: list[tuple[str, Span]], one: str, many: str) -> str:
    names = [name for name, _ in found]
    return f"{listed(names)} {one if len(names) == 1 else many}" if names else ""


def _unsigned(draft: Draft) -> list[tuple[str, Span]]:
    """Sub-contracts that say that they are not signed, except those that the start does not need."""
    found = []
    for block in draft.of("SUBCONTRACT"):
        field = block.get("Signed")
        if field and choice_of(block, "Key") != "no" and _NOT_SIGNED.match(field.raw.strip()):
            found.append((block.name, field.span))
    return found


def _put_off(draft: Draft) -> list[tuple[str, Span]]:
    """Clauses, and lines on variation, that leave part of the bargain until services are running."""
    return [
        (words.block.name, words.span)
        for words in walk.words(draft)
        if words.block is not None
        and words.block.head.name in ("CLAUSE", "VARIATION")
        and _PUT_OFF.search(words.text)
    ]


def _mobilisation(
    draft: Draft, contract: Block, signed: date, start: date, held: bool, facts: Collector
) -> None:
    begins, made = contract.get("Service Commencement Date"), contract.get("Date of contract")
    assert begins is not None
    assert made is not None
    days = (start - signed).days
    number = f"{abs(days):,} day{'' if abs(days) == 1 else 's'}"
    facts.add(
        "mobilisation",
        begins.span,
        (*contract.path, begins.label),
        days=days,
        gated=held,
        continuing=_continuing(draft, contract),
        shown={
            "name": "the time to get ready",
            "signed": canonical(signed),
            "start": canonical(start),
            "long": "on the day of" if days == 0 else f"{number} {'after' if days > 0 else 'before'}",
            "ready": _ready(days, number),
        },
        spans={"signed": made.span, "start": begins.span},
    )


def _ready(days: int, number: str) -> str:
    if days <= 0:
        return "Services start before anybody is bound to have data, staff and leases ready"
    return f"Data, staff and leases have {number} to be ready, and services start whether they are or not"


def _continuing(draft: Draft, contract: Block) -> bool:
    """Whether nobody has time to take, or need of any.

    The draft lies over running contracts or changes one, the provider stays, or the award is urgent.
    """
    form = contract.get("Form")
    if form and isinstance(form.value, FormOf) and form.value.overlay:
        return True
    providers = {party.id for party in draft.of("PARTY") if roles(party) & PROVIDING}
    titles = {party.title for party in draft.of("PARTY") if party.id in providers and party.title}
    for block in draft.of("PROCUREMENT"):
        if choice_of(block, "Route") == "urgent award" or block.get("Modification ground") is not None:
            return True
        words = said(block, "Existing provider")
        if any(re.search(rf"\b{re.escape(name)}\b", words) for name in providers | titles):
            return True
    return False


def _advice(contract: Block, signed: date | None, facts: Collector) -> None:
    field = contract.get("Outside advice")
    if field is None or state_of(field) is not State.STATED:
        return
    words = said(contract, "Outside advice")
    last = _last_day(contract)
    early = signed is not None and last is not None and last < signed
    gap = "The contract is negotiated, signed and brought into use without it"
    if early and signed and last:
        days = (signed - last).days
        gap = (
            f"The last {days:,} day{'' if days == 1 else 's'} before signature, "
            f"{canonical(last)} to {canonical(signed)}, come without it"
        )
    facts.add(
        "outside_advice",
        field.span,
        (*contract.path, "Outside advice"),
        ends_early=early or bool(_BIDDER.search(words)),
        shown={"name": "advice from outside", "said": words, "gap": gap},
    )


def _last_day(contract: Block) -> date | None:
    """The day until which advice is kept, where the line says `until` a date."""
    field = contract.get("Outside advice")
    assert field is not None
    for value in field.values():
        for part in parts_in(value):
            before = field.raw[: max(0, field.raw.find(part.raw))]
            if isinstance(part, Day) and _UNTIL.search(before):
                return part.day
    return None
