"""Exit arrangements, limits on liability and cover for clinical claims."""

from __future__ import annotations

import pytest
from drafting_facts import facts_of

FORM = 'CONTRACT "Harbour Contract"\n  Form: NHS Standard Contract 2026/27, full-length\n'
VALUED = FORM + "  Contract value: £2,000,000 excluding VAT, over the Contract Term\n"
SUB = '\nSUBCONTRACT SUB1 "Physiotherapy"\n  Scope: physiotherapy\n'


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("", True),
        ("\nTERMINATION\n  Grounds: insolvency\n", True),
        ("\nTERMINATION\n  Consequences: under GC18\n", False),
        ("\nEXIT\n  Survival: records 8 years\n", False),
        ("\nLINKS\n  Exit arrangements: Schedule 2I\n", False),
        ('\nCLAUSE 9 "Exit"\n  The parties plan it.\n', False),
        ('\nCLAUSE 9 "Fire"\n  Each exit is lit.\n', False),  # taken kindly
        ('\nRISK SHARE R1 "Pool"\n  On exit: settled to the day\n', True),
        ("\nMEMBERSHIP\n  Leaving: 12 months notice before exit\n", True),
    ],
)
def test_a_contract_that_says_nothing_of_its_exit(text: str, missing: bool) -> None:
    [fact] = facts_of("exit_plan", VALUED + text)
    assert fact.values["missing"] is missing
    assert fact.values["value"] == 200_000_000
    assert fact.shown["worth"] == "£2,000,000"


@pytest.mark.parametrize(
    "text",
    [
        FORM,
        VALUED.replace("full-length", "shorter form"),
        VALUED.replace("NHS Standard", "overlay on NHS Standard"),
        "FRAGMENT\n\n" + VALUED,
        'INCLUDE "more.clause"\n\n' + VALUED,
    ],
)
def test_a_draft_of_which_no_exit_plan_is_asked(text: str) -> None:
    assert facts_of("exit_plan", text) == []


@pytest.mark.parametrize(
    ("covers", "more", "missing"),
    [
        ("patients, records and data, staff and TUPE, assets, sub-contracts", SUB, ""),
        ("patients, records, staff", "", "assets"),
        ("patients, records, staff", SUB, "assets and sub-contracts"),
        ("children in treatment, data, employees, stock", "", ""),
        ("residents", "", "records, staff and assets"),
    ],
)
def test_what_an_exit_list_leaves_out(covers: str, more: str, missing: str) -> None:
    [fact] = facts_of("exit_cover", f"{FORM}\nEXIT\n  Covers: {covers}\n{more}")
    assert fact.shown["missing"] == missing
    assert fact.values["lacking"] == (missing.replace(" and ", ", ").count(",") + 1 if missing else 0)


@pytest.mark.parametrize("covers", ["as in Schedule 2I", "everything", "TBC"])
def test_an_exit_list_that_is_not_judged(covers: str) -> None:
    assert facts_of("exit_cover", f"{FORM}\nEXIT\n  Covers: {covers}\n") == []


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("LIABILITY\n  Cap: £1,000,000 in any year\n", 1),
        ("LIABILITY\n  Cap: 125% of the annual value\n", 1),
        ("LIABILITY\n  Cap: none\n", 0),
        ("LIABILITY\n  Cap: no limit, whatever the £ amount\n", 0),
        ("LIABILITY\n  Cap: GC11 applies unchanged\n", 0),
        ("LIABILITY\n  Insurance: liability not exceeding £5,000,000\n", 0),
        ('CLAUSE 1 "L"\n  The liability of the provider is limited to £1,000,000.\n', 1),
        ('CLAUSE 1 "L"\n  Its liability shall not exceed £1,000,000.\n', 1),
        ('CLAUSE 1 "L"\n  The provider excludes all liability.\n', 1),
        ('CLAUSE 1 "L"\n  Its liability under R1 shall not exceed £1,000,000.\n', 0),
        ('CLAUSE 1 "L"\n  The provider has no liability for indirect loss.\n', 0),
        ('CLAUSE 1 "L"\n  Its insurers\' liability shall not exceed £1,000,000.\n', 0),
    ],
)
def test_a_limit_on_liability(text: str, limits: int) -> None:
    assert len(facts_of("liability_limit", f"{FORM}\n{text}")) == limits


@pytest.mark.parametrize(
    ("text", "gap"),
    [
        ("LIABILITY\n  Insurance: public liability of £5,000,000\n", True),
        ("LIABILITY\n  Cap: none\n", True),
        ("LIABILITY\n  Indemnity: CNST for the trusts\n", False),
        ("LIABILITY\n  Insurance: clinical negligence, public liability\n", False),
        ("LIABILITY\n  Cap: none, GC11 applies unchanged\n", False),
        ("LIABILITY\n  Insurance: TBC\n", False),
        ("EXIT\n  Plan: Schedule 2I\n", False),
        ('LIABILITY\n  Cap: none\n\nCLAUSE 1 "Cover"\n  Each provider is in CNST.\n', False),
    ],
)
def test_clinical_claims_without_cover(text: str, gap: bool) -> None:
    assert bool(facts_of("cover_gap", f"{FORM}\n{text}")) is gap


def test_what_cover_there_is() -> None:
    [fact] = facts_of("cover_gap", f"{FORM}\nLIABILITY\n  Insurance: public liability of £5,000,000\n")
    assert fact.shown["named"] == "public liability of £5,000,000"
    [bare] = facts_of("cover_gap", f"{FORM}\nLIABILITY\n  Cap: none\n")
    assert bare.shown["named"] == "no cover at all"
