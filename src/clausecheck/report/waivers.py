"""Waivers: who accepted which finding, why, and until when.

A waiver hides nothing. The finding stays in the report, marked with the waiver's words, and stops
counting for the exit code. A waiver that is itself at fault is a finding, and has no effect, save one
that merely matches nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, Protocol

from clausecheck.finding import Finding, Fix, Label, Safety, Waived
from clausecheck.model.suggest import listed, suggestion
from clausecheck.report.dates import in_words
from clausecheck.spans import Span
from clausecheck.syntax.striking import strike_lines

if TYPE_CHECKING:
    from clausecheck.source import Source

INCOMPLETE = "waiver-incomplete"
UNKNOWN_RULE = "waiver-unknown-rule"
UNUSED = "waiver-unused"
EXPIRED = "waiver-expired"
MANDATORY = "waiver-mandatory"


class Waiver(NamedTuple):
    """One `WAIVE` line. What the line does not say is empty or None.

    `rule` is a rule's name or code, `on` the id of a block. `span` is the line without its indentation,
    `path` the heading path it stands under.
    """

    rule: str
    on: str
    reason: str
    by: str
    agreed: date | None
    until: date | None
    span: Span
    path: tuple[str, ...] = ()


class Raise(Protocol):
    """Makes a finding of a rule's level, code and authority, or None where the rule is switched off."""

    def __call__(
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
        """The finding."""
        ...


class Terms(NamedTuple):
    """What waivers are judged by.

    `codes` gives every rule's code by its name; `mandatory` the rules that nobody may waive; `ran` the
    rules that judged the draft (None for all), since a waiver of another is not known to be unused.
    Expiry is judged at `as_of`, and not at all without it: a report does not depend on the clock.
    """

    codes: Mapping[str, str]
    mandatory: Collection[str] = ()
    ran: Collection[str] | None = None
    as_of: date | None = None
    honour: bool = True

    def rule(self, named: str) -> str | None:
        """The rule of this name or, case aside, of this code."""
        folded = named.casefold()
        for name, code in self.codes.items():
            if folded in (name.casefold(), code.casefold()):
                return name
        return None


def block_ids(finding: Finding) -> frozenset[str]:
    """What a waiver may call the blocks that a finding stands in, in lower case.

    Of `RISK SHARE R1 "Alliance Pool"` that is `r1` and `alliance pool`, and for blocks that have no id,
    the head itself, as in `on LIABILITY`.
    """
    ids: set[str] = set()
    for element in finding.path:
        bare, _, title = element.partition('"')
        words = bare.split()
        if not words or words[0] != words[0].upper():
            continue  # a label within a block, or a heading of the document around it
        ids.update(word.casefold() for word in words[1:])
        ids.update(part for part in (" ".join(words).casefold(), title.rstrip('" ').casefold()) if part)
    return frozenset(ids)


def apply_waivers(
    findings: Iterable[Finding],
    waivers: Iterable[Waiver],
    source: Source,
    terms: Terms,
    raise_finding: Raise,
    block_ids_of: Callable[[Finding], frozenset[str]] = block_ids,
) -> list[Finding]:
    """The findings, waived where a sound waiver says so, and what is wrong with the waivers themselves.

    Where two waivers accept one finding, the earlier in the draft is the one it is marked with.
    `block_ids_of` answers in lower case.
    """
    result = list(findings)
    places = [(each.rule, block_ids_of(each)) for each in result]
    extra: list[Finding | None] = []
    for waiver in sorted(waivers, key=lambda each: each.span):
        rule = terms.rule(waiver.rule)
        if rule is None:
            extra.append(_unknown(waiver, terms, raise_finding))
            continue
        matched = [n for n, place in enumerate(places) if _matches(waiver, rule, place)]
        faults = _faults(waiver, rule, terms, raise_finding)
        if not faults and terms.honour:
            _mark(result, matched, waiver)
        if waiver.on.strip() and not matched and (terms.ran is None or rule in terms.ran):
            faults.append(_unused(waiver, rule, source, raise_finding))
        extra.extend(faults)
    return result + [each for each in extra if each is not None]


def _matches(waiver: Waiver, rule: str, place: tuple[str, frozenset[str]]) -> bool:
    return place[0] == rule and " ".join(waiver.on.strip('" ').split()).casefold() in place[1]


def _mark(findings: list[Finding], matched: Sequence[int], waiver: Waiver) -> None:
    assert waiver.until is not None, "an incomplete waiver is never honoured"
    waived = Waived(reason=waiver.reason, by=waiver.by, on=waiver.agreed, until=waiver.until)
    for n in matched:
        if findings[n].waived is None:
            findings[n] = findings[n]._replace(waived=waived)


def _unknown(waiver: Waiver, terms: Terms, raise_finding: Raise) -> Finding | None:
    known = [*terms.codes, *terms.codes.values()] if re.search(r"\d", waiver.rule) else terms.codes
    hint = suggestion(waiver.rule, known)
    message = f'No rule is called "{waiver.rule}", so this waiver accepts nothing{hint}'
    return raise_finding(
        UNKNOWN_RULE,
        message,
        waiver.span,
        waiver.path,
        help="Name the rule as the report does, or delete the line",
    )


def _faults(waiver: Waiver, rule: str, terms: Terms, raise_finding: Raise) -> list[Finding | None]:
    """What stops a waiver of a known rule from having effect."""
    faults: list[Finding | None] = []
    missing = _missing(waiver)
    if missing:
        message = f"This waiver of {rule} does not say {missing}, so it has no effect"
        where = waiver.on or "R1"
        example = f"WAIVE {rule} on {where}: why it is accepted, by WHO on 3 March 2026, until 1 July 2026"
        faults.append(
            raise_finding(INCOMPLETE, message, waiver.span, waiver.path, help=f"Write it as: {example}")
        )
    if rule in terms.mandatory:
        message = f"{rule} is mandatory and cannot be waived, so this waiver has no effect"
        faults.append(
            raise_finding(
                MANDATORY,
                message,
                waiver.span,
                waiver.path,
                help="Mend what the rule finds, and delete the line",
            )
        )
    if waiver.until is not None and terms.as_of is not None and terms.as_of > waiver.until:
        days = (terms.as_of - waiver.until).days
        ago = "a day" if days == 1 else f"{days} days"
        message = (
            f"This waiver of {rule} ended on {in_words(waiver.until)}, {ago} "
            f"before {in_words(terms.as_of)}, so it has no effect"
        )
        help_ = "Mend what it accepted, or have it accepted afresh with a new end date"
        faults.append(raise_finding(EXPIRED, message, waiver.span, waiver.path, help=help_))
    return faults


def _missing(waiver: Waiver) -> str:
    """What the waiver fails to say, in words."""
    gaps = [
        words
        for words, said in (
            ("which block it is about", waiver.on.strip()),
            ("why", waiver.reason.strip()),
            ("who accepted it", waiver.by.strip()),
            ("until when", waiver.until),
        )
        if not said
    ]
    return listed(gaps)


def _unused(waiver: Waiver, rule: str, source: Source, raise_finding: Raise) -> Finding | None:
    where = f" on {waiver.on}" if waiver.on else ""
    return raise_finding(
        UNUSED,
        f"This waiver matches nothing: {rule} finds no fault{where}",
        waiver.span,
        waiver.path,
        help="Delete it, so that it cannot hide a later fault",
        fix=Fix("delete the waiver", Safety.SAFE, strike_lines(source, waiver.span)),
    )
