"""What gaps outside a pool could cost: bodies, holes, measures, budgets and what is not agreed."""

from __future__ import annotations

import pytest
from finance_facts import PARTIES, block, contract, fact, facts, pool

from clausecheck.checker import Checker

LLP = block('PARTY Lead "Ferndale Partnership LLP"', "Role: lead provider", "Kind: LLP")


@pytest.mark.parametrize(
    ("reserves", "backing"),
    [
        ("£499,999", "and beyond its reserves of £499,999 there is nobody to claim the other £1 on"),
        ("£500,000", "and beyond its reserves of £500,000 there is nobody to claim on"),
        ("TBC", "and beyond its own reserves there is nobody to claim on"),
    ],
)
def test_what_stands_behind_a_body_is_set_beside_a_bad_year(reserves: str, backing: str) -> None:
    party = LLP.rstrip() + f"\n  Reserves: {reserves}\n"
    found = fact("party_money", party, block("BUDGET B1", "Amount: £10,000,000 per Contract Year"))
    assert found.shown["backing"] == (
        f"Its owners can let it fail: an overspend of 5% of £10,000,000 is £500,000, {backing}"
    )


@pytest.mark.parametrize(
    ("blocks", "overspend"),
    [
        ((), "£1,000,000"),
        (("Price: £20m per Contract Year",), "5% of £20,000,000 (£1,000,000)"),
        (("Price: £20m over the Contract Term",), "£1,000,000"),
        (("Price: £0 per Contract Year",), "£1,000,000"),
    ],
)
def test_the_money_of_a_contract_is_what_it_pays_a_year(blocks: tuple[str, ...], overspend: str) -> None:
    found = fact("contract_money", block('CONTRACT "Ferndale"', *blocks))
    assert found.shown["overspend"] == (
        f"An overspend of {overspend} stays with whichever party it happens to fall on"
    )


def test_two_budgets_are_not_one_contracts_money() -> None:
    one, two = (block(f"BUDGET {name}", "Amount: £10m") for name in ("B1", "B2"))
    assert "5% of £10,000,000" in fact("contract_money", one).shown["overspend"]
    assert "£1,000,000" in fact("contract_money", one, two).shown["overspend"]
    assert "5% of £10,000,000" in fact("contract_money", pool()).shown["overspend"]


def test_vat_is_worked_on_a_hundredth_of_the_contracts_money() -> None:
    found = fact("party_money", LLP, block("BUDGET B1", "Amount: £10,000,000"))
    assert found.shown["vat"] == (
        "VAT at the standard rate of 20% on 1% of £10,000,000 (£100,000) of purchases is £20,000, and "
        "what of it cannot be recovered has no payer"
    )
    vat = fact("party_money", LLP).shown["vat"]
    assert "VAT at the standard rate of 20% on £1,000,000 of purchases is £200,000" in vat


OPEN = "Whatever is worked out from it, such as a share, a cap or a payment, cannot be worked out yet"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            pool("Shares: ICB 45%, Acute [ ]%, Community 15%"),
            "The other shares are 45 + 15 = 60, so 40% is left for it, "
            "£200,000 of a result of 5% of the Budget (£500,000)",
        ),
        (
            pool("Shares: ICB 45%, Acute [ ]%, Community [ ]%"),
            "Each 1% of it is £5,000 of a result of 5% of the Budget (£500,000)",
        ),
        (
            pool("Shares: ICB 100%, Acute [ ]%"),
            "Each 1% of it is £5,000 of a result of 5% of the Budget (£500,000)",
        ),
        (pool("Shares: ICB 45%, Acute [ ]%", budget=None), OPEN),
        (pool("Cap: £[ ] for Acute"), OPEN),
        (
            block("OUTCOME PAYMENT OP1", "Budget: £10,000,000", "Share of budget: [5]%"),
            "Each 1% of the Budget that it comes to is £100,000 a Contract Year",
        ),
        (block("BUDGET B1", "Amount: £[ ]"), OPEN),
    ],
)
def test_a_figure_still_to_come_is_priced_by_what_it_decides(text: str, said: str) -> None:
    assert facts("placeholder", text)[0].shown["price"] == said


