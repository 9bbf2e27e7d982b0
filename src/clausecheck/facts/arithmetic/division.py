"""How a pool divides a gain or loss: band by band, held to the pool's cap, then to each party's own.

A pool that divides by one share list is a pool with one band, from nothing up.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from clausecheck.facts.arithmetic.bands import Band, just_below, paid
from clausecheck.facts.arithmetic.caps import Sharer, Waterfall, lowest, waterfall
from clausecheck.facts.arithmetic.exact import whole_pence


class Part(NamedTuple):
    """What a party takes in each band, and the most it takes at all, in pence (None: no cap)."""

    name: str
    bands: tuple[Band, ...]
    cap: int | None = None


class Divided(NamedTuple):
    """A gain or loss as divided: its lines, and what no line holds of all that the bands share. Pence."""

    laid: Waterfall
    rest: int


def whole(share: Decimal) -> tuple[Band, ...]:
    """A share of everything, as one band without end."""
    return (Band(Decimal(0), None, share),)


def divide(
    size: int, budget: int, parts: Sequence[Part], limit: int | None, limit_first: bool = False
) -> Divided:
    """Divide `size` pence: each party's line by the bands, all lines held to `limit`, then to own caps.

    Lines are lowered in proportion where together they exceed the pool's `limit`, and what a capped party
    does not bear goes to the others in proportion to what they bear (formula c8). With `limit_first` it is
    the gain or loss that is held to the limit, before any band reads it. Raises ValueError for a share or
    a cap below 0.
    """
    held = min(size, limit) if limit_first and limit is not None else size
    at = Fraction(held * 100, budget)
    laid, shared = _laid([paid(part.bands, at) for part in parts], budget, parts, limit)
    if held < size:
        shared = _shared([paid(part.bands, Fraction(size * 100, budget)) for part in parts], budget)
    return Divided(laid, max(0, shared - sum(line for _, line in laid.lines)))


def most_by_party(
    budget: int, parts: Sequence[Part], limit: int | None, limit_first: bool = False
) -> dict[str, int | None]:
    """The most that each party takes at any size, in pence; None where nothing limits it.

    That is the largest of its lines at the bounds of the bands, where the pool reaches its limit, and as
    the size grows without end.
    """
    growing = {part.name: last_share(part) for part in parts}
    sizes = [*_bounds(parts), *(reaching(budget, parts, limit) if limit is not None else ())]
    if limit_first and limit is not None:
        end = Fraction(limit * 100, budget)
        sizes, growing = [*(size for size in sizes if size < end), end], {}
    found = [
        dict(_laid([take(part.bands, size) for part in parts], budget, parts, limit)[0].lines)
        for size in sizes
        for take in (paid, just_below)
    ]
    top: dict[str, int | None] = {
        part.name: max((lines[part.name] for lines in found), default=0) for part in parts
    }
    if not any(growing.values()):
        return top
    if limit is None:
        return {**top, **{part.name: part.cap for part in parts if growing[part.name]}}
    at_last = waterfall(limit, [Sharer(part.name, growing[part.name], part.cap) for part in parts])
    return {name: max(top[name] or 0, line) for name, line in at_last.lines}


def _shared(lines: list[Fraction], budget: int) -> int:
    return whole_pence(sum(lines, start=Fraction(0)) * budget / 100)


def _laid(
    lines: list[Fraction], budget: int, parts: Sequence[Part], limit: int | None
) -> tuple[Waterfall, int]:
    """Lines in percent of the Budget as held to all caps, and what they came to before."""
    shared = _shared(lines, budget)
    members = [Sharer(part.name, line, part.cap) for part, line in zip(parts, lines, strict=True)]
    return waterfall(lowest(shared, limit) or 0, members), shared


def last_share(part: Part) -> Decimal:
    """The share that a party takes of the last pound of a result without end."""
    return next((band.share for band in part.bands if band.upper is None), Decimal(0))


def reaching(budget: int, parts: Sequence[Part], aim: int) -> tuple[Fraction, ...]:
    """The sizes, in percent of the Budget, at which lines without caps come to `aim` pence inside a band."""
    bounds, found = _bounds(parts), []
    target = Fraction(aim * 100, budget)
    for low, high in zip([Fraction(0), *bounds], [*bounds, None], strict=True):
        middle = (low + (high if high is not None else low + 2)) / 2
        start, half = (sum((paid(part.bands, at) for part in parts), Fraction(0)) for at in (low, middle))
        slope = (half - start) / (middle - low)
        at = low + (target - start) / slope if slope > 0 else low
        if low < at and (high is None or at < high):
            found.append(at)
    return tuple(found)


def _bounds(parts: Sequence[Part]) -> list[Fraction]:
    """The bounds of the bands above 0."""
    edges = {bound for part in parts for band in part.bands for bound in (band.lower, band.upper) if bound}
    return sorted(Fraction(edge) for edge in edges if edge > 0)
