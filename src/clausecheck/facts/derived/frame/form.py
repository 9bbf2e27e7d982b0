"""The contract form a draft is on, the edition it names, and whether it has an end."""

from __future__ import annotations

import re
from datetime import date

from clausecheck.facts.arithmetic.calendars import canonical
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.frame.parties import COMMISSIONING, kind_of_party, roles
from clausecheck.facts.derived.frame.term import day_of
from clausecheck.facts.derived.words.sentences import about, taken_back
from clausecheck.facts.kinds import count, flag, kind, text, word
from clausecheck.model.draft import Block, Draft
from clausecheck.model.form import STANDARD
from clausecheck.model.values import Day, Duration, FormOf, Hole
from clausecheck.patterns import Pattern

KINDS = (
    kind(
        "form",
        "The contract form the draft says it is on.",
        family=word("NHS Standard Contract, ICP contract, section 75 agreement, ..."),
        standard=flag("it is on the NHS Standard Contract, or lies over it"),
        overlay=flag("it lies over another contract"),
        shorter=flag("it is on the shorter form"),
        length=word("full-length or shorter form", optional=True),
        edition=word("the edition, such as 2025/26", optional=True),
        edition_year=count("the year the edition begins in, such as 2025", optional=True),
        substitute=flag(
            "it is a loose agreement, and not every provider names a services contract beside it"
        ),
        edition_behind=flag("the edition begins before the contract year in which the services start"),
        start=text("the Service Commencement Date"),
        right_edition=text("the edition for that date, the newest known at most"),
    ),
    kind(
        "open_term",
        "A Contract Term, Expiry Date or Extension that leaves the contract without an end.",
        label=word("the label"),
        written=text("the words as written"),
    ),
)

# The newest edition when these rules were written: no draft can be asked to use a later one.
NEWEST_EDITION = 2026

