"""Budgets: parts to the penny, prices against envelopes, and what a budget leaves open."""

from __future__ import annotations

import pytest
from finance_facts import block, fact, facts, pool

from clausecheck.facts.fact import State


def budget(*lines: str) -> str:
    return block("BUDGET B1", *lines)


@pytest.mark.parametrize(
    ("council", "agrees", "short"),
    [
        ("£39,000,000", True, ""),
        ("£38,999,999.99", False, "Nobody pays in £0.01 of the budget"),
        ("£39,000,000.01", False, "£0.01 is paid in above the budget"),
    ],
)
def test_contributions_agree_to_the_penny(council: str, agrees: bool, short: str) -> None:
    text = budget("Amount: £178,000,000 per Contract Year", f"Contributions: ICB £139m, Council {council}")
    found = fact("budget_total", text)
    assert found.values["agrees"] is agrees
    assert agrees or found.shown["short"] == short


def test_one_contribution_is_not_written_as_a_sum() -> None:
    found = fact("budget_total", budget("Amount: £152m", "Contributions: ICB £139m"))
    assert (found.shown["summed"], found.shown["worked"], found.shown["whole"]) == (
        "£139,000,000",
        "",
        "Amount",
    )


def test_contributions_are_set_against_the_first_year() -> None:
    text = budget("Amount:", "- 2026/27: £152m", "- 2027/28: £148m", "Contributions: ICB £100m, Council £52m")
    found = fact("budget_total", text)
    assert found.values["agrees"] is True
    assert found.shown["whole"] == "Amount for 2026/27"
    assert found.shown["worked"] == " (£100,000,000 + £52,000,000 = £152,000,000)"


@pytest.mark.parametrize(
    ("council", "whole", "stated"),
    [
        ("£200,500,000", "Total", "£300,000,000"),
        ("£100,000,000", "Amount for 2026/27", "£152,000,000"),
        ("£126,000,000", "Amount for 2026/27", "£152,000,000"),
        ("£126,000,000.01", "Total", "£300,000,000"),
    ],
)
def test_contributions_are_set_against_what_they_are_nearer_to(council: str, whole: str, stated: str) -> None:
    years = ("Amount:", "- 2026/27: £152m", "- 2027/28: £148m", "Total: £300m over the Contract Term")
    found = [
        each
        for each in facts("budget_total", budget(*years, f"Contributions: ICB £100m, Council {council}"))
        if each.values["parts"] == "contributions"
    ]
    assert [(each.shown["whole"], each.shown["stated"]) for each in found] == [(whole, stated)]


def test_a_contribution_still_to_come_leaves_the_sum_open() -> None:
    assert not facts("budget_total", budget("Amount: £178m", "Contributions: ICB £139m, Council £[ ]"))


@pytest.mark.parametrize(("total", "agrees"), [("£28,700,000", True), ("£28,699,999.99", False)])
def test_years_make_the_total(total: str, agrees: bool) -> None:
    text = budget("Amount:", "- 2026/27: £14.2m", "- 2027/28: £14.5m", f"Total: {total}")
    found = fact("budget_total", text)
    assert (found.values["parts"], found.values["agrees"]) == ("years", agrees)


@pytest.mark.parametrize(("price", "above"), [("£139,000,000", False), ("£139,000,000.01", True)])
def test_a_price_may_be_what_commissioners_can_pay_and_not_a_penny_more(price: str, above: bool) -> None:
    text = block(
        'CONTRACT "Ferndale"',
        f"Price: {price} per Contract Year",
        "Commissioner envelope: £139,000,000 per Contract Year",
    )
    assert fact("affordability", text).values["above"] is above


def test_a_gap_is_said_in_pounds_and_percent() -> None:
    text = budget("Price: £152m per Contract Year", "Affordability envelope: £139m per Contract Year")
    found = fact("affordability", text)
    assert (found.shown["gap"], found.shown["percent"]) == ("£13,000,000 a Contract Year", "9.4%")


def test_the_value_of_a_term_is_not_set_against_one_year() -> None:
    text = block(
        'CONTRACT "Ferndale"',
        "Contract value: £42,600,000 excluding VAT, over the Contract Term",
        "Commissioner envelope: £14,500,000 per Contract Year",
    )
    assert not facts("affordability", text)


def test_a_price_for_another_length_of_time_is_not_compared() -> None:
    assert not facts(
        "affordability", budget("Price: £152m", "Affordability envelope: £139m per Contract Year")
    )


