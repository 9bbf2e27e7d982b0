"""Years of payment, invoices, places of prices, and CQUIN."""

from __future__ import annotations

import pytest
from finance_facts import block, contract, fact, facts

FIXED = block("PAYMENT", "Mechanism: local agreement", "Annual value: £8,400,000 per annum")
ICB = block('PARTY ICB "NHS Ferndale Integrated Care Board"', "Role: commissioner")
COUNCIL = block('PARTY Council "Ferndale Council"', "Role: commissioner")


def profiled(start: str, expiry: str, *blocks: str) -> list[bool]:
    found = facts("part_year", contract(start, expiry), *(blocks or (FIXED,)))
    return [bool(each.values["profiled"]) for each in found]


@pytest.mark.parametrize(
    ("start", "expiry", "number"),
    [
        ("1 April 2026", "31 March 2029", 0),
        ("1 October 2026", "30 September 2029", 0),
        ("1 October 2026", "29 September 2029", 1),
        ("1 October 2026", "1 October 2029", 1),
        ("1 October 2026", "31 March 2029", 1),
        ("2 April 2026", "31 March 2029", 1),
    ],
)
def test_a_term_of_whole_years_has_no_part(start: str, expiry: str, number: int) -> None:
    assert len(profiled(start, expiry)) == number


@pytest.mark.parametrize(
    ("more", "settled"),
    [
        ("", False),
        ("PAYMENT\n  First and final year: by the profile in Schedule 3E\n", True),
        ("PAYMENT\n  Frequency: monthly, pro rata for part years\n", True),
        ('CLAUSE 6.1 "Payment"\n  The first payment is made on 15 October 2026.\n', True),
        ('CLAUSE 6.1 "Payment"\n  Payments are made monthly.\n', False),
        ("BUDGET B1\n  Amount:\n    - 2026/27: £4,000,000\n    - 2027/28: £8,400,000\n", True),
        ('CLAUSE 6.1 "Payment"\n  Payments are made monthly.\nLINKS\n  How it works: Schedule 3\n', True),
    ],
)
def test_a_profile_settles_a_part_year(more: str, settled: bool) -> None:
    assert profiled("1 October 2026", "31 March 2029", FIXED, more) == [settled]


def test_a_draft_that_defines_its_year_has_settled_it() -> None:
    own = 'DEFINE "Contract Year": twelve months from the Service Commencement Date\n'
    assert profiled("1 October 2026", "31 March 2029", own, FIXED) == []


def test_a_part_year_is_priced_by_the_day() -> None:
    found = fact("part_year", contract("1 October 2026", "31 March 2029"), FIXED)
    assert found.shown["parts"] == "1 October 2026 to 31 March 2027 (182 of 365 days)"
    assert found.shown["price"].startswith(
        "For the 182 days to 31 March 2027 that is £4,188,493.15 by the day"
    )


@pytest.mark.parametrize(
    ("blocks", "divided"),
    [
        ([], False),
        (["BUDGET B1\n  Contributions: ICB £6,300,000, Council £2,100,000\n"], True),
        (["BUDGET B1\n  Contributions: ICB £6,300,000\n"], False),
        (['CLAUSE 6 "Sums"\n  Each commissioner pays its part of the EACV.\n'], True),
        (['INCLUDE "more.clause"\n'], True),
    ],
)
def test_what_several_pay_is_divided(blocks: list[str], divided: bool) -> None:
    found = fact("yearly_value", *blocks, ICB, COUNCIL, FIXED)
    assert found.values["divided"] is divided
    assert found.shown["each"].endswith("£4,200,000, one of 2 equal parts")


def test_one_payer_has_nothing_to_divide() -> None:
    assert facts("yearly_value", ICB, FIXED) == []
    assert facts("yearly_value", ICB, COUNCIL, FIXED + "  Payer: ICB\n") == []


@pytest.mark.parametrize(
    ("terms", "days"),
    [
        ("30 days from a valid invoice", [30]),
        ("within 60 calendar days of a valid invoice", [60]),
        ("under SC36", []),
        ("within 2 months of a valid invoice", [60]),
    ],
)
def test_the_time_to_pay_is_in_days(terms: str, days: list[int]) -> None:
    found = facts("provider_payment", ICB, FIXED + f"  Terms: {terms}\n")
    assert [each.values["days"] for each in found] == days


