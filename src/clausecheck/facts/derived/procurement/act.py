"""Which procurements the Procurement Act 2023 governs, and of what sort each contract is.

What every module about the Act shares; it adds no facts of its own. Health care bought under the Provider
Selection Regime lies outside the Act, so only a draft that names the Act as its regime is judged by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from clausecheck.facts.blocks import choice_of
from clausecheck.facts.dated import Figure, counting, figures_of
from clausecheck.facts.derived.frame.parties import kind_of_party
from clausecheck.facts.derived.frame.term import day_of
from clausecheck.facts.derived.procurement.psr import publication_day
from clausecheck.facts.derived.words.lines import line_of
from clausecheck.model.draft import Block, Draft, Field
from clausecheck.model.values import Money, Names
from clausecheck.patterns import Pattern

ACT = "Procurement Act 2023"

CENTRAL, SUB_CENTRAL, LIGHT_TOUCH = "central government", "sub-central", "light touch"

_CENTRAL = frozenset({"NHS England", "NHS trust", "foundation trust"})
_SUB_CENTRAL = frozenset({"ICB", "local authority", "combined authority"})

# The divisions of the CPV in which light touch services lie, and words for them. Where a draft does not say
# what it is, these are taken for a light touch contract, which much of the Act leaves alone.
_LIGHT_CODES = Pattern(r"(?<!\d)(?:55|60|63|64|75|79|80|85|92|98)\d{6}")
_LIGHT_WORDS = Pattern(
    r"\bsocial (?:care|work|services)|\bcare (?:homes?|at home)\b|\breablement\b|\bsupported living\b"
    r"|\b(?:home|day|domiciliary|respite|residential|nursing|extra|personal)[- ]care\b|\bcarers?\b"
    r"|\bcounselling\b|\badvocacy\b|\bnursing\b|\beducation|\btraining\b|\blight[- ]touch\b"
    r"|\bhealth ?care\b|\b(?:health|clinical|care) services?\b",
    re.I,
)
_WORKS = Pattern(r"(?<!\d)45\d{6}")


def is_act(block: Block) -> bool:
    """Whether a PROCUREMENT block says that it is under the Procurement Act 2023."""
    return choice_of(block, "Regime") == ACT


def award_notice(block: Block) -> Field | None:
    """The contract award notice, which the Act's standstill is counted from.

    A draft may put it under the label of the PSR's notice that comes before the standstill.
    """
    return block.get("Award notice") or block.get("Intention to award notice")


def act_blocks(draft: Draft) -> Iterator[Block]:
    """The PROCUREMENT blocks under the Act, whose process had not begun before the Act applied."""
    for block in draft.of("PROCUREMENT"):
        if is_act(block) and figure(draft, block, "standstill") is not None:
            yield block


def all_act(draft: Draft) -> bool:
    """Whether the draft is procured under the Act and under nothing else."""
    blocks = list(draft.of("PROCUREMENT"))
    return bool(blocks) and len(blocks) == len(list(act_blocks(draft)))


def first_day(draft: Draft, block: Block) -> date | None:
    """The earliest day of the award that a draft tells of; the process began on it or before."""
    known = (
        day_of(block, "Procedure begun"),
        publication_day(award_notice(block)),
        day_of(block, "Award date"),
        entered(draft, block),
        day_of(draft.contract, "Service Commencement Date"),
    )
    return min((day for day in known if day is not None), default=None)


def entered(draft: Draft, block: Block) -> date | None:
    """The day on which the contract is made: signed, else dated, where there is only one award."""
    return day_of(block, "Contract signed") or (
        day_of(draft.contract, "Date of contract") if _only(draft) else None
    )


def figure(draft: Draft, block: Block, name: str) -> Figure | None:
    """A figure of the Act on the day that the award process began, or the newest where no day is known."""
    day = day_of(block, "Procedure begun") or first_day(draft, block)
    return counting(figures_of("procurement", "procurement-act"), name, day)


def limit(draft: Draft, block: Block, name: str) -> int:
    """The same as a number. Only for a block of `act_blocks`, and a figure the Act began with."""
    found = figure(draft, block, name)
    assert found is not None
    return found.value


def money_stated(draft: Draft, block: Block) -> Money | None:
    """The value of a contract as the draft states it: that of the award, else of its one contract."""
    field = block.get("Proposed value") or block.get("Original value")
    if field is None and _only(draft) and draft.contract is not None:
        field = draft.contract.get("Contract value")
    return field.value if field is not None and isinstance(field.value, Money) else None


def is_light(block: Block) -> bool:
    """Whether a draft says that a contract is light touch."""
    return choice_of(block, "Light touch") == "yes"


def may_be_light(draft: Draft, block: Block) -> bool:
    """Whether a contract is light touch, or may be one for what the draft says."""
    if block.get("Light touch") is not None:
        return choice_of(block, "Light touch") != "no"
    if _LIGHT_CODES.search(line_of(block.get("CPV codes"))):
        return True
    about = [block, *draft.of("CONTRACT", "SERVICES")]
    said = [" ".join([each.title, *(line_of(field) for field in each.fields)]) for each in about]
    return any(_LIGHT_WORDS.search(words) for words in said)


def is_framework(block: Block) -> bool:
    """Whether what is awarded is a framework."""
    return choice_of(block, "Instrument") == "framework"


def is_concession(draft: Draft) -> bool:
    """Whether the contract is a concession."""
    return choice_of(draft.contract, "Model") == "integrated concession"


def is_works(block: Block) -> bool:
    """Whether works are bought, by the CPV codes."""
    return _WORKS.search(line_of(block.get("CPV codes"))) is not None


def band_of(draft: Draft, block: Block) -> str | None:
    """Whose threshold applies, by what the authorities are; None where they differ or nobody can say."""
    field = block.get("Authorities")
    if field is None or not isinstance(field.value, Names):
        return None
    parties = [draft.by_id.get(name.id) for name in field.value.names]
    kinds = {kind_of_party(party) if party else None for party in parties}
    if kinds <= _CENTRAL:
        return CENTRAL
    return SUB_CENTRAL if kinds <= _SUB_CENTRAL else None


def covered(draft: Draft, block: Block) -> bool:
    """Whether a contract reaches its threshold, as far as the draft shows: the Act's duties are for those."""
    value = money_stated(draft, block)
    if value is None or value.per is not None:
        return True
    name = LIGHT_TOUCH if is_light(block) else band_of(draft, block) or CENTRAL
    found = figure(draft, block, name)
    return found is None or value.pence >= found.value


def worth_over(draft: Draft, block: Block, name: str) -> Money | None:
    """The value of a contract where it is above a figure of the Act."""
    value = money_stated(draft, block)
    return value if value is not None and value.pence > limit(draft, block, name) else None


def _only(draft: Draft) -> bool:
    return len(list(draft.of("PROCUREMENT"))) == 1