def test_the_same_two_figures_in_contract_and_budget_are_one_gap() -> None:
    contract = block(
        'CONTRACT "Ferndale"',
        "Price: £152m per Contract Year",
        "Commissioner envelope: £139m per Contract Year",
    )
    same = budget("Price: £152m per Contract Year", "Affordability envelope: £139m per Contract Year")
    other = budget("Price: £151m per Contract Year", "Affordability envelope: £139m per Contract Year")
    assert len(facts("affordability", contract, same)) == 1
    assert len(facts("affordability", contract, other)) == 2


@pytest.mark.parametrize(
    ("second", "envelope", "stated", "gap"),
    [
        ("£130m", "£139m per annum", "The price that BUDGET B1 sets", "£1,000,000 in 2026/27"),
        ("£142m", "£139m per annum", "The price that BUDGET B1 sets", "£3,000,000 in 2027/28"),
        ("£140m", "£139m per annum", "The price that BUDGET B1 sets", "£1,000,000 a Contract Year"),
        (
            "£142m",
            "£139m per annum, at 2026/27 prices",
            "The price that BUDGET B1 sets",
            "£1,000,000 in 2026/27",
        ),
    ],
)
def test_the_dearest_year_of_a_budget_is_its_price(second: str, envelope: str, stated: str, gap: str) -> None:
    text = budget(
        "Amount:", "- 2026/27: £140m", f"- 2027/28: {second}", f"Affordability envelope: {envelope}"
    )
    found = fact("affordability", text)
    assert (found.shown["stated"], found.shown["gap"]) == (stated, gap)
    assert found.values["above"] is True


def test_a_price_is_called_one() -> None:
    found = fact("affordability", budget("Price: £140m per annum", "Affordability envelope: £139m per annum"))
    assert found.shown["stated"] == "The price"


@pytest.mark.parametrize(
    ("line", "state", "in_pounds"),
    [
        ("", State.ABSENT, False),
        ("Counterfactual: [ ]", State.BLANK, False),
        ("Counterfactual: 2024/25 outturn with uplift", State.STATED, False),
        ("Counterfactual: £14.5m, 2024/25 outturn with uplift", State.STATED, True),
    ],
)
def test_a_counterfactual_may_be_an_amount_or_words(line: str, state: State, in_pounds: bool) -> None:
    found = fact("benchmark", pool(*[line] if line else []))
    assert (found.state("counterfactual"), found.values["in_pounds"]) == (state, in_pounds)


def test_growth_in_a_capitated_budget_is_priced() -> None:
    found = fact("capitated_budget", budget("Basis: capitation", "Amount: £152m"))
    assert found.state("true_up") is State.ABSENT
    assert (
        found.shown["price"]
        == "1% more people than planned is £1,520,000 of care a Contract Year (1% of £152,000,000)"
    )
    assert not facts("capitated_budget", budget("Basis: block", "Amount: £152m"))


@pytest.mark.parametrize(
    ("vat", "unfunded"),
    [
        ("£4,900,000 per Contract Year is irrecoverable, not funded", True),
        ("leakage of £210,000 a year, unfunded", True),
        ("£240,000 per Contract Year is irrecoverable, funded by ICB within the Amount", False),
        ("outside the scope of VAT, no irrecoverable VAT is added by this Agreement", False),
        ("advice is not funded by the ICB", False),
        ("£100,000 a year is irrecoverable, no part of it is unfunded", False),
        ("£100,000 a year is irrecoverable, none of it funded; it is not funded by any party", True),
        ("£600,000 a year cannot be recovered", True),
        ("£600,000 a year is not recoverable", True),
        ("£600,000 a year cannot be recovered and is in the Amount", False),
        ("£600,000 a year cannot be recovered, and ICB pays it", False),
        ("of £600,000 a year nothing is irrecoverable", False),
        ("no part of the £600,000 cannot be recovered", False),
        ("irrecoverable VAT is a matter for the parties", False),
    ],
)
def test_vat_that_nobody_funds_is_found(vat: str, unfunded: bool) -> None:
    assert fact("vat", budget(f"VAT: {vat}")).values["unfunded"] is unfunded


