"""The cover of the Particulars: the lines that a draft leaves out, and parties without an ODS code."""

from __future__ import annotations

from clausecheck.facts.blocks import ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.frame import COMMISSIONING, PROVIDING, kind_of_party, roles
from clausecheck.facts.derived.line_words import listed
from clausecheck.facts.kinds import count, kind, text, word
from clausecheck.model.draft import Block, Draft

KINDS = (
    kind(
        "cover",
        "The lines that the cover of the Particulars has and a draft that was read in full has not.",
        gaps=count("how many of them there are; the end of the term and who co-ordinates are not counted"),
        missing=text("what they are"),
    ),
    kind(
        "uncoded_party",
        "A commissioner, or an NHS body that provides in its own right, without an ODS code.",
        party=word("the party's id"),
        role=text("commissioner or provider"),
    ),
)

_LINES = (
    ("Contract reference", "Contract reference"),
    ("Date of contract", "Date of contract"),
    ("Service Commencement Date", "Service Commencement Date"),
)
_NHS = frozenset({"NHS trust", "foundation trust"})
_OWN = PROVIDING - {"sub-contractor"}


def derive(draft: Draft, facts: Collector) -> None:
    """Adds what the cover lacks, and each party whose line on it would lack its code."""
    _cover(draft, facts)
    for party in draft.of("PARTY"):
        role = _role(party)
        if role and party.complete and party.get("ODS code") is None:
            facts.add(
                "uncoded_party",
                party.span,
                party.path,
                party=ref_of(party),
                shown={"name": party.title or party.id, "role": role},
            )


def _cover(draft: Draft, facts: Collector) -> None:
    contract = draft.contract
    whole = draft.unplaced == 0 and not draft.includes and not draft.fragment
    parties = list(draft.of("PARTY"))
    if contract is None or not contract.complete or not whole:
        return
    missing = [words for label, words in _LINES if contract.get(label) is None]
    if all(roles(party) for party in parties):
        sides = (("a commissioner", COMMISSIONING), ("a provider", PROVIDING))
        missing += [words for words, side in sides if not any(roles(party) & side for party in parties)]
    facts.add(
        "cover",
        contract.span,
        contract.path,
        gaps=len(missing),
        shown={"name": contract.title or contract.name, "missing": listed(missing) if missing else ""},
    )


def _role(party: Block) -> str:
    """What brings a party onto the cover: commissioner or provider; empty for any other."""
    has = roles(party)
    if has & COMMISSIONING:
        return "commissioner"
    return "provider" if has & _OWN and kind_of_party(party) in _NHS else ""
