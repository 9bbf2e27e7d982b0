"""Growth over several years: what a yearly rate comes to, and what a year's difference costs at the end."""

from __future__ import annotations

from decimal import Decimal

from clausecheck.facts.arithmetic.budget import uplift_path
from clausecheck.facts.arithmetic.exact import part, rounded


def compounded(yearly: Decimal, years: int) -> Decimal:
    """What `yearly` percent a year comes to over `years`, in percent to 2 places: 3% over 5 is 15.93%.

    Half to even; 0 for no years.
    """
    return rounded(((1 + part(yearly)) ** max(years, 0) - 1) * 100, 2)


def difference_at_end(first: int, years: int, yearly: Decimal) -> int:
    """By how much the last of `years` amounts differs from the first at `yearly` percent a year. Pence.

    The first year is not raised, so 3 years have 2 rises.
    """
    path = uplift_path(first, years, yearly)
    return path[-1] - path[0] if path else 0
