"""What a wrong band does to a gain or loss, in words and pounds."""

from __future__ import annotations

from decimal import Decimal

from clausecheck.facts.arithmetic.bands import Stretch
from clausecheck.facts.arithmetic.exact import percent_of
from clausecheck.facts.arithmetic.exact import total as added
from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.arithmetic.shares import MILLION
from clausecheck.facts.derived.risk_share.scale import Scale
from clausecheck.model.draft import Entry
from clausecheck.model.values import Range, Shares

_NIL = Decimal(0)

_NO_PART = ("no sharing", "not shared", "nothing", "none")


def divided(held: tuple[int | None, int | None], total: Decimal, band: str) -> str:
    """What a band holds, what its parts come to, and the difference.

    `held` is where the band begins and how much it holds, in pence; None where that is not known.
    """
    start, size = held
    base, what = MILLION, f"Of every £1,000,000 in the band {band},"
    if size is not None and size > 0:
        base, what = size, f"The band holds {pounds(size)}:"
    elif start:
        what = f"Of every £1,000,000 above {pounds(start)},"
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


def nothing(scale: Scale, bounds: Range, gaps: tuple[Stretch, ...]) -> str:
    """What a band whose bounds are the wrong way round leaves without a rule."""
    low, high = bounds.high or _NIL, bounds.low or _NIL
    ends = [(max(gap.lower, low), min(gap.upper or high, high)) for gap in gaps]
    left = added(end - start for start, end in ends if end > start)
    whole, bare = scale.pence(high), scale.pence(left)
    if not whole or not bare:
        return f"No {scale.what} falls within its bounds"
    none = f"No {scale.what} falls within its bounds"
    return f"{none}: of one of {pounds(whole)}, {pounds(bare)} falls in no band"


def behind(scale: Scale, later: Range, earlier: Range) -> str:
    """Where a band that is listed late begins and ends, and where the one before it begins."""
    low, high, start = (scale.pence(bound or _NIL) for bound in (later.low, later.high, earlier.low))
    if low is None or start is None:
        return f"A reader who goes down the list meets {scale.said(earlier.low or _NIL)} first"
    upper = f"to {pounds(high or 0)}" if later.high is not None else "and above"
    at = f"stands below one that begins at {pounds(start)}"
    return f"It is for a {scale.what} of {pounds(low)} {upper}, and {at}"


def holds(scale: Scale, bounds: Range) -> tuple[int | None, int | None]:
    """Where a band begins, and how much it holds (None: without end, or not known), in pence."""
    start = scale.pence(bounds.low) if bounds.low is not None else None
    end = scale.pence(bounds.high) if bounds.high is not None else None
    return start, end - start if start is not None and end is not None else None
