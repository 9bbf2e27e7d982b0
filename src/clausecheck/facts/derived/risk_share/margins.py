"""The margin of a pool: how small a gain or loss it leaves alone, by threshold or by a first band."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from clausecheck.facts.arithmetic.bands import as_percent
from clausecheck.facts.arithmetic.exact import percent_of, whole_pence
from clausecheck.facts.arithmetic.money import percent as percentage
from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.arithmetic.position import percent_at
from clausecheck.facts.arithmetic.threshold import Kind, chance_of_crossing, threshold_against_chance
from clausecheck.facts.blocks import ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.budget.budget import budget_of
from clausecheck.facts.derived.frame.people import people_of
from clausecheck.facts.derived.risk_share.bands import Banded, bands_of, rule_of
from clausecheck.facts.derived.risk_share.settlement import of_providers
from clausecheck.facts.derived.risk_share.shares import shares_of, sides_of
from clausecheck.facts.derived.risk_share.thresholds import kind_of, size_of, threshold_for, thresholds_read
from clausecheck.facts.derived.words.lines import listed
from clausecheck.facts.derived.words.reasons import MARGIN_WORDS, gives_reason, says_of
from clausecheck.facts.kinds import count, flag, kind, percent, text, word
from clausecheck.model.draft import Block, Draft
from clausecheck.model.values import Amount, Shares
from clausecheck.spans import Span

KINDS = (
    kind(
        "margin",
        "A threshold, or a first band without sharing, beside what chance alone does to spend.",
        pool=word("the RISK SHARE"),
        side=word("gain, loss or both"),
        percent=percent("how large it is, as a percentage of the budget"),
        people=count("the people of the one POPULATION that there is"),
        chance=percent("how often chance alone brings a gain that large, by a formula from US Medicare data"),
        said=text("the margin as written"),
        brings=text("what chance brings, and how often, in words"),
        unearned=text("what is paid then though nobody earned it, in a sentence"),
        safe=text("the margin that chance crosses in 1 year of 20, in percent and pounds"),
    ),
    kind(
        "pool_margins",
        "What the two sides of a pool leave alone.",
        pool=word("the RISK SHARE"),
        bare=flag("both sides are shared, and it is certain that neither has a threshold or a first band"),
        differ=flag("it is certain that one side leaves more alone than the other"),
        explained=flag("a threshold or the pool's own words give a reason"),
        sides=text("what each side leaves alone"),
        small=text("what an overspend of 0.5% of the budget would cost, in a sentence"),
        between=text("a size that is shared on one side alone, in a sentence"),
    ),
)

_SIDES = ("gain", "loss")
_SMALL = Decimal("0.5")  # percent of the Budget: less than one spread for most populations


class Margin(NamedTuple):
    """The largest result that one side leaves alone: `size` is an exact percentage of the budget.

    `first_pound` says that a result which passes it is shared from the first pound.
    """

    size: Fraction
    said: str
    span: Span
    label: str
    first_pound: bool


_NONE = Margin(Fraction(0), "", Span(0, 0), "", False)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds each pool's margins, against each other and against chance."""
    people = people_of(draft)
    for pool in draft.of("RISK SHARE"):
        budget = budget_of(draft, pool)
        found = {side: margin_of(pool, side, budget) for side in _shared(pool)}
        _against_each_other(draft, pool, found, budget, facts)
        if people:
            _against_chance(draft, pool, found, budget, people, facts)


def margin_of(pool: Block, side: str, budget: int | None) -> Margin | None:
    """What one side of a pool leaves alone; size 0 where certainly nothing, None if unclear."""
    by_threshold, by_band = _threshold(pool, side, budget), _first_band(pool, side, budget)
    if by_threshold is None or by_band is None:
        return None
    return max(by_threshold, by_band, key=lambda margin: margin.size)


def _shared(pool: Block) -> tuple[str, ...]:
    stated = sides_of(pool)
    if pool.get("Sides") is not None and stated is None:
        return ()
    return tuple(side for side in _SIDES if stated in (None, "gain and loss", f"{side} only"))


def _threshold(pool: Block, side: str, budget: int | None) -> Margin | None:
    if not thresholds_read(pool):
        return None
    value = threshold_for(pool, side)
    if value is None:
        return _NONE
    size = _size(value, budget)
    sharing = kind_of(value) is Kind.FIRST_POUND
    return Margin(size, value.raw, value.span, "Threshold", sharing) if size is not None else None


def _size(value: Amount, budget: int | None) -> Fraction | None:
    if value.percent and (value.percent.of or "budget").lower().startswith("budget"):
        return Fraction(value.percent.value)
    pence = size_of(value, budget)
    return percent_at(pence, budget) if pence is not None and budget else None


def _first_band(pool: Block, side: str, budget: int | None) -> Margin | None:
    found = {own: (field, banded) for field, own, banded in bands_of(pool)}
    if side not in found and "both" not in found:
        return _NONE
    field, banded = found.get(side) or found["both"]
    if not banded or len(banded) < len(field.entries) or any(each.range.low is None for each in banded):
        return None
    first = min(banded, key=lambda each: each.range.low or Decimal(0))
    if (first.range.low or 0) > 0:
        return None  # what lies below the first band is not said
    shares = _divides(first)
    if shares is None:
        return None
    if shares:
        return _NONE
    size = _bound(first, budget)
    entry = first.entry
    return Margin(size, entry.key_raw, entry.span, field.label, False) if size is not None else None


