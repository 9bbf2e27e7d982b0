"""PROMs and what they lack, and targets beyond the scale of a questionnaire."""

from __future__ import annotations

import pytest
from finance_facts import block, fact, facts

WHOLE = (
    "Instrument: Oxford Hip Score",
    "Time points: before surgery and 6 months",
    "Response rate: 80%",
    "Minimum change: 5 points",
)


def outcome(*lines: str) -> str:
    return block('OUTCOME O1 "Walking without pain"', *lines)


@pytest.mark.parametrize(
    ("lines", "is_prom"),
    [
        (("Type: PROM",), True),
        (("Instrument: EQ-5D-5L",), True),
        (("Measure: mean PHQ-9 score at discharge",), True),
        (("Measure: a patient-reported outcome measure",), True),
        (("Type: experience", "Instrument: EQ-5D-5L"), False),
        (("Type: [ ]", "Instrument: EQ-5D-5L"), False),
        (("Instrument: HoNOS",), False),  # clinicians score it
        (("Instrument: local survey of carers",), False),
        (("Measure: waiting time", "Denominator: people with a PHQ-9 of 10 or more"), False),
        (("Measure: score in the PREM",), False),
    ],
)
def test_what_is_a_prom(lines: tuple[str, ...], is_prom: bool) -> None:
    assert bool(facts("prom", outcome(*lines))) is is_prom


@pytest.mark.parametrize(
    ("without", "lacks"),
    [
        (0, "an Instrument"),
        (1, "Time points"),
        (2, "a Response rate"),
        (3, "a Minimum change"),
        (None, ""),
    ],
)
def test_what_a_prom_lacks(without: int | None, lacks: str) -> None:
    lines = [line for place, line in enumerate(WHOLE) if place != without]
    found = fact("prom", outcome("Type: PROM", *lines))
    assert (found.shown["lacks"], found.values["whole"]) == (lacks, not lacks)


@pytest.mark.parametrize(
    ("line", "lacks"),
    [
        (
            "Numerator: people whose Oxford Hip Score rises by 5 points or more at six months",
            "a Response rate",
        ),
        ("Measure: EQ-5D index before and after surgery", "a Response rate or a Minimum change"),
        ("Data quality: response rate of 60% or more", "an Instrument, Time points or a Minimum change"),
        (
            "Standard set: ICHOM, with its minimal important change",
            "an Instrument, Time points or a Response rate",
        ),
    ],
)
def test_other_lines_may_say_it(line: str, lacks: str) -> None:
    assert fact("prom", outcome("Type: PROM", line)).shown["lacks"] == lacks


def test_a_prom_that_was_not_read_in_full_is_left_alone() -> None:
    assert not facts("prom", outcome("Type: PROM", "what the board agreed"))


@pytest.mark.parametrize(
    ("instrument", "baseline", "target", "beyond"),
    [
        ("Oxford Hip Score", "21 in 2024/25", "at least 48", False),
        ("Oxford Hip Score", "21 in 2024/25", "at least 48.1", True),
        ("OHS and OKS", "21 in 2024/25", "at least 49", True),
        ("EQ-5D-5L", "0.62 in 2024/25", "at least 1", False),
        ("EQ-5D-5L", "0.62 in 2024/25", "at least 1.01", True),
        ("EQ-5D-5L", "-0.2 in 2024/25", "at least 0.1", False),
        ("EQ-5D VAS", "62 in 2024/25", "at least 100", False),
        ("EQ VAS", "62 in 2024/25", "at least 101", True),
        ("SWEMWBS", "21 in 2024/25", "at least 36", True),
        ("WEMWBS", "21 in 2024/25", "at least 36", False),
        ("PHQ-9", "15 in 2024/25", "at most 9", False),
    ],
)
def test_a_score_beyond_the_scale(instrument: str, baseline: str, target: str, beyond: bool) -> None:
    lines = (f"Instrument: {instrument}", f"Baseline: {baseline}", f"Target: {target}")
    assert fact("instrument_target", outcome(*lines)).values["beyond"] is beyond


@pytest.mark.parametrize(
    "lines",
    [
        ("Instrument: Oxford Hip Score", "Target: at least 52"),  # nothing says that it is a score
        ("Instrument: Oxford Hip Score", "Baseline: 1,200 in 2024/25", "Target: at least 1,300"),
        ("Instrument: Oxford Hip Score", "Baseline: 84% in 2024/25", "Target: at least 89%"),
        (
            "Measure: people who answer the Oxford Hip Score",
            "Baseline: 40 in 2024/25",
            "Target: at least 52",
        ),
        ("Instrument: EQ-5D-5L and Oxford Hip Score", "Baseline: 21 in 2024/25", "Target: at least 52"),
        ("Instrument: local survey", "Baseline: 21 in 2024/25", "Target: at least 52"),
    ],
)
def test_a_target_that_may_be_something_else_is_left_alone(lines: tuple[str, ...]) -> None:
    assert not facts("instrument_target", outcome(*lines))
