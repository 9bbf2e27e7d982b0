"""Outcomes taken together: who chose them, when they are reviewed, what they follow, and their domains."""

from __future__ import annotations

import pytest
from finance_facts import block, contract, fact, facts

from clausecheck.facts.fact import Fact

O1 = block('OUTCOME O1 "At home"', "Numerator: people at home", "Denominator: discharges")
PAY = block("OUTCOME PAYMENT OP1", "Budget: £10,000,000", "Weights: O1 100%")


def chosen(*lines: str, more: str = "") -> Fact:
    return fact("outcome_set", O1 + "".join(f"  {line}\n" for line in lines), PAY, more)


@pytest.mark.parametrize(
    ("line", "left_out"),
    [
        ("Co-design: patients, carers and clinicians", ""),
        ("Co-design: service users and nurses", ""),
        ("Co-design: clinicians of both trusts", "nothing says that patients or carers helped to choose it"),
        (
            "Co-design: people who use the service",
            "nothing says that carers or clinicians helped to choose it",
        ),
        ("Co-design: five workshops", ""),
        ('Co-design: "Report 3"', ""),
        ("Co-design: [to follow]", ""),
        ("Co-design: none so far", "nothing says that patients, carers or clinicians helped to choose it"),
        ("Lag: 3 months", "nothing says that patients, carers or clinicians helped to choose it"),
    ],
)
def test_who_chose_the_outcomes(line: str, left_out: str) -> None:
    found = chosen(line)
    assert found.shown["left_out"] == left_out
    assert found.values["chosen_without"] is bool(left_out)


def test_co_design_may_stand_elsewhere() -> None:
    engaged = block("ENGAGEMENT", "Co-design: patients and clinicians")
    clause = 'CLAUSE 3.1 "Outcomes"\n  The outcomes were chosen with patients and carers.\n'
    denied = block("ENGAGEMENT", "Co-design: none so far")
    assert [chosen(more=more).values["chosen_without"] for more in (engaged, clause, denied)] == [
        False,
        False,
        True,
    ]


@pytest.mark.parametrize(
    ("more", "unreviewed"),
    [
        ("", True),
        ('CLAUSE 3.1 "Outcomes"\n  The parties review every outcome in Year 3.\n', False),
        ('CLAUSE 3.1 "Outcomes"\n  Each indicator may be retired at the yearly review.\n', False),
        (block('GOVERNANCE G1 "Board"', "Review: after 12 months, then yearly"), True),
        (block("VARIATION", "Process: yearly, after a review of the outcomes"), False),
    ],
)
def test_when_measures_are_looked_at_again(more: str, unreviewed: bool) -> None:
    assert chosen(more=more).values["unreviewed"] is unreviewed


def test_a_review_line_is_enough_and_its_denial_is_not() -> None:
    assert chosen("Review: each December").values["unreviewed"] is False
    assert chosen("Review: none").values["unreviewed"] is True


@pytest.mark.parametrize(
    ("expiry", "months"),
    [("31 March 2029", 36), ("29 April 2029", 36), ("30 April 2029", 37), ("31 March 2036", 120)],
)
def test_how_long_the_contract_runs(expiry: str, months: int) -> None:
    assert fact("outcome_set", contract(expiry=expiry), O1, PAY).values["months"] == months


def test_the_stated_term_serves_where_there_are_no_dates() -> None:
    found = fact("outcome_set", block('CONTRACT "C"', "Contract Term: 5 years"), O1, PAY)
    assert (found.values["months"], found.shown["term"]) == (60, "60 months")
    assert "months" not in chosen().values


def test_outcomes_that_are_not_paid_for_are_left_alone() -> None:
    assert not facts("outcome_set", O1)


COHORT = block('POPULATION P1 "adults with arthritis"', "Basis: condition cohort")


@pytest.mark.parametrize(
    ("line", "home_made"),
    [
        ("Lag: 3 months", True),
        ("Standard set: ICHOM Hip and Knee", False),
        ("Standard set: none", True),
        ("Standard set: none, since none fits", False),
        ("Instrument: MSK-HQ", False),
        ("Source: national PROMs collection", False),
        ("Source: Trust record", True),
    ],
)
def test_measures_for_one_condition(line: str, home_made: bool) -> None:
    found = fact("condition_measures", COHORT, O1 + f"  {line}\n", PAY)
    assert found.values["home_made"] is home_made


def test_a_measure_belongs_to_the_population_it_names() -> None:
    others = block('POPULATION P2 "all"', "Basis: registered")
    assert not facts("condition_measures", COHORT, others, O1, PAY)
    assert facts("condition_measures", COHORT, others, O1 + "  Population: P1\n", PAY)
    assert not facts("condition_measures", COHORT, others, O1 + "  Population: P2\n", PAY)


def domains(words: str, *have: str) -> list[str]:
    outcomes = [block(f'OUTCOME O{n} "O"', f"Domain: {each}") for n, each in enumerate(have, 1)]
    return [found.shown["missing"] for found in facts("domain_list", words, *outcomes)]


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        ('DEFINE "Outcome Domains": recovery, prevention and end of life', ["end of life"]),
        ('CLAUSE 3.1 "F"\n  The domains are: recovery, prevention, and end of life.', ["end of life"]),
        ('CLAUSE 3.1 "F"\n  The framework has two domains: recovery and prevention of falls.', [""]),
        ('CLAUSE 3.1 "F"\n  The domains are safe, caring and well led.', []),
        ('CLAUSE 3.1 "F"\n  Each domain is scored by the Board and published every year on its website.', []),
        (
            'DEFINE "Outcome Domains": recovery, and physical and mental health',
            ["physical and mental health"],
        ),
    ],
)
def test_listed_domains_without_an_outcome(words: str, missing: list[str]) -> None:
    assert domains(words, "recovery", "prevention") == missing


def test_without_stated_domains_no_list_is_read() -> None:
    assert not facts("domain_list", 'DEFINE "Outcome Domains": recovery and prevention', O1)


def test_several_outcomes_are_them() -> None:
    two = block("OUTCOME PAYMENT OP1", "Budget: £10,000,000", "Weights: O1 60%, O2 40%")
    second = block('OUTCOME O2 "Well"', "Numerator: people who are well", "Denominator: people")
    assert fact("outcome_set", O1, second, two).shown["left_out"].endswith("helped to choose them")