def test_what_a_provider_lends_is_shown() -> None:
    found = fact("provider_payment", ICB, FIXED + "  Terms: 60 days from a valid invoice\n")
    assert found.shown["meanwhile"] == (
        "The provider pays its staff for 60 days before it is paid, £1,380,821.91 of £8,400,000 a year"
    )


def test_a_provider_that_pays_another_is_left_to_its_sub_contract() -> None:
    acute = block('PARTY Acute "Ferndale Hospitals"', "Role: provider")
    paid = FIXED + "  Payer: Acute\n  Terms: 60 days from a valid invoice\n"
    assert facts("provider_payment", acute, paid) == []


@pytest.mark.parametrize(
    ("said", "withheld"),
    [
        ("the whole invoice is withheld until the dispute is settled", True),
        ("the payer may withhold the entire sum", True),
        ("no payment is made until the dispute is settled", True),
        ("the undisputed part is paid when due", False),
        ("the whole of the undisputed part is paid, the disputed part is withheld", False),
        ("only the disputed part is withheld", False),
        ("settled under GC14", False),
    ],
)
def test_a_whole_invoice_held_back(said: str, withheld: bool) -> None:
    assert fact("disputed_sum", FIXED + f"  Disputed sums: {said}\n").values["withheld"] is withheld


@pytest.mark.parametrize(
    ("said", "limits"),
    [
        ("No payment is made for activity above the plan.", 1),
        ("Activity in excess of plan is not paid.", 1),
        ("Payments are capped at £4,000,000.", 1),
        ("There is no cap on payments.", 0),
        ("Activity above plan is managed under SC29 and is not paid until then.", 0),
        ("Activity above plan is paid at unit prices.", 0),
        ("Payments are made monthly.", 0),
    ],
)
def test_a_limit_on_what_activity_is_paid(said: str, limits: int) -> None:
    by_activity = block("PAYMENT", "Mechanism: activity-based")
    assert len(facts("payment_limit", by_activity, f'CLAUSE 6 "Limit"\n  {said}\n')) == limits


FORM = 'CONTRACT "Ferndale"\n  Form: NHS Standard Contract 2026/27, full-length\n'


@pytest.mark.parametrize(
    ("blocks", "number"),
    [
        (["PAYMENT\n  Terms: at the price in Schedule 2G\n"], 1),
        (["PAYMENT\n  First and final year: Schedule 2G\n"], 1),
        (["PAYMENT\n  Terms: under SC36 and Schedule 2G\n"], 0),
        (["PAYMENT\n  Terms: at the price in Schedule 3C, with Schedule 2G\n"], 0),
        (["PAYMENT\n  Terms: at the price in Schedule 2A\n"], 0),
        (['CLAUSE 6 "Price"\n  Schedule 2G sets no price.\n'], 0),
        (['CLAUSE 6 "Price"\n  Schedule 2G adjusts the price each year.\n'], 1),
        (['CLAUSE 6 "Board"\n  Schedule 2G sets up the board.\n'], 0),
    ],
)
def test_a_price_among_the_local_agreements(blocks: list[str], number: int) -> None:
    assert len(facts("misplaced_price", FORM, *blocks)) == number
    assert facts("misplaced_price", *blocks) == []


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("CQUIN pays 1.25% of value.", 1),
        ("The CQUIN scheme applies.", 1),
        ("CQUIN does not apply.", 0),
        ("The local scheme pays 1.25% in place of CQUIN.", 0),
        ("If CQUIN is restored, it pays 1.25%.", 0),
        ("Notices about CQUIN indicators go to the ICB.", 1),
        ("CQUIN was once discussed.", 0),
    ],
)
def test_money_on_cquin(said: str, number: int) -> None:
    assert len(facts("cquin_payment", FORM, f'CLAUSE 6 "Incentive"\n  {said}\n')) == number


@pytest.mark.parametrize(("start", "year"), [("31 March 2024", 2023), ("1 April 2024", 2024)])
def test_the_year_of_cquin_is_that_of_the_services(start: str, year: int) -> None:
    found = fact(
        "cquin_payment",
        FORM + f"  Service Commencement Date: {start}\n",
        'OUTCOME PAYMENT OP1 "Incentive"\n  Paid: CQUIN at 1.25%\n',
    )
    assert found.values["first_year"] == year
    assert found.shown["year"] == f"{year}/{year - 1999}"
