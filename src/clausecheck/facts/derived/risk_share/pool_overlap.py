"""Pools that divide the same saving or the same loss of one budget, so that it is paid for twice."""

from __future__ import annotations

import re
from itertools import combinations

from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.blocks import ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.budget.capitation import budget_behind
from clausecheck.facts.derived.frame.parties import COMMISSIONING, roles
from clausecheck.facts.derived.risk_share.exposure import FIVE
from clausecheck.facts.derived.risk_share.shares import sharing, sides_of
from clausecheck.facts.derived.risk_share.takings import saving, takings
from clausecheck.facts.derived.words.lines import says_none, words_of
from clausecheck.facts.kinds import flag, kind, text, word
from clausecheck.model.draft import Block, Draft
from clausecheck.model.values import Amount
from clausecheck.patterns import Pattern

KINDS = (
    kind(
        "pool_overlap",
        "Two pools over one budget, or over a part of it, that share the same side, with a payer in common.",
        first=word("the RISK SHARE that comes first"),
        second=word("the other RISK SHARE"),
        told_apart=flag("one of them says how it is kept apart from the other, or was not read in full"),
        budget=text("the budget that both cover"),
        side=text("what both share: savings, losses, or savings and losses"),
        first_title=text("the title of the first"),
        second_title=text("the title of the second"),
        price=text("what both would pay on one saving of 5%, in a sentence"),
        also=text("where the first says what it covers"),
    ),
)

_PART_OF = (
    r"\b(?:(?:part|share|portion|slice|element|line|component) of|within|inside|from within"
    r"|(?:included|contained|held) in|(?:taken|drawn) from) (?:the )?(?:Budget |Amount of |budget of )?"
)
_NOT_A = Pattern(r"\b(?:no|not|never|neither|nor)\b[^,;.]*$", re.I)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds each pair of pools that cover the same money."""
    for first, second in combinations(draft.of("RISK SHARE"), 2):
        budget = _covered(draft, first)
        sides = _common_sides(first, second)
        if budget is None or budget is not _covered(draft, second) or not sides:
            continue
        nested = budget_behind(draft, first) is None or budget_behind(draft, second) is None
        if nested and budget_behind(draft, first) is budget_behind(draft, second):
            continue
        if not _common_payer(draft, first, second):
            continue
        field, other = second.get("Budget"), first.get("Budget")
        facts.add(
            "pool_overlap",
            field.span if field else second.span,
            (*second.path, "Budget"),
            first=ref_of(first),
            second=ref_of(second),
            told_apart=_told_apart(first, second) or _told_apart(second, first),
            shown={
                "name": second.title or second.name,
                "budget": budget.name,
                "side": " and ".join(sides),
                "first_title": first.title or first.name,
                "second_title": second.title or second.name,
                "price": _of_part(draft, first, second, sides)
                if nested
                else _price(draft, first, second, sides),
            },
            spans={"also": other.span} if other else {},
        )


def _covered(draft: Draft, pool: Block) -> Block | None:
    """The BUDGET that a pool is measured against, or that its own sum is said to be a part of."""
    behind, field = budget_behind(draft, pool), pool.get("Budget")
    if behind is not None or field is None or not isinstance(field.value, Amount):
        return behind
    named = [budget for budget in draft.of("BUDGET") if budget.id and _part_of(budget.id, field.raw)]
    return named[0] if len(named) == 1 else None


def _part_of(name: str, said: str) -> bool:
    """Whether words say that a sum is a part of the budget of this name."""
    match = re.search(rf"{_PART_OF}{re.escape(name)}\b", said, re.I)
    return match is not None and not _NOT_A.search(said[: match.start()])


def _common_sides(first: Block, second: Block) -> list[str]:
    return [
        words
        for words, only in (("savings", "loss only"), ("losses", "gain only"))
        if _both(first, second, only)
    ]


def _both(first: Block, second: Block, only_other: str) -> bool:
    """Whether both pools share a side; `only_other` is what a pool says that shares the other alone."""
    side = "gain" if only_other == "loss only" else "loss"
    return all(sides_of(pool) != only_other and sharing(pool, side) for pool in (first, second))


def _common_payer(draft: Draft, first: Block, second: Block) -> bool:
    """Whether a commissioner is in both; a pool among providers alone divides what one of them received.

    Without PARTY blocks nobody can tell who pays, and two parties in common are taken for enough.
    """
    common = _sharers(first) & _sharers(second)
    parties = {party.id: roles(party) for party in draft.of("PARTY")}
    if not parties:
        return len(common) > 1
    return any(parties.get(name, frozenset()) & COMMISSIONING for name in common)


def _sharers(pool: Block) -> set[str]:
    return {share.name.id for side in ("gain", "loss") for share in sharing(pool, side)}


def _told_apart(pool: Block, other: Block) -> bool:
    field = pool.get("Interaction")
    if (field is not None and not says_none(field)) or not pool.complete:
        return True
    said = words_of(pool, "Exclusions", "Counterfactual", "Order", "Residual", "Cap", "Threshold")
    names = [other.id, other.title]
    return any(name and name.lower() in said.lower() for name in names)


def _of_part(draft: Draft, first: Block, second: Block, sides: list[str]) -> str:
    """What the overlap costs where one pool's sum is a part of the budget that the other covers."""
    part = next(pool for pool in (first, second) if budget_behind(draft, pool) is None)
    size = saving(draft, part)
    one, payers = ("saving", "paid out") if "savings" in sides else ("loss", "charged")
    of = f"A {one} of {FIVE}% of the smaller sum ({pounds(size)})" if size else f"A {one} on the smaller sum"
    return f"{of} counts under {_id(first)} and under {_id(second)}, and can be {payers} twice"


def _price(draft: Draft, first: Block, second: Block, sides: list[str]) -> str:
    if "savings" not in sides:
        return "One loss is charged under both, and its payers pay it twice"
    size = saving(draft, first)
    both = [takings(draft, pool) for pool in (first, second)]
    paid = [sum(found.values()) for found in both if found]
    if not size or len(paid) < 2 or 0 in paid:
        return "One saving is divided under both, and paid out twice"
    each = " and ".join(
        f"{pounds(amount)} under {_id(pool)}" for pool, amount in zip((first, second), paid, strict=True)
    )
    return f"A saving of {FIVE}% ({pounds(size)}) is divided twice: {each}, {pounds(sum(paid))} in all"


def _id(pool: Block) -> str:
    return pool.id or pool.title
