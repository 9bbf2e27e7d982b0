"""What each fault of `local_terms` sounds like, where it is looked for, and what takes it back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from clausecheck.patterns import Pattern

Where = Mapping[str, frozenset[str]]


class Term(NamedTuple):
    """A fault: the heads and labels it is looked for in (no label means all), its words, what takes it back.

    In a head of `needs_in` the sentence, or the clause's title, must also speak of `needs`.
    """

    fault: str
    about: tuple[str, ...]  # small letters; a sentence without any of them is passed over unread
    where: Where
    says: Pattern
    unless: Pattern
    needs_in: frozenset[str] = frozenset()
    needs: Pattern = Pattern("")
    labelled: tuple[str, Pattern] | None = None  # a label under which these words say it too


def _where(*heads: str, **labels: tuple[str, ...]) -> Where:
    return {head: frozenset() for head in heads} | {
        head.replace("_", " "): frozenset(names) for head, names in labels.items()
    }


_CLAUSE = frozenset({"CLAUSE"})
_BOARD = r"(?:\b(?:[Bb]oard|[Cc]ommittee|[Ll]eadership [Tt]eam|[Ee]xecutive|[Ss]teering [Gg]roup|[Cc]hair)\b)"
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
    _where("TERMINATION", "CLAUSE"),
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
    _where("MEMBERSHIP", "TERMINATION", "CLAUSE"),
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
    _where("MEMBERSHIP", "TERMINATION", "CLAUSE"),
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
    _where("CLAUSE", TERMINATION=("Grounds",)),
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
    _CLAUSE,
    Pattern(r"\bterminat|\b(?:may|can|shall) end (?:this|the)\b|\bends? this\b", re.I),
)

BOARD_SUSPENDS = Term(
    "board suspends",
    ("suspend",),
    _where("GOVERNANCE", "CLAUSE"),
    Pattern(
        r"(?:^|\b(?:board|committee|leadership team|executive|steering group|alliance|members)\b[^.;]{0,40}?)"
        r"\b(?:may|can|power to|shall|is (?:entitled|empowered|authorised) to|(?:has|have) (?:the )?power to)"
        r"\s(?:[^.;]{0,40}?\s)?suspend\s(?:[^.;]{0,40}?)\b(?:providers?|services?|services? contracts?"
        r"|delivery)\b",
        re.I,
    ),
    Pattern(
        r"\b(?:may|can|shall|must|will|does|is) not\b|\bno (?:power|right|authority|provider|service)"
        r"|\bnever\b"
        r"|\bneither\b|\bnor\b|\brecommend|\bpropos|\bask\b|\brequest|\bGC ?16\b|\bnothing\b"
        r"|\bfrom (?:the )?(?:[\w-]+ )?(?:alliance|board|voting|vote|membership|meetings?|decisions?"
        r"|agreement)"
        r"|\bmembership\b|\bvoting\b|\bparticipat|\bseat\b|\bunder (?:the|its|that"
        r"|each) services? contract",
        re.I,
    ),
)

OWN_PROCESS = Term(
    "own process",
    ("sole", "only", "exclusive", "performance notice"),
    _where("CLAUSE", "GOVERNANCE", "PAYMENT"),
    Pattern(
        r"\b(?:sole|only|exclusive|sole and exclusive) (?:remed(?:y|ies)|process|procedure|route|mechanism"
        r"|means|sanction)\b"
        r"|\bperformance\b[^.;]{0,60}\b(?:managed|handled|dealt with|addressed)\b[^.;]{0,30}"
        r"\b(?:only|solely|exclusively) (?:by|through|under|at|in)\b"
        r"|\bno (?:party|commissioner) (?:may|shall|can|will) (?:issue|serve|give|use)\b[^.;]{0,20}"
        r"\bcontract performance notice",
        re.I,
    ),
    Pattern(
        r"\bGC ?9\b|\bsubject to\b|\bnot\b|\bwithout\b|\bin addition\b|\bbefore\b|\buntil\b|\bunless\b"
        r"|\bexcept\b"
        r"|\bsave\b|\bfirst\b|\bGeneral Conditions?\b|\bdisputes?\b|\bGC ?14\b",
        re.I,
    ),
    frozenset({"CLAUSE", "GOVERNANCE", "PAYMENT"}),
    Pattern(r"\bperform|\bunder-?perform|\bfail|\bbreach|\bquality\b|\bdefault", re.I),
)

LAST_WORD = Term(
    "last word",
    ("board", "committee", "leadership team", "executive", "steering group", "chair"),
    _where("CLAUSE", DISPUTES=("Steps", "Final step"), GOVERNANCE=("Deadlock", "Escalation")),
    Pattern(
        rf"\b(?:decision|determination|ruling|word|vote)s? (?:of|by) (?:the )?(?:[\w-]+ ){{0,4}}?{_BOARD}"
        rf"[^.;]{{0,80}}?\b(?:final|conclusive|not (?:be )?(?:challenged|reviewed|appealed))\b"
        rf"|{_BOARD}(?:'s)? (?:[\w-]+ ){{0,3}}?(?:decisions?|determination)"
        rf" (?:[\w-]+ ){{0,5}}?(?:is|are|shall be|will be) "
        rf"(?:[\w-]+ ){{0,3}}?(?:final|conclusive)\b"
        rf"|{_BOARD} (?:(?:finally|itself) )?(?:decides?|determines?|settles?)[^.;]{{0,40}}?\bfinal(?:ly)?\b",
        re.I,
    ),
    Pattern(
        r"\bGC ?14\b|\bsubject to\b|\bwithout prejudice\b|\bexcept\b|\bunless\b|\bnot (?:be )?final\b"
        r"|\baffect|\bexpert\b|\bmediat|\barbitrat|\badjudicat|\bcourts?\b|\bindependent\b|\bnothing\b|\buntil\b",
        re.I,
    ),
    _CLAUSE,
    Pattern(r"\bdisputes?\b|\bdisagree|\bdispute resolution\b", re.I),
    ("Final step", Pattern(_BOARD, re.I)),
)

STOPS_SERVICES = Term(
    "stops services",
    ("pause", "suspend", "stop", "withdraw", "cease", "withh", "no"),
    _where("CLAUSE", DISPUTES=("Services continue", "Steps")),
    Pattern(
        r"\bproviders? (?:may|can|is entitled to|are entitled to|has the right to)"
        r" (?:[\w-]+ ){0,2}?(?:pause|suspend|stop|withdraw|cease|withhold)\b[^.;]{0,40}\b(?:services?"
        r"|delivery|care)\b"
        r"|\bservices? (?:may|can) be (?:paused|suspended|stopped|withdrawn|withheld)\b",
        re.I,
    ),
    Pattern(
        r"\bnot\b|\bGC ?16\b|\bSC ?7\b|\bsafe|\bunsafe|\bafter (?:the )?(?:end|expiry)\b|\bnever\b", re.I
    ),
    _CLAUSE,
    Pattern(r"\bdisputes?\b|\bdisagree", re.I),
    (
        "Services continue",
        Pattern(r"^\W*(?:no|not)\b(?! (?:party|provider|service|change|effect|interruption))", re.I),
    ),
)

BARE_REVIEW = Term(
    "bare review",
    ("review meeting",),
    _where("CLAUSE", "GOVERNANCE", "ASSURANCE"),
    Pattern(r"\b(?:regular|periodic|contract|performance)(?: \w+)? review meetings?\b", re.I),
    Pattern(
        r"\b(?:bi-?|two-|three-)?(?:month|quarter|week|fortnight|year|annual|daily|half-year)|\btimes\b"
        r"|\bevery\b"
        r"|\beach\b|\bGC ?8\b|\bday|\bParticulars\b|\bSchedule\b|\bfrequency\b|\bwithin\b|\bnot\b|\bno\b",
        re.I,
    ),
)

INDEMNIFIES = Term(
    "indemnifies",
    ("indemnif",),
    _where("CLAUSE", "LIABILITY"),
    Pattern(
        r"\bcommissioners? (?:shall |will |must |agrees? to |hereby )?indemnif(?:y|ies)\b[^.;]{0,80}"
        r"\b(?:all (?:claims?|loss(?:es)?|liabilit(?:y|ies))|negligen\w+|clinical (?:claims?"
        r"|negligence)|acts? (?:or|and)"
        r" omissions?|however caused|any claims?)\b",
        re.I,
    ),
    Pattern(
        r"\bnot\b|\bno\b|\bnor\b|\b(?:its|their|the commissioners?'?s?) own\b|\bexcept\b|\bsave\b"
        r"|\bother than\b"
        r"|\bGC ?11\b|\b(?:of|by) the commissioner|\bcommissioner's\b|\beach other\b"
        r"|\b(?:its|their) (?:negligen|breach|acts?|failure)",
        re.I,
    ),
)

SILENT_CHANGE = Term(
    "silent change",
    ("control", "ownership"),
    _where("CLAUSE", "CONTRACT", "PARTY", "TERMINATION"),
    Pattern(
        r"\bchanges? (?:in|of) (?:its |their |the )?(?:control"
        r"|ownership)\b[^.;]{0,80}(?:\bwithout (?:giving |any )?"
        r"(?:prior )?(?:notice|notif|telling|consent)|\bno notice\b|\bneeds? (?:no notice|not be notif)"
        r"|\bneed not be (?:notif|told)|\b(?:is|are) not (?:required to be )?notifi)"
        r"|\b(?:need not|not (?:required|obliged) to) (?:notify|tell|give notice)\b[^.;]{0,60}"
        r"\bchanges? (?:in|of) (?:control|ownership)\b"
        r"|\bno (?:prior )?notice (?:\w+ ){0,3}(?:of|on) (?:a |any )?changes? (?:in|of) (?:control"
        r"|ownership)\b",
        re.I,
    ),
    Pattern(r"\bGC ?24\b|\bmay not\b|\bshall not change\b|\bmust not\b|\bunless\b|\bexcept\b", re.I),
)

EXCLUSIVE = Term(
    "exclusive",
    ("exclusiv", "compet", "bid", "tender", "outside the alliance"),
    _where("CLAUSE", "CONTRACT", "SERVICES", "MEMBERSHIP", "GOVERNANCE"),
    Pattern(
        r"\bexclusivity\b|\bexclusive (?:provider|supplier|right to (?:provide|deliver|supply)|basis"
        r"|arrangement)"
        r"|\bexclusive for (?:\d|the)|\bon an exclusive basis\b|\bnon-?compet(?:e|ition)\b"
        r"|\b(?:shall|will|may|must|agrees?|undertakes?) (?:not to|not) (?:compete|bid|tender)\b"
        r"|\bno (?:member|provider) (?:may|shall|can|will) (?:work|contract|deal|partner|collaborate) with "
        r"(?:any |an? |other |another )*(?:providers?|organisations?|bod(?:y|ies)|commissioners?|contractors?"
        r"|partners?|suppliers?) outside the alliance\b(?! area)",
        re.I,
    ),
    Pattern(
        r"\bnon-?exclusive|\bno exclusiv|\bnot (?:an? )?exclusive|\bno party\b|\bnothing\b"
        r"|\bcompetition (?:law|advice"
        r"|note)\b|\bwithout exclusivity\b|\bnone\b|\bneither\b|\bpatient choice\b",
        re.I,
    ),
)

TERMS = (
    KEPT_IN,
    CONTRACT_FALLS,
    CONTRACT_ENDS,
    ONE_MISS,
    BOARD_SUSPENDS,
    OWN_PROCESS,
    LAST_WORD,
    STOPS_SERVICES,
    BARE_REVIEW,
    INDEMNIFIES,
    SILENT_CHANGE,
    EXCLUSIVE,
)
