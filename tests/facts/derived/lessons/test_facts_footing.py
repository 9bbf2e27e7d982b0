"""What a pool with shared losses stands on: validated figures, boards that approved, terms for a leaver."""

from __future__ import annotations

import pytest
from finance_facts import PARTIES, block, fact, facts, pool

SHARED = "Shares: ICB 50%, Acute 35%, Community 15%"


@pytest.mark.parametrize(
    ("said", "backed"),
    [
        ("£14.5m, the audited 2024/25 outturn", True),
        ("2024/25 activity and cost, validated by ICB on 12 January 2026", True),
        ("the audited outturn, with an estimate of growth", True),
        ("2024/25 outturn", False),
        ("£14.5m, estimated", False),
        ("unaudited 2024/25 outturn", False),
        ("2024/25 outturn, not yet validated", False),
        ("2024/25 outturn, audited but subject to validation", False),
        ("2024/25 outturn, to be agreed", False),
    ],
)
def test_figures_are_backed_by_an_audit_or_not(said: str, backed: bool) -> None:
    assert fact("pool_data", pool(SHARED, f"Counterfactual: {said}")).values["backed"] is backed


@pytest.mark.parametrize(
    ("line", "backed"),
    [
        ("Source: audited accounts for 2024/25", True),
        ("Agreed: yes, 20 January 2026", True),
        ("Agreed: no", False),
        ("Source: unvalidated returns", False),
        ("A line that cannot be read", True),
    ],
)
def test_the_budget_of_a_pool_may_back_its_figures(line: str, backed: bool) -> None:
    text = pool(SHARED, "Counterfactual: £10m, 2024/25 outturn", budget="B1")
    assert fact("pool_data", block("BUDGET B1", line), text).values["backed"] is backed


@pytest.mark.parametrize(("line", "backed"), [("Shadow years: Year 1", True), ("Shadow years: none", False)])
def test_a_shadow_year_gives_time_to_validate(line: str, backed: bool) -> None:
    assert fact("pool_data", pool(SHARED, "Counterfactual: provisional", line)).values["backed"] is backed


@pytest.mark.parametrize(
    "lines",
    [
        (SHARED,),
        (SHARED, "Counterfactual: [ ]"),
        (SHARED, "Sides: gain only", "Counterfactual: 2024/25 outturn"),
        ("Loss shares: ICB 0%", "Counterfactual: 2024/25 outturn"),
    ],
)
def test_figures_matter_where_losses_are_shared_on_them(lines: tuple[str, ...]) -> None:
    assert not facts("pool_data", pool(*lines))


def test_an_error_is_priced_on_the_benchmark_or_else_the_budget() -> None:
    own = fact("pool_data", pool(SHARED, "Counterfactual: £14.5m, provisional"))
    assert own.shown["price"] == "Each 1% that they are wrong is £145,000 of gain or loss that nobody made"
    budget = fact("pool_data", pool(SHARED, "Counterfactual: 2024/25 outturn"))
    assert "£100,000" in budget.shown["price"]
    neither = fact("pool_data", pool(SHARED, "Counterfactual: 2024/25 outturn", budget=None))
    assert neither.shown["price"] == "An error in them is a gain or a loss that nobody made"


@pytest.mark.parametrize(
    ("lines", "more", "settled"),
    [
        (("Withdrawal: 12 months notice",), "", False),
        (("Withdrawal: 12 months notice, run-off 1 year",), "", True),
        (("Withdrawal: 12 months notice, paying its share of losses to date",), "", True),
        (("Withdrawal: 12 months notice", "On exit: settle to date"), "", True),
        ((), block("MEMBERSHIP", "Leaving: 12 months notice"), False),
        ((), block("MEMBERSHIP", "Leaving: 12 months notice, run-off 1 year of R1"), True),
        (("Withdrawal: 12 months notice",), block("EXIT", "Run-off: 1 year"), True),
        (("Withdrawal: 12 months notice",), block("EXIT", "Survival: records 8 years"), False),
        (("Withdrawal: 12 months notice",), block("EXIT", "Survival: risk share 2 years"), True),
        (("Withdrawal: 12 months notice",), block("TERMINATION", "Consequences: under GC18"), False),
        (("Withdrawal: 12 months notice",), block("TERMINATION", "Consequences: R1 is settled"), True),
        (
            ("Withdrawal: 12 months notice",),
            block('CLAUSE 1 "Leaving"', "A party that leaves pays its part of the loss of that year."),
            True,
        ),
        (("Withdrawal: 12 months notice",), "A line that cannot be read\n", True),
    ],
)
def test_what_becomes_of_a_leavers_part(lines: tuple[str, ...], more: str, settled: bool) -> None:
    assert fact("leaver", pool(SHARED, *lines), more).values["settled"] is settled


