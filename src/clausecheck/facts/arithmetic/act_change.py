"""Changes to a contract under the Procurement Act 2023 as a share of its value, or of its term.

Compared exactly: a change of 50% is within a limit of 50%, and one penny more is not.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from clausecheck.facts.arithmetic.exact import cut


def share_of(change: int, whole: int, limits: Sequence[int] = ()) -> Decimal | None:
    """A change as a percentage of the whole, cut to 2 places; None where the whole is nothing.

    It has more places where 2 of them would show a change above a limit as the limit itself.
    """
    if not whole:
        return None
    share, places = Fraction(change * 100, whole), 2
    while abs(shown := cut(share, places)) in limits and Fraction(shown) != share:
        places += 1
    return shown


def exceeds(change: int, whole: int, most: int) -> bool:
    """Whether a change, up or down, is more than `most` per cent of the whole, which is above 0."""
    return abs(change) * 100 > most * whole
