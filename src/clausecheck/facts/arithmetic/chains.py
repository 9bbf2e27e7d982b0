"""Chains of contracts: who passes on to whom, and where that comes back to where it began."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def circles(links: Iterable[tuple[str, str]]) -> list[tuple[str, ...]]:
    """The circles among `links` of giver and taker, each once, from its first giver in order of the links.

    `(A, B), (B, A)` has the one circle `A, B`; `(A, A)` has `A`. A link that is in two circles is in both.
    """
    onward: dict[str, list[str]] = {}
    for giver, taker in links:
        onward.setdefault(giver, [])
        if taker not in onward[giver]:
            onward[giver].append(taker)
    order = {name: place for place, name in enumerate(onward)}
    found: list[tuple[str, ...]] = []
    for first in onward:
        _follow(first, [first], onward, order, found)
    return found


def _follow(
    first: str,
    path: Sequence[str],
    onward: dict[str, list[str]],
    order: dict[str, int],
    found: list[tuple[str, ...]],
) -> None:
    """Adds the circles that begin and end at `first` and go on from `path` over later givers alone."""
    for taker in onward.get(path[-1], ()):
        if taker == first:
            found.append(tuple(path))
        elif order.get(taker, -1) > order[first] and taker not in path:
            _follow(first, [*path, taker], onward, order, found)
