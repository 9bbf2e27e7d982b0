"""Losses in all pools together, what is left above the caps, income at risk, and small bodies."""

from __future__ import annotations

import pytest
from finance_facts import block, fact, facts, pool

ICB = block('PARTY ICB "NHS Ferndale ICB"', "Role: commissioner", "Risk capacity: £300,000")
LOSS = "Loss shares: ICB 60%, Acute 40%"


def acute(*lines: str) -> str:
    return block('PARTY Acute "Ferndale Hospitals"', "Role: provider", *lines)


def capped(amount: str, name: str = "R1") -> str:
    return pool(LOSS, f"Cap: {amount} for Acute").replace("R1", name)


@pytest.mark.parametrize(
    ("second", "beyond"),
    [("£50,000", False), ("£50,000.01", True), ("£150,000", True), ("£150,000.01", False)],
)
def test_all_pools_together_are_set_beside_a_capacity_of_150000(second: str, beyond: bool) -> None:
    parties = acute("Risk capacity: £150,000")
    found = fact("party_exposure", parties, capped("£100,000"), capped(second, "R2"))
    assert (found.values["pools"], found.values["beyond_together"]) == (2, beyond)


def test_one_pool_is_never_beyond_together() -> None:
    found = fact("party_exposure", acute("Risk capacity: £150,000"), capped("£200,000"))
    assert found.values["beyond_together"] is False


def test_what_is_not_limited_is_left_out_of_the_sum() -> None:
    found = fact(
        "party_exposure", acute("Risk capacity: £150,000"), capped("£200,000"), pool(LOSS).replace("R1", "R2")
    )
    assert (found.values["pools"], found.shown["sum"]) == (1, "£200,000")
    assert not facts("party_exposure", acute(), pool(LOSS))


def test_the_sum_is_shown_and_set_beside_turnover() -> None:
    found = fact("party_exposure", acute("Turnover: £5,000,000"), capped("£100,000"), capped("£50,001", "R2"))
    assert found.shown["sum"] == "£100,000 + £50,001 = £150,001"
    assert (found.values["of_turnover"], found.shown["of_turnover"]) == (30_001, "3%")
    assert "of_turnover" not in fact("party_exposure", acute("Turnover: £0"), capped("£100,000")).values


@pytest.mark.parametrize(
    ("lines", "more", "lacking"),
    [
        (["Kind: independent"], "", True),
        (["Kind: charity"], "", True),
        (["Kind: foundation trust"], "", False),
        (["Kind: LLP"], "", False),
        ([], "", False),
        (["Kind: independent"], block("GUARANTEE GU1", "For: Acute", "Amount: £1"), False),
        (["Kind: independent", "Guarantor: ICB"], "", False),
    ],
)
def test_security_lacks_where_a_private_provider_stands_alone(
    lines: list[str], more: str, lacking: bool
) -> None:
    found = fact("party_exposure", acute(*lines), capped("£100,000"), more)
    assert found.values["security_lacking"] is lacking


CAPS = ("Cap:", "- losses: £150,000 for ICB", "- losses: £100,000 for Acute")
BANDS = ("Bands:", "- 0% to 1% of Budget: no sharing", "- 1% to 4% of Budget: shared in the Loss shares")


@pytest.mark.parametrize(
    ("lines", "amount", "own", "at"),
    [
        ([LOSS, *CAPS], 25_000_000, 15_000_000, "an overspend of 5% (£500,000)"),
        (
            [LOSS, *BANDS, "- above 4% of Budget: no sharing", *CAPS],
            5_000_000,
            15_000_000,
            "the most the pool divides, £300,000",
        ),
        ([LOSS, *CAPS, "- losses: £200,000"], 30_000_000, 12_000_000, "an overspend of 5% (£500,000)"),
        ([LOSS, *CAPS, "- losses: £600,000"], 35_000_000, 15_000_000, "the most the pool divides, £600,000"),
        (
            [LOSS, *BANDS, "- above 4% of Budget: no sharing", "Cap: £200,000"],
            10_000_000,
            12_000_000,
            "the most the bands divide, £300,000",
        ),
        (
            [LOSS, *BANDS, "- above 4% of Budget: Acute 100%", *CAPS],
            15_000_000,
            15_000_000,
            "an overspend of 5% (£500,000)",
        ),
        (
            [LOSS, "Threshold: 2% of Budget, excess only", *CAPS],
            5_000_000,
            15_000_000,
            "an overspend of 5% (£500,000)",
        ),
    ],
)
def test_the_rest_falls_to_the_one_that_is_named(lines: list[str], amount: int, own: int, at: str) -> None:
    found = fact("residual", ICB, acute(), pool(*lines, "Residual: ICB"))
    assert (found.values["amount"], found.values["own"], found.shown["at"]) == (amount, own, at)


