"""Boards: quorum, votes, deadlock, what is reserved, and who is left out."""

from __future__ import annotations

import pytest

from clausecheck.facts.extract import extract
from clausecheck.facts.fact import Fact
from clausecheck.model.build import build
from clausecheck.source import source_from_text


def of(kind: str, text: str) -> list[Fact]:
    """The facts of a kind in a draft."""
    draft, _ = build(source_from_text(text, "example.clause"))
    return [fact for fact in extract(draft) if fact.kind == kind]


PARTIES = """
PARTY ICB "NHS Ferndale Integrated Care Board"
  Role: commissioner

PARTY Council "Ferndale Council"
  Role: commissioner, provider

PARTY Acute "Ferndale Hospitals"
  Role: provider

PARTY Community "Ferndale Care"
  Role: provider
"""


def board(*lines: str, more: str = "") -> Fact:
    """The board with these lines, in a draft with four parties."""
    [fact] = of("board", "\n  ".join(['GOVERNANCE G1 "Home First Board"', *lines]) + "\n" + PARTIES + more)
    return fact


FIVE = "Members: ICB 2, Acute 2, Community 1"


@pytest.mark.parametrize(
    ("quorum", "reachable"),
    [
        ("4 members", True),
        ("5 members", True),
        ("6 members", False),
        ("100% of members", True),
        ("101% of members", False),
        ("5 members, including at least 3 providers", True),
        ("5 members, including at least 4 providers", False),
        ("2 commissioners and 3 providers", True),
        ("3 commissioners and 3 providers", False),
        ("whatever the chair thinks enough", True),
        ("[ ] members", True),
    ],
)
def test_a_quorum_can_be_reached(quorum: str, reachable: bool) -> None:
    assert board(FIVE, f"Quorum: {quorum}").values["quorum_reachable"] is reachable


def test_two_providers_where_one_sits() -> None:
    fact = board("Members: ICB 2, Acute 1", "Quorum: 2 members, including at least 2 providers")
    assert not fact.values["quorum_reachable"]
    assert fact.shown["why"] == "it needs 2 providers and the board has 1"


def test_why_a_quorum_is_out_of_reach() -> None:
    fact = board(FIVE, "Quorum: 6 members")
    assert (fact.shown["why"], fact.shown["seats"], fact.shown["short_by"]) == (
        "it needs 6 and the members have 5",
        "2 + 2 + 1 = 5",
        "1",
    )


def test_a_party_that_is_both_counts_on_either_side() -> None:
    assert board("Members: ICB 1, Council 1", "Quorum: 2, including 1 provider").values["quorum_reachable"]
    assert board("Members: Council 1, Acute 1", "Quorum: 2, including 1 commissioner").values[
        "quorum_reachable"
    ]


@pytest.mark.parametrize("members", ["Acute [ ], Community 1", "[to be agreed]"])
def test_a_hole_in_the_votes_leaves_the_quorum_unknown(members: str) -> None:
    fact = board(f"Members: {members}", "Quorum: 6 members")
    assert fact.values["quorum_reachable"]
    assert not fact.values["quorum_known"]
    assert "majority_party" not in fact.values


def test_an_unknown_member_may_be_on_either_side() -> None:
    fact = board("Members: Hospice 1, Acute 1", "Quorum: 2 members, including at least 1 commissioner")
    assert fact.values["quorum_reachable"]
    assert fact.values["commissioner_member"]
    assert not fact.values["roles_known"]


def test_a_board_without_lines() -> None:
    fact = board()
    assert fact.values["quorum_reachable"]
    assert not fact.values["quorum_known"]
    assert fact.values["commissioner_member"]
    assert "rule" not in fact.values


@pytest.mark.parametrize(
    ("quorum", "one_sided", "alone"),
    [
        ("2 members", True, "the commissioners, with 2"),
        ("3 members", True, "the providers, with 3"),
        ("4 members", False, ""),
        ("3 members, including at least 1 commissioner", False, ""),
    ],
)
def test_one_side_alone(quorum: str, one_sided: bool, alone: str) -> None:
    fact = board(FIVE, f"Quorum: {quorum}")
    assert (fact.values["quorum_one_sided"], fact.shown["side_alone"]) == (one_sided, alone)


def test_a_board_of_one_side_has_no_other_to_leave_out() -> None:
    assert not board("Members: Acute 2, Community 1", "Quorum: 2 members").values["quorum_one_sided"]


