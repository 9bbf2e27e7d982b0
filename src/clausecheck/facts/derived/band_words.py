"""What a wrong band does to a gain or loss, in words and pounds."""

from __future__ import annotations

from decimal import Decimal

from clausecheck.facts.arithmetic.exact import percent_of
from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.arithmetic.shares import MILLION
from clausecheck.model.draft import Entry
from clausecheck.model.values import Shares

_NO_PART = ("no sharing", "not shared", "nothing", "none")


def divided(holds: tuple[int | None, int | None], total: Decimal, band: str) -> str:
    """What a band holds, what its parts come to, and the difference.

    `holds` is where the band begins and how much it holds, in pence; None where that is not known.
    """
    start, size = holds
    if size is not None and size > 0:
        base, what = size, f"The band holds {pounds(size)}:"
    else:
        base, what = (
            MILLION,
            f"Of every £1,000,000 {f'above {pounds(start)}' if start else f'in the band {band}'},",
        )
    charged = percent_of(base, total)
    rest = pounds(abs(base - charged))
    end = f"and {rest} belongs to nobody" if charged < base else f"{rest} more than there is"
    return f"{what} {pounds(charged)} would be divided, {end}"


def two_rules(one: Entry, other: Entry) -> str:
    """What becomes of money that two bands speak of."""
    first, second = (entry.value.raw.strip() if entry.value is not None else "" for entry in (one, other))
    if first.lower() == second.lower():
        shared = isinstance(one.value, Shares) or not any(words in first.lower() for words in _NO_PART)
        return "is divided twice" if shared else "stands in two bands"
    return f'has two rules: "{first}" and "{second}"'
