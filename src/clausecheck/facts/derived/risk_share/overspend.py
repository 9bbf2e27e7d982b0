"""Bands under which a provider does better by spending more: whole-amount bands whose shares fall."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from clausecheck.facts.arithmetic.bands import Band, as_percent, partition, reversals
from clausecheck.facts.arithmetic.caps import lowest
from clausecheck.facts.arithmetic.money import percent as percentage
from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.arithmetic.position import POUND, Drop, drops
from clausecheck.facts.blocks import ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.budget.budget import budget_of
from clausecheck.facts.derived.risk_share.bands import Banded, bands_of, rule_of, whole_amount
from clausecheck.facts.derived.risk_share.limits import all_read, limits_of
from clausecheck.facts.derived.risk_share.settlement import listed_share, providers_of
from clausecheck.facts.derived.risk_share.shares import sides_of
from clausecheck.facts.derived.words.lines import listed
from clausecheck.facts.kinds import kind, money, text, word
from clausecheck.model.draft import Block, Draft, Entry, Field
from clausecheck.model.values import Shares, Text
from clausecheck.patterns import Pattern

KINDS = (
    kind(
        "overspend_reward",
        "A size at which providers do better by spending a pound more.",
        pool=word("the RISK SHARE"),
        side=word("gain, loss or both"),
        worth=money("what that pound is worth to them together, on the side where it is more", optional=True),
        at=text("the size"),
        parties=text("the providers that do better"),
        falls=text("how their share falls there"),
        both_sides=text("what they take just short of the size and at it, in a sentence"),
    ),
)

_TOLD = Pattern(r"([A-Za-z][\w-]*)\s+(\d+(?:\.\d+)?)\s?%")
_HUNDRED_POUNDS = 100 * POUND  # of which a percentage point is a pound: the scale of bands in pounds


class _Case(NamedTuple):
    """The bands of one party on one side. `scale` is the pence that their percentages are of, if known.

    Bands in pounds are taken as percentages of £100, of which a point is a pound.
    """

    party: str
    bands: tuple[Band, ...]
    scale: int | None
    cap: int | None
    in_pounds: bool


def derive(draft: Draft, facts: Collector) -> None:
    """Adds each size at which bands reward spending."""
    for pool in draft.of("RISK SHARE"):
        for field, side, banded in bands_of(pool):
            if banded and len(banded) == len(field.entries) and all_read(pool):
                _rewards(draft, pool, field, side, banded, facts)


def _rewards(
    draft: Draft, pool: Block, field: Field, side: str, banded: list[Banded], facts: Collector
) -> None:
    if not any(whole_amount(each.entry) for each in banded):
        return
    found: dict[Decimal, list[tuple[str, list[_Case]]]] = {}
    for own in ("loss", "gain") if side == "both" else (side,):
        if sides_of(pool) not in (None, "gain and loss", f"{own} only"):
            continue
        cases = [case for party in providers_of(draft) if (case := _case(draft, pool, own, banded, party))]
        for edge in sorted({edge.at for case in cases for edge in reversals(case.bands)}):
            falling = [case for case in cases if _falls(case, edge)]
            if falling:
                found.setdefault(edge, []).append((own, falling))
    for edge, on_sides in sorted(found.items()):
        entry = next(each.entry for each in banded if each.range.low == edge)
        _reward(pool, field, edge, entry, on_sides, facts)


def _case(draft: Draft, pool: Block, side: str, banded: list[Banded], party: str) -> _Case | None:
    """The bands as one party meets them; None where one of them is unclear or they do not fit together."""
    found = []
    in_pounds = {each.range.money for each in banded}
    of_budget = all(each.range.of is None or each.range.of.lower().startswith("budget") for each in banded)
    if len(in_pounds) > 1 or not of_budget:
        return None
    for each in banded:
        share = _share(draft, pool, side, each, party)
        if share is None or each.range.low is None:
            return None
        found.append(Band(each.range.low, each.range.high, share, whole_amount(each.entry)))
    if not _fits(found):
        return None
    limits = [limit for limit in limits_of(draft, pool) if limit.side in (side, "both")]
    own = [limit for limit in limits if limit.party in (None, party)]
    if any(limit.pence is None for limit in own):
        return None
    pounds_ = True in in_pounds
    # A threshold may move the sizes that the bands see, so no amounts are worked out beside one.
    scale = None if pool.get("Threshold") else _HUNDRED_POUNDS if pounds_ else budget_of(draft, pool)
    return _Case(party, tuple(found), scale or None, lowest(*(limit.pence for limit in own)), pounds_)


def _fits(bands: list[Band]) -> bool:
    """Whether the bands cover all sizes once; what lies below the first may be a threshold's."""
    found = partition(bands)
    gaps = [gap for gap in found.gaps if gap.lower > 0 or gap.upper is None]
    return not (gaps or found.overlaps or found.empty or found.below_zero)


