"""Lists of shares: whether they make 100%, what it costs where they do not, and who is left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from clausecheck.facts.arithmetic import money
from clausecheck.facts.arithmetic.exact import percent_of, total

MILLION = 100_000_000
"""£1,000,000 in pence: the amount messages use to show what a wrong total does."""

_HUNDRED = Decimal(100)

Share = tuple[str, Decimal]
"""A part of a share list: whose it is, and how many percentage points."""


class ShareTotal(NamedTuple):
    """The total of a share list. `total` and `difference` (total less 100) are percentage points.

    `charged` is what an amount of £1,000,000 comes to, in pence, once divided by these shares.
    """

    total: Decimal
    difference: Decimal
    charged: int
    sum_in_words: str

    @property
    def is_whole(self) -> bool:
        """Whether the shares make exactly 100%."""
        return self.difference == 0


def share_total(shares: Sequence[Share]) -> ShareTotal:
    """Add up a share list (rules RS-003, RS-004, OUT-018). An empty list totals 0%."""
    stated = total(value for _, value in shares)
    return ShareTotal(
        total=stated,
        difference=total((stated, _HUNDRED.copy_negate())),
        charged=percent_of(MILLION, stated),
        sum_in_words=sum_in_words([value for _, value in shares]),
    )


def sum_in_words(values: Sequence[Decimal]) -> str:
    """The addition as a reader would write it: `45 + 15 + 35 + 15 = 110`."""
    return f"{' + '.join(map(money.plain, values)) or '0'} = {money.plain(total(values))}"


def missing(shares: Iterable[Share], parties: Iterable[str]) -> tuple[str, ...]:
    """The parties that have no share, not even a stated 0%, in the order of `parties` (rule MOD-003)."""
    named = {name for name, _ in shares}
    return tuple(party for party in parties if party not in named)


def unknown(shares: Iterable[Share], parties: Iterable[str]) -> tuple[str, ...]:
    """The names in the list that are none of the parties, each once, in the order of the list."""
    known = set(parties)
    return tuple(dict.fromkeys(name for name, _ in shares if name not in known))


def repeated(shares: Iterable[Share]) -> tuple[str, ...]:
    """The names that stand in the list more than once, each once, in the order of their repetition."""
    seen: set[str] = set()
    again: dict[str, None] = {}
    for name, _ in shares:
        if name in seen:
            again[name] = None
        seen.add(name)
    return tuple(again)


def out_of_range(shares: Iterable[Share]) -> tuple[Share, ...]:
    """The shares below 0% or above 100% (rule RS-052)."""
    return tuple(share for share in shares if not 0 <= share[1] <= _HUNDRED)


def divide(amount: int, shares: Sequence[Share]) -> tuple[tuple[str, int], ...]:
    """Divide `amount` pence by the shares, to the penny (formula c2); the last sharer takes the residual.

    Raises ValueError where the shares do not make 100% or one of them is negative: such a list has no
    one right division.
    """
    if not share_total(shares).is_whole:
        raise ValueError("shares that do not make 100% cannot divide an amount")
    lines = money.split(amount, [value for _, value in shares])
    return tuple(zip((name for name, _ in shares), lines, strict=True))
