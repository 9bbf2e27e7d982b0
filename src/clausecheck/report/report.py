"""What came of checking: each draft with its findings, the files that could not be read, and the counts.

A report is data. What it looks like is the renderers' business.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from clausecheck.finding import Finding, Level

if TYPE_CHECKING:
    from clausecheck.source import Source


@dataclass(frozen=True, slots=True)
class FileReport:
    """One draft that was read, and its findings in the order of their places.

    `partial` says that some of the draft was not judged, and `notes` why: such a file is never "clean".
    `untold` is how many faults of reading were counted only, being too many to print. `included` has the
    findings in files that the draft includes or was judged under, one report a file; `draft` is false for the
    latter, a house's own file, and `part` true for what was read only because a draft includes it.
    """

    source: Source
    findings: tuple[Finding, ...] = ()
    partial: bool = False
    notes: tuple[str, ...] = ()
    untold: int = 0
    included: tuple[FileReport, ...] = ()
    draft: bool = True
    part: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "findings", tuple(sorted(self.findings, key=lambda each: each.sort_key)))

    @property
    def name(self) -> str:
        """The draft's name, as the user gave it."""
        return self.source.name

    @property
    def standing(self) -> tuple[Finding, ...]:
        """The findings that nobody has waived."""
        return tuple(each for each in self.findings if each.waived is None)

    def without_waivers(self) -> FileReport:
        """The same report with every waived finding standing again."""
        return replace(
            self,
            findings=tuple(each._replace(waived=None) for each in self.findings),
            included=tuple(each.without_waivers() for each in self.included),
        )


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that was asked for and could not be checked, and why."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Summary:
    """The counts of a report. The levels count standing findings only; waived ones are counted apart.

    `files` counts what a draft includes as well, `drafts` only what was to be checked. A draft has findings
    if there are any in it or in what it includes, and `partial` counts drafts.
    """

    files: int
    files_with_findings: int
    drafts: int
    drafts_with_findings: int
    partial: int
    unread: int
    errors: int
    warnings: int
    advice: int
    waived: int

    @property
    def standing(self) -> int:
        """All findings that nobody has waived."""
        return self.errors + self.warnings + self.advice


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a run has to say. Files are in the order of their names."""

    files: tuple[FileReport, ...] = ()
    unread: tuple[Unread, ...] = ()

    def __post_init__(self) -> None:
        files = sorted(_each_once(self.files), key=lambda each: each.name)
        object.__setattr__(self, "files", tuple(files))
        object.__setattr__(self, "unread", tuple(sorted(self.unread, key=lambda each: each.name)))

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Every finding, waived or not, by file, place and rule."""
        return tuple(sorted(_all(self.files), key=lambda each: each.sort_key))

    @property
    def summary(self) -> Summary:
        """The counts."""
        findings = list(_all(self.files))
        standing = [each.level for each in findings if each.waived is None]
        return Summary(
            files=sum(1 for each in self.files if each.draft),
            files_with_findings=sum(1 for each in self.files if each.standing),
            drafts=sum(1 for each in self.files if each.draft and not each.part),
            drafts_with_findings=sum(1 for each in self.files if _found_in(each)),
            partial=sum(1 for each in self.files if each.partial and not each.part),
            unread=len(self.unread),
            errors=standing.count(Level.ERROR),
            warnings=standing.count(Level.WARNING),
            advice=standing.count(Level.ADVICE),
            waived=len(findings) - len(standing),
        )

    def without_waivers(self) -> Report:
        """The same report with every waived finding standing again."""
        return replace(self, files=tuple(each.without_waivers() for each in self.files))


def _each_once(files: Iterable[FileReport]) -> Iterable[FileReport]:
    """Drafts and what they include, one report a file.

    A fragment that was checked by itself as well is reported as its parents see it: they know more.
    """
    own: dict[str, FileReport] = {}
    within: dict[str, FileReport] = {}
    for file in files:
        own.setdefault(file.name, file)
        for part in file.included:
            before = within.get(part.name)
            findings = (*before.findings, *part.findings) if before else part.findings
            within[part.name] = replace(part, findings=tuple(dict.fromkeys(findings)))
    for name in within.keys() & own.keys():
        within[name] = replace(within[name], part=own[name].part)
    return [*within.values(), *(file for name, file in own.items() if name not in within)]


def _found_in(file: FileReport) -> bool:
    """Whether a draft has findings that nobody has waived, in itself or in what it includes."""
    parts = (file, *(part for part in file.included if part.draft))
    return file.draft and not file.part and any(part.standing for part in parts)


def _all(files: Iterable[FileReport]) -> Iterable[Finding]:
    return (finding for each in files for finding in each.findings)
