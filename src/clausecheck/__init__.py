"""clausecheck: a linter for integrated-care contract drafts.

    from clausecheck import check
    for finding in check(text).findings: ...

The names below are loaded when they are first asked for, so that importing the package costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from clausecheck.version import __version__

if TYPE_CHECKING:
    from clausecheck.checker import Checker
    from clausecheck.finding import Finding
    from clausecheck.report.report import FileReport, Report

__all__ = ["Checker", "FileReport", "Finding", "Report", "__version__", "check"]

_HOMES = {
    "Checker": "clausecheck.checker",
    "Finding": "clausecheck.finding",
    "FileReport": "clausecheck.report.report",
    "Report": "clausecheck.report.report",
}


def check(text: str, name: str = "draft.clause") -> FileReport:
    """Checks one draft with all rules. Raises EngineFault where the engine could not finish."""
    from clausecheck.checker import Checker

    return Checker().check_text(text, name)


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
