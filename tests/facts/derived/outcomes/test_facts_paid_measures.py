"""What the measures of a payment lack together, and what hangs on those that lack it."""

from __future__ import annotations

import pytest
from finance_facts import PARTIES, block, fact, facts

from clausecheck.facts.fact import Fact

SHARE = "Share of budget: 5%"


def outcome(*lines: str, name: str = "O1") -> str:
    return block(f'OUTCOME {name} "At home"', "Numerator: people at home", "Denominator: discharges", *lines)


def payment(*lines: str, weights: str = "O1 60%, O2 40%", budget: str = "£10,000,000") -> str:
    return block("OUTCOME PAYMENT OP1", f"Budget: {budget}", f"Weights: {weights}", *lines)


def paid(*blocks: str) -> Fact:
    return fact("paid_measures", *blocks)


GUARD = "Data quality: 95% complete, or not paid"


def test_one_fact_speaks_of_all_measures() -> None:
    outcomes = [outcome(name=f"O{n}") for n in range(1, 13)]
    weights = ", ".join(f"O{n} 8%" for n in range(1, 13))
    found = paid(*outcomes, payment(SHARE, weights=weights))
    assert found.values["measures"] == 12
    assert found.shown["which"] == "O1, O2, O3, O4, O5, O6, O7, O8 and 4 more"
    assert found.shown["data_risk"].startswith("Up to £480,000 a Contract Year")


def test_only_the_measures_that_lack_it_are_named_and_priced() -> None:
    found = paid(outcome(GUARD), outcome(name="O2"), payment(SHARE))
    assert found.shown["data_gap"] == "pays for O2 and does not say how complete the data must be"
    assert found.shown["data_risk"].startswith("Up to £200,000 a Contract Year would be settled")


def test_weights_above_100_hang_no_more_than_all() -> None:
    found = paid(outcome(), outcome(name="O2"), payment(SHARE, weights="O1 60%, O2 60%"))
    assert found.shown["data_risk"].startswith("Up to £500,000 a Contract Year")


def test_without_a_budget_or_a_weight_there_is_no_sum() -> None:
    for blocks in (
        (outcome(), payment(SHARE, weights="O1 [ ]%")),
        (outcome(), payment(weights="O1 100%")),
        (outcome(), payment(SHARE, weights="O1 100%", budget="£655 per person")),
    ):
        assert paid(*blocks).shown["data_risk"].startswith("Money would be settled")


@pytest.mark.parametrize(
    ("line", "unguarded"),
    [
        (GUARD, False),
        ("Data quality: 95% complete", True),
        ("Data quality: none", True),
        ("Data quality: [ ]% complete, or not paid", False),
        ("Response rate: 60%", False),
        ("Lag: 3 months", True),
    ],
)
def test_data_quality_needs_a_threshold_and_a_consequence(line: str, unguarded: bool) -> None:
    assert paid(outcome(line), payment(weights="O1 100%")).values["data_unguarded"] is unguarded


def test_a_clause_may_settle_data_quality_for_all() -> None:
    clause = 'CLAUSE 4.2 "Data"\n  A measure whose data are incomplete is left out.\n'
    assert paid(outcome(), payment(weights="O1 100%"), clause).values["data_unguarded"] is False


def test_a_block_with_an_unread_line_is_not_judged() -> None:
    broken = outcome() + "  Sorce = SUS+\n"
    found = paid(broken, payment(weights="O1 100%"))
    assert found.values["data_unguarded"] is False
    assert found.values["asks_nobody"] is False


def test_indicators_stand_for_their_outcome() -> None:
    two = [
        block(f'INDICATOR I{n} "Part"', "Outcome: O1", "Numerator: people at home", "Denominator: people")
        for n in (1, 2)
    ]
    found = paid(block('OUTCOME O1 "At home"', "Owner: Acute"), *two, payment(SHARE, weights="O1 100%"))
    assert found.shown["which"] == "I1 and I2"
    assert found.shown["data_risk"].startswith("Up to £500,000 a Contract Year")  # once, and not twice


@pytest.mark.parametrize(
    ("line", "asks_nobody", "unseen"),
    [
        ("Lag: 3 months", True, True),
        ("Type: experience", False, True),
        ("Type: utilisation", True, True),
        ("Instrument: EQ-5D-5L", False, True),
        ("Balancing measure: what people say of their care", False, True),
        ("Balancing measure: results in the most deprived fifth", True, False),
        ("Risk adjustment: stratified by deprivation", True, False),
    ],
)
def test_the_mix_of_measures(line: str, asks_nobody: bool, unseen: bool) -> None:
    values = paid(outcome(line), outcome(name="O2"), payment()).values
    assert (values["asks_nobody"], values["inequality_unseen"]) == (asks_nobody, unseen)


def test_strata_and_unpaid_measures_count_for_the_mix() -> None:
    strata = block('POPULATION P1 "adults"', "Strata: by deprivation quintile")
    survey = outcome("Source: survey of carers", name="O3")
    values = paid(outcome(), outcome(name="O2"), payment(), strata, survey).values
    assert (values["asks_nobody"], values["inequality_unseen"]) == (False, False)


@pytest.mark.parametrize(
    ("line", "unfixed"),
    [
        ("Standard set: ICHOM Hip and Knee", 1),
        ("Standard set: ICHOM Hip and Knee, version 2", 0),
        ("Standard set: ICHOM Hip and Knee 2018", 0),
        ("Standard set: none", 0),
        ("Exclusions: as amended from time to time", 1),
        ("Exclusions: none", 0),
    ],
)
def test_definitions_from_elsewhere_need_a_version(line: str, unfixed: int) -> None:
    assert paid(outcome(line), payment(weights="O1 100%")).values["unfixed"] == unfixed


def test_a_version_fixes_any_definition() -> None:
    lines = ("Standard set: ICHOM Hip and Knee", "Definition version: version 2")
    assert paid(outcome(*lines), payment(weights="O1 100%")).values["unfixed"] == 0


def undivided(owners: str, *lines: str, parties: str = PARTIES, more: str = "", budget: str = "£9m") -> Fact:
    o1 = outcome(f"Owner: {owners}", *lines)
    return paid(parties, o1, payment(weights="O1 100%", budget=budget), more)


def test_a_result_of_two_providers_is_to_be_divided() -> None:
    found = undivided("Acute, Community, ICB")
    assert found.values["undivided"] == 1
    assert found.shown["shared"] == "O1 (Acute, Community)"
    assert undivided("Acute, ICB").values["undivided"] == 0
    assert undivided("Acute, Community", "Attribution: Acute 60%, Community 40%").values["undivided"] == 0


def test_a_lead_provider_pays_the_others_itself() -> None:
    lead = PARTIES.replace("Role: provider", "Role: lead provider", 1)
    assert undivided("Acute, Community", parties=lead).values["undivided"] == 0


def test_money_of_a_pool_goes_as_the_pool_goes() -> None:
    pool = block('RISK SHARE R1 "Pool"', "Budget: £9,000,000", "Shares: ICB 50%, Acute 30%, Community 20%")
    assert undivided("Acute, Community", more=pool, budget="R1").values["undivided"] == 0


def test_what_is_not_earned_divides_nothing_that_is() -> None:
    o1 = outcome("Owner: Acute, Community")
    for line, left in (("Unearned money: divided equally", 1), ("Paid: divided equally", 0)):
        assert paid(PARTIES, o1, payment(line, weights="O1 100%")).values["undivided"] == left


def test_a_payment_that_weighs_nothing_says_nothing() -> None:
    assert not facts("paid_measures", outcome(), block("OUTCOME PAYMENT OP1", "Budget: £9m"))
