"""The contract form a draft is on, and the edition it names."""

from __future__ import annotations

from clausecheck.facts.collector import Collector
from clausecheck.facts.kinds import count, flag, kind, word
from clausecheck.model.draft import Draft
from clausecheck.model.values import FormOf

KINDS = (
    kind(
        "form",
        "The contract form the draft says it is on.",
        family=word("NHS Standard Contract, ICP contract, section 75 agreement, ..."),
        standard=flag("it is on the NHS Standard Contract, or lies over it"),
        overlay=flag("it lies over another contract"),
        shorter=flag("it is on the shorter form"),
        length=word("full-length or shorter form", optional=True),
        edition=word("the edition, such as 2025/26", optional=True),
        edition_year=count("the year the edition begins in, such as 2025", optional=True),
    ),
)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds the form, where the draft states one."""
    contract = draft.contract
    field = contract.get("Form") if contract else None
    if contract is None or field is None or not isinstance(field.value, FormOf):
        return
    form = field.value
    facts.add(
        "form",
        form.span,
        (*contract.path, "Form"),
        family=form.family,
        standard=form.family == "NHS Standard Contract",
        overlay=form.overlay,
        shorter=form.length == "shorter form",
        length=form.length,
        edition=form.edition,
        edition_year=int(form.edition[:4]) if form.edition else None,
        shown={"name": form.raw},
    )
