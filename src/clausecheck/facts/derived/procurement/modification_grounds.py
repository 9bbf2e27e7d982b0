"""What a change to a PSR contract rests on: the limb of reg 13 that the draft names, and what it asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausecheck.facts.blocks import choice_of, ref_of, state_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.procurement.psr import DAP_A, DAP_B, DAP_C, place_of, psr_blocks
from clausecheck.facts.derived.words.lines import line_of
from clausecheck.facts.derived.words.sentences import about
from clausecheck.facts.fact import State
from clausecheck.facts.kinds import kind, text, word
from clausecheck.model.draft import Block, Draft
from clausecheck.patterns import Pattern

KINDS = (
    kind(
        "modification_ground",
        "A change to a contract under the PSR whose ground in reg 13 does not hold as the draft has it.",
        procurement=word("the PROCUREMENT block; empty for a clause"),
        fault=word("not named, by agreement, materially different, review not clear or price by discretion"),
        limb=text("the limb of reg 13 that the draft names, or that its other lines point to"),
        written=text("the ground as written"),
        said=text("what is wrong with it, as a clause"),
    ),
)

_LIMB = Pattern(r"\b13\s*\((1\)\s*\([a-d]\)|3\))")
_URGENT = Pattern(r"\b(?:PSR|reg(?:ulation)?\.?) ?14\b", re.I)
_NO_LIMB = Pattern(
    r"\breg|\bPSR\b|\b13\b|\b14\b|\b72\b|\breview\b|\bprovided for\b|\bexternal|\bsuccession|\burgen"
    r"|\bformula|\bvolume|\boption|\bextension|\bbelow\b|\b25\b|£",
    re.I,
)
_BY_WILL = Pattern(r"\bagree|\bconsent|\bdiscretion|\bmutual|\bdecision of\b|\bdecides?\b|\brequest", re.I)
_VAGUE = Pattern(
    r"\bmay (?:be )?(?:revis|review|agree|chang|amend|var)|\bto be agreed\b|\bas (?:the parties )?agree"
    r"|\bas (?:needed|necessary|required|appropriate)\b|\bfrom time to time\b|\bdiscretion\b",
    re.I,
)
_PRECISE = Pattern(
    r"\bschedule\b|\bclauses?\b|\bSC ?\d|\bGC ?\d|\bannex|\bappendix|\bparagraph|\bparticulars\b|\"|\d ?%"
    r"|\bformula|\bband|\btriggers?\b|\bextension\b|\boption to\b|£|\bVARIATION\b|\bindex|\bstep",
    re.I,
)
_PRICE = Pattern(r"\bprices?\b|\bpricing\b|\buplift|\binflation|\btariff|\brates?\b|\bcosts?\b", re.I)
_CHOSEN = Pattern(
    r"\bdiscretion|\bas (?:the )?(?:\w+ )?(?:agrees?|agreed|decides?|determines?|thinks? fit)\b|\bnegotiat"
    r"|\bto be agreed\b|\bby agreement\b|\breasonabl",
    re.I,
)
_FORMULA = Pattern(
    r"\bformula|\bindex|\bCPI\b|\bRPI\b|\bGDP\b|\bcost uplift factor|\bpayment scheme\b|\bNHSPS\b|\bnational"
    r"|\bpublished\b|\bschedule\b|\bno discretion|\bnot (?:at|by)\b",
    re.I,
)
_TESTED = Pattern(r"\bselection criteria\b|\bcriteria (?:are|is|being|were)? ?met\b", re.I)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds what is wrong with the ground of each PSR procurement's changes."""
    for block in psr_blocks(draft):
        field = block.get("Modification ground")
        if field is not None and state_of(field) is not State.STATED:
            continue
        changes = [each for label in ("Cumulative change", "Changes") if (each := block.get(label))]
        if field is None and not changes:
            continue
        _untested(block, facts)
        for fault, label, said in _faults(block):
            place = block.get(label) or field or changes[0]
            facts.add(
                "modification_ground",
                place_of(place, block),
                (*block.path, place.label),
                procurement=ref_of(block),
                fault=fault,
                shown={
                    "name": block.name,
                    "limb": limb_of(block) or "",
                    "written": line_of(field),
                    "said": said,
                },
            )
    if next(psr_blocks(draft), None) is not None:
        _in_clauses(draft, facts)


