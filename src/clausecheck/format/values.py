"""Writes values canonically, following what the model has read them as.

Only the spelling of tokens and the white space between them changes. Words that no token is made of (notes,
remarks, whatever a label holds as text) stay as they are.
"""

from __future__ import annotations

import re

from clausecheck.format.atoms import TOKENS
from clausecheck.model.choices import several
from clausecheck.model.parts import tree_of
from clausecheck.model.values import (
    Amount,
    Choice,
    Count,
    Day,
    Duration,
    KeyValue,
    Measured,
    Money,
    Moneys,
    Names,
    Percent,
    Range,
    Shares,
    Threshold,
    Value,
    Votes,
    Year,
)
from clausecheck.model.vocabulary.types import LabelType, folded
from clausecheck.spans import Span
from clausecheck.syntax.tree import Node, Piece

# The shape of the grammar that each kind of value is read from. Kinds that are not here stay as written.
_SHAPES: dict[type, str] = {
    Amount: "amount",
    Count: "count",
    Day: "date",
    Duration: "duration",
    Measured: "measured",
    Money: "money",
    Moneys: "moneys",
    Names: "names",
    Percent: "percent",
    Range: "band",
    Shares: "shares",
    Threshold: "threshold",
    Votes: "votes",
    Year: "year",
}


def canonical_value(value: Value | KeyValue | None, label: LabelType, text: str) -> str:
    """`text`, which the model has read as `value` under `label`, in canonical spelling."""
    if isinstance(value, Choice):
        return _choices(value, label, text)
    shape = _SHAPES.get(type(value))
    if shape is None:
        return text
    tree = tree_of(shape, Piece(text, Span(0, len(text))))
    return _tokens(tree, text) if isinstance(tree, Node) else text


def _tokens(tree: Node, text: str) -> str:
    """The tokens of a value in canonical spelling, with the spacing of a list between them."""
    written = ""
    at = 0
    for leaf in tree.leaves():
        spelt = TOKENS[leaf.kind](leaf.text) if leaf.kind in TOKENS else leaf.text
        gap = re.sub(r"\s+", " ", text[at : leaf.span.start])
        if leaf.kind == "COMMA" or spelt.startswith(","):
            gap = ""
        elif written.endswith(","):
            gap = " "
        elif written.endswith("n=") and leaf.kind == "NUMBER":
            gap = ""
        written += gap + spelt
        at = leaf.span.end
    return written + text[at:]


def _choices(value: Choice, label: LabelType, text: str) -> str:
    """Choices in the vocabulary's spelling; a synonym and a note stay as they are."""
    whole = Piece(text, Span(0, len(text)))
    words = several(label, whole) if label.many else [whole]
    return ", ".join(_choice(value.values, word.text.strip()) for word in words)


def _choice(values: tuple[str, ...], written: str) -> str:
    """One of `values` and the note behind it, as written, in the spelling it has there."""
    said_yes_or_no = set(values) <= {"yes", "no"}
    before_note = re.match(r"(?i)(?:yes|no)\b" if said_yes_or_no else r".*?(?=\s*[,;(])", written)
    for words in (written, before_note[0] if before_note else written):
        for value in values:
            if folded(value) == folded(words):
                return value + written[len(words) :]
    return written
