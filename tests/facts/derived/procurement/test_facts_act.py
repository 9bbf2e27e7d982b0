"""Contracts under the Procurement Act 2023: which they are, their thresholds, indicators and payment."""

from __future__ import annotations

import pytest
from finance_facts import block, fact, facts

KINDS = (
    "act_threshold",
    "act_kpis",
    "act_payment",
    "paper_invoices",
    "act_early_contract",
    "act_short_standstill",
    "act_publication",
    "act_change",
    "act_term_change",
    "act_long_term",
    "act_right_restricted",
    "act_conflicts",
)
LIGHT = "Light touch: yes"


def act(*lines: str, route: str = "open procedure", regime: str = "Procurement Act 2023") -> str:
    return block("PROCUREMENT PR1", f"Regime: {regime}", f"Route: {route}", *lines)


def party(ref: str, kind: str) -> str:
    return block(f'PARTY {ref} "The {ref}"', "Role: commissioner", f"Kind: {kind}")


EVERYTHING = (
    "Threshold: £139,688",
    "Proposed value: £6,000,000",
    "KPIs: 2",
    "Payment terms: 45 days, paper invoices only",
    "Award notice: published 5 January 2026",
    "Contract signed: 6 January 2026",
    "Standstill: 5 working days",
    "Contract details notice: none",
    "Original value: £6,000,000",
    "Cumulative change: £4,000,000",
    "Change of term: 12 months",
    "Reserved to: public service mutuals",
    "Conflicts of interest: ad hoc",
)
LONG = block('CONTRACT "A"', "Contract Term: 72 months")
CLAUSE = block('CLAUSE 5 "A"', "The right to terminate under section 78 is excluded.")


@pytest.mark.parametrize("kind", KINDS)
def test_only_what_is_under_the_act_is_judged_by_it(kind: str) -> None:
    assert facts(kind, LONG, act(*EVERYTHING), CLAUSE)
    for regime in ("PSR 2023", "PCR 2015"):
        assert not facts(kind, LONG, act(*EVERYTHING, regime=regime), CLAUSE)
    assert not facts(kind, LONG, block("PROCUREMENT PR1", "Route: open procedure", *EVERYTHING), CLAUSE)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "act_threshold"])
def test_the_act_does_not_reach_back_before_24_february_2025(kind: str) -> None:
    assert not facts(kind, LONG, act("Procedure begun: 23 February 2025", *EVERYTHING), CLAUSE)
    assert facts(kind, LONG, act("Procedure begun: 24 February 2025", *EVERYTHING), CLAUSE)


@pytest.mark.parametrize(
    ("lines", "stale"),
    [
        (("Procedure begun: 31 December 2025", "Threshold: £214,904"), False),
        (("Procedure begun: 1 January 2026", "Threshold: £214,904"), True),
        (("Procedure begun: 1 January 2026", "Threshold: £139,688"), True),
        (("Procedure begun: 31 December 2025", "Threshold: £207,720"), True),
        (("Procedure begun: 1 January 2026", "Threshold: £207,720"), False),
        (("Procedure begun: 1 January 2026", "Threshold: £663,540"), False),
        (("Procedure begun: 31 December 2025", "Threshold: £663,540"), False),
        (("Procedure begun: 1 January 2026", "Threshold: £5,372,609"), False),
        (("Procedure begun: 31 December 2025", "Threshold: £5,193,000"), True),
        (("Procedure begun: 31 December 2025", "Threshold: £415,440"), True),
        (("Award date: 31 December 2025", "Threshold: £207,720"), True),
        (("Award date: 1 January 2026", "Threshold: £214,904"), False),  # it may have begun in 2025
        (("Award date: 1 January 2026", "Threshold: £207,720"), False),
        (("Threshold: £214,904",), False),
    ],
)
def test_a_threshold_of_another_time(lines: tuple[str, ...], stale: bool) -> None:
    assert fact("act_threshold", act(*lines)).values["of_other_time"] is stale


