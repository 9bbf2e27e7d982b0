"""How strong a rule may be for what it rests on: the one table of evidence tags.

A rule carries the tag of the weakest fact it rests on. The tag limits the rule's level, because a finding
must never claim more than is known.
"""

from __future__ import annotations

from dataclasses import dataclass

from clausecheck.finding import Level

HOUSE_RULE = "house rule"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a tag means, and the gravest level it can carry; `most` is None for what may not ship."""

    meaning: str
    most: Level | None
    sourced: bool = True


EVIDENCE = {
    "V": Evidence("the provision or statement was read in a copy of the source itself", Level.ERROR),
    "V1": Evidence("read in an official page or document, or in a mirror copy of it", Level.ERROR),
    "VD": Evidence("worked out again from published data, with the same result", Level.ERROR),
    "D": Evidence("follows by arithmetic from facts that were read in their source", Level.ERROR),
    "logic": Evidence("the draft contradicts itself or arithmetic; no source is needed", Level.ERROR),
    "V2": Evidence("read in a secondary source, such as a law firm's note", Level.WARNING),
    "S": Evidence("read in a secondary source that quotes the primary one", Level.WARNING),
    "V-old": Evidence("read in an older version of the source, which may have been amended", Level.WARNING),
    "M-hi": Evidence("not verified, though it would surprise to be wrong", Level.WARNING, sourced=False),
    "DJ": Evidence("a judgement of good drafting that no source states", Level.WARNING, sourced=False),
    "M": Evidence("not verified", Level.ADVICE, sourced=False),
    "M-med": Evidence("not verified, only plausible", Level.ADVICE, sourced=False),
    "M-lo": Evidence("not verified and doubtful; it may not ship", None, sourced=False),
}


def exceeds(tag: str, level: Level) -> str:
    """Why a rule with this evidence cannot have this level, or nothing if it can."""
    evidence = EVIDENCE[tag]
    if evidence.most is None:
        return f"evidence {tag} is {evidence.meaning}"
    if level > evidence.most:
        return f"evidence {tag} ({evidence.meaning}) allows {evidence.most.word} at most, not {level.word}"
    return ""


def lacks_house_rule(tag: str, authority: tuple[str, ...]) -> bool:
    """Whether a rule without a source fails to say in its authority that it is a house rule."""
    return not EVIDENCE[tag].sourced and not any(HOUSE_RULE in entry.lower() for entry in authority)
