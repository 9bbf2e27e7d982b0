"""Caps: what they come to in pounds, who bears what a capped member does not, and whether order matters."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import permutations
from typing import NamedTuple

from clausecheck.facts.arithmetic.exact import part, percent_of, whole_pence
from clausecheck.facts.arithmetic.money import settle_residual


class Cap(NamedTuple):
    """A limit: an amount in pence, or a percentage of a base in pence. A stated amount goes first."""

    amount: int | None = None
    percent: Decimal | None = None
    base: int | None = None

    def resolved(self) -> int | None:
        """The limit in pence, half to even; None where it is a percentage of a base that is not known."""
        if self.amount is not None:
            return self.amount
        if self.percent is None or self.base is None:
            return None
        return percent_of(self.base, self.percent)


class Sharer(NamedTuple):
    """A member of a risk share: its share, and the most it pays in pence (None: no cap).

    Only the proportions of shares count: they are percentage points, or what each would bear uncapped.
    """

    name: str
    share: Decimal | Fraction
    cap: int | None = None


class Waterfall(NamedTuple):
    """A loss (or a gain) laid on members up to their caps: lines and residual add up to it. Pence.

    `residual` is what no member bears. `capped` names the members whose cap was reached.
    """

    lines: tuple[tuple[str, int], ...]
    residual: int
    capped: tuple[str, ...]

    def of(self, name: str) -> int:
        """What the member called `name` bears. Raises KeyError for any other name."""
        return dict(self.lines)[name]


class Exposure(NamedTuple):
    """The most a member can lose, beside what its board says it can bear. Pence.

    `most` is None where nothing limits the loss, `capacity` where none is stated.
    """

    name: str
    most: int | None
    capacity: int | None

    @property
    def beyond_capacity(self) -> int | None:
        """By how much the loss can exceed the capacity; 0 where it cannot; None where that has no answer.

        It has none where no capacity is stated, and where the loss has no limit.
        """
        if self.most is None or self.capacity is None:
            return None
        return max(0, self.most - self.capacity)

    @property
    def exceeds_capacity(self) -> bool:
        """Whether a stated capacity can be exceeded; a loss without limit exceeds any."""
        if self.capacity is None:
            return False
        return self.most is None or self.most > self.capacity


class Step(StrEnum):
    """A step of settlement whose place in the order can change the result."""

    CAP = "cap"
    SHARE = "share"
    LEVY = "levy"


class OrderSensitivity(NamedTuple):
    """What each order of the same steps pays, in pence, in the order the steps were permuted."""

    results: tuple[tuple[tuple[Step, ...], int], ...]

    @property
    def lowest(self) -> int:
        """The least that any order pays."""
        return min(amount for _, amount in self.results)

    @property
    def highest(self) -> int:
        """The most that any order pays."""
        return max(amount for _, amount in self.results)

    @property
    def difference(self) -> int:
        """The money that hangs on the order."""
        return self.highest - self.lowest


def lowest(*limits: int | None) -> int | None:
    """The lowest of several limits in pence, None standing for no limit (formula c5)."""
    return min((limit for limit in limits if limit is not None), default=None)


def collared(raw: int, gain_limit: int | None, loss_limit: int | None) -> int:
    """A settlement (gain above 0, loss below) held between -`loss_limit` and `gain_limit`. Pence."""
    if gain_limit is not None:
        raw = min(raw, gain_limit)
    return raw if loss_limit is None else max(raw, -loss_limit)


def waterfall(amount: int, members: Sequence[Sharer]) -> Waterfall:
    """Lay `amount` pence on the members by their shares; what a capped one leaves goes to the others.

    Formula c8: in rounds, in proportion to the shares of those not yet capped, until settled. A member
    whose share is 0 bears nothing. Shares need not make 100%: only their proportions are used. Raises
    ValueError for a negative amount, share or cap.
    """
    if amount < 0 or any(member.share < 0 or (member.cap or 0) < 0 for member in members):
        raise ValueError("amounts, shares and caps must not be negative")
    exact, capped = _fill(amount, members)
    borne = whole_pence(sum(exact, start=Fraction(0)))
    lines = [whole_pence(line) for line in exact]
    settle_residual(lines, borne, [_ceiling(member, amount) for member in members])
    return Waterfall(
        lines=tuple((member.name, line) for member, line in zip(members, lines, strict=True)),
        residual=amount - sum(lines),
        capped=tuple(members[place].name for place in sorted(capped)),
    )


def absorbed_at_most(members: Sequence[Sharer]) -> int | None:
    """The most that all members together can bear: the sum of their caps; None if one has no cap.

    A member whose share is 0 bears nothing, capped or not.
    """
    sharing = [member for member in members if member.share > 0]
    if any(member.cap is None for member in sharing):
        return None
    return sum(member.cap or 0 for member in sharing)


def unborne(pool_limit: int, members: Sequence[Sharer]) -> int:
    """What is left for a residual owner when the pool loses its `pool_limit` (rule RS-010). Pence."""
    return waterfall(pool_limit, members).residual


def exposures(
    members: Sequence[Sharer], pool_limit: int | None, capacities: Sequence[int | None]
) -> tuple[Exposure, ...]:
    """The most each member can lose beside its capacity (rules RS-011, SIM-02). Pence.

    With a limit on the pool's loss this is its line at that loss (lines never fall as a loss grows);
    without one it is its own cap. `capacities` are in the order of the members. Raises ValueError where
    they are not as many.
    """
    if pool_limit is None:
        lines = [0 if member.share == 0 else member.cap for member in members]
    else:
        lines = [line for _, line in waterfall(pool_limit, members).lines]
    return tuple(
        Exposure(member.name, line, capacity)
        for member, line, capacity in zip(members, lines, capacities, strict=True)
    )


def order_sensitivity(
    gross: int, *, cap: int, share: Decimal, levy: Decimal = Decimal(0)
) -> OrderSensitivity:
    """What a gain of `gross` pence pays under every order of cap, share and levy (formula c0, rule SIM-11).

    `cap` is pence, `share` and `levy` are percentages; a levy of 0% is no step. Each result is rounded
    once, half to even.
    """
    steps = [Step.CAP, Step.SHARE] + ([Step.LEVY] if levy else [])
    keep = {Step.SHARE: part(share), Step.LEVY: 1 - part(levy)}
    results = []
    for order in permutations(steps):
        left = Fraction(gross)
        for step in order:
            left = min(left, Fraction(cap)) if step is Step.CAP else left * keep[step]
        results.append((order, whole_pence(left)))
    return OrderSensitivity(tuple(results))


def _fill(amount: int, members: Sequence[Sharer]) -> tuple[list[Fraction], set[int]]:
    """Exact lines, and the places of the members whose cap was reached."""
    lines = [Fraction(0)] * len(members)
    open_places = [place for place, member in enumerate(members) if member.share > 0]
    capped: set[int] = set()
    left = Fraction(amount)
    while open_places:
        weight = sum((Fraction(members[place].share) for place in open_places), start=Fraction(0))
        due = {place: left * Fraction(members[place].share) / weight for place in open_places}
        full = [place for place in open_places if _reaches(members[place].cap, due[place])]
        if not full:
            for place, line in due.items():
                lines[place] = line
            break
        for place in full:
            lines[place] = Fraction(members[place].cap or 0)
            left -= lines[place]
        capped.update(full)
        open_places = [place for place in open_places if place not in capped]
    return lines, capped


def _reaches(cap: int | None, due: Fraction) -> bool:
    return cap is not None and due >= cap


def _ceiling(member: Sharer, amount: int) -> int:
    if member.share == 0:
        return 0
    return amount if member.cap is None else min(member.cap, amount)
