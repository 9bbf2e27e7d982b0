"""A hospital that would lose activity under the draft, and whether anybody has asked what that does to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from clausecheck.facts.arithmetic.exact import percent_of
from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.blocks import choice_of, money_of, ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.budget.savings import savings_of
from clausecheck.facts.derived.frame.parties import PROVIDING, kind_of_party, roles
from clausecheck.facts.derived.risk_share.shares import sharing
from clausecheck.facts.derived.words import walk
from clausecheck.facts.derived.words.lines import bare_no, said, whole
from clausecheck.facts.kinds import flag, kind, text, word
from clausecheck.model.draft import Block, Draft
from clausecheck.patterns import Pattern
from clausecheck.spans import Span

KINDS = (
    kind(
        "activity_loss",
        "A hospital trust that would have less to do under the draft and takes no share of gains, or the "
        "loss of a ward or of income that the draft states.",
        party=word("the party's id, or SERVICES where the draft states the loss there"),
        assessed=flag("the draft speaks of what that does to it, or nobody can say"),
        fault=text("what takes the activity away, and what is not said, in a sentence"),
        price=text("what it is worth, in a sentence"),
    ),
)

_HOSPITAL = Pattern(r"\bhospitals?\b|\bacute\b|\binfirmary\b", re.IGNORECASE)
_TRUSTS = frozenset({"NHS trust", "foundation trust"})
_ACTIVITY = (
    r"(?:admissions?|referrals?|attendances?|bed[- ](?:days?|nights?)|beds|outpatient\w*|operations"
    r"|elective \w+|hospital (?:activity|stays?|care)|length of stay)"
)
_LESS = (
    r"(?:fewer|less|reduc\w*|lower\w*|avoid\w*|shift\w*|divert\w*|transfer\w*|mov(?:e|es|ed|ing)"
    r"|prevent\w*|cut\w*)"
)
_FALLS = Pattern(
    rf"\b{_LESS}\b[^.;]{{0,60}}\b{_ACTIVITY}\b|\b{_ACTIVITY}\b[^.;]{{0,40}}\b{_LESS}\b", re.IGNORECASE
)
_COUNTED = Pattern(rf"\b{_ACTIVITY}\b", re.IGNORECASE)
_COMES_BACK = Pattern(r"\bre-?(?:admi|attend|refer)", re.IGNORECASE)
_ASSESSED = Pattern(
    r"\bminimum income\b|\bincome (?:guarantee|floor|protect\w*)\b|\bmarginal (?:cost|rate)s?\b"
    r"|\bstranded costs?\b|\bfixed costs?\b|\btransition(?:al)? (?:support|funding|payments?)\b"
    r"|\bimpact (?:on|assess\w*)\b"
    r"|\b(?:loss|fall) (?:of|in) (?:income|activity)\b",
    re.IGNORECASE,
)
_LOST = r"(?:ward|beds?|unit|theatres?|clinics?|income|activity|work|rota|department|service|staff|site)"
_LOSES = Pattern(
    rf"\b(?:clos(?:e|es|ed|ing)|los(?:e|es|ing)|shuts?|gives? up|ceases?|stops?)\b[^.;]{{0,50}}\b{_LOST}\b"
    rf"|\b{_LOST}\b[^.;]{{0,50}}"
    r"\b(?:closes?|is closed|falls?|shuts?|ceases?|stops?|is lost|moves? (?:away|out))\b",
    re.IGNORECASE,
)
_DEALT_WITH = Pattern(
    r"\bno(?:t|ne|thing|body)?\b|\bwithout\b|\bassess|\bagree|\bpa(?:id|ys?|yments?)\b|\bcosts?\b|\bcushion"
    r"|\btaper"
    r"|\bheld\b|\bkept\b|\bprotect|\bfund|\bcompensat|\bsupport(?:ed)?\b|\bguarant|\bredeploy|\btransfer|\bTUPE\b"
    r"|\bphased?\b|\btransition|\bover (?:\d+|two|three|four|five|the next)\b|\bgradual|\breview|\bconsult"
    r"|\bimpact|\bmitigat|\blooked at|\bre-?us|\b(?:share|part) of (?:the )?gains?\b|\bSchedule\b|\bplan\b",
    re.IGNORECASE,
)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds each hospital that stands to lose activity and shares no gain, and each loss that is stated."""
    for services in draft.of("SERVICES"):
        _stated(services, facts)
    losing = next(_takes_away(draft), None)
    if losing is None:
        return
    words, span, path, saved = losing
    gaining = {share.name.id for pool in draft.of("RISK SHARE") for share in sharing(pool, "gain")}
    assessed = not whole(draft) or _assessed(draft)
    for party in draft.of("PARTY"):
        if not _is_hospital(party) or party.id in gaining:
            continue
        facts.add(
            "activity_loss",
            span,
            path,
            party=party.id,
            assessed=assessed or party.get("Control note") is not None,
            shown={
                "name": party.title or party.id,
                "fault": f"{words} takes activity away from {party.title or party.id}, which shares no gain, "
                "and nothing says what that does to it",
                "price": _price(party, saved),
            },
            spans={"party": party.span},
        )


def _stated(services: Block, facts: Collector) -> None:
    """Adds the loss that an Interdependencies line states and leaves there."""
    field = services.get("Interdependencies")
    if field is None or not services.complete:
        return
    words = said(services, "Interdependencies")
    if not _LOSES.search(words) or _DEALT_WITH.search(words):
        return
    facts.add(
        "activity_loss",
        field.span,
        (*services.path, field.label),
        party=ref_of(services),
        assessed=False,
        shown={
            "name": services.name,
            "fault": f'{services.name} says what is taken away, and not what is done about it: "{words}"',
            "price": "Staff, rotas and fixed costs that are left behind have no payer, and other services "
            "may rest on them",
        },
    )


def _is_hospital(party: Block) -> bool:
    named = _HOSPITAL.search(f"{party.id} {party.title}")
    return bool(roles(party) & PROVIDING and kind_of_party(party) in _TRUSTS and named)


def _takes_away(draft: Draft) -> Iterator[tuple[str, Span, tuple[str, ...], int | None]]:
    """What lowers the activity of hospitals: a saving, or a measure of activity whose fall is better."""
    for budget in draft.of("BUDGET"):
        for saving in savings_of(draft, budget):
            if _FALLS.search(saving.name):
                yield saving.name, saving.span, (*budget.path, "Savings plan"), saving.amount.pence
    for block in draft.of("OUTCOME", "INDICATOR"):
        words = f"{said(block, 'Measure')}; {said(block, 'Numerator')}"
        if choice_of(block, "Direction") != "lower is better" or _COMES_BACK.search(words):
            continue
        if _COUNTED.search(words):
            yield f'"{block.title or block.name}"', block.span, block.path, None


def _assessed(draft: Draft) -> bool:
    for block in draft.of("SERVICES"):
        if block.get("Interdependencies") is not None and not bare_no(said(block, "Interdependencies")):
            return True
    return any(_ASSESSED.search(found.text) for found in walk.words(draft))


def _price(party: Block, saved: int | None) -> str:
    name, turnover = party.title or party.id, money_of(party, "Turnover")
    if saved is not None:
        most = pounds(saved)
        return f"What is saved is income to a hospital, up to {most} of it, while its wards and rotas stay"
    if turnover:
        one = pounds(percent_of(turnover, Decimal(1)))
        return f"1% of the income of {name} is {one} a year, while its wards and rotas stay"
    return (
        f"Its income falls with its activity, while its wards and rotas stay; {name} may refuse to take part"
    )
