"""Worked figures of the Procurement Act and of the duties beside it, each from a draft to the finding.

Each row has the lines that break the rule, those that keep to it, and the words that the finding must have:
the date or amount, and the provision.
"""

from __future__ import annotations

from functools import cache

import pytest

from clausecheck.checker import Checker
from clausecheck.rules.catalogue import load_catalogue

ACT = "PROCUREMENT PR1\n  Regime: Procurement Act 2023\n  Route: open procedure\n"
PSR = "PROCUREMENT PR1\n  Regime: PSR 2023\n  Route: {}\n"
COMPETED = PSR.format("competitive process")


@cache
def checker() -> Checker:
    """The shipped rules."""
    return Checker(load_catalogue(), engine="reference")


def told(rule: str, text: str) -> str:
    """All that a rule says of a draft, with the law it cites; empty where it is silent."""
    found = [each for each in checker().check_text(text, "example.clause").findings if each.rule == rule]
    return " | ".join(
        line for each in found for line in (each.message, each.consequence, each.help, *each.authority)
    )


def lines(*said: str, block: str = ACT) -> str:
    """A PROCUREMENT block with these lines."""
    return block + "".join(f"  {each}\n" for each in said)


def contract(*said: str) -> str:
    """A CONTRACT block with these lines."""
    return 'CONTRACT "A"\n' + "".join(f"  {each}\n" for each in said) + "\n"


def party(name: str, kind: str, role: str = "commissioner") -> str:
    """A party of a kind."""
    return f'PARTY {name} "{name} of Ferndale"\n  Role: {role}\n  Kind: {kind}\n\n'


JANUARY = "Procedure begun: 5 January 2026"
OLD_TERM, NEW_TERM = contract("Contract Term: 72 months"), contract("Contract Term: 48 months")
VALUE = "Original value: £2,000,000"

