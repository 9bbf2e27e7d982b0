"""Mends drafts for `check --fix` and `fix`: where the mended text goes, and what is said about it."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO

from clausecheck.cli.paths import Draft, Problem
from clausecheck.fix.mend import Mended, mend, more_if_unsafe
from clausecheck.render.summary import counted
from clausecheck.source import MOST_BYTES, Source
from clausecheck.writing import WriteProblem, difference, encoded, write_back

if TYPE_CHECKING:
    from clausecheck.cli.judge import Judge
    from clausecheck.report.report import FileReport


class Mender:
    """Mends one draft after another; what it has to show for it is kept until all are done.

    With `diff` nothing is written. `stdin` is standard input where that is what is mended: it is read at
    once, since its bytes are wanted again when the text is given back. `output` is what stdout has to show
    instead of the report, or None; `writes` whether files are changed.
    """

    def __init__(self, unsafe: bool, diff: bool, stdin: BinaryIO | None) -> None:
        self._unsafe = unsafe
        self._diff = diff
        self.writes = not diff and stdin is None
        self._raw = stdin.read(MOST_BYTES + 1) if stdin is not None else b""
        self.stdin = BytesIO(self._raw)
        self.output: list[str] | None = [] if diff or stdin is not None else None
        self._mended: list[Mended] = []
        self._more = 0

    def __call__(self, judge: Judge, draft: Draft, source: Source) -> FileReport | Problem:
        """The report on a mended draft, or the problem that kept it from being written."""
        mended = mend(source, judge.check, self._unsafe)
        more = 0 if self._unsafe else more_if_unsafe(mended, judge.check)
        try:
            self._put(draft, source, mended)
        except WriteProblem as fault:
            return Problem(draft.name, str(fault).removeprefix(f"{draft.name}: "))
        self._mended.append(mended)
        self._more += more
        return mended.report

    def said(self) -> Iterator[str]:
        """What to say when all is done: what was not mended and why, then how much was."""
        for mended in self._mended:
            for finding, at, reason in mended.refused:
                title = finding.fix.title if finding.fix else ""
                yield f"{finding.file}:{at.line}:{at.column}: {finding.rule} not mended ({title}): {reason}"
            if not mended.settled:
                yield f"{mended.report.name}: more can be mended by running this again"
        files = sum(1 for mended in self._mended if mended.applied)
        fixes = sum(len(mended.applied) for mended in self._mended)
        made = "would be made" if self._diff else "made"
        words = (
            f"{counted(fixes, 'fix', 'fixes')} {made} in {counted(files, 'draft')}"
            if fixes
            else "no fix made"
        )
        yield words + (f"; {self._more} more with --unsafe-fixes" if self._more else "")

    def _put(self, draft: Draft, source: Source, mended: Mended) -> None:
        """The mended text, or what it changes, to where it belongs. Raises WriteProblem."""
        if self._diff:
            assert self.output is not None
            self.output += difference(source, mended.text)
        elif draft.path is not None:
            write_back(source, draft.path, mended.text)
        else:
            self.output = [encoded(source, self._raw, mended.text).decode("utf-8")]
