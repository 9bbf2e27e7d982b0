"""What a VAT line says: whether VAT is lost, and whether anybody funds it."""

from __future__ import annotations

import re

from clausecheck.model.draft import Field
from clausecheck.model.values import Money, Text
from clausecheck.patterns import Pattern

_LOST = Pattern(
    r"irrecoverable|unrecoverable|\b(?:cannot|can(?:no|')t) be (?:recovered|reclaimed)"
    r"|\bnot (?:be )?(?:recover|reclaim)|leakage|leak\b",
    re.IGNORECASE,
)
_NONE_LOST = Pattern(r"\b(?:no|none|nothing|nil)\b[^.;]{0,40}", re.IGNORECASE)
_UNFUNDED = Pattern(r"\b(not funded|unfunded|no funding|not yet funded)\b", re.IGNORECASE)
_ALL_FUNDED = Pattern(r"\b(?:no part|none|nothing)\b[^.;,]{0,40}\b(?:unfunded|not funded)\b", re.IGNORECASE)
_FUNDED = Pattern(
    r"(?<!not )(?<!not yet )\b(?:funded|funds|funding|met|meets|paid|pays|borne|bears|covered|covers|absorbed"
    r"|absorbs|included|includes|reimbursed|reimburses|refunded|refunds|counted|budgeted|provided|allowed)\b"
    r"|\b(?:in|inside|within) the (?:\w+ )?(?:Amounts?|Budget|price)\b",
    re.IGNORECASE,
)


def calls_unfunded(said: str) -> bool:
    """Whether a VAT line itself says that VAT which cannot be recovered has no funding."""
    return bool(_LOST.search(said) and _UNFUNDED.search(said) and not _ALL_FUNDED.search(said))


def unfunded_vat(field: Field | None) -> int:
    """The VAT in pence that a line says is lost, and not that anybody funds; 0 where there is none."""
    if field is None or not isinstance(field.value, Text):
        return 0
    said = field.value.raw
    amount = next((part for part in field.value.parts if isinstance(part, Money)), None)
    if amount is None or not _LOST.search(_NONE_LOST.sub("", said)):
        return 0
    funded = _ALL_FUNDED.search(said) or (_FUNDED.search(said) and not calls_unfunded(said))
    return 0 if funded else amount.pence
