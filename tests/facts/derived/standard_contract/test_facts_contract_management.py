"""Times for the steps of contract management, and money held back."""

from __future__ import annotations

import pytest
from drafting_facts import facts_of

FORM = 'CONTRACT "Harbour Contract"\n  Form: NHS Standard Contract 2026/27, full-length\n\n'
ICB = 'PARTY ICB "NHS Harbour ICB"\n  Role: commissioner\n\n'


def in_clause(kind: str, said: str) -> list[dict[str, object]]:
    return [dict(fact.values) for fact in facts_of(kind, f'{FORM}{ICB}CLAUSE 7 "Terms"\n  {said}\n')]


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("The parties meet within 10 Operational Days of a Contract Performance Notice.", 10),
        ("The parties agree a Remedial Action Plan within 11 Operational Days.", 11),
        ("The parties agree a Remedial Action Plan no later than 2 months after the notice.", 34),
        ("A Remedial Action Plan is agreed within 3 weeks.", 11),
        ("A Remedial Action Plan is completed within 2 months.", None),
        ("A joint investigation is completed within 2 months and agreed within 9 Operational Days.", 9),
        ("A Remedial Action Plan that is agreed is completed within 2 months.", None),
        ("The parties meet within 30 Operational Days of a request.", None),
        ("A Contract Performance Notice is kept for 6 years, and the parties meet.", None),
    ],
)
def test_the_time_for_a_step(said: str, days: int | None) -> None:
    found = in_clause("management_step", said)
    assert [each["days"] for each in found] == ([] if days is None else [days])


@pytest.mark.parametrize(
    ("said", "share"),
    [
        ("ICB withholds 25% of the monthly payment until it is met.", 250_000),
        ("ICB withholds 2% or 12.5% of the month's value.", 125_000),
        ("ICB withholds 25% of the capital sum.", None),
        ("ICB withholds the payment for a month.", None),
    ],
)
def test_the_share_of_a_month(said: str, share: int | None) -> None:
    [found] = in_clause("withholding", said)
    assert found.get("share") == share


@pytest.mark.parametrize(
    ("said", "over"),
    [
        ("ICB may withhold payment while a dispute is open.", True),
        ("ICB may withhold payment pending the outcome of the dispute.", True),
        ("ICB may withhold the disputed sum until the dispute is settled.", False),
        ("ICB may withhold any sum in dispute until the dispute is settled.", False),
        ("ICB may withhold payment of an invoice where there is a dispute about it.", False),
        ("ICB may withhold such sum until the dispute is settled.", False),
        ("The whole invoice is withheld until the dispute is settled.", False),
        ("ICB may withhold invoices while any dispute is open.", True),
        ("ICB may withhold payment where there is a dispute about the services.", True),
        ("ICB may withhold payment until the plan is agreed.", False),
    ],
)
def test_money_held_over_a_dispute(said: str, over: bool) -> None:
    [found] = in_clause("withholding", said)
    assert found["over_dispute"] is over


@pytest.mark.parametrize(
    "said",
    [
        "Nothing is withheld in the first year, and payments go on.",
        "ICB may not withhold payment for a missed milestone.",
        "ICB does not unreasonably withhold its consent to a payment.",
        "Community retains its staff.",
        "No payment is withheld.",
    ],
)
def test_nothing_is_held_back(said: str) -> None:
    assert in_clause("withholding", said) == []


@pytest.mark.parametrize(
    ("said", "performance", "released"),
    [
        ("ICB withholds 5% of the price for each missed milestone.", True, False),
        ("ICB withholds 5% of the price until the milestone is met.", True, True),
        ("ICB withholds 5% of the price for a failure.\n  It is repaid when that is put right.", True, True),
        ("ICB withholds 5% of the price for a failure, under GC9.", True, True),
        ("ICB retains 5% of the price.", False, False),
    ],
)
def test_money_that_comes_back(said: str, performance: bool, released: bool) -> None:
    [found] = in_clause("withholding", said)
    assert (found["performance"], found["released"]) == (performance, released)


def test_an_outcome_payment_is_another_matter() -> None:
    text = FORM + "OUTCOME PAYMENT OP1\n  Type: withhold\n  Share of budget: 20%\n"
    assert facts_of("withholding", text) == []
