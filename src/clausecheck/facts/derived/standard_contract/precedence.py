"""The order of precedence a draft sets, against the order that the NHS Standard Contract fixes in GC1."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from clausecheck.facts.collector import Collector
from clausecheck.facts.kinds import count, flag, kind, text, word
from clausecheck.model.draft import Draft, Field
from clausecheck.model.values import Text
from clausecheck.patterns import Pattern
from clausecheck.spans import Span

KINDS = (
    kind(
        "precedence",
        "The order of precedence that the contract states.",
        overlay_above_contract=flag("an agreement or local document stands above the NHS Standard Contract"),
        particulars_above_conditions=flag("the Particulars stand above a Service or General Condition"),
        service_above_general=flag("the Service Conditions stand above the General Conditions"),
        bid_above_contract=flag("a tender response or other relied-on document stands above the Contract"),
        names_contract=flag("the order names the NHS Standard Contract or its parts"),
    ),
    kind(
        "precedence_item",
        "One document in the order of precedence.",
        position=count("its place, from 1"),
        document=word("contract, general, service, particulars, overlay, bid, schedules or other"),
        written=text("its name as written"),
    ),
    kind(
        "misranked",
        "A document that a Precedence line or a clause puts above one that the Contract puts above it.",
        fault=word("overlay, particulars, service or bid: what stands too high"),
        in_clause=flag("a clause says so, not the Precedence line"),
        upper=text("what stands too high"),
        lower=text("what it stands above"),
    ),
)

_DOCUMENTS = (
    ("general", Pattern(r"\b(?:general|national) conditions?\b|\bGCs?\b|\bGC ?\d", re.I)),
    ("service", Pattern(r"\bservice conditions?\b|\bSCs?\b|\bSC ?\d", re.I)),
    ("particulars", Pattern(r"\bparticulars\b", re.I)),
    (
        "bid",
        Pattern(
            r"\btender\b|\bbid\b|\bmethod statements?\b|\bproposals?\b|\b(?:documents )?relied on\b"
            r"|\bcommissioner documents\b|\bSchedule (?:1B|5A)\b",
            re.I,
        ),
    ),
    (
        "contract",
        Pattern(r"\bstandard contract\b|\bservices? contracts?\b|\bhead contract\b|^the contract$", re.I),
    ),
    ("schedules", Pattern(r"\bschedules?\b|\bannex|\bappendi", re.I)),
    ("overlay", Pattern(r"\bagreement\b|\balliance\b|\bmemorandum\b|\bMoU\b|\boverlay\b", re.I)),
)
# The number of a clause, or the end of one, before the name of a document.
_NUMBER = Pattern(r"\s*(?:\d+(?:\.\d+)*[.)]?|\([a-z0-9]{1,3}\))\s+")
# What goes with a document, and is none of its own.
_ALONG = Pattern(r"(?:together )?with\b|including\b", re.I)
# What stands too high, and above what; the first that fits a pair is its fault.
_WRONG = (
    ("overlay", frozenset({"overlay", "schedules"}), frozenset({"contract", "general", "service"})),
    ("particulars", frozenset({"particulars"}), frozenset({"general", "service"})),
    ("service", frozenset({"service"}), frozenset({"general"})),
    ("bid", frozenset({"bid"}), frozenset({"contract", "general", "service", "particulars"})),
)
_RANKS = r"(?:prevails?|takes? (?:precedence|priority)|has (?:precedence|priority)|ranks?|wins?)"
_BREAK = Pattern(
    rf"\s*(?:,\s*(?:and\s+)?(?:then|followed by|next)\b|;\s*(?:then\b)?|,|>|→|\bthen\b|\bfollowed by\b"
    rf"|\b{_RANKS} (?:over|above)\b|\boverrides?\b|\b(?:over|above)\b)\s*",
    re.I,
)
# A part of a line that is a statement, and not only the next document in an order.
_STATES = Pattern(rf"\b{_RANKS} (?:over|above)\b|\boverrides?\b|\bgives? way to\b|\byields? to\b", re.I)
# Words that turn an order round, or take it back: such a line says nothing that can be relied on.
_GIVES_WAY = r"(?:gives? way|yields?)"
_TURNED = Pattern(
    rf"\bsubject to\b|\bbelow\b|\bunder\b|\b{_GIVES_WAY}\b|\bsubordinate\b|\bcannot\b|\bnot\b"
    r"|\bnothing\b|\bnor\b|\bneither\b|\bnever\b|\bexcept\b|\bunless\b|\blowest\b|\bascending\b"
    r"|\breverse\b|\bwithout\b",
    re.I,
)
_LONGEST = 2_000  # characters in a sentence
_MOST = 40  # documents in an order
_WORDS = r"[^,.;]{0,200}"
_OVER = Pattern(
    rf"(?P<upper>{_WORDS}?)(?<!\bmay )(?<!\bcan )(?<!\bto )\b(?:shall |will |must |always )?"
    rf"(?:{_RANKS} (?:over|above)|overrides?) (?P<lower>[^.;]*)",
    re.I,
)
_FIRST = Pattern(
    rf"(?P<upper>{_WORDS}?)\b(?:shall |will |must )?(?:comes?|ranks?|stands?|is|are) first\b[^.;]{{0,300}}?"
    r"\b(?:followed by|then) (?P<lower>[^.;]*)",
    re.I,
)
_BEHIND = Pattern(
    rf"(?P<lower>{_WORDS}?)\b(?:shall |will |must |always )?{_GIVES_WAY} to (?P<upper>{_WORDS})", re.I
)
_BETWEEN = Pattern(
    r"\b(?:(?:conflict|inconsistency|discrepancy|difference) between "
    rf"(?P<one>{_WORDS}?) and (?P<two>{_WORDS}),"
    rf"|(?:where|if|when) (?P<this>{_WORDS}?) and (?P<that>{_WORDS}?) (?:conflict|disagree|differ|diverge"
    r"|are (?:inconsistent|in conflict))[^.;,]{0,40},)"
    rf"\s*(?P<upper>{_WORDS}?)\b(?:shall |will |must )?{_RANKS}\b",
    re.I,
)


class _Ranked(NamedTuple):
    """A document in an order: what it is, its name as written, and where it stands."""

    document: str
    words: str
    span: Span


def derive(draft: Draft, facts: Collector) -> None:
    """Adds the order of precedence, where the contract states one, and what stands too high anywhere."""
    contract = draft.contract
    field = contract.get("Precedence") if contract else None
    if contract and field and isinstance(field.value, Text | None):
        _stated(field, (*contract.path, "Precedence"), facts)
    for block in draft.of("CLAUSE"):
        for prose in block.prose:
            for upper, lower in _in_prose(prose):
                _misranked([upper, lower], block.path, True, facts)


def _stated(field: Field, path: tuple[str, ...], facts: Collector) -> None:
    orders = [list(islice(order, _MOST)) for order in islice(_orders(field), _MOST)]
    ranked = [each for order in orders for each in order][:_MOST]
    for position, each in enumerate(ranked, 1):
        facts.add(
            "precedence_item",
            each.span,
            path,
            position=position,
            document=each.document,
            shown={"written": each.words},
        )
    turned = any(_TURNED.search(each.words) for each in ranked)
    faults: set[str] = set()
    for order in orders:
        faults |= set() if turned else _misranked(order, path, False, facts)
    facts.add(
        "precedence",
        field.span,
        path,
        overlay_above_contract="overlay" in faults,
        particulars_above_conditions="particulars" in faults,
        service_above_general="service" in faults,
        bid_above_contract="bid" in faults,
        names_contract=any(
            each.document in ("contract", "general", "service", "particulars") for each in ranked
        ),
        shown={"name": field.raw or "; ".join(entry.raw for entry in field.entries)},
    )


def _orders(field: Field) -> Iterator[Iterator[_Ranked]]:
    """The orders that a line sets: one, unless its parts between semicolons are statements of their own."""
    value = field.value
    if isinstance(value, Text) and _STATES.search(value.raw):
        for part in re.finditer(r"[^;]+", value.raw):
            start = value.span.start + part.start()
            behind = _behind(part[0], start)
            yield iter(behind) if behind else _split(part[0], start)
    else:
        yield _ranked(field)


def _ranked(field: Field) -> Iterator[_Ranked]:
    """The documents of the line, then those of its bullets, the strongest first."""
    if isinstance(field.value, Text):
        yield from _split(field.value.raw, field.value.span.start)
    for entry in field.entries:
        yield from _split(entry.raw, entry.span.start)


def _split(raw: str, start: int) -> Iterator[_Ranked]:
    at = 0
    for stop in [*_BREAK.finditer(raw), None]:
        end = stop.start() if stop else len(raw)
        if raw[at:end].strip():
            yield _named(raw, at, end, start)
        at = stop.end() if stop else end


def _named(raw: str, begin: int, end: int, start: int) -> _Ranked:
    """The document whose name stands in `raw[begin:end]`; `start` is where `raw` does."""
    begin += len(number[0]) if (number := _NUMBER.match(raw[begin:end])) else 0
    words = raw[begin:end].strip()
    first = start + begin + len(raw[begin:end]) - len(raw[begin:end].lstrip())
    return _Ranked(_document(words), words, Span(first, first + len(words)))


def _behind(said: str, start: int) -> tuple[_Ranked, _Ranked] | None:
    """The stronger and the weaker document of "the one gives way to the other"."""
    match = _BEHIND.search(said)
    if match is None or len(_TURNED.findall(said)) > 1:
        return None
    return _named(said, *match.span("upper"), start), _named(said, *match.span("lower"), start)


def _document(words: str) -> str:
    if _ALONG.match(words):
        return "other"
    return next((name for name, pattern in _DOCUMENTS if pattern.search(words)), "other")


def _in_prose(prose: Text) -> Iterator[tuple[_Ranked, _Ranked]]:
    """Pairs of documents of which a sentence says that the first goes before the second."""
    for sentence in re.finditer(r"[^.;]*(?:\.\d[^.;]*)*", prose.raw):
        start = prose.span.start + sentence.start()
        if len(sentence[0]) > _LONGEST:
            continue
        if behind := _behind(sentence[0], start):
            yield behind
        if _TURNED.search(sentence[0]):
            continue
        between = _BETWEEN.search(sentence[0])
        over = None if between else _OVER.search(sentence[0]) or _FIRST.search(sentence[0])
        if between:
            upper = _named(sentence[0], *between.span("upper"), start)
            for group in ("one", "two") if between["one"] else ("this", "that"):
                lower = _named(sentence[0], *between.span(group), start)
                if lower.document != upper.document:
                    yield upper, lower
        elif over:
            yield (
                _named(sentence[0], *over.span("upper"), start),
                _named(sentence[0], *over.span("lower"), start),
            )


def _misranked(
    ranked: Sequence[_Ranked], path: tuple[str, ...], in_clause: bool, facts: Collector
) -> set[str]:
    """Adds each fault of an order once, with the first pair that shows it; returns the faults."""
    found: set[str] = set()
    for place, upper in enumerate(ranked):
        for lower in ranked[place + 1 :]:
            fault = _fault(upper.document, lower.document)
            if fault and fault not in found:
                one_fault = (
                    fault == "service" and "particulars" in found
                )  # an order turned round is one fault
                found.add(fault)
                if one_fault:
                    continue
                facts.add(
                    "misranked",
                    upper.span,
                    path,
                    fault=fault,
                    in_clause=in_clause,
                    shown={"name": upper.words, "upper": upper.words, "lower": lower.words},
                    spans={"lower": lower.span},
                )
    return found


def _fault(upper: str, lower: str) -> str:
    return next((name for name, high, low in _WRONG if upper in high and lower in low), "")
