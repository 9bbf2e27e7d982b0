"""How long a PSR standstill stays open once a further decision on representations has been communicated.

The command `standstill` and the facts ask here, so that they cannot give two dates for one notice.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from clausecheck.facts.arithmetic.standstill import Standstill, psr_after_further_decision, psr_standstill


class Open(NamedTuple):
    """The two periods of PSR reg 12 that must both be over: the notice's, and the further decision's."""

    by_notice: Standstill
    by_decision: Standstill | None

    @property
    def governs(self) -> Standstill:
        """The period that ends last: until the notice's own end others may still make representations."""
        if self.by_decision is not None and self.by_decision.ends > self.by_notice.ends:
            return self.by_decision
        return self.by_notice

    @property
    def held_by_notice(self) -> bool:
        """Whether the 5 working days after the decision are over before the notice's own period is."""
        return self.by_decision is not None and self.governs is self.by_notice


def open_until(published: date, decided: date | None) -> Open:
    """The standstill of a notice `published`, where the last further decision was communicated on `decided`.

    PSR reg 12(3), (9): to the 8th working day after the day it begins; reg 12(10): and at least 5 working
    days after the last further decision. `decided` is None where there was none.
    """
    after = psr_after_further_decision(decided) if decided is not None else None
    return Open(psr_standstill(published), after)
