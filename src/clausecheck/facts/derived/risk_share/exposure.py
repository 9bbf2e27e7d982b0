"""How much of a pool's loss can fall to each party: by its bands, its shares, its threshold and its caps.

What a draft leaves unclear is never guessed. A band list with a gap, a band whose rule is in free words or
a limit stated in words makes the answer unknown, and a rule that asks for an unlimited loss stays silent.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from clausecheck.facts.arithmetic.bands import Band, Side, most_in_pence, partition
from clausecheck.facts.arithmetic.caps import lowest
from clausecheck.facts.arithmetic.division import Divided, Part, divide, last_share, most_by_party, whole
from clausecheck.facts.arithmetic.exact import cut, percent_of
from clausecheck.facts.derived.risk_share.bands import Banded, bands_of, rule_of, whole_amount
from clausecheck.facts.derived.risk_share.limits import OwnCaps
from clausecheck.facts.derived.risk_share.shares import shares_of, sharing
from clausecheck.facts.derived.risk_share.thresholds import past_threshold
from clausecheck.facts.once import kept
from clausecheck.model.draft import Block
from clausecheck.model.values import Choice, Shares

FIVE = Decimal(5)
"""The overspend, in percent of the Budget, that messages price a loss at."""

_PLACES = 30
_DIVIDING = ("list", "shared")


class Loss(NamedTuple):
    """What a party can lose. `limited` is None where nobody can say.

    `most` is the most it can lose in pence, `at_five` what it would pay of an overspend of 5% of the
    Budget; each None where it is not known. `rest` is the part of `at_five` that all caps leave,
    and `by_residual` says that it has no limit because the party bears what they leave.
    """

    limited: bool | None
    most: int | None
    at_five: int | None
    rest: int = 0
    by_residual: bool = False


@kept
def bands_for(pool: Block, side: str, budget: int | None) -> tuple[Banded, ...] | None:
    """The bands that serve one side of a pool; None where it has none, empty where one was not read.

    Bounds in pounds are given as percentages of the Budget, where that is known.
    """
    found = {own: (field, banded) for field, own, banded in bands_of(pool)}
    if side not in found and "both" not in found:
        return None
    field, banded = found.get(side) or found["both"]
    scaled = tuple(_in_percent(each, budget) for each in banded)
    readable = all(_of_budget(each) and _bounded(each) for each in scaled)
    return scaled if readable and len(scaled) == len(field.entries) else ()


@kept
def party_bands(pool: Block, side: str, party: str, budget: int | None) -> tuple[Band, ...] | None:
    """The share that a party takes in each band; None where the pool has no bands, or one is unclear."""
    found = []
    for banded in bands_for(pool, side, budget) or ():
        share = _share_in(pool, side, banded, party)
        if share is None:
            return None
        low = banded.range.low or Decimal(0)
        found.append(Band(low, banded.range.high, share, whole_amount(banded.entry), Side.BOTH))
    return tuple(found) or None


def losses(
    pool: Block,
    budget: int | None,
    own: OwnCaps,
    pool_caps: tuple[int | None, ...],
    all_read: bool = True,
) -> dict[str, Loss]:
    """What each sharing party of a pool can lose.

    `own` has the caps of each party that has any, `pool_caps` those of the pool, in pence; a cap whose
    amount is not known is None. `all_read` says that no other cap is still to come.
    """
    certain = None not in pool_caps and not any(None in caps for caps in own.values())
    most = _most(pool, budget, own, pool_caps) if certain else {}
    at_five = _at_five(pool, budget, own, pool_caps)
    found = {}
    for share in sharing(pool, "loss"):
        party = share.name.id
        bands = party_bands(pool, "loss", party, budget)
        direct = most_in_pence(bands, budget) if bands and budget and _complete(bands) else None
        capped = party in own or bool(pool_caps)
        caps = own.get(party, ())
        # A cap of an amount that is not known may be lower than what the bands come to.
        limit = most.get(party) if party in most else None if None in caps else lowest(direct, *caps)
        pays = at_five.get(party)
        found[party] = Loss(
            True if capped else _limited(pool, bands, budget) if all_read else None,
            limit,
            lowest(pays, limit) if pays is not None else None,
        )
    return found


def parts_of(pool: Block, side: str, budget: int | None, own: OwnCaps) -> tuple[Part, ...] | None:
    """What each party takes by the bands or the shares, and its own caps; None where one is unclear."""
    listed = shares_of(pool, side)
    banded = bands_for(pool, side, budget)
    lists = [each.entry.value for each in banded or ()]
    inside = [value.shares for value in lists if isinstance(value, Shares)]
    if any(len({share.name.id for share in each}) < len(each) for each in (listed, *inside)):
        return None
    found = []
    for name in dict.fromkeys(share.name.id for each in (listed, *inside) for share in each):
        bands = _own_bands(pool, side, name, budget)
        if bands is None:
            return None
        cap = lowest(*own.get(name, ()))
        if cap is not None and cap < 0:
            return None
        found.append(Part(name, bands, cap))
    return tuple(found)


def divided(
    pool: Block,
    side: str,
    budget: int,
    size: int,
    own: OwnCaps,
    pool_caps: tuple[int | None, ...],
) -> Divided | None:
    """How a pool divides what its threshold lets through, `size` pence; None where that is unclear."""
    parts = parts_of(pool, side, budget, own)
    limit = lowest(*pool_caps)
    if not parts or (limit is not None and limit < 0):
        return None
    return divide(size, budget, parts, limit, cap_first(pool))


def lines_at(
    pool: Block,
    side: str,
    budget: int,
    size: int,
    own: OwnCaps,
    pool_caps: tuple[int | None, ...],
) -> dict[str, int]:
    """Each party's line of what the threshold lets through; without those that are unclear.

    Where one party's part is still to come the others stand for themselves, as long as no cap of the pool
    has to be divided too.
    """
    laid = divided(pool, side, budget, size, own, pool_caps)
    if laid or pool_caps:
        return dict(laid.laid.lines) if laid else {}
    found = {}
    for share in shares_of(pool, side):
        name = share.name.id
        bands = _own_bands(pool, side, name, budget)
        if bands:
            [(_, line)] = divide(size, budget, [Part(name, bands)], None).laid.lines
            found[name] = lowest(line, *own.get(name, ())) or 0
    return found


def read_at_five(pool: Block, budget: int | None) -> int | None:
    """What the bands or shares read of an overspend of 5% of the Budget; None where that is unclear."""
    if budget is None or budget <= 0:
        return None
    loss = percent_of(budget, FIVE)
    shared = past_threshold(pool, "loss", budget, loss)
    return loss if shared != 0 and bands_for(pool, "loss", budget) is not None else shared


def growing(pool: Block, budget: int | None) -> tuple[str, ...]:
    """The parties whose part of a loss surely grows with it, however large it is."""
    parts = parts_of(pool, "loss", budget, {}) or ()
    return tuple(part.name for part in parts if last_share(part) > 0)


def cap_first(pool: Block) -> bool:
    """Whether the Order applies the pool's cap before the bands."""
    field = pool.get("Order")
    steps = field.value.values if field and isinstance(field.value, Choice) else ()
    return "cap" in steps and "bands" in steps and steps.index("cap") < steps.index("bands")


