"""What a finding of the money packs could cost is said in pounds, or in days, on the draft's own figures.

An example that states an amount of money must bring a finding that speaks of pounds, unless its card is
listed here with the reason why it cannot.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache

import pytest

from clausecheck.checker import Checker
from clausecheck.finding import Finding
from clausecheck.model.build import build
from clausecheck.model.draft import Block
from clausecheck.rules.card_body import Example
from clausecheck.rules.catalogue import load_catalogue
from clausecheck.source import source_from_text

PACKS = ("risk-share", "outcomes", "lessons")

# Why a finding says nothing in pounds although its draft does.
WITHOUT_POUNDS = {
    "figures-after-payment": "about time, which it says in days and dates",
    "settled-before-data-complete": "about time, which it says in days and dates",
    "word-for-figure": "about a figure that is not there",
}

# Findings about time, and what each has to name on a draft with dates: days, and a date.
IN_DAYS = ("baseline-after-start", "reporting-frequency-missing")

# A percentage that a message reckons itself, and does not quote, is shown with its arithmetic.
SUMS = {
    "shares-not-100": r"\d \+ \d",
    "loss-shares-not-100": r"\d \+ \d",
    "band-not-100": r"\d \+ \d",
    "weights-not-100": r"\d \+ \d",
    "price-above-envelope": r"£[\d,]+ - £[\d,]+ = £[\d,]+",
    "budget-parts-differ": r"£[\d,]+ \+ £[\d,.]+ = £[\d,]+",
    "residual-not-named": r"£[\d,]+ \+ £[\d,]+ = £[\d,]+",
}

# Cards whose finding speaks of two lines: the other one is labelled.
TWO_PLACES = (
    "bands-overlap",
    "bands-leave-gap",
    "bands-out-of-order",
    "baseline-after-start",
    "below-minimum-number",
    "budget-parts-differ",
    "cap-above-capacity",
    "floor-at-target",
    "gain-conditions-on-draft-outcome",
    "order-leaves-step-out",
    "order-not-stated",
    "outcome-share-falls",
    "paid-before-baseline",
    "payee-verifies-itself",
    "price-above-envelope",
    "provider-without-share",
    "residual-not-named",
    "risk-capacity-missing",
    "risk-transferred",
    "sides-not-stated",
    "signed-before-agreed",
    "target-at-baseline",
    "target-on-wrong-side",
    "target-year-missing",
    "uplift-by-variation",
)


@cache
def catalogue_names() -> tuple[str, ...]:
    rules = load_catalogue().rules
    return tuple(sorted(name for name, rule in rules.items() if rule.pack in PACKS))


@cache
def found(name: str) -> tuple[tuple[Example, tuple[Finding, ...]], ...]:
    """Each Wrong example of a card, with the findings that the card brings there."""
    checker = Checker(load_catalogue(), engine="reference", as_of=date(2026, 7, 1))
    return tuple(
        (
            example,
            tuple(
                each
                for each in checker.check_text(example.text, "example.clause").findings
                if each.rule == name
            ),
        )
        for example in load_catalogue().docs(name).body.wrong
    )


def states_money(text: str, finding: Finding) -> bool:
    """Whether an amount stands in the block of a finding, or in one that it names or that names it."""
    blocks = build(source_from_text(text, "example.clause"))[0].blocks
    spans = [finding.span, *(label.span for label in finding.labels)]
    own = [block for block in blocks if any(block.extent.holds(span) for span in spans)]

    def says(block: Block) -> str:
        return text[block.extent.start : block.extent.end]

    def linked(one: Block, other: Block) -> bool:
        return bool(other.id) and re.search(rf"\b{re.escape(other.id)}\b", says(one)) is not None

    near = [block for block in blocks if any(linked(block, each) or linked(each, block) for each in own)]
    return any(re.search(r"£\d", says(block)) for block in (*own, *near))


def words(finding: Finding) -> str:
    return " ".join((finding.message, finding.consequence, *(label.text for label in finding.labels)))


@pytest.mark.parametrize("name", [name for name in catalogue_names() if name not in WITHOUT_POUNDS])
def test_a_finding_on_blocks_with_money_speaks_of_pounds(name: str) -> None:
    for example, findings in found(name):
        for finding in findings:
            if states_money(example.text, finding):
                assert "£" in words(finding), f"line {example.line}: {words(finding)}"


@pytest.mark.parametrize("name", catalogue_names())
def test_every_finding_says_what_follows(name: str) -> None:
    for example, findings in found(name):
        for finding in findings:
            said = finding.consequence
            assert said, f"no consequence at line {example.line}"
            assert not said.endswith((".", " ", ",", ":")), said
            assert " None" not in said, said
            assert "£0 " not in re.sub("£0 (to|in Year)", "", said), said


def test_most_cards_show_a_price_on_one_example_at_least() -> None:
    """An example that loses its amounts would pass the test above for want of money."""
    priced = [
        name
        for name in catalogue_names()
        if any("£" in words(each) for _, findings in found(name) for each in findings)
    ]
    assert len(priced) >= 69


@pytest.mark.parametrize("name", IN_DAYS)
def test_a_finding_about_time_says_it_in_days_with_dates(name: str) -> None:
    dated = [
        (example, each)
        for example, several in found(name)
        for each in several
        if "Commencement" in example.text
    ]
    assert dated
    for _, finding in dated:
        assert re.search(r"\b\d+ days\b", finding.consequence), finding.consequence
        assert re.search(r"\b\d{1,2} [A-Z][a-z]+ 20\d\d\b", finding.consequence), finding.consequence


@pytest.mark.parametrize(("name", "sum_"), SUMS.items())
def test_a_total_is_shown_with_its_addition(name: str, sum_: str) -> None:
    assert any(re.search(sum_, words(each)) for _, findings in found(name) for each in findings)


@pytest.mark.parametrize("name", TWO_PLACES)
def test_a_finding_about_two_lines_labels_the_other(name: str) -> None:
    assert any(each.labels for _, findings in found(name) for each in findings)


def test_no_exception_is_out_of_date() -> None:
    assert set(WITHOUT_POUNDS) <= set(catalogue_names())
    for name in WITHOUT_POUNDS:
        said = [(example.text, each) for example, several in found(name) for each in several]
        assert any(states_money(*each) and "£" not in words(each[1]) for each in said), name
