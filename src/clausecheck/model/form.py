"""Reads which contract form a draft is on: its family, edition and length, and whether it overlays it."""

from __future__ import annotations

import re

from clausecheck.model import atoms
from clausecheck.model.values import FormOf, Hole
from clausecheck.patterns import Pattern
from clausecheck.syntax.tree import Piece

STANDARD = "NHS Standard Contract"

_FAMILIES = (
    (Pattern(r"\bNHS standard contract\b|\bstandard contract\b", re.I), STANDARD),
    (Pattern(r"\b(?:ICP|integrated care provider)\b", re.I), "ICP contract"),
    (Pattern(r"\b(?:section|s\.?)\s*75\b", re.I), "section 75 agreement"),
    (Pattern(r"\bmemorandum of understanding\b|\bMoU\b", re.I), "memorandum of understanding"),
    (Pattern(r"\bgrant\b", re.I), "grant agreement"),
    (Pattern(r"\b(?:GMS|PMS|APMS|general medical services)\b", re.I), "primary medical services contract"),
    (Pattern(r"\bbespoke\b", re.I), "bespoke contract"),
)
_SHORTER = Pattern(r"\bshort(?:er)?[\s-]*form\b", re.I)
_FULL = Pattern(r"\bfull[\s-]*length\b", re.I)
_OVERLAY = Pattern(r"\boverlay|\blies over\b", re.I)
_EDITION = Pattern(r"\b(20\d{2})\s?(?:[/\u2010-\u2014\u2212-]|to(?= 20))\s?(?:20)?(\d{2})\b")
_SHORT_EDITION = Pattern(r"(?<![\d/.-])(2\d)/(2\d)(?![\d/.-])")  # 26/27


def read_form(piece: Piece) -> FormOf | Hole:
    """The form in these words; words that name none are a family of their own."""
    text = piece.text
    if re.fullmatch(r"\[[^\]]*\]|TB[ACD]", text):
        return atoms.hole(text, piece.span)
    shorter, full = _SHORTER.search(text), _FULL.search(text)
    # A section 75 agreement under which services are bought on the Standard Contract is the former.
    named = [(found.start(), name) for pattern, name in _FAMILIES if (found := pattern.search(text))]
    family = min(named)[1] if named else None
    return FormOf(
        span=piece.span,
        raw=text,
        family=family or (STANDARD if shorter or full else text),
        edition=_edition(text),
        length="shorter form" if shorter else "full-length" if full else None,
        overlay=bool(_OVERLAY.search(text)),
    )


def _edition(text: str) -> str | None:
    """The edition in words, with a slash however it is written; an edition is for one year and the next."""
    for found in _EDITION.finditer(text):
        if (int(found[1]) + 1) % 100 == int(found[2]):
            return f"{found[1]}/{found[2]}"
    for found in _SHORT_EDITION.finditer(text):
        if int(found[1]) + 1 == int(found[2]):
            return f"20{found[1]}/{found[2]}"
    return None