def test_without_a_way_out_another_rule_speaks() -> None:
    assert not facts("leaver", pool(SHARED))
    assert not facts("leaver", pool(SHARED, "Withdrawal: TBC"))


@pytest.mark.parametrize(
    ("withdrawal", "leaver"),
    [
        ("none during the Contract Term", False),
        ("not permitted", False),
        ("no party may withdraw", False),
        ("none before Year 3", True),
        ("none, except by 12 months notice", True),
        ("12 months notice", True),
    ],
)
def test_nobody_leaves_a_pool_that_bars_it(withdrawal: str, leaver: bool) -> None:
    assert bool(facts("leaver", pool(SHARED, f"Withdrawal: {withdrawal}"))) is leaver


def test_the_greatest_part_of_a_provider_is_priced() -> None:
    found = fact(
        "leaver", PARTIES, pool("Shares: ICB 60%, Acute 25%, Community 15%", "Withdrawal: 6 months notice")
    )
    assert found.shown["price"] == (
        "At an overspend of 5% (£500,000) the part of Acute is £125,000: "
        "once it has left, nobody is named to pay it"
    )


@pytest.mark.parametrize(
    ("approvals", "lacking"),
    [
        ("ICB 8 January 2026, Acute 14 January 2026, Community 15 January 2026", ""),
        ("ICB 8 January 2026, Ferndale Hospitals NHS Foundation Trust 14 January 2026", "Community"),
        ("ICB 8 January 2026", "Acute and Community"),
        ("the boards of all parties, January 2026", ""),
        ("ICB and Acutely 8 January 2026", "Acute and Community"),
    ],
)
def test_each_board_that_bears_a_loss_approves(approvals: str, lacking: str) -> None:
    found = fact("own_accounts", PARTIES, pool(SHARED), block("ASSURANCE", f"Board approvals: {approvals}"))
    assert (found.shown["parties"], found.values["squared"]) == (lacking, not lacking)


@pytest.mark.parametrize(
    ("lines", "assurance", "squared"),
    [
        ((), "Gate: passed", False),
        ((), "Board approvals: TBC", True),
        ((), "A line that cannot be read", True),
        (("Reconciliation: within 6 months, to the control total of each party",), "Gate: passed", True),
        (("Open book: yes, with each body's own accounts",), "Gate: passed", True),
        (("Reconciliation: within 6 months",), "Gate: passed", False),
    ],
)
def test_a_pool_may_be_squared_with_each_bodys_accounts(
    lines: tuple[str, ...], assurance: str, squared: bool
) -> None:
    found = fact("own_accounts", PARTIES, pool(SHARED, *lines), block("ASSURANCE", assurance))
    assert found.values["squared"] is squared


def test_a_board_is_missed_once_for_all_pools() -> None:
    pools = (pool(SHARED), pool("Shares: ICB 60%, Acute 40%").replace("R1", "R2"))
    first, second = facts(
        "own_accounts", PARTIES, *pools, block("ASSURANCE", "Board approvals: ICB, Community")
    )
    assert (first.shown["parties"], second.shown["parties"]) == ("Acute", "")
    assert second.values["squared"] is True


def test_without_assurance_its_own_rule_speaks() -> None:
    assert not facts("own_accounts", PARTIES, pool(SHARED))


def test_what_boards_would_answer_for_is_priced() -> None:
    found = fact(
        "own_accounts", PARTIES, pool(SHARED), block("ASSURANCE", "Board approvals: ICB 8 January 2026")
    )
    assert found.shown["price"] == (
        "At an overspend of 5% (£500,000) the pool would charge Acute £175,000 and Community £75,000"
    )
