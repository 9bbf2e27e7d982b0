"""A checker without cards: each notice of the reader, and each waiver that matches nothing, is a finding."""

from __future__ import annotations

from collections.abc import Callable

from clausecheck.finding import Class, Edit, Finding, Fix, Label, Level, Safety, fingerprint
from clausecheck.model.build import build
from clausecheck.report.report import FileReport
from clausecheck.report.waivers import Terms, Waiver, apply_waivers
from clausecheck.source import Source, source_from_text
from clausecheck.spans import Span

MISSPELT = """\
PARTTY ICB "Wessex ICB"  # the host
  Role: commissioner
  Kind: CCG
PARTY Trust "Wessex Hospitals"
  Role: subcontractor  # signs last
  Kindd: NHS trust
  Knd: foundation trust

# money
BUDGET B1 "Pool"
  Amount: £14.2m per Contract Year
  # twice
  Amount: £14.2m per Contract Year  # agreed in March
  Basis: capitaton
WAIVE uncapped-loss on R1: until the board meets, by ICB on 1 April 2026, until 1 July 2026  # minute 4
"""


def finding(source: Source, rule: str, span: Span, message: str = "", fix: Fix | None = None) -> Finding:
    text = source.cut(span)
    mark = fingerprint(rule, (), text, 0)
    return Finding(
        rule,
        "AB001",
        Level.ERROR,
        Class.DRAFTING,
        message or text,
        source.name,
        span,
        fix=fix,
        fingerprint=mark,
    )


def check(source: Source) -> FileReport:
    """What the reader says of a draft; nothing is judged by any card."""
    draft, notices = build(source)
    found = [finding(source, each.rule, each.span, each.message, each.fix) for each in notices]

    def raised(
        rule: str,
        message: str,
        span: Span,
        path: tuple[str, ...],
        *,
        help: str = "",  # noqa: A002
        labels: tuple[Label, ...] = (),
        fix: Fix | None = None,
    ) -> Finding | None:
        return finding(source, rule, span, message, fix)

    waivers = [
        Waiver(each.rule, each.subject, each.reason, each.by, each.agreed, each.until, each.span)
        for each in draft.waivers
    ]
    terms = Terms({"uncapped-loss": "RS001"})
    partial = bool(draft.unplaced)
    return FileReport(source, tuple(apply_waivers(found, waivers, source, terms, raised)), partial)


def says(*rules: Callable[[str], list[Finding]]) -> Callable[[Source], FileReport]:
    """A checker that finds what these functions find in a text."""
    return lambda source: FileReport(source, tuple(each for rule in rules for each in rule(source.text)))


def word(
    old: str, new: str, rule: str = "a-rule", safety: Safety = Safety.SAFE
) -> Callable[[str], list[Finding]]:
    """A rule that finds a word wherever it stands, and would write another."""

    def found(text: str) -> list[Finding]:
        source = source_from_text(text, "a.clause")
        result = []
        at = text.find(old)
        while at != -1:
            span = Span(at, at + len(old))
            result.append(finding(source, rule, span, fix=Fix(f"write {new}", safety, (Edit(span, new),))))
            at = text.find(old, span.end)
        return result

    return found
