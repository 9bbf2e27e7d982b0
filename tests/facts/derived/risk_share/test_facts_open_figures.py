"""Words where a figure belongs, and what makes a word enough."""

from __future__ import annotations

import pytest
from finance_facts import block, facts, pool


@pytest.mark.parametrize(
    ("line", "vague"),
    [
        ("Member limits: no member loses more than is reasonable", "reasonable"),
        ("Member limits: a reasonable limit of £100,000", None),
        ("Member limits: reasonable, as determined by an expert", None),
        ("Member limits: as Schedule 3 says is reasonable", None),
        ("Break glass: a significant change in activity reopens the Budget within 60 days", "significant"),
        ("Break glass: a material change, of more than 5%, reopens the Budget", None),
        ("Loss recovery: over a reasonable time", "reasonable"),
        ("Loss recovery: over a reasonable time of at most 2 years", None),
        ("Residual: shared proportionately to the Shares", None),
        ("Residual: shared proportionately", "proportionately"),
        ("Profit cap: a fair profit", "fair"),
        ("Profit cap: 7.5% of turnover", None),
        ("Break glass: on a change in law, the parties acting reasonably", None),
        ("Loss recovery: offset, with reasonable notice", None),
        ("Residual: ICB, for costs reasonably incurred", None),
        ("Commissioner risk: material changes in national policy", None),
        ("Open book: reasonable access to accounts", None),
        ("Stop-loss: half of what is above a reasonable amount", None),
    ],
)
def test_a_word_stands_for_a_figure(line: str, vague: str | None) -> None:
    found = facts("open_figure", pool(line))
    assert [each.shown["vague"] for each in found] == ([vague] if vague else [])


@pytest.mark.parametrize(
    ("rule", "found"),
    [("shared fairly", 1), ("shared in the Shares", 0), ("a fair share to Acute", 1), ("shared equally", 0)],
)
def test_a_band_needs_a_rule(rule: str, found: int) -> None:
    text = pool("Bands:", "- 0% to 2% of Budget: no sharing", f"- above 2% of Budget: {rule}")
    assert len(facts("open_figure", text)) == found


def test_a_defined_term_is_no_open_word() -> None:
    line = "Break glass: a Material Change reopens the Budget"
    assert facts("open_figure", pool(line))
    assert not facts("open_figure", 'DEFINE "Material Change": activity 5% from plan\n', pool(line))


def test_a_budget_is_read_too_and_what_it_costs_is_said() -> None:
    text = block("BUDGET B1", "Rebasing: providers keep a fair share of savings")
    [found] = facts("open_figure", text)
    assert found.shown["cost"] == "Nobody can say what a saving of this year is worth in the next"
    [found] = facts("open_figure", pool("Break glass: a material change reopens the terms"))
    assert "is 5% (£500,000 a Contract Year) enough" in found.shown["cost"]
