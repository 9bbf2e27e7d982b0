"""The bands of a pool: whether they cover every outcome once, and whether each divides all of its part."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from clausecheck.facts.arithmetic.bands import Band, partition
from clausecheck.facts.arithmetic.money import percent as percentage
from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.arithmetic.shares import share_total
from clausecheck.facts.blocks import ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.budget.budget import budget_of
from clausecheck.facts.derived.risk_share.band_lists import WHOLE, with_list
from clausecheck.facts.derived.risk_share.band_words import behind, divided, holds, nothing, two_rules
from clausecheck.facts.derived.risk_share.bases import readings
from clausecheck.facts.derived.risk_share.scale import Scale
from clausecheck.facts.kinds import count, flag, kind, percent, text, word
from clausecheck.model.draft import Block, Draft, Entry, Field
from clausecheck.model.values import Amount, Range, Shares, Text
from clausecheck.patterns import even

KINDS = (
    kind(
        "band",
        "One band of a pool.",
        pool=word("the RISK SHARE"),
        side=word("gain, loss or both"),
        position=count("its place, from 1"),
        low=percent("where it begins", optional=True),
        high=percent("where it ends", optional=True),
        open=flag("it has no upper end"),
        has_base=flag("it says what it is a percentage of"),
        rule=word("list, shared, retained, none or other: how its part is divided"),
        whole_amount=flag("it is applied to the whole amount, not to its own part"),
        said=text("the band as written"),
    ),
    kind(
        "band_fault",
        "A place where the bands of a pool leave a gap, overlap, stand out of order or stop short.",
        pool=word("the RISK SHARE"),
        side=word("gain, loss or both"),
        fault=word("gap, overlap, order, empty or not open-ended"),
        says=text("what is wrong, in figures"),
        example=text("what that comes to in pounds, in a sentence"),
        pool_name=text("the pool's title"),
        against=text("the other band that it stands against"),
    ),
    kind(
        "band_base",
        "What the percentages of a band list are taken of.",
        pool=word("the RISK SHARE"),
        side=word("gain, loss or both"),
        stated=flag("at least one band says of what, or is in pounds"),
        label=text("the label"),
        said=text("the first band as written"),
        readings=text("what the first bound comes to on each base it could be meant of, in a sentence"),
    ),
    kind(
        "band_total",
        "The total of the shares inside one band.",
        pool=word("the RISK SHARE"),
        total=percent("the sum"),
        whole=flag("it is exactly 100%"),
        has_hole=flag("a share is still to come"),
        sum=text("the addition in figures"),
        said=text("the band as written"),
        charged=text("what £1,000,000 in this band comes to"),
        price=text("what the band holds and what would be divided of it, in a sentence"),
    ),
)

_WORDS = {"gain": "gain", "loss": "loss", "both": "gain or loss"}

_SIDES = (("Bands", "both"), ("Gain bands", "gain"), ("Loss bands", "loss"))


class Banded(NamedTuple):
    """A bullet that is a band, with its bounds as percentages of the budget."""

    entry: Entry
    range: Range


def bands_of(pool: Block) -> list[tuple[Field, str, list[Banded]]]:
    """The band lists of a pool, each with its side."""
    found = []
    for label, side in _SIDES:
        field = pool.get(label)
        if field:
            banded = [Banded(with_list(e), e.key) for e in field.entries if isinstance(e.key, Range)]
            found.append((field, side, banded))
    return found


def rule_of(entry: Entry) -> str:
    """How a band divides its part: list, shared, retained, none or other."""
    if isinstance(entry.value, Shares):
        return "list"
    raw = even(entry.value.raw).lower() if isinstance(entry.value, Text) else ""
    if any(words in raw for words in ("in the shares", "in the gain shares", "in the loss shares")):
        return "shared"
    if "retained" in raw or "kept by" in raw or "borne by" in raw:
        return "retained"
    if "no sharing" in raw or "not shared" in raw or raw in ("nothing", "none"):
        return "none"
    return "other"


def whole_amount(entry: Entry) -> bool:
    """Whether a band is applied to the whole gain or loss that falls in it, not to its own part."""
    return entry.value is not None and bool(WHOLE.search(entry.value.raw))


def derive(draft: Draft, facts: Collector) -> None:
    """Adds every band, what is wrong with how bands cover the range, and the total inside each."""
    for pool in draft.of("RISK SHARE"):
        for field, side, banded in bands_of(pool):
            budget = budget_of(draft, pool)
            for position, band in enumerate(banded, 1):
                _band(pool, field, side, position, band, budget, facts)
            # A bullet that was not read as a band leaves the cover of the range unknown.
            if banded and len(banded) == len(field.entries):
                _cover(pool, field, side, banded, budget, facts)
            if banded:
                _base(draft, pool, field, side, banded, facts)


def _band(
    pool: Block, field: Field, side: str, position: int, band: Banded, budget: int | None, facts: Collector
) -> None:
    entry, bounds = band.entry, band.range
    path = (*pool.path, field.label)
    facts.add(
        "band",
        entry.span,
        path,
        pool=ref_of(pool),
        side=side,
        position=position,
        low=None if bounds.money else bounds.low,
        high=None if bounds.money else bounds.high,
        open=bounds.high is None,
        has_base=bounds.of is not None or bounds.money,
        rule=rule_of(entry),
        whole_amount=whole_amount(entry),
        shown={"name": entry.key_raw, "said": entry.key_raw},
    )
    if isinstance(entry.value, Shares):
        known = [(s.name.id, s.percent) for s in entry.value.shares if s.percent is not None]
        total = share_total(known)
        facts.add(
            "band_total",
            entry.value.span,
            path,
            pool=ref_of(pool),
            total=total.total,
            whole=total.is_whole,
            has_hole=len(known) < len(entry.value.shares),
            shown={
                "name": pool.title or pool.name,
                "sum": total.sum_in_words,
                "said": entry.key_raw,
                "charged": pounds(total.charged),
                "price": divided(
                    holds(Scale(bounds.money, budget, _WORDS[side]), bounds), total.total, entry.key_raw
                ),
                "total": percentage(total.total),
            },
        )


def _base(draft: Draft, pool: Block, field: Field, side: str, banded: list[Banded], facts: Collector) -> None:
    bounds = (bound for band in banded for bound in (band.range.low, band.range.high) if bound)
    facts.add(
        "band_base",
        field.span if not field.entries else field.entries[0].span,
        (*pool.path, field.label),
        pool=ref_of(pool),
        side=side,
        # A base that one band states is read into the others.
        stated=any(band.range.of is not None or band.range.money for band in banded),
        shown={
            "name": pool.title or pool.name,
            "label": field.label,
            "said": banded[0].entry.key_raw,
            "readings": readings(draft, pool, next(bounds, Decimal(1))),
        },
    )


def _cover(
    pool: Block, field: Field, side: str, banded: list[Banded], budget: int | None, facts: Collector
) -> None:
    if any(band.range.low is None for band in banded):
        return
    found = partition([Band(band.range.low or Decimal(0), band.range.high) for band in banded])
    scale = Scale(any(band.range.money for band in banded), budget, _WORDS[side])

    def fault(kind_: str, entry: Entry, says: str, example: str, against: Entry | None = None) -> None:
        facts.add(
            "band_fault",
            entry.span,
            (*pool.path, field.label),
            pool=ref_of(pool),
            side=side,
            fault=kind_,
            shown={
                "name": pool.title or pool.name,
                "pool_name": pool.title or pool.name,
                "says": says,
                "example": example,
                "against": against.key_raw if against else "",
            },
            spans={"against": against.span} if against else {},
        )

    # A band that covers nothing leaves a gap where its bounds are the wrong way round: one fault.
    for place in found.empty:
        entry, bounds = banded[place].entry, banded[place].range
        fault("empty", entry, f"{entry.key_raw} covers nothing", nothing(scale, bounds, found.gaps))
    for gap in () if found.empty else found.gaps:
        if gap.upper is None or gap.upper <= _threshold(pool):
            continue
        after = min(
            (b for b in banded if b.range.low is not None and b.range.low >= gap.upper),
            key=lambda b: b.range.low or Decimal(0),
        )
        says = f"nothing is said of {scale.said(gap.lower)} to {scale.said(gap.upper)}"
        before = next((b.entry for b in banded if b.range.high == gap.lower), None)
        fault("gap", after.entry, says, scale.unshared(gap.upper, gap.upper - gap.lower), before)
    for overlap in found.overlaps:
        stretch = overlap.stretch
        upper = f"to {scale.said(stretch.upper)}" if stretch.upper is not None else "and above"
        says = f"{scale.said(stretch.lower)} {upper} falls in two bands"
        one, other = banded[overlap.first].entry, banded[overlap.second].entry
        fault("overlap", other, says, scale.twice(stretch.lower, stretch.upper, two_rules(one, other)), one)
    for place in found.out_of_order:
        key = banded[place].entry.key_raw
        higher = banded[place - 1]
        example = behind(scale, banded[place].range, higher.range)
        fault(
            "order",
            banded[place].entry,
            f"{key} stands after a band that begins higher",
            example,
            higher.entry,
        )
    if not found.open_ended:
        highest = max((b for b in banded), key=lambda b: b.range.high or Decimal(0))
        top = highest.range.high or Decimal(0)
        says = f"nothing is said of what lies above {scale.said(top)}"
        fault("not open-ended", highest.entry, says, scale.beyond(top))


def _threshold(pool: Block) -> Decimal:
    """The percentage of the budget below which a threshold lets nothing through; 0 without one."""
    field = pool.get("Threshold")
    value = field.value if field else None
    return value.percent.value if isinstance(value, Amount) and value.percent else Decimal(0)
