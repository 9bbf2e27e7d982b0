"""The holes that a draft still has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.risk_share.hole_price import hole_price
from clausecheck.facts.derived.words import walk
from clausecheck.facts.kinds import flag, kind, text, word
from clausecheck.model.draft import Block, Draft, Field
from clausecheck.model.values import Hole, Moneys, Shares, Votes
from clausecheck.model.vocabulary.types import Shape, folded
from clausecheck.patterns import Pattern
from clausecheck.spans import Span

KINDS = (
    kind(
        "placeholder",
        "A hole that the draft still has: [ ], £[ ], TBC, ____ and the like.",
        form=word("bracket, money, percent, blank, word or note"),
        label=word("the label it stands under; empty in prose, ids, titles and definitions"),
        number=flag("it stands where a number belongs: money, a percentage, a count or a target"),
        written=text("the hole as written"),
        where=text("the label and block it stands in"),
        wants=text("what the hole says should go there"),
        todo=text("what the drafter has to do about it"),
        open=text("what is open while it stands, in a sentence"),
        price=text("what a figure that is still to come decides, in a sentence"),
    ),
)

_NUMBERS = frozenset(
    {
        Shape.MONEY,
        Shape.AMOUNT,
        Shape.PERCENT,
        Shape.COUNT,
        Shape.THRESHOLD,
        Shape.MEASURED,
        Shape.SHARES,
        Shape.MONEYS,
        Shape.VOTES,
    }
)

# What final documents say in square brackets where a numbered provision has been left out.
_SETTLED = Pattern(
    r"(?:intentionally )?(?:not used|reserved|omitted|deleted|left blank)|not applicable|n/a|no text", re.I
)

_NO_NOUN = Pattern(r"\s*(?:[.,;:)]|$|(?:and|or)\b)")

# One date or amount can be several holes: XX/XX/2026, £XX,XXX, [ ]/[ ]/[ ].
_JOINTS = Pattern(r"[,./-]?")


class _Place(NamedTuple):
    """One hole and all that is said of where it stands."""

    hole: Hole
    path: tuple[str, ...]
    label: str
    where: str
    number: bool = False
    before: str = ""
    block: Block | None = None


def form_of(hole: Hole) -> str:
    """How a hole is written."""
    raw = hole.raw.strip()
    if raw.startswith("£"):
        return "money"
    if raw.endswith("%"):
        return "percent"
    if raw.startswith(("_", "…")):
        return "blank"
    if not raw.startswith("["):
        return "word"
    return "note" if re.match(r"note\b|drafting note", hole.wants, re.I) else "bracket"


def is_open(hole: Hole, after: str = "") -> bool:
    """Whether something is still to be filled in, given the words that follow.

    `[Not used]` is what a final document says; `[1]` with nothing to count after it is a note or a source;
    and `a plan to be agreed by the Board` is a step that the contract provides for: only `to be agreed`
    with nothing after it leaves the matter open.
    """
    if hole.raw.startswith("["):
        cited = hole.wants.isdigit() and hole.raw.endswith("]") and _NO_NOUN.match(after)
        return not (cited or _SETTLED.fullmatch(hole.wants.strip()))
    return not (folded(hole.raw).startswith("to be ") and re.match(r"\s+\w", after))


def derive(draft: Draft, facts: Collector) -> None:
    """Adds every placeholder, once for each place."""
    last: _Place | None = None
    for place in sorted(_places(draft), key=lambda each: each.hole.span):
        joined = _joined(last, place)
        if joined is None and last is not None:
            _add(draft, last, facts)
        last = joined or place
    if last is not None:
        _add(draft, last, facts)


def _places(draft: Draft) -> Iterator[_Place]:
    for found in walk.parts(draft):
        if not isinstance(found.part, Hole):
            continue
        number = found.shape in _NUMBERS or _lacks_number(found.block, found.label, found.part.span)
        if number or is_open(found.part, found.after):
            where = (found.path, found.label, found.where)
            yield _Place(found.part, *where, number, found.before, found.block)
    for block in draft.blocks:
        yield from _in_heading(block)
    for definition in draft.definitions:
        path = (*definition.headings, f'DEFINE "{definition.term}"')
        for hole in walk.holes(definition.term, definition.term_span.start + 1):
            yield _Place(hole, path, "", "a defined term")


def _in_heading(block: Block) -> Iterator[_Place]:
    if block.id_span:
        for hole in walk.holes(block.id, block.id_span.start):
            yield _Place(hole, block.path, "", f"the id of {block.head.name}")
    if block.title_span:
        for hole in walk.holes(block.title, block.title_span.start):
            if is_open(hole):
                yield _Place(hole, block.path, "", f"the title of {block.name}")


def _lacks_number(block: Block | None, label: str, span: Span) -> bool:
    """Whether a hole is the number of one of a list: `Council [ ]%`, `Acute £[ ]`, `ICB [ ]` votes."""
    field = block.get(label) if block else None
    return field is not None and any(item.holds(span) for item in _without_number(field))


def _without_number(field: Field) -> Iterator[Span]:
    for value in field.values():
        match value:
            case Shares(shares=shares):
                yield from (share.span for share in shares if share.percent is None)
            case Moneys(shares=moneys):
                yield from (share.span for share in moneys if share.pence is None)
            case Votes(votes=votes):
                yield from (vote.span for vote in votes if vote.votes is None)


def _joined(first: _Place | None, second: _Place) -> _Place | None:
    """Two holes that are one, such as the day and the month of a date; None where they are two."""
    if first is None or not second.before or first.label != second.label or first.path != second.path:
        return None
    gap = second.hole.span.start - first.hole.span.end
    between = second.before[-gap:] if gap > 0 else ""
    if gap < 0 or gap > 1 or not _JOINTS.fullmatch(between):
        return None
    raw = first.hole.raw + between + second.hole.raw
    hole = Hole(span=first.hole.span.to(second.hole.span), raw=raw, wants=first.hole.wants)
    number = first.number or second.number
    return _Place(hole, first.path, first.label, first.where, number, first.before, first.block)


def _add(draft: Draft, place: _Place, facts: Collector) -> None:
    hole, form = place.hole, form_of(place.hole)
    if place.before.endswith("£"):
        form = "money"
    facts.add(
        "placeholder",
        hole.span,
        place.path,
        form=form,
        label=place.label,
        number=place.number or form in ("money", "percent"),
        shown={
            "name": hole.raw,
            "written": hole.raw,
            "where": place.where,
            "wants": hole.wants,
            "todo": _todo(hole, form),
            "open": _open(place),
            "price": hole_price(draft, place.block, place.label),
        },
    )


def _open(place: _Place) -> str:
    """What the line that a hole stands in is for, in the words of the vocabulary."""
    label = place.block.head.label(place.label) if place.block and place.label else None
    return (
        f"Still open: {label.doc[0].lower()}{label.doc[1:].rstrip('.')}"
        if label
        else "Nothing is agreed there"
    )


def _todo(hole: Hole, form: str) -> str:
    if form == "note":
        return "Settle what the note asks, and take it out"
    if "/" in hole.wants and hole.raw.startswith("["):
        return "Choose one of the two, and take the brackets away"
    if hole.wants:
        return "Agree what goes there, and take the brackets away"
    return "Fill it in, or take the words around it out"
