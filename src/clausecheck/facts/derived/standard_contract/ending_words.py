"""Words by which a contract cannot be ended, ends by itself, or ends for one miss."""

from __future__ import annotations

import re

from clausecheck.facts.derived.standard_contract.local_term import CLAUSE, Term, places
from clausecheck.patterns import Pattern

_AGREED = (
    r"(?:this|the|its|any|a|each|every|that)\s+(?:NHS Standard |services? |head )?(?:contract|agreement)\b"
)
_EARLY = r"(?:before|during|within|in the first|for the first|for \d|until)\b"
_ENDS = rf"(?:terminate|end)\b(?=\s*(?:{_AGREED}|{_EARLY}|early\b|[,]|$))"
_INDICATORS = (
    r"(?:KPIs?|targets?|indicators?|thresholds?|quality requirements?|measures?|outcomes?|milestones?)\b"
)
_ONE = r"(?:\b(?:any|one|each|every|a single)(?: single| one)?|\bsingle|\bfirst)"

KEPT_IN = Term(
    "kept in",
    ("terminat", "end"),
    places("TERMINATION", "CLAUSE"),
    Pattern(
        rf"\b(?:no|neither) (?:party|commissioner|of the parties|of the commissioners)"
        rf" (?:may|can|shall|will|is entitled to|has (?:a|any|the) right to) {_ENDS}"
        rf"|\b(?:commissioners?|party|parties) (?:(?:may|can|shall|will) not|cannot|must not) {_ENDS}"
        rf"|\b(?:contract|agreement) (?:(?:may|can|shall|will) not|cannot|must not) be (?:terminated|ended)\b"
        rf"|\bcommissioners? (?:waives?|gives? up|forgoes?) (?:its|their|any|all|the) rights? (?:to"
        rf"|of) terminat",
        re.I,
    ),
    Pattern(
        r"\bexcept\b|\bunless\b|\bother(?:wise)? than\b|\bsave\b|\bwithout\b|\bno[- ]fault\b|\bon notice\b"
        r"|\bby notice\b|\bfor convenience\b|\bsubject to\b|\bGC ?17\b|\bonly\b|\bbecause\b|\bby reason\b"
        r"|\bmerely\b|\bsolely\b|\bas a result\b|\bground|\breasons?\b|\bif\b|\bwhere\b|\bwhile\b|\bwhen\b"
        r"|\bservices? contracts? may\b|\bEarliest\b|\bremed|\bsub-?contract|\bpool|\brisk share\b|\blease"
        r"|\bemploy|\blicen[cs]e\b|\bmembership\b|\bhas been given\b|\bprovided\b|\bin part\b",
        re.I,
    ),
)
"""No right to end for as long as the sentence says, whatever the other side does."""

KEPT_IN_OVER = Pattern(r"\bservices? contracts?\b|\bstandard contracts?\b|\bhead contracts?\b", re.I)
"""What a draft that lies over services contracts must name before it can bar an end to them."""

CONTRACT_FALLS = Term(
    "contract falls",
    ("services contract", "service contract", "standard contract"),
    places("MEMBERSHIP", "TERMINATION", "CLAUSE"),
    Pattern(
        r"\b(?:services?|standard) contracts?(?: [^.;,]{0,30})? (?:(?:shall|will|is|are|be|also|automatically"
        r"|then|at once|immediately|thereby|thereupon) ){0,4}(?:ends?|terminates?|terminated|ended"
        r"|lapses?|falls? away"
        r"|comes? to an end)\b"
        r"|\b(?:ends?|terminates?|ending|terminating) (?:automatically )?(?:also )?(?:its|the|their|any"
        r"|each|that"
        r"|the party's|that party's|the member's|that member's) (?:own )?(?:NHS )?(?:services?"
        r"|standard) contracts?\b",
        re.I,
    ),
    Pattern(
        r"\bnot\b|\bno effect\b|\bcontinu|\bGC ?17\b|\bunless\b|\buntil\b|\bnothing\b|\bnever\b|\bneither\b"
        r"|\bunaffected\b|\bmay\b|\bwithout\b|\bsurviv|\bwhose\b|\bentitled\b"
        r"|\b(?:when|where|if|once|on|upon|after|because|as|whenever|for)"
        r" (?:(?:the|a|its|their|that|any|each|party's|member's) ){0,3}"
        r"(?:services?|standard) contract",
        re.I,
    ),
    frozenset({"CLAUSE", "TERMINATION"}),
    Pattern(
        r"\bexclu|\bexpel|\bexpul|\bwithdraw|\bleav(?:e|es|ing)\b|\bremov|\bceas\w+ to be a\b"
        r"|\b(?:this|the alliance) agreement (?:ends|terminates|expires|is terminated)\b"
        r"|\b(?:end|termination|expiry) of (?:this|the) (?:alliance )?agreement\b",
        re.I,
    ),
)

CONTRACT_ENDS = Term(
    "contract falls",
    ("this contract",),
    places("MEMBERSHIP", "TERMINATION", "CLAUSE"),
    Pattern(
        r"\bthis contract (?:(?:shall|will|also|automatically|then|at once|immediately) ){0,3}"
        r"(?:ends|terminates|lapses|falls away|comes? to an end|is terminated|terminate)\b",
        re.I,
    ),
    CONTRACT_FALLS.unless,
    frozenset({"CLAUSE", "TERMINATION", "MEMBERSHIP"}),
    Pattern(
        r"\b(?:exclu\w+|expel\w*|withdraw\w*|leav(?:es|ing)|remov\w+)\b[^.;]{0,40}\balliance\b"
        r"|\bceas\w+ to be a (?:member|party)\b[^.;]{0,40}\balliance\b",
        re.I,
    ),
)
"""A place in the alliance decides over this very contract: only where the draft is the services contract."""

ONE_MISS = Term(
    "one miss",
    ("miss", "fail", "breach", "unmet"),
    places("CLAUSE", TERMINATION=("Grounds",)),
    Pattern(
        rf"(?:{_ONE}|\ba) (?:missed|failed|unmet|breached) (?:[\w-]+ ){{0,3}}{_INDICATORS}"
        rf"|{_ONE} (?:failure|breach|miss) (?:to (?:meet|achieve|reach|hit)|of|against|under|in)"
        rf" (?:[\w-]+ ){{0,4}}{_INDICATORS}"
        rf"|\bfail(?:s|ure|ing)? to (?:meet|achieve|reach|hit) (?:any|a|one)(?: single| one)?"
        rf" (?:[\w-]+ ){{0,3}}{_INDICATORS}"
        rf"|\bmiss(?:es|ing)? (?:any|a|one)(?: single| one)? (?:[\w-]+ ){{0,3}}{_INDICATORS}",
        re.I,
    ),
    Pattern(
        r"\bpersistent|\brepeat|\brepetitive|\bconsecutive|\bsuccessive|\bmore than\b|\btimes\b|\btwo\b"
        r"|\bthree\b"
        r"|\btwice\b|\bmonths? (?:running|in a row)\b|\bagain\b|\bremed|\bput right\b|\brecover|\bnot\b"
        r"|\bno\b"
        r"|\bnever\b|\brolling\b|\bmaterial\b|\bmajor\b|\bserious\b|\bfor \d|\bby \d|\bnotice\b|\bSteps?\b",
        re.I,
    ),
    CLAUSE,
    Pattern(r"\bterminat|\b(?:may|can|shall) end (?:this|the)\b|\bends? this\b", re.I),
)
