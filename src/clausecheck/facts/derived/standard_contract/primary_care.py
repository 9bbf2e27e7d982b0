"""Services that are primary care and nothing else, for which the NHS Standard Contract is not meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausecheck.facts.collector import Collector
from clausecheck.facts.kinds import kind, text
from clausecheck.model.draft import Block, Draft
from clausecheck.model.values import Text
from clausecheck.patterns import Pattern

KINDS = (
    kind(
        "primary_care_alone",
        "The services in scope, where each of them is primary care and no schedule is used for it.",
        written=text("the services in scope as written"),
    ),
)

_PRIMARY = Pattern(
    r"(?:(?:the|core|essential|additional|all|other|and)\s+)*"
    r"(?:general practice|primary medical services|(?:GP|general medical|GMS|PMS|APMS) services"
    r"|(?:primary|general|NHS) dental services|(?:community )?pharmaceutical services"
    r"|(?:general |NHS )?ophthalmic services|NHS sight tests)"
    r"(?:\s+(?:of|for|at|to|from|in|by|under)\b.*)?",
    re.I | re.S,
)
_TITLE = "Provisions Applicable to Primary Medical Services"


def derive(draft: Draft, facts: Collector) -> None:
    """Adds the services in scope, where they are primary care alone."""
    blocks = list(draft.of("SERVICES"))
    listed = [item for block in blocks for item in _items(block)]
    whole = all(block.complete and block.get("In scope") for block in blocks)
    schedule = any(fact.shown["title"] == _TITLE for fact in facts.of("provision"))
    joined = any(block.get("Integration agreement") for block in blocks)
    if not blocks or not whole or schedule or joined or not all(map(_is_primary, listed)):
        return
    field = blocks[0].get("In scope")
    if listed and field is not None:
        facts.add(
            "primary_care_alone",
            field.span,
            (*blocks[0].path, field.label),
            shown={"name": "; ".join(listed), "written": "; ".join(listed)},
        )


def _items(block: Block) -> Iterator[str]:
    field = block.get("In scope")
    if field is None:
        return
    said = [field.value.raw] if isinstance(field.value, Text) else []
    for each in [*said, *(entry.raw for entry in field.entries)]:
        yield from (part.strip() for part in re.split(r"[;,]", each) if part.strip())


def _is_primary(item: str) -> bool:
    return bool(_PRIMARY.fullmatch(item.rstrip(" .")))
