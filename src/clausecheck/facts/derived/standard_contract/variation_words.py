"""What a draft says of how it is varied: what may be changed, by whom and in what form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausecheck.facts.collector import Collector
from clausecheck.facts.derived.words.sentences import Sentence, sentences
from clausecheck.facts.kinds import kind, text, word
from clausecheck.model.draft import Draft
from clausecheck.patterns import Pattern
from clausecheck.spans import Span

KINDS = (
    kind(
        "variation_claim",
        "A sentence on variation that claims more than the Contract lets the parties agree.",
        fault=word("conditions, any term, unwritten, one-sided or national"),
        claim=text("the words that claim it"),
        written=text("the sentence"),
    ),
)

_CHANGES = r"(?:varied|amended|modified|changed|disapplied|replaced)"
_CONDITIONS = r"(?:service|general) conditions?(?! ?\d)"
_BOTH = rf"{_CONDITIONS}(?:(?: and|,)(?: the)? {_CONDITIONS})?"
_MAY = r"(?:\s|\b(?:may|can|shall|will|are|is|be|to|hereby|also|both)\b)+"
_NATIONAL_TERMS = Pattern(
    rf"\b{_BOTH}{_MAY}(?:varied|amended|modified|changed|disapplied|replaced|overridden)\b"
    rf"|\b(?:vary|varies|amends?|modify|modifies|changes?|disappl(?:y|ies)|replaces?|overrides?)\s+"
    rf"(?:(?:the|any|any of the|all|all of the|some of the|parts of the) )?{_BOTH}\b",
    re.I,
)
_TERM = r"(?:clause|term|provision|part|condition)s?"
_ANY_TERM = Pattern(
    rf"\b(?:any|every|each|all)(?: of the)? {_TERM}\b(?: (?:of|in) (?:this|the) (?:contract|agreement))?"
    rf"{_MAY}{_CHANGES}\b"
    rf"|\b(?:vary|amend|change)\s+(?:any|every|all)(?: of the)? {_TERM}\b",
    re.I,
)
_VARIATION = Pattern(
    r"\bvar(?:y|ies|ied|iations?)\b"
    r"|\bamends? (?:this|the) (?:contract|agreement|particulars|prices?|service specifications?)\b",
    re.I,
)
_UNWRITTEN = Pattern(
    r"\b(?:by|on|over|through) (?:an? )?(?:exchange of )?(?:e-?mails?|telephone|phone|text message)\b"
    r"|\borally\b|\bverbal(?:ly)?\b|\bby conduct\b|\bneed not be (?:made |agreed )?in writing\b"
    r"|\bwithout (?:any )?(?:writing|a variation agreement)\b",
    re.I,
)
_NOT_THE_CHANGE = Pattern(
    r"\bnoti(?:ce|f)|\bpropos|\brequest|\bdiscuss|\bcirculat|\bcop(?:y|ies)\b|\bsent\b"
    r"|\bsign|\bconfirm|\brecord|(?<!be )(?<!made )(?<!agreed )(?<!without )\bin writing\b",
    re.I,
)
_ONE_SIDED = Pattern(
    r"\bunilateral(?:ly)?\b|\b(?:in|at) its (?:sole|absolute|own) (?:and absolute )?discretion\b"
    r"|\bwithout (?:the )?(?:consent|agreement|approval) of\b"
    r"|\bwhether or not the (?:provider|other party) agrees\b"
    r"|\bby the (?:commissioners?|ICB|co-?ordinating commissioner|provider|lead provider) alone\b",
    re.I,
)
_NATIONAL = Pattern(r"\bnational variations?\b", re.I)
_REFUSED = Pattern(
    r"\b(?:do|does|shall|will) not apply\b|\bmay (?:refuse|reject|decline|disregard|opt out)\b|\bopts? out\b"
    r"|\bmay choose (?:not|whether)\b"
    r"|\bonly (?:if|where|when|with|once|after)\b[^.;]*\b(?:agree|consent|accept|approv)\w*"
    r"|\bsubject to (?:the )?(?:\w+['’]s? )?(?:agreement|consent|approval|acceptance)"
    r"(?=$|[,.;]| (?:of|by) (?:the |both |all |each |either )?(?:part|provider|lead|commissioner|ICB|board))"
    r"|\b(?:is|are) (?:excluded|disapplied|not bound)\b|\bhave no effect\b",
    re.I,
)
_ENDS = Pattern(r"\bterminat|\bends? (?:the|this) contract\b|\bGC ?17\b", re.I)
_LIMITED = Pattern(r"\bparticulars\b|\bGC ?13\b|\bgeneral condition 13\b", re.I)
_FROM_ABOVE = Pattern(r"\bNHS England\b|\bnational(?:ly)?\b|\bas published\b|\bfrom time to time\b", re.I)
_IF = Pattern(
    r"\b(?:if|where|when|whenever|once|should|after|following|each (?:year|April)|annually)\b", re.I
)
_OWN_LABELS = ("Process", "Consent")


def derive(draft: Draft, facts: Collector) -> None:
    """Adds each claim on variation, at most one of a kind to a sentence."""
    for said in sentences(draft):
        if said.block is None:
            continue
        head = said.block.head.name
        if head in ("VARIATION", "CLAUSE") or said.label == "Standard Contract amendments":
            for fault, match in _faults(said, head):
                facts.add(
                    "variation_claim",
                    _place(said, match),
                    said.path,
                    fault=fault,
                    shown={"name": match[0], "claim": match[0], "written": said.text},
                )


def _place(said: Sentence, match: re.Match[str]) -> Span:
    return said.at(match.start(), match.end())


def _faults(said: Sentence, head: str) -> Iterator[tuple[str, re.Match[str]]]:
    if _NATIONAL.search(said.text) or said.label == "National variations":
        match = None if _ENDS.search(said.text) else _REFUSED.search(said.text)
        if match and "NHS England" not in match[0] and not said.negated_before(match.start()):
            yield "national", match
    elif not _FROM_ABOVE.search(said.text):
        if not _IF.search(said.text):
            yield from _reach(said)
        if said.label in _OWN_LABELS or (head == "CLAUSE" and _VARIATION.search(said.text)):
            yield from _manner(said)


def _reach(said: Sentence) -> Iterator[tuple[str, re.Match[str]]]:
    """What is claimed to be open to change."""
    conditions, term = _NATIONAL_TERMS.search(said.text), _ANY_TERM.search(said.text)
    if conditions and not said.negated_before(conditions.end()):
        yield "conditions", conditions
    elif term and not _LIMITED.search(said.text) and not said.negated_before(term.end()):
        yield "any term", term


def _manner(said: Sentence) -> Iterator[tuple[str, re.Match[str]]]:
    """In what form, and by whom, a variation is said to be made."""
    unwritten = None if _NOT_THE_CHANGE.search(said.text) else _UNWRITTEN.search(said.text)
    if unwritten and not said.negated_before(unwritten.start()):
        yield "unwritten", unwritten
    alone = _ONE_SIDED.search(said.text)
    if alone and not said.negated_before(alone.start()):
        yield "one-sided", alone
