"""What commissioners pay in, beside what they may be asked for; and what a stop-loss leaves."""

from __future__ import annotations

import pytest
from finance_facts import block, facts, pool

from clausecheck.facts.fact import Fact

COUNCIL = 'PARTY Council "Ferndale County Council"\n  Role: commissioner\n'
BUDGET = block(
    "BUDGET B1", "Amount: £10,000,000 per Contract Year", "Contributions: ICB £8,000,000, Council £2,000,000"
)
LOSS = "Loss shares: ICB 50%, Council 25%, Acute 25%"


def council(*lines: str, budget: str = BUDGET, pool_budget: str = "B1", party: str = COUNCIL) -> Fact:
    """What is said of the council as a contributor."""
    found = facts("contributor", party, budget, pool(*lines, budget=pool_budget))
    [one] = [each for each in found if each.values["party"] == "Council"]
    return one


@pytest.mark.parametrize(
    ("lines", "named"),
    [
        ([LOSS], True),
        (["Loss shares: ICB 100%, Council 0%"], True),
        (["Loss shares: ICB 100%"], False),
        (["Gain shares: ICB 50%, Council 50%", "Loss shares: ICB 100%"], False),
        (["Loss shares: ICB 100%", "Residual: Council"], True),
        (["Loss shares: ICB 100%", "Residual: CouncilCo"], False),
        (["Loss shares: ICB 100%", "Cap:", "- losses: £9 for Council"], True),
        (["Loss shares: ICB 100%", "Cap:", "- gains: £9 for Council"], False),
        (["Loss shares: ICB [ ]%, Council [ ]%"], True),
        (["Loss shares: as agreed"], True),
        (["Bands:", "- 0% to 2% of Budget: no sharing", "- above 2% of Budget: ICB 50%, Council 50%"], True),
        (["Bands:", "- 0% to 2% of Budget: no sharing", "- above 2% of Budget: borne by Council"], True),
        (["Bands:", "- 0% to 2% of Budget: no sharing", "- above 2% of Budget: borne by ICB"], False),
    ],
)
def test_a_liability_is_named_by_any_line_that_speaks_of_it(lines: list[str], named: bool) -> None:
    assert council(*lines).values["liability_named"] is named


@pytest.mark.parametrize(
    ("lines", "budget"),
    [
        (["Sides: gain only", "Shares: ICB 100%"], BUDGET),
        (["Gain shares: ICB 100%"], BUDGET),
        ([LOSS], BUDGET.replace("£2,000,000", "£[ ]")),
        ([LOSS], block("BUDGET B1", "Amount: £10,000,000")),
    ],
)
def test_nothing_is_said_without_losses_or_sums(lines: list[str], budget: str) -> None:
    assert not facts("contributor", budget, pool(*lines, budget="B1"))


def test_a_pool_of_the_same_amount_is_the_budgets() -> None:
    assert council(LOSS, pool_budget="£10,000,000").values["budget"] == "B1"
    assert not facts("contributor", BUDGET, pool(LOSS, budget="£9,999,999"))


def test_an_open_liability_is_priced_at_its_part_of_the_money() -> None:
    found = council("Loss shares: ICB 100%")
    assert (found.values["alone"], found.values["part"]) == (False, 200_000)
    assert found.shown["open"] == (
        "Of an overspend of 5% (£500,000) Council may be asked for £100,000, its 20% of the money, "
        "for nothing, or for any sum between"
    )


@pytest.mark.parametrize(
    ("lines", "most", "percent"),
    [
        ([LOSS], 12_500_000, 62_500),
        ([LOSS, "Cap: £200,000 for Council"], 20_000_000, 100_000),
        ([LOSS, "Cap: £200,000.01 for Council"], 20_000_001, 100_001),
        (["Loss shares: ICB 100%, Council 0%"], 0, 0),
    ],
)
def test_a_loss_is_set_beside_what_is_paid_in(lines: list[str], most: int, percent: int) -> None:
    found = council(*lines)
    assert (found.values["most"], found.values["of_contribution"]) == (most, percent)


def test_a_note_on_control_counts_and_so_does_a_party_not_declared() -> None:
    noted = COUNCIL + "  Control note: it approves each package\n"
    assert council(LOSS).values["control_noted"] is False
    assert council(LOSS, party=noted).values["control_noted"] is True
    assert council(LOSS, party="").values["control_noted"] is True


@pytest.mark.parametrize(
    ("said", "counts"),
    [
        ("costs above £100,000 a patient count at 10%", 100_000),
        ("£75,000 per person in a Contract Year, with 10% of the cost above it counted", 100_000),
        ("£75,000 per person, co-insurance 100%", 1_000_000),
        ("£75,000 per person, 12.5% coinsurance", 125_000),
        ("100% of the cost above £75,000 counts", 1_000_000),
        ("100% of the cost above £75,000 does not count", None),
        ("100% of the cost above £75,000 is borne by ICB", None),
        ("100% up to £75,000 and 10% above it count", None),
        ("costs above the 99th percentile are left out", None),
    ],
)
def test_how_much_counts_above_a_stop_loss(said: str, counts: int | None) -> None:
    [found] = facts("stop_loss", pool(f"Stop-loss: {said}"))
    assert found.values.get("co_insurance") == counts
    assert found.values["idle"] is (counts == 1_000_000)


@pytest.mark.parametrize(
    ("attachment", "ordinary"),
    [("£1,250", True), ("£1,249.99", True), ("£1,250.01", False), ("£75,000", False)],
)
def test_a_stop_loss_at_the_average_cost_is_ordinary(attachment: str, ordinary: bool) -> None:
    people = block('POPULATION P1 "people"', "Size: 8,000")
    [found] = facts("stop_loss", people, pool(f"Stop-loss: {attachment} per person, 10% of the rest counted"))
    assert (found.values["average"], found.values["ordinary"]) == (125_000, ordinary)


def test_without_people_there_is_no_average() -> None:
    [found] = facts("stop_loss", pool("Stop-loss: £1 per person, 10% of the rest counted"))
    assert "average" not in found.values
    assert found.values["ordinary"] is False
