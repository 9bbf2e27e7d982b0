"""Frameworks, selection, sub-contractors and interests under the PSR."""

from __future__ import annotations

import pytest
from finance_facts import block, facts

ICB = block('PARTY ICB "NHS Ferndale Integrated Care Board"', "Role: commissioner", "Kind: ICB")
TRUST = block('PARTY Trust "Ferndale Trust"', "Role: commissioner", "Kind: NHS trust")


def faults(*lines: str, route: str = "competitive process", more: str = "", first: str = "") -> list[object]:
    award = block("PROCUREMENT PR1", "Regime: PSR 2023", f"Route: {route}", *lines)
    return [one.values["fault"] for one in facts("selection_fault", first, award, more)]


@pytest.mark.parametrize(
    ("users", "vague"),
    [
        ("any NHS body", True),
        ("ICB and any other public authority", True),
        ("ICB, Council and others", True),
        ("to be agreed", False),  # a hole
        ("ICB, Council", False),
        ("all authorities listed in Schedule 2", False),
        ("every member of the consortium named in Schedule 2", False),
        ("[ ]", False),
    ],
)
def test_framework_users(users: str, vague: bool) -> None:
    assert faults(f"Framework users: {users}") == (["framework users"] if vague else [])


@pytest.mark.parametrize("route", ["framework direct award", "framework competition"])
def test_a_call_off_that_changes_the_framework(route: str) -> None:
    assert faults("Materially different: yes", route=route) == ["substantial change"]
    assert faults("Materially different: no", route=route) == []
    assert faults("Materially different: yes") == []


@pytest.mark.parametrize(
    ("criteria", "outside"),
    [
        ("local headquarters", True),
        ("CQC registration, based in the county", True),
        ("CQC registration, based within the county", True),
        ("registered office in Ferndale", True),
        ("NHS trusts only", True),
        ("only charities", True),
        ("being the incumbent provider", True),
        ("no local office is needed", False),
        ("CQC registration, insurance, experience of local services", False),
        ("suitability, economic and financial standing, technical and professional ability", False),
    ],
)
def test_criteria_outside_the_three_families(criteria: str, outside: bool) -> None:
    assert faults(f"Basic selection criteria: {criteria}") == (["selection family"] if outside else [])
    assert faults(f"Basic selection criteria: {criteria}", route="direct award process A") == []


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        (("Sub-contractors: to follow",), True),
        (("Sub-contractors: Community",), True),
        (("Sub-contractors: Community, debarment list checked on 3 February 2026",), False),
        (("Sub-contractors: none intended",), False),
        (("Sub-contractors: no sub-contracting",), False),
        (("Sub-contractors: [ ]",), False),
        (("Procedure begun: 24 February 2025", "Sub-contractors: to follow"), True),
        (("Procedure begun: 23 February 2025", "Sub-contractors: to follow"), False),
        ((), False),
    ],
)
def test_the_debarment_list(lines: tuple[str, ...], fault: bool) -> None:
    assert faults(*lines) == (["debarment"] if fault else [])
    assert faults(*lines, route="framework direct award") == []


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ("one member is a director of the bidder and votes", True),
        ("a director of a bidding provider takes part in the decision", True),
        ("a member employed by the bidder was not recused", True),
        ("one member is a director of the bidder and is recused", False),
        ("a director of the bidder sits on the board, and does not vote", False),
        ("a director of the bidder never votes", False),
        ("declared by all members", False),
        ("the chair votes", False),
    ],
)
def test_a_bidders_member_recuses(words: str, fault: bool) -> None:
    line = f"Conflicts of interest: {words}"
    assert faults("Authorities: ICB", line, first=ICB) == (["not recused"] if fault else [])
    assert faults("Authorities: Trust", line, first=TRUST) == []
    assert faults("Authorities: ICB", line, first=ICB, route="direct award process A") == []


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ("dual-role members are barred", True),
        ("provider directors may not be members", True),
        ("dual-role members are assessed, and recused if required", False),
        ("dual-role members are not barred", False),
        ("providers that are excluded may not bid", False),
    ],
)
def test_two_roles_are_not_a_bar_in_themselves(words: str, fault: bool) -> None:
    line = ("Authorities: ICB", f"Conflicts of interest: {words}")
    msp = "most suitable provider process"
    assert faults(*line, first=ICB, route=msp) == (["dual role barred"] if fault else [])
    assert "dual role barred" not in faults(*line, first=ICB)


def test_termination_grounds_without_notice_or_consequences() -> None:
    line = "Termination grounds: all four grounds of PSR reg 22(1)"
    assert faults(line) == ["termination notice"]
    assert faults(f"{line}, on 3 months notice") == []
    assert faults(f"{line}, under Schedule 2I") == []
    ending = block("TERMINATION", "PSR grounds: all four grounds of PSR reg 22(1)")
    assert faults(more=ending) == ["termination notice"]
    assert faults(more=ending + "  Consequences: exit plan\n") == []
    form = block('CONTRACT "A"', "Form: NHS Standard Contract 2026/27, full-length")
    assert faults(line, first=form) == []


def test_only_the_psr_is_read() -> None:
    award = block("PROCUREMENT PR1", "Regime: Procurement Act 2023", "Framework users: any NHS body")
    assert facts("selection_fault", award) == []
