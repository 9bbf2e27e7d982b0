"""What a party takes of a gain or loss of a size, by threshold, shares or bands, and caps."""

from __future__ import annotations

from decimal import Decimal

import pytest
from finance_facts import PARTIES, fact, pool

from clausecheck.facts.derived.risk_share.settlement import line_at, of_providers, share_at
from clausecheck.facts.derived.words.lines import listed
from clausecheck.model.build import build
from clausecheck.model.draft import Draft
from clausecheck.source import source_from_text

BUDGET = 1_000_000_000
SHARES = "Shares: ICB 60%, Acute 25%, Community 15%"
BANDS = ("Bands:", "- 0% to 1% of Budget: no sharing", "- above 1% of Budget: shared in the Shares")


def draft(*lines: str) -> Draft:
    found, _ = build(source_from_text(f"{PARTIES}\n{pool(*lines)}", "example.clause"))
    return found


def line(side: str, size: int, *lines: str) -> int | None:
    """What Acute takes of a gain or loss of so many pounds."""
    read = draft(*lines)
    return line_at(read, next(read.of("RISK SHARE")), side, "Acute", BUDGET, size * 100)


@pytest.mark.parametrize(
    ("lines", "pounds"),
    [
        ([SHARES], 125_000),
        ([SHARES, "Threshold: 2% of Budget, excess only"], 75_000),
        ([SHARES, "Threshold: 2% of Budget, first pound"], 125_000),
        ([SHARES, "Threshold: 5% of Budget, first pound"], 125_000),
        ([SHARES, "Threshold: 5.01% of Budget, first pound"], 0),
        ([SHARES, "Threshold: £500,001"], 0),
        ([SHARES, *BANDS], 100_000),
        ([SHARES, *BANDS, "Threshold: 1% of Budget, first pound"], 100_000),
        ([SHARES, "Cap: £90,000 for Acute"], 90_000),
        ([SHARES, "Cap: £90,000 for Community"], 125_000),
        ([SHARES, "Cap: 2% of Budget"], 50_000),
        ([SHARES, "Cap:", "- gains: £90,000 for Acute"], 125_000),
        (["Shares: ICB 100%"], 0),
    ],
)
def test_a_loss_of_500000(lines: list[str], pounds: int) -> None:
    assert line("loss", 500_000, *lines) == pounds * 100


@pytest.mark.parametrize(
    "lines",
    [
        [],
        [SHARES, "Threshold: 2% of Budget"],
        [SHARES, "Threshold: 2% of turnover, first pound"],
        [SHARES, "Threshold: [ ]"],
        [SHARES, "Cap: [ ]"],
        [SHARES, "Cap: 2% of turnover for Acute"],
        [SHARES, *BANDS, "Threshold: 1% of Budget, excess only"],
        [SHARES, "Bands:", "- 0% to 1% of Budget: no sharing", "- above 2% of Budget: shared in the Shares"],
        ["Shares: ICB 60%, Acute [ ]%"],
    ],
)
def test_what_is_unclear_has_no_figure(lines: list[str]) -> None:
    assert line("loss", 500_000, *lines) is None


def test_the_side_decides_which_lists_and_caps_count() -> None:
    lines = [
        "Gain shares: ICB 50%, Acute 50%",
        "Loss shares: ICB 90%, Acute 10%",
        "Cap:",
        "- gains: £90,000 for Acute",
    ]
    assert (line("gain", 500_000, *lines), line("loss", 500_000, *lines)) == (9_000_000, 5_000_000)


def test_the_providers_together() -> None:
    read = draft(SHARES)
    assert of_providers(read, next(read.of("RISK SHARE")), "loss", BUDGET, 50_000_000) == (
        ("Acute", "Community"),
        20_000_000,
    )
    assert listed(("A", "B", "C")) == "A, B and C"


def test_the_share_of_the_last_pound() -> None:
    pool_ = next(draft(SHARES, *BANDS).of("RISK SHARE"))
    assert [share_at(pool_, "loss", "Acute", Decimal(at), None) for at in (1, 2)] == [0, 25]


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        (
            ["Threshold: 2% of Budget, first pound"],
            "A gain or loss of £199,999 shares nothing, and one of £200,000 shares all of it: of a gain "
            "Acute and Community would receive £80,000, of a loss Acute and Community would pay £80,000",
        ),
        (
            ["Sides: gain only", "Threshold: 2% of Budget, first pound"],
            "A gain of £199,999 shares nothing, and one of £200,000 shares all of it: of a gain "
            "Acute and Community would receive £80,000",
        ),
        (
            ["Sides: gain only", "Threshold: 2% of Budget, first pound", "Levy: 10% of gains"],
            "A gain of £199,999 shares nothing, and one of £200,000 shares all of it: of a gain "
            "Acute and Community would receive £72,000",
        ),
        (
            ["Threshold:", "- losses: 2% of Budget, first pound", "Cap: £20,000 for Acute"],
            "A loss of £199,999 shares nothing, and one of £200,000 shares all of it: of a loss "
            "Acute and Community would pay £56,000",  # £20,000, and £30,000 with a fifth of what Acute leaves
        ),
    ],
)
def test_a_first_pound_threshold_says_what_its_cliff_moves(lines: list[str], says: str) -> None:
    assert fact("pool_threshold", PARTIES, pool(SHARES, *lines)).shown["cliff"] == says
