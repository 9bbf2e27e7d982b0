"""What the words of a board's lines settle: how it decides, how a deadlock ends, what is reserved."""

from __future__ import annotations

import re
from collections.abc import Iterable

from clausecheck.patterns import Pattern

Named = tuple[tuple[str, Pattern], ...]

_UNANIMOUS = Pattern(
    r"(?<!no )(?<!not )(?<!without )\bunanim(?:ous(?:ly)?|ity)\b|\bconsensus\b"
    r"|\b(?:consent|agreement|approval) of (?:all|every|each)\b"
    r"|\bby all (?:the )?(?:members|parties)\b"
    r"|\b(?:all (?:the )?|every |each )(?:members?|part(?:y|ies)) (?:must |shall |has to |have to )?"
    r"(?:agrees?|consents?|approves?)\b",
    re.I,
)
_MAJORITY = Pattern(r"\bmajority\b|\bvotes cast\b|\d\s*%|\bper cent\b|\bthirds\b|\bquarters\b", re.I)

_ENDING = Pattern(
    r"\bexpert\b|\bmediat|\barbitrat|\badjudicat|\bdetermin|\bbinding\b|\bfinal\b|\bindependent\b"
    r"|\bcasting vote\b|\bcommissioners? decides?\b|\b(?:ICB|NHS England) decides\b|\bdispute resolution\b"
    r"|\bDISPUTES\b|\bwind(?:s|ing)?[ -](?:down|up)\b|\bterminat|\bcourts?\b"
    r"|\bGC ?14\b|\bGeneral Condition 14\b",
    re.I,
)
_OUTSIDE = Pattern(
    r"\bexpert\b|\bmediat|\barbitrat|\badjudicat|\bcourts?\b"
    r"|(?<!in place of )(?<!instead of )(?<!rather than )(?<!not )\b(?:GC ?14|General Condition 14)\b",
    re.I,
)

_RARE = Pattern(
    r"\bannual(?:ly)?\b|\byearly\b|\b(?:each|every|once a|a) year\b|\bhalf[- ]yearly\b|\bbi-?annual(?:ly)?\b"
    r"|\bsix[- ]monthly\b|\b(?:every|each) (?:six|6|four|4|twelve|12|nine|9|eight|8) months\b"
    r"|\bat the end of\b",
    re.I,
)
_OFTEN = Pattern(
    r"\b(?:bi-?|two-|three-)?month(?:ly)?\b|\bquarter(?:ly|s)?\b|\bweek(?:s|ly)?\b|\bfortnight(?:ly)?\b"
    r"|\b(?:four|five|six|eight|ten|twelve|[4-9]|1[0-2]) times (?:a|each|per|every) year\b"
    r"|\b(?:every|each) (?:two|2|three|3) months\b",
    re.I,
)

RESERVED: Named = (
    ("budget", Pattern(r"\bbudget|\bfinanc|\bpool\b|\bprice|\bspend|\bfunding\b", re.I)),
    ("risk share", Pattern(r"\brisk[ -]?(?:share|sharing)|\bgain\b|\bloss(?:es)?\b|\bR\d+\b", re.I)),
    ("scope", Pattern(r"\bscope\b|\bservices?\b|\boutcomes?\b|\bO\d+\b|\bpopulation\b", re.I)),
    (
        "membership",
        Pattern(
            r"\badmi(?:t|ssion)|\bexclu|\bmember(?:s|ship)?\b|\bjoin|\bexpel|\bexpulsion|\bPARTY\b"
            r"|\bnew part",
            re.I,
        ),
    ),
    (
        "variation",
        Pattern(
            r"\bvar(?:y|iation)|\bamend|\bchanges? to (?:this|the|any) (?:agreement|contract|terms?)\b"
            r"|\bchang(?:e|ing) (?:or \w+ )?(?:this|the) (?:agreement|contract|terms)\b",
            re.I,
        ),
    ),
    (
        "termination",
        Pattern(r"\bterminat|\bend(?:ing)? (?:of )?(?:this|the)|\bdissol|\bwind(?:ing)?[ -]", re.I),
    ),
)
_POOL = Pattern(r"\brisk[ -]?(?:share|sharing)|\bR\d+\b", re.I)

CARVE_OUTS: Named = (
    ("wilful default", Pattern(r"\bwil?lful|\bdeliberate|\bwilfully", re.I)),
    ("insolvency", Pattern(r"\binsolven", re.I)),
    ("fraud", Pattern(r"\bfraud", re.I)),
    ("third-party claims", Pattern(r"\bthird[ -]part", re.I)),
    ("statutory duties", Pattern(r"\bstatut|\blaw\b", re.I)),
)

