"""Writes single lines canonically: headings, labelled lines, bullets, definitions, waivers and the rest.

A canonical line is taken only if it reads as the line it stands for, in the block it stands in. That is
asked of every line that changes in more than the white space around it, so no slip here can alter a draft.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from clausecheck.format import atoms
from clausecheck.format.meaning import meaning, straight
from clausecheck.format.places import Places
from clausecheck.format.values import canonical_value
from clausecheck.model.draft import Block, Definition, Entry, Field, WaiverLine
from clausecheck.model.vocabulary.types import folded
from clausecheck.source import Source, source_from_text
from clausecheck.syntax.tree import Line, LineKind

_DATE = re.compile(r"(?i)\b(on|until) (\d{1,2} [a-z]+ \d{4}|\d{4}-\d{2}-\d{2})(?=,? until\b|\.?$)")
_QUOTED = re.compile(r'"([^"]*)"|“([^”]*)”')


class Written(NamedTuple):
    """A line in canonical form without its comment, as it was, and the lines it must be read under."""

    text: str
    was: str
    under: str = ""


def canonical_line(source: Source, line: Line, raw: str, places: Places) -> str | None:
    """The line in canonical form, without indentation; None where it was not understood.

    `raw` is the whole line as it stands in the source.
    """
    written = _written(source, line, places)
    if written is None:
        return None
    comment = f"  {line.comment.text}" if line.comment else ""
    for text in dict.fromkeys((written.text, written.was)):
        if text + comment == raw.strip() or _same(raw, text + comment, written.under):
            return text + comment
    return None


def _same(was: str, now: str, under: str) -> bool:
    """Whether two lines say the same where they stand."""
    before, after = (source_from_text(f"{under}{line}\n", "line.clause") for line in (was, now))
    return meaning(before).kept_by(meaning(after))


def _written(source: Source, line: Line, places: Places) -> Written | None:
    start = line.lead.span.start
    was = source.text[start : line.comment.span.start if line.comment else line.span.end].strip()
    if start in places.prose:
        return Written(was, was, "CLAUSE 1\n")
    match line.kind:
        case LineKind.HEADING if block := places.blocks.get(start):
            return Written(_heading(block), was)
        case LineKind.FIELD if found := places.fields.get(start):
            return _field(line, *found)
        case LineKind.BULLET if line.rest and (entry := places.entries.get(line.rest.span.start)):
            return _bullet(*entry)
        case LineKind.DEFINITION if definition := places.definitions.get(start):
            return Written(_definition(definition), was)
        case LineKind.WAIVER if (waiver := places.waivers.get(start)) and _in_full(waiver):
            return Written(_waiver(waiver), was)
        case LineKind.INCLUDE if line.rest and (name := _QUOTED.fullmatch(line.rest.text)):
            return Written(f'INCLUDE "{name[1] or name[2] or ""}"', was)
        case LineKind.VERSION if line.rest and line.rest.text.isdigit():
            return Written(f"{line.lead.text} {line.rest.text}", was)
        case LineKind.FRAGMENT if line.rest is None:
            return Written(line.lead.text, was)
    return None


def _heading(block: Block) -> str:
    title = _quoted(block.title) if block.title_span else ""
    return " ".join(part for part in (block.head.name, block.id, title) if part)


def _quoted(words: str) -> str:
    """The words in straight quotes, or in curly ones where they have straight quotes in them."""
    return f"“{words}”" if '"' in words else f'"{words}"'


def _heading_over(block: Block) -> str:
    return f"{block.head.name} X1\n" if block.head.identified else f"{block.head.name}\n"


def _field(line: Line, block: Block, field: Field) -> Written:
    written = line.lead.text
    label = field.label if block.head.label(written) is field.type else _with_subject(field.label, written)
    text = line.rest.text if line.rest else ""
    value = canonical_value(field.value, field.type, text)
    was = f"{written}: {text}".rstrip()
    return Written(f"{label}: {value}".rstrip(), was, _heading_over(block))


def _with_subject(label: str, written: str) -> str:
    """A label that says what it is about, as in `Spend R1`, with the label itself in its own spelling."""
    words, count = written.split(), len(label.split())
    if folded(" ".join(words[:count])) != folded(label):
        return written
    return " ".join([label, *words[count:]])


def _bullet(block: Block, field: Field, entry: Entry) -> Written:
    under = f"{_heading_over(block)}  {field.label}:\n"
    was = f"- {entry.raw}"
    if entry.key is None:
        return Written(f"- {canonical_value(entry.value, field.type, entry.raw)}", was, under)
    key = canonical_value(entry.key, field.type, entry.key_raw)
    text = entry.raw[len(entry.key_raw) :].lstrip().removeprefix(":").strip()
    return Written(f"- {key}: {canonical_value(entry.value, field.type, text)}".rstrip(), was, under)


def _definition(definition: Definition) -> str:
    return f"DEFINE {_quoted(definition.term)}: {definition.text.raw}".rstrip()


def _in_full(waiver: WaiverLine) -> bool:
    """Whether the line is a waiver beyond doubt, and not a sentence that begins with the word."""
    return bool(waiver.rule and waiver.subject and waiver.reason and waiver.by and waiver.until)


def _waiver(waiver: WaiverLine) -> str:
    head, _, tail = atoms.single_spaced(straight(waiver.raw)).partition(":")
    dated = _DATE.sub(lambda match: f"{match[1]} {atoms.day(match[2])}", tail.strip())
    return f"WAIVE {head.strip()}: {dated}"
