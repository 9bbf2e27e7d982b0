"""The contract's dates against each other and against its stated term."""

from __future__ import annotations

import re
from datetime import date

from clausecheck.facts.arithmetic.calendars import canonical
from clausecheck.facts.arithmetic.dates import Fit, expiry_for, length, term_matches
from clausecheck.facts.collector import Collector
from clausecheck.facts.kinds import count, flag, kind, text
from clausecheck.model.draft import Block, Draft, Field
from clausecheck.model.values import Day, Duration

KINDS = (
    kind(
        "term",
        "The contract's commencement and expiry, where it states both.",
        months=count("whole months from commencement to expiry; 0 where expiry is not after commencement"),
        expiry_before_start=flag("it expires on or before the day it begins"),
        out_of_step=flag("a Contract Term is stated, and the dates do not make it"),
        start=text("the Service Commencement Date"),
        expiry=text("the Expiry Date"),
        stated=text("the Contract Term as stated"),
        length=text("how long it is from commencement to expiry"),
        right_expiry=text("the Expiry Date that the stated term would give"),
        months_stated=count("months in the stated term", optional=True),
    ),
    kind(
        "dates_out_of_order",
        "Two dates of the contract that are the wrong way round.",
        earlier=text("the label that should come first"),
        later=text("the label that should come second"),
        earlier_day=text("its date"),
        later_day=text("its date"),
    ),
)

_MONTHS_IN = {"month": 1, "year": 12}

_ORDER = (
    ("Date of contract", "Expiry Date"),
    ("Effective Date", "Service Commencement Date"),
    ("Effective Date", "Expiry Date"),
    ("Service Commencement Date", "Longstop Date"),
)


def day_of(block: Block | None, label: str) -> date | None:
    """The date of a label of a block, where it states a possible one."""
    field = block.get(label) if block else None
    return field.value.day if field and isinstance(field.value, Day) else None


def contract_days(draft: Draft) -> tuple[date, date] | None:
    """Commencement and expiry of the contract, where it states both and they are in order."""
    start = day_of(draft.contract, "Service Commencement Date")
    expiry = day_of(draft.contract, "Expiry Date")
    return (start, expiry) if start and expiry and start < expiry else None


def derive(draft: Draft, facts: Collector) -> None:
    """Adds the term, and each pair of contract dates that is out of order."""
    contract = draft.contract
    if contract is None:
        return
    start, expiry = day_of(contract, "Service Commencement Date"), day_of(contract, "Expiry Date")
    if start and expiry:
        _term(contract, start, expiry, facts)
    for first, second in _ORDER:
        if second == "Expiry Date" and start and expiry and expiry <= start:
            continue  # the Expiry Date is wrong against commencement already
        earlier, later = day_of(contract, first), day_of(contract, second)
        if earlier and later and earlier > later:
            one, other = contract.get(first), contract.get(second)
            assert one is not None
            assert other is not None
            facts.add(
                "dates_out_of_order",
                other.span,
                (*contract.path, second),
                shown={
                    "earlier": first,
                    "later": second,
                    "earlier_day": canonical(earlier),
                    "later_day": canonical(later),
                },
                spans={"earlier": one.span, "later": other.span},
            )


def months_in(field: Field | None) -> int | None:
    """The months of a stated term; None where it says none, or counts in weeks or days.

    `5 years and 6 months` is 66; what follows in other words, such as an extension, is not part of it.
    """
    if field is None or not isinstance(field.value, Duration):
        return None
    whole = field.value
    months = whole.count * _MONTHS_IN.get(whole.unit, 0)
    after = field.raw.partition(whole.raw)[2]
    if whole.unit == "year" and (more := re.match(r"\s+and\s+(\d{1,2})\s+months?\b", after, re.I)):
        months += int(more[1])
    return months or None


def _length(start: date, expiry: date) -> str:
    """How long it is from one date to the other, in words: `36 months and 1 day`."""
    long = length(start, expiry)
    counted = ((long.months, "month"), (long.days, "day"))
    parts = [f"{number} {unit}{'' if number == 1 else 's'}" for number, unit in counted if number]
    return " and ".join(parts)


def _term(contract: Block, start: date, expiry: date, facts: Collector) -> None:
    field, begins, ends = (
        contract.get("Contract Term"),
        contract.get("Service Commencement Date"),
        contract.get("Expiry Date"),
    )
    assert begins is not None
    assert ends is not None
    months = months_in(field)
    shown = {"name": "the term", "start": canonical(start), "expiry": canonical(expiry)}
    spans = {"start": begins.span, "expiry": ends.span}
    out_of_step = False
    if field and months:
        spans["stated"] = field.span
        shown["stated"] = field.raw
        if start < expiry:
            # Expiring on the anniversary itself is a day too many for a purist, and common.
            out_of_step = term_matches(start, expiry, months).fit is Fit.DIFFERENT
            shown["right_expiry"] = canonical(expiry_for(start, months))
            shown["length"] = _length(start, expiry)
            if ends.value is not None:
                spans["right_expiry"] = ends.value.span
    facts.add(
        "term",
        ends.span,
        (*contract.path, "Expiry Date"),
        months=length(start, expiry).months if start < expiry else 0,
        expiry_before_start=expiry <= start,
        out_of_step=out_of_step,
        months_stated=months,
        shown=shown,
        spans=spans,
    )