@pytest.mark.parametrize(("capacity", "beyond"), [("£400,000", False), ("£399,999.99", True)])
def test_the_rest_and_its_own_part_are_set_beside_a_capacity(capacity: str, beyond: bool) -> None:
    icb = ICB.replace("£300,000", capacity)
    found = fact("residual", icb, acute(), pool(LOSS, *CAPS, "Residual: ICB"))
    assert (found.values["beyond_capacity"], found.shown["sum"]) == (beyond, "£150,000 + £250,000 = £400,000")


def test_its_own_part_alone_is_no_residual() -> None:
    lines = (LOSS, "Cap:", "- losses: £400,000 for ICB", "- losses: £400,000 for Acute", "Residual: ICB")
    assert (
        fact("residual", ICB.replace("£300,000", "£1"), acute(), pool(*lines)).values["beyond_capacity"]
        is False
    )


@pytest.mark.parametrize(
    "lines",
    [
        [LOSS, *CAPS],
        [LOSS, *CAPS, "Residual: ICB and Acute"],
        [LOSS, *CAPS, "Residual: the commissioner"],
        [LOSS, "Cap: [ ]", "Residual: ICB"],
        [LOSS, "Sides: gain only", *CAPS, "Residual: ICB"],
        [LOSS, *BANDS, "- above 4% of Budget: as agreed", *CAPS, "Residual: ICB"],
        ["Loss shares: ICB [ ]%, Acute 40%", *CAPS, "Residual: ICB"],
    ],
)
def test_no_residual_where_nobody_or_no_sum_is_certain(lines: list[str]) -> None:
    assert not facts("residual", ICB, acute(), pool(*lines))


def outcomes(*lines: str, budget: str = "£10,000,000") -> str:
    return block("OUTCOME PAYMENT OP1", f"Budget: {budget}", *lines)


YEARS = ("Share of budget:", "- 2026/27: 20%", "- 2027/28: 15%")
LEAD = acute("Turnover: £10,000,000")


@pytest.mark.parametrize(
    ("blocks", "year", "total"),
    [
        ([outcomes("Share of budget: 25%")], "In each Contract Year", 250_000_000),
        ([outcomes(*YEARS)], "In 2026/27", 200_000_000),
        ([outcomes("Share of budget: 25%", "Cap: 12% of Budget")], "In each Contract Year", 120_000_000),
        ([outcomes("Share of budget: 25%", "Cap: £3,000,000")], "In each Contract Year", 250_000_000),
        ([outcomes(*YEARS), capped("£600,000")], "In 2026/27", 260_000_000),
        (
            [outcomes(*YEARS), capped("£600,000") + "  Shadow years: 2026/27\n"],
            "In 2027/28",
            210_000_000,
        ),
        (
            [outcomes(*YEARS), outcomes("Share of budget: 1%").replace("OP1", "OP2")],
            "In 2026/27",
            210_000_000,
        ),
        (
            [
                outcomes(*YEARS, budget="B1"),
                block("BUDGET B1", "Amount:", "- 2026/27: £10,000,000", "- 2027/28: £20,000,000"),
            ],
            "In 2027/28",
            300_000_000,
        ),
    ],
)
def test_the_dearest_year_of_the_one_provider(blocks: list[str], year: str, total: int) -> None:
    found = fact("income_at_risk", LEAD, *blocks)
    assert (found.shown["year"], found.values["total"]) == (year, total)
    assert found.values["of_turnover"] == total // 1000


def test_a_sum_at_risk_names_its_parts() -> None:
    found = fact("income_at_risk", LEAD, outcomes("Share of budget: 10%"), capped("£600,000"))
    assert found.shown["sum"] == "£1,000,000 on outcomes and £600,000 of losses, £1,600,000 in all"


@pytest.mark.parametrize(
    "blocks",
    [
        [LEAD],
        [LEAD, outcomes("Type: bonus", "Share of budget: 30%")],
        [acute(), outcomes("Share of budget: 30%")],
        [acute("Turnover: £0"), outcomes("Share of budget: 30%")],
        [LEAD, block('PARTY Other "Other"', "Role: provider"), outcomes("Share of budget: 30%")],
        [LEAD, outcomes("Share of budget: [ ]%")],
    ],
)
def test_income_is_at_risk_only_where_whose_it_is_can_be_said(blocks: list[str]) -> None:
    assert not facts("income_at_risk", *blocks)


COMMUNITY = block('PARTY Community "Home Care"', "Role: provider", "Turnover: £4,000,000")
SHARED = block("OUTCOME O1", "Owner: Acute, Community", "Attribution: Acute 75%, Community 25%")
WEIGHED = outcomes("Share of budget: 20%", "Weights: O1 40%, O2 50%, O3 10%")


