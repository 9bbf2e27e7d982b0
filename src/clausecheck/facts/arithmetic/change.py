"""When a change in a health contract is too great: PSR reg 6(10) before an award, reg 13 during a term.

The two tests mirror each other, and are often mistaken for one: reg 6 asks whether a new contract differs
too much from the one it replaces, reg 13 whether a running contract may be modified.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from clausecheck.facts.arithmetic.exact import cut

VALUE_LIMIT = 50_000_000
"""£500,000 in pence: PSR regs 6(10)(b) and 13(2)(b), (4), in force from 1 January 2024."""
SHARE_LIMIT = Decimal(25)
"""25% of the original lifetime value: PSR regs 6(10)(b) and 13(2)(b), in force from 1 January 2024."""


class ValueChange(NamedTuple):
    """A change in lifetime value against the two limits, each compared exactly.

    `original` and `change` are pence. `percent` is cut, not rounded, to 2 places, so that it never reads
    25 below the limit; None where the original value is 0.
    """

    original: int
    change: int
    percent: Decimal | None
    reaches_value: bool
    reaches_share: bool

    @property
    def reaches_both(self) -> bool:
        """Whether both the £500,000 and the 25% limit are met."""
        return self.reaches_value and self.reaches_share


class ConsiderableChange(NamedTuple):
    """The considerable change threshold of PSR reg 6(10): met through limb (a), limb (b), both or neither."""

    value: ValueChange
    materially_different: bool
    value_limb: bool

    @property
    def met(self) -> bool:
        """Whether the threshold is met, so that Direct Award Process C is not available."""
        return self.materially_different or self.value_limb


class Ground(StrEnum):
    """A limb of PSR reg 13 that permits a modification without a new process."""

    PROVIDED_FOR = "13(1)(a)"
    SUCCESSION = "13(1)(b)"
    EXTERNAL_FACTORS = "13(1)(c)"
    BELOW_LIMITS = "13(1)(d)"
    DIRECT_AWARD_A_OR_B = "13(3)"


class Modification(NamedTuple):
    """What PSR reg 13 says of a modification: the limbs that permit it, and whether it needs a notice.

    `is_decrease` warns that the text is silent on whether a fall in value counts; here it does.
    """

    value: ValueChange
    grounds: tuple[Ground, ...]
    notice: bool
    is_decrease: bool

    @property
    def allowed(self) -> bool:
        """Whether any limb permits the modification."""
        return bool(self.grounds)


def value_change(original: int, change: int) -> ValueChange:
    """Compare a change in lifetime value with both limits. Pence; `original` must not be negative.

    Raises ValueError for a negative original value.
    """
    if original < 0:
        raise ValueError("a lifetime value is not negative")
    share = Fraction(change * 100, original) if original else None
    return ValueChange(
        original=original,
        change=change,
        percent=None if share is None else cut(share, 2),
        reaches_value=change >= VALUE_LIMIT,
        reaches_share=change > 0 if share is None else share >= SHARE_LIMIT,
    )


def considerable_change(
    original: int,
    proposed: int,
    *,
    attributable: bool,
    materially_different: bool = False,
    external_factors: bool = False,
    succession_only: bool = False,
) -> ConsiderableChange:
    """Whether the considerable change threshold is met (PSR reg 6(10)-(12)). Pence.

    `original` is the lifetime value of the existing contract when it was entered into, `proposed` that of
    the new one. `attributable`: a decision of the authority causes the change. `external_factors`: it
    answers factors beyond both parties' control (not taken into account where the new contract is
    materially different). `succession_only`: all that differs is the provider's identity after a corporate
    succession, the basic selection criteria being met. Raises ValueError for a negative original value.
    """
    value = value_change(original, proposed - original)
    excused = external_factors and not materially_different
    value_limb = attributable and value.reaches_both and not excused
    different = materially_different and not (succession_only and not value_limb)
    return ConsiderableChange(value, different, value_limb)


def modification(
    original: int,
    cumulative: int,
    *,
    attributable: bool,
    materially_different: bool = False,
    provided_for: bool = False,
    succession_only: bool = False,
    external_factors: bool = False,
    direct_award_a_or_b: bool = False,
) -> Modification:
    """What PSR reg 13 says of a modification. Pence.

    `original` is the lifetime value at signature, `cumulative` the change in it since then, all
    modifications together (below 0 for a fall, which counts by its size). `provided_for`: the contract
    provides for it clearly. `direct_award_a_or_b`: the contract was first awarded so. The notice duty
    turns on £500,000 alone (reg 13(4)). Raises ValueError for a negative original value.
    """
    value = value_change(original, abs(cumulative))
    same = not materially_different
    permitted = {
        Ground.PROVIDED_FOR: provided_for,
        Ground.SUCCESSION: succession_only,
        Ground.EXTERNAL_FACTORS: external_factors and same,
        Ground.BELOW_LIMITS: attributable and same and not value.reaches_both,
        Ground.DIRECT_AWARD_A_OR_B: direct_award_a_or_b and same,
    }
    return Modification(
        value=value,
        grounds=tuple(ground for ground, holds in permitted.items() if holds),
        notice=attributable and value.reaches_value,
        is_decrease=cumulative < 0,
    )
