"""Payment for outcomes: weights to the last decimal, the path over the years, and money before a baseline."""

from __future__ import annotations

import pytest
from finance_facts import block, fact, facts

PATH = ("Share of budget:", "- 2026/27: 5%", "- 2027/28: 10%")


def payment(*lines: str, weights: str = "O1 60%, O2 40%", budget: str = "£12,000,000") -> str:
    return block("OUTCOME PAYMENT OP1", f"Budget: {budget}", f"Weights: {weights}", *lines)


def outcome(*lines: str, name: str = "O1") -> str:
    return block(f'OUTCOME {name} "At home"', "Numerator: people at home", *lines)


@pytest.mark.parametrize(
    ("last", "whole"), [("39.99%", False), ("40%", True), ("40.01%", False), ("40.0001%", False)]
)
def test_weights_make_exactly_100(last: str, whole: bool) -> None:
    assert fact("weight_total", payment(weights=f"O1 60%, O2 {last}")).values["whole"] is whole


def test_wrong_weights_are_priced() -> None:
    found = fact("weight_total", payment(*PATH, weights="O1 60%, O2 50%"))
    assert found.shown["price"] == (
        "Of £1,200,000 in 2027/28, every outcome reached pays £1,320,000, £120,000 more than there is"
    )
    found = fact("weight_total", payment(weights="O1 60%, O2 50%"))
    assert found.shown["price"] == (
        "Of every £1,000,000 that depends on them, every outcome reached pays £1,100,000, £100,000 more than "
        "there is"
    )
    found = fact("weight_total", payment(*PATH, weights="O1 60%, O2 39.99%"))
    assert found.shown["price"] == (
        "Of £1,200,000 in 2027/28, every outcome reached pays £1,199,880, and nothing can earn the other £120"
    )


def test_a_weight_still_to_come_leaves_the_total_open() -> None:
    assert fact("weight_total", payment(weights="O1 60%, O2 [ ]%")).values["has_hole"] is True


def test_the_path_is_read_in_order() -> None:
    values = fact("payment_path", payment(*PATH)).values
    assert (values["first_year"], values["highest"], values["years"]) == (50_000, 100_000, 2)
    assert (values["first_amount"], values["highest_amount"]) == (60_000_000, 120_000_000)


@pytest.mark.parametrize(("second", "falls"), [("4.9%", True), ("5%", False), ("5.1%", False)])
def test_a_path_falls_only_where_a_year_is_lower(second: str, falls: bool) -> None:
    found = fact("payment_path", payment("Share of budget:", "- 2026/27: 5%", f"- 2027/28: {second}"))
    assert found.values["falls"] is falls


def test_one_share_for_all_years_is_a_path_of_one() -> None:
    found = fact("payment_path", payment("Share of budget: 5%"))
    assert (found.values["years"], found.shown["path"]) == (1, "5%")
    assert found.shown["most"] == "5% of the Budget of £12,000,000 is £600,000 a Contract Year"


def test_a_share_still_to_come_is_no_path() -> None:
    assert not facts("payment_path", payment("Share of budget: [5]%"))


@pytest.mark.parametrize(
    ("baseline", "missing"),
    [(None, True), ("[60]%", True), ("TBC", True), ("60% in 2024/25", False)],
)
def test_money_before_a_baseline_is_found(baseline: str | None, missing: bool) -> None:
    lines = [f"Baseline: {baseline}"] if baseline else []
    found = fact("paid_early", outcome(*lines), payment(*PATH, weights="O1 100%"))
    assert found.values["baseline_missing"] is missing
    assert found.shown["at_risk"] == (
        "£600,000 (100% of 5% of £12,000,000) hangs on OUTCOME O1 in the first year, and nothing says "
        "what it improves on"
    )


def test_nothing_is_paid_early_where_the_first_year_pays_nothing() -> None:
    path = ("Share of budget:", "- 2026/27: 0%", "- 2027/28: 10%")
    assert not facts("paid_early", outcome(), payment(*path, weights="O1 100%"))


def test_a_baseline_that_may_stand_on_a_line_that_was_not_read_is_unknown() -> None:
    found = fact("paid_early", outcome("Qwertyness: 60% in 2024/25"), payment(*PATH, weights="O1 100%"))
    assert found.values["baseline_unknown"] is True


def test_only_what_is_weighed_is_paid() -> None:
    text = outcome() + outcome(name="O3")
    assert [each.values["measure"] for each in facts("paid_early", text, payment(*PATH))] == ["O1"]


def test_the_indicators_of_a_weighed_outcome_are_paid() -> None:
    indicator = block('INDICATOR I1 "At home"', "Outcome: O1", "Numerator: people at home")
    found = facts("paid_early", block('OUTCOME O1 "At home"'), indicator, payment(*PATH, weights="O1 100%"))
    assert [each.values["measure"] for each in found] == ["I1"]


def test_the_budget_of_a_payment_may_be_that_of_a_risk_share() -> None:
    pool = block('RISK SHARE R1 "Pool"', "Budget: B1")
    budget = block("BUDGET B1", "Amount: £12,000,000 per Contract Year")
    text = payment(*PATH, budget="R1")
    assert fact("payment_path", budget, pool, text).values["highest_amount"] == 120_000_000


