"""Budgets: what a capitation comes to, whether totals reconcile, how they grow, whether they are funded."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from clausecheck.facts.arithmetic.exact import part, whole_pence
from clausecheck.facts.arithmetic.money import settle_residual


class Stratum(NamedTuple):
    """A group of the population: people, pence a person a year, risk-adjustment factor; none below 0."""

    name: str
    people: int
    rate: int
    factor: Decimal = Decimal(1)


class Capitation(NamedTuple):
    """A capitated budget in pence: a line for each stratum, their sum, and the total.

    The lines add up to `subtotal`. `total` is the exact sum after uplift and efficiency.
    """

    lines: tuple[tuple[str, int], ...]
    subtotal: int
    total: int


class Reconciliation(NamedTuple):
    """A stated total beside the sum of its parts, in pence. `difference` is the stated total less the sum."""

    stated: int
    summed: int

    @property
    def difference(self) -> int:
        """Above 0 where the parts fall short of the stated total."""
        return self.stated - self.summed

    @property
    def agrees(self) -> bool:
        """Whether they agree to the penny."""
        return self.difference == 0


class Affordability(NamedTuple):
    """Why a price may not be affordable even where it equals the envelope (formula c15). Pence.

    `gap` is price less envelope, plus the VAT nobody recovers, plus the savings nobody is sure of; above 0
    the draft is not funded.
    """

    price_over_envelope: int
    vat_leakage: int
    savings_at_risk: int

    @property
    def gap(self) -> int:
        """The three together."""
        return self.price_over_envelope + self.vat_leakage + self.savings_at_risk


def capitation(
    strata: Sequence[Stratum], uplift: Decimal = Decimal(0), efficiency: Decimal = Decimal(0)
) -> Capitation:
    """People times rate times factor, added up, times (1 + uplift) and (1 - efficiency) (formula c1).

    Uplift and efficiency are percentages. Pence, half to even.
    """
    exact = [stratum.people * stratum.rate * Fraction(stratum.factor) for stratum in strata]
    subtotal = sum(exact, start=Fraction(0))
    lines = [whole_pence(line) for line in exact]
    settle_residual(lines, whole_pence(subtotal), [whole_pence(subtotal)] * len(lines))
    return Capitation(
        lines=tuple(zip((stratum.name for stratum in strata), lines, strict=True)),
        subtotal=whole_pence(subtotal),
        total=whole_pence(subtotal * _growth(uplift, efficiency)),
    )


def true_up(extra_people: int, rate: int, months: int, factor: Decimal = Decimal(1)) -> int:
    """What a change in list size adds for the months it lasts (formula c1). Pence, half to even.

    `extra_people` is below 0 where the list has shrunk; `rate` is pence a person a year.
    """
    return whole_pence(extra_people * rate * Fraction(factor) * Fraction(months, 12))


def blended(fixed: int, planned: int, actual: int, variable: Decimal) -> int:
    """A fixed amount plus `variable` percent of actual less planned activity value, both ways (formula c10).

    Pence, half to even.
    """
    return whole_pence(fixed + (actual - planned) * part(variable))


def reconciled(stated: int, parts: Sequence[int]) -> Reconciliation:
    """Compare a total with its years, or with its contributions (rule RS-029). Pence."""
    return Reconciliation(stated, sum(parts))


def uplift_path(first: int, years: int, uplift: Decimal, efficiency: Decimal = Decimal(0)) -> tuple[int, ...]:
    """The amount of each year from a first one, growing each year by (1 + uplift) times (1 - efficiency).

    Pence; each year is rounded from the exact figure, so rounding does not build up. `years` counts the
    first; below 1 there are none.
    """
    growth = _growth(uplift, efficiency)
    amounts = []
    exact = Fraction(first)
    for _ in range(years):
        amounts.append(whole_pence(exact))
        exact *= growth
    return tuple(amounts)


def off_path(
    stated: Sequence[int], uplift: Decimal, efficiency: Decimal = Decimal(0), tolerance: int = 0
) -> tuple[tuple[int, int], ...]:
    """The years (place from 0, amount expected) whose stated amount is off the path of the first year's.

    `tolerance` is in pence, for amounts that a draft rounds.
    """
    if not stated:
        return ()
    expected = uplift_path(stated[0], len(stated), uplift, efficiency)
    pairs = zip(stated, expected, strict=True)
    return tuple((place, due) for place, (said, due) in enumerate(pairs) if abs(said - due) > tolerance)


def rebased(budget: int, growth: Decimal, gain: int, clawed_back: Decimal) -> int:
    """Next year's budget: grown, less the part of this year's gain that is taken back (formula c16).

    `growth` and `clawed_back` are percentages. Pence, half to even.
    """
    return whole_pence(budget * (1 + part(growth)) - gain * part(clawed_back))


def vat_leakage(taxable: int, rate: Decimal, recovered: Decimal) -> int:
    """VAT on taxable spend that is not recovered (formula c15). Percentages; pence, half to even."""
    return whole_pence(taxable * part(rate) * (1 - part(recovered)))


def affordability(
    price: int, envelope: int, leakage: int = 0, savings: Sequence[tuple[int, Decimal]] = ()
) -> Affordability:
    """The gap between what is promised and what is funded (formula c15, rules LES-01, LES-06, LES-07).

    `savings` are (pence, confidence in percent). Rounded once, half to even.
    """
    at_risk = sum((amount * (1 - part(sure)) for amount, sure in savings), start=Fraction(0))
    return Affordability(price - envelope, leakage, whole_pence(at_risk))


def _growth(uplift: Decimal, efficiency: Decimal) -> Fraction:
    return (1 + part(uplift)) * (1 - part(efficiency))
