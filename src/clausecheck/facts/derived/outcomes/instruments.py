"""Known questionnaires: how they are named, and between which scores they lie.

The ranges are from memory and were compared with no manual (evidence M), so what rests on them is advice.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from clausecheck.facts.arithmetic.money import plain
from clausecheck.patterns import Pattern


class Instrument(NamedTuple):
    """A questionnaire with its lowest and highest score; None for an end that depends on the value set.

    `patient` says that patients answer it about their own health, so that it makes a PROM.
    """

    name: str
    pattern: Pattern
    low: Decimal | None
    high: Decimal | None
    patient: bool = True
    evidence: str = "M"

    @property
    def range(self) -> str:
        """The range in words."""
        if self.low is None:
            return f"up to {plain(self.high)}" if self.high is not None else "no fixed range"
        return f"from {plain(self.low)} to {plain(self.high)}" if self.high is not None else ""


def _known(name: str, words: str, low: str | None, high: str | None, patient: bool = True) -> Instrument:
    lowest, highest = (None if end is None else Decimal(end) for end in (low, high))
    return Instrument(name, Pattern(rf"(?i)(?<![\w-])(?:{words})(?!\w)"), lowest, highest, patient)


# The visual analogue scale comes before the index, which shares its name.
INSTRUMENTS = (
    _known("EQ VAS", r"EQ[- ]?VAS|EQ-?5D(?:-[35]L)?[- ](?:VAS|visual analogue scale)", "0", "100"),
    _known("EQ-5D index", r"EQ-?5D(?:-?[35]L)?", None, "1"),
    _known("Oxford Hip Score", r"Oxford hip score|OHS", "0", "48"),
    _known("Oxford Knee Score", r"Oxford knee score|OKS", "0", "48"),
    _known("Oxford Shoulder Score", r"Oxford shoulder score|OSS", "0", "48"),
    _known("MSK-HQ", r"MSK-?HQ|musculoskeletal health questionnaire", "0", "56"),
    _known("ReQoL-10", r"ReQoL-?10", "0", "40"),
    _known("ReQoL-20", r"ReQoL-?20", "0", "80"),
    _known("PHQ-9", r"PHQ-?9", "0", "27"),
    _known("GAD-7", r"GAD-?7", "0", "21"),
    _known("CORE-10", r"CORE-?10", "0", "40"),
    _known("SWEMWBS", r"SWEMWBS|short Warwick-Edinburgh[\w -]*scale", "7", "35"),
    _known("WEMWBS", r"WEMWBS|Warwick-Edinburgh[\w -]*scale", "14", "70"),
    _known("COPD Assessment Test", r"COPD assessment test", "0", "40"),
    _known("Patient Activation Measure", r"patient activation measure|PAM-?13", "0", "100"),
    _known("HoNOS", r"HoNOS", "0", "48", patient=False),
)


def instruments_in(words: str) -> list[Instrument]:
    """The known questionnaires that some words name, each place once and the longer name first."""
    found = []
    for instrument in INSTRUMENTS:
        if instrument.pattern.search(words):
            found.append(instrument)
            words = instrument.pattern.sub(" ", words)
    return found
