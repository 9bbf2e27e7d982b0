"""Savings that a budget counts on: what each lacks and what of it is at risk, and budgets that fall."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from clausecheck.facts.arithmetic.dates import length
from clausecheck.facts.arithmetic.money import percent as percentage
from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.arithmetic.savings import at_risk, falls, foregone
from clausecheck.facts.blocks import ref_of, state_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.frame.term import contract_days
from clausecheck.facts.derived.words.lines import listed, said
from clausecheck.facts.fact import State
from clausecheck.facts.kinds import flag, kind, money, percent, text, word
from clausecheck.model.draft import Block, Draft, Field, parts_in
from clausecheck.model.values import Day, Money, Part, Year
from clausecheck.patterns import Pattern
from clausecheck.spans import Span

KINDS = (
    kind(
        "saving",
        "A saving in pounds that the savings plan of a budget counts on.",
        budget=word("the BUDGET"),
        amount=money("the saving"),
        confidence=percent("how sure it is, where that is a number", optional=True),
        at_risk=money("what may not come, at that confidence", optional=True),
        incomplete=flag("it has no owner, no time, or nothing on how sure it is"),
        lacks=text("what it does not say"),
        haircut=text("what is at risk, in a sentence"),
    ),
    kind(
        "budget_fall",
        "A budget that is lower in a later year than in the one before.",
        budget=word("the BUDGET"),
        most=money("the greatest fall from one year to the next"),
        planned=flag("the budget has a savings plan, or nobody can say"),
        falls=text("each fall, with its year"),
        total=text("what all years come to below the first, in a sentence"),
    ),
)


class Saving(NamedTuple):
    """A saving as read. `year` is the year it is for; empty where it is for every year, None if not said."""

    name: str
    amount: Money
    confidence: Decimal | None
    rated: bool
    owned: bool
    timed: bool
    year: str | None
    span: Span


_NUMBER = r"(\d{1,3}(?:\.\d+)?)\s*(?:%|per cent)"
_SURE = r"(?:confiden\w*|certain\w*|likel\w*|probab\w*|sure\w*)"
_CONFIDENCE = Pattern(
    rf"{_NUMBER}\s*{_SURE}|{_SURE}\W{{0,3}}(?:(?:of|at|is|level|rating)\W{{1,3}}){{0,2}}{_NUMBER}", re.I
)
_RATED = Pattern(
    r"(?<!no )\bconfiden|\b(?:un)?certain|\blikel(?:y|ihood)|\bprobab|\brisk[- ]?(?:assessed|adjusted|rated)"
    r"|\b(?:RAG|red|amber|green)\b",
    re.I,
)
_OWNED = Pattern(
    r"(?<!no )\bown(?:er|ed)\b|\b(?:led|delivered|held|managed|run) by\b|\bleads?\b|\bresponsible\b"
    r"|\bdirector\b|\bofficer\b|\bmanager\b|\bprogramme office\b",
    re.I,
)
_EVERY_YEAR = Pattern(
    r"\b(?:a|per|each|every) (?:contract )?(?:year|annum)\b|\bannual(?:ly)?\b|\byearly\b", re.I
)
_RECURRENT = Pattern(r"\brecurrent(?:ly)?\b", re.I)
_NONE = Pattern(r"(?:none|no|nil|not)\b", re.I)
_BY = Pattern(r"\bby\s+(?:the end of\s+)?$", re.I)


def savings_of(draft: Draft, budget: Block) -> list[Saving]:
    """The savings of a budget's plan that are stated in pounds, in order."""
    field = budget.get("Savings plan")
    if field is None or state_of(field) is not State.STATED:
        return []
    parties = [party.id for party in draft.of("PARTY")]
    if not field.entries:
        parts = list(parts_in(field.value)) if field.value else []
        return _saving("the savings plan", field.raw, "", parts, parties, field.span)
    found = []
    for entry in field.entries:
        name = entry.key_raw or "a saving"
        parts = [*parts_in(entry.key), *parts_in(entry.value)]
        found += _saving(
            f'"{name}"' if entry.key_raw else name, entry.raw, field.raw, parts, parties, entry.span
        )
    return found