def test_a_figure_that_was_never_a_threshold_is_left_alone() -> None:
    assert not facts("act_threshold", act("Threshold: £200,000"))
    assert not facts("act_threshold", act("Threshold: [ ]"))
    assert not facts("act_threshold", act("Procedure begun: 1 May 2024", "Threshold: £214,904"))


@pytest.mark.parametrize(
    ("kind", "stated", "wrong"),
    [
        ("foundation trust", "£207,720", True),
        ("foundation trust", "£135,018", False),
        ("NHS trust", "£207,720", True),
        ("NHS England", "£207,720", True),
        ("ICB", "£135,018", True),
        ("ICB", "£207,720", False),
        ("local authority", "£135,018", True),
        ("combined authority", "£207,720", False),
        ("charity", "£135,018", False),
        ("ICB", "£663,540", False),
        ("ICB", "£214,904", False),  # of another time, which is another fault
        ("ICB", "£5,193,000", False),
    ],
)
def test_a_threshold_of_another_authority(kind: str, stated: str, wrong: bool) -> None:
    lines = ("Procedure begun: 5 January 2026", "Authorities: One", f"Threshold: {stated}")
    assert fact("act_threshold", party("One", kind), act(*lines)).values["of_other_band"] is wrong


def test_light_touch_has_its_own_threshold() -> None:
    icb, lines = party("One", "ICB"), ("Procedure begun: 5 January 2026", "Authorities: One")
    found = fact("act_threshold", icb, act(*lines, LIGHT, "Threshold: £207,720"))
    assert found.values["of_other_band"] is True
    assert found.shown["own_right"] == "£663,540"
    for light, stated, wrong in (("no", "£663,540", True), ("yes", "£663,540", False)):
        found = fact("act_threshold", icb, act(*lines, f"Light touch: {light}", f"Threshold: {stated}"))
        assert found.values["of_other_band"] is wrong


@pytest.mark.parametrize(
    ("lines", "owed"),
    [
        (("Proposed value: £5,000,000.01",), True),
        (("Proposed value: £5,000,000",), False),
        (("Original value: £6,000,000",), True),
        ((), False),
        (("Proposed value: £6,000,000", LIGHT), False),
        (("Proposed value: £6,000,000", "Light touch: no", "CPV codes: 85312100-0"), True),
        (("Proposed value: £6,000,000", "CPV codes: 85312100-0"), False),
        (("Proposed value: £6,000,000", "CPV codes: 79624000-4"), False),
        (("Proposed value: £6,000,000", "CPV codes: 90911000-6"), True),
        (("Proposed value: £6,000,000", "Reasons: home care for adults"), False),
        (("Proposed value: £6,000,000", "Instrument: framework"), False),
    ],
)
def test_when_indicators_are_owed(lines: tuple[str, ...], owed: bool) -> None:
    assert fact("act_kpis", act("KPIs: 2", *lines)).values["owed"] is owed


def test_the_value_of_the_contract_counts_where_it_is_the_only_one() -> None:
    contract = block('CONTRACT "A"', "Contract value: £6,000,000")
    other = block("PROCUREMENT PR2", "Regime: PSR 2023")
    assert fact("act_kpis", contract, act("KPIs: 2")).values["owed"] is True
    assert fact("act_kpis", contract, act("KPIs: 2"), other).values["owed"] is False
    concession = block('CONTRACT "A"', "Contract value: £6,000,000", "Model: integrated concession")
    assert fact("act_kpis", concession, act("KPIs: 2")).values["owed"] is False


@pytest.mark.parametrize(
    ("line", "number", "few"),
    [
        ("KPIs: 2", 2, True),
        ("KPIs: 3", 3, False),
        ("KPIs: two, assessed yearly", 2, True),
        ("KPIs: at least three", 3, False),
        ("KPIs: 2 key performance indicators in Schedule 6A", 2, True),
        ("KPIs: none", 0, True),
        ("KPIs: none, section 52(2)", 0, False),
        ("KPIs: 12 monthly reports on each", None, False),
        ("KPIs: 95% of calls answered", None, False),
        ("KPIs: as set out in Schedule 6A", None, False),
    ],
)
def test_how_many_indicators(line: str, number: int | None, few: bool) -> None:
    found = fact("act_kpis", act("Proposed value: £6,000,000", line))
    assert found.values.get("number") == number
    assert found.values["too_few"] is few