VECTORS = [
    (
        "act-threshold-of-another-time",
        lines(JANUARY, "Threshold: £214,904"),
        lines(JANUARY, "Threshold: £207,720"),
        ("£214,904", "31 December 2025", "5 January 2026", "£207,720", "SI 2025/1200", "Schedule 1"),
    ),
    (
        "act-threshold-of-another-time",
        lines("Procedure begun: 31 December 2025", "Threshold: £135,018"),
        lines("Procedure begun: 31 December 2025", "Threshold: £139,688"),
        ("£135,018", "1 January 2026", "£139,688", "SI 2025/163 reg 3"),
    ),
    (
        "act-threshold-of-another-authority",
        party("Trust", "foundation trust") + lines(JANUARY, "Authorities: Trust", "Threshold: £207,720"),
        party("Trust", "foundation trust") + lines(JANUARY, "Authorities: Trust", "Threshold: £135,018"),
        ("£207,720", "£135,018", "Schedule 2"),
    ),
    (
        "too-few-performance-indicators",
        lines("Proposed value: £6,000,000", "KPIs: 2"),
        lines("Proposed value: £6,000,000", "KPIs: 3"),
        ("£6,000,000", "2 indicators", "three", "s.52(1)"),
    ),
    (
        "indicators-assessed-too-rarely",
        lines("Proposed value: £6,000,000", "KPIs: 3, assessed at the end"),
        lines("Proposed value: £6,000,000", "KPIs: 3, assessed every 12 months and at the end"),
        ("12 months", "s.71(2)"),
    ),
    (
        "paid-later-than-the-act",
        lines("Payment terms: 45 days"),
        lines("Payment terms: 30 days"),
        ("45 days", "15 days", "30 days", "s.68(2)"),
    ),
    (
        "procurement-pays-subcontractors-late",
        lines("Payment terms: 30 days, sub-contractors within 60 days"),
        lines("Payment terms: 30 days, sub-contractors within 30 days"),
        ("60 days", "30 days", "ss.68(2) and 73"),
    ),
    (
        "contract-before-act-standstill-ends",
        lines("Award notice: published 5 January 2026", "Contract signed: 12 January 2026"),
        lines("Award notice: published 5 January 2026", "Contract signed: 15 January 2026"),
        ("12 January 2026", "Mon 5 Jan published", "Wed 14 Jan midnight", "ss.51(1), (2) and 123"),
    ),
    (
        "act-standstill-too-short",
        lines("Standstill: 5 working days, by choice", "Light touch: yes"),
        lines("Standstill: 8 working days, by choice", "Light touch: yes"),
        ("5 working days", "8 working days", "s.51(2)"),
    ),
    (
        "details-notice-late",
        lines("Contract details notice: within 60 days"),
        lines("Contract details notice: within 30 days"),
        ("60 days", "30 days", "s.53(1)"),
    ),
    (
        "details-notice-late",
        lines("Contract details notice: within 121 days", "Light touch: yes"),
        lines("Contract details notice: within 120 days", "Light touch: yes"),
        ("121 days", "120 days", "s.53(1)"),
    ),
    (
        "contract-copy-not-published",
        lines("Proposed value: £7,000,000", "Contract copy: none"),
        lines("Proposed value: £7,000,000", "Contract copy: within 90 days"),
        ("£7,000,000", "90 days", "s.53(3)"),
    ),
    (
        "change-over-half-the-value",
        lines(VALUE, "Cumulative change: £1,400,000", "Modification ground: unforeseeable circumstances"),
        lines(VALUE, "Cumulative change: £800,000", "Modification ground: unforeseeable circumstances"),
        ("£1,400,000", "70%", "£1,000,000", "Schedule 8"),
    ),
    (
        "term-change-called-not-substantial",
        contract("Contract Term: 60 months")
        + lines("Change of term: 12 months", "Modification ground: not substantial, section 74(3)"),
        contract("Contract Term: 60 months")
        + lines("Change of term: 6 months", "Modification ground: not substantial, section 74(3)"),
        ("12 months", "60 months", "6 months", "s.74(3)"),
    ),
    (
        "change-notice-after-the-change",
        lines(VALUE, "Cumulative change: £400,000", "Modification notice: after the change"),
        lines(VALUE, "Cumulative change: £400,000", "Modification notice: before the change"),
        ("£400,000", "20%", "£2,000,000", "s.75"),
    ),
    (
        "act-framework-over-4-years",
        OLD_TERM + lines("Instrument: framework"),
        NEW_TERM + lines("Instrument: framework"),
        ("72 months", "48 months", "s.47"),
    ),
    (
        "reserved-contract-over-5-years",
        contract("Contract Term: 84 months") + lines("Reserved to: public service mutuals"),
        contract("Contract Term: 60 months") + lines("Reserved to: public service mutuals"),
        ("84 months", "60 months", "s.33"),
    ),
    (
        "modern-slavery-assessed-late",
        lines("Procedure begun: 17 May 2026", "Modern slavery: assessed after award", block=COMPETED),
        lines("Procedure begun: 17 May 2026", "Modern slavery: assessed 16 May 2026", block=COMPETED),
        ("17 May 2026", "SI 2025/1212", "regulation 4(2)"),
    ),
    (
        "modern-slavery-statement-not-named",
        'PARTY Lead "Harbour Limited"\n  Role: provider\n  Kind: independent\n  Turnover: £36,000,000\n',
        'PARTY Lead "Harbour Limited"\n  Role: provider\n  Kind: independent\n  Turnover: £35,999,999.99\n',
        ("£36,000,000", "2015/1833"),
    ),
    (
        "social-value-under-tenth",
        lines("Social value: 5% of the score", block=COMPETED),
        lines("Social value: 10% of the score", block=COMPETED),
        ("5%", "10%"),
    ),
    (
        "choice-applications-restricted",
        lines(
            "Patient choice: any provider may apply at any time and is answered within 43 calendar days",
            block=PSR.format("direct award process B"),
        ),
        lines(
            "Patient choice: any provider may apply at any time and is answered within 42 calendar days",
            block=PSR.format("direct award process B"),
        ),
        ("43", "42B"),
    ),
]


@pytest.mark.parametrize(("rule", "wrong", "right", "words"), VECTORS, ids=[row[0] for row in VECTORS])
def test_a_figure_of_the_act(rule: str, wrong: str, right: str, words: tuple[str, ...]) -> None:
    said = told(rule, wrong)
    assert [each for each in words if each not in said] == [], said
    assert told(rule, right) == ""
