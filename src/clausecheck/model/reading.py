"""Reads the text behind a label as the shape of value the label asks for.

What does not fit is never lost: it becomes `Unreadable`, keeps the dates, amounts, references and holes
that are in it, and gives one notice that says what was expected.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import cast

from clausecheck.finding import Edit, Fix, Notice, Safety
from clausecheck.model import atoms
from clausecheck.model.form import read_form
from clausecheck.model.suggest import did_you_mean, nearest
from clausecheck.model.values import (
    Amount,
    Choice,
    Count,
    Day,
    Duration,
    Hole,
    KeyValue,
    Measured,
    Money,
    Moneys,
    MoneyShare,
    Name,
    Names,
    Number,
    Part,
    Percent,
    Range,
    Share,
    Shares,
    Text,
    Threshold,
    Unreadable,
    Value,
    Vote,
    Votes,
    Year,
)
from clausecheck.model.vocabulary.types import Key, LabelType, Shape, folded
from clausecheck.spans import Span
from clausecheck.syntax.tree import Leaf, Node, Piece, Unread
from clausecheck.syntax.values import read_value
from clausecheck.syntax.wording import expected

Said = Callable[[Notice], None]

WHAT = {
    Shape.MONEY: "an amount of money",
    Shape.AMOUNT: "an amount of money, or a percentage and what it is of",
    Shape.PERCENT: "a percentage",
    Shape.COUNT: "a number",
    Shape.DATE: "a date",
    Shape.DURATION: "a length of time",
    Shape.THRESHOLD: "a target",
    Shape.MEASURED: "a measured value",
    Shape.SHARES: "a list of shares",
    Shape.MONEYS: "a list of amounts",
    Shape.VOTES: "a list of members and votes",
    Shape.NAMES: "a list of names",
    Shape.BAND_RULE: "how the band is shared",
}

_DASHES = str.maketrans({"\u2010": "-", "\u2011": "-", "\u2212": "-", "\xa0": " ", "\u202f": " "})


def read(shape: Shape, label: LabelType, piece: Piece, say: Said) -> Value:
    """The value in `piece`. Notices of what is wrong with it go to `say`."""
    text = piece.text.translate(_DASHES)
    match shape:
        case Shape.TEXT | Shape.NONE:
            return free_text(piece)
        case Shape.CHOICE:
            return _choice(label, piece, text, say)
        case Shape.YES_NO:
            return _yes_no(label, piece, text, say)
        case Shape.FORM:
            return read_form(piece)
        case Shape.BAND_RULE:
            tree = read_value("shares", text)
            return _shares(tree, piece) if isinstance(tree, Node) else free_text(piece)
    if "BUDGET" in label.refers and not re.match(r"[£\d\[]", text):
        shape = Shape.NAMES
    tree = read_value(shape.value, text)
    if isinstance(tree, Unread):
        return _unreadable(shape, label, piece, tree, say)
    return _BUILD[shape](tree, piece)


def read_key(key: Key, piece: Piece) -> KeyValue:
    """What a bullet is about. A key that is not of its kind stays text."""
    text = piece.text.translate(_DASHES)
    if key is Key.YEAR:
        tree = read_value("year", text)
        if isinstance(tree, Node) and (leaf := tree.leaf("YEAR", "HOLE")) and not tree.node("note"):
            return cast(Year | Hole, atoms.part(leaf, piece.span.start))
    elif key is Key.BAND:
        tree = read_value("band", text)
        if isinstance(tree, Node):
            return _range(tree, piece)
    return free_text(piece)


def free_text(piece: Piece) -> Text:
    """Free words with the parts found in them."""
    return Text(span=piece.span, raw=piece.text, parts=tuple(parts_of(piece)))


_TELLING = re.compile(
    r"[\d£\[_…]|\b(?:TB[ACD]|tb[acd]|[Tt]o be |x{2,}|X{2,}|SC|GC|[Ss]chedule|[Cc]lause|Year)"
)
_CASE = re.compile(r"\s+(?:[A-Z]{2,}|\d+\s+[A-Z])")
_INNOCENT_WORDS = frozenset({"sic", "as amended", "emphasis added", "...", "…"})


def parts_of(piece: Piece) -> Iterable[Part]:
    """The dates, amounts, lengths of time, references and holes in free words.

    Square brackets that are not holes are passed over: footnotes, law reports, links.
    """
    if not _TELLING.search(piece.text):
        return
    tree = read_value("text", piece.text.translate(_DASHES))
    if isinstance(tree, Unread):  # pragma: no cover - free text is total
        return
    for leaf in tree.children:
        if not isinstance(leaf, Leaf) or (leaf.kind == "HOLE" and _innocent(leaf, piece.text)):
            continue
        found = atoms.part(leaf, piece.span.start)
        if found is not None:
            yield found


def _innocent(leaf: Leaf, text: str) -> bool:
    if not leaf.text.startswith("[") or leaf.text.endswith("%"):
        return False
    inner = leaf.text[1:-1].strip()
    after = text[leaf.span.end :]
    if inner.lower() in _INNOCENT_WORDS or after.startswith("("):
        return True
    if re.fullmatch(r"\d{4}", inner) and _CASE.match(after):
        return True
    attached = leaf.span.start > 0 and not text[leaf.span.start - 1].isspace()
    return bool(re.fullmatch(r"\d{1,3}", inner)) and (attached or not after.strip())


# ---- Shapes with a tree ------------------------------------------------------------------------------


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


def _name(leaf: Leaf, offset: int) -> Name:
    return Name(span=leaf.span.shifted(offset), raw=leaf.text, id=leaf.text)


def _joined(node: Node, piece: Piece) -> Name:
    """The words of a party or an item as one name."""
    span = node.span.shifted(piece.span.start)
    text = piece.text[node.span.start : node.span.end]
    return Name(span=span, raw=text, id=" ".join(text.split()))


def _note(tree: Node, piece: Piece) -> str:
    note = tree.node("note", "remark")
    return piece.text[note.span.start : note.span.end].lstrip(",;(. ") if note else ""


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
        party=_name(party, start) if party else None,
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
    comparison = _COMPARISONS.get(folded(word.text), "at least") if word else "exactly"
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


_COMPARISONS = {
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


def _measured(tree: Node, piece: Piece) -> Value:
    start = piece.span.start
    quantity = _quantity(cast(Node, tree.node("quantity")), start)
    if isinstance(quantity, Hole):
        return quantity
    year, n = tree.leaf("YEAR"), tree.leaf("NUMBER")
    on = tree.leaf("DATE", "ISO_DATE", "NUMERIC_DATE")
    note = tree.node("note")
    for leaf in note.leaves() if note else ():
        year = year or (leaf if leaf.kind == "YEAR" else None)
        on = on or (leaf if leaf.kind == "DATE" else None)
    counted = re.search(r"\bn\s*=\s*([\d,]+)", piece.text)
    figure = n.text if n else counted[1] if counted else None
    return Measured(
        span=piece.span,
        raw=piece.text,
        value=quantity[0],
        percent=quantity[1],
        period=atoms.year(year.text, year.span.shifted(start)) if year else None,
        on=atoms.day(on.text, on.span.shifted(start)) if on else None,
        n=int(Decimal(figure.replace(",", ""))) if figure else None,
        note=_note(tree, piece),
    )


def _shares(tree: Node, piece: Piece) -> Value:
    start = piece.span.start
    shares = []
    for node in tree.nodes("share"):
        leaf = node.leaf("PERCENT")
        shares.append(
            Share(
                span=node.span.shifted(start),
                raw=piece.text[node.span.start : node.span.end],
                name=_joined(cast(Node, node.node("party")), piece),
                percent=atoms.percent(leaf.text, leaf.span.shifted(start)).value if leaf else None,
            )
        )
    return Shares(span=piece.span, raw=piece.text, shares=tuple(shares))


def _moneys(tree: Node, piece: Piece) -> Value:
    start = piece.span.start
    shares = []
    for node in tree.nodes("money_share"):
        leaf = node.leaf("MONEY")
        shares.append(
            MoneyShare(
                span=node.span.shifted(start),
                raw=piece.text[node.span.start : node.span.end],
                name=_joined(cast(Node, node.node("party")), piece),
                pence=atoms.money(leaf.text, leaf.span.shifted(start)).pence if leaf else None,
            )
        )
    return Moneys(span=piece.span, raw=piece.text, shares=tuple(shares))


def _votes(tree: Node, piece: Piece) -> Value:
    votes = []
    for node in tree.nodes("vote"):
        leaf = node.leaf("NUMBER")
        hole = node.leaf("HOLE")
        votes.append(
            Vote(
                span=node.span.shifted(piece.span.start),
                raw=piece.text[node.span.start : node.span.end],
                name=_joined(cast(Node, node.node("party")), piece),
                votes=int(Decimal(leaf.text.replace(",", ""))) if leaf else None if hole else 1,
            )
        )
    return Votes(span=piece.span, raw=piece.text, votes=tuple(votes))


def _names(tree: Node, piece: Piece) -> Value:
    if len(leaves := list(tree.leaves())) == 1 and leaves[0].kind == "HOLE":
        return atoms.hole(leaves[0].text, leaves[0].span.shifted(piece.span.start))
    names = [split for node in tree.nodes("item") for split in _split_and(_joined(node, piece))]
    return Names(span=piece.span, raw=piece.text, names=tuple(names))


def _split_and(name: Name) -> Iterable[Name]:
    """`ICB and Council` as two names."""
    at = 0
    for word in re.split(r"(\s+and\s+)", name.raw):
        if word and not re.fullmatch(r"\s+and\s+", word):
            span = Span(name.span.start + at, name.span.start + at + len(word))
            yield Name(span=span, raw=word, id=" ".join(word.split()))
        at += len(word)


def _range(tree: Node, piece: Piece) -> Range:
    quantities = [_quantity(node, piece.span.start) for node in tree.nodes("quantity")]
    values = [None if isinstance(q, Hole) else q[0] for q in quantities]
    word, base = tree.leaf("COMPARATOR"), tree.leaf("BASE")
    low: Decimal | None = values[0]
    high: Decimal | None = values[-1] if len(values) > 1 else None
    if word and _COMPARISONS.get(folded(word.text)) in ("at most", "below"):
        low, high = Decimal(0), values[0]
    return Range(
        span=piece.span,
        raw=piece.text,
        low=low,
        high=high,
        money="£" in piece.text,
        of=re.sub(r"^the\s+", "", base.text, flags=re.I) if base else None,
    )


_BUILD: dict[Shape, Callable[[Node, Piece], Value]] = {
    Shape.MONEY: _money,
    Shape.AMOUNT: _amount,
    Shape.PERCENT: _percent,
    Shape.COUNT: _count,
    Shape.DATE: _day,
    Shape.DURATION: _duration,
    Shape.THRESHOLD: _threshold,
    Shape.MEASURED: _measured,
    Shape.SHARES: _shares,
    Shape.MONEYS: _moneys,
    Shape.VOTES: _votes,
    Shape.NAMES: _names,
}


# ---- Choices -----------------------------------------------------------------------------------------


def _choice(label: LabelType, piece: Piece, text: str, say: Said) -> Value:
    whole = _whole_hole(piece, text)
    if whole is not None:
        return whole
    values: list[str] = []
    spans: list[Span] = []
    at = 0
    words = text.split(",") if label.many else [text]
    for word in words:
        start = piece.span.start + at + len(word) - len(word.lstrip())
        span = Span(start, start + len(word.strip()))
        at += len(word) + 1
        if not word.strip():
            continue
        canonical = _canonical(label, word.strip(), span, say)
        if canonical is None:
            return Unreadable(span=piece.span, raw=piece.text, parts=tuple(parts_of(piece)))
        values.append(canonical)
        spans.append(span)
    return Choice(span=piece.span, raw=piece.text, values=tuple(values), spans=tuple(spans))


def _canonical(label: LabelType, written: str, span: Span, say: Said) -> str | None:
    """The choice meant by these words; a note may follow a comma or stand in brackets."""
    for words in dict.fromkeys((written, re.split(r"\s*[,;(]", written)[0])):
        wanted = folded(words)
        for choice in label.choices:
            if folded(choice) == wanted:
                return choice
        for said, choice in label.choice_synonyms.items():
            if folded(said) == wanted:
                fix = Fix(
                    f'write "{choice}"',
                    Safety.SAFE,
                    (Edit(Span(span.start, span.start + len(words)), choice),),
                )
                say(
                    Notice(
                        "choice-synonym",
                        f'{label.name} is written "{choice}", not "{words}"',
                        span,
                        fix=fix,
                    )
                )
                return choice
    near = nearest(written, label.choices)
    only = near[0] if len(near) == 1 else None
    change = Fix(f'write "{only}"', Safety.CHANGES_LEGAL_MEANING, (Edit(span, only),)) if only else None
    say(
        Notice(
            "unknown-choice",
            f'"{written}" is not one of the choices for {label.name}{did_you_mean(near)}',
            span,
            help="one of: " + ", ".join(label.choices),
            fix=change,
        )
    )
    return None


def _yes_no(label: LabelType, piece: Piece, text: str, say: Said) -> Value:
    whole = _whole_hole(piece, text)
    if whole is not None:
        return whole
    match = re.match(r"(yes|no)\b[\s,;:(-]*(.*)", text, re.I | re.S)
    if match is None:
        say(
            Notice(
                "unknown-choice",
                f'{label.name} is a yes or a no; "{piece.text}" says neither',
                piece.span,
                help="start the value with yes or no; words of explanation may follow",
            )
        )
        return Unreadable(span=piece.span, raw=piece.text, parts=tuple(parts_of(piece)))
    span = Span(piece.span.start, piece.span.start + len(match[1]))
    return Choice(
        span=piece.span, raw=piece.text, values=(match[1].lower(),), spans=(span,), note=match[2].strip()
    )


def _whole_hole(piece: Piece, text: str) -> Hole | None:
    tree = read_value("text", text)
    if isinstance(tree, Node) and tree.children:
        first = tree.children[0]
        if isinstance(first, Leaf) and first.kind == "HOLE" and len(tree.children) == 1:
            return atoms.hole(first.text, first.span.shifted(piece.span.start))
    return None


def _unreadable(shape: Shape, label: LabelType, piece: Piece, unread: Unread, say: Said) -> Value:
    parts = tuple(parts_of(piece))
    holes = [part for part in parts if isinstance(part, Hole)]
    if holes:  # the hole is the finding; asking for the right shape as well would be a second one
        return Unreadable(span=piece.span, raw=piece.text, parts=parts)
    at = min(unread.at, len(piece.text))
    words = expected(unread.expected)
    where = f'at "{unread.found}"' if unread.found.strip() else "at its end"
    say(
        Notice(
            "unread-value",
            f"{label.name} is {WHAT.get(shape, 'a value')}, and this cannot be read as one {where}"
            + (f"; expected {words}" if words else ""),
            Span(piece.span.start + at, piece.span.start + max(at + len(unread.found.strip()), at))
            if unread.found.strip()
            else piece.span,
            help=f"for example: {label.name}: {label.example}",
        )
    )
    return Unreadable(span=piece.span, raw=piece.text, parts=parts)