_CONFLICTS: Named = (
    ("a register", Pattern(r"\bregist|\brecord", re.I)),
    ("declaring", Pattern(r"\bdeclar|\bdisclos", re.I)),
    (
        "standing aside",
        Pattern(
            r"\brecus|\b(?:do|does|may|shall|will|must|can) (?:not|neither) (?:speak|vote|take part|decide)"
            r"|\bwhether (?:a|the|that) (?:\w+ )?member (?:may|can|should) "
            r"(?:remain|stay|speak|vote|take part)\b"
            r"|\bcannot (?:vote|take part|decide)|\bneither (?:speaks?|votes?|takes? part|decides?)\b"
            r"|\b(?:or|nor) votes?\b|\bno vote|\bno part\b|\bnot participate|\bsteps? (?:out|aside|back)\b"
            r"|\bleave|\bwithdraw|\bstands? (?:aside|down)|\babstain|\bexclud|\bnon-voting",
            re.I,
        ),
    ),
)
_NAMED_PAPER = Pattern(
    r"[\"“]|\bSchedule\b|\bAnnex|\bAppendix|\bclause\b|\bterms of reference\b|\bGC ?\d|\bpolicy v\d", re.I
)

_POWER = Pattern(
    r"\b(?:may|can|is able to|(?:has|have) (?:the )?power to|is (?:empowered|authorised) to)\s+(?:also\s+)?"
    r"(?P<verb>amend|vary|change|alter|set aside|override|overrule|disapply|replace|set)\b(?P<rest>[^.;]*)",
    re.I,
)
_TERMS = Pattern(
    r"\bprices?\b|\bservices? contracts?\b|\bservice conditions?\b|\bgeneral conditions?\b"
    r"|\b(?:NHS )?standard contract\b|\bstatutory (?:duty|duties|functions?)\b|\b[SG]C ?\d+",
    re.I,
)
_NOT = Pattern(r"\b(?:no|not|nor|neither|nothing|never|none|recommend\w*|propose\w*)\b", re.I)

_OTHERS = Pattern(
    r"\bothers?\b|\bremaining\b|\bno vote\b|\bnot vote\b|\bwithout (?:the )?vote\b|\bexcept\b|\bexcluding\b"
    r"|\bother than\b|\bapart from\b|\bsave\b|\bnot counted\b",
    re.I,
)


def unanimous(decisions: str) -> bool:
    """Whether some decision takes the agreement of every member."""
    return bool(_UNANIMOUS.search(decisions))


def by_majority(decisions: str) -> bool:
    """Whether some decision can be carried against a member."""
    return bool(_MAJORITY.search(decisions))


def ends(path: str, disputes: str) -> bool:
    """Whether a way out of a deadlock ends, by its own words or in the DISPUTES block behind it."""
    return bool(_ENDING.search(path) or _OUTSIDE.search(disputes))


def rare(meets: str) -> bool:
    """Whether a board meets less often than each quarter; words that say both are taken kindly."""
    return bool(_RARE.search(meets)) and not _OFTEN.search(meets)


def elsewhere(said: str) -> bool:
    """Whether the words send the reader to a paper or clause that this draft may not hold."""
    return bool(_NAMED_PAPER.search(said))


def missing(said: str, named: Named) -> list[str]:
    """The names whose pattern the words do not meet."""
    return [name for name, pattern in named if not pattern.search(said)]


def leaves_open(reserved: str) -> bool:
    """Whether a list of reserved matters says that there are none, or that they stand elsewhere."""
    return bool(re.match(r"\W*none\b", reserved, re.I)) or elsewhere(reserved)


def not_reserved(said: str, pool: bool, budget: bool) -> list[str]:
    """The matters not reserved. `pool`, `budget`: the draft has a RISK SHARE, a BUDGET block.

    Without a BUDGET block the risk share holds the budget, so who reserves the one reserves the other.
    """
    left = missing(said, RESERVED)
    if not pool and "risk share" in left:
        left.remove("risk share")
    if not budget and "budget" in left and _POOL.search(said):
        left.remove("budget")
    return left


def conflict_gap(said: str) -> list[str]:
    """What a conflicts line does not settle; a paper that it names is trusted."""
    return [] if elsewhere(said) else missing(said, _CONFLICTS)


def not_carved(said: str) -> list[str]:
    """The carve-outs that a no-blame line does not name; a line that gives no release needs none."""
    if re.match(r"\W*(?:no|none|not agreed|not applicable)\s*(?:$|[,;.(])", said, re.I) or elsewhere(said):
        return []
    return missing(said, CARVE_OUTS)


def claims_power(said: Iterable[str]) -> str:
    """The words by which a board claims power over prices, a services contract or a duty, or nothing."""
    for words in said:
        for match in _POWER.finditer(words):
            sentence = re.split(r"[.;]", words[: match.start()])[-1]
            if _TERMS.search(match["rest"]) and not _NOT.search(sentence + match["rest"]):
                return match[0].strip()
    return ""


def own_veto(exclusion: str) -> bool:
    """Whether a party has a say, and so a veto, in its own exclusion."""
    return unanimous(exclusion) and not _OTHERS.search(exclusion)
