from __future__ import annotations

import pytest
from drafting_facts import cut, facts_of, under


@pytest.mark.parametrize(
    ("written", "day", "flags"),
    [
        ("1 April 2026", 20260401, set()),
        ("2026-04-01", 20260401, set()),
        ("Wednesday 1 April 2026", 20260401, set()),
        ("Tuesday 1 April 2026", 20260401, {"wrong_weekday"}),
        ("Tue 1 April 2026", 20260401, {"wrong_weekday"}),
        ("01/04/2026", 20260401, {"ambiguous"}),
        ("13/04/2026", 20260413, set()),
        ("04/04/2026", 20260404, set()),
        ("29 February 2028", 20280229, set()),
        ("29 February 2027", None, {"impossible"}),
        ("31 April 2026", None, {"impossible"}),
        ("31/31/2026", None, {"impossible"}),
    ],
)
def test_a_date_says_what_is_wrong_with_it(written: str, day: int | None, flags: set[str]) -> None:
    text = under("Date of contract", written)
    (fact,) = facts_of("date", text)
    assert cut(text, fact) == written
    assert fact.values.get("day") == day
    assert {name for name in ("impossible", "ambiguous", "wrong_weekday") if fact.values[name]} == flags


def test_both_readings_of_a_date_in_figures_are_shown() -> None:
    (fact,) = facts_of("date", under("Date of contract", "01/04/2026"))
    assert (fact.shown["british"], fact.shown["american"]) == ("1 April 2026", "4 January 2026")


def test_dates_are_found_in_prose_and_behind_values() -> None:
    text = 'CLAUSE 1.1 "A"\n  Before 31 June 2026.\nPARTY A "x"\n  Risk capacity: £4m, from 31 June 2026\n'
    assert [cut(text, fact) for fact in facts_of("date", text)].count("31 June 2026") == 2


@pytest.mark.parametrize(
    ("text", "bare", "measure"),
    [
        (under("Reconciliation", "within 30 days", "RISK SHARE R1"), True, False),
        (under("Reconciliation", "within 30 Operational Days", "RISK SHARE R1"), False, False),
        (under("Reconciliation", "within 30 clear days", "RISK SHARE R1"), False, False),
        (under("Reconciliation", "within 6 weeks", "RISK SHARE R1"), False, False),
        (under("Numerator", "people readmitted within 30 days", "OUTCOME O1"), True, True),
        (under("Purpose", "one in four is readmitted within 30 days"), True, True),
        ('DEFINE "Notice Period": 30 days\n', True, False),
        ('DEFINE "Readmission": an admission within 30 days\n', True, True),
        ('DEFINE "day": a calendar day\nCLAUSE 1 "A"\n  Within 30 days.\n', False, False),
    ],
)
def test_days_are_bare_where_nothing_says_which_kind(text: str, bare: bool, measure: bool) -> None:
    (fact,) = facts_of("duration", text)
    assert (fact.values["bare"], fact.values["measure"]) == (bare, measure)


@pytest.mark.parametrize(
    ("text", "settled"),
    [
        (under("Terms", "30 days from a valid invoice, under SC36", "PAYMENT"), True),
        (under("Terms", "45 days", "PAYMENT"), True),
        (under("Payment", "within 30 days", "SUBCONTRACT SUB1"), True),
        (under("Payment terms", "30 days, and the same down the chain", "PROCUREMENT PR1"), True),
        (under("Transparency notice", "within 30 days, where PSR reg 13 asks for it", "VARIATION"), True),
        (under("Contract details notice", "within 30 days of signature", "PROCUREMENT PR1"), True),
        (under("Standstill", "10 days", "PROCUREMENT PR1"), True),
        (under("Frequency", "within 30 days of the month", "PAYMENT"), False),
        (under("Reconciliation", "within 30 days", "RISK SHARE R1"), False),
        ('CLAUSE 1 "A"\n  Each invoice is paid within 30 days.\n', True),
        ('CLAUSE 1 "A"\n  Within 30 days of receipt of an invoice.\n', True),
        ('CLAUSE 1 "A"\n  They meet within 10 days. Invoices are paid when due.\n', False),
    ],
)
def test_law_or_an_invoice_settles_which_days_are_meant(text: str, settled: bool) -> None:
    (fact,) = facts_of("duration", text)
    assert fact.values["settled"] is settled


@pytest.mark.parametrize(("count", "calendar"), [(1, "2"), (5, "7"), (14, "20"), (30, "42")])
def test_working_days_are_shown_as_calendar_days_rounded_up(count: int, calendar: str) -> None:
    (fact,) = facts_of("duration", under("Reconciliation", f"within {count} days", "RISK SHARE R1"))
    assert fact.shown["calendar"] == calendar


@pytest.mark.parametrize(
    ("written", "slip"),
    [("thirty (45) days", True), ("thirty (30) days", False), ("thirty days", False), ("30 days", False)],
)
def test_words_that_differ_from_figures_are_a_slip(written: str, slip: bool) -> None:
    (fact,) = facts_of("duration", f'CLAUSE 1.1 "A"\n  Within {written}.\n')
    assert fact.values["slip"] is slip


STEPS = "DISPUTES\n  Steps:\n    - Board: within {}\n    - chief executives: within {}\n"


@pytest.mark.parametrize(
    ("one", "other", "mixed"),
    [
        ("10 Operational Days", "10 Operational Days", False),
        ("10 Operational Days", "10 calendar days", True),
        ("10 working days", "10 Operational Days", True),
        ("10 Operational Days", "2 weeks", False),
        ("10 Operational Days", "10 days", False),
        ("10 Operational Days", "[ ] calendar days", False),
    ],
)
def test_a_process_mixes_days_where_it_names_two_kinds(one: str, other: str, mixed: bool) -> None:
    assert bool(facts_of("mixed_days", STEPS.format(one, other))) is mixed


def test_a_dispute_is_one_process_and_other_blocks_one_a_label() -> None:
    across = "{}\n  Steps:\n    - Board: within 5 Operational Days\n  Deadlock: within 10 calendar days\n"
    assert len(facts_of("mixed_days", across.format("DISPUTES").replace("Deadlock", "Final step"))) == 1
    assert facts_of("mixed_days", across.format("GOVERNANCE G1").replace("Steps", "Escalation")) == []


def test_a_notice_whose_time_the_law_sets_mixes_with_nothing() -> None:
    text = "VARIATION\n  Process: within 5 Operational Days\n  Transparency notice: within 30 calendar days\n"
    assert facts_of("mixed_days", text) == []


@pytest.mark.parametrize(
    ("year", "wrong"), [("2026/27", False), ("1999/00", False), ("2026/2027", False), ("2026/28", True)]
)
def test_the_halves_of_a_year_follow_each_other(year: str, wrong: bool) -> None:
    found = facts_of("bad_year", f"OUTCOME O1\n  Target:\n    - {year}: at most 4\n")
    assert bool(found) is wrong