def test_indicators_in_bullets_are_counted() -> None:
    assert fact("act_kpis", act("KPIs:", "- waiting time", "- cleanliness")).values["number"] == 2


@pytest.mark.parametrize(
    ("words", "rarely"),
    [
        ("assessed at the end", True),
        ("assessed every 12 months and at the end", False),
        ("assessed every 13 months", True),
        ("assessed every 52 weeks", False),
        ("reviewed every two years", True),
        ("reviewed every year", False),
        ("assessed annually, and at the end", False),
        ("assessed quarterly", False),
        ("assessed biennially", True),
        ("in force to the end", False),
        ("assessed once", True),
    ],
)
def test_how_often_indicators_are_assessed(words: str, rarely: bool) -> None:
    assert fact("act_kpis", act(f"KPIs: 3, {words}")).values["rarely"] is rarely


@pytest.mark.parametrize(
    ("line", "times"),
    [
        ("Payment terms: 30 days", [(30, False, False)]),
        ("Payment terms: 31 days", [(31, False, True)]),
        ("Payment terms: 22 working days", [(30, False, False)]),
        ("Payment terms: 23 working days", [(31, False, True)]),
        ("Payment terms: 1 month", [(30, False, False)]),
        ("Payment terms: 30 days, and the same for sub-contractors", [(30, False, False)]),
        ("Payment terms: 30 days, 60 days for sub-contractors", [(30, False, False), (60, True, True)]),
        ("Payment terms: sub-contractors within 45 days", [(45, True, True)]),
        ("Payment terms: 10 days, disputes within 60 days", [(10, False, False)]),
        (
            "Payment terms: 45 days for sub-contractors, 30 days otherwise",
            [(45, True, True), (30, False, False)],
        ),
        ("Payment terms: sub-contractors are paid, like all others, in 60 days", [(60, True, True)]),
        (
            "Payment terms: 30 days from a valid and undisputed invoice; disputes are notified in 10 days and"
            " settled in 60 days; sub-contractors 45 days",
            [(30, False, False), (45, True, True)],
        ),
        ("Payment terms: monthly in arrears", []),
        ("Payment terms: [ ]", []),
    ],
)
def test_times_for_payment(line: str, times: list[tuple[int, bool, bool]]) -> None:
    found = facts("act_payment", act(line))
    assert [(one.values["days"], one.values["sub"], one.values["late"]) for one in found] == times


def test_a_payment_block_counts_only_where_all_is_under_the_act() -> None:
    pays = block("PAYMENT", "Terms: 45 days from a valid invoice")
    assert fact("act_payment", act(), pays).values["late"] is True
    assert not facts("act_payment", act(), block("PROCUREMENT PR2", "Regime: PSR 2023"), pays)
    assert fact("act_payment", act(LIGHT), pays).values["late"] is True
    concession = block('CONTRACT "A"', "Model: integrated concession")
    assert not facts("act_payment", concession, act(), pays)


@pytest.mark.parametrize(
    ("words", "paper"),
    [
        ("Invoices are accepted on paper only.", True),
        ("Invoices on paper only.", True),
        ("Only paper invoices are accepted.", True),
        ("Electronic invoices are not accepted.", True),
        ("Invoices are never taken on paper only.", False),
        ("Leaflets are printed on paper only.", False),
        ("Invoices may be electronic or on paper.", False),
    ],
)
def test_paper_invoices(words: str, paper: bool) -> None:
    assert bool(facts("paper_invoices", act(), block('CLAUSE 5 "A"', words))) is paper
