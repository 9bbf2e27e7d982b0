"""What gaps in a pool could cost, at a named point, and where the draft's figures leave a doubt."""

from __future__ import annotations

import pytest
from finance_facts import PARTIES, block, fact, facts, pool

GAIN = "Gain shares: ICB 50%, Acute 30%, Community 20%"
LOSS = "Loss shares: ICB 60%, Acute 25%, Community 15%"
BANDS = ("Bands:", "- 0% to 1% of Budget: no sharing", "- 1% to 5% of Budget: shared in the Shares")
NOT_SHARED = (*BANDS, "- above 5% of Budget: no sharing")


def price(attribute: str, *lines: str, budget: str | None = "£10,000,000", parties: str = PARTIES) -> str:
    """What the price of a pool with these lines shows for an attribute."""
    return fact("pool_price", parties, pool(*lines, budget=budget)).shown[attribute]


def test_gains_that_nothing_gates_are_priced_for_the_providers() -> None:
    assert price("ungated", GAIN) == (
        "At an underspend of 5% (£500,000) Acute and Community would be paid £150,000 + £100,000 = £250,000, "
        "even if it was saved by treating fewer people"
    )


def test_without_parties_every_sharer_is_priced() -> None:
    assert "ICB and Acute would be paid £250,000 + £250,000" in price(
        "ungated", "Gain shares: ICB 50%, Acute 50%", parties=""
    )


UNKNOWN = "Of every £1,000,000 of gain that is shared Acute and Community would be paid £300,000 + £200,000"


@pytest.mark.parametrize(
    ("lines", "paid"),
    [
        # A threshold: below it nothing is shared, from it on its kind decides.
        (["Threshold: 5.01% of Budget, first pound"], UNKNOWN),
        (
            ["Threshold: 5% of Budget, first pound"],
            "At an underspend of 5% (£500,000) Acute and Community would be paid £150,000",
        ),
        (["Threshold: 2% of Budget, excess only"], "would be paid £90,000 + £60,000 = £150,000"),
        (["Threshold: £200,000, excess only"], "would be paid £90,000 + £60,000 = £150,000"),
        (["Threshold: 2% of Budget"], UNKNOWN),
        (["Threshold: 2%, excess only"], UNKNOWN),
        (["Threshold: [ ]%"], UNKNOWN),
        (
            ["Threshold:", "- losses: 9% of Budget, first pound"],
            "would be paid £150,000 + £100,000 = £250,000",
        ),
        (["Threshold:", "- gains: 2% of Budget, excess only"], "would be paid £90,000 + £60,000 = £150,000"),
        # A cap of the pool lowers all lines in proportion.
        (["Cap: £400,000"], "would be paid £120,000 + £80,000 = £200,000"),
        (["Cap: £499,999"], "would be paid £149,999.70 + £99,999.80 = £249,999.50"),
        (["Cap: £500,000"], "would be paid £150,000 + £100,000 = £250,000"),
        (["Cap: 4%"], UNKNOWN),
        (["Cap: [ ]"], UNKNOWN),
        (["Cap: £120,000 for Acute"], "would be paid £120,000 + £100,000 = £220,000"),
        (["Cap:", "- losses: £120,000 for Acute"], "would be paid £150,000 + £100,000 = £250,000"),
        (["Cap: 2% for Acute"], UNKNOWN),
        # A levy takes its part; beside a cap the order decides.
        (["Levy: 2% of gains"], "would be paid £147,000 + £98,000 = £245,000"),
        (["Levy: [ ]%"], UNKNOWN),
        (["Levy: 2% of gains", "Cap: £120,000 for Acute"], UNKNOWN),
        (
            ["Levy: 2% of gains", "Cap: £120,000 for Acute", "Order: shares, levy, cap"],
            "would be paid £120,000 + £98,000 = £218,000",
        ),
        (
            ["Levy: 2% of gains", "Cap: £120,000 for Acute", "Order: shares, cap, levy"],
            "would be paid £117,600 + £98,000 = £215,600",
        ),
        (
            ["Levy: 2% of gains", "Cap: £400,000", "Order: shares, levy, cap"],
            "would be paid £118,787.87 + £79,191.91 = £197,979.78",
        ),
    ],
)
def test_a_gain_is_only_priced_where_the_terms_leave_no_doubt(lines: list[str], paid: str) -> None:
    assert paid in price("ungated", GAIN, *lines)


