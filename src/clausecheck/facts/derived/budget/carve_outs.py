"""Costs that are left out of a budget and not of the spending set against it, or the other way round."""

from __future__ import annotations

import re
from typing import NamedTuple

from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.blocks import ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.budget.capitation import budget_behind
from clausecheck.facts.kinds import flag, kind, text, word
from clausecheck.model.draft import Block, Draft
from clausecheck.model.parts import parts_of
from clausecheck.model.values import Money
from clausecheck.patterns import Pattern
from clausecheck.spans import Span
from clausecheck.syntax.tree import Piece

KINDS = (
    kind(
        "one_sided_carve_out",
        "A cost that a line leaves out of the budget alone, or of actual spending alone.",
        of=word("the BUDGET or RISK SHARE that says so"),
        from_budget=flag("it is left out of the budget alone; else of actual spending alone"),
        item=text("the cost"),
        left_out=text("what it is left out of"),
        stays_in=text("what it stays in"),
        price=text("what that comes to, in a sentence"),
    ),
)

_MILLION = 100_000_000

_BUDGET = Pattern(
    r"\b(?:from|in|of|to|both) (?:the )?(?:agreed |annual )?(?:budget|benchmark|baseline|counterfactual)\b",
    re.I,
)
_ACTUAL = Pattern(
    r"\bactuals?\b|\bactual (?:costs?|spend|spending|expenditure)\b|\bout-?turn\b|\bspend(?:ing)?\b"
    r"|\bexpenditure\b|\bspent\b|\bcosts? (?:counted|charged|set against)\b",
    re.I,
)
# These name the budget beside the spending; alone they may name what is spent against.
_BUDGET_TOO = Pattern(
    r"\b(?:out of|from|in|and|both|nor|or|of) (?:the )?(?:B\d+|Amounts?|price|contributions?|both sides)\b"
    r"|(?<!against )(?<!against the )\bBudget\b",
    re.I,
)
_SPEND_ALONE = Pattern(
    r"\bfrom (?:the )?(?:actual|out-?turn|spend)"
    r"|\bout of (?:the |what is )?(?:actuals?|out-?turn|spend(?:ing)?|spent|expenditure)\b",
    re.I,
)
# What is left out as spending is counted, of a budget that the same words say was built on all of it.
_WHEN_COUNTED = Pattern(
    r"\b(?:left out|excluded|taken out|not counted|disregarded)\b[^.;]{0,20}\b(?:when|where|as|once)\b"
    r"[^.;]{0,40}\b(?:spend(?:ing)?|costs?|expenditure|spent)\b",
    re.I,
)
_HELD_IN_BUDGET = Pattern(
    r"\b(?:built|made up|based|set|reckoned|calculated) (?:on|from|of) (?:all|the whole|full|total)\b"
    r"|\b(?:Budget|Amount|B\d+)\b[^.;]{0,30}\b(?:includes?|holds?|contains?|covers?|has)"
    r" (?:them|it|their|its|these|money for)\b"
    r"|\bstill in (?:the )?(?:Budget|Amount|B\d+)\b"
    r"|\b(?:stays?|stayed|remains?|kept) in (?:the )?(?:Budget|Amount|B\d+)\b",
    re.I,
)
_ONLY = Pattern(r"\bonly\b|\balone\b", re.I)
_BUT_NOT = Pattern(
    r"\b(?:but|and) (?:is |are )?(?:not|still|remains?|stays?|kept)\b|\b(?:but|though"
    r"|while) (?:count|includ)",
    re.I,
)
_BOTH = Pattern(r"\bboth\b|\balike\b|\beach of\b", re.I)
_SPLIT = Pattern(r";\s*|\.\s+")
_ITEM = Pattern(
    r"\s*(?:,\s|\b(?:is |are )?(?:left out|excluded|carved out|taken out)\b|\b(?:from|in) (?:the )?\b)", re.I
)
_A_YEAR = Pattern(r"\s*(?:a|per|each|every) (?:\w+ )?year\b|\s*per annum\b", re.I)
_COMMON = frozenset(
    {"costs", "cost", "services", "service", "spend", "spending", "from", "high", "with", "which"}
)


class _Line(NamedTuple):
    """One cost that a line leaves out. `sides` is what it is left out of, as far as the line says."""

    block: Block
    label: str
    said: str
    span: Span
    sides: frozenset[str]

    @property
    def item(self) -> str:
        """The cost itself, without what it is left out of."""
        found = _ITEM.split(self.said)[0].strip()
        return found or self.said.strip()


