"""Budgets over several years: growth, rebasing, and what reopens a pool."""

from __future__ import annotations

import pytest
from finance_facts import PARTIES, block, contract, fact, facts, pool

from clausecheck.facts.derived.budget.rebasing_words import kept_by_providers

AMOUNT = "Amount: £14,200,000 per Contract Year"


def budget(*lines: str) -> str:
    return block("BUDGET B1", *lines)


@pytest.mark.parametrize(
    ("expiry", "years"),
    [("31 March 2027", 1), ("1 April 2027", 2), ("31 March 2028", 2), ("31 March 2029", 3)],
)
def test_a_day_more_is_a_year_more(expiry: str, years: int) -> None:
    assert fact("budget_path", contract(expiry=expiry), budget(AMOUNT)).values["years"] == years


@pytest.mark.parametrize(("term", "years"), [("Contract Term: 18 months", 2), ("Contract Term: 1 year", 1)])
def test_a_stated_term_serves_without_dates(term: str, years: int) -> None:
    assert fact("budget_path", block('CONTRACT "Ferndale"', term), budget(AMOUNT)).values["years"] == years


def test_the_years_of_an_amount_serve_without_either() -> None:
    assert fact("budget_path", budget("Amount:", "- 2026/27: £14m", "- 2027/28: £15m")).values["years"] == 2
    assert fact("budget_path", budget(AMOUNT)).values["years"] == 0


@pytest.mark.parametrize(
    ("lines", "open_", "lacking"),
    [
        ((), True, "Uplift or Efficiency"),
        (("Uplift: 2.5% a year",), True, "Efficiency"),
        (("Efficiency: 1.1% a year",), True, "Uplift"),
        (("Uplift: 2.5% a year", "Efficiency: 1.1% a year"), False, ""),
        (("Uplift: 1.4% a year, net of efficiency",), False, ""),
    ],
)
def test_growth_takes_uplift_and_efficiency(lines: tuple[str, ...], open_: bool, lacking: str) -> None:
    found = fact("budget_path", contract(), budget(AMOUNT, *lines))
    assert (found.values["open"], found.shown["lacking"]) == (open_, lacking)
    assert found.shown["price"] == "Each 1% a year that is not agreed comes to £285,420 in 2028/29"


@pytest.mark.parametrize(
    ("lines", "single"),
    [
        ((AMOUNT,), True),
        (("Amount: £42,600,000 over the Contract Term",), False),
        (("Amount:", "- 2026/27: £14m", "- 2027/28: £15m"), False),
        ((), False),
    ],
)
def test_one_amount_is_one_for_each_year(lines: tuple[str, ...], single: bool) -> None:
    assert fact("budget_path", contract(), budget(*lines)).values["single"] is single


YEARS = ("Amount:", "- 2026/27: £14m", "- 2027/28: £14m", "- 2028/29: £10m")


@pytest.mark.parametrize(
    ("lines", "half"),
    [
        ((*YEARS, "Efficiency: in the Amounts, 1.1% a year"), True),
        ((*YEARS, "Efficiency: in the Amounts, 1.1% a year, net of inflation"), False),
        ((*YEARS, "Efficiency: 1.1% a year", "Uplift: none"), False),
        ((*YEARS, "Uplift: 2.5% a year"), False),
        (YEARS, False),
        ((*YEARS[:3], "- 2028/29: £[ ]", "Efficiency: 1.1% a year"), False),
        ((AMOUNT, "Efficiency: 1.1% a year"), False),
    ],
)
def test_amounts_for_each_year_may_say_the_one_half(lines: tuple[str, ...], half: bool) -> None:
    assert fact("budget_path", contract(), budget(*lines)).values["half"] is half


def test_what_costs_may_do_is_priced_on_the_last_year() -> None:
    found = fact("budget_path", contract(), budget(*YEARS, "Efficiency: 1.1% a year"))
    assert found.shown["price"] == "Each 1% a year that is not agreed comes to £201,000 in 2028/29"
    assert found.shown["states"] == "has an amount for each of 3 Contract Years"


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("annually, savings revert to the commissioner in full", "0"),
        ("annually, savings are reported to the commissioner in full", None),
        ("every 2 years, with 50% of recurrent savings kept by providers", "50"),
        ("once, for 2028/29, with Acute keeping 40% of the savings already made", "40"),
        ("each year, to the previous year's actual spend", "0"),
        ("each year, to outturn", "0"),
        ("each year, with all savings returned to commissioners", "0"),
        ("each year, 100% of savings clawed back", "0"),
        ("yearly, ICB retains 100% of savings", "0"),
        ("yearly, providers keep 0% of savings", "0"),
        ("yearly, providers keep 1% of savings", "1"),
        ("yearly, 30% of savings go to ICB", "70"),
        ("yearly, the providers retain all savings", "100"),
        ("savings are not clawed back", None),
        ("each year, to outturn, with providers keeping a fair part", None),
        ("not rebased to actual spend before 2029", None),
        ("none", None),
    ],
)
def test_what_providers_keep_is_read_from_the_words(said: str, kept: str | None) -> None:
    found = kept_by_providers(said, ("ICB",), ("Acute",))
    assert (None if found is None else str(found)) == kept


def test_a_lasting_saving_is_priced_for_the_year_after() -> None:
    shares = pool("Sides: gain only", "Shares: ICB 50%, Acute 50%", budget="B1")
    found = fact("rebasing", contract(), PARTIES, budget(AMOUNT, "Rebasing: yearly, to outturn"), shares)
    assert found.values["kept"] == 0
    assert found.shown["taken"] == (
        "A saving of 5% (£710,000) that lasts brings Acute £355,000 in the year it is made, "
        "and nothing in the next, whose Budget is cut to £13,490,000"
    )


@pytest.mark.parametrize(
    ("expiry", "sides", "shares"),
    [
        ("31 March 2027", "gain only", "ICB 50%, Acute 50%"),
        ("31 March 2029", "loss only", "ICB 50%, Acute 50%"),
        ("31 March 2029", "gain only", "ICB 100%"),
    ],
)
def test_rebasing_matters_where_a_provider_gains_for_more_than_a_year(
    expiry: str, sides: str, shares: str
) -> None:
    text = pool(f"Sides: {sides}", f"Shares: {shares}", budget="B1")
    assert not facts("rebasing", contract(expiry=expiry), PARTIES, budget(AMOUNT), text)


@pytest.mark.parametrize(
    ("line", "elsewhere", "reopens"),
    [
        ("", "", False),
        ("Break glass: none", "", False),
        ("Break glass: activity 5% off plan reopens the Budget", "", True),
        ("Break glass: [ ]", "", True),
        ("", "Triggers: activity more than 5% from plan", True),
        ("", "Triggers: none", False),
        ("", "Price effect: the parties reprice", True),
        ("", "Price effect: stated in each variation", False),
    ],
)
def test_something_reopens_a_pool(line: str, elsewhere: str, reopens: bool) -> None:
    text = [pool(*[line] if line else []), block("VARIATION", elsewhere) if elsewhere else ""]
    assert fact("pool_term", contract(), *text).values["reopens"] is reopens


def test_a_change_is_priced_over_the_years() -> None:
    assert fact("pool_term", contract(), pool()).shown["price"] == (
        "A change of 5% in activity or cost is £500,000 a Contract Year, and £1,500,000 over 3 of them"
    )