def shared_at_most(pool: Block, budget: int | None) -> int | None:
    """The most of a loss that bands let a pool divide, in pence; None where that is unlimited or unknown."""
    banded = bands_for(pool, "loss", budget)
    if not banded or budget is None:
        return None
    whole = tuple(
        Band(each.range.low or Decimal(0), each.range.high, Decimal(100 if _divides(each) else 0))
        for each in banded
    )
    known = all(rule_of(each.entry) != "other" and not whole_amount(each.entry) for each in banded)
    return most_in_pence(whole, budget) if known and _complete(whole) else None


def unlimited(pool: Block, budget: int | None) -> bool:
    """Whether a pool surely divides a loss of any size: it has no bands, or its last one divides."""
    banded = bands_for(pool, "loss", budget)
    if banded is None:
        return True
    return any(each.range.high is None and _divides(each) for each in banded)


@kept
def _own_bands(pool: Block, side: str, party: str, budget: int | None) -> tuple[Band, ...] | None:
    """A party's bands, or its share as the one band; None where they are unclear or do not fit together."""
    if bands_for(pool, side, budget) is not None:
        bands = party_bands(pool, side, party, budget)
    else:
        percent = next((each.percent for each in shares_of(pool, side) if each.name.id == party), Decimal(0))
        bands = whole(percent) if percent is not None else None
    if not bands or any(band.share < 0 for band in bands) or not _complete(bands):
        return None
    return bands


