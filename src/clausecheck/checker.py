"""Checks drafts: prepared once with rules and an engine, then asked about one draft after another.

This is the one service that the command line, the library and the tests share. It runs the stages in
order and makes findings of what they say.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from clausecheck.engine.choose import Choice, make_engine
from clausecheck.engine.protocol import Engine, EngineFault, Hit
from clausecheck.facts.blocks import LABELS
from clausecheck.facts.derived.term import day_of
from clausecheck.facts.extract import extract
from clausecheck.facts.fact import Fact
from clausecheck.facts.show import complete
from clausecheck.finding import (
    Class,
    Edit,
    Finding,
    Fix,
    Label,
    Level,
    Notice,
    fingerprint,
)
from clausecheck.model.build import build
from clausecheck.model.draft import Draft
from clausecheck.model.include import whole
from clausecheck.report.apart import apart
from clausecheck.report.report import FileReport
from clausecheck.report.waivers import Terms, Waiver, apply_waivers
from clausecheck.rules.catalogue import load_catalogue
from clausecheck.rules.settle import settled
from clausecheck.rules.template import NOT_STATED, Place, render, shown
from clausecheck.source import Source, read_source, source_from_text
from clausecheck.spans import Span

if TYPE_CHECKING:
    from clausecheck.rules.catalogue import Catalogue
    from clausecheck.rules.rule import Rule

# A page pasted from elsewhere is one mistake, however many lines it has.
MOST_SYNTAX_FINDINGS = 50


class Checker:
    """Rules and an engine, ready to judge any number of drafts; the same draft always gets the same report.

    `select` and `ignore` are rule names; an empty `select` means all. `final` checks as for signature:
    placeholders are errors, and both engines must agree. `as_of` is the date at which waivers are judged.
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
        say: Callable[[str], None] = lambda _: None,
    ) -> None:
        self._catalogue = catalogue if catalogue is not None else load_catalogue()
        wanted = (set(select) or set(self._catalogue.rules)) - set(ignore)
        settings = {each.name: each for pack in self._catalogue.packs.values() for each in pack.settings}
        self._rules = {
            name: settled(rule, settings) for name, rule in self._catalogue.rules.items() if name in wanted
        }
        self._codes = {name: rule.code for name, rule in self._catalogue.rules.items()}
        self._mandatory = {name for name, rule in self._catalogue.rules.items() if rule.mandatory}
        self._final = final
        self._as_of = as_of
        self._engine = self._make_engine(engine, say)

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
        found = _Findings(parts.source, self._rules, self._final)
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
        return apart(report, parts, source)

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


class _Findings:
    """Gathers the findings of one draft."""

    def __init__(self, source: Source, rules: dict[str, Rule], final: bool) -> None:
        self._source = source
        self._rules = rules
        self._final = final
        self._found: dict[tuple[str, Span, str], Finding] = {}
        self._syntax = 0
        self.untold = 0  # faults of reading beyond the most that a report prints

    def notice(self, notice: Notice) -> None:
        """Adds what the reader had to say."""
        rule = self._rules.get(notice.rule)
        if rule is None:
            return
        if rule.kind is Class.SYNTAX:
            self._syntax += 1
            if self._syntax > MOST_SYNTAX_FINDINGS:
                self.untold += 1
                return
        self._add(
            self._finding(
                rule,
                notice.message,
                notice.span,
                notice.path,
                labels=notice.labels,
                consequence=notice.consequence,
                help_=notice.help,
                fix=notice.fix,
            )
        )

    def hit(self, rule: Rule, facts: list[Fact]) -> None:
        """Adds what a rule says of the facts its patterns matched."""
        assert rule.says is not None
        assert rule.at is not None
        span, path = _place(rule.at, facts)
        labels = tuple(
            Label(other, render(also.label, facts))
            for also in rule.also
            if _stands(also.at, facts) and (other := _place(also.at, facts)[0]) != span
        )
        self._add(
            self._finding(
                rule,
                render(rule.says, facts),
                span,
                path,
                labels=labels,
                consequence=render(rule.so, facts) if rule.so else "",
                help_=render(rule.help, facts) if rule.help else "",
                fix=_fix(rule, facts, self._source),
            )
        )

    def raised(
        self,
        rule: str,
        message: str,
        span: Span,
        path: tuple[str, ...],
        *,
        help: str = "",  # noqa: A002 - the field of a finding is called so
        labels: tuple[Label, ...] = (),
        fix: Fix | None = None,
    ) -> Finding | None:
        """A finding of the report's own, such as a waiver that accepts nothing."""
        known = self._rules.get(rule)
        if known is None:
            return None
        made = self._finding(known, message, span, path, labels=labels, help_=help, fix=fix)
        return made._replace(fingerprint=fingerprint(rule, path, self._source.cut(span), 0))

    def numbered(self) -> list[Finding]:
        """The findings in order, each with its fingerprint."""
        seen: Counter[str] = Counter()
        result = []
        for finding in sorted(self._found.values(), key=lambda each: each.sort_key):
            text = self._source.cut(finding.span)
            first = fingerprint(finding.rule, finding.path, text, 0)
            ordinal = seen[first]
            seen[first] += 1
            mark = first if ordinal == 0 else fingerprint(finding.rule, finding.path, text, ordinal)
            result.append(finding._replace(fingerprint=mark))
        return result

    def _add(self, finding: Finding) -> None:
        self._found.setdefault((finding.rule, finding.span, finding.message), finding)

    def _finding(
        self,
        rule: Rule,
        message: str,
        span: Span,
        path: tuple[str, ...],
        *,
        labels: tuple[Label, ...] = (),
        consequence: str = "",
        help_: str = "",
        fix: Fix | None = None,
    ) -> Finding:
        final = self._final and rule.kind is Class.PLACEHOLDER
        return Finding(
            rule=rule.name,
            code=rule.code,
            level=Level.ERROR if final else rule.level,
            kind=rule.kind,
            message=message,
            file=self._source.name,
            span=span,
            path=path,
            labels=labels,
            consequence=consequence,
            help=help_,
            authority=rule.authority,
            evidence=rule.evidence,
            confidence=rule.confidence,
            fix=fix,
            pack=rule.origin,
            url=rule.url,
        )


def _place(place: Place, facts: list[Fact]) -> tuple[Span, tuple[str, ...]]:
    """Where a place of a rule stands, and the heading path to it."""
    fact = facts[place.pattern]
    label = LABELS.get((fact.kind, place.attribute))
    if place.attribute and place.attribute in fact.spans:
        return fact.spans[place.attribute], (*fact.path, label) if label else fact.path
    return fact.span, fact.path


def _stands(place: Place, facts: list[Fact]) -> bool:
    """Whether the draft has the place: an attribute that it does not state stands nowhere."""
    return not place.attribute or place.attribute in facts[place.pattern].spans


def _fix(rule: Rule, facts: list[Fact], source: Source) -> Fix | None:
    """The fix of a rule, or None where the draft does not state what it would replace, or replace it by."""
    if rule.fix is None:
        return None
    place, text = rule.fix.replace, render(rule.fix.text, facts)
    span, own = _place(place, facts)[0], facts[place.pattern].spans
    # An attribute without a place of its own must be all that the fact says: a block is never replaced.
    found = not place.attribute or place.attribute in own or source.cut(span) == shown(place, facts)
    if NOT_STATED in text or not found:
        return None
    return Fix(render(rule.fix.title, facts), rule.fix.safety, (Edit(span, text),))


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
