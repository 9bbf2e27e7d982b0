"""The weight of social value, when it was considered, and what a contract says of carbon."""

from __future__ import annotations

import pytest
from finance_facts import block, contract, fact, facts

COUNCIL = block('PARTY Council "C"', "Role: commissioner", "Kind: local authority")
ICB = block('PARTY ICB "I"', "Role: commissioner", "Kind: ICB")


def procurement(*lines: str) -> str:
    return block("PROCUREMENT PR1", *lines)


@pytest.mark.parametrize(
    ("lines", "weight", "written"),
    [
        (("Key criteria:", "- social value: 9.9%"), 99_000, "9.9%"),
        (("Key criteria:", "- social value: 5%", "- net zero: 4%"), 90_000, "5% + 4% = 9%"),
        (("Key criteria:", "- net zero: 4%"), None, ""),
        (("Social value: 10% of the score, 2% of it net zero",), 100_000, "10%"),
        (("Key criteria:", "- social value: 5%", "Social value: 10%"), 100_000, "10%"),
        (("Social value: considered",), None, ""),
        (("Key criteria:", "- social value: [ ]%"), None, ""),
    ],
)
def test_the_weight_of_social_value(lines: tuple[str, ...], weight: int | None, written: str) -> None:
    found = facts("social_value", procurement(*lines))
    assert [(each.values["weight"], each.shown["written"]) for each in found] == (
        [(weight, written)] if weight is not None else []
    )


def test_councils_alone_are_not_under_the_policy() -> None:
    line = "Social value: 5%"
    assert not facts("social_value", COUNCIL, procurement(line))
    assert not facts("social_value", COUNCIL, ICB, procurement("Authorities: Council", line))
    assert facts("social_value", COUNCIL, ICB, procurement(line))
    assert facts("social_value", COUNCIL, ICB, procurement("Authorities: ICB, Council", line))


@pytest.mark.parametrize(
    ("line", "unconsidered"),
    [
        ("considered 5 January 2026", False),
        ("considered 6 January 2026", True),
        ("10% of the score, reported by 6 January 2027", False),
        ("not considered", True),
        ("10%, first considered 4 January 2026, again 6 January 2026", False),
    ],
)
def test_considered_before_the_process_began(line: str, unconsidered: bool) -> None:
    block_ = procurement("Procedure begun: 5 January 2026", f"Social value: {line}")
    found = fact("social_value_thought", block_)
    assert found.values["unconsidered"] is unconsidered
    if "6 January 2026" in line and unconsidered:
        assert "1 day after" in found.shown["said"]


@pytest.mark.parametrize(
    ("kind", "begun", "value", "threshold"),
    [
        ("ICB", "1 January 2026", "£207,720", "£207,720"),
        ("ICB", "1 January 2026", "£207,719.99", None),
        ("ICB", "31 December 2025", "£214,903.99", None),
        ("ICB", "31 December 2025", "£214,904", "£214,904"),
        ("NHS trust", "1 January 2026", "£135,018", "£135,018"),
        ("NHS trust", "1 January 2026", "£135,017.99", None),
        ("charity", "1 January 2026", "£135,018", None),  # nobody can say whose it is
        ("ICB", "23 February 2025", "£1,000,000", None),  # before the Act
    ],
)
def test_the_threshold_of_the_act(kind: str, begun: str, value: str, threshold: str | None) -> None:
    buyer = block('PARTY Buyer "B"', "Role: commissioner", f"Kind: {kind}")
    lines = ("Authorities: Buyer", f"Procedure begun: {begun}", f"Proposed value: {value}")
    found = facts("social_value_thought", buyer, procurement(*lines, "Social value: not considered"))
    assert [each.shown["threshold"] for each in found] == ([threshold] if threshold else [])


@pytest.mark.parametrize(
    ("blocks", "a_year"),
    [
        ((contract(),), None),
        ((contract(), block("PAYMENT", "Annual value: £8,400,000 per annum")), 840_000_000),
        ((block('CONTRACT "A"', "Contract Term: 3 years", "Contract value: £15,000,000"),), 500_000_000),
        ((block('CONTRACT "A"', "Contract value: £5,000,000 per Contract Year"),), 500_000_000),
        ((block('CONTRACT "A"', "Contract value: £15,000,000"),), None),
    ],
)
def test_what_a_contract_is_worth_in_a_year(blocks: tuple[str, ...], a_year: int | None) -> None:
    found = fact("carbon_plan", *blocks, procurement("Carbon reduction plan: none"))
    assert found.values.get("a_year") == a_year


def test_the_proposed_value_goes_first() -> None:
    lines = procurement("Proposed value: £30,000,000", "Carbon reduction plan: none")
    assert fact("carbon_plan", contract(), lines).values["a_year"] == 1_000_000_000


@pytest.mark.parametrize(
    ("line", "denied"),
    [
        ("none", True),
        ("not required", True),
        ("none, because the Green Plan serves", False),
        ("published 30 September 2025", False),
    ],
)
def test_a_plan_that_is_denied(line: str, denied: bool) -> None:
    assert fact("carbon_plan", procurement(f"Carbon reduction plan: {line}")).values["denied"] is denied


def test_a_placeholder_is_another_rule_s() -> None:
    assert not facts("carbon_plan", procurement("Carbon reduction plan: TBC"))
    assert not facts("carbon_plan", procurement("Route: competitive process"))


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("required at £5m over the Contract Term", True),
        ("not required, below £5 million in total", True),
        ("required at £5m over its life, that is per annum", False),
        ("required at £5m a year", False),
        ("required at £50m over the Contract Term", False),
    ],
)
def test_tested_on_the_wrong_value(line: str, wrong: bool) -> None:
    draft = procurement(f"Carbon reduction plan: {line}")
    assert bool(facts("carbon_by_lifetime", draft)) is wrong
    assert bool(facts("carbon_plan", draft)) is not wrong
