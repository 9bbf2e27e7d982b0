"""Words by which somebody else than the Contract runs performance, disputes and services."""

from __future__ import annotations

import re

from clausecheck.facts.derived.standard_contract.local_term import CLAUSE, Term, places
from clausecheck.patterns import Pattern

_BOARD = r"(?:\b(?:[Bb]oard|[Cc]ommittee|[Ll]eadership [Tt]eam|[Ee]xecutive|[Ss]teering [Gg]roup|[Cc]hair)\b)"

BOARD_SUSPENDS = Term(
    "board suspends",
    ("suspend",),
    places("GOVERNANCE", "CLAUSE"),
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
    places("CLAUSE", "GOVERNANCE", "PAYMENT"),
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
    places("CLAUSE", DISPUTES=("Steps", "Final step"), GOVERNANCE=("Deadlock", "Escalation")),
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
    CLAUSE,
    Pattern(r"\bdisputes?\b|\bdisagree|\bdispute resolution\b", re.I),
    ("Final step", Pattern(_BOARD, re.I)),
)

STOPS_SERVICES = Term(
    "stops services",
    ("pause", "suspend", "stop", "withdraw", "cease", "withh", "no"),
    places("CLAUSE", DISPUTES=("Services continue", "Steps")),
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
    CLAUSE,
    Pattern(r"\bdisputes?\b|\bdisagree", re.I),
    (
        "Services continue",
        Pattern(r"^\W*(?:no|not)\b(?! (?:party|provider|service|change|effect|interruption))", re.I),
    ),
)

BARE_REVIEW = Term(
    "bare review",
    ("review meeting",),
    places("CLAUSE", "GOVERNANCE", "ASSURANCE"),
    Pattern(r"\b(?:regular|periodic|contract|performance)(?: \w+)? review meetings?\b", re.I),
    Pattern(
        r"\b(?:bi-?|two-|three-)?(?:month|quarter|week|fortnight|year|annual|daily|half-year)|\btimes\b"
        r"|\bevery\b"
        r"|\beach\b|\bGC ?8\b|\bday|\bParticulars\b|\bSchedule\b|\bfrequency\b|\bwithin\b|\bnot\b|\bno\b",
        re.I,
    ),
)
