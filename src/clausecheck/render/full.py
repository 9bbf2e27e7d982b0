"""The report for people: each finding with its lines, why it matters, on whose word, and what to do."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import replace

from clausecheck.finding import Finding, Fix, Safety
from clausecheck.render.excerpt import excerpt
from clausecheck.render.options import RenderOptions
from clausecheck.render.paint import Paint, Style, of_level
from clausecheck.render.safe import escaped
from clausecheck.render.summary import levels, sentence
from clausecheck.report.dates import in_words
from clausecheck.report.report import FileReport, Report

_FEW = 10  # clean drafts are named one by one up to so many
_LEAST_ROOM = 30

_SAFETY = {
    Safety.SAFE: "a safe edit",
    Safety.CHANGES_LEGAL_MEANING: "changes legal meaning: a decision for the parties",
    Safety.DISPLAY_ONLY: "no automatic fix",
}

# In a few words what `rules.evidence` says at length; a test holds the two tables together.
EVIDENCE = {
    "V": "read in the source",
    "V1": "read in an official copy",
    "VD": "worked out again from published data",
    "D": "follows by arithmetic from its source",
    "logic": "the draft against itself",
    "V2": "read in a secondary source",
    "S": "read in a secondary source",
    "V-old": "read in an older version",
    "M-hi": "not verified",
    "DJ": "a judgement of good drafting",
    "M": "not verified",
    "M-med": "not verified, only plausible",
    "M-lo": "not verified and doubtful",
}
_NO_SOURCE_NEEDED = ("logic", "D", "VD")


def render(report: Report, options: RenderOptions) -> Iterator[str]:
    """Findings by file and place, then what was not checked, then the counts."""
    paint = Paint(options.colour)
    for file in report.files:
        for finding in file.findings:
            yield from (line + "\n" for line in of_finding(finding, file, options))
            yield "\n"
        yield from _notes(file, options, paint)
    if not options.quiet:
        yield from _by_file(report, paint)
        yield from _end(report, paint)


def of_finding(finding: Finding, file: FileReport, options: RenderOptions) -> Iterator[str]:
    """One finding, as lines without line endings."""
    paint = Paint(options.colour)
    line, column = file.source.position(finding.span.start)
    if finding.waived:
        level = paint(Style.WAIVED, f"waived {finding.level.word}")
    else:
        level = paint(of_level(finding.level), finding.level.word)
    rule = paint(Style.STRONG, finding.rule) + (f" ({finding.code})" if finding.code else "")
    yield f"{paint(Style.STRONG, escaped(finding.file))}:{line}:{column}  {level}  {rule}"
    yield from _wrapped("  ", escaped(finding.message), options.width, paint, strong_text=True)
    if finding.path:
        yield paint(Style.FAINT, "  " + " › ".join(escaped(each) for each in finding.path))
    if finding.waived is None:
        yield ""
        yield from excerpt(finding, file.source, paint, options.width)
    for head, text in _reasons(finding):
        yield from _wrapped(f"   {head:<8}", text, options.width, paint)


def _reasons(finding: Finding) -> Iterator[tuple[str, str]]:
    """The lines below the excerpt: a word, and what it has to say."""
    if waived := finding.waived:
        on = f" on {in_words(waived.on)}" if waived.on else ""
        yield (
            "Waived",
            f"by {escaped(waived.by)}{on}, until {in_words(waived.until)}: {escaped(waived.reason)}",
        )
        return
    if finding.consequence:
        yield "So", escaped(finding.consequence)
    yield "Source", _source(finding)
    heads = iter(("Fix", ""))
    if finding.help:
        yield next(heads), escaped(finding.help)
    if finding.fix:
        yield next(heads), _fix(finding.fix)


def _source(finding: Finding) -> str:
    """On whose authority, and how well it is known. A rule without a legal source says so."""
    tag = finding.evidence
    nothing = "no legal source" if tag in _NO_SOURCE_NEEDED else "house rule: no legal source"
    authority = "; ".join(escaped(each) for each in finding.authority) or nothing
    if not tag:
        return authority
    return (
        f"{authority} [{escaped(tag)}: {EVIDENCE[tag]}]"
        if tag in EVIDENCE
        else f"{authority} [{escaped(tag)}]"
    )


def _fix(fix: Fix) -> str:
    return f"{escaped(fix.title)} ({_SAFETY[fix.safety]})"


def _wrapped(
    head: str, text: str, width: int | None, paint: Paint, *, strong_text: bool = False
) -> Iterator[str]:
    """`head` and `text`, folded where a width is set. Either the head or the text is strong."""
    lines = [text]
    if width is not None:
        room = max(_LEAST_ROOM, width - len(head))
        lines = textwrap.wrap(text, room, break_long_words=False, break_on_hyphens=False) or [""]
    for n, line in enumerate(lines):
        lead = head if n == 0 else " " * len(head)
        yield lead + paint(Style.STRONG, line) if strong_text else paint(Style.STRONG, lead) + line


def _notes(file: FileReport, options: RenderOptions, paint: Paint) -> Iterator[str]:
    """What else there is to say of a file, above all that some of it was not judged."""
    name = escaped(file.name)
    if file.partial:
        why = "; ".join(escaped(each) for each in file.notes)
        yield f"{name}: {paint(Style.WARNING, 'not checked in full')}{': ' + why if why else ''}\n"
    elif not options.quiet:
        yield from (f"{name}: {escaped(each)}\n" for each in file.notes)


def _by_file(report: Report, paint: Paint) -> Iterator[str]:
    """A line for each draft, where they are few enough to be read; of many, none."""
    if len(report.files) > _FEW:
        return
    for file in report.files:
        counts = Report((replace(file, included=()),)).summary
        if file.findings and len(report.files) > 1:
            yield f"{escaped(file.name)}: {levels(counts) or 'all waived'}\n"
        elif not file.findings and not file.partial:
            yield f"{escaped(file.name)}: {paint(Style.GOOD, 'nothing found')}\n"


def _end(report: Report, paint: Paint) -> Iterator[str]:
    """The counts, and where to read more."""
    summary = report.summary
    if not summary.files:
        return  # why nothing was checked is on stderr already
    clean = not summary.standing and not summary.partial and not summary.unread
    yield paint(Style.GOOD if clean else Style.STRONG, sentence(summary)) + "\n"
    standing = [each for each in report.findings if each.waived is None]
    if standing:
        gravest = max(standing, key=lambda each: each.level)
        yield (
            paint(Style.FAINT, f"Why a rule matters, with examples: clausecheck explain {gravest.rule}")
            + "\n"
        )
