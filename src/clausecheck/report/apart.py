"""Tells the findings of a draft from those of the files it includes.

A draft is judged with its inclusions as one text; a reader wants each finding in the file it is in.
"""

from __future__ import annotations

from dataclasses import replace

from clausecheck.finding import Edit, Finding, Fix, Label
from clausecheck.model.include import Whole
from clausecheck.report.report import FileReport
from clausecheck.source import Source
from clausecheck.spans import Span


def apart(report: FileReport, whole: Whole, own: Source) -> FileReport:
    """The report on the draft alone, with a report for each file it includes.

    `own` is the draft as it was read, before anything was included.
    """
    if not whole.inclusions:
        return replace(report, source=own)
    starts = [(0, own), *whole.inclusions]
    found: dict[int, list[Finding]] = {start: [] for start, _ in starts}
    for finding in report.findings:
        start, _ = _home(starts, finding.span.start)
        found[start].append(_local(finding, starts))
    included = tuple(
        FileReport(source, tuple(found[start]), partial=report.partial, notes=(), part=True)
        for start, source in whole.inclusions
    )
    return replace(report, source=starts[0][1], findings=tuple(found[0]), included=included)


def _home(starts: list[tuple[int, Source]], offset: int) -> tuple[int, Source]:
    """The file that an offset of the whole lies in."""
    return max((each for each in starts if each[0] <= offset), key=lambda each: each[0])


def _local(finding: Finding, starts: list[tuple[int, Source]]) -> Finding:
    """The finding as it stands in its own file; what it points at elsewhere becomes words."""
    start, source = _home(starts, finding.span.start)
    labels: list[Label] = []
    elsewhere: list[str] = []
    for label in finding.labels:
        other, file = _home(starts, label.span.start)
        if other == start:
            labels.append(label._replace(span=_back(label.span, start)))
        else:
            line = file.position(label.span.start - other).line
            elsewhere.append(f"{label.text} ({file.name}:{line})")
    fix = finding.fix
    if fix is not None:
        same = all(_home(starts, edit.span.start)[0] == start for edit in fix.edits)
        edits = tuple(Edit(_back(edit.span, start), edit.text) for edit in fix.edits) if same else ()
        fix = Fix(fix.title, fix.safety, edits)
    return finding._replace(
        file=source.name,
        span=_back(finding.span, start),
        labels=tuple(labels),
        help="; ".join(part for part in (finding.help, *elsewhere) if part),
        fix=fix,
    )


def _back(span: Span, start: int) -> Span:
    return Span(span.start - start, span.end - start)
