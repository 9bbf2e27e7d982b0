"""How `clausecheck edition` writes an edition, and the comparison of two, for people and for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from clausecheck.editions import MEANING, Change, Comparison, Edition, Form, Provision, Status
from clausecheck.editions.change import Gap, How
from clausecheck.editions.record import CATEGORY, GC, PART, SC, SCHEDULE, SYSTEMS

HEADINGS = {
    PART: "Parts",
    CATEGORY: "Service categories",
    SC: "Service Conditions",
    GC: "General Conditions",
    SCHEDULE: "Schedules",
}

_HOW = {
    How.MOVED: "Moved",
    How.RENAMED: "Title changed",
    How.NEW: "New",
    How.GONE: "Gone",
}


def as_text(edition: Edition, forms: Sequence[str]) -> Iterator[str]:
    """The edition, line by line: what is known, by form, and then what its tags and sources stand for."""
    yield f"NHS Standard Contract {edition.name}"
    if edition.like:
        yield f"What was not read of it is carried over from {edition.like}, with weaker evidence."
    if edition.facts:
        yield ""
        for fact in edition.facts:
            yield f"  {fact.text}  [{fact.evidence}, {fact.source}]"
    for name in forms:
        yield from _form(edition.forms[name])
    shown = [each for name in forms for each in _all(edition.forms[name])]
    yield from ("", "Evidence")
    tags = {each.evidence for each in shown} | {fact.evidence for fact in edition.facts}
    yield from (f"  {tag:<5}  {meaning}" for tag, meaning in MEANING.items() if tag in tags)
    yield from ("", "Sources")
    keys = {each.source for each in shown} | {fact.source for fact in edition.facts}
    yield from (f"  {key}: {source}" for key, source in edition.sources.items() if key in keys)


def _form(form: Form) -> Iterator[str]:
    yield from ("", form.name[0].upper() + form.name[1:])
    for system in SYSTEMS:
        every = form.of(system)
        if every:
            yield from ("", f"  {HEADINGS[system]}")
            wide = max(len(_number(each)) for each in every)
            for each in every:
                yield f"    {_number(each):<{wide}}  {_said(each)}"
    if form.not_known:
        yield from ("", "  Not known")
        yield from (f"    {each}" for each in form.not_known)


def _number(provision: Provision) -> str:
    return provision.name if provision.system in (SC, GC) else provision.number


def _said(provision: Provision) -> str:
    note = f" ({provision.note})" if provision.note else ""
    if provision.status is Status.UNKNOWN:
        return f"not known: {provision.note}"
    if provision.status is Status.OMITTED:
        title = f": {provision.title}" if provision.title else ""
        return f"left out{title}{note}  [{_evidence(provision)}]"
    return f"{provision.title}{note}  [{_evidence(provision)}]"


def _evidence(provision: Provision) -> str:
    return f"{provision.evidence}, {provision.source}"


def _all(form: Form) -> list[Provision]:
    return [each for system in SYSTEMS for each in form.of(system) if each.source]


def comparison_as_text(comparison: Comparison, forms: Sequence[str]) -> Iterator[str]:
    """What changed, line by line and form by form, and what is not known of it."""
    before, after = comparison.before, comparison.after
    yield f"NHS Standard Contract, {before} to {after}"
    if before == after:
        yield "The same edition: nothing changed."
        return
    for form in forms:
        changes = [each for each in comparison.changes if each.form == form]
        yield from ("", form[0].upper() + form[1:], "")
        if not changes:
            yield "  No change is known."
        for how in How:
            those = [each for each in changes if each.how is how]
            if those:
                yield f"  {_HOW[how]}"
                yield from (f"    {_changed(each)}  [{each.evidence}]" for each in those)
        yield from ("", "  Not known")
        yield from (f"    {line}" for line in _not_known(comparison, form))
    tags = {each.evidence for each in comparison.changes if each.form in forms}
    if tags:
        yield from ("", "Evidence (the weaker of the two editions)")
    yield from (f"  {tag:<5}  {meaning}" for tag, meaning in MEANING.items() if tag in tags)


def _changed(change: Change) -> str:
    before, after = change.before, change.after
    if before is None:
        return f"{after.name} {after.title}" if after else ""
    if after is None:
        return f"{before.name} {before.title}"
    to = after.title if change.how is How.RENAMED else after.name
    if change.how is How.MOVED:
        title = before.title if before.title == after.title else f"{before.title}, now {after.title}"
        return f"{before.name} to {to}: {title}"
    return f"{before.name} {before.title}: now {to}"


def _not_known(comparison: Comparison, form: str) -> Iterator[str]:
    before, after = comparison.before, comparison.after
    for each in comparison.unplaced:
        if each.form == form:
            was = each.provision
            yield f"where {after} has {was.title} ({was.name} in {before}), if it has it"
    gaps = [each for each in comparison.gaps if each.form == form]
    if names := _together(each for each in gaps if _lacks(each.before)):
        yield f"what stood in {before}, and so whether it changed: {names}"
    if names := _together(each for each in gaps if not _lacks(each.before)):
        yield f"what stands in {after}: {names}"
    read, listed = comparison.read[form], comparison.listed[form]
    count = f"{read or 'none'} {'was' if read < 2 else 'were'} read in {after} itself"
    rest = "the others are" if read else "all are"
    yield (
        f"whether that is all: of the {listed} entries of {after}, {count}; "
        f"{rest} carried over, second-hand or from memory"
    )


def _lacks(provision: Provision | None) -> bool:
    return provision is None or provision.status is Status.UNKNOWN


def _together(gaps: Iterable[Gap]) -> str:
    """`SC7, SC9; Schedules 3E, 3F`."""
    groups: dict[str, list[str]] = {}
    for gap in gaps:
        groups.setdefault(gap.system, []).append(gap.number)
    return "; ".join(
        f"Schedule{'s' * (len(numbers) > 1)} {', '.join(numbers)}"
        if system == SCHEDULE
        else ", ".join(f"{system if system in (SC, GC) else ''}{number}" for number in numbers)
        for system, numbers in groups.items()
    )


def as_json(edition: Edition, forms: Sequence[str]) -> dict[str, Any]:
    """The edition as an object."""
    return {
        "edition": edition.name,
        "like": edition.like or None,
        "facts": [{"text": f.text, "evidence": f.evidence, "source": f.source} for f in edition.facts],
        "forms": {
            name: {
                "provisions": [
                    _object(each) for system in SYSTEMS for each in edition.forms[name].of(system)
                ],
                "not_known": list(edition.forms[name].not_known),
            }
            for name in forms
        },
        "evidence": dict(MEANING),
        "sources": dict(edition.sources),
    }


def _object(provision: Provision | None) -> dict[str, Any] | None:
    """All keys, whatever is known; null where there is nothing to say."""
    if provision is None:
        return None
    return {
        "system": provision.system,
        "number": provision.number,
        "status": provision.status.value,
        "title": provision.title or None,
        "evidence": provision.evidence or None,
        "source": provision.source or None,
        "read_in": provision.read_in or None,
        "note": provision.note or None,
    }


def comparison_as_json(comparison: Comparison, forms: Sequence[str]) -> dict[str, Any]:
    """The comparison as an object."""
    return {
        "from": comparison.before,
        "to": comparison.after,
        "forms": {
            form: {
                "changes": [
                    {
                        "change": each.how.value,
                        "before": _object(each.before),
                        "after": _object(each.after),
                        "evidence": each.evidence,
                    }
                    for each in comparison.changes
                    if each.form == form
                ],
                "not_known": [
                    {
                        "system": each.system,
                        "number": each.number,
                        "before": _object(each.before),
                        "after": _object(each.after),
                    }
                    for each in comparison.gaps
                    if each.form == form
                ],
                "unplaced": [_object(each.provision) for each in comparison.unplaced if each.form == form],
                "entries": comparison.listed[form],
                "entries_read_in_edition": comparison.read[form],
            }
            for form in forms
        },
    }
