"""Findings and waivers for the tests of reports."""

from __future__ import annotations

from datetime import date

from clausecheck.finding import Class, Finding, Fix, Label, Level
from clausecheck.report.waivers import Terms, Waiver
from clausecheck.spans import Span

CODES = {"uncapped-loss": "RS005", "shares-not-100": "RS003", "no-quorum": "GOV001"}
TERMS = Terms(codes=CODES)


def finding(
    rule: str = "uncapped-loss",
    level: Level = Level.ERROR,
    path: tuple[str, ...] = ('RISK SHARE R1 "Alliance Pool"', "Cap"),
    at: int = 0,
    file: str = "a.clause",
) -> Finding:
    return Finding(rule, CODES.get(rule, ""), level, Class.MISSING, "says", file, Span(at, at + 1), path)


def waiver(**changes: object) -> Waiver:
    sound = Waiver(
        rule="uncapped-loss",
        on="R1",
        reason="accepted by the board",
        by="ICB chief finance officer",
        agreed=date(2026, 3, 3),
        until=date(2026, 7, 1),
        span=Span(0, 5),
    )
    return sound._replace(**changes)  # type: ignore[arg-type]


class Raised:
    """Stands in for the checker: makes findings of the waiver rules, and none of those switched off."""

    def __init__(self, *off: str) -> None:
        self.off = off

    def __call__(
        self,
        rule: str,
        message: str,
        span: Span,
        path: tuple[str, ...],
        *,
        help: str = "",  # noqa: A002
        labels: tuple[Label, ...] = (),
        fix: Fix | None = None,
    ) -> Finding | None:
        if rule in self.off:
            return None
        return Finding(
            rule,
            "DR09",
            Level.WARNING,
            Class.DRAFTING,
            message,
            "a.clause",
            span,
            path,
            labels,
            help=help,
            fix=fix,
        )
