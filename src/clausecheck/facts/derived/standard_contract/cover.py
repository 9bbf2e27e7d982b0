"""The cover of the Particulars: the lines that a draft leaves out, and parties without an ODS code."""

from __future__ import annotations

from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.frame.parties import COMMISSIONING, PROVIDING, kind_of_party, roles
from clausecheck.facts.derived.words.lines import listed
from clausecheck.facts.kinds import count, kind, text
from clausecheck.model.draft import Block, Draft

KINDS = (
    kind(
        "cover",
        "The lines that the cover of the Particulars has and a draft that was read in full has not.",
        gaps=count("how many of them there are; the end of the term and who co-ordinates are not counted"),
        missing=text("what they are"),
    ),
    kind(
        "uncoded_parties",
        "The commissioners, and the NHS bodies that provide in their own right, without an ODS code.",
        parties=text("their ids"),
        have=text("has or have"),
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
    """Adds what the cover lacks, and the parties whose lines on it would lack their codes."""
    _cover(draft, facts)
    uncoded = [
        party
        for party in draft.of("PARTY")
        if _on_cover(party) and party.complete and party.get("ODS code") is None
    ]
    if uncoded:
        facts.add(
            "uncoded_parties",
            uncoded[0].span,
            uncoded[0].path,
            shown={
                "name": listed([party.id for party in uncoded]),
                "parties": listed([party.id for party in uncoded]),
                "have": "has" if len(uncoded) == 1 else "have",
            },
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


def _on_cover(party: Block) -> bool:
    """Whether a party is a commissioner, or an NHS body that provides in its own right."""
    has = roles(party)
    return bool(has & COMMISSIONING) or bool(has & _OWN and kind_of_party(party) in _NHS)
