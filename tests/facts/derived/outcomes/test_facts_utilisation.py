"""Less use of services: paid for alone, and paid for twice."""

from __future__ import annotations

import pytest
from finance_facts import PARTIES, block, fact, facts

ADMISSIONS = "Measure: emergency admissions per 1,000 people"


def outcome(*lines: str, name: str = "O1", title: str = "People stay well") -> str:
    return block(f'OUTCOME {name} "{title}"', "Direction: lower is better", *lines)


def payment(weights: str = "O1 100%", budget: str = "£10,000,000") -> str:
    return block("OUTCOME PAYMENT OP1", f"Budget: {budget}", f"Weights: {weights}", "Share of budget: 5%")


@pytest.mark.parametrize(
    ("lines", "use"),
    [
        ((ADMISSIONS,), True),
        (("Numerator: non-elective admissions of people in P1",), True),
        (("Measure: attendances at the emergency department", "Type: utilisation"), True),
        (("Measure: A&E attendances",), True),
        (("Measure: length of stay",), True),
        (("Numerator: nights in hospital",), True),
        (("Numerator: days spent in hospital",), True),
        (("Numerator: people in hospital",), False),
        (("Type: utilisation",), True),
        ((ADMISSIONS, "Type: outcome"), False),
        (("Measure: 30-day emergency readmission rate",), False),
        (("Measure: people at home on day 91",), False),
    ],
)
def test_what_is_only_use(lines: tuple[str, ...], use: bool) -> None:
    assert bool(facts("utilisation_paid", outcome(*lines), payment())) is use


@pytest.mark.parametrize(
    ("line", "unbalanced"),
    [
        ("Balancing measure: deaths within 30 days", False),
        ("Balancing measure: 30-day readmissions", False),
        ("Balancing measure: length of stay, and experience of care", False),
        ("Balancing measure: length of stay", True),
        ("Balancing measure: length of stay and A&E attendances", True),
        ("Balancing measure: none", True),
        ("Perverse incentive: none identified", True),
        ("Perverse incentive: people turned away, watched by case review", False),
        ("Domain: prevention", True),
    ],
)
def test_what_balances_it(line: str, unbalanced: bool) -> None:
    found = fact("utilisation_paid", outcome(ADMISSIONS, line), payment())
    assert found.values["unbalanced"] is unbalanced


def test_a_result_beside_it_is_enough() -> None:
    other = outcome("Measure: people who say that they manage", name="O2")
    assert not facts("utilisation_paid", outcome(ADMISSIONS), other, payment("O1 50%, O2 50%"))


def test_an_outcome_that_is_not_there_may_be_of_quality() -> None:
    assert not facts("utilisation_paid", outcome(ADMISSIONS), payment("O1 50%, O2 50%"))


def test_the_bare_ones_are_named_with_the_money() -> None:
    other = outcome("Measure: length of stay", "Balancing measure: deaths", name="O2")
    found = fact("utilisation_paid", outcome(ADMISSIONS), other, payment("O1 50%, O2 50%"))
    assert found.shown["measures"] == "OUTCOME O1"
    assert found.shown["stake"].endswith("Up to £500,000 a Contract Year hangs on it")


SERVICES = block("SERVICES S1", "In scope: unplanned acute care, community nursing")


def pool(*lines: str) -> str:
    return block('RISK SHARE R1 "Alliance Pool"', "Budget: £10,000,000", *lines)


SHARES = "Shares: ICB 40%, Acute 35%, Community 25%"


def twice(*blocks: str) -> list[object]:
    return [found.values["settled"] for found in facts("paid_twice", PARTIES, *blocks)]


def test_a_saving_that_both_pay_for() -> None:
    found = fact("paid_twice", PARTIES, SERVICES, outcome(ADMISSIONS), pool(SHARES), payment())
    assert found.values["settled"] is False
    assert found.shown["use"] == "emergency admissions"
    assert found.shown["covers"] == "In scope of SERVICES S1"
    assert found.shown["stake"] == (
        "Up to £500,000 a Contract Year of OP1 hangs on O1, and of what it saves the providers share 60% in "
        "RISK SHARE R1"
    )


@pytest.mark.parametrize(
    ("title", "covered"),
    [
        ("Savings from shorter stays", True),
        ("Pool to avoid shorter stays", False),
        ("A stay at home pool", False),
    ],
)
def test_shorter_stays_are_bed_days(title: str, covered: bool) -> None:
    named = pool(SHARES).replace("Alliance Pool", title)
    found = twice(outcome("Numerator: nights in hospital"), named, payment())
    assert found == ([False] if covered else [])


@pytest.mark.parametrize(
    "line",
    [
        "Counterfactual: spending on non-elective care, £10,000,000",
        "Counterfactual: £10,000,000, the cost of emergency admissions of people in P1",
    ],
)
def test_the_pool_itself_may_say_what_it_covers(line: str) -> None:
    assert twice(outcome(ADMISSIONS), pool(SHARES, line), payment()) == [False]


@pytest.mark.parametrize(
    ("line", "settled"),
    [
        ("Interaction: what OP1 pays for O1 is taken off the gain", True),
        ("Interaction: none", False),
        ("Interaction: [to be agreed]", True),  # a blank is a fault of its own
        ("Gain conditions: O1 at Target, so that no saving is paid for twice", True),
    ],
)
def test_what_settles_it(line: str, settled: bool) -> None:
    assert twice(SERVICES, outcome(ADMISSIONS), pool(SHARES, line), payment()) == [settled]


@pytest.mark.parametrize(
    "blocks",
    [
        (SERVICES, outcome(ADMISSIONS), pool(SHARES, "Sides: loss only"), payment()),
        (SERVICES, outcome(ADMISSIONS), pool("Gain shares: ICB 100%"), payment()),
        (SERVICES, outcome(ADMISSIONS), pool(SHARES, "Exclusions: emergency admissions"), payment()),
        (SERVICES, outcome(ADMISSIONS), pool(SHARES), payment(budget="£9,999,999")),
        (SERVICES, outcome("Measure: people at home"), pool(SHARES), payment()),
        (SERVICES, SERVICES.replace("S1", "S2"), outcome(ADMISSIONS), pool(SHARES), payment()),
        (outcome(ADMISSIONS), pool(SHARES), payment()),
        (
            block("SERVICES S1", "In scope: community care that avoids emergency admissions"),
            outcome(ADMISSIONS),
            pool(SHARES),
            payment(),
        ),
        (
            block("SERVICES S1", "In scope: all care except emergency admissions"),
            outcome(ADMISSIONS),
            pool(SHARES),
            payment(),
        ),
        (
            block("SERVICES S1", "In scope: acute care", "Out of scope: emergency hospital care"),
            outcome(ADMISSIONS),
            pool(SHARES),
            payment(),
        ),
    ],
)
def test_where_nothing_is_paid_twice(blocks: tuple[str, ...]) -> None:
    assert twice(*blocks) == []


def test_more_use_saves_nothing() -> None:
    more = block('OUTCOME O1 "x"', "Direction: higher is better", "Measure: A&E attendances seen by a GP")
    urgent = block("SERVICES S1", "In scope: emergency department")
    assert twice(urgent, more, pool(SHARES), payment()) == []
