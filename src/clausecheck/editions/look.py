"""Looks things up in the editions: what stands at a reference, and where a title went."""

from __future__ import annotations

import re
from dataclasses import dataclass

from clausecheck.editions.load import editions
from clausecheck.editions.record import FULL_LENGTH, SCHEDULE, Edition, Form, Provision, Status, alike


class UnknownEdition(LookupError):
    """There is no such edition among those known; the message names them."""


@dataclass(frozen=True, slots=True)
class Move:
    """Where a schedule stands in two editions. `was` or `now` is None where no schedule is known to have the
    title; `certain` says whether that means that there is none.
    """

    title: str
    was: Provision | None
    now: Provision | None
    certain: bool

    @property
    def moved(self) -> bool:
        """Whether it stands in both, in different places."""
        return self.was is not None and self.now is not None and self.was.number != self.now.number


def edition(name: str) -> Edition:
    """The edition of this name, also as `2026-27` or `2026/2027`. Raises UnknownEdition."""
    found = re.fullmatch(r"\s*(20\d\d)\s*[-/–]\s*(?:20)?(\d\d)\s*", name)
    every = editions()
    known = every.get(f"{found[1]}/{found[2]}") if found else None
    if known is None:
        raise UnknownEdition(f'no edition is called "{name}"; known are {", ".join(every)}')
    return known


def find(system: str, number: str, edition_name: str, form: str | None = None) -> Provision | None:
    """What is known of a reference: of `36.2` with system `SC`, of `2a(i)` with system `Schedule`.

    No form means full-length. None where the number is not one of the form's, nor one of which anything is
    said. Raises UnknownEdition.
    """
    table = edition(edition_name).forms[form or FULL_LENGTH].provisions.get(system, {})
    for each in _spellings(system, number):
        if each in table:
            return table[each]
    return None


def title_of(system: str, number: str, edition_name: str, form: str | None = None) -> str | None:
    """The title that stands at a reference; None where none stands or none is known. Else as `find`."""
    found = find(system, number, edition_name, form)
    return found.title if found is not None and found.status is Status.HELD else None


def moved(title: str, before: str, after: str, form: str | None = None) -> Move:
    """Where the schedule of this title stands in two editions. Raises UnknownEdition."""
    was, was_certain = by_title(edition(before).forms[form or FULL_LENGTH], title)
    now, now_certain = by_title(edition(after).forms[form or FULL_LENGTH], title)
    if was is not None and now is None and was.formerly:
        now, now_certain = by_title(edition(after).forms[form or FULL_LENGTH], was.formerly)
    if now is not None and was is None and now.formerly:
        was, was_certain = by_title(edition(before).forms[form or FULL_LENGTH], now.formerly)
    return Move(title, was, now, was_certain and now_certain)


def by_title(form: Form, title: str) -> tuple[Provision | None, bool]:
    """The schedule of this title (or once of this title), and whether that, or its absence, is certain.

    Absence is certain where nothing of the form's schedules is unknown.
    """
    wanted = alike(title)
    for each in form.of(SCHEDULE):
        if each.status is Status.HELD and wanted in (alike(each.title), alike(each.formerly)):
            return each, True
    return None, all(each.status is not Status.UNKNOWN for each in form.of(SCHEDULE))


def _spellings(system: str, number: str) -> list[str]:
    if system != SCHEDULE:
        found = re.match(r"\s*(\d+)", number)
        return [str(int(found[1]))] if found else [number]
    found = re.match(r"\s*(\d+)\s*([A-Za-z]?)\s*\(?([ivx]*)", number)
    if found is None:
        return [number]
    whole, letter, small = str(int(found[1])), found[2].upper(), found[3].lower()
    return [f"{whole}{letter}{small}", *([f"{whole}{letter}"] if small else [])]
