"""What an agreement is in law: words of partnership, courts among NHS bodies, and services under one roof."""

from __future__ import annotations

import re

from clausecheck.facts.blocks import choice_of
from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.frame.form import on_the_contract
from clausecheck.facts.derived.frame.parties import PROVIDING, kind_of_party, roles
from clausecheck.facts.derived.words import walk
from clausecheck.facts.derived.words.lines import listed, whole
from clausecheck.facts.derived.words.sentences import about, taken_back
from clausecheck.facts.kinds import flag, kind, text
from clausecheck.model.draft import Draft
from clausecheck.patterns import Pattern

KINDS = (
    kind(
        "partnership_words",
        "Words that make the parties partners in law, or one of them the agent of another.",
        written=text("the words"),
    ),
    kind(
        "court_remedy",
        "A clause that goes to court, in a draft whose parties are all health service bodies.",
        parties=text("the parties, each with the kind of body it is"),
        written=text("the words"),
    ),
    kind(
        "common_control",
        "Services of several bodies that come under one: a new body, or a fully integrated contract.",
        noted=flag("the draft says that competition or merger control was considered, or nobody can say"),
        signs=text("what shows it"),
    ),
)

_PARTNERS = Pattern(
    r"\b(?:constitutes?|creates?|forms?|establish(?:es)?) (?:a |an )?(?:legal |general |limited )?partnership"
    r"(?: in law| at law| (?:among|between) (?:the|them))\b"
    r"|\b(?:constitutes?|creates?|forms?) a (?:legal|general) partnership\b"
    r"|\b(?:is|are|be|become) (?:legal )?partners (?:in law|at law|within the meaning"
    r"|for the purposes of the Partnership"
    r"|under the Partnership)"
    r"|\bpartnership (?:within the meaning of|under) the Partnership Act\b"
    r"|\b(?:is|are|acts?|act) (?:as )?(?:the )?agents? (?:of|for) (?:each other|one another"
    r"|(?:all )?(?:the )?other (?:part(?:y|ies)|members?|providers?)|every other (?:party|member))\b"
    r"|\b(?:may|can|has (?:the )?(?:power|authority) to) bind (?:each other"
    r"|(?:all )?(?:the )?other (?:part(?:y|ies)|members?|providers?)|every other (?:party|member))\b",
    re.I,
)

_BODIES = frozenset({"ICB", "NHS England", "NHS trust"})
_COURT = Pattern(
    r"\b(?:the )?(?:High Court|county court|courts of England(?: and Wales)?|English courts?"
    r"|(?:through|before|in|to|by) the courts?|litigation|court proceedings|legal proceedings)\b",
    re.I,
)
_KNOWS_NINE = Pattern(
    r"\b(?:section|s\.?) ?9\b|\bNHS contracts? \b[^.;]*\b(?:not|law)\b|\bjudicial review\b", re.I
)
_DENIED_AFTER = Pattern(r"^[^.;]{0,40}\b(?:not|never|no)\b", re.I)

_NOTED = Pattern(
    r"\bmerger (?:control|advice|note|situation)\b|\brelevant merger\b|\bcompetition (?:law|advice|note"
    r"|assess\w+|review)"
    r"|\bCMA\b|\bCompetition and Markets\b|\bEnterprise Act\b|\bdominan(?:t|ce)\b",
    re.I,
)
# A body that several others own together; an SPV may have one owner, and then nothing merges.
_OWNED_BY_SEVERAL = frozenset({"LLP"})


def derive(draft: Draft, facts: Collector) -> None:
    """Adds words of partnership, remedies in court, and services that come under one body."""
    bodies = _only_nhs_bodies(draft)
    for sentence in about(draft, "partner", "agent", "bind", "court", "litigation", "proceedings"):
        match = _PARTNERS.search(sentence.text)
        if match and not taken_back(sentence, match):
            facts.add(
                "partnership_words",
                sentence.of(match),
                sentence.path,
                shown={"name": match[0], "written": match[0].strip()},
            )
        # The steps of a DISPUTES block are held against GC14 elsewhere.
        if bodies and sentence.block and sentence.block.head.name == "CLAUSE":
            court = _COURT.search(sentence.text)
            if court is None:
                continue
            if taken_back(sentence, court) or _DENIED_AFTER.search(sentence.text[court.end() :]):
                continue
            facts.add(
                "court_remedy",
                sentence.of(court),
                sentence.path,
                shown={"name": court[0], "written": court[0].strip(), "parties": bodies},
            )
    _common_control(draft, facts)


def _only_nhs_bodies(draft: Draft) -> str:
    """The parties in words, where all are health service bodies and the draft does not speak of that."""
    parties = list(draft.of("PARTY"))
    if len(parties) < 2 or not whole(draft) or not on_the_contract(draft):
        return ""
    if any(kind_of_party(party) not in _BODIES for party in parties):
        return ""
    if any(_KNOWS_NINE.search(words.text) for words in walk.words(draft)):
        return ""
    return listed([f"{party.id} ({kind_of_party(party)})" for party in parties])


def _common_control(draft: Draft, facts: Collector) -> None:
    contract = draft.contract
    if contract is None:
        return
    bodies = [party for party in draft.of("PARTY") if roles(party) & PROVIDING]
    new = next((party for party in bodies if kind_of_party(party) in _OWNED_BY_SEVERAL), None)
    full = choice_of(contract, "Integration") == "fully integrated"
    acute = choice_of(contract, "Care model") == "ACC"
    if new is not None:
        block, label, signs = new, "Kind", f"has {new.title or new.id} among its providers, an LLP"
    elif full:
        block, label, signs = contract, "Integration", "puts the services of several bodies into one contract"
    elif acute:
        block, label, signs = contract, "Care model", "joins the services of hospitals"
    else:
        return
    field = block.get(label)
    note = any(each.get("Competition note") is not None for each in draft.of("ASSURANCE"))
    facts.add(
        "common_control",
        field.span if field else block.span,
        (*block.path, label),
        noted=note or not whole(draft) or any(_NOTED.search(words.text) for words in walk.words(draft)),
        shown={"name": contract.title or contract.name, "signs": signs},
    )