def _in_clauses(draft: Draft, facts: Collector) -> None:
    """Adds each clause that calls a price which a party sets at will a response to external factors."""
    for said in about(draft, "external factor", "13(1)(c)"):
        if said.block is None or said.block.head.name != "CLAUSE":
            continue
        chosen = _PRICE.search(said.text) and _CHOSEN.search(said.text)
        if chosen and not _FORMULA.search(said.text) and not said.negated_before(len(said.text)):
            facts.add(
                "modification_ground",
                said.span,
                said.path,
                procurement="",
                fault="price by discretion",
                shown={"name": said.name, "limb": "", "written": said.text, "said": f'says "{said.text}"'},
            )


def limb_of(block: Block) -> str | None:
    """The limb of reg 13 that a change rests on: as named, else as its cause or the first award tells."""
    words = line_of(block.get("Modification ground"))
    if match := _LIMB.search(words):
        return "reg 13(" + "".join(match[1].split())
    if _URGENT.search(words):
        return "reg 14"
    if choice_of(block, "Original award route") in (DAP_A, DAP_B):
        return "reg 13(3)"
    return {
        "authority": "reg 13(1)(d)",
        "external factors": "reg 13(1)(c)",
        "change of provider identity": "reg 13(1)(b)",
    }.get(choice_of(block, "Change caused by") or "")


def _faults(block: Block) -> Iterator[tuple[str, str, str]]:
    """Each fault of the ground, the label where it shows, and what to say of it."""
    limb, words = limb_of(block), line_of(block.get("Modification ground"))
    if limb is None and not words and block.complete:
        yield "not named", "Cumulative change", "does not say which limb of reg 13 allows them"
    if limb is None and _BY_WILL.search(words) and not _NO_LIMB.search(words):
        yield "by agreement", "Modification ground", f'rests them on "{words}"'
    different = choice_of(block, "Materially different") == "yes" and choice_of(block, "Route") != DAP_C
    if different and limb in ("reg 13(1)(c)", "reg 13(1)(d)", "reg 13(3)"):
        yield "materially different", "Materially different", ""
    if limb == "reg 13(1)(a)" and len(_LIMB.findall(words)) == 1:
        rest = _LIMB.sub(" ", words)
        if _VAGUE.search(rest) and not re.search(r"\d ?%|formula", rest, re.I):
            yield "review not clear", "Modification ground", f'says "{words}"'
        elif not _PRECISE.search(rest):
            yield "review not clear", "Modification ground", f'says only "{words}"'
    if limb == "reg 13(1)(c)":
        listed = "; ".join(part for part in (words, line_of(block.get("Changes"))) if part)
        if _PRICE.search(listed) and _CHOSEN.search(listed) and not _FORMULA.search(listed):
            label = "Modification ground" if _CHOSEN.search(words) else "Changes"
            yield "price by discretion", label, f'says "{line_of(block.get(label))}"'


def _untested(block: Block, facts: Collector) -> None:
    """Adds a change of provider by succession of which nobody says that the selection criteria are met."""
    ground = block.get("Modification ground")
    place = ground or block.get("Change caused by")
    if limb_of(block) != "reg 13(1)(b)" or not block.complete or place is None:
        return
    if block.get("Basic selection criteria") is None and not _TESTED.search(line_of(ground)):
        facts.add(
            "psr_words",
            place_of(place, block),
            (*block.path, place.label),
            fault="automatic successor",
            shown={
                "name": block.name,
                "written": f"{place.label}: {line_of(place)}",
                "lacking": "",
                "example": "",
            },
        )
