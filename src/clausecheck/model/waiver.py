"""Reads a `WAIVE` line: which rule, on what, why, by whom, when agreed and until when.

What the line does not say stays empty; the report tells the drafter, since a waiver that nobody owns or
that never ends is worth nothing.
"""

from __future__ import annotations

import re
from datetime import date

from clausecheck.model import atoms
from clausecheck.model.draft import WaiverLine
from clausecheck.patterns import Pattern
from clausecheck.spans import Span
from clausecheck.syntax.tree import Line

_DATE = r"(\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?[A-Za-z]+,?\s+\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{4})"
_UNTIL = Pattern(rf"[,;]?\s*\buntil\s+{_DATE}\s*[.;]?$", re.I)
_BY = Pattern(r"(?:^|[,;\s])by\s+(?=\S)", re.I)
_AGREED = Pattern(rf"\s+on\s+{_DATE}$", re.I)


def read_waiver(line: Line, headings: tuple[str, ...]) -> WaiverLine:
    """What a waiver line says."""
    text = line.rest.text if line.rest else ""
    head, _, tail = text.partition(":")
    words = head.split()
    rule = words[0] if words else ""
    subject = " ".join(words[2:]) if len(words) > 2 and words[1].lower() == "on" else ""
    tail = tail.strip()
    until = agreed = None
    by = ""
    if match := _UNTIL.search(tail):
        until = _day(match[1])
        tail = tail[: match.start()]
    if found := list(_BY.finditer(tail)):  # a reason may itself have the word "by" in it: the last one counts
        by, tail = tail[found[-1].end() :].strip(), tail[: found[-1].start()]
        if match := _AGREED.search(by):
            agreed = _day(match[1])
            by = by[: match.start()]
    return WaiverLine(
        span=line.span,
        raw=text,
        rule=rule,
        subject=subject,
        reason=tail.strip(" ,;"),
        by=by,
        agreed=agreed,
        until=until,
        headings=headings,
    )


def _day(text: str) -> date | None:
    return atoms.day(text, Span(0, len(text))).day if re.search(r"\d", text) and _readable(text) else None


def _readable(text: str) -> bool:
    return not re.search(r"[A-Za-z]", text) or any(
        word.lower().startswith(month.lower()[:3])
        for word in re.findall(r"[A-Za-z]{3,}", text)
        for month in atoms.MONTHS
    )