def _saving(
    name: str, raw: str, shared: str, parts: list[Part], parties: list[str], span: Span
) -> list[Saving]:
    """The saving that a line states, if it states one; `shared` are the words that serve every line."""
    amount = next((part for part in parts if isinstance(part, Money)), None)
    if amount is None:
        return []
    words = f"{shared}; {raw}"
    number = _CONFIDENCE.search(words)
    sure = Decimal(number[1] or number[2]) if number else None
    year = next((part for part in parts if isinstance(part, Year)), None)
    dated = year is not None or any(isinstance(part, Day) for part in parts)
    yearly = bool(_EVERY_YEAR.search(raw) or _EVERY_YEAR.search(amount.per or ""))
    before = raw[: raw.find(year.raw)] if year else ""
    return [
        Saving(
            name,
            amount,
            sure if sure is not None and sure <= 100 else None,
            sure is not None or bool(_RATED.search(words)),
            bool(_OWNED.search(words)) or any(re.search(rf"\b{re.escape(id_)}\b", words) for id_ in parties),
            dated or yearly or bool(_RECURRENT.search(words) or re.search(r"\b20\d\d\b", words)),
            year.label if year and not _BY.search(before) else "" if yearly and not dated else None,
            span,
        )
    ]


def derive(draft: Draft, facts: Collector) -> None:
    """Adds each saving that is counted on, and each budget that falls."""
    for budget in draft.of("BUDGET"):
        for saving in savings_of(draft, budget):
            _add(budget, saving, facts)
        _fall(draft, budget, facts)


def _add(budget: Block, saving: Saving, facts: Collector) -> None:
    lacks = [
        what
        for what, there in (
            ("owner", saving.owned),
            ("year", saving.timed),
            ("word on how sure it is", saving.rated),
        )
        if not there
    ]
    sure = saving.confidence
    facts.add(
        "saving",
        saving.span,
        (*budget.path, "Savings plan"),
        budget=ref_of(budget),
        amount=saving.amount.pence,
        confidence=sure,
        at_risk=at_risk(saving.amount.pence, sure) if sure is not None else None,
        incomplete=bool(lacks),
        shown={
            "name": saving.name,
            "budget": budget.name,
            "lacks": listed([f"no {what}" for what in lacks]),
            "haircut": _haircut(saving.amount.pence, sure),
        },
    )


def _haircut(amount: int, sure: Decimal | None) -> str:
    if sure is not None:
        risk, level = pounds(at_risk(amount, sure)), percentage(sure)
        return f"At {level} confidence {risk} is at risk: {pounds(amount)} × (100% - {level})"
    some, half = (pounds(at_risk(amount, Decimal(at))) for at in (90, 50))
    return f"Of {pounds(amount)} that is counted on, {some} is at risk at 90% confidence, and {half} at 50%"


def _fall(draft: Draft, budget: Block, facts: Collector) -> None:
    field = budget.get("Amount")
    if field is None:
        return
    years = _full_years(draft, field)
    found = falls([pence for _, pence in years])
    if not found:
        return
    facts.add(
        "budget_fall",
        field.span,
        (*budget.path, "Amount"),
        budget=ref_of(budget),
        most=max(fall.by for fall in found),
        planned=not budget.complete or _planned(budget),
        shown={
            "name": budget.name,
            "falls": listed([f"{pounds(fall.by)} in {years[fall.place][0]}" for fall in found]),
            "total": _total(years[0][1], foregone([pence for _, pence in years])),
        },
    )


def _total(first: int, less: int) -> str:
    if not less:
        return "No saving is named that makes up for the fall"
    return (
        f"The later years have {pounds(less)} less between them than at {pounds(first)} a year, "
        "and no saving is named that makes up for it"
    )


def _planned(budget: Block) -> bool:
    return budget.get("Savings plan") is not None and not _NONE.match(said(budget, "Savings plan").strip())


def _full_years(draft: Draft, field: Field) -> list[tuple[str, int]]:
    """The years of an Amount with their pence, less the first and last where they may not be whole years."""
    read = [(entry.key_raw, entry.value.pence) for entry in field.entries if isinstance(entry.value, Money)]
    if len(read) < len(field.entries):
        return []
    days = contract_days(draft)
    if days is None:
        return read
    counted = all(isinstance(entry.key, Year) and entry.key.ordinal for entry in field.entries)
    long = length(*days)
    whole = long.days == 0 and long.months % 12 == 0
    return read if whole and (counted or (days[0].month, days[0].day) == (4, 1)) else read[1:-1]