def test_a_budget_that_goes_round_in_a_circle_is_not_known() -> None:
    pool = block('RISK SHARE R1 "Pool"', "Budget: R1")
    found = fact("payment_path", pool, payment(*PATH, budget="R1"))
    assert "highest_amount" not in found.values


def test_what_hangs_on_a_curve_is_priced() -> None:
    found = fact("payment_terms", payment(*PATH))
    assert found.shown["at_risk"] == "up to £1,200,000 a Contract Year"
    assert found.shown["halfway"] == (
        "Halfway from floor to target a straight line pays £600,000 of £1,200,000 in 2027/28, and a step at "
        "the target, or gap to goal from half of the way, pays £0"
    )
    assert found.shown["both_types"] == (
        "As a withhold it pays £10,800,000 to £12,000,000 in 2027/28, and as a bonus £12,000,000 "
        "to £13,200,000"
    )
    assert found.shown["half_earned"] == (
        "With half of it earned, £600,000 of £1,200,000 in 2027/28 is left over, and nothing says who has it"
    )
    assert found.shown["step"] == (
        "On O1 the last case before the step decides up to £720,000 in 2027/28 (60% of £1,200,000)"
    )


def test_what_hangs_on_terms_without_a_budget_is_worked_on_a_million_pounds() -> None:
    found = fact("payment_terms", payment(*PATH, budget="B9"))
    assert "£500,000 of every £1,000,000, and a step" in found.shown["halfway"]
    assert found.shown["both_types"].startswith(
        "Of a price of £1,000,000 with £50,000 on outcomes, a withhold"
    )
    assert "£500,000 of every £1,000,000 is left over" in found.shown["half_earned"]
    assert "up to £600,000 of every £1,000,000 that depends" in found.shown["step"]
    found = fact("payment_terms", payment(*PATH, weights="O1 [ ]%, O2 40%"))
    assert found.shown["step"] == "The last case before the step decides up to £1,200,000 in 2027/28"


YEARS = block(
    "BUDGET B1", "Amount:", "- 2026/27: £10,000,000", "- 2027/28: £6,000,000", "- 2028/29: £5,000,000"
)
FALLING = ("Share of budget:", "- 2026/27: 10%", "- 2027/28: 15%", "- 2028/29: 20%")


def test_each_year_is_paid_of_its_own_budget() -> None:
    found = fact("payment_path", YEARS, payment(*FALLING, budget="B1"))
    assert (found.values["first_amount"], found.values["highest_amount"]) == (100_000_000, 100_000_000)
    assert found.shown["most"] == "20% of the Budget of £5,000,000 is £1,000,000 in 2028/29"
    pool = block('RISK SHARE R1 "Pool"', "Budget: B1")
    assert (
        fact("payment_path", YEARS, pool, payment(*FALLING, budget="R1")).shown["most"] == found.shown["most"]
    )


def test_the_dearest_year_is_the_one_with_most_money_and_not_the_highest_share() -> None:
    budget = YEARS.replace("£6,000,000", "£10,000,000")
    found = fact("payment_terms", budget, payment(*FALLING, budget="B1"))
    assert "of £1,500,000 in 2027/28" in found.shown["half_earned"]


@pytest.mark.parametrize(
    ("later", "fall"),
    [
        (
            "£12,000,000",
            "2027/28 pays £480,000 (4% of £12,000,000), £120,000 less",
        ),
        (
            "£15,000,000",
            "2027/28 pays £600,000 (4% of £15,000,000)",
        ),
        (
            "£16,000,000",
            "2027/28 pays £640,000 (4% of £16,000,000), £40,000 more",
        ),
    ],
)
def test_a_share_that_falls_is_priced_in_both_years(later: str, fall: str) -> None:
    budget = block("BUDGET B1", "Amount:", "- 2026/27: £12,000,000", f"- 2027/28: {later}")
    path = ("Share of budget:", "- 2026/27: 5%", "- 2027/28: 4%")
    found = fact("payment_path", budget, payment(*path, budget="B1"))
    assert found.shown["fall"] == f"2026/27 pays £600,000 (5% of £12,000,000), and {fall}"
    assert {"before", "after", "highest"} <= set(found.spans)


def test_a_share_that_falls_without_a_budget_is_worked_on_a_million_pounds() -> None:
    path = ("Share of budget:", "- 2026/27: 5%", "- 2027/28: 4%")
    assert (
        "2027/28 pays £40,000 (4% of every £1,000,000 of the Budget), £10,000 less"
        in (fact("payment_path", payment(*path, budget="B9")).shown["fall"])
    )


def test_money_before_a_baseline_without_a_budget_is_worked_on_a_million_pounds() -> None:
    found = fact("paid_early", outcome(), payment(*PATH, budget="B9"))
    assert found.shown["at_risk"].startswith("£30,000 of every £1,000,000 of the Budget hangs on OUTCOME O1")
    found = fact("paid_early", outcome(), payment(*PATH, weights="O1 [ ]%"))
    assert found.shown["at_risk"].startswith("Money hangs on OUTCOME O1")


def test_pools_that_name_each_others_budget_have_none() -> None:
    pools = block('RISK SHARE R1 "Pool"', "Budget: R2") + block('RISK SHARE R2 "Pool"', "Budget: R1")
    found = fact("payment_path", pools, payment(*PATH, budget="R1"))
    assert "highest_amount" not in found.values
