"""References to the NHS Standard Contract, looked up in the edition and form that the draft names."""

from __future__ import annotations

import re
from typing import NamedTuple

from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.words import walk
from clausecheck.facts.kinds import flag, kind, text, word
from clausecheck.model.draft import Draft
from clausecheck.model.form import STANDARD
from clausecheck.model.values import FormOf, Reference
from clausecheck.patterns import Pattern

KINDS = (
    kind(
        "provision",
        "A reference to a condition or schedule of the Contract, looked up in the draft's edition and form.",
        system=word("SC, GC or Schedule"),
        number=word("36, 14, 2A"),
        status=word("held, left out, not known, or none where the form has no such number"),
        edition=word("the edition that the draft names"),
        shorter=flag("the draft is on the shorter form"),
        read=flag("what is known of it was read in this very edition and form"),
        first=flag("no earlier reference relies on this provision"),
        denied=flag("the words before it say that it is left out, or that there is none"),
        misplaced=flag("the words beside it are the title of another schedule of this edition"),
        moved=flag("it is misplaced, and was the right place in another edition"),
        title=text("the title that stands there, or does in the full-length form"),
        named=text("the reference with its title in brackets, where that is known"),
        form=text("the form and edition, in words"),
        written=text("the reference as written"),
        where=text("the label and block it stands in"),
        meant=text("the title that the draft gives it"),
        right=text("where that title stands in this edition"),
        once=text("the edition in which it stood there, to end a sentence; empty where none is known"),
        taken=text("that the newest edition was taken, as a sentence, where the draft names none"),
    ),
)

# The schedule that each label of LINKS speaks of, by its title.
_TITLES = {
    "Service specification": "Service Specifications",
    "Local prices": "Local Prices",
    "Exit arrangements": "Exit Arrangements",
    "Data processing": "Provider Data Processing Agreement",
    "Essential services": "Essential Services",
    "Continuity plan": "Essential Services Continuity Plan",
    "Extension of term": "Extension of Contract Term",
    "Conditions precedent": "Conditions Precedent",
    "Indicative activity plan": "Indicative Activity Plan",
    "Clinical networks": "Clinical Networks",
    "Transition arrangements": "Transition Arrangements",
    "Local quality requirements": "Local Quality Requirements",
    "Documents relied on": "Documents Relied On",
    "Alliance agreement": "Other Local Agreements, Policies and Procedures",
    "Information requirements": "Reporting Requirements",
}

_SYSTEMS = ("SC", "GC", "Schedule")
_NAMED = Pattern(r'\s*(?:[-,:]\s*)?(?:"([^"\n]{4,80})"|\(([A-Za-z][^()\n]{3,80})\))')

# The title behind a comma, or before the schedule in a sentence of its own; only an exact title counts.
_AFTER_COMMA = Pattern(
    r"\s*,\s*(?:the )?([A-Z][^,.;:()\n]{3,80})(?=[,.;:]|$)(?!,? (?:and )?(?:in |at )?Schedule)"
)
_STANDS_IN = Pattern(
    r"(?:^|[.;:]\s+)(?:The |the )?([A-Z][^.;:,()\n]{3,80}?) (?:is|are)"
    r"(?: (?:set out|listed|stated|recorded|given|found))? (?:in|at) $"
)

_DENIED = Pattern(
    r"\b(?:omits?|omitted|leaves? out|left out|lacks?|has no|have no|without|not have|instead of"
    r"|in place of|(?:do|does|did) not (?:include|contain|carry|use))\b[^.;]*$"
    r"|\bno\s*$",
    re.I,
)
_NEAR = 120  # characters around a reference; a long line has many
_LEFT_OUT = Pattern(
    r"\s*(?:\([^)]*\)\s*)?(?:(?:is|are|was) )?(?:left out|omitted|intentionally omitted|not (?:in|part of)"
    r"|does not (?:exist|appear)|not used)\b",
    re.I,
)


class On(NamedTuple):
    """The edition and form that a draft is on; the newest edition where it names none."""

    edition: str
    form: str
    named: bool = True
    """The draft names the edition."""

    @property
    def words(self) -> str:
        """The form and edition, for a message."""
        form = self.form if self.form.endswith("form") else f"{self.form} form"
        return f"the {form} of {self.edition}"


def derive(draft: Draft, facts: Collector) -> None:
    """Adds each reference of a draft that is on the NHS Standard Contract."""
    on = form_of(draft)
    if on is None:
        return
    seen: set[tuple[str, str]] = set()
    for found in walk.parts(draft):
        if isinstance(found.part, Reference) and found.part.system in _SYSTEMS:
            _provision(found.part, found, on, seen, facts)


