"""How a message writes a change as a share of the value it changes: exact where that is short."""

from __future__ import annotations

from fractions import Fraction

from clausecheck.facts.arithmetic.change import SHARE_LIMIT
from clausecheck.facts.arithmetic.exact import cut, rounded
from clausecheck.facts.arithmetic.money import percent


def share_in_words(original: int, change: int) -> str:
    """`change` in percent of `original`, both in pence: `48.4375%`, and `33.33%` where it does not end.

    What is rounded never reads as the limit of 25% unless it reaches it. Empty where `original` is 0.
    """
    if not original:
        return ""
    share = Fraction(change * 100, original)
    exact = rounded(share, 4)
    if exact == share:
        return percent(exact)
    near = rounded(share, 2)
    crosses = (near >= SHARE_LIMIT) != (share >= SHARE_LIMIT)
    return percent(cut(share, 2) if crosses else near)
