"""What an agreement settles among its parties: who acts for the commissioners, who sub-contracts to whom,
and which subjects nothing in it speaks of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from clausecheck.facts.blocks import ref_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.frame.parties import COMMISSIONING, roles
from clausecheck.facts.kinds import kind, text, word
from clausecheck.model.draft import Draft
from clausecheck.model.suggest import listed
from clausecheck.model.values import Names
from clausecheck.patterns import Pattern
from clausecheck.spans import Span

KINDS = (
    kind(
        "unsettled",
        "A subject that no label, link or clause of the draft speaks of; none where not all could be read.",
        subject=word("leaving, variation, termination or precedence"),
    ),
    kind(
        "inner_subcontract",
        "A SUBCONTRACT between two parties that each provide under the agreement in their own right.",
        subcontract=word("the SUBCONTRACT block"),
        giver=word("the provider that passes services on"),
        taker=word("the provider that takes them"),
    ),
    kind(
        "coordination",
        "What is wrong with who acts for the commissioners of a draft.",
        fault=word("none (several commissioners and nobody for them), several or outsider"),
        who=text("the parties concerned"),
    ),
)

CO_ORDINATING = "co-ordinating commissioner"


class _Subject(NamedTuple):
    """Where a subject is settled: labels as (head, label), and words in the title or text of a clause."""

    name: str
    labels: tuple[tuple[str, str], ...]
    words: Pattern


_SUBJECTS = (
    _Subject(
        "leaving",
        (("MEMBERSHIP", "Leaving"), ("RISK SHARE", "Withdrawal"), ("RISK SHARE", "On exit")),
        Pattern(r"\bleav(?:e|es|ing)\b|\bwithdraw|\bexit of\b|\bparty that goes\b", re.I),
    ),
    _Subject(
        "variation",
        (
            ("VARIATION", "Process"),
            ("VARIATION", "Consent"),
            ("VARIATION", "National variations"),
            ("LINKS", "Variations"),
        ),
        Pattern(r"\bvar(?:y|ied|iations?)\b|\bamend|\bchange control\b|\bGC ?13\b", re.I),
    ),
    _Subject(
        "termination",
        (
            ("TERMINATION", "Grounds"),
            ("TERMINATION", "Commissioner notice"),
            ("TERMINATION", "Provider notice"),
            ("LINKS", "Termination"),
        ),
        Pattern(r"\bterminat|\bGC ?17\b", re.I),
    ),
    _Subject(
        "precedence",
        (("CONTRACT", "Precedence"),),
        Pattern(
            r"\bprecedence\b|\bprevail|\bconflict between\b|\binconsisten|\bsubject to the (?:NHS )?Standard",
            re.I,
        ),
    ),
)


def derive(draft: Draft, facts: Collector) -> None:
    """Adds the subjects that are not settled, sub-contracts among providers, and faults of co-ordination."""
    _unsettled(draft, facts)
    _inner_subcontracts(draft, facts)
    _coordination(draft, facts)


def _unsettled(draft: Draft, facts: Collector) -> None:
    contract = draft.contract
    whole = draft.unplaced == 0 and not draft.includes and not draft.fragment
    if contract is None or not whole:
        return
    model = contract.get("Model")
    for subject in _SUBJECTS:
        if not any(_spoken_of(subject, draft)) and not (subject.name == "leaving" and _by_notice(draft)):
            facts.add(
                "unsettled",
                model.span if model else contract.span,
                contract.path,
                subject=subject.name,
                shown={"name": contract.title or contract.name},
            )


def _by_notice(draft: Draft) -> bool:
    """Whether notice is all there is to leaving: both sides may give it, and no risk is shared."""
    given = any(
        block.get("Commissioner notice") and block.get("Provider notice") for block in draft.of("TERMINATION")
    )
    return given and not any(True for _ in draft.of("RISK SHARE"))


def _spoken_of(subject: _Subject, draft: Draft) -> Iterator[bool]:
    """Whether each block speaks of the subject; a block that is not complete may."""
    for block in draft.blocks:
        labels = [label for head, label in subject.labels if head == block.head.name]
        if labels:
            yield not block.complete or any(block.get(label) for label in labels)
        if block.head.name == "CLAUSE":
            yield bool(subject.words.search(block.title))
            yield any(subject.words.search(text.raw) is not None for text in block.prose)


def _inner_subcontracts(draft: Draft, facts: Collector) -> None:
    providers = {party.id for party in draft.of("PARTY") if "provider" in roles(party)}
    for block in draft.of("SUBCONTRACT"):
        field = block.get("Between")
        if field is None or not isinstance(field.value, Names):
            continue
        names = list(dict.fromkeys(name.id for name in field.value.names))
        if len(names) == 2 and providers.issuperset(names):
            facts.add(
                "inner_subcontract",
                field.value.span,
                (*block.path, "Between"),
                subcontract=ref_of(block),
                giver=names[0],
                taker=names[1],
                shown={"name": block.name},
            )


def _coordination(draft: Draft, facts: Collector) -> None:
    """One commissioner acts for several; the line of the contract and the roles of the parties must agree."""
    parties = {party.id: party for party in draft.of("PARTY")}
    commissioners = [name for name, party in parties.items() if roles(party) & COMMISSIONING]
    contract = draft.contract
    field = contract.get("Co-ordinating commissioner") if contract else None
    named = [name.id for name in field.value.names] if field and isinstance(field.value, Names) else []
    outside = [name for name in named if name in parties and not roles(parties[name]) & COMMISSIONING]
    acting = list(dict.fromkeys([*named, *(n for n in commissioners if CO_ORDINATING in roles(parties[n]))]))
    if contract and field and any(roles(parties[name]) for name in outside):
        _fault("outsider", outside, field.span, (*contract.path, field.label), facts)
    elif len(acting) > 1:
        second = parties.get(acting[1]) or parties[acting[0]]
        role = second.get("Role")
        _fault("several", acting, role.span if role else second.span, second.path, facts)
    elif contract and not acting and field is None and len(commissioners) > 1 and _nothing_unread(draft):
        _fault("none", commissioners, contract.span, contract.path, facts)


def _fault(fault: str, who: list[str], span: Span, path: tuple[str, ...], facts: Collector) -> None:
    said = listed(who, "and")
    facts.add("coordination", span, path, fault=fault, shown={"name": said, "who": said})


def _nothing_unread(draft: Draft) -> bool:
    """Whether what is not in the draft is missing, and every party's role is known."""
    whole = draft.unplaced == 0 and not draft.includes and not draft.fragment
    return whole and all(block.complete and roles(block) for block in draft.of("PARTY"))
