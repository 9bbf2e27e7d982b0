"""What the tests of drafting facts share: the facts of a draft, and where each of them stands."""

from __future__ import annotations

from clausecheck.facts.extract import extract
from clausecheck.facts.fact import Fact
from clausecheck.model.build import build
from clausecheck.source import source_from_text


def facts_of(kind: str, text: str) -> list[Fact]:
    """The facts of a kind in a draft, in order."""
    return [fact for fact in extract(build(source_from_text(text, "a.clause"))[0]) if fact.kind == kind]


def cut(text: str, fact: Fact) -> str:
    """The text that a fact points at."""
    return text[fact.span.start : fact.span.end]


def under(label: str, value: str, head: str = 'CONTRACT "Alliance"') -> str:
    """A draft of one block with one labelled line."""
    return f"{head}\n  {label}: {value}\n"
