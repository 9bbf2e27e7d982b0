"""A sole bid and its test, and the terms that services are bought on."""

from __future__ import annotations

import pytest
from finance_facts import block, fact, facts

BUYER = block('PARTY ICB "NHS Ferndale Integrated Care Board"', "Role: commissioner", "Kind: ICB")
SELLER = block('PARTY Acute "Ferndale Hospitals"', "Role: provider")


def award(*lines: str) -> str:
    return block("PROCUREMENT PR1", *lines)


@pytest.mark.parametrize(
    ("line", "sole"),
    [
        ("Bids received: 0", False),
        ("Bids received: 1", True),
        ("Bids received: 2", False),
        ("Bids received: TBC", False),
        ("Bidders: 1", True),
        ("Expressions of interest: nine, and only one bid", True),
        ("Records: the sole bidder was interviewed", True),
        ("Records: one bid evaluation report", True),
        ("Offered to: a single provider", False),
    ],
)
def test_a_sole_bid(line: str, sole: bool) -> None:
    assert bool(facts("sole_bid", award(line))) is sole


def test_the_number_goes_before_the_words() -> None:
    assert not facts("sole_bid", award("Bids received: 3", "Records: one bid was late"))


@pytest.mark.parametrize(
    ("lines", "more", "tested"),
    [
        (("Bids received: 1",), "", False),
        (("Bids received: 1, viability reviewed by the auditors",), "", True),
        (("Bids received: 1, viability not yet tested",), "", False),
        (("Bids received: 1, without viability review",), "", False),
        (("Bids received: 1", "Records: price benchmarked against three contracts"), "", True),
        (("Bids received: 1",), block("ASSURANCE", "Advice: due diligence of 9 January 2026"), True),
        (("Bids received: 1",), block('CLAUSE 1 "A"', "The bid was independently assessed."), True),
        (("Bids received: 1",), block("SERVICES S1", "In scope: viability scans"), False),
        (("Bids received: 1",), "A line that cannot be read\n", True),
    ],
)
def test_whether_it_was_tested(lines: tuple[str, ...], more: str, tested: bool) -> None:
    assert fact("sole_bid", award(*lines), more).values["tested"] is tested


@pytest.mark.parametrize(
    ("line", "said"), [("Proposed value: £94m", "The price of £94,000,000 was"), ("", "The price was")]
)
def test_the_price_that_stood_alone_is_shown(line: str, said: str) -> None:
    assert (
        fact("sole_bid", award("Bids received: 1", *([line] if line else []))).shown["price"].startswith(said)
    )


@pytest.mark.parametrize(
    ("lines", "more", "named"),
    [
        ((), "", False),
        (("Precedence: NHS Standard Contract, then this Agreement",), "", True),
        ((), block("LINKS", "Service specification: Schedule 2A"), True),
        ((), block('PARTY B "B"', "Role: provider", "Services contract: with ICB"), True),
        ((), block('CLAUSE 1 "A"', "The NHS Standard Contract applies."), True),
        ((), "A line that cannot be read\n", True),
    ],
)
def test_where_the_terms_of_services_may_be_named(lines: tuple[str, ...], more: str, named: bool) -> None:
    text = block('CONTRACT "A"', *lines)
    assert fact("service_terms", text, BUYER, SELLER, more).values["named"] is named


@pytest.mark.parametrize(
    "blocks",
    [
        (block('CONTRACT "A"', "Form: bespoke contract"), BUYER, SELLER),
        (block('CONTRACT "A"', "Form: TBC"), BUYER, SELLER),
        (block('CONTRACT "A"'), BUYER.replace("ICB", "local authority"), SELLER),
        (block('CONTRACT "A"'), BUYER),
        (BUYER, SELLER),
    ],
)
def test_it_is_asked_where_an_nhs_body_buys_and_no_form_is_stated(blocks: tuple[str, ...]) -> None:
    assert not facts("service_terms", *blocks)
