"""The order of the steps in which a dispute is settled, and the Operational Days that a step can last."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from clausecheck.facts.arithmetic.settlement import Unit

_WEEK, _WORKING = 7, 5
_MONTH, _YEAR = 23, 262
"""No month has more than 23 weekdays, no year more than 262."""
_LEAST_MONTH, _LEAST_YEAR = 17, 250
"""Operational Days that every month and year has: December and its holidays leave 17 at the least."""
_HOLIDAYS = 4
"""The most weekday holidays that fall close together: Christmas and New Year, or Easter and the next."""


class Step(StrEnum):
    """What a step is; the order of the first three is that of the form."""

    NEGOTIATION = "negotiation"
    MEDIATION = "mediation"
    EXPERT = "expert determination"
    ARBITRATION = "arbitration"
    COURT = "the courts"


_ORDER = (Step.NEGOTIATION, Step.MEDIATION, Step.EXPERT)


def foreign(steps: Sequence[Step]) -> Step | None:
    """Arbitration or the courts, where either comes and no expert has decided before it."""
    for step in steps:
        if step is Step.EXPERT:
            return None
        if step in (Step.ARBITRATION, Step.COURT):
            return step
    return None


def out_of_order(steps: Sequence[Step]) -> tuple[Step, Step] | None:
    """The first two steps of which the earlier one should come after the later one."""
    known = [step for step in steps if step in _ORDER]
    for place, step in enumerate(known):
        for after in known[place + 1 :]:
            if _ORDER.index(after) < _ORDER.index(step):
                return step, after
    return None


def missing(steps: Sequence[Step]) -> list[Step]:
    """The steps of the form that are not there."""
    return [step for step in _ORDER if step not in steps]


def at_most_working_days(count: int, unit: Unit) -> int:
    """The Operational Days in a length of time at the most: 3 weeks are 15, 20 calendar days too."""
    match unit:
        case Unit.WORKING_DAY:
            return count
        case Unit.DAY:
            return count // _WEEK * _WORKING + min(count % _WEEK, _WORKING)
        case Unit.WEEK:
            return count * _WORKING
        case Unit.MONTH:
            return count * _MONTH
    return count * _YEAR


def at_least_working_days(count: int, unit: Unit) -> int:
    """The Operational Days in a length of time at the least, wherever it begins."""
    match unit:
        case Unit.WORKING_DAY:
            return count
        case Unit.DAY:
            return max(count // _WEEK * _WORKING + max(count % _WEEK - 2, 0) - _HOLIDAYS, 0)
        case Unit.WEEK:
            return max(count * _WORKING - _HOLIDAYS, 0)
        case Unit.MONTH:
            return count * _LEAST_MONTH
    return count * _LEAST_YEAR


def loop(bodies: Sequence[str]) -> str | None:
    """The first body that a matter comes back to after it has been to another; names compared as given."""
    for place, body in enumerate(bodies):
        if body in bodies[:place] and bodies[place - 1] != body:
            return body
    return None
