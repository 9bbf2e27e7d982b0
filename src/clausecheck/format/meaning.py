"""What a draft says, as plain data without places and without the ways it could also have been written.

Two sources mean the same exactly when their meanings are equal. Formatting is measured by it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import Any

from clausecheck.model.build import build
from clausecheck.model.draft import Block, Draft, Field, WaiverLine
from clausecheck.model.values import FormOf, Hole, Placed, Text, Unreadable
from clausecheck.model.vocabulary.types import Head, LabelType, folded
from clausecheck.source import Source
from clausecheck.syntax.lines import read_lines
from clausecheck.syntax.tree import LineKind

# Words that are the value itself, and not one of several ways to write it.
_VERBATIM = (Text, Unreadable, Hole, FormOf)
_PLACES = frozenset(
    {"raw", "span", "spans", "id_span", "title_span", "label_span", "term_span", "extent", "key_raw", "type"}
)
_STRAIGHT = str.maketrans("“”", '""')


@dataclass(frozen=True)
class Meaning:
    """What a source says, the comments in it, and the rules that reading it called on."""

    says: Any
    comments: tuple[str, ...]
    notices: tuple[str, ...]

    def kept_by(self, other: Meaning) -> bool:
        """Whether `other` says the same with the same comments, and gives no notice that this does not."""
        return (
            self.says == other.says
            and self.comments == other.comments
            and all(other.notices.count(rule) <= self.notices.count(rule) for rule in other.notices)
        )


def meaning(source: Source) -> Meaning:
    """What the source says."""
    draft, notices = build(source)
    return Meaning(_draft(draft, source), tuple(_comments(source)), tuple(notice.rule for notice in notices))


def straight(text: str) -> str:
    """The text with straight double quotes."""
    return text.translate(_STRAIGHT)


def _comments(source: Source) -> Iterable[str]:
    for region in source.regions:
        for line in read_lines(source.cut(region.span), region.span.start):
            if line.kind is LineKind.COMMENT:
                yield line.lead.text
            elif line.comment is not None:
                yield line.comment.text


def _draft(draft: Draft, source: Source) -> Any:
    return (
        [_block(block, source) for block in draft.blocks],
        [_plain(definition) for definition in draft.definitions],
        [_waiver(waiver) for waiver in draft.waivers],
        [straight(include.raw) for include in draft.includes],
        draft.fragment,
        draft.unplaced,
        list(draft.by_id),
    )


def _block(block: Block, source: Source) -> Any:
    return (_fields_of(block, "fields"), [_field(field, block, source) for field in block.fields])


def _field(field: Field, block: Block, source: Source) -> Any:
    """A field, with the words of its label where they say more than the label: `Spend R1`."""
    written = source.cut(field.label_span)
    plain = block.head.label(written) is not None
    return (_fields_of(field), "" if plain else folded(written))


def _waiver(waiver: WaiverLine) -> Any:
    """A waiver; its words are single-spaced with straight quotes, as the line is written."""
    return [
        (name, " ".join(straight(value).split()) if isinstance(value, str) else value)
        for name, value in _fields_of(waiver)
    ]


def _fields_of(value: Placed, *without: str) -> Any:
    names = [field.name for field in fields(value)]
    found = [
        (name, _plain(getattr(value, name))) for name in names if name not in _PLACES and name not in without
    ]
    return [("raw", value.raw), *found] if isinstance(value, _VERBATIM) else found


def _plain(value: Any) -> Any:
    match value:
        case Placed():
            return (type(value).__name__, _fields_of(value))
        case Head() | LabelType():
            return value.name
        case tuple() | list():
            return [_plain(each) for each in value]
        case None | str() | int() | Decimal() | date():
            return value
    raise AssertionError(value)  # pragma: no cover - the model holds nothing else
