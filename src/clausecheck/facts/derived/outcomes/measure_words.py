"""What the words of a measure settle: what it asks, what it is set beside, and how well it is fixed."""

from __future__ import annotations

import re

from clausecheck.model.values import Hole, Measured
from clausecheck.patterns import Pattern

_ASKS = Pattern(
    r"\b(?:say|says|said|saying|feels?|felt|feeling|respond\w*|answer(?:s|ed|ing)?|survey(?:s|ed)?"
    r"|questionnaires?"
    r"|interview(?:s|ed)?|satisf\w+|experiences?|quality of life|well-?being|opinions?|diary|diaries)\b"
    r"|\b(?:patient|self|carer|user|client)[ -]?(?:reported|rated)\b|\b(?:PROMs?|PREMs?|FFT)\b"
    r"|\bfriends and family\b"
    r"|\breport(?:s|ed|ing)? (?:that|their|feeling|being|having|better|less|more|improved|fewer|good|poor)\b"
    r"|\brat(?:e|es|ed|ing) (?:their|care|it|the)\b|\bgoals? (?:that )?(?:they|people|the person"
    r"|each person)\b"
    r"|\b(?:EQ-?5D|ReQoL|MSK-HQ|S?WEMWBS|ASCOT|ICECAP|DIALOG|PHQ|GAD|HoNOS|CORE-(?:10|OM)|SF-(?:12|36))"
    r"|\bOxford (?:hip|knee|shoulder)\b",
    re.I,
)
_UNEQUAL = Pattern(
    r"\bdepriv(?:ed|ation)\b|\binequalit|\bequit(?:y|able)\b|\bIMD\b|\bCore ?20|\bethnic|\bminorit"
    r"|\blearning disab|\bhomeless|\binclusion (?:health|group)|\bquintile|\bprotected characteristic"
    r"|\b(?:under-?served|seldom[- ]heard|hard[- ]to[- ]reach)\b|\bhealth gap\b|\bpoorest\b"
    r"|\bsevere mental illness\b",
    re.I,
)

_PLACES = r"(?:areas|providers|practices|trusts|ICBs|places|councils|hospitals|populations)"
_WHOSE = (
    r"(?:national|England(?:['’]s)?|English|UK|regional|peer(?:[ -]group)?|comparator"
    rf"|(?:statistical|nearest)[ -]neighbours?['’]?|(?:similar|other|neighbouring) {_PLACES}['’]?)"
)
_FIGURE = r"(?:averages?|means?|medians?|rates?|values?|percentiles?|quartiles?|deciles?|benchmarks?)"
_OUTSIDE = Pattern(
    rf"\b{_WHOSE} (?:\w+ ){{0,2}}?{_FIGURE}\b"
    rf"|\b{_FIGURE} (?:of|for|in|across|among) (?:all )?(?:the )?"
    rf"(?:England|English {_PLACES}|peers?|(?:similar|other|neighbouring) {_PLACES})\b"
    # The top decile of risk is a group of people, and not a rank among others.
    r"|\b(?:top|best|upper)(?:[ -]performing)?[ -](?:quartile|decile|quarter|tenth|third)\b"
    r"(?! (?:of|by|for) (?:the )?(?:risk|need|predict|frail|depriv|population|people|patients|score|spend"
    r"|cost|list))"
    r"|\bbest[ -]performing\b|\bleague tables?\b|\bbenchmarked (?:against|with)\b"
    r"|\brank(?:ed|ing) (?:among|against|in|of|between)(?: \w+)?\b"
    r"|\b(?:compared|relative|in comparison) (?:with|to|against) (?:the )?"
    rf"(?:England|peers?|national|(?:other|similar|neighbouring) {_PLACES})\b"
    r"|\b(?:difference|gap|variation|range|spread|comparison)s? (?:\w+ ){0,3}?between (?:the )?"
    rf"(?:{_PLACES}|wards|sites|boroughs|districts)\b",
    re.I,
)
_STANDING = Pattern(
    r"(?:\b(?:of|above|below|than|to|from|against|with|at|in|within|reach(?:es)?|meets?|matches|outperforms?"
    r"|exceeds?|beats?|under|over|by)|^)\W*(?:the |its |their )*$",
    re.I,
)
_DATED = Pattern(r"[^;.]{0,40}\b(?:20\d\d|baseline (?:year|period))", re.I)
_FALLBACK = Pattern(
    r"\b(?:if|where|when|until|unless|should|once)\b[^.;]{0,90}\b(?:not (?:yet |been "
    r"|then )?(?:published|available|known)"
    r"|unpublished|unavailable|no (?:longer|national|such|value|benchmark|figure)|ceases?|discontinued"
    r"|withdrawn"
    r"|late|missing|(?:not|never) exist)"
    r"|\b(?:last|latest|most recent(?:ly)?|previous)(?: \w+)? published\b|\blast known\b|\bin default of\b"
    r"|\bfailing (?:that|which|publication)\b|\bif (?:there is |there are )?none\b|\bwithout a benchmark\b"
    r"|\b(?:left out|excluded|dropped) (?:of|from) (?:both|the (?:score|weights|calculation))\b",
    re.I,
)
_ADJUSTED = Pattern(
    r"\bstandardi[sz]|\badjust(?:ed|ment)|\bcase[ -]?mix\b|\bage[- ](?:and[ -])?(?:sex|gender)\b"
    r"|\blike[- ](?:for|with)[- ]like\b"
    r"|\bmatched\b|\bweighted\b|\bstratif|\bSHMI\b|\bHSMR\b|\bratio of observed to expected\b"
    r"|\bobserved (?:to|over|and) expected\b",
    re.I,
)

