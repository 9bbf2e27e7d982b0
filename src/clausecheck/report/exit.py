"""The exit code: what a script learns from a run."""

from __future__ import annotations

from enum import IntEnum

from clausecheck.finding import Level
from clausecheck.report.report import Report


class Exit(IntEnum):
    """What a run came to."""

    CLEAN = 0
    FINDINGS = 1
    NOT_DONE = 2


def exit_code(report: Report, fail_level: Level | None) -> Exit:
    """What the report comes to. `fail_level` None means that no finding fails a run.

    A file that could not be read always means that the work was not done. A draft judged only in part
    is never clean, but findings in it are findings.
    """
    if report.unread:
        return Exit.NOT_DONE
    if fail_level is not None and any(
        each.level >= fail_level for each in report.findings if each.waived is None
    ):
        return Exit.FINDINGS
    if any(each.partial for each in report.files):
        return Exit.NOT_DONE
    return Exit.CLEAN
