"""Payment mechanisms, parts of unit price, and low volume payments."""

from __future__ import annotations

from decimal import Decimal

import pytest
from finance_facts import block, contract, fact, facts

ICB = block('PARTY ICB "NHS Ferndale Integrated Care Board"', "Role: commissioner", "Kind: ICB")
SECOND = block('PARTY East "NHS Eastvale Integrated Care Board"', "Role: commissioner", "Kind: ICB")
TRUST = block('PARTY Acute "Ferndale Hospitals NHS Trust"', "Role: provider", "Kind: NHS trust")


def other(kind: str = "independent", role: str = "provider", name: str = "Clinic") -> str:
    return block(f'PARTY {name} "Ferndale Clinic"', f"Role: {role}", f"Kind: {kind}")


def payment(*lines: str, mechanism: str = "low volume activity") -> str:
    return block("PAYMENT", f"Mechanism: {mechanism}", *lines)


@pytest.mark.parametrize(
    ("mechanism", "parties", "lines", "outsider"),
    [
        ("aligned payment and incentive", [TRUST], [], False),
        ("aligned payment and incentive", [other()], [], True),
        ("low volume activity", [other("LLP", "lead provider")], [], True),
        ("low volume activity", [other("foundation trust")], [], False),
        ("activity-based", [other()], [], False),
        ("local agreement", [other()], [], False),
        ("low volume activity", [TRUST, other()], [], False),
        ("low volume activity", [TRUST, other()], ["Payee: Clinic"], True),
        ("low volume activity", [TRUST, other()], ["Provider: Acute, Clinic"], True),
        ("low volume activity", [TRUST, other()], ["Provider: Acute"], False),
        ("low volume activity", [TRUST, other()], ["Payer: Acute", "Payee: Clinic"], False),
        ("low volume activity", [other(), other("charity", name="Hospice")], [], True),
        ("low volume activity", [TRUST, other(role="sub-contractor")], [], False),
        ("low volume activity", [ICB], [], False),
        ("low volume activity", [], [], False),
    ],
)
def test_some_mechanisms_are_for_trusts(
    mechanism: str, parties: list[str], lines: list[str], outsider: bool
) -> None:
    found = fact("payment_mechanism", *parties, payment(*lines, mechanism=mechanism))
    assert found.values["outsider"] is outsider


def test_the_outsiders_are_named_with_what_they_are() -> None:
    found = fact("payment_mechanism", ICB, other(), other("charity", name="Hospice"), payment())
    assert found.shown["outsiders"] == "Clinic (independent) and Hospice (charity)"
    assert found.shown["scheme"] == "the NHS Payment Scheme 2025/26, the newest that was read"


@pytest.mark.parametrize(
    ("start", "outsider"), [("31 March 2023", False), ("1 April 2023", True), ("1 April 2026", True)]
)
def test_before_the_scheme_nothing_is_held_against_it(start: str, outsider: bool) -> None:
    found = fact("payment_mechanism", contract(start), other(), payment())
    assert found.values["outsider"] is outsider


def test_a_mechanism_that_is_not_named_or_not_read() -> None:
    council = block('PARTY Council "Ferndale Council"', "Role: commissioner", "Kind: local authority")
    assert "mechanism" not in fact("payment_mechanism", block("PAYMENT", "Frequency: monthly")).values
    assert facts("payment_mechanism", block("PAYMENT", "Mechanism: [ ]")) == []
    assert facts("payment_mechanism", block("PAYMENT", "How it works: local agreement")) == []
    paid = block("PAYMENT", "Frequency: monthly")
    assert fact("payment_mechanism", council, paid).values["council_pays"] is True
    assert fact("payment_mechanism", council, ICB, paid).values["council_pays"] is False
    assert fact("payment_mechanism", paid).values["council_pays"] is False


def test_what_cannot_be_told_is_shown_on_the_annual_value() -> None:
    paid = block("PAYMENT", "Annual value: £8,400,000 per annum")
    assert fact("payment_mechanism", paid).shown["unpriced"].startswith("For £8,400,000 a year nobody can")
    assert (
        fact("payment_mechanism", block("PAYMENT", "Payer: ICB")).shown["unpriced"].startswith("Nobody can")
    )


