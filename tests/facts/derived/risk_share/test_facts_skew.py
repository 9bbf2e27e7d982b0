"""Providers that bear more than they receive, gains without an end, and bands that reward spending."""

from __future__ import annotations

import pytest
from finance_facts import PARTIES, block, fact, facts, pool

GAIN = "Gain shares: ICB 50%, Acute 30%, Community 20%"
LOSS = "Loss shares: ICB 45%, Acute 35%, Community 20%"
TWO = block('PARTY ICB "NHS Ferndale ICB"', "Role: commissioner") + block(
    'PARTY Acute "Ferndale Hospitals"', "Role: provider"
)


@pytest.mark.parametrize(
    ("lines", "skewed"),
    [
        ([GAIN, LOSS], ["Acute"]),
        ([GAIN, "Loss shares: ICB 50%, Acute 30%, Community 20%"], []),
        ([GAIN, "Loss shares: ICB 100%"], []),
        ([GAIN, LOSS, "Sides: gain only"], []),
        ([GAIN, LOSS, "Cap:", "- losses: £150,000 for Acute"], []),
        ([GAIN, LOSS, "Cap:", "- losses: £150,001 for Acute"], ["Acute"]),
        ([GAIN, LOSS, "Cap:", "- losses: [ ] for Acute"], []),
        (["Gain shares: ICB 100%", "Loss shares: ICB 90%, Community 10%"], ["Community"]),
        (["Gain shares: ICB 50%, Acute [ ]%", "Loss shares: ICB 50%, Acute 50%"], []),
    ],
)
def test_a_provider_is_skewed_where_it_pays_more_than_it_receives(
    lines: list[str], skewed: list[str]
) -> None:
    assert [each.values["party"] for each in facts("share_skew", PARTIES, pool(*lines))] == skewed


def test_a_skew_is_priced_on_both_sides() -> None:
    found = fact("share_skew", PARTIES, pool(GAIN, LOSS))
    assert found.shown["cost"] == (
        "At an overspend of 5% (£500,000) Acute would pay £175,000, and at an underspend of 5% it would "
        "receive £150,000"
    )


def test_shares_that_bands_set_are_those_of_the_last_pound() -> None:
    loss = ("Loss bands:", "- 0% to 9% of Budget: ICB 50%, Acute 50%", "- above 9% of Budget: no sharing")
    gain = (
        "Gain bands:",
        "- 0% to 4% of Budget: ICB 50%, Acute 50%",
        "- above 4% of Budget: no sharing",
    )
    found = fact("share_skew", PARTIES, pool("Sides: gain and loss", *gain, *loss))
    assert (found.values["loss_share"], found.values["gain_share"]) == (500_000, 0)
    assert found.shown["where"] == ", each of the last pound up to 5% of the Budget,"
    assert found.shown["cost"].endswith("receive £200,000")
    assert fact("share_skew", PARTIES, pool(GAIN, LOSS)).shown["where"] == ""


def test_without_a_budget_the_shares_are_priced_of_a_million() -> None:
    found = fact("share_skew", PARTIES, pool(GAIN, LOSS, budget=None))
    assert found.shown["cost"] == (
        "Of a loss of £1,000,000 that is shared Acute would pay £350,000, and of such a gain it would "
        "receive £300,000"
    )
    assert not facts("share_skew", PARTIES, pool(GAIN, LOSS, "Cap: £1,000 for Acute", budget=None))


def test_different_thresholds_alone_are_no_skew() -> None:
    lines = ("Shares: ICB 50%, Acute 50%", "Threshold:", "- gains: 4% of Budget, excess only")
    assert not facts("share_skew", PARTIES, pool(*lines, "- losses: 1% of Budget, excess only"))


@pytest.mark.parametrize(
    ("lines", "explained"),
    [
        ([LOSS], False),
        ([f"{LOSS}; in return for a guaranteed income"], True),
        ([LOSS, "Rounding: because we say so"], False),
    ],
)
def test_a_skew_may_be_explained_where_the_shares_are(lines: list[str], explained: bool) -> None:
    assert fact("share_skew", PARTIES, pool(GAIN, *lines)).values["explained"] is explained


def test_a_control_note_explains_a_skew() -> None:
    parties = PARTIES.replace("Role: provider\n", "Role: provider\n  Control note: it sets the prices\n", 1)
    assert fact("share_skew", parties, pool(GAIN, LOSS)).values["explained"] is True


@pytest.mark.parametrize(
    ("lines", "limited"),
    [
        (["Sides: gain only"], False),
        (["Loss shares: ICB 100%"], False),
        (["Loss shares: ICB 100%, Acute 0%"], False),
        (["Loss shares: ICB 99%, Acute 1%"], None),
        ([], None),
        (["Sides: gain only", "Cap:", "- gains: £90,000"], True),
        (["Sides: gain only", "Cap:", "- gains: £90,000 for Acute"], False),
        (["Sides: gain only", "Cap:", "- gains: £9 for Acute", "- gains: £9 for Community"], True),
        (["Sides: gain only", "Cap:", "- losses: £90,000"], False),
        (["Sides: gain only", "Cap: [ ]"], True),
        (["Sides: gain only", "Cap: 4% of turnover"], True),
        (["Sides: gain only", "Profit cap: 7.5% of turnover"], True),
        (
            [
                "Sides: gain only",
                "Bands:",
                "- 0% to 5% of Budget: shared in the Gain shares",
                "- above 5% of Budget: no sharing",
            ],
            True,
        ),
        (["Sides: gain only", "Bands:", "- above 0% of Budget: shared in the Gain shares"], False),
    ],
)
def test_gains_are_limited_by_a_cap_or_a_last_band(lines: list[str], limited: bool | None) -> None:
    found = facts("gain_limit", PARTIES, pool(GAIN, *lines))
    assert [each.values["limited"] for each in found] == ([] if limited is None else [limited])


