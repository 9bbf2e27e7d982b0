"""Procurement under the PSR: what the block leaves out, when it began, and how far a contract may change."""

from __future__ import annotations

import re

from clausecheck.facts.arithmetic.calendars import canonical
from clausecheck.facts.arithmetic.change import considerable_change, modification
from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.blocks import choice_of, money_of, ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.frame.term import day_of
from clausecheck.facts.derived.procurement.change_share import share_in_words
from clausecheck.facts.derived.procurement.psr import DAP_A, DAP_B, DAP_C, WITH_CRITERIA, place_of, psr_blocks
from clausecheck.facts.derived.words.lines import line_of
from clausecheck.facts.kinds import count, flag, kind, text, word
from clausecheck.model.draft import Block, Draft
from clausecheck.model.suggest import listed
from clausecheck.patterns import Pattern

KINDS = (
    kind(
        "psr_procurement",
        "A PROCUREMENT under the PSR, as a whole.",
        procurement=word("the PROCUREMENT block"),
        route=word("the route it follows", optional=True),
        gaps=count("how many lines that reg 24 records would fill are not there"),
        begun_before_psr=flag("its award process began before 1 January 2024, when the PSR came into force"),
        missing=text("what is not there"),
        begun=text("when the award process began"),
    ),
    kind(
        "considerable_change",
        "The considerable change threshold of direct award process C (PSR reg 6(10)).",
        procurement=word("the PROCUREMENT block"),
        met=flag("the threshold is met, so that process C is not open"),
        by_value=flag("it is met by value: at least £500,000 and at least 25%, by the authority's decision"),
        by_character=flag("it is met because the arrangements are materially different"),
        cause_stated=flag("the draft says what causes the change"),
        original=text("the lifetime value of the existing contract when it was entered into"),
        proposed=text("the lifetime value of the proposed contract"),
        change=text("the difference"),
        change_percent=text("the difference as a percentage"),
    ),
    kind(
        "modification_limits",
        "A running contract's changes against the limits of PSR reg 13(2) and (4).",
        procurement=word("the PROCUREMENT block"),
        allowed=flag("some limb of reg 13 permits the change"),
        notice_due=flag("the change must be published: the authority's decision, and £500,000 or more"),
        notice_stated=flag("the draft has a Modification notice line, or was not read in full"),
        different=flag("the change makes the contract materially different, whatever its value"),
        decrease=flag("the value falls; the regulation does not say whether that counts"),
        original=text("the lifetime value at signature"),
        change=text("what all changes since come to"),
        change_percent=text("the same as a percentage of the value at signature"),
    ),
)

_PSR_BEGINS = 2024
_GAPS = (
    ("Key criteria", "key criteria", WITH_CRITERIA),
    ("Basic selection criteria", "basic selection criteria", WITH_CRITERIA),
    ("Conflicts of interest", "conflicts of interest", None),
)

# A record that says of itself that it holds what was decided and nothing of how.
_OUTCOME_ONLY = Pattern(
    r"\W*(?:the )?(?:outcome|result|decision|award|winner|name of the provider)(?: of the award)?\W+"
    r"(?:is |are )?(?:only|alone|and nothing (?:else|more))\W*",
    re.I,
)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds what each PSR procurement lacks, and what its values come to."""
    for block in psr_blocks(draft):
        route = choice_of(block, "Route")
        _whole(block, route, facts)
        _change(block, route, facts)
        _modification(block, facts)


def _whole(block: Block, route: str | None, facts: Collector) -> None:
    begun = day_of(block, "Procedure begun")
    missing = [
        words
        for label, words, routes in _GAPS
        if block.complete and block.get(label) is None and (routes is None or route in routes)
    ]
    if _OUTCOME_ONLY.fullmatch(line_of(block.get("Records"))):
        missing.append("who decided and why, in its Records")
    field = block.get("Procedure begun")
    facts.add(
        "psr_procurement",
        block.span,
        block.path,
        procurement=ref_of(block),
        route=route,
        gaps=len(missing),
        begun_before_psr=begun is not None and begun.year < _PSR_BEGINS,
        shown={
            "name": block.name,
            "missing": listed(missing),
            "begun": canonical(begun) if begun else "",
        },
        spans={"begun": field.value.span} if field and field.value else {},
    )


def _change(block: Block, route: str | None, facts: Collector) -> None:
    original, proposed = money_of(block, "Original value"), money_of(block, "Proposed value")
    different = choice_of(block, "Materially different") == "yes"
    valued = original is not None and proposed is not None
    if route != DAP_C or not (different or valued):
        return
    cause = choice_of(block, "Change caused by")
    # Where the draft does not say who caused the change, the authority that proposes it is taken to have.
    result = considerable_change(
        original if valued and original else 0,
        proposed if valued and proposed else 0,
        attributable=cause in (None, "authority"),
        materially_different=different,
        external_factors=cause == "external factors",
        succession_only=cause == "change of provider identity",
    )
    place = (block.get("Materially different") if not result.value_limb else None) or block.get(
        "Proposed value"
    )
    assert place is not None
    existing = block.get("Original value")
    facts.add(
        "considerable_change",
        place_of(place, block),
        (*block.path, place.label),
        procurement=ref_of(block),
        met=result.met,
        by_value=valued and result.value_limb,
        by_character=result.materially_different,
        cause_stated=cause is not None,
        shown={
            "name": block.name,
            "original": pounds(original) if original is not None else "",
            "proposed": pounds(proposed) if proposed is not None else "",
            "change": pounds(result.value.change),
            "change_percent": share_in_words(original or 0, result.value.change),
        },
        spans={"original": place_of(existing, block)} if existing else {},
    )


def _modification(block: Block, facts: Collector) -> None:
    field = block.get("Cumulative change")
    original, change = money_of(block, "Original value"), money_of(block, "Cumulative change")
    cause = choice_of(block, "Change caused by")
    if field is None or original is None or change is None or cause is None or original < 0:
        return
    ground = line_of(block.get("Modification ground"))
    result = modification(
        original,
        change,
        attributable=cause == "authority",
        materially_different=choice_of(block, "Materially different") == "yes",
        provided_for=re.search(r"13\(1\)\(a\)", ground) is not None,
        succession_only=cause == "change of provider identity",
        external_factors=cause == "external factors",
        direct_award_a_or_b=choice_of(block, "Original award route") in (DAP_A, DAP_B),
    )
    urgent = re.search(r"\b(?:reg(?:ulation)?\.? ?)?14\b", ground) is not None
    facts.add(
        "modification_limits",
        place_of(field, block),
        (*block.path, field.label),
        procurement=ref_of(block),
        allowed=result.allowed or urgent,
        notice_due=result.notice,
        notice_stated=block.get("Modification notice") is not None or not block.complete,
        different=choice_of(block, "Materially different") == "yes",
        decrease=result.is_decrease,
        shown={
            "name": block.name,
            "original": pounds(original),
            "change": pounds(change),
            "change_percent": share_in_words(original, result.value.change),
        },
    )
