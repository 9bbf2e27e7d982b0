"""Who shares a pool's gains and losses, whether the shares make 100%, and who is left out."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from clausecheck.facts.arithmetic.exact import percent_of
from clausecheck.facts.arithmetic.money import percent as percentage
from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.arithmetic.shares import MILLION, missing, out_of_range, share_total
from clausecheck.facts.blocks import ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.frame.parties import PROVIDING, roles
from clausecheck.facts.derived.risk_share.bands import bands_of
from clausecheck.facts.derived.words.lines import says_none
from clausecheck.facts.kinds import flag, kind, percent, text, word
from clausecheck.model.draft import Block, Draft, Field
from clausecheck.model.values import Choice, Share, Shares

KINDS = (
    kind(
        "share",
        "One party's share of a pool, one fact a side it is stated for.",
        pool=word("the RISK SHARE"),
        side=word("gain, loss or both"),
        party=word("the party's id"),
        percent=percent("the share", optional=True),
        above_whole=flag("it is above 100%"),
        negative=flag("it is below 0%"),
        taken=text("what it takes of £1,000,000, in a sentence"),
    ),
    kind(
        "share_total",
        "The total of one share list of a pool.",
        pool=word("the RISK SHARE"),
        side=word("gain, loss or both"),
        total=percent("the sum"),
        whole=flag("it is exactly 100%"),
        over=flag("it is above 100%"),
        has_hole=flag("at least one share is still to come, so the total is not known"),
        in_range=flag("no share is below 0% or above 100%"),
        sum=text("the addition in figures"),
        charged=text("what £1,000,000 comes to when divided so"),
        pool_name=text("the pool's title"),
        lines=text("the label"),
    ),
    kind(
        "share_gap",
        "A provider that is a party and has no share of a pool, not even a stated 0%, nor of any other pool.",
        pool=word("the RISK SHARE"),
        party=word("the party's id"),
        price=text("what £1,000,000 that it overspends or saves does to the others, in a sentence"),
        role=text("the party's role"),
    ),
    kind(
        "pool_sides",
        "What a pool says of its two sides.",
        pool=word("the RISK SHARE"),
        two_sided=flag("it says gain and loss, or has shares, bands or caps for both"),
        gain_stated=flag("it says how gains are shared"),
        loss_stated=flag("it says how losses are shared"),
        sides_stated=flag("it has a Sides line"),
        two_sides_declared=flag("the Sides line says gain and loss"),
        ungated=flag("it is certain that no condition bears on gains: there is none, or the line says none"),
        bears_loss=flag("somebody other than a commissioner can bear a loss"),
        undefined=flag("a side it shares, as far as it says, has neither shares nor bands"),
        sides_open=flag("it has no Sides line and says how one side is shared, and not the other"),
        not_defined=text("the sides that have neither shares nor bands"),
        defined=text("the one side that has shares or bands, where the Sides line is missing"),
    ),
)

_SIDES = (("Shares", "both"), ("Gain shares", "gain"), ("Loss shares", "loss"))


def lists_of(pool: Block) -> Iterator[tuple[Field, str, Shares]]:
    """The share lists of a pool, each with its side."""
    for label, side in _SIDES:
        field = pool.get(label)
        if field and isinstance(field.value, Shares):
            yield field, side, field.value


def shares_of(pool: Block, side: str) -> tuple[Share, ...]:
    """The shares that serve one side of a pool: its own list, or `Shares`."""
    found: dict[str, tuple[Share, ...]] = {own: value.shares for _, own, value in lists_of(pool)}
    return found.get(side) or found.get("both") or ()


def band_shares(pool: Block, side: str) -> tuple[Share, ...]:
    """The shares that the bands serving one side state in lists of their own."""
    found = {own: banded for _, own, banded in bands_of(pool)}
    lists = (each.entry.value for each in found.get(side) or found.get("both") or ())
    return tuple(share for value in lists if isinstance(value, Shares) for share in value.shares)


def sharing(pool: Block, side: str) -> tuple[Share, ...]:
    """One share above 0%, or still to come, of each party that has any: in the list, or else in a band."""
    found: dict[str, Share] = {}
    for share in (*shares_of(pool, side), *band_shares(pool, side)):
        if share.percent is None or share.percent > 0:
            found.setdefault(share.name.id, share)
    return tuple(found.values())


def sides_of(pool: Block) -> str | None:
    """gain and loss, gain only or loss only, as the pool's Sides line says."""
    field = pool.get("Sides")
    return field.value.values[0] if field and isinstance(field.value, Choice) else None


def derive(draft: Draft, facts: Collector) -> None:
    """Adds shares, their totals, parties left out, and what each pool says of its sides."""
    for pool in draft.of("RISK SHARE"):
        for field, side, value in lists_of(pool):
            _list(pool, field, side, value, facts)
        _gaps(draft, pool, facts)
        _sides(draft, pool, facts)


