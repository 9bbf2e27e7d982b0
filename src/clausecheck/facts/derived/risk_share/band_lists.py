"""Share lists in bands that words follow: `ICB 60%, Acute 40%, on the whole amount`."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from clausecheck.model.draft import Entry
from clausecheck.model.values import Name, Share, Shares, Text
from clausecheck.patterns import Pattern
from clausecheck.spans import Span

WHOLE = Pattern(
    r"\b(?:whole|entire|full) (?:amount|gain|loss|sum|saving|overspend|underspend|result)\b|"
    r"\bwhole of (?:the|a|that) (?:gain|loss|saving|overspend|underspend|result|amount)\b|"
    r"\bfrom the first pound\b",
    re.IGNORECASE,
)
"""The words that apply a band to all of a gain or loss, not to its own part."""

_PART = r"[A-Za-z][\w-]*\s+\d+(?:\.\d+)?\s?%"
_LIST = Pattern(rf"\s*{_PART}(?:\s*(?:,|\band\b)\s*{_PART})*")
_EACH = Pattern(r"(?P<name>[A-Za-z][\w-]*)\s+(?P<percent>\d+(?:\.\d+)?)\s?%")
_JOINING = Pattern(r"[\s,;:.()]|\b(?:on|of|to|for|the|a|each|applied|shared|as|that)\b", re.IGNORECASE)


def with_list(entry: Entry) -> Entry:
    """A band with its share list read, where the words behind it only apply it to the whole amount."""
    value = entry.value
    listed = _LIST.match(value.raw) if isinstance(value, Text) else None
    if value is None or listed is None:
        return entry
    behind = value.raw[listed.end() :]
    if not WHOLE.search(behind) or _JOINING.sub("", WHOLE.sub("", behind)):
        return entry
    start, shares = value.span.start, []
    for part in _EACH.finditer(listed.group()):
        at, end = start + part.start(), start + part.end("name")
        name = Name(span=Span(at, end), raw=part["name"], id=part["name"])
        span = Span(at, start + part.end())
        shares.append(Share(span=span, raw=part.group(), name=name, percent=Decimal(part["percent"])))
    read = Shares(span=value.span, raw=value.raw, rest=value.rest, shares=tuple(shares))
    return replace(entry, value=read)
