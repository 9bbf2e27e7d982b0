"""Reports to render: none, one, many and odd findings."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from clausecheck.finding import Class, Confidence, Edit, Finding, Fix, Label, Level, Safety, Waived
from clausecheck.report.report import FileReport, Report, Unread
from clausecheck.source import Source, source_from_text
from clausecheck.spans import Span

POOL = """CONTRACT "Northshire Frailty Alliance Agreement"
  Status: draft

RISK SHARE R1 "Alliance Pool"
  Budget: £14,200,000 per Contract Year
  Sides: gain and loss
  Shares: ICB 45%, Council 15%, Acute 35%, Community 15%
  Cap:
    - losses: £350,000 per Contract Year for Community
    - gains: none

GOVERNANCE G1 "Alliance Board"
  Quorum: TBC"""

PATH = ('RISK SHARE R1 "Alliance Pool"',)


def spot(source: Source, words: str) -> Span:
    start = source.text.index(words)
    return Span(start, start + len(words))


def plain(
    source: Source, span: Span, *labels: Label, message: str = "says", path: tuple[str, ...] = ()
) -> Finding:
    return Finding("a-rule", "AB001", Level.WARNING, Class.DRAFTING, message, source.name, span, path, labels)


def shares(source: Source) -> Finding:
    return Finding(
        rule="shares-not-100",
        code="RS003",
        level=Level.ERROR,
        kind=Class.INCONSISTENT,
        message='Shares of "Alliance Pool" total 110%, not 100%',
        file=source.name,
        span=spot(source, "ICB 45%, Council 15%, Acute 35%, Community 15%"),
        path=(*PATH, "Shares"),
        labels=(
            Label(spot(source, "ICB 45%")),
            Label(spot(source, "Council 15%")),
            Label(spot(source, "Acute 35%")),
            Label(spot(source, "Community 15%"), "45 + 15 + 35 + 15 = 110"),
        ),
        consequence="an overspend of £1,000,000 would be charged as £1,100,000",
        help="Take 10 percentage points off one share",
        authority=("arithmetic; no statutory source",),
        evidence="logic",
        fix=Fix("the parties choose the share", Safety.CHANGES_LEGAL_MEANING),
        pack="finance@1",
        url="https://example.org/shares-not-100",
        fingerprint="00112233aabbccdd",
    )


def cap(source: Source) -> Finding:
    return Finding(
        rule="uncapped-gain",
        code="RS006",
        level=Level.WARNING,
        kind=Class.MISSING,
        message="Gains have no cap",
        file=source.name,
        span=spot(source, "gains: none"),
        path=(*PATH, "Cap"),
        labels=(
            Label(spot(source, "£14,200,000"), "the most that can be gained"),
            Label(spot(source, "Cap:"), "here"),
        ),
        authority=("PRUComm 2019, abstract", "house rule"),
        evidence="DJ",
        confidence=Confidence.MEDIUM,
        fix=Fix("delete the line", Safety.SAFE, (Edit(spot(source, "    - gains: none\n"), ""),)),
    )


def quorum(source: Source) -> Finding:
    return Finding(
        rule="placeholder",
        code="DR001",
        level=Level.ADVICE,
        kind=Class.PLACEHOLDER,
        message="Quorum is still to be written",
        file=source.name,
        span=spot(source, "TBC"),
        path=('GOVERNANCE G1 "Alliance Board"', "Quorum"),
        waived=Waived("settled at the next board", "ICB chief officer", date(2026, 3, 3), date(2026, 7, 1)),
    )


def pool(name: str = "examples/frailty.clause") -> FileReport:
    source = source_from_text(POOL, name)
    return FileReport(source, (quorum(source), cap(source), shares(source)))


def none() -> Report:
    return Report()


def clean() -> Report:
    return Report(
        (FileReport(source_from_text("x\n", "b.clause")), FileReport(source_from_text("", "a.clause")))
    )


def one() -> Report:
    source = source_from_text(POOL, "examples/frailty.clause")
    return Report((FileReport(source, (shares(source),)),))


def many() -> Report:
    clean_file = FileReport(source_from_text("x\n", "examples/clean.clause"))
    partial = FileReport(
        source_from_text("x\n", "examples/half.clause"), (), True, ("two lines could not be read",)
    )
    return Report((pool(), partial, clean_file), (Unread("examples/scan.clause", "is a binary file"),))


def odd() -> Report:
    text = (
        "Wide: 日本語の契約 then ASCII\n"
        "\tTabs:\tone\ttwo\n"
        "Control: \x1b[31mred\x07 and \u202eturned\u202c\n"
        "Overlap: alpha beta gamma delta\n"
        "Long: " + "0123456789" * 500 + " end\n"
        "Accent: cafe\u0301 au lait\n"
        "last line without an ending"
    )
    source = source_from_text(text, "odd \x1b[0m name.clause")
    long_at = text.index("Long") + 3006

    def at(words: str, *labels: Label, message: str = "says") -> Finding:
        return plain(source, spot(source, words), *labels, message=message)

    findings = (
        at("契約", Label(spot(source, "ASCII"), "one column each")),
        at("two", Label(spot(source, "one"), "after a tab")),
        at("red", message="shown,\nnever\tsent: \x1b[31m"),
        at(
            "beta gamma",
            Label(spot(source, "alpha beta"), "first"),
            Label(spot(source, "gamma delta"), "last"),
        ),
        plain(source, Span(long_at, long_at + 10), Label(spot(source, "Long"), "far away")),
        at("au lait"),
        plain(source, Span(len(text), len(text)), message="after the end"),
        plain(source, Span(text.index("Accent"), len(text)), message="over lines"),
        plain(source, Span(len(text) + 50, len(text) + 60), message="past the end"),
    )
    empty = source_from_text("", "empty.clause")
    return Report(
        (
            FileReport(source, findings),
            FileReport(empty, (plain(empty, Span(0, 0), message="nothing in it"),)),
        )
    )


REPORTS: dict[str, Callable[[], Report]] = {
    "none": none,
    "clean": clean,
    "one": one,
    "many": many,
    "odd": odd,
}
