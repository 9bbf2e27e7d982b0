"""Worked dates and amounts of the NHS Standard Contract, each from a draft to the finding."""

from __future__ import annotations

import pytest
from test_published_vectors_act import contract, party, told

FORM = "Form: NHS Standard Contract 2026/27, full-length"
START = "Service Commencement Date: 1 April 2026"


def on(*said: str, more: str = "") -> str:
    """A draft on the 2026/27 full-length form."""
    return contract(FORM, *said) + more


def clause(words: str) -> str:
    """A clause with these words, on the form."""
    return on(more=f'CLAUSE 7.2 "Terms"\n  {words}\n')


def payment(*said: str, kind: str) -> str:
    """A PAYMENT block to a provider of a kind."""
    parties = party("ICB", "ICB") + party("Prov", kind, "provider")
    lines = "".join(f"  {each}\n" for each in said)
    return f"{parties}PAYMENT\n  Provider: Prov\n  Payer: ICB\n{lines}"


VECTORS = [
    (
        "term-out-of-step",
        on(START, "Contract Term: 3 years", "Expiry Date: 31 March 2030"),
        on(START, "Contract Term: 3 years", "Expiry Date: 31 March 2029"),
        ("48 months", "3 years", "31 March 2029"),
    ),
    (
        "start-before-condition-met",
        on("Service Commencement Date: 5 April 2026", "Conditions precedent: insurance met on 10 April 2026"),
        on(
            "Service Commencement Date: 11 April 2026", "Conditions precedent: insurance met on 10 April 2026"
        ),
        ("10 April 2026", "5 April 2026", "11 April 2026", "GC3.1"),
    ),
    (
        "condition-due-after-start",
        on(START, "Conditions precedent: insurance by 1 May 2026, from Lead"),
        on(START, "Conditions precedent: insurance by 15 March 2026, from Lead"),
        ("1 May 2026", "1 April 2026", "GC4.1"),
    ),
    (
        "condition-change-told-late",
        clause(
            "The Provider notifies a change to a Condition Precedent document within 20 Operational Days."
        ),
        clause("The Provider notifies a change to a Condition Precedent document within 5 Operational Days."),
        ("20 Operational Days", "5 Operational Days", "GC4.3"),
    ),
    (
        "extension-long",
        on("Extension: once, by 60 months, on 12 months notice, under Schedule 1C"),
        on("Extension: once, by 24 months, on 12 months notice, under Schedule 1C"),
        ("60 months", "more than 24", "2015/16"),
    ),
    (
        "notice-outlasts-contract",
        on(START, "Expiry Date: 31 March 2027", more="TERMINATION\n  Commissioner notice: 18 months\n"),
        on(START, "Expiry Date: 31 March 2027", more="TERMINATION\n  Commissioner notice: 6 months\n"),
        ("18 months", "1 October 2027", "31 March 2027"),
    ),
    (
        "management-step-too-slow",
        clause("The parties meet within 30 Operational Days of a Contract Performance Notice."),
        clause("The parties meet within 10 Operational Days of a Contract Performance Notice."),
        ("30 Operational Days", "10", "proposed", "not read", "GC9 (2026/27)"),
    ),
    (
        "withholding-above-maximum",
        clause("Where a milestone is missed the commissioner withholds 25% of the monthly value."),
        clause("Where a milestone is missed the commissioner withholds 10% of the monthly value."),
        ("25%", "10%", "proposed", "not read", "GC9 (2026/27)"),
    ),
    (
        "negotiation-cut-short",
        on(more="DISPUTES\n  Steps: chief executives within 5 Operational Days, mediation, an expert\n"),
        on(more="DISPUTES\n  Steps: chief executives within 15 Operational Days, mediation, an expert\n"),
        ("5 Operational Days", "15", "GC14"),
    ),
    (
        "activity-not-at-unit-price",
        on(
            more=payment("Mechanism: activity-based", "Unit price: 85% of unit prices", kind="independent"),
        ),
        on(
            more=payment("Mechanism: activity-based", "Unit price: 100% of unit prices", kind="independent"),
        ),
        ("85%", "100%", "NHS Payment Scheme 2025/26"),
    ),
    (
        "elective-not-at-unit-price",
        on(
            more=payment(
                "Mechanism: aligned payment and incentive",
                "Variable rate: 50% of unit price, for elective activity",
                kind="foundation trust",
            )
        ),
        on(
            more=payment(
                "Mechanism: aligned payment and incentive",
                "Variable rate: 100% of unit price, for elective activity",
                kind="foundation trust",
            )
        ),
        ("50%", "100%", "NHS Payment Scheme 2025/26"),
    ),
    (
        "low-volume-above-limit",
        on(
            START,
            more=payment(
                "Mechanism: low volume activity", "Annual value: £4,000,000 per annum", kind="NHS trust"
            ),
        ),
        on(
            START,
            more=payment(
                "Mechanism: low volume activity", "Annual value: £1,200,000 per annum", kind="NHS trust"
            ),
        ),
        ("£4,000,000", "£1,500,000", "NHS Payment Scheme 2025/26"),
    ),
    (
        "activity-plan-agreed-late",
        on(
            START,
            more="PAYMENT\n  Mechanism: activity-based\n\nLINKS\n  Indicative activity plan: to be agreed by "
            "2 July 2026, else set by ICB under SC29\n",
        ),
        on(
            START,
            more="PAYMENT\n  Mechanism: activity-based\n\nLINKS\n  Indicative activity plan: to be agreed by "
            "1 July 2026, else set by ICB under SC29\n",
        ),
        ("2 July 2026", "1 July 2026", "42.20"),
    ),
    (
        "edition-behind",
        contract("Form: NHS Standard Contract 2023/24, full-length", START),
        contract(FORM, START),
        ("2023/24", "1 April 2026", "2026/27"),
    ),
    (
        "fine-on-national-standard",
        clause("The Provider pays a fine of £2,500 for each 52-week wait."),
        clause("A 52-week wait is dealt with under GC9."),
        ("£2,500", "2021/22"),
    ),
]


@pytest.mark.parametrize(("rule", "wrong", "right", "words"), VECTORS, ids=[row[0] for row in VECTORS])
def test_a_figure_of_the_contract(rule: str, wrong: str, right: str, words: tuple[str, ...]) -> None:
    said = told(rule, wrong)
    assert [each for each in words if each not in said] == [], said
    assert told(rule, right) == ""
