"""A fault that `local_terms` looks for: what it sounds like, where, and what takes it back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from clausecheck.patterns import Pattern

Where = Mapping[str, frozenset[str]]


class Term(NamedTuple):
    """A fault: the heads and labels it is looked for in (no label means all), its words, what takes it back.

    In a head of `needs_in` the sentence, or the clause's title, must also speak of `needs`.
    """

    fault: str
    about: tuple[str, ...]  # small letters; a sentence without any of them is passed over unread
    where: Where
    says: Pattern
    unless: Pattern
    needs_in: frozenset[str] = frozenset()
    needs: Pattern = Pattern("")
    labelled: tuple[str, Pattern] | None = None  # a label under which these words say it too


def places(*heads: str, **labels: tuple[str, ...]) -> Where:
    """Heads that are looked through in full, and heads with the only labels that are: `EXIT=("Plan",)`."""
    return {head: frozenset() for head in heads} | {
        head.replace("_", " "): frozenset(names) for head, names in labels.items()
    }


CLAUSE = frozenset({"CLAUSE"})
