"""The domains that a draft says its outcomes framework has, beside those that its outcomes belong to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.outcomes.measure_lines import named, whole
from clausecheck.facts.derived.outcomes.measures import measures_of
from clausecheck.facts.derived.words.lines import line_of, readable
from clausecheck.facts.kinds import count, kind, text
from clausecheck.model.draft import Draft
from clausecheck.model.vocabulary.types import folded
from clausecheck.patterns import Pattern
from clausecheck.spans import Span

KINDS = (
    kind(
        "domain_list",
        "A list of the domains of an outcomes framework, of which at least one has a measure.",
        domains=count("how many it lists"),
        empty=count("how many of them no outcome belongs to"),
        missing=text("those that no outcome belongs to"),
        covered=text("those that have a measure"),
    ),
)

_LIST = Pattern(
    r"\bdomains?\b(?:[^.;:\n]{0,40}?\b(?:are|namely|being|is)\b|[^.;:\n]{0,40}:)\s*(?P<items>[^.\n]+)", re.I
)
_ITEM = Pattern(r"\s*[,;]\s*")
_NUMBERING = Pattern(r"^\W*(?:\(?(?:\d{1,2}|[a-z]|[ivx]+)[).]\s*)?(?:the |an? )?", re.I)
_LONGEST = 6


class _Place(NamedTuple):
    """Words that may list domains."""

    words: str
    span: Span
    path: tuple[str, ...]


def derive(draft: Draft, facts: Collector) -> None:
    """Adds each list of domains."""
    stated = [field for block in draft.of("OUTCOME", "INDICATOR") if (field := block.get("Domain"))]
    if not whole(draft) or not stated or not all(readable(field) for field in stated):
        return
    if not all(measure.complete for measure in measures_of(draft)):
        return
    have = [folded(line_of(field)) for field in stated]
    for place in _places(draft):
        items = _items(place.words)
        missing = [item for item in items if not any(_same(folded(item), domain) for domain in have)]
        if len(items) > 1 and len(missing) < len(items):
            facts.add(
                "domain_list",
                place.span,
                place.path,
                domains=len(items),
                empty=len(missing),
                shown={
                    "name": "the list of domains",
                    "missing": named(missing) if missing else "",
                    "covered": named([item for item in items if item not in missing]),
                },
            )


def _places(draft: Draft) -> Iterator[_Place]:
    for definition in draft.definitions:
        path = (*definition.headings, f'DEFINE "{definition.term}"')
        words = definition.text.raw
        if re.search(r"\bdomains\b", definition.term, re.I):
            words = words if _LIST.search(words) else f"domains: {words}"
        yield _Place(words, definition.text.span, path)
    for block in draft.of("CLAUSE"):
        yield from (_Place(text.raw, text.span, block.path) for text in block.prose)


def _items(words: str) -> list[str]:
    """The items of a list of domains, as written and without their numbering."""
    match = _LIST.search(words)
    if match is None:
        return []
    *first, last = _ITEM.split(match["items"])
    # "physical and mental health" is one item, unless it ends the list.
    raw = [*first, *re.split(r"^and\s+|\s+and\s+", last, maxsplit=1)]
    found = [_NUMBERING.sub("", item, 1).strip(" '\"“”") for item in raw if item]
    return found if all(item and len(item.split()) <= _LONGEST for item in found) else []


def _same(item: str, domain: str) -> bool:
    """Whether a listed domain is the one an outcome names: the same words, or one within the other."""
    one, other = (re.sub(r"[^a-z0-9]+", " ", words).strip() for words in (item, domain))
    return bool(one and other) and (f" {one} " in f" {other} " or f" {other} " in f" {one} ")
