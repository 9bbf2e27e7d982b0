"""How soon a contract under the Procurement Act pays, down the chain too, and whether it takes e-invoices."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from clausecheck.facts.arithmetic.settlement import at_least_days
from clausecheck.facts.blocks import ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.procurement.act import act_blocks, all_act, is_concession, limit
from clausecheck.facts.derived.risk_share.settling import unit_of
from clausecheck.facts.derived.words import walk
from clausecheck.facts.kinds import count, flag, kind, text, word
from clausecheck.model.draft import Block, Draft, Field, parts_in
from clausecheck.model.values import DayKind, Duration
from clausecheck.patterns import Pattern
from clausecheck.spans import Span

KINDS = (
    kind(
        "act_payment",
        "A time for payment in a contract under the Procurement Act 2023.",
        of=word("the PROCUREMENT or PAYMENT block"),
        sub=flag("it is the time for sub-contractors"),
        late=flag("it is longer than the 30 days of the Act"),
        days=count("the calendar days it takes at the least"),
        said=text("the time as written"),
        takes=text("the time in days, in brackets, where it is written otherwise"),
        most=text("the days of the Act"),
        over=text("by how many days it is too long"),
    ),
    kind(
        "paper_invoices",
        "Words by which a contract under the Procurement Act 2023 takes invoices on paper alone.",
        written=text("the words"),
    ),
)

_CLAUSES = Pattern(r"(?:[^.;]|\.(?!\s|$))+")
_SEGMENTS = Pattern(r"(?:(?!,|\b(?:and|but|while)\b).)+", re.I | re.S)
_SUB = Pattern(r"\bsub-?\s?contract|\bsupply chain\b|\bdown the chain\b", re.I)
_OTHER = Pattern(
    r"\bdisput|\bquer(?:y|ies)\b|\bnotif|\bnotice\b|\binterest\b|\bclaim|\bcredit|\bobject|\breview|\bcorrect"
    r"|\breject|\breturn|\baudit|\bretain|\breport|\bsubmit|\bterminat|\bissued? within|\bsuspend"
    r"|\binvoices? (?:are |is )?(?:sent|raised|issued)",
    re.I,
)
_PAPER = Pattern(
    r"\bpaper(?: invoices?| copies| copy)? only\b|\bonly (?:on|in) paper\b|\bonly paper invoices\b"
    r"|\b(?:by post|in hard copy|hard copies|hard copy) only\b|\bonly (?:by post|in hard copy)\b"
    r"|\bno (?:electronic|e-) ?invoic\w+"
    r"|\b(?:electronic |e-)invoices? (?:are|is|will|shall|must|can) ?(?:not|no longer)(?: be)? accepted\b"
    r"|\binvoices? must be (?:on paper|posted|sent by post)\b",
    re.I,
)
_INVOICE = Pattern(r"\binvoic", re.I)
_NOT_PAPER = Pattern(r"\b(?:not|never|no longer|nobody)\b[^.;,]{0,40}\b(?:paper|hard cop|post)", re.I)


class _Time(NamedTuple):
    """A time for payment, and whether it is that for sub-contractors."""

    length: Duration
    sub: bool


def derive(draft: Draft, facts: Collector) -> None:
    """Adds each time for payment of the contracts under the Act, and each refusal of e-invoices."""
    if is_concession(draft):
        return
    blocks = list(act_blocks(draft))
    for block in blocks:
        _payment(draft, block, block, "Payment terms", facts)
    alone = all_act(draft)
    for block in draft.of("PAYMENT") if alone else ():
        _payment(draft, blocks[0], block, "Terms", facts)
    own = {block.span for block in blocks}
    for found in walk.words(draft):
        if alone or (found.block is not None and found.block.span in own):
            _paper(found, facts)


def _payment(draft: Draft, award: Block, block: Block, label: str, facts: Collector) -> None:
    field = block.get(label)
    if field is None:
        return
    most = limit(draft, award, "payment")
    for length, sub in _times(field):
        days = at_least_days(length.count, unit_of(length))
        plain = length.unit == "day" and length.days not in (DayKind.WORKING, DayKind.OPERATIONAL)
        facts.add(
            "act_payment",
            length.span,
            (*block.path, label),
            of=ref_of(block),
            sub=sub,
            late=days > most,
            days=days,
            shown={
                "name": block.name,
                "said": length.raw,
                "takes": "" if plain else f" (at least {days} days)",
                "most": str(most),
                "over": f"{days - most} day{'' if days - most == 1 else 's'}",
            },
        )


def _times(field: Field) -> Iterator[_Time]:
    """The times for payment that a line gives, each by the part of the sentence that it stands in."""
    for value in field.values():
        lengths = [part for part in parts_in(value) if isinstance(part, Duration) and part.unit != "year"]
        for clause in _CLAUSES.finditer(value.raw):
            about = clause.start()  # where what is said of the next time begins
            for segment in _SEGMENTS.finditer(value.raw, clause.start(), clause.end()):
                start, end = (value.span.start + at for at in segment.span())
                inside = next((each for each in lengths if start <= each.span.start < end), None)
                if inside is None:
                    continue
                # A dispute that the clause began with is what the rest of it is about.
                if not _OTHER.search(value.raw[clause.start() : segment.end()]):
                    yield _Time(inside, _SUB.search(value.raw[about : segment.end()]) is not None)
                about = segment.end()


def _paper(found: walk.Words, facts: Collector) -> None:
    pays = found.label in ("Payment terms", "Terms")
    match = _PAPER.search(found.text)
    if match is None or not (pays or _INVOICE.search(found.text)) or _NOT_PAPER.search(found.text):
        return
    span = Span(found.span.start + match.start(), found.span.start + match.end())
    shown = {"name": found.path[-1] if found.path else "the draft", "written": " ".join(match[0].split())}
    facts.add("paper_invoices", span, found.path, shown=shown)