@pytest.mark.parametrize(
    ("members", "holder"),
    [
        ("ICB 1, Acute 3, Community 1", "Acute"),
        ("ICB 1, Acute 2, Community 1", None),
        ("ICB 2, Acute 1, Acute 1, Community 1", None),
        ("ICB 1, Acute 1, Acute 2, Community 1", "Acute"),
        ("Acute 3", None),
    ],
)
def test_more_than_half_of_the_votes(members: str, holder: str | None) -> None:
    assert board(f"Members: {members}").values.get("majority_party") == holder


@pytest.mark.parametrize(
    ("decisions", "rule", "default"),
    [
        ("unanimous", "unanimous", True),
        ("by consensus", "unanimous", True),
        ("with the consent of all parties", "unanimous", True),
        ("all members must agree", "unanimous", True),
        ("unanimous for Reserved matters, otherwise 75% of votes cast", "unanimous", False),
        ("consensus, and where that fails two thirds of the members", "unanimous", False),
        ("majority of all members", "majority", False),
        ("simple majority", "majority", False),
        ("not unanimous: 75% of votes cast", "majority", False),
        ("as the chair sees fit", "other", False),
    ],
)
def test_how_it_decides(decisions: str, rule: str, default: bool) -> None:
    fact = board(f"Decisions: {decisions}")
    assert (fact.values["rule"], fact.values["default_unanimous"]) == (rule, default)
    assert fact.values["any_unanimous"] is (rule == "unanimous")


@pytest.mark.parametrize(
    ("path", "ends"),
    [
        ("Escalation: chief executives within 10 days", False),
        ("Escalation: chief executives, then mediation", True),
        ("Escalation: chief executives, then GC14", True),
        ("Deadlock: the independent chair has a casting vote", True),
        ("Deadlock: ICB decides", True),
        ("Deadlock: expert determination", True),
        ("Chair: independent", True),
    ],
)
def test_a_path_that_ends(path: str, ends: bool) -> None:
    assert board("Decisions: unanimous", path).values["deadlock_ends"] is ends


@pytest.mark.parametrize(
    ("final", "ends"),
    [
        ("expert determination, binding", True),
        ("mediation", True),
        ("under GC14", True),
        ("the decision of the Board is final, in place of GC14", False),
    ],
)
def test_disputes_may_carry_a_path_to_its_end(final: str, ends: bool) -> None:
    fact = board("Escalation: chief executives", more=f"\nDISPUTES\n  Final step: {final}\n")
    assert fact.values["deadlock_ends"] is ends


def test_a_path_is_a_line_of_the_board_or_a_disputes_block() -> None:
    assert not board("Decisions: unanimous").values["deadlock_path"]
    assert board("Deadlock: mediation").values["deadlock_path"]
    assert board("Decisions: unanimous", more="\nDISPUTES\n  Steps: mediation\n").values["deadlock_path"]


@pytest.mark.parametrize(
    ("meets", "rarely"),
    [
        ("annually", True),
        ("every 6 months", True),
        ("twice a year", True),
        ("half-yearly", True),
        ("quarterly", False),
        ("every 3 months", False),
        ("monthly, with an annual meeting in public", False),
        ("4 times a year", False),
        ("3 times a year", True),
        ("when called", False),
        ("[monthly]", False),
    ],
)
def test_how_often_it_meets(meets: str, rarely: bool) -> None:
    assert board(f"Meets: {meets}").values["meets_rarely"] is rarely


@pytest.mark.parametrize(
    ("conflicts", "missing"),
    [
        ("local policy", "a register, declaring or standing aside"),
        ("public register, declared at each meeting", "standing aside"),
        ("public register, declared at each meeting, no vote on own payment", ""),
        ('under "Alliance policy v2"', ""),
        ("[to be agreed]", ""),
    ],
)
def test_conflicts_of_interest(conflicts: str, missing: str) -> None:
    fact = board(f"Conflicts of interest: {conflicts}")
    assert (fact.values["conflicts_settled"], fact.shown["missing_conflict_rules"]) == (not missing, missing)


def test_no_line_on_conflicts_is_a_gap_only_where_the_block_was_read() -> None:
    assert not board("Chair: independent").values["conflicts_settled"]
    assert board("Chair: independent", "Zanzibar: yes").values["conflicts_settled"]


@pytest.mark.parametrize(
    ("blame", "missing"),
    [
        ("yes", "wilful default, insolvency, fraud, third-party claims and statutory duties"),
        ("yes, except wilful default, insolvency, third-party claims and duties in law", "fraud"),
        ("no claims except wilful default, insolvency, fraud, third party claims and statutory duties", ""),
        ("no claims among members except wilful default, fraud, third-party claims and law", "insolvency"),
        ("none", ""),
        ("no", ""),
        ("as set out in clause 4.5", ""),
        ("[to be agreed]", ""),
    ],
)
def test_carve_outs(blame: str, missing: str) -> None:
    fact = board(f"No blame: {blame}")
    assert (fact.values["no_blame_carved"], fact.shown["missing_carve_outs"]) == (not missing, missing)