def _most(
    pool: Block,
    budget: int | None,
    own: OwnCaps,
    pool_caps: tuple[int | None, ...],
) -> dict[str, int | None]:
    """Each party's greatest line, with what capped members leave; empty where the division is unclear."""
    parts, limit = parts_of(pool, "loss", budget, own), lowest(*pool_caps)
    known = budget is not None and budget > 0
    if (
        not parts
        or (limit is not None and limit < 0)
        or not (known or bands_for(pool, "loss", budget) is None)
    ):
        return {}
    # Without bands only pounds are divided, and any budget will do to read them on.
    return most_by_party(budget if budget and known else 1, parts, limit, cap_first(pool))


def _limited(pool: Block, bands: tuple[Band, ...] | None, budget: int | None) -> bool | None:
    """Whether bands alone limit what a party can lose, or a limit in words may."""
    if pool.get("Member limits") is not None or not pool.complete:
        return None
    if bands is None:
        return False if bands_for(pool, "loss", budget) is None else None
    last = [band for band in bands if band.upper is None]
    if not last:
        return None
    return all(band.share == 0 for band in last)


def _at_five(
    pool: Block,
    budget: int | None,
    own: OwnCaps,
    pool_caps: tuple[int | None, ...],
) -> dict[str, int]:
    """What each party would pay of an overspend of 5% of the Budget; empty where that is unclear."""
    shared = read_at_five(pool, budget)
    return lines_at(pool, "loss", budget, shared, own, pool_caps) if budget and shared is not None else {}


def _share_in(pool: Block, side: str, banded: Banded, party: str) -> Decimal | None:
    rule = rule_of(banded.entry)
    if rule in ("retained", "none"):
        return Decimal(0)
    if rule == "other":
        return None
    value = banded.entry.value
    listed = value.shares if isinstance(value, Shares) else shares_of(pool, side)
    return next((each.percent for each in listed if each.name.id == party), Decimal(0))


def _divides(banded: Banded) -> bool:
    return rule_of(banded.entry) in _DIVIDING


def _of_budget(banded: Banded) -> bool:
    of = banded.range.of
    return not banded.range.money and (of is None or of.lower().startswith("budget"))


def _in_percent(banded: Banded, budget: int | None) -> Banded:
    bounds = banded.range
    if not bounds.money or not budget or budget <= 0:
        return banded
    low, high = (None if end is None else _percent_of(end, budget) for end in (bounds.low, bounds.high))
    return banded._replace(range=replace(bounds, low=low, high=high, money=False, of="Budget"))


def _percent_of(bound: Decimal, budget: int) -> Decimal:
    # Never rounded up: a loss of exactly the bound belongs to the band that begins there.
    return cut(Fraction(bound) * 10_000 / budget, _PLACES)


def _bounded(banded: Banded) -> bool:
    """Whether neither end of a band is still to come; an end that is open by its words is there."""
    if banded.range.low is None:
        return False
    return banded.range.high is not None or " to " not in f" {banded.entry.key_raw.lower()} "


def _complete(bands: Iterable[Band]) -> bool:
    return partition(tuple(bands)).complete
