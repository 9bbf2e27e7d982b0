"""Changes to a contract under the Procurement Act 2023 as a share of its value, or of its term.

Compared exactly: a change of 50% is within a limit of 50%, and one penny more is not.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from clausecheck.facts.arithmetic.exact import cut


def share_of(change: int, whole: int) -> Decimal | None:
    """A change as a percentage of the whole, cut to 2 places; None where the whole is nothing."""
    return cut(Fraction(change * 100, whole), 2) if whole else None


def exceeds(change: int, whole: int, most: int) -> bool:
    """Whether a change, up or down, is more than `most` per cent of the whole, which is above 0."""
    return abs(change) * 100 > most * whole
