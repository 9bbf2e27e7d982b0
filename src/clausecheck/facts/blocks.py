"""One fact for every block, with an attribute for every label of its head.

The attributes follow from the vocabulary alone, so a label that is added there can be asked for in a rule
at once. What takes reckoning is added by the modules of `facts.derived`; to them `money_of` and `choice_of`
say what a label of a block holds.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from clausecheck.facts.collector import Collector, scalar
from clausecheck.facts.fact import Attribute, Fact, Kind, Scalar, State, Type
from clausecheck.model.draft import Block, Draft, Field
from clausecheck.model.values import Choice, Count, Day, Hole, Money, Names, Number, Percent, Text, Unreadable
from clausecheck.model.vocabulary import HEADS
from clausecheck.model.vocabulary.types import Head, LabelType, Shape
from clausecheck.spans import Span

_TYPES = {
    Shape.MONEY: Type.MONEY,
    Shape.PERCENT: Type.PERCENT,
    Shape.COUNT: Type.COUNT,
    Shape.DATE: Type.DATE,
    Shape.YES_NO: Type.FLAG,
    Shape.NAMES: Type.WORD,
}


def type_of(label: LabelType) -> Type:
    """What a label's attribute holds; lists and everything that is not a scalar are only stated or not."""
    if label.shape is Shape.CHOICE:
        return Type.TEXT if label.many else Type.WORD
    if label.bullets is not None and label.shape is not Shape.NAMES:
        return Type.TEXT
    return _TYPES.get(label.shape, Type.TEXT)


def kind_of(head: Head, *more: Attribute) -> Kind:
    """The kind of fact for blocks of a head, with the attributes that derivation adds."""
    attributes = {
        "ref": Attribute("ref", Type.WORD, "the block's id, or the kind's name where it has none"),
        "title": Attribute("title", Type.TEXT, "the words in quotes after the id", optional=True),
    }
    for label in head.labels:
        attributes[label.attribute] = Attribute(
            label.attribute, type_of(label), f"{label.name}: {label.doc}", optional=True
        )
    for attribute in more:
        attributes[attribute.name] = attribute
    return Kind(head.kind, head.doc, attributes)


def add_blocks(draft: Draft, facts: Collector) -> dict[int, Fact]:
    """Adds a fact for every block; returns them by the start of the block's heading."""
    return {block.span.start: _add_block(block, facts) for block in draft.blocks}


def ref_of(block: Block) -> str:
    """The name that other facts know a block by."""
    return block.id or block.head.kind


def _add_block(block: Block, facts: Collector) -> Fact:
    values: dict[str, Scalar] = {"ref": ref_of(block)}
    states: dict[str, State] = {"title": State.STATED if block.title else State.ABSENT}
    shown: dict[str, str] = {"name": block.name, "title": block.title or block.name}
    spans: dict[str, Span] = {"ref": block.id_span or block.span}
    lacking = State.ABSENT if block.complete else State.UNKNOWN
    for label in block.head.labels:
        states[label.attribute] = lacking
    for field in block.fields:
        name = field.attribute
        spans[name] = field.span
        states[name] = state_of(field)
        value = _scalar_of(field)
        if value is not None:
            values[name] = value
        shown[name] = _shown(field)
    fact = Fact(
        block.head.kind,
        len(facts.facts),
        block.span,
        values,
        states,
        shown,
        spans,
        block.path,
    )
    facts.facts.append(fact)
    return fact


def state_of(field: Field | None) -> State:
    """Whether a field says something, or has only a hole or something unreadable."""
    if field is None:
        return State.ABSENT
    values = list(field.values())
    if values and all(isinstance(value, Hole | Unreadable) for value in values):
        return State.BLANK
    if not values and not field.entries:
        return State.BLANK
    raw = field.raw.strip()
    parts = field.value.parts if isinstance(field.value, Text | Unreadable) else ()
    if len(values) == 1 and len(parts) == 1 and isinstance(parts[0], Hole) and parts[0].raw.strip() == raw:
        return State.BLANK
    return State.STATED


def _shown(field: Field) -> str:
    if field.raw:
        return field.raw
    return "; ".join(entry.raw for entry in field.entries)


def _scalar_of(field: Field) -> Scalar | None:
    if type_of(field.type) is Type.TEXT:
        return None
    value: int | Decimal | date | str | bool | None = None
    match field.value:
        case Choice(values=values) if field.type.shape is Shape.YES_NO:
            return values[0] == "yes"
        case Choice(values=values):
            value = values[0]
        case Names(names=names):
            value = names[0].id
        case Money(pence=pence):
            value = pence
        case Percent(value=percent):
            value = percent
        case Day(day=day):
            value = day
        case Count(number=Number(value=number)) if number == int(number):
            value = int(number)
    return None if value is None else scalar(value)


def block_kinds() -> dict[str, Kind]:
    """The kinds of fact that follow from the vocabulary, by name."""
    return {head.kind: kind_of(head) for head in HEADS if head.name != "CLAUSE"}


# The label that an attribute of a block's fact comes from.
LABELS = {(head.kind, label.attribute): label.name for head in HEADS for label in head.labels}


def money_of(block: Block | None, label: str) -> int | None:
    """The pence of a money label of a block, where it states an amount."""
    field = block.get(label) if block else None
    return field.value.pence if field and isinstance(field.value, Money) else None


def choice_of(block: Block | None, label: str) -> str | None:
    """The choice of a label of a block, where it states one."""
    field = block.get(label) if block else None
    return field.value.values[0] if field and isinstance(field.value, Choice) else None
