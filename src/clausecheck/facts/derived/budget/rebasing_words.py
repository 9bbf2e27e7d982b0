"""What a Rebasing line says of savings: which part of them stays with providers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from clausecheck.patterns import Pattern

_ALL, _NONE = Decimal(100), Decimal(0)

_PERCENT = Pattern(r"(\d{1,3}(?:\.\d+)?) ?%")
_CLAUSE = Pattern(r"[;.](?:\s|$)|, (?=and |but )|,(?= with\b)")
_KEEP = Pattern(r"\b(?:keep|keeps|keeping|kept|retain\w*|stays?|left|remain\w*)\b", re.I)
_TAKE = Pattern(
    r"\b(?:return\w*|claw\w*|taken? (?:back|out|off|away)|takes? (?:back|out|off|away)"
    r"|taking (?:back|out|off)"
    r"|pass(?:es|ed|ing)? (?:back )?to|revert\w*|recover\w*|remov\w+|deduct\w*|handed back"
    r"|go(?:es|ing)? (?:back )?to"
    r"|reduc\w+ by|cut by|lowered by)\b",
    re.I,
)
_ALL_OF_IT = Pattern(
    r"\b(?:all|the whole|every|any|full|entire)\b[^.;,]{0,30}"
    r"\b(?:sav(?:ing|ings|ed)|gains?|surplus|underspend\w*)\b"
    r"|\b(?:sav(?:ing|ings)|gains?|underspends?)\b[^.;,]{0,40}\bin full\b",
    re.I,
)
_TO_ACTUAL = Pattern(
    r"\bto\b (?:the )?(?:(?:previous|prior|last|preceding|latest|past|each) (?:contract |financial )?"
    r"year(?:'s|’s)? )?(?:actual (?:spend|spending|expenditure|costs?|outturn)"
    r"|audited (?:spend|spending|expenditure|costs?|outturn)|out-?turn|spend\b|expenditure|costs? incurred)",
    re.I,
)
_NO_CHANGE = Pattern(
    r"\b(?:not|never|no) (?:be )?(?:re-?bas|re-?set|taken|reduc|cut|chang|claw)\w*|\bno rebasing\b", re.I
)


def kept_by_providers(
    said: str, commissioners: Sequence[str] = (), providers: Sequence[str] = ()
) -> Decimal | None:
    """The part of savings that providers keep, in percent; None where the words do not say.

    `commissioners` and `providers` are the ids that the words may use for them.
    """
    paying = re.compile(_names(commissioners, "commissioners?", "payers?", "purchasers?", "ICBs?"), re.I)
    providing = re.compile(_names(providers, "providers?", "members?", "lead provider", "holder"), re.I)
    for clause in _CLAUSE.split(said):
        keep, take = _KEEP.search(clause), _TAKE.search(clause)
        part = _PERCENT.search(clause)
        if not keep and not take:
            continue
        mine = bool(keep) and not (paying.search(clause) and not providing.search(clause))
        if part:
            value = min(Decimal(part[1]), _ALL)
            return value if mine else _ALL - value
        if _ALL_OF_IT.search(clause) and not _NO_CHANGE.search(clause):
            return _ALL if mine else _NONE
    if _TO_ACTUAL.search(said) and not _NO_CHANGE.search(said) and not _KEEP.search(said):
        return _NONE
    return None


def _names(ids: Sequence[str], *words: str) -> str:
    return rf"\b(?:{'|'.join([*map(re.escape, ids), *words])})\b"