@pytest.mark.parametrize(
    ("line", "rates"),
    [
        ("Unit price: NHS Payment Scheme unit prices, no local adjustment", []),
        ("Unit price: 85% of NHS Payment Scheme unit prices", ["85"]),
        ("Unit price: 100% of unit price", ["100"]),
        ("Unit price: NHS Payment Scheme unit prices less 5%", ["95"]),
        ("Unit price: unit prices with a discount of 2.5%", ["97.5"]),
        ("Unit price: unit prices plus 3%", []),
        ("Unit price: unit prices, for activity up to 5% above plan", []),
        ("Variable rate: 70% of unit price", ["70"]),
    ],
)
def test_a_part_of_a_price_is_told_from_other_percentages(line: str, rates: list[str]) -> None:
    found = facts("unit_rate", payment(line, mechanism="activity-based"))
    assert [each.values["rate"] for each in found] == [int(Decimal(rate) * 10_000) for rate in rates]


@pytest.mark.parametrize(
    ("said", "adjusted"),
    [
        ("85% of unit price", False),
        ("85% of unit price, no local adjustment", False),
        ("85% of unit price, by a local adjustment", True),
        ("85% of unit price, a locally agreed adjustment", True),
        ("85% of unit price, under Schedule 3B", True),
        ("85% of unit price, under Schedule 6A", False),
    ],
)
def test_an_adjustment_excuses_a_rate(said: str, adjusted: bool) -> None:
    found = fact("unit_rate", payment(f"Unit price: {said}", mechanism="activity-based"))
    assert found.values["adjusted"] is adjusted


@pytest.mark.parametrize(
    ("said", "elective"),
    [
        ("50% of unit price, elective activity", True),
        ("50% of unit price, Elective surgery", True),
        ("50% of unit price, non-elective activity", False),
        ("50% of unit price, non elective activity", False),
        ("50% of unit price", False),
    ],
)
def test_elective_care_is_told_from_the_rest(said: str, elective: bool) -> None:
    assert fact("unit_rate", payment(f"Variable rate: {said}")).values["elective"] is elective


def test_a_rate_is_worked_out_on_a_million() -> None:
    found = fact("unit_rate", payment("Variable rate: 85% of unit price"))
    assert found.shown["example"] == "Activity priced at £1,000,000 is paid £850,000, £150,000 less"
    assert fact("unit_rate", payment("Variable rate: 110% of unit price")).values["outside"] is True


@pytest.mark.parametrize(
    ("start", "value", "above"),
    [
        ("1 April 2025", "£1,500,000 per annum", False),
        ("1 April 2025", "£1,500,000.01 per annum", True),
        ("31 March 2025", "£500,000 per annum", False),
        ("31 March 2025", "£500,000.01 per annum", True),
        ("31 March 2025", "£500,000.01 over the Contract Term", False),
        ("1 April 2025", "£2,000,000 per annum, because NHS England sets it so", False),
    ],
)
def test_a_low_volume_payment_has_a_limit_for_its_day(start: str, value: str, above: bool) -> None:
    found = fact(
        "low_volume", contract(start, "31 March 2030"), ICB, TRUST, payment(f"Annual value: {value}")
    )
    assert found.values["above"] is above


def test_the_limit_is_for_one_commissioner() -> None:
    paid = payment("Annual value: £2,000,000 per annum")
    assert fact("low_volume", ICB, TRUST, paid).shown["over"] == "£500,000"
    assert fact("low_volume", ICB, SECOND, TRUST, paid).values["above"] is False


POOL = 'RISK SHARE R1 "Pool"'


@pytest.mark.parametrize(
    ("blocks", "extra"),
    [
        ([], False),
        ([block(POOL, "Shares: ICB 50%, Acute 50%")], True),
        ([block(POOL, "Gain shares: ICB 100%, Acute 0%", "Loss shares: ICB 99%, Acute 1%")], True),
        ([block(POOL, "Shares: ICB 100%, Acute 0%")], False),
        ([block("OUTCOME PAYMENT OP1", "Type: bonus")], True),
        ([block("OUTCOME PAYMENT OP1", "Type: bonus"), other()], False),
        ([block("OUTCOME PAYMENT OP1", "Type: bonus"), other(role="sub-contractor")], True),
    ],
)
def test_other_money_of_the_year_is_found(blocks: list[str], extra: bool) -> None:
    found = fact("low_volume", ICB, TRUST, *blocks, payment("Provider: Acute"))
    assert found.values["extra"] is extra


def test_a_payment_to_somebody_else_is_no_low_volume_payment() -> None:
    assert facts("low_volume", ICB, other(), payment("Annual value: £9,000,000 per annum")) == []


@pytest.mark.parametrize(("rate", "extra"), [("0% of unit price", False), ("100% of unit price", True)])
def test_a_price_for_more_activity_is_other_money(rate: str, extra: bool) -> None:
    assert fact("low_volume", payment(f"Variable rate: {rate}")).values["extra"] is extra
