"""A threshold of the excess only beside bands: the two results that it can come to."""

from __future__ import annotations

from finance_facts import PARTIES, facts, pool

SHARES = "Shares: ICB 60%, Acute 25%, Community 15%"
EXCESS = "Threshold: 2% of Budget, excess only"
BANDS = ("Bands:", "- 0% to 2% of Budget: no sharing", "- 2% to 6% of Budget: shared in the Shares")
ENDED = (*BANDS, "- above 6% of Budget: no sharing")


def readings(*lines: str) -> list[str]:
    return [found.shown["readings"] for found in facts("excess_in_bands", PARTIES, pool(SHARES, *lines))]


def test_both_results_are_worked_out_at_five_percent() -> None:
    # 40% of 1% of £10,000,000, and 40% of 3% of it
    assert readings(EXCESS, *ENDED) == [
        "Of an overspend of 5% (£500,000) Acute and Community would pay £40,000 if the bands divide the "
        "£300,000 of excess from its first pound, and £120,000 if they divide what lies between £200,000 and "
        "£500,000"
    ]


def test_a_threshold_of_more_than_half_of_that_is_shown_at_twice_its_size() -> None:
    [said] = readings("Threshold: 3% of Budget, excess only", *ENDED)
    assert said.startswith("Of an overspend of £600,000 Acute and Community would pay £40,000 if ")
    assert said.endswith("and £120,000 if they divide what lies between £300,000 and £600,000")


def test_where_both_readings_come_to_the_same_there_is_nothing_to_say() -> None:
    assert readings(EXCESS, "Bands:", "- above 0% of Budget: shared in the Shares") == []


def test_nothing_is_said_of_what_is_unclear_or_on_one_side_alone() -> None:
    assert readings("Threshold: 2% of Budget", *ENDED) == []
    assert readings(EXCESS, *BANDS, "- above 6% of Budget: shared fairly") == []
    assert readings(EXCESS, "Gain bands:", *ENDED[1:], "Sides: loss only") == []
    assert readings(EXCESS) == []


def test_bands_that_begin_at_the_threshold_are_meant_in_place() -> None:
    above = ("- 2% to 6% of Budget: shared in the Shares", "- above 6% of Budget: no sharing")
    assert readings(EXCESS, "Bands:", *above) == []
    assert readings("Threshold: 2.01% of Budget, excess only", "Bands:", *above)


def test_a_gain_is_received() -> None:
    [said] = readings("Sides: gain only", EXCESS, *ENDED)
    assert said.startswith("Of an underspend of 5% (£500,000) Acute and Community would receive £40,000 ")


def test_nothing_is_called_so() -> None:
    bands = ("Bands:", "- 0% to 3% of Budget: ICB 100%", "- above 3% of Budget: shared in the Shares")
    [said] = readings(EXCESS, *bands)
    assert " would pay nothing if the bands divide the £300,000 of excess from its first pound" in said
