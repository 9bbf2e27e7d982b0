"""Checks drafts: prepared once with rules and an engine, then asked about one draft after another.

This is the one service that the command line, the library and the tests share. It runs the stages in
order and makes findings of what they say.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from clausecheck.engine.choose import Choice, make_engine
from clausecheck.engine.protocol import Engine, EngineFault, Hit
from clausecheck.facts.derived.frame.term import day_of
from clausecheck.facts.extract import extract
from clausecheck.facts.fact import Fact
from clausecheck.facts.show import complete
from clausecheck.finding_maker import FindingMaker
from clausecheck.model.build import build
from clausecheck.model.draft import Draft
from clausecheck.model.include import whole
from clausecheck.report.apart import apart
from clausecheck.report.report import FileReport
from clausecheck.report.waivers import Terms, Waiver, apply_waivers
from clausecheck.rules.catalogue import load_catalogue
from clausecheck.rules.settle import settled
from clausecheck.source import Source, read_source, source_from_text

if TYPE_CHECKING:
    from clausecheck.house.file import House
    from clausecheck.rules.catalogue import Catalogue
    from clausecheck.rules.rule import Rule


class Checker:
    """Rules and an engine, ready to judge any number of drafts; the same draft always gets the same report.

    `select` and `ignore` are rule names; an empty `select` means all. `final` checks as for signature:
    placeholders are errors, and both engines must agree. `as_of` is the date at which waivers are judged, and
    `house` what the house has decided on levels and settings.
    `say` hears the one thing the checker has to tell besides findings, that it had to change engine.
    Raises EngineFault where the rules cannot be run, CatalogueError where the installed ones are broken.
    """

    def __init__(
        self,
        catalogue: Catalogue | None = None,
        engine: Choice = "durable",
        select: Collection[str] = (),
        ignore: Collection[str] = (),
        final: bool = False,
        as_of: date | None = None,
        house: House | None = None,
        say: Callable[[str], None] = lambda _: None,
    ) -> None:
        self._catalogue = catalogue if catalogue is not None else load_catalogue()
        wanted = (set(select) or set(self._catalogue.rules)) - set(ignore)
        self._house = house
        self._rules = self._in_house(wanted)
        # What cannot be used in the house's file is said whatever rules are selected.
        self._of_house = {
            name: rule
            for name, rule in self._catalogue.rules.items()
            if rule.raised_by == "house" and name not in ignore
        }
        self._codes = {name: rule.code for name, rule in self._catalogue.rules.items()}
        self._mandatory = {name for name, rule in self._catalogue.rules.items() if rule.mandatory}
        self._final = final
        self._as_of = as_of
        self._engine = self._make_engine(engine, say)

    def _in_house(self, wanted: Collection[str]) -> dict[str, Rule]:
        """The wanted rules as the house has them: its levels, its settings, and none that it has off."""
        settings = {each.name: each for pack in self._catalogue.packs.values() for each in pack.settings}
        if self._house is not None:
            settings = self._house.settled(settings)
        found = {}
        for name, rule in self._catalogue.rules.items():
            ruled = self._house.ruled(rule) if self._house is not None else rule
            if name in wanted and ruled is not None:
                found[name] = settled(ruled, settings)
        return found

    def _make_engine(self, choice: Choice, say: Callable[[str], None]) -> Engine:
        compiled = [rule.compiled for rule in self._rules.values() if rule.compiled]
        if self._final and choice == "durable":
            try:
                return make_engine("both", compiled, say)
            except EngineFault:
                return make_engine("durable", compiled, say)
        return make_engine(choice, compiled, say)

    @property
    def rules(self) -> dict[str, Rule]:
        """The rules that this checker judges by."""
        return self._rules

    def check_path(self, path: Path) -> FileReport:
        """Checks the draft in a file. Raises SourceProblem if it cannot be read, EngineFault as `check`."""
        return self.check(read_source(path))

    def check_text(self, text: str, name: str = "draft.clause") -> FileReport:
        """Checks a draft that is a string."""
        return self.check(source_from_text(text, name))

    def check(self, source: Source) -> FileReport:
        """The findings of one draft. Raises EngineFault where the engine could not finish."""
        parts = whole(source)
        draft, notices = build(parts)
        facts = extract(draft)
        found = FindingMaker(parts.source, self._rules, self._final)
        held_back = bool(draft.unplaced or draft.fragment or draft.includes)
        for notice in notices:
            found.notice(notice)
        for hit in self._engine.run(facts):
            rule = self._rules[hit.rule]
            if not _in_force(rule, draft):
                continue
            if held_back and _claims_absence(rule):
                continue
            found.hit(rule, [complete(facts[n]) for n in rule.own(hit.facts)])
        unread = bool(draft.unplaced or draft.includes or any(not block.complete for block in draft.blocks))
        findings = apply_waivers(
            found.numbered(),
            list(_waivers(draft)),
            parts.source,
            Terms(
                codes=self._codes,
                mandatory=self._mandatory,
                ran=self._judged(unread, draft.fragment),
                as_of=self._as_of,
            ),
            found.raised,
        )
        notes = []
        if draft.fragment:
            notes.append("it is a fragment, so what it may leave to its parent was not judged")
        if unread:
            notes.append("lines in it could not be read, so nothing there was judged to be missing")
        if found.untold:
            notes.append(f"{found.untold} more lines could not be read; mend these first")
        report = FileReport(
            parts.source, tuple(findings), partial=unread, notes=tuple(notes), untold=found.untold
        )
        return self._under_house(apart(report, parts, source))

    def _under_house(self, report: FileReport) -> FileReport:
        """The report, with what was wrong in the file of the house that the draft was judged under."""
        house = self._house
        if house is None:
            return report
        found = FindingMaker(house.source, self._of_house, self._final)
        for notice in house.notices:
            found.notice(notice)
        own = FileReport(house.source, tuple(found.numbered()), draft=False)
        return replace(
            report,
            notes=(*report.notes, house.said),
            included=(*report.included, *([own] if own.findings else [])),
        )

    def _judged(self, unread: bool, fragment: bool) -> set[str]:
        """The rules that judged the draft in full: a waiver of any other may yet be needed."""
        if unread:
            return set()
        return {name for name, rule in self._rules.items() if not (fragment and _claims_absence(rule))}

    def facts(self, source: Source) -> tuple[Fact, ...]:
        """The facts that rules see in a draft, each shown in the reader's terms."""
        return tuple(complete(fact) for fact in extract(build(whole(source))[0]))

    def hits(self, source: Source) -> list[Hit]:
        """What the engine says of a draft, before any of it becomes a finding."""
        return self._engine.run(extract(build(whole(source))[0]))


def _claims_absence(rule: Rule) -> bool:
    """Whether a rule says that a whole block is not there."""
    return rule.compiled is not None and any(variant.absent for variant in rule.compiled.variants)


def _in_force(rule: Rule, draft: Draft) -> bool:
    """Whether the rule's law was in force when the contract begins; a draft without dates is not excused."""
    if rule.valid_from is None and rule.valid_to is None:
        return True
    day = day_of(draft.contract, "Date of contract") or day_of(draft.contract, "Service Commencement Date")
    if day is None:
        return True
    return not (
        (rule.valid_from is not None and day < rule.valid_from)
        or (rule.valid_to is not None and day > rule.valid_to)
    )


def _waivers(draft: Draft) -> Iterator[Waiver]:
    for line in draft.waivers:
        yield Waiver(
            rule=line.rule,
            on=line.subject,
            reason=line.reason,
            by=line.by,
            agreed=line.agreed,
            until=line.until,
            span=line.span,
            path=(*line.headings, f"WAIVE {line.rule}".rstrip()),
        )
