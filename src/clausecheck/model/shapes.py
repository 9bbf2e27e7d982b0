"""Builds exact values from their trees: an amount, a date, a target, a band.

Each builder takes the tree of its shape and the piece it was read from, and raises for none that the
grammar can give.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from itertools import pairwise
from typing import Literal, cast

from clausecheck.model import atoms, lists
from clausecheck.model.parts import parts_of
from clausecheck.model.values import (
    Amount,
    Count,
    Day,
    Duration,
    Hole,
    Measured,
    Money,
    Number,
    Part,
    Percent,
    Range,
    Threshold,
    Value,
    Year,
)
from clausecheck.model.vocabulary.types import Shape, folded
from clausecheck.patterns import Pattern
from clausecheck.syntax.tree import Leaf, Node, Piece

_FIGURE = Pattern(
    r"\b(?:baselines?|averages?|means?|medians?|national|England|last|previous|prior|preceding|expected|plan(?:ned)?"
    r"|trajector(?:y|ies)|budgets?|peers?|index|rates?|values?|figures?|gap|targets?|levels?|scores?|results?"
    r"|numbers?|totals?|costs?|spend(?:ing)?|it|that|this)\b",
    re.IGNORECASE,
)


def slip(tree: Node) -> Leaf | None:
    """What is a slip of the pen in a value, and no number or note: `24 0`, `45%%`, `2.5` votes.

    A value read up to there would be another than the one meant, which is worse than none.
    """
    leaves = list(tree.leaves())
    whole = "0123456789," if tree.kind == "votes" else "0123456789,.-"
    for leaf in leaves:
        if leaf.kind == "NUMBER" and (leaf.text.count(".") > 1 or leaf.text.strip(whole)):
            return leaf
        # 90% of the baseline is another figure than 90%, and 90% of carers is not.
        if tree.kind == "threshold" and leaf.kind == "BASE" and _FIGURE.search(leaf.text):
            return leaf
    for before, note in pairwise(leaves):
        if note.kind != "NOTE" or before.kind == "HOLE":
            continue
        glued = before.span.end == note.span.start and re.match(r"[\w%£]|[.,]\d", note.text)
        figures = before.kind in ("NUMBER", "MONEY", "PERCENT") and re.match(r"[\d£%]", note.text)
        scaled = before.kind == "MONEY" and re.match(r"(?:mi|bi|th)[a-z]*(?:on|nd)s?\b", note.text, re.I)
        if glued or figures or scaled:
            return note
    return None


def _day(tree: Node, piece: Piece) -> Value:
    leaf = tree.leaf("DATE", "ISO_DATE", "NUMERIC_DATE", "HOLE")
    return cast(Day | Hole, atoms.part(cast(Leaf, leaf), piece.span.start))


def _duration(tree: Node, piece: Piece) -> Value:
    leaf = tree.leaf("DURATION", "HOLE")
    return cast(Duration | Hole, atoms.part(cast(Leaf, leaf), piece.span.start))


def _money_of(node: Node, offset: int) -> Money:
    amount = cast(Leaf, node.leaf("MONEY"))
    per, vat = node.leaf("PER"), node.leaf("VAT")
    return atoms.money(
        amount.text, amount.span.shifted(offset), per.text if per else None, vat.text if vat else None
    )


def _percent_of(node: Node, offset: int) -> Percent:
    leaf, base = cast(Leaf, node.leaf("PERCENT")), node.leaf("BASE")
    return atoms.percent(leaf.text, leaf.span.shifted(offset), base.text if base else None)


def after(tree: Node, piece: Piece) -> Iterable[Part]:
    """What is found in the words behind a value: a hole there is as much a hole as any."""
    for leaf in tree.leaves():
        if leaf.kind in ("NOTE", "REMARK", "PAREN"):
            yield from parts_of(Piece(leaf.text, leaf.span.shifted(piece.span.start)))


def _note(tree: Node, piece: Piece) -> str:
    note = tree.leaf("NOTE")
    return note.text.lstrip(",;(. ") if note else ""


def _money(tree: Node, piece: Piece) -> Value:
    return _money_of(cast(Node, tree.node("amount_of_money")), piece.span.start)


def _amount(tree: Node, piece: Piece) -> Value:
    start = piece.span.start
    if leaf := tree.leaf("HOLE"):
        return atoms.hole(leaf.text, leaf.span.shifted(start))
    money, percentage, party = tree.node("amount_of_money"), tree.node("percentage"), tree.leaf("WORD")
    return Amount(
        span=piece.span,
        raw=piece.text,
        money=_money_of(money, start) if money else None,
        percent=_percent_of(percentage, start) if percentage else None,
        party=lists.name_of(party, start) if party else None,
        note=_note(tree, piece),
    )


def _percent(tree: Node, piece: Piece) -> Value:
    if leaf := tree.leaf("HOLE"):
        return atoms.hole(leaf.text, leaf.span.shifted(piece.span.start))
    return _percent_of(cast(Node, tree.node("percentage")), piece.span.start)


def _count(tree: Node, piece: Piece) -> Value:
    start = piece.span.start
    if leaf := tree.leaf("HOLE"):
        return atoms.hole(leaf.text, leaf.span.shifted(start))
    figure, percentage = tree.leaf("NUMBER"), tree.node("percentage")
    return Count(
        span=piece.span,
        raw=piece.text,
        number=atoms.number(figure.text, figure.span.shifted(start)) if figure else None,
        percent=_percent_of(percentage, start) if percentage else None,
        note=_note(tree, piece),
    )


def _quantity(node: Node, offset: int) -> tuple[Decimal, bool] | Hole:
    """A quantity as a number, and whether it is a percentage; money counts in pounds."""
    found = atoms.part(cast(Leaf, node.children[0]), offset)
    match found:
        case Hole():
            return found
        case Percent(value=value):
            return value, True
        case Money(pence=pence):
            return Decimal(pence) / 100, False
        case Duration(count=count):
            return Decimal(count), False
        case Number(value=value):
            return value, False
    raise AssertionError(found)  # pragma: no cover


def _threshold(tree: Node, piece: Piece) -> Value:
    start = piece.span.start
    by = tree.leaf("DATE", "ISO_DATE", "NUMERIC_DATE")
    inner = tree.node("comparison", "between") or tree
    quantities = [_quantity(node, start) for node in inner.nodes("quantity")]
    for quantity in quantities:
        if isinstance(quantity, Hole):
            return quantity
    bounds = cast(list[tuple[Decimal, bool]], quantities)
    word = inner.leaf("COMPARATOR")
    comparison: _Comparison = _comparator(word) if word else "exactly"
    if inner.kind == "between":
        comparison = "between"
    low = bounds[0][0] if comparison in ("at least", "above", "between", "exactly") else None
    high = bounds[-1][0] if comparison in ("at most", "below", "between", "exactly") else None
    return Threshold(
        span=piece.span,
        raw=piece.text,
        comparison=comparison,
        low=low,
        high=high,
        percent=any(percent for _, percent in bounds),
        by=cast(Day, atoms.part(by, start)) if by else None,
        note=_note(tree, piece),
    )


def _comparator(leaf: Leaf) -> _Comparison:
    return _COMPARISONS[folded(leaf.text)]


_Comparison = Literal["at least", "above", "at most", "below", "between", "exactly"]
_COMPARISONS: dict[str, _Comparison] = {
    "at least": "at least",
    "no less than": "at least",
    "not less than": "at least",
    "no fewer than": "at least",
    "not fewer than": "at least",
    "≥": "at least",
    ">=": "at least",
    "above": "above",
    "over": "above",
    "more than": "above",
    ">": "above",
    "at most": "at most",
    "no more than": "at most",
    "not more than": "at most",
    "up to": "at most",
    "≤": "at most",
    "<=": "at most",
    "below": "below",
    "under": "below",
    "less than": "below",
    "fewer than": "below",
    "<": "below",
}


_COUNTED_IN_WORDS = Pattern(
    r"(?:\(|,\s{1,3}|\b(?:of|from|on|among) (?:a sample of )?)(\d{1,3}(?:,\d{3}){1,4}|\d{1,7}) "
    r"(?:people|persons|patients|adults|children|women|residents|carers|cases|discharges|admissions|referrals"
    r"|attendances|contacts|episodes|pathways|operations|procedures|deaths|births|respondents|responses"
    r"|questionnaires|surveys|returns)\b",
    re.I,
)


def _measured(tree: Node, piece: Piece) -> Value:
    start = piece.span.start
    quantity = _quantity(cast(Node, tree.node("quantity")), start)
    if isinstance(quantity, Hole):
        return quantity
    year, n = tree.leaf("YEAR"), tree.leaf("NUMBER")
    on = tree.leaf("DATE", "ISO_DATE", "NUMERIC_DATE")
    period = atoms.year(year.text, year.span.shifted(start)) if year else None
    measured_on = atoms.day(on.text, on.span.shifted(start)) if on else None
    for part in after(tree, piece):
        if isinstance(part, Year):
            period = period or part
        elif isinstance(part, Day):
            measured_on = measured_on or part
    counted = re.search(r"\bn\s*=\s*(\d{1,3}(?:,\d{3}){1,4}|\d{1,15})(?![.,]?\w)", piece.text)
    counted = counted or _COUNTED_IN_WORDS.search(piece.text)
    figure = n.text if n else counted[1] if counted else None
    return Measured(
        span=piece.span,
        raw=piece.text,
        value=quantity[0],
        percent=quantity[1],
        period=period,
        on=measured_on,
        n=int(atoms.number(figure, piece.span).value) if figure else None,
        note=_note(tree, piece),
    )


def band(tree: Node, piece: Piece) -> Range:
    """A band of a benchmark; a hole leaves its end open."""
    quantities = [_quantity(node, piece.span.start) for node in tree.nodes("quantity")]
    values = [None if isinstance(q, Hole) else q[0] for q in quantities]
    word, base = tree.leaf("COMPARATOR"), tree.leaf("BASE")
    low: Decimal | None = values[0]
    high: Decimal | None = values[-1] if len(values) > 1 else None
    if word and _comparator(word) in ("at most", "below"):
        low, high = Decimal(0), values[0]
    return Range(
        span=piece.span,
        raw=piece.text,
        low=low,
        high=high,
        money="£" in piece.text,
        of=re.sub(r"^the\s+", "", base.text, flags=re.I) if base else None,
    )


BUILD: dict[Shape, Callable[[Node, Piece], Value]] = {
    Shape.MONEY: _money,
    Shape.AMOUNT: _amount,
    Shape.PERCENT: _percent,
    Shape.COUNT: _count,
    Shape.DATE: _day,
    Shape.DURATION: _duration,
    Shape.THRESHOLD: _threshold,
    Shape.MEASURED: _measured,
    Shape.SHARES: lists.shares,
    Shape.MONEYS: lists.moneys,
    Shape.VOTES: lists.votes,
    Shape.NAMES: lists.names,
}
