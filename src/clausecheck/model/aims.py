"""Targets in words that say which way to go and not how far: improved, fewer, appropriate."""

from __future__ import annotations

import re

from clausecheck.patterns import Pattern

NUMBER = Pattern(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|third|quarter|tenth|double"
    r"|twice|none|nil|zero|same day|next day|no worse|not worse)\b",
    re.I,
)
_DECIDED = Pattern(
    r"\bstatistical|\bconfidence (?:interval|limit)|\bcontrol (?:chart|limit)|\bSPC\b|\bformula\b"
    r"|\bquartile|\bdecile|\bpercentile|\baverage\b|\bmedian\b|\bnational\b|\bmaintain|\bhold\b"
    r"|\bany (?:improvement|increase|reduction|fall|rise)\b"
    r"|\b(?:above|below|better than|higher than|lower than|at)\b[^;]*\bbaseline\b"
    r"|\bSchedule\b|\bAnnex|\bclause\b|\bas (?:set out|defined|stated)\b",
    re.I,
)
_AIMS = Pattern(
    r"\bimprov\w*|\bbetter\b|\breduc\w*|\bfewer\b|\blower\b|\bless\b|\bincreas\w*|\bmore\b|\bhigher\b"
    r"|\benhanc\w*|\bappropriate(?:ly)?\b|\btimely\b|\bsignificant(?:ly)?\b|\bsubstantial(?:ly)?\b"
    r"|\badequate(?:ly)?\b|\bsatisfactory\b|\breasonable\b|\bgood\b|\bhigh\b|\blow\b|\bpositive\b"
    r"|\bacceptable\b|\bsufficient\b|\bminimal\b|\bprogress\b|\bbest endeavours\b|\bdemonstra\w+",
    re.I,
)


def is_aim(words: str) -> bool:
    """Whether some words set an aim, and neither a number nor a rule that decides when it is met."""
    return bool(_AIMS.search(words)) and not NUMBER.search(words) and not _DECIDED.search(words)
