"""Makes findings of what the reader noticed and of what rules say, each with its place, words and fix."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from clausecheck.facts.blocks import LABELS
from clausecheck.facts.fact import Fact
from clausecheck.finding import Class, Edit, Finding, Fix, Label, Level, Notice, fingerprint
from clausecheck.rules.template import NOT_STATED, Place, render, shown
from clausecheck.source import Source
from clausecheck.spans import Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from clausecheck.rules.rule import Rule

# A page pasted from elsewhere is one mistake, however many lines it has.
MOST_SYNTAX_FINDINGS = 50


class FindingMaker:
    """Gathers the findings of one source: what its reader noticed, and what rules say of its facts."""

    def __init__(self, source: Source, rules: Mapping[str, Rule], final: bool) -> None:
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
            if (other := _place(also.at, facts)[0]) != span
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