_LOOSE = Pattern(
    r"\bmemorandum of understanding\b|\bbespoke contract\b|\bheads of (?:terms|agreement)\b"
    r"|\b(?:alliance|collaboration|partnership|partnering|co-?operation) agreement\b"
    r"|\bletter of intent\b|\bmemorandum\b|\bcompact\b",
    re.I,
)
PARTNERSHIP = "section 75 agreement"
_PARTNERSHIP = Pattern(r"\b(?:section|s\.?) ?75 (?:partnership |pooled fund )?agreement\b", re.I)
_STANDARD = Pattern(r"\bstandard contract\b", re.I)
_ENDLESS = Pattern(
    r"\bevergreen\b|\brolling\b|\bindefinite(?:ly)?\b|\bopen[- ]ended\b|\bperpetual\b|\bwithout limit\b"
    r"|\bno (?:fixed |set )?(?:end|expiry|term)\b|\bnone\b|\bn/a\b|\bnot applicable\b"
    r"|\b(?:until|unless)(?: and until)? (?:it is |they are )?(?:terminated|ended|either party)\b",
    re.I,
)
_ROLLS = Pattern(
    r"\b(?:this|the) (?:contract|contract term|term of (?:this|the) contract) (?:shall |will )?(?:be |is )?"
    r"(?:then |thereafter |also |itself |automatically )*"
    r"(?:evergreen\b|perpetual\b|renew(?:s|ed)? (?:itself |automatically )*"
    r"(?:(?:each|every) year|from year to year|year (?:by|on|after) year|yearly|annually|indefinitely)\b"
    r"|renews? automatically\b"
    r"|(?:continues?|goes on|go on|runs?|rolls?)(?: on| over)? (?:from year to year|year (?:by|on|after) year"
    r"|indefinitely|without limit|until (?:it is )?(?:terminated|ended|either party)))",
    re.I,
)
# A last day or a number of times, or nothing settled.
_ENDS = Pattern(
    r"\buntil (?:the )?(?:\d|Expiry)|\bup to\b|\bat most\b|\bno (?:later|longer|more) than\b|\bmaximum\b"
    r"|\bbut not\b|\bExpiry Date\b|\bonce\b|\btwice\b|\bnational\b|\d{4}\b",
    re.I,
)
_RENEWS = Pattern(r"\bevergreen\b|\bindefinite(?:ly)?\b|\bperpetual\b|\bany number of times\b", re.I)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds the form, where the draft states one, and each line that leaves the contract without an end."""
    contract = draft.contract
    if contract is None:
        return
    field = contract.get("Form")
    if field and isinstance(field.value, FormOf):
        _form(draft, contract, field.value, facts)
    elif form_family(draft):
        _titled(contract, facts)
    _open_terms(contract, facts)
    _open_clauses(draft, facts)


def _form(draft: Draft, contract: Block, form: FormOf, facts: Collector) -> None:
    standard = form.family == "NHS Standard Contract"
    edition = int(form.edition[:4]) if form.edition else None
    start = day_of(contract, "Service Commencement Date")
    right = min(_financial_year(start), NEWEST_EDITION) if start else None
    facts.add(
        "form",
        form.span,
        (*contract.path, "Form"),
        family=form.family,
        standard=standard,
        overlay=form.overlay,
        shorter=form.length == "shorter form",
        length=form.length,
        edition=form.edition,
        edition_year=edition,
        substitute=not standard and bool(_LOOSE.search(form.family)) and _needs_contract(draft),
        edition_behind=standard and edition is not None and right is not None and edition < right,
        shown={
            "name": form.raw,
            "start": canonical(start) if start else "",
            "right_edition": f"{right}/{(right + 1) % 100:02}" if right else "",
        },
    )


def _titled(contract: Block, facts: Collector) -> None:
    """Adds the form that the title alone tells of."""
    facts.add(
        "form",
        contract.span,
        contract.path,
        family=PARTNERSHIP,
        standard=False,
        overlay=False,
        shorter=False,
        substitute=False,
        edition_behind=False,
        shown={"name": contract.title, "start": "", "right_edition": ""},
    )


def _financial_year(day: date) -> int:
    return day.year if day.month >= 4 else day.year - 1


def _needs_contract(draft: Draft) -> bool:
    """Whether nothing shows that the services rest on the NHS Standard Contract, or that they need not.

    A draft among local authorities alone is outside the mandate; a provider whose services contract is an
    NHS Standard Contract has one.
    """
    parties = list(draft.of("PARTY"))
    commissioners = [party for party in parties if roles(party) & COMMISSIONING]
    providers = [party for party in parties if "provider" in roles(party) and party not in commissioners]
    councils = commissioners and all(kind_of_party(each) == "local authority" for each in commissioners)
    return not councils and not (providers and all(_has_contract(each) for each in providers))


def _has_contract(party: Block) -> bool:
    field = party.get("Services contract")
    said = " ".join([field.raw, *(entry.raw for entry in field.entries)]) if field else ""
    return bool(_STANDARD.search(said)) or not party.complete


def _open_terms(contract: Block, facts: Collector) -> None:
    for label, pattern in (("Contract Term", _ENDLESS), ("Expiry Date", _ENDLESS), ("Extension", _RENEWS)):
        field = contract.get(label)
        if field is None or isinstance(field.value, Hole | Day | Duration):
            continue
        if pattern.search(field.raw):
            facts.add(
                "open_term",
                field.span,
                (*contract.path, label),
                label=label,
                shown={"name": label, "written": field.raw},
            )


def _open_clauses(draft: Draft, facts: Collector) -> None:
    for said in about(draft, "contract"):
        if said.block is None or said.block.head.name != "CLAUSE" or said.label or _ENDS.search(said.text):
            continue
        rolls = _ROLLS.search(said.text)
        if rolls and not taken_back(said, rolls):
            facts.add(
                "open_term",
                said.span,
                said.path,
                label=said.name,
                shown={"name": said.name, "written": said.text},
            )


def on_the_contract(draft: Draft) -> bool:
    """Whether the draft is on the NHS Standard Contract or over it, or names no form."""
    return form_family(draft) in ("", STANDARD)


def form_family(draft: Draft) -> str:
    """The family of forms that the draft is on, by its Form line or else its title; empty if none."""
    contract = draft.contract
    field = contract.get("Form") if contract else None
    if field is not None:
        return field.value.family if isinstance(field.value, FormOf) else ""
    return PARTNERSHIP if contract and contract.complete and _PARTNERSHIP.search(contract.title) else ""
