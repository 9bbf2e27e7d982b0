"""The steps of a dispute: their order, their length and whether they go round."""

from __future__ import annotations

import pytest

from clausecheck.facts.arithmetic.ladder import (
    Step,
    at_least_working_days,
    at_most_working_days,
    foreign,
    loop,
    missing,
    out_of_order,
)
from clausecheck.facts.arithmetic.settlement import Unit

NEG, MED, EXP = Step.NEGOTIATION, Step.MEDIATION, Step.EXPERT
ARB, COURT = Step.ARBITRATION, Step.COURT


@pytest.mark.parametrize(
    ("steps", "found"),
    [
        ([NEG, MED, EXP], None),
        ([ARB], ARB),
        ([NEG, MED, COURT], COURT),
        ([NEG, MED, EXP, COURT], None),
        ([NEG, ARB, EXP], ARB),
        ([], None),
    ],
)
def test_an_arbitrator_or_court_before_the_expert_is_foreign(steps: list[Step], found: Step | None) -> None:
    assert foreign(steps) is found


@pytest.mark.parametrize(
    ("steps", "found"),
    [
        ([NEG, MED, EXP], None),
        ([NEG, NEG, MED, EXP], None),
        ([NEG, EXP], None),
        ([MED, NEG, EXP], (MED, NEG)),
        ([NEG, EXP, MED], (EXP, MED)),
        ([ARB, NEG], None),
    ],
)
def test_steps_out_of_order(steps: list[Step], found: tuple[Step, Step] | None) -> None:
    assert out_of_order(steps) == found


def test_what_is_missing() -> None:
    assert missing([NEG, MED, EXP]) == []
    assert missing([NEG]) == [MED, EXP]
    assert missing([ARB]) == [NEG, MED, EXP]


@pytest.mark.parametrize(
    ("count", "unit", "most"),
    [
        (15, Unit.WORKING_DAY, 15),
        (18, Unit.DAY, 14),
        (19, Unit.DAY, 15),
        (20, Unit.DAY, 15),
        (21, Unit.DAY, 15),
        (22, Unit.DAY, 16),
        (3, Unit.WEEK, 15),
        (1, Unit.MONTH, 23),
        (1, Unit.YEAR, 262),
    ],
)
def test_operational_days_at_the_most(count: int, unit: Unit, most: int) -> None:
    assert at_most_working_days(count, unit) == most


@pytest.mark.parametrize(
    ("count", "unit", "least"),
    [
        (10, Unit.WORKING_DAY, 10),
        (14, Unit.DAY, 6),
        (20, Unit.DAY, 10),  # 14 days, and 4 of the 6 that are left
        (21, Unit.DAY, 11),
        (2, Unit.WEEK, 6),
        (1, Unit.DAY, 0),
        (1, Unit.MONTH, 17),
        (1, Unit.YEAR, 250),
    ],
)
def test_operational_days_at_the_least(count: int, unit: Unit, least: int) -> None:
    assert at_least_working_days(count, unit) == least


@pytest.mark.parametrize(
    ("bodies", "body"),
    [
        (["board", "chiefs"], None),
        (["board", "chiefs", "board"], "board"),
        (["board", "board"], None),
        (["board", "board", "chiefs"], None),
        (["board", "chiefs", "chair", "chiefs"], "chiefs"),
        ([], None),
    ],
)
def test_a_body_that_a_matter_comes_back_to(bodies: list[str], body: str | None) -> None:
    assert loop(bodies) == body
