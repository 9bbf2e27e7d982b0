"""Hospitals that would lose activity, by a saving or by an outcome, and what counts as having asked."""

from __future__ import annotations

import pytest
from finance_facts import block, fact, facts

HOSPITAL = block(
    'PARTY Acute "Ferndale Hospitals NHS Foundation Trust"',
    "Role: sub-contractor",
    "Kind: foundation trust",
    "Turnover: £540,000,000",
)
FEWER = block("BUDGET B1", "Savings plan:", "- fewer emergency admissions: £4m a year")


def outcome(numerator: str, direction: str = "lower is better") -> str:
    return block('OUTCOME O1 "Out of hospital"', f"Numerator: {numerator}", f"Direction: {direction}")


@pytest.mark.parametrize(
    ("text", "loses"),
    [
        (FEWER, True),
        (FEWER.replace("fewer emergency admissions", "referrals moved to community clinics"), True),
        (FEWER.replace("fewer emergency admissions", "reduced outpatient visits"), True),
        (FEWER.replace("fewer emergency admissions", "prescribing"), False),
        (FEWER.replace("£4m a year", "as in Schedule 3F"), False),
        (outcome("emergency admissions of people in P1"), True),
        (outcome("bed nights of people in P1"), True),
        (outcome("emergency admissions of people in P1", "higher is better"), False),
        (outcome("emergency readmissions within a month"), False),
        (outcome("people with pressure ulcers"), False),
    ],
)
def test_what_takes_activity_away(text: str, loses: bool) -> None:
    assert bool(facts("activity_loss", HOSPITAL, text)) is loses


@pytest.mark.parametrize(
    ("party", "concerned"),
    [
        (HOSPITAL, True),
        (HOSPITAL.replace("Hospitals", "Partnership").replace("Acute", "MH"), False),
        (HOSPITAL.replace("foundation trust", "VCSE"), False),
        (HOSPITAL.replace("sub-contractor", "guarantor"), False),
    ],
)
def test_it_concerns_hospitals_that_provide(party: str, concerned: bool) -> None:
    assert bool(facts("activity_loss", party, FEWER)) is concerned


@pytest.mark.parametrize(("share", "concerned"), [("0%", True), ("0.01%", False), ("[ ]%", False)])
def test_a_share_of_gains_is_an_answer(share: str, concerned: bool) -> None:
    pool = block("RISK SHARE R1", f"Gain shares: ICB 50%, Acute {share}")
    assert bool(facts("activity_loss", HOSPITAL, FEWER, pool)) is concerned


@pytest.mark.parametrize(
    ("more", "assessed"),
    [
        ("", False),
        (block("SERVICES S1", "Interdependencies: trauma rota at Acute, protected for 2 years"), True),
        (block("SERVICES S1", "Interdependencies: none"), False),
        (block("SERVICES S1", "Interdependencies: none, the rotas are separate"), True),
        (block("SERVICES S1", "In scope: orthopaedics"), False),
        (block('CLAUSE 1 "A"', "Lost activity is paid at marginal cost for two years."), True),
        (block('CLAUSE 1 "A"', "Acute has a minimum income."), True),
    ],
)
def test_what_counts_as_having_asked(more: str, assessed: bool) -> None:
    assert fact("activity_loss", HOSPITAL, FEWER, more).values["assessed"] is assessed


def test_a_line_that_was_not_read_may_have_asked() -> None:
    party = HOSPITAL + "  A line that cannot be read\n"
    assert fact("activity_loss", party, FEWER).values["assessed"] is True


def test_a_note_on_control_is_an_answer() -> None:
    party = HOSPITAL + "  Control note: Acute decides whom it admits\n"
    assert fact("activity_loss", party, FEWER).values["assessed"] is True


def test_it_is_priced_by_the_saving_or_else_by_turnover() -> None:
    assert "up to £4,000,000 of it" in fact("activity_loss", HOSPITAL, FEWER).shown["price"]
    assert (
        "is £5,400,000 a year"
        in fact("activity_loss", HOSPITAL, outcome("emergency admissions")).shown["price"]
    )


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("Ferndale Infirmary closes its 22-bed ward as the work moves to Lead", True),
        ("the hospital loses 4% of income", True),
        ("outpatient income of the hospital falls by £310,000", True),
        ("the hospital loses 4% of income, marginal cost paid for 2 years", False),
        ("the hospital loses 9% of its bed days, tapered over 2 years", False),
        ("outpatient income of the hospital falls by £310,000, as agreed with it", False),
        ("the hospital closes no ward", False),
        ("the stroke rota of Acute is not touched", False),
        ("blood transfusion at each site, kept round the clock", False),
        ("trauma lists, in two theatres", False),
    ],
)
def test_a_loss_that_is_stated_and_left_there(line: str, left: bool) -> None:
    services = block("SERVICES S1", f"Interdependencies: {line}")
    found = facts("activity_loss", services)
    assert [each.values["assessed"] for each in found] == ([False] if left else [])
    assert not found or found[0].shown["fault"].endswith(f'"{line}"')
