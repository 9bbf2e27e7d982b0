"""The key criteria of PSR reg 5: which of the five a draft names, and what their weights come to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from clausecheck.facts.arithmetic.money import percent as percentage
from clausecheck.facts.arithmetic.shares import share_total
from clausecheck.facts.blocks import choice_of, ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.procurement.criteria_line import Listed, OneLine, one_line
from clausecheck.facts.derived.procurement.psr import WITH_CRITERIA, place_of, psr_blocks
from clausecheck.facts.kinds import count, flag, kind, percent, text, word
from clausecheck.model.draft import Block, Draft, Entry, Field
from clausecheck.model.values import Percent, Text
from clausecheck.patterns import Pattern

KINDS = (
    kind(
        "key_criteria",
        "The key criteria that a procurement lists, taken together (PSR reg 5).",
        procurement=word("the PROCUREMENT block"),
        needed=flag("the route must use the five, or is not stated"),
        read_in_full=flag("every line of the block was read, so that what is not there is missing"),
        all_five=flag("all five are there"),
        missing_count=count("how many of the five are not there"),
        weights_known=flag("every criterion has a percentage, and every line was read"),
        total=percent("the sum of the weights"),
        whole=flag("it is exactly 100%"),
        missing=text("those that are not there"),
        sum=text("the addition in figures"),
        weighed=text("what the criteria that are there add up to, as a clause of its own"),
    ),
    kind(
        "criterion",
        "One key criterion as the draft names it.",
        procurement=word("the PROCUREMENT block"),
        known=flag("it is one of the five of PSR reg 5"),
        criterion=word("which of the five it is", optional=True),
        percent=percent("its weight", optional=True),
        written=text("its name as written"),
    ),
)

FIVE = (
    ("quality and innovation", Pattern(r"\bquality\b|\binnovati", re.I)),
    ("value", Pattern(r"\bvalue\b|\bprices?\b|\bcosts?\b", re.I)),
    (
        "integration, collaboration and service sustainability",
        Pattern(r"\bintegrat|\bcollaborat|\bsustainab", re.I),
    ),
    (
        "improving access, reducing health inequalities and facilitating choice",
        Pattern(r"\baccess|\binequalit|\bchoice\b", re.I),
    ),
    ("social value", Pattern(r"\bsocial value\b", re.I)),
)
_SOCIAL = FIVE[-1]
_WHOLE = Decimal(100)


def criteria_in(name: str) -> tuple[str, ...]:
    """The key criteria of PSR reg 5 that a draft's name for a criterion takes in, in the order of the law."""
    others = _SOCIAL[1].sub(" ", name)
    return tuple(
        known
        for known, pattern in FIVE
        if pattern.search(name if known == _SOCIAL[0] else others) is not None
    )


def derive(draft: Draft, facts: Collector) -> None:
    """Adds each key criterion of the PSR procurements, and each list of them as a whole."""
    for block in psr_blocks(draft):
        field = block.get("Key criteria")
        line = one_line(field.value) if field is not None and isinstance(field.value, Text) else None
        listed = [*_on_line(line, field), *_in_bullets(field)] if field is not None else []
        if field is not None and (listed or (line and line.all_five)):
            _criteria(block, field, line, listed, facts)


def _in_bullets(field: Field) -> Iterator[Listed]:
    for entry in field.entries:
        weight = entry.value.value if isinstance(entry.value, Percent) else None
        yield Listed(_name_of(entry), weight, entry.span)


def _on_line(line: OneLine | None, field: Field) -> Iterator[Listed]:
    """The criteria on the label's line.

    Words that are none of the five are a criterion only where they carry a weight, and a remark otherwise,
    as they are where bullets follow.
    """
    for each in line.criteria if line else ():
        if criteria_in(each.name) or (each.weight is not None and not field.entries):
            yield each


def _criteria(
    block: Block, field: Field, line: OneLine | None, listed: list[Listed], facts: Collector
) -> None:
    for name, weight, span in listed:
        criteria = criteria_in(name)
        facts.add(
            "criterion",
            span,
            (*block.path, "Key criteria"),
            procurement=ref_of(block),
            known=bool(criteria),
            criterion=criteria[0] if criteria else None,
            percent=weight,
            shown={"name": name, "written": name},
        )
    weights = [(name, weight) for name, weight, _ in listed if weight is not None]
    total = share_total(weights)
    found = {criterion for name, *_ in listed for criterion in criteria_in(name)}
    missing = [] if line and line.all_five else [name for name, _ in FIVE if name not in found]
    known = block.complete and len(weights) == len(listed) and (line is None or line.plain)
    route = choice_of(block, "Route")
    facts.add(
        "key_criteria",
        place_of(field, block),
        (*block.path, "Key criteria"),
        procurement=ref_of(block),
        needed=route is None or route in WITH_CRITERIA,
        read_in_full=block.complete and (line is None or line.in_full),
        all_five=not missing,
        missing_count=len(missing),
        weights_known=known,
        total=total.total,
        whole=total.is_whole,
        shown={
            "name": block.name,
            "missing": "; ".join(missing),
            "sum": total.sum_in_words,
            "total": percentage(total.total),
            "weighed": f"; the rest make {percentage(total.total)}" if known and total.total < _WHOLE else "",
        },
    )


def _name_of(entry: Entry) -> str:
    """A criterion's name without its weight."""
    return entry.key_raw.strip() or entry.raw.strip()
