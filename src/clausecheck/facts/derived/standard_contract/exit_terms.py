"""Whether a contract is ready for its end: a plan for it, and what the plan covers."""

from __future__ import annotations

import re

from clausecheck.facts.arithmetic.money import pounds
from clausecheck.facts.blocks import money_of, state_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.frame.parties import LEADING, roles
from clausecheck.facts.derived.governance.board_words import elsewhere
from clausecheck.facts.derived.standard_contract.standing import standing_of
from clausecheck.facts.derived.words.lines import line_of, listed
from clausecheck.facts.fact import State
from clausecheck.facts.kinds import count, flag, kind, money, text
from clausecheck.model.draft import Draft
from clausecheck.patterns import Pattern

KINDS = (
    kind(
        "exit_plan",
        "What a full-length NHS Standard Contract with a stated value says of its end.",
        value=money("the Contract value"),
        missing=flag("neither a block, a link, a clause nor a schedule speaks of exit arrangements"),
        worth=text("the Contract value, in pounds"),
    ),
    kind(
        "exit_cover",
        "What the Covers line of an EXIT block leaves out.",
        itself=flag("the draft is an NHS Standard Contract"),
        lacking=count("how many of the heads it leaves out"),
        missing=text("the heads that it leaves out"),
    ),
)

_HEADS = (
    (
        "patients",
        Pattern(
            r"\bpatient|\bservice users?\b|\bpeople\b|\bpersons?\b|\bcare\b|\bcaseload|\bclients?\b"
            r"|\bresidents?\b|\bchildren\b|\bfamil|\btenants?\b|\bcohort\b|\bwomen\b",
            re.I,
        ),
    ),
    ("records", Pattern(r"\brecords?\b|\bdata\b|\binformation\b|\bnotes\b", re.I)),
    ("staff", Pattern(r"\bstaff|\bTUPE\b|\bworkforce\b|\bemploy|\bpensions?\b|\bteams?\b", re.I)),
    (
        "assets",
        Pattern(
            r"\bassets?\b|\bequipment\b|\bpremises\b|\bestates?\b|\bleases?\b|\bbuildings?\b|\bstock\b"
            r"|\bdevices?\b|\bmonitors?\b|\banalysers?\b|\btenanc|\bvehicles?\b|\bkit\b",
            re.I,
        ),
    ),
    ("sub-contracts", Pattern(r"\bsub-?contract|\bcontracts?\b|\bsuppl", re.I)),
)
_ALL = Pattern(r"\ball\b|\beverything\b", re.I)
_EXIT = Pattern(
    r"\bexit\b|\bsuccession plan|\bGC ?18\b|\bSchedule 2 ?I\b|\bhand-?back\b"
    r"|\bconsequences? of (?:expiry|termination)\b",
    re.I,
)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds what the contract says of its end, and what its exit arrangements do not cover."""
    _plan(draft, facts)
    itself = standing_of(draft).itself
    for block in draft.of("EXIT"):
        field = block.get("Covers")
        if field is None or state_of(field) is not State.STATED or not block.complete:
            continue
        said = line_of(field)
        if elsewhere(said) or _ALL.search(said):
            continue
        lacking = [name for name, pattern in _HEADS if not pattern.search(said)]
        if "assets" in lacking and block.get("Asset hand-back"):
            lacking.remove("assets")
        if "sub-contracts" in lacking and not _sub_contracts(draft):
            lacking.remove("sub-contracts")
        facts.add(
            "exit_cover",
            field.span,
            (*block.path, "Covers"),
            itself=itself,
            lacking=len(lacking),
            shown={"name": block.name, "missing": listed(lacking)},
        )


def _plan(draft: Draft, facts: Collector) -> None:
    contract = draft.contract
    value = money_of(contract, "Contract value")
    form = next(iter(facts.of("form")), None)
    whole = draft.unplaced == 0 and not draft.includes and not draft.fragment
    if contract is None or value is None or form is None or not whole:
        return
    if form.values.get("length") != "full-length" or not standing_of(draft).itself:
        return
    field = contract.get("Contract value")
    assert field is not None
    facts.add(
        "exit_plan",
        field.span,
        (*contract.path, "Contract value"),
        value=value,
        missing=not _speaks_of_exit(draft),
        shown={"name": contract.title or contract.name, "worth": pounds(value)},
    )


def _speaks_of_exit(draft: Draft) -> bool:
    for block in draft.blocks:
        if not block.complete or block.head.name == "EXIT":
            return True
        if block.head.name in ("MEMBERSHIP", "RISK SHARE", "PARTY", "SUBCONTRACT"):
            continue  # a party that leaves is another matter
        if any(field.label == "Exit arrangements" or _EXIT.search(line_of(field)) for field in block.fields):
            return True
        if block.head.name == "CLAUSE" and _EXIT.search(
            " ".join([block.title, *(each.raw for each in block.prose)])
        ):
            return True
    return False


def _sub_contracts(draft: Draft) -> bool:
    """Whether anybody sub-contracts, so that sub-contracts have to go somewhere."""
    return any(True for _ in draft.of("SUBCONTRACT")) or any(
        roles(party) & LEADING or "sub-contractor" in roles(party) for party in draft.of("PARTY")
    )
