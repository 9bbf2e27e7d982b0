"""The report for programs: one JSON document, described by `schemas/report-1.schema.json`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from clausecheck.finding import Finding, Fix, Label, Waived
from clausecheck.render.options import RenderOptions
from clausecheck.render.safe import escaped_json
from clausecheck.report.report import FileReport, Report, Summary
from clausecheck.spans import Span

if TYPE_CHECKING:
    from clausecheck.source import Source

SCHEMA = 1


def render(report: Report, options: RenderOptions) -> Iterator[str]:
    """The whole report. The options change nothing: a program is given everything."""
    del options
    document = {
        "schema": SCHEMA,
        "files": sorted(_files(report), key=lambda each: str(each["name"])),
        "findings": [_finding(each, file.source) for file in report.files for each in file.findings],
        "summary": _summary(report.summary),
    }
    yield escaped_json(json.dumps(document, ensure_ascii=False, indent=2)) + "\n"


def _files(report: Report) -> Iterator[dict[str, Any]]:
    for file in report.files:
        yield _file(file)
    for each in report.unread:
        yield {
            "name": each.name,
            "read": False,
            "partial": True,
            "notes": [each.reason],
            "findings": 0,
            "waived": 0,
        }


def _file(file: FileReport) -> dict[str, Any]:
    standing = len(file.standing)
    return {
        "name": file.name,
        "read": True,
        "partial": file.partial,
        "notes": list(file.notes),
        "findings": standing,
        "waived": len(file.findings) - standing,
    }


def _summary(summary: Summary) -> dict[str, int]:
    return {
        "files": summary.files,
        "files_with_findings": summary.files_with_findings,
        "partial": summary.partial,
        "unread": summary.unread,
        "errors": summary.errors,
        "warnings": summary.warnings,
        "advice": summary.advice,
        "waived": summary.waived,
    }


def _finding(finding: Finding, source: Source) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "code": finding.code,
        "level": finding.level.word,
        "class": finding.kind.value,
        "confidence": finding.confidence.value,
        "message": finding.message,
        "file": finding.file,
        "span": _span(finding.span, source),
        "path": list(finding.path),
        "labels": [_label(each, source) for each in finding.labels],
        "help": finding.help,
        "consequence": finding.consequence,
        "authority": list(finding.authority),
        "evidence": finding.evidence,
        "fix": _fix(finding.fix, source) if finding.fix else None,
        "fingerprint": finding.fingerprint,
        "url": finding.url,
        "pack": finding.pack,
        "waived": _waived(finding.waived) if finding.waived else None,
    }


def _span(span: Span, source: Source) -> dict[str, Any]:
    return {"start": _point(span.start, source), "end": _point(span.end, source)}


def _point(offset: int, source: Source) -> dict[str, int]:
    line, column = source.position(offset)
    return {"line": line, "column": column, "offset": offset}


def _label(label: Label, source: Source) -> dict[str, Any]:
    return {"span": _span(label.span, source), "text": label.text}


def _fix(fix: Fix, source: Source) -> dict[str, Any]:
    edits = [{"span": _span(each.span, source), "text": each.text} for each in fix.edits]
    return {"title": fix.title, "safety": fix.safety.value, "edits": edits}


def _waived(waived: Waived) -> dict[str, Any]:
    return {
        "reason": waived.reason,
        "by": waived.by,
        "on": waived.on.isoformat() if waived.on else None,
        "until": waived.until.isoformat(),
    }
