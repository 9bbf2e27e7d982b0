"""Every rule card runs as a test: it speaks on its Wrong examples and is silent on its Right ones.

Both engines judge, so each example is also a differential test.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib.util import find_spec

import pytest

from clausecheck.checker import Checker
from clausecheck.engine.choose import Choice
from clausecheck.finding import Finding
from clausecheck.house.file import read_house
from clausecheck.report.report import Report
from clausecheck.rules.card import Card
from clausecheck.rules.card_body import Example
from clausecheck.rules.catalogue import load_catalogue
from clausecheck.source import source_from_text

NAMES = sorted(load_catalogue().rules)

# The date at which cards about waivers are judged; every other rule reads only the draft's own dates.
AS_OF = date(2026, 7, 1)


# Where durable-rules cannot be installed, the reference engine serves, here as everywhere.
ENGINE: Choice = "both" if find_spec("durable_rules_engine") else "reference"


@cache
def checker() -> Checker:
    return Checker(load_catalogue(), engine=ENGINE, as_of=AS_OF)


@cache
def card(name: str) -> Card:
    return load_catalogue().docs(name)


def findings(name: str, example: Example) -> list[Finding]:
    """What a rule says of an example: a draft, or a house's file that a draft is judged under."""
    if example.language == "clause":
        report = Report((checker().check_text(example.text, "example.clause"),))
    else:
        house = read_house(source_from_text(example.text, "clausecheck.toml"), load_catalogue())
        report = Report((Checker(load_catalogue(), "reference", house=house).check_text(""),))
    return [finding for finding in report.findings if finding.rule == name]


@pytest.mark.parametrize("name", NAMES)
def test_a_card_speaks_on_its_wrong_examples(name: str) -> None:
    for example in card(name).body.wrong:
        assert findings(name, example), f"silent on the Wrong example at line {example.line}"


@pytest.mark.parametrize("name", NAMES)
def test_a_card_is_silent_on_its_right_examples(name: str) -> None:
    for example in card(name).body.right:
        said = [finding.message for finding in findings(name, example)]
        assert not said, f"speaks on the Right example at line {example.line}"


@pytest.mark.parametrize("name", NAMES)
def test_the_messages_of_a_card_are_whole(name: str) -> None:
    for example in card(name).body.wrong:
        for finding in findings(name, example):
            for words in (finding.message, finding.consequence, finding.help):
                assert "not stated" not in words, f"shows an attribute the draft does not state: {words}"
                assert "  " not in words, f"an empty attribute left a gap: {words}"
                assert '""' not in words, f"an empty attribute left empty quotes: {words}"
            assert not finding.message.endswith("."), finding.message
            assert finding.path, f"{finding.rule} points at nothing with a name"
            assert finding.authority
