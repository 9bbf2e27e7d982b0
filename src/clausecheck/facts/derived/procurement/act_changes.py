"""Changes to a contract under the Procurement Act: their grounds, their limits and their notice."""

from __future__ import annotations

import re

from clausecheck.facts.arithmetic.act_change import exceeds, share_of
from clausecheck.facts.arithmetic.money import percent, pounds
from clausecheck.facts.blocks import money_of, ref_of, state_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.frame.longest_term import longest_months
from clausecheck.facts.derived.frame.term import months_in
from clausecheck.facts.derived.procurement.act import act_blocks, is_works, limit, may_be_light
from clausecheck.facts.derived.procurement.psr import place_of, says_none
from clausecheck.facts.derived.words.lines import line_of
from clausecheck.facts.fact import State
from clausecheck.facts.kinds import flag, kind, text, word
from clausecheck.model.draft import Block, Draft, Field, parts_in
from clausecheck.model.values import Money
from clausecheck.patterns import Pattern

KINDS = (
    kind(
        "act_change",
        "A change in the value of a contract under the Procurement Act 2023.",
        procurement=word("the PROCUREMENT block"),
        ground=word(
            "unforeseeable, known risk or additional; none where the draft relies on no other", optional=True
        ),
        over_half=flag("one change adds more than 50% to the value"),
        notice_due=flag("it must be published before it is made: more than 10% of the value, 15% for works"),
        notice_absent=flag("the draft has no line for that, and was read in full"),
        change=text("the change"),
        change_percent=text("the same as a percentage"),
        original=text("the value before"),
        relied=text("the ground in words"),
        most=text("the most that the ground allows, in pounds"),
        least=text("the share above which a notice is due"),
    ),
    kind(
        "act_change_notice",
        "The notice of a change that must be published before it is made under the Procurement Act 2023.",
        procurement=word("the PROCUREMENT block"),
        late=flag("the draft publishes it afterwards, or says that it does not"),
        written=text("what the draft says of it"),
        change=text("the change"),
        change_percent=text("the same as a percentage"),
        original=text("the value before"),
        least=text("the share above which a notice is due"),
    ),
    kind(
        "act_term_change",
        "A change in the term of a contract under the Procurement Act 2023.",
        procurement=word("the PROCUREMENT block"),
        not_substantial=flag("the draft relies on the change not being substantial"),
        over_tenth=flag("it is more than 10% of the longest term that the contract had"),
        change=text("the change as written"),
        change_percent=text("the same as a percentage"),
        longest=text("the longest term in months"),
        most=text("10% of it, in months"),
    ),
)