def test_vat_set_against_price_and_envelope_is_left_to_that_sum() -> None:
    lost = "VAT: £600,000 a year cannot be recovered"
    price = "Price: £20m per Contract Year"
    envelope = "Affordability envelope: £21m per Contract Year"
    assert fact("vat", budget(lost, price)).values["unfunded"] is True
    assert fact("vat", budget(lost, price, envelope)).values["unfunded"] is False
    assert fact("vat", budget(lost + ", not funded", price, envelope)).values["unfunded"] is True
    less = "Affordability envelope: £19m per Contract Year"  # no sum there: the price alone is too high
    assert fact("vat", budget(lost, price, less)).values["unfunded"] is True


@pytest.mark.parametrize(
    ("uplift", "by_variation"),
    [
        ("20% by variation after signature", True),
        ("none beyond the NHS Payment Scheme cost uplift factor", False),
        ("none, and no variation is counted on", False),
        ("2.5% a year, by National Variation", False),
        ("2.5% a year", False),
        ("1.5% a year above the national factor, to come by variation from Year 3", True),
        ("1.5% a year on top of the national cost uplift factor, by National Variation", False),
        ("1.5% by variation, as the NHS Payment Scheme rises", False),
        ("2.5% a year, to be agreed in year", True),
        ("2.5% a year, not yet agreed", True),
        ("2.5% a year, subject to agreement", True),
        ("2.5% a year, agreed on 3 March 2026", False),
        ("2.5% a year, fixed, and nothing beyond it to be agreed", False),
        ("none, the next price to be agreed", False),
        ("the national cost uplift factor, to be confirmed", False),
    ],
)
def test_a_rise_by_variation_is_counted_on(uplift: str, by_variation: bool) -> None:
    text = block('CONTRACT "Ferndale"', "Price: £152m per Contract Year", f"Assumed uplift: {uplift}")
    found = fact("assumed_uplift", text)
    assert found.values["by_variation"] is by_variation


def test_a_rise_is_priced() -> None:
    text = block('CONTRACT "Ferndale"', "Price: £152m per Contract Year", "Assumed uplift: 20% by variation")
    assert fact("assumed_uplift", text).shown["cost"] == (
        "20% of the £152,000,000 price is £30,400,000 that no commissioner has undertaken to pay"
    )


def test_a_rise_is_priced_on_the_one_budget() -> None:
    text = block('CONTRACT "Ferndale"', "Assumed uplift: 20% by variation")
    priced = fact("assumed_uplift", text, budget("Price: £152m per Contract Year"))
    assert priced.shown["cost"].startswith("20% of the £152,000,000 price is £30,400,000 ")


@pytest.mark.parametrize(
    ("uplift", "cost"),
    [
        (
            "by the published factor, and a further £800,000 a year, expected by variation",
            "It is £800,000 a year",
        ),
        (
            "by the published factor; 2% more that the parties expect to agree by variation",
            "2% of the £10,000,000 price is £200,000",
        ),
        ("by the published factor, and a further £800,000 a year to come by National Variation", ""),
        ("by the published factor; a further £800,000 a year may be agreed by variation", ""),
        ("by the published factor; no variation is expected to add 1%", ""),
        ("2.5% a year; changes are agreed by variation", ""),
        ("by the published factor, and a further sum expected by variation", ""),
        ("3% a year, of which 1% is funded later by variation", "1% of the £10,000,000 price is £100,000"),
        ("3% a year, of which 1% is funded by ICB", ""),
        ("3% a year, of which none is funded by variation", ""),
    ],
)
def test_a_budget_may_count_on_a_rise_beside_the_rule(uplift: str, cost: str) -> None:
    found = facts("assumed_uplift", budget("Price: £10m per Contract Year", f"Uplift: {uplift}"))
    assert [each.shown["cost"] for each in found] == (
        [f"{cost} that no commissioner has undertaken to pay"] if cost else []
    )


@pytest.mark.parametrize(
    ("agreed", "open_"),
    [
        ("no", True),
        ("not yet", True),
        ("yes, 20 January 2026", False),
        ("[ ]", False),
        ("in principle, the boundary is to be settled", True),
        ("yes, subject to the board of Acute", True),
        ("in principle on 12 January 2026, in full on 20 February 2026", False),
        ("to be agreed", True),
    ],
)
def test_what_says_that_it_is_not_agreed_is_found(agreed: str, open_: bool) -> None:
    assert bool(facts("unagreed", budget(f"Agreed: {agreed}"))) is open_
    assert bool(facts("unagreed", block("SERVICES S1", f"Agreed: {agreed}"))) is open_
