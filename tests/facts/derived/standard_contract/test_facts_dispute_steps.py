"""The steps of a DISPUTES block."""

from __future__ import annotations

import pytest
from drafting_facts import facts_of

from clausecheck.facts.fact import Fact

FORM = 'CONTRACT "Harbour Contract"\n  Form: NHS Standard Contract 2026/27, full-length\n\n'


def steps(said: str, final: str = "") -> Fact:
    text = f"{FORM}DISPUTES\n  Steps: {said}\n" + (f"  Final step: {final}\n" if final else "")
    [fact] = facts_of("dispute_steps", text)
    return fact


@pytest.mark.parametrize(
    ("said", "final", "fault"),
    [
        ("negotiation, mediation, expert determination", "", None),
        ("chief executives within 15 Operational Days, mediation", "expert determination", None),
        ("chief executives, then GC14", "", None),
        ("arbitration", "", "foreign"),
        ("negotiation, mediation", "the courts", "foreign"),
        ("negotiation, mediation, expert determination", "the courts", None),
        ("negotiation, mediation, expert determination, not the courts", "", None),
        ("mediation, chief executives, expert determination", "", "out of order"),
        ("negotiation (15 Operational Days), then mediation, then an expert", "ICB's CFO decides", "foreign"),
        ("negotiation, mediation, expert determination", "the chief finance officer decides", "foreign"),
        ("negotiation, mediation, expert determination", "the Alliance Board decides", None),
        ("negotiation, mediation, expert determination", "an independent officer decides, as expert", None),
        ("negotiation, mediation", "", "missing"),
        ("negotiation", "expert determination", "missing"),
        ("as in GC14", "", None),
        ("as the parties may agree", "", None),
    ],
)
def test_how_the_steps_differ(said: str, final: str, fault: str | None) -> None:
    assert steps(said, final).values.get("fault") == fault


def test_the_difference_in_words() -> None:
    assert steps("negotiation").shown["differs"] == "there is no mediation and no expert determination"
    assert steps("mediation, negotiation, expert").shown["differs"] == "mediation comes before negotiation"
    last = steps("negotiation, mediation, expert", "the chief officer of ICB decides").shown
    assert last["differs"] == '"the chief officer of ICB decides" stands where an expert decides'
    assert steps("arbitration").shown["differs"] == "arbitration comes where an expert decides"


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("managers within 5 Operational Days, chief executives within 9 Operational Days, mediation", 14),
        ("managers within 5 Operational Days, chief executives within 10 Operational Days, mediation", 15),
        ("chief executives within 18 calendar days, mediation within 20 Operational Days", 14),
        ("chief executives within 3 weeks, mediation", 15),
        ("chief executives within 1 month, mediation", 23),
        ("managers, chief executives within 5 Operational Days, mediation", None),
        ("mediation within 5 Operational Days, expert determination", None),
        ("negotiation, mediation", None),
    ],
)
def test_the_time_for_negotiation(said: str, days: int | None) -> None:
    assert steps(said).values.get("negotiation_days") == days


@pytest.mark.parametrize(
    ("said", "talks"),
    [
        (
            "before GC14 is used, contract managers talk for up to 5 Operational Days; then GC14 in full",
            False,
        ),
        ("contract managers within 5 Operational Days, then GC14", False),
        ("contract managers within 5 Operational Days, then mediation and all of GC14", False),
        ("contract managers within 5 Operational Days, mediation, then GC14", True),
        ("contract managers within 5 Operational Days, then expert determination under GC14", True),
        ("contract managers within 5 Operational Days under GC14", True),
    ],
)
def test_talks_before_the_whole_of_gc14_shorten_nothing(said: str, talks: bool) -> None:
    found = steps(said)
    assert (found.values.get("negotiation_days"), found.values["juniors"]) == (5 if talks else None, talks)


def test_the_time_for_negotiation_is_added_up() -> None:
    said = "managers within 5 Operational Days, chief executives within 9 Operational Days, mediation"
    assert steps(said).shown["sum"] == "5 + 9 = 14"


@pytest.mark.parametrize(
    ("said", "juniors"),
    [
        ("project officers within 15 Operational Days, mediation", True),
        ("contract managers, mediation", True),
        ("contract managers, then directors, mediation", False),
        ("contract managers with authority to settle, mediation", False),
        ("negotiation, mediation", False),
        ("managers, mediation", False),
    ],
)
def test_who_negotiates(said: str, juniors: bool) -> None:
    assert steps(said).values["juniors"] is juniors


@pytest.mark.parametrize(
    ("said", "loops"),
    [
        ("Home First Board, chief executives, back to the Home First Board, expert determination", True),
        ("Home First Board within 5 days, chief executives, Home First Board within 9 days", True),
        ("Home First Board, chief executives, expert determination", False),
        ("chief executives within 5 days, chief executives within 9 days, mediation", False),
        ("mediation, negotiation, mediation", False),
    ],
)
def test_a_dispute_that_goes_round(said: str, loops: bool) -> None:
    assert steps(said).values["loops"] is loops


def test_bullets_are_steps() -> None:
    bullets = "    - chief executives: within 5 Operational Days\n    - arbitration: Leeds\n"
    text = f"{FORM}DISPUTES\n  Steps:\n{bullets}"
    [fact] = facts_of("dispute_steps", text)
    assert fact.values["fault"] == "foreign"
    assert fact.values["negotiation_days"] == 5


def test_a_blank_is_not_judged() -> None:
    assert facts_of("dispute_steps", f"{FORM}DISPUTES\n  Steps: TBC\n") == []