def outcome(*lines: str) -> str:
    return block(
        'OUTCOME O1 "At home"',
        "Numerator: people at home",
        "Denominator: people",
        "Direction: higher is better",
        *lines,
    )


def payment(*lines: str, budget: str = "£10,000,000", weights: str = "O1 60%, O2 40%") -> str:
    return block("OUTCOME PAYMENT OP1", f"Budget: {budget}", f"Weights: {weights}", *lines)


@pytest.mark.parametrize(
    ("lines", "tail"),
    [
        ((payment("Share of budget: 5%"),), ", and up to £300,000 a Contract Year of OP1 hangs on it"),
        (
            (payment("Share of budget: 5%", budget="B9"),),
            ", and up to £30,000 of every £1,000,000 of the Budget hangs on it",
        ),
        ((payment("Share of budget: [ ]%"),), ", and £60,000 hangs on it for each 1% of the Budget in OP1"),
        ((payment("Share of budget: 5%", weights="O1 [ ]%"),), ", and money of OP1 hangs on it"),
        ((), ""),
    ],
)
def test_the_money_on_a_measure_ends_a_sentence(lines: tuple[str, ...], tail: str) -> None:
    found = fact("measure", outcome(), *lines)
    assert found.shown["tail"] == tail
    assert ("£" in found.shown["stake"]) is ("£" in tail)


YEARLY = ("Target:", "- 2026/27: at least 83%")


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (
            payment(
                "Share of budget:", "- 2026/27: 0%", "- 2027/28: 5%", "- 2028/29: 10%", weights="O1 100%"
            ),
            "£1,500,000 of OP1 hangs on O1 in 2027/28 (1 April 2027 to 31 March 2028) and 2028/29 "
            "(1 April 2028 to 31 March 2029), and nothing says what earns it",
        ),
        (
            payment("Share of budget: 5%", budget="B9"),
            "Money of OP1 hangs on O1, and nothing says what earns it in 2027/28 "
            "(1 April 2027 to 31 March 2028) and 2028/29 (1 April 2028 to 31 March 2029)",
        ),
        (
            "",
            "Nobody can say whether it is reached in 2027/28 (1 April 2027 to 31 March 2028) and 2028/29 "
            "(1 April 2028 to 31 March 2029)",
        ),
    ],
)
def test_years_without_a_target_are_priced_together_with_their_dates(more: str, said: str) -> None:
    assert fact("measure", contract(), outcome(*YEARLY), more).shown["years_stake"] == said


def test_contract_years_without_a_target_have_their_dates() -> None:
    found = fact(
        "measure", contract("1 July 2026", "30 June 2028"), outcome("Target:", "- Year 1: at least 83%")
    )
    assert found.shown["years_stake"] == (
        "Nobody can say whether it is reached in Year 2 (1 July 2027 to 30 June 2028)"
    )


@pytest.mark.parametrize(
    ("baseline", "late"),
    [
        ("81% in 2026/27", "It ends on 31 March 2027, 364 days after the services began on 1 April 2026"),
        ("81% on 2 April 2026", "It ends on 2 April 2026, 1 day after the services began on 1 April 2026"),
        ("81% on 1 April 2026", "It was taken on 1 April 2026, the day the services began"),
        ("81% on 31 March 2026", ""),
        ("81%", ""),
    ],
)
def test_a_late_baseline_is_counted_in_days(baseline: str, late: str) -> None:
    assert fact("measure", contract(), outcome(f"Baseline: {baseline}")).shown["late_by"] == late


def test_a_first_report_is_dated_where_the_contract_is() -> None:
    assert fact("measure", contract(), outcome()).shown["first_report"] == (
        "on 31 March 2027, 364 days after the services begin on 1 April 2026"
    )
    assert "up to 365 days" in fact("measure", outcome()).shown["first_report"]