@pytest.mark.parametrize(
    ("lines", "paid"),
    [
        ([*NOT_SHARED], "would be paid £120,000 + £80,000 = £200,000"),
        ([*NOT_SHARED, "Threshold: 5.01% of Budget, first pound"], UNKNOWN),
        ([*NOT_SHARED, "Threshold: 1% of Budget, first pound"], "would be paid £120,000 + £80,000"),
        ([*NOT_SHARED, "Threshold: 1% of Budget, excess only"], UNKNOWN),
        ([*BANDS], UNKNOWN),
        (["Bands:", "- above 0% of Budget: as agreed"], "A saving of £500,000 (5% of £10,000,000) made by"),
        (["Bands:", "- above 0% of Budget: no sharing"], "A saving of £500,000 (5% of £10,000,000) made by"),
    ],
)
def test_bands_divide_a_gain_where_they_are_whole(lines: list[str], paid: str) -> None:
    assert paid in price("ungated", "Shares: ICB 50%, Acute 30%, Community 20%", *lines)


@pytest.mark.parametrize("shares", ["ICB 60%, Acute 41%", "ICB 110%, Acute -10%", "ICB 50%, Acute [ ]%"])
def test_a_list_that_divides_nothing_right_prices_nothing(shares: str) -> None:
    lines = (f"Gain shares: {shares}", "Threshold: 9% of Budget, first pound")
    assert price("ungated", *lines).startswith("A saving of £500,000 (5% of £10,000,000)")
    assert price("uncertain_gain", *lines) == (
        "nobody can say whether any gain is payable, such as one of £500,000 (5% of £10,000,000)"
    )


def test_a_gain_in_doubt_is_priced() -> None:
    assert price("uncertain_gain", "Gain shares: ICB 50%, Acute 50%") == (
        "nobody can say whether Acute would be paid £250,000 at an underspend of 5% (£500,000)"
    )


@pytest.mark.parametrize(
    ("sides", "said"),
    [
        (
            "gain and loss",
            "If the Budget serves instead, 1% too much in it (£100,000) is a gain that nobody earned, "
            "and 1% too little a loss that nobody caused",
        ),
        (
            "gain only",
            "If the Budget serves instead, 1% too much in it (£100,000) is a gain that nobody earned",
        ),
        (
            "loss only",
            "If the Budget serves instead, 1% too little in it (£100,000) is a loss that nobody caused",
        ),
    ],
)
def test_a_budget_that_serves_as_the_benchmark_is_priced_on_its_side(sides: str, said: str) -> None:
    assert price("benchmark", f"Sides: {sides}") == said


def test_a_benchmark_without_a_budget_is_worked_on_a_million_pounds() -> None:
    assert price("benchmark", "Sides: gain only", budget=None) == (
        "If the Budget serves instead, £1,000,000 too much in it is a gain that nobody earned"
    )
    assert "Every £1,000,000 between" in price("drift", budget=None)
    assert price("drift") == (
        "Every 1% by which its amount turns out to differ from the Budget of £10,000,000 "
        "is £100,000 of gain or loss"
    )


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (
            [GAIN, LOSS],
            "At an overspend of 5% (£500,000) nothing says whether Acute, if it had left, "
            "would still owe its £125,000",
        ),
        (
            [GAIN, "Sides: gain only"],
            "At an underspend of 5% (£500,000) nothing says whether Acute, if it had left, "
            "would still be paid its £150,000",
        ),
        (
            [LOSS, "Threshold: 9% of Budget, first pound"],
            "Of every £1,000,000 of loss that is shared nothing says whether Acute, if it had left, "
            "would still owe its £250,000",
        ),
        (
            ["Sides: gain and loss"],
            "A party that leaves during a year may take its part of the result with it, or leave it behind",
        ),
    ],
)
def test_what_a_party_that_leaves_owes_is_priced(lines: list[str], said: str) -> None:
    assert price("leaver", *lines) == said


def test_who_bears_every_loss_is_not_priced_again() -> None:
    """The rule on risk that is transferred has the sum, and is silent where a commissioner bears any part."""
    lines = (GAIN, "Loss shares: Acute 100%")
    assert price("owed", *lines) == "Acute would pay every loss"
    assert price("leaver", *lines) == (
        "Nothing says whether Acute still owes a loss that it bears once it has left"
    )
    lines = (GAIN, "Loss shares: ICB 1%, Acute 99%")
    assert price("owed", *lines) == "At an overspend of 5% (£500,000) Acute would pay £495,000"
    assert price("leaver", *lines).endswith("would still owe its £495,000")


