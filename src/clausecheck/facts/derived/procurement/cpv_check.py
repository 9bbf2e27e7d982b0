"""The check digit behind a CPV code, which tells a slip in the code from another code."""

from __future__ import annotations

from clausecheck.facts.blocks import ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.kinds import flag, kind, text, word
from clausecheck.model.draft import Block, Draft, Field
from clausecheck.patterns import Pattern
from clausecheck.spans import Span

KINDS = (
    kind(
        "cpv_check",
        "A CPV code written with its check digit.",
        procurement=word("the PROCUREMENT block"),
        right=flag("the digit is the one that the eight before it give"),
        written=text("the code as written"),
        digit=text("the check digit as written"),
        due=text("the check digit that the eight digits give"),
        sum=text("how it is worked out"),
    ),
)

WEIGHTS = (3, 7, 1, 3, 7, 1, 3, 7)
"""Each of the eight digits times its weight; the last digit of the sum is the check digit.

All 67 codes of PSR Schedule 1 are printed with the digit that this gives.
"""

_CODE = Pattern(r"(?<![\d-])(\d{8})-(\d)(?!\d)")


def check_digit(code: str) -> int:
    """The check digit of eight digits: 3 for `85110000`."""
    return sum(weight * int(digit) for weight, digit in zip(WEIGHTS, code, strict=True)) % 10


def derive(draft: Draft, facts: Collector) -> None:
    """Adds every CPV code of a procurement that has a check digit."""
    for block in draft.of("PROCUREMENT"):
        field = block.get("CPV codes")
        if field is not None:
            _codes(block, field, facts)


def _codes(block: Block, field: Field, facts: Collector) -> None:
    for value in field.values():
        for match in _CODE.finditer(value.raw):
            code, digit = match[1], match[2]
            start = value.span.start + match.start()
            facts.add(
                "cpv_check",
                Span(start, start + len(match[0])),
                (*block.path, field.label),
                procurement=ref_of(block),
                right=check_digit(code) == int(digit),
                shown={
                    "name": block.name,
                    "written": match[0],
                    "digit": digit,
                    "due": str(check_digit(code)),
                    "sum": _sum(code),
                },
            )


def _sum(code: str) -> str:
    """`8x3 + 5x7 + 1x1 + 1x3 = 63`, without the zeros."""
    parts = [f"{digit}x{weight}" for digit, weight in zip(code, WEIGHTS, strict=True) if digit != "0"]
    total = sum(weight * int(digit) for weight, digit in zip(WEIGHTS, code, strict=True))
    return f"{' + '.join(parts) or '0'} = {total}"