def test_losses_of_another_pool_are_losses() -> None:
    other = pool("Sides: loss only", "Loss shares: ICB 50%, Acute 50%").replace("R1", "R2")
    assert not facts("gain_limit", PARTIES, pool(GAIN, "Sides: gain only"), other)


def test_large_gains_are_priced() -> None:
    assert fact("gain_limit", PARTIES, pool(GAIN, "Sides: gain only")).shown["grows"] == (
        "Acute and Community would receive £500,000 at an underspend of 10% (£1,000,000) and £1,000,000 "
        "at an underspend of 20% (£2,000,000), and more as it grows"
    )


def whole(words: str, *more: str, label: str = "Bands") -> list[str]:
    """Whole-amount bands in which Acute's share falls at 5% of the Budget, in these words."""
    return [
        f"{label}:",
        f"- 0% to 5% of Budget: ICB 50%, Acute 50% {words}",
        f"- above 5% of Budget: ICB 70%, Acute 30% {words}",
        *more,
    ]


@pytest.mark.parametrize(
    "words",
    [
        "of the whole amount",
        "on the whole amount",
        "(whole amount)",
        "; of the entire loss",
        "from the first pound",
    ],
)
def test_the_ways_to_say_that_a_band_takes_the_whole(words: str) -> None:
    found = fact("overspend_reward", TWO, pool(*whole(words)))
    assert (found.values["side"], found.shown["side"]) == ("both", "gain or loss")
    assert found.values["worth"] == 9_999_950
    assert (found.shown["at"], found.shown["falls"]) == ("5% of the Budget", "Acute's from 50% to 30%")
    assert found.shown["both_sides"] == (
        "An overspend of £499,999 costs Acute £249,999.50, and one of £500,000 £150,000, so the last "
        "pound of spend is worth £99,999.50 to Acute. An underspend of £500,000 pays Acute £150,000, and one "
        "of £499,999 £249,999.50, so the last pound of spend is worth £99,999.50 to Acute"
    )


def test_gains_are_told_from_the_other_end() -> None:
    found = fact("overspend_reward", TWO, pool(*whole("(whole amount)", label="Gain bands")))
    assert found.shown["both_sides"] == (
        "An underspend of £500,000 pays Acute £150,000, and one of £499,999 £249,999.50, so the last "
        "pound of spend is worth £99,999.50 to Acute"
    )


@pytest.mark.parametrize(
    "lines",
    [
        whole(""),
        whole("(whole amount)", "Sides: [ ]")[:1],
        whole("(whole amount)", "Cap: £150,000 for Acute"),
        whole("(whole amount)", "Cap: [ ]"),
        whole("(whole amount)", "Cap: 3% of turnover"),
        [
            "Bands:",
            "- 0% to 5% of Budget: Acute 30% (whole amount)",
            "- above 5% of Budget: Acute 50% (whole amount)",
        ],
        [
            "Bands:",
            "- 0% to 5% of Budget: Acute 50% (whole amount)",
            "- 6% to 9% of Budget: Acute 30% (whole amount)",
        ],
        ["Bands:", "- 0% to 5% of Budget: Acute 50% (whole amount)", "- above 5% of Budget: as agreed"],
        [
            "Bands:",
            "- 0% to 5% of Budget: ICB 30% (whole amount)",
            "- above 5% of Budget: ICB 20% (whole amount)",
        ],
    ],
)
def test_no_reward_where_nothing_falls_or_it_is_unclear(lines: list[str]) -> None:
    assert not facts("overspend_reward", TWO, pool(*lines))


def test_a_cap_above_the_fall_leaves_part_of_it() -> None:
    found = fact("overspend_reward", TWO, pool(*whole("(whole amount)", "Cap: £150,001 for Acute")))
    assert found.values["worth"] == 100


def test_bands_in_pounds_are_worked_out_without_a_budget() -> None:
    lines = (
        "Bands:",
        "- £0 to £300,000: Acute 50% (whole amount)",
        "- above £300,000: Acute 40% (whole amount)",
    )
    found = fact("overspend_reward", TWO, pool(*lines, budget=None))
    assert (found.values["worth"], found.shown["at"]) == (2_999_950, "£300,000")


def test_without_amounts_parts_of_the_budget_are_told() -> None:
    for lines, budget in (
        (whole("(whole amount)"), None),
        (whole("(whole amount)", "Threshold: 1% of Budget"), "£1m"),
    ):
        found = fact("overspend_reward", TWO, pool(*lines, budget=budget))
        assert "worth" not in found.values
        assert found.shown["both_sides"] == (
            "Acute bears 2.5% of the Budget of a loss just below 5% of the Budget, and 1.5% of the Budget "
            "of one of 5% of the Budget. Acute receives 2.5% of the Budget of a gain just below 5% of the "
            "Budget, and 1.5% of the Budget of one of 5% of the Budget"
        )
