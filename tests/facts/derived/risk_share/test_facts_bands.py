"""Bands of a pool: gaps, overlaps and ends at their boundaries, and what each costs."""

from __future__ import annotations

import pytest
from finance_facts import fact, facts, pool

SHARED = "shared in the Shares"
NONE = "no sharing"


def bands(*ranges: str, more: tuple[str, ...] = (), budget: str | None = "£10,000,000") -> str:
    """A pool with these bands, each shared."""
    return pool(
        "Shares: ICB 50%, Acute 50%", *more, "Bands:", *(f"- {r}: {SHARED}" for r in ranges), budget=budget
    )


def faults(text: str) -> list[tuple[object, str]]:
    """The faults of the bands in a draft: their kind and what they come to."""
    return [(each.values["fault"], each.shown["example"]) for each in facts("band_fault", text)]


def test_bands_that_touch_cover_everything_once() -> None:
    assert faults(bands("0% to 2% of Budget", "2% to 5% of Budget", "above 5% of Budget")) == []


def test_a_gap_is_priced_on_the_budget() -> None:
    assert faults(bands("0% to 2% of Budget", "3% to 6% of Budget", "above 6% of Budget")) == [
        ("gap", "Of a gain or loss of £300,000, £100,000 falls in no band")
    ]


def test_a_gap_of_a_hundredth_of_a_point_is_a_gap() -> None:
    found = fact("band_fault", bands("0% to 2% of Budget", "2.01% to 6% of Budget", "above 6% of Budget"))
    assert found.shown["says"] == "nothing is said of 2% to 2.01%"
    assert found.shown["example"] == "Of a gain or loss of £201,000, £1,000 falls in no band"


def test_a_gap_without_a_known_budget_is_said_in_percent() -> None:
    [(kind, example)] = faults(bands("0% to 2% of Budget", "above 3% of Budget", budget=None))
    assert (kind, example) == (
        "gap",
        "1% of the Budget, £10,000 in every £1,000,000, belongs to no band once a gain or loss has passed it",
    )


def test_an_overlap_is_priced_on_the_budget() -> None:
    assert faults(bands("0% to 3% of Budget", "2% to 6% of Budget", "above 6% of Budget")) == [
        ("overlap", "Of a gain or loss of £300,000, £100,000 is divided twice")
    ]


def test_two_bands_without_end_divide_every_pound_twice() -> None:
    assert faults(bands("0% to 2% of Budget", "above 2% of Budget", "above 6% of Budget")) == [
        ("overlap", "Every pound of a gain or loss above £600,000 is divided twice")
    ]


def test_bands_need_an_end_that_is_open() -> None:
    assert faults(bands("0% to 2% of Budget", "2% to 6% of Budget")) == [
        (
            "not open-ended",
            "Every pound of a gain or loss above £600,000 has no rule: of one of £1,200,000, that is "
            "£600,000",
        )
    ]
    assert faults(bands("0% to 2% of Budget", "2% to 6% of Budget", budget=None)) == [
        ("not open-ended", "Every pound of a gain or loss above 6% of the Budget has no rule")
    ]


def test_bounds_the_wrong_way_round_are_one_fault() -> None:
    assert [
        kind for kind, _ in faults(bands("0% to 2% of Budget", "6% to 2% of Budget", "above 6% of Budget"))
    ] == ["empty"]


@pytest.mark.parametrize(
    ("more", "example"),
    [
        ((), "No gain or loss falls within its bounds: of one of £600,000, £400,000 falls in no band"),
        (
            ("3% to 6% of Budget",),
            "No gain or loss falls within its bounds: of one of £600,000, £100,000 falls in no band",
        ),
        (("2% to 6% of Budget",), "No gain or loss falls within its bounds"),
    ],
)
def test_bounds_the_wrong_way_round_are_priced_by_what_no_other_band_covers(
    more: tuple[str, ...], example: str
) -> None:
    text = bands("0% to 2% of Budget", "6% to 2% of Budget", *more, "above 6% of Budget")
    assert ("empty", example) in faults(text)


def test_a_gap_elsewhere_does_not_count_for_bounds_the_wrong_way_round() -> None:
    text = bands("1% to 2% of Budget", "6% to 2% of Budget", "above 7% of Budget")
    assert faults(text) == [
        ("empty", "No gain or loss falls within its bounds: of one of £600,000, £400,000 falls in no band")
    ]


def test_two_bands_with_a_rule_each_are_named_with_both() -> None:
    text = pool("Bands:", f"- 0% to 3% of Budget: {NONE}", f"- above 2% of Budget: {SHARED}")
    found = fact("band_fault", text)
    assert found.shown["example"] == (
        'Of a gain or loss of £300,000, £100,000 has two rules: "no sharing" and "shared in the Shares"'
    )
    assert found.shown["against"] == "0% to 3% of Budget"


def test_two_bands_that_share_nothing_divide_nothing_twice() -> None:
    text = pool("Bands:", f"- 0% to 3% of Budget: {NONE}", f"- above 2% of Budget: {NONE}")
    assert faults(text) == [("overlap", "Of a gain or loss of £300,000, £100,000 stands in two bands")]


