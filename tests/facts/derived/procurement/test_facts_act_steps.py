"""Contracts under the Procurement Act 2023: standstill, publication, changes, terms and how they end."""

from __future__ import annotations

import pytest
from finance_facts import block, fact, facts
from test_facts_act import LIGHT, act

# publication, the last midnight of the Act's standstill, the first day for the contract
STANDSTILLS = [
    ("16 December 2025", "29 December 2025", "30 December 2025"),
    ("5 January 2026", "14 January 2026", "15 January 2026"),
    ("9 January 2026", "20 January 2026", "21 January 2026"),
    ("1 April 2026", "14 April 2026", "15 April 2026"),
    ("12 March 2026", "24 March 2026", "25 March 2026"),  # Saint Patrick's Day
]


@pytest.mark.parametrize(("published", "last", "first"), STANDSTILLS)
def test_the_first_day_on_which_a_contract_can_be_made(published: str, last: str, first: str) -> None:
    notice = f"Award notice: published {published}"
    found = fact("act_early_contract", act(notice, f"Contract signed: {last}"))
    assert (found.shown["ends"], found.shown["earliest"]) == (last, first)
    assert not facts("act_early_contract", act(notice, f"Contract signed: {first}"))
    assert not facts("act_short_standstill", act(notice, f"Standstill ends: {last}"))


def test_the_days_are_counted_out_with_the_holidays_that_lengthen_them() -> None:
    found = fact(
        "act_early_contract", act("Award notice: published 12 March 2026", "Contract signed: 13 March 2026")
    )
    assert found.shown["counted"] == "Thu 12 Mar published, Tue 24 Mar midnight"
    assert "17 March (Saint Patrick's Day)" in found.shown["calendar"]


SIGNED = ("Award notice: published 5 January 2026", "Contract signed: 12 January 2026")


@pytest.mark.parametrize(
    ("lines", "route", "early"),
    [
        ((), "open procedure", True),
        ((), "direct award", True),
        ((), "framework direct award", False),
        ((), "framework competition", False),
        (("Urgency: the boiler failed",), "direct award", False),
        (("Urgency: none",), "direct award", True),
        (("Reasons: extreme urgency after the flood",), "direct award", False),
        (("Reasons: bought through a dynamic market",), "direct award", False),
        ((LIGHT,), "open procedure", False),
        ((LIGHT, "Standstill: 8 working days"), "open procedure", True),
        ((LIGHT, "Standstill: none"), "open procedure", False),
        ((LIGHT, "Standstill ends: 14 January 2026"), "open procedure", True),
        (("CPV codes: 85312100-0",), "open procedure", False),
        (("Proposed value: £135,017",), "open procedure", False),
        (("Proposed value: £135,018",), "open procedure", True),
    ],
)
def test_when_a_standstill_is_asked_for(lines: tuple[str, ...], route: str, early: bool) -> None:
    assert bool(facts("act_early_contract", act(*SIGNED, *lines, route=route))) is early


def test_a_longer_standstill_that_is_stated_is_kept() -> None:
    lines = ("Award notice: published 5 January 2026", "Standstill ends: 20 January 2026")
    assert facts("act_early_contract", act(*lines, "Contract signed: 20 January 2026"))
    assert not facts("act_early_contract", act(*lines, "Contract signed: 21 January 2026"))


def test_the_notice_may_stand_under_the_label_of_the_other_regime() -> None:
    notice = "Intention to award notice: published 5 January 2026"
    assert facts("act_early_contract", act(notice, "Contract signed: 14 January 2026"))
    assert not facts("act_early_contract", act(notice, "Contract signed: 15 January 2026"))
    both = (notice, "Award notice: published 12 January 2026")
    assert facts("act_early_contract", act(*both, "Contract signed: 15 January 2026"))
    assert facts("act_short_standstill", act(notice, "Standstill ends: 13 January 2026"))


