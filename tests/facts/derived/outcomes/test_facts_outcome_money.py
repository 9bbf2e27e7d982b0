"""Money on outcomes: for whom, in which year, on how many measures, and how the path rises."""

from __future__ import annotations

import pytest
from finance_facts import block, contract, fact, facts

PATH = ("Share of budget:", "- 2026/27: 0%", "- 2027/28: 5%", "- 2028/29: 10%")


def payment(*lines: str, weights: str = "O1 60%, O2 40%", budget: str = "£12,000,000") -> str:
    return block("OUTCOME PAYMENT OP1", f"Budget: {budget}", f"Weights: {weights}", *(lines or PATH))


def outcome(name: str, *lines: str) -> str:
    return block(f'OUTCOME {name} "At home"', *lines)


def budget(*amounts: str) -> str:
    return block("BUDGET B1", "Amount:", *(f"- {amount}" for amount in amounts))


O1 = outcome("O1", "Owner: Acute, Community")
O2 = outcome("O2", "Owner: Acute")


def amounts(*blocks: str) -> dict[tuple[object, object], object]:
    found = facts("outcome_money", *blocks)
    return {(f.values["year"], f.values.get("owners")): f.values["amount"] for f in found}


def test_money_is_named_by_year_and_by_those_who_answer_together() -> None:
    assert amounts(O1, O2, payment()) == {
        ("2026/27", "Acute, Community"): 0,
        ("2026/27", "Acute"): 0,
        ("2027/28", "Acute, Community"): 36_000_000,
        ("2027/28", "Acute"): 24_000_000,
        ("2028/29", "Acute, Community"): 72_000_000,
        ("2028/29", "Acute"): 48_000_000,
    }


def test_an_attribution_divides_it() -> None:
    divided = outcome("O1", "Owner: Acute, Community", "Attribution: Acute 75%, Community 25%")
    found = amounts(divided, O2, payment("Share of budget: 10%"))
    assert found == {("each year", "Acute"): 102_000_000, ("each year", "Community"): 18_000_000}


@pytest.mark.parametrize(
    "words", ["Acute 75%, Community 24%", "Acute 75%, Council 25%", "by agreement", "Acute 100%"]
)
def test_an_attribution_that_does_not_divide_all_of_it_divides_nothing(words: str) -> None:
    found = amounts(
        outcome("O1", "Owner: Acute, Community", f"Attribution: {words}"),
        payment("Share of budget: 10%", weights="O1 100%"),
    )
    assert found == {("each year", "Acute, Community"): 120_000_000}


def test_indicators_lend_their_owners() -> None:
    one = block('INDICATOR I1 "a"', "Outcome: O1", "Owner: Acute")
    two = block('INDICATOR I2 "b"', "Outcome: O1", "Owner: Community, Acute")
    found = amounts(outcome("O1"), one, two, payment("Share of budget: 10%", weights="O1 100%"))
    assert found == {("each year", "Acute, Community"): 120_000_000}


def test_without_a_budget_there_is_no_amount() -> None:
    assert not amounts(O1, O2, block("OUTCOME PAYMENT OP1", "Weights: O1 60%, O2 40%", *PATH))


@pytest.mark.parametrize("labels", [("2026/27", "2027/28", "2028/29"), ("Year 1", "Year 2", "Year 3")])
def test_each_year_has_its_own_budget(labels: tuple[str, str, str]) -> None:
    yearly = budget(*(f"{label}: £{size}m" for label, size in zip(labels, (20, 10, 4), strict=True)))
    found = fact("outcome_exposure", contract(), yearly, O1, O2, payment(budget="B1"))
    assert found.values["amount"] == 50_000_000  # 5% of £10m, and 10% of £4m is less
    assert found.shown["said"] == (
        "In 2027/28 £500,000 hangs on outcomes: £300,000 on O1 of Acute and Community together and "
        "£200,000 on O2 of Acute"
    )


def test_a_year_the_budget_does_not_state_is_not_guessed() -> None:
    found = fact("outcome_exposure", contract(), budget("2026/27: £20m"), O1, payment(budget="B1"))
    assert "amount" not in found.values
    assert found.shown["said"] == "In 2028/29 £100,000 of every £1,000,000 of the Budget hangs on outcomes"


def test_a_pool_lends_the_budget_of_its_years() -> None:
    pool = block('RISK SHARE R1 "Pool"', "Budget: B1")
    yearly = budget("2026/27: £20m", "2027/28: £10m", "2028/29: £4m")
    found = fact("outcome_exposure", contract(), yearly, pool, payment(budget="R1"))
    assert found.values["amount"] == 50_000_000


@pytest.mark.parametrize(
    ("cap", "amount"),
    [
        ("£1,200,000 per Contract Year", 120_000_000),
        ("£1,199,999 per Contract Year", 119_999_900),
        ("8% of Budget", 96_000_000),
        ("10% of Budget", 120_000_000),
        ("8% of turnover", 120_000_000),
    ],
)
def test_a_cap_limits_what_hangs_on_outcomes(cap: str, amount: int) -> None:
    found = fact("outcome_exposure", payment("Share of budget: 10%", f"Cap: {cap}"))
    assert found.values["amount"] == amount


