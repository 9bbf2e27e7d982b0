"""The holes that a draft still has."""

from __future__ import annotations

from clausecheck.facts.collector import Collector
from clausecheck.facts.derived import walk
from clausecheck.facts.kinds import flag, kind, text, word
from clausecheck.model.draft import Draft
from clausecheck.model.values import Hole, Shares, Votes

KINDS = (
    kind(
        "placeholder",
        "A hole that the draft still has: [ ], £[ ], TBC, ____ and the like.",
        form=word("bracket, money, percent, blank, word or note"),
        label=word("the label it stands under; empty in prose"),
        number=flag("it stands where money or a percentage belongs"),
        written=text("the hole as written"),
        where=text("the label and block it stands in"),
        wants=text("what the hole says should go there"),
    ),
)


def form_of(hole: Hole) -> str:
    """How a hole is written."""
    raw = hole.raw.strip()
    if raw.startswith("£"):
        return "money"
    if raw.endswith("%"):
        return "percent"
    if raw.startswith(("_", "…")):
        return "blank"
    if not raw.startswith("["):
        return "word"
    return "note" if hole.wants.lower().startswith("note") else "bracket"


def derive(draft: Draft, facts: Collector) -> None:
    """Adds every placeholder, once for each place."""
    for found in walk.parts(draft):
        if isinstance(found.part, Hole):
            form = form_of(found.part)
            facts.add(
                "placeholder",
                found.part.span,
                found.path,
                form=form,
                label=found.label,
                number=form in ("money", "percent"),
                shown={
                    "name": found.part.raw,
                    "written": found.part.raw,
                    "where": found.where,
                    "wants": found.part.wants,
                },
            )
    _in_lists(draft, facts)


def _in_lists(draft: Draft, facts: Collector) -> None:
    """Holes that stand for a share or a number of votes."""
    for block in draft.blocks:
        for field in block.fields:
            for value in field.values():
                missing = []
                if isinstance(value, Shares):
                    missing = [share for share in value.shares if share.percent is None]
                elif isinstance(value, Votes):
                    missing = [vote for vote in value.votes if vote.votes is None]  # type: ignore[misc]
                for item in missing:
                    facts.add(
                        "placeholder",
                        item.span,
                        (*block.path, field.label),
                        form="percent" if isinstance(value, Shares) else "bracket",
                        label=field.label,
                        number=True,
                        shown={
                            "name": item.raw,
                            "written": item.raw,
                            "where": f"{field.label} of {block.name}",
                            "wants": "",
                        },
                    )