def test_a_release_in_liability_carries_its_carve_outs() -> None:
    release = "except wilful default, insolvency, fraud, third-party claims and statutory duties"
    assert board("No blame: yes", more=f"\nLIABILITY\n  No-blame release: {release}\n").values[
        "no_blame_carved"
    ]


@pytest.mark.parametrize(
    ("limits", "power"),
    [
        ("the board may amend prices", "may amend prices"),
        ("it can set aside a Services Contract", "can set aside a Services Contract"),
        ("has the power to vary the General Conditions", "has the power to vary the General Conditions"),
        ("the board may not amend prices", ""),
        ("no member may amend prices", ""),
        ("the board may recommend a change to prices", ""),
        ("may change its terms of reference", ""),
        ("no power over price. It may set its own dates", ""),
    ],
)
def test_power_that_no_board_has(limits: str, power: str) -> None:
    fact = board(f"Limits: {limits}")
    assert (fact.values["claims_power"], fact.shown["power"]) == (bool(power), power)


def gaps(reserved: str, more: str = "") -> list[str]:
    text = f'GOVERNANCE G1 "Board"\n  Reserved matters: {reserved}\n{more}'
    return [str(fact.values["matter"]) for fact in of("reserved_gap", text)]


def test_what_is_not_reserved() -> None:
    assert gaps("budget", 'RISK SHARE R1 "Pool"\n') == [
        "risk share",
        "scope",
        "membership",
        "variation",
        "termination",
    ]
    assert gaps("budget, scope, membership, variation, termination") == []
    assert gaps("budget, scope, membership, changing or ending this Agreement") == []


def test_the_risk_share_holds_the_budget_where_no_block_does() -> None:
    rest = "change to R1, scope, membership, variation, termination"
    assert gaps(rest, 'RISK SHARE R1 "Pool"\n') == []
    assert gaps(rest, 'RISK SHARE R1 "Pool"\n\nBUDGET B1\n') == ["budget"]


@pytest.mark.parametrize(
    "reserved", ["none", "those listed in Schedule 3", "[ ]", 'see "Reserved matters v2"']
)
def test_reserved_matters_that_cannot_be_judged(reserved: str) -> None:
    assert gaps(reserved) == []


def test_what_another_board_reserves_is_reserved() -> None:
    other = 'GOVERNANCE G2 "Other"\n  Reserved matters: scope, membership, variation, termination\n'
    assert gaps("budget", "\n" + other) == []


def test_only_the_first_gap_is_first() -> None:
    found = of("reserved_gap", 'GOVERNANCE G1 "Board"\n  Reserved matters: budget, scope\n')
    assert [fact.values["first"] for fact in found] == [True, False, False]
    assert {fact.shown["missing"] for fact in found} == {"membership, variation and termination"}


def left_out(*lines: str) -> list[str]:
    text = "\n  ".join(['GOVERNANCE G1 "Board"', *lines]) + "\n" + PARTIES
    return [str(fact.values["party"]) for fact in of("board_gap", text)]


def test_who_sits_on_no_board() -> None:
    assert left_out("Members: ICB 1, Acute 1") == ["Council", "Community"]
    assert left_out("Members: ICB 1, Acute 1", "Non-members: Council, Community, by choice") == []
    assert left_out("Members: [to be agreed]") == []
    assert left_out("Chair: independent") == []


def test_a_sub_contractor_or_guarantor_needs_no_seat() -> None:
    text = (
        'GOVERNANCE G1 "Board"\n  Members: ICB 1\n\nPARTY ICB "ICB"\n  Role: commissioner\n\n'
        'PARTY Sub "Sub"\n  Role: sub-contractor\n\nPARTY Parent "Parent"\n  Role: guarantor\n'
    )
    assert of("board_gap", text) == []


@pytest.mark.parametrize(
    ("exclusion", "veto"),
    [
        ("unanimous vote of all members", True),
        ("by consensus of the members", True),
        ("unanimous vote of the other members", False),
        ("unanimous, the party concerned having no vote", False),
        ("by 75% of votes cast", False),
        ("[ ]", False),
    ],
)
def test_a_veto_on_ones_own_exclusion(exclusion: str, veto: bool) -> None:
    [fact] = of("exclusion", f"MEMBERSHIP\n  Exclusion: {exclusion}\n")
    assert fact.values["own_veto"] is veto
