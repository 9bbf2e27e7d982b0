"""Drafts of pools, budgets and outcomes, built up from lines, and the facts that they yield."""

from __future__ import annotations

from clausecheck.facts.extract import extract
from clausecheck.facts.fact import Fact
from clausecheck.facts.show import complete
from clausecheck.model.build import build
from clausecheck.source import source_from_text

PARTIES = """PARTY ICB "NHS Ferndale Integrated Care Board"
  Role: commissioner
  Risk capacity: £900,000 per Contract Year

PARTY Acute "Ferndale Hospitals NHS Foundation Trust"
  Role: provider
  Risk capacity: £500,000 per Contract Year

PARTY Community "Ferndale Home Care CIC"
  Role: provider
  Risk capacity: £150,000 per Contract Year
"""


def facts(kind: str, *blocks: str) -> list[Fact]:
    """The facts of a kind in a draft of these blocks, each shown in the reader's terms."""
    draft, _ = build(source_from_text("\n".join(blocks), "example.clause"))
    return [complete(fact) for fact in extract(draft) if fact.kind == kind]


def fact(kind: str, *blocks: str) -> Fact:
    """The one fact of a kind in a draft of these blocks."""
    [found] = facts(kind, *blocks)
    return found


def block(head: str, *lines: str) -> str:
    """A block with these lines under its heading; a line that begins with `-` is a bullet."""
    return "\n".join([head, *(f"  {'  ' if line.startswith('-') else ''}{line}" for line in lines)]) + "\n"


def pool(*lines: str, budget: str | None = "£10,000,000 per Contract Year") -> str:
    """A risk share with these lines."""
    first = [f"Budget: {budget}"] if budget else []
    return block('RISK SHARE R1 "Alliance Pool"', *first, *lines)


def contract(start: str = "1 April 2026", expiry: str = "31 March 2029") -> str:
    """A contract between two dates."""
    return block('CONTRACT "Ferndale"', f"Service Commencement Date: {start}", f"Expiry Date: {expiry}")
