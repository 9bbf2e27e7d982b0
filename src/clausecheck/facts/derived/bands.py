"""The bands of a pool: whether they cover every outcome once, and whether each divides all of its part."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from clausecheck.facts.arithmetic.bands import Band, partition
from clausecheck.facts.arithmetic.money import percent as percentage
from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.arithmetic.shares import share_total
from clausecheck.facts.blocks import ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.kinds import count, flag, kind, percent, text, word
from clausecheck.model.draft import Block, Draft, Entry, Field
from clausecheck.model.values import Range, Shares, Text

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
        example=text("a gain or loss of £ that nobody can settle"),
        pool_name=text("the pool's title"),
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
    ),
)

_SIDES = (("Bands", "both"), ("Gain bands", "gain"), ("Loss bands", "loss"))


@dataclass(frozen=True, slots=True)
class Banded:
    """A bullet that is a band, with its bounds as percentages of the budget."""

    entry: Entry
    range: Range


def bands_of(pool: Block) -> list[tuple[Field, str, list[Banded]]]:
    """The band lists of a pool, each with its side."""
    found = []
    for label, side in _SIDES:
        field = pool.get(label)
        if field:
            banded = [Banded(e, e.key) for e in field.entries if isinstance(e.key, Range)]
            found.append((field, side, banded))
    return found


def rule_of(entry: Entry) -> str:
    """How a band divides its part: list, shared, retained, none or other."""
    if isinstance(entry.value, Shares):
        return "list"
    raw = entry.value.raw.lower() if isinstance(entry.value, Text) else ""
    if "shared in the shares" in raw or "in the shares" in raw or "in the gain shares" in raw:
        return "shared"
    if "retained" in raw or "kept by" in raw or "borne by" in raw:
        return "retained"
    if "no sharing" in raw or "not shared" in raw or raw in ("nothing", "none"):
        return "none"
    return "other"


def derive(draft: Draft, facts: Collector) -> None:
    """Adds every band, what is wrong with how bands cover the range, and the total inside each."""
    for pool in draft.of("RISK SHARE"):
        for field, side, banded in bands_of(pool):
            for position, band in enumerate(banded, 1):
                _band(pool, field, side, position, band, facts)
            # A bullet that was not read as a band leaves the cover of the range unknown.
            if banded and len(banded) == len(field.entries):
                _cover(pool, field, side, banded, facts)


def _band(pool: Block, field: Field, side: str, position: int, band: Banded, facts: Collector) -> None:
    entry, bounds = band.entry, band.range
    raw = entry.value.raw.lower() if entry.value is not None else ""
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
        whole_amount="whole amount" in raw,
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
                "total": percentage(total.total),
            },
        )


def _cover(pool: Block, field: Field, side: str, banded: list[Banded], facts: Collector) -> None:
    if any(band.range.low is None for band in banded):
        return
    found = partition([Band(band.range.low or Decimal(0), band.range.high) for band in banded])
    money = any(band.range.money for band in banded)
    said = (lambda value: pounds(int(value * 100))) if money else percentage

    def fault(kind_: str, entry: Entry, says: str, at: Decimal | None) -> None:
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
                "example": said(at) if at is not None else "",
            },
        )

    for gap in found.gaps:
        if gap.upper is None:
            continue
        after = min(
            (b for b in banded if b.range.low is not None and b.range.low >= gap.upper),
            key=lambda b: b.range.low or Decimal(0),
        )
        fault(
            "gap",
            after.entry,
            f"nothing is said of {said(gap.lower)} to {said(gap.upper)}",
            (gap.lower + gap.upper) / 2,
        )
    for overlap in found.overlaps:
        upper = f"to {said(overlap.stretch.upper)}" if overlap.stretch.upper is not None else "and above"
        fault(
            "overlap",
            banded[overlap.second].entry,
            f"{said(overlap.stretch.lower)} {upper} falls in two bands",
            overlap.stretch.lower,
        )
    for place in found.out_of_order:
        fault("order", banded[place].entry, f"{banded[place].entry.key_raw} stands out of order", None)
    for place in found.empty:
        fault("empty", banded[place].entry, f"{banded[place].entry.key_raw} covers nothing", None)
    if not found.open_ended:
        highest = max((b for b in banded), key=lambda b: b.range.high or Decimal(0))
        top = highest.range.high or Decimal(0)
        fault("not open-ended", highest.entry, f"nothing is said of what lies above {said(top)}", top + 1)
