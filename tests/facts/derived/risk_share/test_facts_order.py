"""The order of operations: which pools need one, what two orders pay, thresholds and gain conditions."""

from __future__ import annotations

import pytest
from finance_facts import PARTIES, block, fact, facts, pool

SHARES = "Shares: ICB 50%, Acute 50%"


@pytest.mark.parametrize(
    ("lines", "clash"),
    [
        ([SHARES], ""),
        ([SHARES, "Gain conditions: O1 at Target"], ""),
        ([SHARES, "Cap: £350,000 for Acute"], ""),
        ([SHARES, "Threshold: 2% of Budget, excess only"], ""),
        ([SHARES, "Cap: 5% of Budget"], "shares and cap"),
        ([SHARES, "Levy: 2% of gains", "Cap: £350,000 for Acute"], "levy and cap"),
        ([SHARES, "Levy: 2% of gains", "Cap:", "- losses: £350,000 for Acute"], ""),
        (
            ["Threshold: 1% of Budget, excess only", "Bands:", "- above 0% of Budget: ICB 100%"],
            "threshold and bands",
        ),
    ],
)
def test_only_steps_that_clash_need_an_order(lines: list[str], clash: str) -> None:
    found = fact("pool_order", PARTIES, pool(*lines))
    assert found.shown["clash"] == clash
    assert found.values["order_matters"] is (clash != "")


def test_two_orders_of_cap_and_share_are_priced() -> None:
    found = fact("pool_order", PARTIES, pool("Gain shares: ICB 20%, Acute 80%", "Cap: 5% of Budget"))
    assert found.shown["two_results"] == (
        "On a gain of £1,000,000, the providers' 80% comes to £400,000 with cap then shares, and "
        "£500,000 with shares then cap"
    )


def test_two_orders_of_threshold_and_bands_are_priced() -> None:
    text = pool(
        SHARES,
        "Threshold: 1% of Budget, excess only",
        "Bands:",
        "- 0% to 2% of Budget: no sharing",
        "- 2% to 6% of Budget: shared in the Shares",
        "- above 6% of Budget: no sharing",
    )
    assert fact("pool_order", text).shown["two_results"] == (
        "Of a gain or loss of £400,000 the bands divide £200,000 if they come first, and "
        "£100,000 if the threshold takes its part first"
    )


def test_two_orders_of_a_cap_on_losses_are_priced_on_a_loss() -> None:
    text = pool("Loss shares: ICB 20%, Acute 80%", "Cap:", "- losses: £300,000")
    assert fact("pool_order", PARTIES, text).shown["two_results"] == (
        "On a loss of £600,000, the providers' 80% comes to £240,000 with cap then shares, and "
        "£300,000 with shares then cap"
    )


def test_without_known_providers_the_largest_share_is_priced() -> None:
    found = fact("pool_order", pool("Gain shares: ICB 20%, Acute 80%", "Cap: £500,000"))
    assert found.shown["two_results"].startswith(
        "On a gain of £1,000,000, Acute's 80% comes to £400,000 with"
    )


@pytest.mark.parametrize(
    ("lines", "worked"),
    [
        ([SHARES, "Cap: 5% of Budget"], "a share of 50% comes to £250,000 if the cap comes first"),
        (
            ["Threshold: 1% of Budget, excess only", "Bands:", "- above 0% of Budget: ICB 100%"],
            "the bands read £800,000 if the threshold comes first",
        ),
        (["Threshold: 1% of Budget", "Cap: 5% of Budget"], "£500,000 is left if the threshold comes first"),
        (["Levy: 2% of gains", "Cap: £350,000 for Acute"], "leaves £490,000 (£500,000 - £10,000)"),
        (
            ["Bands:", "- above 0% of Budget: ICB 100%", "Cap: 5% of Budget"],
            "a band of 50% comes to £250,000",
        ),
    ],
)
def test_without_a_budget_a_worked_sum_shows_what_an_order_changes(lines: list[str], worked: str) -> None:
    found = fact("pool_order", PARTIES, pool(*lines, budget=None))
    assert found.values["order_matters"] is True
    assert worked in found.shown["two_results"]


def test_an_order_that_leaves_a_step_out_is_found_with_its_line() -> None:
    found = fact("pool_order", pool(SHARES, "Gain conditions: O1 at Target", "Order: shares"))
    assert found.values["leaves_out"] is True
    assert (found.shown["unordered"], found.shown["unapplied"]) == ("quality", "Gain conditions")


def test_bands_bring_the_shares_in() -> None:
    text = pool(SHARES, "Bands:", "- above 0% of Budget: shared in the Shares", "Order: bands")
    assert fact("pool_order", text).values["leaves_out"] is False


def test_an_order_that_names_what_is_not_there_is_found() -> None:
    found = fact("pool_order", pool(SHARES, "Order: levy, shares"))
    assert (found.values["names_missing"], found.shown["without"]) == (True, "levy")