def _divides(banded: Banded) -> bool | None:
    """Whether a band divides its part between two parties or more; None where its rule is in free words."""
    value = banded.entry.value
    if isinstance(value, Shares):
        return sum(1 for share in value.shares if share.percent is None or share.percent > 0) > 1
    rule = rule_of(banded.entry)
    return None if rule == "other" else rule == "shared"


def _bound(banded: Banded, budget: int | None) -> Fraction | None:
    high, of = banded.range.high, banded.range.of
    if high is None:
        return None
    if banded.range.money:
        return percent_at(whole_pence(Fraction(high) * 100), budget) if budget else None
    return Fraction(high) if of is None or of.lower().startswith("budget") else None


def _against_each_other(
    draft: Draft, pool: Block, found: dict[str, Margin | None], budget: int | None, facts: Collector
) -> None:
    gain, loss = found.get("gain"), found.get("loss")
    divided = [bool(shares_of(pool, side)) or _banded(pool, side) for side in _SIDES]
    if gain is None or loss is None or not all(divided):
        return
    wide, narrow = (gain, loss) if gain.size > loss.size else (loss, gain)
    at = wide if wide.size else None
    facts.add(
        "pool_margins",
        at.span if at else pool.span,
        (*pool.path, at.label) if at else pool.path,
        pool=ref_of(pool),
        bare=wide.size == 0 and pool.complete and not says_of(pool, MARGIN_WORDS),
        differ=wide.size != narrow.size,
        explained=gives_reason(pool, "Threshold", "Bands", "Gain bands", "Loss bands"),
        shown={
            "name": pool.title or pool.name,
            "sides": f"{_alone('gains', gain)} and {_alone('losses', loss)}",
            "small": _small(draft, pool, budget),
            "between": _between(gain, loss, budget),
        },
    )


def _banded(pool: Block, side: str) -> bool:
    return any(own in (side, "both") for _, own, _ in bands_of(pool))


def _alone(what: str, margin: Margin) -> str:
    return (
        f"{what} from {percentage(as_percent(margin.size))} of the Budget" if margin.size else f"all {what}"
    )


def _small(draft: Draft, pool: Block, budget: int | None) -> str:
    moves = "Chance alone moves spend from year to year, and money would change hands for it every time"
    if budget is None or budget <= 0:
        return moves
    size = percent_of(budget, _SMALL)
    taken = of_providers(draft, pool, "loss", budget, size)
    over = f"At an overspend of 0.5% ({pounds(size)}), which chance alone can bring"
    if taken is None:
        return f"{over}, money would change hands"
    names, pays = taken
    return f"{over}, {listed(names)} would pay {pounds(pays)}"


def _between(gain: Margin, loss: Margin, budget: int | None) -> str:
    middle = (gain.size + loss.size) / 2
    one, other = ("loss", "gain") if gain.size > loss.size else ("gain", "loss")
    size = f"{percentage(as_percent(middle))} of the Budget"
    if budget:
        size = f"{pounds(whole_pence(middle * budget / 100))} ({size})"
    return f"A {one} of {size} is shared, and a {other} of that size is not"


def _against_chance(
    draft: Draft,
    pool: Block,
    found: dict[str, Margin | None],
    budget: int | None,
    people: int,
    facts: Collector,
) -> None:
    alike: dict[tuple[Fraction, bool], tuple[Margin, list[str]]] = {}
    for side, margin in found.items():
        if margin is not None and margin.size > 0:
            alike.setdefault((margin.size, margin.first_pound), (margin, []))[1].append(side)
    for margin, sides in alike.values():
        size = as_percent(margin.size)
        chance = chance_of_crossing(size, people) * 100
        often = f"in {percentage(chance)} of years"
        safe = threshold_against_chance(people)
        facts.add(
            "margin",
            margin.span,
            (*pool.path, margin.label),
            pool=ref_of(pool),
            side=sides[0] if len(sides) == 1 else "both",
            percent=size,
            people=people,
            chance=chance,
            shown={
                "name": pool.title or pool.name,
                "said": margin.said,
                "people": f"{people:,}",
                "chance": percentage(chance),
                "brings": f"a {sides[0]} that large {often}"
                if len(sides) == 1
                else f"a gain that large {often}, and such a loss as often",
                "unearned": _unearned(draft, pool, margin, sides, budget),
                "safe": percentage(safe)
                + (f" ({pounds(percent_of(budget, safe))})" if budget is not None else ""),
            },
        )


def _unearned(draft: Draft, pool: Block, margin: Margin, sides: list[str], budget: int | None) -> str:
    side = sides[0]
    why = "that nobody earned" if side == "gain" else "that nobody caused"
    if budget is None or budget <= 0:
        return f"What is {'paid' if side == 'gain' else 'charged'} then is a {side} {why}"
    size = whole_pence(margin.size * budget / 100)
    taken = of_providers(draft, pool, side, budget, size) if margin.first_pound else None
    if taken is None:
        return f"All that such a {side} comes to above {pounds(size)} is shared, a {side} {why}"
    does = "receive" if side == "gain" else "pay"
    return f"At {pounds(size)} {listed(taken[0])} would {does} {pounds(taken[1])} for a {side} {why}"
