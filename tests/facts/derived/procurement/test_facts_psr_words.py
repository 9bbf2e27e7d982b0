"""Sentences that say of the PSR what the Regulations do not."""

from __future__ import annotations

import pytest

from clausecheck.facts.extract import extract
from clausecheck.facts.fact import Fact
from clausecheck.model.build import build
from clausecheck.source import source_from_text


def of(kind: str, text: str) -> list[Fact]:
    """The facts of a kind in a draft."""
    draft, _ = build(source_from_text(text, "example.clause"))
    return [fact for fact in extract(draft) if fact.kind == kind]


def psr(*lines: str, route: str = "competitive process", regime: str = "PSR 2023") -> str:
    """A PROCUREMENT block with these lines."""
    return "\n  ".join(["PROCUREMENT PR1", f"Regime: {regime}", f"Route: {route}", *lines]) + "\n"


def clause(words: str) -> str:
    """A clause of these words."""
    return f'\nCLAUSE 9.1 "Changes"\n  {words}\n'


def faults(words: str, route: str = "competitive process", regime: str = "PSR 2023") -> list[str]:
    """The faults found in a clause of these words, in a draft under the PSR."""
    found = of("psr_words", psr(route=route, regime=regime) + clause(words))
    return [str(fact.values["fault"]) for fact in found]


@pytest.mark.parametrize(
    "words",
    [
        "The podiatry contract is below the threshold, so the PSR does not apply to it.",
        "No PSR award process is required for a value less than the threshold of £207,720.",
        "Below-threshold contracts are exempt from the Provider Selection Regime.",
        "The PSR is disapplied where the value does not reach the threshold.",
        "Under the threshold the PSR need not be followed.",
    ],
)
def test_the_psr_denied_for_a_low_value(words: str) -> None:
    assert faults(words) == ["below a threshold"]
    assert faults(words, regime="Procurement Act 2023") == ["below a threshold"]


@pytest.mark.parametrize(
    "words",
    [
        "The PSR applies whatever the value.",
        "The PSR applies although the value is below the threshold, and is not disapplied.",
        "The cleaning contract is below the Procurement Act threshold, and the PSR does not apply to it.",
        "The change is below the considerable change threshold, so the PSR competition is not required.",
        "There is no threshold below which the PSR does not apply.",
        "Spend below the threshold is not subject to a loss share.",
    ],
)
def test_other_words_of_thresholds(words: str) -> None:
    assert faults(words) == []


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("Process C is barred by a change of £500,000 or 25%.", True),
        ("Process C is barred by a change of 25% or more, or of £500,000 or more.", True),
        ("A considerable change is £500k or 25 per cent.", True),
        ("A considerable change is £0.5m or 25%.", True),
        ("Process C is barred by a change of £500,000 and 25%.", False),
        ("Process C is barred by a change of at least £500,000 and at least 25%.", False),
        ("Process C is barred by £500,000 or more and also 25%.", False),
        ("Process C is barred if both are reached, £500,000 or more; 25%.", False),
        ("Process C is open while the change is below £500,000 or below 25%.", False),
        ("Process C is open while the change does not reach £500,000 or 25%.", False),
        ("Process C is barred by a change of £5,000,000 or 25%.", False),
        ("Process C is barred by a change of £500,000 or 125%.", False),
        ("Changes of £500,000 or 25% go to the board.", False),
    ],
)
def test_either_limit(words: str, wrong: bool) -> None:
    assert ("either limit" in faults(words)) is wrong


@pytest.mark.parametrize(
    ("original", "proposed", "shown"),
    [
        ("£4,000,000", "£4,900,000", "The change of PROCUREMENT PR1, £900,000 or 22.5%, would bar process C"),
        ("£1,000,000", "£1,450,000", "The change of PROCUREMENT PR1, £450,000 or 45%, would bar process C"),
        ("£1,600,000", "£2,100,000", "A change of £900,000 in a contract of £4,000,000, or 22.5%, would"),
        ("£4,000,000", "£4,100,000", "A change of £900,000 in a contract of £4,000,000, or 22.5%, would"),
    ],
)
def test_the_example_is_the_drafts_own_where_it_reaches_one_limit(
    original: str, proposed: str, shown: str
) -> None:
    text = psr(f"Original value: {original}", f"Proposed value: {proposed}", route="direct award process C")
    [fact] = of("psr_words", text + clause("Process C is barred by a change of £500,000 or 25%."))
    assert fact.shown["example"].startswith(shown)