@pytest.mark.parametrize(("signed", "early"), [("14 January 2026", True), ("15 January 2026", False)])
def test_a_stated_end_counts_without_a_notice(signed: str, early: bool) -> None:
    found = facts("act_early_contract", act("Standstill ends: 14 January 2026", f"Contract signed: {signed}"))
    assert bool(found) is early
    if early:
        assert found[0].shown["ends"] == "14 January 2026"
        assert found[0].shown["earliest"] == "15 January 2026"


def test_without_a_notice_and_an_end_nothing_is_early() -> None:
    assert not facts("act_early_contract", act("Contract signed: 14 January 2026"))


def test_the_date_of_the_contract_counts_where_there_is_one_award() -> None:
    contract = block('CONTRACT "A"', "Date of contract: 12 January 2026")
    assert facts("act_early_contract", contract, act("Award notice: published 5 January 2026"))
    other = block("PROCUREMENT PR2", "Regime: PSR 2023")
    assert not facts("act_early_contract", contract, act("Award notice: published 5 January 2026"), other)


@pytest.mark.parametrize(
    ("line", "short"),
    [
        ("Standstill: 7 working days", True),
        ("Standstill: 8 working days", False),
        ("Standstill: eight working days", False),
        ("Standstill: 9 days", True),
        ("Standstill: 10 days", False),
        ("Standstill: 1 week", True),
        ("Standstill: 2 weeks", False),
        ("Standstill: none", False),
        ("Standstill: under section 51", False),
    ],
)
def test_a_standstill_that_is_stated_too_short(line: str, short: bool) -> None:
    assert bool(facts("act_short_standstill", act(line))) is short
    assert bool(facts("act_short_standstill", act(line, LIGHT))) is short


@pytest.mark.parametrize(
    ("lines", "late"),
    [
        (("Contract details notice: within 30 days",), False),
        (("Contract details notice: within 31 days",), True),
        (("Contract details notice: within 22 working days",), False),
        (("Contract details notice: within 30 working days",), True),
        (("Contract details notice: within 120 days", LIGHT), False),
        (("Contract details notice: within 121 days", LIGHT), True),
        (("Contract details notice: within 60 days", "CPV codes: 85312100-0"), False),
        (("Contract details notice: within 60 days", "CPV codes: 85312100-0", "Light touch: no"), True),
        (("Contract signed: 16 February 2026", "Contract details notice: published 18 March 2026"), False),
        (("Contract signed: 16 February 2026", "Contract details notice: published 19 March 2026"), True),
        (("Contract details notice: published 19 March 2026",), False),
        (("Contract details notice: will not be published",), True),
    ],
)
def test_the_details_notice(lines: tuple[str, ...], late: bool) -> None:
    assert fact("act_publication", act(*lines)).values["late"] is late


@pytest.mark.parametrize(
    ("value", "days", "light", "faulty"),
    [
        ("£7,000,000", 90, False, False),
        ("£7,000,000", 91, False, True),
        ("£7,000,000", 180, True, False),
        ("£7,000,000", 181, True, True),
        ("£5,000,000", 91, False, False),
        ("£5,000,000.01", 91, False, True),
    ],
)
def test_the_copy_of_a_large_contract(value: str, days: int, light: bool, faulty: bool) -> None:
    lines = (f"Proposed value: {value}", f"Contract copy: within {days} days")
    found = fact("act_publication", act(*lines, *([LIGHT] if light else [])))
    assert (found.values["late"] and found.values["owed"]) is faulty


BASE = "Original value: £2,000,000"


@pytest.mark.parametrize(
    ("change", "ground", "over"),
    [
        ("£1,400,000", "unforeseeable circumstances", "unforeseeable"),
        ("£800,000", "unforeseeable circumstances", None),
        ("£1,000,000", "a known risk that materialised", None),
        ("£1,000,000.01", "a known risk that materialised", "known risk"),
        ("£1,000,000.01", "additional services", "additional"),
        ("£1,000,000.01", "Schedule 8 para 8", "additional"),
        ("£1,000,000.01", "Schedule 8, paragraph 4", "unforeseeable"),
        ("£1,400,000", "Schedule 8 paragraph 1", None),
        ("£1,400,000", "unforeseeable, and provided for in the contract", None),
        ("£1,400,000", "corporate restructuring", None),
        ("-£1,400,000", "unforeseeable circumstances", None),
    ],
)
def test_the_half_that_a_ground_allows(change: str, ground: str, over: str | None) -> None:
    found = fact("act_change", act(BASE, f"Cumulative change: {change}", f"Modification ground: {ground}"))
    assert ((found.values["over_half"] and found.values.get("ground")) or None) == over