def _list(pool: Block, field: Field, side: str, value: Shares, facts: Collector) -> None:
    path = (*pool.path, field.label)
    for share in value.shares:
        facts.add(
            "share",
            share.span,
            path,
            pool=ref_of(pool),
            side=side,
            party=share.name.id,
            percent=share.percent,
            above_whole=share.percent is not None and share.percent > 100,
            negative=share.percent is not None and share.percent < 0,
            shown={"name": share.raw, "taken": _taken(share, side)},
        )
    known = [(share.name.id, share.percent) for share in value.shares if share.percent is not None]
    total = share_total(known)
    facts.add(
        "share_total",
        value.span,
        path,
        pool=ref_of(pool),
        side=side,
        total=total.total,
        whole=total.is_whole,
        over=total.difference > 0,
        has_hole=len(known) < len(value.shares),
        in_range=not out_of_range(known),
        shown={
            "name": pool.title or pool.name,
            "pool_name": pool.title or pool.name,
            "sum": total.sum_in_words,
            "charged": pounds(total.charged),
            "lines": field.label,
            "total": percentage(total.total),
        },
    )


def _gaps(draft: Draft, pool: Block, facts: Collector) -> None:
    listed = [(share.name.id, share.percent or Decimal(0)) for share in _named(pool)]
    field = next((field for field, _, _ in lists_of(pool)), None)
    if field is None:
        return
    providers = [
        party
        for party in draft.of("PARTY")
        if roles(party) & PROVIDING and "sub-contractor" not in roles(party)
    ]
    elsewhere = {share.name.id for other in draft.of("RISK SHARE") for share in _named(other)}
    for party in missing(listed, (provider.id for provider in providers if provider.id not in elsewhere)):
        facts.add(
            "share_gap",
            field.span,
            (*pool.path, field.label),
            pool=ref_of(pool),
            party=party,
            shown={"name": pool.title or pool.name, "price": _left_out(pool, party)},
            spans={"role": draft.by_id[party].span},
        )


def _named(pool: Block) -> tuple[Share, ...]:
    """Every share that a pool states, in its lists and in its bands."""
    listed = [share for _, _, value in lists_of(pool) for share in value.shares]
    return (*listed, *band_shares(pool, "gain"), *band_shares(pool, "loss"))


def _left_out(pool: Block, party: str) -> str:
    """Who bears, or takes, what a party without a share overspends or saves."""
    side = "gain" if sides_of(pool) == "gain only" or not shares_of(pool, "loss") else "loss"
    does, take = ("saves", "take") if side == "gain" else ("overspends", "bear")
    shares = [share for share in shares_of(pool, side) if share.percent is not None and share.percent > 0]
    others = [
        f"{share.name.id} {pounds(percent_of(MILLION, share.percent or Decimal(0)))}" for share in shares
    ]
    first, *rest = others or ["the others all of it"]
    name, _, amount = first.partition(" ")
    said = ", ".join([f"{name} would {take} {amount}", *rest]) if others else f"the others would {take} all"
    return f"Of £1,000,000 that {party} {does} and the pool shares, {said}, and {party} nothing"


def _taken(share: Share, side: str) -> str:
    """What a share that is out of range takes of £1,000,000."""
    if share.percent is None:
        return ""
    taken = percent_of(MILLION, share.percent)
    if taken >= 0:
        what = {"gain": "gain", "loss": "loss"}.get(side, "gain or loss")
        return f"Of a {what} of £1,000,000 it comes to {pounds(taken)}"
    pays = f"of a gain of £1,000,000 it would pay {pounds(-taken)}"
    paid = f"of a loss of £1,000,000 it would be paid {pounds(-taken)}"
    said = {"gain": pays, "loss": paid}.get(side, f"{pays}, and {paid}")
    return said[0].upper() + said[1:]


def _sides(draft: Draft, pool: Block, facts: Collector) -> None:
    stated = sides_of(pool)
    gain = stated != "loss only" and _says(pool, "Gain shares", "Gain bands")
    loss = stated != "gain only" and _says(pool, "Loss shares", "Loss bands")
    commissioners = {party.id for party in draft.of("PARTY") if not roles(party) & PROVIDING}
    bearing = any(share.name.id not in commissioners for share in sharing(pool, "loss"))
    field, conditions = pool.get("Sides"), pool.get("Gain conditions")
    lacking = _lacking(stated, field is not None, gain, loss) if pool.complete else []
    one = gain != loss and field is None and pool.complete
    facts.add(
        "pool_sides",
        field.span if field else pool.span,
        (*pool.path, "Sides") if field else pool.path,
        pool=ref_of(pool),
        two_sided=(stated == "gain and loss") if stated else gain and loss,
        gain_stated=gain,
        loss_stated=loss,
        sides_stated=field is not None,
        two_sides_declared=stated == "gain and loss",
        ungated=pool.complete if conditions is None else says_none(conditions),
        bears_loss=loss and bearing,
        undefined=bool(lacking),
        sides_open=one,
        shown={
            "name": pool.title or pool.name,
            "not_defined": " and ".join(lacking),
            "defined": ("gains" if gain else "losses") if one else "",
        },
    )


def _says(pool: Block, shares: str, bands: str) -> bool:
    """Whether a pool says how a side is shared, if only by a line that is still to be filled."""
    return any(pool.get(label) is not None for label in ("Shares", "Bands", shares, bands))


def _lacking(stated: str | None, sides_line: bool, gain: bool, loss: bool) -> list[str]:
    """The sides that a pool shares by what it says, and for which it has neither shares nor bands."""
    if sides_line and stated is None:
        return []
    wants_gain, wants_loss = stated != "loss only", stated != "gain only"
    if stated is None and (gain or loss):
        return []
    sides = (("gains", wants_gain and not gain), ("losses", wants_loss and not loss))
    return [side for side, lacks in sides if lacks]