@pytest.mark.parametrize(
    ("budget", "example"),
    [
        (
            "£10,000,000 per Contract Year",
            "It is for a gain or loss of £0 to £200,000, and stands below one that begins at £200,000",
        ),
        (None, "A reader who goes down the list meets 2% first"),
    ],
)
def test_a_band_out_of_order_says_what_it_is_for(budget: str | None, example: str) -> None:
    text = bands("2% to 6% of Budget", "0% to 2% of Budget", "above 6% of Budget", budget=budget)
    assert faults(text) == [("order", example)]


def test_the_last_band_out_of_order_has_no_end() -> None:
    [(kind, example)] = faults(bands("0% to 2% of Budget", "above 6% of Budget", "2% to 6% of Budget"))
    assert (kind, example) == (
        "order",
        "It is for a gain or loss of £200,000 to £600,000, and stands below one that begins at £600,000",
    )
    text = bands("6% to 8% of Budget", "0% to 6% of Budget", "above 8% of Budget")
    assert "£0 to £600,000" in faults(text)[0][1]


@pytest.mark.parametrize(
    ("last", "price"),
    [
        ("49%", "The band holds £200,000: £198,000 would be divided, and £2,000 belongs to nobody"),
        ("51%", "The band holds £200,000: £202,000 would be divided, £2,000 more than there is"),
    ],
)
def test_a_band_that_divides_wrongly_is_priced_by_what_it_holds(last: str, price: str) -> None:
    text = pool("Bands:", f"- 0% to 2% of Budget: ICB 50%, Acute {last}", f"- above 2% of Budget: {NONE}")
    assert fact("band_total", text).shown["price"] == price


def test_a_band_without_end_or_budget_is_priced_on_a_million_pounds() -> None:
    lines = ("Bands:", f"- 0% to 2% of Budget: {NONE}", "- above 2% of Budget: ICB 50%, Acute 49%")
    assert fact("band_total", pool(*lines)).shown["price"] == (
        "Of every £1,000,000 above £200,000, £990,000 would be divided, and £10,000 belongs to nobody"
    )
    assert fact("band_total", pool(*lines, budget=None)).shown["price"] == (
        "Of every £1,000,000 in the band above 2% of Budget, £990,000 would be divided, "
        "and £10,000 belongs to nobody"
    )


def test_bands_without_a_base_are_read_on_both() -> None:
    assert fact("band_base", bands("0% to 2%", "above 2%")).shown["readings"] == (
        "2% of the Budget (£10,000,000) is £200,000, and of a gain or loss of £1,000,000 it is £20,000"
    )


def test_bands_out_of_order_are_only_that() -> None:
    assert [
        kind for kind, _ in faults(bands("2% to 6% of Budget", "0% to 2% of Budget", "above 6% of Budget"))
    ] == ["order"]


@pytest.mark.parametrize(("threshold", "gaps"), [("1.9%", 1), ("2%", 0), ("2.1%", 0)])
def test_what_a_threshold_keeps_out_needs_no_band(threshold: str, gaps: int) -> None:
    text = bands(
        "2% to 6% of Budget", "above 6% of Budget", more=(f"Threshold: {threshold} of Budget, first pound",)
    )
    assert len(faults(text)) == gaps


def test_bands_in_pounds_are_priced_in_pounds() -> None:
    assert faults(bands("£0 to £200,000", "£250,000 to £600,000", "above £600,000")) == [
        ("gap", "Of a gain or loss of £250,000, £50,000 falls in no band")
    ]


def test_a_bullet_that_is_no_band_leaves_the_cover_unknown() -> None:
    assert faults(bands("0% to 2% of Budget", "the rest")) == []


@pytest.mark.parametrize(("last", "whole"), [("49.99%", False), ("50%", True), ("50.01%", False)])
def test_a_band_divides_all_of_its_part(last: str, whole: bool) -> None:
    text = pool("Bands:", f"- 0% to 2% of Budget: ICB 50%, Acute {last}", f"- above 2% of Budget: {NONE}")
    assert fact("band_total", text).values["whole"] is whole


def test_one_band_that_says_of_what_says_it_for_all() -> None:
    assert fact("band_base", bands("0% to 2%", "above 2%")).values["stated"] is False
    assert fact("band_base", bands("0% to 2%", "above 2% of Budget")).values["stated"] is True


@pytest.mark.parametrize(
    ("rule", "read"),
    [
        ("shared in the Shares", "shared"),
        ("divided in the Loss shares", "shared"),
        ("ICB 100%", "list"),
        ("retained by ICB", "retained"),
        ("no sharing", "none"),
        ("as the Board decides", "other"),
    ],
)
def test_the_rule_of_a_band_is_read(rule: str, read: str) -> None:
    found = facts("band", pool("Bands:", f"- 0% to 2% of Budget: {rule}", f"- above 2% of Budget: {NONE}"))
    assert found[0].values["rule"] == read
