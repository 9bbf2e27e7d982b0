"""What each party would take of a result at a named point: 5% of the Budget, or else £1,000,000.

Where the draft's own figures do not say it for certain (a threshold of no stated kind, a cap whose amount
or place is open, a band in free words), there is no answer, and a message falls back on plain words.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from clausecheck.facts.arithmetic.exact import percent_of, total
from clausecheck.facts.arithmetic.money import joined, pounds
from clausecheck.facts.arithmetic.shares import MILLION
from clausecheck.facts.derived.budget.budget import budget_of
from clausecheck.facts.derived.frame.parties import COMMISSIONING, PROVIDING, roles
from clausecheck.facts.derived.risk_share.bands import rule_of
from clausecheck.facts.derived.risk_share.exposure import FIVE, bands_for
from clausecheck.facts.derived.risk_share.residuals import losses_of
from clausecheck.facts.derived.risk_share.settlement import settled
from clausecheck.facts.derived.risk_share.shares import shares_of, sharing, sides_of
from clausecheck.model.draft import Block, Draft

OTHER = {"gain": "loss", "loss": "gain"}

_HUNDRED = Decimal(100)


class Line(NamedTuple):
    """What one party takes of a result, in pence."""

    party: str
    pence: int
    commissioner: bool
    provider: bool


class Result(NamedTuple):
    """How a pool divides a result at a named point, such as `At an underspend of 5% (£710,000)`."""

    point: str
    lines: tuple[Line, ...]

    @property
    def providers(self) -> tuple[Line, ...]:
        """The lines of the providers; where the draft declares none of them, all but commissioners."""
        known = tuple(line for line in self.lines if line.provider)
        return known or tuple(line for line in self.lines if not line.commissioner)


def result_of(draft: Draft, pool: Block, side: str) -> Result | None:
    """What a gain or a loss of 5% of the Budget, or else of £1,000,000, comes to for each party."""
    if sides_of(pool) == f"{OTHER[side]} only" or not sharing(pool, side):
        return None
    budget = budget_of(draft, pool)
    if budget is not None and budget > 0:
        size = percent_of(budget, FIVE)
        found = _gains(draft, pool, budget, size) if side == "gain" else _losses(draft, pool)
        if found and any(found.values()):
            spend = "underspend" if side == "gain" else "overspend"
            return _result(draft, f"At an {spend} of 5% ({pounds(size)})", found)
    found = _of_a_million(pool, side, budget)
    return _result(draft, f"Of every £1,000,000 of {side} that is shared", found) if found else None


def named(lines: Sequence[Line]) -> str:
    """Whose the lines are: `Acute and Community`."""
    return joined([line.party for line in lines])


def together(lines: Sequence[Line]) -> str:
    """What the lines add up to, with the addition where there are several."""
    summed = pounds(sum(line.pence for line in lines))
    if len(lines) < 2:
        return summed
    return f"{' + '.join(pounds(line.pence) for line in lines)} = {summed}"


def _result(draft: Draft, point: str, found: dict[str, int]) -> Result:
    parties = {party.id: roles(party) for party in draft.of("PARTY")}
    return Result(
        point,
        tuple(
            Line(
                name,
                pence,
                bool(parties.get(name, frozenset()) & COMMISSIONING),
                bool(parties.get(name, frozenset()) & PROVIDING),
            )
            for name, pence in found.items()
            if pence > 0
        ),
    )


def _losses(draft: Draft, pool: Block) -> dict[str, int]:
    return _known({name: loss.at_five for name, loss in losses_of(draft, pool).items()})


def _gains(draft: Draft, pool: Block, budget: int, size: int) -> dict[str, int]:
    found = settled(draft, pool, "gain", budget, size) or {}
    return dict(found) if all(share.name.id in found for share in sharing(pool, "gain")) else {}


def _known(found: dict[str, int | None]) -> dict[str, int]:
    """The lines, if all are known."""
    lines = {name: pence for name, pence in found.items() if pence is not None}
    return lines if len(lines) == len(found) else {}


def _of_a_million(pool: Block, side: str, budget: int | None) -> dict[str, int]:
    """What £1,000,000 that is shared comes to for each party, by one list of shares."""
    listed_shares = shares_of(pool, side)
    banded = bands_for(pool, side, budget)
    if not listed_shares:
        return {}
    if banded is not None and {rule_of(each.entry) for each in banded} - {"shared", "none", "retained"}:
        return {}
    if banded is not None and not any(rule_of(each.entry) == "shared" for each in banded):
        return {}
    percents = [share.percent for share in listed_shares if share.percent is not None]
    if len(percents) < len(listed_shares) or min(percents) < 0 or total(percents) > 100:
        return {}
    return {
        share.name.id: percent_of(MILLION, share.percent)
        for share in listed_shares
        if share.percent is not None
    }
