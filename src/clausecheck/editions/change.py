"""What changed from one edition to another, as far as it is known, and what is not known of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from clausecheck.editions.evidence import READ, weaker
from clausecheck.editions.record import (
    FORMS,
    SCHEDULE,
    SYSTEMS,
    Edition,
    Form,
    Provision,
    Status,
    alike,
    place,
)


class How(StrEnum):
    """The ways in which a provision can differ."""

    MOVED = "moved"
    RENAMED = "renamed"
    NEW = "new"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Change:
    """A provision that differs. NEW has no `before`, GONE no `after`; `evidence` is the weakest involved."""

    form: str
    how: How
    before: Provision | None
    after: Provision | None
    evidence: str


@dataclass(frozen=True, slots=True)
class Gap:
    """A number that may or may not differ; `before` and `after` are what each edition has there."""

    form: str
    system: str
    number: str
    before: Provision | None
    after: Provision | None


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A provision of the earlier edition of which it is not known where the later one has it, if anywhere."""

    form: str
    provision: Provision


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two editions compared. An edition differs in nothing from itself, whatever is unknown of it.

    `read` and `listed` count, by form, the entries of the later edition that were read in it, and all.
    """

    before: str
    after: str
    changes: tuple[Change, ...]
    gaps: tuple[Gap, ...]
    unplaced: tuple[Unplaced, ...]
    read: dict[str, int]
    listed: dict[str, int]


def compare(before: Edition, after: Edition) -> Comparison:
    """What is known to differ between two editions, form by form in the order of the Contract."""
    changes: list[Change] = []
    gaps: list[Gap] = []
    unplaced: list[Unplaced] = []
    for form in FORMS if before.name != after.name else ():
        for system in SYSTEMS:
            old, new = before.forms[form], after.forms[form]
            changes += _changes(form, system, old, new)
            gaps += _gaps(form, system, old, new)
            unplaced += (Unplaced(form, each) for each in _unplaced(system, old, new))
    held = {
        form: [each for system in SYSTEMS for each in after.forms[form].of(system) if each.evidence]
        for form in FORMS
    }
    read = {form: sum(each.evidence == READ for each in every) for form, every in held.items()}
    listed = {form: len(every) for form, every in held.items()}
    return Comparison(before.name, after.name, tuple(changes), tuple(gaps), tuple(unplaced), read, listed)


def _changes(form: str, system: str, old: Form, new: Form) -> Iterator[Change]:
    before, after = _held(old, system), _held(new, system)
    partners = dict(_partners(before, after, system))
    for one in before:
        other = partners.get(one.number)
        if other is None:
            if _shows_absence(one, new):
                missing = new.provisions[system].get(one.number)
                by = missing.evidence if missing is not None else ""
                yield Change(form, How.GONE, one, None, weaker(one.evidence, by or one.evidence))
        elif one.number != other.number:
            yield Change(form, How.MOVED, one, other, weaker(one.evidence, other.evidence))
        elif one.title != other.title:
            yield Change(form, How.RENAMED, one, other, weaker(one.evidence, other.evidence))
    taken = {each.number for each in partners.values()}
    for other in after:
        if other.number not in taken and _shows_absence(other, old):
            yield Change(form, How.NEW, None, other, other.evidence)


def _partners(
    before: list[Provision], after: list[Provision], system: str
) -> Iterator[tuple[str, Provision]]:
    """Each number before, with what stands for the same thing after: by title, or else by number.

    The letters of schedules pass from one thing to another, so there the number alone proves nothing.
    """
    for one in before:
        for other in after:
            if system == SCHEDULE:
                same = bool(_titles(one) & _titles(other))
            else:
                same = one.number == other.number
            if same:
                yield one.number, other
                break


def _unplaced(system: str, old: Form, new: Form) -> Iterator[Provision]:
    """What stood before, stands nowhere known, and is not known to be gone."""
    before, after = _held(old, system), _held(new, system)
    placed = {number for number, _ in _partners(before, after, system)}
    yield from (each for each in before if each.number not in placed and not _shows_absence(each, new))


def _titles(provision: Provision) -> set[str]:
    return {alike(title) for title in (provision.title, provision.formerly) if title}


def _held(form: Form, system: str) -> list[Provision]:
    return [each for each in form.of(system) if each.status is Status.HELD]


def _shows_absence(provision: Provision, form: Form) -> bool:
    """Whether a form without this title is known to be without it.

    It may stand where the form's contents are not known: for a schedule, at any letter of the same number.
    """
    table = form.provisions[provision.system]
    same = table.get(provision.number)
    if not table:
        return False
    if same is not None and same.status is Status.OMITTED:
        return True
    around = [
        each
        for each in table.values()
        if each.number == provision.number
        or (provision.system == SCHEDULE and place(each.number)[0] == place(provision.number)[0])
    ]
    return all(each.status is not Status.UNKNOWN for each in around)


def _gaps(form: str, system: str, old: Form, new: Form) -> Iterator[Gap]:
    before, after = old.provisions[system], new.provisions[system]
    for number in sorted({*before, *after}, key=lambda each: (place(each), each)):
        pair = before.get(number), after.get(number)
        if any(each is not None and each.status is Status.UNKNOWN for each in pair):
            yield Gap(form, system, number, *pair)
