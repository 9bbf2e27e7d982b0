"""The order of precedence a draft sets, against the order that the NHS Standard Contract fixes (GC1.2, GC1.3)."""

from __future__ import annotations

import re

from clausecheck.facts.collector import Collector
from clausecheck.facts.kinds import count, flag, kind, text, word
from clausecheck.model.draft import Draft
from clausecheck.model.values import Text
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
        upper=text("what stands too high"),
        lower=text("what it stands above"),
    ),
    kind(
        "precedence_item",
        "One document in the order of precedence.",
        position=count("its place, from 1"),
        document=word("contract, general, service, particulars, overlay, bid, schedules or other"),
        written=text("its name as written"),
    ),
)

_DOCUMENTS = (
    ("general", re.compile(r"\bgeneral conditions?\b|\bGCs?\b", re.I)),
    ("service", re.compile(r"\bservice conditions?\b|\bSCs?\b", re.I)),
    ("particulars", re.compile(r"\bparticulars\b", re.I)),
    ("bid", re.compile(r"\btender\b|\bbid\b|\bmethod statement\b|\bdocuments relied on\b", re.I)),
    (
        "contract",
        re.compile(r"\bstandard contract\b|\bservices? contracts?\b|\bhead contract\b|^the contract$", re.I),
    ),
    ("schedules", re.compile(r"\bschedules?\b|\bannex|\bappendi", re.I)),
    ("overlay", re.compile(r"\bagreement\b|\balliance\b|\bmemorandum\b|\bMoU\b|\boverlay\b", re.I)),
)
_BREAK = re.compile(
    r"\s*(?:,\s*(?:and\s+)?then\b|;\s*(?:then\b)?|,|>|\bover\b|\bprevails? over\b|\btakes? precedence over\b)\s*",
    re.I,
)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds the order of precedence, where the contract states one."""
    contract = draft.contract
    field = contract.get("Precedence") if contract else None
    if contract is None or field is None or not isinstance(field.value, Text):
        return
    path = (*contract.path, "Precedence")
    ranked: list[tuple[str, str, Span]] = []
    at = 0
    raw = field.value.raw
    for stop in [*_BREAK.finditer(raw), None]:
        end = stop.start() if stop else len(raw)
        words = raw[at:end].strip()
        if words:
            start = field.value.span.start + at + len(raw[at:end]) - len(raw[at:end].lstrip())
            ranked.append((_document(words), words, Span(start, start + len(words))))
        at = stop.end() if stop else end
    for entry in field.entries:
        ranked.append((_document(entry.raw), entry.raw, entry.span))
    for position, (document, words, span) in enumerate(ranked, 1):
        facts.add(
            "precedence_item", span, path, position=position, document=document, shown={"written": words}
        )
    high = {
        "overlay_above_contract": _above(
            ranked, {"overlay", "schedules"}, {"contract", "general", "service"}
        ),
        "particulars_above_conditions": _above(ranked, {"particulars"}, {"general", "service"}),
        "service_above_general": _above(ranked, {"service"}, {"general"}),
        "bid_above_contract": _above(ranked, {"bid"}, {"contract", "general", "service", "particulars"}),
    }
    worst = next((pair for pair in high.values() if pair), None)
    facts.add(
        "precedence",
        field.value.span,
        path,
        names_contract=any(d in ("contract", "general", "service", "particulars") for d, _, _ in ranked),
        shown={"upper": worst[0][1] if worst else "", "lower": worst[1][1] if worst else ""},
        spans={"upper": worst[0][2], "lower": worst[1][2]} if worst else {},
        **{name: pair is not None for name, pair in high.items()},
    )


def _document(words: str) -> str:
    return next((name for name, pattern in _DOCUMENTS if pattern.search(words)), "other")


Ranked = tuple[str, str, Span]


def _above(ranked: list[Ranked], upper: set[str], lower: set[str]) -> tuple[Ranked, Ranked] | None:
    """The first document of `upper` that stands before one of `lower`."""
    for place, one in enumerate(ranked):
        if one[0] in upper:
            for other in ranked[place + 1 :]:
                if other[0] in lower:
                    return one, other
    return None
