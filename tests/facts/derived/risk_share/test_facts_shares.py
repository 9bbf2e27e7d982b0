"""Shares of a pool: their total to the last decimal, sides that nobody defined, providers left out."""

from __future__ import annotations

import pytest
from finance_facts import PARTIES, fact, facts, pool


@pytest.mark.parametrize(
    ("last", "total", "whole", "over"),
    [
        ("54.99%", 999_900, False, False),
        ("55%", 1_000_000, True, False),
        ("55.01%", 1_000_100, False, True),
        ("55.0001%", 1_000_001, False, True),
    ],
)
def test_a_total_is_exact(last: str, total: int, whole: bool, over: bool) -> None:
    found = fact("share_total", pool(f"Shares: ICB 45%, Acute {last}"))
    assert (found.values["total"], found.values["whole"], found.values["over"]) == (total, whole, over)


def test_a_wrong_total_is_shown_with_its_sum_and_on_a_million_pounds() -> None:
    found = fact("share_total", pool("Shares: ICB 45%, Acute 40%, Community 25%"))
    assert found.shown["sum"] == "45 + 40 + 25 = 110"
    assert found.shown["charged"] == "£1,100,000"


def test_a_share_still_to_come_leaves_the_total_open() -> None:
    found = fact("share_total", pool("Shares: ICB 45%, Acute [ ]%"))
    assert found.values["has_hole"] is True


@pytest.mark.parametrize(
    ("shares", "in_range"),
    [
        ("ICB 100%, Acute 0%", True),
        ("ICB 100.01%, Acute 0%", False),
        ("ICB 105%, Acute -5%", False),
    ],
)
def test_a_share_lies_between_nothing_and_the_whole(shares: str, in_range: bool) -> None:
    assert fact("share_total", pool(f"Shares: {shares}")).values["in_range"] is in_range


def test_a_list_belongs_to_its_side() -> None:
    found = facts("share_total", pool("Gain shares: ICB 50%, Acute 50%", "Loss shares: ICB 60%, Acute 40%"))
    assert [each.values["side"] for each in found] == ["gain", "loss"]


@pytest.mark.parametrize(
    ("lines", "lacking"),
    [
        (["Sides: gain and loss", "Gain shares: ICB 100%"], "losses"),
        (["Sides: gain and loss", "Loss shares: ICB 100%"], "gains"),
        (["Sides: gain and loss"], "gains and losses"),
        (["Sides: gain only"], "gains"),
        (["Sides: loss only"], "losses"),
        (["Cap: £1,000"], "gains and losses"),
        (["Sides: gain and loss", "Shares: ICB 100%"], ""),
        (["Sides: gain and loss", "Gain shares: ICB 100%", "Loss bands:", "- above 0%: ICB 100%"], ""),
        (["Sides: gain only", "Gain shares: ICB 100%"], ""),
        (["Gain shares: ICB 100%"], ""),
    ],
)
def test_a_side_that_is_shared_needs_shares_or_bands(lines: list[str], lacking: str) -> None:
    found = fact("pool_sides", pool(*lines))
    assert found.shown["not_defined"] == lacking
    assert found.values["undefined"] is (lacking != "")


def test_a_share_list_still_to_come_is_a_hole_and_not_a_missing_list() -> None:
    found = fact("pool_sides", pool("Sides: gain and loss", "Shares: [to be agreed]"))
    assert found.values["undefined"] is False


def test_a_sides_line_still_to_come_promises_nothing() -> None:
    found = fact("pool_sides", pool("Sides: [ ]"))
    assert (found.values["undefined"], found.values["sides_open"]) == (False, False)


def test_a_line_that_was_not_read_may_be_the_one_that_is_missing() -> None:
    found = fact("pool_sides", pool("Sides: gain and loss", "Qwertyness: ICB 50%, Acute 50%"))
    assert found.values["undefined"] is False


@pytest.mark.parametrize(
    ("lines", "one"),
    [
        (["Gain shares: ICB 100%"], "gains"),
        (["Loss shares: ICB 100%"], "losses"),
        (["Shares: ICB 100%"], ""),
        (["Gain shares: ICB 100%", "Sides: gain only"], ""),
    ],
)
def test_a_pool_that_speaks_of_one_side_alone_leaves_the_other_open(lines: list[str], one: str) -> None:
    found = fact("pool_sides", pool(*lines))
    assert found.shown["defined"] == one
    assert found.values["sides_open"] is (one != "")


def test_a_provider_without_a_share_is_found_and_a_stated_nothing_is_a_share() -> None:
    assert [
        each.values["party"] for each in facts("share_gap", PARTIES, pool("Shares: ICB 50%, Acute 50%"))
    ] == ["Community"]
    assert not facts("share_gap", PARTIES, pool("Shares: ICB 50%, Acute 50%, Community 0%"))


@pytest.mark.parametrize(
    ("list_", "bears"),
    [
        ("ICB 60%, Acute 40%", True),
        ("ICB 100%", False),
        ("ICB 100%, Acute 0%", False),
        ("ICB 60%, Acute 40%, on the whole amount", True),
    ],
)
def test_a_provider_that_only_a_band_names_bears_a_loss(list_: str, bears: bool) -> None:
    found = fact("pool_sides", PARTIES, pool("Loss bands:", f"- above 2% of Budget: {list_}"))
    assert found.values["bears_loss"] is bears


def test_a_provider_that_a_band_names_is_not_left_out() -> None:
    bands = ("Bands:", "- above 0% of Budget: ICB 60%, Acute 20%, Community 20%")
    assert not facts("share_gap", PARTIES, pool("Shares: ICB 60%, Acute 40%", *bands))
    assert [
        each.values["party"] for each in facts("share_gap", PARTIES, pool("Shares: ICB 60%, Acute 40%"))
    ] == ["Community"]
