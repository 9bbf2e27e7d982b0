"""Worked dates and amounts of the PSR, each from a draft to the finding: the date, the amount, the provision.

The vectors come from the Regulations (SI 2023/1348), worked by hand; the first standstill matches a notice
that NHS England published.
"""

from __future__ import annotations

from functools import cache

import pytest

from clausecheck.checker import Checker
from clausecheck.finding import Finding
from clausecheck.rules.catalogue import Catalogue, load_catalogue

C = "direct award process C"


@cache
def catalogue() -> Catalogue:
    """The shipped rules."""
    return load_catalogue()


@cache
def findings(*lines: str, route: str = C, contract: str = "") -> tuple[Finding, ...]:
    """What the checker finds in a PROCUREMENT block with these lines."""
    block = "\n  ".join(["PROCUREMENT PR1", "Regime: PSR 2023", f"Route: {route}", *lines])
    text = f"{contract}\n\n{block}\n" if contract else f"{block}\n"
    return tuple(Checker(catalogue(), engine="reference").check_text(text, "example.clause").findings)


def told(rule: str, *lines: str, route: str = C, contract: str = "") -> str:
    """All that the one finding of a rule says, with the law it cites; empty where the rule is silent."""
    found = [each for each in findings(*lines, route=route, contract=contract) if each.rule == rule]
    assert len(found) <= 1
    return " | ".join((found[0].message, found[0].consequence, *found[0].authority)) if found else ""


# published, begins, the midnight at which it ends, first day to sign, the end as the Procurement Act counts
STANDSTILLS = [
    ("16 December 2025", "Wed 17 Dec", "31 December 2025", "1 January 2026", "29 December 2025"),
    ("5 January 2026", "Tue 6 Jan", "16 January 2026", "17 January 2026", "14 January 2026"),
    ("9 January 2026", "Sat 10 Jan", "21 January 2026", "22 January 2026", "20 January 2026"),
    ("1 April 2026", "Thu 2 Apr", "16 April 2026", "17 April 2026", "14 April 2026"),
]


@pytest.mark.parametrize("route", [C, "most suitable provider process", "competitive process"])
@pytest.mark.parametrize(("published", "begins", "ends", "signing", "act_end"), STANDSTILLS)
def test_standstill(route: str, published: str, begins: str, ends: str, signing: str, act_end: str) -> None:
    notice = f"Intention to award notice: published {published}"
    early = told("standstill-ends-early", notice, f"Standstill ends: midnight on {act_end}", route=route)
    for words in (f"{begins} begins", f"midnight on {ends}", "PSR reg 12(2), (3), (9), (12)"):
        assert words in early
    assert not told("standstill-ends-early", notice, f"Standstill ends: midnight on {ends}", route=route)
    signed = told("contract-before-standstill-ends", notice, f"Contract signed: {ends}", route=route)
    for words in (f"midnight on {ends}", "PSR reg 12(1)"):
        assert words in signed
    assert not told("contract-before-standstill-ends", notice, f"Contract signed: {signing}", route=route)
    unsaid = told("standstill-end-not-stated", notice, route=route)
    for words in (f"midnight on {ends}", f"signed from {signing}", "PSR reg 12"):
        assert words in unsaid


@pytest.mark.parametrize(("signed", "early"), [("15 January 2026", True), ("19 January 2026", False)])
def test_signature_after_a_notice_of_5_january(signed: str, early: bool) -> None:
    notice = "Intention to award notice: published 5 January 2026"
    assert bool(told("contract-before-standstill-ends", notice, f"Contract signed: {signed}")) is early


@pytest.mark.parametrize(
    ("signed", "early"), [("4 March 2026", True), ("9 March 2026", True), ("10 March 2026", False)]
)
def test_five_working_days_after_a_further_decision(signed: str, early: bool) -> None:
    lines = ("Intention to award notice: published 2 February 2026", "Further decision: 2 March 2026")
    said = told("too-soon-after-further-decision", *lines, f"Contract signed: {signed}")
    assert bool(said) is early
    if early:
        assert "Mon 2 Mar further decision communicated" in said
        assert "Mon 9 Mar midnight" in said
        assert "PSR reg 12(4), (10), (12)" in said