def _share(draft: Draft, pool: Block, side: str, banded: Banded, party: str) -> Decimal | None:
    value, rule = banded.entry.value, rule_of(banded.entry)
    if isinstance(value, Shares):
        return next((each.percent for each in value.shares if each.name.id == party), Decimal(0))
    if rule == "shared":
        return listed_share(pool, side, party)
    if rule == "none":
        return Decimal(0)
    told = _TOLD.compiled.findall(value.raw) if isinstance(value, Text) else []
    if rule == "other" and told and all(_is_party(draft, name) for name, _ in told):
        return next((Decimal(percent) for name, percent in told if name == party), Decimal(0))
    return None


def _is_party(draft: Draft, name: str) -> bool:
    block = draft.by_id.get(name)
    return block is not None and block.head.name == "PARTY"


def _falls(case: _Case, edge: Decimal) -> bool:
    if case.scale is None:
        return any(cliff.at == edge for cliff in reversals(case.bands))
    return _drop(case, edge) is not None


def _drop(case: _Case, edge: Decimal) -> Drop | None:
    assert case.scale is not None
    one = [drop for drop in drops(case.bands, case.scale, case.cap) if drop.edge == edge]
    return one[0] if one else None


def _reward(
    pool: Block,
    field: Field,
    edge: Decimal,
    entry: Entry,
    on_sides: list[tuple[str, list[_Case]]],
    facts: Collector,
) -> None:
    priced = [_priced(side, falling, edge) for side, falling in on_sides]
    worth = [amount for amount, _ in priced if amount is not None]
    cases = {case.party: case for _, falling in on_sides for case in falling}
    falling = list(cases.values())
    facts.add(
        "overspend_reward",
        entry.span,
        (*pool.path, field.label),
        pool=ref_of(pool),
        side=on_sides[0][0] if len(on_sides) == 1 else "both",
        worth=max(worth) if len(worth) == len(priced) else None,
        shown={
            "name": pool.title or pool.name,
            "side": " or ".join(sorted(side for side, _ in on_sides)),
            "at": pounds(int(edge * POUND)) if falling[0].in_pounds else f"{percentage(edge)} of the Budget",
            "parties": listed(list(cases)),
            "falls": _fall(falling, edge),
            "both_sides": ". ".join(said for _, said in priced),
        },
    )


def _priced(side: str, falling: list[_Case], edge: Decimal) -> tuple[int | None, str]:
    """What the last pound of spend is worth on one side, where that is known, and the sum in words."""
    found = [_drop(case, edge) for case in falling if case.scale is not None]
    known = [drop for drop in found if drop is not None]
    if len(known) < len(falling):
        return None, _parts(side, falling, edge)
    return sum(drop.worth for drop in known), _amounts(side, listed([case.party for case in falling]), known)


def _fall(falling: list[_Case], edge: Decimal) -> str:
    said = []
    for case in falling:
        below = next(
            b.share for b in case.bands if b.lower < edge and b.upper is not None and edge <= b.upper
        )
        above = next((b.share for b in case.bands if b.lower == edge), Decimal(0))
        said.append(f"{case.party}'s from {percentage(below)} to {percentage(above)}")
    return listed(said)


def _amounts(side: str, names: str, known: list[Drop]) -> str:
    at, short = known[0].at, known[0].short
    before, after = sum(drop.before for drop in known), sum(drop.after for drop in known)
    worth = f"so the last pound of spend is worth {pounds(before - after)} to {names}"
    if side == "loss":
        return (
            f"An overspend of {pounds(short)} costs {names} {pounds(before)}, and one of {pounds(at)} "
            f"{pounds(after)}, {worth}"
        )
    return (
        f"An underspend of {pounds(at)} pays {names} {pounds(after)}, and one of {pounds(short)} "
        f"{pounds(before)}, {worth}"
    )


def _parts(side: str, falling: list[_Case], edge: Decimal) -> str:
    said = []
    for case in falling:
        cliff = next(each for each in reversals(case.bands) if each.at == edge)
        at, before, after = (_size(case, value) for value in (Fraction(edge), cliff.before, cliff.after))
        does = "bears" if side == "loss" else "receives"
        said.append(f"{case.party} {does} {before} of a {side} just below {at}, and {after} of one of {at}")
    return "; ".join(said)


def _size(case: _Case, value: Fraction) -> str:
    return pounds(int(value * POUND)) if case.in_pounds else f"{percentage(as_percent(value))} of the Budget"
