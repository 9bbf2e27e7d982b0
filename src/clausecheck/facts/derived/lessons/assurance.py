"""Whether a contract that is novel or complex was tested before signature, and who watches its risks."""

from __future__ import annotations

import re

from clausecheck.facts.arithmetic.calendars import canonical
from clausecheck.facts.blocks import choice_of, ref_of, state_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.frame.parties import PROVIDING, kind_of_party, roles
from clausecheck.facts.derived.frame.term import day_of
from clausecheck.facts.derived.risk_share.shares import sharing, sides_of
from clausecheck.facts.derived.words.lines import bare_no, listed, said, whole
from clausecheck.facts.fact import State
from clausecheck.facts.kinds import count, flag, kind, text, word
from clausecheck.model.draft import Block, Draft, Field, parts_in
from clausecheck.model.values import Day, Reference
from clausecheck.patterns import Pattern
from clausecheck.spans import Span

KINDS = (
    kind(
        "novelty",
        "What makes a contract novel or complex: a new body, shared losses, a capitated budget.",
        assured=flag("a line of ASSURANCE tells of a gate, a checkpoint or a pass, or nobody can say"),
        signs=text("what makes it so"),
    ),
    kind(
        "assurance_dates",
        "The dates of an assurance process beside the day of signature.",
        late=flag("even the first is after signature"),
        days=count("days from signature to the first; below 0 where it came before"),
        first=text("the first date"),
        signed=text("the Date of contract"),
        after=text("how long after signature the first is, in words"),
    ),
    kind(
        "risk_log",
        "What a risk log says of itself.",
        of=word("the block"),
        complete=flag("it says who keeps it and where risks go from there, or points to a document"),
        lacks=text("what it does not say"),
        said=text("the line as written"),
    ),
    kind(
        "system_risk",
        "Whether an ASSURANCE block names who answers for risks that no single party holds.",
        owned=flag("it names somebody, or nobody can say"),
        parties=text("how many bodies deliver the services, in words"),
    ),
)

_SPECIAL = frozenset({"LLP", "SPV"})
_GATES = ("Gate", "Checkpoints", "Passed")

_KEPT = Pattern(
    r"(?<!no )\bown(?:er|ed|s)\b|\b(?:kept|held|maintained|managed|run|led) by\b|\bkeeps\b|\bholds\b"
    r"|\bofficer\b|\bdirector\b|\bmanager\b|\boffice\b|\bsecretary\b|\bchair\b",
    re.IGNORECASE,
)
_GOES_UP = Pattern(
    r"\bescalat|\breport(?:s|ed)? to\b|\bgoes? to\b|\btaken to\b"
    r"|\b(?:seen|considered|reviewed|read)\b[^.;]* by\b"
    r"|\bboards?\b|\bcommittee\b|\bchief executives?\b|\bexecutive\b",
    re.IGNORECASE,
)
_ELSEWHERE = Pattern(r"\"[^\"]+\"|“[^”]+”")


def derive(draft: Draft, facts: Collector) -> None:
    """Adds what makes a contract complex, the dates of its assurance, and who watches its risks."""
    contract = draft.contract
    if contract is None:
        return
    signs = _signs(draft)
    blocks = list(draft.of("ASSURANCE"))
    _dates(contract, blocks, facts)
    if not signs:
        return
    facts.add(
        "novelty",
        contract.span,
        contract.path,
        assured=not whole(draft) or any(_tells(block, label) for block in blocks for label in _GATES),
        shown={"name": contract.title or contract.name, "signs": listed(signs)},
    )
    for block in blocks:
        _risk_log(block, facts)
        _system_risk(draft, block, facts)


def _signs(draft: Draft) -> list[str]:
    """What makes a contract novel or complex, each in a clause."""
    parties = [party for party in draft.of("PARTY") if roles(party) & PROVIDING]
    special = [party for party in parties if kind_of_party(party) in _SPECIAL]
    sharing = [pool for pool in draft.of("RISK SHARE") if _shares_loss(pool)]
    capitated = [budget for budget in draft.of("BUDGET") if choice_of(budget, "Basis") == "capitation"]
    found = [f"{party.title or party.id} is a new body" for party in special[:1]]
    found += [f'"{pool.title or pool.name}" shares losses' for pool in sharing[:1]]
    return [*found, *(f"{budget.name} is a capitated budget" for budget in capitated[:1])]


def _shares_loss(pool: Block) -> bool:
    if sides_of(pool) == "gain only":
        return False
    return bool(sharing(pool, "loss"))


def _tells(block: Block, label: str) -> bool:
    """Whether a line is there and says more than no; a block that was not read in full may have it."""
    field = block.get(label)
    return not block.complete if field is None else not bare_no(said(block, label))


def _dates(contract: Block, blocks: list[Block], facts: Collector) -> None:
    signed = day_of(contract, "Date of contract")
    dated = [
        (part.day, field)
        for block in blocks
        for label in _GATES
        if (field := block.get(label)) is not None
        for part in _days_in(field)
        if part.day is not None
    ]
    if signed is None or not dated:
        return
    first, field = min(dated, key=lambda each: each[0])
    days = (first - signed).days
    at = contract.get("Date of contract")
    facts.add(
        "assurance_dates",
        field.span,
        ("ASSURANCE", field.label),
        late=days > 0,
        days=days,
        shown={
            "name": "the assurance process",
            "first": canonical(first),
            "signed": canonical(signed),
            "after": _days(days),
        },
        spans={"signed": at.span if at else contract.span},
    )


def _days_in(field: Field) -> list[Day]:
    values = [field.value, *(each for entry in field.entries for each in (entry.key, entry.value))]
    return [part for value in values for part in parts_in(value) if isinstance(part, Day)]


def _days(number: int) -> str:
    return f"{abs(number):,} day{'' if abs(number) == 1 else 's'}"


def _risk_log(block: Block, facts: Collector) -> None:
    field = block.get("Risk log")
    if field is None or state_of(field) is not State.STATED:
        return
    words = said(block, "Risk log")
    parts = [part for value in field.values() for part in parts_in(value)]
    elsewhere = any(isinstance(part, Reference) for part in parts) or _ELSEWHERE.search(words) is not None
    lacks = [
        what
        for what, there in (
            ("who keeps it", _KEPT.search(words)),
            ("where risks go from there", _GOES_UP.search(words)),
        )
        if not there and not elsewhere
    ]
    facts.add(
        "risk_log",
        field.span,
        (*block.path, "Risk log"),
        of=ref_of(block),
        complete=not lacks,
        shown={"name": "the risk log", "lacks": " or ".join(lacks), "said": words},
    )


def _system_risk(draft: Draft, block: Block, facts: Collector) -> None:
    field = block.get("System risk owner")
    providers = sum(1 for party in draft.of("PARTY") if roles(party) & PROVIDING)
    owned = not block.complete if field is None else not bare_no(said(block, "System risk owner"))
    if providers < 2:
        return
    span: Span = field.span if field else block.span
    facts.add(
        "system_risk",
        span,
        (*block.path, "System risk owner") if field else block.path,
        owned=owned,
        shown={"name": "ASSURANCE", "parties": f"{providers} providers"},
    )
