"""How long a contract can last with the extensions that it provides for."""

from __future__ import annotations

import re

from clausecheck.facts.arithmetic.dates import length
from clausecheck.facts.derived.frame.term import contract_days, months_in
from clausecheck.facts.derived.words.lines import line_of, says_none
from clausecheck.model.draft import Draft
from clausecheck.model.parts import parts_of
from clausecheck.model.values import Duration
from clausecheck.patterns import Pattern
from clausecheck.spans import Span
from clausecheck.syntax.tree import Piece

_MONTHS = {"month": 1, "year": 12}
_NUMBERS = {"once": 1, "twice": 2, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_TIMES = Pattern(
    r"\b(once|twice)\b|\b(\d|one|two|three|four|five)\s*(?:x\b|×|times\b"
    r"|(?:further |additional |separate )?(?:periods?|extensions?|terms?|options?)\b)",
    re.I,
)
_NOTICE = Pattern(r"\bnotice\b", re.I)
_TOTAL = Pattern(r"\b(?:in total|in all|altogether|in aggregate|overall)\b", re.I)


def base_months(draft: Draft) -> tuple[int, int] | None:
    """The months and odd days of the term without extensions: by its dates, else as stated."""
    days = contract_days(draft)
    if days is not None:
        whole = length(*days)
        return whole.months, whole.days
    stated = months_in(draft.contract.get("Contract Term")) if draft.contract else None
    return (stated, 0) if stated else None


def longest_months(draft: Draft) -> tuple[int, int] | None:
    """The same with every extension; None where a line about extensions does not say plainly how long."""
    base, extra = base_months(draft), extension_months(draft)
    return None if base is None or extra is None else (base[0] + extra, base[1])


def extension_months(draft: Draft) -> int | None:
    """The months by which a contract may be extended in all; 0 where it may not, None if nobody can say."""
    contract = draft.contract
    field = contract.get("Extension") if contract else None
    if contract is None or field is None:
        return 0 if contract is not None and contract.complete else None
    if says_none(field):
        return 0
    words = ",".join(part for part in re.split("[,;]", line_of(field)) if not _NOTICE.search(part))
    lengths = [part for part in parts_of(Piece(words, Span(0, len(words)))) if isinstance(part, Duration)]
    if len(lengths) != 1 or lengths[0].unit not in _MONTHS:
        return None
    months = lengths[0].count * _MONTHS[lengths[0].unit]
    times = _TIMES.search(words)
    if times is None or _TOTAL.search(words):
        return months if times is None and not re.search(r"\b(?:each|every|periods)\b", words, re.I) else None
    said = (times[1] or times[2]).lower()
    return months * (_NUMBERS.get(said) or int(said))


def in_words(months: int, days: int) -> str:
    """`60 months`, `60 months and 1 day`."""
    odd = f" and {days} day{'' if days == 1 else 's'}" if days else ""
    return f"{months} month{'' if months == 1 else 's'}{odd}"
