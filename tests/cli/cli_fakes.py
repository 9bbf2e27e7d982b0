"""A command line with a judge that finds what the draft tells it to, so that only the command line is tested.

A line `error: words` of a draft is a finding of that level (so for `warning` and `advice`); `waived: words`
a waived error; `partial: words` leaves the draft half judged; `engine: words` and `crash: words` are what
they say.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from click.testing import CliRunner, Result

from clausecheck.cli.check import Wanted
from clausecheck.cli.main import cli
from clausecheck.engine.protocol import EngineFault
from clausecheck.finding import Class, Finding, Level, Waived
from clausecheck.report.report import FileReport
from clausecheck.source import Source
from clausecheck.spans import Span

WAIVED = Waived("agreed", "the board", None, date(2026, 7, 1))


class FakeJudge:
    """Finds what lines of the draft say."""

    def check(self, source: Source) -> FileReport:
        findings: list[Finding] = []
        notes: list[str] = []
        offset = 0
        for line in source.text.splitlines(keepends=True):
            word, _, words = line.strip().partition(": ")
            span = Span(offset, offset + len(line.rstrip("\n")))
            offset += len(line)
            if word in ("error", "warning", "advice", "waived"):
                level = Level.ERROR if word == "waived" else Level.named(word)
                findings.append(
                    Finding(
                        f"{word}-rule",
                        "AB001",
                        level,
                        Class.DRAFTING,
                        words,
                        source.name,
                        span,
                        waived=WAIVED if word == "waived" else None,
                    )
                )
            elif word == "partial":
                notes.append(words)
            elif word == "engine":
                raise EngineFault(words)
            elif word == "crash":
                raise ZeroDivisionError(words)
        return FileReport(source, tuple(findings), bool(notes), tuple(notes))


class FakeMaker:
    """Stands in for `make_checker`, and keeps what it was asked for."""

    def __init__(self) -> None:
        self.wanted: list[Wanted] = []

    def __call__(
        self, wanted: Wanted, say: Callable[[str], None], under: Callable[[object], None] = lambda _: None
    ) -> FakeJudge:
        self.wanted.append(wanted)
        say("a notice")
        return FakeJudge()


def invoke(*args: str, stdin: str | bytes | None = None, env: dict[str, str | None] | None = None) -> Result:
    return CliRunner(env={"NO_COLOR": None, "FORCE_COLOR": None, **(env or {})}).invoke(
        cli, list(args), input=stdin, prog_name="clausecheck"
    )
