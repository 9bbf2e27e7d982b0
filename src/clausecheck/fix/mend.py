"""Mends a draft: applies its fixes, reads and checks it again, and goes on until nothing more can be mended.

A fix is applied only if it mends its finding and brings no other, loses no comment and leaves the draft as
well understood as it was. Whether it does is found out by trying, so that no author of a rule has to
promise it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from clausecheck.finding import Class, Finding, Fix, Safety
from clausecheck.fix.apply import Change, applied, chosen, is_sound
from clausecheck.source import Source, source_from_text
from clausecheck.spans import Position
from clausecheck.syntax.lines import read_lines
from clausecheck.syntax.tree import LineKind

if TYPE_CHECKING:
    from clausecheck.report.report import FileReport

    Check = Callable[[Source], FileReport]

ROUNDS = 10


class Refused(NamedTuple):
    """A finding whose fix was tried and taken back: where it stands, and why."""

    finding: Finding
    at: Position
    reason: str


@dataclass(frozen=True, slots=True)
class Mended:
    """A draft after mending: the report on it, and the findings whose fixes were applied or refused.

    `settled` says that another run would change nothing; it is False only where the rounds ran out.
    """

    report: FileReport
    applied: tuple[Finding, ...] = ()
    refused: tuple[Refused, ...] = ()
    settled: bool = True

    @property
    def text(self) -> str:
        """The mended text."""
        return self.report.source.text


def mend(source: Source, check: Check, unsafe: bool = False) -> Mended:
    """The draft with its safe fixes applied, and with `unsafe` also those that change legal meaning.

    `check` judges a draft; whatever it raises is passed on.
    """
    wanted = {Safety.SAFE, Safety.CHANGES_LEGAL_MEANING} if unsafe else {Safety.SAFE}
    report = check(source)
    done: list[Finding] = []
    for _ in range(ROUNDS):
        round_ = _Round(report, check)
        round_.mend(_fixable(report, wanted))
        if not round_.taken:
            return Mended(report, tuple(done), tuple(round_.refused))
        done += round_.taken
        report = round_.after
    return Mended(report, tuple(done), settled=not any(True for _ in _fixable(report, wanted)))


def more_if_unsafe(mended: Mended, check: Check) -> int:
    """How many fixes that change legal meaning could still be applied to a mended draft."""
    if not any(True for _ in _fixable(mended.report, {Safety.CHANGES_LEGAL_MEANING})):
        return 0
    further = mend(mended.report.source, check, unsafe=True).applied
    return sum(1 for each in further if _fix(each).safety is Safety.CHANGES_LEGAL_MEANING)


def comments(source: Source) -> Iterator[str]:
    """Every comment in a draft, with its `#`, in order."""
    for region in source.regions:
        for line in read_lines(source.cut(region.span)):
            if line.kind is LineKind.COMMENT:
                yield line.lead.text
            elif line.comment is not None:
                yield line.comment.text


class _Round:
    """One round: the fixes of one report, tried together, and where that fails, in ever smaller groups."""

    def __init__(self, before: FileReport, check: Check) -> None:
        self._before = before
        self._check = check
        self._comments = Counter(comments(before.source))
        self.after = before
        self.taken: list[Finding] = []
        self.refused: list[Refused] = []

    def mend(self, findings: Iterable[Finding]) -> None:
        """Applies what can be applied of these findings' fixes."""
        offered = list(findings)
        numbers = chosen([Change(each.rule, _fix(each)) for each in offered])
        if numbers:
            self._try([offered[number] for number in numbers])

    def _try(self, group: Sequence[Finding]) -> None:
        source = self._before.source
        trial = [*self.taken, *group]
        after = self._check(_reread(source, applied(source.text, map(_fix, trial))))
        reason = self._against(after, trial)
        if not reason:
            self.taken, self.after = trial, after
        elif len(group) == 1:
            at = source.position(group[0].span.start)
            self.refused.append(Refused(group[0], at, reason))
        else:
            half = len(group) // 2
            self._try(group[:half])
            self._try(group[half:])

    def _against(self, after: FileReport, mended: Iterable[Finding]) -> str:
        """What speaks against a trial; empty if nothing does."""
        if self._comments - Counter(comments(after.source)):
            return "it would lose a comment"
        if after.partial and not self._before.partial:
            return "the draft could no longer be checked in full"
        gone, new = _difference(_standing(self._before), _standing(after))
        # Where faults of reading are too many to print, mending some brings others up that were only counted.
        come_up = self._before.untold - after.untold
        if new and not (len(new) <= come_up and all(each.kind is Class.SYNTAX for each in new)):
            return f"it would bring {new[0].rule}: {new[0].message}"
        left = Counter(map(_words, mended)) - Counter(map(_words, gone))
        if left.total() > max(come_up, 0):
            return "what it mends would still be found"
        return ""


def _fixable(report: FileReport, wanted: set[Safety]) -> Iterator[Finding]:
    """The findings that stand and offer a fix of a safety that is wanted."""
    source = report.source
    regions = [region.span for region in source.regions]
    for finding in report.standing:
        fix = finding.fix
        if fix is not None and fix.safety in wanted and is_sound(fix, source.text, regions):
            yield finding


def _standing(report: FileReport) -> list[Finding]:
    """The findings that stand in a draft and in the files it includes."""
    return [finding for file in (report, *report.included) for finding in file.standing]


def _fix(finding: Finding) -> Fix:
    assert finding.fix is not None, "only findings with a fix are mended"
    return finding.fix


def _difference(before: Sequence[Finding], after: Sequence[Finding]) -> tuple[list[Finding], list[Finding]]:
    """The findings that are gone, and those that are new: neither words nor fingerprint were there before."""
    new = list(after)
    gone = list(before)
    for key in (_words, _mark):
        there = Counter(map(key, gone)) & Counter(map(key, new))
        gone, new = _without(gone, there, key), _without(new, there, key)
    return gone, new


def _without(
    findings: Iterable[Finding], there: Counter[tuple[str, str]], key: Callable[[Finding], tuple[str, str]]
) -> list[Finding]:
    left = Counter(there)
    rest = []
    for finding in findings:
        if left[key(finding)]:
            left[key(finding)] -= 1
        else:
            rest.append(finding)
    return rest


def _words(finding: Finding) -> tuple[str, str]:
    return finding.rule, finding.message


def _mark(finding: Finding) -> tuple[str, str]:
    return finding.rule, finding.fingerprint or finding.message


def _reread(source: Source, text: str) -> Source:
    """A changed text, read as the file it came from: its name decides what in it is clause language."""
    read = source_from_text("\ufeff" + text, source.name)  # a mark of its own saves one that is in the text
    return replace(read, newline=source.newline, bom=source.bom, path=source.path)
