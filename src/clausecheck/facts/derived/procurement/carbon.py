"""The Carbon Reduction Plan that NHS England asks for, and the value that decides whether it does."""

from __future__ import annotations

import re

from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.blocks import choice_of, ref_of, state_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.procurement.buyers import a_year_of_contract, councils_alone
from clausecheck.facts.derived.procurement.psr import place_of, says_none
from clausecheck.facts.derived.words import walk
from clausecheck.facts.derived.words.lines import gives_reason, line_of
from clausecheck.facts.fact import State
from clausecheck.facts.kinds import flag, kind, money, text, word
from clausecheck.model.draft import Block, Draft
from clausecheck.patterns import Pattern

KINDS = (
    kind(
        "carbon_plan",
        "What a procurement of the NHS says of a plan to cut carbon.",
        procurement=word("the PROCUREMENT block"),
        framework=flag("a framework is awarded"),
        denied=flag("the line says that there is none, and gives no reason"),
        a_year=money("what the contract is worth in a year", optional=True),
        why=text("what makes a plan due, in words"),
        said=text("the line as written"),
    ),
    kind(
        "carbon_by_lifetime",
        "Words that test the Carbon Reduction Plan's £5 million on the value of the whole contract.",
        written=text("the words"),
    ),
)

_LABEL = "Carbon reduction plan"
_SPOKEN = Pattern(r"\bcarbon reduction plan|\bgreen plan\b|\bnet zero commitment", re.I)
_FIVE_MILLION = Pattern(r"£\s?5(?:\.0+)?\s?(?:m\b|mn\b|million\b)|£5,000,000\b|\bfive million\b", re.I)
_LIFETIME = Pattern(
    r"\blife-?time\b|\bwhole[- ]life\b|\btotal (?:contract )?value\b|\bin total\b"
    r"|\bover the (?:whole )?(?:contract )?term\b|\bover (?:its|the) (?:whole )?life\b",
    re.I,
)
_YEARLY = Pattern(
    r"\bper (?:annum|year)\b|\b(?:a|each|every|any|one|contract) year\b|\bannual|\byearly\b|\bp\.?a\b", re.I
)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds each test by the wrong value, and each procurement of the NHS with what it says of carbon."""
    wrong = _by_lifetime(draft, facts)
    for block in draft.of("PROCUREMENT"):
        if not councils_alone(draft, block) and block.span.start not in wrong:
            _plan(draft, block, facts)


def _by_lifetime(draft: Draft, facts: Collector) -> set[int]:
    """Adds the stretches that test by the lifetime, and returns where the blocks they are in begin."""
    found = set()
    for words in walk.words(draft):
        about = words.label == _LABEL or _SPOKEN.search(words.text)
        if not about or not _FIVE_MILLION.search(words.text):
            continue
        if _LIFETIME.search(words.text) and not _YEARLY.search(words.text):
            if words.block is not None:
                found.add(words.block.span.start)
            facts.add(
                "carbon_by_lifetime",
                words.span,
                words.path,
                shown={"name": "the test for a Carbon Reduction Plan", "written": words.text},
            )
    return found


def _plan(draft: Draft, block: Block, facts: Collector) -> None:
    field = block.get(_LABEL)
    if field is None or state_of(field) is not State.STATED:
        return
    words = line_of(field)
    value = a_year_of_contract(draft, block)
    framework = choice_of(block, "Instrument") == "framework"
    facts.add(
        "carbon_plan",
        place_of(field, block),
        (*block.path, _LABEL),
        procurement=ref_of(block),
        framework=framework,
        denied=says_none(words) and not gives_reason(words),
        a_year=value,
        shown={
            "name": block.name,
            "why": "a framework, whatever its value" if framework else _worth(value),
            "said": words,
        },
    )


def _worth(value: int | None) -> str:
    return f"worth {pounds(value)} a year" if value is not None else ""
