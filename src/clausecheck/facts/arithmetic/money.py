"""How money and percentages are written, and how an amount is divided so that the lines add up."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from clausecheck.facts.arithmetic.exact import whole_pence


def pounds(pence: int) -> str:
    """`1420000000` as `£14,200,000`, `65550` as `£655.50`, `-100` as `-£1`."""
    whole, odd = divmod(abs(pence), 100)
    sign = "-" if pence < 0 else ""
    return f"{sign}£{whole:,}" + (f".{odd:02d}" if odd else "")


def plain(value: Decimal) -> str:
    """A number without exponent or trailing zeros: `2.50` as `2.5`, `1E+2` as `100`."""
    digits = format(value, "f")
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return "0" if digits in ("-0", "") else digits


def percent(value: Decimal) -> str:
    """A percentage without exponent or trailing zeros: `2.50` as `2.5%`."""
    return f"{plain(value)}%"


def joined(words: Sequence[str]) -> str:
    """Words with commas, and `and` before the last: `ICB, Acute and Community`."""
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def split(amount: int, weights: Sequence[Decimal]) -> tuple[int, ...]:
    """Divide `amount` pence in proportion to `weights`; the lines add up to `amount` exactly.

    Each line is rounded half to even and the last line that has a weight absorbs the residual (formula
    c0). A line never changes sign for it: what the last line cannot absorb, the one before it does. A
    line of no weight is always 0. Raises ValueError for a negative weight, or where no weight is above 0.
    """
    parts = [Fraction(weight) for weight in weights]
    whole = sum(parts)
    if min(parts, default=Fraction(0)) < 0 or whole <= 0:
        raise ValueError("weights must not be negative, and one must be above 0")
    size = abs(amount)
    lines = [whole_pence(size * weight / whole) for weight in parts]
    ceilings = [size if weight else 0 for weight in parts]
    settle_residual(lines, size, ceilings)
    return tuple(lines if amount >= 0 else [-line for line in lines])


def settle_residual(lines: list[int], amount: int, ceilings: Sequence[int]) -> None:
    """Change `lines` (pence, none negative) in place so that they add up to `amount`.

    The last line absorbs the residual as far as 0 and its ceiling allow, then the one before it, and so
    on. A residual that no line can take is left.
    """
    residual = amount - sum(lines)
    for place in reversed(range(len(lines))):
        moved = max(-lines[place], min(residual, ceilings[place] - lines[place]))
        lines[place] += moved
        residual -= moved
