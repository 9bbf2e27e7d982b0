"""The counts of a report as one sentence for people."""

from __future__ import annotations

from clausecheck.report.report import Summary


def counted(number: int, one: str, many: str | None = None) -> str:
    """`1 error`, `2 errors`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def sentence(summary: Summary) -> str:
    """`12 errors, 5 warnings, 3 advice in 2 of 8 drafts; 1 waived`."""
    return "; ".join([_found(summary), *_apart(summary)])


def _found(summary: Summary) -> str:
    drafts = counted(summary.drafts, "draft")
    if not summary.drafts:
        return "No draft was checked"
    if not summary.standing:
        return f"Nothing found in {drafts}"
    some = summary.drafts > 1 and summary.drafts_with_findings > 0
    where = f"{summary.drafts_with_findings} of {drafts}" if some else drafts
    return f"{levels(summary)} in {where}"


def levels(summary: Summary) -> str:
    """`12 errors, 5 warnings, 3 advice`, without what there is none of."""
    found = [
        counted(number, *words)
        for number, words in (
            (summary.errors, ("error",)),
            (summary.warnings, ("warning",)),
            (summary.advice, ("advice", "advice")),
        )
        if number
    ]
    return ", ".join(found)


def _apart(summary: Summary) -> list[str]:
    """What the counts do not include."""
    parts = []
    if summary.waived:
        parts.append(f"{summary.waived} waived")
    if summary.partial:
        parts.append(f"{counted(summary.partial, 'draft')} not checked in full")
    if summary.unread:
        parts.append(f"{counted(summary.unread, 'file')} could not be checked")
    return parts
