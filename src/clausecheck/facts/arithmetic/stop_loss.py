"""Stop-loss: how much of the cost of one very costly person counts (formula c9)."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from clausecheck.facts.arithmetic.exact import part, whole_pence


def counted(cost: int, attachment: int, co_insurance: Decimal) -> int:
    """What counts of one person's `cost`: all up to `attachment`, `co_insurance` percent of the rest.

    Pence, half to even.
    """
    above = max(0, cost - attachment)
    return whole_pence(cost - above + above * part(co_insurance))


def takes_nothing_off(co_insurance: Decimal) -> bool:
    """Whether all of the cost above the attachment counts, so that the stop-loss does nothing (RS-022)."""
    return co_insurance >= 100


def average_cost(budget: int, people: int) -> int:
    """The cost of one person if the budget is spent, in pence, half to even.

    Raises ValueError for nobody.
    """
    if people < 1:
        raise ValueError("a population has at least one person")
    return whole_pence(Fraction(budget, people))