_FLOATING = Pattern(
    r"\b(?:as|or as) (?:\w+ )?(?:amended|updated|revised|varied|published)(?: \w+)? from time to time\b"
    r"|\bfrom time to time\b"
    r"|\bas (?:may be )?(?:amended|updated|revised)\b|\b(?:latest|current|most recent|then current"
    r"|prevailing)"
    r" (?:\w+ ){0,2}?(?:version|edition|definition|specification|guidance|issue|set)\b",
    re.I,
)
_ELSEWHERE = Pattern(
    r"\b(?:as )?(?:defined|specified|set out|described) (?:in|by|under) (?:the )?"
    r"(?P<where>(?:NHS|NICE|national|CQC|ONS|OECD|ICHOM|QOF|CQUIN|UKHSA|Department|Public Health|Better Care"
    r"|Outcomes Framework|Data Dictionary|technical guidance)\b[^;,.]*)",
    re.I,
)
_EDITION = Pattern(
    r"\bv(?:ersion)?\.? ?\d|\b\w+ edition\b|\bedition \w+|\b20\d\d\b|\bissue \d|\brelease \d"
    r"|\bas (?:it stood )?(?:at|on) \d",
    re.I,
)

_THEN = Pattern(
    r"\b(?:or|otherwise|else|if|where|when|unless|failing|below|until|falls? short)\b.*"
    r"|\b(?:under|fewer than|less than)\b[^.;]*\b(?:left out|pays?|earns?|stands?|used|counts?)\b"
    r"|\bnot (?:be )?(?:paid|used|counted|earned)|\bunpaid\b|\bwithh[eo]ld|\bexcluded\b|\bwithout payment\b",
    re.I | re.S,
)
_CALENDAR_YEAR = Pattern(r"\b(?:19|20)\d\d\b")
_DATA_QUALITY = Pattern(
    r"\bdata[- ]quality\b|\bcompleteness\b|\b(?:data|records?|returns?"
    r"|submissions?|figures)\b[^.;]{0,40}\b(?:in)?complete\b"
    r"|\b(?:in)?complete (?:data|records?|returns?|figures)\b",
    re.I,
)
_DIVIDES = Pattern(
    r"\bdivid|\bsplit\b|\bapportion|\bpro[- ]?rata\b|\bin proportion\b|\bproportion(?:ate|al)"
    r"|\bequal(?:ly| parts| shares)?\b"
    r"|\bin (?:the |their |its )?(?:gain |loss )?shares\b|\beach (?:provider|owner|party"
    r"|of them) (?:earns|keeps|bears|is paid|receives)"
    r"|\b\d+(?:\.\d+)?%[^.;]*\b\d+(?:\.\d+)?%",
    re.I,
)


def asks_people(words: str) -> bool:
    """Whether a measure asks people about their health or their care."""
    return bool(_ASKS.search(words))


def looks_at_inequality(words: str) -> bool:
    """Whether a measure looks at who gains and who does not."""
    return bool(_UNEQUAL.search(words))


def outside_figure(words: str) -> str:
    """The words for a figure of others that a result is set beside, or nothing: `national average`."""
    match = _OUTSIDE.search(words)
    return match[0] if match else ""


def rests_on_outside_figure(words: str) -> bool:
    """Whether a line is met by reference to a figure of others that it does not itself give.

    `at least 100% of the national average` is; a figure that stands beside its own
    number, as in `86%, the national average`, and one of a named year are not.
    """
    match = _OUTSIDE.search(words)
    if match is None or _DATED.match(words, match.end()):
        return False
    return bool(_STANDING.search(words[: match.start()])) or not re.search(r"\d", words)


def adjusted(words: str) -> bool:
    """Whether words say that differences between the people are allowed for."""
    return bool(_ADJUSTED.search(words))


def falls_back(words: str) -> bool:
    """Whether words say what holds where a figure is not published."""
    return bool(_FALLBACK.search(words))


def floating(words: str) -> str:
    """The words by which a definition changes by itself, or nothing: `as amended from time to time`."""
    match = _FLOATING.search(words)
    return match[0] if match else ""


def defined_elsewhere(words: str) -> str:
    """The public paper that words take a definition from, without its edition, or nothing."""
    match = _ELSEWHERE.search(words)
    return "" if match is None or has_edition(words) else match["where"].strip()


def has_edition(words: str) -> bool:
    """Whether words name a version, an edition or a year."""
    return bool(_EDITION.search(words))


def says_what_follows(words: str) -> bool:
    """Whether a data-quality line says what follows if its threshold is missed."""
    return bool(_THEN.search(words))


def speaks_of_data_quality(words: str) -> bool:
    """Whether free words settle how complete data must be."""
    return bool(_DATA_QUALITY.search(words))


def divides(words: str) -> bool:
    """Whether words divide money among several."""
    return bool(_DIVIDES.search(words))


def says_when(baseline: Measured) -> bool:
    """Whether a baseline has a period or a day, or words that name one or leave it open."""
    if baseline.period is not None or baseline.on is not None:
        return True
    return bool(_CALENDAR_YEAR.search(baseline.note)) or any(isinstance(part, Hole) for part in baseline.rest)