@pytest.mark.parametrize(
    ("lines", "budget", "said"),
    [
        (
            ["Gain shares: ICB 50%, Acute 50%"],
            "£10,000,000",
            "An overspend of 5% (£500,000) is borne by whoever spends it, or shared as gains are "
            "(ICB £250,000 and Acute £250,000): the draft does not say which",
        ),
        (
            ["Loss shares: ICB 60%, Acute 40%"],
            None,
            "An underspend of £1,000,000 is kept by whoever saves it, or shared as losses are "
            "(ICB £600,000 and Acute £400,000): the draft does not say which",
        ),
        (
            ["Gain bands:", "- above 0% of Budget: ICB 100%"],
            "£10,000,000",
            "An overspend of 5% (£500,000) is borne by whoever spends it, or shared as gains are: "
            "the draft does not say which",
        ),
    ],
)
def test_both_readings_of_the_side_that_is_not_spoken_of_are_priced(
    lines: list[str], budget: str | None, said: str
) -> None:
    assert price("other_side", *lines, budget=budget) == said


def test_the_readings_of_a_percentage_without_a_base_are_all_that_the_draft_puts_an_amount_to() -> None:
    acute = block('PARTY Acute "Ferndale Hospitals"', "Role: provider", "Turnover: £80,000,000")
    text = pool("Counterfactual: £12,000,000, the outturn", "Cap: 5% for Acute")
    assert fact("cap", acute, text).shown["bases"] == (
        "5% of the Budget (£10,000,000) is £500,000, of the Counterfactual (£12,000,000) it is £600,000, "
        "of the turnover of Acute (£80,000,000) it is £4,000,000, and of a gain or loss of £1,000,000 "
        "it is £50,000"
    )
    same = pool("Counterfactual: £10,000,000, or £9,000,000 without growth", "Cap: 5%")
    assert (
        fact("cap", same)
        .shown["bases"]
        .startswith("5% of the Budget (£10,000,000) is £500,000, and of a gain")
    )
    assert (
        fact("cap", pool("Cap: 5%", budget=None)).shown["bases"].startswith("5% of a budget (£10,000,000) is")
    )
    assert fact("cap", pool("Cap: £5,000")).shown["bases"] == ""


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (
            [LOSS, "Threshold: 5% of Budget, excess only"],
            "Of every £1,000,000 of loss that is shared Acute would pay",
        ),
        (
            [LOSS, "Threshold: 4% of Budget, excess only"],
            "At an overspend of 5% (£500,000) Acute would pay £25,000",
        ),
        ([LOSS, "Threshold: 5.1% of Budget, first pound"], "Of every £1,000,000 of loss that is shared"),
        (
            [LOSS, "Threshold: 5% of Budget, first pound"],
            "At an overspend of 5% (£500,000) Acute would pay £125,000",
        ),
        (
            [LOSS, "Threshold: 4% of Budget"],
            "Of every £1,000,000 of loss that is shared Acute would pay £250,000",
        ),
    ],
)
def test_a_loss_is_only_priced_where_the_threshold_leaves_no_doubt(lines: list[str], said: str) -> None:
    found = facts("member_cap", PARTIES, pool(*lines))
    assert next(each for each in found if each.values["party"] == "Acute").shown["price"].startswith(said)


@pytest.mark.parametrize(
    ("share", "taken"),
    [
        ("Shares: ICB 100.01%, Acute 0%", "Of a gain or loss of £1,000,000 it comes to £1,000,100"),
        ("Gain shares: ICB 105%, Acute 0%", "Of a gain of £1,000,000 it comes to £1,050,000"),
        ("Loss shares: ICB -5%, Acute 0%", "Of a loss of £1,000,000 it would be paid £50,000"),
        ("Gain shares: ICB -5%, Acute 0%", "Of a gain of £1,000,000 it would pay £50,000"),
        (
            "Shares: ICB -0.01%, Acute 0%",
            "Of a gain of £1,000,000 it would pay £100, and of a loss of £1,000,000 it would be paid £100",
        ),
    ],
)
def test_a_share_out_of_range_is_priced_on_its_side(share: str, taken: str) -> None:
    assert facts("share", pool(share))[0].shown["taken"] == taken


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (
            ["Shares: ICB 60%, Acute 40%"],
            "overspends and the pool shares, ICB would bear £600,000, Acute £400,000, and",
        ),
        (
            ["Gain shares: ICB 60%, Acute 40%"],
            "saves and the pool shares, ICB would take £600,000, Acute £400,000, and",
        ),
        (["Shares: ICB [ ]%, Acute [ ]%"], "overspends and the pool shares, the others would bear all, and"),
    ],
)
def test_a_provider_left_out_is_priced_by_what_the_others_bear(lines: list[str], said: str) -> None:
    found = fact("share_gap", PARTIES, pool(*lines))
    assert found.shown["price"] == f"Of £1,000,000 that Community {said} Community nothing"