@pytest.mark.parametrize(
    ("value", "later"),
    [
        ("£40,000,000 as varied to date", True),
        ("£40,000,000 (current value)", True),
        ("£40,000,000 after three variations", True),
        ("£40,000,000", False),
        ("£40,000,000 at signature, before it was varied", False),
        ("£40,000,000 excluding VAT", False),
    ],
)
def test_an_original_value_of_a_later_day(value: str, later: bool) -> None:
    found = of("psr_words", psr(f"Original value: {value}"))
    assert [fact.values["fault"] for fact in found] == (["later value"] if later else [])


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("A PSR modification may not exceed 25% of the current contract value.", True),
        ("A considerable change is £500,000 and 25% of the varied value.", True),
        ("A PSR modification may not exceed 25% of the original value.", False),
        ("A PSR modification is measured from signature, not the current value, against 25%.", False),
        ("The contingency is 25% of the current value.", False),
        ("A PSR modification may not exceed 10% of the current value.", False),
    ],
)
def test_a_later_value_in_prose(words: str, wrong: bool) -> None:
    assert faults(words) == (["later value"] if wrong else [])


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("Each variation may add up to 25%.", True),
        ("Any one modification of at most £500,000 is allowed.", True),
        ("No single modification may exceed £500,000.", True),
        ("Variations may each by itself be up to 25%.", True),
        ("Each variation may add up to 25% with all variations together.", False),
        ("Each variation is limited, cumulatively, to 25%.", False),
        ("Each variation above 25% is reported within 30 days.", False),
        ("Each variation may add up to 20%.", False),
        ("Each change of staff is limited to 25%.", False),
        ("A notice follows within 30 days of each modification above £500,000.", False),
    ],
)
def test_a_limit_for_each_change(words: str, wrong: bool) -> None:
    assert faults(words) == (["each change"] if wrong else [])


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("On a merger the successor automatically becomes the provider.", True),
        ("A company that acquires the Provider takes over without any further check.", True),
        ("On a merger the successor becomes the provider if it meets the basic selection criteria.", False),
        ("It automatically becomes the provider on succession. The selection criteria are checked.", False),
        ("No successor automatically becomes the provider.", False),
        ("The successor of the ICB automatically becomes a party.", False),
        ("Data passes automatically to the provider.", False),
    ],
)
def test_an_automatic_successor(words: str, wrong: bool) -> None:
    assert faults(words) == (["automatic successor"] if wrong else [])


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("Offers shall be sent by post.", True),
        ("Bids are returned in sealed envelopes.", True),
        ("Offers shall be submitted electronically, and a copy sent by post.", False),
        ("Offers may not be sent by post.", False),
        ("Invoices are sent by post.", False),
    ],
)
def test_offers_on_paper(words: str, wrong: bool) -> None:
    assert faults(words) == (["offers on paper"] if wrong else [])
    assert faults(words, route="most suitable provider process") == []


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("The ICB may abandon the procurement at any time.", True),
        ("The ICB may abandon the procurement. It publishes a notice within 30 days.", False),
        ("The award process may be abandoned under PSR reg. 15.", False),
        ("No provider abandons a patient.", False),
    ],
)
def test_abandonment(words: str, wrong: bool) -> None:
    assert faults(words) == (["abandoned"] if wrong else [])


@pytest.mark.parametrize(
    ("words", "lacking"),
    [
        (
            "Unsuccessful providers are informed of the result.",
            "the award criteria, the reasons why they lost and the winner won or the days in which"
            " representations can be made",
        ),
        (
            "Unsuccessful bidders are told in writing the criteria and the reasons.",
            "the days in which representations can be made",
        ),
        ("Unsuccessful bidders get a letter. It gives criteria, scores and standstill dates.", None),
        ("Unsuccessful providers get a letter under Schedule 9.", None),
        ("Unsuccessful providers may bid again.", None),
    ],
)
def test_letters_to_those_who_lost(words: str, lacking: str | None) -> None:
    found = of("psr_words", psr() + clause(words))
    assert [fact.shown["lacking"] for fact in found] == ([lacking] if lacking else [])
    assert faults(words, route="most suitable provider process") == []


def test_the_finding_points_to_its_sentence() -> None:
    text = psr() + clause("Under reg. 13 of the PSR all is well. Each variation may add up to 25%. So it is.")
    [fact] = of("psr_words", text)
    assert text[fact.span.start : fact.span.end] == "Each variation may add up to 25%"


def test_other_regimes_keep_their_own_rules() -> None:
    for words in ("Each variation may add up to 25%.", "The ICB may abandon the procurement."):
        assert faults(words, regime="Procurement Act 2023") == []
