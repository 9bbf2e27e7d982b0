"""Who awards, who may be chosen, and how interests are handled in a PSR procurement."""

from __future__ import annotations

import re

from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.blocks import money_of, ref_of, state_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.frame.parties import kind_of_party
from clausecheck.facts.derived.procurement.psr import place_of, psr_blocks
from clausecheck.facts.derived.words.lines import line_of
from clausecheck.facts.fact import State
from clausecheck.facts.kinds import flag, kind, text, word
from clausecheck.model.draft import Block, Draft, parts_in
from clausecheck.model.values import Money, Names
from clausecheck.patterns import Pattern

KINDS = (
    kind(
        "psr_authority",
        "A party that awards under the PSR, where the draft says what body it is.",
        procurement=word("the PROCUREMENT block"),
        party=word("the party's id"),
        relevant=flag("it is a relevant authority of NHS Act 2006 s.12ZB(7)"),
        body=text("what body it is"),
    ),
    kind(
        "turnover",
        "A minimum turnover that the basic selection criteria ask for.",
        procurement=word("the PROCUREMENT block"),
        over_twice=flag("it is more than twice the value of the contract"),
        justified=flag("the criteria give a reason"),
        asked=text("the turnover"),
        value=text("the value of the contract"),
        most=text("twice that value"),
    ),
    kind(
        "conflicts",
        "What a PSR procurement says of conflicts of interest.",
        procurement=word("the PROCUREMENT block"),
        unasked=flag("it only says that none are recorded, not that anyone was asked to declare"),
        written=text("the line as written"),
    ),
)

RELEVANT = frozenset(
    {"ICB", "NHS England", "NHS trust", "foundation trust", "local authority", "combined authority"}
)
_NONE_RECORDED = Pattern(r"\s*(?:none|nil|no|not)\b", re.I)
_ASKED = Pattern(r"declar|register|asked|return|signed|checked|manag|recus|recorded in\b|\"[^\"]+\"", re.I)
_REASON = Pattern(r"\brisk|because|justif|reason|special|owing to", re.I)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds the authorities, the turnover asked for and the conflicts of each PSR procurement."""
    for block in psr_blocks(draft):
        _authorities(draft, block, facts)
        _turnover(draft, block, facts)
        _conflicts(block, facts)


def _authorities(draft: Draft, block: Block, facts: Collector) -> None:
    field = block.get("Authorities")
    if field is None or not isinstance(field.value, Names):
        return
    for name in field.value.names:
        party = draft.by_id.get(name.id)
        body = kind_of_party(party) if party is not None and party.head.name == "PARTY" else None
        if body is None:
            continue
        facts.add(
            "psr_authority",
            name.span,
            (*block.path, "Authorities"),
            procurement=ref_of(block),
            party=name.id,
            relevant=body in RELEVANT,
            shown={"name": name.id, "body": body},
        )


def _turnover(draft: Draft, block: Block, facts: Collector) -> None:
    """The contract's own value serves where the procurement has none and is the only one."""
    field, value = block.get("Basic selection criteria"), money_of(block, "Proposed value")
    alone = block.get("Proposed value") is None and len(list(draft.of("PROCUREMENT"))) == 1
    if value is None and alone and draft.contract is not None:
        value = money_of(draft.contract, "Contract value")
    if field is None or value is None:
        return
    words = line_of(field)
    for stated in field.values():
        at = stated.raw.lower().find("turnover")
        if at < 0:
            continue
        asked = next(
            (
                part
                for part in parts_in(stated)
                if isinstance(part, Money) and part.span.start >= stated.span.start + at
            ),
            None,
        )
        if asked is None:
            continue
        facts.add(
            "turnover",
            asked.span,
            (*block.path, field.label),
            procurement=ref_of(block),
            over_twice=asked.pence > 2 * value,
            justified=_REASON.search(words) is not None,
            shown={
                "name": block.name,
                "asked": pounds(asked.pence),
                "value": pounds(value),
                "most": pounds(2 * value),
            },
        )


def _conflicts(block: Block, facts: Collector) -> None:
    field = block.get("Conflicts of interest")
    if field is None or state_of(field) is not State.STATED:
        return
    words = line_of(field)
    facts.add(
        "conflicts",
        place_of(field, block),
        (*block.path, field.label),
        procurement=ref_of(block),
        unasked=_NONE_RECORDED.match(words) is not None and _ASKED.search(words) is None,
        shown={"name": block.name, "written": words},
    )
