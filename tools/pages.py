"""The pages of the vocabulary, the facts and the command line, made from the code."""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.cli.main import VERBS
from clausecheck.facts.derived import MODULES
from clausecheck.facts.fact import Attribute, Kind, Type
from clausecheck.facts.schema import SCHEMA
from clausecheck.model.vocabulary import HEADS
from clausecheck.model.vocabulary.types import LabelType, Shape
from tools.markdown import cell, code, fenced, made_from, page, slug, table

# Vocabulary.


def vocabulary() -> str:
    """Every head with its labels."""
    return page(_vocabulary())


def _vocabulary() -> Iterator[str]:
    yield made_from("src/clausecheck/model/vocabulary/")
    yield from ("# The vocabulary", "")
    labels = sum(len(head.labels) for head in HEADS)
    yield f"{len(HEADS)} kinds of block and {labels} labels. `clausecheck vocabulary HEAD` prints the same"
    yield "at the command line, and [The clause language](language.md) says how values are written."
    yield from ("", ", ".join(f"[{head.name}](#{slug(head.name)})" for head in HEADS))
    for head in HEADS:
        yield from ("", f"## {head.name}", "", head.doc, "")
        yield from fenced("text", head.name + " Id" * head.identified + ' "title"' * head.titled)
        if head.synonyms:
            yield from (f"Also written: {', '.join(head.synonyms)}.", "")
        if head.labels:
            yield from table(("Label", "Value", "What it says", "Example"), map(_label, head.labels))


def _label(label: LabelType) -> tuple[str, str, str, str]:
    holds = label.shape.value + (", several" if label.many else "")
    if label.shape is Shape.NONE:
        holds = ""
    if label.choices:
        holds += ": " + ", ".join(label.choices)
    if label.bullets:
        key = "" if label.bullets.key.value == "none" else f"{label.bullets.key.value}: "
        holds = "; ".join(part for part in (holds, f"bullets `- {key}{label.bullets.value.value}`") if part)
    says = label.doc + (f" Also written: {', '.join(label.synonyms)}." if label.synonyms else "")
    return cell(label.name), cell(holds), cell(says), code(label.example)


# Facts.

TYPES = {
    Type.MONEY: ("pence", "cap c: amount above £500,000"),
    Type.PERCENT: ("ten-thousandths of a percentage point", "share s: percent at least 2.5%"),
    Type.COUNT: ("a whole number", "board b: members below 3"),
    Type.DATE: ("yyyymmdd", "contract c: expiry_date below 1 April 2026"),
    Type.WORD: ("an id, a choice or a name, compared whole", "draft d: model is alliance"),
    Type.FLAG: ("yes or no", "share_total t: whole is false"),
    Type.TEXT: (
        "words that a message can show and no rule can compare",
        "risk_share r: gain_conditions is absent",
    ),
}


def facts() -> str:
    """Every kind of fact with its attributes."""
    return page(_facts())


def _facts() -> Iterator[str]:
    derived = {kind.name: module for module in MODULES for kind in module.KINDS}
    yield made_from("src/clausecheck/facts/")
    yield from ("# The facts", "")
    yield "What rules see of a draft: the closed schema of kinds of fact and their attributes. A rule that"
    yield "asks for anything else does not compile. `clausecheck facts DRAFT` shows the facts of a draft, and"
    yield from ("[Writing a rule](writing-a-rule.md) how conditions speak of them.", "")
    yield from table(
        ("Type", "Holds", "A pattern that asks for it"),
        ((type_.value, holds, f"`{pattern}`") for type_, (holds, pattern) in TYPES.items()),
    )
    yield "An attribute marked *optional* can be present, blank or absent; every fact of a kind has the rest."
    yield from ("", "## Derived facts", "", "Worked out from several lines of a draft.")
    for module in MODULES:
        yield from ("", f"### {module.__name__.rpartition('.')[2].replace('_', ' ').capitalize()}", "")
        yield from ((module.__doc__ or "").strip().split("\n\n")[0], "")
        for kind in module.KINDS:
            yield from _kind(SCHEMA[kind.name], "####")
    yield from (
        "## Blocks",
        "",
        "One fact for each block of a draft, with an attribute for each of its labels.",
    )
    for kind in SCHEMA.values():
        if kind.name not in derived:
            yield from _kind(kind, "###")


def _kind(kind: Kind, marks: str) -> Iterator[str]:
    yield from ("", f"{marks} {kind.name}", "", kind.doc, "")
    yield from table(("Attribute", "Type", "", "What it says"), map(_attribute, kind.attributes.values()))


def _attribute(attribute: Attribute) -> tuple[str, str, str, str]:
    optional = "optional" if attribute.optional else ""
    return f"`{attribute.name}`", attribute.type.value, optional, cell(attribute.doc)


# The command line.


def cli() -> str:
    """The help of the command and of each verb, still to be filled in by running them."""
    return page(_cli())


def _cli() -> Iterator[str]:
    yield made_from("the program's own help")
    yield from ("# The command line", "")
    for words in ("clausecheck", *(f"clausecheck {verb}" for verb in VERBS)):
        yield from (f"## {words}", "", *fenced("console", f"$ {words} --help"))