@pytest.mark.parametrize(
    ("original", "proposed", "change", "share", "met"),
    [
        ("£4,000,000", "£4,900,000", "£900,000", "22.5%", False),
        ("£1,600,000", "£2,100,000", "£500,000", "31.25%", True),
        ("£1,000,000", "£1,450,000", "£450,000", "45%", False),
        ("£2,000,000", "£2,500,000", "£500,000", "25%", True),
    ],
)
def test_considerable_change(original: str, proposed: str, change: str, share: str, met: bool) -> None:
    lines = (f"Original value: {original}", f"Proposed value: {proposed}")
    for rule, cause in (
        ("considerable-change", ("Change caused by: authority",)),
        ("considerable-change-cause-not-stated", ()),
    ):
        said = told(rule, *lines, *cause)
        assert bool(said) is met
        if met:
            for words in (original, proposed, change, share, "PSR reg 6("):
                assert words in said
    assert not told("considerable-change", *lines, "Change caused by: external factors")


@pytest.mark.parametrize(
    ("original", "change", "share", "allowed", "notice"),
    [
        ("£10,000,000", "£2,000,000", "20%", True, True),
        ("£1,000,000", "£400,000", "40%", True, False),
        ("£1,600,000", "£500,000", "31.25%", False, True),
        ("£2,000,000", "£500,000", "25%", False, True),
    ],
)
def test_modification(original: str, change: str, share: str, allowed: bool, notice: bool) -> None:
    lines = (f"Original value: {original}", f"Cumulative change: {change}", "Change caused by: authority")
    said = told("modification-over-limits", *lines)
    assert bool(said) is not allowed
    if said:
        for words in (original, change, share, "PSR regs 13(1)-(3) and 29(2), (3)"):
            assert words in said
    due = told("modification-notice-missing", *lines)
    assert bool(due) is notice
    if due:
        for words in (change, "£500,000", "30 days", "PSR reg 13(4), (5)"):
            assert words in due
    assert not told("modification-over-limits", *lines, "Original award route: direct award process A")


@pytest.mark.parametrize(
    ("day", "soon"), [("12 January 2026", True), ("18 January 2026", True), ("19 January 2026", False)]
)
def test_fourteen_days_of_the_most_suitable_provider_process(day: str, soon: bool) -> None:
    lines = (
        "Intended approach notice: published 5 January 2026",
        f"Intention to award notice: published {day}",
    )
    said = told("provider-settled-too-soon", *lines, route="most suitable provider process")
    assert bool(said) is soon
    if soon:
        assert "19 January 2026" in said
        assert "PSR reg 10(5)" in said


@pytest.mark.parametrize(
    ("published", "late"),
    [("20 April 2026", False), ("1 May 2026", False), ("2 May 2026", True), ("1 June 2026", True)],
)
def test_award_notice_within_30_days(published: str, late: bool) -> None:
    said = told("award-notice-late", "Award date: 1 April 2026", f"Award notice: published {published}")
    assert bool(said) is late
    if late:
        assert "by 1 May 2026" in said
        assert "PSR regs 7(2), 8(2), 9(11), 10(15), 11(17)" in said


@pytest.mark.parametrize(
    ("health", "other", "main"),
    [
        ("£2,000,000", "£2,400,000", False),
        ("£2,400,000", "£2,000,000", True),
        ("£2,000,000", "£2,000,000", False),
        ("£2,000,000.01", "£2,000,000", True),
    ],
)
def test_the_main_part_of_a_mixed_procurement(health: str, other: str, main: bool) -> None:
    said = told("health-not-the-main-part", f"Health value: {health}", f"Other value: {other}")
    assert bool(said) is not main
    if said:
        for words in (health, other, "PSR reg 3(3)(a), (4)(a)"):
            assert words in said