@pytest.mark.parametrize(
    ("price_", "share"),
    [
        ("£139,069,500", "less than 0.1%"),
        ("£139,069,500.01", "0.1%"),
        ("£139,139,000", "0.1%"),
        ("£152,000,000", "9.4%"),
    ],
)
def test_a_small_gap_is_never_shown_as_nothing(price_: str, share: str) -> None:
    text = block("BUDGET B1", f"Price: {price_} a year", "Affordability envelope: £139,000,000 a year")
    assert fact("affordability", text).shown["percent"] == share


@pytest.mark.parametrize(
    ("lines", "cost"),
    [
        (
            ("Amount: £10m per Contract Year", "VAT: £1m a year is irrecoverable, not funded"),
            "£1,000,000 a Contract Year comes out of the money for care: "
            "£10,000,000 - £1,000,000 = £9,000,000 is left",
        ),
        (
            ("VAT: £1m a year is irrecoverable, not funded",),
            "£1,000,000 a Contract Year comes out of the money for care",
        ),
        (
            ("Amount: £10m", "VAT: irrecoverable, not funded"),
            "What cannot be recovered comes out of the £10,000,000 for care",
        ),
        (("VAT: irrecoverable, not funded",), "What cannot be recovered comes out of the money for care"),
    ],
)
def test_vat_that_nobody_funds_says_what_is_left(lines: tuple[str, ...], cost: str) -> None:
    assert fact("vat", block("BUDGET B1", *lines)).shown["cost"] == cost


@pytest.mark.parametrize(
    ("blocks", "moved"),
    [
        (
            (block("BUDGET B1", "Amount: £20m", "Agreed: no"),),
            "each 1% of £20,000,000 is £200,000 a Contract Year",
        ),
        (
            (block("SERVICES S1", "Agreed: no"), block("BUDGET B1", "Amount: £20m")),
            "each 1% of £20,000,000 is £200,000 a Contract Year",
        ),
        ((block("SERVICES S1", "Agreed: no"),), "each 1% of £1,000,000 is £10,000 a Contract Year"),
        (
            (block("SERVICES S1", "Agreed: no"), block("BUDGET B1", "Amount: £20m", "Agreed: yes")),
            "each 1% of £20,000,000 is £200,000 a Contract Year",
        ),
    ],
)
def test_what_is_not_agreed_is_priced_by_what_a_hundredth_comes_to(
    blocks: tuple[str, ...], moved: str
) -> None:
    assert fact("unagreed", *blocks).shown["price"] == moved


def test_a_scope_leaves_the_sum_to_a_budget_that_is_not_agreed_either() -> None:
    blocks = (block("SERVICES S1", "Agreed: no"), block("BUDGET B1", "Amount: £20m", "Agreed: no"))
    said = {found.values["what"]: found.shown["price"] for found in facts("unagreed", *blocks)}
    assert said == {
        "scope": "what is to pay for it is open too",
        "budget": "each 1% of £20,000,000 is £200,000 a Contract Year",
    }


@pytest.mark.parametrize(("gains", "labelled"), [("ICB 50%, Acute 50%", True), ("ICB 0%, Acute 100%", False)])
def test_a_share_of_gains_is_only_labelled_where_a_commissioner_has_one(gains: str, labelled: bool) -> None:
    found = fact("pool_loss", PARTIES, pool(f"Gain shares: {gains}", "Loss shares: Acute 100%"))
    assert ("gains" in found.spans) is labelled


def test_what_a_draft_does_not_state_is_not_labelled() -> None:
    text = block('CONTRACT "Ferndale"', "Assumed uplift: 20% by variation after signature")
    found = Checker(engine="reference").check_text(text, "example.clause").findings
    [finding] = [each for each in found if each.rule == "uplift-by-variation"]
    assert finding.labels == ()
    assert "£200,000" in finding.consequence