_SCHEDULE = r"\b(?:Schedule 8|Sch\.? ?8),?\s*(?:para(?:graph)?s?\.?)\s*"
_GROUNDS = (
    (
        "unforeseeable",
        Pattern(rf"\bunforesee|\bcould not (?:\w+ )*(?:be(?:en)? )?foresee|{_SCHEDULE}4\b", re.I),
        "circumstances that could not be foreseen (Schedule 8 paragraph 4)",
    ),
    (
        "known risk",
        Pattern(rf"\bknown risk|{_SCHEDULE}[567]\b", re.I),
        "a known risk that came about (Schedule 8 paragraph 5)",
    ),
    (
        "additional",
        Pattern(rf"\badditional (?:goods|services|works|supplies)|{_SCHEDULE}8\b", re.I),
        "additional goods, services or works (Schedule 8 paragraph 8)",
    ),
)
_WITHOUT_LIMIT = Pattern(
    rf"\bprovided for\b|\bnovation\b|\brestructur|\burgen|\bdefence\b|\b74\(4\)|{_SCHEDULE}(?:[1239])\b", re.I
)
_NOT_SUBSTANTIAL = Pattern(
    r"\bnot (?:a )?substantial|\bnon-?substantial|\binsubstantial|\bno substantial|\b74\(3\)", re.I
)
_AFTER = Pattern(
    r"\bafter(?:wards)?\b|\bfollowing\b|\bretrospective|\bwithin \w+ (?:\w+ )?(?:days|weeks|months?) of\b",
    re.I,
)
_BEFORE = Pattern(r"\bbefore|\bprior\b|\bahead of\b|\bin advance\b|\buntil\b", re.I)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds the changes of each contract under the Act that is not light touch, nor may be."""
    for block in act_blocks(draft):
        if not may_be_light(draft, block):
            _value(draft, block, facts)
            _term(draft, block, facts)


def _value(draft: Draft, block: Block, facts: Collector) -> None:
    field = block.get("Cumulative change")
    original, change = money_of(block, "Original value"), money_of(block, "Cumulative change")
    if field is None or change is None or original is None or original <= 0:
        return
    words = line_of(block.get("Modification ground"))
    grounds = [(name, relied) for name, pattern, relied in _GROUNDS if pattern.search(words)]
    ground, relied = grounds[0] if grounds and not _WITHOUT_LIMIT.search(words) else (None, "")
    half = limit(draft, block, "change on a ground")
    least = limit(draft, block, "change without notice" + (", works" if is_works(block) else ""))
    one = _largest(block, change)
    due = exceeds(change, original, least) and _term_leaves_notice(draft, block)
    facts.add(
        "act_change",
        place_of(field, block),
        (*block.path, field.label),
        procurement=ref_of(block),
        ground=ground,
        over_half=one is not None and one > 0 and exceeds(one, original, half),
        notice_due=due,
        notice_absent=block.get("Modification notice") is None and block.complete,
        shown={
            "name": block.name,
            "change": pounds(one if ground and one else change),
            "change_percent": _share(one if ground and one else change, original, least, half),
            "original": pounds(original),
            "relied": relied,
            "most": pounds(original * half // 100),
            "least": f"{least}%",
        },
    )
    if due:
        sums = {"change": pounds(change), "original": pounds(original), "least": f"{least}%"}
        _notice(block, {**sums, "change_percent": _share(change, original, least)}, facts)


def _notice(block: Block, sums: dict[str, str], facts: Collector) -> None:
    field = block.get("Modification notice")
    if field is None or state_of(field) is not State.STATED:
        return
    words = line_of(field)
    after = _AFTER.search(words) is not None and not _BEFORE.search(words)
    facts.add(
        "act_change_notice",
        place_of(field, block),
        (*block.path, field.label),
        procurement=ref_of(block),
        late=says_none(words) or after,
        shown={"name": block.name, "written": words, **sums},
    )


def _share(change: int, whole: int, *limits: int) -> str:
    """A change as a percentage, with as many places as show that it is above a limit."""
    share = share_of(change, whole, limits)
    return percent(share) if share is not None else ""


def _largest(block: Block, together: int) -> int | None:
    """The largest single change: what all come to where there is one, else the largest that has a sum."""
    field = block.get("Changes")
    if field is None or len(field.entries) <= 1:
        return together
    sums = [
        part.pence
        for entry in field.entries
        for part in list(parts_in(entry.value))
        if isinstance(part, Money) and part.per is None
    ]
    return max(sums, default=None)


def _change_of_term(draft: Draft, block: Block) -> tuple[Field, int, int] | None:
    """The line that adds to a term, the months it adds, and the longest term that the contract had."""
    field = block.get("Change of term")
    months, longest = months_in(field), longest_months(draft)
    if field is None or not months or longest is None or longest[0] <= 0 or longest[1]:
        return None
    return field, months, longest[0]


def _term_leaves_notice(draft: Draft, block: Block) -> bool:
    """Whether no change of term speaks against a notice: none is stated, or one of more than 10%."""
    if block.get("Change of term") is None:
        return True
    found = _change_of_term(draft, block)
    return found is not None and exceeds(found[1], found[2], limit(draft, block, "change of term"))


def _term(draft: Draft, block: Block, facts: Collector) -> None:
    found = _change_of_term(draft, block)
    if found is None:
        return
    field, months, longest = found
    words = line_of(block.get("Modification ground"))
    grounds = _WITHOUT_LIMIT.search(words) or any(pattern.search(words) for _, pattern, _ in _GROUNDS)
    most = limit(draft, block, "change of term")
    tenth = share_of(longest * most, 100 * 100)
    facts.add(
        "act_term_change",
        place_of(field, block),
        (*block.path, field.label),
        procurement=ref_of(block),
        not_substantial=_NOT_SUBSTANTIAL.search(words) is not None and not grounds,
        over_tenth=exceeds(months, longest, most),
        shown={
            "name": block.name,
            "change": field.raw,
            "change_percent": _share(months, longest, most),
            "longest": f"{longest} months",
            "most": f"{percent(tenth).rstrip('%')} months" if tenth is not None else "",
        },
    )
