"""A form without an edition, where a schedule that the draft relies on depends on the edition."""

from __future__ import annotations

from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.standard_contract.provisions import form_of
from clausecheck.facts.kinds import kind, text
from clausecheck.model.draft import Draft
from clausecheck.model.values import FormOf

KINDS = (
    kind(
        "edition_open",
        "The first schedule of a draft that names no edition whose title is not the same in all of them.",
        before=text("its title in the oldest edition in which it is known"),
        before_in=text("that edition"),
        now=text("its title in the newest"),
        now_in=text("that edition"),
        form=text("the form as written"),
    ),
)

_DOUBTFUL = "M-med"


def derive(draft: Draft, facts: Collector) -> None:
    """Adds the first schedule whose meaning the missing edition would decide."""
    field = draft.contract.get("Form") if draft.contract else None
    on = form_of(draft)
    if field is None or not isinstance(field.value, FormOf) or field.value.edition or on is None:
        return
    placed = {fact.span for fact in facts.of("reference") if fact.values["of_particulars"]}
    for fact in facts.of("provision"):
        if fact.span not in placed or fact.values["misplaced"] or fact.values["denied"]:
            continue
        titles = _titles(str(fact.values["number"]), on.form)
        if len(titles) > 1:
            (before_in, before), (now_in, now) = titles[0], titles[-1]
            facts.add(
                "edition_open",
                fact.span,
                fact.path,
                shown={
                    "name": fact.shown["written"],
                    "before": before,
                    "before_in": before_in,
                    "now": now,
                    "now_in": now_in,
                    "form": field.value.raw,
                },
                spans={"form": field.span},
            )
            return


def _titles(number: str, form: str) -> list[tuple[str, str]]:
    """The titles that a schedule has had, each with the first edition in which it is known."""
    from clausecheck.editions.load import editions
    from clausecheck.editions.look import find
    from clausecheck.editions.record import SCHEDULE, Status, alike

    found: list[tuple[str, str]] = []
    for name in editions():
        known = find(SCHEDULE, number, name, form)
        if known is None or known.status is not Status.HELD or known.evidence == _DOUBTFUL:
            continue
        if not found or alike(found[-1][1]) not in (alike(known.title), alike(known.formerly)):
            found.append((name, known.title))
    return found