def test_with_several_providers_each_loses_on_what_it_alone_answers_for() -> None:
    own = block("OUTCOME O2", "Owner: Community"), block("OUTCOME O3", "Owner: Acute, Community")
    found = facts("income_at_risk", LEAD, COMMUNITY, SHARED, *own, WEIGHED, capped("£600,000"))
    # Of £2,000,000: 75% of 40% for Acute; 25% of 40% and 50% for Community; the joint 10% for neither.
    assert [(each.shown["name"], each.values["outcomes"], each.values["losses"]) for each in found] == [
        (found[0].shown["name"], 60_000_000, 60_000_000),
        ("Home Care", 120_000_000, 0),
    ]


def test_where_one_provider_leads_nobody_can_say_whose_the_money_is() -> None:
    lead = block('PARTY Lead "Ferndale Care"', "Role: lead provider", "Turnover: £10,000,000")
    assert not facts("income_at_risk", lead, COMMUNITY, SHARED, WEIGHED)


def test_losses_are_those_of_the_year_that_is_named() -> None:
    found = fact(
        "income_at_risk",
        LEAD,
        block("BUDGET B1", "Amount:", "- 2026/27: £20,000,000", "- 2027/28: £10,000,000"),
        outcomes("Share of budget:", "- 2026/27: 0%", "- 2027/28: 30%", budget="B1"),
        capped("10% of Budget").replace("£10,000,000 per Contract Year", "B1"),
    )
    assert (found.shown["year"], found.values["outcomes"]) == ("In 2027/28", 300_000_000)
    assert found.values["losses"] == 100_000_000


def test_a_sub_contractor_does_not_share_the_payment() -> None:
    other = block('PARTY Other "Other"', "Role: sub-contractor")
    assert (
        fact("income_at_risk", LEAD, other, outcomes("Share of budget: 30%")).values["total"] == 300_000_000
    )


CHARITY = block(
    'PARTY Charity "Ferndale Friends"', "Role: sub-contractor", "Kind: charity", "Reserves: £180,000"
)


def passed_on(*lines: str, share: str = "5%") -> str:
    return block("SUBCONTRACT SUB1", "Between: Acute, Charity", f"Loss share: {share}", *lines)


@pytest.mark.parametrize(
    ("above", "share", "unlimited"),
    [
        (pool(LOSS), "5%", True),
        (pool(LOSS), "5%, at most £20,000 a year", False),
        (pool(LOSS), "5%, capped at £20,000", False),
        (capped("£100,000"), "5%", False),
        ("", "5%", False),
    ],
)
def test_a_loss_is_passed_on_without_limit_where_it_has_none_above(
    above: str, share: str, unlimited: bool
) -> None:
    found = fact("small_party_loss", acute(), CHARITY, above, passed_on(share=share))
    assert (found.values["by_subcontract"], found.values["unlimited"]) == (True, unlimited)


@pytest.mark.parametrize(
    ("above", "cost"),
    [
        (pool(LOSS), "At an overspend of 5% (£500,000) Acute would owe £200,000, and Charity £10,000 of it"),
        (capped("£100,000"), "Of the £100,000 that Acute can lose Charity would pay £5,000"),
        ("", "Charity pays 5% of whatever Acute loses"),
    ],
)
def test_a_loss_passed_on_is_priced(above: str, cost: str) -> None:
    found = fact("small_party_loss", acute(), CHARITY, above, passed_on())
    assert (found.shown["cost"], found.shown["draws_on"]) == (cost, "Charity has reserves of £180,000")


@pytest.mark.parametrize(
    ("above", "said"),
    [
        (pool(LOSS), "Charity pays its staff until then, and any loss, out of the same £180,000 of reserves"),
        (
            capped("£100,000"),
            "Of the £100,000 that Acute can lose Charity would pay £5,000. Charity has reserves of £180,000",
        ),
    ],
)
def test_who_waits_for_its_money_has_one_purse(above: str, said: str) -> None:
    """What a loss without limit comes to is said by the rule on it."""
    found = fact("small_party_loss", acute(), CHARITY, above, passed_on())
    assert found.shown["meanwhile"] == said


def test_no_small_party_no_loss() -> None:
    assert not facts("small_party_loss", acute(), CHARITY, passed_on(share="0%"))
    assert not facts("small_party_loss", acute(), CHARITY.replace("charity", "independent"), passed_on())
    assert not facts("small_party_loss", acute(), CHARITY.replace("charity", "foundation trust"), pool(LOSS))


