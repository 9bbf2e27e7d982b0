"""Words by which one side indemnifies, changes hands in silence, or ties the other to itself."""

from __future__ import annotations

import re

from clausecheck.facts.derived.standard_contract.local_term import Term, places
from clausecheck.patterns import Pattern

INDEMNIFIES = Term(
    "indemnifies",
    ("indemnif",),
    places("CLAUSE", "LIABILITY"),
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
    places("CLAUSE", "CONTRACT", "PARTY", "TERMINATION"),
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
    places("CLAUSE", "CONTRACT", "SERVICES", "MEMBERSHIP", "GOVERNANCE"),
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