@pytest.mark.parametrize(
    ("asked", "over"), [("£9,000,000", True), ("£6,000,001", True), ("£6,000,000", False)]
)
def test_turnover_of_twice_the_value(asked: str, over: bool) -> None:
    lines = ("Proposed value: £3,000,000", f"Basic selection criteria: turnover of at least {asked}")
    said = told("turnover-over-twice-the-value", *lines)
    assert bool(said) is over
    if over:
        for words in (asked, "£3,000,000", "£6,000,000", "PSR Schedule 16 para 3(3)"):
            assert words in said


def dated(start: str, expiry: str) -> str:
    """A contract between two dates."""
    return f'CONTRACT "Nursing"\n  Service Commencement Date: {start}\n  Expiry Date: {expiry}'


@pytest.mark.parametrize(
    ("expiry", "months"),
    [("31 March 2027", None), ("30 April 2027", "13 months"), ("30 September 2027", "18 months")],
)
def test_an_urgent_award_over_12_months_gives_reasons(expiry: str, months: str | None) -> None:
    contract = dated("1 April 2026", expiry)
    said = told("urgent-award-over-12-months", route="urgent award", contract=contract)
    assert bool(said) is (months is not None)
    if months:
        for words in (months, "set no limit", "PSR Schedule 13 para 7"):
            assert words in said
    assert not told(
        "urgent-award-over-12-months", "Reasons: handover", route="urgent award", contract=contract
    )


@pytest.mark.parametrize(
    ("expiry", "months"),
    [("31 March 2030", None), ("30 April 2030", "49 months"), ("31 March 2031", "60 months")],
)
def test_a_framework_of_four_years(expiry: str, months: str | None) -> None:
    said = told(
        "framework-over-4-years",
        "Instrument: framework",
        route="competitive process",
        contract=dated("1 April 2026", expiry),
    )
    assert bool(said) is (months is not None)
    if months:
        assert months in said
        assert "PSR reg 16(5)" in said


@pytest.mark.parametrize(
    ("begun", "four"), [("23 February 2025", False), ("24 February 2025", True), ("1 November 2024", False)]
)
def test_termination_grounds_from_24_february_2025(begun: str, four: bool) -> None:
    lines = (f"Procedure begun: {begun}", "Termination grounds: a modification that reg 13 does not allow")
    new = told("psr-termination-grounds-missing", *lines)
    old = told("psr-termination-grounds-missing-before-2025", *lines)
    assert (bool(new), bool(old)) == (four, not four)
    assert "SI 2025/163" in new + old
    assert ("a sub-contractor that is excluded or excludable" in new) is four
    assert four or (begun in old and "sub-contractor" not in old)


@pytest.mark.parametrize(("begun", "before"), [("31 December 2023", True), ("1 January 2024", False)])
def test_the_psr_began_on_1_january_2024(begun: str, before: bool) -> None:
    said = told("psr-before-it-began", f"Procedure begun: {begun}")
    assert bool(said) is before
    assert not before or (begun in said and "1 January 2024" in said and "PSR regs 1 and 29" in said)


@pytest.mark.parametrize(
    ("codes", "rule", "provision"),
    [
        ("85310000", "no-health-care-cpv-code", "Schedule 1"),
        ("85323000", "cpv-qualifier-missing", "PSR Schedule 1"),
        ("85312330", "cpv-qualifier-missing", "PSR Schedule 1"),
        ("85312500", "cpv-qualifier-missing", "PSR Schedule 1"),
        ("85110000, 85147000", "cpv-code-outside-schedule-1", "PSR regs 2(1) and 3"),
        ("85110000", None, ""),
        ("85323000, delivered to individuals", None, ""),
    ],
)
def test_cpv_codes(codes: str, rule: str | None, provision: str) -> None:
    rules = ("no-health-care-cpv-code", "cpv-qualifier-missing", "cpv-code-outside-schedule-1")
    for each in rules:
        said = told(each, f"CPV codes: {codes}")
        assert bool(said) is (each == rule)
        assert each != rule or provision in said


def test_schedule_1_has_67_codes() -> None:
    from clausecheck.facts.derived.procurement.cpv import SCHEDULE_1

    assert len(SCHEDULE_1) == 67