def test_each_change_has_the_limit_to_itself() -> None:
    lines = (BASE, "Cumulative change: £1,400,000", "Modification ground: unforeseeable", "Changes:")
    apart = fact("act_change", act(*lines, "- site: £700,000", "- hours: £700,000"))
    assert apart.values["over_half"] is False
    one = fact("act_change", act(*lines, "- site: £1,300,000", "- hours: £100,000"))
    assert one.values["over_half"] is True
    assert one.shown["change"] == "£1,300,000"


@pytest.mark.parametrize(
    ("change", "more", "due"),
    [
        ("£200,000", (), False),
        ("£200,000.01", (), True),
        ("-£200,000", (), False),
        ("-£200,000.01", (), True),
        ("£300,000", ("CPV codes: 45215100-8",), False),
        ("£300,000.01", ("CPV codes: 45215100-8",), True),
        ("£400,000", ("Change of term: 6 months",), False),
        ("£400,000", ("Change of term: 7 months",), True),
        ("£400,000", ("Change of term: 10 days",), False),
    ],
)
def test_when_a_change_notice_is_due(change: str, more: tuple[str, ...], due: bool) -> None:
    contract = block('CONTRACT "A"', "Contract Term: 60 months")
    found = fact("act_change", contract, act(BASE, f"Cumulative change: {change}", *more))
    assert found.values["notice_due"] is due
    assert found.values["notice_absent"] is True


@pytest.mark.parametrize(
    ("words", "late"),
    [
        ("within 30 days of the change", True),
        ("after the change", True),
        ("none", True),
        ("before the change", False),
        ("30 days before the change", False),
        ("published 3 March 2026", False),
        ("the change is not made until it is published, or after", False),
    ],
)
def test_a_change_notice_comes_first(words: str, late: bool) -> None:
    lines = (BASE, "Cumulative change: £400,000", f"Modification notice: {words}")
    assert fact("act_change_notice", act(*lines)).values["late"] is late
    assert fact("act_change", act(*lines)).values["notice_absent"] is False
    assert not facts("act_change_notice", act(BASE, "Cumulative change: £200,000", lines[2]))


def test_light_touch_contracts_need_neither_ground_nor_notice() -> None:
    lines = (BASE, "Cumulative change: £1,400,000", "Change of term: 12 months", "Modification notice: none")
    contract = block('CONTRACT "A"', "Contract Term: 60 months")
    for kind in ("act_change", "act_term_change", "act_change_notice"):
        assert facts(kind, contract, act(*lines))
        assert not facts(kind, contract, act(*lines, LIGHT))
        assert not facts(kind, contract, act(*lines, "CPV codes: 85312100-0"))


@pytest.mark.parametrize(
    ("contract", "change", "over"),
    [
        (("Contract Term: 60 months",), "6 months", False),
        (("Contract Term: 60 months",), "7 months", True),
        (("Contract Term: 60 months",), "1 year", True),
        (("Contract Term: 5 years", "Extension: by up to 60 months"), "12 months", False),
        (("Contract Term: 5 years", "Extension: twice, by up to 30 months"), "12 months", False),
        (("Contract Term: 5 years", "Extension: two periods of 12 months"), "9 months", True),
        (("Contract Term: 5 years", "Extension: two periods of 12 months"), "8 months", False),
        (("Contract Term: 5 years", "Extension: none"), "7 months", True),
        (("Contract Term: 5 years", "Extension: 24 months in all, in two periods"), "7 months", None),
        (("Contract Term: 5 years", "Extension: as agreed"), "12 months", None),
        (("Contract Term: 5 years", "Extension: by up to 12 months, on 6 months notice"), "7 months", False),
        ((), "7 months", None),
    ],
)
def test_a_tenth_of_the_longest_term(contract: tuple[str, ...], change: str, over: bool | None) -> None:
    drafts = (block('CONTRACT "A"', *contract), act(f"Change of term: {change}"))
    found = facts("act_term_change", *drafts)
    assert [one.values["over_tenth"] for one in found] == ([] if over is None else [over])