def derive(draft: Draft, facts: Collector) -> None:
    """Adds each cost that is left out on one side and that no other line leaves out on the other."""
    pools = list(draft.of("RISK SHARE"))
    told = [line for pool in pools for line in _lines(pool, "Exclusions")]
    for budget in draft.of("BUDGET"):
        mine = [line for line in told if budget_behind(draft, line.block) is budget]
        _one_sided([*_lines(budget, "Carve-outs"), *mine], facts)
    loose = [line for line in told if budget_behind(draft, line.block) is None]
    for pool in pools:
        _one_sided([line for line in loose if line.block is pool], facts)


def _one_sided(lines: list[_Line], facts: Collector) -> None:
    for line in lines:
        if len(line.sides) != 1 or any(other is not line and _covers(other, line) for other in lines):
            continue
        [side] = line.sides
        from_budget = side == "budget"
        facts.add(
            "one_sided_carve_out",
            line.span,
            (*line.block.path, line.label),
            of=ref_of(line.block),
            from_budget=from_budget,
            shown={
                "name": line.item,
                "item": line.item,
                "left_out": "the budget" if from_budget else "actual spending",
                "stays_in": "actual spending" if from_budget else "the budget",
                "price": _price(line.said, from_budget),
            },
        )


def _lines(block: Block, label: str) -> list[_Line]:
    field = block.get(label)
    if field is None:
        return []
    stretches = [(entry.raw, entry.span.start) for entry in field.entries]
    if field.raw and field.value is not None:
        stretches.insert(0, (field.value.raw, field.value.span.start))
    found = []
    for raw, start in stretches:
        at = 0
        for piece in _SPLIT.split(raw):
            at = raw.find(piece, at)
            if piece.strip():
                span = Span(start + at, start + at + len(piece))
                found.append(_Line(block, label, piece, span, _sides(piece)))
            at += len(piece)
    return found


def _sides(said: str) -> frozenset[str]:
    """budget, actual or both, as far as the words name them; none where they name neither."""
    budget, actual = _BUDGET.search(said), _ACTUAL.search(said)
    held = _HELD_IN_BUDGET.search(said)
    if held and (_WHEN_COUNTED.search(said) or _SPEND_ALONE.search(said)) and not _BOTH.search(said):
        return frozenset(("actual",))
    if actual and not budget and _BUDGET_TOO.search(said):
        return frozenset(("budget", "actual"))
    if budget and actual:
        if _BOTH.search(said) or not _BUT_NOT.search(said):
            return frozenset(("budget", "actual"))
        return frozenset(("budget",)) if budget.start() < actual.start() else frozenset(("actual",))
    if budget:
        return (
            frozenset(("budget",))
            if _ONLY.search(said) or re.search(r"\bfrom\b", said, re.I)
            else frozenset()
        )
    if actual and _ONLY.search(said):
        return frozenset(("actual",))
    if actual and _SPEND_ALONE.search(said):
        return frozenset(("actual",))
    return frozenset()


def _covers(other: _Line, line: _Line) -> bool:
    """Whether another line leaves the same cost out of what this one keeps it in."""
    same = _telling(other.item) & _telling(line.item)
    return bool(same) and other.sides != line.sides


def _telling(words: str) -> set[str]:
    return {word for word in re.findall(r"[a-z]{4,}", words.lower()) if word not in _COMMON}


def _price(said: str, from_budget: bool) -> str:
    amount = _yearly(said)
    if from_budget:
        each = f"{pounds(amount)} a year" if amount else f"Every {pounds(_MILLION)} spent on it"
        return f"{each} counts as a loss, because the budget holds nothing for it"
    each = f"{pounds(amount)} a year" if amount else f"Every {pounds(_MILLION)} that the budget holds for it"
    return f"{each} counts as a gain, because nothing is ever set against it"


def _yearly(said: str) -> int | None:
    """The yearly amount that the words state for the cost, in pence."""
    for part in parts_of(Piece(said, Span(0, len(said)))):
        if isinstance(part, Money):
            after = said[part.span.end :]
            if _A_YEAR.match(after) or (part.per or "").lower().endswith(("year", "annum")):
                return part.pence
    return None
