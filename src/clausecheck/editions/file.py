"""Reads the files of the editions, and carries over to an edition what it takes from another.

What is carried over is worth less: read in 2021/22, it is only read elsewhere for 2022/23.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from clausecheck.editions.evidence import READ, READ_ELSEWHERE, carried
from clausecheck.editions.record import (
    CATEGORY,
    FORMS,
    FULL_LENGTH,
    GC,
    PART,
    SC,
    SCHEDULE,
    SHORTER_FORM,
    Edition,
    Fact,
    Form,
    Provision,
    Status,
    place,
)

Tag = Literal["V1", "V-old", "V2", "M-hi", "M-med"]

_STRICT = ConfigDict(extra="forbid", frozen=True)


class Entry(BaseModel):
    """A line of a file: what stands at a number, that nothing does, or that it is not known what."""

    model_config = _STRICT

    title: str = ""
    formerly: str = ""
    evidence: Tag | None = None
    source: str = ""
    read_in: str = ""
    note: str = ""
    omitted: bool = False
    unknown: str = ""

    @model_validator(mode="after")
    def _claims_what_it_shows(self) -> Entry:
        if self.unknown:
            if self.model_fields_set != {"unknown"}:
                raise ValueError("what is not known has no title and no evidence")
            return self
        if not self.evidence or not self.source:
            raise ValueError("evidence or source is missing")
        if not self.title and not self.omitted:
            raise ValueError("a title is missing")
        if (self.evidence == READ_ELSEWHERE) != bool(self.read_in):
            raise ValueError(f"read_in says where evidence {READ_ELSEWHERE} was read, and goes with no other")
        return self


Entries = dict[str, Entry]


class FormFile(BaseModel):
    """A form's own entries; the rest is carried over."""

    model_config = _STRICT

    not_known: tuple[str, ...] | None = None
    parts: Entries = {}
    service_categories: Entries = Field({}, alias="service-categories")
    service_conditions: Entries = Field({}, alias="service-conditions")
    general_conditions: Entries = Field({}, alias="general-conditions")
    schedules: Entries = {}

    def entries(self) -> dict[str, Entries]:
        """The entries by system."""
        return {
            PART: self.parts,
            CATEGORY: self.service_categories,
            SC: self.service_conditions,
            GC: self.general_conditions,
            SCHEDULE: self.schedules,
        }


class FactEntry(BaseModel):
    """Something known of the edition as a whole."""

    model_config = _STRICT

    text: str
    evidence: Tag
    source: str


class EditionFile(BaseModel):
    """A file."""

    model_config = _STRICT

    edition: str = Field(pattern=r"^20\d\d/\d\d$")
    like: str = ""
    sources: dict[str, str] = {}
    facts: tuple[FactEntry, ...] = ()
    full_length: FormFile = Field(alias="full-length")
    shorter_form: FormFile = Field(alias="shorter-form")

    def forms(self) -> dict[str, FormFile]:
        """The forms by name."""
        return {FULL_LENGTH: self.full_length, SHORTER_FORM: self.shorter_form}


def read_editions(texts: Mapping[str, str]) -> dict[str, Edition]:
    """The editions in these files, by name and in order.

    Raises ValueError, with the file's name, for one that is wrong, and for `like` without an older edition.
    """
    files = sorted((_file(name, text) for name, text in texts.items()), key=lambda each: each.edition)
    made: dict[str, Edition] = {}
    for file in files:
        if file.like and file.like not in made:
            raise ValueError(f"{file.edition} is like {file.like}, which is no older edition")
        made[file.edition] = _edition(file, made.get(file.like))
    return made


def _file(name: str, text: str) -> EditionFile:
    try:
        read = EditionFile.model_validate(tomllib.loads(text))
    except ValueError as fault:  # pydantic's and tomllib's faults are of this kind
        raise ValueError(f"{name}: {fault}") from None
    if read.edition.replace("/", "-") + ".toml" != name:
        raise ValueError(f"{name}: holds the edition {read.edition}")
    return read


def _edition(file: EditionFile, like: Edition | None) -> Edition:
    sources = {**(like.sources if like else {}), **file.sources}
    forms = {
        name: _form(name, form, file.edition, like.forms[name] if like else None)
        for name, form in file.forms().items()
    }
    facts = tuple(Fact(each.text, each.evidence, each.source) for each in file.facts)
    used = {each.source for each in facts} | {
        each.source
        for name in FORMS
        for table in forms[name].provisions.values()
        for each in table.values()
        if each.source
    }
    if unnamed := sorted(used - set(sources)):
        raise ValueError(f"{file.edition}: no such source: {', '.join(unnamed)}")
    return Edition(
        file.edition, file.like, facts, forms, {key: sources[key] for key in sources if key in used}
    )


def _form(name: str, file: FormFile, edition: str, like: Form | None) -> Form:
    provisions = {}
    for system, entries in file.entries().items():
        table = {each.number: _carried_over(each) for each in (like.of(system) if like else ())}
        table |= {
            number: _provision(system, number, entry, f"{edition} {name}")
            for number, entry in entries.items()
        }
        if system in (SC, GC, SCHEDULE):
            table = {number: table[number] for number in sorted(table, key=place)}
        provisions[system] = table
    not_known = file.not_known if file.not_known is not None else like.not_known if like else ()
    return Form(name, provisions, not_known)


def _carried_over(provision: Provision) -> Provision:
    return provision._replace(evidence=carried(provision.evidence)) if provision.evidence else provision


def _provision(system: str, number: str, entry: Entry, here: str) -> Provision:
    if entry.unknown:
        return Provision(system, number, Status.UNKNOWN, note=entry.unknown)
    return Provision(
        system,
        number,
        Status.OMITTED if entry.omitted else Status.HELD,
        entry.title,
        entry.evidence or "",
        entry.source,
        here if entry.evidence == READ else entry.read_in,
        entry.note,
        entry.formerly,
    )