def form_of(draft: Draft) -> On | None:
    """The edition and form of a draft; None where it is on no NHS Standard Contract or an unknown edition."""
    field = draft.contract.get("Form") if draft.contract else None
    value = field.value if field else None
    if not isinstance(value, FormOf) or value.family != STANDARD:
        return None
    from clausecheck.editions.load import editions
    from clausecheck.editions.record import FULL_LENGTH

    every = list(editions())
    edition = value.edition or every[-1]
    if edition not in every:
        return None
    return On(edition, value.length or FULL_LENGTH, named=value.edition is not None)


def titled(written: str, system: str, number: str, on: On | None) -> str:
    """A reference with its title in brackets, as far as that is known."""
    title = _title(system, number, on) if on is not None else ""
    return f"{written} ({title})" if title else written


def _title(system: str, number: str, on: On) -> str:
    from clausecheck.editions.look import title_of
    from clausecheck.editions.record import FULL_LENGTH

    here = title_of(system, number, on.edition, on.form)
    return here or title_of(system, number, on.edition, FULL_LENGTH) or ""


def _provision(
    reference: Reference, found: walk.Found, on: On, seen: set[tuple[str, str]], facts: Collector
) -> None:
    from clausecheck.editions.evidence import READ
    from clausecheck.editions.look import find
    from clausecheck.editions.record import SHORTER_FORM

    match = re.match(r"\d+[A-Za-z]?", reference.number)
    if match is None:
        return
    number = match[0].upper()
    known = find(reference.system, reference.number, on.edition, on.form)
    status = known.status.value if known else _none(reference.system, number, on)
    meant = _meant(found, on) if reference.system == "Schedule" else ""
    right, once = _right(meant, number, on) if meant else ("", "")
    denied = _denied(found)
    facts.add(
        "provision",
        reference.span,
        found.path,
        system=reference.system,
        number=number,
        status=status,
        edition=on.edition,
        shorter=on.form == SHORTER_FORM,
        read=known is not None and known.evidence == READ,
        first=(reference.system, number) not in seen,
        denied=denied,
        misplaced=bool(right),
        moved=bool(right and once),
        shown={
            "name": reference.raw,
            "title": _title(reference.system, reference.number, on),
            "named": titled(reference.raw, reference.system, reference.number, on),
            "form": on.words,
            "written": reference.raw,
            "where": found.where,
            "meant": meant,
            "right": right,
            "once": once,
            "taken": "" if on.named else f". Form names no edition, so the newest, {on.edition}, was taken",
        },
    )
    if not denied:
        seen.add((reference.system, number))


def _denied(found: walk.Found) -> bool:
    """Whether the words around it say that the form leaves it out, so that nothing is put there."""
    start, end = found.part.span.start - found.starts, found.part.span.end - found.starts
    before, after = found.line[max(start - _NEAR, 0) : max(start, 0)], found.line[end : end + _NEAR]
    return bool(_DENIED.search(before) or _LEFT_OUT.match(after))


def _none(system: str, number: str, on: On) -> str:
    """A number that the form does not list: of a schedule, only where its other letters are known."""
    from clausecheck.editions.look import edition
    from clausecheck.editions.record import Status, place

    listed = edition(on.edition).forms[on.form].of(system)
    if system == "Schedule":
        listed = tuple(each for each in listed if place(each.number)[0] == place(number)[0])
    unsure = not listed or any(each.status is Status.UNKNOWN for each in listed)
    return Status.UNKNOWN.value if unsure else "none"


def _meant(found: walk.Found, on: On) -> str:
    """The title that the draft gives a schedule: after it, before it in a sentence, or by the label."""
    from clausecheck.editions.look import by_title, edition

    if named := _NAMED.match(found.after):
        return named[1] or named[2]
    here = _title("Schedule", found.part.number, on) if isinstance(found.part, Reference) else ""
    listed = bool(here) and here.casefold() in found.before.casefold()
    after = None if listed else _AFTER_COMMA.match(found.after)
    for beside in (after, _STANDS_IN.search(found.before[-200:])):
        if beside and by_title(edition(on.edition).forms[on.form], beside[1])[0] is not None:
            return beside[1]
    in_links = found.block is not None and found.block.head.name == "LINKS"
    return _TITLES.get(found.label, "") if in_links else ""


def _right(meant: str, number: str, on: On) -> tuple[str, str]:
    """Where the title stands instead, and in which edition it stood here; empty where all is well."""
    from clausecheck.editions.load import editions
    from clausecheck.editions.look import by_title, edition, title_of
    from clausecheck.editions.record import FULL_LENGTH, alike

    place, _ = by_title(edition(on.edition).forms[on.form], meant)
    here = title_of("Schedule", number, on.edition, on.form)
    if place is None or (here is not None and alike(here) == alike(meant)):
        return "", ""
    if number in (place.number, place.number.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZivx")):
        return "", ""
    for name in reversed(list(editions())):
        there, _ = by_title(edition(name).forms[FULL_LENGTH], meant)
        if there is not None and there.number == number and name != on.edition:
            return place.name, f": it stood there in {name}"
    return place.name, ""