def test_weights_that_do_not_make_100_are_not_divided_among_owners() -> None:
    found = fact("outcome_exposure", O1, O2, payment(weights="O1 60%, O2 50%"))
    assert found.shown["said"] == "In 2028/29 £1,200,000 hangs on outcomes"


@pytest.mark.parametrize(
    ("weights", "first", "uneven"),
    [
        ("O1 40%, O2 40%, O3 20%", 400_000, True),
        ("O1 34%, O2 33%, O3 33%", 340_000, True),
        ("O1 33%, O2 34%, O3 33%", 330_000, False),
        ("O1 25%, O2 25%, O3 25%, O4 25%", 250_000, False),
        ("O1 90%, O2 10%", 900_000, False),  # two cannot be much more even
        ("O1 100%", 1_000_000, False),
    ],
)
def test_what_a_weight_puts_on_a_measure(weights: str, first: int, uneven: bool) -> None:
    found = facts("weight_held", payment(weights=weights))[0]
    assert (found.values["each"], found.values["uneven"]) == (first, uneven)


def test_indicators_share_a_weight_evenly() -> None:
    indicators = [block(f'INDICATOR I{n} "x"', "Outcome: O1") for n in (1, 2, 3)]
    found = facts("weight_held", O1, *indicators, payment(weights="O1 70%, O2 30%"))[0]
    assert found.values["each"] == 233_333
    assert found.shown["carries"] == "70% on 3 measures, 23.33% each on average"
    assert found.shown["price"] == "In 2028/29 £280,000 of £1,200,000 hangs on each measure of O1"


def test_a_weight_of_nothing_or_to_come_is_not_judged() -> None:
    found = facts("weight_held", payment(weights="O1 0%, O2 [ ]%, O3 100%"))
    assert [f.values["outcome"] for f in found] == ["O3"]


def test_measures_are_counted_once_over_all_payments() -> None:
    indicators = [block(f'INDICATOR I{n} "x"', "Outcome: O1") for n in (1, 2)]
    other = block(
        "OUTCOME PAYMENT OP2", "Budget: £8,000,000", "Weights: O2 50%, O9 50%", "Share of budget: 5%"
    )
    found = fact("measure_count", O1, O2, *indicators, payment(), other)
    assert found.values["number"] == 4  # I1, I2, O2 and O9
    assert found.shown["price"] == "Of £1,600,000 in the dearest year each is worth £400,000 on average"


@pytest.mark.parametrize(
    ("shares", "shape"),
    [
        (("2026/27: 1%", "2027/28: 5%", "2028/29: 4%"), (10_000, 50_000, 0, 40_000)),
        (("Year 1: 0%", "Year 3: 10%", "Year 4: 15%"), (0, 100_000, 150_000, 100_000)),
        (("2027/28: 3%", "2029/30: 12%"), (0, 30_000, 120_000, 90_000)),
        (("2026/27: 5%", "2027/28: 5%"), (50_000, 50_000, 0, 0)),
    ],
)
def test_the_shape_of_a_path(shares: tuple[str, ...], shape: tuple[int, ...]) -> None:
    lines = ("Share of budget:", *(f"- {share}" for share in shares))
    values = fact("path_shape", contract(expiry="31 March 2031"), payment(*lines)).values
    assert tuple(values[name] for name in ("first_year", "early", "later", "jump")) == shape


def test_one_share_for_all_years_is_that_of_each() -> None:
    found = fact("path_shape", payment("Share of budget: 5%"))
    assert [found.values[name] for name in ("first_year", "early", "later", "jump")] == [50_000] * 3 + [0]
    assert found.shown["amounts"] == "On the Budget that is £600,000 each year"


def test_one_stated_year_is_no_path() -> None:
    assert not facts("path_shape", payment("Share of budget:", "- 2026/27: 5%"))


def test_a_path_is_priced_year_by_year() -> None:
    assert fact("path_shape", payment()).shown["amounts"] == (
        "On the Budget that is £0 in 2026/27, £600,000 in 2027/28 and £1,200,000 in 2028/29. The steepest "
        "rise is 5 percentage points, from 2026/27 to 2027/28"
    )


def test_the_stake_of_a_measure_follows_the_budget_of_the_year() -> None:
    yearly = budget("2026/27: £20m", "2027/28: £10m", "2028/29: £4m")
    found = fact("measure", contract(), yearly, outcome("O1", "Numerator: x"), payment(budget="B1"))
    assert found.shown["stake"] == "Up to £300,000 a Contract Year of OP1 hangs on O1"


def test_what_one_party_answers_for_alone_is_said_once() -> None:
    found = fact("outcome_exposure", O2, payment("Share of budget: 10%", weights="O2 100%"))
    assert found.shown["said"] == "Each year £1,200,000 hangs on outcomes, all of it on O2 of Acute"
