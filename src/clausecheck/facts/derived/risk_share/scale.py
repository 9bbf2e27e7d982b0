"""How the bounds of a band list are written, and what lies between two of them comes to in pounds."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from clausecheck.facts.arithmetic.exact import percent_of
from clausecheck.facts.arithmetic.money import percent as percentage
from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.arithmetic.shares import MILLION


class Scale(NamedTuple):
    """How bounds are written, and what they come to: pounds, or percentages of a budget in pence."""

    money: bool
    budget: int | None
    what: str

    def said(self, bound: Decimal) -> str:
        """A bound as a draft writes it."""
        return pounds(int(bound * 100)) if self.money else percentage(bound)

    def pence(self, bound: Decimal) -> int | None:
        """What a bound comes to in pence, where that is known."""
        if self.money:
            return int(bound * 100)
        return percent_of(self.budget, bound) if self.budget is not None else None

    def each(self, part: Decimal) -> str:
        """A percentage of a budget that is not known, with what it is of a million."""
        return f"{self.said(part)} of the Budget, {pounds(percent_of(MILLION, part))} in every £1,000,000,"

    def unshared(self, size: Decimal, part: Decimal) -> str:
        """How much of a gain or loss of `size` no band divides."""
        whole, left = self.pence(size), self.pence(part)
        if whole is None or left is None:
            return f"{self.each(part)} belongs to no band once a {self.what} has passed it"
        return f"Of a {self.what} of {pounds(whole)}, {pounds(left)} falls in no band"

    def twice(self, lower: Decimal, upper: Decimal | None, how: str) -> str:
        """How much of a gain or loss two bands speak of, and what becomes of it."""
        if upper is None:
            start = self.pence(lower)
            above = self.said(lower) if start is None else pounds(start)
            return f"Every pound of a {self.what} above {above} {how}"
        whole, both = self.pence(upper), self.pence(upper - lower)
        if whole is None or both is None:
            return f"{self.each(upper - lower)} {how}"
        return f"Of a {self.what} of {pounds(whole)}, {pounds(both)} {how}"

    def beyond(self, top: Decimal) -> str:
        """What has no rule above the last band."""
        start = self.pence(top)
        if start is None:
            return f"Every pound of a {self.what} above {self.said(top)} of the Budget has no rule"
        return (
            f"Every pound of a {self.what} above {pounds(start)} has no rule: of one of {pounds(start * 2)}, "
            f"that is {pounds(start)}"
        )