@pytest.mark.parametrize(
    ("ground", "relied"),
    [
        ("not substantial", True),
        ("non-substantial, section 74(3)", True),
        ("substantial, by Schedule 8 paragraph 1", False),
        ("not substantial, and provided for", False),
        ("unforeseeable circumstances", False),
    ],
)
def test_reliance_on_a_change_not_being_substantial(ground: str, relied: bool) -> None:
    contract = block('CONTRACT "A"', "Contract Term: 60 months")
    found = fact(
        "act_term_change", contract, act("Change of term: 12 months", f"Modification ground: {ground}")
    )
    assert found.values["not_substantial"] is relied


@pytest.mark.parametrize(
    ("contract", "line", "lasts"),
    [
        (("Contract Term: 48 months",), "Instrument: framework", None),
        (("Contract Term: 49 months",), "Instrument: framework", "49 months"),
        (("Contract Term: 4 years", "Extension: by up to 12 months"), "Instrument: framework", "60 months"),
        (("Contract Term: 6 years", "Extension: as agreed"), "Instrument: framework", "72 months"),
        (("Contract Term: 72 months",), "Instrument: contract", None),
        (("Contract Term: 60 months",), "Reserved to: public service mutuals", None),
        (("Contract Term: 61 months",), "Reserved to: a mutual", "61 months"),
        (("Contract Term: 84 months",), "Reserved to: supported employment providers", None),
    ],
)
def test_terms_that_are_too_long(contract: tuple[str, ...], line: str, lasts: str | None) -> None:
    found = facts("act_long_term", block('CONTRACT "A"', *contract), act(line))
    assert [one.shown["lasts"] for one in found] == ([lasts] if lasts else [])


def test_an_open_framework_may_last_eight_years() -> None:
    line = ("Instrument: framework", "Reasons: an open framework")
    assert not facts("act_long_term", block('CONTRACT "A"', "Contract Term: 96 months"), act(*line))
    assert facts("act_long_term", block('CONTRACT "A"', "Contract Term: 97 months"), act(*line))
    assert not facts("act_long_term", block('CONTRACT "A"', "Contract Term: 97 months"), act(*line, LIGHT))


@pytest.mark.parametrize(
    ("words", "restricted"),
    [
        ("The right to terminate under section 78 does not apply.", True),
        ("The implied right to terminate is excluded.", True),
        ("The Authority waives its right under s.78 of the Act.", True),
        ("The Authority may not terminate because of an excluded sub-contractor.", True),
        ("Nothing in this contract excludes section 78.", False),
        ("This clause is without prejudice to section 78, and does not limit it.", False),
        ("Section 78 applies. The Trust may not assign this contract.", False),
        ("The Authority may terminate under section 78.", False),
        ("The Authority may not terminate before 1 April 2027.", False),
        ("It shall not terminate for an excluded sub-contractor until it may be replaced.", False),
        ("It may not use section 78 without first hearing the supplier.", False),
    ],
)
def test_restrictions_of_the_right_to_terminate(words: str, restricted: bool) -> None:
    assert bool(facts("act_right_restricted", act(), block('CLAUSE 5 "A"', words))) is restricted


@pytest.mark.parametrize(
    ("words", "assessed"),
    [("ad hoc", False), ("declared by all", False), ("conflicts assessment of 5 January 2026", True)],
)
def test_a_conflicts_assessment(words: str, assessed: bool) -> None:
    assert fact("act_conflicts", act(f"Conflicts of interest: {words}")).values["assessed"] is assessed
    assert not facts("act_conflicts", act("Conflicts of interest: [ ]"))
