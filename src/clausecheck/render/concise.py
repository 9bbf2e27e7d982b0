"""One line a finding, for terminals, editors and grep: `file:line:col level rule message`."""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.finding import Finding
from clausecheck.render.options import RenderOptions
from clausecheck.render.paint import Paint, Style, of_level
from clausecheck.render.safe import escaped
from clausecheck.report.dates import in_words
from clausecheck.report.report import FileReport, Report


def render(report: Report, options: RenderOptions) -> Iterator[str]:
    """The findings, one line each. A waived one has `waived` in the place of its level."""
    paint = Paint(options.colour)
    for file in report.files:
        for finding in file.findings:
            yield _line(file, finding, paint)


def _line(file: FileReport, finding: Finding, paint: Paint) -> str:
    line, column = file.source.position(finding.span.start)
    message = escaped(finding.message)
    if waived := finding.waived:
        level = paint(Style.WAIVED, "waived")
        message += f" (by {escaped(waived.by)} until {in_words(waived.until)}: {escaped(waived.reason)})"
    else:
        level = paint(of_level(finding.level), finding.level.word)
    return f"{paint(Style.STRONG, escaped(finding.file))}:{line}:{column} {level} {finding.rule} {message}\n"