@pytest.mark.parametrize(
    ("words", "unlimited"),
    [
        ("uncapped, accepted by the board of Acute", True),
        ("uncapped, accepted by the boards of Acute and Charity", False),
        ("uncapped, accepted by all boards", False),
        ("uncapped, accepted by Ferndale Friends", False),
        ("no member loses more than its Risk capacity", False),
    ],
)
def test_another_boards_acceptance_is_no_limit(words: str, unlimited: bool) -> None:
    shares = "Loss shares: ICB 50%, Acute 48%, Charity 2%"
    found = fact("small_party_loss", acute(), CHARITY, pool(shares, f"Member limits: {words}"))
    assert found.values["unlimited"] is unlimited


@pytest.mark.parametrize(
    ("lines", "after"),
    [
        (["Payment: within 30 days of a valid invoice"], True),
        (["Payment: monthly in advance"], False),
        (["Payment: in equal monthly instalments"], False),
        (["Payment: within 30 days of a valid invoice, and not in advance"], True),
        (["Payment: within 30 days", "Upfront payment: 25% on 1 April"], False),
        (["Payment: within 30 days", "Upfront payment: none"], True),
        ([], False),
    ],
)
def test_a_small_party_is_paid_after_its_work_where_the_draft_says_so(lines: list[str], after: bool) -> None:
    assert fact("small_party_loss", acute(), CHARITY, passed_on(*lines)).values["paid_after"] is after


def test_a_services_contract_of_its_own_pays_it() -> None:
    own = CHARITY + "  Services contract: NHS Standard Contract with ICB\n"
    found = fact("small_party_loss", acute(), own, passed_on("Payment: within 30 days of a valid invoice"))
    assert found.values["paid_after"] is False


def test_a_payment_block_that_names_it_says_how_it_is_paid() -> None:
    paid = block("PAYMENT", "Provider: Charity", "Frequency: quarterly in arrears")
    assert fact("small_party_loss", acute(), CHARITY, passed_on(), paid).values["paid_after"] is True
    other = paid.replace("Charity", "Acute")
    assert fact("small_party_loss", acute(), CHARITY, passed_on(), other).values["paid_after"] is False


@pytest.mark.parametrize(
    ("capacity", "share", "exceeds"),
    [
        ("£5,000", "5%", False),
        ("£4,999.99", "5%", True),
        ("£1", "5%, at most £1 a year", None),
        ("£1", "[ ]%", None),
    ],
)
def test_what_is_passed_on_is_set_beside_its_takers_capacity(
    capacity: str, share: str, exceeds: bool | None
) -> None:
    able = CHARITY + f"  Risk capacity: {capacity}\n"
    found = facts("passed_loss", acute(), able, capped("£100,000"), passed_on(share=share))
    assert [each.values["exceeds_capacity"] for each in found] == ([] if exceeds is None else [exceeds])


def test_nothing_is_passed_on_where_the_party_above_has_no_known_loss() -> None:
    able = CHARITY + "  Risk capacity: £1\n"
    assert not facts("passed_loss", acute(), able, pool(LOSS), passed_on())
    assert not facts("passed_loss", acute(), able, passed_on())
    two = facts("passed_loss", acute(), able, capped("£100,000"), capped("£50,000", "R2"), passed_on())
    assert [each.shown["sum"] for each in two] == ["5% of the £150,000 that Acute can lose"]


FALLING = block("BUDGET B1", "Amount:", "- Year 1: £40,000,000", "- Year 2: £20,000,000")
RISING = block("BUDGET B2", "Amount:", "- Year 1: £20,000,000", "- Year 2: £41,000,000")


def of_budget(budget: str, name: str, *lines: str) -> str:
    return pool(LOSS, "Cap: 1% of Budget for Acute", *lines, budget=budget).replace("R1", name)


def test_pools_are_added_up_within_one_year() -> None:
    pools = (of_budget("B1", "R1"), of_budget("B2", "R2"))
    found = fact("party_exposure", acute("Risk capacity: £610,000"), FALLING, RISING, *pools)
    assert (found.shown["sum"], found.shown["when"]) == ("£200,000 + £410,000 = £610,000", "in Year 2")
    assert found.values["beyond_together"] is False


def test_a_pool_adds_nothing_in_its_shadow_year() -> None:
    pools = (of_budget("B1", "R1"), of_budget("B2", "R2", "Shadow years: Year 2"))
    found = fact("party_exposure", acute(), FALLING, RISING, *pools)
    assert (found.shown["sum"], found.shown["when"]) == ("£400,000 + £200,000 = £600,000", "in Year 1")


def test_what_is_the_same_in_every_year_names_none() -> None:
    found = fact(
        "party_exposure", acute(), FALLING, of_budget("B1", "R1", "Shadow years: Year 1"), capped("£7", "R2")
    )
    assert (found.shown["sum"], found.shown["when"]) == ("£200,000 + £7 = £200,007", "a Contract Year")
    assert fact("party_exposure", acute(), capped("£7")).shown["when"] == "a Contract Year"