@pytest.mark.parametrize(
    ("lines", "forgone"),
    [
        (
            [SHARES, "Gain conditions: O1 at Target", "Order: shares"],
            "at an underspend of 5% (£500,000) Acute would be paid £250,000 whatever the outcomes",
        ),
        (
            [SHARES, "Threshold: 1% of Budget, excess only", "Order: shares"],
            "a result of £99,999, which the Threshold keeps out, would be shared",
        ),
        (
            [SHARES, "Cap: £350,000 for Acute", "Order: shares"],
            "Acute could take more than its cap of £350,000, such as twice that, £700,000",
        ),
        (
            [SHARES, "Levy: 2% of gains", "Order: shares"],
            "of a gain of £1,000,000 the levy of 2%, £20,000, would not be taken",
        ),
        (
            [
                "Bands:",
                "- 0% to 2% of Budget: no sharing",
                "- above 2% of Budget: ICB 100%",
                "Levy: 2%",
                "Order: levy",
            ],
            "a result of £200,000, which the first band keeps out, would be shared",
        ),
        (
            [SHARES, "Levy: 2%", "Order: levy"],
            "nothing says who takes how much of a result of £1,000,000",
        ),
        (
            ["Levy: [ ]%", "Loss conditions: none", "Order: bands"],
            "a result is not what the pool's own terms make it",
        ),
    ],
)
def test_a_step_that_is_never_applied_is_priced(lines: list[str], forgone: str) -> None:
    assert fact("pool_order", PARTIES, pool(*lines)).shown["forgone"] == forgone


@pytest.mark.parametrize(
    ("step", "budget", "lost"),
    [
        ("threshold", "£10,000,000", "a threshold of 1% of the Budget would keep a result of up to £100,000"),
        (
            "threshold",
            None,
            "a threshold of 1% of a budget of £10,000,000 would keep a result of up to £100,000",
        ),
        (
            "cap",
            "£20,000,000",
            "a cap of 5% of the Budget would stop at £1,000,000, and without one nothing does",
        ),
        ("levy", None, "a levy of 1% would take £10,000 of a gain of £1,000,000"),
        ("quality", "£20,000,000", "at an underspend of 5% (£1,000,000) Acute would be paid £500,000"),
        ("bands", None, "without it nothing says who takes how much of a result of £1,000,000"),
    ],
)
def test_a_step_that_is_not_there_is_priced(step: str, budget: str | None, lost: str) -> None:
    found = fact("pool_order", PARTIES, pool(SHARES, f"Order: {step}, shares", budget=budget))
    assert found.shown["lost"].startswith(lost)


def test_a_gate_that_is_not_there_is_priced_on_a_million_where_nothing_is_known() -> None:
    found = fact("pool_order", pool("Levy: 2%", "Order: quality, levy"))
    assert found.shown["lost"] == "without a condition £1,000,000 of gain is paid whatever the quality"


def test_the_lines_of_steps_that_clash_are_named() -> None:
    found = fact("pool_order", PARTIES, pool(SHARES, "Cap: 5% of Budget"))
    assert (found.shown["one"], found.shown["other"]) == ("shares", "cap")
    assert {"one", "other"} <= set(found.spans)


def test_an_order_still_to_come_is_stated() -> None:
    found = fact("pool_order", pool(SHARES, "Cap: 5% of Budget", "Order: [ ]"))
    assert (found.values["stated"], found.values["leaves_out"]) == (True, False)


@pytest.mark.parametrize(
    ("threshold", "kind_stated", "first_pound", "has_base"),
    [
        ("2% of Budget", False, False, True),
        ("2% of Budget, first pound", True, True, True),
        ("2% of Budget, excess only", True, False, True),
        ("2%, excess only", True, False, False),
        ("£200,000, excess only", True, False, True),
    ],
)
def test_a_threshold_says_its_kind_and_its_base(
    threshold: str, kind_stated: bool, first_pound: bool, has_base: bool
) -> None:
    values = fact("pool_threshold", pool(f"Threshold: {threshold}")).values
    assert values["kind_stated"] is kind_stated
    assert values["first_pound"] is first_pound
    assert values["has_base"] is has_base


def test_the_readings_of_a_threshold_are_priced() -> None:
    found = fact("pool_threshold", pool("Threshold: 2% of Budget"))
    assert found.shown["readings"] == (
        "Of a gain or loss of £400,000 first pound shares £400,000, and excess only £200,000"
    )
    assert found.shown["cliff"] == (
        "A gain or loss of £199,999 shares nothing, and one of £200,000 shares all of it"
    )


def test_a_threshold_without_a_known_budget_is_priced_on_a_million_pounds() -> None:
    found = fact("pool_threshold", pool("Threshold: 2% of Budget", budget=None))
    assert found.shown["readings"] == (
        "With a threshold of £500,000, first pound shares £1,000,000 of a gain or loss of £1,000,000, and "
        "excess only £500,000"
    )
    assert found.shown["cliff"] == (
        "With a threshold of £1,000,000 a gain or loss of £999,999 shares nothing, and one of £1,000,000 "
        "shares all of it"
    )


def test_thresholds_a_side_are_two() -> None:
    text = pool("Threshold:", "- gains: 2% of Budget, excess only", "- losses: 3% of Budget, excess only")
    assert [each.values["side"] for each in facts("pool_threshold", text)] == ["gain", "loss"]


def outcome(name: str, source: str) -> str:
    return block(
        f'OUTCOME {name} "At home"', "Numerator: people at home", "Denominator: people", f"Source: {source}"
    )


def test_a_gain_condition_on_an_unfinished_outcome_is_found() -> None:
    text = pool(SHARES, "Gain conditions: O1 and O2 at Target, O9 as well")
    found = facts("gain_condition", outcome("O1", "SUS+"), outcome("O2", "[to be agreed]"), text)
    assert [(each.values["outcome"], each.values["unsettled"], each.shown["blank"]) for each in found] == [
        ("O1", False, ""),
        ("O2", True, "Source"),
    ]
