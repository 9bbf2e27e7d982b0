"""A small schema of facts, and cards and packs made of it, for the tests of `rules`."""

from __future__ import annotations

from pathlib import Path

from clausecheck.facts.fact import Attribute, Kind, Type


def kind(name: str, *attributes: Attribute) -> Kind:
    return Kind(name, "", {attribute.name: attribute for attribute in attributes})


SCHEMA = {
    each.name: each
    for each in (
        kind(
            "party",
            Attribute("ref", Type.WORD, ""),
            Attribute("role", Type.WORD, "", optional=True),
            Attribute("risk_capacity", Type.MONEY, "", optional=True),
            Attribute("share", Type.PERCENT, "", optional=True),
            Attribute("members", Type.COUNT, "", optional=True),
            Attribute("joined", Type.DATE, "", optional=True),
            Attribute("public", Type.FLAG, "", optional=True),
            Attribute("purpose", Type.TEXT, "", optional=True),
        ),
        kind(
            "member_cap",
            Attribute("party", Type.WORD, ""),
            Attribute("amount", Type.MONEY, "", optional=True),
            Attribute("exceeds_capacity", Type.FLAG, ""),
        ),
        kind(
            "guarantee", Attribute("for", Type.WORD, ""), Attribute("amount", Type.MONEY, "", optional=True)
        ),
        kind("contract", Attribute("model", Type.WORD, "", optional=True)),
        kind("board"),
    )
}

CARD = """\
---
name: member-cap-exceeds-capacity
code: RS011
level: error
class: inconsistent
confidence: high
evidence: V
authority: ["PRUComm 2019, abstract"]
since: 0.1.0
when: |
  party p: risk_capacity is present
  member_cap c: party is p.ref
    and exceeds_capacity is true
  no guarantee: for is p.ref
at: c.amount
also:
  - at: p.risk_capacity
    label: "what {p} can bear"
says: "{p.ref} can lose {c.amount}"
so: "the board would be {{bound}}"
help: "Lower the cap"
fix:
  title: "Lower the cap"
  replace: c.amount
  with: "{p.risk_capacity}"
  safety: changes legal meaning
---
# A member can lose more than it can bear

## Why it matters

A cap above what a board can bear is no cap.

## Wrong

The cap is £1 too high.

```clause
PARTY A "Acute"
# not a heading
```

## Right

```clause
PARTY B "Community"
```

~~~clause
PARTY C "Council"
~~~

## Sources

PRUComm.
"""

RAISED = """\
---
name: unknown-label
code: DR001
level: warning
class: syntax
confidence: high
evidence: DJ
authority: ["House rule: a label must be known"]
since: 0.1.0
raised_by: reader
---
# A label that is not known
## Why it matters
It would be passed over.
## Wrong
```clause
Basline: 1
```
## Right
```clause
Baseline: 1
```
"""

PACK = """\
name = "risk"
title = "Risk share"
version = "1.2.0"
summary = "Who bears what"
sources = ["PRUComm 2019"]
"""


def line_of(text: str, words: str) -> int:
    """The line on which these words first stand."""
    return text[: text.index(words)].count("\n") + 1


def write_pack(folder: Path, pack: str = PACK, **cards: str) -> Path:
    """A pack called `risk` in `folder`; the cards are named by their files, hyphens as underscores."""
    inside = folder / "risk"
    inside.mkdir(parents=True, exist_ok=True)
    (inside / "pack.toml").write_text(pack, encoding="utf-8")
    for name, text in cards.items():
        (inside / f"{name.replace('_', '-')}.md").write_text(text, encoding="utf-8")
    return folder
