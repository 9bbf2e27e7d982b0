"""What is bought under the PSR: CPV codes against Schedule 1, and the two tests of a mixed procurement."""

from __future__ import annotations

import re

from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.blocks import money_of, ref_of, state_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.procurement.psr import place_of, psr_blocks, says_none
from clausecheck.facts.derived.words.lines import line_of
from clausecheck.facts.fact import State
from clausecheck.facts.kinds import flag, kind, text, word
from clausecheck.model.draft import Block, Draft, Field
from clausecheck.patterns import Pattern
from clausecheck.spans import Span

KINDS = (
    kind(
        "cpv_code",
        "A CPV code of a PSR procurement.",
        procurement=word("the PROCUREMENT block"),
        code=word("its eight digits"),
        listed=flag("PSR Schedule 1 lists it"),
        any_listed=flag("Schedule 1 lists it or another of the same procurement"),
        first=flag("it is the first code of the procurement"),
        mixed=flag("the draft says that the procurement is mixed, or values its other part"),
        unqualified=flag(
            "Schedule 1 lists it only so far as delivered to individuals, and the draft is silent"
        ),
        written=text("the code as written"),
        codes=text("all codes of the procurement"),
    ),
    kind(
        "mixed_procurement",
        "Health care bought together with something else (PSR reg 3).",
        procurement=word("the PROCUREMENT block"),
        valued=flag("both parts are valued"),
        main=flag("the health part is worth more than the rest"),
        reason_given=flag("the draft has an Inseparability reason line, or was not read in full"),
        reason_tied=flag("the reason speaks of the harm that separate procurement would do"),
        gap=text("what the draft does instead of giving such a reason"),
        health=text("the lifetime value of the health part"),
        other=text("the lifetime value of the rest"),
        reason=text("the reason as written"),
    ),
)

# PSR Schedule 1, without check digits: the 67 codes in the consolidated text of 24 February 2025.
SCHEDULE_1 = frozenset(
    re.findall(
        r"\d+",
        """
        85100000 85110000 85111000 85111100 85111200 85111300 85111310 85111320 85111400 85111500
        85111600 85111700 85111800 85111810 85111820 85111900 85112200 85120000 85121000 85121100
        85121200 85121210 85121220 85121230 85121231 85121232 85121240 85121250 85121251 85121252
        85121270 85121271 85121280 85121281 85121282 85121283 85121290 85121291 85121292 85121300
        85130000 85131000 85131100 85131110 85140000 85141000 85141100 85141200 85141210 85141211
        85141220 85142000 85142100 85143000 85144000 85144100 85145000 85146000 85146100 85146200
        85148000 85149000 85150000 85160000 85323000 85312330 85312500
        """,
    )
)
_TO_INDIVIDUALS = frozenset({"85323000", "85312330", "85312500"})
_CODE = Pattern(r"(?<!\d)(\d{8})(?:-\d)?(?!\d)")
_HARM = Pattern(
    r"advers|harm|damag|detriment|impact|worse|principles|undermin|risk|unsafe|safety"
    r"|\b(?:could|can|would) not\b|cannot|\blos(?:e|es|ing)\b|\bbreak\b|\bbroken\b|fragment|delay",
    re.I,
)
_NOT_MIXED = Pattern(r"\W*(?:(?:it|this|the \w+) is )?not (?:an? )?mixed\b", re.I)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds each CPV code of the PSR procurements, and each mixed procurement."""
    for block in psr_blocks(draft):
        mixed = _is_mixed(block)
        field = block.get("CPV codes")
        if field is not None:
            _codes(block, field, mixed, facts)
        if mixed:
            _mixed(block, facts)


def _is_mixed(block: Block) -> bool:
    said = line_of(block.get("Mixed procurement"))
    denied = says_none(said) or _NOT_MIXED.match(said)
    return (bool(said) and not denied) or money_of(block, "Other value") is not None


def _codes(block: Block, field: Field, mixed: bool, facts: Collector) -> None:
    found = [(match, value) for value in field.values() for match in _CODE.finditer(value.raw)]
    listed = any(match[1] in SCHEDULE_1 for match, _ in found)
    codes = ", ".join(match[0] for match, _ in found)
    individuals = re.search(
        r"\bindividual|\bpatient|\bperson|\bpeople\b|\bservice user", line_of(field), re.I
    )
    for n, (match, value) in enumerate(found):
        start = value.span.start + match.start()
        facts.add(
            "cpv_code",
            Span(start, start + len(match[0])),
            (*block.path, "CPV codes"),
            procurement=ref_of(block),
            code=match[1],
            listed=match[1] in SCHEDULE_1,
            any_listed=listed,
            first=n == 0,
            mixed=mixed,
            unqualified=match[1] in _TO_INDIVIDUALS and individuals is None,
            shown={
                "name": block.name,
                "written": match[0],
                "codes": codes,
            },
        )


def _mixed(block: Block, facts: Collector) -> None:
    health, other = money_of(block, "Health value"), money_of(block, "Other value")
    place = block.get("Health value") if other is not None else None
    place = place or block.get("Mixed procurement")
    reason = block.get("Inseparability reason")
    words = line_of(reason) if state_of(reason) is State.STATED else ""
    facts.add(
        "mixed_procurement",
        place_of(place, block),
        (*block.path, place.label) if place else block.path,
        procurement=ref_of(block),
        valued=health is not None and other is not None,
        main=health is not None and other is not None and health > other,
        reason_given=reason is not None or not block.complete,
        reason_tied=not words or _HARM.search(words) is not None,
        shown={
            "name": block.name,
            "health": pounds(health) if health is not None else "",
            "other": pounds(other) if other is not None else "",
            "reason": words,
            "gap": f'gives "{words}"' if words else "gives none",
        },
        spans={"reason": place_of(reason, block)} if reason else {},
    )
