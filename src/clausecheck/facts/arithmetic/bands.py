"""Bands of gain or loss: whether they cover every size once, what they pay, and where they reward spending.

A band's bounds are percentages of the Budget, the lower inclusive, the upper exclusive; the last band has
no upper bound ("above 5%"). Its share is the percentage that one party, or one group of parties, takes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from clausecheck.facts.arithmetic.exact import part, rounded, whole_pence


class Side(StrEnum):
    """Which side of the benchmark a band speaks of."""

    GAIN = "gain"
    LOSS = "loss"
    BOTH = "both"


class Band(NamedTuple):
    """A stretch of gain or loss and the share taken of it, all in percentage points.

    `upper` is None where the band has no end. `whole` marks a band whose share applies to the whole gain
    or loss that falls in it, not only to the part inside the band.
    """

    lower: Decimal
    upper: Decimal | None
    share: Decimal = Decimal(0)
    whole: bool = False
    side: Side = Side.BOTH


class Stretch(NamedTuple):
    """A stretch of percentages of the Budget, from `lower` to `upper` (None: without end)."""

    lower: Decimal
    upper: Decimal | None


class Overlap(NamedTuple):
    """Two bands, by their places in the list, that both cover `stretch`."""

    first: int
    second: int
    stretch: Stretch


class Partition(NamedTuple):
    """How far a list of bands covers every size from 0% up exactly once. Places count from 0.

    `out_of_order`: bands that start below the one listed before them. `empty`: bands that end where they
    start, or before; they cover nothing. `below_zero`: bands that start below 0%.
    """

    gaps: tuple[Stretch, ...]
    overlaps: tuple[Overlap, ...]
    out_of_order: tuple[int, ...]
    empty: tuple[int, ...]
    below_zero: tuple[int, ...]
    open_ended: bool

    @property
    def complete(self) -> bool:
        """Whether the bands partition [0, infinity), in ascending order (formula c17 (v), rule RS-006)."""
        return not (self.gaps or self.overlaps or self.out_of_order or self.empty or self.below_zero)


class Cliff(NamedTuple):
    """A size at which what is paid jumps. All three are percentages of the Budget.

    `before` is what is paid just short of `at`, `after` what is paid at it.
    """

    at: Decimal
    before: Fraction
    after: Fraction

    @property
    def falls(self) -> bool:
        """Whether the larger gain or loss pays less, so that the party does better by spending more."""
        return self.after < self.before

    def in_pence(self, budget: int) -> int:
        """The size of the jump for a Budget in pence, never negative."""
        return whole_pence(abs(self.after - self.before) * budget / 100)


def for_side(bands: Iterable[Band], side: Side) -> tuple[Band, ...]:
    """The bands that apply to gains or to losses: those of that side and those of both."""
    return tuple(band for band in bands if band.side in (side, Side.BOTH))


def partition(bands: Sequence[Band]) -> Partition:
    """Find what keeps the bands of one side from covering [0, infinity) once, in ascending order.

    No bands at all leave one gap, everything. A band's overlap is given once, with the band below it that
    reaches furthest.
    """
    solid = sorted((band.lower, place) for place, band in enumerate(bands) if not _is_empty(band))
    return Partition(
        gaps=_gaps([bands[place] for _, place in solid]),
        overlaps=_overlaps(bands, [place for _, place in solid]),
        out_of_order=tuple(n for n in range(1, len(bands)) if bands[n].lower < bands[n - 1].lower),
        empty=tuple(place for place, band in enumerate(bands) if _is_empty(band)),
        below_zero=tuple(place for place, band in enumerate(bands) if band.lower < 0),
        open_ended=any(band.upper is None for band in bands),
    )


def paid(bands: Sequence[Band], size: Fraction) -> Fraction:
    """What the bands' shares come to for a gain or loss of `size`, both percentages of the Budget.

    Formula c3. Where the band that holds `size` is a whole-amount band its share applies to all of it;
    otherwise each part is paid by its own band. Nothing is paid where no band reaches.
    """
    for band in bands:
        if band.whole and band.lower <= size and (band.upper is None or size < band.upper):
            return size * part(band.share)
    return _marginal(bands, size)


def payment(bands: Sequence[Band], budget: int, size: int) -> int:
    """The same in pence: what is paid of a gain or loss of `size` against a `budget` above 0.

    Rounded half to even. Raises ValueError where the budget is not above 0.
    """
    if budget <= 0:
        raise ValueError("bands are percentages of a budget above 0")
    return whole_pence(paid(bands, Fraction(size * 100, budget)) * budget / 100)


def cliffs(bands: Sequence[Band]) -> tuple[Cliff, ...]:
    """The sizes at which what is paid jumps, in ascending order; marginal bands alone have none."""
    found = []
    for edge in _edges(bands) if any(band.whole for band in bands) else ():
        at = Fraction(edge)
        before, after = just_below(bands, at), paid(bands, at)
        if before != after:
            found.append(Cliff(edge, before, after))
    return tuple(found)


def reversals(bands: Sequence[Band]) -> tuple[Cliff, ...]:
    """The cliffs at which a party does better by spending more (formula c17 (ii), rule RS-020).

    On the gain side a smaller gain pays it more there, on the loss side a greater loss costs it less.
    """
    return tuple(cliff for cliff in cliffs(bands) if cliff.falls)


def non_increasing_in_spend(bands: Sequence[Band]) -> bool:
    """Whether no spending leaves the party better off: no fall at an edge and no negative share."""
    return not reversals(bands) and all(band.share >= 0 for band in bands)


def most(bands: Sequence[Band]) -> Fraction | None:
    """The most the bands can ever pay, as a percentage of the Budget; None where there is no limit."""
    if any(band.upper is None and band.share > 0 for band in bands):
        return None
    sizes = [Fraction(edge) for edge in _edges(bands)]
    if all(band.share >= 0 and not band.whole for band in bands):
        sizes = sizes[-1:]  # what marginal bands pay never falls, so the last edge has the most
    reached = (value for at in sizes for value in (paid(bands, at), just_below(bands, at)))
    return max(reached, default=Fraction(0))


def most_in_pence(bands: Sequence[Band], budget: int) -> int | None:
    """The same in pence of a `budget`, half to even."""
    limit = most(bands)
    return None if limit is None else whole_pence(limit * budget / 100)


def as_percent(value: Fraction) -> Decimal:
    """A percentage of the Budget for a message, to 4 places."""
    return rounded(value, 4)


def _is_empty(band: Band) -> bool:
    return band.upper is not None and band.upper <= band.lower


def _gaps(ascending: Sequence[Band]) -> tuple[Stretch, ...]:
    reached: Decimal | None = Decimal(0)
    gaps = []
    for band in ascending:
        if reached is None:
            break
        if band.lower > reached:
            gaps.append(Stretch(reached, band.lower))
        reached = None if band.upper is None else max(reached, band.upper)
    if reached is not None:
        gaps.append(Stretch(reached, None))
    return tuple(gaps)


def _overlaps(bands: Sequence[Band], ascending: Sequence[int]) -> tuple[Overlap, ...]:
    found = []
    furthest: int | None = None
    for place in ascending:
        if furthest is not None:
            shared = _common(bands[furthest], bands[place])
            if shared is not None:
                found.append(Overlap(min(furthest, place), max(furthest, place), shared))
        if furthest is None or _reaches_beyond(bands[place], bands[furthest]):
            furthest = place
    return tuple(found)


def _reaches_beyond(one: Band, other: Band) -> bool:
    if other.upper is None:
        return False
    return one.upper is None or one.upper > other.upper


def _common(one: Band, other: Band) -> Stretch | None:
    lower = max(one.lower, other.lower)
    uppers = [band.upper for band in (one, other) if band.upper is not None]
    upper = min(uppers, default=None)
    return Stretch(lower, upper) if upper is None or lower < upper else None


def _marginal(bands: Sequence[Band], size: Fraction) -> Fraction:
    answer = Fraction(0)
    for band in bands:
        top = size if band.upper is None else min(size, Fraction(band.upper))
        answer += max(Fraction(0), top - max(Fraction(0), Fraction(band.lower))) * part(band.share)
    return answer


def just_below(bands: Sequence[Band], at: Fraction) -> Fraction:
    """What is paid as a size comes up to `at` from below."""
    for band in bands:
        if band.whole and band.lower < at and (band.upper is None or at <= band.upper):
            return at * part(band.share)
    return _marginal(bands, at)


def _edges(bands: Iterable[Band]) -> list[Decimal]:
    bounds = {bound for band in bands for bound in (band.lower, band.upper) if bound is not None}
    return sorted(bound for bound in bounds if bound > 0)
